#include "cli/scenario_run.hpp"

#include <filesystem>
#include <thread>

#include "cli/counterfactual_book.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/progress.hpp"
#include "cli/run_log_file.hpp"
#include "cli/whatif_options.hpp"
#include "ledger/version.hpp"
#include "market/scenario/run_result.hpp"
#include "market/scenario/scenario_reader.hpp"
#include "market/whatif/posting.hpp"
#include "market/whatif/scenario_model.hpp"
#include "market/whatif/sweep.hpp"

namespace cellbook::cli {

namespace fs = std::filesystem;

namespace {

/// A file, its book and its model.
struct OpenScenario {
    ScenarioFile file{};
    std::shared_ptr<const EntrySource> source{};
    std::unique_ptr<ScenarioModel> model{};
    Seed seed{};
};

template <class T>
T value_of_file(Result<T> result, const std::string& path) {
    if (result) return *std::move(result);
    Diagnostic problem = std::move(result).error();
    if (problem.position.line != 0 && problem.position.file.empty()) problem.position.file = path;
    throw InputError{std::move(problem)};
}

OpenScenario open_scenario(const std::string& path, const ScenarioRunFlags& flags,
                           const Environment& environment) {
    ScenarioReading reading = read_scenario(read_file(path), path);
    if (!reading.ok()) {
        const auto count = static_cast<std::int64_t>(reading.problems.size());
        throw InputError{std::move(reading.problems), count};
    }
    OpenScenario open{.file = std::move(reading.file)};
    if (flags.seed) open.file.run.seed = parse_seed(flags.seed);
    if (flags.replicas) open.file.run.replicas = *flags.replicas;
    open.seed = open.file.run.seed.value_or(Seed{1});
    InputOptions input;
    if (flags.book) {
        input.files = {*flags.book};
    } else if (!open.file.baseline.book.empty()) {
        // As the file names it: beside itself, wherever it is run from.
        input.files = {(fs::path{path}.parent_path() / open.file.baseline.book).string()};
    }
    open.source = open_input(input, environment);
    if (auto problem = refuse_book(open.file.baseline, to_hex(open.source->digest()), path)) {
        throw InputError{*std::move(problem)};
    }
    open.model = value_of_file(ScenarioModel::make(*open.source, open.file,
                                                   {.on_simulated = flags.on_simulated,
                                                    .clear_rents = !flags.fixed_rents}),
                               path);
    return open;
}

unsigned threads_of(const ScenarioRunFlags& flags) {
    return flags.threads.value_or(std::max(1U, std::thread::hardware_concurrency()));
}

/// Each scenario's solution as a book, with every parameter at the middle of what is drawn.
void write_books(const OpenScenario& open, const fs::path& folder, const Environment& environment) {
    const auto plan = value_or_fail(
        plan_replicas(open.model->uncertain(), open.file.correlations, {.seed = open.seed}));
    const Draw middle = plan.draw(0);
    for (const ResolvedScenario& scenario : open.model->scenarios()) {
        const ScenarioPolicy made = value_or_fail(open.model->policy(scenario, middle));
        const Solution solution =
            solve(open.model->economy().circle(), made.policy, open.model->parameters_of(middle));
        if (auto problem = refuse_unsettled(solution)) throw InputError{*std::move(problem)};
        const PostedSolution posted =
            post_solution(open.model->economy(), made.policy, solution,
                          {.scenario = open.file.name + " " + scenario.name,
                           .scenario_hash = open.file.hash,
                           .version = std::string{version()}});
        const std::string path =
            (folder / (open.file.name + "-" + scenario.name + ".cellbook")).string();
        write_counterfactual(posted, path, environment);
        environment.err << describe_posting(posted, path, open.model->economy().baseline().symbol)
                        << '\n';
    }
}

/// The forms that [export] names, each in a file of its own.
void write_exports(const OpenScenario& open, const Table& table, const std::string& path,
                   const Environment& environment) {
    if (!open.file.exports) return;
    const fs::path folder = fs::path{path}.parent_path() / open.file.exports->folder;
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed) {
        throw StorageError{"cannot make the folder " + folder.string() + ": " + failed.message()};
    }
    for (const std::string& format : open.file.exports->formats) {
        if (format == "ledger") {
            write_books(open, folder, environment);
            continue;
        }
        const std::string ending = format == "text" ? "txt" : format;
        const std::string file = (folder / (open.file.name + "." + ending)).string();
        write_table(table, open.source.get(), {.format = format, .file = file}, environment);
    }
}

}  // namespace

