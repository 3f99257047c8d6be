"""What recurs: the state's food, rent and dues, trade, wages, families, the close of each month."""

from decimal import Decimal

from model import people
from model.facts import cents
from model.opening import close_year, open_books  # noqa: F401  (the year calls them here)
from model.year import CITY, FAMILIES, SUNDAY, THURSDAY, VISITORS

DEPARTMENT, CENTRAL, POLICE = "state:department", "state:central", "state:police"
COUNCIL = "sections:council"
UNPAID_MONTH = 11  # the department pays this month's allowance late


def on_day(year):
    day = year.day
    if day.day == 2:
        allowance_money(year)
    if day.day == 5:
        rents_and_dues(year)
    if day.weekday() == 0:
        stock_up(year)
    if day.weekday() in (THURSDAY, SUNDAY):
        visiting_day(year)
    if day.day == 17:
        year.settle_debts()
    spending(year)
    if day.weekday() == SUNDAY:
        wages(year)
    if day.day == 20:
        odd_income(year)
    if day.day == 26:
        section_month(year)
    if year.is_month_end():
        allowance_in_kind(year)
        close_businesses(year)
        send_out_savings(year)


# ---------------------------------------------------------------- the state's allowance
def allowance_cost(year):
    inmates = sum(h.inmates for h in year.households())
    return year.prices["allowance"].value * year.days_in_month() * inmates


def allowance_money(year):
    """The central state's share (O164), then the food that the department buys."""
    cost = allowance_cost(year)
    price = year.prices["allowance"]
    year.events.add(year.day, "government_transfer", CENTRAL, DEPARTMENT,
                    cost * year.facts.central("O164") / 100, basis="O164 O167",
                    source=year.facts.source("O164"), note="Central share of the allowance")
    if year.day.month == UNPAID_MONTH:
        return
    twice = 2 if year.day.month == UNPAID_MONTH + 1 else 1
    year.events.store(year.day, DEPARTMENT, CITY, cost * twice, product="food",
                      basis=price.basis, source=price.source, note="Food for the common pot")


def allowance_in_kind(year):
    price = year.prices["allowance"]
    late = year.day.month == UNPAID_MONTH
    if year.day.month == UNPAID_MONTH + 1:
        settle_allowance(year)
    year.late = getattr(year, "late", [])
    for home in year.households():
        count = year.days_in_month() * home.inmates
        if home.arrives and home.arrives[:7] == year.day.isoformat()[:7]:
            count = (year.day.day - int(home.arrives[8:]) + 1) * home.inmates
        amount = price.value * count
        if late:
            year.events.add(year.day, "charge", DEPARTMENT, home.party, amount, price=price,
                            count=count, of="food_allowance", pays=False, basis="A34",
                            note="The month's allowance is due and not given")
            year.late.append((home, amount))
        else:
            year.events.add(year.day, "food_allowance_in_kind", DEPARTMENT, home.party, amount,
                            price=price, count=count, pays=False,
                            note="The month's meals from the common pot")
            year.events.stock[DEPARTMENT] -= amount


def settle_allowance(year):
    """Most of the arrears are made good in food before New Year; two sections still wait."""
    for home, amount in year.late:
        if home.section in ("palmar", "cancha"):
            continue
        year.events.add(year.day, "settle", DEPARTMENT, home.party, amount, account="assets:goods",
                        basis="O167 A34", pays=False, note="November's food is given")
        year.events.stock[DEPARTMENT] -= amount
        year.events.add(year.day, "goods_from_stock", home.party, "", amount,
                        account="expenses:food_in_kind", basis="O167 A34", pays=False,
                        note="and eaten")


# ---------------------------------------------------------------- rent and dues
def rents_and_dues(year):
    for home in year.households():
        if home.name in year.leases:
            cell = year.leases[home.name]
            guanay = year.section_of_cell[cell] == "guanay"
            year.pay_or_owe(home, "cell_rent", "inmates:" + year.owner[cell], year.rent_of(cell),
                            cell=cell, price=year.prices["rent_guanay"] if guanay else None,
                            basis="" if guanay else "A05", note="Rent of the month")
        elif home.name in year.floors:
            year.pay_or_owe(home, "floor_rent", "inmates:" + year.floors[home.name],
                            year.book["A06"], basis="A06", note="Floor space for the month")
        amount = year.dues(home) * home.adults
        if year.pay_or_owe(home, "section_dues", "sections:" + home.section, amount,
                           basis=people.DUES.get(home.section, "A04"), count=home.adults,
                           note="Dues of the month"):
            year.gathered[home.section] += amount


