#include "cli/render/csv.hpp"

#include <ostream>

#include "cli/render/plain_value.hpp"

namespace cellbook::cli {

namespace {

void write_field(std::string_view text, std::ostream& out) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        out << text;
        return;
    }
    out << '"';
    for (const char c : text) {
        if (c == '"') out << '"';
        out << c;
    }
    out << '"';
}

}  // namespace

void render_csv(const Table& table, std::ostream& out) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) out << ',';
        write_field(table.columns[i].name, out);
    }
    out << '\n';
    for (const Row& row : table.rows) {
        if (row.role != Row::Role::fact) continue;
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (i > 0) out << ',';
            write_field(plain_text(row.cells[i]), out);
        }
        out << '\n';
    }
}

}  // namespace cellbook::cli
