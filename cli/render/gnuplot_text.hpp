/// Text inside a gnuplot script, where none of it can be taken for a command.
#pragma once

#include <string>
#include <string_view>

namespace cellbook::cli {

/// Text between single quotes, in which gnuplot expands nothing (no `...`, no @macro, no escapes,
/// and with the option `noenhanced` no markup): quotes doubled, control characters and broken UTF-8
/// as U+FFFD, so that it stays on its line.
std::string gnuplot_quoted(std::string_view text);

/// The same for the label of a tic, which gnuplot takes for a format of numbers: `%` doubled.
std::string gnuplot_tic_label(std::string_view text);

}  // namespace cellbook::cli
