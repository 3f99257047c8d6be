/// What each household of a set earned, consumed or is worth: the observations of inequality.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/distribution/equivalence_scale.hpp"
#include "ledger/distribution/observations.hpp"
#include "ledger/entry_source.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/valuation.hpp"

namespace cellbook {

/// | of | sum over the household's accounts (`household_use`) |
/// | --- | --- |
/// | income | income as booked, nothing taken off |
/// | disposable | income less production, taxes and distribution: adjusted disposable income, B.7n
/// | | consumption | consumption: actual final consumption, P.4, in-kind transfers among it | |
/// wealth | assets less liabilities at the end of the period: net worth, B.90 | | accounts |
/// accounts of a query: flows of the period, or what stands at its end |
///
/// (SNA 2008, chapters 8, 9 and 13.) What `disposable` leaves after `consumption` is net saving:
/// the income statement's net income, but for debts forgiven. A business that is no
/// quasi-corporation is its owner's own production (SNA 2008, 4.155 ff.): in income and disposable
/// it counts with its income less all its expenses, so that what its owner draws is counted once;
/// its assets and liabilities are the household's.
enum class HouseholdValue : std::uint8_t { income, disposable, consumption, wealth, accounts };

/// Names of the first four.
const std::vector<std::string>& household_value_names();
std::optional<HouseholdValue> parse_household_value(std::string_view text);

struct HouseholdOptions {
    HouseholdValue of = HouseholdValue::income;
    /// Which accounts, for `accounts`. *Requires*: it looks at accounts alone.
    const Query* accounts = nullptr;
    EquivalenceScale scale = EquivalenceScale::none;
    bool weigh_by_persons = false;
    bool by_section = false;  ///< as registered at the end; else the party's parent
    bool any_sector = false;  ///< parties that the query names, of whatever sector
    std::optional<ValuationOptions> valuation{};
};

struct HouseholdValues {
    Observations observations{};
    std::vector<PartyId> parties{};  ///< of each observation
    std::string commodity{};         ///< empty when nobody has anything
    std::uint8_t decimals = 0;       ///< the commodity's own
    std::string when{};              ///< `in 2018Q1`, `at 2018-03-31`; empty for an empty book
    std::vector<std::string> notes{};
};

/// Observes each party of the sector households that the query's terms on parties select and that
/// was there in the period (at its last day for what stands), those with nothing too. The query's
/// other terms choose postings. Kept balances answer it unless they must not (`sum_segments`).
/// *Errors*: `observations_empty` for nobody; `commodities_mixed` when values are in several
/// commodities; `household_size_unknown` where persons are needed and not known;
/// `number_too_large`; `query_invalid` for accounts that are none of theirs or both stand and flow;
/// those of `household_sizes`.
Result<HouseholdValues> observe_households(const EntrySource& source, const Query& query,
                                           const HouseholdOptions& options);

}  // namespace cellbook
