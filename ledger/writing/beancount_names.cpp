#include "ledger/writing/beancount_names.hpp"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace cellbook {

namespace {

bool is_small(char c) {
    return c >= 'a' && c <= 'z';
}
bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
char to_capital(char c) {
    return static_cast<char>(c - 'a' + 'A');
}
char to_small(char c) {
    return static_cast<char>(c - 'A' + 'a');
}

/// Letters of Latin scripts, all of which beancount's own table of letters has.
bool is_accented_letter(std::int32_t point) {
    return point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7;
}

struct Character {
    std::int32_t point = 0;
    std::string_view bytes{};
};

std::vector<Character> characters_of(std::string_view text) {
    std::vector<Character> characters;
    while (!text.empty()) {
        utf8proc_int32_t point = -1;
        const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                           static_cast<utf8proc_ssize_t>(text.size()), &point);
        const std::size_t size = used <= 0 ? 1 : static_cast<std::size_t>(used);
        characters.push_back({used <= 0 ? 0xFFFD : point, text.substr(0, size)});
        text.remove_prefix(size);
    }
    return characters;
}

template <class Use>
void for_each_part(std::string_view name, Use use) {
    for (std::size_t begin = 0;;) {
        const std::size_t end = name.find(':', begin);
        use(name.substr(begin, end == std::string_view::npos ? end : end - begin));
        if (end == std::string_view::npos) return;
        begin = end + 1;
    }
}

std::string escape_of(const Character& character, bool first) {
    return fmt::format("{}0x{:X}-", first ? "" : "-", static_cast<std::uint32_t>(character.point));
}

/// A part whose first letter is a capital keeps its capitals; in any other they stand for `_x`.
std::string encoded_part(std::string_view part) {
    const auto characters = characters_of(part);
    const bool as_written = !part.empty() && is_capital(part.front());
    std::string out;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        const Character& character = characters[i];
        const char c = character.bytes.size() == 1 ? character.bytes.front() : '\0';
        const std::string_view rest =
            part.substr(static_cast<std::size_t>(character.bytes.data() - part.data()) +
                        character.bytes.size());
        const bool first = i == 0;
        const bool looks_escaped = c == '0' && first && rest.starts_with('x');
        const bool hyphen = c == '-' && !first && !rest.empty() && !rest.starts_with("0x");
        if (is_small(c)) {
            out += first ? to_capital(c) : c;
        } else if ((is_digit(c) && !looks_escaped) || hyphen || (is_capital(c) && as_written)) {
            out += c;
        } else if (c == '_' && !first && !as_written && !rest.empty() && is_small(rest.front())) {
            out += to_capital(rest.front());
            ++i;
        } else if (!first && is_accented_letter(character.point)) {
            out += character.bytes;
        } else {
            out += escape_of(character, first);
        }
    }
    return as_written ? out + '-' : out;
}

void append_point(std::string& out, std::int32_t point) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto size = utf8proc_encode_char(point, bytes.data());
    out.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

/// Takes an escape off the front of `text`; false when there is none.
bool take_escape(std::string_view& text, bool first, std::string& out) {
    const std::string_view mark = first ? "0x" : "-0x";
    if (!text.starts_with(mark)) return false;
    std::uint32_t point = 0;
    const char* const begin = text.data() + mark.size();
    const char* const end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(begin, end, point, 16);
    if (error != std::errc{} || rest == end || *rest != '-') return false;
    append_point(out, static_cast<std::int32_t>(point));
    text.remove_prefix(static_cast<std::size_t>(rest - text.data()) + 1);
    return true;
}

/// Whether a part stands as it was written: its last hyphen ends no escape.
bool ends_as_written(std::string_view part) {
    if (!part.ends_with('-') || part.size() < 2) return false;
    std::string_view rest = part;
    std::string ignored;
    for (bool first = true; !rest.empty(); first = false) {
        if (take_escape(rest, first, ignored)) continue;
        if (rest == "-") return true;
        rest.remove_prefix(1);
    }
    return false;
}

std::string decoded_part(std::string_view part) {
    const bool as_written = ends_as_written(part);
    if (as_written) part.remove_suffix(1);
    std::string out;
    for (bool first = true; !part.empty(); first = false) {
        if (take_escape(part, first, out)) continue;
        const char c = part.front();
        part.remove_prefix(1);
        if (as_written || !is_capital(c)) {
            out += c;
        } else {
            if (!first) out += '_';
            out += to_small(c);
        }
    }
    return out;
}

std::string root_of(AccountClass account_class) {
    std::string root{to_string(account_class)};
    root.front() = to_capital(root.front());
    return root;
}

bool holds_class_word(std::string_view name) {
    return split_account_name(name).has_value();
}

}  // namespace

std::string beancount_account_name(std::string_view name) {
    const auto parts = split_account_name(name);
    const AccountClass account_class = parts ? parts->account_class : AccountClass::equity;
    std::string out = root_of(account_class);
    std::string_view rest = name;
    const std::string begin = std::string{to_string(account_class)} + ':';
    // Where the class is said only once, nothing behind it may look like a class.
    if (name.starts_with(begin) && !holds_class_word(name.substr(begin.size()))) {
        rest.remove_prefix(begin.size());
    }
    for_each_part(rest, [&](std::string_view part) { out += ':' + encoded_part(part); });
    return out;
}

std::string original_account_name(std::string_view name) {
    std::string root;
    std::string original;
    for_each_part(name, [&](std::string_view part) {
        if (root.empty()) {
            root = decoded_part(part);
            return;
        }
        if (!original.empty()) original += ':';
        original += decoded_part(part);
    });
    return holds_class_word(original) ? original : root + ':' + original;
}

std::vector<std::string> beancount_symbols(const Chart& chart) {
    constexpr std::size_t longest = 20;  // of the 24, some are for a number
    std::set<std::string> taken;
    std::vector<std::string> symbols;
    for (std::uint32_t i = 0; i < chart.commodity_count(); ++i) {
        std::string symbol;
        for (const Character& character : characters_of(chart[CommodityId{i}].symbol)) {
            const char c = character.bytes.size() == 1 ? character.bytes.front() : '\0';
            const bool inner = c == '\'' || c == '.' || c == '_' || c == '-';
            if (is_capital(c) || is_digit(c) || (inner && !symbol.empty())) {
                symbol += c;
            } else if (is_small(c)) {
                symbol += to_capital(c);
            } else if (c == ' ') {
                symbol += '-';
            } else {
                symbol += fmt::format("X{:X}", static_cast<std::uint32_t>(character.point));
            }
        }
        if (symbol.empty() || !is_capital(symbol.front())) symbol.insert(0, "C");
        symbol.resize(std::min(symbol.size(), longest));
        if (!is_capital(symbol.back()) && !is_digit(symbol.back())) symbol.back() = 'X';
        if (symbol.size() == 1) symbol += "-1";
        std::string unique = symbol;
        for (int number = 2; !taken.insert(unique).second; ++number) {
            unique = fmt::format("{}-{}", symbol, number);
        }
        symbols.push_back(std::move(unique));
    }
    return symbols;
}

bool is_beancount_key(std::string_view name) {
    return name.size() >= 2 && is_small(name.front()) && name != "filename" && name != "lineno" &&
           std::ranges::all_of(name, [](char c) {
               return is_small(c) || is_capital(c) || is_digit(c) || c == '-' || c == '_';
           });
}

std::string beancount_string(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            case '\r':
                out += "\\r";
                break;
            default:
                out += c;
        }
    }
    return out + '"';
}

}  // namespace cellbook
