#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/input.hpp"
#include "cli/output.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> statement{};
    std::optional<unsigned> seconds{};
    InputOptions input{};
    OutputOptions output{};
};

constexpr unsigned default_seconds = 60;

Table table_of(const SqlResult& result) {
    Table table{.name = "sql"};
    for (const auto& name : result.columns) table.columns.push_back({name, name});
    for (const auto& cells : result.rows) {
        Row row;
        for (const auto& cell : cells) row.cells.push_back(cell ? Value{*cell} : Value{});
        table.rows.push_back(std::move(row));
    }
    return table;
}

ExitCode run(const Options& options, const Environment& environment) {
    if (!options.statement) {
        throw UsageError{"no statement is given", "write cellbook sql 'select ...'"};
    }
    const std::string statement = *options.statement == "-" ? read_file("-") : *options.statement;
    const Book book = open_book(options.input, environment, {});
    const int limit_ms = static_cast<int>(options.seconds.value_or(default_seconds)) * 1000;
    const auto result = value_or_usage_error(book.sql(statement, limit_ms));
    write_table(table_of(result), &book, options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("STATEMENT", options->statement, "One SELECT; - reads it from standard input");
    add_file_option(arguments, options->input);
    arguments.count("--seconds", options->seconds, "N", "Stop it after so long (default 60)");
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command sql_command() {
    return {.name = "sql",
            .group = "The book itself",
            .summary = "Run one read-only SQL statement on a book",
            .examples = {"cellbook sql 'select * from v_balances limit 5'",
                         "cellbook sql \"select kind, count(*) from v_transactions group by kind\" "
                         "-O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
