"""What comes in: families, pay, crafts, visitors, the state's food, sums that nobody knows."""

from datetime import date

from prison import habits
from prison.opening import CENTRAL, DEPARTMENT
from prison.sections import SECTIONS
from prison.spending import MEAL, serve_meals

CITY, FAMILIES, VISITORS = "outside:city", "outside:families", "outside:visitors"
UNPAID_MONTH, PAID_LATE = 11, date(2018, 12, 20)


# ---------------------------------------------------------------- families and pay
def family_money(year, day, home):
    """On a visiting day of theirs; nothing where there is plenty already (A38)."""
    sent = year.family.get(home.party, 0)
    plenty = int(year.book["A38"] * 100) + year.reserve(day, home)
    if sent and year.purses.purse(home.party) <= plenty:
        year.purses.add(day, "family_transfer", FAMILIES, home.party,
                        sent * year.draw.between(70, 130), basis="A58 A38",
                        note="The family brings money")
    for member in home.members:
        if member.role == "spouse" and member.works == "outside" and member.there(day):
            year.purses.add(day, "family_income", CITY, home.party,
                            year.draw.between(*habits.OUTSIDE_PAY) * 100, basis="A58",
                            note="Earned outside by a member")


def wages(year, day):
    pay, days = year.unit["day"], int(year.book["A55"])
    for shop in year.shops:
        for home in shop.workers:
            if home.present(day) and year.purses.purse(shop.party) >= pay.value * days:
                year.purses.add(day, "wage", shop.party, home.party, pay.value * days, price=pay,
                                count=days, basis="A55", note="The month's work")
    for section in SECTIONS:
        for home in year.cleaners[section.name]:
            pay_cleaner = int(year.book["A32"] * 400)
            if home.present(day) and year.purses.purse(section.party) >= pay_cleaner:
                year.purses.add(day, "section_wage", section.party, home.party, pay_cleaner,
                                count=4, basis="A32", note="Four weeks' work for the section")


# ---------------------------------------------------------------- crafts
def fair(year, day):
    """The Alasita fair, 24 January: what stood ready at the eve is sold."""
    for home in year.present(day):
        cost = year.purses.stock.get(home.party, 0)
        if home.party in year.crafters and cost:
            sell_crafts(year, day, home, CITY, cost, "Miniatures sold at the Alasita fair")


def sell_crafts(year, day, home, buyer, cost, note):
    amount = int(cost / year.book["A14"]) // 100 * 100
    year.purses.sell(day, "sale_outside", buyer, home.party, amount, cost, product="crafts",
                     basis="A14 A59", note=note)


def crafts_of_the_month(year, day):
    """Some work for wholesalers all year; in November most buy what the next fair needs."""
    for home in year.present(day):
        if home.party not in year.crafters:
            continue
        all_year = home.party in year.wholesale
        if all_year and day.month != UNPAID_MONTH:
            cost = int(year.draw.between(*habits.CRAFTS_A_MONTH) * 100 * year.book["A14"])
            if year.purses.purse(home.party) >= cost + 1000:
                buy_materials(year, day, home, cost)
        if day.month == UNPAID_MONTH:
            cost = int(year.draw.between(*habits.AT_THE_FAIR) * 40)
            if year.purses.purse(home.party) >= cost + 1000:
                buy_materials(year, day, home, cost)


def buy_materials(year, day, home, cost):
    year.purses.store(day, home.party, CITY, cost, product="materials", basis="A14 A59",
                      note="Materials for crafts")


def to_the_wholesaler(year, day):
    """From February to October: what is made later waits for the fair."""
    if day.month == 1 or day.month >= UNPAID_MONTH:
        return
    for home in year.present(day):
        cost = year.purses.stock.get(home.party, 0)
        if home.party in year.wholesale and cost:
            sell_crafts(year, day, home, "outside:wholesaler", cost, "Crafts to the wholesaler")


