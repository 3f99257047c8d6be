#include "cli/commands/all.hpp"
#include "cli/property_options.hpp"
#include "ledger/housing/cell_list.hpp"

namespace cellbook::cli {

namespace {

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<PropertyOptions>();
    add_property_options(arguments, *options, "cell, section, holder or tenant");
    return [options](const Environment& environment) {
        return run_property_report(*options, environment, cell_list);
    };
}

}  // namespace

Command cells_command() {
    return {
        .name = "cells",
        .group = "Property",
        .summary = "List cells, who holds them, what was paid, who they are let to",
        .examples = {"cellbook -f cells.journal cells", "cellbook -f cells.journal cells palmar",
                     "cellbook -f cells.journal cells i01 --on 2018-03-01 -O csv"},
        .prepare = prepare};
}

}  // namespace cellbook::cli
