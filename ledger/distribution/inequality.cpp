#include "ledger/distribution/inequality.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "ledger/distribution/inequality_decomposition.hpp"
#include "ledger/distribution/lorenz_curve.hpp"

namespace cellbook {

namespace {

using Align = Column::Align;

constexpr unsigned most_decimals = 6;
constexpr unsigned measure_decimals = 4;

Value cell(const std::optional<Real>& value, unsigned decimals = measure_decimals) {
    if (!value) return std::monostate{};
    return TableReal{.value = *value, .decimals = decimals};
}

Value cell(const Measure& measure, const Observations& observations,
           const DistributionHeading& heading) {
    switch (measure.unit) {
        case Measure::Unit::count:
            return measure.value->convert_to<std::int64_t>();
        case Measure::Unit::weight:
            return cell(measure.value,
                        std::min<unsigned>(observations.weight_scale, most_decimals));
        case Measure::Unit::value:
            return cell(measure.value, heading.decimals);
        case Measure::Unit::pure:
            break;
    }
    return cell(measure.value);
}

class Drawing {
public:
    Drawing(const Observations& observations, const DistributionHeading& heading)
        : observations_{observations}, heading_{heading}, grouped_{!observations.groups.empty()} {
        table_.name = "inequality";
        table_.title = heading.title;
        table_.notes = heading.notes;
        if (grouped_) {
            table_.columns.push_back({"group", "Group"});
            start_layout();
        }
        table_.columns.push_back({"measure", "Measure"});
        table_.columns.push_back({"value", "Value", Align::right});
    }

    void add(const std::string& group, const InequalityMeasures& measures) {
        for (const Measure& measure : measures.all) {
            put(group, measure.name, cell(measure, observations_, heading_));
        }
        for (const std::string& note : measures.notes) {
            table_.notes.push_back(group.empty() ? note : group + ": " + note);
        }
    }

    void add_groups(const InequalityMeasures& all, const InequalityDecomposition& parts) {
        const std::pair<const char*, const InequalityParts*> named[]{
            {"theil_t", &parts.theil_t}, {"theil_l", &parts.theil_l}, {"ge(2)", &parts.ge_2}};
        for (const auto& [name, of] : named) {
            put("", std::string{name} + "_within", cell(of->within));
            put("", std::string{name} + "_between", cell(of->between));
        }
        for (const InequalityGroup& group : parts.groups) {
            put(group.name, "share_of_people", cell(group.people));
            put(group.name, "share_of_sum", cell(group.value));
            add(group.name, group.measures);
            line(group.name, group.measures, group.people, group.value, Row::Role::fact);
        }
        line("All", all, Real{1}, Real{1}, Row::Role::total);
        part_line("within groups", parts, &InequalityParts::within);
        part_line("between groups", parts, &InequalityParts::between);
    }

    Table finish() && { return std::move(table_); }

private:
    void start_layout() {
        table_.layout = Table::Layout{};
        table_.layout->columns.push_back({"group", "Group"});
        for (const char* title : {"N", "People", "Of the sum", "Mean", "Median", "Gini", "Theil T",
                                  "Theil L", "GE(2)"}) {
            table_.layout->columns.push_back({"", title, Align::right});
        }
    }

    void put(const std::string& group, std::string measure, Value value) {
        Row row;
        if (grouped_) row.cells.emplace_back(group);
        row.cells.emplace_back(std::move(measure));
        row.cells.push_back(std::move(value));
        table_.rows.push_back(std::move(row));
    }

    void line(const std::string& name, const InequalityMeasures& measures,
              const std::optional<Real>& people, const std::optional<Real>& sum, Row::Role role) {
        Row row{.cells = {name, cell(measures.all.front(), observations_, heading_), cell(people),
                          cell(sum), cell(measures.value("mean"), heading_.decimals),
                          cell(measures.value("median"), heading_.decimals)},
                .role = role};
        for (const char* measure : {"gini", "theil_t", "theil_l", "ge(2)"}) {
            row.cells.push_back(cell(measures.value(measure)));
        }
        table_.layout->rows.push_back(std::move(row));
    }

