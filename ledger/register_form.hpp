/// The forms of the property register: which tables it has, and what a row of each says.
///
/// A register's row is a declaration in the chain, read from a CSV or from a comment of journal
/// text, and written back as either. Everything that reads, writes, hashes or compares rows goes by
/// these forms, so that a new column is one line here (and one in `schemas/registers.json`).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "ledger/date.hpp"
#include "ledger/decimal.hpp"
#include "ledger/identity.hpp"

namespace cellbook {

enum class Register : std::uint8_t {
    section,    ///< a part of the building with a board of its own
    cell,       ///< what is owned, let and lived in
    title,      ///< who held a cell when the register begins; later moves are transactions
    business,   ///< whose it is, where, what it sells
    household,  ///< which section it belongs to, from a day on
    member,     ///< a person of a household, from arrival to release
    lease,      ///< a cell, places in it or its floor, let by one party to another
    tariff,     ///< what a section charges whom, how often
};
inline constexpr std::size_t register_count = 8;

enum class RegisterType : std::uint8_t {
    party,
    word,  ///< a name that recurs: a cell, a lease, a kind, a source
    commodity,
    date,    ///< ISO 8601
    count,   ///< a whole number, from `least` to `most`
    number,  ///< an exact decimal, not negative
    choice,  ///< one of `choices`; kept as its index
    text,
};

/// Nothing said, or what the field's type says: `choice` and `count` are integers.
using RegisterValue = std::variant<std::monostate, PartyId, WordId, CommodityId, Date, std::int64_t,
                                   Decimal, std::string>;

struct RegisterField {
    std::string_view name;
    RegisterType type = RegisterType::text;
    bool required = false;
    std::span<const std::string_view> choices{};
    std::int64_t least = 0;
    std::int64_t most = 1'000'000;
};

struct RegisterForm {
    Register sort{};
    std::string_view name;    ///< in the chain, in journal text and as the name of its first column
    std::string_view plural;  ///< as its file is called
    std::span<const RegisterField> fields{};
    /// Rows that agree in so many of the first fields speak of the same: the later one counts.
    std::size_t key_fields = 1;
};

/// Places of fields in their forms.
namespace register_field {
enum SectionField : std::size_t { section_party, section_grade, section_places };
enum CellField : std::size_t {
    cell_name,
    cell_section,
    cell_grade,
    cell_area,
    cell_places,
    cell_floor,
    cell_improvements,
    cell_improved,
    cell_opened,
    cell_closed
};
enum TitleField : std::size_t {
    title_cell,
    title_owner,
    title_since,
    title_price,
    title_commodity
};
enum BusinessField : std::size_t {
    business_party,
    business_owner,
    business_section,
    business_cell,
    business_sells
};
enum HouseholdField : std::size_t { household_party, household_since, household_section };
enum MemberField : std::size_t {
    member_name,
    member_household,
    member_role,
    member_works,
    member_arrived,
    member_released
};
enum LeaseField : std::size_t {
    lease_name,
    lease_cell,
    lease_form,
    lease_landlord,
    lease_tenant,
    lease_places,
    lease_rate,
    lease_commodity,
    lease_period,
    lease_deposit,
    lease_from,
    lease_to
};
enum TariffField : std::size_t {
    tariff_name,
    tariff_section,
    tariff_kind,
    tariff_amount,
    tariff_commodity,
    tariff_per,
    tariff_period,
    tariff_from,
    tariff_to
};
}  // namespace register_field

/// What a cell is let for. Their order is that of the choices.
enum class LeaseForm : std::uint8_t { rent, anticretico, floor_space, free };
enum class MemberRole : std::uint8_t { inmate, spouse, adult, child };
enum class MemberWork : std::uint8_t { no, inside, outside };
enum class TariffBase : std::uint8_t { adult, person, household, cell, business };
enum class ChargePeriod : std::uint8_t { once, day, week, month, year };
std::string_view to_string(LeaseForm form);
std::string_view to_string(MemberRole role);
std::string_view to_string(TariffBase base);
std::string_view to_string(ChargePeriod period);

const RegisterForm& register_form(Register sort);
std::span<const RegisterForm> register_forms();
/// By the name that stands in the chain and in journal text.
const RegisterForm* find_register(std::string_view name);
/// Place of a field in its form; absent when there is none of that name.
std::optional<std::size_t> field_named(const RegisterForm& form, std::string_view name);

}  // namespace cellbook
