/// Ids that entries get when nobody gave one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/digest.hpp"

namespace cellbook {

/// The first 64 bits of a content's hash: what equal entries are counted by.
std::uint64_t content_key(const Hash& content_hash);

/// Taken apart, an id of the form that `derived_id` makes.
struct DerivedId {
    std::uint64_t content_key = 0;
    std::uint64_t occurrence = 1;
};
/// Absent for any other id.
std::optional<DerivedId> parse_derived_id(std::string_view id);

/// Ids that text can carry in a tag: no blanks at the ends, no comma, no control characters.
bool is_valid_id(std::string_view id);

/// A fresh id from the system's random numbers: `r` and 19 hexadecimal digits. Throws
/// `StorageError` when the system has none.
std::string draw_id();

}  // namespace cellbook
