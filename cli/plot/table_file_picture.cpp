#include "cli/plot/table_file_picture.hpp"

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/plot/csv_table.hpp"
#include "cli/plot/plot_number.hpp"
#include "cli/plot/table_picture.hpp"
#include "ledger/digest.hpp"
#include "ledger/version.hpp"

namespace cellbook::cli {

namespace {

struct MarkName {
    std::string_view name;
    Mark mark;
};

constexpr std::array<MarkName, 5> mark_names{{{"lines", Mark::line},
                                              {"points", Mark::points},
                                              {"steps", Mark::step},
                                              {"bars", Mark::bar},
                                              {"boxes", Mark::box}}};

Mark mark_of(const PlotFlags& flags) {
    if (!flags.mark) return Mark::line;
    const auto* const found = std::ranges::find(mark_names, *flags.mark, &MarkName::name);
    if (found != mark_names.end()) return found->mark;
    throw UsageError{"no such mark: " + *flags.mark,
                     "they are lines, points, steps, bars and boxes"};
}

/// Names between commas.
std::vector<std::string> names_in(const std::string& text) {
    std::vector<std::string> names{{}};
    for (const char c : text) {
        if (c == ',') {
            names.emplace_back();
        } else {
            names.back() += c;
        }
    }
    return names;
}

DrawingRule rule_of(const PlotFlags& flags) {
    if (!flags.x || !flags.y) {
        throw UsageError{"plot table needs --x and --y",
                         "name the columns to draw, as in --x period --y amount"};
    }
    DrawingRule rule{.x = {*flags.x}, .y = names_in(*flags.y), .mark = mark_of(flags)};
    if (flags.by) rule.by = names_in(*flags.by);
    const std::size_t wanted = rule.mark == Mark::box ? box_numbers : 1;
    if (rule.y.size() != wanted) {
        throw UsageError{"--y names " + std::to_string(rule.y.size()) + " columns, not " +
                             std::to_string(wanted),
                         wanted == 1 ? "tell series apart by --by, or draw --mark boxes"
                                     : "boxes want --y MIN,P25,MEDIAN,P75,MAX"};
    }
    return rule;
}

/// Whether a column has numbers in every cell that is not empty, and in one at least.
bool holds_numbers(const Table& table, const std::string& column) {
    const auto found = std::ranges::find(table.columns, column, &Column::name);
    if (found == table.columns.end()) return false;
    const auto at = static_cast<std::size_t>(found - table.columns.begin());
    bool any = false;
    for (const Row& row : table.rows) {
        const bool empty = plain_text(row.cells[at]).empty();
        if (!empty && !plot_number(row.cells[at])) return false;
        any = any || !empty;
    }
    return any;
}

}  // namespace

Picture table_file_picture(const PlotFlags& flags, const Environment& /*environment*/) {
    DrawingRule rule = rule_of(flags);
    const auto& words = flags.report.terms;
    if (words.size() != 1) {
        throw UsageError{"plot table draws one file", "write cellbook plot table FILE.csv"};
    }
    const std::string text = read_file(words.front());
    const Table table = value_or_fail(read_csv_table(text, words.front(), rule.y));
    const bool placed = rule.mark == Mark::bar || rule.mark == Mark::box;
    rule.x_numbers = !placed && holds_numbers(table, *flags.x);
    const std::string name = words.front() == "-"
                                 ? "standard input"
                                 : std::filesystem::path{words.front()}.filename().string();
    Picture picture{.title = name,
                    .x = {.title = *flags.x, .columns = {*flags.x}},
                    .y = {.title = *flags.y, .columns = rule.y}};
    picture.x.periods = !rule.x_numbers && *flags.x == "period";
    if (has_column(table, "commodity")) {
        picture.y.unit = only_value(table, "commodity", "keep the rows of one commodity");
    }
    add_series(picture, table, rule);
    picture.origin = {.files = {name},
                      .version = std::string{version()},
                      .digest = to_hex(Sha256{}.of(text)),
                      .pinned = "file"};
    return picture;
}

}  // namespace cellbook::cli
