/// A folder with a small town's files, and the program run in it.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/scratch_folder.hpp"

namespace cellbook::test {

struct Outcome {
    int code = 0;
    std::string out;
    std::string err;
};

/// `week.journal`: dues and soap, in two parties' books and a kiosk's.
inline const std::string week_journal = R"(; party: inmates:i0042  sector:households
; party: inmates:i0007  sector:households
; party: sections:posta  sector:sections
; party: businesses:kiosk  sector:businesses, parent:inmates:i0007
; source: S12  Canillita, dues by section
commodity 1000.00 BOB
P 2018-03-01 USD 6.91 BOB

2018-02-28 * cash of i0042  ; kind:opening_balance, payer:inmates:i0042
    inmates:i0042:assets:cash         450.00 BOB
    inmates:i0042:equity:opening     -450.00 BOB

2018-03-01 * dues  ; kind:section_dues, payer:inmates:i0042, payee:sections:posta, source:S12
    inmates:i0042:expenses:dues        20.00 BOB
    inmates:i0042:assets:cash         -20.00 BOB
    sections:posta:assets:cash         20.00 BOB
    sections:posta:income:dues        -20.00 BOB

2018-03-05 soap  ; standing:assumed
    inmates:i0042:expenses:soap         5.50 BOB
    inmates:i0042:assets:cash          -5.50 BOB
    businesses:kiosk:assets:cash        5.50 BOB
    businesses:kiosk:income:sales      -5.50 BOB
)";

inline const std::string events_csv =
    "date,kind,payer,payee,amount,commodity,note\n"
    "2018-03-06,section_dues,inmates:i0007,sections:posta,20,BOB,dues of March\n"
    "2018-03-07,shop_sale,inmates:i0007,businesses:kiosk,3.50,BOB,bread\n";

/// The files stand in a scratch folder; `run` replaces the word `@name` by the path of a file in
/// it.
class Town {
public:
    Town() {
        write("week.journal", week_journal);
        write("events.csv", events_csv);
    }

    [[nodiscard]] std::string path(const std::string& name) const {
        return (folder_.path() / name).string();
    }
    void write(const std::string& name, const std::string& text) const {
        std::ofstream file{path(name), std::ios::binary};
        file << text;
        REQUIRE(file.good());
    }
    [[nodiscard]] std::string read(const std::string& name) const {
        std::ifstream file{path(name), std::ios::binary};
        INFO(name);
        REQUIRE(file.good());
        return {std::istreambuf_iterator<char>{file}, {}};
    }

    std::map<std::string, std::string> variables{};

    Outcome run(std::vector<std::string> arguments) const {
        for (auto& argument : arguments) {
            if (argument.starts_with('@')) argument = path(argument.substr(1));
        }
        std::ostringstream out;
        std::ostringstream err;
        const cli::Environment environment{
            .out = out,
            .err = err,
            .today = *parse_date("2018-05-16"),
            .now_utc = "2018-05-16T12:00:00Z",
            .variable = [this](const char* name) -> std::optional<std::string> {
                const auto found = variables.find(name);
                if (found == variables.end()) return std::nullopt;
                return found->second;
            }};
        const int code = cli::run(arguments, environment);
        return {code, out.str(), err.str()};
    }
    /// Runs what must succeed in silence, and gives what it prints.
    std::string print(const std::vector<std::string>& arguments) const {
        const Outcome outcome = run(arguments);
        INFO(outcome.err);
        REQUIRE(outcome.code == 0);
        CHECK(outcome.err.empty());
        return outcome.out;
    }

private:
    cli::ScratchFolder folder_{};
};

}  // namespace cellbook::test
