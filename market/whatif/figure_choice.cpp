#include "market/whatif/figure_choice.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace cellbook {

namespace {

struct Alias {
    std::string_view series;
    std::string_view figure;
};
constexpr std::array aliases{
    Alias{"welfare.ev", "households.ev"},
    Alias{"welfare.cv", "households.cv"},
    Alias{"gini.income", "households.gini"},
};

/// A figure that is kept by groups: `households.section.posta.ev` belongs to `households.ev`.
struct GroupedFigure {
    std::string_view figure;
    std::string_view group;
    std::string_view before;
    std::string_view after;
};
constexpr std::array grouped{
    GroupedFigure{"households.ev", "section", "households.section.", ".ev"},
    GroupedFigure{"households.ev", "quintile", "households.fifth.", ".ev"},
    GroupedFigure{"sections.receipts", "section", "sections.", ".receipts"},
    GroupedFigure{"rents.paid", "section", "rents.section.", ".paid"},
};

std::string figure_of(const std::string& series) {
    const auto* const alias = std::ranges::find(aliases, series, &Alias::series);
    return alias == aliases.end() ? series : std::string{alias->figure};
}

class Choice {
public:
    explicit Choice(std::span<const Indicator> figures) : figures_{figures} {}

    std::optional<Diagnostic> add(const ScenarioOutput& output);
    std::vector<ChosenFigure> finish() && { return std::move(chosen_); }

private:
    std::optional<Diagnostic> add_group(const ScenarioOutput& output, const std::string& figure,
                                        const std::string& group);
    [[nodiscard]] Diagnostic unknown(const ScenarioOutput& output) const;

    std::span<const Indicator> figures_;
    std::vector<ChosenFigure> chosen_{};
};

Diagnostic Choice::unknown(const ScenarioOutput& output) const {
    std::vector<std::string> names;
    for (const Indicator& figure : figures_) names.push_back(figure.name);
    for (const Alias& alias : aliases) names.emplace_back(alias.series);
    const auto nearest = nearest_names(output.series, names);
    return Diagnostic{.code = DiagnosticCode::scenario_name_unknown,
                      .explanation = "the model has no series `" + output.series + "`",
                      .remedy = nearest.empty()
                                    ? "`whatif --all` shows every figure by its name."
                                    : "Did you mean `" + nearest.front() +
                                          "`? `whatif --all` shows every figure by its name."}
        .at({.line = output.place.line, .column = output.place.column});
}

std::optional<Diagnostic> Choice::add_group(const ScenarioOutput& output, const std::string& figure,
                                            const std::string& group) {
    const auto* const form = std::ranges::find_if(grouped, [&](const GroupedFigure& each) {
        return each.figure == figure && each.group == group;
    });
    if (form == grouped.end()) {
        return Diagnostic{
            .code = DiagnosticCode::scenario_unsupported,
            .explanation = "`" + output.series + "` is not kept by " + group,
            .remedy =
                "welfare.ev is kept by section and quintile, sections.receipts and rents.paid "
                "by section."}
            .at({.line = output.place.line, .column = output.place.column});
    }
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const std::string_view name = figures_[i].name;
        if (!name.starts_with(form->before) || !name.ends_with(form->after)) continue;
        if (name.size() <= form->before.size() + form->after.size()) continue;
        const std::string_view member = name.substr(
            form->before.size(), name.size() - form->before.size() - form->after.size());
        if (member.find('.') != std::string_view::npos) continue;
        chosen_.push_back(
            {.place = i,
             .key = {.series = output.series, .group = fmt::format("{} {}", group, member)}});
    }
    return std::nullopt;
}

std::optional<Diagnostic> Choice::add(const ScenarioOutput& output) {
    const std::string figure = figure_of(output.series);
    const bool any = figure.ends_with('*');
    const std::string_view beginning = std::string_view{figure}.substr(0, figure.size() - any);
    const std::size_t before = chosen_.size();
    for (std::size_t i = 0; i < figures_.size(); ++i) {
        const std::string& name = figures_[i].name;
        if (any ? !name.starts_with(beginning) : name != figure) continue;
        chosen_.push_back({.place = i, .key = {.series = any ? name : output.series}});
    }
    if (chosen_.size() == before) return unknown(output);
    for (const std::string& group : output.by) {
        if (auto problem = add_group(output, figure, group)) return problem;
    }
    return std::nullopt;
}

}  // namespace

Result<std::vector<ChosenFigure>> choose_figures(std::span<const ScenarioOutput> outputs,
                                                 std::span<const Indicator> figures) {
    Choice choice{figures};
    for (const ScenarioOutput& output : outputs) {
        if (auto problem = choice.add(output)) return *std::move(problem);
    }
    if (outputs.empty()) {
        if (auto problem = choice.add({.series = "*"})) return *std::move(problem);
    }
    return std::move(choice).finish();
}

}  // namespace cellbook