# ---------------------------------------------------------------- trade
def stock_up(year):
    for shop in people.BUSINESSES:
        if shop.trade not in ("restaurant", "shop", "workshop"):
            continue
        sold = year.sales.get(shop.name + ":week", Decimal(0))
        year.sales[shop.name + ":week"] = Decimal(0)
        if shop.trade == "workshop":
            buy(year, shop, year.book["A35"], "A35", "materials")
            continue
        share = year.book["A12" if shop.trade == "restaurant" else "A13"]
        want = max(sold * share * Decimal("1.3"), Decimal(shop.stock) / 2)
        want -= year.events.stock[shop.party]
        want = min(want, year.events.purse(shop.party) - 20)
        if want < 20:
            continue
        if shop.trade == "shop":
            buy(year, shop, (want / 10).quantize(Decimal(1)) * 10, "A13", "groceries")
        else:
            groceries_for_kitchen(year, shop, want)


def buy(year, shop, amount, basis, product):
    if year.events.purse(shop.party) >= amount:
        year.events.store(year.day, shop.party, CITY, amount, product=product, basis=basis,
                          note="Bought in the city")


def groceries_for_kitchen(year, shop, want):
    """Chicken, rice and potatoes at La Paz prices, whole kilograms."""
    for item, share in (("chicken", "0.5"), ("rice", "0.3"), ("potato", "0.2")):
        price = year.prices[item]
        count = int(want * Decimal(share) / price.value)
        if count:
            year.events.store(year.day, shop.party, CITY, count * price.value, price=price,
                              count=count, product=item, basis="A12", note=f"{count} kg")


def server(year, home, trade):
    """Mostly the place that serves one's own section, now and then another."""
    places = [b for b in people.BUSINESSES if b.trade == trade]
    if year.draw.chance(0.15):
        return year.draw.pick(places)
    return next(b for b in places if home.section in b.serves)


def eat(year, payer, shop, count, price, **extra):
    amount = price.value * count
    cost = cents(amount * year.book["A12"])
    if year.events.stock[shop.party] < cost:
        return  # sold out
    year.events.sell(year.day, "restaurant_meal", payer, shop.party, amount, cost, price=price,
                     count=count, **extra)
    for key in (shop.name, shop.name + ":week"):
        year.sales[key] = year.sales.get(key, Decimal(0)) + amount


def shop_for_food(year, home):
    mean_key = {"high": "A16", "middle": "A17", "low": "A18"}[home.tier]
    mean = year.book[mean_key]
    spread = int(mean * year.book["A15"])
    amount = mean + year.draw.between(-2 * spread, 2 * spread) / Decimal(2)
    shop = server(year, home, "shop")
    cost = cents(amount * year.book["A13"])
    if year.can_spend(home, amount) and year.events.stock[shop.party] >= cost:
        year.events.sell(year.day, "shop_sale", home.party, shop.party, amount, cost,
                         basis=f"{mean_key} A15 A19", product="groceries", note="Groceries")
        for key in (shop.name, shop.name + ":week"):
            year.sales[key] = year.sales.get(key, Decimal(0)) + amount


SERVICES = {"sauna": ("sauna", "sauna_visit", "An hour in the sauna"),
            "pool": ("pool", "pool_visit", "A swim"),
            "laundry": ("laundry", "service", "A load of laundry"),
            "haircut": ("barber", "service", "A haircut")}


def serve(year, home, what):
    trade, kind, note = SERVICES[what]
    price = year.prices[what]
    count = home.adults if what in ("sauna", "pool") else 1
    shop = next(b for b in people.BUSINESSES if b.trade == trade)
    if year.can_spend(home, price.value * count):
        product = {} if kind != "service" else {"product": what}
        year.events.add(year.day, kind, home.party, shop.party, price.value * count, price=price,
                        count=count, basis="A19", note=note, **product)
        year.take(shop, price.value * count)


