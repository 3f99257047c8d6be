/// A scenario file over a small prison, made into its model.
#pragma once

#include <memory>
#include <string>

#include "market/scenario/scenario_reader.hpp"
#include "market/whatif/scenario_model.hpp"
#include "tests/market/baseline/small_prison.hpp"

namespace cellbook::test {

/// A scenario file's text. `parameters` are lines of that table; `rest` follows the scenarios.
inline std::string soup_file(const std::string& parameters, const std::string& rest = {},
                             const std::string& run = "seed = 7\nreplicas = 8\n",
                             const std::string& head = {}) {
    return "schema = \"cellbook-scenario/1\"\nname = \"dear-soup\"\n" + head +
           "[baseline]\nbook = \"prison.book\"\nfrom = 2018-03-01\nto = 2018-03-31\n[run]\n" + run +
           "[parameters]\n" + parameters +
           "[[scenario]]\nname = \"reference\"\n"
           "[[scenario]]\nname = \"dear\"\n[[scenario.shock]]\ntarget = \"price.soup\"\n"
           "value = \"+20%\"\n" +
           rest;
}

inline const std::string soup_elasticity =
    "\"demand.soup.elasticity\" = { dist = \"normal\", mean = -0.8, sd = 0.1 }\n";

inline std::string output_of(const std::string& series, const std::string& more = {}) {
    return "[[output]]\nseries = \"" + series + "\"\n" + more;
}

/// A model, and what it points at.
struct SoupModel {
    MemoryBook book;
    ScenarioFile file;
    Result<std::unique_ptr<ScenarioModel>> made;

    explicit SoupModel(const std::string& text, const ScenarioModelOptions& options = {},
                       MemoryBook of = small_book())
        : book{std::move(of)}, file{read(text)}, made{ScenarioModel::make(book, file, options)} {}
    SoupModel(const SoupModel&) = delete;
    SoupModel& operator=(const SoupModel&) = delete;

    [[nodiscard]] const ScenarioModel& model() const {
        if (!made) UNSCOPED_INFO(to_string(made.error()));
        REQUIRE(made);
        return **made;
    }
    [[nodiscard]] ReplicaPlan plan(std::size_t replicas) const {
        auto plan = plan_replicas(model().uncertain(), file.correlations,
                                  {.replicas = replicas, .seed = Seed{7}});
        REQUIRE(plan);
        return *std::move(plan);
    }
    /// What a scenario comes to at the medians of the parameters.
    [[nodiscard]] std::vector<OutputValue> outputs(std::size_t scenario) const {
        const ReplicaPlan central = plan(0);
        auto values = model().outputs(model().scenarios().at(scenario), central.draw(0));
        if (!values) UNSCOPED_INFO(to_string(values.error()));
        REQUIRE(values);
        return *std::move(values);
    }

private:
    static ScenarioFile read(const std::string& text) {
        ScenarioReading reading = read_scenario(text, "soup.toml");
        for (const Diagnostic& problem : reading.problems) UNSCOPED_INFO(to_string(problem));
        REQUIRE(reading.ok());
        return std::move(reading.file);
    }
};

}  // namespace cellbook::test
