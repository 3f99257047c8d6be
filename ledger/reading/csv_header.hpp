/// The header of a CSV, told from its first bytes.
#pragma once

#include <string_view>
#include <vector>

namespace cellbook {

/// The names in the first line that is neither empty nor a comment (`#`), without quotes and blanks
/// around them; columns end at commas or, as some sheets are saved, semicolons. Views into
/// `beginning`, which may end anywhere behind that line.
std::vector<std::string_view> header_columns(std::string_view beginning);

}  // namespace cellbook
