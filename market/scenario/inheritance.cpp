#include "market/scenario/inheritance.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace cellbook {

namespace {

const Scenario* find(const std::vector<Scenario>& all, std::string_view name) {
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Scenario& s) { return s.name == name; });
    return found == all.end() ? nullptr : &*found;
}

/// From the first ancestor to the scenario itself.
std::vector<const Scenario*> line_of(const Scenario& scenario, const std::vector<Scenario>& all) {
    std::vector<const Scenario*> line;
    for (const Scenario* at = &scenario; at != nullptr && line.size() <= all.size();
         at = find(all, at->inherits)) {
        line.push_back(at);
        if (at->inherits.empty()) break;
    }
    std::reverse(line.begin(), line.end());
    return line;
}

void drop(std::vector<Shock>& shocks, const std::string& name) {
    std::erase_if(shocks, [&](const Shock& shock) { return shock.name == name; });
}

class InheritanceCheck {
public:
    InheritanceCheck(const std::vector<Scenario>& all, FileProblems& problems)
        : all_{all}, problems_{problems} {
        for (const Scenario& each : all) {
            if (!each.name.empty()) names_.push_back(each.name);
        }
    }

    void check() {
        bool sound = check_names();
        for (const Scenario& each : all_) sound = check_parent(each) && sound;
        if (sound) sound = check_cycles();
        if (!sound) return;
        for (const Scenario& each : all_) check_shocks(each);
    }

private:
    bool check_names() {
        std::set<std::string> seen;
        bool sound = true;
        for (const Scenario& each : all_) {
            if (each.name.empty() || seen.insert(each.name).second) continue;
            problems_.complain(DiagnosticCode::scenario_name_twice, each.place,
                               fmt::format("there is a scenario `{}` already", each.name),
                               "Give this one a name of its own.");
            sound = false;
        }
        return sound;
    }

    bool check_parent(const Scenario& scenario) {
        if (scenario.inherits.empty() || find(all_, scenario.inherits) != nullptr) return true;
        const std::string near = did_you_mean(scenario.inherits, names_);
        problems_.complain(DiagnosticCode::scenario_name_unknown, scenario.place,
                           fmt::format("`{}` inherits `{}`, and there is no such scenario",
                                       scenario.name, scenario.inherits),
                           near.empty() ? "A parent is a scenario of the same file." : near);
        return false;
    }

    /// Each cycle is told once, at the first of its scenarios.
    bool check_cycles() {
        std::set<std::string> told;
        for (const Scenario& each : all_) {
            std::vector<std::string> path;
            for (const Scenario* at = &each; at != nullptr && !at->inherits.empty();
                 at = find(all_, at->inherits)) {
                if (std::find(path.begin(), path.end(), at->name) != path.end()) break;
                path.push_back(at->name);
                if (at->inherits != each.name) continue;
                if (!told.contains(each.name)) {
                    problems_.complain(DiagnosticCode::scenario_cycle, each.place,
                                       fmt::format("`{}` inherits itself: {} -> {}", each.name,
                                                   fmt::join(path, " -> "), each.name),
                                       "Let one of them inherit nothing.");
                }
                told.insert(path.begin(), path.end());
                break;
            }
        }
        return told.empty();
    }

    void check_shocks(const Scenario& scenario) {
        const auto line = line_of(scenario, all_);
        std::vector<std::string> inherited;
        for (std::size_t i = 0; i + 1 < line.size(); ++i) apply(*line[i], inherited);
        for (const std::string& name : scenario.drops) {
            if (std::find(inherited.begin(), inherited.end(), name) != inherited.end()) continue;
            const std::string near = did_you_mean(name, inherited);
            problems_.complain(
                DiagnosticCode::scenario_name_unknown, scenario.place,
                fmt::format("`{}` drops the shock `{}`, and inherits none of that "
                            "name",
                            scenario.name, name),
                near.empty() ? "Give the parent's shock a name to drop it by." : near);
        }
        for (const std::string& name : scenario.drops) std::erase(inherited, name);
        for (const Shock& shock : scenario.shocks) {
            if (shock.name.empty()) continue;
            if (std::find(inherited.begin(), inherited.end(), shock.name) != inherited.end()) {
                problems_.complain(
                    DiagnosticCode::scenario_name_twice, shock.place,
                    fmt::format("`{}` has a shock `{}` already", scenario.name, shock.name),
                    "Name it otherwise, or drop the inherited one first.");
            }
            inherited.push_back(shock.name);
        }
    }

    static void apply(const Scenario& scenario, std::vector<std::string>& names) {
        for (const std::string& name : scenario.drops) std::erase(names, name);
        for (const Shock& shock : scenario.shocks) {
            if (!shock.name.empty()) names.push_back(shock.name);
        }
    }

    const std::vector<Scenario>& all_;
    FileProblems& problems_;
    std::vector<std::string> names_{};
};

}  // namespace

ResolvedScenario resolve(const Scenario& scenario, const std::vector<Scenario>& all) {
    ResolvedScenario resolved{.name = scenario.name, .title = scenario.title};
    for (const Scenario* each : line_of(scenario, all)) {
        for (const std::string& name : each->drops) drop(resolved.shocks, name);
        resolved.shocks.insert(resolved.shocks.end(), each->shocks.begin(), each->shocks.end());
        if (each != &scenario) {
            resolved.ancestors.insert(resolved.ancestors.begin(), each->name);
        }
    }
    return resolved;
}

std::vector<ResolvedScenario> resolve_all(const ScenarioFile& file) {
    std::vector<ResolvedScenario> resolved;
    for (const Scenario& each : file.scenarios) resolved.push_back(resolve(each, file.scenarios));
    return resolved;
}

void check_inheritance(const std::vector<Scenario>& scenarios, FileProblems& problems) {
    InheritanceCheck{scenarios, problems}.check();
}

}  // namespace cellbook
