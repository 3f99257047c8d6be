/// Where entries with a key stand: a hash table for millions of (64-bit key, place) pairs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace cellbook {

/// A multimap from well-mixed keys to places, by open addressing: 16 bytes a slot, at most half of
/// them full. std::unordered_multimap takes four times the memory and time.
class KeyIndex {
public:
    /// *Requires*: `place` is not 0.
    void add(std::uint64_t key, std::int64_t place) {
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
        }
        insert({key, place});
        ++size_;
    }

    /// The number kept under a key, each key once; 0 when there is none. Use `put` and `get`, or
    /// `add` and `any`, on one index, not both.
    void put(std::uint64_t key, std::int64_t number) {
        if (2 * (size_ + 1) > slots_.size()) {
            grow();
        }
        std::size_t i = key & (slots_.size() - 1);
        while (slots_[i].place != 0 && slots_[i].key != key) {
            i = (i + 1) & (slots_.size() - 1);
        }
        size_ += slots_[i].place == 0 ? 1U : 0U;
        slots_[i] = {key, number};
    }
    [[nodiscard]] std::int64_t get(std::uint64_t key) const {
        std::int64_t number = 0;
        any(key, [&](std::int64_t found) {
            number = found;
            return true;
        });
        return number;
    }

    /// Calls `visit(place)` for each place of `key` until it returns true; whether one did.
    template <class Visit>
    bool any(std::uint64_t key, const Visit& visit) const {
        if (slots_.empty()) {
            return false;
        }
        for (std::size_t i = key & (slots_.size() - 1); slots_[i].place != 0;
             i = (i + 1) & (slots_.size() - 1)) {
            if (slots_[i].key == key && visit(slots_[i].place)) {
                return true;
            }
        }
        return false;
    }

    [[nodiscard]] std::size_t size() const { return size_; }
    void clear() { *this = KeyIndex{}; }

private:
    struct Slot {
        std::uint64_t key = 0;
        std::int64_t place = 0;
    };

    void insert(const Slot& slot) {
        std::size_t i = slot.key & (slots_.size() - 1);
        while (slots_[i].place != 0) {
            i = (i + 1) & (slots_.size() - 1);
        }
        slots_[i] = slot;
    }
    void grow() {
        std::vector<Slot> old(slots_.empty() ? 64 : slots_.size() * 2);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.place != 0) {
                insert(slot);
            }
        }
    }

    std::vector<Slot> slots_{};
    std::size_t size_ = 0;
};

}  // namespace cellbook
