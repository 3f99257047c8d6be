#include "ledger/writing/text_parts.hpp"

#include <algorithm>
#include <array>

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

namespace {

/// Names to which the programs give a meaning of their own, ledger in any case of letters.
std::string foreign_name(std::string_view name) {
    constexpr std::array<std::string_view, 7> taken{"auxdate", "date", "date2", "payee",
                                                    "type",    "uuid", "value"};
    std::string low{name};
    std::ranges::transform(low, low.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const bool is_taken = std::ranges::find(taken, low) != taken.end();
    return (is_taken ? "cellbook-" : "") + std::string{name};
}

}  // namespace

void TagList::add(std::string_view name, std::string_view value) {
    if (!text_.empty()) text_ += form_ == Form::ledger ? "\n    ; " : ", ";
    text_ += form_ == Form::journal ? std::string{name} : foreign_name(name);
    text_ += form_ == Form::ledger ? ": " : ":";
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
