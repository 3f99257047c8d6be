#include "ledger/kinds/kind_plan.hpp"

#include <algorithm>
#include <cassert>
#include <map>

namespace cellbook {

namespace {

using Slots = std::map<std::string, std::size_t, std::less<>>;

std::size_t index_in(const std::vector<std::string>& names, std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    return found == names.end() ? KindPlan::no_role
                                : static_cast<std::size_t>(found - names.begin());
}

std::size_t index_added(std::vector<std::string>& names, const std::string& name) {
    const std::size_t known = index_in(names, name);
    if (known != KindPlan::no_role) {
        return known;
    }
    names.push_back(name);
    return names.size() - 1;
}

std::vector<KindPlan::Term> slot_terms(const KindExpression& expression, const Slots& slots) {
    std::vector<KindPlan::Term> terms;
    for (const auto& term : expression.terms) {
        terms.push_back({.negative = term.negative, .slot = slots.find(term.name)->second});
    }
    return terms;
}

void plan_numbers(KindPlan& plan, Slots& slots) {
    const auto counts_minor_units = [&](const std::string& name) {
        const auto names_it = [&](const KindExpression& expression) {
            return expression.terms.front().factor.empty() &&
                   std::any_of(expression.terms.begin(), expression.terms.end(),
                               [&](const auto& term) { return term.name == name; });
        };
        return std::any_of(plan.kind.legs.begin(), plan.kind.legs.end(),
                           [&](const auto& leg) { return names_it(leg.amount); }) ||
               std::any_of(plan.kind.amounts.begin(), plan.kind.amounts.end(),
                           [&](const auto& amount) { return names_it(amount.second); });
    };
    for (std::size_t i = 0; i < plan.kind.parameters.size(); ++i) {
        const KindParameter& parameter = plan.kind.parameters[i];
        if (parameter.sort != KindParameter::Sort::number) {
            continue;
        }
        slots.emplace(parameter.name, plan.slot_count);
        plan.numbers.push_back({.slot = plan.slot_count++,
                                .parameter = i,
                                .is_amount = counts_minor_units(parameter.name)});
    }
}

void plan_computed(KindPlan& plan, Slots& slots) {
    for (std::size_t i = 0; i < plan.kind.amounts.size(); ++i) {
        const auto& [name, expression] = plan.kind.amounts[i];
        const KindExpression::Term& first = expression.terms.front();
        KindPlan::Computed computed{.amount = i, .is_product = !first.factor.empty()};
        if (computed.is_product) {
            computed.factor_slots[0] = slots.find(first.name)->second;
            computed.factor_slots[1] = slots.find(first.factor)->second;
            computed.terms.push_back({.negative = first.negative, .slot = 0});
        } else {
            computed.terms = slot_terms(expression, slots);
        }
        computed.second_money = name == "amount2";
        computed.slot = computed.second_money ? KindPlan::amount2_slot : plan.slot_count++;
        slots.emplace(name, computed.slot);
        plan.computed.push_back(std::move(computed));
    }
}

}  // namespace

KindPlan make_plan(Kind kind) {
    KindPlan plan{.kind = std::move(kind)};
    Slots slots{{"amount", KindPlan::amount_slot}, {"amount2", KindPlan::amount2_slot}};
    plan.roles = plan.kind.roles();
    plan_numbers(plan, slots);
    plan_computed(plan, slots);
    for (const auto& leg : plan.kind.legs) {
        KindPlan::Leg planned{.role = index_in(plan.roles, leg.role),
                              .account = index_added(plan.accounts, leg.account),
                              .with = index_in(plan.roles, leg.with),
                              .is_credit = leg.is_credit(),
                              .terms = slot_terms(leg.amount, slots)};
        planned.second_money =
            std::any_of(planned.terms.begin(), planned.terms.end(),
                        [](const auto& term) { return term.slot == KindPlan::amount2_slot; });
        plan.legs.push_back(std::move(planned));
    }
    return plan;
}

}  // namespace cellbook
