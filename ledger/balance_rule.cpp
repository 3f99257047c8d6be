#include "ledger/balance_rule.hpp"

#include <algorithm>

#include <boost/container/small_vector.hpp>
#include <boost/multiprecision/cpp_int.hpp>

#include "ledger/flow.hpp"

namespace cellbook {

namespace {

/// Sums per commodity, in order of first mention. Transactions have few commodities: a linear
/// search in place beats any map.
class SmallSums {
public:
    void add(CommodityId commodity, Sum amount) {
        for (auto& [known, sum] : sums_) {
            if (known == commodity) {
                sum += amount;
                return;
            }
        }
        sums_.emplace_back(commodity, amount);
    }
    void keep_non_zero() {
        sums_.erase(std::remove_if(sums_.begin(), sums_.end(),
                                   [](const auto& entry) { return entry.second == 0; }),
                    sums_.end());
    }
    [[nodiscard]] bool all_zero() const {
        return std::all_of(sums_.begin(), sums_.end(),
                           [](const auto& entry) { return entry.second == 0; });
    }
    [[nodiscard]] auto begin() const { return sums_.begin(); }
    [[nodiscard]] auto end() const { return sums_.end(); }
    [[nodiscard]] std::size_t size() const { return sums_.size(); }
    const auto& operator[](std::size_t i) const { return sums_[i]; }

private:
    boost::container::small_vector<std::pair<CommodityId, Sum>, 4> sums_;
};

const Amount& at_cost(const Posting& posting) {
    return posting.cost ? posting.cost->total : posting.amount;
}

std::string named(const Party& party) {
    return party.name.empty() ? "the unnamed party" : "`" + party.name + "`";
}

/// `-50.00 BOB and 3 cigarettes`
std::string in_figures(const SmallSums& sums, const Chart& chart) {
    std::string text;
    for (const auto& [commodity, sum] : sums) {
        if (sum == 0) {
            continue;
        }
        text += text.empty() ? "" : " and ";
        append_decimal(text, sum, chart[commodity].scale);
        text += ' ' + chart[commodity].symbol;
    }
    return text;
}

/// One draft on its way to be a transaction. The steps stand in order of precedence.
class Balancing {
public:
    Balancing(TransactionDraft& draft, const Chart& chart) : draft_(draft), chart_(chart) {}

    std::optional<Diagnostic> run() {
        if (draft_.postings.empty()) {
            return Diagnostic{.code = DiagnosticCode::transaction_empty,
                              .explanation = "the transaction has no postings",
                              .remedy = "Add at least two postings that sum to zero."};
        }
        add_up();
        if (!complete()) {
            if (auto complaint = complete_books()) {
                return complaint;
            }
            add_up();
            if (auto complaint = check_zero()) {
                return complaint;
            }
        }
        return books_.size() > 1 ? check_claims() : std::nullopt;
    }

private:
    /// What one party's postings come to at cost, those without an amount left out.
    struct Books {
        PartyId party{};
        SmallSums sums{};
    };

    void add_up() {
        books_.clear();
        for (const Posting& posting : draft_.postings) {
            SmallSums& sums = books_of(chart_[posting.account].party).sums;
            if (!posting.elided) {
                sums.add(at_cost(posting).commodity, at_cost(posting).minor);
            }
        }
    }

    Books& books_of(PartyId party) {
        const auto known = std::find_if(books_.begin(), books_.end(),
                                         [&](const Books& books) { return books.party == party; });
        return known == books_.end() ? books_.emplace_back(Books{.party = party}) : *known;
    }

    /// Nothing to infer and every party's books at zero: the usual case, decided in one pass.
    [[nodiscard]] bool complete() const {
        return std::all_of(books_.begin(), books_.end(),
                           [](const Books& books) { return books.sums.all_zero(); }) &&
               std::none_of(draft_.postings.begin(), draft_.postings.end(),
                            [](const Posting& posting) { return posting.elided; });
    }

