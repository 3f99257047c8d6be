/// Who comes first where rents are not what decides.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/decimal.hpp"

namespace cellbook {

enum class Priority : std::uint8_t { waiting_list, lottery, seniority };

/// `waiting-list`, `lottery`, `seniority`.
std::optional<Priority> parse_priority(std::string_view text);

/// Households from the smallest number to the largest; those of one number by name, and those
/// without a number last, by name. *Shape*: places in `households`.
std::vector<std::size_t> queue_by_number(const std::vector<std::string>& households,
                                         const std::vector<std::optional<Decimal>>& numbers);

/// By a draw each of the seed and the household's name: who else takes part moves no draw.
std::vector<std::size_t> queue_by_lottery(const std::vector<std::string>& households,
                                          std::uint64_t seed);

}  // namespace cellbook
