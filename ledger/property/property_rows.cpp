#include "ledger/property/property_rows.hpp"

namespace cellbook {

namespace {

using namespace register_field;

/// Fields of one row by their type; what is not said is the default or nothing.
class Fields {
public:
    Fields(const RegisterDeclaration& row, std::int64_t seq) : row_(row), seq_(seq) {}

    template <class Said>
    [[nodiscard]] std::optional<Said> maybe(std::size_t field) const {
        const Said* const said = row_.get<Said>(field);
        return said == nullptr ? std::nullopt : std::optional{*said};
    }
    template <class Said>
    [[nodiscard]] Said get(std::size_t field) const {
        return maybe<Said>(field).value_or(Said{});
    }
    template <class Choice>
    [[nodiscard]] Choice choice(std::size_t field, Choice otherwise) const {
        const auto said = maybe<std::int64_t>(field);
        return said ? static_cast<Choice>(*said) : otherwise;
    }
    /// From a first day to a last one.
    [[nodiscard]] DateRange range(std::size_t first, std::size_t last) const {
        DateRange range{maybe<Date>(first), maybe<Date>(last)};
        if (range.end) ++range.end->days;
        return range;
    }
    [[nodiscard]] std::optional<RowPrice> price(std::size_t amount, std::size_t commodity) const {
        const auto said = maybe<Decimal>(amount);
        if (!said) return {};
        return RowPrice{*said, get<CommodityId>(commodity)};
    }
    [[nodiscard]] RowOrigin origin() const {
        return {.seq = seq_, .standing = row_.standing, .source = row_.source, .note = row_.note};
    }

private:
    const RegisterDeclaration& row_;
    std::int64_t seq_;
};

}  // namespace

std::optional<Date> Cell::improved_by(Date day) const {
    std::optional<Date> last;
    if (improved && *improved <= day) last = improved;
    for (const Date recorded : recorded_improvements) {
        if (recorded <= day && (!last || *last < recorded)) last = recorded;
    }
    return last;
}

std::optional<Amount> Lease::held_on(Date day) const {
    std::optional<Amount> held;
    for (const DepositChange& change : deposits) {
        if (day < change.date) break;
        if (!held) held = Amount{0, change.amount.commodity};
        held->minor += change.amount.minor;
    }
    return held;
}

std::optional<Amount> Lease::given() const {
    return deposits.empty() ? std::nullopt : std::optional{deposits.front().amount};
}

Section section_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {.party = fields.get<PartyId>(section_party),
            .grade = fields.maybe<std::int64_t>(section_grade),
            .places = fields.maybe<std::int64_t>(section_places),
            .origin = fields.origin()};
}

Cell cell_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {.name = fields.get<WordId>(cell_name),
            .section = fields.get<PartyId>(cell_section),
            .grade = fields.maybe<std::int64_t>(cell_grade),
            .area_m2 = fields.maybe<Decimal>(cell_area),
            .places = fields.get<std::int64_t>(cell_places),
            .floor = fields.maybe<std::int64_t>(cell_floor),
            .improvements = fields.get<std::string>(cell_improvements),
            .improved = fields.maybe<Date>(cell_improved),
            .life = fields.range(cell_opened, cell_closed),
            .origin = fields.origin()};
}

Business business_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {.party = fields.get<PartyId>(business_party),
            .owner = fields.get<PartyId>(business_owner),
            .section = fields.get<PartyId>(business_section),
            .cell = fields.get<WordId>(business_cell),
            .sells = fields.get<std::string>(business_sells),
            .origin = fields.origin()};
}

HouseholdStay stay_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {.household = fields.get<PartyId>(household_party),
            .section = fields.get<PartyId>(household_section),
            .since = fields.get<Date>(household_since),
            .origin = fields.origin()};
}

Member member_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {.name = fields.get<WordId>(member_name),
            .household = fields.get<PartyId>(member_household),
            .role = fields.choice(member_role, MemberRole::inmate),
            .works = fields.choice(member_works, MemberWork::no),
            .inside = {fields.maybe<Date>(member_arrived), fields.maybe<Date>(member_released)},
            .origin = fields.origin()};
}

Lease lease_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    Lease lease{.name = fields.get<WordId>(lease_name),
                .cell = fields.get<WordId>(lease_cell),
                .form = fields.choice(lease_form, LeaseForm::rent),
                .landlord = fields.get<PartyId>(lease_landlord),
                .tenant = fields.get<PartyId>(lease_tenant),
                .places = fields.maybe<std::int64_t>(lease_places),
                .rate = fields.price(lease_rate, lease_commodity),
                .period = fields.choice(lease_period, ChargePeriod::month),
                .deposit = fields.price(lease_deposit, lease_commodity),
                .term = fields.range(lease_from, lease_to),
                .origin = fields.origin()};
    const bool by_the_cell = lease.form == LeaseForm::rent || lease.form == LeaseForm::anticretico;
    if (!lease.places && !by_the_cell) lease.places = 0;
    return lease;
}

Title title_of(const RegisterDeclaration& row, std::int64_t seq, const Chart& chart) {
    const Fields fields{row, seq};
    Title title{.cell = fields.get<WordId>(title_cell),
                .owner = fields.get<PartyId>(title_owner),
                .since = fields.get<Date>(title_since),
                .origin = fields.origin()};
    if (const auto price = fields.price(title_price, title_commodity)) {
        if (const auto amount = amount_of(*price, chart)) title.price = *amount;
    }
    return title;
}

Tariff tariff_of(const RegisterDeclaration& row, std::int64_t seq) {
    const Fields fields{row, seq};
    return {
        .name = fields.get<WordId>(tariff_name),
        .section = fields.get<PartyId>(tariff_section),
        .kind = fields.get<WordId>(tariff_kind),
        .amount = {fields.get<Decimal>(tariff_amount), fields.get<CommodityId>(tariff_commodity)},
        .per = fields.choice(tariff_per, TariffBase::adult),
        .period = fields.choice(tariff_period, ChargePeriod::month),
        .term = fields.range(tariff_from, tariff_to),
        .origin = fields.origin()};
}

Result<Amount> amount_of(const RowPrice& price, const Chart& chart) {
    auto minor = to_minor_rounded(price.amount, chart[price.commodity].scale, Rounding::half_even);
    if (!minor) return std::move(minor).error();
    return Amount{*minor, price.commodity};
}

}  // namespace cellbook
