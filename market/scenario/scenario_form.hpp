/// The tables of a scenario file and their keys: what the reader knows and the schema must say.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cellbook {

inline constexpr std::string_view scenario_schema = "cellbook-scenario/1";

struct KeyForm {
    enum class Need : std::uint8_t { optional, required, unsupported };
    std::string name;
    Need need = Need::optional;
    std::string_view instead{};  ///< of what is not offered: what to do instead
};

struct TableForm {
    std::string_view name;   ///< as in the schema's `$defs`
    std::string_view title;  ///< as it stands in the file: `[[scenario.shock]]`
    std::vector<KeyForm> keys{};

    [[nodiscard]] const KeyForm* find(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> key_names() const;  ///< of those that are offered
};

/// Every table, the whole file first.
std::span<const TableForm> scenario_forms();
/// *Requires*: there is one.
const TableForm& scenario_form(std::string_view name);

// Words that a key's value may be.
std::span<const std::string_view> scenario_models();
std::span<const std::string_view> estimate_methods();
std::span<const std::string_view> output_periods();
std::span<const std::string_view> output_groups();
std::span<const std::string_view> export_formats();
std::span<const std::string_view> rationing_names();   ///< in the order of `Rationing`
std::span<const std::string_view> infeasible_names();  ///< in the order of `OnInfeasible`

}  // namespace cellbook
