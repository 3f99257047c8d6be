/// Typed events of cells, sections, goods, services and work, and of opening positions.
/// See ledger/kinds/typed_events.hpp.
#pragma once

#include <optional>

#include "ledger/kinds/event.hpp"
#include "ledger/kinds/typed_fields.hpp"

namespace cellbook {

/// What a party holds when the book begins. A negative amount is something owed.
struct OpeningBalance {
    Date date{};
    PartyName party{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const OpeningBalance& event);

/// What one party owes another when the book begins.
struct OpeningClaim {
    Date date{};
    PartyName creditor{};
    PartyName debtor{};
    Money amount{};
    AccountDetail account{};
    AccountDetail liability{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const OpeningClaim& event);

struct CellRent {
    Date date{};
    PartyName tenant{};
    PartyName landlord{};
    CellName cell{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const CellRent& event);

/// With the levy of a section, where it takes one: from the seller, the buyer or both.
struct CellSale {
    Date date{};
    PartyName buyer{};
    PartyName seller{};
    CellName cell{};
    PartyName section{};
    Money amount{};
    std::optional<Decimal> levy_rate{};
    std::optional<Decimal> buyer_levy_rate{};
    EventDetails details{};
};
Event to_event(const CellSale& event);

struct AnticreticoDeposit {
    Date date{};
    PartyName tenant{};
    PartyName owner{};
    CellName cell{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const AnticreticoDeposit& event);

struct AnticreticoReturn {
    Date date{};
    PartyName owner{};
    PartyName tenant{};
    CellName cell{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const AnticreticoReturn& event);

struct FloorRent {
    Date date{};
    PartyName tenant{};
    PartyName landlord{};
    Money amount{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const FloorRent& event);

struct CellImprovement {
    Date date{};
    PartyName owner{};
    PartyName builder{};
    CellName cell{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const CellImprovement& event);

struct SectionEntry {
    Date date{};
    PartyName newcomer{};
    PartyName section{};
    Money amount{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const SectionEntry& event);

struct SectionDues {
    Date date{};
    PartyName member{};
    PartyName section{};
    Money amount{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const SectionDues& event);

struct SectionSpending {
    Date date{};
    PartyName section{};
    PartyName supplier{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const SectionSpending& event);

struct SectionWage {
    Date date{};
    PartyName section{};
    PartyName worker{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const SectionWage& event);

struct VisitorFee {
    Date date{};
    PartyName visitor{};
    PartyName recipient{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const VisitorFee& event);

/// Unofficial: kept as a transfer to persons, not as revenue of the state.
struct GateCharge {
    Date date{};
    PartyName charged{};
    PartyName recipient{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const GateCharge& event);

struct ShopSale {
    Date date{};
    PartyName customer{};
    PartyName shop{};
    Money amount{};
    AccountDetail account{};
    std::optional<Decimal> stock_cost{};
    EventDetails details{};
};
Event to_event(const ShopSale& event);

struct RestaurantMeal {
    Date date{};
    PartyName customer{};
    PartyName restaurant{};
    Money amount{};
    std::optional<Decimal> stock_cost{};
    EventDetails details{};
};
Event to_event(const RestaurantMeal& event);

struct SaunaVisit {
    Date date{};
    PartyName customer{};
    PartyName sauna{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const SaunaVisit& event);

struct PoolVisit {
    Date date{};
    PartyName customer{};
    PartyName pool{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const PoolVisit& event);

/// Laundry, haircut, messenger, repair: what has no kind of its own.
struct Service {
    Date date{};
    PartyName customer{};
    PartyName provider{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Service& event);

struct Wage {
    Date date{};
    PartyName employer{};
    PartyName worker{};
    Money amount{};
    EventDetails details{};
};
Event to_event(const Wage& event);

struct PurchaseOutside {
    Date date{};
    PartyName buyer{};
    PartyName supplier{};
    Money amount{};
    AccountDetail account{};
    EventDetails details{};
};
Event to_event(const PurchaseOutside& event);

struct SaleOutside {
    Date date{};
    PartyName customer{};
    PartyName seller{};
    Money amount{};
    std::optional<Decimal> stock_cost{};
    EventDetails details{};
};
Event to_event(const SaleOutside& event);

struct GoodsToStock {
    Date date{};
    PartyName business{};
    Money amount{};
    AccountDetail account{};
    EventDetails details{};
};
Event to_event(const GoodsToStock& event);

struct GoodsFromStock {
    Date date{};
    PartyName business{};
    Money amount{};
    AccountDetail account{};
    EventDetails details{};
};
Event to_event(const GoodsFromStock& event);

struct Depreciation {
    Date date{};
    PartyName owner{};
    Money amount{};
    AccountDetail account{};
    CellName cell{};
    EventDetails details{};
};
Event to_event(const Depreciation& event);

}  // namespace cellbook
