#include <algorithm>

#include "cli/commands/all.hpp"
#include "cli/failure.hpp"
#include "cli/property_options.hpp"
#include "ledger/housing/register_rows.hpp"

namespace cellbook::cli {

namespace {

struct Options {
    std::optional<std::string> which{};
    PropertyOptions property{};
};

Register register_of(const std::optional<std::string>& which) {
    std::vector<std::string> names;
    std::string all;
    for (const RegisterForm& form : register_forms()) {
        if (which && (*which == form.plural || *which == form.name)) return form.sort;
        names.emplace_back(form.plural);
        all += (all.empty() ? "" : ", ") + names.back();
    }
    if (!which) throw UsageError{"no register is named", "name one of " + all};
    const auto near = nearest_names(*which, names, 1);
    throw UsageError{"there is no register `" + *which + "`",
                     near.empty() ? "name one of " + all : "did you mean " + near.front() + "?"};
}

Action prepare(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    arguments.word("REGISTER", options->which,
                   "sections, cells, titles, businesses, households, members,\n"
                   "leases or tariffs");
    add_property_options(arguments, options->property, "row");
    return [options](const Environment& environment) {
        const Register which = register_of(options->which);
        if (options->property.on) {
            throw UsageError{"a register has its rows whatever the day", "leave out --on"};
        }
        return run_property_report(options->property, environment,
                                   [&](const EntrySource& source, const PropertyScope& scope) {
                                       return register_rows(source, which, scope);
                                   });
    };
}

}  // namespace

Command registry_command() {
    return {.name = "registry",
            .group = "Property",
            .summary = "Show the rows of a register as they are written; as csv to import again",
            .examples = {"cellbook -f cells.journal registry members",
                         "cellbook -f cells.journal registry businesses posta",
                         "cellbook -f cells.journal registry tariffs -O csv"},
            .prepare = prepare};
}

}  // namespace cellbook::cli
