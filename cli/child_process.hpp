/// Another program run as a child, without a shell.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cellbook::cli {

struct ChildResult {
    int code = 0;    ///< its exit code
    int signal = 0;  ///< what killed it; 0: nothing did
    std::string out{};
    std::string err{};
};

/// A program that could not be started: not found, or not to be run.
struct ChildAbsent {
    std::string reason;
};

/// Runs `program` (looked up in the PATH unless it holds a `/`) with arguments and exactly the
/// environment given, `input` on its standard input, and waits for its end. It may close its input
/// early. Throws ChildAbsent; StorageError when the system has no pipes or processes left.
ChildResult run_child(const std::string& program, const std::vector<std::string>& arguments,
                      const std::vector<std::pair<std::string, std::string>>& environment,
                      std::string_view input);

}  // namespace cellbook::cli
