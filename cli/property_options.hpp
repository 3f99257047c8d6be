/// The flags that reports of the property register share: words of names, a day, input and output.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/environment.hpp"
#include "cli/exit_code.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "ledger/housing/property_scope.hpp"

namespace cellbook::cli {

struct PropertyOptions {
    std::vector<std::string> words{};
    std::optional<std::string> on{};
    std::optional<std::string> today{};
    InputOptions input{};
    OutputOptions output{};
};

/// NAME words that look at `what`, --on and --today, input and output.
void add_property_options(Arguments& arguments, PropertyOptions& options, const std::string& what);

/// Throws UsageError.
PropertyScope scope_of(const PropertyOptions& options, const Environment& environment);

/// Prints the table that `make` gives of the input; its diagnostic on standard error otherwise.
ExitCode run_property_report(
    const PropertyOptions& options, const Environment& environment,
    const std::function<Result<Table>(const EntrySource&, const PropertyScope&)>& make);

}  // namespace cellbook::cli
