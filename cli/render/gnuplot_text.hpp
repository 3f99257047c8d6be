/// Text inside a gnuplot script, where none of it can be taken for a command.
#pragma once

#include <string>
#include <string_view>

namespace cellbook::cli {

/// Text as a string of gnuplot that stays on its line, control characters and broken UTF-8 being
/// U+FFFD. Between single quotes gnuplot expands nothing (no `...`, no @macro, no escapes). It
/// doubles quotes there but reads several in a row wrongly (5.4), so text that holds one goes
/// between double quotes, with what is more than a letter, a digit or plain punctuation as octal
/// escapes, which are read after all else is expanded.
std::string gnuplot_quoted(std::string_view text);

/// The same for the label of a tic, which gnuplot takes for a format of numbers: `%` doubled.
std::string gnuplot_tic_label(std::string_view text);

}  // namespace cellbook::cli
