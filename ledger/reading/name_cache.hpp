/// Names lately met, in front of a chart: a journal names the same few thousand accounts over and
/// over.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace cellbook {

/// A table in which each name has one place, which the last name of that place holds.
/// *Requires*: names that are put in stay where they are as long as the cache lives.
template <class Id>
class NameCache {
public:
    /// The place that belongs to a name.
    struct Place {
        std::string_view name{};
        Id id{};
    };

    /// Where `name` is, or is to be put.
    Place& place_of(std::string_view name) { return places_[hash(name) & (size - 1)]; }

private:
    static constexpr std::size_t size = 16384;

    /// Mixes eight bytes at a time. Bad luck costs time, never truth: names are compared.
    static std::size_t hash(std::string_view name) {
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
        std::memcpy(&piece, at, left);
        mixed = (mixed ^ piece) * odd;
        return static_cast<std::size_t>(mixed >> 40U);
    }

    std::vector<Place> places_ = std::vector<Place>(size);
};

}  // namespace cellbook
