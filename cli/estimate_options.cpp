#include "cli/estimate_options.hpp"

#include "cli/failure.hpp"
#include "market/estimate/regression_table.hpp"
#include "market/series/numbers.hpp"

namespace cellbook::cli {

namespace {

constexpr unsigned most_draws = 10'000'000;

void set_errors(const EstimateFlags& flags, RegressionOptions& options) {
    if (!flags.errors) return;
    const std::string& word = *flags.errors;
    const std::size_t colon = word.find(':');
    options.errors = parse_errors(word.substr(0, colon));
    const bool clustered = options.errors == Errors::cluster;
    const bool names_column = colon != std::string::npos && colon + 1 < word.size();
    if (!options.errors || clustered != names_column ||
        (!clustered && colon != std::string::npos)) {
        throw UsageError{"--errors does not take `" + word + "`",
                         "take classical, hc0, hc1, hc2, hc3 or cluster:COLUMN"};
    }
    if (clustered) options.cluster = word.substr(colon + 1);
    const bool by_leverage = options.errors == Errors::hc2 || options.errors == Errors::hc3;
    if (by_leverage && options.method != Method::ols) {
        throw UsageError{word + " corrects by leverage, which is least squares' own",
                         "take hc0 or hc1 with instruments"};
    }
    if (by_leverage && options.absorbed.size() > 1) {
        throw UsageError{word + " needs leverages, which two absorbed effects do not give",
                         "take hc1, or absorb one"};
    }
}

}  // namespace

void add_estimate_options(Arguments& arguments, EstimateFlags& flags) {
    arguments.group("Estimator");
    arguments.value("--method", flags.method, "METHOD", "ols (default), 2sls, liml or gmm");
    arguments.value("--errors", flags.errors, "ERRORS",
                    "classical (default), hc0, hc1, hc2, hc3 or cluster:COLUMN");
    arguments.flag("--small", flags.small, "With instruments: t, F and n - k, as in small samples");
    arguments.values("--absorb", flags.absorbed, "COLUMN",
                     "Take out an effect of each group; may be given twice");
    arguments.count("--bootstrap", flags.bootstrap, "N",
                    "Test by the wild cluster bootstrap too, of N draws");
    arguments.count("--seed", flags.seed, "S", "Of the bootstrap's draws; else 1");
    arguments.value("--level", flags.level, "LEVEL", "Of intervals; else 0.95");
    arguments.flag("--on-simulated", flags.on_simulated,
                   "Use rows that were not observed too, and say so");
    arguments.group("Shown");
    arguments.flag("--stars", flags.stars, "Mark p below 0.1, 0.05 and 0.01");
    arguments.flag("--statistics", flags.statistics, "N, R2 and tests, instead of coefficients");
}

RegressionOptions estimate_options_of(const EstimateFlags& flags) {
    RegressionOptions options{
        .small = flags.small, .absorbed = flags.absorbed, .on_simulated = flags.on_simulated};
    if (flags.method) {
        const auto method = parse_method(*flags.method);
        if (!method) {
            throw UsageError{"there is no method `" + *flags.method + "`",
                             "take ols, 2sls, liml or gmm"};
        }
        options.method = *method;
    }
    if (flags.absorbed.size() > 2) {
        throw UsageError{"--absorb takes two columns at most",
                         "write further ones as C(COLUMN) in the formula"};
    }
    if (flags.absorbed.size() == 2 && flags.absorbed[0] == flags.absorbed[1]) {
        throw UsageError{"--absorb names `" + flags.absorbed[0] + "` twice"};
    }
    set_errors(flags, options);
    if (flags.level) {
        const Decimal level = value_or_usage_error(parse_decimal(*flags.level));
        options.level = to_double(level);
        if (!(options.level > 0 && options.level < 1)) {
            throw UsageError{"--level is a share between 0 and 1, not " + *flags.level,
                             "as in --level 0.9"};
        }
    }
    if (flags.seed && !flags.bootstrap)
        throw UsageError{"--seed is the bootstrap's", "add --bootstrap N"};
    if (!flags.bootstrap) return options;
    if (options.errors != Errors::cluster || options.method != Method::ols) {
        throw UsageError{"--bootstrap is of least squares with clusters",
                         "add --errors cluster:COLUMN, and no other --method"};
    }
    if (*flags.bootstrap == 0 || *flags.bootstrap > most_draws) {
        throw UsageError{"--bootstrap takes 1 to 10000000 draws"};
    }
    options.bootstrap = BootstrapOptions{.draws = *flags.bootstrap, .seed = flags.seed.value_or(1)};
    return options;
}

Table estimate_table(const std::vector<Regression>& regressions, const EstimateFlags& flags) {
    return flags.statistics ? statistics_table(regressions)
                            : regression_table(regressions, {.stars = flags.stars});
}

}  // namespace cellbook::cli
