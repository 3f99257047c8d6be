/// Every command of the program; each stands in the file of its name.
#pragma once

#include "cli/command.hpp"

namespace cellbook::cli {

// Making books
Command init_command();
Command import_command();
Command add_command();
Command reverse_command();
Command lock_command();
Command close_command();

// Reports
Command balance_command();
Command register_command();
Command trialbalance_command();
Command incomestatement_command();
Command balancesheet_command();
Command cashflow_command();
Command print_command();
Command plot_command();
Command stats_command();

// Property
Command cells_command();
Command titles_command();
Command leases_command();
Command occupancy_command();
Command rents_command();
Command due_command();
Command registry_command();

// Economy
Command index_command();
Command inequality_command();
Command lorenz_command();

// Estimates
Command regress_command();
Command demand_command();
Command hedonic_command();

// Market
Command clear_command();
Command whatif_command();
Command optimum_command();
Command multipliers_command();
Command scenario_command();

// Listings
Command accounts_command();
Command parties_command();
Command commodities_command();
Command kinds_command();
Command prices_command();

// The book itself
Command check_command();
Command rebuild_command();
Command sql_command();
Command export_command();

}  // namespace cellbook::cli
