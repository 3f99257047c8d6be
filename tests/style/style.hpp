/// The rules of this project's code that a machine can hold, checked on text.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace cellbook::style {

/// Path from the project's root (with `/`) -> text.
using Tree = std::map<std::string, std::string>;

/// One breach of a rule.
struct Breach {
    std::string rule;  ///< layer_order, map_order, floating_point, printing, file_length, ...
    std::string path;
    std::size_t line;  ///< from 1; 0 where the whole file is meant
    std::string what;

    friend bool operator==(const Breach&, const Breach&) = default;
};

/// The order in which the concepts of `ledger/` and of `market/` may use each other, earliest
/// first.
/// A name stands for a file pair (`ledger/money`) or a folder (`ledger/reading/`).
struct MapOrder {
    std::vector<std::string> names;
};

/// Reads the order from the block that follows the line "```map" of ARCHITECTURE.md: below the
/// lines that begin with `ledger/` and `market/`, each indented line names concepts, then says what
/// they are.
MapOrder map_order(std::string_view architecture);

/// Reads the exceptions file: `RULE PATH  reason`, `#` begins a comment.
/// Errors: a line without a reason is a breach of the rule `exception_without_reason`.
struct Exceptions {
    std::vector<std::string> allowed;  ///< "rule path"
    std::vector<Breach> breaches;
};
Exceptions read_exceptions(std::string_view path, std::string_view text);

/// C++ text with comments, strings and character literals blanked; lines keep their numbers.
std::string without_comments_and_strings(std::string_view source);

/// Every breach in a tree of sources, in the order of paths, then lines.
std::vector<Breach> check(const Tree& tree, const MapOrder& order);

}  // namespace cellbook::style
