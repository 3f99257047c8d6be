#include "market/pricing/indicators.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "market/pricing/household_accounts.hpp"

namespace cellbook {

namespace {

using Unit = Indicator::Unit;

class IndicatorList {
public:
    explicit IndicatorList(const SolvedModel& model)
        : model_{model}, baseline_{model.circle.baseline()} {}

    std::vector<Indicator> make();

private:
    void add(std::string name, double value, Unit unit = Unit::money) {
        list_.push_back({.name = std::move(name), .unit = unit, .value = value});
    }
    void add_change(std::string name, double value, bool is_bound) {
        list_.push_back(
            {.name = std::move(name), .value = value, .is_change = true, .is_bound = is_bound});
    }
    void add_products();
    void add_households();
    void add_welfare();
    void add_producers();
    void add_outside();
    void add_cells();
    [[nodiscard]] double paid_if(const auto& holds) const;

    const SolvedModel& model_;
    const Baseline& baseline_;
    std::vector<Indicator> list_{};
};

double IndicatorList::paid_if(const auto& holds) const {
    double sum = 0;
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        if (holds(baseline_.payments[i])) sum += model_.solution.paid[i];
    }
    return sum;
}

void IndicatorList::add_products() {
    const std::size_t products = baseline_.products.size();
    std::vector<double> volume(products, 0.0);
    std::vector<double> revenue(products, 0.0);
    std::vector<double> costs(products, 0.0);
    std::vector<double> sales(baseline_.agents.size(), 0.0);  // at the baseline's prices
    std::vector<double> inputs(baseline_.agents.size(), 0.0);
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.product != nowhere) {
            sales[payment.payee] += payment.amount * model_.solution.quantity_factors[i];
        }
        if (payment.behaviour == Behaviour::input || payment.behaviour == Behaviour::sales_share) {
            inputs[payment.payer] += model_.solution.paid[i];
        }
    }
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.product == nowhere) continue;
        const double paid = model_.solution.paid[i];
        const double sold = payment.amount * model_.solution.quantity_factors[i];
        volume[payment.product] += sold;
        revenue[payment.product] += paid;
        if (sales[payment.payee] > 0) {
            costs[payment.product] += sold * inputs[payment.payee] / sales[payment.payee];
        }
    }
    for (std::size_t g = 0; g < products; ++g) {
        const Product& product = baseline_.products[g];
        const MarketOutcome& market = model_.solution.products[g].market;
        const double price = product.price();
        const std::string name = "product." + product.name;
        add(name + ".price", market.buyer_price * (price > 0 ? price : 1),
            price > 0 ? Unit::price : Unit::factor);
        add(name + ".quantity", price > 0 ? volume[g] / price : volume[g],
            price > 0 ? Unit::units : Unit::money);
        add(name + ".revenue", revenue[g]);
        add(name + ".tax", volume[g] * (market.buyer_price - market.seller_price));
        add(name + ".profit", revenue[g] - costs[g]);
    }
}

void IndicatorList::add_households() {
    const HouseholdAccounts accounts = household_accounts(model_.circle, model_.solution);
    double income = 0;
    double outlay = 0;
    std::vector<double> each = accounts.disposable;
    for (std::size_t h = 0; h < each.size(); ++h) {
        income += each[h];
        outlay += model_.solution.outlays[h];
        if (model_.solution.copies[h] > 0) each[h] /= model_.solution.copies[h];
    }
    add("households.income", income);
    add("households.outlay", outlay);
    add("households.gini", gini(each, model_.solution.copies), Unit::share);
    add("households.broke", model_.solution.broke_households, Unit::count);
}

void IndicatorList::add_welfare() {
    const auto& circle = model_.circle;
    const std::size_t products = baseline_.products.size();
    std::vector<double> base_incomes(circle.households().size(), 0.0);
    std::vector<double> base_in_kind(circle.households().size(), 0.0);
    for (const Payment& payment : baseline_.payments) {
        const Place row = circle.household_of(payment.payee);
        if (row == nowhere || payment.behaviour == Behaviour::capital) continue;
        base_incomes[row] += payment.amount;
        if (payment.in_kind) base_in_kind[row] += payment.amount;
    }
    const std::vector<double> in_kind = household_accounts(circle, model_.solution).in_kind;
    const std::vector<unsigned> fifths = income_fifths(base_incomes);
    std::vector<double> prices;
    for (const auto& product : model_.solution.products) prices.push_back(product.virtual_price);
    double equivalent = 0;
    double compensating = 0;
    double surplus = 0;
    bool exact = true;
    std::map<std::string, double> by_section;
    std::array<double, 5> by_fifth{};
    for (const Agent& agent : baseline_.agents) {
        if (agent.sector == Sector::households && agent.section != nowhere) {
            by_section[short_name(baseline_.agents[agent.section].name)] = 0;
        }
    }
    std::vector<double> room(products);
    for (std::size_t h = 0; h < circle.households().size(); ++h) {
        const CircleHousehold& household = circle.households()[h];
        const double copies = model_.solution.copies[h];
        if (!(copies > 0)) continue;
        const BaselineBasket base{.quantities = {circle.spending_of(h), products},
                                  .composite = household.composite};
        const BudgetSet budget{
            .prices = prices,
            .outlay = (model_.solution.outlays[h] + model_.solution.refunds[h]) / copies};
        for (std::size_t g = 0; g < products; ++g) {
            room[g] = model_.solution.quantities[h * products + g] / copies;
        }
        const WelfareChange change = welfare_change(
            model_.parameters.demand, base, budget,
            {.quantities = room, .composite = model_.solution.composites[h] / copies});
        const double given = in_kind[h] - copies * base_in_kind[h];
        exact = exact && change.exact;
        const double gain = copies * change.equivalent + given;
        equivalent += gain;
        compensating += copies * change.compensating + given;
        surplus += copies * surplus_loss(model_.parameters.demand, base, prices);
        by_fifth[fifths[h]] += gain;
        if (household.section != nowhere) {
            by_section[short_name(baseline_.agents[household.section].name)] += gain;
        }
    }
    add_change("households.ev", equivalent, !exact);
    add_change("households.cv", compensating, !exact);
    add_change("households.surplus", -surplus, false);
    for (const auto& [section, gain] : by_section) {
        add_change("households.section." + section + ".ev", gain, !exact);
    }
    for (std::size_t fifth = 0; fifth < by_fifth.size(); ++fifth) {
        add_change("households.fifth." + std::to_string(fifth + 1) + ".ev", by_fifth[fifth],
                   !exact);
    }
}

