/// The program behind `main`, with what surrounds it passed in, so that tests can run it.
#pragma once

#include <string>
#include <vector>

#include "cli/environment.hpp"
#include "cli/exit_code.hpp"

namespace cellbook::cli {

/// Runs one command line, the program's own name left out, and prints what went wrong to
/// `environment.err`. Options may stand before or after the command.
ExitCode run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace cellbook::cli
