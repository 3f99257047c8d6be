#include "cli/plot/pictures.hpp"

#include <algorithm>

#include "cli/failure.hpp"

namespace cellbook::cli {

namespace {

/// The periods of a table of lines by periods, drawn or not: its layout has a column for each.
std::vector<std::string> periods_of(const Table& table) {
    std::vector<std::string> periods;
    if (!table.layout) return periods;
    for (const auto& column : table.layout->columns) {
        const bool other = column.name == "account" || column.name == "total" ||
                           column.name == "average" || column.name.starts_with("change");
        if (!other) periods.push_back(column.name);
    }
    return periods;
}

Picture period_picture(const Table& table, const std::string& title, const std::string& measure,
                       Mark mark) {
    Picture picture{.title = title,
                    .x = {.title = "Period", .columns = {"period"}, .periods = true},
                    .y = {.title = measure, .columns = {"amount"}}};
    picture.y.unit = only_value(table, "commodity",
                                "choose one with cur:SYMBOL, or value all in one with -X SYMBOL");
    add_series(picture, table,
               {.x = {"period"},
                .y = {"amount"},
                .by = {"account"},
                .mark = mark,
                .x_names = periods_of(table),
                .absent_is_zero = true});
    require_points(picture);
    return picture;
}

std::string first_number(const Picture& picture) {
    for (const Series& series : picture.series) {
        if (!series.points.empty()) return series.points.front().y.front();
    }
    return {};
}

/// `sections:alamos` and `sections:posta` are `alamos` and `posta` where nothing else stands beside
/// them: labels are short of room.
void shorten(std::vector<std::string*> names) {
    if (names.size() < 2) return;
    std::string_view common{*names.front()};
    common = common.substr(0, common.rfind(':') + 1);
    for (const std::string* name : names) {
        while (!common.empty() && !name->starts_with(common)) {
            common.remove_suffix(1);
            common = common.substr(0, common.rfind(':') + 1);
        }
    }
    const std::size_t cut = common.size();
    for (std::string* name : names) name->erase(0, cut);
}

void shorten_places(Picture& picture) {
    std::vector<std::string*> names;
    for (std::string& name : picture.x.names) names.push_back(&name);
    shorten(std::move(names));
}

/// What the statement says of itself, or else a name for any of its sort.
std::string title_of(const Table& table, const char* otherwise) {
    if (!table.caption.empty()) return table.caption;
    return table.title.empty() ? otherwise : table.title;
}

}  // namespace

Picture balance_picture(const Table& table) {
    return period_picture(table, "Balances", "Balance at the end of the period", Mark::line);
}

Picture flow_picture(const Table& table) {
    return period_picture(table, "Changes of balances", "Change in the period", Mark::bar);
}

Picture lorenz_picture(const Table& table) {
    Picture picture{
        .title = title_of(table, "Lorenz curve"),
        .x = {.title = "People from the poorest on", .unit = "share of all", .columns = {"people"}},
        .y = {.title = "What they have", .unit = "share of all", .columns = {"value"}},
        .references = {{.kind = Reference::Kind::diagonal, .name = "equality"}}};
    DrawingRule rule{.x = {"people"}, .y = {"value"}, .x_numbers = true};
    if (has_column(table, "group")) rule.by = {"group"};
    rule.name = "everybody";
    add_series(picture, table, rule);
    require_points(picture);
    std::vector<std::string*> groups;
    for (Series& series : picture.series) {
        if (series.name != rule.name) groups.push_back(&series.name);
    }
    shorten(std::move(groups));
    return picture;
}

Picture index_picture(const Table& table) {
    Picture picture{.title = title_of(table, "Price index"),
                    .x = {.title = "Period", .columns = {"period"}, .periods = true},
                    .y = {.title = "Index", .columns = {"value"}}};
    add_series(picture, table, {.x = {"period"}, .y = {"value"}, .by = {"method"}});
    require_points(picture);
    const std::string base = first_number(picture);
    picture.y.unit = picture.x.names.front() + " = " + base;
    picture.references.push_back({.name = "base " + picture.x.names.front(), .at = base});
    return picture;
}

Picture rents_picture(const Table& table) {
    Picture picture{
        .title = title_of(table, "Rents by section and grade"),
        .x = {.title = "Section and grade", .columns = {"section_grade"}},
        .y = {.title = "Rent a month", .columns = {"min", "p25", "median", "p75", "max"}}};
    if (has_column(table, "commodity")) {
        picture.y.unit = only_value(table, "commodity", "choose one commodity");
    }
    DrawingRule rule{.x = {"section"}, .y = picture.y.columns, .mark = Mark::box};
    if (has_column(table, "grade")) rule.x.emplace_back("grade");
    if (has_column(table, "leases")) rule.count = "leases";
    add_series(picture, table, rule);
    require_points(picture);
    shorten_places(picture);
    return picture;
}

Picture occupancy_picture(const Table& table) {
    Picture picture{.title = title_of(table, "Occupancy by section"),
                    .x = {.title = "Section", .columns = {"section"}},
                    .y = {.title = "Persons and places", .unit = "number", .columns = {"number"}}};
    add_series(picture, table,
               {.x = {"section"}, .y = {"persons"}, .mark = Mark::bar, .name = "persons"});
    add_series(picture, table,
               {.x = {"section"}, .y = {"places"}, .mark = Mark::level, .name = "places"});
    require_points(picture);
    shorten_places(picture);
    return picture;
}

}  // namespace cellbook::cli
