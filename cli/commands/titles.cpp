#include "cli/commands/all.hpp"
#include "cli/property_options.hpp"
#include "ledger/housing/title_list.hpp"

namespace cellbook::cli {

namespace {

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<PropertyOptions>();
    add_property_options(arguments, *options, "cell");
    return [options](const Environment& environment) {
        return run_property_report(*options, environment, title_list);
    };
}

}  // namespace

Command titles_command() {
    return {.name = "titles",
            .group = "Property",
            .summary = "Show the chain of ownership of cells, with prices and levies",
            .examples = {"cellbook -f cells.journal titles palmar-02",
                         "cellbook -f cells.journal titles ^posta -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
