#include "ledger/property/row_rules.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cellbook {

namespace {

using namespace register_field;

std::string quoted(const std::string& name) {
    return "`" + name + "`";
}

std::optional<Diagnostic> field_missing(const RegisterDeclaration& row) {
    const RegisterForm& form = register_form(row.sort);
    const auto says = [&](std::size_t field) { return row.values[field].index() != 0; };
    for (std::size_t i = 0; i < form.fields.size(); ++i) {
        if (form.fields[i].required && !says(i)) {
            return Diagnostic{.code = DiagnosticCode::register_field_missing,
                              .explanation = "the " + std::string{form.name} + " has no `" +
                                             std::string{form.fields[i].name} + "`",
                              .remedy = "Fill it in, or remove the row."};
        }
    }
    if (row.sort != Register::lease) return {};
    const auto kind = static_cast<LeaseForm>(*row.get<std::int64_t>(lease_form));
    const auto call_for = [&](std::size_t field) {
        return Diagnostic{.code = DiagnosticCode::register_field_missing,
                          .explanation = "a lease of the form " + std::string{to_string(kind)} +
                                         " has no `" + std::string{form.fields[field].name} + "`",
                          .remedy =
                              "Rent and floor space need a rate, its commodity and its "
                              "period; an anticretico a deposit and its commodity."};
    };
    const bool priced = kind == LeaseForm::rent || kind == LeaseForm::floor_space;
    const bool deposited = kind == LeaseForm::anticretico;
    if (priced && !says(lease_rate)) return call_for(lease_rate);
    if (priced && !says(lease_period)) return call_for(lease_period);
    if (deposited && !says(lease_deposit)) return call_for(lease_deposit);
    if ((priced || deposited) && !says(lease_commodity)) return call_for(lease_commodity);
    return {};
}

struct Ends {
    std::size_t first;
    std::size_t last;
};

std::optional<Ends> ends_of(Register sort) {
    switch (sort) {
        case Register::cell:
            return Ends{cell_opened, cell_closed};
        case Register::member:
            return Ends{member_arrived, member_released};
        case Register::lease:
            return Ends{lease_from, lease_to};
        case Register::tariff:
            return Ends{tariff_from, tariff_to};
        default:
            return {};
    }
}

std::optional<Diagnostic> dates_reversed(const RegisterDeclaration& row) {
    const auto ends = ends_of(row.sort);
    if (!ends) return {};
    const Date* const first = row.get<Date>(ends->first);
    const Date* const last = row.get<Date>(ends->last);
    if (first == nullptr || last == nullptr || *first <= *last) return {};
    const RegisterForm& form = register_form(row.sort);
    const std::string what{form.fields[ends->last].name};
    return Diagnostic{
        .code = DiagnosticCode::register_dates_reversed,
        .explanation = "the " + std::string{form.name} + " ends on " + to_string(*last) +
                       ", before it begins on " + to_string(*first),
        .remedy = "Mend one of the two, or leave `" + what + "` empty while it goes on."};
}

/// Names of the parties of a sector that are declared, for a remedy.
std::vector<std::string> declared(Sector sector, const Chart& chart) {
    std::vector<std::string> names;
    for (std::uint32_t i = 0; i < chart.party_count(); ++i) {
        const Party& party = chart[PartyId{i}];
        if (party.declared && party.sector == sector) names.push_back(party.name);
    }
    return names;
}

std::string did_you_mean(const std::string& name, Sector sector, const Chart& chart,
                         const std::string& otherwise) {
    const auto near = nearest_names(name, declared(sector, chart), 1);
    return near.empty() ? otherwise : "Did you mean " + quoted(near.front()) + "? " + otherwise;
}

std::optional<Diagnostic> section_unknown(const RegisterDeclaration& row, const Chart& chart) {
    const RegisterForm& form = register_form(row.sort);
    const auto field = row.sort == Register::section ? std::nullopt : field_named(form, "section");
    const PartyId* const section = field ? row.get<PartyId>(*field) : nullptr;
    if (section == nullptr) return {};
    const Party& party = chart[*section];
    if (party.declared && party.sector == Sector::sections) return {};
    return Diagnostic{.code = DiagnosticCode::section_unknown,
                      .explanation = quoted(party.name) + " is no section that the book knows",
                      .remedy = did_you_mean(party.name, Sector::sections, chart,
                                             "Register it before what lies in it (`; section: " +
                                                 party.name + "`), or mend its name.")};
}

std::optional<Diagnostic> member_fault(const RegisterDeclaration& row, const Chart& chart) {
    if (row.sort != Register::member) return {};
    const Party& household = chart[*row.get<PartyId>(member_household)];
    if (!household.declared || household.sector != Sector::households) {
        return Diagnostic{
            .code = DiagnosticCode::household_unknown,
            .explanation = quoted(household.name) + " is no household that the book knows",
            .remedy = did_you_mean(household.name, Sector::households, chart,
                                   "Register it before its members, or mend its "
                                   "name.")};
    }
    const auto role = static_cast<MemberRole>(*row.get<std::int64_t>(member_role));
    const auto* const works = row.get<std::int64_t>(member_works);
    if (role == MemberRole::child && works != nullptr &&
        static_cast<MemberWork>(*works) != MemberWork::no) {
        return Diagnostic{.code = DiagnosticCode::child_works,
                          .explanation = "`" + chart[*row.get<WordId>(member_name)] +
                                         "` is a child and cannot work",
                          .remedy =
                              "Children are members of a household and never earn: write no, "
                              "or nothing."};
    }
    return {};
}

std::optional<Diagnostic> lease_parties_equal(const RegisterDeclaration& row, const Chart& chart) {
    if (row.sort != Register::lease) return {};
    const PartyId landlord = *row.get<PartyId>(lease_landlord);
    if (landlord != *row.get<PartyId>(lease_tenant)) return {};
    return Diagnostic{
        .code = DiagnosticCode::lease_parties_equal,
        .explanation = quoted(chart[landlord].name) + " cannot let to themselves",
        .remedy = "Name the tenant; who lives in a cell of their own needs no lease."};
}

}  // namespace

std::optional<Diagnostic> row_fault(const RegisterDeclaration& row, const Chart& chart) {
    if (auto fault = field_missing(row)) return fault;
    if (auto fault = dates_reversed(row)) return fault;
    if (auto fault = section_unknown(row, chart)) return fault;
    if (auto fault = member_fault(row, chart)) return fault;
    return lease_parties_equal(row, chart);
}

}  // namespace cellbook
