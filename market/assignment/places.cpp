#include "market/assignment/places.hpp"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numeric>
#include <optional>
#include <stdexcept>
#include <utility>

#include "market/assignment/competitive_prices.hpp"
#include "market/assignment/core_check.hpp"
#include "market/series/numbers.hpp"

namespace cellbook {

namespace {

using enum Column::Align;

std::size_t at(std::int32_t index) {
    return static_cast<std::size_t>(index);
}

/// The game of members and places, and whose and of which cell they are.
struct Members {
    AssignmentGame game{};
    std::vector<std::size_t> household_of{};
    std::vector<std::size_t> cell_of{};
    std::int64_t parts = 1;
};

/// Parts of a minor unit in which every household's value divides by its members; absent where
/// numbers grow too large.
std::optional<std::int64_t> common_parts(const SharedMarket& market) {
    std::int64_t largest = 1;
    for (const auto value : market.game.values) {
        if (value != not_wanted) largest = std::max({largest, value, -value});
    }
    for (const auto reserve : market.game.reserves)
        largest = std::max({largest, reserve, -reserve});
    std::int64_t parts = 1;
    for (const std::int64_t size : market.sizes) {
        const std::int64_t factor = size / std::gcd(parts, size);
        if (parts > largest_value / largest / factor) return std::nullopt;
        parts *= factor;
    }
    return parts;
}

Members members_of(const SharedMarket& market, std::int64_t parts) {
    Members made{.parts = parts};
    const AssignmentGame& game = market.game;
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        for (std::int64_t k = 0; k < market.places[c]; ++k) {
            made.cell_of.push_back(c);
            made.game.cells.push_back(game.cells[c]);
            made.game.reserves.push_back(game.reserves[c] * parts);
        }
    }
    for (const std::size_t h : order_of_names(game.households)) {
        std::vector<std::int64_t> row;
        for (const std::size_t c : made.cell_of) {
            const std::int64_t value = game.row(h)[c];
            const bool fits = value != not_wanted && market.sizes[h] <= market.places[c];
            row.push_back(fits ? value * (parts / market.sizes[h]) : not_wanted);
        }
        for (std::int64_t k = 0; k < market.sizes[h]; ++k) {
            made.household_of.push_back(h);
            made.game.households.push_back(game.households[h]);
            made.game.values.insert(made.game.values.end(), row.begin(), row.end());
        }
    }
    return made;
}

SharedClearing of_members(const SharedMarket& market, const Members& members,
                          const AssignmentSolver& solved) {
    const PriceEnds ends = competitive_prices(solved);
    for (const auto* prices : {&ends.lowest, &ends.highest}) {
        require_competitive(solved.game(), solved.holder_of(), *prices);
    }
    SharedClearing made{.parts = members.parts};
    made.lowest.resize(market.places.size());
    made.highest.resize(market.places.size());
    for (std::size_t k = 0; k < members.cell_of.size(); ++k) {
        made.lowest[members.cell_of[k]] = ends.lowest[k];
        made.highest[members.cell_of[k]] = ends.highest[k];
    }
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> together;
    for (std::size_t m = 0; m < members.household_of.size(); ++m) {
        const std::int32_t place = solved.cell_of()[m];
        if (place == nobody) continue;
        ++together[{members.household_of[m], members.cell_of[at(place)]}];
        made.surplus += Sum{solved.game().row(m)[at(place)]} - solved.game().reserves[at(place)];
    }
    for (const auto& [pair, count] : together) {
        made.taken.push_back(
            {.household = pair.first,
             .cell = pair.second,
             .share = static_cast<double>(count) / static_cast<double>(market.sizes[pair.first])});
    }
    return made;
}

/// Whole households in cells that are best for them: those who keep something all housed, cells
/// above their reserve all full.
class WholeHouseholds {
public:
    WholeHouseholds(const SharedMarket& market, const SharedClearing& fractional);
    /// Puts an assignment in, or says that there is none.
    void seek(SharedClearing& into);

private:
    /// Value less what the places cost, in parts of a minor unit.
    [[nodiscard]] Int128 gain(std::size_t household, std::size_t cell) const {
        return Int128{market_.game.row(household)[cell]} * fractional_.parts -
               Int128{fractional_.highest[cell]} * market_.sizes[household];
    }
    [[nodiscard]] bool fits(std::size_t household, std::size_t cell) const {
        return market_.game.row(household)[cell] != not_wanted &&
               market_.sizes[household] <= market_.places[cell];
    }

