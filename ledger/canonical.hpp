/// The canonical form of entries: the bytes that a book stores and hashes.
///
/// A body is a JSON array without white space, first its form version, then its type. Names that
/// recur (accounts, commodities, parties, words) are numbers, counted separately per sort in
/// order of first mention in the chain; the entry that mentions a name first carries it in its
/// last member. So the chain alone gives every name back, and bodies stay small. docs/format.md
/// describes the form for readers in other languages.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Which names the chain has introduced: chain numbers of chart ids and back.
class ChainNames {
public:
    [[nodiscard]] std::uint32_t account_count() const;
    [[nodiscard]] std::uint32_t party_count() const;
    [[nodiscard]] std::uint32_t commodity_count() const;
    [[nodiscard]] std::uint32_t word_count() const;

private:
    friend class CanonicalWriter;
    friend class CanonicalReader;
    friend struct NameMapping;
    template <class Id>
    struct Table {
        std::vector<std::uint32_t> chain_of{};  // by chart id; none where not yet introduced
        std::vector<Id> chart_of{};             // by chain number
    };
    Table<AccountId> accounts_{};
    Table<PartyId> parties_{};
    Table<CommodityId> commodities_{};
    Table<WordId> words_{};
};

/// Writes bodies. One writer follows one chain.
class CanonicalWriter {
public:
    CanonicalWriter(const Chart& chart, ChainNames& names) : chart_(chart), names_(names) {}

    /// The body, valid until the next call; names it mentions first become known to the chain.
    std::string_view write(const TransactionDraft& transaction);
    std::string_view write(const Declaration& declaration);

    /// The content with names spelled out and without the id: equal transactions have equal text
    /// wherever they stand in whichever book. Valid until the next call.
    std::string_view spell(const TransactionDraft& transaction);
    std::string_view spell(const Declaration& declaration);

private:
    const Chart& chart_;
    ChainNames& names_;
    std::string body_{};
};

/// Reads bodies in chain order, and in any order once the chain's names are known.
class CanonicalReader {
public:
    CanonicalReader(Chart& chart, ChainNames& names);
    ~CanonicalReader();
    CanonicalReader(const CanonicalReader&) = delete;
    CanonicalReader& operator=(const CanonicalReader&) = delete;

    using Entry = std::variant<const Transaction*, const Declaration*>;
    /// The entry, valid until the next call. Unknown names it introduces go into chart and names;
    /// names already known (an entry read again) are passed over.
    /// *Errors*: `body_damaged`.
    Result<Entry> read(std::int64_t seq, std::string_view body);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace cellbook
