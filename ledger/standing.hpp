/// Standing: how we know a figure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cellbook {

/// Strongest first, so that the weaker of two is the larger.
enum class Standing : std::uint8_t { observed, estimated, assumed, simulated };
std::string_view to_string(Standing standing);
std::optional<Standing> parse_standing(std::string_view text);

/// Standing of a transaction as a whole and, where they differ, of its parts.
struct Standings {
    std::optional<Standing> whole{};
    std::optional<Standing> price{};
    std::optional<Standing> quantity{};
    std::optional<Standing> party{};
    std::optional<Standing> date{};

    /// An amount is only as well known as its weakest part; nothing said is `observed`.
    [[nodiscard]] Standing weakest() const;
    friend bool operator==(const Standings&, const Standings&) = default;
};

}  // namespace cellbook
