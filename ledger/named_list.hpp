/// Things with names, numbered in order of first mention and found by name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "ledger/name_index.hpp"
#include "ledger/stable_list.hpp"

namespace cellbook {

/// The index takes up what was added when a name is next looked up: a book that is opened brings
/// tens of thousands of names, and most reports ask for none of them. So one thread at a time may
/// look names up; items may be read by number from any thread, as those of a `StableList`.
/// `NameOf` makes a name of a `Thing`: a text that stays as long as the thing.
template <class Id, class Thing, std::string_view (*NameOf)(const Thing&)>
class NamedList {
public:
    Thing& operator[](Id id) { return things_[id.value]; }
    const Thing& operator[](Id id) const { return things_[id.value]; }
    [[nodiscard]] std::size_t size() const { return things_.size(); }

    /// The thing of that name; none when there is none.
    [[nodiscard]] Id find(std::string_view name) const {
        if (indexed_ < things_.size()) take_up();
        return index_.find(name, [&](Id id) { return NameOf(things_[id.value]); });
    }
    /// Takes up what was added now instead of at the next look-up.
    void take_up() const {
        index_.expect(things_.size());
        for (; indexed_ < things_.size(); ++indexed_) {
            index_.add(NameOf(things_[indexed_]), Id{static_cast<std::uint32_t>(indexed_)});
        }
    }
    /// *Requires*: nothing in the list has that name.
    Id add(Thing thing) {
        const Id id{static_cast<std::uint32_t>(things_.size())};
        things_.push_back(std::move(thing));
        return id;
    }

private:
    StableList<Thing> things_{};
    mutable NameIndex<Id> index_{};
    mutable std::size_t indexed_ = 0;  ///< how many of the things the index knows
};

}  // namespace cellbook
