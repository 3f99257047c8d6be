#include "market/estimate/regression_statistics.hpp"

#include <cmath>
#include <numbers>
#include <numeric>

#include "market/estimate/anderson_rubin.hpp"
#include "market/estimate/instrument_tests.hpp"

namespace cellbook {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double usual_strength = 10;
constexpr double nearly_collinear = 1e-7;
constexpr std::size_t few_clusters = 30;

std::string fixed(double value, unsigned decimals) {
    return std::isfinite(value) ? to_fixed(Real{value}, decimals) : "undefined";
}

class Statistics {
public:
    Statistics(Regression& found, const Estimation& estimation)
        : found_{found}, estimation_{estimation}, design_{estimation.folded.design} {}

    void add() {
        note_sample();
        note_errors();
        add_fit();
        add_wald();
        if (found_.options.method == Method::ols) add_likelihood();
        if (estimation_.projections != nullptr) add_instruments();
        note_oddities();
    }

private:
    void put(std::string name, std::string title, double value, unsigned decimals) {
        found_.statistics.push_back({std::move(name), std::move(title), value, decimals});
    }
    void note(std::string text) { found_.notes.push_back(std::move(text)); }

    [[nodiscard]] double rest() const {
        return static_cast<double>(found_.rows) -
               static_cast<double>(design_.regressors() + design_.absorbed_degrees);
    }
    void note_sample();
    void note_errors();
    void add_fit();
    void add_wald();
    void add_likelihood();
    void add_instruments();
    void add_first_stages(const InstrumentTests& tests);
    void add_anderson_rubin();
    void note_strength(const FirstStage& stage);
    void note_oddities();

