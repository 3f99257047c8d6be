/// What a person typed, carried out.
#pragma once

#include <iosfwd>

namespace cellbook::cli {

/// Runs one command and returns the process's exit code.
/// Errors: 0 done; 1 data or check failure; 2 usage; 3 storage.
int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace cellbook::cli
