#include "cli/render/text.hpp"

#include <algorithm>
#include <ostream>
#include <string>
#include <vector>

#include "cli/render/display_width.hpp"
#include "cli/render/drawn_table.hpp"
#include "cli/render/packed_rows.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t gap = 2;               // between columns
constexpr std::size_t narrowest_column = 8;  // that shortening may make
constexpr std::string_view red = "\x1b[31m";
constexpr std::string_view no_color = "\x1b[0m";

/// Tables that take less are drawn once; longer ones for how wide they are, and again to be
/// written, so that memory does not grow with them.
constexpr std::size_t most_kept = std::size_t{8} << 20U;
constexpr std::size_t batch = std::size_t{1} << 16U;

struct Drawing {
    explicit Drawing(const Table& table) : frame{draw_frame(table)}, rows{frame.columns.size()} {}

    DrawnTable frame;  ///< without rows
    PackedRows rows;
    bool holds_all = true;
    std::vector<std::size_t> widths{};
    bool shortened = false;  ///< whether words may be wider than their column

    [[nodiscard]] std::size_t indent(const PackedRow& row, std::size_t column,
                                     std::size_t line) const {
        return column == frame.indented_column && line == 0 ? row.indent : 0;
    }
    void measure_rows() {
        rows.for_each([&](const PackedRow& row) {
            for (std::size_t i = 0; i < row.cells.size(); ++i) {
                for (std::size_t line = 0; line < row.cells[i].size(); ++line) {
                    widths[i] =
                        std::max(widths[i], indent(row, i, line) + row.cells[i][line].width);
                }
            }
        });
    }
};

Drawing drawing_of(const Table& table) {
    Drawing drawing{table};
    for (const Column& column : drawing.frame.columns) {
        drawing.widths.push_back(table.headed ? display_width(column.title) : 0);
    }
    for_each_drawn_row(table, [&](const DrawnRow& row) {
        drawing.rows.add(row);
        if (drawing.rows.bytes() < (drawing.holds_all ? most_kept : batch)) return;
        drawing.measure_rows();
        drawing.rows.clear();
        drawing.holds_all = false;
    });
    drawing.measure_rows();
    return drawing;
}

/// Takes columns of words down, the widest first, until lines fit.
void fit(Drawing& drawing, std::size_t width) {
    const auto& columns = drawing.frame.columns;
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

    void put(const PackedLine& line, std::size_t indent, std::size_t width, Column::Align align) {
        const std::size_t used = indent + line.width;
        const std::size_t rest = width > used ? width - used : 0;
        if (align == Column::Align::right) blanks_ += rest;
        if (indent > 0 ||
            !line.text.empty()) {  // what has no width, as a combining mark, is there too
            line_.append(blanks_ + indent, ' ');
            blanks_ = 0;
            const bool in_red = color_ && line.negative;
            if (in_red) line_ += red;
            line_ += line.text;
            if (in_red) line_ += no_color;
        }
        blanks_ += align == Column::Align::left ? rest : 0;
        blanks_ += gap;
    }
    void put(std::string_view words, std::size_t width, Column::Align align) {
        put({words, display_width(words)}, 0, width, align);
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
        const bool drawn = !numbers_only || drawing.frame.columns[i].align == Column::Align::right;
        writer.put(drawn ? std::string(drawing.widths[i], '-') : std::string{}, drawing.widths[i],
                   Column::Align::left);
    }
    writer.end();
}

/// The line in its column, where words may have to be shortened.
void put_fitted(const Drawing& drawing, const PackedLine& line, std::size_t indent,
                std::size_t column, LineWriter& writer) {
    const Column& of = drawing.frame.columns[column];
    const std::size_t width = drawing.widths[column];
    if (!drawing.shortened || of.align == Column::Align::right) {
        return writer.put(line, indent, width, of.align);
    }
    // The end of an account's name tells more than its beginning.
    const bool keep_end = of.name == "account";
    const std::string text =
        shortened(std::string(indent, ' ') + std::string{line.text}, width, keep_end);
    writer.put({text, display_width(text), line.negative}, 0, width, of.align);
}

void write_row(const Drawing& drawing, const PackedRow& row, LineWriter& writer) {
    std::size_t height = 1;
    for (const auto& cell : row.cells) height = std::max(height, cell.size());
    for (std::size_t line = 0; line < height; ++line) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const bool drawn = line < row.cells[i].size();
            put_fitted(drawing, drawn ? row.cells[i][line] : PackedLine{},
                       drawn ? drawing.indent(row, i, line) : 0, i, writer);
        }
        writer.end();
    }
}

void draw_head(const Drawing& drawing, LineWriter& writer) {
    for (std::size_t i = 0; i < drawing.widths.size(); ++i) {
        const Column& column = drawing.frame.columns[i];
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
    const auto write = [&](const PackedRow& row) {
        if (first && table.headed) draw_head(drawing, writer);
        const bool opens_section = row.role == Row::Role::heading && row.indent == 0;
        if (opens_section && !first) writer.end();
        if (row.ruled) draw_rule(drawing, writer, true);
        write_row(drawing, row, writer);
        first = false;
    };
    if (!drawing.holds_all) {
        drawing.rows.clear();
        for_each_drawn_row(table, [&](const DrawnRow& row) {
            drawing.rows.add(row);
            if (drawing.rows.bytes() < batch) return;
            drawing.rows.for_each(write);
            drawing.rows.clear();
        });
    }
    drawing.rows.for_each(write);
    for (const auto& note : drawing.frame.notes) out << note << '\n';
}

}  // namespace cellbook::cli