def spending(year):
    for home in year.households():
        habits = people.HABITS[home.tier]
        if year.draw.chance(habits["meal"]):
            price = year.prices["soup" if home.tier == "low" else "dish"]
            if year.can_spend(home, price.value * home.eaters):
                eat(year, home.party, server(year, home, "restaurant"), home.eaters, price,
                    basis="A19", note="A meal for the household")
        if year.draw.chance(habits["grocery"]):
            shop_for_food(year, home)
        for what in SERVICES:
            if year.draw.chance(habits[what]):
                serve(year, home, what)
        if year.draw.chance(0.0015) and year.can_spend(home, 100):
            year.events.add(year.day, "gate_charge", home.party, POLICE, 100, count=1,
                            price=year.prices["certificate"], product="certificate",
                            basis="A19", note="Certificate of good conduct")
        if year.draw.chance(0.003) and year.can_spend(home, 50):
            year.events.add(year.day, "gate_charge", home.party, POLICE, 50, count=1,
                            price=year.prices["hearing"], product="virtual_hearing",
                            basis="A19", note="Access to a virtual hearing")


# ---------------------------------------------------------------- families, visitors, pay
def visiting_day(year):
    """Thursday and Sunday (O136): the messenger runs, visitors eat, families bring money."""
    festive = 2 if year.day.month == 12 and year.day.day > 15 else 1
    calls = year.draw.between(2, 6) * festive
    call = year.prices["call"]
    year.events.add(year.day, "visitor_fee", VISITORS, "inmates:" + people.MESSENGER,
                    call.value * calls, price=call, count=calls, product="call",
                    basis="A19", note="Inmates called to the gate")
    for shop in people.BUSINESSES:
        if shop.trade == "restaurant":
            eat(year, VISITORS, shop, year.draw.between(1, 5) * festive, year.prices["dish"],
                basis="A19", note="Visitors eat")
    if year.day.weekday() == SUNDAY and (year.day.day <= 7 or 15 <= year.day.day <= 21):
        for home in year.households():
            family_money(year, home)
    if year.draw.chance(0.25):
        home = year.draw.pick([h for h in year.households() if h.tier == "high"])
        night = year.prices["night"]
        year.events.add(year.day, "visitor_fee", VISITORS, "sections:" + home.section,
                        night.value, price=night, count=1, product="night", basis="A19",
                        note="A visitor stays the night")


def family_money(year, home):
    for sent, kind, payer, note in (
            (home.family, "family_transfer", FAMILIES, "The family brings money"),
            (home.earned_outside, "family_income", CITY, "Earned outside by a member")):
        if kind == "family_transfer" and is_flush(year, home):
            continue
        if sent:
            half = sent * year.draw.between(80, 120) // 200
            year.events.add(year.day, kind, payer, home.party, half, basis="A20 A38",
                            note=note)


def is_flush(year, home):
    return year.events.purse(home.party) > year.book["A38"] + year.reserve(home)


def send_out_savings(year):
    for home in year.households():
        spare = year.events.purse(home.party) - year.book["A37"] - year.reserve(home)
        if spare >= 100:
            year.events.add(year.day, "support_sent", home.party, FAMILIES, spare // 100 * 100,
                            basis="A37", note="Savings sent out")


def wages(year):
    day_pay = year.prices["day"]
    for shop in people.BUSINESSES:
        worker = year.homes.get(shop.worker)
        days = int(year.book["A21"])
        if worker and year.present(worker) and year.events.purse(shop.party) >= 100:
            year.events.add(year.day, "wage", shop.party, worker.party, day_pay.value * days,
                            price=day_pay, count=days, basis="A21", note="Six days' work")
    for section, name in people.SECTION_JOBS.items():
        pay = year.book["A32"]
        if year.events.purse("sections:" + section) >= pay:
            year.events.add(year.day, "section_wage", "sections:" + section, "inmates:" + name,
                            pay, basis="A32", count=1, note="A week's work for the section")


def odd_income(year):
    """Once a month: sums of the non-observed economy, support sent out, lawyers, crafts."""
    for name in ("i0103", "i0203", "i0302", "i0801"):
        home = year.homes[name]
        sums(year, "nonobserved_income", "outside:nonobserved", home.party)
    for name in ("i0201", "i0402", "i0601"):
        if year.can_spend(year.homes[name], 300):
            sums(year, "nonobserved_spending", year.homes[name].party, "outside:nonobserved")
    for name in ("i0304", "i0402", "i0701"):
        if year.can_spend(year.homes[name], 120):
            year.events.add(year.day, "support_sent", year.homes[name].party, FAMILIES, 120,
                            basis="A20", note="Money for the family outside")
    home = year.draw.pick(year.households())
    if year.can_spend(home, year.book["A33"]):
        year.events.add(year.day, "purchase_outside", home.party, CITY, year.book["A33"],
                        account="expenses:legal", product="lawyer", basis="A33",
                        note="Lawyer and court costs")
    sell_crafts(year, Decimal("0.7"))


