/// A baseline made in memory: two sections that hardly trade, three households, two businesses, the
/// state and the world outside, small enough to reckon by hand.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "market/baseline/baseline.hpp"
#include "market/pricing/circle.hpp"
#include "market/pricing/indicators.hpp"
#include "market/pricing/solve.hpp"

namespace cellbook::test {

struct ToyPayment {
    std::string payer;
    std::string payee;
    std::string kind;
    double amount = 0;
    std::string product{};
    double quantity = 0;
    bool in_kind = false;
    bool foreign = false;
};

/// North: ana owns the shop, bea works in it; both buy bread and soap. South: cid owns the bath and
/// is its only customer. The bath buys soap from the shop. Bread is sold at 2 a unit, soap and
/// sauna without a quantity.
inline std::vector<ToyPayment> toy_payments() {
    return {{"families", "ana", "family_income", 400},
            {"families", "bea", "family_income", 300},
            {"families", "cid", "family_income", 500},
            {"families", "bea", "family_transfer", 69, "", 0, false, true},
            {"state", "ana", "food_allowance", 60},
            {"state", "cid", "food_allowance_in_kind", 40, "", 0, true},
            {"ana", "north", "section_dues", 20},
            {"bea", "north", "section_dues", 20},
            {"cid", "south", "section_dues", 30},
            {"cid", "south", "section_entry", 10},
            {"ana", "shop", "shop_sale", 180, "bread", 90},
            {"bea", "shop", "shop_sale", 150, "bread", 75},
            {"ana", "shop", "shop_sale", 60, "soap"},
            {"bea", "shop", "shop_sale", 30, "soap"},
            {"cid", "bath", "sauna_visit", 120, "sauna"},
            {"bath", "shop", "shop_sale", 12, "soap"},
            {"shop", "abroad", "purchase_outside", 216},
            {"bath", "abroad", "purchase_outside", 30},
            {"shop", "bea", "wage", 80},
            {"shop", "north", "section_dues", 36},
            {"shop", "ana", "owner_drawings", 90},
            {"north", "abroad", "section_spending", 40},
            {"north", "bea", "section_wage", 30},
            {"south", "cid", "section_wage", 30},
            {"ana", "abroad", "support_sent", 200},
            {"bea", "abroad", "support_sent", 90},
            {"cid", "abroad", "support_sent", 250},
            {"bea", "ana", "cell_rent", 70},
            {"bea", "ana", "cell_sale", 950},
            {"bea", "north", "cell_sale", 50}};
}

/// Who is what; `renamed` gives agents other names, and so another order.
inline Baseline toy_baseline(
    const std::vector<ToyPayment>& payments = toy_payments(), double unit = 1,
    const std::function<std::string(const std::string&)>& renamed = [](const std::string& name) {
        return name;
    }) {
    struct Role {
        Sector sector;
        std::string section{};
        std::string owner{};
    };
    const std::map<std::string, Role> roles{{"ana", {Sector::households, "north"}},
                                            {"bea", {Sector::households, "north"}},
                                            {"cid", {Sector::households, "south"}},
                                            {"shop", {Sector::businesses, "north", "ana"}},
                                            {"bath", {Sector::businesses, "south", "cid"}},
                                            {"north", {Sector::sections}},
                                            {"south", {Sector::sections}},
                                            {"state", {Sector::state}},
                                            {"families", {Sector::outside}},
                                            {"abroad", {Sector::outside}}};
    Baseline baseline{.period = "2018", .symbol = "BOB", .scale = 2};
    for (const auto& [name, role] : roles) {
        baseline.agents.push_back({.name = renamed(name), .sector = role.sector});
    }
    std::ranges::sort(baseline.agents, {}, &Agent::name);
    const auto place = [&](const std::string& name) {
        return name.empty() ? nowhere : baseline.find_agent(renamed(name));
    };
    for (const auto& [name, role] : roles) {
        baseline.agents[place(name)].section = place(role.section);
        baseline.agents[place(name)].owner = place(role.owner);
    }
    std::set<std::string> products;
    for (const ToyPayment& payment : payments) {
        if (!payment.product.empty()) products.insert(payment.product);
        if (baseline.find_kind(payment.kind) == nowhere) baseline.kinds.push_back(payment.kind);
    }
    for (const std::string& name : products) baseline.products.push_back({.name = name});
    for (const ToyPayment& each : payments) {
        const double amount = each.amount * unit;
        Payment payment{.payer = place(each.payer),
                        .payee = place(each.payee),
                        .kind = baseline.find_kind(each.kind),
                        .minor = static_cast<Sum>(amount * 100),
                        .quantity = each.quantity,
                        .counted = each.quantity > 0 ? amount : 0,
                        .in_kind = each.in_kind,
                        .foreign = each.foreign,
                        .amount = amount};
        if (!each.in_kind) {
            payment.behaviour = behaviour_of(each.kind, roles.at(each.payer).sector);
        }
        if (!each.product.empty()) {
            payment.product = baseline.find_product(each.product);
            Product& product = baseline.products[payment.product];
            product.sales += amount;
            product.quantity += each.quantity;
            product.counted += payment.counted;
            if (payment.behaviour == Behaviour::demand) product.spending += amount;
        }
        baseline.payments.push_back(payment);
    }
    return baseline;
}

/// Parameters of which nothing is left to chance: all income is not spent again.
inline ModelParameters toy_parameters(const Baseline& baseline, DemandForm form = DemandForm::les,
                                      const Closure& closure = {}) {
    ModelParameters parameters = ParameterSet{}.resolve(baseline, form, closure);
    parameters.consumption_share = 0.8;
    parameters.cost_pass_through = 0.9;
    return parameters;
}

inline constexpr Closure partial_closure{.incomes = false, .section_budgets = false};

/// What is paid of a kind from one to the other, of a product where one is named.
inline double paid(const Baseline& baseline, const Solution& solution, const ToyPayment& what) {
    double sum = 0;
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        const Payment& payment = baseline.payments[i];
        if (baseline.agents[payment.payer].name == what.payer &&
            baseline.agents[payment.payee].name == what.payee &&
            baseline.kinds[payment.kind] == what.kind &&
            (what.product.empty() || payment.product == baseline.find_product(what.product))) {
            sum += solution.paid[i];
        }
    }
    return sum;
}

/// All that was added of a sort.
inline double added(const Solution& solution, AddedPayment::Sort sort) {
    double sum = 0;
    for (const AddedPayment& payment : solution.added) {
        if (payment.sort == sort) sum += payment.amount;
    }
    return sum;
}

/// A policy for one product, in the place of others.
inline Policy for_product(const Baseline& baseline, std::string_view name,
                          const ProductPolicy& product) {
    Policy policy;
    policy.products.resize(baseline.products.size());
    policy.products[baseline.find_product(name)] = product;
    return policy;
}

/// By section, all others as they were.
inline std::vector<double> for_agent(const Baseline& baseline, std::string_view name,
                                     double value) {
    std::vector<double> values(baseline.agents.size(), 1.0);
    values[baseline.find_agent(name)] = value;
    return values;
}

inline double figure(const std::vector<Indicator>& figures, std::string_view name) {
    const auto found = std::ranges::find(figures, name, &Indicator::name);
    return found == figures.end() ? std::numeric_limits<double>::quiet_NaN() : found->value;
}

}  // namespace cellbook::test
