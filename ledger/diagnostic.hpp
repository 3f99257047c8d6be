/// What went wrong with somebody's input: a code, where, what is wrong in figures, what would mend
/// it.
///
/// Three kinds of failure have three means (style of this library): bad input is a returned
/// `Diagnostic`; a failed environment (disk, SQLite) throws `StorageError`; a programmer's
/// error is an `assert`. The library never prints a diagnostic: the CLI does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "ledger/diagnostic_code.hpp"

namespace cellbook {

/// A place in a text that a person wrote. Lines and columns count from 1; columns count bytes
/// of UTF-8 up to the place; 0 means "not known" (the whole file, or no file at all).
struct Position {
    std::string file{};
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    friend bool operator==(const Position&, const Position&) = default;
};

enum class Severity : std::uint8_t { error, warning };

/// One complaint. `explanation` says what is wrong, with the figures; `remedy` what to do.
struct Diagnostic {
    DiagnosticCode code;
    std::string explanation;
    std::string remedy{};
    Position position{};
    std::string excerpt{};  ///< the source line (or the first line of the entry), without newline
    Severity severity = Severity::error;

    Diagnostic at(Position where, std::string_view line = {}) &&;
};

/// `file:line:column: error[code]: explanation`, then the excerpt, a caret and the remedy, each on
/// a line of its own; parts that are not known are left out. Ends without a newline.
std::string to_string(const Diagnostic& diagnostic);

/// The names among `known` nearest to `wanted` by edit distance, nearest first, at most `most`;
/// names further than half of the longer word are left out. For "did you mean".
std::vector<std::string> nearest_names(std::string_view wanted, std::span<const std::string> known,
                                       std::size_t most = 3);

/// A value, or the diagnostic that says why there is none.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Diagnostic diagnostic) : state_(std::in_place_index<1>, std::move(diagnostic)) {}

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& operator*() & { return std::get<0>(state_); }
    const T& operator*() const& { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    T* operator->() { return &std::get<0>(state_); }
    const T* operator->() const { return &std::get<0>(state_); }

    [[nodiscard]] const Diagnostic& error() const& { return std::get<1>(state_); }
    [[nodiscard]] Diagnostic&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Diagnostic> state_;
};

/// The disk, SQLite or the operating system refused: not the input's fault.
class StorageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

}  // namespace cellbook
