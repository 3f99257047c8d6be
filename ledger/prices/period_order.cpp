#include "ledger/prices/period_order.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "ledger/decimal.hpp"
#include "ledger/query/period.hpp"
#include "ledger/reading/text_cursor.hpp"

namespace cellbook {

namespace {

/// Takes the digits at the front, without leading zeros.
std::string_view take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end])) ++end;
    std::string_view digits = text.substr(0, end);
    text.remove_prefix(end);
    while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
    return digits;
}

bool text_before(std::string_view a, std::string_view b) {
    const std::pair whole{a, b};
    while (!a.empty() && !b.empty()) {
        if (is_digit(a.front()) && is_digit(b.front())) {
            const std::string_view x = take_number(a);
            const std::string_view y = take_number(b);
            if (x.size() != y.size()) return x.size() < y.size();
            if (x != y) return x < y;
        } else {
            if (a.front() != b.front()) {
                return static_cast<unsigned char>(a.front()) <
                       static_cast<unsigned char>(b.front());
            }
            a.remove_prefix(1);
            b.remove_prefix(1);
        }
    }
    if (a.empty() != b.empty()) return a.empty();
    return whole.first < whole.second;  // 01 and 1 differ by their zeros alone
}

/// What `read` makes of each label; nothing when it cannot read one.
template <class Key, class Read>
std::optional<std::vector<Key>> keys_of(std::span<const std::string> labels, const Read& read) {
    std::vector<Key> keys;
    for (const std::string& label : labels) {
        auto key = read(label);
        if (!key) return std::nullopt;
        keys.push_back(*std::move(key));
    }
    return keys;
}

}  // namespace

std::optional<Date> calendar_begin(std::string_view label) {
    // A period in words, `last month`, would depend on the day it is read on.
    constexpr std::size_t year_digits = 4;
    const auto figures = label.substr(0, year_digits);
    if (figures.size() < year_digits || !std::ranges::all_of(figures, is_digit)) return {};
    const bool plain = std::ranges::all_of(label.substr(year_digits), [](char c) {
        return is_digit(c) || c == '-' || c == '/' || c == '.' || c == 'q' || c == 'Q';
    });
    if (!plain || label.find("..") != std::string_view::npos) return {};
    const auto range = parse_period(label, Date{});
    return range ? range->begin : std::nullopt;
}

std::vector<std::size_t> order_of_periods(std::span<const std::string> labels) {
    std::vector<std::size_t> order(labels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto sort_by = [&](const auto& before) { std::ranges::stable_sort(order, before); };
    const auto as_text = [&](std::size_t a, std::size_t b) {
        return text_before(labels[a], labels[b]);
    };
    const auto number = [](const std::string& label) -> std::optional<Decimal> {
        auto parsed = parse_decimal(label);
        return parsed ? std::optional{*parsed} : std::nullopt;
    };
    if (const auto days = keys_of<Date>(labels, calendar_begin)) {
        sort_by([&](std::size_t a, std::size_t b) {
            return (*days)[a] == (*days)[b] ? as_text(a, b) : (*days)[a] < (*days)[b];
        });
    } else if (const auto numbers = keys_of<Decimal>(labels, number)) {
        sort_by([&](std::size_t a, std::size_t b) {
            const auto way = compare((*numbers)[a], (*numbers)[b]);
            return way == 0 ? as_text(a, b) : way < 0;
        });
    } else {
        sort_by(as_text);
    }
    return order;
}

}  // namespace cellbook
