#include "ledger/book/packed_list.hpp"

#include <cassert>
#include <utility>

namespace cellbook {

std::optional<std::uint64_t> take_varint(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        if (shift == 63 && byte > 1) {
            return {};
        }
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) {
            return value;
        }
    }
    return {};
}

std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

PackedList::PackedList(std::string bytes) : bytes_(std::move(bytes)) {
    [[maybe_unused]] const bool ascending =
        unpack(bytes_, [this](std::uint64_t item) { last_ = item; });
}

void PackedList::append(const PackedList& other) {
    if (other.empty()) {
        return;
    }
    std::string_view rest = other.bytes_;
    const std::uint64_t first = take_varint(rest).value_or(0);
    assert(first > last_);
    append_varint(bytes_, first - last_);
    bytes_ += rest;
    last_ = other.last_;
}

}  // namespace cellbook
