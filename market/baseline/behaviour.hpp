/// What makes a payment change when prices, incomes or people do.
#pragma once

#include <cstdint>
#include <string_view>

#include "ledger/party.hpp"

namespace cellbook {

/// | behaviour | the payment follows |
/// | --- | --- |
/// | exogenous | nothing inside: it comes from outside, or is owed whatever happens |
/// | per_head | the number of people who pay it, and its rate |
/// | rent | the rent of cells and floor space |
/// | demand | the payer's demand for a product, its price and the payer's outlay |
/// | income_share | the payer's income, in proportion |
/// | input | the payer's output, in proportion to its quantity (Leontief 1936) |
/// | sales_share | the payer's sales, in proportion to their value |
/// | rule | what the payer takes in: sections spend by a rule |
/// | distribution | the payer's profit, drawn out by its owner |
/// | capital | the price of cells and how many change hands |
enum class Behaviour : std::uint8_t {
    exogenous,
    per_head,
    rent,
    demand,
    income_share,
    input,
    sales_share,
    rule,
    distribution,
    capital,
};
std::string_view to_string(Behaviour behaviour);

/// The behaviour of payments of a kind by a payer of a sector; the one table of it. Kinds of a
/// user's own are exogenous: nothing is known of them.
Behaviour behaviour_of(std::string_view kind, Sector payer);

}  // namespace cellbook
