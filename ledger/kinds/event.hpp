/// An event: what happened, in the words of an events file or of the typed API.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"
#include "ledger/standing.hpp"

namespace cellbook {

/// One happening of some kind; the kind says what is booked. Empty texts and absent values are not
/// given.
struct Event {
    Date date{};
    std::string kind{};
    std::string payer{};
    std::string payee{};
    std::optional<Decimal> amount{};  ///< absent only where amount2 and rate give it
    std::string commodity{};
    std::optional<Decimal> amount2{};
    std::string commodity2{};
    std::optional<Decimal> rate{};  ///< units of commodity2 for one of commodity
    std::string product{};          ///< absent: the kind's
    std::optional<Decimal> quantity{};
    std::optional<Decimal> unit_price{};  ///< absent: amount / quantity, where that is exact
    std::string cell{};
    Standings standings{};
    std::optional<Decimal> low{};
    std::optional<Decimal> high{};
    std::string source{};
    bool nonobserved = false;  ///< or by its kind
    std::optional<Date> recorded{};
    std::string id{};
    std::string note{};  ///< becomes the description
    /// Roles beyond payer and payee, parameters of the kind, and free tags.
    std::vector<std::pair<std::string, std::string>> tags{};

    /// Empty when there is no such tag.
    [[nodiscard]] std::string_view tag(std::string_view name) const;
    /// Whether it has a field of that name, or else such a tag.
    [[nodiscard]] bool gives(std::string_view field) const;
};

/// The fields that have a column of their own in an events file, in the usual order of columns.
const std::vector<std::string>& event_fields();

}  // namespace cellbook
