#include "ledger/housing/title_list.hpp"

#include <algorithm>
#include <iterator>

#include "ledger/property/left_behind.hpp"
#include "ledger/property/read_property.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

Row title_row(const Title& title, const Title* next, const Chart& chart) {
    std::vector<TableAmount> levies;
    if (!title.levies.empty()) levies = table_amounts(title.levies, chart);
    return {{chart[title.cell], party_value(title.owner, chart), title.since,
             next == nullptr ? Value{} : Value{next->since}, party_value(title.from, chart),
             title.price ? Value{chart[title.price->commodity].symbol} : Value{},
             amount_value(title.price, chart), levies.empty() ? Value{} : Value{levies},
             title.id.empty() ? Value{} : Value{title.id}, standing_value(title.origin),
             source_value(title.origin, chart)}};
}

std::vector<Column> columns() {
    return {{"cell", "Cell"},
            {"owner", "Holder"},
            {"since", "Since"},
            {"until", "Until"},
            {"from", "From"},
            {"price_commodity", "Commodity", left, true},
            {"price", "Price", right},
            {"levies", "Levies", right},
            {"transaction", "By transaction"},
            {"standing", "Standing", left, true},
            {"source", "Source", left, true}};
}

void note_gone(const PropertyRegister& property, Date day, Table& table) {
    for (const LeftBehind& left : left_behind(property, day)) {
        for (const WordId cell : left.titles) {
            table.notes.push_back("`" + property.chart()[left.household].name + "`, gone since " +
                                  to_string(left.since) + ", still holds `" +
                                  property.chart()[cell] + "`.");
        }
    }
}

}  // namespace

Result<Table> title_list(const EntrySource& source, const PropertyScope& scope) {
    const PropertyRegister property = read_property(source);
    if (auto nothing = nothing_registered(property)) return *std::move(nothing);
    const Chart& chart = source.chart();
    const Date day = scope.on.value_or(register_day(source, property));
    std::vector<WordId> cells;
    for (const auto& [name, cell] : property.cells()) {
        if (scope.shows({chart[name]})) cells.push_back(name);
    }
    if (cells.empty()) {
        return Diagnostic{.code = DiagnosticCode::cell_not_found,
                          .explanation = "none of the " + std::to_string(property.cells().size()) +
                                         " registered cells has such a name",
                          .remedy = "`cells` lists them."};
    }
    std::ranges::sort(cells, {}, [&](WordId cell) { return std::string_view{chart[cell]}; });
    Table table{.name = "titles", .title = "Titles up to " + to_string(day)};
    table.columns = columns();
    table.styles = commodity_styles(chart);
    for (const WordId cell : cells) {
        const auto& titles = property.titles(cell);
        for (auto at = titles.begin(); at != titles.end() && at->since <= day; ++at) {
            const auto next = std::next(at);
            const bool passed_on = next != titles.end() && next->since <= day;
            table.rows.push_back(title_row(*at, passed_on ? &*next : nullptr, chart));
        }
    }
    if (scope.words.empty()) note_gone(property, day, table);
    return table;
}

}  // namespace cellbook
