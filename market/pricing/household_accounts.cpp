#include "market/pricing/household_accounts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace cellbook {

HouseholdAccounts household_accounts(const Circle& circle, const Solution& solution) {
    const Baseline& baseline = circle.baseline();
    HouseholdAccounts accounts{.disposable = std::vector<double>(circle.households().size(), 0.0),
                               .in_kind = std::vector<double>(circle.households().size(), 0.0)};
    for (std::size_t i = 0; i < baseline.payments.size(); ++i) {
        const Payment& payment = baseline.payments[i];
        if (payment.behaviour == Behaviour::capital) continue;
        const Place payee = circle.household_of(payment.payee);
        const Place payer = circle.household_of(payment.payer);
        if (payee != nowhere) {
            accounts.disposable[payee] += solution.paid[i];
            if (payment.in_kind) accounts.in_kind[payee] += solution.paid[i];
        }
        if (payer != nowhere && payment.behaviour == Behaviour::per_head) {
            accounts.disposable[payer] -= solution.paid[i];
        }
    }
    for (const AddedPayment& payment : solution.added) {
        const Place payee = circle.household_of(payment.payee);
        if (payment.sort == AddedPayment::Sort::drawings && payee != nowhere) {
            accounts.disposable[payee] += payment.amount;
        }
    }
    return accounts;
}

std::vector<unsigned> income_fifths(std::span<const double> incomes) {
    std::vector<std::size_t> order(incomes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return incomes[i]; });
    std::vector<unsigned> fifths(incomes.size(), 0);
    constexpr std::size_t parts = 5;
    for (std::size_t rank = 0; rank < order.size(); ++rank) {
        fifths[order[rank]] = static_cast<unsigned>(rank * parts / order.size());
    }
    return fifths;
}

double gini(std::span<const double> values, std::span<const double> weights) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return values[i]; });
    double weight = 0;
    double sum = 0;
    double area = 0;  // twice that under the Lorenz curve, in weights times sums
    for (const std::size_t i : order) {
        const double before = sum;
        weight += weights[i];
        sum += weights[i] * values[i];
        area += weights[i] * (before + sum);
    }
    if (!(sum > 0) || !(weight > 0)) return std::numeric_limits<double>::quiet_NaN();
    return 1 - area / (weight * sum);
}

}  // namespace cellbook
