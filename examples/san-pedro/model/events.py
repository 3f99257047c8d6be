"""Rows of the events file, and what each leaves in people's pockets, so that nobody overspends."""

import csv
import io
from decimal import Decimal

from model.facts import cents

COLUMNS = ["date", "kind", "payer", "payee", "amount", "commodity", "amount2", "commodity2", "rate",
           "product", "quantity", "cell", "standing", "low", "high", "source", "note",
           "tag:standing-price", "tag:basis", "tag:account", "tag:liability", "tag:section",
           "tag:levy_rate", "tag:buyer_levy_rate", "tag:of", "tag:stock_cost", "tag:synthetic"]

UNLIMITED = ("outside:", "state:police")  # no opening cash: their balance is what crossed the gate


def plain(number):
    """A count or a decimal as text, without exponent."""
    return str(number) if isinstance(number, int) else format(number, "f")


class Events:
    def __init__(self):
        self.rows = []
        self.cash = {}
        self.stock = {}

    def purse(self, party, commodity="BOB"):
        return self.cash.get((party, commodity), Decimal(0))

    def move(self, party, amount, commodity="BOB"):
        held = self.purse(party, commodity) + amount
        assert held >= 0 or party.startswith(UNLIMITED), (party, held, commodity)
        self.cash[party, commodity] = held

    def add(self, date, kind, payer, payee, amount, *, commodity="BOB", price=None, basis="",
            count=None, note="", pays=True, **extra):
        """One row. `price` gives standing, source and range; `pays` false: no cash moves."""
        amount = cents(amount)
        assert amount != 0, (date, kind, payer)
        row = dict.fromkeys(COLUMNS, "")
        row |= {"date": date.isoformat(), "kind": kind, "payer": payer, "payee": payee,
                "amount": plain(amount), "commodity": commodity, "standing": "assumed",
                "note": note, "tag:synthetic": "yes"}
        if count is not None:
            row["quantity"] = plain(count)
        if price is not None:
            row["source"] = price.source
            row["tag:standing-price"] = price.standing if price.standing != "assumed" else ""
            if price.low is not None:
                units = 1 if count is None else count
                row["low"], row["high"] = plain(cents(price.low * units)), plain(
                    cents(price.high * units))
            basis = f"{price.basis} {basis}".strip()
        row["tag:basis"] = basis
        for name, value in extra.items():
            column = name if name in row else f"tag:{name}"
            assert column in row, name
            row[column] = plain(value) if isinstance(value, (int, Decimal)) else value
        self.rows.append(row)
        if pays:
            self.move(payer, -amount, commodity)
            self.move(payee, amount, commodity)

    def sell(self, date, kind, payer, seller, amount, cost, **extra):
        """A sale out of stock: the goods leave the seller's shelf with it."""
        self.stock[seller] = self.stock.get(seller, Decimal(0)) - cost
        assert self.stock[seller] >= 0, (seller, self.stock[seller])
        self.add(date, kind, payer, seller, amount, stock_cost=cents(cost), **extra)

    def store(self, date, buyer, seller, amount, **extra):
        """A purchase outside, straight into stock."""
        self.stock[buyer] = self.stock.get(buyer, Decimal(0)) + cents(amount)
        self.add(date, "purchase_outside", buyer, seller, amount, account="assets:goods", **extra)

    def exchange(self, date, giver, taker, amount, commodity, amount2, commodity2, **extra):
        self.move(giver, amount2, commodity2)
        self.move(taker, -amount2, commodity2)
        self.add(date, "currency_exchange", giver, taker, amount, commodity=commodity,
                 commodity2=commodity2, **extra)

    def sell_cell(self, date, buyer, seller, section, amount, rate, by_buyer, **extra):
        levy = cents(amount * rate)
        tag = "buyer_levy_rate" if by_buyer else "levy_rate"
        self.move(section, levy)
        self.move(buyer if by_buyer else seller, -levy + (0 if by_buyer else amount))
        self.move(buyer, -amount)
        if by_buyer:
            self.move(seller, amount)
        self.add(date, "cell_sale", buyer, seller, amount, section=section, pays=False,
                 **{tag: rate}, **extra)

    @staticmethod
    def as_csv(rows):
        out = io.StringIO()
        writer = csv.DictWriter(out, fieldnames=COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        return out.getvalue()
