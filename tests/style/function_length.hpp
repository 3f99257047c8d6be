/// Finds functions in C++ text and how long they are.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cellbook::style {

/// A function's body with its signature.
struct FunctionExtent {
    std::string signature;  ///< on one line
    std::size_t first_line;
    std::size_t last_line;

    std::size_t lines() const { return last_line - first_line + 1; }
};

/// Outermost functions (a lambda belongs to the function it stands in), in the order of the text.
/// Requires: `code` is the result of without_comments_and_strings().
std::vector<FunctionExtent> functions(std::string_view code);

}  // namespace cellbook::style
