/// What surrounds a run of the program, as parameters, so that nothing in it is ambient.
#pragma once

#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>

#include "ledger/date.hpp"

namespace cellbook::cli {

struct Environment {
    std::ostream& out;
    std::ostream& err;
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int columns = 0;  ///< width of the terminal; 0: not known
    int lines = 0;    ///< its height; 0: not known
    Date today{};
    std::string now_utc{};       ///< ISO 8601, for the log of imports
    std::string command_line{};  ///< as a shell would take it, for the footers of tables
    /// Value of an environment variable, absent when unset.
    std::function<std::optional<std::string>(const char*)> variable =
        [](const char*) -> std::optional<std::string> { return std::nullopt; };
    /// Holds on to what a command has opened, for a program that ends with the command: taking a
    /// large book apart takes longer than leaving it to the system.
    std::function<void(std::shared_ptr<const void>)> keep = [](const auto& /*opened*/) {};
};

}  // namespace cellbook::cli
