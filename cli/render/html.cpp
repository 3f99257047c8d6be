#include "cli/render/html.hpp"

#include <ostream>

#include "cli/render/display_width.hpp"

namespace cellbook::cli {

namespace {

constexpr auto right = Column::Align::right;

// Contrast of all colours is 7:1 or more (WCAG 2.1, 1.4.6), on dark screens too.
constexpr std::string_view style = R"(<style>
:root { color-scheme: light dark; }
body { font: 100%/1.4 system-ui, sans-serif; margin: 2em auto; max-width: 80em; padding: 0 1em; }
table { border-collapse: collapse; }
caption { font-size: 1.2em; font-weight: bold; padding-bottom: 0.6em; text-align: left; }
th, td { padding: 0.15em 0.8em 0.15em 0; text-align: left; vertical-align: top; }
th { font-weight: normal; }
thead th { border-bottom: 2px solid; font-weight: bold; vertical-align: bottom; }
.number { font-variant-numeric: tabular-nums; padding-right: 0.2em; padding-left: 0.8em;
  text-align: right; white-space: nowrap; }
.negative { color: #a00000; }
.heading > *, .subtotal > *, .total > * { font-weight: bold; }
.heading > * { padding-top: 0.8em; }
.ruled > .number { border-top: 1px solid; }
.total.ruled > * { border-top: 2px solid; }
footer { font-size: 0.85em; margin-top: 1.5em; overflow-wrap: anywhere; }
@media (prefers-color-scheme: dark) { .negative { color: #ff9d9d; } }
@media print {
  body { font-size: 9pt; margin: 0; max-width: none; padding: 0; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .heading { break-after: avoid; }
  .negative { color: inherit; }
}
</style>
)";

std::string class_of(const DrawnRow& row) {
    std::string names;
    switch (row.role) {
        case Row::Role::fact:
            break;
        case Row::Role::heading:
            names = "heading";
            break;
        case Row::Role::subtotal:
            names = "subtotal";
            break;
        case Row::Role::total:
            names = "total";
            break;
    }
    if (row.ruled) names += " ruled";
    return names.empty() ? "" : " class=\"" + names + '"';
}

std::string line_text(const DrawnLine& line) {
    const std::string text = html_text(line.text());
    return line.negative ? "<span class=\"negative\">" + text + "</span>" : text;
}

void write_head(const DrawnTable& table, std::ostream& out) {
    out << "<thead>\n<tr>\n";
    for (const Column& column : table.columns) {
        // A head without words would be read out as one.
        const std::string tag = column.title.empty() ? "td" : "th";
        out << '<' << tag << (column.title.empty() ? "" : " scope=\"col\"")
            << (column.align == right ? " class=\"number\"" : "") << '>' << html_text(column.title)
            << "</" << tag << ">\n";
    }
    out << "</tr>\n</thead>\n";
}

void write_cell(const DrawnTable& table, const DrawnRow& row, std::size_t i, std::ostream& out) {
    const std::string text = joined_lines(row.cells[i], "<br>", line_text);
    const bool names_row = i == table.named_column && !text.empty();
    out << (names_row ? "<th scope=\"row\"" : "<td");
    if (table.columns[i].align == right) out << " class=\"number\"";
    if (i == table.indented_column && row.indent > 0) {
        out << " style=\"padding-left: " << row.indent << "ch\"";
    }
    out << '>' << text << (names_row ? "</th>\n" : "</td>\n");
}

void write_section_name(const DrawnTable& table, const DrawnRow& row, std::ostream& out) {
    std::string name;
    for (const DrawnCell& cell : row.cells) name += joined_lines(cell, "<br>", line_text);
    out << "<th scope=\"rowgroup\" colspan=\"" << table.columns.size() << '"';
    if (row.indent > 0) out << " style=\"padding-left: " << row.indent << "ch\"";
    out << '>' << name << "</th>\n";
}

/// A section is a group of rows, so that its heading can be the head of the group.
void write_rows(const DrawnTable& table, std::ostream& out) {
    bool in_group = false;
    for (const DrawnRow& row : table.rows) {
        if (!in_group || row.names_section) out << (in_group ? "</tbody>\n" : "") << "<tbody>\n";
        in_group = true;
        out << "<tr" << class_of(row) << ">\n";
        if (row.names_section) {
            write_section_name(table, row, out);
        } else {
            for (std::size_t i = 0; i < row.cells.size(); ++i) write_cell(table, row, i, out);
        }
        out << "</tr>\n";
    }
    if (in_group) out << "</tbody>\n";
}

void write_footer(const DrawnTable& table, const Origin& origin, std::ostream& out) {
    out << "<footer>\n";
    for (const auto& note : table.notes) out << "<p>" << html_text(note) << "</p>\n";
    if (!origin.digest.empty()) out << "<p>Digest: <code>" << origin.digest << "</code></p>\n";
    if (!origin.command.empty()) {
        out << "<p>Made by: <code>" << html_text(printable(origin.command)) << "</code></p>\n";
    }
    out << "</footer>\n";
}

}  // namespace

std::string html_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

void render_html(const Table& table, const Origin& origin, std::ostream& out) {
    const DrawnTable drawn = draw(table);
    const std::string caption = html_text(drawn.caption);
    out << "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        << "<title>" << caption << "</title>\n"
        << style << "</head>\n<body>\n<main>\n<table>\n<caption>" << caption << "</caption>\n";
    if (!drawn.columns.empty()) {
        write_head(drawn, out);
        write_rows(drawn, out);
    }
    out << "</table>\n</main>\n";
    write_footer(drawn, origin, out);
    out << "</body>\n</html>\n";
}

}  // namespace cellbook::cli