    Regression& found_;
    const Estimation& estimation_;
    const Design& design_;
};

void Statistics::note_sample() {
    put("n", "N", static_cast<double>(found_.rows), 0);
    put("k", "Coefficients", static_cast<double>(design_.regressors()), 0);
    put("df_residual", "Degrees of freedom", rest(), 0);
    put("missing", "Missing", static_cast<double>(found_.missing), 0);
    if (design_.unobserved > 0) {
        put("unobserved", "Not observed", static_cast<double>(design_.unobserved), 0);
        note(std::to_string(design_.unobserved) +
             (design_.unobserved == 1 ? " row was" : " rows were") +
             " left out: their figures were not observed");
    }
    if (design_.simulated) {
        note(
            "ON SIMULATED DATA: rows that were not observed are among those used; estimates "
            "recover what generated them");
    }
    if (design_.clusters) put("clusters", "Clusters", static_cast<double>(found_.clusters), 0);
    for (const RowGroups& effect : design_.absorbed) {
        put("groups(" + effect.name + ")", "Groups of " + effect.name,
            static_cast<double>(effect.count), 0);
    }
}

void Statistics::note_errors() {
    const bool instruments = found_.options.method != Method::ols;
    std::string text = std::string{to_string(found_.options.method)} + "; errors: ";
    if (found_.errors == Errors::cluster) {
        const bool factor = !instruments || found_.options.small;
        text += "clustered by " + design_.clusters->name + " (" + (factor ? "CR1, " : "") +
                std::to_string(found_.clusters) + " clusters)";
    } else {
        text += to_string(found_.errors);
        if (found_.errors == Errors::classical) {
            text += instruments && !found_.options.small ? " by n" : " by n - k";
        }
    }
    if (!found_.reference.degrees) {
        text += "; z, normal";
    } else {
        text += "; t with " + fixed(*found_.reference.degrees, 0) + " degrees of freedom";
    }
    note(text);
    for (const RowGroups& effect : design_.absorbed) {
        note("effects of " + std::to_string(effect.count) + " groups of " + effect.name +
             " are taken out; R2 is within them");
    }
}

void Statistics::add_fit() {
    const double squares = estimation_.fit.residual_squares;
    const auto& folded = estimation_.folded;
    const std::size_t y = design_.response();
    const bool absorbed = !design_.absorbed.empty();
    const Real about =
        absorbed || !design_.constant ? folded.products(y, y) : design_.total_squares;
    const auto total = about.convert_to<double>();
    const double r2 = total > 0 ? (Real{1} - Real{squares} / about).convert_to<double>() : none;
    put("r2", absorbed ? "R2 within" : "R2", r2, 4);
    const auto rows = static_cast<double>(found_.rows);
    const double free =
        rows - (design_.constant ? 1 : static_cast<double>(design_.absorbed_degrees));
    put("adj_r2", "Adjusted R2", rest() > 0 ? 1 - (1 - r2) * free / rest() : none, 4);
    const bool by_rows = found_.options.method != Method::ols && !found_.options.small;
    put("sigma", "Residual SD", std::sqrt(squares / (by_rows ? rows : rest())), 4);
    put("ssr", "Residual sum of squares", squares, 4);
    if (!design_.constant && !absorbed) note("R2 is about zero: there is no constant");
    if (found_.options.method != Method::ols) {
        note("R2 has no meaning of its own with instruments, and may be negative");
    }
}

/// That all coefficients but the constant are zero.
void Statistics::add_wald() {
    std::vector<std::size_t> slopes(design_.regressors() - (design_.constant ? 1 : 0));
    std::iota(slopes.begin(), slopes.end(), design_.constant ? std::size_t{1} : std::size_t{0});
    if (slopes.empty() || found_.exact || !(rest() > 0)) return;
    const auto weights = inverse(found_.covariance.part(slopes, slopes), 1e-20);
    if (!weights || (found_.clusters > 0 && found_.clusters <= slopes.size())) {
        note("no F of all slopes: their variance has no inverse");
        return;
    }
    const RealMatrix values = found_.values.part(slopes, {0});
    const double wald = (values.transposed() * *weights * values)(0, 0).convert_to<double>();
    const auto count = static_cast<double>(slopes.size());
    if (!found_.reference.degrees) {
        put("chi2", "Wald chi2", wald, 2);
        put("chi2_df", "its degrees", count, 0);
        put("chi2_p", "its p", chi_squared_p(wald, count), 4);
        return;
    }
    put("f", "F", wald / count, 2);
    put("f_df1", "its degrees above", count, 0);
    put("f_df2", "its degrees below", *found_.reference.degrees, 0);
    put("f_p", "its p", f_p(wald / count, count, *found_.reference.degrees), 4);
}

void Statistics::add_likelihood() {
    const double squares = estimation_.fit.residual_squares;
    const auto rows = static_cast<double>(found_.rows);
    if (found_.exact || !(squares > 0)) return;
    const double likelihood = -rows / 2 * (std::log(2 * std::numbers::pi * squares / rows) + 1);
    const auto count = static_cast<double>(design_.regressors() + design_.absorbed_degrees);
    put("log_likelihood", "Log likelihood", likelihood, 2);
    put("aic", "AIC", 2 * count - 2 * likelihood, 2);
    put("bic", "BIC", std::log(rows) * count - 2 * likelihood, 2);
    const Eigen::VectorXd& e = found_.residuals;
    const Eigen::Index steps = e.size() - 1;
    if (steps < 1) return;
    put("durbin_watson", "Durbin-Watson",
        (e.tail(steps) - e.head(steps)).squaredNorm() / e.squaredNorm(), 4);
}

void Statistics::add_instruments() {
    if (estimation_.k) put("liml_k", "LIML's k", *estimation_.k, 4);
    if (found_.rows <= design_.exogenous + design_.excluded + design_.absorbed_degrees) {
        note("no tests of the instruments: there are no more rows than instruments");
        return;
    }
    const InstrumentTests tests = instrument_tests(estimation_.folded, *estimation_.projections,
                                                   estimation_.fit, found_.errors);
    add_first_stages(tests);
    const auto put_test = [&](const std::string& name, const std::string& title,
                              const SpecificationTest& test) {
        put(name, title, test.statistic, 3);
        put(name + "_df", "its degrees", test.degrees, 0);
        put(name + "_p", "its p", test.p, 4);
    };
    if (tests.wu_hausman) put_test("wu_hausman", "Wu-Hausman F", *tests.wu_hausman);
    if (tests.sargan) put_test("sargan", "Sargan", *tests.sargan);
    if (tests.hansen) put_test("hansen_j", "Hansen J", *tests.hansen);
    if (design_.excluded == design_.endogenous) {
        note("exactly identified: whether the instruments are exogenous cannot be tested");
    }
    add_anderson_rubin();
}

void Statistics::add_first_stages(const InstrumentTests& tests) {
    for (const FirstStage& stage : tests.first_stages) {
        if (std::isinf(stage.f)) {
            note("the instruments explain `" + stage.name + "` wholly: it stands for itself");
        }
        const std::string of =
            tests.first_stages.size() == 1 ? std::string{} : "(" + stage.name + ")";
        put("first_stage_f" + of, "First-stage F" + of, stage.f, 2);
        if (found_.errors != Errors::classical) {
            put("first_stage_f_robust" + of, "First-stage F, robust" + of, stage.robust_f, 2);
        }
        put("partial_r2" + of, "Partial R2" + of, stage.partial_r2, 4);
        if (tests.first_stages.size() == 1) {
            put("effective_f", "Effective F", stage.effective_f, 2);
            put("effective_f_critical", "its critical value", stage.effective_critical, 2);
            note_strength(stage);
        }
    }
    if (!tests.cragg_donald) return;
    put("cragg_donald_f", "Cragg-Donald F", *tests.cragg_donald, 2);
    if (*tests.cragg_donald < usual_strength) {
        note("weak instruments: Cragg-Donald F is " + fixed(*tests.cragg_donald, 2) +
             ", below 10; estimates lean towards least squares and errors are too small");
    }
}

void Statistics::note_strength(const FirstStage& stage) {
    if (const auto size = stock_yogo_size_10(design_.excluded)) {
        put("stock_yogo_10", "Stock-Yogo, size of 10 percent", *size, 2);
    }
    if (stage.effective_f >= stage.effective_critical) return;
    note("weak instruments: effective F is " + fixed(stage.effective_f, 2) + ", below " +
         fixed(stage.effective_critical, 2) +
         ", so the bias may pass a tenth of the worst; trust the Anderson-Rubin set, not the "
         "interval");
}

void Statistics::add_anderson_rubin() {
    const auto test = anderson_rubin(estimation_.folded, *estimation_.projections, found_.errors,
                                     found_.options.level);
    if (!test) return;
    put("anderson_rubin_f", "Anderson-Rubin F at zero", test->at_zero, 3);
    put("anderson_rubin_p", "its p", test->p_at_zero, 4);
    std::string set;
    for (std::size_t i = 0; i < test->set.size(); ++i) {
        const auto& [low, high] = test->set[i];
        const std::string suffix = test->set.size() == 1 ? "" : "_" + std::to_string(i + 1);
        put("anderson_rubin_low" + suffix, "Anderson-Rubin set from", low, 4);
        put("anderson_rubin_high" + suffix, "to", high, 4);
        set += (set.empty() ? "" : " or ") +
               (std::isinf(low) ? std::string{"-infinity"} : fixed(low, 4)) + " to " +
               (std::isinf(high) ? std::string{"infinity"} : fixed(high, 4));
    }
    const std::string name = design_.names[design_.exogenous];
    const std::string level = fixed(found_.options.level * 100, 0);
    if (test->set.empty()) {
        note("Anderson-Rubin " + level + "% set of " + name +
             ": empty, so the instruments reject the model at every value");
    } else {
        const bool bounded =
            std::isfinite(test->set.front().low) && std::isfinite(test->set.back().high);
        note("Anderson-Rubin " + level + "% set of " + name + ": " + set +
             (bounded ? "" : "; unbounded: the data do not tell how large it is"));
    }
}

void Statistics::note_oddities() {
    if (found_.exact) {
        note(
            "the fit is exact: residuals are below the rounding of the data, errors are zero and "
            "there are no t statistics");
    }
    if (rest() == 0) {
        note("as many coefficients as rows: no degree of freedom is left, so errors do not exist");
    }
    if (estimation_.folded.regressors.least_share < nearly_collinear) {
        note("nearly collinear: the other columns leave " +
             to_fixed(Real{estimation_.folded.regressors.least_share}, 12) + " of the length of `" +
             estimation_.folded.regressors.least_column + "`");
    }
    if (design_.clusters && found_.clusters < few_clusters) {
        note(std::to_string(found_.clusters) + " clusters are few: errors may be too small" +
             (found_.options.bootstrap ? "; see the bootstrap's p"
                                       : "; --bootstrap 9999 tests without them"));
    }
    if (found_.missing > 0) {
        note(std::to_string(found_.missing) + (found_.missing == 1 ? " row is" : " rows are") +
             " left out: a number is not known");
    }
}

}  // namespace

void add_statistics(Regression& found, const Estimation& estimation) {
    Statistics{found, estimation}.add();
}

}  // namespace cellbook
