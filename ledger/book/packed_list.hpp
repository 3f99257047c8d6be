/// Ascending lists of numbers, packed as variable-length differences: one to three bytes an item
/// where the plain number would take eight.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cellbook {

/// Seven bits a byte, lowest first; the top bit says that more follow.
inline void append_varint(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7) {
        bytes += static_cast<char>(static_cast<unsigned char>(value | 0x80));
    }
    bytes += static_cast<char>(value);
}
/// Takes one number off the front; absent when the bytes end within it or it passes 64 bits.
std::optional<std::uint64_t> take_varint(std::string_view& bytes);
/// Signed numbers as unsigned ones, small for small magnitudes: 0, -1, 1, -2 become 0, 1, 2, 3.
std::uint64_t zigzag(std::int64_t value);
std::int64_t unzigzag(std::uint64_t value);

/// A strictly ascending list under construction.
class PackedList {
public:
    PackedList() = default;
    /// Goes on with a list read back. *Requires*: `bytes` is the packing of an ascending list.
    explicit PackedList(std::string bytes);

    /// *Requires*: `value` is greater than every item.
    void push(std::uint64_t value) {
        append_varint(bytes_, value - last_);
        last_ = value;
    }
    /// *Requires*: the other list's items are all greater than this one's.
    void append(const PackedList& other);

    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::uint64_t last() const { return last_; }
    [[nodiscard]] bool empty() const { return bytes_.empty(); }

private:
    std::string bytes_{};
    std::uint64_t last_ = 0;
};

/// Calls `visit(item)` for each item; false when the bytes are not a strictly ascending list.
template <class Visit>
bool unpack(std::string_view bytes, const Visit& visit) {
    std::uint64_t item = 0;
    while (!bytes.empty()) {
        const auto difference = take_varint(bytes);
        if (!difference || *difference == 0 || item + *difference < item) {
            return false;
        }
        item += *difference;
        visit(item);
    }
    return true;
}

}  // namespace cellbook
