#include "cli/commands/all.hpp"
#include "cli/property_options.hpp"
#include "ledger/housing/lease_list.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    PropertyOptions property{};
    bool all = false;
};

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    add_property_options(arguments, options->property, "lease, cell, section, landlord or tenant");
    arguments.group("Which leases");
    arguments.flag("--all", options->all, "Those too that have ended or are to come");
    return [options](const Environment& environment) {
        return run_property_report(options->property, environment,
                                   [&](const EntrySource& source, const PropertyScope& scope) {
                                       return lease_list(source,
                                                         {.scope = scope, .ended = options->all});
                                   });
    };
}

}  // namespace

Command leases_command() {
    return {
        .name = "leases",
        .group = "Property",
        .summary = "List leases: rent, anticretico, floor space, and on what terms",
        .examples = {"cellbook -f cells.journal leases", "cellbook -f cells.journal leases --all",
                     "cellbook -f cells.journal leases i05 -O csv"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
