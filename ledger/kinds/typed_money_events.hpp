/// Typed events of families, the state, credit, owners, the non-observed economy, what is due, and
/// changes in value. See ledger/kinds/typed_events.hpp.
#pragma once

#include <optional>

#include "ledger/kinds/event.hpp"
#include "ledger/kinds/typed_fields.hpp"

namespace cellbook {

/// Earned outside by a member of the household who lives inside.
struct FamilyIncome {
    Date date{};
    PartyName employer{};
    PartyName household{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const FamilyIncome& event);

/// From a family that lives outside.
struct FamilyTransfer {
    Date date{};
    PartyName family{};
    PartyName household{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const FamilyTransfer& event);

struct SupportSent {
    Date date{};
    PartyName household{};
    PartyName family{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const SupportSent& event);

struct Gift {
    Date date{};
    PartyName giver{};
    PartyName receiver{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Gift& event);

struct FoodAllowance {
    Date date{};
    PartyName state{};
    PartyName household{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const FoodAllowance& event);

struct FoodAllowanceInKind {
    Date date{};
    PartyName state{};
    PartyName household{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const FoodAllowanceInKind& event);

struct GovernmentTransfer {
    Date date{};
    PartyName giver{};
    PartyName receiver{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const GovernmentTransfer& event);

struct Loan {
    Date date{};
    PartyName lender{};
    PartyName borrower{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const Loan& event);

struct Repayment {
    Date date{};
    PartyName borrower{};
    PartyName lender{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const Repayment& event);

struct Interest {
    Date date{};
    PartyName borrower{};
    PartyName lender{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const Interest& event);

/// `amount` is given for `taken`. A rate, when it is there too, must agree.
struct CurrencyExchange {
    Date date{};
    PartyName customer{};
    PartyName changer{};
    Money amount{};
    Money taken{};
    std::optional<Decimal> rate{};
    EventDetails details{};
};
Event to_event(const CurrencyExchange& event);

/// `amount` is given for `taken`, goods for goods.
struct Barter {
    Date date{};
    PartyName giver{};
    PartyName taker{};
    Money amount{};
    Money taken{};
    AccountDetail account{};
    AccountDetail account2{};
    EventDetails details{};
};
Event to_event(const Barter& event);

struct OwnerCapital {
    Date date{};
    PartyName owner{};
    PartyName business{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const OwnerCapital& event);

struct OwnerDrawings {
    Date date{};
    PartyName business{};
    PartyName owner{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const OwnerDrawings& event);

struct CapitalReturn {
    Date date{};
    PartyName business{};
    PartyName owner{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const CapitalReturn& event);

/// A sum from the one aggregate counterpart; nothing is kept about how.
struct NonobservedIncome {
    Date date{};
    PartyName counterpart{};
    PartyName household{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const NonobservedIncome& event);

/// A sum to the one aggregate counterpart.
struct NonobservedSpending {
    Date date{};
    PartyName household{};
    PartyName counterpart{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const NonobservedSpending& event);

/// Payment of what was charged.
struct Settle {
    Date date{};
    PartyName debtor{};
    PartyName creditor{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Settle& event);

/// What was charged is given up.
struct WriteOff {
    Date date{};
    PartyName debtor{};
    PartyName creditor{};
    Money amount{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const WriteOff& event);

/// Of an asset held; a negative amount is a fall.
struct Revaluation {
    Date date{};
    PartyName owner{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Revaluation& event);

struct Loss {
    Date date{};
    PartyName owner{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Loss& event);

/// Of one account of income or expenses, by what stands on it with the sign turned.
struct Closing {
    Date date{};
    PartyName party{};
    Money amount{};
    AccountDetail account{};
    EventDetails details{};
};
Event to_event(const Closing& event);

struct Seizure {
    Date date{};
    PartyName owner{};
    PartyName taker{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Seizure& event);

}  // namespace cellbook
