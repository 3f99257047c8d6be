#include "ledger/reading/register_values.hpp"

#include <algorithm>
#include <charconv>
#include <vector>

#include "ledger/reading/journal_context.hpp"

namespace cellbook {

namespace {

Diagnostic invalid(std::string explanation, std::string remedy) {
    return {.code = DiagnosticCode::register_field_invalid,
            .explanation = std::move(explanation),
            .remedy = std::move(remedy)};
}

std::string in_quotes(std::string_view text) {
    return "`" + std::string{text} + "`";
}

std::string listed(const std::vector<std::string>& names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
        list += names[i];
    }
    return list;
}

/// Reads a text into the value of one field.
struct ValueReading {
    const RegisterField& field;
    std::string_view text;
    Chart& chart;
    RegisterValue& value;

    std::optional<Diagnostic> read() {
        switch (field.type) {
            case RegisterType::party:
                if (!is_party_name(text)) {
                    return invalid(in_quotes(text) + " is no name of a party",
                                   "Name a party as its accounts do, as in inmates:i0042.");
                }
                value = chart.party(text);
                return {};
            case RegisterType::word:
                value = chart.word(text);
                return {};
            case RegisterType::commodity:
                value = chart.commodity(text);
                return {};
            case RegisterType::date:
                return read_day();
            case RegisterType::count:
                return read_count();
            case RegisterType::number:
                return read_amount();
            case RegisterType::choice:
                return read_choice();
            case RegisterType::text:
                value = std::string{text};
        }
        return {};
    }

private:
    std::optional<Diagnostic> read_day() {
        const auto day = parse_date(text);
        if (!day) return invalid(day.error().explanation, day.error().remedy);
        value = *day;
        return {};
    }
    std::optional<Diagnostic> read_count() {
        std::int64_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < field.least ||
            number > field.most) {
            return invalid(in_quotes(text) + " is no whole number from " +
                               std::to_string(field.least) + " to " + std::to_string(field.most),
                           "Write digits alone, without sign and decimals.");
        }
        value = number;
        return {};
    }
    std::optional<Diagnostic> read_amount() {
        const auto number = parse_decimal(text);
        if (!number) return invalid(number.error().explanation, number.error().remedy);
        if (number->coefficient < 0) {
            return invalid(in_quotes(text) + " is below zero",
                           "Give the sum itself: who pays whom follows from the row.");
        }
        value = *number;
        return {};
    }
    std::optional<Diagnostic> read_choice() {
        const auto found = std::ranges::find(field.choices, text);
        if (found == field.choices.end()) {
            const std::vector<std::string> names(field.choices.begin(), field.choices.end());
            return invalid(in_quotes(text) + " is no value of `" + std::string{field.name} + "`",
                           did_you_mean(text, names, "Write " + listed(names) + "."));
        }
        value = static_cast<std::int64_t>(found - field.choices.begin());
        return {};
    }
};

struct ValueText {
    const RegisterField& field;
    const Chart& chart;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(PartyId id) const { return chart[id].name; }
    std::string operator()(WordId id) const { return chart[id]; }
    std::string operator()(CommodityId id) const { return chart[id].symbol; }
    std::string operator()(Date date) const { return to_string(date); }
    std::string operator()(std::int64_t number) const {
        return field.choices.empty() ? std::to_string(number)
                                     : std::string{field.choices[static_cast<std::size_t>(number)]};
    }
    std::string operator()(const Decimal& number) const { return to_string(number); }
    std::string operator()(const std::string& text) const { return text; }
};

}  // namespace

RegisterDeclaration empty_row(const RegisterForm& form) {
    RegisterDeclaration row{.sort = form.sort};
    row.values.resize(form.fields.size());
    return row;
}

bool is_row_field(const RegisterForm& form, std::string_view name) {
    return name == "standing" || name == "source" || name == "note" ||
           field_named(form, name).has_value();
}

std::optional<Diagnostic> read_row_field(const RegisterForm& form, std::string_view name,
                                         std::string_view text, Chart& chart,
                                         RegisterDeclaration& row) {
    if (text.empty()) return {};
    if (const auto at = field_named(form, name)) {
        return ValueReading{form.fields[*at], text, chart, row.values[*at]}.read();
    }
    if (name == "note") {
        row.note = text;
    } else if (name == "source") {
        row.source = chart.word(text);
    } else {
        row.standing = parse_standing(text);
        if (!row.standing) {
            return invalid(in_quotes(text) + " is no standing",
                           "Write observed, estimated, assumed or simulated.");
        }
    }
    return {};
}

std::optional<std::string_view> missing_field(const RegisterDeclaration& row) {
    const RegisterForm& form = register_form(row.sort);
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].required && row.values[i].index() == 0) return form.fields[i].name;
    }
    return {};
}

std::string register_text(const RegisterDeclaration& row, std::size_t field, const Chart& chart) {
    return std::visit(ValueText{register_form(row.sort).fields[field], chart}, row.values[field]);
}

}  // namespace cellbook
