#include "cli/render/markdown.hpp"

#include <algorithm>
#include <ostream>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

constexpr std::size_t narrowest_column = 3;  // `---`, the shortest rule of a pipe table

using Lines = std::vector<std::string>;

std::string bold(const std::string& text) {
    return text.empty() ? text : "**" + text + "**";
}

std::string cell_text(const DrawnTable& table, const DrawnRow& row, std::size_t i) {
    std::string text = joined_lines(
        row.cells[i], "<br>", [](const DrawnLine& line) { return markdown_text(line.text()); });
    if (row.role != Row::Role::fact) text = bold(text);
    if (i == table.indented_column) {
        for (unsigned step = 0; step < row.indent; ++step) text.insert(0, "&nbsp;");
    }
    return text;
}

void write_line(const DrawnTable& table, const Lines& cells, const std::vector<std::size_t>& widths,
                std::ostream& out) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string blanks(widths[i] - display_width(cells[i]), ' ');
        const bool to_the_right = table.columns[i].align == Column::Align::right;
        out << "| " << (to_the_right ? blanks + cells[i] : cells[i] + blanks) << ' ';
    }
    out << "|\n";
}

void write_table_lines(const DrawnTable& table, std::ostream& out) {
    std::vector<Lines> lines(1);
    for (const Column& column : table.columns) lines[0].push_back(markdown_text(column.title));
    for (const DrawnRow& row : table.rows) {
        Lines& cells = lines.emplace_back();
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            cells.push_back(cell_text(table, row, i));
        }
    }
    std::vector<std::size_t> widths(table.columns.size(), narrowest_column);
    for (const Lines& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(cells[i]));
        }
    }
    write_line(table, lines[0], widths, out);
    Lines rule;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const std::string dashes(widths[i] - 1, '-');
        rule.push_back(table.columns[i].align == Column::Align::right ? dashes + ':'
                                                                      : ':' + dashes);
    }
    write_line(table, rule, widths, out);
    for (std::size_t i = 1; i < lines.size(); ++i) write_line(table, lines[i], widths, out);
}

/// A code span: within it nothing is markup, so only its fence must be longer than any in it.
std::string code_span(const std::string& text) {
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const char c : text) {
        run = c == '`' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    const std::string fence(longest + 1, '`');
    const std::string blank = longest > 0 ? " " : "";
    return fence + blank + text + blank + fence;
}

}  // namespace

std::string markdown_text(std::string_view text) {
    constexpr std::string_view marks = "\\`*_{}[]<>()#+!|~&$";
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool at_end = i == 0 || i + 1 == text.size();
        if (text[i] == ' ' && at_end) {
            escaped += "&#32;";  // blanks at the ends of a cell would be trimmed
            continue;
        }
        if (marks.find(text[i]) != std::string_view::npos) escaped += '\\';
        escaped += text[i];
    }
    return escaped;
}

void render_markdown(const Table& table, const Origin& origin, std::ostream& out) {
    const DrawnTable drawn = draw(table);
    out << bold(markdown_text(drawn.caption)) << "\n\n";
    if (!drawn.columns.empty()) write_table_lines(drawn, out);
    for (const auto& note : drawn.notes) out << '\n' << markdown_text(note) << '\n';
    if (!origin.digest.empty()) out << "\nDigest: " << code_span(origin.digest) << '\n';
    if (!origin.command.empty()) {
        out << "\nMade by: " << code_span(printable(origin.command)) << '\n';
    }
}

}  // namespace cellbook::cli
