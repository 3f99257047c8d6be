#include "ledger/housing/rents.hpp"

#include "cli/commands/all.hpp"
#include "cli/property_options.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    PropertyOptions property{};
    bool per_place = false;
};

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_property_options(arguments, options->property, "section");
    arguments.group("Shape");
    arguments.flag("--per-place", options->per_place, "Rents of a place instead of a cell");
    return [options](const Environment& environment) {
        return run_property_report(
            options->property, environment,
            [&](const EntrySource& source, const PropertyScope& scope) {
                return rents(source, {.scope = scope, .per_place = options->per_place});
            });
    };
}

}  // namespace

Command rents_command() {
    return {.name = "rents",
            .group = "Property",
            .summary = "Show how rents are distributed, and what cells and deposits yield",
            .examples = {"cellbook -f cells.journal rents",
                         "cellbook -f cells.journal rents --per-place --on 2018-02-01",
                         "cellbook -f cells.journal rents posta -O tex"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