    const SharedMarket& market_;
    const SharedClearing& fractional_;
    std::unique_ptr<glp_prob, void (*)(glp_prob*)> problem_;
    std::vector<PlacesTaken> columns_{};
};

WholeHouseholds::WholeHouseholds(const SharedMarket& market, const SharedClearing& fractional)
    : market_{market}, fractional_{fractional}, problem_{glp_create_prob(), &glp_delete_prob} {
    const auto households = static_cast<int>(market.sizes.size());
    const auto cells = static_cast<int>(market.places.size());
    glp_term_out(GLP_OFF);
    glp_add_rows(problem_.get(), households + cells);
    for (std::size_t c = 0; c < market.places.size(); ++c) {
        const bool scarce = fractional.highest[c] > market.game.reserves[c] * fractional.parts;
        const auto places = static_cast<double>(market.places[c]);
        glp_set_row_bnds(problem_.get(), households + static_cast<int>(c) + 1,
                         scarce ? GLP_FX : GLP_UP, places, places);
    }
    for (std::size_t h = 0; h < market.sizes.size(); ++h) {
        Int128 best = 0;
        for (std::size_t c = 0; c < market.places.size(); ++c) {
            if (fits(h, c)) best = std::max(best, gain(h, c));
        }
        const int row = static_cast<int>(h) + 1;
        glp_set_row_bnds(problem_.get(), row, best > 0 ? GLP_FX : GLP_UP, 1, 1);
        for (std::size_t c = 0; c < market.places.size(); ++c) {
            if (!fits(h, c) || gain(h, c) != best) continue;
            columns_.push_back({.household = h, .cell = c});
            const int column = glp_add_cols(problem_.get(), 1);
            glp_set_col_kind(problem_.get(), column, GLP_BV);
            const int rows[] = {0, row, households + static_cast<int>(c) + 1};
            const double factors[] = {0, 1, static_cast<double>(market.sizes[h])};
            glp_set_mat_col(problem_.get(), column, 2, rows, factors);
        }
    }
}

void WholeHouseholds::seek(SharedClearing& into) {
    constexpr int most_nodes = 2000;  // nodes, not seconds: the same answer on every machine
    if (columns_.empty()) return;
    into.prices_exist = PlacePrices::undecided;
    glp_smcp simplex;
    glp_init_smcp(&simplex);
    simplex.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(problem_.get(), &simplex) != 0) return;
    if (glp_get_status(problem_.get()) != GLP_OPT) return;
    int nodes = 0;
    glp_iocp options;
    glp_init_iocp(&options);
    options.msg_lev = GLP_MSG_OFF;
    options.cb_info = &nodes;
    options.cb_func = [](glp_tree* tree, void* count) {
        if (glp_ios_reason(tree) == GLP_ISELECT && ++*static_cast<int*>(count) > most_nodes) {
            glp_ios_terminate(tree);
        }
    };
    const int failed = glp_intopt(problem_.get(), &options);
    const int status = glp_mip_status(problem_.get());
    if (status == GLP_OPT || status == GLP_FEAS) {
        into.prices_exist = PlacePrices::exist;
        into.taken.clear();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (glp_mip_col_val(problem_.get(), static_cast<int>(i) + 1) > 0.5) {
                into.taken.push_back(columns_[i]);
            }
        }
    } else if (failed == 0) {
        into.prices_exist = PlacePrices::none;
    }
}

/// Throws std::logic_error unless whole households have the surplus of the fractional assignment,
/// within their places.
void require_whole(const SharedMarket& market, const SharedClearing& clearing) {
    std::vector<std::int64_t> left = market.places;
    Sum surplus = 0;
    for (const PlacesTaken& taken : clearing.taken) {
        left[taken.cell] -= market.sizes[taken.household];
        surplus += Sum{market.game.row(taken.household)[taken.cell]} -
                   Sum{market.game.reserves[taken.cell]} * market.sizes[taken.household];
    }
    const bool over = std::ranges::any_of(left, [](std::int64_t n) { return n < 0; });
    if (over || surplus * clearing.parts != clearing.surplus) {
        throw std::logic_error{"whole households do not have the surplus of their parts"};
    }
}

