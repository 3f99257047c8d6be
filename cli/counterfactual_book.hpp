/// Writes a solution as a book of its own.
#pragma once

#include <string>

#include "cli/environment.hpp"
#include "market/whatif/posting.hpp"

namespace cellbook::cli {

/// Makes a new book at `path`, whole or not at all: it takes its name when everything is recorded.
/// Throws UsageError where there is something already, InputError where the gate refuses an entry,
/// StorageError.
void write_counterfactual(const PostedSolution& posted, const std::string& path,
                          const Environment& environment);

/// What was written, and how large rounding is: a line for people.
std::string describe_posting(const PostedSolution& posted, const std::string& path,
                             const std::string& symbol);

}  // namespace cellbook::cli
