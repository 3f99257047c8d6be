/// What a distribution is made of: a value and a weight for each observation, exact.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/decimal.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook {

struct Observation {
    Int128 value = 0;
    Int128 weight = 1;        ///< never negative; one of weight zero counts for nothing
    std::uint32_t group = 0;  ///< index into `Observations::groups`
};

/// *Units*: values in 10^-value_scale, weights in 10^-weight_scale.
struct Observations {
    std::vector<Observation> all{};
    std::uint8_t value_scale = 0;
    std::uint8_t weight_scale = 0;
    std::vector<std::string> groups{};  ///< their names; none: nobody asked for groups

    /// Puts in one observation; those before are brought to its decimals if it has more.
    /// *Requires*: weight >= 0. *Errors*: `number_too_large` when the digits of the largest and
    /// the decimals of the most precise do not fit 38 digits together: nothing is put in then.
    std::optional<Diagnostic> add(Decimal value, Decimal weight, std::uint32_t group);
};

}  // namespace cellbook
