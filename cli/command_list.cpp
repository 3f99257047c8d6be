#include "cli/commands/all.hpp"

namespace cellbook::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        init_command(),         import_command(),
        add_command(),          reverse_command(),
        lock_command(),         close_command(),
        balance_command(),      register_command(),
        trialbalance_command(), incomestatement_command(),
        balancesheet_command(), cashflow_command(),
        print_command(),        plot_command(),
        stats_command(),        cells_command(),
        titles_command(),       leases_command(),
        occupancy_command(),    rents_command(),
        due_command(),          registry_command(),
        index_command(),        inequality_command(),
        lorenz_command(),       regress_command(),
        demand_command(),       hedonic_command(),
        clear_command(),        whatif_command(),
        optimum_command(),      multipliers_command(),
        scenario_command(),     accounts_command(),
        parties_command(),      commodities_command(),
        kinds_command(),        prices_command(),
        check_command(),        rebuild_command(),
        sql_command(),          export_command(),
    };
    return all;
}

}  // namespace cellbook::cli
