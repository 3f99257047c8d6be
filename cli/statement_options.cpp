#include "cli/statement_options.hpp"

#include "cli/failure.hpp"

namespace cellbook::cli {

void add_statement_options(Arguments& arguments, StatementFlags& flags) {
    flags.report.bare_words = QueryField::party;
    add_report_options(arguments, flags.report);
    arguments.group("Whose");
    arguments.flag("--by-party", flags.statement.by_party, "A statement for each party");
    arguments.flag("--aggregate", flags.statement.aggregate,
                   "Add parties up, without leaving out what lies between them");
    arguments.group("Shape");
    arguments.count("--depth", flags.statement.depth, "N",
                    "Add what lies deeper to the line N parts deep; 1 is the class");
    add_pivot_option(arguments, flags.statement.pivot);
    arguments.flag("-E,--empty", flags.statement.empty, "Accounts that come to zero too");
    add_period_options(arguments, flags.periods);
    add_valuation_options(arguments, flags.valuation);
    add_real_options(arguments, flags.real);
}

StatementOptions statement_of(const StatementFlags& flags, bool historical,
                              const Environment& environment) {
    if (flags.statement.by_party && flags.statement.aggregate) {
        throw UsageError{"--by-party adds nothing up, and --aggregate says how to"};
    }
    StatementOptions options = flags.statement;
    options.columns = columns_of(flags.periods, historical);
    if (!flags.real.series) {
        options.columns.valuation =
            valuation_of(flags.valuation, today_of(flags.report.today, environment));
    }
    return options;
}

std::function<Action(Arguments&)> statement_command(Table (*make)(const EntrySource&, const Query&,
                                                                  const StatementOptions&),
                                                    bool historical) {
    return [=](Arguments& arguments) -> Action {
        const auto flags = std::make_shared<StatementFlags>();
        add_statement_options(arguments, *flags);
        return [=](const Environment& environment) {
            StatementOptions options = statement_of(*flags, historical, environment);
            const Query query = query_of(flags->report, environment);
            const RealTerms real = real_terms_of(
                flags->real, flags->valuation, open_input(flags->report.input, environment),
                {.interval = options.columns.interval,
                 .historical = historical,
                 .today = today_of(flags->report.today, environment)});
            options.columns.valuation = real.valuation;
            Table table = make(*real.source, query, options);
            real.add_notes(table.notes);
            write_table(table, real.source.get(), flags->report.output, environment);
            return exit_ok;
        };
    };
}

}  // namespace cellbook::cli
