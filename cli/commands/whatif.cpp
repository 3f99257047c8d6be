#include "market/whatif/whatif.hpp"

#include <thread>

#include "cli/commands/all.hpp"
#include "cli/counterfactual_book.hpp"
#include "cli/failure.hpp"
#include "cli/progress.hpp"
#include "cli/whatif_options.hpp"
#include "ledger/version.hpp"
#include "market/whatif/whatif_table.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    WhatIfFlags question{};
    std::optional<unsigned> draws{};
    std::optional<unsigned> threads{};
    std::optional<std::string> headline{};
    std::optional<std::string> post{};
    bool every_figure = false;
    bool list_parameters = false;
};

constexpr unsigned usual_draws = 200;

ExitCode run(const Options& options, const Environment& environment) {
    WhatIfQuestion question = ask_whatif(options.question, !options.list_parameters, environment);
    if (options.list_parameters) {
        write_table(parameter_table(question.parameters, question.form), question.source.get(),
                    options.question.output, environment);
        return exit_ok;
    }
    std::optional<WhatIfAnswer> answer;
    ProgressLine progress{"drawing", environment};
    const WhatIfRequest request{
        .economy = *question.economy,
        .policy = question.scenario.policy,
        .parameters = question.parameters,
        .form = question.form,
        .closure = question.closure,
        .draws = options.draws.value_or(usual_draws),
        .seed = question.seed,
        .threads = options.threads.value_or(std::max(1U, std::thread::hardware_concurrency())),
        .headline = options.headline.value_or(""),
        .progress = progress.callback()};
    answer = value_or_fail(answer_whatif(request));
    progress.finish();
    if (!answer) throw Interrupted{};
    const Table table = whatif_table(
        request, *answer,
        {.title = "What if " + question.title + " in " + question.economy->baseline().period,
         .every_figure = options.every_figure,
         .notes = question.scenario.notes});
    if (options.post) {
        const PostedSolution posted =
            post_solution(*question.economy, question.scenario.policy, answer->scenario,
                          {.scenario = question.title,
                           .scenario_hash = question.hash,
                           .version = std::string{version()}});
        write_counterfactual(posted, *options.post, environment);
        environment.err << describe_posting(posted, *options.post,
                                            question.economy->baseline().symbol)
                        << '\n';
    }
    write_table(table, question.source.get(), options.question.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_whatif_options(arguments, options->question);
    arguments.group("Answer");
    arguments.count("--draws", options->draws, "N",
                    "Draws of the parameters for ranges (200); 0: none");
    arguments.value("--headline", options->headline, "FIGURE",
                    "Whose variance is shared out; else the first changed");
    arguments.value("--post", options->post, "FILE",
                    "Write the solution as a new book too: every report works on it");
    arguments.flag("--all", options->every_figure, "Show figures that did not change too");
    arguments.flag("--parameters", options->list_parameters,
                   "List the model's parameters with their ranges instead");
    arguments.count("--threads", options->threads, "N",
                    "So many cores (all); the answer is the same with any");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command whatif_command() {
    return {
        .name = "whatif",
        .group = "Market",
        .summary = "Answer a question about prices, taxes, limits, people or incomes",
        .examples = {"cellbook -f sales.journal whatif --set price.bread=+20%",
                     "cellbook -f sales.journal whatif --set tax.bread=10% --demand ces --draws 0",
                     "cellbook whatif --set outside_cost=+10% --closure partial -O csv",
                     "cellbook whatif --parameters"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
