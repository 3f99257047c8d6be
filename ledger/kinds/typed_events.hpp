/// Events with types of their own: one struct a kind, its parties by the names of their roles.
///
///     book.record(CellRent{.date = day, .tenant = carpenter, .landlord = widow,
///                          .cell = CellName{"posta-12"}, .amount = {300.00_decimal, "BOB"}});
///
/// `to_event` turns each into the event that the kinds engine books
/// (ledger/kinds/event_booking.hpp); what is missing or wrong is said there. docs/kinds.md tells
/// what each kind books.
#pragma once

#include <tuple>

#include "ledger/kinds/event.hpp"
#include "ledger/kinds/typed_fields.hpp"
#include "ledger/kinds/typed_money_events.hpp"
#include "ledger/kinds/typed_trade_events.hpp"

namespace cellbook {

/// Something falls due and is not paid yet: any event, on account.
struct Charge {
    Event due{};
};
Event to_event(const Charge& event);
/// `book.record(charge(SectionDues{...}))`
template <class TypedEvent>
Charge charge(const TypedEvent& event) {
    return {.due = to_event(event)};
}

/// Every type above: as many as there are standard kinds.
using TypedEvents =
    std::tuple<OpeningBalance, OpeningClaim, CellRent, CellSale, AnticreticoDeposit,
               AnticreticoReturn, FloorRent, CellImprovement, SectionEntry, SectionDues,
               SectionSpending, SectionWage, VisitorFee, GateCharge, ShopSale, RestaurantMeal,
               SaunaVisit, PoolVisit, Service, Wage, PurchaseOutside, SaleOutside, GoodsToStock,
               GoodsFromStock, Depreciation, FamilyIncome, FamilyTransfer, SupportSent, Gift,
               FoodAllowance, FoodAllowanceInKind, GovernmentTransfer, Loan, Repayment, Interest,
               CurrencyExchange, Barter, OwnerCapital, OwnerDrawings, CapitalReturn,
               NonobservedIncome, NonobservedSpending, Settle, WriteOff, Revaluation, Loss, Seizure,
               Closing, Charge>;

}  // namespace cellbook
