/// Books events: the legs of their kind, with their amounts, in the books of their parties.
#pragma once

#include <memory>
#include <string_view>

#include "ledger/chart.hpp"
#include "ledger/diagnostic.hpp"
#include "ledger/kinds/event.hpp"
#include "ledger/kinds/kind_table.hpp"
#include "ledger/transaction.hpp"

namespace cellbook {

/// Books many events: remembers each kind's plan and each party's accounts.
///
/// Order of precedence: kind; what is missing; what the kind has no use for; parties; amounts and
/// whether they agree; quantity, price and range; legs. Computed amounts are rounded half-even. The
/// scales of commodities must be settled in the chart.
///
/// The draft keeps every tag, also those that are roles and parameters, so that a journal that is
/// written from it says the same. Its description is the note; without one, the kind and the cell,
/// or the product when it is not the kind's own: `Cell rent, posta-12`.
///
/// *Errors*: `kind_unknown`, `kind_not_chargeable`, `event_field_missing`, `event_field_unused`,
/// `event_field_invalid`, `event_parties_equal`, `event_amount_sign`, `event_amounts_disagree`,
/// `range_reversed`, `event_range_invalid`, `amount_too_precise`, `amount_overflow`, those of
/// account names.
class EventBooker {
public:
    /// Both must outlive it.
    EventBooker(const KindTable& kinds, Chart& chart);
    ~EventBooker();
    EventBooker(EventBooker&&) noexcept;

    Result<TransactionDraft> book(const Event& event);

    /// The field (or tag) of the event that the last error is about; empty: the event as a whole.
    [[nodiscard]] std::string_view field_at_fault() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Books one event.
Result<TransactionDraft> book_event(const Event& event, const KindTable& kinds, Chart& chart);

}  // namespace cellbook
