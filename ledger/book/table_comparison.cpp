#include "ledger/book/table_comparison.hpp"

#include <array>
#include <compare>
#include <optional>
#include <string_view>

namespace cellbook {

namespace {

struct Table {
    std::string_view name;
    std::string_view key;  ///< its primary key, by which both sides are read
    int key_columns;       ///< the first columns, in the order of `key`
};

constexpr std::array<Table, 13> derived_tables{{{"state", "only", 1},
                                                {"parties", "name", 1},
                                                {"accounts", "number", 1},
                                                {"commodities", "number", 1},
                                                {"words", "number", 1},
                                                {"ids", "key, occurrence, seq", 3},
                                                {"month_balances", "account, commodity, month", 3},
                                                {"totals", "account, commodity", 2},
                                                {"account_months", "account, month", 2},
                                                {"days", "day", 1},
                                                {"declarations", "seq", 1},
                                                {"assertions", "account, day, seq, posting", 4},
                                                {"reversals", "reversed", 1}}};

constexpr std::size_t most_told = 20;

bool same_value(const Statement& a, const Statement& b, int column) {
    const bool integer = a.is_integer(column);
    if (integer != b.is_integer(column)) return false;
    if (integer) return a.integer(column) == b.integer(column);
    return a.is_null(column) == b.is_null(column) && a.blob(column) == b.blob(column);
}

bool same_row(const Statement& a, const Statement& b, int columns) {
    for (int column = 0; column < columns; ++column) {
        if (!same_value(a, b, column)) {
            return false;
        }
    }
    return true;
}

/// Whether a's key stands before b's, as SQLite orders them. Keys are integers, or one text.
std::strong_ordering by_key(const Statement& a, const Statement& b, int columns) {
    for (int column = 0; column < columns; ++column) {
        const auto order = a.is_integer(column) ? a.integer(column) <=> b.integer(column)
                                                : a.blob(column) <=> b.blob(column);
        if (order != 0) {
            return order;
        }
    }
    return std::strong_ordering::equal;
}

std::string in_words(const Statement& row, int first, int end) {
    std::string words;
    for (int column = first; column < end; ++column) {
        words += words.empty() ? "" : ", ";
        words += row.column_name(column) + " ";
        const bool packed =
            row.column_name(column) == "places" || row.column_name(column) == "seqs";
        words += row.is_null(column) ? "absent"
                 : packed            ? "of " + std::to_string(row.blob(column).size()) + " bytes"
                                     : std::string{row.text(column)};
    }
    return words;
}

/// Reads both sides in step, by key.
class Comparison {
public:
    Comparison(const Connection& kept, const Connection& wanted, const Table& table)
        : table_(table), kept_(kept.prepare(query())), wanted_(wanted.prepare(query())) {}

    void run(std::vector<std::string>& told) {
        bool more_kept = kept_.step();
        bool more_wanted = wanted_.step();
        const int columns = kept_.column_count();
        while ((more_kept || more_wanted) && told_ < most_told) {
            if (more_kept && more_wanted && same_row(kept_, wanted_, columns)) {
                more_kept = kept_.step();
                more_wanted = wanted_.step();
                continue;
            }
            const auto order = !more_kept     ? std::strong_ordering::greater
                               : !more_wanted ? std::strong_ordering::less
                                              : by_key(kept_, wanted_, table_.key_columns);
            if (order < 0) {
                tell(told, key(kept_) + " is kept, and nothing in the journal makes it");
            } else if (order > 0) {
                tell(told, key(wanted_) + " is missing");
            } else {
                tell(told,
                     key(kept_) + " has " + rest(kept_) + "; the journal makes " + rest(wanted_));
            }
            more_kept = order <= 0 ? kept_.step() : more_kept;
            more_wanted = order >= 0 ? wanted_.step() : more_wanted;
        }
    }

private:
    [[nodiscard]] std::string query() const {
        return "SELECT * FROM " + std::string{table_.name} + " ORDER BY " + std::string{table_.key};
    }
    [[nodiscard]] std::string key(const Statement& row) const {
        return "row " + in_words(row, 0, table_.key_columns);
    }
    [[nodiscard]] std::string rest(const Statement& row) const {
        return in_words(row, table_.key_columns, row.column_count());
    }
    void tell(std::vector<std::string>& told, const std::string& what) {
        ++told_;
        told.push_back("table " + std::string{table_.name} + ": " + what);
    }

    const Table& table_;
    Statement kept_;
    Statement wanted_;
    std::size_t told_ = 0;
};

}  // namespace

std::vector<std::string> differing_rows(const Connection& kept, const Connection& wanted) {
    std::vector<std::string> told;
    for (const Table& table : derived_tables) {
        Comparison{kept, wanted, table}.run(told);
    }
    return told;
}

}  // namespace cellbook
