#include "ledger/housing/cell_costs.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

namespace cellbook {

namespace {

std::string_view first_part(const Account& account) {
    const std::string_view detail = account.detail();
    return detail.substr(0, detail.find(':'));
}

bool is_cost(const Account& account) {
    constexpr std::array costs{"dues", "upkeep", "depreciation"};
    return account.account_class == AccountClass::expenses &&
           std::ranges::count(costs, first_part(account)) > 0;
}

}  // namespace

std::optional<Real> months_in(ChargePeriod period) {
    switch (period) {
        case ChargePeriod::once:
            return {};
        case ChargePeriod::day:
            return Real{12} / 365;
        case ChargePeriod::week:
            return Real{7 * 12} / 365;
        case ChargePeriod::month:
            return Real{1};
        case ChargePeriod::year:
            return Real{12};
    }
    return {};
}

CellCosts::CellCosts(const EntrySource& source, const PropertyRegister& property, Date day)
    : property_(property), day_(day) {
    const Chart& chart = source.chart();
    std::set<PartyId> holders;
    for (const Lease& lease : property.leases()) holders.insert(lease.landlord);
    std::vector<AccountId> accounts;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        const Account& account = chart[AccountId{i}];
        if (is_cost(account) && holders.contains(account.party)) accounts.push_back(AccountId{i});
    }
    if (accounts.empty()) return;
    const Scan scan{.dates = {Date{day.days - 364}, Date{day.days + 1}},
                    .accounts = accounts,
                    .any_order = true,
                    .ids = false};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        const WordId cell = transaction->flow.cell;
        if (!cell) return true;
        for (const Posting& posting : transaction->postings) {
            const Account& account = chart[posting.account];
            if (!is_cost(account)) continue;
            booked_[{cell, account.party}][posting.amount.commodity] += posting.amount.minor;
            if (first_part(account) == "dues") with_dues_.insert({cell, account.party});
        }
        return true;
    });
}

Real CellCosts::of_year(WordId cell, PartyId holder, CommodityId commodity) const {
    Real cost{0};
    const std::uint8_t scale = property_.chart()[commodity].scale;
    const auto booked = booked_.find({cell, holder});
    if (booked != booked_.end()) {
        const auto sum = booked->second.find(commodity);
        if (sum != booked->second.end()) cost += to_real(Decimal{sum->second, scale});
    }
    if (with_dues_.contains({cell, holder})) return cost;
    const Cell* const known = property_.cell(cell);
    for (const auto& [name, tariff] : property_.tariffs()) {
        const auto months = months_in(tariff.period);
        if (known == nullptr || tariff.section != known->section || !months ||
            tariff.per != TariffBase::cell || tariff.amount.commodity != commodity ||
            !tariff.term.contains(day_)) {
            continue;
        }
        cost += to_real(tariff.amount.amount) * 12 / *months;
    }
    return cost;
}

}  // namespace cellbook
