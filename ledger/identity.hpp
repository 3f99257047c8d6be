/// Strongly typed numbers for things that a `Chart` interns.
#pragma once

#include <compare>
#include <cstdint>

namespace cellbook {

/// Index of a thing of one sort in its `Chart`. A default one names nothing.
template <class Tag>
struct Identity {
    static constexpr std::uint32_t none = 0xffffffffU;
    std::uint32_t value = none;

    [[nodiscard]] constexpr bool valid() const { return value != none; }
    explicit constexpr operator bool() const { return valid(); }
    friend constexpr auto operator<=>(const Identity&, const Identity&) = default;
};

using AccountId = Identity<struct AccountTag>;
using CommodityId = Identity<struct CommodityTag>;
using PartyId = Identity<struct PartyTag>;
/// A kind, source, product, cell or tag name: words that recur and are compared whole.
using WordId = Identity<struct WordTag>;

}  // namespace cellbook
