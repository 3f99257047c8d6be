#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"
#include "ledger/statements/kind_list.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> name{};
    InputOptions input{};
    OutputOptions output{};
};

/// The kinds that a book declares join the table.
void add_kinds_of(const EntrySource& source, KindTable& kinds) {
    source.for_each_declaration([&](std::int64_t, const Declaration& declaration) {
        if (const auto* kind = std::get_if<KindDeclaration>(&declaration)) {
            if (auto problem = kinds.add_definition(kind->definition)) {
                throw InputError{*std::move(problem)};
            }
        }
        return true;
    });
}

ExitCode run(const Options& options, const Environment& environment) {
    KindTable kinds = input_kinds(options.input);
    if (!options.input.files.empty()) {
        add_kinds_of(*open_input(options.input, environment), kinds);
    }
    const Table table =
        options.name ? value_or_usage_error(kind_legs(kinds, *options.name)) : kind_list(kinds);
    write_table(table, nullptr, options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("KIND", options->name, "Show what this kind books in whose books");
    add_input_options(arguments, options->input);
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command kinds_command() {
    return {.name = "kinds",
            .group = "Listings",
            .summary = "List the kinds of transactions with their SNA 2008 codes",
            .examples = {"cellbook kinds", "cellbook kinds cell_sale", "cellbook kinds -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
