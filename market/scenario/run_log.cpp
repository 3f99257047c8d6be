#include "market/scenario/run_log.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

#include "ledger/digest.hpp"

namespace cellbook {

namespace {

constexpr std::string_view log_schema = "cellbook-run/1";
constexpr std::size_t seal_digits = 16;

std::string seal_of(std::string_view line) {
    return to_hex(Sha256{}.of(line)).substr(0, seal_digits);
}

std::string sealed(std::string line) {
    line += '\t' + seal_of(line);
    line += '\n';
    return line;
}

/// Tabs and line ends part fields and lines, so names cannot hold them as they are.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char each : text) {
        if (each == '\\')
            out += "\\\\";
        else if (each == '\t')
            out += "\\t";
        else if (each == '\n')
            out += "\\n";
        else
            out += each;
    }
    return out;
}

std::string unescaped(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        ++i;
        out += text[i] == 't' ? '\t' : text[i] == 'n' ? '\n' : text[i];
    }
    return out;
}

std::vector<std::string_view> fields_of(std::string_view line) {
    std::vector<std::string_view> fields;
    for (std::size_t at = 0;;) {
        const std::size_t tab = line.find('\t', at);
        fields.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
        if (tab == std::string_view::npos) return fields;
        at = tab + 1;
    }
}

/// The line without its seal. Absent: the seal is not its own.
std::optional<std::string_view> unsealed(std::string_view line) {
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos) return std::nullopt;
    const std::string_view body = line.substr(0, tab);
    return seal_of(body) == line.substr(tab + 1) ? std::optional{body} : std::nullopt;
}

template <class T>
std::optional<T> number_of(std::string_view text) {
    T value{};
    const char* const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc{} || stopped != end) return std::nullopt;
    return value;
}

std::string header_body(const RunIdentity& identity) {
    return fmt::format("{}\tscenario {}\tbook {}\tseed {}\tversion {}\tscenarios {}\treplicas {}",
                       log_schema, escaped(identity.scenario_hash), escaped(identity.book_digest),
                       identity.seed.value, escaped(identity.version), identity.scenarios,
                       identity.replicas);
}

/// Puts a line's outcome where it belongs. False: the line makes no sense.
bool take(std::string_view body, RunOutcomes& outcomes) {
    const auto fields = fields_of(body);
    if (fields.size() < 3) return false;
    const auto scenario = number_of<std::size_t>(fields[1]);
    const auto replica = number_of<std::size_t>(fields[2]);
    if (!scenario || !replica || *scenario >= outcomes.scenarios() ||
        *replica >= outcomes.replicas()) {
        return false;
    }
    auto& outcome = outcomes.at({*scenario, *replica});
    if (fields[0] == "failed" && fields.size() == 5) {
        outcome = ReplicaFailure{.code = unescaped(fields[3]), .explanation = unescaped(fields[4])};
        return true;
    }
    if (fields[0] != "done" || (fields.size() - 3) % 4 != 0) return false;
    std::vector<OutputValue> values;
    for (std::size_t i = 3; i < fields.size(); i += 4) {
        const auto value = number_of<double>(fields[i + 3]);
        if (!value) return false;
        values.push_back({.key = {.series = unescaped(fields[i]),
                                  .group = unescaped(fields[i + 1]),
                                  .period = unescaped(fields[i + 2])},
                          .value = *value});
    }
    outcome = std::move(values);
    return true;
}

Diagnostic damaged(const std::string& file_name, std::uint32_t line) {
    return {.code = DiagnosticCode::run_log_damaged,
            .explanation = fmt::format("line {} of the log of finished replicas is not as it was "
                                       "written",
                                       line),
            .remedy = "Delete the file and run anew.",
            .position = {.file = file_name, .line = line}};
}

/// The first field in which two headers differ, of the log and of the run.
Diagnostic of_another(const std::string& file_name, std::string_view log, std::string_view run) {
    const auto logged = fields_of(log);
    const auto wanted = fields_of(run);
    std::string what = "the log is of another form";
    for (std::size_t i = 0; i < std::min(logged.size(), wanted.size()); ++i) {
        if (logged[i] == wanted[i]) continue;
        what = fmt::format("the log is of `{}`, and the run of `{}`", logged[i], wanted[i]);
        break;
    }
    return {.code = DiagnosticCode::run_log_other,
            .explanation = std::move(what),
            .remedy =
                "Resume with the same scenario file, book, seed and program, or run without "
                "--resume.",
            .position = {.file = file_name, .line = 1}};
}

}  // namespace

std::string run_log_header(const RunIdentity& identity) {
    return sealed(header_body(identity));
}

std::string run_log_line(RunPlace place, const ReplicaOutcome& outcome) {
    if (const auto* failure = std::get_if<ReplicaFailure>(&outcome)) {
        return sealed(fmt::format("failed\t{}\t{}\t{}\t{}", place.scenario, place.replica,
                                  escaped(failure->code), escaped(failure->explanation)));
    }
    std::string line = fmt::format("done\t{}\t{}", place.scenario, place.replica);
    for (const OutputValue& each : std::get<std::vector<OutputValue>>(outcome)) {
        // The shortest text that reads back as the same double.
        line += fmt::format("\t{}\t{}\t{}\t{}", escaped(each.key.series), escaped(each.key.group),
                            escaped(each.key.period), each.value);
    }
    return sealed(std::move(line));
}

Result<RunLogReading> read_run_log(std::string_view text, const RunIdentity& identity,
                                   const std::string& file_name) {
    RunLogReading reading{.outcomes = RunOutcomes{identity.scenarios, identity.replicas}};
    std::uint32_t number = 0;
    for (std::size_t at = 0; at < text.size();) {
        ++number;
        const std::size_t end = text.find('\n', at);
        if (end == std::string_view::npos) break;
        const auto body = unsealed(text.substr(at, end - at));
        const bool is_last = end + 1 == text.size();
        if (!body && is_last && number > 1) break;
        if (!body) return damaged(file_name, number);
        if (number == 1) {
            const std::string wanted = header_body(identity);
            if (*body != wanted) return of_another(file_name, *body, wanted);
        } else if (!take(*body, reading.outcomes)) {
            return damaged(file_name, number);
        }
        at = end + 1;
        reading.whole_bytes = at;
    }
    return reading;
}

}  // namespace cellbook
