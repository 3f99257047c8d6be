#include "market/scenario/shock_path.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace cellbook {

double shock_strength(const Shock& shock, Date day) {
    if (!shock.days.contains(day)) return 0;
    if (shock.ramp_days <= 1 || !shock.days.begin) return 1;
    const std::int64_t days_in = std::int64_t{day.days} - shock.days.begin->days + 1;
    if (days_in >= shock.ramp_days) return 1;
    return static_cast<double>(days_in) / static_cast<double>(shock.ramp_days);
}

ShockPath::ShockPath(std::vector<DrawnShock> shocks) : shocks_{std::move(shocks)} {}

ShockedValue ShockPath::on(Date day, double baseline) const {
    ShockedValue value{.level = baseline};
    for (const DrawnShock& drawn : shocks_) {
        const double strength = shock_strength(*drawn.shock, day);
        if (strength == 0) continue;
        const double toward = value.level + strength * (drawn.value - value.level);
        switch (drawn.shock->change.operation) {
            case ShockOperation::set:
                value.level = strength == 1 ? drawn.value : toward;
                break;
            case ShockOperation::add:
                value.level += strength * drawn.value;
                break;
            case ShockOperation::scale:
                value.level *= 1 + strength * (drawn.value - 1);
                break;
            case ShockOperation::ceiling: {
                const double bound = strength == 1 ? drawn.value : std::max(drawn.value, toward);
                value.ceiling = std::min(bound, value.ceiling.value_or(bound));
                break;
            }
            case ShockOperation::floor: {
                const double bound = strength == 1 ? drawn.value : std::min(drawn.value, toward);
                value.floor = std::max(bound, value.floor.value_or(bound));
                break;
            }
        }
    }
    value.bound_share = value.ceiling || value.floor ? 1 : 0;
    return value;
}

Date ShockPath::next_change(Date day, Date end) const {
    Date next = end;
    const auto offer = [&](std::int64_t days) {
        if (days > day.days && days < next.days) next = Date{static_cast<std::int32_t>(days)};
    };
    for (const DrawnShock& drawn : shocks_) {
        const Shock& shock = *drawn.shock;
        if (shock.days.begin) {
            const std::int64_t begin = shock.days.begin->days;
            offer(begin);
            const bool rising = day.days >= begin && day.days < begin + shock.ramp_days - 1;
            if (rising) offer(std::int64_t{day.days} + 1);
        }
        if (shock.days.end) offer(shock.days.end->days);
    }
    return next;
}

ShockedValue ShockPath::average(const DateRange& period, double baseline) const {
    assert(period.begin && period.end && *period.begin < *period.end);
    ShockedValue sum;
    double ceiling_days = 0;
    double floor_days = 0;
    double bound_days = 0;
    double ceilings = 0;
    double floors = 0;
    double total = 0;
    for (Date day = *period.begin; day < *period.end;) {
        const Date next = next_change(day, *period.end);
        const double days = next.days - day.days;
        const ShockedValue value = on(day, baseline);
        sum.level += days * (value.level - baseline);
        ceilings += days * value.ceiling.value_or(0);
        floors += days * value.floor.value_or(0);
        ceiling_days += value.ceiling ? days : 0;
        floor_days += value.floor ? days : 0;
        bound_days += days * value.bound_share;
        total += days;
        day = next;
    }
    sum.level = baseline + sum.level / total;
    if (ceiling_days > 0) sum.ceiling = ceilings / ceiling_days;
    if (floor_days > 0) sum.floor = floors / floor_days;
    sum.bound_share = bound_days / total;
    return sum;
}

}  // namespace cellbook
