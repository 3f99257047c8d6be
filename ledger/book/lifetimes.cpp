#include "ledger/book/lifetimes.hpp"

#include <string>

namespace cellbook {

namespace {

Diagnostic complaint(const std::string& what, const std::string& name, const DateRange& life,
                     Date date) {
    const bool early = life.begin && date < *life.begin;
    return {.code = DiagnosticCode::outside_life,
            .explanation = what + " `" + name + "` " +
                           (early ? "opens on " + to_string(*life.begin)
                                  : "closed on " + to_string(Date{life.end->days - 1})) +
                           "; this is dated " + to_string(date),
            .remedy = "Mend the date, or declare the " + what +
                      " with other `opened:` and "
                      "`closed:` days."};
}

}  // namespace

std::optional<Diagnostic> outside_life(const TransactionDraft& transaction, const Chart& chart) {
    for (const Posting& posting : transaction.postings) {
        const Account& account = chart[posting.account];
        if (!account.life.contains(transaction.date)) {
            return complaint("account", account.name, account.life, transaction.date);
        }
        const Party& party = chart[account.party];
        if (!party.life.contains(transaction.date)) {
            return complaint("party", party.name, party.life, transaction.date);
        }
    }
    return {};
}

}  // namespace cellbook
