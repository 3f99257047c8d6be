/// How a command gives up: with complaints and an exit code, printed in one place.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <stdexcept>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook::cli {

/// The command line is wrong.
class UsageError : public std::runtime_error {
public:
    explicit UsageError(const std::string& what, std::string remedy_text = {})
        : std::runtime_error{what}, remedy{std::move(remedy_text)} {}
    std::string remedy;
};

/// What was read is wrong.
class InputError : public std::exception {
public:
    explicit InputError(Diagnostic diagnostic) : count{1} {
        diagnostics.push_back(std::move(diagnostic));
    }
    InputError(std::vector<Diagnostic> all, std::int64_t how_many)
        : diagnostics{std::move(all)}, count{how_many} {}
    [[nodiscard]] const char* what() const noexcept override { return "input error"; }

    std::vector<Diagnostic> diagnostics;
    std::int64_t count;  ///< may exceed what was kept
};

/// Ctrl-C stopped the work, with nothing changed.
class Interrupted : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "interrupted"; }
};

inline constexpr std::size_t printed_diagnostics = 20;

/// The first `printed_diagnostics`, the rest counted.
void print_diagnostics(std::ostream& err, const std::vector<Diagnostic>& diagnostics,
                       std::int64_t count);

/// `exit_storage` when a file could not be read at all, else `exit_data`.
ExitCode exit_code_of(const InputError& error);

/// The value, or throws InputError.
template <class T>
T value_or_fail(Result<T> result) {
    if (!result) throw InputError{std::move(result).error()};
    return *std::move(result);
}

/// The value, or throws UsageError: for what stands on the command line itself.
template <class T>
T value_or_usage_error(Result<T> result) {
    if (!result) throw UsageError{result.error().explanation, result.error().remedy};
    return *std::move(result);
}

}  // namespace cellbook::cli
