#include "ledger/reading/comment_tags.hpp"

#include <algorithm>
#include <optional>

#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20U || byte == 0x7FU;
}

bool is_name_character(char c) {
    return !is_blank(c) && c != ',' && c != ':' && c != '"' && c != ';' && !is_control(c);
}

/// The character that an escape stands for; `length` is what it takes of `text`, backslash
/// included.
std::optional<char> unescaped(std::string_view text, std::size_t& length) {
    constexpr std::size_t unicode_length = 6;  // \u001f
    length = 2;
    switch (text.size() > 1 ? text[1] : '\0') {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        case '"':
        case '\\':
            return text[1];
        case 'u':
            break;
        default:
            return {};
    }
    // Only control characters are written so: all else stands as itself.
    length = unicode_length;
    if (text.size() < length || text.substr(2, 2) != "00") return {};
    const std::size_t high = hex_digits.find(text[4]);
    const std::size_t low = hex_digits.find(text[5]);
    if (high >= 8 || low == std::string_view::npos || high * 16 + low == 0) return {};
    return static_cast<char>(high * 16 + low);
}

std::string unquoted(std::string_view quoted) {
    std::string text;
    const std::string_view inside = quoted.substr(1, quoted.size() - 2);
    for (std::size_t at = 0; at < inside.size();) {
        std::size_t length = 1;
        const char c = inside[at];
        text += c == '\\' ? unescaped(inside.substr(at), length).value_or(c) : c;
        at += length;
    }
    return text;
}

/// Where the value ends that begins at `at`, and whether it is a quoted one.
std::size_t value_end(std::string_view text, std::size_t at, bool& quoted) {
    quoted = false;
    const std::size_t length = quoted_length(text.substr(at));
    if (length > 0) {
        std::size_t end = at + length;
        while (end < text.size() && is_blank(text[end])) ++end;
        if (end == text.size() || text[end] == ',') {
            quoted = true;
            return end;
        }
    }
    return std::min(text.find(',', at), text.size());
}

/// Begin of the tag name that a colon at `colon` ends; npos when there is none.
std::size_t name_begin(std::string_view text, std::size_t from, std::size_t colon) {
    std::size_t begin = colon;
    while (begin > from && is_name_character(text[begin - 1])) --begin;
    const bool follows_blank = begin == from || is_blank(text[begin - 1]);
    return begin < colon && follows_blank ? begin : std::string_view::npos;
}

void append_left(std::string& left, std::string_view part) {
    part = trimmed(part);
    if (part.empty()) return;
    if (!left.empty()) left += ", ";
    left += part;
}

}  // namespace

std::size_t quoted_length(std::string_view text) {
    if (text.empty() || text.front() != '"') return 0;
    for (std::size_t at = 1; at < text.size();) {
        if (text[at] == '"') return at + 1;
        std::size_t length = 1;
        if (text[at] == '\\' && !unescaped(text.substr(at), length)) return 0;
        at += length;
    }
    return 0;
}

std::string value_of(const TagText& tag) {
    return tag.quoted ? unquoted(tag.value) : std::string{tag.value};
}

void split_comment(std::string_view text, std::vector<TagText>& tags, std::string& left) {
    left.clear();
    const std::size_t tags_before = tags.size();
    std::size_t segment = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ',') {
            append_left(left, text.substr(segment, at - segment));
            segment = at + 1;
            continue;
        }
        const std::size_t name =
            text[at] == ':' ? name_begin(text, segment, at) : std::string_view::npos;
        if (name == std::string_view::npos) continue;
        append_left(left, text.substr(segment, name - segment));
        std::size_t value = at + 1;
        while (value < text.size() && is_blank(text[value])) ++value;
        bool quoted = false;
        const std::size_t end = value_end(text, value, quoted);
        tags.push_back({.name = text.substr(name, at - name),
                        .value = trimmed(text.substr(value, end - value)),
                        .name_at = name,
                        .value_at = value,
                        .quoted = quoted});
        at = end;
        segment = end + 1;
    }
    if (tags.size() == tags_before) {
        left = trimmed(text);
    } else if (segment < text.size()) {
        append_left(left, text.substr(segment));
    }
}

bool holds_tag(std::string_view text) {
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos;
         colon = text.find(':', colon + 1)) {
        std::size_t segment = text.substr(0, colon).rfind(',');
        segment = segment == std::string_view::npos ? 0 : segment + 1;
        if (name_begin(text, segment, colon) != std::string_view::npos) return true;
    }
    return false;
}

void append_quoted(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (is_control(c)) {
            out += "\\u00";
            out += hex_digits[static_cast<unsigned char>(c) / 16];
            out += hex_digits[static_cast<unsigned char>(c) % 16];
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_tag_value(std::string& out, std::string_view value) {
    const bool plain =
        value == trimmed(value) && !value.starts_with('"') &&
        std::none_of(value.begin(), value.end(), [](char c) { return c == ',' || is_control(c); });
    if (plain) {
        out += value;
    } else {
        append_quoted(out, value);
    }
}

bool is_tag_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), is_name_character);
}

}  // namespace cellbook
