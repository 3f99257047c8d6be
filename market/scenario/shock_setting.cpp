#include "market/scenario/shock_setting.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

namespace cellbook {

namespace {

constexpr std::string_view how_to_write =
    "Write +20% or x1.2 to scale, +5 to add, 5 or 5% to set; a value below 0 is set with op = "
    "\"set\".";

Diagnostic invalid(std::string what, std::string_view remedy = how_to_write) {
    return {.code = DiagnosticCode::shock_value_invalid,
            .explanation = std::move(what),
            .remedy = std::string{remedy}};
}

std::optional<double> number_of(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
        if (text.starts_with('-')) return std::nullopt;
    }
    double value = 0;
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end || !std::isfinite(value)) return std::nullopt;
    return value;
}

/// What a spelling says, before an operation has been settled.
struct Spelling {
    double number = 0;
    bool is_signed = false;
    bool percent = false;
    bool factor = false;  ///< `x1.2`
};

std::optional<Spelling> spelling_of(std::string_view text) {
    Spelling spelling;
    if (text.starts_with('x')) {
        spelling.factor = true;
        text.remove_prefix(1);
    }
    if (text.ends_with('%')) {
        spelling.percent = true;
        text.remove_suffix(1);
    }
    spelling.is_signed = text.starts_with('+') || text.starts_with('-');
    const auto number = number_of(text);
    if (!number || (spelling.factor && (spelling.is_signed || spelling.percent))) {
        return std::nullopt;
    }
    spelling.number = *number;
    return spelling;
}

ShockOperation told_by(const Spelling& spelling) {
    if (spelling.factor || (spelling.is_signed && spelling.percent)) return ShockOperation::scale;
    return spelling.is_signed ? ShockOperation::add : ShockOperation::set;
}

}  // namespace

std::optional<Diagnostic> refuse_value(const ShockChange& change) {
    if (!std::isfinite(change.value)) return invalid("the value is not finite");
    if (change.operation == ShockOperation::scale && change.value < 0) {
        return invalid(fmt::format("a scale of {} would turn the sign", change.value),
                       "A scale is 0 or more: 0.8 takes a fifth away.");
    }
    return std::nullopt;
}

Result<ShockChange> parse_change(std::string_view text, std::optional<ShockOperation> operation) {
    const auto spelling = spelling_of(text);
    if (!spelling) return invalid(fmt::format("`{}` says no change", text));
    ShockChange change{.operation = operation.value_or(told_by(*spelling)),
                       .value = spelling->number};
    const bool scales = change.operation == ShockOperation::scale;
    if (spelling->factor && !scales) {
        return invalid(fmt::format("`{}` scales, and the operation is `{}`", text,
                                   to_string(change.operation)));
    }
    if (spelling->percent) change.value /= 100;
    if (spelling->percent && scales && spelling->is_signed) change.value += 1;
    if (auto refused = refuse_value(change)) return *std::move(refused);
    return change;
}

Result<ShockSetting> parse_setting(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        return invalid(fmt::format("`{}` names nothing to change", text),
                       "Write TARGET=VALUE, as in price.sauna=+20%; `cellbook scenario list "
                       "--targets` lists the targets.");
    }
    std::optional<ShockOperation> operation;
    if (text[equals - 1] == '<') operation = ShockOperation::ceiling;
    if (text[equals - 1] == '>') operation = ShockOperation::floor;
    auto target = parse_target(text.substr(0, operation ? equals - 1 : equals));
    if (!target) return std::move(target).error();
    const auto change = parse_change(text.substr(equals + 1), operation);
    if (!change) return change.error();
    if (auto refused = refuse_operation(*target, change->operation)) return *std::move(refused);
    return ShockSetting{.target = *std::move(target), .change = *change};
}

}  // namespace cellbook
