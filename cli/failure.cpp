#include "cli/failure.hpp"

#include <algorithm>
#include <ostream>

namespace cellbook::cli {

void print_diagnostics(std::ostream& err, const std::vector<Diagnostic>& diagnostics,
                       std::int64_t count) {
    const auto printed = std::min(diagnostics.size(), printed_diagnostics);
    for (std::size_t i = 0; i < printed; ++i) err << to_string(diagnostics[i]) << '\n';
    const auto rest = count - static_cast<std::int64_t>(printed);
    if (rest > 0) err << "... and " << rest << " more\n";
}

ExitCode exit_code_of(const InputError& error) {
    const bool unreadable = !error.diagnostics.empty() &&
                            error.diagnostics.front().code == DiagnosticCode::file_unreadable;
    return unreadable ? exit_storage : exit_data;
}

}  // namespace cellbook::cli
