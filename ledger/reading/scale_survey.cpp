#include "ledger/reading/scale_survey.hpp"

#include <algorithm>

namespace cellbook {

namespace {

/// The two currencies of this economy, whose minor units everybody knows.
bool has_customary_cents(std::string_view symbol) {
    return symbol == "BOB" || symbol == "USD";
}

void settle_one(Commodity& commodity, std::uint8_t decimals) {
    if (commodity.scale_known) return;
    commodity.scale = has_customary_cents(commodity.symbol) ? std::uint8_t{2} : decimals;
    commodity.scale_known = true;
}

}  // namespace

void ScaleSurvey::saw(std::string_view symbol, std::uint8_t decimals) {
    const auto known = std::find_if(seen_.begin(), seen_.end(),
                                    [&](const Seen& seen) { return seen.symbol == symbol; });
    if (known == seen_.end()) {
        seen_.push_back({std::string{symbol}, decimals});
    } else {
        known->decimals = std::max(known->decimals, decimals);
    }
}

void ScaleSurvey::settle(Chart& chart) const {
    for (const Seen& seen : seen_) {
        settle_one(chart[chart.commodity(seen.symbol)], seen.decimals);
    }
}

std::uint8_t settled_scale(Chart& chart, CommodityId commodity, const SettleScales& settle,
                           std::uint8_t decimals) {
    Commodity& asked = chart[commodity];
    if (!asked.scale_known) {
        if (!has_customary_cents(asked.symbol) && settle) settle();
        settle_one(asked, decimals);
    }
    return asked.scale;
}

}  // namespace cellbook
