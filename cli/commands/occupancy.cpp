#include "ledger/housing/occupancy.hpp"

#include "cli/commands/all.hpp"
#include "cli/property_options.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    PropertyOptions property{};
    bool by_cell = false;
};

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_property_options(arguments, options->property, "section, or cell with --cells");
    arguments.group("Shape");
    arguments.flag("--cells", options->by_cell, "A row a cell, with who lives in it");
    return [options](const Environment& environment) {
        return run_property_report(options->property, environment,
                                   [&](const EntrySource& source, const PropertyScope& scope) {
                                       return occupancy(
                                           source, {.scope = scope, .by_cell = options->by_cell});
                                   });
    };
}

}  // namespace

Command occupancy_command() {
    return {.name = "occupancy",
            .group = "Property",
            .summary = "Count people, places, empty cells and people without a cell",
            .examples = {"cellbook -f cells.journal occupancy",
                         "cellbook -f cells.journal occupancy --cells palmar",
                         "cellbook -f cells.journal occupancy --on 2018-02-01 -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
