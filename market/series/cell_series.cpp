#include "market/series/cell_series.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "ledger/housing/cell_costs.hpp"

namespace cellbook {

namespace {

constexpr double days_a_year = 365.25;

class CellFrame {
public:
    CellFrame(const PropertyRegister& property, Date day)
        : chart_{property.chart()}, property_{property}, day_{day} {}

    /// `lease` is null for a cell that is not let.
    void add(const Cell& cell, const Lease* lease) {
        columns_[0].add(chart_[cell.name], {}, {});
        columns_[1].add(chart_[cell.section].name, {}, {});
        put(2, property_.grade_of(cell));
        if (cell.area_m2) {
            columns_[3].add(to_double_double(*cell.area_m2));
        } else {
            columns_[3].add_missing();
        }
        put(4, std::optional{cell.places});
        put(5, cell.floor);
        const auto improved = cell.improved_by(day_);
        if (improved) {
            columns_[6].add({(day_.days - improved->days) / days_a_year, 0});
        } else {
            columns_[6].add_missing();
        }
        if (lease != nullptr) {
            columns_[7].add(to_double_double(rent_of(cell, *lease)));
        } else {
            columns_[7].add_missing();
        }
        const Standing of_cell = standing_of(cell.origin);
        const Standing of_lease = lease == nullptr ? of_cell : standing_of(lease->origin);
        frame_.standings.push_back(std::max(of_cell, of_lease));
        ++frame_.rows;
    }
    DataFrame finish() && {
        frame_.source = "the register on " + to_string(day_);
        frame_.columns.assign(columns_.begin(), columns_.end());
        return std::move(frame_);
    }

private:
    static Standing standing_of(const RowOrigin& origin) {
        return origin.standing.value_or(Standing::observed);
    }
    void put(std::size_t column, const std::optional<std::int64_t>& value) {
        if (value) {
            columns_[column].add({static_cast<double>(*value), 0});
        } else {
            columns_[column].add_missing();
        }
    }
    static Real rent_of(const Cell& cell, const Lease& lease) {
        const std::int64_t let = std::max(std::int64_t{1}, lease.places.value_or(cell.places));
        return to_real(lease.rate->amount) / *months_in(lease.period) * Real{cell.places} /
               Real{let};
    }

    const Chart& chart_;
    const PropertyRegister& property_;
    Date day_;
    DataFrame frame_{};
    std::array<DataColumn, 8> columns_{
        DataColumn{"cell"},   DataColumn{"section"}, DataColumn{"grade"}, DataColumn{"area"},
        DataColumn{"places"}, DataColumn{"floor"},   DataColumn{"age"},   DataColumn{"rent"}};
};

bool is_rent(const Lease& lease, Date day) {
    return lease.form == LeaseForm::rent && lease.rate && lease.term.contains(day) &&
           months_in(lease.period).has_value() && lease.rate->amount.coefficient > 0;
}

bool is_shown(const Cell& cell, const Chart& chart, const std::vector<std::string>& sections) {
    const std::string& name = chart[cell.section].name;
    return sections.empty() || std::ranges::any_of(sections, [&](const std::string& word) {
               return name.find(word) != std::string::npos;
           });
}

}  // namespace

Result<CellSeries> cell_series(const EntrySource& source, const PropertyRegister& property,
                               Date day, const CellSeriesOptions& options) {
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    std::map<std::string, std::int64_t> commodities;
    std::multimap<WordId, const Lease*> leases;
    for (const Lease& lease : property.leases()) {
        const Cell* const cell = property.cell(lease.cell);
        if (cell == nullptr || !is_rent(lease, day)) continue;
        if (!is_shown(*cell, chart, options.sections)) continue;
        const std::string& symbol = chart[lease.rate->commodity].symbol;
        if (options.commodity && symbol != *options.commodity) continue;
        ++commodities[symbol];
        leases.emplace(lease.cell, &lease);
    }
    if (commodities.size() > 1) {
        std::string list;
        for (const auto& [symbol, count] : commodities) {
            list += (list.empty() ? "" : ", ") + symbol + " in " + std::to_string(count);
        }
        return Diagnostic{
            .code = DiagnosticCode::index_commodities_several,
            .explanation = "rents are in several commodities: " + list + " leases",
            .remedy = "Say which is meant, as in -c " + commodities.begin()->first + "."};
    }
    CellFrame frame{property, day};
    for (const auto& [name, cell] : property.cells()) {
        if (!cell.life.contains(day) || !is_shown(cell, chart, options.sections)) continue;
        const auto [first, last] = leases.equal_range(name);
        if (first == last) frame.add(cell, nullptr);
        for (auto lease = first; lease != last; ++lease) frame.add(cell, lease->second);
    }
    return CellSeries{.frame = std::move(frame).finish(),
                      .commodity = commodities.empty() ? "" : commodities.begin()->first};
}

}  // namespace cellbook
