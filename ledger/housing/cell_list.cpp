#include "ledger/housing/cell_list.hpp"

#include <algorithm>

#include "ledger/property/dwellings.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

struct Letting {
    std::string forms{};
    std::string tenants{};

    void add(const Lease& lease, const Chart& chart) {
        if (!forms.empty()) forms += ", ";
        if (!tenants.empty()) tenants += ", ";
        forms += to_string(lease.form);
        tenants += chart[lease.tenant].name;
    }
};

std::map<WordId, Letting> lettings(const PropertyRegister& property, Date day) {
    std::map<WordId, Letting> all;
    for (const Lease& lease : property.leases()) {
        if (lease.term.contains(day)) all[lease.cell].add(lease, property.chart());
    }
    return all;
}

std::int64_t persons_in(const std::vector<Dweller>& dwellers) {
    std::int64_t persons = 0;
    for (const Dweller& dweller : dwellers) persons += dweller.people.persons();
    return persons;
}

/// The last price paid, by a title that is held or was.
const Title* last_priced(const std::vector<Title>& titles, Date day) {
    const Title* last = nullptr;
    for (const Title& title : titles) {
        if (title.since <= day && title.price) last = &title;
    }
    return last;
}

std::vector<Column> columns() {
    return {{"cell", "Cell"},
            {"section", "Section"},
            {"grade", "Stars", right},
            {"area_m2", "m2", right},
            {"places", "Places", right},
            {"floor", "Floor", right},
            {"improvements", "Improvements", left, true},
            {"improved", "Improved", left, true},
            {"owner", "Owner"},
            {"since", "Since"},
            {"price_commodity", "Commodity", left, true},
            {"price", "Last price", right},
            {"priced", "Priced", left, true},
            {"let", "Let"},
            {"tenants", "Tenants"},
            {"persons", "Persons", right},
            {"standing", "Standing", left, true},
            {"source", "Source", left, true}};
}

}  // namespace

Result<Table> cell_list(const EntrySource& source, const PropertyScope& scope) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    const Date day = scope.on.value_or(register_day(source, property));
    const auto let = lettings(property, day);
    const Dwellings dwellings = dwellings_on(property, day);
    std::vector<const Cell*> cells;
    for (const auto& [name, cell] : property.cells()) {
        if (cell.life.contains(day)) cells.push_back(&cell);
    }
    std::ranges::sort(cells, {}, [&](const Cell* cell) {
        return std::pair{std::string_view{chart[cell->section].name},
                         std::string_view{chart[cell->name]}};
    });
    Table table{.name = "cells", .title = "Cells on " + to_string(day)};
    table.columns = columns();
    table.styles = commodity_styles(chart);
    for (const Cell* cell : cells) {
        const Title* const title = property.title_on(cell->name, day);
        const Title* const priced = last_priced(property.titles(cell->name), day);
        const auto lent = let.find(cell->name);
        const Letting letting = lent == let.end() ? Letting{} : lent->second;
        const PartyId owner = title == nullptr ? PartyId{} : title->owner;
        if (!scope.shows({chart[cell->name], chart[cell->section].name,
                          owner ? std::string_view{chart[owner].name} : std::string_view{},
                          letting.tenants})) {
            continue;
        }
        const auto lived_in = dwellings.in_cells.find(cell->name);
        const auto persons =
            lived_in == dwellings.in_cells.end() ? std::int64_t{0} : persons_in(lived_in->second);
        const auto price = priced == nullptr ? std::nullopt : priced->price;
        table.rows.push_back(
            {{chart[cell->name], chart[cell->section].name, count_value(property.grade_of(*cell)),
              decimal_value(cell->area_m2), cell->places, count_value(cell->floor),
              cell->improvements, date_value(cell->improved_by(day)), party_value(owner, chart),
              title == nullptr ? Value{} : Value{title->since},
              price ? Value{chart[price->commodity].symbol} : Value{}, amount_value(price, chart),
              priced == nullptr ? Value{} : Value{priced->since}, letting.forms, letting.tenants,
              persons, standing_value(cell->origin), source_value(cell->origin, chart)}});
    }
    return table;
}

}  // namespace cellbook
