#include "cli/render/text.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "cli/render/display_width.hpp"
#include "cli/render/plain_value.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t gap = 2;               // between columns
constexpr std::size_t narrowest_column = 8;  // that shortening may make
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view no_color = "\x1b[0m";

/// One line of a cell.
struct Line {
    std::string text;
    bool negative = false;
};
using Cell = std::vector<Line>;

struct DrawnRow {
    std::vector<Cell> cells;
    Row::Role role;
};

/// What is drawn: the columns that text shows, and every row's cells as lines.
struct Drawing {
    std::vector<Column> columns;
    std::vector<DrawnRow> rows;
    std::vector<std::size_t> widths;
};

Line amount_line(const Table& table, const TableAmount& amount) {
    const auto style = table.styles.find(amount.commodity);
    return {printable(styled_amount(
                amount, style == table.styles.end() ? CommodityStyle{} : style->second)),
            amount.minor < 0};
}

Cell cell_of(const Table& table, const Value& value) {
    if (const auto* amount = std::get_if<TableAmount>(&value)) return {amount_line(table, *amount)};
    if (const auto* amounts = std::get_if<std::vector<TableAmount>>(&value)) {
        Cell cell;
        for (const auto& amount : *amounts) cell.push_back(amount_line(table, amount));
        return cell;
    }
    return {{printable(plain_text(value))}};
}

Drawing drawing_of(const Table& table) {
    const auto& columns = table.layout ? table.layout->columns : table.columns;
    const auto& rows = table.layout ? table.layout->rows : table.rows;
    Drawing drawing;
    std::ranges::copy_if(columns, std::back_inserter(drawing.columns),
                         [](const Column& column) { return !column.tidy_only; });
    for (const Row& row : rows) {
        DrawnRow drawn{{}, row.role};
        bool indented = false;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (columns[i].tidy_only) continue;
            Cell cell = cell_of(table, row.cells[i]);
            if (!indented && columns[i].align == Column::Align::left) {
                cell.front().text.insert(0, row.indent, ' ');
                indented = true;
            }
            drawn.cells.push_back(std::move(cell));
        }
        drawing.rows.push_back(std::move(drawn));
    }
    for (std::size_t i = 0; i < drawing.columns.size(); ++i) {
        std::size_t width = table.headed ? display_width(drawing.columns[i].title) : 0;
        for (const auto& row : drawing.rows) {
            for (const auto& line : row.cells[i]) width = std::max(width, display_width(line.text));
        }
        drawing.widths.push_back(width);
    }
    return drawing;
}

/// Takes columns of words down, the widest first, until lines fit.
void fit(Drawing& drawing, std::size_t width) {
    std::size_t all = gap * (drawing.widths.size() - 1);
    for (const auto column : drawing.widths) all += column;
    while (all > width) {
        std::size_t widest = drawing.widths.size();
        for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
            if (drawing.columns[i].align == Column::Align::right) continue;
            if (drawing.widths[i] <= narrowest_column) continue;
            if (widest == drawing.widths.size() || drawing.widths[i] > drawing.widths[widest]) {
                widest = i;
            }
        }
        if (widest == drawing.widths.size()) break;
        --drawing.widths[widest];
        --all;
    }
    for (auto& row : drawing.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (drawing.columns[i].align == Column::Align::right) continue;
            for (auto& line : row.cells[i]) {
                // The end of an account's name tells more than its beginning.
                line.text =
                    shortened(line.text, drawing.widths[i], drawing.columns[i].name == "account");
            }
        }
    }
}

/// Writes one line of columns, without blanks at its end.
class LineWriter {
public:
    LineWriter(std::ostream& out, bool color) : out_{out}, color_{color} {}

    void put(const Line& line, std::size_t width, Column::Align align) {
        const std::size_t used = display_width(line.text);
        const std::size_t rest = width > used ? width - used : 0;
        if (align == Column::Align::right) blanks_ += rest;
        if (!line.text.empty()) {
            out_ << std::string(blanks_, ' ');
            blanks_ = 0;
            const bool in_red = color_ && line.negative;
            if (in_red) out_ << red;
            out_ << line.text;
            if (in_red) out_ << no_color;
        }
        blanks_ += align == Column::Align::left ? rest : 0;
        blanks_ += gap;
    }
    void end() {
        out_ << '\n';
        blanks_ = 0;
    }

private:
    std::ostream& out_;
    bool color_;
    std::size_t blanks_ = 0;
};

/// A rule over the columns that `ruled` picks.
template <class Ruled>
void draw_rule(const Drawing& drawing, LineWriter& writer, const Ruled& ruled) {
    for (std::size_t i = 0; i < drawing.columns.size(); ++i) {
        const bool drawn = ruled(drawing.columns[i]);
        writer.put({drawn ? std::string(drawing.widths[i], '-') : std::string{}}, drawing.widths[i],
                   Column::Align::left);
    }
    writer.end();
}

void draw_row(const Drawing& drawing, const DrawnRow& row, LineWriter& writer) {
    std::size_t height = 1;
    for (const Cell& cell : row.cells) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const Cell& cell = row.cells[i];
            writer.put(line < cell.size() ? cell[line] : Line{}, drawing.widths[i],
                       drawing.columns[i].align);
        }
        writer.end();
    }
}

}  // namespace

std::string styled_amount(const TableAmount& amount, const CommodityStyle& style) {
    std::string digits = to_decimal_text(amount.minor, amount.scale);
    const auto point = digits.find('.');
    const std::size_t whole_end = point == std::string::npos ? digits.size() : point;
    if (point != std::string::npos) digits[point] = style.decimal_mark;
    if (style.group_mark != 0) {
        const std::size_t first = digits.starts_with('-') ? 1 : 0;
        for (std::size_t at = whole_end; at > first + 3; at -= 3) {
            digits.insert(at - 3, 1, style.group_mark);
        }
    }
    if (amount.commodity.empty()) return digits;
    const std::string space = style.spaced ? " " : "";
    const std::string symbol = quoted_symbol(amount.commodity);
    return style.symbol_left ? symbol + space + digits : digits + space + symbol;
}

void render_text(const Table& table, const TextStyle& style, std::ostream& out) {
    Drawing drawing = drawing_of(table);
    if (style.width && !drawing.widths.empty()) fit(drawing, *style.width);
    LineWriter writer{out, style.color};
    if (!table.title.empty()) out << printable(table.title) << "\n\n";
    if (table.headed && !drawing.rows.empty()) {
        for (std::size_t i = 0; i < drawing.columns.size(); ++i) {
            writer.put({drawing.columns[i].title}, drawing.widths[i], drawing.columns[i].align);
        }
        writer.end();
        draw_rule(drawing, writer, [](const Column&) { return true; });
    }
    bool totalled = false;
    for (const DrawnRow& row : drawing.rows) {
        if (row.role == Row::Role::total && !totalled) {
            draw_rule(drawing, writer,
                      [](const Column& column) { return column.align == Column::Align::right; });
            totalled = true;
        }
        draw_row(drawing, row, writer);
    }
    for (const auto& note : table.notes) out << printable(note) << '\n';
}

}  // namespace cellbook::cli
