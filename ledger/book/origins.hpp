/// Where the entries of one import came from, packed: about three bytes an entry.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/book/packed_list.hpp"

namespace cellbook {

struct Origin {
    std::int64_t seq = 0;
    std::uint32_t file = 0;  ///< index in the import's list of files
    std::uint32_t line = 0;
};

/// A list of origins by ascending seq: for each, the difference in seq, the file, and the signed
/// difference in line.
class Origins {
public:
    void add(const Origin& origin) {
        append_varint(bytes_, static_cast<std::uint64_t>(origin.seq - last_.seq));
        append_varint(bytes_, origin.file);
        append_varint(bytes_, zigzag(std::int64_t{origin.line} - std::int64_t{last_.line}));
        last_ = origin;
    }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }
    [[nodiscard]] std::int64_t last_seq() const { return last_.seq; }

private:
    std::string bytes_{};
    Origin last_{};
};

/// Calls `visit(origin)` for each until it returns false; false when the bytes are no such list.
template <class Visit>
bool unpack_origins(std::string_view bytes, const Visit& visit) {
    Origin at;
    while (!bytes.empty()) {
        const auto seq = take_varint(bytes);
        const auto file = take_varint(bytes);
        const auto line = take_varint(bytes);
        if (!seq || *seq == 0 || !file || !line) {
            return false;
        }
        at.seq += static_cast<std::int64_t>(*seq);
        at.file = static_cast<std::uint32_t>(*file);
        at.line = static_cast<std::uint32_t>(std::int64_t{at.line} + unzigzag(*line));
        if (!visit(at)) {
            return true;
        }
    }
    return true;
}

}  // namespace cellbook
