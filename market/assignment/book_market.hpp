/// The market for cells of a book: its households, its cells, and what the ones would pay for the
/// others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/statements/valuation.hpp"
#include "market/assignment/assignment_game.hpp"
#include "market/assignment/trades.hpp"

namespace cellbook {

/// Who and what is in the market on a day.
struct BookParties {
    std::vector<PartyId> households{};  ///< somebody is inside, in the order of their names
    std::vector<WordId> cells{};        ///< by name
    Date day{};
    AssignmentGame game{};                            ///< names and reserves of zero; no values yet
    Endowment endowment{};                            ///< by titles
    std::vector<std::int64_t> persons{};              ///< by household
    std::vector<std::int64_t> places{};               ///< by cell
    std::vector<std::optional<Decimal>> seniority{};  ///< day on which the first member inside came
};

/// *Errors*: `register_empty`.
Result<BookParties> parties_on(const EntrySource& source, std::optional<Date> day);

struct BookValuesOptions {
    double share = 0;  ///< of a month's income that an average cell is worth a month
    double taste = 0;
    std::uint64_t seed = 0;
    std::optional<std::vector<double>> quality{};  ///< by cell; absent: `assumed_quality`
    std::optional<ValuationOptions> valuation{};
};

/// Stars and room of each cell, as far as they are registered: (1 + stars) sqrt(m2 a place), with
/// the average of the others for what is not. An assumption, for want of a hedonic estimate.
std::vector<double> assumed_quality(const EntrySource& source, const BookParties& parties);

struct BookValues {
    std::string commodity{};
    std::vector<std::string> notes{};  ///< every assumption, with its figure
};

/// Puts what each household would pay a month into the parties' game: `value_cells` of the share of
/// its disposable income in the year up to the day, and of quality relative to the mean. Who had no
/// income would pay nothing.
/// *Errors*: those of `observe_households`; `number_too_large`.
Result<BookValues> value_book(const EntrySource& source, const BookValuesOptions& options,
                              BookParties& parties);

}  // namespace cellbook
