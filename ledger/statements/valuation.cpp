#include "ledger/statements/valuation.hpp"

#include <algorithm>
#include <tuple>

namespace cellbook {

namespace {

using Integer = boost::multiprecision::cpp_int;

constexpr std::uint8_t most_decimals = 12;  // of a rate that is shown as a decimal
constexpr std::uint8_t about_decimals = 8;  // of one that is not

Integer power_of_ten(unsigned exponent) {
    return boost::multiprecision::pow(Integer{10}, exponent);
}

/// numerator / denominator, half-even. *Requires*: denominator > 0.
std::optional<Sum> divide_half_even(const Integer& numerator, const Integer& denominator) {
    Integer quotient;
    Integer rest;
    const bool negative = numerator < 0;
    boost::multiprecision::divide_qr(Integer{abs(numerator)}, denominator, quotient, rest);
    const Integer twice = rest * 2;
    if (twice > denominator || (twice == denominator && bit_test(quotient, 0))) ++quotient;
    if (quotient != 0 && msb(quotient) >= 126) return std::nullopt;
    const auto sum = quotient.convert_to<Sum>();
    return negative ? -sum : sum;
}

std::string day_range(Date first, Date last) {
    return first == last ? to_string(first) : to_string(first) + " to " + to_string(last);
}

}  // namespace

std::optional<Sum> rounded_half_even(const Rate& rate) {
    return divide_half_even(numerator(rate), denominator(rate));
}

std::string to_string(const Rate& rate) {
    for (std::uint8_t scale = 0; scale <= most_decimals; ++scale) {
        const Rate scaled = rate * Rate{power_of_ten(scale)};
        if (denominator(scaled) != 1) continue;
        const auto minor = rounded_half_even(scaled);
        if (minor) return to_decimal_text(*minor, scale);
        return numerator(scaled).str();
    }
    const auto about = rounded_half_even(rate * Rate{power_of_ten(about_decimals)});
    std::string text = numerator(rate).str() + "/" + denominator(rate).str();
    if (about) text += " (about " + to_decimal_text(*about, about_decimals) + ")";
    return text;
}

Valuation::Valuation(const EntrySource& source, ValuationOptions options)
    : chart_{source.chart()}, options_{std::move(options)}, prices_{source} {
    if (options_.currency) currency_ = chart_.find_commodity(*options_.currency);
    const auto days = prices_.days();
    if (!days.empty()) last_price_ = days.back();
}

std::vector<Date> Valuation::cuts() const {
    return options_.when == ValuationOptions::When::then ? prices_.days() : std::vector<Date>{};
}

Date Valuation::day_of(Date posted, Date last) const {
    switch (options_.when) {
        case ValuationOptions::When::then:
            return posted;
        case ValuationOptions::When::date:
            return options_.date;
        case ValuationOptions::When::end:
            break;
    }
    return last;
}

Valuation::Worth Valuation::look_up(CommodityId commodity, Date day) const {
    Worth worth{.currency = commodity};
    const auto currency =
        options_.currency ? std::optional{currency_} : prices_.currency_of(commodity, day);
    if (!currency || *currency == commodity) return worth;
    worth.found = currency->valid() ? prices_.find(commodity, *currency, day) : std::nullopt;
    worth.missing = !worth.found;
    if (worth.missing) return worth;
    worth.currency = *currency;
    worth.rate = worth.found->rate * Rate{power_of_ten(chart_[*currency].scale)} /
                 Rate{power_of_ten(chart_[commodity].scale)};
    return worth;
}

const Valuation::Worth& Valuation::worth(CommodityId commodity, Date day) {
    const std::pair key{commodity, day};
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    return known_.emplace(key, look_up(commodity, day)).first->second;
}

Sums Valuation::value(const std::vector<Term>& terms) {
    std::map<const Worth*, Sum> quantities;
    for (const Term& term : terms) {
        if (term.sum != 0) quantities[&worth(term.commodity, term.day)] += term.sum;
    }
    // One price is by far the most frequent case, and needs no rational arithmetic.
    std::map<CommodityId, Rate> exact;
    Sums figure;
    for (const auto& [worth, quantity] : quantities) {
        if (!worth->found) {
            figure[worth->currency] += quantity;
        } else if (quantities.size() == 1) {
            const auto sum = divide_half_even(Integer{quantity} * numerator(worth->rate),
                                              denominator(worth->rate));
            if (sum) figure[worth->currency] = *sum;
            if (!sum) exact[worth->currency] = Rate{Integer{quantity}} * worth->rate;
        } else {
            exact[worth->currency] += Rate{Integer{quantity}} * worth->rate;
        }
    }
    for (const auto& [currency, value] : exact) {
        const auto sum = rounded_half_even(value + Rate{Integer{figure[currency]}});
        if (!sum) return unvalued(terms, currency);
        figure[currency] = *sum;
    }
    std::erase_if(figure, [](const auto& entry) { return entry.second == 0; });
    return figure;
}

Sums Valuation::unvalued(const std::vector<Term>& terms, CommodityId currency) {
    Sums figure;
    for (const Term& term : terms) {
        figure[term.commodity] += term.sum;
        too_large_.insert(currency);
    }
    return figure;
}

void Valuation::add_missing(std::vector<std::string>& notes) const {
    // A price holds from its day on: what is missing on a day is missing on all days before.
    std::map<std::string, Date> missing;
    for (const auto& [key, worth] : known_) {
        if (worth.missing) missing[chart_[key.first].symbol] = key.second;
    }
    for (const auto& [symbol, day] : missing) {
        notes.push_back("no price of " + symbol + " in " + *options_.currency + " until " +
                        to_string(day) + ": its amounts stay in " + symbol);
    }
    for (const CommodityId currency : too_large_) {
        notes.push_back("amounts too large to be valued in " + chart_[currency].symbol +
                        " stay in their own commodities");
    }
}

void Valuation::add_used(std::vector<std::string>& notes) const {
    std::map<std::tuple<std::string, Date, std::string>, std::pair<Date, Date>> used;
    for (const auto& [key, worth] : known_) {
        if (!worth.found) continue;
        const std::string& symbol = chart_[key.first].symbol;
        std::string text = "1 " + symbol + " = " + to_string(worth.found->rate) + " " +
                           chart_[worth.currency].symbol + ", price of " +
                           to_string(worth.found->date);
        const auto& path = worth.found->path;
        for (std::size_t i = 0; path.size() > 2 && i < path.size(); ++i) {
            text += (i == 0 ? ", by " : " > ") + chart_[path[i]].symbol;
        }
        const auto at = used.try_emplace({symbol, worth.found->date, text}, key.second, key.second);
        at.first->second.second = key.second;
    }
    for (const auto& [price, days] : used) {
        notes.push_back(std::get<2>(price) + ", for " + day_range(days.first, days.second));
    }
}

std::vector<std::string> Valuation::notes() const {
    std::vector<std::string> notes;
    if (options_.show_prices) add_used(notes);
    add_missing(notes);
    return notes;
}

}  // namespace cellbook
