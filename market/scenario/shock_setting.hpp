/// A change as one writes it in short: `price.sauna=+20%`, `price.rent<=250`.
#pragma once

#include <optional>
#include <string_view>

#include "market/scenario/shock_target.hpp"

namespace cellbook {

struct ShockChange {
    ShockOperation operation = ShockOperation::set;
    double value = 0;
    friend bool operator==(const ShockChange&, const ShockChange&) = default;
};

struct ShockSetting {
    ShockTarget target{};
    ShockChange change{};
    friend bool operator==(const ShockSetting&, const ShockSetting&) = default;
};

/// The change that a text says. Without an operation its spelling tells: `+20%` and `-20%` scale by
/// 1.2 and 0.8, `x1.5` scales by 1.5, `+5` and `-5` add, `5` and `5%` (0.05) set. With one, `%` is
/// a hundredth, but `scale` takes `+20%` as 1.2. *Errors*: `shock_value_invalid`: no number, not
/// finite, or a scale below 0.
Result<ShockChange> parse_change(std::string_view text,
                                 std::optional<ShockOperation> operation = {});

/// A target, `=`, `<=` (a ceiling) or `>=` (a floor), and a change.
/// *Errors*: `shock_value_invalid`, `shock_target_unknown`, `shock_operation_invalid`.
Result<ShockSetting> parse_setting(std::string_view text);

/// A value below which an operation makes no sense. None: it does.
/// *Errors*: `shock_value_invalid`.
std::optional<Diagnostic> refuse_value(const ShockChange& change);

}  // namespace cellbook
