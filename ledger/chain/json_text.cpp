#include "ledger/chain/json_text.hpp"

#include <array>
#include <charconv>
#include <cstring>

namespace cellbook::json_text {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

/// By character: whether a walk over nested values must look at it.
constexpr auto is_delimiter = [] {
    std::array<bool, 256> table{};
    for (const char c : {'"', '[', ']', '{', '}'}) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

bool is_plain(char c) {
    return static_cast<unsigned char>(c) >= 0x20U && c != '"' && c != '\\';
}

}  // namespace

void append(std::string& out, std::int64_t number) {
    if (number >= 0 && number < 10) {  // a commodity, a status, a flag: half of all numbers
        out += static_cast<char>('0' + number);
        return;
    }
    char digits[24];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    (void)error;  // 24 characters hold every 64-bit integer
    out.append(digits, static_cast<std::size_t>(end - digits));
}

void append(std::string& out, std::string_view text) {
    out += '"';
    std::size_t plain_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (is_plain(c)) {
            continue;
        }
        out.append(text, plain_from, i - plain_from);
        plain_from = i + 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += "\\u00";
            out += hex_digits[byte >> 4U];
            out += hex_digits[byte & 15U];
        }
    }
    out.append(text, plain_from, text.size() - plain_from);
    out += '"';
}

bool Cursor::skip_null() {
    constexpr std::string_view word = "null";
    if (std::string_view{at_, static_cast<std::size_t>(end_ - at_)}.starts_with(word)) {
        at_ += word.size();
        return true;
    }
    return false;
}

bool Cursor::read(std::int64_t& number) {
    const char* digits = next_is('-') ? at_ + 1 : at_;
    const bool negative = digits != at_;
    const char* const first = digits;
    constexpr std::ptrdiff_t most_safe = 18;  // digits that no 64-bit integer overflows with
    // One digit more is taken, to see that it is there: without a sign it fits.
    std::uint64_t value = 0;
    while (digits != end_ && *digits >= '0' && *digits <= '9' && digits - first <= most_safe) {
        value = value * 10 + static_cast<std::uint64_t>(*digits - '0');
        ++digits;
    }
    const std::ptrdiff_t count = digits - first;
    if (count == 0 || (*first == '0' && (negative || count > 1))) {
        return false;
    }
    if (count > most_safe) {
        const auto [rest, error] = std::from_chars(at_, end_, number);
        at_ = rest;
        return error == std::errc{};
    }
    number = static_cast<std::int64_t>(value);
    if (negative) number = -number;
    at_ = digits;
    return true;
}

bool Cursor::read_plain(std::string_view& text) {
    if (!skip('"')) {
        return false;
    }
    const char* const first = at_;
    while (at_ != end_ && is_plain(*at_)) {
        ++at_;
    }
    text = {first, static_cast<std::size_t>(at_ - first)};
    return skip('"');
}

bool Cursor::skip_string() {
    ++at_;
    while (true) {
        const auto* const quote =
            static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
        if (quote == nullptr) {
            return false;
        }
        const char* escapes = quote;
        while (escapes != at_ && escapes[-1] == '\\') {
            --escapes;
        }
        at_ = quote + 1;
        if ((quote - escapes) % 2 == 0) {
            return true;
        }
    }
}

bool Cursor::skip_nested() {
    std::size_t depth = 0;
    while (at_ != end_) {
        const char c = *at_;
        if (c == '"') {
            if (!skip_string()) {
                return false;
            }
        } else {
            ++at_;
            if (c == '[' || c == '{') {
                ++depth;
            } else if (--depth == 0) {
                return true;
            }
        }
        // Numbers and commas are most of what there is.
        while (at_ != end_ && !is_delimiter[static_cast<unsigned char>(*at_)]) {
            ++at_;
        }
    }
    return false;
}

bool Cursor::skip_value() {
    if (next_is('"')) {
        return skip_string();
    }
    if (next_is('[') || next_is('{')) {
        return skip_nested();
    }
    const char* const first = at_;
    while (at_ != end_ && *at_ != ',' && !is_delimiter[static_cast<unsigned char>(*at_)]) {
        ++at_;
    }
    return at_ != first;
}

bool Cursor::read(std::string& text) {
    if (!skip('"')) {
        return false;
    }
    text.clear();
    while (true) {
        const char* const first = at_;
        while (at_ != end_ && is_plain(*at_)) {
            ++at_;
        }
        text.append(first, at_);
        if (skip('"')) {
            return true;
        }
        if (!skip('\\')) {
            return false;
        }
        if (skip('"')) {
            text += '"';
        } else if (skip('\\')) {
            text += '\\';
        } else {
            const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
            if (!rest.starts_with("u00") || rest.size() < 5) {
                return false;
            }
            const auto high = hex_digits.find(rest[3]);
            const auto low = hex_digits.find(rest[4]);
            if (high > 1 || low == std::string_view::npos) {
                return false;
            }
            text += static_cast<char>(high * 16 + low);
            at_ += 5;
        }
    }
}

}  // namespace cellbook::json_text