const char* verdict(PlacePrices prices) {
    switch (prices) {
        case PlacePrices::exist:
            return "the prices of places clear the market";
        case PlacePrices::none:
            return "no price exists: households of several sizes leave no assignment of whole "
                   "households that prices of places support; the fractional one is shown";
        case PlacePrices::undecided:
            break;
    }
    return "not decided whether a price exists: the search for an assignment of whole "
           "households was broken off; the fractional one is shown";
}

}  // namespace

Result<SharedClearing> clear_places(const SharedMarket& market) {
    const auto parts = common_parts(market);
    if (!parts) {
        return Diagnostic{.code = DiagnosticCode::number_too_large,
                          .explanation =
                              "values are too large to be divided by the members of "
                              "every household exactly",
                          .remedy = "Take values in a larger unit, or of fewer decimals."};
    }
    const Members members = members_of(market, *parts);
    const AssignmentSolver solved{members.game};
    SharedClearing made = of_members(market, members, solved);
    const bool whole = std::ranges::all_of(made.taken, [](const auto& t) { return t.share == 1; });
    if (!whole) {
        const SharedClearing fractional = made;
        WholeHouseholds{market, fractional}.seek(made);
    }
    if (made.prices_exist == PlacePrices::exist) require_whole(market, made);
    std::ranges::sort(made.taken, {}, [](const PlacesTaken& t) {
        return std::pair{t.household, t.cell};
    });
    return made;
}

Table places_table(const SharedMarket& market, const SharedClearing& clearing,
                   const MarketHeading& heading) {
    constexpr unsigned money_decimals = 2;
    const AssignmentGame& game = market.game;
    const auto price_of = [&](std::int64_t price) {
        const double parts = std::pow(10.0, game.scale) * static_cast<double>(clearing.parts);
        return table_value(static_cast<double>(price) / parts, money_decimals);
    };
    Table table{.name = "clear-places",
                .title = "Places that clear " + heading.of +
                         (heading.unit.empty() ? "" : ", in " + heading.unit)};
    table.columns = {{"cell", "Cell"},
                     {"places", "Places", right},
                     {"household", "Household"},
                     {"taken", "Taken", right},
                     {"share", "Share", right},
                     {"low", "Lowest a place", right},
                     {"high", "Highest a place", right}};
    std::vector<std::vector<const PlacesTaken*>> in_cells(game.cells.size());
    std::vector<double> housed(game.households.size(), 0);
    for (const PlacesTaken& taken : clearing.taken) {
        in_cells[taken.cell].push_back(&taken);
        housed[taken.household] += taken.share;
    }
    for (std::size_t c = 0; c < game.cells.size(); ++c) {
        const Value low = price_of(clearing.lowest[c]);
        const Value high = price_of(clearing.highest[c]);
        if (in_cells[c].empty()) {
            table.rows.push_back(
                {{game.cells[c], market.places[c], Value{}, Value{}, Value{}, low, high}});
        }
        for (const PlacesTaken* taken : in_cells[c]) {
            const double places =
                taken->share * static_cast<double>(market.sizes[taken->household]);
            table.rows.push_back(
                {{game.cells[c], market.places[c], game.households[taken->household],
                  table_value(places), table_value(taken->share), low, high}});
        }
    }
    const auto whole = std::ranges::count_if(housed, [](double s) { return s > 1 - 1e-9; });
    const auto none = std::ranges::count_if(housed, [](double s) { return s == 0; });
    table.notes.push_back(std::to_string(whole) + " of " + std::to_string(housed.size()) +
                          " households are housed whole, " + std::to_string(none) + " not at all");
    table.notes.emplace_back(verdict(clearing.prices_exist));
    table.notes.insert(table.notes.end(), heading.notes.begin(), heading.notes.end());
    return table;
}

}  // namespace cellbook
