/// How wide text stands on a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cellbook::cli {

/// Text that is safe to show: control characters and broken UTF-8 become U+FFFD, so that no
/// description can move the cursor.
std::string printable(std::string_view text);
void make_printable(std::string& text);

/// Columns that printable text takes; wide characters take two, combining ones none.
std::size_t display_width(std::string_view text);

/// `text` in at most `width` columns, with an ellipsis where something was left out: at the end,
/// or at the beginning when its end matters.
std::string shortened(std::string_view text, std::size_t width, bool keep_end);

}  // namespace cellbook::cli
