/// Optimal assignments, by shortest augmenting paths that start anywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "market/assignment/assignment_game.hpp"

namespace cellbook {

/// Holds a game, an optimal assignment and prices that support it, and keeps all three true while
/// the game changes.
///
/// At prices p and payoffs u with p_c + u_h >= v_hc, p >= reserves and u >= 0, an assignment is
/// optimal when matched pairs are tight, cells that stay unlet stand at their reserve and the
/// unhoused at zero. Whatever breaks the last two is mended by one shortest path each: from a
/// household to an unlet cell or to one that had better leave, from a cell to an unhoused household
/// or to a cell that had better stay unlet. So any feasible prices will do to begin with, those of
/// yesterday as those of an auction that was broken off.
/// *Units*: those of the game.
/// *Source*: Jonker and Volgenant, Computing 38 (1987), for the paths; Bertsekas, Annals of
/// Operations Research 14 (1988), for the auction that begins.
class AssignmentSolver {
public:
    /// Solves the game.
    explicit AssignmentSolver(AssignmentGame game);

    [[nodiscard]] const AssignmentGame& game() const { return game_; }
    /// The cell that each household takes, or `nobody`.
    [[nodiscard]] const std::vector<std::int32_t>& cell_of() const { return cell_of_; }
    /// The household in each cell, or `nobody`.
    [[nodiscard]] const std::vector<std::int32_t>& holder_of() const { return holder_of_; }
    /// Some competitive price of each cell.
    [[nodiscard]] const std::vector<std::int64_t>& prices() const { return prices_; }
    [[nodiscard]] const std::vector<std::int64_t>& payoffs() const { return payoffs_; }

    /// A household arrives, and stands last. *Requires*: a value for each cell.
    void add_household(std::string name, std::span<const std::int64_t> values);
    /// A household leaves; the last one takes its number.
    void remove_household(std::size_t household);
    void set_value(std::size_t household, std::size_t cell, std::int64_t value);

private:
    void auction();
    /// Payoffs by the prices, and each household in the first of its best cells that is free.
    void settle();
    void repair();
    void mend_household(std::int32_t household);
    void mend_cell(std::int32_t cell);
    void leave(std::int32_t household);
    [[nodiscard]] std::int64_t best_payoff(std::size_t household) const;

    AssignmentGame game_;
    std::vector<std::int32_t> cell_of_{};
    std::vector<std::int32_t> holder_of_{};
    std::vector<std::int64_t> prices_{};
    std::vector<std::int64_t> payoffs_{};
    // What the paths are made in, kept from one to the next.
    std::vector<std::int64_t> open_prices_{};
    std::vector<std::int64_t> distances_{};
    std::vector<std::int64_t> by_{};
};

}  // namespace cellbook
