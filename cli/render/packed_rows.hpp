/// Drawn rows as text end to end: what is left of a row once its cells are drawn.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/container/small_vector.hpp>

#include "cli/render/drawn_table.hpp"

namespace cellbook::cli {

/// One line of a cell, as a view of packed text.
struct PackedLine {
    std::string_view text{};
    std::size_t width = 0;  ///< columns of a terminal
    bool negative = false;
};
using PackedCell = boost::container::small_vector<PackedLine, 1>;

/// A row read back, valid while the rows it is of are not added to.
struct PackedRow {
    std::vector<PackedCell> cells{};
    Row::Role role = Row::Role::fact;
    std::size_t indent = 0;
    bool ruled = false;
};

/// Rows of one table, a byte or two a cell beside their text. *Requires*: all have as many cells.
class PackedRows {
public:
    explicit PackedRows(std::size_t columns) : columns_{columns} {}

    void add(const DrawnRow& row);
    void clear();
    [[nodiscard]] std::size_t bytes() const;  ///< that they take, about
    /// Calls `visit` with each row, in order.
    void for_each(const std::function<void(const PackedRow&)>& visit) const;

private:
    void put(const DrawnLine& line);

    std::size_t columns_;
    std::vector<std::string> pieces_{};  ///< none grows much, so that no text is copied
};

}  // namespace cellbook::cli
