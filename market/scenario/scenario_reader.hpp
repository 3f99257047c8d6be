/// A scenario file's text as a scenario file, or everything that is wrong with it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/scenario/scenario.hpp"
#include "market/scenario/shock_reader.hpp"

namespace cellbook {

struct ScenarioReading {
    ScenarioFile file{};  ///< of no use unless `ok`
    std::vector<Diagnostic> problems{};

    [[nodiscard]] bool ok() const { return problems.empty(); }
};

/// Goes on after an error, so that one run shows all of them, each with line, column and the line
/// itself. *Errors*: `scenario_syntax`, `scenario_key_unknown`, `scenario_key_missing`,
/// `scenario_value_invalid`, `scenario_name_unknown`, `scenario_name_twice`, `scenario_cycle`,
/// `scenario_dates_reversed`, `scenario_unsupported`, `shock_target_unknown`,
/// `shock_operation_invalid`, `shock_value_invalid`, `distribution_invalid`, `correlation_invalid`.
ScenarioReading read_scenario(std::string_view toml, const std::string& file_name,
                              const ScenarioVocabulary& known = {});

/// Whether the book is the one that the file names by its digest (all of it, or its beginning).
/// *Errors*: `scenario_digest_differs`. None: it is, or the file names none.
std::optional<Diagnostic> refuse_book(const ScenarioBaseline& baseline,
                                      std::string_view book_digest, const std::string& file_name);

}  // namespace cellbook
