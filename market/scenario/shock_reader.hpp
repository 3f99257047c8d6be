/// The tables `[[scenario]]` and `[[scenario.shock]]` as values.
#pragma once

#include "market/scenario/scenario.hpp"
#include "market/scenario/toml_tree.hpp"

namespace cellbook {

/// Names that a caller knows: of the products and sections of a book, of a model's outputs. An
/// empty list is not known, and nothing is held against it.
struct ScenarioVocabulary {
    std::vector<std::string> products{};
    std::vector<std::string> sections{};
    std::vector<std::string> parameters{};
    std::vector<std::string> series{};
};

/// *Errors* (complained of): as of `read_scenario`.
Scenario read_scenario_table(const TomlNode& node, const ScenarioVocabulary& known,
                             FileProblems& problems);

/// `scenario_name_unknown`, unless the name is in the list or the list is empty.
void check_known(std::string_view what, std::string_view name,
                 const std::vector<std::string>& known, TextPlace place, FileProblems& problems);

}  // namespace cellbook
