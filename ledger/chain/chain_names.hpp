/// The names a chain has introduced: what its numbers stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/chain/json_text.hpp"
#include "ledger/chart.hpp"
#include "ledger/identity.hpp"

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
    /// The same, of names read back from rows, which do not say: nobody has looked yet. Whoever
    /// writes an amount looks first. May be shorter: there is no doubt of what comes behind.
    std::vector<bool> scale_unsure{};
};

/// Reads names out of bodies: numbers of known names, and the lists that introduce new ones.
/// Every call says by its result whether the text was as it must be.
class NameReader {
public:
    NameReader(Chart& chart, ChainNames& names) : chart_(chart), names_(names) {}

    bool read(json_text::Cursor& in, AccountId& id) { return read(in, names_.accounts, id); }
    bool read(json_text::Cursor& in, PartyId& id) { return read(in, names_.parties, id); }
    bool read(json_text::Cursor& in, CommodityId& id) { return read(in, names_.commodities, id); }
    bool read(json_text::Cursor& in, WordId& id) { return read(in, names_.words, id); }
    /// One item of the list of new names: `["a",12,"inmates:i1:assets:cash"]`. A name that is known
    /// already (its entry is read again) is passed over when it is the same; a new one has the next
    /// number.
    bool read_new(json_text::Cursor& in);

private:
    template <class Id>
    static bool read(json_text::Cursor& in, const ChainNumbers<Id>& numbers, Id& id) {
        std::int64_t number = 0;
        if (!in.read(number) || number < 0 || number >= std::int64_t{numbers.count()}) {
            return false;
        }
        id = numbers.at(static_cast<std::uint32_t>(number));
        return true;
    }
    /// A known number must have that very name; a new one takes what `find(text)` gives.
    template <class Id, class Find>
    bool introduce(ChainNumbers<Id>& numbers, std::int64_t number, const std::string& text,
                   const Find& find);
    bool introduce_named(char sort, std::int64_t number, const std::string& text);
    bool read_commodity(json_text::Cursor& in, std::int64_t number, const std::string& text);
    bool read_scale(json_text::Cursor& in, CommodityId id);

    Chart& chart_;
    ChainNames& names_;
};

}  // namespace cellbook