    void part_line(const std::string& name, const InequalityDecomposition& parts,
                   std::optional<Real> InequalityParts::*part) {
        Row row{.cells = {name,
                          {},
                          {},
                          {},
                          {},
                          {},
                          {},
                          cell(parts.theil_t.*part),
                          cell(parts.theil_l.*part),
                          cell(parts.ge_2.*part)},
                .role = Row::Role::total,
                .indent = 2};
        table_.layout->rows.push_back(std::move(row));
    }

    const Observations& observations_;
    const DistributionHeading& heading_;
    bool grouped_;
    Table table_{};
};

Result<Distribution> everybody(const Observations& observations) {
    return Distribution::of(observations.all, observations.value_scale, observations.weight_scale);
}

}  // namespace

Result<std::optional<Table>> inequality(const Observations& observations,
                                        const InequalityOptions& options,
                                        const DistributionHeading& heading) {
    const auto distribution = everybody(observations);
    if (!distribution) return distribution.error();
    const InequalityMeasures measures = measure_inequality(*distribution, options);
    if (measures.cancelled) return std::optional<Table>{};
    Drawing drawing{observations, heading};
    drawing.add("", measures);
    if (!observations.groups.empty()) {
        const auto parts = decompose_inequality(observations, options);
        if (!parts) return parts.error();
        if (parts->cancelled) return std::optional<Table>{};
        drawing.add_groups(measures, *parts);
    }
    return std::optional{std::move(drawing).finish()};
}

namespace {

/// The observations of each group, by name.
std::map<std::string, std::vector<Observation>> by_group(const Observations& observations) {
    std::map<std::string, std::vector<Observation>> groups;
    if (observations.groups.empty()) return groups;
    for (const Observation& observation : observations.all) {
        if (observation.weight > 0) {
            groups[observations.groups[observation.group]].push_back(observation);
        }
    }
    return groups;
}

Diagnostic no_curve(const std::string& group) {
    return {.code = DiagnosticCode::observations_sum,
            .explanation = (group.empty() ? "" : group + ": ") +
                           std::string{"the values sum to nothing or less, so that nobody has a "
                                       "share of the sum"},
            .remedy = "A Lorenz curve needs a sum above zero: choose others, or another period."};
}

std::optional<std::vector<LorenzPoint>> curve_of(const Distribution& distribution,
                                                 const LorenzOptions& options) {
    if (!options.points) return lorenz_corners(distribution);
    std::vector<Fraction> shares;
    for (unsigned i = 0; i <= *options.points; ++i) shares.push_back({i, *options.points});
    return lorenz_at(distribution, shares);
}

}  // namespace

Result<Table> lorenz(const Observations& observations, const LorenzOptions& options,
                     const DistributionHeading& heading) {
    const bool grouped = !observations.groups.empty();
    Table table{.name = "lorenz", .title = heading.title, .notes = heading.notes};
    if (grouped) table.columns.push_back({"group", "Group"});
    table.columns.push_back({"people", "Share of people", Align::right});
    table.columns.push_back({"value", "Share of the sum", Align::right});

    const auto add = [&](const std::string& group,
                         const Result<Distribution>& distribution) -> std::optional<Diagnostic> {
        if (!distribution) return distribution.error();
        const auto points = curve_of(*distribution, options);
        if (!points) return no_curve(group);
        for (const LorenzPoint& point : *points) {
            Row row;
            if (grouped) row.cells.emplace_back(group);
            row.cells.push_back(cell(point.people));
            row.cells.push_back(cell(point.value));
            table.rows.push_back(std::move(row));
        }
        if (distribution->negatives() > 0) {
            table.notes.push_back((group.empty() ? "" : group + ": ") +
                                  std::to_string(distribution->negatives()) +
                                  " below zero: the curve falls before it rises");
        }
        return std::nullopt;
    };
    if (auto problem = add("", everybody(observations))) return *std::move(problem);
    for (const auto& [name, members] : by_group(observations)) {
        const auto own =
            Distribution::of(members, observations.value_scale, observations.weight_scale);
        if (auto problem = add(name, own)) return *std::move(problem);
    }
    return table;
}

}  // namespace cellbook
