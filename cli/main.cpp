#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <iostream>
#include <memory>
#include <utility>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/fd_stream.hpp"

namespace {

using cellbook::Date;
using cellbook::cli::Environment;

std::optional<std::string> environment_variable(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::nullopt : std::optional<std::string>{value};
}

/// What a variable says of the terminal, or else the terminal itself.
int terminal_size(const char* name, unsigned short winsize::*member) {
    if (const auto text = environment_variable(name)) {
        const int number = std::atoi(text->c_str());
        if (number > 0) return number;
    }
    winsize size{};
    return ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.*member : 0;
}

Date local_day(std::time_t now) {
    std::tm local{};
    ::localtime_r(&now, &local);
    return *Date::from_civil(local.tm_year + 1900, static_cast<unsigned>(local.tm_mon + 1),
                             static_cast<unsigned>(local.tm_mday));
}

std::string utc_text(std::time_t now) {
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    char text[sizeof "2018-03-01T00:00:00Z"];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    // A reader that goes away (`| head`) is no reason to be killed: writing fails, and that is
    // seen.
    std::signal(SIGPIPE, SIG_IGN);
    cellbook::cli::FdBuffer buffer{STDOUT_FILENO};
    std::ostream out{&buffer};
    const std::time_t now = std::time(nullptr);
    // Never destroyed: the system is faster at that.
    static auto* const kept = new std::vector<std::shared_ptr<const void>>;
    const Environment environment{
        .out = out,
        .err = std::cerr,
        .out_is_terminal = ::isatty(STDOUT_FILENO) == 1,
        .err_is_terminal = ::isatty(STDERR_FILENO) == 1,
        .columns = terminal_size("COLUMNS", &winsize::ws_col),
        .lines = terminal_size("LINES", &winsize::ws_row),
        .today = local_day(now),
        .now_utc = utc_text(now),
        .variable = environment_variable,
        .keep = [](std::shared_ptr<const void> opened) { kept->push_back(std::move(opened)); }};
    const auto code = cellbook::cli::run({argv + 1, argv + argc}, environment);
    out.flush();
    if (out) return code;
    if (buffer.error() != EPIPE) {
        std::cerr << "cellbook: cannot write: " << std::strerror(buffer.error()) << '\n';
    }
    return cellbook::cli::exit_storage;
}
