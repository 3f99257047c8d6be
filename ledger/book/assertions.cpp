#include "ledger/book/assertions.hpp"

#include <algorithm>
#include <limits>

namespace cellbook {

namespace {

constexpr std::uint32_t every_posting = std::numeric_limits<std::uint32_t>::max();

std::string in_figures(Sum sum, CommodityId commodity, const Chart& chart) {
    return to_decimal_text(sum, chart[commodity].scale) + " " + chart[commodity].symbol;
}

/// A journal in memory knows no derived ids.
std::string named(const TransactionDraft& transaction) {
    return transaction.id.empty() ? "\"" + transaction.description + "\""
                                  : "transaction " + transaction.id;
}

}  // namespace

void AccountHistory::load(AccountId account, Month month) {
    if (account == account_ && month == month_ && entries_ == chain_.entry_count()) {
        return;
    }
    account_ = account;
    month_ = month;
    entries_ = chain_.entry_count();
    before_.clear();
    moves_.clear();
    chain_.add_before(account, month, before_);
    for (const Place& place : chain_.places_in(account, month)) {
        const Transaction* transaction = chain_.transaction(place.seq);
        if (transaction == nullptr) {
            continue;
        }
        const auto& postings = (*transaction)->postings;
        for (std::uint32_t i = 0; i < postings.size(); ++i) {
            if (postings[i].account == account) {
                moves_.push_back(
                    {place, i, postings[i].amount.commodity, postings[i].amount.minor});
            }
        }
    }
}

Sums AccountHistory::after(AccountId account, const Place& place, std::uint32_t posting) {
    load(account, place.date.month());
    Sums sums = before_;
    for (const Move& move : moves_) {
        if (std::pair{move.place, move.posting} > std::pair{place, posting}) {
            break;
        }
        sums[move.commodity] += move.minor;
    }
    return sums;
}

Sums AccountHistory::at_end_of(AccountId account, Date day) {
    return after(account, {day, std::numeric_limits<std::int64_t>::max()}, every_posting);
}

std::vector<AccountId> asserted_accounts(AccountId account, bool inclusive, const Chart& chart) {
    std::vector<AccountId> accounts{account};
    if (!inclusive) {
        return accounts;
    }
    const std::string below = chart[account].name + ":";
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        if (chart[AccountId{i}].name.starts_with(below)) {
            accounts.push_back(AccountId{i});
        }
    }
    return accounts;
}

std::optional<BrokenAssertion> contradiction(const BalanceAssertion& assertion, Sums& sums) {
    const Amount& expected = assertion.expected;
    if (sums[expected.commodity] != expected.minor) {
        return BrokenAssertion{expected.commodity, expected.minor, sums[expected.commodity]};
    }
    for (const auto& [commodity, sum] : sums) {
        if (assertion.total && commodity != expected.commodity && sum != 0) {
            return BrokenAssertion{commodity, 0, sum};
        }
    }
    return {};
}

std::optional<BrokenAssertion> broken(const BalanceAssertion& assertion,
                                      const std::vector<AccountId>& accounts, const Place& place,
                                      std::uint32_t posting, AccountHistory& history) {
    Sums sums;
    for (const AccountId account : accounts) {
        for (const auto& [commodity, sum] : history.after(account, place, posting)) {
            sums[commodity] += sum;
        }
    }
    return contradiction(assertion, sums);
}

AssertionJudge::AssertionJudge(Chain& chain, const Chart& chart)
    : chain_(chain), chart_(chart), history_(chain), any_recorded_(chain.has_assertions()) {}

void AssertionJudge::note(const TransactionDraft& content, std::int64_t seq,
                          const ReadEntry& entry) {
    for (std::uint32_t i = 0; i < content.postings.size(); ++i) {
        const Posting& posting = content.postings[i];
        if (posting.assertion) {
            new_.push_back(
                {{posting.account, {content.date, seq}, i}, {entry.position, entry.excerpt}});
        }
        if (any_recorded_) {
            note_touch(posting.account, content, seq, entry);
        }
    }
}

