/// Text as a field of CSV.
#pragma once

#include <string>
#include <string_view>

namespace cellbook {

/// In quotes where RFC 4180 asks for them, and nowhere else.
void append_csv_field(std::string& out, std::string_view text);

}  // namespace cellbook