    std::optional<Diagnostic> complete_books() {
        for (const Books& books : books_) {
            if (auto complaint = infer_elided(books.party)) {
                return complaint;
            }
            if (auto complaint = price_exchange(books.party)) {
                return complaint;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] SmallSums sums_of(PartyId party) const {
        SmallSums sums;
        for (const Posting& posting : draft_.postings) {
            if (!posting.elided && chart_[posting.account].party == party) {
                sums.add(at_cost(posting).commodity, at_cost(posting).minor);
            }
        }
        return sums;
    }

    std::optional<Diagnostic> infer_elided(PartyId party) {
        const auto is_elided = [&](const Posting& posting) {
            return posting.elided && chart_[posting.account].party == party;
        };
        auto& postings = draft_.postings;
        const auto first = std::find_if(postings.begin(), postings.end(), is_elided);
        if (first == postings.end()) {
            return std::nullopt;
        }
        if (std::find_if(first + 1, postings.end(), is_elided) != postings.end()) {
            return Diagnostic{
                .code = DiagnosticCode::elided_twice,
                .explanation = named(chart_[party]) + " has more than one posting without amount",
                .remedy = "Leave out at most one amount for each party."};
        }
        SmallSums missing = sums_of(party);
        if (missing.size() == 0) {
            return Diagnostic{.code = DiagnosticCode::elided_not_inferable,
                              .explanation = "the amount of `" + chart_[first->account].name +
                                             "` cannot be inferred: " + named(chart_[party]) +
                                             " has no other posting",
                              .remedy = "Write the amount, or the party's other posting."};
        }
        const CommodityId any = missing[0].first;
        missing.keep_non_zero();
        if (missing.size() == 0) {
            missing.add(any, 0);
        }
        return fill_elided(static_cast<std::size_t>(first - postings.begin()), missing);
    }

    /// One posting a missing commodity, in the place of the elided one.
    std::optional<Diagnostic> fill_elided(std::size_t at, const SmallSums& missing) {
        auto& postings = draft_.postings;
        const Posting pattern = postings[at];
        for (std::size_t i = 0; i < missing.size(); ++i) {
            const auto amount = narrow(-missing[i].second);
            if (!amount) {
                return amount.error();
            }
            Posting filled = pattern;
            filled.elided = false;
            filled.amount = {.minor = *amount, .commodity = missing[i].first};
            if (i == 0) {
                postings[at] = std::move(filled);
            } else {
                filled.assertion.reset();
                postings.insert(postings.begin() + static_cast<std::ptrdiff_t>(at + i),
                                std::move(filled));
            }
        }
        return std::nullopt;
    }

    /// When exactly two commodities remain, of opposite signs, the postings of the first that
    /// carry no cost get one: their share of the second's sum, the last taking what rounding left.
    std::optional<Diagnostic> price_exchange(PartyId party) {
        SmallSums rest = sums_of(party);
        rest.keep_non_zero();
        if (rest.size() != 2 || (rest[0].second > 0) == (rest[1].second > 0)) {
            return std::nullopt;
        }
        const auto [given, given_sum] = rest[0];
        const auto [taken, taken_sum] = rest[1];
        boost::container::small_vector<Posting*, 8> unpriced;
        Sum unpriced_sum = 0;
        for (Posting& posting : draft_.postings) {
            if (chart_[posting.account].party == party && !posting.cost &&
                posting.amount.commodity == given) {
                unpriced.push_back(&posting);
                unpriced_sum += posting.amount.minor;
            }
        }
        if (unpriced_sum != given_sum) {
            return std::nullopt;  // costs in that commodity take part: no plain exchange
        }
        Sum left = -taken_sum;
        for (Posting* const posting : unpriced) {
            const Sum share = posting == unpriced.back()
                                  ? left
                                  : share_of(-taken_sum, posting->amount.minor, given_sum);
            const auto total = narrow(share);
            if (!total) {
                return total.error();
            }
            posting->cost = Cost{.total = {.minor = *total, .commodity = taken}, .unit = {}};
            left -= share;
        }
        return std::nullopt;
    }

    /// `whole * part / sum`, half-even.
    static Sum share_of(Sum whole, Sum part, Sum sum) {
        using boost::multiprecision::int256_t;
        const int256_t numerator = int256_t{whole} * int256_t{part};
        const int256_t denominator{sum};
        int256_t quotient = numerator / denominator;
        const int256_t twice = abs(int256_t{numerator % denominator}) * 2;
        const int256_t size = abs(denominator);
        const bool odd = quotient % 2 != 0;
        if (twice > size || (twice == size && odd)) {
            quotient += (numerator < 0) == (denominator < 0) ? 1 : -1;
        }
        return static_cast<Sum>(quotient);
    }

    std::optional<Diagnostic> check_zero() {
        SmallSums whole;
        for (const Books& books : books_) {
            for (const auto& [commodity, sum] : books.sums) {
                whole.add(commodity, sum);
            }
        }
        const auto found =
            std::find_if(books_.begin(), books_.end(),
                         [](const Books& books) { return !books.sums.all_zero(); });
        if (found == books_.end()) {
            return std::nullopt;
        }
        const auto& [wrong_party, wrong] = *found;
        if (within_tolerance(wrong_party)) {
            return tolerated_elsewhere(wrong);
        }
        if (!whole.all_zero() || books_.size() == 1) {
            return Diagnostic{.code = DiagnosticCode::unbalanced,
                              .explanation =
                                  "the transaction does not balance: at cost its "
                                  "postings sum to " +
                                  in_figures(whole, chart_) + remaining(whole, wrong, wrong_party),
                              .remedy = "Make debits and credits equal, or leave one amount out."};
        }
        return Diagnostic{.code = DiagnosticCode::party_unbalanced,
                          .explanation = "the transaction balances as a whole, but the books of " +
                                         named(chart_[wrong_party]) + " are off by " +
                                         in_figures(wrong, chart_),
                          .remedy =
                              "Every party keeps its own books: give each one both sides, "
                              "e.g. its cash and its income or expense."};
    }

    [[nodiscard]] std::string remaining(const SmallSums& whole, const SmallSums& wrong,
                                        PartyId party) const {
        if (books_.size() == 1 || in_figures(whole, chart_) == in_figures(wrong, chart_)) {
            return {};
        }
        return "; the books of " + named(chart_[party]) + " are off by " +
               in_figures(wrong, chart_);
    }

    /// Whether peers that sum unrounded costs and forgive less than half a minor unit would let
    /// this party's books pass.
    [[nodiscard]] bool within_tolerance(PartyId party) const {
        using Rational = boost::multiprecision::cpp_rational;
        using boost::multiprecision::cpp_int;
        bool any_unit = false;
        std::map<CommodityId, Rational> exact;
        for (const Posting& posting : draft_.postings) {
            if (chart_[posting.account].party != party) {
                continue;
            }
            const Amount& amount = at_cost(posting);
            if (!posting.cost || !posting.cost->unit) {
                exact[amount.commodity] += Rational{cpp_int{amount.minor}};
                continue;
            }
            any_unit = true;
            const Decimal& unit = *posting.cost->unit;
            const unsigned scale = unsigned{chart_[posting.amount.commodity].scale} + unit.scale;
            const cpp_int ten{10};
            exact[amount.commodity] +=
                Rational{cpp_int{posting.amount.minor} * cpp_int{unit.coefficient} *
                             pow(ten, chart_[amount.commodity].scale),
                         pow(ten, scale)};
        }
        return any_unit && std::all_of(exact.begin(), exact.end(),
                                       [](const auto& entry) { return abs(entry.second) * 2 < 1; });
    }

    [[nodiscard]] Diagnostic tolerated_elsewhere(const SmallSums& off) const {
        return {.code = DiagnosticCode::unbalanced_within_tolerance,
                .explanation =
                    "each cost rounded to its commodity's decimals, the postings sum to " +
                    in_figures(off, chart_) + "; programs with a tolerance would accept this",
                .remedy = "Write the totals paid with @@ instead of unit prices with @."};
    }

    std::optional<Diagnostic> check_claims() {
        SmallSums claims;
        for (const Posting& posting : draft_.postings) {
            if (chart_[posting.account].is_financial_position()) {
                claims.add(posting.amount.commodity, posting.amount.minor);
            }
        }
        if (claims.all_zero()) {
            return std::nullopt;
        }
        return Diagnostic{
            .code = DiagnosticCode::claims_unbalanced,
            .explanation =
                "what one party pays or owes another must receive or be owed: financial "
                "assets, liabilities and equity sum to " +
                in_figures(claims, chart_) + " across the " + std::to_string(books_.size()) +
                " parties",
            .remedy =
                "Let payer and payee book the same amount; declare an asset that is no claim "
                "on anybody as `financial:no`."};
    }

    TransactionDraft& draft_;
    const Chart& chart_;
    boost::container::small_vector<Books, 4> books_;
};

}  // namespace

Result<Transaction> BalanceRule::balance(TransactionDraft draft) const {
    if (auto complaint = Balancing{draft, chart_}.run()) {
        return std::move(*complaint);
    }
    settle_flow(draft, chart_);
    return Transaction{std::move(draft)};
}

}  // namespace cellbook
