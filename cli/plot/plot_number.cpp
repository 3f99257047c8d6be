#include "cli/plot/plot_number.hpp"

#include <algorithm>

namespace cellbook::cli {

namespace {

constexpr std::size_t longest = 100;

/// Takes digits off the front; how many there were.
std::size_t take_digits(std::string_view& text) {
    const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
    text.remove_prefix(count);
    return count;
}

void take_sign(std::string_view& text) {
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) text.remove_prefix(1);
}

}  // namespace

bool is_plot_number(std::string_view text) {
    if (text.size() > longest) return false;
    const std::string whole{text};
    take_sign(text);
    std::size_t digits = take_digits(text);
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        digits += take_digits(text);
    }
    if (digits == 0) return false;
    if (text.starts_with('e') || text.starts_with('E')) {
        text.remove_prefix(1);
        take_sign(text);
        const std::size_t exponent_digits = take_digits(text);
        if (exponent_digits == 0 || exponent_digits > 3) return false;
    }
    return text.empty() && abs(Real{whole}) < Real{"1e300"};
}

std::optional<std::string> plot_number(const Value& value) {
    if (const auto* amounts = std::get_if<std::vector<TableAmount>>(&value)) {
        if (amounts->size() != 1) return std::nullopt;
        return to_decimal_text(amounts->front().minor, amounts->front().scale);
    }
    if (std::holds_alternative<Date>(value)) return std::nullopt;
    std::string text = plain_text(value);
    if (!is_plot_number(text)) return std::nullopt;
    return text;
}

}  // namespace cellbook::cli
