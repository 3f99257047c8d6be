/// Who lives in a household: people, who are what incomes are shared by.
#pragma once

#include <optional>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry_source.hpp"

namespace cellbook {

struct HouseholdSize {
    unsigned adults = 0;
    unsigned children = 0;

    [[nodiscard]] unsigned persons() const { return adults + children; }
    friend bool operator==(const HouseholdSize&, const HouseholdSize&) = default;
};

/// The people of each party on a day, by the party's number; absent where the book does not say.
///
/// Where the book registers members, those who are inside on the day; of a household that nobody is
/// inside of that day, those of the last day on which somebody was, else of the first on which
/// somebody will be. Else the tags of the party's newest declaration that has any: `adults` and
/// `children`, or `members` for all of them, of whom those that are not said to be children count
/// as adults. A tag holds of every day.
/// *Errors*: `tag_value_invalid` for what is no number of people, for more children than members,
/// for adults and children that are not the members, and for nobody.
Result<std::vector<std::optional<HouseholdSize>>> household_sizes(const EntrySource& source,
                                                                  Date day);

}  // namespace cellbook
