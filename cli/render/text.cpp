#include "cli/render/text.hpp"

#include <algorithm>
#include <ostream>
#include <vector>

#include "cli/render/display_width.hpp"
#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t gap = 2;               // between columns
constexpr std::size_t narrowest_column = 8;  // that shortening may make
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view no_color = "\x1b[0m";

struct Line {
    std::string text;
    bool negative = false;
};

struct TextRow {
    std::vector<std::vector<Line>> cells;
    const DrawnRow* drawn;
};

/// Every row's cells as lines, and how wide the columns are.
struct Drawing {
    const DrawnTable& table;
    std::vector<TextRow> rows;
    std::vector<std::size_t> widths;
};

Drawing drawing_of(const DrawnTable& table, bool headed) {
    Drawing drawing{table, {}, {}};
    for (const Column& column : table.columns) {
        drawing.widths.push_back(headed ? display_width(column.title) : 0);
    }
    for (const DrawnRow& row : table.rows) {
        TextRow lines{{}, &row};
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto& cell = lines.cells.emplace_back();
            for (const DrawnLine& line : row.cells[i]) cell.push_back({line.text(), line.negative});
            if (i == table.indented_column) cell.front().text.insert(0, row.indent, ' ');
            for (const auto& line : cell) {
                drawing.widths[i] = std::max(drawing.widths[i], display_width(line.text));
            }
        }
        drawing.rows.push_back(std::move(lines));
    }
    return drawing;
}

/// Takes columns of words down, the widest first, until lines fit.
void fit(Drawing& drawing, std::size_t width) {
    const auto& columns = drawing.table.columns;
    std::size_t all = gap * (drawing.widths.size() - 1);
    for (const auto column : drawing.widths) all += column;
    while (all > width) {
        std::size_t widest = drawing.widths.size();
        for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
            if (columns[i].align == Column::Align::right) continue;
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
            if (columns[i].align == Column::Align::right) continue;
            for (auto& line : row.cells[i]) {
                // The end of an account's name tells more than its beginning.
                line.text = shortened(line.text, drawing.widths[i], columns[i].name == "account");
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

/// A rule over all columns, or over those of numbers.
void draw_rule(const Drawing& drawing, LineWriter& writer, bool numbers_only) {
    for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
        const bool drawn = !numbers_only || drawing.table.columns[i].align == Column::Align::right;
        writer.put({drawn ? std::string(drawing.widths[i], '-') : std::string{}}, drawing.widths[i],
                   Column::Align::left);
    }
    writer.end();
}

void draw_row(const Drawing& drawing, const TextRow& row, LineWriter& writer) {
    std::size_t height = 1;
    for (const auto& cell : row.cells) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            writer.put(line < cell.size() ? cell[line] : Line{}, drawing.widths[i],
                       drawing.table.columns[i].align);
        }
        writer.end();
    }
}

void draw_head(const Drawing& drawing, LineWriter& writer) {
    for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
        const Column& column = drawing.table.columns[i];
        writer.put({column.title}, drawing.widths[i], column.align);
    }
    writer.end();
    draw_rule(drawing, writer, false);
}

}  // namespace

void render_text(const Table& table, const TextStyle& style, std::ostream& out) {
    const DrawnTable drawn = draw(table);
    Drawing drawing = drawing_of(drawn, table.headed);
    if (style.width && !drawing.widths.empty()) fit(drawing, *style.width);
    LineWriter writer{out, style.color};
    if (!table.title.empty()) out << printable(table.title) << "\n\n";
    if (table.headed && !drawing.rows.empty()) draw_head(drawing, writer);
    for (const TextRow& row : drawing.rows) {
        const bool opens_section = row.drawn->role == Row::Role::heading && row.drawn->indent == 0;
        if (opens_section && &row != &drawing.rows.front()) writer.end();
        if (row.drawn->ruled) draw_rule(drawing, writer, true);
        draw_row(drawing, row, writer);
    }
    for (const auto& note : drawn.notes) out << note << '\n';
}

}  // namespace cellbook::cli
