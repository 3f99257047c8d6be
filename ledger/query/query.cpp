#include "ledger/query/query.hpp"

#include <algorithm>

#include "ledger/query/period.hpp"
#include "ledger/query/query_term.hpp"

namespace cellbook {

struct Query::Terms {
    /// Terms to hold by field, of which one of each field must; and those of `not:`, of which none.
    std::array<std::vector<QueryTerm>, query_field_count> wanted{};
    std::vector<QueryTerm> unwanted{};
    DateRange confined{};
    DateRange hull{};
    /// Answers by account and commodity: 0 not asked yet.
    mutable std::vector<char> account_answers{};
    mutable std::vector<char> commodity_answers{};

    [[nodiscard]] const std::vector<QueryTerm>& of(QueryField field) const {
        return wanted[static_cast<std::size_t>(field)];
    }
    /// Whether one of each field's terms holds and none of the unwanted, for fields that
    /// `is_asked` picks.
    template <class Asked, class Holds>
    [[nodiscard]] bool judge(const Asked& is_asked, const Holds& holds) const {
        for (const auto& terms : wanted) {
            if (terms.empty() || !is_asked(terms.front().field)) continue;
            if (!std::ranges::any_of(terms, holds)) return false;
        }
        return std::ranges::none_of(
            unwanted, [&](const QueryTerm& term) { return is_asked(term.field) && holds(term); });
    }
    [[nodiscard]] bool has(auto&& predicate) const {
        return std::ranges::any_of(wanted,
                                   [&](const auto& terms) {
                                       return !terms.empty() && predicate(terms.front().field);
                                   }) ||
               std::ranges::any_of(unwanted,
                                   [&](const auto& term) { return predicate(term.field); });
    }
    void find_hull();
};

namespace {

template <class Id, class Judge>
bool remembered(std::vector<char>& answers, Id id, const Judge& judge) {
    if (id.value >= answers.size()) answers.resize(id.value + std::size_t{1});
    if (answers[id.value] == 0) answers[id.value] = judge() ? 'y' : 'n';
    return answers[id.value] == 'y';
}

bool needs_transaction(QueryField field) {
    return field > QueryField::date;
}
bool is_commodity(QueryField field) {
    return field == QueryField::commodity;
}

}  // namespace

void Query::Terms::find_hull() {
    const auto& terms = of(QueryField::date);
    if (terms.empty()) {
        hull = confined;
        return;
    }
    DateRange all = terms.front().dates;
    for (const auto& term : terms) {
        if (!term.dates.begin || (all.begin && *term.dates.begin < *all.begin)) {
            all.begin = term.dates.begin;
        }
        if (!term.dates.end || (all.end && *all.end < *term.dates.end)) all.end = term.dates.end;
    }
    hull = intersection(all, confined);
}

Query::Query() : terms_{std::make_unique<Terms>()} {}
Query::Query(Query&&) noexcept = default;
Query& Query::operator=(Query&&) noexcept = default;
Query::~Query() = default;

Result<Query> Query::parse(std::span<const std::string> terms, Date today) {
    return parse(terms, today, QueryField::account);
}

Result<Query> Query::parse(std::span<const std::string> terms, Date today, QueryField bare) {
    Query query;
    for (const auto& text : terms) {
        auto term = QueryTerm::parse(text, today, bare);
        if (!term) return std::move(term).error();
        auto& list = term->negated ? query.terms_->unwanted
                                   : query.terms_->wanted[static_cast<std::size_t>(term->field)];
        list.push_back(*std::move(term));
    }
    query.terms_->find_hull();
    return query;
}

void Query::confine(const DateRange& dates) {
    terms_->confined = intersection(terms_->confined, dates);
    terms_->find_hull();
}

bool Query::matches_account(AccountId account, const Chart& chart) const {
    if (!narrows_accounts()) return true;
    return remembered(terms_->account_answers, account, [&] {
        return terms_->judge(is_account_field, [&](const QueryTerm& term) {
            return term.holds_of_account(account, chart);
        });
    });
}

bool Query::matches_commodity(CommodityId commodity, const Chart& chart) const {
    if (!narrows_commodities()) return true;
    return remembered(terms_->commodity_answers, commodity, [&] {
        return terms_->judge(is_commodity, [&](const QueryTerm& term) {
            return term.holds_of_commodity(commodity, chart);
        });
    });
}

bool Query::covers(Date day) const {
    if (!terms_->hull.contains(day)) return false;
    return terms_->judge([](QueryField field) { return field == QueryField::date; },
                         [&](const QueryTerm& term) { return term.dates.contains(day); });
}

bool Query::matches_undated(const Transaction& transaction, const Posting& posting,
                            const Chart& chart) const {
    return matches_account(posting.account, chart) &&
           matches_commodity(posting.amount.commodity, chart) &&
           terms_->judge(needs_transaction, [&](const QueryTerm& term) {
               return term.holds_of(transaction, posting, chart);
           });
}

bool Query::matches(const Transaction& transaction, const Posting& posting,
                    const Chart& chart) const {
    return covers(transaction->date) && matches_undated(transaction, posting, chart);
}

bool Query::matches(const Transaction& transaction, const Chart& chart) const {
    if (!covers(transaction->date)) return false;
    const auto& postings = transaction->postings;
    const auto is_excluded = [&](const Posting& posting) {
        return std::ranges::any_of(terms_->unwanted, [&](const QueryTerm& term) {
            if (term.field == QueryField::date) return false;  // `covers` has judged it
            if (is_account_field(term.field)) return term.holds_of_account(posting.account, chart);
            if (is_commodity(term.field)) {
                return term.holds_of_commodity(posting.amount.commodity, chart);
            }
            return term.holds_of(transaction, posting, chart);
        });
    };
    if (!terms_->unwanted.empty() && std::ranges::any_of(postings, is_excluded)) return false;
    return std::ranges::any_of(postings, [&](const Posting& posting) {
        return matches_undated(transaction, posting, chart);
    });
}

const DateRange& Query::dates() const {
    return terms_->hull;
}

bool Query::kept_balances_suffice() const {
    const bool unbroken = terms_->of(QueryField::date).size() <= 1 &&
                          std::ranges::none_of(terms_->unwanted, [](const QueryTerm& term) {
                              return term.field == QueryField::date;
                          });
    return unbroken && !terms_->has(needs_transaction);
}

bool Query::flow_suffices() const {
    return !terms_->has([](QueryField field) {
        return field != QueryField::date && field != QueryField::kind &&
               field != QueryField::source && field != QueryField::standing;
    });
}

bool Query::matches_flow(const Transaction& transaction, const Chart& chart) const {
    static const Posting none{};  // what those terms look at is the transaction's
    return covers(transaction->date) &&
           terms_->judge(needs_transaction, [&](const QueryTerm& term) {
               return term.holds_of(transaction, none, chart);
           });
}

bool Query::matches_party(PartyId party, const Chart& chart) const {
    const auto is_party_field = [](QueryField field) {
        return field == QueryField::party || field == QueryField::sector;
    };
    return terms_->judge(is_party_field,
                         [&](const QueryTerm& term) { return term.holds_of_party(party, chart); });
}

bool Query::narrows_commodities() const {
    return terms_->has(is_commodity);
}

bool Query::narrows_accounts() const {
    return terms_->has(is_account_field);
}

std::optional<std::vector<AccountId>> Query::accounts(const Chart& chart) const {
    if (!narrows_accounts()) return std::nullopt;
    std::vector<AccountId> found;
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        if (matches_account(AccountId{i}, chart)) found.push_back(AccountId{i});
    }
    return found;
}

}  // namespace cellbook
