/// The columns of numbers that a formula makes of a frame.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "market/estimate/fixed_effects.hpp"
#include "market/estimate/formula.hpp"
#include "market/estimate/wide_matrix.hpp"
#include "market/series/data_frame.hpp"

namespace cellbook {

struct DesignOptions {
    std::vector<std::string> absorbed{};  ///< columns of fixed effects: one or two
    std::optional<std::string> cluster{};
    bool on_simulated = false;  ///< take rows that were not observed too
};

/// Columns stand in this order: exogenous (the constant first), endogenous, excluded instruments,
/// response.
struct Design {
    std::vector<std::string> names{};  ///< one a column
    std::size_t exogenous = 0;
    std::size_t endogenous = 0;
    std::size_t excluded = 0;
    bool constant = false;
    WideMatrix data{};
    std::vector<Real> squares{};      ///< of each column, before means of groups are taken out
    Real total_squares = 0;           ///< of the response about its mean, before the same
    std::vector<std::size_t> rows{};  ///< of the frame
    std::size_t missing = 0;          ///< rows left out since a number is not known
    std::size_t unobserved = 0;       ///< rows left out since they were not observed
    bool simulated = false;           ///< rows that were not observed are among those used
    std::vector<RowGroups> absorbed{};
    std::size_t absorbed_degrees = 0;  ///< of freedom, the constant's among them
    std::optional<RowGroups> clusters{};

    [[nodiscard]] std::size_t regressors() const { return exogenous + endogenous; }
    [[nodiscard]] std::size_t response() const { return exogenous + endogenous + excluded; }
    [[nodiscard]] std::vector<std::size_t> regressor_columns() const;
    /// Exogenous columns and excluded instruments.
    [[nodiscard]] std::vector<std::size_t> instrument_columns() const;
};

/// Dummies are named `C(x)[T.b]`, or `x[T.b]` of a column of texts, as patsy does; the first group
/// in order is the base. A factor gets a dummy for every group where the term without it is not in
/// the model (R's rule of contrasts).
/// *Errors*: `data_column_unknown`, `column_not_numbers`, `nothing_observed`, `rows_too_few` (none
/// is left), `value_undefined`, `formula_invalid`, `not_converged`.
Result<Design> make_design(const DataFrame& frame, const Formula& formula,
                           const DesignOptions& options);

}  // namespace cellbook
