/// Market prices: what one commodity was worth in another on a day, by the declarations of a book.
#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/entry.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/identity.hpp"

namespace cellbook {

/// Exact: an inverse price is rarely a decimal.
using Rate = boost::multiprecision::cpp_rational;

class PriceDatabase {
public:
    PriceDatabase() = default;
    /// The prices that the source declares.
    explicit PriceDatabase(const EntrySource& source);

    /// The last price added for a pair and day holds. A price of zero has no inverse.
    void add(const PriceDeclaration& price);

    /// How a price was found.
    struct Found {
        Rate rate{};  ///< units of the second commodity for one of the first
        Date date{};  ///< of the oldest price used
        /// From the first commodity to the second; two of them when the price is direct or the
        /// inverse of one.
        std::vector<CommodityId> path{};
    };

    /// The price of `commodity` in `currency` by what was known on `day`: of prices between the
    /// two, given either way round, the latest (the direct one of two of the same day); without
    /// any, the shortest chain of such prices, and of equally short ones that whose commodities
    /// were named first.
    [[nodiscard]] std::optional<Found> find(CommodityId commodity, CommodityId currency,
                                            Date day) const;

    /// The currency that the commodity was last priced in, by what was known on `day`: of several
    /// prices of one day, that of the last declared.
    [[nodiscard]] std::optional<CommodityId> currency_of(CommodityId commodity, Date day) const;

    /// Every day of which there is a price, in order: between two of them no price changes.
    [[nodiscard]] std::vector<Date> days() const;

private:
    using Pair = std::pair<CommodityId, CommodityId>;
    struct Quote {
        Date date{};
        Rate rate{};
    };

    [[nodiscard]] std::optional<Quote> declared(const Pair& pair, Date day) const;
    /// Between two commodities, given either way round.
    [[nodiscard]] std::optional<Quote> quote(CommodityId commodity, CommodityId currency,
                                             Date day) const;
    [[nodiscard]] std::vector<CommodityId> shortest_path(CommodityId from, CommodityId to,
                                                         Date day) const;

    std::map<Pair, std::map<Date, Rate>> quotes_{};
    std::map<CommodityId, std::vector<CommodityId>> neighbours_{};  ///< sorted
    std::map<CommodityId, std::map<Date, CommodityId>> currencies_{};
};

}  // namespace cellbook
