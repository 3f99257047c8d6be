/// What follows from entries, gathered in memory and written as rows in one go: by a commit for
/// the entries it adds, by `rebuild` and `check` for all.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ledger/book/chain.hpp"
#include "ledger/book/key_index.hpp"
#include "ledger/book/store.hpp"
#include "ledger/book/tally.hpp"
#include "ledger/chain/chain_names.hpp"
#include "ledger/chart.hpp"
#include "ledger/digest.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// How many names of each sort already have rows.
struct NameCounts {
    std::uint32_t accounts = 0;
    std::uint32_t parties = 0;
    std::uint32_t commodities = 0;
    std::uint32_t words = 0;
};
NameCounts counts_of(const ChainNames& names);

/// Where rows of `ids` hold an entry of some id: under the key of its content, where the id is
/// derived from that; else, with occurrence 0, under that of the id itself.
struct IdPlace {
    std::uint64_t key = 0;
    std::uint64_t occurrence = 0;
};
IdPlace place_of_id(std::string_view id);

class Derived {
public:
    /// Goes on from the state that `state` tells.
    explicit Derived(const StateRow& state = {}) : state_(state) {}

    void add(const TransactionDraft& content, std::int64_t seq, std::uint64_t content_key,
             std::uint64_t occurrence, std::optional<std::int64_t> reverses);
    void add(const Declaration& declaration, std::int64_t seq, std::uint64_t subject);

    /// Writes or adds to the rows, in key order. `known` are the names that have rows.
    void write(Store& store, const Chart& chart, const ChainNames& names,
               const NameCounts& known) const;

    // What has been gathered so far, for those who look things up before it is written.
    [[nodiscard]] const StateRow& state() const { return state_; }
    [[nodiscard]] const Tally& tally() const { return tally_; }
    [[nodiscard]] std::uint64_t equal_entries(std::uint64_t content_key) const;
    /// Entries that may have the id which has its rows there.
    [[nodiscard]] std::vector<std::int64_t> find_id(const IdPlace& place) const;
    [[nodiscard]] std::optional<std::int64_t> reversed_by(std::int64_t seq) const;
    [[nodiscard]] std::optional<std::int64_t> latest_declaration(std::uint64_t subject) const;
    [[nodiscard]] const std::vector<std::int64_t>& declarations() const { return declarations_; }
    [[nodiscard]] const std::vector<StandingAssertion>& assertions() const { return assertions_; }

private:
    struct IdRow {
        std::uint64_t key = 0;
        std::uint64_t occurrence = 0;
        std::int64_t seq = 0;
        std::int64_t before = 0;  ///< place in ids_, from 1, of the last one that is found with it
    };

    void add_id(IdRow id);
    /// Calls `visit(row)` for rows of a key, the latest first, until it returns false: those of
    /// equal contents, or those of other ids.
    template <class Visit>
    void for_each_id(std::uint64_t key, bool of_content, const Visit& visit) const;
    void write_names(Store& store, const Chart& chart, const ChainNames& names,
                     const NameCounts& known) const;
    void write_sums(Store& store, const ChainNames& names, const NameCounts& known) const;
    void write_ids(Store& store) const;

    StateRow state_;
    Tally tally_{};
    std::vector<IdRow> ids_{};
    KeyIndex latest_id_{};  ///< of rows found together -> place in ids_, from 1
    std::unordered_map<std::int64_t, std::int64_t> reversed_by_{};
    std::unordered_map<std::uint64_t, std::int64_t> latest_declaration_{};
    std::vector<std::int64_t> declarations_{};
    std::vector<std::string_view> types_{};  ///< of declarations_
    std::vector<std::uint64_t> subjects_{};  ///< of declarations_
    std::vector<StandingAssertion> assertions_{};
    std::set<PartyId> declared_parties_{};
    std::set<AccountId> declared_accounts_{};
    std::set<CommodityId> declared_commodities_{};
};

}  // namespace cellbook
