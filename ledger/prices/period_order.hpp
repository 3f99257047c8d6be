/// The order of periods that somebody has named as they liked.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/date.hpp"

namespace cellbook {

/// The first day of a period of the calendar written in figures: `2018`, `2018-03`, `2018q1`,
/// `2018-03-01`; nothing for any other text.
std::optional<Date> calendar_begin(std::string_view label);

/// Numbers of the labels, earliest first: by the calendar if all are its periods, by number if all
/// are numbers, else as texts, runs of digits in them compared as numbers (`t2` before `t10`).
std::vector<std::size_t> order_of_periods(std::span<const std::string> labels);

}  // namespace cellbook
