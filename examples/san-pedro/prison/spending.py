"""What households buy inside in a month, each product a row: meals, staples, services."""

from prison import habits

MEAL, SOUP = "dish", "soup"


class Staples:
    """La Paz prices carried back to 2018, a trend of consumer prices, and a month's luck (A60)."""

    def __init__(self, draw, facts, book, deflator):
        self.cost, self.price = {}, {}
        facts_of = {"chicken": "O318", "rice": "O314", "potato": "O330", "noodles": "O320",
                    "sugar": "O316", "oil": "O312", "eggs": "O324", "soap": "O326"}
        spread = int(book["A60"] * 1000)
        for name, fact in facts_of.items():
            level = facts.central(fact) / deflator
            facts.source(fact)
            for month in range(1, 13):
                trend = facts.central("O264") * (2 * month - 13) / 24 / 100
                luck = draw.between(-spread, spread)
                cost = int(level * (1 + trend) * (1000 + luck) / 100) * 10
                price = int(cost / book["A13"] / 10) * 10
                self.cost[name, month], self.price[name, month] = cost, price
        self.fact = facts_of

    def basis(self, name):
        return f"{self.fact[name]} O245-O250 O264 A13 A60"


def spend(year, day, home):
    """A household's month, on its day: first it eats, then the rest, as far as its purse goes."""
    for buy in (eat, shop):
        if home.tier != "low" or year.draw.below(2):  # the poor pass over every other month
            buy(year, day, home)
    for what, table in habits.SERVICES.items():
        percent, times = table[home.tier]
        if year.draw.below(100) < percent:
            serve(year, day, home, what, 1 + year.draw.below(times))
    if year.draw.below(100) < habits.USES_ELSEWHERE[home.tier]:
        elsewhere(year, day, home)
    if year.draw.chance(0.015) and year.can_spend(day, home, 10000):
        at_the_gate(year, day, home, "certificate", "Certificate of good conduct")
    if year.draw.chance(0.03) and year.can_spend(day, home, 5000):
        at_the_gate(year, day, home, "hearing", "Access to a virtual hearing")
    if home.tier != "low" and year.draw.chance(0.02) and year.can_spend(day, home, 30000):
        year.purses.add(day, "purchase_outside", home.party, "outside:city",
                        int(year.book["A33"] * 100), account="expenses:legal", product="lawyer",
                        basis="A33", note="Lawyer and court costs")


def at_the_gate(year, day, home, what, note):
    price = year.unit[what]
    product = {"certificate": "certificate", "hearing": "virtual_hearing"}[what]
    year.purses.add(day, "gate_charge", home.party, "state:police", price.value, price=price,
                    count=1, product=product, basis="A57", note=note)


def eat(year, day, home):
    dish = SOUP if home.tier == "low" else MEAL
    place = year.place(home, "restaurant")
    price = year.meal_price(place, dish)
    eaters = home.count(day)
    plates = habits.PLATES[home.tier] * home.adults(day)
    plates = plates // 2 + year.draw.below(plates + 1) + (eaters - home.adults(day)) * plates // 3
    plates = min(plates, max(0, year.spare(day, home) // price.value))
    serve_meals(year, day, home.party, place, plates, price, dish)


def serve_meals(year, day, payer, place, plates, price, dish):
    """As many plates as the kitchen has food for."""
    share = year.book["A12"]
    plates = min(plates, int(year.purses.stock.get(place.party, 0) / (price.value * share)))
    if plates <= 0:
        return
    amount = plates * price.value
    cost = int(amount * share)
    product = {"product": "soup"} if dish == SOUP else {}
    year.purses.sell(day, "restaurant_meal", payer, place.party, amount, cost, count=plates,
                     price=price, basis="A57", note="Meals of the month", **product)
    year.take(place, amount, cost)


def shop(year, day, home):
    """A budget over as many staples as the list names, in halves of a kilogram or a piece."""
    a_head, staples = habits.BASKET[home.tier]
    budget = min(a_head * 100 * home.count(day), year.spare(day, home) * 2 // 3)
    budget = budget * year.draw.between(60, 140) // 100
    place = year.place(home, "shop")
    first = year.draw.below(len(habits.STAPLES))
    count = staples - (year.draw.below(2) if staples > 1 else 0)
    for index in range(count):
        name = habits.STAPLES[(first + 3 * index) % len(habits.STAPLES)]
        price = year.staples.price[name, day.month]
        halves = min(2 * budget // count // price, 40)
        amount = halves * price // 2
        cost = int(amount * year.book["A13"])
        if halves < 1 or amount > year.spare(day, home) or year.purses.stock.get(
                place.party, 0) < cost:
            continue
        year.purses.sell(day, "shop_sale", home.party, place.party, amount, cost, product=name,
                         count=halves, halves=True, basis=year.staples.basis(name) + " A61",
                         source=year.world.facts.source(year.staples.fact[name]),
                         note="Staples of the month", **{"standing-price": "estimated"})
        year.take(place, amount, cost)


def serve(year, day, home, what, times):
    price = year.unit[what]
    if what in ("sauna", "pool"):
        times *= home.adults(day)
    times = min(times, max(0, year.spare(day, home) // price.value))
    if times <= 0:
        return
    place = year.place(home, habits.TRADE_OF[what])
    kind = {"sauna": "sauna_visit", "pool": "pool_visit"}.get(what, "service")
    product = {} if kind != "service" else {"product": what}
    year.purses.add(day, kind, home.party, place.party, times * price.value, price=price,
                    count=times, basis="A57", **product)
    year.take(place, times * price.value, 0)


def elsewhere(year, day, home):
    """What only some sections have: drinks, billiards, copies, the gym, the pitch."""
    places = [b for b in year.shops if b.trade in habits.ELSEWHERE]
    near = [b for b in places if b.section == home.section] or places
    place = year.draw.pick(near)
    product, price, most = habits.ELSEWHERE[place.trade]
    times = 1 + year.draw.below(most)
    cost = price * times // 2 if place.trade == "bar" else 0
    if price * times > year.spare(day, home) or year.purses.stock.get(place.party, 0) < cost:
        return
    sell = {"account": "expenses:drinks"} if place.trade == "bar" else {}
    kind = "shop_sale" if place.trade == "bar" else "service"
    if cost:
        year.purses.sell(day, kind, home.party, place.party, price * times, cost, product=product,
                         count=times, basis="A57 A64", **sell)
    else:
        year.purses.add(day, kind, home.party, place.party, price * times, product=product,
                        count=times, basis="A57 A64")
    year.take(place, price * times, cost)
