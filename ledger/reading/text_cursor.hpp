/// A place in one line of text, moving right.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace cellbook {

inline bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

struct TextCursor {
    std::string_view line{};
    std::size_t at = 0;

    [[nodiscard]] bool done() const { return at >= line.size(); }
    /// The character here; NUL, which no text holds, at the end.
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at + ahead < line.size() ? line[at + ahead] : '\0';
    }
    [[nodiscard]] std::string_view rest() const { return line.substr(at); }
    [[nodiscard]] std::uint32_t column() const { return static_cast<std::uint32_t>(at + 1); }

    void skip_blanks() {
        while (at < line.size() && is_blank(line[at])) ++at;
    }
    bool take(char wanted) {
        if (peek() != wanted) return false;
        ++at;
        return true;
    }
    /// Up to the next blank or the end.
    std::string_view take_word() {
        const std::size_t begin = at;
        while (at < line.size() && !is_blank(line[at])) ++at;
        return line.substr(begin, at - begin);
    }
    /// A name, which may hold single spaces: up to two blanks, a tab or the end.
    std::string_view take_name() {
        const std::size_t begin = at;
        for (; at < line.size(); ++at) {
            if (line[at] == '\t') break;
            if (line[at] == ' ' && (at + 1 == line.size() || is_blank(line[at + 1]))) break;
        }
        return line.substr(begin, at - begin);
    }
};

}  // namespace cellbook
