/// The one type of result tables: what statements make and renderers draw.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"

namespace cellbook {

/// An amount as printed: exact, with its commodity's scale and symbol.
struct TableAmount {
    Int128 minor = 0;
    std::uint8_t scale = 0;
    std::string commodity{};
};

/// A cell of a table. An empty one is "nothing here", which is not zero.
using Value = std::variant<std::monostate, std::string, std::int64_t, Decimal, Date, TableAmount,
                           std::vector<TableAmount>>;

struct Column {
    enum class Align : std::uint8_t { left, right };
    std::string name;   ///< in csv and json: snake_case
    std::string title;  ///< in text
    Align align = Align::left;
};

struct Row {
    /// Tidy formats carry `fact` rows only; the rest are for people's eyes.
    enum class Role : std::uint8_t { fact, heading, subtotal, total };
    std::vector<Value> cells{};
    Role role = Role::fact;
    unsigned indent = 0;  ///< of the first column, in text
};

/// A table of facts for tidy formats and of lines for people. Where the two differ in shape (a tree
/// of accounts with one line for several commodities), `layout` holds the lines and `rows` the
/// facts.
struct Table {
    std::string name;     ///< `balance`, and so `cellbook-balance/1` in json
    std::string title{};  ///< a line above the text form
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    struct Layout {
        std::vector<Column> columns{};
        std::vector<Row> rows{};
    };
    std::optional<Layout> layout{};    ///< text form where it differs from rows
    std::vector<std::string> notes{};  ///< below the text form, and `notes` in json
};

}  // namespace cellbook
