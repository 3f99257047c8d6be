/// What a row of the property register says, field by field, from text and as text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// A row of that form that says nothing yet.
RegisterDeclaration empty_row(const RegisterForm& form);

/// Takes what `text` says of a field, or of `standing`, `source` or `note`, which every row may
/// have, into the row. An empty text says nothing.
/// *Errors*, without position: `register_field_invalid`. *Requires*: `is_row_field`.
std::optional<Diagnostic> read_row_field(const RegisterForm& form, std::string_view name,
                                         std::string_view text, Chart& chart,
                                         RegisterDeclaration& row);

/// Whether rows of that form have such a field.
bool is_row_field(const RegisterForm& form, std::string_view name);

/// A field that has to be there and is not; absent when the row has all.
std::optional<std::string_view> missing_field(const RegisterDeclaration& row);

/// The field as `read_row_field` reads it. Empty where it says nothing.
std::string register_text(const RegisterDeclaration& row, std::size_t field, const Chart& chart);

}  // namespace cellbook
