/// Drafts for tests, in few words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/balance_rule.hpp"
#include "ledger/chart.hpp"
#include "ledger/transaction.hpp"

namespace cellbook::test {

/// One posting: `amount` and `total` as `-300.00 BOB`; an empty amount is elided; `unit` as `6.96
/// BOB`.
struct Line {
    std::string account;
    std::string amount{};
    std::string total{};  ///< cost, with the amount's sign
    std::string unit{};
};

/// Commodities BOB and USD have two decimals, all others none.
inline Amount amount(Chart& chart, std::string_view text) {
    const auto blank = text.find(' ');
    const CommodityId commodity = chart.commodity(text.substr(blank + 1));
    const std::string& symbol = chart[commodity].symbol;
    chart[commodity].scale = symbol == "BOB" || symbol == "USD" ? 2 : 0;
    chart[commodity].scale_known = true;
    return {.minor = *to_minor_exact(*parse_decimal(text.substr(0, blank)), chart[commodity].scale),
            .commodity = commodity};
}

inline Cost unit_cost(Chart& chart, const Amount& of, std::string_view text) {
    const auto blank = text.find(' ');
    const Decimal unit = *parse_decimal(text.substr(0, blank));
    const Amount one = amount(chart, "1" + std::string{text.substr(blank)});
    return {.total = {.minor = *multiply_rounded(of.minor, chart[of.commodity].scale, unit,
                                                 chart[one.commodity].scale, Rounding::half_even),
                      .commodity = one.commodity},
            .unit = unit};
}

inline TransactionDraft draft(Chart& chart, const std::vector<Line>& lines,
                              std::string_view date = "2018-03-01") {
    TransactionDraft draft;
    draft.date = *parse_date(date);
    for (const Line& line : lines) {
        Posting& posting = draft.postings.emplace_back();
        posting.account = *chart.account(line.account);
        posting.elided = line.amount.empty();
        if (!posting.elided) {
            posting.amount = amount(chart, line.amount);
        }
        if (!line.total.empty()) {
            posting.cost = Cost{.total = amount(chart, line.total), .unit = {}};
        }
        if (!line.unit.empty()) {
            posting.cost = unit_cost(chart, posting.amount, line.unit);
        }
    }
    return draft;
}

inline Result<Transaction> balance(Chart& chart, const std::vector<Line>& lines) {
    return BalanceRule{chart}.balance(draft(chart, lines));
}

/// `300.00 BOB`, of one posting
inline std::string amount_text(const Chart& chart, const Amount& amount) {
    return to_decimal_text(amount.minor, chart[amount.commodity].scale) + ' ' +
           chart[amount.commodity].symbol;
}

}  // namespace cellbook::test
