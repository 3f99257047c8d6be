#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/market_options.hpp"
#include "cli/output.hpp"
#include "market/assignment/ceiling_table.hpp"
#include "market/assignment/places.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    MarketFlags market{};
    std::optional<std::string> show{};
    OutputOptions output{};
};

Table table_under_ceiling(const std::string& show, const Market& market, const Ceilings& ceilings,
                          const Clearing& free) {
    const Rationing rationing = ration(market.game, free, ceilings);
    const CeilingResult result{
        .game = market.game, .free = free, .ceilings = ceilings, .rationing = rationing};
    if (show == "cells") return ceiling_cells_table(result, market.heading);
    if (show == "households") return ceiling_households_table(result, market.heading);
    throw UsageError{"under a ceiling --show takes cells or households, not `" + show + "`"};
}

Table table_of_places(const std::string& show, const Market& market) {
    if (show != "cells") {
        throw UsageError{"of shared cells --show takes cells, not `" + show + "`"};
    }
    const SharedMarket shared{.game = market.game, .places = market.places, .sizes = market.sizes};
    return places_table(shared, value_or_fail(clear_places(shared)), market.heading);
}

Table table_of(const std::string& show, const Market& market) {
    if (market.shared) return table_of_places(show, market);
    const Clearing clearing = clear_market(market.game);
    if (market.ceilings) return table_under_ceiling(show, market, *market.ceilings, clearing);
    if (show == "cells") return cells_table(market.game, clearing, market.heading);
    if (show == "households") return households_table(market.game, clearing, market.heading);
    if (!market.endowment) {
        throw UsageError{"trades are from who owns a cell to who takes it",
                         "add --endowment FILE.csv with columns cell,household"};
    }
    return show == "trades"
               ? trades_table(market.game, clearing, *market.endowment, market.heading)
               : net_trades_table(market.game, clearing, *market.endowment, market.heading);
}

ExitCode run(const Options& options, const Environment& environment) {
    const std::string show = options.show.value_or("cells");
    if (show != "cells" && show != "households" && show != "trades" && show != "net-trades") {
        throw UsageError{"--show takes cells, households, trades or net-trades, not `" + show +
                         "`"};
    }
    const Market market = read_market(options.market, environment);
    write_table(table_of(show, market), market.source.get(), options.output, environment);
    return exit_ok;
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.group("Result");
    arguments.value("--show", options->show, "WHAT",
                    "cells (default), households, trades or net-trades");
    add_market_options(arguments, options->market);
    add_output_options(arguments, options->output);
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command clear_command() {
    return {.name = "clear",
            .group = "Market",
            .summary = "Find who takes which cell, and the rents that clear the market",
            .examples = {"cellbook -f cells.journal clear",
                         "cellbook -f cells.journal clear --share 0.3 --taste 0 --show net-trades",
                         "cellbook -f cells.journal clear --shared",
                         "cellbook -f cells.journal clear --ceiling 100 --priority seniority"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
