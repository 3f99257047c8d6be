/// Frames and regressions for tests, from text.
#pragma once

#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include "market/estimate/regression.hpp"
#include "market/series/data_file.hpp"

namespace cellbook::test {

inline DataFrame frame_of(const std::string& csv) {
    MemoryFiles files{{{"data.csv", csv}}};
    DataReading reading = read_data(files, "data.csv", {});
    for (const auto& problem : reading.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(reading.problem_count == 0);
    return std::move(reading.frame);
}

/// A dataset of tests/cli/strd.
inline DataFrame strd(const std::string& name) {
    std::ifstream file{std::string{CELLBOOK_SOURCE_DIR} + "/tests/cli/strd/" + name + ".csv"};
    REQUIRE(file.good());
    return frame_of({std::istreambuf_iterator<char>{file}, {}});
}

inline Formula formula_of(const std::string& text) {
    auto formula = parse_formula(text);
    if (!formula) UNSCOPED_INFO(to_string(formula.error()));
    REQUIRE(formula.has_value());
    return *std::move(formula);
}

inline Regression regression_of(const DataFrame& frame, const std::string& formula,
                                const RegressionOptions& options = {}) {
    auto found = regress(frame, formula_of(formula), options);
    if (!found) UNSCOPED_INFO(to_string(found.error()));
    REQUIRE(found.has_value());
    return *std::move(found);
}

inline FoldedDesign folded_of(const DataFrame& frame, const std::string& formula, Method method,
                              const DesignOptions& options = {}) {
    auto design = make_design(frame, formula_of(formula), options);
    REQUIRE(design.has_value());
    auto folded = fold(*std::move(design), method);
    if (!folded) UNSCOPED_INFO(to_string(folded.error()));
    REQUIRE(folded.has_value());
    return *std::move(folded);
}

/// Standard normal numbers, the same on every machine: Box and Muller on a generator that the
/// standard fixes (its distributions are left to libraries).
class Normals {
public:
    explicit Normals(unsigned seed) : engine_{seed} {}
    double operator()() {
        constexpr double two_pi = 6.283185307179586;
        const double radius = std::sqrt(-2 * std::log(uniform()));
        return radius * std::cos(two_pi * uniform());
    }
    double uniform() { return (static_cast<double>(engine_()) + 0.5) / 4294967296.0; }

private:
    std::mt19937 engine_;
};

inline std::string row(std::initializer_list<double> values, const std::string& label = {}) {
    std::string text;
    for (const double value : values) {
        text += (text.empty() ? "" : ",") + to_string(Real{value});
    }
    return text + (label.empty() ? "" : "," + label) + "\n";
}

}  // namespace cellbook::test
