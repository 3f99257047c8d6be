/// The members that a register's row has in the chain, in their canonical order.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "ledger/register_form.hpp"

namespace cellbook {

/// A member's name and the field it holds; no field: `note`, `source`, `standing` or `t` (tags),
/// which every row may have.
struct RowMember {
    std::string_view name;
    std::optional<std::size_t> field{};
};

/// In alphabetical order; the key, which is the row's subject, among them.
const std::vector<RowMember>& sorted_members(Register sort);

}  // namespace cellbook
