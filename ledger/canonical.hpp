/// The canonical form of entries: the bytes that a book stores and hashes.
///
/// A body is a JSON array without white space:
///
///     [1,"t",[new names],date,id,description,[postings],{options}]      a transaction
///     [1,"party"|"account"|...,[new names],subject,{members}]           a declaration
///
/// Names that recur (accounts, commodities, parties, words) are numbers, counted separately per
/// sort in order of first mention in the chain; the entry that mentions one first carries it in
/// its list of new names, with its number. So the chain alone gives every name back, bodies stay
/// small, and SQL unfolds them without an extension. docs/format.md describes every member for
/// readers in other languages.
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

/// Which names of one sort the chain has introduced, by chain number and by chart id.
template <class Id>
class ChainNumbers {
public:
    static constexpr std::uint32_t none = Id::none;

    [[nodiscard]] std::uint32_t count() const {
        return static_cast<std::uint32_t>(chart_of_.size());
    }
    /// The chain's number of a name; `none` when the chain has not mentioned it.
    [[nodiscard]] std::uint32_t number_of(Id id) const {
        return id.value < chain_of_.size() ? chain_of_[id.value] : none;
    }
    /// *Requires*: number < count().
    [[nodiscard]] Id at(std::uint32_t number) const { return chart_of_[number]; }
    /// Gives `id` the next number.
    std::uint32_t add(Id id) {
        if (id.value >= chain_of_.size()) {
            chain_of_.resize(id.value + 1U, none);
        }
        chain_of_[id.value] = count();
        chart_of_.push_back(id);
        return chain_of_[id.value];
    }

private:
    std::vector<std::uint32_t> chain_of_{};
    std::vector<Id> chart_of_{};
};

/// Every name that a chain has introduced. A value: copy it to be able to go back.
struct ChainNames {
    ChainNumbers<AccountId> accounts{};
    ChainNumbers<PartyId> parties{};
    ChainNumbers<CommodityId> commodities{};
    ChainNumbers<WordId> words{};
    /// By commodity number: whether the chain says its scale (a price alone does not).
    std::vector<bool> scale_told{};
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
    std::string rest_{};  // what follows the new names, which are known only once it is written
};

/// Reads bodies in chain order, and in any order once the chain's names are known.
class CanonicalReader {
public:
    CanonicalReader(Chart& chart, ChainNames& names);
    ~CanonicalReader();
    CanonicalReader(const CanonicalReader&) = delete;
    CanonicalReader& operator=(const CanonicalReader&) = delete;

    using Entry = std::variant<const Transaction*, const Declaration*>;
    /// The entry, valid until the next call. Names it introduces go into chart and names, with the
    /// scale of new commodities; names already known (an entry read again) are passed over.
    /// Declarations are not applied: see `ledger/declare.hpp`.
    /// *Errors*: `body_damaged`.
    Result<Entry> read(std::int64_t seq, std::string_view body);

private:
    struct Parser;
    std::unique_ptr<Parser> parser_;
};

}  // namespace cellbook
