#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>

#include "cli/failure.hpp"
#include "ledger/diagnostic.hpp"

namespace cellbook::cli {

struct Arguments::State {
    explicit State(const std::string& summary) : app{summary} {}
    CLI::App app;
    std::string group = "Options";
};

namespace {

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* option : app.get_options()) {
        for (const auto& name : option->get_lnames()) names.push_back("--" + name);
    }
    return names;
}

std::string examples_text(const Examples& examples) {
    if (examples.empty()) return {};
    std::string text = "Examples:";
    for (const auto& example : examples) text += "\n  " + example;
    return text;
}

}  // namespace

Arguments::Arguments(const std::string& command, const std::string& summary,
                     const Examples& examples)
    : state_{std::make_unique<State>(summary)} {
    state_->app.name("cellbook " + command);
    state_->app.set_help_flag("-h,--help", "This text");
    state_->app.footer(examples_text(examples));
    state_->app.get_formatter()->column_width(30);
}

Arguments::~Arguments() = default;

void Arguments::group(const std::string& title) {
    state_->group = title;
}

void Arguments::flag(const std::string& names, bool& to, const std::string& help) {
    state_->app.add_flag(names, to, help)->group(state_->group);
}

void Arguments::value(const std::string& names, std::optional<std::string>& to,
                      const std::string& what, const std::string& help) {
    state_->app
        .add_option_function<std::string>(
            names, [&to](const std::string& text) { to = text; }, help)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
        ->type_name(what)
        ->group(state_->group);
}

void Arguments::count(const std::string& names, std::optional<unsigned>& to,
                      const std::string& what, const std::string& help) {
    state_->app
        .add_option_function<unsigned>(
            names, [&to](const unsigned& number) { to = number; }, help)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast)
        ->type_name(what)
        ->group(state_->group);
}

void Arguments::values(const std::string& names, std::vector<std::string>& to,
                       const std::string& what, const std::string& help) {
    state_->app.add_option(names, to, help)
        ->type_size(1)
        ->allow_extra_args(false)
        ->type_name(what)
        ->group(state_->group);
}

void Arguments::word(const std::string& name, std::optional<std::string>& to,
                     const std::string& help) {
    state_->app
        .add_option_function<std::string>(
            name, [&to](const std::string& text) { to = text; }, help)
        ->type_name("");
}

void Arguments::words(const std::string& name, std::vector<std::string>& to,
                      const std::string& help) {
    state_->app.add_option(name, to, help)->type_name("");
}

bool Arguments::parse(const std::vector<std::string>& arguments) {
    // The parser takes its words from the back.
    std::vector<std::string> reversed{arguments.rbegin(), arguments.rend()};
    try {
        state_->app.parse(std::move(reversed));
    } catch (const CLI::CallForHelp&) {
        return true;
    } catch (const CLI::ExtrasError&) {
        const auto extras = state_->app.remaining();
        const std::string unknown = extras.empty() ? "" : extras.front();
        const bool is_option = unknown.starts_with('-');
        const auto near = is_option ? nearest_names(unknown.substr(0, unknown.find('=')),
                                                    option_names(state_->app), 1)
                                    : std::vector<std::string>{};
        throw UsageError{(is_option ? "no such option: " : "one word too many: ") + unknown,
                         near.empty() ? "see " + state_->app.get_name() + " --help"
                                      : "did you mean " + near.front() + "?"};
    } catch (const CLI::ParseError& error) {
        throw UsageError{error.what(), "see " + state_->app.get_name() + " --help"};
    }
    return false;
}

std::string Arguments::help() const {
    return state_->app.help();
}

bool takes_value(const std::string& option) {
    static constexpr std::array<std::string_view, 16> names{
        "-f", "--file", "-O", "--output-format", "-o",      "--output", "-b",      "--begin",
        "-e", "--end",  "-p", "--period",        "--depth", "--today",  "--kinds", "--batch"};
    return std::ranges::find(names, option) != names.end();
}

}  // namespace cellbook::cli
