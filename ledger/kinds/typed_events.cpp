#include "ledger/kinds/typed_events.hpp"

namespace cellbook {

namespace {

/// An event in the making, from what all typed events have.
class Booked {
public:
    template <class TypedEvent>
    Booked(const TypedEvent& typed, std::string_view kind) {
        const EventDetails& details = typed.details;
        event_.date = typed.date;
        event_.kind = kind;
        event_.amount = typed.amount.amount;
        event_.commodity = typed.amount.commodity;
        event_.product = details.product;
        event_.quantity = details.quantity;
        event_.unit_price = details.unit_price;
        event_.standings = details.standings;
        event_.low = details.low;
        event_.high = details.high;
        event_.source = details.source;
        event_.nonobserved = details.nonobserved;
        event_.recorded = details.recorded;
        event_.id = details.id;
        event_.note = details.note;
        event_.tags = details.tags;
    }

    Booked& payer(const PartyName& party) {
        event_.payer = party.text;
        return *this;
    }
    Booked& payee(const PartyName& party) {
        event_.payee = party.text;
        return *this;
    }
    Booked& cell(const CellName& cell) {
        event_.cell = cell.text;
        return *this;
    }
    Booked& taken(const Money& money) {
        event_.amount2 = money.amount;
        event_.commodity2 = money.commodity;
        return *this;
    }
    Booked& rate(const std::optional<Decimal>& rate) {
        event_.rate = rate;
        return *this;
    }
    template <class Sort>
    Booked& tag(const char* name, const NameOf<Sort>& value) {
        if (!value.text.empty()) event_.tags.emplace_back(name, value.text);
        return *this;
    }
    Booked& tag(const char* name, const std::optional<Decimal>& value) {
        if (value) event_.tags.emplace_back(name, to_string(*value));
        return *this;
    }
    Event done() { return std::move(event_); }

private:
    Event event_{};
};

}  // namespace

Event to_event(const OpeningBalance& event) {
    return Booked(event, "opening_balance")
        .payer(event.party)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const OpeningClaim& event) {
    return Booked(event, "opening_claim")
        .payer(event.creditor)
        .payee(event.debtor)
        .tag("account", event.account)
        .tag("liability", event.liability)
        .cell(event.cell)
        .done();
}
Event to_event(const CellRent& event) {
    return Booked(event, "cell_rent")
        .payer(event.tenant)
        .payee(event.landlord)
        .cell(event.cell)
        .done();
}
Event to_event(const CellSale& event) {
    return Booked(event, "cell_sale")
        .payer(event.buyer)
        .payee(event.seller)
        .cell(event.cell)
        .tag("section", event.section)
        .tag("levy_rate", event.levy_rate)
        .tag("buyer_levy_rate", event.buyer_levy_rate)
        .done();
}
Event to_event(const AnticreticoDeposit& event) {
    return Booked(event, "anticretico_deposit")
        .payer(event.tenant)
        .payee(event.owner)
        .cell(event.cell)
        .done();
}
Event to_event(const AnticreticoReturn& event) {
    return Booked(event, "anticretico_return")
        .payer(event.owner)
        .payee(event.tenant)
        .cell(event.cell)
        .done();
}
Event to_event(const FloorRent& event) {
    return Booked(event, "floor_rent")
        .payer(event.tenant)
        .payee(event.landlord)
        .cell(event.cell)
        .done();
}
Event to_event(const CellImprovement& event) {
    return Booked(event, "cell_improvement")
        .payer(event.owner)
        .payee(event.builder)
        .cell(event.cell)
        .done();
}
Event to_event(const SectionEntry& event) {
    return Booked(event, "section_entry")
        .payer(event.newcomer)
        .payee(event.section)
        .cell(event.cell)
        .done();
}
Event to_event(const SectionDues& event) {
    return Booked(event, "section_dues")
        .payer(event.member)
        .payee(event.section)
        .cell(event.cell)
        .done();
}
Event to_event(const SectionSpending& event) {
    return Booked(event, "section_spending").payer(event.section).payee(event.supplier).done();
}
Event to_event(const SectionWage& event) {
    return Booked(event, "section_wage").payer(event.section).payee(event.worker).done();
}
Event to_event(const VisitorFee& event) {
    return Booked(event, "visitor_fee").payer(event.visitor).payee(event.recipient).done();
}
Event to_event(const GateCharge& event) {
    return Booked(event, "gate_charge").payer(event.charged).payee(event.recipient).done();
}
Event to_event(const ShopSale& event) {
    return Booked(event, "shop_sale")
        .payer(event.customer)
        .payee(event.shop)
        .tag("account", event.account)
        .tag("stock_cost", event.stock_cost)
        .done();
}
Event to_event(const RestaurantMeal& event) {
    return Booked(event, "restaurant_meal")
        .payer(event.customer)
        .payee(event.restaurant)
        .tag("stock_cost", event.stock_cost)
        .done();
}
Event to_event(const SaunaVisit& event) {
    return Booked(event, "sauna_visit").payer(event.customer).payee(event.sauna).done();
}
Event to_event(const PoolVisit& event) {
    return Booked(event, "pool_visit").payer(event.customer).payee(event.pool).done();
}
Event to_event(const Service& event) {
    return Booked(event, "service")
        .payer(event.customer)
        .payee(event.provider)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const Wage& event) {
    return Booked(event, "wage").payer(event.employer).payee(event.worker).done();
}
Event to_event(const PurchaseOutside& event) {
    return Booked(event, "purchase_outside")
        .payer(event.buyer)
        .payee(event.supplier)
        .tag("account", event.account)
        .done();
}
Event to_event(const SaleOutside& event) {
    return Booked(event, "sale_outside")
        .payer(event.customer)
        .payee(event.seller)
        .tag("stock_cost", event.stock_cost)
        .done();
}
Event to_event(const GoodsToStock& event) {
    return Booked(event, "goods_to_stock")
        .payer(event.business)
        .tag("account", event.account)
        .done();
}
Event to_event(const GoodsFromStock& event) {
    return Booked(event, "goods_from_stock")
        .payer(event.business)
        .tag("account", event.account)
        .done();
}
Event to_event(const Depreciation& event) {
    return Booked(event, "depreciation")
        .payer(event.owner)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const FamilyIncome& event) {
    return Booked(event, "family_income").payer(event.employer).payee(event.household).done();
}
Event to_event(const FamilyTransfer& event) {
    return Booked(event, "family_transfer").payer(event.family).payee(event.household).done();
}
Event to_event(const SupportSent& event) {
    return Booked(event, "support_sent").payer(event.household).payee(event.family).done();
}
Event to_event(const Gift& event) {
    return Booked(event, "gift")
        .payer(event.giver)
        .payee(event.receiver)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const FoodAllowance& event) {
    return Booked(event, "food_allowance").payer(event.state).payee(event.household).done();
}
Event to_event(const FoodAllowanceInKind& event) {
    return Booked(event, "food_allowance_in_kind").payer(event.state).payee(event.household).done();
}
Event to_event(const GovernmentTransfer& event) {
    return Booked(event, "government_transfer").payer(event.giver).payee(event.receiver).done();
}
Event to_event(const Loan& event) {
    return Booked(event, "loan").payer(event.lender).payee(event.borrower).done();
}
Event to_event(const Repayment& event) {
    return Booked(event, "repayment").payer(event.borrower).payee(event.lender).done();
}
Event to_event(const Interest& event) {
    return Booked(event, "interest").payer(event.borrower).payee(event.lender).done();
}
Event to_event(const CurrencyExchange& event) {
    return Booked(event, "currency_exchange")
        .payer(event.customer)
        .payee(event.changer)
        .taken(event.taken)
        .rate(event.rate)
        .done();
}
Event to_event(const Barter& event) {
    return Booked(event, "barter")
        .payer(event.giver)
        .payee(event.taker)
        .taken(event.taken)
        .tag("account", event.account)
        .tag("account2", event.account2)
        .done();
}
Event to_event(const OwnerCapital& event) {
    return Booked(event, "owner_capital").payer(event.owner).payee(event.business).done();
}
Event to_event(const OwnerDrawings& event) {
    return Booked(event, "owner_drawings").payer(event.business).payee(event.owner).done();
}
Event to_event(const CapitalReturn& event) {
    return Booked(event, "capital_return").payer(event.business).payee(event.owner).done();
}
Event to_event(const NonobservedIncome& event) {
    return Booked(event, "nonobserved_income")
        .payer(event.counterpart)
        .payee(event.household)
        .done();
}
Event to_event(const NonobservedSpending& event) {
    return Booked(event, "nonobserved_spending")
        .payer(event.household)
        .payee(event.counterpart)
        .done();
}
Event to_event(const Settle& event) {
    return Booked(event, "settle")
        .payer(event.debtor)
        .payee(event.creditor)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const WriteOff& event) {
    return Booked(event, "write_off")
        .payer(event.debtor)
        .payee(event.creditor)
        .cell(event.cell)
        .done();
}
Event to_event(const Revaluation& event) {
    return Booked(event, "revaluation")
        .payer(event.owner)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const Loss& event) {
    return Booked(event, "loss")
        .payer(event.owner)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}
Event to_event(const Closing& event) {
    return Booked(event, "closing").payer(event.party).tag("account", event.account).done();
}
Event to_event(const Seizure& event) {
    return Booked(event, "seizure")
        .payer(event.owner)
        .payee(event.taker)
        .tag("account", event.account)
        .cell(event.cell)
        .done();
}

Event to_event(const Charge& event) {
    Event due = event.due;
    due.tags.emplace_back("of", due.kind);
    due.kind = "charge";
    return due;
}

}  // namespace cellbook
