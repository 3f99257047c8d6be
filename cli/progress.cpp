#include "cli/progress.hpp"

#include <csignal>
#include <ostream>

namespace cellbook::cli {

namespace {

volatile std::sig_atomic_t interrupted = 0;

void remember_interrupt(int) {
    interrupted = 1;
}

}  // namespace

ProgressLine::ProgressLine(std::string what, const Environment& environment)
    : what_{std::move(what)}, environment_{environment}, began_{std::chrono::steady_clock::now()} {
    interrupted = 0;
    struct sigaction action {};
    action.sa_handler = remember_interrupt;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(SIGINT, &action, nullptr);
}

ProgressLine::~ProgressLine() {
    finish();
    std::signal(SIGINT, SIG_DFL);
}

Progress ProgressLine::callback() {
    return [this](std::int64_t done, std::int64_t total) { return report(done, total); };
}

bool ProgressLine::report(std::int64_t done, std::int64_t total) {
    using namespace std::chrono_literals;
    if (interrupted != 0) return false;
    if (!environment_.err_is_terminal) return true;
    const auto now = std::chrono::steady_clock::now();
    if (now - began_ < 2s || now - drawn_ < 100ms) return true;
    environment_.err << '\r' << progress_text(what_, done, total) << "\x1b[K" << std::flush;
    drawn_ = now;
    is_drawn_ = true;
    return true;
}

void ProgressLine::finish() {
    if (is_drawn_) environment_.err << "\r\x1b[K" << std::flush;
    is_drawn_ = false;
}

std::string progress_text(const std::string& what, std::int64_t done, std::int64_t total) {
    if (total <= 0) return what + ' ' + std::to_string(done);
    return what + ' ' + std::to_string(done * 100 / total) + " % (" + std::to_string(done) +
           " of " + std::to_string(total) + ')';
}

}  // namespace cellbook::cli
