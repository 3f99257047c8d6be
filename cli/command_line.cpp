#include "cli/command_line.hpp"

#include <algorithm>
#include <ostream>

#include "cli/command.hpp"
#include "cli/failure.hpp"
#include "ledger/version.hpp"

namespace cellbook::cli {

namespace {

std::string overview() {
    std::string text =
        "The books of a whole small economy, in which every party keeps its own.\n\n"
        "Usage: cellbook COMMAND [QUERY...] [flags]\n\nCommands:\n";
    std::string group;
    for (const auto& command : commands()) {
        if (command.group != group) text += (group.empty() ? " " : "\n ") + command.group + "\n";
        group = command.group;
        std::string names = command.name;
        for (const auto& alias : command.aliases) names += ", " + alias;
        names.resize(std::max<std::size_t>(names.size() + 2, 22), ' ');
        text += "  " + names + command.summary + "\n";
    }
    return text +
           "\nA book or a journal is named with -f FILE, before or after the command, or in\n"
           "$CELLBOOK_FILE. `cellbook COMMAND --help` tells a command's flags, with examples;\n"
           "`cellbook help query` tells how to pick postings.\n";
}

constexpr const char* query_help =
    R"(A QUERY picks postings by words and terms. Terms of one type are alternatives,
different types must all hold, and not: excludes.

  WORD, acct:WORD      the account's name matches
  party:WORD           its party, or the household that a stall's books belong to
  sector:NAME          households, businesses, sections, state, outside, unclassified
  with:WORD            the counterparty; with:unallocated where nobody is known
  kind:WORD            the transaction's kind
  desc:WORD code:WORD  its description, its code
  source:WORD          its source
  id:HEX               its id begins so
  date:PERIOD          2018, 2018-03, 2018q2, 'last month', 2018-01..2018-04
  amt:N amt:'>N'       the amount, < <= >= > too; without its sign unless N has one
  cur:SYMBOL           the commodity
  status:* ! or none   cleared, pending, unmarked
  standing:NAME        observed, estimated, assumed, simulated: its weakest figure
  tag:NAME[=WORD]      a tag of it; cell, product, payer and the like are tags too
  not:TERM             not that

A WORD is a regular expression in any case of letters, found anywhere in the text
(cur: wants the whole symbol). Quote what the shell would take: 'amt:>100'.
print shows whole transactions: those with a posting that matches and with none that
a not: term names.
)";

/// The command's place: the first word that is neither an option nor an option's value.
std::vector<std::string>::const_iterator find_command_word(
    const std::vector<std::string>& arguments) {
    auto word = arguments.begin();
    while (word != arguments.end() && word->starts_with('-') && *word != "-") {
        word += takes_value(*word) && word + 1 != arguments.end() ? 2 : 1;
    }
    return word;
}

[[noreturn]] void refuse_command(const std::string& name) {
    std::vector<std::string> known;
    for (const auto& command : commands()) {
        known.push_back(command.name);
        known.insert(known.end(), command.aliases.begin(), command.aliases.end());
    }
    const auto near = nearest_names(name, known, 1);
    throw UsageError{"no such command: " + name,
                     near.empty() ? "see cellbook --help" : "did you mean " + near.front() + "?"};
}

/// `help`, `--help` and `--version`, which are no commands of their own.
bool print_about(const std::vector<std::string>& arguments, const std::string& command,
                 const Environment& environment) {
    const auto has = [&](const char* option) {
        return std::ranges::find(arguments, option) != arguments.end();
    };
    if (command.empty() && has("--version")) {
        environment.out << "cellbook " << version() << '\n';
        return true;
    }
    if (command.empty() && (arguments.empty() || has("--help") || has("-h"))) {
        environment.out << overview();
        return true;
    }
    return false;
}

/// A word as a shell takes it.
std::string quoted_word(const std::string& word) {
    constexpr std::string_view plain =
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_=+:,./@%";
    if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
    std::string quoted = "'";
    for (const char c : word) quoted += c == '\'' ? std::string{"'\\''"} : std::string{c};
    return quoted + "'";
}

ExitCode dispatch(const std::vector<std::string>& arguments, const Environment& environment) {
    const auto word = find_command_word(arguments);
    std::string name = word == arguments.end() ? "" : *word;
    if (print_about(arguments, name, environment)) return exit_ok;
    if (name.empty()) {
        throw UsageError{"no command among: " + arguments.front() + " ...", "see cellbook --help"};
    }
    std::vector<std::string> rest{arguments.begin(), word};
    rest.insert(rest.end(), word + 1, arguments.end());
    if (name == "help") {
        if (rest.empty()) {
            environment.out << overview();
            return exit_ok;
        }
        name = rest.front();
        rest = {"--help"};
        if (name == "query") {
            environment.out << query_help;
            return exit_ok;
        }
    }
    const Command* command = find_command(name);
    if (command == nullptr) refuse_command(name);
    Arguments options{command->name, command->summary, command->examples};
    const Action action = command->prepare(options);
    if (options.parse(rest)) {
        environment.out << options.help();
        return exit_ok;
    }
    return action(environment);
}

}  // namespace

ExitCode run(const std::vector<std::string>& arguments, const Environment& environment) {
    std::ostream& err = environment.err;
    Environment named = environment;
    named.command_line = "cellbook";
    for (const auto& word : arguments) named.command_line += ' ' + quoted_word(word);
    try {
        return dispatch(arguments, named);
    } catch (const UsageError& error) {
        err << "cellbook: " << error.what() << '\n';
        if (!error.remedy.empty()) err << "  " << error.remedy << '\n';
        return exit_usage;
    } catch (const InputError& error) {
        print_diagnostics(err, error.diagnostics, error.count);
        return exit_code_of(error);
    } catch (const Interrupted&) {
        err << "cellbook: interrupted; nothing was changed\n";
        return exit_interrupted;
    } catch (const StorageError& error) {
        err << "cellbook: " << error.what() << '\n';
        return exit_storage;
    }
}

const Command* find_command(const std::string& name) {
    const auto found = std::ranges::find_if(commands(), [&](const Command& command) {
        return command.name == name ||
               std::ranges::find(command.aliases, name) != command.aliases.end();
    });
    return found == commands().end() ? nullptr : &*found;
}

}  // namespace cellbook::cli
