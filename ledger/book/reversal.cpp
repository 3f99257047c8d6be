#include "ledger/book/reversal.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

namespace cellbook {

namespace {

void negate(Decimal& value) {
    value.coefficient = -value.coefficient;
}

void negate(std::optional<Decimal>& value) {
    if (value) {
        negate(*value);
    }
}

using Move = std::tuple<AccountId, CommodityId, std::int64_t, CommodityId, std::int64_t>;

std::vector<Move> moves_of(const TransactionDraft& transaction, bool negated) {
    std::vector<Move> moves;
    const std::int64_t sign = negated ? -1 : 1;
    for (const Posting& posting : transaction.postings) {
        const Amount worth = posting.cost ? posting.cost->total : Amount{};
        moves.emplace_back(posting.account, posting.amount.commodity, sign * posting.amount.minor,
                           worth.commodity, sign * worth.minor);
    }
    std::sort(moves.begin(), moves.end());
    return moves;
}

bool same_quantity_negated(const std::optional<Decimal>& a, std::optional<Decimal> b) {
    negate(b);
    return a.has_value() == b.has_value() && (!a || same_value(*a, *b));
}

std::string in_words(const Move& move, const Chart& chart) {
    const auto& [account, commodity, minor, cost_commodity, cost] = move;
    return "`" + chart[account].name + "` " + to_decimal_text(minor, chart[commodity].scale) + " " +
           chart[commodity].symbol;
}

}  // namespace

Diagnostic reversal_unknown(const std::string& id) {
    return {.code = DiagnosticCode::reversal_unknown,
            .explanation = "there is no transaction `" + id + "` to reverse",
            .remedy =
                "Ids stand in `print` and in `register -O csv`; in a file, the reversed "
                "transaction comes first."};
}

TransactionDraft reversal_of(const Transaction& original, const std::string& reason, Date date,
                             std::optional<Date> recorded) {
    TransactionDraft draft = *original;
    draft.date = date;
    draft.recorded = recorded;
    draft.id.clear();
    draft.status = Status::unmarked;
    draft.reversal = Reversal{original->id, reason};
    draft.flow.amount.reset();  // the balance rule settles it anew
    negate(draft.flow.quantity);
    std::swap(draft.low, draft.high);  // -high <= -amount <= -low
    negate(draft.low);
    negate(draft.high);
    for (Posting& posting : draft.postings) {
        posting.amount.minor = -posting.amount.minor;
        if (posting.cost) {
            posting.cost->total.minor = -posting.cost->total.minor;
        }
        posting.assertion.reset();
    }
    return draft;
}

std::optional<Diagnostic> not_a_reversal(const TransactionDraft& draft, const Transaction& original,
                                         const Chart& chart) {
    const std::string& id = original->id;
    if (draft.reversal->reason.empty()) {
        return Diagnostic{.code = DiagnosticCode::reversal_without_reason,
                          .explanation = "the reversal of " + id + " does not say why",
                          .remedy = "Say why in a `reason:` tag (`--reason` on the command line)."};
    }
    if (original->reversal) {
        return Diagnostic{.code = DiagnosticCode::reversal_of_reversal,
                          .explanation = id + " is itself the reversal of " +
                                         original->reversal->of_id +
                                         ", and a reversal is not reversed",
                          .remedy = "Record what was reversed by mistake again, as it happened."};
    }
    const auto wanted = moves_of(*original, true);
    const auto found = moves_of(draft, false);
    if (wanted != found) {
        const auto differs =
            std::mismatch(wanted.begin(), wanted.end(), found.begin(), found.end());
        const std::string missing =
            differs.first == wanted.end()
                ? "has postings too many, such as " + in_words(*differs.second, chart)
                : "does not take back " + in_words(*differs.first, chart);
        return Diagnostic{.code = DiagnosticCode::reversal_mismatch,
                          .explanation = "this is not the reversal of " + id + ": it " + missing,
                          .remedy =
                              "A reversal has the same postings with every amount and cost "
                              "negated; `reverse` writes it for you."};
    }
    if (!same_quantity_negated(draft.flow.quantity, original->flow.quantity)) {
        return Diagnostic{.code = DiagnosticCode::reversal_mismatch,
                          .explanation = "this is not the reversal of " + id +
                                         ": its quantity is not the negated quantity",
                          .remedy = "Negate `quantity:` too; `reverse` writes it for you."};
    }
    return {};
}

}  // namespace cellbook
