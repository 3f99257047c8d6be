/// A scenario file for tests, of the shape that modellers write, and how to change a line of it.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "market/scenario/scenario_reader.hpp"

namespace cellbook::test {

inline const std::string example_scenario = R"(schema = "cellbook-scenario/1"
name   = "rent-ceiling-2026"
model  = "equilibrium"

[baseline]
ledger = "book.cellbook"
from   = 2025-01-01
to     = 2025-12-31
closure = "external-balance"

[run]
horizon_days = 365
seed   = 20260101
replicas = 32
on_infeasible = "stop"

[parameters]
"demand.restaurant.elasticity" = { estimate = "iv", instruments = ["cost"], cluster = "section" }
"demand.sauna.elasticity"      = { dist = "normal", mean = -1.4, sd = 0.2 }
"household.mpc"                = { dist = "uniform", low = 0.6, high = 0.9 }
"tax.sales"                    = 0.03

[[scenario]]
name = "reference"

[[scenario]]
name = "ceiling"
inherits = "reference"
[[scenario.shock]]
name = "posta"
target = "price.rent.section.posta"
op   = "ceiling"
value = 250.00
start = 2026-03-01
end   = 2026-08-31
rationing = "waiting-list"

[[scenario]]
name = "ceiling-and-arrivals"
inherits = "ceiling"
[[scenario.shock]]
target = "population.section.guanay"
op = "add"
value = 150
start = 2026-04-01
ramp_days = 30

[[output]]
series = "price_index.fisher"
period = "month"
[[output]]
series = "welfare.ev"
by = ["section", "quintile"]

[sweep]
method = "sobol"
n = 1024
second_order = false
metrics = ["welfare.ev.total", "fund.section.closing"]
confidence = 0.95
bootstrap = 1000

[export]
dir = "out"
formats = ["csv", "json", "ledger"]
)";

/// The example with one text in it replaced by another. *Requires*: it is there.
inline std::string example_with(const std::string& from, const std::string& to) {
    std::string text = example_scenario;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// The file of a text that is right.
inline ScenarioFile read_right(const std::string& text) {
    ScenarioReading reading = read_scenario(text, "example.toml");
    for (const Diagnostic& problem : reading.problems) FAIL_CHECK(to_string(problem));
    return std::move(reading.file);
}

/// The one thing that is wrong with a text.
inline Diagnostic only_problem(const std::string& text, const ScenarioVocabulary& known = {}) {
    const ScenarioReading reading = read_scenario(text, "example.toml", known);
    for (const Diagnostic& problem : reading.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(reading.problems.size() == 1);
    return reading.problems.front();
}

}  // namespace cellbook::test
