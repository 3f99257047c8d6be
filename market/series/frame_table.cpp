#include "market/series/frame_table.hpp"

#include <cmath>

#include "market/series/numbers.hpp"

namespace cellbook {

Table frame_table(const DataFrame& frame, const std::string& name, const std::string& title) {
    using enum Column::Align;
    Table table{.name = name, .title = title};
    for (const DataColumn& column : frame.columns) {
        table.columns.push_back(
            {column.name(), column.name(), column.text_count() > 0 ? left : right});
    }
    if (!frame.standings.empty()) table.columns.push_back({"standing", "standing"});
    for (std::size_t row = 0; row < frame.rows; ++row) {
        Row cells;
        for (const DataColumn& column : frame.columns) {
            if (column.is_missing(row)) {
                cells.cells.emplace_back();
            } else if (std::isnan(column.number(row).high)) {
                cells.cells.emplace_back(column.label(row));
            } else {
                cells.cells.push_back(table_value(column.number(row).high, 2));
            }
        }
        if (!frame.standings.empty()) {
            cells.cells.emplace_back(std::string{to_string(frame.standings[row])});
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace cellbook
