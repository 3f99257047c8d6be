/// What rows of the property register say, as things.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/entry.hpp"

namespace cellbook {

/// How a row is known and from where: the part that all have.
struct RowOrigin {
    std::int64_t seq = 0;  ///< in the chain
    std::optional<Standing> standing{};
    WordId source{};
    std::string note{};
};

struct Cell {
    WordId name{};
    PartyId section{};
    std::optional<std::int64_t> grade{};  ///< stars; absent: the section's
    std::optional<Decimal> area_m2{};
    std::int64_t places = 1;
    std::optional<std::int64_t> floor{};
    std::string improvements{};
    std::optional<Date> improved{};             ///< as its row says
    std::vector<Date> recorded_improvements{};  ///< by transactions, in order
    DateRange life{};
    RowOrigin origin{};

    /// The last improvement up to the end of a day, by row or transaction.
    [[nodiscard]] std::optional<Date> improved_by(Date day) const;
};

struct Section {
    PartyId party{};
    std::optional<std::int64_t> grade{};
    std::optional<std::int64_t> places{};  ///< that it was planned for
    RowOrigin origin{};
};

/// A price as a row writes it.
struct RowPrice {
    Decimal amount{};
    CommodityId commodity{};
};

struct Business {
    PartyId party{};
    PartyId owner{};
    PartyId section{};
    WordId cell{};
    std::string sells{};
    RowOrigin origin{};
};

/// A household belongs to a section from a day on, until it says another.
struct HouseholdStay {
    PartyId household{};
    PartyId section{};
    Date since{};
    RowOrigin origin{};
};

/// A person, by pseudonym, of a household: inside from the day of arrival to the day before
/// release.
struct Member {
    WordId name{};
    PartyId household{};
    MemberRole role = MemberRole::inmate;
    MemberWork works = MemberWork::no;
    DateRange inside{};
    RowOrigin origin{};
};

/// A deposit given, or returned where it is negative.
struct DepositChange {
    Date date{};
    Amount amount{};
};

struct Lease {
    WordId name{};  ///< none: an anticretico that a transaction began
    WordId cell{};
    LeaseForm form = LeaseForm::rent;
    PartyId landlord{};
    PartyId tenant{};
    std::optional<std::int64_t> places{};  ///< absent: the whole cell
    std::optional<RowPrice> rate{};
    ChargePeriod period = ChargePeriod::month;
    std::optional<RowPrice> deposit{};
    DateRange term{};
    RowOrigin origin{};
    std::vector<DepositChange> deposits{};  ///< by day
    std::int64_t ended_by = 0;              ///< the return that ended it

    /// What the landlord holds of a deposit at the end of a day; absent: none was ever given.
    [[nodiscard]] std::optional<Amount> held_on(Date day) const;
    /// The first deposit given.
    [[nodiscard]] std::optional<Amount> given() const;
};

struct Tariff {
    WordId name{};
    PartyId section{};
    WordId kind{};
    RowPrice amount{};
    TariffBase per = TariffBase::adult;
    ChargePeriod period = ChargePeriod::month;
    DateRange term{};
    RowOrigin origin{};
};

/// One holder in a cell's chain of ownership.
struct Title {
    WordId cell{};
    PartyId owner{};
    Date since{};
    PartyId from{};                 ///< nobody: the register begins with this holder
    std::optional<Amount> price{};  ///< as paid, or as the row says
    Sums levies{};
    std::string id{};  ///< of the transaction
    RowOrigin origin{};
};

// Each of these *requires* a row of its own sort, with all that is required.
Section section_of(const RegisterDeclaration& row, std::int64_t seq);
Cell cell_of(const RegisterDeclaration& row, std::int64_t seq);
Business business_of(const RegisterDeclaration& row, std::int64_t seq);
HouseholdStay stay_of(const RegisterDeclaration& row, std::int64_t seq);
Member member_of(const RegisterDeclaration& row, std::int64_t seq);
Lease lease_of(const RegisterDeclaration& row, std::int64_t seq);
Title title_of(const RegisterDeclaration& row, std::int64_t seq, const Chart& chart);
Tariff tariff_of(const RegisterDeclaration& row, std::int64_t seq);

/// In minor units of its commodity, rounded half-even where it is written finer.
/// *Errors*: `amount_overflow`.
Result<Amount> amount_of(const RowPrice& price, const Chart& chart);

}  // namespace cellbook
