/// What households would pay for cells: willingness times quality, give or take a taste.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/diagnostic.hpp"
#include "market/assignment/assignment_game.hpp"

namespace cellbook {

/// *Shape*: a willingness a household, a quality a cell.
struct WillingnessModel {
    std::vector<double> willingness{};  ///< t_h, in units of the commodity for a cell of quality 1
    std::vector<double> quality{};      ///< z_c
    double taste = 0;                   ///< standard deviation of a taste, as a share of t_h z_c
    std::uint64_t seed = 0;
};

/// v_hc = t_h z_c (1 + taste e_hc), with e_hc standard normal, drawn of the seed and both names; to
/// the nearest minor unit. The variance of taste is an assumption: free taste would explain any
/// assignment.
/// *Requires*: `into` has its names and scale. *Errors*: `number_too_large`.
/// *Source*: the hedonic model of Rosen, Journal of Political Economy 82 (1974); that quality and
/// prices alone do not identify t_h: Epple, Journal of Political Economy 95 (1987).
std::optional<Diagnostic> value_cells(const WillingnessModel& model, AssignmentGame& into);

/// Divides by the mean, so that a cell of quality 1 is the average one. *Requires*: their sum is
/// above zero.
std::vector<double> relative_to_mean(std::vector<double> numbers);

}  // namespace cellbook
