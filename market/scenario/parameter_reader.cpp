#include "market/scenario/parameter_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "market/scenario/table_reader.hpp"

namespace cellbook {

namespace {

class ParametersReader {
public:
    ParametersReader(const ScenarioVocabulary& known, FileProblems& problems)
        : known_{known}, problems_{problems} {}

    void read(const TomlNode& table, const std::string& before) {
        for (const auto& member : table.members) {
            const std::string name = before.empty() ? member.key : before + "." + member.key;
            const TomlNode& value = member.value;
            const bool is_group = value.sort == TomlNode::Sort::table &&
                                  value.find("dist") == nullptr &&
                                  value.find("estimate") == nullptr && holds_parameters(value);
            if (is_group) {
                read(value, name);
            } else {
                add(name, value, member.place);
            }
        }
    }

    std::vector<ScenarioParameter> take() { return std::move(parameters_); }

private:
    /// A misspelt distribution, {dits = ...}, is one parameter; a table of tables or numbers with
    /// names of their own is several.
    static bool holds_parameters(const TomlNode& table) {
        return !table.members.empty() &&
               std::none_of(table.members.begin(), table.members.end(), [](const auto& member) {
                   return member.value.sort == TomlNode::Sort::text ||
                          scenario_form("distribution").find(member.key) != nullptr;
               });
    }

    void add(const std::string& name, const TomlNode& value, TextPlace place) {
        check_known("parameter", name, known_.parameters, place, problems_);
        const bool twice = std::any_of(parameters_.begin(), parameters_.end(),
                                       [&](const auto& each) { return each.name == name; });
        if (twice) {
            problems_.complain(DiagnosticCode::scenario_name_twice, place,
                               fmt::format("there is a parameter `{}` already", name),
                               "Say it once.");
            return;
        }
        ScenarioParameter parameter{
            .name = name, .value = ProbabilityDistribution::constant(0), .place = place};
        const bool is_number =
            value.sort == TomlNode::Sort::integer || value.sort == TomlNode::Sort::real;
        if (is_number) {
            add_number(name, value, parameter);
        } else if (value.sort == TomlNode::Sort::table && value.find("estimate") != nullptr) {
            read_estimate(value, parameter);
        } else if (value.sort == TomlNode::Sort::table) {
            read_distribution(value, parameter);
        } else {
            problems_.complain(DiagnosticCode::scenario_value_invalid, value.place,
                               fmt::format("`{}` is {}", name, to_string(value.sort)),
                               "A parameter is a number, {estimate = ...} or {dist = ...}.");
        }
        parameters_.push_back(std::move(parameter));
    }

    void add_number(const std::string& name, const TomlNode& value, ScenarioParameter& parameter) {
        auto constant =
            ProbabilityDistribution::make(DistributionSort::constant, {.value = value.real});
        if (constant) {
            parameter.value = *std::move(constant);
        } else {
            problems_.complain(DiagnosticCode::scenario_value_invalid, value.place,
                               fmt::format("`{}` is not finite", name), "Write a finite number.");
        }
    }

    void read_estimate(const TomlNode& node, ScenarioParameter& parameter) {
        TableReader table{node, scenario_form("estimate"), problems_};
        EstimateRequest request{.instruments = table.texts("instruments"),
                                .cluster = table.text("cluster").value_or("")};
        if (const auto choice = table.choice("estimate", estimate_methods())) {
            request.method = estimate_methods()[*choice];
            if ((request.method == "ols") != request.instruments.empty()) {
                table.wrong("estimate",
                            request.method == "ols"
                                ? "`ols` takes no instruments"
                                : fmt::format("`{}` has no instruments", request.method),
                            "Name what moves supply alone: instruments = [\"outside_cost\"].");
            }
        }
        parameter.value = std::move(request);
    }

    void read_distribution(const TomlNode& node, ScenarioParameter& parameter) {
        TableReader table{node, scenario_form("distribution"), problems_};
        std::vector<std::string_view> names;
        for (const auto& form : distribution_forms()) names.push_back(form.name);
        const auto choice = table.choice("dist", names);
        if (!choice) return;
        DistributionWords words{.value = table.number("value"),
                                .mean = table.number("mean"),
                                .sd = table.number("sd"),
                                .low = table.number("low"),
                                .high = table.number("high"),
                                .mode = table.number("mode"),
                                .shape = table.number("shape"),
                                .scale = table.number("scale"),
                                .alpha = table.number("alpha"),
                                .beta = table.number("beta"),
                                .values = table.numbers("values"),
                                .weights = table.numbers("weights")};
        auto made =
            ProbabilityDistribution::make(static_cast<DistributionSort>(*choice), std::move(words));
        if (made) {
            parameter.value = *std::move(made);
        } else {
            problems_.complain(std::move(made).error(), node.place);
        }
    }

    const ScenarioVocabulary& known_;
    FileProblems& problems_;
    std::vector<ScenarioParameter> parameters_{};
};

}  // namespace

std::vector<ScenarioParameter> read_parameters(const TomlNode& node,
                                               const ScenarioVocabulary& known,
                                               FileProblems& problems) {
    ParametersReader reader{known, problems};
    reader.read(node, "");
    return reader.take();
}

}  // namespace cellbook
