#include "ledger/statements/consolidation.hpp"

#include <algorithm>

namespace cellbook {

namespace {

constexpr std::size_t index_of(AccountRole role) {
    return static_cast<std::size_t>(role);
}

/// The other of exactly two parties, for every posting of a transaction at once.
class Pair {
public:
    Pair(const TransactionDraft& transaction, const Chart& chart) {
        for (const Posting& posting : transaction.postings) {
            const PartyId party = chart[posting.account].party;
            if (!first_) {
                first_ = party;
            } else if (party != first_ && !second_) {
                second_ = party;
            } else if (party != first_ && party != second_) {
                several_ = true;
                return;
            }
        }
    }
    [[nodiscard]] PartyId other_than(PartyId party) const {
        if (several_) return {};
        return party == first_ ? second_ : first_;
    }
    [[nodiscard]] bool alone() const { return !second_; }

private:
    PartyId first_{};
    PartyId second_{};
    bool several_ = false;
};

/// Takes up to `most` from the legs whose sign it has, in their order.
template <class Legs, class Shares>
void take(const Legs& legs, Sum most, Shares& shares) {
    for (auto* leg : legs) {
        if (most == 0) return;
        if ((leg->open_minor < 0) != (most < 0)) continue;
        const Sum open = leg->open_minor;
        const Sum part = most < 0 ? std::max(open, most) : std::min(open, most);
        shares[leg->posting].eliminated_minor += static_cast<std::int64_t>(part);
        leg->open_minor -= static_cast<std::int64_t>(part);
        most -= part;
    }
}

template <class Legs>
Sum total(const Legs& legs, bool negative) {
    Sum sum = 0;
    for (const auto* leg : legs) {
        if ((leg->open_minor < 0) == negative) sum += leg->open_minor;
    }
    return sum;
}

}  // namespace

Consolidation::Consolidation(const PartySet& set, Mutual mutual, const Chart& chart)
    : set_{set}, chart_{chart}, causes_{mutual == Mutual::causes_of_cash} {
    roles_.reserve(chart.account_count());
    for (std::uint32_t i = 0; i < chart.account_count(); ++i) {
        roles_.push_back(account_role(chart[AccountId{i}]));
    }
    for (const AccountRole role : roles_) counted_.push_back(role == AccountRole::cash);
    const bool flows = mutual == Mutual::income_and_expenses;
    const bool positions = mutual == Mutual::claims_and_debts;
    looked_at_[index_of(AccountRole::income)] = flows;
    looked_at_[index_of(AccountRole::expenses)] = flows;
    looked_at_[index_of(AccountRole::claim)] = positions;
    looked_at_[index_of(AccountRole::liability)] = positions;
    looked_at_[index_of(AccountRole::equity)] = positions;
}

void Consolidation::count_cash(const std::function<bool(AccountId)>& counts) {
    for (std::uint32_t i = 0; i < counted_.size(); ++i) {
        counted_[i] = counted_[i] && counts(AccountId{i});
    }
}

std::span<const Share> Consolidation::judge(const TransactionDraft& transaction) {
    shares_.assign(transaction.postings.size(), {});
    legs_.clear();
    ties_.clear();
    look(transaction);
    if (legs_.size() < 2) return shares_;
    std::ranges::sort(legs_, {}, [](const Leg& leg) {
        return std::tuple{leg.one, leg.two, leg.commodity, leg.posting};
    });
    for (std::size_t begin = 0; begin < legs_.size();) {
        std::size_t end = begin + 1;
        while (end < legs_.size() && legs_[end].one == legs_[begin].one &&
               legs_[end].two == legs_[begin].two &&
               legs_[end].commodity == legs_[begin].commodity) {
            ++end;
        }
        settle({legs_.data() + begin, end - begin});
        begin = end;
    }
    return shares_;
}

void Consolidation::look_for_cash(const TransactionDraft& transaction) {
    const Pair pair{transaction, chart_};
    const auto& postings = transaction.postings;
    ties_.clear();
    moved_no_cash_.assign(postings.size(), false);
    bool things = false;
    for (const Posting& posting : postings) {
        things = things || roles_[posting.account.value] == AccountRole::thing;
        if (!counted_[posting.account.value] || posting.amount.minor == 0) continue;
        const PartyId own = chart_[posting.account].party;
        ties_.push_back(
            {own, posting.with ? posting.with : pair.other_than(own), posting.amount.commodity});
    }
    if (!things || ties_.empty()) return;
    const auto is_flow = [&](const Posting& posting) {
        const AccountRole role = roles_[posting.account.value];
        return role == AccountRole::income || role == AccountRole::expenses;
    };
    for (std::size_t i = 0; i < postings.size(); ++i) {
        if (roles_[postings[i].account.value] != AccountRole::thing) continue;
        for (std::size_t j = 0; j < postings.size(); ++j) {
            if (moved_no_cash_[j] || !is_flow(postings[j]) ||
                postings[j].amount.commodity != postings[i].amount.commodity ||
                postings[j].amount.minor != -postings[i].amount.minor ||
                chart_[postings[j].account].party != chart_[postings[i].account].party) {
                continue;
            }
            moved_no_cash_[i] = moved_no_cash_[j] = true;
            break;
        }
    }
}

bool Consolidation::is_looked_at(std::uint32_t posting, AccountId account, PartyId own) const {
    if (!set_.contains(own)) return false;
    if (!causes_) return looked_at_[index_of(roles_[account.value])];
    return !counted_[account.value] && !moved_no_cash_[posting] &&
           std::ranges::any_of(ties_, [&](const Tie& tie) { return tie.own == own; });
}

Amount Consolidation::amount_of(const Posting& posting, PartyId own) const {
    if (!causes_) return posting.amount;
    const bool same_money = std::ranges::any_of(ties_, [&](const Tie& tie) {
        return tie.own == own && tie.commodity == posting.amount.commodity;
    });
    const Amount& worth = posting.cost && !same_money ? posting.cost->total : posting.amount;
    return {.minor = -worth.minor, .commodity = worth.commodity};
}

void Consolidation::look(const TransactionDraft& transaction) {
    if (causes_) {
        look_for_cash(transaction);
        if (ties_.empty()) return;
    }
    const Pair pair{transaction, chart_};
    // Nobody gives or takes where neither money nor a claim nor a debt moves.
    const bool within_own_books =
        pair.alone() && std::ranges::all_of(transaction.postings, [&](const Posting& posting) {
            const AccountRole role = roles_[posting.account.value];
            return role != AccountRole::cash && role != AccountRole::claim &&
                   role != AccountRole::liability;
        });
    for (std::uint32_t i = 0; i < transaction.postings.size(); ++i) {
        const Posting& posting = transaction.postings[i];
        const AccountRole role = roles_[posting.account.value];
        const PartyId own = chart_[posting.account].party;
        if (!is_looked_at(i, posting.account, own)) continue;
        const PartyId other = posting.with ? posting.with : pair.other_than(own);
        Share& share = shares_[i];
        share.amount = amount_of(posting, own);
        if (!other) {
            // An equity's other side is its owners, who need not keep books.
            const bool own_affair =
                within_own_books || role == AccountRole::equity || role == AccountRole::cash;
            share.side = own_affair ? OtherSide::nobody : OtherSide::unknown;
        } else if (other == own) {
            share.side = OtherSide::nobody;
        } else if (!set_.contains(other)) {
            share.side = OtherSide::outside;
        } else {
            share.side = OtherSide::member;
            legs_.push_back({.one = std::min(own, other),
                             .two = std::max(own, other),
                             .commodity = share.amount.commodity,
                             .posting = i,
                             .of_one = own < other,
                             .credit_class = !causes_ && (role == AccountRole::income ||
                                                          role == AccountRole::liability ||
                                                          role == AccountRole::equity),
                             .open_minor = share.amount.minor});
        }
    }
}

void Consolidation::settle(std::span<Leg> pair) {
    const auto tied = [&](PartyId own, PartyId other) {
        return std::ranges::any_of(
            ties_, [&](const Tie& tie) { return tie.own == own && tie.other == other; });
    };
    const PartyId one_party = pair.front().one;
    const PartyId two_party = pair.front().two;
    if (causes_ && !(tied(one_party, two_party) && tied(two_party, one_party))) return;
    for (auto& party : sides_) {
        for (auto& side : party) side.clear();
    }
    for (Leg& leg : pair) {
        sides_[leg.of_one ? 0 : 1][leg.credit_class ? 0 : 1].push_back(&leg);
    }
    auto& [one, two] = sides_;
    match(one[0], two[1]);
    match(one[1], two[0]);
    match(one[0], two[0]);
    match(one[1], two[1]);
}

void Consolidation::match(Legs& left, Legs& right) {
    if (left.empty() || right.empty()) return;
    const auto pluses = std::pair{total(left, false), total(right, false)};
    const auto minuses = std::pair{total(left, true), total(right, true)};
    // A price and a discount on one side, what was paid on the other: all of it goes out.
    const Sum net = pluses.first + minuses.first;
    const bool cancel = net != 0 && net + pluses.second + minuses.second == 0;
    const auto smaller = [&](Sum plus, Sum minus) { return std::min(plus, -minus); };
    const Sum to_right = cancel ? pluses.first : smaller(pluses.first, minuses.second);
    const Sum to_left = cancel ? pluses.second : smaller(pluses.second, minuses.first);
    take(left, to_right, shares_);
    take(right, cancel ? minuses.second : -to_right, shares_);
    take(right, to_left, shares_);
    take(left, cancel ? minuses.first : -to_left, shares_);
}

void for_each_share(
    const EntrySource& source, const Query& query, const PartySet& set,
    const ConsolidationOptions& options,
    const std::function<void(const Transaction&, const Posting&, const Share&)>& visit) {
    if (!set.has_an_inside()) return;
    const Chart& chart = source.chart();
    Consolidation consolidation{set, options.mutual, chart};
    DateRange dates = query.dates();
    if (options.historical) dates.begin.reset();
    // Of the terms, those on ids need them; no others than these need the transaction at all.
    const Scan scan{.dates = dates,
                    .accounts = query.accounts(chart),
                    .any_order = true,
                    .ids = !query.kept_balances_suffice()};
    source.for_each_transaction(scan, [&](const Transaction& transaction) {
        if (!dates.contains(transaction->date)) return true;
        if (!options.historical && !query.covers(transaction->date)) return true;
        const auto shares = consolidation.judge(*transaction);
        for (std::size_t i = 0; i < shares.size(); ++i) {
            const OtherSide side = shares[i].side;
            if (side != OtherSide::member && side != OtherSide::unknown) continue;
            const Posting& posting = transaction->postings[i];
            if (query.matches_undated(transaction, posting, chart)) {
                visit(transaction, posting, shares[i]);
            }
        }
        return true;
    });
}

std::size_t ShareSums::PlaceHash::operator()(const Place& place) const {
    std::uint64_t key = (std::uint64_t{place.line} << 32) | place.period;
    key ^= std::uint64_t{place.commodity.value} * 0x9e3779b97f4a7c15U;
    key *= 0xff51afd7ed558ccdU;
    return static_cast<std::size_t>(key ^ (key >> 32));
}

Sum ShareSums::at(const Place& place) const {
    const auto found = sums_.find(place);
    return found == sums_.end() ? 0 : found->second;
}

std::vector<std::pair<ShareSums::Place, Sum>> ShareSums::sorted() const {
    std::vector<std::pair<Place, Sum>> found;
    for (const auto& entry : sums_) {
        if (entry.second != 0) found.push_back(entry);
    }
    std::ranges::sort(found);
    return found;
}

ConsolidationSums consolidation_sums(
    const EntrySource& source, const Query& query, const PartySet& set,
    const ConsolidationOptions& options,
    const std::function<std::uint32_t(const Transaction&, const Posting&)>& line_of,
    const std::function<std::optional<std::uint32_t>(Date)>& period_of) {
    ConsolidationSums sums;
    for_each_share(source, query, set, options,
                   [&](const Transaction& transaction, const Posting& posting, const Share& share) {
                       const auto period = period_of(transaction->date);
                       if (!period) return;
                       const ShareSums::Place place{.line = line_of(transaction, posting),
                                                    .commodity = share.amount.commodity,
                                                    .period = *period};
                       if (share.side == OtherSide::unknown) {
                           return sums.unallocated.add(place, share.amount.minor);
                       }
                       if (share.eliminated_minor != 0) {
                           sums.eliminated.add(place, share.eliminated_minor);
                       }
                       const Sum left = Sum{share.amount.minor} - share.eliminated_minor;
                       if (left != 0) sums.one_sided.add(place, left);
                   });
    return sums;
}

}  // namespace cellbook
