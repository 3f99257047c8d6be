#include "market/whatif/optimum.hpp"

#include <charconv>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/progress.hpp"
#include "cli/whatif_options.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    WhatIfFlags question{};
    std::optional<std::string> target{};
    std::optional<std::string> objective{};
    std::optional<std::string> from{};
    std::optional<std::string> to{};
    std::optional<unsigned> points{};
};

constexpr unsigned usual_points = 41;

std::optional<double> level_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    const ShockChange change = value_or_usage_error(parse_change(*text, ShockOperation::set));
    return change.value;
}

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.target) {
        throw UsageError{"no target is named", "name one, as in: cellbook optimum price.sauna"};
    }
    const ShockTarget target = value_or_usage_error(parse_target(*options.target));
    if (auto problem = refuse_operation(target, ShockOperation::set)) {
        throw UsageError{problem->explanation, problem->remedy};
    }
    const WhatIfQuestion question = ask_whatif(options.question, false, environment);
    std::optional<Optimum> optimum;
    ProgressLine progress{"trying levels", environment};
    const OptimumRequest request{.economy = *question.economy,
                                 .target = target,
                                 .beside = question.shocks,
                                 .objective = options.objective.value_or("revenue"),
                                 .from = level_of(options.from),
                                 .to = level_of(options.to),
                                 .points = options.points.value_or(usual_points),
                                 .parameters = question.parameters,
                                 .form = question.form,
                                 .closure = question.closure,
                                 .limit_rule = question.limit_rule,
                                 .progress = progress.callback()};
    optimum = value_or_fail(find_optimum(request));
    progress.finish();
    if (!optimum) throw Interrupted{};
    write_table(optimum_table(request, *optimum), question.source.get(), options.question.output,
                environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("TARGET", options->target,
                   "What is set: price.PRODUCT, tax.PRODUCT, tax.cell_sale, ...");
    add_whatif_options(arguments, options->question);
    arguments.group("Optimum");
    arguments.value("--objective", options->objective, "WORD",
                    "revenue (default), profit, take, surplus, or any figure");
    arguments.value("--from", options->from, "LEVEL",
                    "Lowest level tried; else half the price, or no tax");
    arguments.value("--to", options->to, "LEVEL",
                    "Highest level tried; else three times the price, or 95%");
    arguments.count("--points", options->points, "N", "Points of the curve (41)");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command optimum_command() {
    return {.name = "optimum",
            .group = "Market",
            .summary = "Find the price, tax or fee at which a figure is greatest, and its curve",
            .examples = {"cellbook -f sales.journal optimum price.bread --demand linear",
                         "cellbook -f sales.journal optimum price.bread --demand linear "
                         "--objective profit --closure partial -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
