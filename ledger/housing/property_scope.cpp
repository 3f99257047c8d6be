#include "ledger/housing/property_scope.hpp"

#include <algorithm>

namespace cellbook {

bool PropertyScope::shows(std::initializer_list<std::string_view> names) const {
    return words.empty() || std::ranges::any_of(words, [&](const Pattern& word) {
               return std::ranges::any_of(
                   names, [&](std::string_view name) { return word.found_in(name); });
           });
}

Date register_day(const EntrySource& source, const PropertyRegister& property) {
    if (const auto span = source.span()) return span->second;
    return property.last_day().value_or(Date{});
}

std::optional<Diagnostic> nothing_registered(const PropertyRegister& property) {
    if (!property.cells().empty()) return {};
    return Diagnostic{.code = DiagnosticCode::register_empty,
                      .explanation = "no cell is registered here",
                      .remedy =
                          "Import a register of cells (docs/registers.md), or declare cells in "
                          "journal text: `; cell: posta-12  section:sections:posta, "
                          "places:2`."};
}

Value party_value(PartyId party, const Chart& chart) {
    return party ? Value{chart[party].name} : Value{};
}

Value word_value(WordId word, const Chart& chart) {
    return word ? Value{chart[word]} : Value{};
}

Value count_value(const std::optional<std::int64_t>& count) {
    return count ? Value{*count} : Value{};
}

Value decimal_value(const std::optional<Decimal>& number) {
    return number ? Value{*number} : Value{};
}

Value date_value(const std::optional<Date>& day) {
    return day ? Value{*day} : Value{};
}

Value last_day_value(const DateRange& range) {
    return range.end ? Value{Date{range.end->days - 1}} : Value{};
}

Value amount_value(const std::optional<Amount>& amount, const Chart& chart) {
    return amount ? Value{table_amount(amount->minor, amount->commodity, chart)} : Value{};
}

Value price_value(const std::optional<RowPrice>& price, const Chart& chart) {
    if (!price) return {};
    const Commodity& commodity = chart[price->commodity];
    const auto minor = to_minor_exact(price->amount, commodity.scale);
    if (minor) return TableAmount{*minor, commodity.scale, commodity.symbol};
    return TableAmount{price->amount.coefficient, price->amount.scale, commodity.symbol};
}

Value standing_value(const RowOrigin& origin) {
    return origin.standing ? Value{std::string{to_string(*origin.standing)}} : Value{};
}

Value source_value(const RowOrigin& origin, const Chart& chart) {
    return word_value(origin.source, chart);
}

}  // namespace cellbook
