/// A command: its name, its help, its options and what it does.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"

namespace cellbook::cli {

/// What a command does once its words are read.
using Action = std::function<ExitCode(const Environment&)>;

struct Command {
    std::string name;
    std::vector<std::string> aliases{};
    std::string group;  ///< heading in the list of commands
    std::string summary;
    /// Each is a line for a shell, run as a test in a folder with `week.journal`, `town.book`,
    /// `events.csv`, `sales.journal`, `prices.csv`, `ceiling.toml` and a `$CELLBOOK_FILE` that
    /// names the book.
    Examples examples{};
    /// Says the options and gives the action, which holds what they are bound to.
    std::function<Action(Arguments&)> prepare;
};

/// Every command, in the order of help.
const std::vector<Command>& commands();
/// By name or alias; null when there is none.
const Command* find_command(const std::string& name);

}  // namespace cellbook::cli
