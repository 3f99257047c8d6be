#include "ledger/housing/rents.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "ledger/housing/cell_costs.hpp"
#include "ledger/housing/quantile.hpp"
#include "ledger/price.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

/// Cells are compared within a section and a grade; -1: no grade is known.
struct Group {
    std::string section{};
    std::int64_t grade = -1;
    CommodityId commodity{};
    friend auto operator<=>(const Group&, const Group&) = default;
};

struct Sample {
    std::vector<Real> rents{};  ///< a month, of a cell or a place
    std::vector<Real> gross{};
    std::vector<Real> net{};
    std::vector<Real> ratios{};
    std::vector<Real> interest{};
    std::int64_t unpriced = 0;
    std::int64_t deposits = 0;

    void add(const Sample& other) {
        const auto append = [](std::vector<Real>& to, const std::vector<Real>& from) {
            to.insert(to.end(), from.begin(), from.end());
        };
        append(rents, other.rents);
        append(gross, other.gross);
        append(net, other.net);
        append(ratios, other.ratios);
        append(interest, other.interest);
        unpriced += other.unpriced;
        deposits += other.deposits;
    }
};

class Survey {
public:
    Survey(const EntrySource& source, const PropertyRegister& property, Date day,
           const RentsOptions& options)
        : property_(property),
          chart_(source.chart()),
          prices_(source),
          costs_(source, property, day),
          day_(day),
          options_(options) {}

    std::map<Group, Sample> take() {
        for (const Lease& lease : property_.leases()) {
            if (shows(lease) && lease.form == LeaseForm::rent && lease.rate) add_rent(lease);
        }
        for (const Lease& lease : property_.leases()) {
            if (shows(lease) && lease.form == LeaseForm::anticretico) add_deposit(lease);
        }
        return std::move(samples_);
    }

private:
    [[nodiscard]] bool shows(const Lease& lease) const {
        const Cell* const cell = property_.cell(lease.cell);
        return cell != nullptr && lease.term.contains(day_) &&
               options_.scope.shows({chart_[cell->section].name});
    }
    [[nodiscard]] Group group_of(const Lease& lease, CommodityId commodity) const {
        const Cell& cell = *property_.cell(lease.cell);
        return {chart_[cell.section].name, property_.grade_of(cell).value_or(-1), commodity};
    }
    /// What brings a rent of the lease to the whole cell.
    [[nodiscard]] Real scale_of(const Lease& lease) const {
        const std::int64_t places = property_.cell(lease.cell)->places;
        const std::int64_t let = std::max(std::int64_t{1}, lease.places.value_or(places));
        return Real{places} / Real{let};
    }
    /// The last price of the cell in that commodity, by the price declared for that day.
    [[nodiscard]] std::optional<Real> price_in(WordId cell, CommodityId commodity) const {
        std::optional<Real> last;
        for (const Title& title : property_.titles(cell)) {
            if (title.since > day_ || !title.price) continue;
            const Real paid =
                to_real(Decimal{title.price->minor, chart_[title.price->commodity].scale});
            last = in(commodity, paid, title.price->commodity, title.since);
        }
        return last && *last > 0 ? last : std::nullopt;
    }
    [[nodiscard]] std::optional<Real> in(CommodityId wanted, const Real& amount, CommodityId given,
                                         Date day) const {
        if (given == wanted) return amount;
        const auto found = prices_.find(given, wanted, day);
        if (!found) return {};
        return amount * Real{numerator(found->rate)} / Real{denominator(found->rate)};
    }

    void add_rent(const Lease& lease) {
        const auto months = months_in(lease.period);
        if (!months) return;
        const CommodityId commodity = lease.rate->commodity;
        const Real rent = to_real(lease.rate->amount) / *months * scale_of(lease);
        Sample& sample = samples_[group_of(lease, commodity)];
        const Real places{property_.cell(lease.cell)->places};
        sample.rents.push_back(options_.per_place ? rent / places : rent);
        whole_cell_rents_[group_of(lease, commodity)].push_back(rent);
        const auto price = price_in(lease.cell, commodity);
        if (!price) {
            ++sample.unpriced;
            return;
        }
        const Real year = 12 * rent;
        sample.gross.push_back(year / *price);
        sample.net.push_back((year - costs_.of_year(lease.cell, lease.landlord, commodity)) /
                             *price);
        if (year > 0) sample.ratios.push_back(*price / year);
    }

