/// A scenario file and a book as a model that replicas can be run of.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/statements/intervals.hpp"
#include "market/scenario/inheritance.hpp"
#include "market/scenario/replica_plan.hpp"
#include "market/scenario/replica_runner.hpp"
#include "market/scenario/scenario.hpp"
#include "market/whatif/economy.hpp"
#include "market/whatif/figure_choice.hpp"
#include "market/whatif/scenario_policy.hpp"
#include "market/whatif/whatif.hpp"

namespace cellbook {

struct ScenarioModelOptions {
    bool on_simulated = false;  ///< estimate parameters from rows that nobody observed
    bool clear_rents = true;    ///< where people or cells change
};

/// *Requires*: source and file outlive it.
class ScenarioModel {
public:
    /// Reads the baseline, makes estimates, checks all names.
    /// *Errors*: those of `Economy::read`, `estimate_demand` (refused where nothing was observed),
    /// `scenario_policy`, `choose_figures`; `parameter_unknown`, `parameter_invalid`;
    /// `scenario_unsupported` (a period that the horizon does not have), each with its place in the
    /// file.
    static Result<std::unique_ptr<ScenarioModel>> make(const EntrySource& source,
                                                       const ScenarioFile& file,
                                                       const ScenarioModelOptions& options);

    [[nodiscard]] const std::vector<ResolvedScenario>& scenarios() const { return scenarios_; }
    /// The model's own first, then those that shocks alone take.
    [[nodiscard]] std::vector<UncertainParameter> uncertain() const;
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }
    [[nodiscard]] const Economy& economy() const { return *whole_.economy; }
    [[nodiscard]] const ParameterSet& parameters() const { return parameters_; }
    /// What a replica comes to. Several threads may ask at once.
    [[nodiscard]] Result<std::vector<OutputValue>> outputs(const ResolvedScenario& scenario,
                                                           const Draw& draw) const;
    /// The policy of a scenario in a draw, rents cleared.
    [[nodiscard]] Result<ScenarioPolicy> policy(const ResolvedScenario& scenario,
                                                const Draw& draw) const;
    [[nodiscard]] ModelParameters parameters_of(const Draw& draw) const;
    [[nodiscard]] DemandForm form() const { return form_; }

private:
    /// A part of the horizon, and the economy that stands for it.
    struct Part {
        std::string label{};
        Interval interval = Interval::none;  ///< of the outputs that it gives
        DateRange days{};
        std::unique_ptr<Economy> economy{};
        std::vector<ChosenFigure> figures{};
    };

    ScenarioModel(const EntrySource& source, const ScenarioFile& file,
                  const ScenarioModelOptions& options)
        : source_{source}, file_{file}, options_{options} {}
    std::optional<Diagnostic> read_parts();
    std::optional<Diagnostic> split_parts(Interval interval);
    std::optional<Diagnostic> choose();
    std::optional<Diagnostic> read_parameters();
    Result<Parameter> estimated(const ScenarioParameter& parameter);
    std::optional<Diagnostic> prepare_rents();
    [[nodiscard]] bool is_of_shock(const std::string& name) const;
    [[nodiscard]] Result<ScenarioPolicy> policy_in(const Part& part,
                                                   const ResolvedScenario& scenario,
                                                   const Draw& draw) const;
    [[nodiscard]] std::optional<Diagnostic> add_outputs(const Part& part,
                                                        const ResolvedScenario& scenario,
                                                        const Draw& draw,
                                                        std::vector<OutputValue>& into) const;

    const EntrySource& source_;
    const ScenarioFile& file_;
    ScenarioModelOptions options_;
    DemandForm form_ = DemandForm::isoelastic;
    Closure closure_{};
    Part whole_{};
    std::vector<Part> parts_{};  ///< of outputs by month, quarter or year
    std::vector<ResolvedScenario> scenarios_{};
    ParameterSet parameters_{};
    std::vector<UncertainParameter> of_shocks_{};
    /// By scenario and section's name.
    std::map<std::string, std::map<std::string, double>> rents_{};
    std::vector<std::string> notes_{};
};

}  // namespace cellbook
