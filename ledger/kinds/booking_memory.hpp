/// What a booker of events remembers from one to the next.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <variant>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/event_amounts.hpp"
#include "ledger/kinds/kind_plan.hpp"
#include "ledger/kinds/kind_table.hpp"

namespace cellbook {

/// A kind made ready for one booker, with what is looked up once.
struct KnownKind {
    KindPlan plan;
    WordId word{};                        ///< the kind's name
    WordId product{};                     ///< its default product
    std::vector<std::size_t> accounts{};  ///< of plan.accounts: number in the memory
    std::vector<bool> nature_fixed{};     ///< of plan.accounts: a placeholder bound to its default
    std::vector<std::size_t> parameters{};  ///< of plan.accounts: its parameter, for placeholders
};

/// A party and its accounts, by their number in the memory.
struct KnownParty {
    std::string name;
    PartyId id{};
    std::vector<AccountId> accounts{};
};

/// What a booker remembers from event to event.
class BookingMemory {
public:
    /// Both must outlive it.
    BookingMemory(const KindTable& kinds, Chart& chart);

    [[nodiscard]] Chart& chart() const { return chart_; }

    std::variant<const KnownKind*, EventFault> kind_of(const Event& event);
    KnownParty& party(std::string_view name);
    /// *Errors*: of account names; `event_field_invalid` when the party cannot be one.
    Result<AccountId> account(KnownParty& party, std::size_t number);
    /// *Errors*: `event_field_invalid` when it is no class and detail.
    Result<std::size_t> account_number(const std::string& account);
    [[nodiscard]] bool is_financial(std::size_t number) const { return financial_[number]; }

    [[nodiscard]] bool is_field(std::string_view name) const {
        return fields_.find(name) != fields_.end();
    }
    /// Whether some kind has a parameter or computed amount of that name.
    [[nodiscard]] bool has_meaning(std::string_view name) const {
        return names_with_meaning_.find(name) != names_with_meaning_.end();
    }

private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    template <class Value>
    using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

    KnownKind& remember(std::string key, Kind kind);

    const KindTable& kinds_;
    Chart& chart_;
    ByText<KnownKind> known_{};  ///< by kind, or kind and the kind put off
    ByText<std::size_t> account_numbers_{};
    std::vector<std::string> accounts_{};                 ///< class and detail by number
    std::vector<bool> financial_{};                       ///< by number
    ByText<KnownParty> parties_{};
    ByText<bool> names_with_meaning_{};
    ByText<bool> fields_{};
};

}  // namespace cellbook
