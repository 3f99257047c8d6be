"""Where the figures of the fit come from: the book, by commands of cellbook, and the registers."""

import csv
import subprocess
from datetime import date
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent.parent
MIDDLE = date(2018, 7, 1)
FLOWS = ("cell_sale", "cell_rent", "floor_rent", "section_entry", "visitor_fee", "gate_charge",
         "wage", "sale_outside", "gift", "government_transfer", "charge", "settle", "section_dues",
         "family_transfer", "food_allowance_in_kind")


class Source:
    def __init__(self, cellbook, book):
        self.cellbook, self.path = cellbook, book

    # -- the book
    def rows(self, *command):
        """What a command prints as CSV, a dictionary a row."""
        done = subprocess.run([self.cellbook, "-f", self.path, *command, "-O", "csv"], text=True,
                              capture_output=True, timeout=300)
        if done.returncode != 0:
            raise SystemExit(f"cellbook {' '.join(command)}: {done.stderr}")
        return list(csv.DictReader(done.stdout.splitlines()))

    def total(self, *query):
        """What the accounts of a query come to in bolivianos in the year."""
        rows = self.rows("balance", *query, "-p", "2018")
        return sum(Decimal(row["amount"]) for row in rows if row["commodity"] == "BOB")

    @cached_property
    def all_flows(self):
        kinds = ", ".join(f"'{kind}'" for kind in FLOWS)
        return self.rows("sql", "SELECT date, kind, payer, payee, product, cell, quantity,"
                                " unit_price, commodity, amount FROM v_flows"
                                f" WHERE date >= '2018-01-01' AND kind IN ({kinds})")

    def flows(self, kind, product=None):
        return [row for row in self.all_flows
                if row["kind"] == kind and product in (None, row["product"])]

    @cached_property
    def rate(self):
        """Bolivianos for a dollar, as the book declares it."""
        return Decimal(self.rows("sql", "SELECT price FROM v_prices WHERE commodity = 'USD'"
                                        " ORDER BY date LIMIT 1")[0]["price"])

    # -- the registers: until a command prints them, as they stand in the files that are imported
    def register(self, name):
        with open(HERE / "register" / f"{name}.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(line for line in file if not line.startswith("#")))

    @cached_property
    def sections(self):
        return self.register("sections")

    @cached_property
    def cells(self):
        return {row["cell"]: row for row in self.register("cells")}

    @cached_property
    def businesses(self):
        return self.register("businesses")

    @cached_property
    def members(self):
        return self.register("members")

    @cached_property
    def section_of(self):
        """Household -> section."""
        return {row["household"]: row["section"] for row in self.register("households")}

    def present(self, day=MIDDLE, roles=("inmate", "spouse", "adult", "child"), section=None):
        """People who live in the prison, or in a section, on a day."""
        day = day.isoformat()
        return [row for row in self.members
                if row["role"] in roles and row["arrived"] <= day
                and (not row["released"] or day < row["released"])
                and section in (None, self.section_of[row["household"]])]

    @cached_property
    def occupancy(self):
        """Cell -> people in it on 1 July: those under a lease, and owners without one."""
        rows = self.register("leases")
        day = MIDDLE.isoformat()
        lives = {row["tenant"]: row["cell"] for row in rows
                 if row["from"] <= day and (not row["to"] or day <= row["to"])}
        let = {row["cell"] for row in rows if row["form"] in ("rent", "anticretico")
               and row["from"] <= day and (not row["to"] or day <= row["to"])}
        titles = self.register("titles")
        sold = {row["cell"]: row["payer"] for row in self.flows("cell_sale") if row["date"] <= day}
        for row in sorted(titles, key=lambda r: (r["since"], r["cell"])):
            owner = sold.get(row["cell"], row["owner"])
            if row["cell"] not in let:
                lives.setdefault(owner, row["cell"])
        count = {}
        for row in self.present():
            cell = lives.get(row["household"])
            count[cell] = count.get(cell, 0) + 1
        return count


def amount(row):
    return Decimal(row["amount"])


def middle(values):
    """The median, or None of nothing."""
    values = sorted(values)
    return Decimal(median(values)) if values else None
