/// Who paid whom in one transaction, by the financial positions that it moves.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "ledger/entry_source.hpp"
#include "ledger/money.hpp"
#include "ledger/price.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// *Units*: minor units of the commodity that payments are read in.
struct PaymentPart {
    PartyId payer{};
    PartyId payee{};
    Sum minor = 0;
    bool in_kind = false;       ///< goods given: income of the payee, and nobody's cash
    bool foreign = false;       ///< valued from another commodity
    bool has_quantity = false;  ///< the flow's quantity is of this part
};

/// A change of somebody's cash, claims and debts.
struct PositionChange {
    PartyId party{};
    Sum minor = 0;
};

/// Reads one transaction after another. *Requires*: the source outlives it.
class TransactionPayments {
public:
    TransactionPayments(const EntrySource& source, CommodityId commodity);

    void read(const TransactionDraft& content);

    [[nodiscard]] const std::vector<PaymentPart>& parts() const { return parts_; }
    /// Changes that no one paid: opening positions, losses, what a rounded price leaves.
    [[nodiscard]] const std::vector<PositionChange>& unpaid() const { return unpaid_; }
    /// Commodities of the transaction that have no price, and so are left out.
    [[nodiscard]] const std::set<CommodityId>& unvalued() const { return unvalued_; }
    /// The kind; what was charged is of the kind put off. Empty without one.
    [[nodiscard]] std::string kind_of(const TransactionDraft& content) const;

    /// Entries of accounts, no dealings of anybody with anybody (SNA 2008, chapters 12 and 13).
    static bool is_no_dealing(std::string_view kind);

private:
    [[nodiscard]] Sum valued(const Amount& amount, Date day);
    void find_positions(const TransactionDraft& content);
    void find_in_kind(const TransactionDraft& content);

    const Chart& chart_;
    PriceDatabase prices_;
    CommodityId commodity_{};
    WordId of_{};
    std::vector<PositionChange> positions_{};
    std::vector<PaymentPart> parts_{};
    std::vector<PositionChange> unpaid_{};
    std::set<CommodityId> unvalued_{};
    bool foreign_ = false;  ///< whether the positions hold what was valued
};

}  // namespace cellbook
