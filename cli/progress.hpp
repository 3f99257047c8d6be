/// How far long work has come, and Ctrl-C while it goes on.
#pragma once

#include <chrono>
#include <string>

#include "cli/environment.hpp"
#include "ledger/book/book.hpp"

namespace cellbook::cli {

/// While one lives, Ctrl-C asks the work to stop instead of killing the program; a second Ctrl-C
/// kills it, and the book is whole even then. Work of more than two seconds shows a line on a
/// terminal's standard error. One at a time.
class ProgressLine {
public:
    ProgressLine(std::string what, const Environment& environment);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    [[nodiscard]] Progress callback();
    /// Wipes the line.
    void finish();

private:
    bool report(std::int64_t done, std::int64_t total);

    std::string what_;
    const Environment& environment_;
    std::chrono::steady_clock::time_point began_;
    std::chrono::steady_clock::time_point drawn_{};
    bool is_drawn_ = false;
};

/// `rebuilding 42 % (420000 of 1000000)`; without a total, only how many are done.
std::string progress_text(const std::string& what, std::int64_t done, std::int64_t total);

}  // namespace cellbook::cli