ExitCode run_scenario_file(const std::string& path, const ScenarioRunFlags& flags,
                           const Environment& environment) {
    const OpenScenario open = open_scenario(path, flags, environment);
    const auto plan = value_of_file(plan_replicas(open.model->uncertain(), open.file.correlations,
                                                  {.sampling = open.file.run.sampling,
                                                   .replicas = open.file.run.replicas,
                                                   .seed = open.seed}),
                                    path);
    const RunIdentity identity{.scenario_hash = open.file.hash,
                               .book_digest = to_hex(open.source->digest()),
                               .seed = open.seed,
                               .version = std::string{version()},
                               .scenarios = open.model->scenarios().size(),
                               .replicas = plan.replicas()};
    RunLogFile log{path + ".log", identity,
                   flags.resume ? RunLogFile::Start::resumed : RunLogFile::Start::anew};
    const ReplicaModel model = [&](const ResolvedScenario& scenario, const Draw& draw) {
        return open.model->outputs(scenario, draw);
    };
    ProgressLine progress{"running " + open.file.name, environment};
    RunOutcomes before = log.finished();
    RunReport report = value_of_file(
        run_replicas(
            {.scenarios = open.model->scenarios(),
             .plan = plan,
             .model = model,
             .threads = threads_of(flags),
             .on_infeasible = open.file.run.on_infeasible,
             .progress = progress.callback(),
             .finished = [&](RunPlace place,
                             const ReplicaOutcome& outcome) { log.append(place, outcome); }},
            std::move(before)),
        path);
    progress.finish();
    if (report.cancelled) {
        environment.err << "stopped: " << report.outcomes.finished() << " of "
                        << identity.scenarios * identity.replicas << " replicas are kept in "
                        << path << ".log; --resume goes on\n";
        throw Interrupted{};
    }
    Table table = run_result(open.model->scenarios(), report.outcomes, identity, {});
    for (const std::string& note : open.model->notes()) table.notes.push_back(note);
    write_table(table, open.source.get(), flags.output, environment);
    write_exports(open, table, path, environment);
    log.remove();
    return exit_ok;
}

ExitCode sweep_scenario_file(const std::string& path, const ScenarioRunFlags& flags,
                             const Environment& environment) {
    const OpenScenario open = open_scenario(path, flags, environment);
    if (!open.file.sweep) {
        throw UsageError{path + " has no [sweep]",
                         "add one with method, n and metrics; docs/scenarios.md shows it"};
    }
    const ResolvedScenario* chosen = &open.model->scenarios().back();
    for (const ResolvedScenario& each : open.model->scenarios()) {
        if (flags.scenario && each.name == *flags.scenario) chosen = &each;
    }
    if (flags.scenario && chosen->name != *flags.scenario) {
        throw UsageError{path + " has no scenario `" + *flags.scenario + "`",
                         "`scenario list` shows those it has"};
    }
    std::optional<Table> table;
    ProgressLine progress{"sweeping " + chosen->name, environment};
    table = value_of_file(run_sweep({.model = *open.model,
                                     .scenario = *chosen,
                                     .sweep = *open.file.sweep,
                                     .seed = open.seed,
                                     .threads = threads_of(flags),
                                     .progress = progress.callback()}),
                          path);
    progress.finish();
    if (!table) throw Interrupted{};
    for (const std::string& note : open.model->notes()) table->notes.push_back(note);
    write_table(*table, open.source.get(), flags.output, environment);
    return exit_ok;
}

}  // namespace cellbook::cli
