"""Businesses and treasuries: stock, shares, drawings; what a section gathers and spends."""

from prison.opening import COUNCIL
from prison.sections import SECTIONS
from prison.trade import START_WITH

CITY, POLICE = "outside:city", "state:police"
KITCHEN = ["chicken", "rice", "chicken", "potato"]  # what a kitchen fetches, week by week


def stock_up(year, day):
    """Mondays: what a fortnight sells is fetched from the city as far as the till goes."""
    for shop in year.shops:
        if not START_WITH[shop.trade][1]:
            continue
        base = START_WITH[shop.trade][1] * 100
        want = max(year.used.get(shop.name, 0) // 2, base) - year.purses.stock[shop.party]
        want = min(want, year.purses.purse(shop.party) - 2000)
        if want < 18000:
            continue
        if shop.trade == "restaurant":
            food(year, day, shop, want)
        else:
            product = {"shop": "groceries", "bar": "drinks"}.get(shop.trade, "materials")
            year.purses.store(day, shop.party, CITY, want // 1000 * 1000, product=product,
                              basis="A13" if shop.trade == "shop" else "A14",
                              note="Bought in the city")


def food(year, day, shop, want):
    name = KITCHEN[day.toordinal() // 7 % len(KITCHEN)]
    cost = year.staples.cost[name, day.month]
    count = want // cost
    if count:
        year.purses.store(day, shop.party, CITY, count * cost, product=name, count=count,
                          basis=f"{year.staples.fact[name]} O245-O250 O264 A12 A60",
                          source=year.world.facts.source(year.staples.fact[name]),
                          note=f"{count} kg", **{"standing-price": "estimated"})


def close_businesses(year, day):
    """Shares to the section, deliveries at the gate, wear, and what the owner draws."""
    for shop in year.shops:
        sold, party = year.sold.pop(shop.name, 0), shop.party
        year.used[shop.name] = year.cost.pop(shop.name, 0)
        work(year, day, shop, sold)
        share = int(sold * year.book["A24"])
        owner_is_section = shop.owner.startswith("sections:")
        if share and not owner_is_section and year.purses.purse(party) >= share:
            year.purses.add(day, "section_dues", party, "sections:" + shop.section, share,
                            basis="A24", product="business_share",
                            note="The section's share of the month")
            year.gathered[shop.section] += share
        charge = int(year.book["A23"] * 100)
        if shop.trade in ("restaurant", "shop") and year.purses.purse(party) > charge + 2000:
            year.purses.add(day, "gate_charge", party, POLICE, charge, basis="A23",
                            product="deliveries", note="For deliveries through the gate")
        till, _, equipment = START_WITH[shop.trade]
        if equipment and day.month % 3 == 0:
            worn = int(equipment * 100 * 3 / year.book["A27"])
            year.purses.add(day, "depreciation", party, "", worn, basis="A27", pays=False,
                            note="Wear of the quarter")
        drawn = (year.purses.purse(party) - till * 100) // 1000 * 1000
        if drawn > 0:
            year.purses.add(day, "owner_drawings", party, shop.owner, drawn, basis="A54",
                            note="Drawn above the opening till")


def work(year, day, shop, sold):
    """A workshop sells what it made to the wholesaler; a carpenter has used up timber."""
    stock = year.purses.stock.get(shop.party, 0)
    if shop.trade == "workshop" and stock > 10000:
        cost = stock * 3 // 4
        amount = int(cost / year.book["A14"]) // 100 * 100
        year.purses.sell(day, "sale_outside", "outside:wholesaler", shop.party, amount, cost,
                         product="crafts", basis="A14", note="Crafts to the wholesaler")
        year.take(shop, amount, cost)
    if shop.trade == "carpentry":
        used = min(int(sold * year.book["A14"]), stock)
        if used:
            year.purses.take_stock(shop.party, used)
            year.purses.add(day, "goods_from_stock", shop.party, "", used, basis="A14", pays=False,
                            note="Timber used")


def treasuries(year, day):
    """A share to the council, then the board spends part of what is left."""
    for section in SECTIONS:
        party = section.party
        change_dollars(year, day, section)
        share = int(year.gathered[section.name] * year.book["A25"])
        year.gathered[section.name] = 0
        if share and year.purses.purse(party) >= share:
            year.purses.add(day, "section_dues", party, COUNCIL, share, basis="A25",
                            product="council_share", note="Contribution to the council")
        spend(year, day, party, [b for b in year.shops if b.section == section.name])
    spend(year, day, COUNCIL, year.shops)


def change_dollars(year, day, section):
    dollars = year.purses.dollars.get(section.party, 0)
    if dollars:
        year.gathered[section.name] += year.purses.exchange(
            day, section.party, CITY, dollars, year.rate, basis="O213",
            source=year.world.facts.source("O213"), note="Entries changed at the official rate")


def spend(year, day, party, near):
    """Materials from the city, repairs by carpenters inside, a feast in June and December."""
    budget = int((year.purses.purse(party) - 20000) * year.book["A26"])
    if budget < 5000:
        return
    carpenters = [b for b in near if b.trade == "carpentry"]
    kitchens = [b for b in near if b.trade == "restaurant"] if day.month in (6, 12) else []
    parts = [("materials", None, 2)]
    parts += [("repairs", year.draw.pick(carpenters), 1)] if carpenters else []
    parts += [("feast", year.draw.pick(kitchens), 2)] if kitchens else []
    whole = sum(weight for _, _, weight in parts)
    for product, shop, weight in parts:
        amount = budget * weight // whole // 100 * 100
        year.purses.add(day, "section_spending", party, shop.party if shop else CITY, amount,
                        product=product, basis="A26", note="From the treasury")
        if shop:
            year.take(shop, amount, 0)


def send_out_savings(year, day):
    for home in year.present(day):
        spare = year.spare(day, home) - int(year.book["A37"] * 100)
        if spare >= 10000:
            year.purses.add(day, "support_sent", home.party, "outside:families",
                            spare // 10000 * 10000, basis="A37", note="Savings sent out")
