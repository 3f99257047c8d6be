#include "ledger/chain/json_text.hpp"

#include <charconv>

namespace cellbook::json_text {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

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
    const char* const digits = next_is('-') ? at_ + 1 : at_;
    if (digits == end_ ||
        (*digits == '0' &&
         (digits != at_ || (digits + 1 != end_ && digits[1] >= '0' && digits[1] <= '9')))) {
        return false;
    }
    const auto [rest, error] = std::from_chars(at_, end_, number);
    at_ = rest;
    return error == std::errc{};
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
    while (at_ != end_ && *at_ != '"') {
        at_ += *at_ == '\\' && at_ + 1 != end_ ? 2 : 1;
    }
    return skip('"');
}

bool Cursor::skip_value() {
    std::size_t depth = 0;
    bool any = false;
    while (at_ != end_) {
        const char c = *at_;
        if (depth == 0 && any && (c == ',' || c == ']' || c == '}')) {
            return true;
        }
        any = true;
        if (c == '"') {
            if (!skip_string()) {
                return false;
            }
            continue;
        }
        if (c == '[' || c == '{') {
            ++depth;
        } else if (c == ']' || c == '}') {
            if (depth == 0) {
                return false;
            }
            --depth;
        }
        ++at_;
    }
    return any && depth == 0;
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
