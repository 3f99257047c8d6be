#include "cli/render/text.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "cli/render/display_width.hpp"
#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t gap = 2;               // between columns
constexpr std::size_t narrowest_column = 8;  // that shortening may make
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view no_color = "\x1b[0m";

/// The table without its rows, which are drawn twice rather than held: for how wide they are, and
/// to be written.
struct Drawing {
    DrawnTable table;
    std::vector<std::size_t> widths{};
    bool shortened = false;  ///< whether words may be wider than their column

    [[nodiscard]] std::size_t indent(const DrawnRow& row, std::size_t column,
                                     std::size_t line) const {
        return column == table.indented_column && line == 0 ? row.indent : 0;
    }
};

std::size_t width_of(const DrawnLine& line) {
    return display_width(line.head) + display_width(line.tail) + display_width(line.unit);
}

Drawing drawing_of(const Table& table) {
    Drawing drawing{draw_frame(table)};
    for (const Column& column : drawing.table.columns) {
        drawing.widths.push_back(table.headed ? display_width(column.title) : 0);
    }
    for_each_drawn_row(table, [&](const DrawnRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            for (std::size_t line = 0; line < row.cells[i].size(); ++line) {
                drawing.widths[i] = std::max(
                    drawing.widths[i], drawing.indent(row, i, line) + width_of(row.cells[i][line]));
            }
        }
    });
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
    drawing.shortened = true;
}

/// Writes one line of columns, without blanks at its end.
class LineWriter {
public:
    LineWriter(std::ostream& out, bool color) : out_{out}, color_{color} {}

    void put(const DrawnLine& line, std::size_t indent, std::size_t width, Column::Align align) {
        const std::size_t used = indent + width_of(line);
        const std::size_t rest = width > used ? width - used : 0;
        if (align == Column::Align::right) blanks_ += rest;
        if (indent > 0 || !line.empty()) {  // what has no width, as a combining mark, is there too
            line_.append(blanks_ + indent, ' ');
            blanks_ = 0;
            const bool in_red = color_ && line.negative;
            if (in_red) line_ += red;
            line_.append(line.head).append(line.tail).append(line.unit);
            if (in_red) line_ += no_color;
        }
        blanks_ += align == Column::Align::left ? rest : 0;
        blanks_ += gap;
    }
    void put(std::string words, std::size_t width, Column::Align align) {
        put({.head = std::move(words)}, 0, width, align);
    }
    void end() {
        line_ += '\n';
        out_.write(line_.data(), static_cast<std::streamsize>(line_.size()));
        line_.clear();
        blanks_ = 0;
    }

private:
    std::ostream& out_;
    bool color_;
    std::string line_{};
    std::size_t blanks_ = 0;  ///< before what comes next, if anything does
};

/// A rule over all columns, or over those of numbers.
void draw_rule(const Drawing& drawing, LineWriter& writer, bool numbers_only) {
    for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
        const bool drawn = !numbers_only || drawing.table.columns[i].align == Column::Align::right;
        writer.put(drawn ? std::string(drawing.widths[i], '-') : std::string{}, drawing.widths[i],
                   Column::Align::left);
    }
    writer.end();
}

/// The line in its column, where words may have to be shortened.
void put_fitted(const Drawing& drawing, const DrawnLine& line, std::size_t indent,
                std::size_t column, LineWriter& writer) {
    const Column& of = drawing.table.columns[column];
    const std::size_t width = drawing.widths[column];
    if (!drawing.shortened || of.align == Column::Align::right) {
        return writer.put(line, indent, width, of.align);
    }
    // The end of an account's name tells more than its beginning.
    const bool keep_end = of.name == "account";
    writer.put({.head = shortened(std::string(indent, ' ') + line.text(), width, keep_end),
                .negative = line.negative},
               0, width, of.align);
}

void write_row(const Drawing& drawing, const DrawnRow& row, LineWriter& writer) {
    static const DrawnLine nothing;
    std::size_t height = 1;
    for (const auto& cell : row.cells) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool drawn = line < row.cells[i].size();
            put_fitted(drawing, drawn ? row.cells[i][line] : nothing,
                       drawn ? drawing.indent(row, i, line) : 0, i, writer);
        }
        writer.end();
    }
}

void draw_head(const Drawing& drawing, LineWriter& writer) {
    for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
        const Column& column = drawing.table.columns[i];
        writer.put(column.title, drawing.widths[i], column.align);
    }
    writer.end();
    draw_rule(drawing, writer, false);
}

}  // namespace

void render_text(const Table& table, const TextStyle& style, std::ostream& out) {
    Drawing drawing = drawing_of(table);
    if (style.width && !drawing.widths.empty()) fit(drawing, *style.width);
    LineWriter writer{out, style.color};
    if (!table.title.empty()) out << printable(table.title) << "\n\n";
    bool first = true;
    for_each_drawn_row(table, [&](const DrawnRow& row) {
        if (first && table.headed) draw_head(drawing, writer);
        const bool opens_section = row.role == Row::Role::heading && row.indent == 0;
        if (opens_section && !first) writer.end();
        if (row.ruled) draw_rule(drawing, writer, true);
        write_row(drawing, row, writer);
        first = false;
    });
    for (const auto& note : drawing.table.notes) out << note << '\n';
}

}  // namespace cellbook::cli
