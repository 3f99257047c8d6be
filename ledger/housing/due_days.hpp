/// The days on which something falls due.
#pragma once

#include <functional>

#include "ledger/date.hpp"
#include "ledger/register_form.hpp"

namespace cellbook {

/// Calls `visit` with the first day of `term`, and every day that is a whole number of periods
/// after it, as far as they lie within the term and within `wanted`, in order. Payment is in
/// advance: the first day owes the first period. A month that lacks the day owes on its last.
/// *Requires*: `term` has a first day, `wanted` an end.
void for_each_due_day(const DateRange& term, ChargePeriod period, const DateRange& wanted,
                      const std::function<void(Date)>& visit);

}  // namespace cellbook