def sums(year, kind, payer, payee):
    mean = int(year.book["A28"])
    year.events.add(year.day, kind, payer, payee, year.draw.between(mean // 2, mean * 3 // 2),
                    basis="A28", low=Decimal(0), high=Decimal(3 * mean),
                    note="Aggregate; nothing is kept about how")


def sell_crafts(year, share):
    shop = year.shops["taller-guanay"]
    cost = cents(year.events.stock[shop.party] * share)
    amount = cents(cost / year.book["A14"])
    year.events.sell(year.day, "sale_outside", "outside:wholesaler", shop.party, amount, cost,
                     product="crafts", basis="A14 A35", note="Crafts to the wholesaler")
    year.take(shop, amount)


# ---------------------------------------------------------------- the close of a month
def section_month(year):
    """A share to the council, then the board spends part of what is left."""
    for section in people.SECTIONS:
        party = "sections:" + section
        share = cents(year.gathered[section] * year.book["A25"])
        year.gathered[section] = Decimal(0)
        if share and year.events.purse(party) >= share:
            year.events.add(year.day, "section_dues", party, COUNCIL, share, basis="A25",
                            product="council_share", note="Contribution to the council")
        budget = cents((year.events.purse(party) - 150) * year.book["A26"])
        if budget > 40:
            spend_budget(year, party, budget)
    budget = cents((year.events.purse(COUNCIL) - 300) * year.book["A26"])
    if budget > 40:
        spend_budget(year, COUNCIL, budget)


def spend_budget(year, party, budget):
    """On repairs inside and materials outside; in June and December on a feast as well."""
    feast = year.day.month in (6, 12)
    parts = [("materials", CITY, 2), ("repairs", "businesses:carpinteria-san-martin", 1)]
    if feast:
        parts.append(("feast", "businesses:comedor-posta", 2))
    shares = sum(share for _, _, share in parts)
    for product, payee, share in parts:
        amount = cents(budget * share / shares)
        year.events.add(year.day, "section_spending", party, payee, amount, product=product,
                        basis="A26 A34" if feast else "A26", note="From the treasury")
        if payee != CITY:
            year.take(year.shops[payee.split(":")[1]], amount)


def close_businesses(year):
    for shop in people.BUSINESSES:
        sold = year.sales.get(shop.name, Decimal(0))
        year.sales[shop.name] = Decimal(0)
        carpentry_materials(year, shop, sold)
        share = cents(sold * year.book["A24"])
        if share and year.events.purse(shop.party) >= share:
            year.events.add(year.day, "section_dues", shop.party, "sections:" + shop.section,
                            share, basis="A24", product="business_share",
                            note="The section's share of the month")
            year.gathered[shop.section] += share
        charge = year.book["A23"]
        if shop.trade in ("restaurant", "shop") and year.events.purse(shop.party) > charge:
            year.events.add(year.day, "gate_charge", shop.party, POLICE, charge, basis="A23",
                            product="deliveries", note="For deliveries through the gate")
        year.events.add(year.day, "depreciation", shop.party, "", shop.equipment / year.book["A27"],
                        basis="A27", pays=False, note="Wear of the month")
        spoil(year, shop)
        profit = (year.events.purse(shop.party) - shop.cash) // 10 * 10
        if profit > 0:
            year.events.add(year.day, "owner_drawings", shop.party, "inmates:" + shop.owner,
                            profit, basis="A30", note="Drawn above the opening till")


def carpentry_materials(year, shop, sold):
    if shop.trade != "carpentry":
        return
    used = min(cents(sold * year.book["A14"]), year.events.stock[shop.party])
    if used > 0:
        year.events.add(year.day, "goods_from_stock", shop.party, "", used, basis="A14",
                        pays=False, note="Timber used")
        year.events.stock[shop.party] -= used
    if year.events.stock[shop.party] < 400 and year.events.purse(shop.party) > 500:
        buy(year, shop, Decimal(400), "A14", "timber")


def spoil(year, shop):
    """What the count at the end of the month no longer finds in a kitchen."""
    if shop.trade != "restaurant":
        return
    spoiled = cents(year.events.stock[shop.party] * year.book["A36"])
    if spoiled > 0:
        year.events.add(year.day, "goods_from_stock", shop.party, "", spoiled, basis="A36",
                        product="spoiled_food", pays=False, note="Spoiled by the month's count")
        year.events.stock[shop.party] -= spoiled
