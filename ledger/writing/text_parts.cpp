#include "ledger/writing/text_parts.hpp"

#include <algorithm>

#include "ledger/reading/comment_tags.hpp"
#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20U || c == 0x7F;
}

}  // namespace

bool is_plain_line(std::string_view text) {
    return text == trimmed(text) && std::none_of(text.begin(), text.end(), is_control);
}

void append_amount(std::string& out, const Amount& amount, const Chart& chart) {
    const Commodity& commodity = chart[amount.commodity];
    append_decimal(out, amount.minor, commodity.scale);
    if (commodity.symbol.empty()) return;
    out += ' ';
    out += quoted_symbol(commodity.symbol);
}

void TagList::add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += ", ";
    text_ += name;
    text_ += ':';
    append_tag_value(text_, value);
}

void TagList::add(const std::vector<Tag>& tags, const Chart& chart) {
    for (const Tag& tag : tags) add(chart[tag.name], tag.value);
}

bool is_plain_comment(std::string_view comment) {
    bool plain = true;
    for_each_line(comment, [&](std::string_view line) {
        plain = plain && !line.empty() && is_plain_line(line) && !holds_tag(line);
    });
    return plain;
}

bool is_plain_description(std::string_view description) {
    constexpr std::string_view special = "*!(";
    return description.empty() ||
           (is_plain_line(description) && description.find(';') == std::string_view::npos &&
            special.find(description.front()) == std::string_view::npos);
}

bool is_plain_code(std::string_view code) {
    return is_plain_line(code) && code.find(')') == std::string_view::npos;
}

std::string shown_on_a_line(std::string_view text) {
    constexpr std::string_view misread = ";*!()";
    std::string shown{text};
    std::replace_if(
        shown.begin(), shown.end(),
        [&](char c) { return is_control(c) || misread.find(c) != std::string_view::npos; }, ' ');
    return std::string{trimmed(shown)};
}

std::size_t width_of(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    }));
}

}  // namespace cellbook
