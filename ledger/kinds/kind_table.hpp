/// Kinds as data: what a transaction of each kind books in whose books, with SNA 2008 codes.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// One leg: `amount` of some computed name on `account` of the party that plays `role`.
struct KindLeg {
    struct Term {
        bool negative = false;
        std::string name;  ///< `amount`, `amount2`, or a name from `amounts`
    };
    std::string role;     ///< payer, payee, or another role given by a tag
    std::string account;  ///< class and detail, e.g. `assets:cash`
    std::vector<Term> amount;
};

struct Kind {
    std::string name;
    std::string title;
    std::string sna_payer;  ///< SNA 2008 transaction code in the payer's books
    std::string sna_payee;
    std::string product;                  ///< default product of the flow; may be empty
    std::vector<std::string> requires_;   ///< fields an event must give, e.g. cell
    std::vector<std::string> parameters;  ///< tags that legs or amounts use, e.g. levy_rate
    /// computed amounts, in order: name -> `factor * factor`
    std::vector<std::pair<std::string, std::pair<std::string, std::string>>> amounts;
    std::vector<KindLeg> legs;
    bool nonobserved = false;
};

class KindTable {
public:
    /// The standard kinds, compiled in from schemas/kinds.toml.
    static const KindTable& standard();
    /// The standard kinds and a user's own. *Errors*: `kinds_file_invalid` with line and column.
    static Result<KindTable> with_file(const KindTable& base, std::string_view toml,
                                       const std::string& file_name);

    [[nodiscard]] const Kind* find(std::string_view name) const;
    [[nodiscard]] const std::vector<Kind>& all() const { return kinds_; }
    /// *Errors*: `kind_unknown`, with the nearest names in the remedy.
    [[nodiscard]] Result<const Kind*> get(std::string_view name) const;

private:
    std::vector<Kind> kinds_;
    std::map<std::string, std::size_t, std::less<>> index_;
};

/// What happened, in the words of an events file or of the typed API.
struct Event {
    Date date{};
    std::string kind{};
    std::string payer{};
    std::string payee{};
    Decimal amount{};
    std::string commodity{};
    std::optional<Decimal> amount2{};
    std::string commodity2{};
    std::optional<Decimal> rate{};
    std::string product{};
    std::optional<Decimal> quantity{};
    std::string cell{};
    Standings standings{};
    std::optional<Decimal> low{};
    std::optional<Decimal> high{};
    std::string source{};
    std::optional<Date> recorded{};
    std::string id{};
    std::string note{};
    std::vector<std::pair<std::string, std::string>> tags{};  ///< roles and parameters among them
};

/// Books an event: the kind's legs with the event's amounts. Computed amounts are rounded
/// half-even. *Errors*: `kind_unknown`, `event_field_missing`, `event_field_unused`,
/// `amount_too_precise`, `amount_overflow`.
Result<TransactionDraft> book_event(const Event& event, const KindTable& kinds, Chart& chart);

/// Whether a transaction's postings are the legs its kind says (the check `kinds`); empty when they
/// are, else the complaint.
std::optional<Diagnostic> check_legs(const TransactionDraft& transaction, const KindTable& kinds,
                                     const Chart& chart);

}  // namespace cellbook
