"""The year itself: what happens on each day, in the order in which it happens."""

import calendar
from datetime import date, timedelta
from decimal import Decimal

from model import people
from model.draw import Draw
from model.events import Events
from model.facts import cents

CITY, FAMILIES, VISITORS = "outside:city", "outside:families", "outside:visitors"
THURSDAY, SUNDAY = 3, 6
DUE_FOR = {"section_dues": "dues", "floor_rent": "floor_space", "cell_rent": "housing"}


class Year:
    """State of the economy while the year runs. `facts`, `book`: figures; `prices`: unit prices."""

    def __init__(self, facts, book, prices, seed, year=2018):
        self.facts, self.book, self.prices = facts, book, prices
        self.draw = Draw(seed)
        self.year = year
        self.events = Events()
        self.homes = {h.name: h for h in people.HOUSEHOLDS}
        self.shops = {b.name: b for b in people.BUSINESSES}
        self.owner = {c.name: c.owner for c in people.CELLS}
        self.value = {}  # cell -> Bs in its owner's books
        self.section_of_cell = {c.name: c.section for c in people.CELLS}
        self.leases = {c.lives: c.name for c in people.CELLS if c.terms == "rent"}
        self.floors = dict(people.FLOORS)
        self.debts = []  # of payments due: dicts
        self.sales = {}  # business -> Bs this month
        self.gathered = {s: Decimal(0) for s in people.SECTIONS}  # dues and entries this month
        self.day = date(year, 1, 1)

    # -- who is there, what they hold
    def present(self, home):
        return (not home.arrives or home.arrives <= self.day.isoformat()) and (
            not home.leaves or self.day.isoformat() < home.leaves)

    def households(self):
        return [h for h in people.HOUSEHOLDS if self.present(h)]

    def party(self, name):
        return "inmates:" + name

    def dues(self, home):
        return self.book[people.DUES.get(home.section, "A04")]

    def rent_of(self, cell):
        """A05 of the value, in tens; in Guanay the published rent."""
        if self.section_of_cell[cell] == "guanay":
            return self.prices["rent_guanay"].value
        return cents(self.value[cell] * self.book["A05"] / 10).quantize(Decimal(1)) * 10

    def reserve(self, home):
        """What a household keeps back for the month's rent and dues before it spends at will."""
        rent = self.rent_of(self.leases[home.name]) if home.name in self.leases else 0
        floor = self.book["A06"] if home.name in self.floors else 0
        return (rent + floor + self.dues(home) * home.adults) * (
            Decimal(1) if home.tier != "low" else Decimal("0.5"))

    def can_spend(self, home, amount):
        return self.events.purse(home.party) - amount >= self.reserve(home)

    def take(self, business, amount):
        self.sales[business.name] = self.sales.get(business.name, Decimal(0)) + amount

    # -- what falls due
    def pay_or_owe(self, home, kind, payee, amount, *, price=None, basis="", note="", **extra):
        """Pays if there is money for it; otherwise it is charged and stays due."""
        if self.events.purse(home.party) >= amount + 15:
            self.events.add(self.day, kind, home.party, payee, amount, price=price, basis=basis,
                            note=note, **extra)
            return True
        self.events.add(self.day, "charge", home.party, payee, amount, price=price, basis=basis,
                        note=f"{note}, unpaid", pays=False, of=kind, **extra)
        self.debts.append({"home": home, "payee": payee, "amount": amount, "of": kind,
                           "since": self.day, "basis": basis or (price.basis if price else "")})
        return False

    def settle_debts(self):
        left = []
        for debt in self.debts:
            home = debt["home"]
            if self.present(home) and self.events.purse(home.party) >= debt["amount"] + 30:
                self.events.add(self.day, "settle", home.party, debt["payee"], debt["amount"],
                                product=DUE_FOR[debt["of"]], basis=debt["basis"],
                                note="What was due is paid")
            elif self.day - debt["since"] > timedelta(days=150):
                self.events.add(self.day, "write_off", home.party, debt["payee"], debt["amount"],
                                product=DUE_FOR[debt["of"]], basis=debt["basis"], pays=False,
                                note="Given up after five months")
            else:
                left.append(debt)
        self.debts = left

    # -- the run
    def run(self, happenings, routines):
        """Opening positions stand at the eve; then every day: what is planned, then routine."""
        routines.open_books(self)
        while self.day.year == self.year:
            happenings.on_day(self)
            routines.on_day(self)
            self.day += timedelta(days=1)
        self.day = date(self.year, 12, 31)
        routines.close_year(self)
        return self.events

    def is_month_end(self):
        return self.day.day == calendar.monthrange(self.day.year, self.day.month)[1]

    def days_in_month(self):
        return calendar.monthrange(self.day.year, self.day.month)[1]
