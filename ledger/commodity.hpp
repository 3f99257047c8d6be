/// Commodities: anything counted, with a fixed number of decimals.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace cellbook {

inline constexpr std::uint8_t max_scale = 18;

/// How a commodity's amounts look in text meant for people; never how they are stored.
struct CommodityStyle {
    bool symbol_left = false;
    bool spaced = true;
    char decimal_mark = '.';
    char group_mark = 0;  ///< 0: digits are not grouped
    friend bool operator==(const CommodityStyle&, const CommodityStyle&) = default;
};

struct Commodity {
    std::string symbol;
    std::uint8_t scale = 0;    ///< decimals of its minor unit
    bool declared = false;     ///< by a directive, so that its scale is settled
    bool scale_known = false;  ///< declared, or settled by its first import
    CommodityStyle style{};
};

/// The symbol as journal text writes it: quoted when it holds anything but letters and currency
/// signs.
std::string quoted_symbol(std::string_view symbol);

}  // namespace cellbook
