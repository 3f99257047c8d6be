/// What a scenario's shocks make of a baseline value, day by day and on average.
#pragma once

#include <optional>
#include <vector>

#include "ledger/date.hpp"
#include "market/scenario/scenario.hpp"

namespace cellbook {

/// How far a shock is in force on a day: 0 outside its days; on the k-th of them k / ramp_days, and
/// 1 from the ramp's last day on. A ramp of 0 or 1 days is none.
double shock_strength(const Shock& shock, Date day);

/// A shock and the value it has in one draw.
struct DrawnShock {
    const Shock* shock = nullptr;
    double value = 0;
};

/// A level and the bounds that hold for it.
struct ShockedValue {
    double level = 0;
    std::optional<double> ceiling{};
    std::optional<double> floor{};
    /// The share of the days on which there is a ceiling, or a floor; of one day 0 or 1.
    double bound_share = 0;
};

/// The shocks of one target in the order in which they act: each on what the one before it left.
/// *Requires*: what they point at lives.
class ShockPath {
public:
    explicit ShockPath(std::vector<DrawnShock> shocks);

    /// At strength s, `set` v leaves b + s (v - b), `add` b + s v, `scale` b (1 + s (v - 1)). A
    /// ceiling of v comes down from the level and a floor rises from it in the same way; of two
    /// ceilings the lower holds, of two floors the higher.
    [[nodiscard]] ShockedValue on(Date day, double baseline) const;

    /// The mean over the days of a period, each counted as it is: exact for ramps that begin or end
    /// within it. Bounds are averaged over the days that have them.
    /// *Requires*: both ends of the period are there, and it has a day.
    [[nodiscard]] ShockedValue average(const DateRange& period, double baseline) const;

private:
    /// The first day after this one on which a shock's strength may be another.
    [[nodiscard]] Date next_change(Date day, Date end) const;

    std::vector<DrawnShock> shocks_;
};

}  // namespace cellbook
