/// Days as a book's rows hold them: numbers from 1970-01-01, or NULL.
#pragma once

#include <cstdint>
#include <optional>

#include "ledger/date.hpp"

namespace cellbook {

inline std::optional<std::int64_t> days_of(const std::optional<Date>& date) {
    return date ? std::optional{std::int64_t{date->days}} : std::nullopt;
}

inline std::optional<Date> date_of(const std::optional<std::int64_t>& days) {
    return days ? std::optional{Date{static_cast<std::int32_t>(*days)}} : std::nullopt;
}

}  // namespace cellbook
