/// How many decimals a commodity has that no directive declares.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"

namespace cellbook {

/// The most decimals of any amount of each commodity, over all texts of one import.
class ScaleSurvey {
public:
    void saw(std::string_view symbol, std::uint8_t decimals);
    /// Settles in `chart` the scale of each commodity seen, where nothing has settled it yet.
    void settle(Chart& chart) const;

private:
    struct Seen {
        std::string symbol{};
        std::uint8_t decimals = 0;
    };
    std::vector<Seen> seen_{};  // in order of first mention; an import names few commodities
};

/// What a reader calls when it meets an amount of a commodity whose scale the chart does not know:
/// surveys every text of the import and settles the chart. So an import in which every commodity
/// is declared reads its texts once.
using SettleScales = std::function<void()>;

/// Decimals of the commodity's amounts. Where they are not settled yet they are now: by custom (BOB
/// and USD have 2), else by `settle`; a commodity that even `settle` leaves open takes
/// `decimals`, those of the amount at hand.
std::uint8_t settled_scale(Chart& chart, CommodityId commodity, const SettleScales& settle,
                           std::uint8_t decimals);

}  // namespace cellbook
