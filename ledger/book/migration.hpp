/// Brings a book's schema up to date. No migration ever rewrites the journal.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book/connection.hpp"

namespace cellbook {

/// What a book's file says it is: `cbk1`, in the file's header.
inline constexpr std::int64_t book_application_id = 0x63626b31;

/// The numbered migrations, first to last; the schema's version is their number.
const std::vector<std::string_view>& book_migrations();

/// SQL with each `decimal_text(MINOR, COMMODITY)` spelled out: minor units as decimal text in the
/// decimals of a row of `commodities`, NULL for NULL. *Requires*: it stands inside no other one.
std::string with_decimal_text(std::string_view sql);

/// Applies what is missing and makes the views anew. *Requires*: a transaction is open.
/// Returns whether derived tables have to be rebuilt.
bool migrate(const Connection& connection);

}  // namespace cellbook
