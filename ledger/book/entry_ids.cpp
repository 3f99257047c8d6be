#include "ledger/book/entry_ids.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include <sys/random.h>

#include "ledger/diagnostic.hpp"

namespace cellbook {

namespace {

constexpr std::size_t hex_digits = 20;

bool is_hex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
}

}  // namespace

std::uint64_t content_key(const Hash& content_hash) {
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < 8; ++i) {
        key = key << 8U | content_hash[i];
    }
    return key;
}

std::optional<DerivedId> parse_derived_id(std::string_view id) {
    if (id.size() < hex_digits || !std::all_of(id.begin(), id.begin() + hex_digits, is_hex)) {
        return {};
    }
    DerivedId parts;
    std::from_chars(id.data(), id.data() + 16, parts.content_key, 16);
    id.remove_prefix(hex_digits);
    if (id.empty()) {
        return parts;
    }
    const char* const end = id.data() + id.size();
    const auto [rest, error] = std::from_chars(id.data() + 1, end, parts.occurrence);
    const bool number = id[0] == '-' && error == std::errc{} && rest == end && id[1] != '0';
    return number && parts.occurrence > 1 ? std::optional{parts} : std::nullopt;
}

bool is_valid_id(std::string_view id) {
    const auto bad = [](char c) {
        return c == ',' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
    };
    return !id.empty() && id.front() != ' ' && id.back() != ' ' &&
           std::none_of(id.begin(), id.end(), bad);
}

std::string draw_id() {
    std::array<unsigned char, 10> bytes{};
    if (getrandom(bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) {
        throw StorageError("the system gives no random numbers for an id");
    }
    std::string id = "r";
    for (const unsigned char byte : bytes) {
        id += "0123456789abcdef"[byte >> 4U];
        id += "0123456789abcdef"[byte & 15U];
    }
    id.resize(hex_digits);
    return id;
}

}  // namespace cellbook
