#include "market/scenario/scenario_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "market/scenario/correlation.hpp"
#include "market/scenario/inheritance.hpp"
#include "market/scenario/parameter_reader.hpp"
#include "market/scenario/scenario_hash.hpp"
#include "market/scenario/table_reader.hpp"

namespace cellbook {

namespace {

constexpr std::int64_t most_replicas = 10'000'000;
constexpr std::int64_t most_days = 36525;

std::vector<std::string_view> sampling_words() {
    std::vector<std::string_view> words;
    for (const SamplingName& each : sampling_names()) words.push_back(each.name);
    return words;
}

bool is_digest(std::string_view text) {
    return text.size() >= 8 && text.size() <= 64 &&
           text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

class ScenarioReader {
public:
    ScenarioReader(const TomlNode& root, const ScenarioVocabulary& known, FileProblems& problems)
        : table_{root, scenario_form("file"), problems}, known_{known}, problems_{problems} {}

    ScenarioFile read() {
        read_head();
        if (const TomlNode* node = table_.table("baseline")) read_baseline(*node);
        if (const TomlNode* node = table_.table("run")) read_run(*node);
        if (const TomlNode* node = table_.table("parameters")) {
            file_.parameters = read_parameters(*node, known_, problems_);
        }
        for (const TomlNode& node : table_.tables("correlation")) read_correlation(node);
        for (const TomlNode& node : table_.tables("scenario")) {
            file_.scenarios.push_back(read_scenario_table(node, known_, problems_));
        }
        for (const TomlNode& node : table_.tables("output")) read_output(node);
        if (const TomlNode* node = table_.table("sweep")) read_sweep(*node);
        if (const TomlNode* node = table_.table("export")) read_export(*node);
        check_inheritance(file_.scenarios, problems_);
        check_parameters_of_shocks();
        check_correlations(file_, problems_);
        check_seed();
        return std::move(file_);
    }

private:
    void read_head() {
        const auto schema = table_.text("schema");
        if (schema && *schema != scenario_schema) {
            table_.wrong("schema",
                         fmt::format("`{}` is no form of scenario files known here", *schema),
                         fmt::format("This program reads \"{}\".", scenario_schema));
        }
        file_.name = table_.text("name").value_or("");
        const auto model = table_.text("model");
        const auto models = scenario_models();
        file_.model = model.value_or(std::string{models.front()});
        if (std::find(models.begin(), models.end(), file_.model) == models.end()) {
            problems_.complain(DiagnosticCode::scenario_unsupported, table_.place("model"),
                               fmt::format("the model `{}` is not offered", file_.model),
                               "Models are " + one_of(models) + "; without the key it is " +
                                   std::string{models.front()} + ".");
        }
    }

    void read_baseline(const TomlNode& node) {
        TableReader table{node, scenario_form("baseline"), problems_};
        const auto book = table.text("book");
        const auto ledger = table.text("ledger");
        if (table.has("book") == table.has("ledger")) {
            table.wrong(
                table.has("book") ? "ledger" : "",
                table.has("book") ? "`book` and `ledger` are the same thing" : "no book is named",
                "Name one: book = \"town.book\".");
        }
        ScenarioBaseline& baseline = file_.baseline;
        baseline.book = book.value_or(ledger.value_or(""));
        baseline.closure = table.text("closure").value_or("");
        baseline.place = node.place;
        baseline.period.begin = table.date("from");
        if (const auto last = table.date("to")) {
            baseline.period.end = Date{last->days + 1};
            if (baseline.period.begin && *last < *baseline.period.begin) {
                problems_.complain(DiagnosticCode::scenario_dates_reversed, table.place("to"),
                                   fmt::format("the baseline ends on {}, before it begins on {}",
                                               to_string(*last), to_string(*baseline.period.begin)),
                                   "`to` is the last day within.");
            }
        }
        baseline.digest = table.text("digest").value_or("");
        if (!baseline.digest.empty() && !is_digest(baseline.digest)) {
            table.wrong("digest", fmt::format("`{}` is no digest", baseline.digest),
                        "Copy 8 to 64 of the hexadecimal digits that `cellbook stats` prints.");
        }
    }

    void read_run(const TomlNode& node) {
        TableReader table{node, scenario_form("run"), problems_};
        file_.run.horizon_days = table.whole("horizon_days", {.low = 1, .high = most_days});
        if (const auto seed = table.whole("seed", {})) {
            file_.run.seed = Seed{static_cast<std::uint64_t>(*seed)};
        }
        const auto replicas = table.whole("replicas", {.low = 1, .high = most_replicas});
        file_.run.replicas = static_cast<std::size_t>(replicas.value_or(0));
        if (const auto choice = table.choice("sampling", sampling_words())) {
            file_.run.sampling = static_cast<SamplingMethod>(*choice);
            if (file_.run.sampling == SamplingMethod::grid) {
                table.wrong("sampling", "replicas do not lie on a grid",
                            "Put method = \"grid\" into [sweep].");
            }
        }
        if (const auto choice = table.choice("on_infeasible", infeasible_names())) {
            file_.run.on_infeasible = static_cast<OnInfeasible>(*choice);
        }
    }

    void read_correlation(const TomlNode& node) {
        TableReader table{node, scenario_form("correlation"), problems_};
        const auto between = table.texts("between");
        const auto value = table.number("value");
        if (table.has("between") && between.size() != 2) {
            table.wrong("between", fmt::format("`between` names {} parameters", between.size()),
                        "Name two.");
        }
        if (value && !(*value > -1 && *value < 1)) {
            problems_.complain(DiagnosticCode::correlation_invalid, table.place("value"),
                               fmt::format("a correlation of {} is not between -1 and 1", *value),
                               "Parameters that move as one are one parameter.");
        }
        if (between.size() != 2 || !value) return;
        for (const std::string& name : between) {
            check_uncertain(name, table.place("between"));
        }
        file_.correlations.push_back({.first = between[0],
                                      .second = between[1],
                                      .value = *value,
                                      .place = table.place("between")});
    }

    void read_output(const TomlNode& node) {
        TableReader table{node, scenario_form("output"), problems_};
        ScenarioOutput output{.series = table.text("series").value_or(""),
                              .by = table.texts("by"),
                              .place = node.place};
        if (!output.series.empty()) {
            check_known("series", output.series, known_.series, table.place("series"), problems_);
        }
        if (const auto choice = table.choice("period", output_periods())) {
            output.period = output_periods()[*choice];
            if (output.period == "total") output.period.clear();
        }
        const auto groups = output_groups();
        for (const std::string& group : output.by) {
            check_known("group", group, {groups.begin(), groups.end()}, table.place("by"),
                        problems_);
        }
        file_.outputs.push_back(std::move(output));
    }

    void read_sweep(const TomlNode& node) {
        TableReader table{node, scenario_form("sweep"), problems_};
        ScenarioSweep sweep;
        if (const auto choice = table.choice("method", sampling_words())) {
            sweep.method = static_cast<SamplingMethod>(*choice);
        }
        const auto points = table.whole("n", {.low = 1, .high = most_replicas});
        sweep.points = static_cast<std::size_t>(points.value_or(0));
        sweep.parameters = table.texts("parameters");
        for (const std::string& name : sweep.parameters) {
            check_uncertain(name, table.place("parameters"));
        }
        sweep.metrics = table.texts("metrics");
        sweep.second_order = table.truth("second_order").value_or(false);
        if (sweep.second_order && sweep.method != SamplingMethod::sobol) {
            table.wrong("second_order", "only Sobol' indices have a second order",
                        "Take method = \"sobol\", or leave `second_order` out.");
        }
        sweep.confidence = table.number("confidence").value_or(sweep.confidence);
        if (!(sweep.confidence > 0 && sweep.confidence < 1)) {
            table.wrong("confidence", fmt::format("`confidence` is {}", sweep.confidence),
                        "It lies between 0 and 1: 0.95.");
        }
        if (const auto count = table.whole("bootstrap", {.high = 1'000'000})) {
            sweep.bootstrap = static_cast<std::size_t>(*count);
        }
        file_.sweep = std::move(sweep);
    }

    void read_export(const TomlNode& node) {
        TableReader table{node, scenario_form("export"), problems_};
        ScenarioExport exports{.folder = table.text("dir").value_or(""),
                               .formats = table.texts("formats")};
        const auto formats = export_formats();
        for (const std::string& format : exports.formats) {
            check_known("format", format, {formats.begin(), formats.end()}, table.place("formats"),
                        problems_);
        }
        file_.exports = std::move(exports);
    }

    void check_uncertain(const std::string& name, TextPlace place) {
        if (file_.find_parameter(name) != nullptr) return;
        std::vector<std::string> names;
        for (const auto& each : file_.parameters) names.push_back(each.name);
        const std::string near = did_you_mean(name, names);
        problems_.complain(DiagnosticCode::scenario_name_unknown, place,
                           fmt::format("[parameters] has no `{}`", name),
                           near.empty() ? "Name one that stands there." : near);
    }

    void check_parameters_of_shocks() {
        for (const Scenario& scenario : file_.scenarios) {
            for (const Shock& shock : scenario.shocks) {
                if (!shock.parameter.empty()) check_uncertain(shock.parameter, shock.place);
            }
        }
    }

    /// A seed is the modeller's to choose: no default stands in for it where chance has a part.
    void check_seed() {
        const bool by_chance =
            file_.run.replicas > 0 || (file_.sweep && file_.sweep->method != SamplingMethod::grid);
        if (!by_chance || file_.run.seed) return;
        const TomlNode* const run = table_.value("run");
        problems_.complain(DiagnosticCode::scenario_key_missing,
                           run == nullptr ? table_.place() : run->place,
                           "draws are made, and [run] has no `seed`",
                           "Choose one, such as seed = 20260101: it makes the run repeatable.");
    }

    TableReader table_;
    const ScenarioVocabulary& known_;
    FileProblems& problems_;
    ScenarioFile file_{};
};

}  // namespace

ScenarioReading read_scenario(std::string_view toml, const std::string& file_name,
                              const ScenarioVocabulary& known) {
    ScenarioReading reading;
    const auto root = parse_toml(toml, file_name);
    if (!root) {
        reading.problems.push_back(root.error());
        return reading;
    }
    FileProblems problems{file_name, toml, reading.problems};
    reading.file = ScenarioReader{*root, known, problems}.read();
    reading.file.hash = scenario_hash(*root);
    return reading;
}

std::optional<Diagnostic> refuse_book(const ScenarioBaseline& baseline,
                                      std::string_view book_digest, const std::string& file_name) {
    if (book_digest.starts_with(baseline.digest)) return std::nullopt;
    return Diagnostic{
        .code = DiagnosticCode::scenario_digest_differs,
        .explanation = fmt::format("the book's digest is {}, and the scenario file is about {}",
                                   book_digest, baseline.digest),
        .remedy = "Take the book that the file was written for, or give `digest` anew.",
        .position = {
            .file = file_name, .line = baseline.place.line, .column = baseline.place.column}};
}

}  // namespace cellbook