# ---------------------------------------------------------------- visitors
def visitors(year, day):
    """What visitors pay in a month: plates, calls to the gate, nights (A62)."""
    festive = 2 if day.month == 12 else 1
    for shop in year.shops:
        if shop.trade == "restaurant":
            serve_meals(year, day, VISITORS, shop, year.draw.between(8, 30) * festive,
                        year.meal_price(shop, MEAL), MEAL)
    for section in SECTIONS:
        calls = section.people // 4 * festive + year.draw.below(20)
        home = year.messengers[section.name]
        if home.present(day):
            price = year.unit["call"]
            year.purses.add(day, "visitor_fee", VISITORS, home.party, price.value * calls,
                            price=price, count=calls, product="call", basis="A62",
                            note="Inmates called to the gate")
        nights = year.draw.below(2 * section.grade) * festive
        if nights:
            price = year.unit["night"]
            year.purses.add(day, "visitor_fee", VISITORS, section.party, price.value * nights,
                            price=price, count=nights, product="night", basis="A62",
                            note="Visitors stay the night")


# ---------------------------------------------------------------- the state's food
def person_days(home, first, last):
    """Days of inmates of a household from the first to the last, both included."""
    total = 0
    for member in home.members:
        if member.role == "inmate":
            until = member.released.toordinal() - 1 if member.released else last.toordinal()
            total += max(0, min(until, last.toordinal()) - max(
                member.arrived, first).toordinal() + 1)
    return total


def allowance_money(year, day):
    """The central state's share (O164), then the food that the month needs."""
    price, facts = year.unit["allowance"], year.world.facts
    last = year.last_of(day)
    cost = price.value * sum(person_days(h, day.replace(day=1), last) for h in year.homes)
    year.purses.add(day, "government_transfer", CENTRAL, DEPARTMENT,
                    int(cost * facts.central("O164") / 100), basis="O164 O167",
                    source=facts.source("O164"), note="Central share of the allowance")
    if day.month != UNPAID_MONTH:
        owed = sum(d["amount"] for d in year.debts if d["debtor"] == DEPARTMENT)
        year.purses.store(day, DEPARTMENT, CITY, cost + owed, product="food", basis=price.basis,
                          source=price.source, note="Food for the common pot")


def give_food(year, day, home):
    """At the month's end, or on the eve of leaving; in November it is owed instead (A34)."""
    price = year.unit["allowance"]
    days = person_days(home, day.replace(day=1), day)
    if not days:
        return
    amount = price.value * days
    if day.month == UNPAID_MONTH:
        if home.leaves is not None and home.leaves <= year.last_of(day):
            return  # gone before it falls due
        year.purses.add(day, "charge", DEPARTMENT, home.party, amount, price=price, count=days,
                        of="food_allowance", pays=False, basis="A34",
                        note="The month's allowance is due and not given")
        year.debts.append({"debtor": DEPARTMENT, "payee": home.party, "amount": amount,
                           "of": "food_allowance", "since": day, "basis": "O167 A34"})
        return
    year.purses.take_stock(DEPARTMENT, amount)
    year.purses.add(day, "food_allowance_in_kind", DEPARTMENT, home.party, amount, price=price,
                    count=days, pays=False, note="Meals from the common pot")


def settle_food(year, day):
    """Most of the arrears are made good in food before New Year; two sections still wait."""
    left = []
    for debt in year.debts:
        home = year.by_party.get(debt["payee"])
        if debt["debtor"] != DEPARTMENT or home.section in ("palmar", "cancha"):
            left.append(debt)
            continue
        year.purses.take_stock(DEPARTMENT, debt["amount"])
        year.purses.add(day, "settle", DEPARTMENT, home.party, debt["amount"],
                        account="assets:goods", product="allowance", basis="O167 A34", pays=False,
                        note="November's food is given")
        year.purses.add(day, "goods_from_stock", home.party, "", debt["amount"],
                        account="expenses:food_in_kind", basis="O167 A34", pays=False,
                        note="and eaten")
    year.debts = left


# ---------------------------------------------------------------- unknown sums
def unknown_sums(year, day):
    mean = int(year.book["A28"])
    for home in year.present(day):
        side = year.unknown.get(home.party)
        amount = year.draw.between(mean // 2, mean * 3 // 2) * 100 if side else 0
        if side == "in":
            parties = ("nonobserved_income", "outside:nonobserved", home.party)
        elif side == "out" and year.can_spend(day, home, amount):
            parties = ("nonobserved_spending", home.party, "outside:nonobserved")
        else:
            continue
        year.purses.add(day, *parties, amount, basis="A28 A63", low="0.00",
                        high=f"{3 * mean}.00", note="Aggregate; nothing is kept about how")
