#include "ledger/housing/occupancy.hpp"

#include <algorithm>
#include <map>

#include "ledger/property/dwellings.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

struct Count {
    std::optional<std::int64_t> planned{};  ///< places that the section was planned for
    std::int64_t cells = 0;
    std::int64_t vacant_cells = 0;
    std::int64_t places = 0;
    std::int64_t vacant_places = 0;
    std::int64_t households = 0;
    Headcount people{};  ///< in cells
    std::int64_t homeless_households = 0;
    Headcount homeless{};

    void add(const Cell& cell, const std::vector<Dweller>& dwellers) {
        std::int64_t persons = 0;
        for (const Dweller& dweller : dwellers) {
            add_to(people, dweller.people);
            persons += dweller.people.persons();
        }
        ++cells;
        vacant_cells += persons == 0 ? 1 : 0;
        places += cell.places;
        vacant_places += std::max(std::int64_t{0}, cell.places - persons);
        households += std::ssize(dwellers);
    }
    void add_homeless(const Dweller& dweller) {
        add_to(homeless, dweller.people);
        ++homeless_households;
    }
    void add(const Count& other) {
        if (other.planned) planned = planned.value_or(0) + *other.planned;
        cells += other.cells;
        vacant_cells += other.vacant_cells;
        places += other.places;
        vacant_places += other.vacant_places;
        households += other.households;
        add_to(people, other.people);
        homeless_households += other.homeless_households;
        add_to(homeless, other.homeless);
    }
    [[nodiscard]] std::int64_t persons() const { return people.persons() + homeless.persons(); }

private:
    static void add_to(Headcount& sum, const Headcount& more) {
        sum.adults += more.adults;
        sum.children += more.children;
    }
};

Value ratio(std::int64_t of, std::int64_t to) {
    if (to == 0) return {};
    return TableReal{Real{of} / Real{to}, 2};
}

Row count_row(std::string name, const Count& count, Row::Role role) {
    return {{std::move(name), count_value(count.planned), count.cells, count.vacant_cells,
             count.places, count.vacant_places, count.households + count.homeless_households,
             count.persons(), count.people.children + count.homeless.children,
             ratio(count.people.persons(), count.cells - count.vacant_cells),
             ratio(count.people.persons(), count.places), count.homeless_households,
             count.homeless.persons()},
            role};
}

std::vector<Column> section_columns() {
    return {{"section", "Section"},
            {"planned_places", "Planned", right},
            {"cells", "Cells", right},
            {"vacant_cells", "Vacant cells", right},
            {"places", "Places", right},
            {"vacant_places", "Vacant places", right},
            {"households", "Households", right},
            {"persons", "Persons", right},
            {"children", "Children", right},
            {"persons_per_cell", "Persons/cell", right},
            {"persons_per_place", "Persons/place", right},
            {"homeless_households", "Homeless households", right},
            {"homeless_persons", "Homeless persons", right}};
}

Table by_section(const PropertyRegister& property, const Dwellings& dwellings, Date day,
                 const PropertyScope& scope) {
    const Chart& chart = property.chart();
    std::map<std::string, Count> counts;
    for (const auto& [party, section] : property.sections()) {
        counts[chart[party].name].planned = section.places;
    }
    for (const auto& [name, cell] : property.cells()) {
        if (!cell.life.contains(day)) continue;
        const auto lived_in = dwellings.in_cells.find(name);
        counts[chart[cell.section].name].add(
            cell, lived_in == dwellings.in_cells.end() ? std::vector<Dweller>{} : lived_in->second);
    }
    for (const Dweller& dweller : dwellings.homeless) {
        const PartyId section = property.section_on(dweller.household, day);
        counts[section ? chart[section].name : std::string{}].add_homeless(dweller);
    }
    Table table{.name = "occupancy", .title = "Occupancy on " + to_string(day)};
    table.columns = section_columns();
    Count total;
    for (const auto& [name, count] : counts) {
        if (!scope.shows({name})) continue;
        table.rows.push_back(count_row(name, count, Row::Role::fact));
        total.add(count);
    }
    table.rows.push_back(count_row("total", total, Row::Role::total));
    return table;
}

std::vector<Column> cell_columns() {
    return {{"cell", "Cell"},
            {"section", "Section"},
            {"places", "Places", right},
            {"vacant_places", "Vacant places", right},
            {"households", "Households", right},
            {"persons", "Persons", right},
            {"children", "Children", right},
            {"persons_per_place", "Persons/place", right},
            {"lived_in_by", "Lived in by"}};
}

std::string names_of(const std::vector<Dweller>& dwellers, const Chart& chart) {
    std::string names;
    for (const Dweller& dweller : dwellers) {
        names += (names.empty() ? "" : ", ") + chart[dweller.household].name;
    }
    return names;
}

Row cell_row(Value cell, Value section, const Count& count, std::string names) {
    const bool housed = count.cells > 0;
    return {{std::move(cell), std::move(section), housed ? Value{count.places} : Value{},
             housed ? Value{count.vacant_places} : Value{},
             count.households + count.homeless_households, count.persons(),
             count.people.children + count.homeless.children,
             ratio(count.people.persons(), count.places), std::move(names)}};
}

Table by_cell(const PropertyRegister& property, const Dwellings& dwellings, Date day,
              const PropertyScope& scope) {
    const Chart& chart = property.chart();
    std::map<std::pair<std::string, std::string>, Row> rows;
    for (const auto& [name, cell] : property.cells()) {
        const std::string& section = chart[cell.section].name;
        if (!cell.life.contains(day) || !scope.shows({chart[name], section})) continue;
        const auto lived_in = dwellings.in_cells.find(name);
        const auto dwellers =
            lived_in == dwellings.in_cells.end() ? std::vector<Dweller>{} : lived_in->second;
        Count count;
        count.add(cell, dwellers);
        rows.emplace(std::pair{section, chart[name]},
                     cell_row(chart[name], section, count, names_of(dwellers, chart)));
    }
    std::map<std::string, Count> homeless;
    for (const Dweller& dweller : dwellings.homeless) {
        const PartyId section = property.section_on(dweller.household, day);
        homeless[section ? chart[section].name : std::string{}].add_homeless(dweller);
    }
    Table table{.name = "occupancy-cells", .title = "Occupancy on " + to_string(day)};
    table.columns = cell_columns();
    for (auto& [key, row] : rows) table.rows.push_back(std::move(row));
    for (const auto& [section, count] : homeless) {
        if (!scope.shows({section})) continue;
        table.rows.push_back(cell_row({}, section, count, "without a cell"));
    }
    return table;
}

}  // namespace

Result<Table> occupancy(const EntrySource& source, const OccupancyOptions& options) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Date day = options.scope.on.value_or(register_day(source, property));
    const Dwellings dwellings = dwellings_on(property, day);
    return options.by_cell ? by_cell(property, dwellings, day, options.scope)
                           : by_section(property, dwellings, day, options.scope);
}

}  // namespace cellbook
