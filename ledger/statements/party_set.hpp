/// The parties that a statement is for.
#pragma once

#include <cstddef>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/query/query.hpp"
#include "ledger/statements/table.hpp"

namespace cellbook {

/// Parties that keep books here: one that is only named as a counterparty has no accounts and is in
/// no set, so what others deal with it is never eliminated.
class PartySet {
public:
    /// Those that the query's terms on parties and sectors hold of; all when it has none.
    PartySet(const Query& query, const Chart& chart);
    explicit PartySet(PartyId only);

    /// False of nobody.
    [[nodiscard]] bool contains(PartyId party) const {
        return party.value < members_.size() && members_[party.value];
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    /// Whether anything can lie inside the set. One party has nothing to eliminate.
    [[nodiscard]] bool has_an_inside() const { return size_ > 1; }

private:
    std::vector<bool> members_{};
    std::size_t size_ = 0;
};

/// Below a statement of nobody: that the terms on parties name none.
void add_note_of_nobody(const PartySet& set, Table& table);

}  // namespace cellbook
