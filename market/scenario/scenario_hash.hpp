/// One hash for all spellings of a scenario file that mean the same.
#pragma once

#include <string>

#include "market/scenario/toml_tree.hpp"

namespace cellbook {

/// The spelling that is hashed: keys in order of their bytes, numbers by value, no blanks and no
/// comments. The order of list items, scenarios and shocks stays: it has a meaning.
std::string canonical_spelling(const TomlNode& file);

/// SHA-256 of the canonical spelling, in 64 hexadecimal digits.
std::string scenario_hash(const TomlNode& file);

}  // namespace cellbook
