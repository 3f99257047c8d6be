#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>
#include <ostream>
#include <string>

#include "ledger/version.hpp"

namespace cellbook::cli {

namespace {
constexpr int exit_ok = 0;
constexpr int exit_usage = 2;
}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
    CLI::App app{"The books of a whole small economy, in which every party keeps its own"};
    app.name("cellbook");
    app.set_version_flag("--version", "cellbook " + std::string{version()});
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error, out, err) == 0 ? exit_ok : exit_usage;
    }
    out << app.help();
    return exit_ok;
}

}  // namespace cellbook::cli
