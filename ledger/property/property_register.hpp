/// The property register of a book: what exists, who holds it since when, who uses it on what
/// terms, and who lives where on a day.
///
/// A fold over the chain's register rows and the transactions that move property. Rows say how
/// things stand when they begin; transactions move them on, by date and then by place in the chain.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/entry.hpp"
#include "ledger/property/property_move.hpp"
#include "ledger/property/property_rows.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// What contradicts the register, and the entry that does.
struct PropertyFault {
    std::int64_t seq = 0;
    WordId cell{};  ///< that it is about; none: about several
    Diagnostic diagnostic{.code = DiagnosticCode::title_not_held, .explanation = {}};
};

class PropertyRegister {
public:
    explicit PropertyRegister(const Chart& chart) : chart_(&chart) {}

    /// Entries may come in any order; of two rows with one key the later in the chain counts.
    void add(const RegisterDeclaration& row, std::int64_t seq);
    void add(const TransactionDraft& transaction, std::int64_t seq);
    /// Lets everything that was added happen, in order. Nothing may be added after it.
    /// *Errors*: `title_not_held`, `deposit_not_held`, `lease_not_owner`, `lease_overlap`.
    std::vector<PropertyFault> settle();

    [[nodiscard]] const Chart& chart() const { return *chart_; }
    [[nodiscard]] bool empty() const { return cells_.empty() && members_.empty(); }
    [[nodiscard]] const std::map<WordId, Cell>& cells() const { return cells_; }
    [[nodiscard]] const std::map<PartyId, Section>& sections() const { return sections_; }
    [[nodiscard]] const std::map<PartyId, Business>& businesses() const { return businesses_; }
    [[nodiscard]] const std::map<WordId, Member>& members() const { return members_; }
    /// Rows by chain order, then what transactions began.
    [[nodiscard]] const std::vector<Lease>& leases() const { return leases_; }
    [[nodiscard]] const std::map<WordId, Tariff>& tariffs() const { return tariffs_; }
    [[nodiscard]] const std::vector<HouseholdStay>& stays(PartyId household) const;
    [[nodiscard]] std::vector<PartyId> households() const;

    [[nodiscard]] const Cell* cell(WordId name) const;
    /// Holders one after another; empty where nobody is known to hold the cell.
    [[nodiscard]] const std::vector<Title>& titles(WordId cell) const;
    /// Who holds it at the end of that day; null: nobody known.
    [[nodiscard]] const Title* title_on(WordId cell, Date day) const;
    /// The section a household belongs to on a day: as registered, else the one its party belongs
    /// to, else none.
    [[nodiscard]] PartyId section_on(PartyId household, Date day) const;
    /// Whether the landlord held the title when the lease began; else it is a sublet.
    [[nodiscard]] bool let_by_owner(const Lease& lease) const;
    /// Stars of a cell, or of its section.
    [[nodiscard]] std::optional<std::int64_t> grade_of(const Cell& cell) const;
    /// Last day on which anything in the register begins, is moved or anybody leaves; absent:
    /// nothing does. Ends of leases may lie far ahead, and tell of no day that has come.
    [[nodiscard]] std::optional<Date> last_day() const { return last_day_; }

private:
    struct Move {
        PropertyMove move{};
        Date date{};
        std::int64_t seq = 0;
        std::string id{};
    };

    void transfer(const Move& move, std::vector<PropertyFault>& faults);
    void take_deposit(const Move& move);
    void return_deposit(const Move& move, std::vector<PropertyFault>& faults);
    void improve(const Move& move);
    void judge_leases(std::vector<PropertyFault>& faults) const;
    void judge_places(std::vector<const Lease*>& leases, std::vector<PropertyFault>& faults) const;
    [[nodiscard]] std::optional<std::int64_t> places_to_let(const Lease& lease) const;
    void note_day(const std::optional<Date>& day);

    const Chart* chart_;
    std::map<PartyId, Section> sections_{};
    std::map<WordId, Cell> cells_{};
    std::map<PartyId, Business> businesses_{};
    std::map<PartyId, std::vector<HouseholdStay>> stays_{};
    std::map<WordId, Member> members_{};
    std::map<WordId, Tariff> tariffs_{};
    std::map<WordId, Lease> lease_rows_{};
    std::map<WordId, std::vector<Title>> titles_{};
    std::vector<Lease> leases_{};
    std::vector<Move> moves_{};
    std::optional<Date> last_day_{};
};

}  // namespace cellbook
