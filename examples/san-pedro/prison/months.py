"""The year of the whole prison beyond the thirty households, day by day, in a fixed order."""

import calendar
from datetime import date, timedelta

from model.facts import deflator_2024_to_2018
from prison import boards, habits, housing, incomes, opening
from prison.population import START, YEAR
from prison.purses import Purses, UnitPrice
from prison.sections import BY_NAME, SECTIONS
from prison.spending import MEAL, Staples, spend
from prison.world import stream

THURSDAY, SUNDAY, MONDAY = 3, 6, 0
CLEANER_TO_PEOPLE = 60


class Months:
    """State of the economy while the year runs. Purses are apart from those of the thirty, so that
    both years hold by themselves and in one book."""

    def __init__(self, world):
        self.world, self.book = world, world.book
        self.draw = stream(5)
        self.purses = Purses()
        self.homes = [h for h in world.homes if not h.detailed]
        self.by_party = {h.party: h for h in self.homes}
        self.shops = [b for b in world.businesses if not b.detailed]
        self.unit = unit_prices(world)
        self.staples = Staples(stream(6), world.facts, world.book,
                               deflator_2024_to_2018(world.facts))
        self.rate = world.facts.row("O213")["central"]
        self.value, self.debts = {}, []  # cell -> its value in the books; what is due
        self.gathered = dict.fromkeys(BY_NAME, 0)  # dues, entries and shares of the month
        self.sold, self.cost, self.used = {}, {}, {}  # business -> this month; cost of the last
        self.crafters = set()
        self.paying, self.moves = {}, {}
        for lease in world.tenure.leases:
            if lease.rate and lease.tenant in self.by_party:
                self.paying.setdefault(lease.first.day, []).append(lease)
        for move in world.tenure.moves:
            self.moves.setdefault(move.day, []).append(move)
        self.owner_at_end = world.tenure.owner
        self.set_habits()

    # -- who does what
    def set_habits(self):
        draw = self.draw
        self.visit, self.market, self.family, self.unknown = {}, {}, {}, {}
        self.wholesale, self.favourite = set(), {}
        rates = {}
        for lease in (lease for leases in self.paying.values() for lease in leases):
            rates[lease.tenant] = max(rates.get(lease.tenant, 0), lease.rate)
        for home in self.homes:
            self.visit[home.party] = draw.below(8)
            self.market[home.party] = 8 + draw.below(18)
            percent, low, high = habits.FAMILY[home.tier]
            if draw.below(100) < percent:
                self.family[home.party] = draw.between(low, high)
            if home.tier != "low" and home.party in rates:
                self.family[home.party] = max(self.family.get(home.party, 0),
                                              rates[home.party] // 100 * 5 // 4 + 100)
            if draw.below(100) < habits.ALL_YEAR and home.tier != "high":
                self.wholesale.add(home.party)
            if home.stays() and draw.chance(float(self.book["A63"])):
                self.unknown[home.party] = draw.pick(("in", "in", "out"))
            self.favourite[home.party] = draw.below(1 << 30)
        self.places = {}
        for shop in self.shops:
            self.places.setdefault((shop.trade, shop.section), []).append(shop)
            self.places.setdefault(shop.trade, []).append(shop)
        self.places["pool"] = self.places["sauna"]  # the one pool is in the thirty's year
        self.cleaners, self.messengers = {}, {}
        busy = {h.party for b in self.shops for h in b.workers}
        for section in SECTIONS:
            idle = [h for h in self.homes if h.section == section.name and h.stays()
                    and h.since < START and h.party not in busy]
            idle.sort(key=lambda h: ("low", "middle", "high").index(h.tier))
            jobs = max(1, section.people // CLEANER_TO_PEOPLE)
            self.messengers[section.name], self.cleaners[section.name] = idle[0], idle[1:1 + jobs]

    def place(self, home, trade):
        """Mostly the same place of one's own section, now and then another anywhere."""
        near = self.places.get((trade, home.section)) or self.places[trade]
        if self.draw.below(100) < 15:
            return self.draw.pick(self.places[trade])
        return near[self.favourite[home.party] % len(near)]

    def meal_price(self, shop, dish):
        """Within the published range, dearer with the stars of the section and from July on."""
        price = self.unit[dish]
        step = (BY_NAME[shop.section].grade - 1) * 50
        return price.at(min(price.high, price.low + step))

    def take(self, shop, amount, cost):
        self.sold[shop.name] = self.sold.get(shop.name, 0) + amount
        self.cost[shop.name] = self.cost.get(shop.name, 0) + cost

    # -- who is there, what they can spend
    def present(self, day):
        return [h for h in self.homes if h.present(day)]

    def reserve(self, day, home):
        """What a household keeps back for the month's rent and dues before it spends at will."""
        lease = self.rent_of.get(home.party)
        rent = lease.rate if lease is not None and lease.active(day) else 0
        whole = rent + int(self.book[housing.dues_key(home.section)] * 100) * home.adults(day)
        return whole if home.tier != "low" else whole // 2

    def spare(self, day, home):
        return self.purses.purse(home.party) - self.reserve(day, home)

    def can_spend(self, day, home, amount):
        return self.spare(day, home) >= amount

    def last_of(self, day):
        return day.replace(day=calendar.monthrange(day.year, day.month)[1])

    # -- the run
    def run(self):
        """(month, text) for every month of the year."""
        opening.open_books(self)
        day = START
        while day.year == YEAR:
            self.rent_of = {lease.tenant: lease for leases in self.paying.values()
                            for lease in leases if lease.active(day)} if day.day in (
                                1, 5, 15) else self.rent_of
            self.on_day(day)
            day += timedelta(1)
        housing.revalue_all(self)
        self.purses.rows.sort(key=lambda row: row["date"])
        for month in range(1, 13):
            yield month, self.purses.as_csv(f"{YEAR}-{month:02}")

    def on_day(self, day):
        here = self.present(day)
        for home in here:
            if home.since == day:
                housing.arrive(self, day, home)
        self.on_dates(day, here)
        for move in self.moves.get(day, ()):
            housing.move(self, day, move)
        housing.leases_due(self, day)
        if day.day == 5:
            housing.dues(self, day)
        if day.day == 17:
            housing.settle_debts(self, day)
        for home in here:
            if self.market[home.party] == day.day:
                spend(self, day, home)
        if day == self.last_of(day):
            self.close_month(day, here)
        self.let_go(day, here)

    def on_dates(self, day, here):
        if day.day == 1:
            incomes.allowance_money(self, day)
        if day.weekday() == MONDAY:
            boards.stock_up(self, day)
        if day.weekday() in (THURSDAY, SUNDAY):
            index = visiting_index(day)
            for home in here:
                if self.visit[home.party] == index and home.since.month != day.month:
                    incomes.family_money(self, day, home)
        if day == date(YEAR, 1, 24):
            incomes.fair(self, day)
        if day.day == 8:
            incomes.crafts_of_the_month(self, day)
        if day.day == 14:
            incomes.visitors(self, day)
        if day.day == 20:
            incomes.unknown_sums(self, day)
        if day.day == 22:
            incomes.to_the_wholesaler(self, day)
        if day == incomes.PAID_LATE:
            incomes.settle_food(self, day)
        if day.day == 27:
            incomes.wages(self, day)

    def close_month(self, day, here):
        for home in here:
            if home.leaves != day + timedelta(1):
                incomes.give_food(self, day, home)
        boards.close_businesses(self, day)
        boards.treasuries(self, day)
        boards.send_out_savings(self, day)

    def let_go(self, day, here):
        """On the eve of release: what is due is paid or given up, the rest goes out with him."""
        for home in here:
            if home.leaves != day + timedelta(1):
                continue
            incomes.give_food(self, day, home)
            housing.settle_debts(self, day, home.party)
            cost = self.purses.stock.get(home.party, 0)
            if cost:
                incomes.sell_crafts(self, day, home, "outside:wholesaler", cost,
                                    "Sold before leaving")
            left = self.purses.purse(home.party)
            if left:
                self.purses.add(day, "support_sent", home.party, "outside:families", left,
                                basis="A51", note="Released: he takes out what he has")


def visiting_index(day):
    """Which of the month's Thursdays and Sundays the day is, from 0."""
    return sum(date(day.year, day.month, d).weekday() in (THURSDAY, SUNDAY)
               for d in range(1, day.day))


def unit_prices(world):
    """Unit prices in hundredths: those of model/prices.py, and what only the whole prison needs."""
    names = ("dish", "soup", "pool", "sauna", "laundry", "haircut", "call", "night", "certificate",
             "hearing", "allowance", "day", "entry_posta_usd", "entry", "entry_poor", "entry_low",
             "arrival", "grulla")
    unit = {name: UnitPrice.of(world.prices[name]) for name in names}
    facts = world.facts
    unit["entry_posta_1500"] = UnitPrice(int(facts.low("O121") * 100), "O120 O121 A56", "observed",
                                         facts.source("O121"), int(facts.low("O121") * 100),
                                         int(facts.high("O120") * 100))
    unit["telephone"] = UnitPrice(habits.TELEPHONE, "A64")
    assert unit[MEAL].low is not None
    return unit