void AssertionJudge::note_touch(AccountId account, const TransactionDraft& content,
                                std::int64_t seq, const ReadEntry& entry) {
    const auto [at, fresh] = touched_.try_emplace(account);
    if (fresh || content.date < at->second.place.date) {
        at->second = {{content.date, seq}, named(content), {entry.position, entry.excerpt}};
    }
}

std::vector<Diagnostic> AssertionJudge::judge() {
    std::vector<Diagnostic> complaints;
    std::stable_sort(new_.begin(), new_.end(), [](const New& a, const New& b) {
        return std::pair{a.at.account, a.at.place} < std::pair{b.at.account, b.at.place};
    });
    for (const New& assertion : new_) {
        judge_new(assertion, complaints);
    }
    for (const auto& [account, earliest] : touched_) {
        judge_recorded(account, earliest, complaints);
    }
    return complaints;
}

void AssertionJudge::judge_new(const New& assertion, std::vector<Diagnostic>& complaints) {
    const auto& [account, place, index] = assertion.at;
    judged_[{place, index}] = true;
    const Transaction* transaction = chain_.transaction(place.seq);
    if (transaction == nullptr || chain_.reversed_by(place.seq)) {
        return;
    }
    const BalanceAssertion claim = *(*transaction)->postings[index].assertion;
    const auto accounts = asserted_accounts(account, claim.inclusive, chart_);
    const auto found = broken(claim, accounts, place, index, history_);
    if (!found) {
        return;
    }
    complaints.push_back(Diagnostic{
        .code = DiagnosticCode::assertion_failed,
        .explanation = "`" + chart_[account].name + "` stands at " +
                       in_figures(found->found, found->commodity, chart_) + " on " +
                       to_string(place.date) + ", not at " +
                       in_figures(found->expected, found->commodity, chart_) +
                       " as asserted: a difference of " +
                       in_figures(found->found - found->expected, found->commodity, chart_),
        .remedy = "Look at `register " + chart_[account].name +
                  "` up to that day; assertions hold by date, then by order of entry."}
                             .at(assertion.told.position, assertion.told.excerpt));
}

void AssertionJudge::judge_recorded(AccountId touched, const Earliest& earliest,
                                    std::vector<Diagnostic>& complaints) {
    std::vector<AccountId> speakers{touched};
    const std::string& name = chart_[touched].name;
    for (auto colon = name.rfind(':'); colon != std::string::npos && colon > 0;
         colon = name.rfind(':', colon - 1)) {
        const AccountId above = chart_.find_account(std::string_view{name}.substr(0, colon));
        if (above) {
            speakers.push_back(above);
        }
    }
    for (const AccountId speaker : speakers) {
        for (const auto& [account, place, index] : chain_.assertions_on(speaker)) {
            if (place.date <= earliest.place.date || judged_[{place, index}]) {
                continue;
            }
            const Transaction* transaction = chain_.transaction(place.seq);
            if (transaction == nullptr || !(*transaction)->postings[index].assertion) {
                continue;
            }
            const BalanceAssertion claim = *(*transaction)->postings[index].assertion;
            if (speaker != touched && !claim.inclusive) {
                continue;
            }
            const std::string asserting = named(**transaction);
            judged_[{place, index}] = true;
            const auto accounts = asserted_accounts(account, claim.inclusive, chart_);
            if (const auto found = broken(claim, accounts, place, index, history_)) {
                complaints.push_back(Diagnostic{
                    .code = DiagnosticCode::assertion_broken,
                    .explanation = earliest.name + " of " + to_string(earliest.place.date) +
                                   " would bring `" + chart_[account].name + "` to " +
                                   in_figures(found->found, found->commodity, chart_) + " on " +
                                   to_string(place.date) + ", where " + asserting + " asserts " +
                                   in_figures(found->expected, found->commodity, chart_),
                    .remedy = "Date the entry after the assertion, or reverse " + asserting +
                              " if what it asserts was wrong."}
                                         .at(earliest.told.position, earliest.told.excerpt));
            }
        }
    }
}

}  // namespace cellbook
