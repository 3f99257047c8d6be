/// Valuation: what amounts are worth in a currency, by the prices a book declares.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/date.hpp"
#include "ledger/identity.hpp"
#include "ledger/money.hpp"
#include "ledger/price.hpp"

namespace cellbook {

struct ValuationOptions {
    enum class When : std::uint8_t {
        end,   ///< at the prices of the last day of each column
        then,  ///< at the prices of the day of each posting
        date   ///< at the prices of `date`
    };
    When when = When::end;
    Date date{};
    /// Symbol; absent: each commodity is valued in the currency it was last priced in, and stays as
    /// it is when it never was.
    std::optional<std::string> currency{};
    bool show_prices = false;  ///< a note for each price used
};

/// Values amounts and remembers which prices that took, and which were missing.
///
/// Linear and exact: a column's figure is the sum of its amounts times their prices, rounded
/// half-even to the currency's scale once. An amount without a price stays in its own commodity,
/// and a note says so.
class Valuation {
public:
    /// *Requires*: the source outlives it.
    Valuation(const EntrySource& source, ValuationOptions options);

    [[nodiscard]] ValuationOptions::When when() const { return options_.when; }
    /// Days on which prices change, where amounts have to be kept apart: none but for `then`.
    [[nodiscard]] std::vector<Date> cuts() const;
    /// The last day of which there is a price: a column without an end is valued then, if that is
    /// later than its last transaction.
    [[nodiscard]] std::optional<Date> last_price() const { return last_price_; }
    /// The day whose prices an amount takes, of `posted` in a column whose last day is `last`.
    [[nodiscard]] Date day_of(Date posted, Date last) const;

    /// Amounts to be added up in one figure, each at the prices of a day.
    struct Term {
        Sum sum = 0;
        CommodityId commodity{};
        Date day{};
    };
    /// The figure: by commodity, zeros left out.
    [[nodiscard]] Sums value(const std::vector<Term>& terms);

    /// What was missing; with `show_prices`, the prices used: by commodity, then day.
    [[nodiscard]] std::vector<std::string> notes() const;

private:
    /// Units of `currency`'s minor unit for one of the commodity's.
    struct Worth {
        CommodityId currency{};
        Rate rate = 1;
        std::optional<PriceDatabase::Found> found{};
        bool missing = false;
    };

    const Worth& worth(CommodityId commodity, Date day);
    [[nodiscard]] Worth look_up(CommodityId commodity, Date day) const;
    Sums unvalued(const std::vector<Term>& terms, CommodityId currency);
    void add_missing(std::vector<std::string>& notes) const;
    void add_used(std::vector<std::string>& notes) const;

    const Chart& chart_;
    ValuationOptions options_;
    PriceDatabase prices_;
    std::optional<Date> last_price_{};
    CommodityId currency_{};
    std::map<std::pair<CommodityId, Date>, Worth> known_{};
    std::set<CommodityId> too_large_{};
};

/// The integer nearest to a rational, half-even; absent when no `Sum` holds it.
std::optional<Sum> rounded_half_even(const Rate& rate);

/// An exact decimal where the rate is one of at most twelve decimals, else a fraction and what it
/// is about.
std::string to_string(const Rate& rate);

}  // namespace cellbook