void IndicatorList::add_producers() {
    double profit = 0;
    std::map<std::string, double> receipts;
    double all_receipts = 0;
    const auto sector_of = [&](Place agent) { return baseline_.agents[agent].sector; };
    const auto note = [&](Place payer, Place payee, double amount, bool drawn) {
        if (sector_of(payee) == Sector::businesses) profit += amount;
        if (sector_of(payer) == Sector::businesses && !drawn) profit -= amount;
        // What sections pay each other is no take of theirs as a whole.
        if (sector_of(payee) != Sector::sections) return;
        receipts[short_name(baseline_.agents[payee].name)] += amount;
        if (sector_of(payer) != Sector::sections) all_receipts += amount;
    };
    for (const Agent& agent : baseline_.agents) {
        if (agent.sector == Sector::sections) receipts[short_name(agent.name)] = 0;
    }
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.in_kind) continue;
        note(payment.payer, payment.payee, model_.solution.paid[i],
             payment.behaviour == Behaviour::distribution);
    }
    double taxes = 0;
    for (const AddedPayment& payment : model_.solution.added) {
        note(payment.payer, payment.payee, payment.amount,
             payment.sort == AddedPayment::Sort::drawings);
        if (payment.sort == AddedPayment::Sort::subsidy) taxes -= payment.amount;
        if (payment.sort == AddedPayment::Sort::tax ||
            payment.sort == AddedPayment::Sort::cell_tax) {
            taxes += payment.amount;
        }
    }
    add("businesses.sales", paid_if([&](const Payment& payment) {
            return payment.product != nowhere && sector_of(payment.payee) == Sector::businesses;
        }));
    add("businesses.profit", profit);
    add("sections.receipts", all_receipts);
    add("sections.new_taxes", taxes);
    for (const auto& [section, amount] : receipts) add("sections." + section + ".receipts", amount);
}

void IndicatorList::add_outside() {
    const auto sector_of = [&](Place agent) { return baseline_.agents[agent].sector; };
    const auto abroad = [&](Place agent) { return sector_of(agent) == Sector::outside; };
    add("state.allowances", paid_if([&](const Payment& payment) {
            return sector_of(payment.payer) == Sector::state &&
                   sector_of(payment.payee) == Sector::households;
        }));
    const auto by_state = [&](const Payment& payment) {
        return sector_of(payment.payer) == Sector::state;
    };
    add("outside.received",
        paid_if([&](const Payment& payment) { return abroad(payment.payer) && !payment.in_kind; }));
    add("outside.paid", paid_if([&](const Payment& payment) {
            return abroad(payment.payee) && !payment.in_kind && !by_state(payment);
        }));
}

void IndicatorList::add_cells() {
    std::map<std::string, double> rents;
    double all = 0;
    for (std::size_t i = 0; i < baseline_.payments.size(); ++i) {
        const Payment& payment = baseline_.payments[i];
        if (payment.behaviour != Behaviour::rent) continue;
        all += model_.solution.paid[i];
        const Place section = baseline_.agents[payment.payer].section;
        if (section == nowhere) continue;
        rents[short_name(baseline_.agents[section].name)] += model_.solution.paid[i];
    }
    add("rents.paid", all);
    for (const auto& [section, amount] : rents) add("rents.section." + section + ".paid", amount);
    double levies = paid_if([&](const Payment& payment) {
        return payment.behaviour == Behaviour::capital &&
               baseline_.agents[payment.payee].sector == Sector::sections;
    });
    for (const AddedPayment& payment : model_.solution.added) {
        if (payment.sort == AddedPayment::Sort::cell_tax) levies += payment.amount;
    }
    add("cells.sales",
        paid_if([](const Payment& payment) { return payment.behaviour == Behaviour::capital; }));
    add("cells.tax", levies);
    add("cells.price", model_.solution.cell_price_factor, Unit::factor);
    add("cells.turnover", model_.solution.turnover_factor, Unit::factor);
}

std::vector<Indicator> IndicatorList::make() {
    add_products();
    add_households();
    add_welfare();
    add_producers();
    add_outside();
    add_cells();
    return std::move(list_);
}

}  // namespace

std::string_view to_string(Indicator::Unit unit) {
    constexpr std::array<std::string_view, 6> names{"money", "units", "price",
                                                    "share", "count", "factor"};
    return names[static_cast<std::size_t>(unit)];
}

std::string short_name(std::string_view party) {
    return std::string{party.substr(party.rfind(':') + 1)};
}

std::vector<Indicator> indicators(const SolvedModel& model) {
    return IndicatorList{model}.make();
}

}  // namespace cellbook
