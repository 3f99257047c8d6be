#include "cli/render/separated_values.hpp"

#include <ostream>

#include "ledger/writing/csv_field.hpp"

namespace cellbook::cli {

namespace {

void append_tsv_field(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '\t':
                out += "\\t";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\r':
                out += "\\r";
                break;
            case '\\':
                out += "\\\\";
                break;
            default:
                out += c;
        }
    }
}

/// The names of columns, then the facts, a line each.
void write_facts(const Table& table, char separator, void (*append)(std::string&, std::string_view),
                 std::ostream& out) {
    std::string line;
    const auto write_line = [&](const auto& items, const auto& text_of) {
        line.clear();
        for (const auto& item : items) {
            if (&item != &items.front()) line += separator;
            append(line, text_of(item));
        }
        // One empty field would be an empty line, which readers of CSV pass over.
        if (line.empty() && separator == ',') line = "\"\"";
        line += '\n';
        out << line;
    };
    write_line(table.columns, [](const Column& column) { return column.name; });
    for_each_fact(table, [&](const Row& row) { write_line(row.cells, plain_text); });
}

}  // namespace

void render_csv(const Table& table, std::ostream& out) {
    write_facts(table, ',', append_csv_field, out);
}

void render_tsv(const Table& table, std::ostream& out) {
    write_facts(table, '\t', append_tsv_field, out);
}

}  // namespace cellbook::cli
