/// What a scenario can change, and in which ways: one table for readers, schema, docs and listing.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

enum class ShockOperation : std::uint8_t { set, add, scale, ceiling, floor };

std::span<const std::string_view> shock_operations();
std::optional<ShockOperation> shock_operation(std::string_view name);
std::string_view to_string(ShockOperation operation);

enum class TargetKind : std::uint8_t {
    rent,
    price,
    cell_sale_tax,
    tax,
    unit_tax,
    subsidy,
    entry_fee,
    dues,
    quantity,
    outside_cost,
    exchange_rate,
    family_income,
    allowance,
    population,
    new_cells,
    closed_cells,
};

/// What can be changed. In `pattern` PRODUCT stands for a name.
struct TargetForm {
    TargetKind kind;
    std::string_view pattern;
    bool by_section = false;  ///< whether `.section.NAME` may follow
    std::vector<ShockOperation> operations{};
    std::string_view unit;
    std::string_view meaning;
};

/// In the order of the enumeration; of two that fit a text, the first holds.
std::span<const TargetForm> target_forms();

/// A thing to change, by name.
struct ShockTarget {
    TargetKind kind{};
    std::string product{};
    std::string section{};  ///< empty: all
    friend bool operator==(const ShockTarget&, const ShockTarget&) = default;
};

const TargetForm& form_of(TargetKind kind);
/// As it is written: `price.rent.section.posta`.
std::string to_string(const ShockTarget& target);

/// *Errors*: `shock_target_unknown`, with the nearest patterns.
Result<ShockTarget> parse_target(std::string_view text);
/// *Errors*: `shock_operation_invalid`, with those that the target takes. None: it takes it.
std::optional<Diagnostic> refuse_operation(const ShockTarget& target, ShockOperation operation);

/// The table of targets, for people.
Table target_table();

}  // namespace cellbook