    void add_deposit(const Lease& lease) {
        const auto [deposit, commodity] = deposit_of(lease);
        if (deposit <= 0) return;
        for (const CommodityId wanted : rent_commodities(commodity)) {
            const auto rent = comparable_rent(group_of(lease, wanted));
            const auto given = in(wanted, deposit, commodity, *lease.term.begin);
            if (!rent || !given) continue;
            Sample& sample = samples_[group_of(lease, wanted)];
            ++sample.deposits;
            sample.interest.push_back(12 * *rent / (*given * scale_of(lease)));
            return;
        }
        ++samples_[group_of(lease, commodity)].deposits;
    }
    /// What rents are paid in, the deposit's own first.
    [[nodiscard]] std::vector<CommodityId> rent_commodities(CommodityId first) const {
        std::vector<CommodityId> commodities{first};
        for (const auto& [group, rents] : whole_cell_rents_) {
            if (!std::ranges::count(commodities, group.commodity)) {
                commodities.push_back(group.commodity);
            }
        }
        return commodities;
    }
    [[nodiscard]] std::pair<Real, CommodityId> deposit_of(const Lease& lease) const {
        if (lease.deposit) return {to_real(lease.deposit->amount), lease.deposit->commodity};
        const auto given = lease.given();
        if (!given) return {Real{0}, CommodityId{}};
        return {to_real(Decimal{given->minor, chart_[given->commodity].scale}), given->commodity};
    }
    /// The median of the cell's own group, else of its section, else of all.
    [[nodiscard]] std::optional<Real> comparable_rent(const Group& group) const {
        const auto same = whole_cell_rents_.find(group);
        if (same != whole_cell_rents_.end()) return median(same->second);
        std::vector<Real> section;
        std::vector<Real> all;
        for (const auto& [other, rents] : whole_cell_rents_) {
            if (other.commodity != group.commodity) continue;
            all.insert(all.end(), rents.begin(), rents.end());
            if (other.section != group.section) continue;
            section.insert(section.end(), rents.begin(), rents.end());
        }
        if (all.empty()) return {};
        return median(section.empty() ? all : section);
    }

    const PropertyRegister& property_;
    const Chart& chart_;
    PriceDatabase prices_;
    CellCosts costs_;
    Date day_;
    const RentsOptions& options_;
    std::map<Group, Sample> samples_{};
    std::map<Group, std::vector<Real>> whole_cell_rents_{};
};

Value median_or_nothing(const std::vector<Real>& values, unsigned decimals) {
    return values.empty() ? Value{} : Value{TableReal{median(values), decimals}};
}

Row sample_row(Value section, Value grade, const Sample& sample, const std::string& commodity,
               std::uint8_t scale, Row::Role role) {
    std::vector<Real> sorted = sample.rents;
    std::ranges::sort(sorted);
    Row row{{std::move(section), std::move(grade), std::ssize(sorted), commodity}, role};
    for (const int quarter : {0, 1, 2, 3, 4}) {
        row.cells.push_back(sorted.empty()
                                ? Value{}
                                : Value{TableReal{quantile(sorted, Real{quarter} / 4), scale}});
    }
    const Real sum = std::accumulate(sorted.begin(), sorted.end(), Real{0});
    row.cells.push_back(sorted.empty() ? Value{}
                                       : Value{TableReal{sum / Real{sorted.size()}, scale}});
    row.cells.push_back(median_or_nothing(sample.gross, 3));
    row.cells.push_back(median_or_nothing(sample.net, 3));
    row.cells.push_back(median_or_nothing(sample.ratios, 2));
    row.cells.emplace_back(sample.deposits);
    row.cells.push_back(median_or_nothing(sample.interest, 3));
    return row;
}

std::vector<Column> columns() {
    return {{"section", "Section"},
            {"grade", "Stars", right},
            {"leases", "Leases", right},
            {"commodity", "Rents in"},
            {"min", "Least", right},
            {"p25", "1st quartile", right},
            {"median", "Median", right},
            {"p75", "3rd quartile", right},
            {"max", "Greatest", right},
            {"mean", "Mean", right},
            {"gross_yield", "Gross yield", right},
            {"net_yield", "Net yield", right},
            {"price_rent_ratio", "Price/rent", right},
            {"anticreticos", "Anticreticos", right},
            {"implied_interest", "Interest", right}};
}

}  // namespace

Result<Table> rents(const EntrySource& source, const RentsOptions& options) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    const Date day = options.scope.on.value_or(register_day(source, property));
    const auto samples = Survey{source, property, day, options}.take();
    Table table{.name = "rents",
                .title = std::string{"Monthly rents of "} +
                         (options.per_place ? "places" : "cells") + " on " + to_string(day)};
    table.columns = columns();
    std::map<CommodityId, Sample> totals;
    std::map<CommodityId, int> rows;
    for (const auto& [group, sample] : samples) {
        const Commodity& commodity = chart[group.commodity];
        table.rows.push_back(sample_row(group.section,
                                        group.grade < 0 ? Value{} : Value{group.grade}, sample,
                                        commodity.symbol, commodity.scale, Row::Role::fact));
        totals[group.commodity].add(sample);
        ++rows[group.commodity];
    }
    std::int64_t unpriced = 0;
    for (const auto& [id, total] : totals) {
        unpriced += total.unpriced;
        const Commodity& commodity = chart[id];
        if (rows[id] < 2) continue;
        table.rows.push_back(
            sample_row("total", {}, total, commodity.symbol, commodity.scale, Row::Role::total));
    }
    if (unpriced > 0) {
        table.notes.push_back(std::to_string(unpriced) +
                              (unpriced == 1 ? " let cell has" : " let cells have") +
                              " no price that is known in the commodity of the rent, and counts in "
                              "no yield.");
    }
    return table;
}

}  // namespace cellbook
