/// What a row of the property register may say, whatever else stands in the register.
#pragma once

#include <optional>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// Why a row cannot stand; absent when it can. In this order: `register_field_missing` (also of
/// those that a lease's form calls for), `register_dates_reversed`, `section_unknown`,
/// `household_unknown`, `child_works`, `lease_parties_equal`.
std::optional<Diagnostic> row_fault(const RegisterDeclaration& row, const Chart& chart);

}  // namespace cellbook
