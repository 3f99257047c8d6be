/// The one type of result tables: what statements make and renderers draw.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/date.hpp"
#include "ledger/decimal.hpp"
#include "ledger/money.hpp"
#include "ledger/real.hpp"

namespace cellbook {

/// An amount as printed: exact, with its commodity's scale and symbol.
struct TableAmount {
    Int128 minor = 0;
    std::uint8_t scale = 0;
    std::string commodity{};
    friend bool operator==(const TableAmount&, const TableAmount&) = default;
};

/// A number that was computed and is no amount: an index, a share, a yield. Programs get 17 digits
/// of it, people as many decimals as say something.
struct TableReal {
    Real value{};
    unsigned decimals = 4;
    friend bool operator==(const TableReal&, const TableReal&) = default;
};

/// A cell of a table. An empty one is "nothing here", which is not zero.
using Value = std::variant<std::monostate, std::string, std::int64_t, Decimal, Date, TableAmount,
                           std::vector<TableAmount>, TableReal>;

struct Column {
    enum class Align : std::uint8_t { left, right };
    std::string name;   ///< in csv and json: snake_case
    std::string title;  ///< in text
    Align align = Align::left;
    /// Left out of the text form, whose amounts name their commodity themselves.
    bool tidy_only = false;
};

struct Row {
    /// Tidy formats carry `fact` rows only; the rest are for people's eyes.
    enum class Role : std::uint8_t { fact, heading, subtotal, total };
    std::vector<Value> cells{};
    Role role = Role::fact;
    unsigned indent = 0;  ///< of the first left-aligned column, in text
};

using RowVisitor = std::function<void(const Row&)>;

/// A table of facts for tidy formats and of lines for people. Where the two differ in shape (a tree
/// of accounts with one line for several commodities), `layout` holds the lines and `rows` the
/// facts.
struct Table {
    std::string name;     ///< `balance`, and so `cellbook-balance/1` in json
    std::string title{};  ///< a line above the text form
    /// Above the forms for documents, where the title does not serve there or there is none.
    std::string caption{};
    std::vector<Column> columns{};
    std::vector<Row> rows{};
    struct Layout {
        std::vector<Column> columns{};
        std::vector<Row> rows{};
    };
    std::optional<Layout> layout{};  ///< text form where it differs from rows
    /// Makes facts and lines, after those that are held, anew each time: a table of every party's
    /// statement is not held whole. Either visitor may be empty. What it is made of must live.
    std::function<void(const RowVisitor& fact, const RowVisitor& line)> more{};
    bool headed = true;                ///< whether the text form names its columns
    std::vector<std::string> notes{};  ///< below the text form, and `notes` in json
    /// How amounts of each commodity look in text, where that was declared.
    std::map<std::string, CommodityStyle> styles{};
};

/// A value as programs read it: an amount without its commodity, which has a column of its own;
/// several amounts each with theirs, `1.00 BOB, 2 USD`; empty for nothing.
std::string plain_text(const Value& value);

/// Goes through the rows of the tidy forms, in order.
void for_each_fact(const Table& table, const RowVisitor& visit);
/// Goes through the lines of the forms for people, in order.
void for_each_line(const Table& table, const RowVisitor& visit);

TableAmount table_amount(Sum sum, CommodityId commodity, const Chart& chart);
/// The sums that are not zero, ordered by symbol; a bare zero when there is none.
std::vector<TableAmount> table_amounts(const Sums& sums, const Chart& chart);
/// The declared styles of a chart's commodities.
std::map<std::string, CommodityStyle> commodity_styles(const Chart& chart);

}  // namespace cellbook
