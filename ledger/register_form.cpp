#include "ledger/register_form.hpp"

#include <algorithm>
#include <array>

namespace cellbook {

namespace {

using enum RegisterType;

constexpr std::array<std::string_view, 4> lease_forms{"rent", "anticretico", "floor_space", "free"};
constexpr std::array<std::string_view, 4> member_roles{"inmate", "spouse", "adult", "child"};
constexpr std::array<std::string_view, 3> member_work{"no", "inside", "outside"};
constexpr std::array<std::string_view, 5> tariff_bases{"adult", "person", "household", "cell",
                                                       "business"};
constexpr std::array<std::string_view, 5> charge_periods{"once", "day", "week", "month", "year"};

constexpr std::int64_t most_stars = 5;

constexpr std::array section_fields{
    RegisterField{"section", party, true},
    RegisterField{"grade", count, false, {}, 0, most_stars},
    RegisterField{"places", count},
};
constexpr std::array cell_fields{
    RegisterField{"cell", word, true},
    RegisterField{"section", party, true},
    RegisterField{"grade", count, false, {}, 0, most_stars},
    RegisterField{"area", number},
    RegisterField{"places", count, true, {}, 1},
    RegisterField{"floor", count},
    RegisterField{"improvements", text},
    RegisterField{"improved", date},
    RegisterField{"opened", date},
    RegisterField{"closed", date},
};
constexpr std::array title_fields{
    RegisterField{"cell", word, true},     RegisterField{"owner", party, true},
    RegisterField{"since", date, true},    RegisterField{"price", number},
    RegisterField{"commodity", commodity},
};
constexpr std::array business_fields{
    RegisterField{"business", party, true}, RegisterField{"owner", party},
    RegisterField{"section", party},        RegisterField{"cell", word},
    RegisterField{"sells", text},
};
constexpr std::array household_fields{
    RegisterField{"household", party, true},
    RegisterField{"since", date, true},
    RegisterField{"section", party, true},
};
constexpr std::array member_fields{
    RegisterField{"member", word, true},
    RegisterField{"household", party, true},
    RegisterField{"role", choice, true, member_roles},
    RegisterField{"works", choice, false, member_work},
    RegisterField{"arrived", date, true},
    RegisterField{"released", date},
};
constexpr std::array lease_fields{
    RegisterField{"lease", word, true},
    RegisterField{"cell", word, true},
    RegisterField{"form", choice, true, lease_forms},
    RegisterField{"landlord", party, true},
    RegisterField{"tenant", party, true},
    RegisterField{"places", count},
    RegisterField{"rate", number},
    RegisterField{"commodity", commodity},
    RegisterField{"period", choice, false, charge_periods},
    RegisterField{"deposit", number},
    RegisterField{"from", date, true},
    RegisterField{"to", date},
};
constexpr std::array tariff_fields{
    RegisterField{"tariff", word, true},
    RegisterField{"section", party, true},
    RegisterField{"kind", word, true},
    RegisterField{"amount", number, true},
    RegisterField{"commodity", commodity, true},
    RegisterField{"per", choice, true, tariff_bases},
    RegisterField{"period", choice, true, charge_periods},
    RegisterField{"from", date, true},
    RegisterField{"to", date},
};

/// In the order of `Register`.
constexpr std::array<RegisterForm, register_count> forms{
    RegisterForm{Register::section, "section", "sections", section_fields},
    RegisterForm{Register::cell, "cell", "cells", cell_fields},
    RegisterForm{Register::title, "title", "titles", title_fields},
    RegisterForm{Register::business, "business", "businesses", business_fields},
    RegisterForm{Register::household, "household", "households", household_fields, 2},
    RegisterForm{Register::member, "member", "members", member_fields},
    RegisterForm{Register::lease, "lease", "leases", lease_fields},
    RegisterForm{Register::tariff, "tariff", "tariffs", tariff_fields},
};

}  // namespace

std::string_view to_string(LeaseForm form) {
    return lease_forms[static_cast<std::size_t>(form)];
}

std::string_view to_string(MemberRole role) {
    return member_roles[static_cast<std::size_t>(role)];
}

std::string_view to_string(TariffBase base) {
    return tariff_bases[static_cast<std::size_t>(base)];
}

std::string_view to_string(ChargePeriod period) {
    return charge_periods[static_cast<std::size_t>(period)];
}

const RegisterForm& register_form(Register sort) {
    return forms[static_cast<std::size_t>(sort)];
}

std::span<const RegisterForm> register_forms() {
    return forms;
}

const RegisterForm* find_register(std::string_view name) {
    const auto* const found = std::ranges::find(forms, name, &RegisterForm::name);
    return found == forms.end() ? nullptr : found;
}

std::optional<std::size_t> field_named(const RegisterForm& form, std::string_view name) {
    const auto found = std::ranges::find(form.fields, name, &RegisterField::name);
    if (found == form.fields.end()) return {};
    return static_cast<std::size_t>(found - form.fields.begin());
}

}  // namespace cellbook
