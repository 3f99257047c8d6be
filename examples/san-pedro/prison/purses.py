"""Rows of the whole prison's events, and what they leave in purses and on shelves.

Amounts are whole hundredths. Nobody spends what he has not: a purse inside never goes below zero.
"""

import csv
import io
from dataclasses import dataclass

from prison.registers import iso, money

COLUMNS = ["date", "kind", "payer", "payee", "amount", "commodity", "commodity2", "rate", "product",
           "quantity", "cell", "standing", "low", "high", "source", "note", "tag:standing-price",
           "tag:basis", "tag:account", "tag:liability", "tag:section", "tag:levy_rate", "tag:of",
           "tag:stock_cost", "tag:synthetic"]
UNLIMITED = ("outside:", "state:police")  # their balance is what crossed the gate


@dataclass(frozen=True)
class UnitPrice:
    """Hundredths for one, with where it comes from."""

    value: int
    basis: str
    standing: str = "assumed"
    source: str = ""
    low: int | None = None
    high: int | None = None

    @classmethod
    def of(cls, price):
        """From a price of model/prices.py."""
        ends = [None if end is None else int(end * 100) for end in (price.low, price.high)]
        return cls(int(price.value * 100), price.basis, price.standing, price.source, *ends)

    def at(self, value):
        """The same source and range at another value."""
        return UnitPrice(value, self.basis, self.standing, self.source, self.low, self.high)


class Purses:
    def __init__(self):
        self.rows = []
        self.cash, self.dollars, self.stock = {}, {}, {}

    def purse(self, party):
        return self.cash.get(party, 0)

    def move(self, party, amount, commodity="BOB"):
        purses = self.cash if commodity == "BOB" else self.dollars
        held = purses.get(party, 0) + amount
        assert held >= 0 or party.startswith(UNLIMITED), (party, held, commodity)
        purses[party] = held

    def add(self, day, kind, payer, payee, amount, *, basis="", price=None, count=None,
            halves=False, commodity="BOB", note="", pays=True, **extra):
        """One row. `price` gives source, standing and range; a count in `halves` is doubled."""
        assert amount != 0, (day, kind, payer)
        row = {"date": iso(day), "kind": kind, "payer": payer, "payee": payee,
               "amount": money(amount) if amount > 0 else "-" + money(-amount),
               "commodity": commodity, "standing": "assumed", "note": note, "tag:synthetic": "yes"}
        if count is not None:
            row["quantity"] = f"{count // 2}.{count % 2 * 5}" if halves and count % 2 else str(
                count // 2 if halves else count)
        if price is not None:
            basis = f"{price.basis} {basis}".strip()
            row |= {"source": price.source,
                    "tag:standing-price": "" if price.standing == "assumed" else price.standing}
            if price.low is not None:
                units = 1 if count is None else count
                row |= {"low": money(price.low * units), "high": money(price.high * units)}
        row["tag:basis"] = basis
        for name, value in extra.items():
            column = name if name in COLUMNS else "tag:" + name
            assert column in COLUMNS, name
            row[column] = value
        self.rows.append(row)
        if pays:
            self.move(payer, -amount, commodity)
            self.move(payee, amount, commodity)

    def sell(self, day, kind, payer, seller, amount, cost, **extra):
        """A sale out of stock: the goods leave the seller's shelf with it."""
        self.take_stock(seller, cost)
        self.add(day, kind, payer, seller, amount, stock_cost=money(cost), **extra)

    def take_stock(self, party, cost):
        self.stock[party] = self.stock.get(party, 0) - cost
        assert self.stock[party] >= 0, (party, self.stock[party])

    def store(self, day, buyer, seller, amount, **extra):
        """A purchase outside, straight into stock."""
        self.stock[buyer] = self.stock.get(buyer, 0) + amount
        self.add(day, "purchase_outside", buyer, seller, amount, account="assets:goods", **extra)

    def exchange(self, day, giver, taker, dollars, rate, **extra):
        """Dollars into bolivianos at `rate`, a decimal of two places as text."""
        given = dollars * int(rate.replace(".", "")) // 100
        self.move(giver, given)
        self.move(taker, -given)
        self.add(day, "currency_exchange", giver, taker, dollars, commodity="USD", commodity2="BOB",
                 rate=rate, **extra)
        return given

    def as_csv(self, month):
        """The rows of a month, "2018-03"; those of the eve go with the first."""
        out = io.StringIO()
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(row for row in self.rows
                         if row["date"].startswith(month)
                         or month.endswith("-01") and row["date"] < month)
        return out.getvalue()
