/// Names to numbers: a hash table over texts that somebody else keeps.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace cellbook {

/// Finds which of the things in a list has a name, by open addressing, at most three quarters full.
/// A journal names the same few thousand accounts over and over, in no order, and what that costs
/// is waiting for memory. So a slot is one cache line and holds the name's begin: a name of up to
/// 55 bytes is found by looking at one place.
template <class Id>
class NameIndex {
public:
    /// The thing of that name, where `name_of(id)` is what one is called; none when there is none.
    template <class NameOf>
    [[nodiscard]] Id find(std::string_view name, const NameOf& name_of) const {
        if (slots_.empty()) return {};
        const Slot wanted = slot_of(name, {});
        for (std::size_t i = wanted.hash & mask(); slots_[i].id.valid(); i = (i + 1) & mask()) {
            if (slots_[i].begins_as(wanted) &&
                (name.size() <= held || name_of(slots_[i].id) == name)) {
                return slots_[i].id;
            }
        }
        return {};
    }

    /// Room for so many things, without growing on the way.
    void expect(std::size_t count) {
        if (!holds(count)) grow(std::bit_ceil(count + count / 2));
    }

    /// *Requires*: the index holds no thing of that name.
    void add(std::string_view name, Id id) {
        if (!holds(size_ + 1)) grow(std::max(first_size, slots_.size() * 2));
        insert(slot_of(name, id));
        ++size_;
    }

private:
    static constexpr std::size_t held = 55;

    struct alignas(64) Slot {
        std::uint32_t hash = 0;
        Id id{};
        std::array<char, held> begin{};  // of the name, zeros behind a shorter one
        unsigned char size = 0;          // of the name; held + 1 where it is longer

        [[nodiscard]] bool begins_as(const Slot& other) const {
            return hash == other.hash && size == other.size && begin == other.begin;
        }
    };

    static Slot slot_of(std::string_view name, Id id) {
        Slot slot{.hash = hash_of(name), .id = id};
        slot.size = static_cast<unsigned char>(std::min(name.size(), held + 1));
        name.copy(slot.begin.data(), held);
        return slot;
    }

    [[nodiscard]] std::size_t mask() const { return slots_.size() - 1; }

    void insert(const Slot& slot) {
        std::size_t i = slot.hash & mask();
        while (slots_[i].id.valid()) i = (i + 1) & mask();
        slots_[i] = slot;
    }

    static constexpr std::size_t first_size = 8;

    [[nodiscard]] bool holds(std::size_t count) const { return 4 * count <= 3 * slots_.size(); }

    /// *Requires*: `size` is a power of two.
    void grow(std::size_t size) {
        std::vector<Slot> old(size);
        old.swap(slots_);
        for (const Slot& slot : old) {
            if (slot.id.valid()) insert(slot);
        }
    }

    /// Mixes eight bytes at a time. Bad luck costs time, never truth: names are compared.
    static std::uint32_t hash_of(std::string_view name) {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;  // 2^64 / golden ratio
        std::uint64_t mixed = name.size() * odd;
        const char* at = name.data();
        std::size_t left = name.size();
        std::uint64_t piece = 0;
        for (; left >= sizeof piece; left -= sizeof piece, at += sizeof piece) {
            std::memcpy(&piece, at, sizeof piece);
            mixed = (mixed ^ piece) * odd;
            mixed ^= mixed >> 32U;
        }
        piece = 0;
        if (left > 0) std::memcpy(&piece, at, left);
        mixed = (mixed ^ piece) * odd;
        return static_cast<std::uint32_t>(mixed >> 32U);
    }

    std::vector<Slot> slots_{};
    std::size_t size_ = 0;
};

}  // namespace cellbook
