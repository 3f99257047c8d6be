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

    @cached_property
    def cells(self):
        """Cell -> what `cells` prints of it."""
        return {row["cell"]: row for row in self.rows("cells")}

    def occupancy(self, day=MIDDLE):
        """Section -> people, children, homeless on a day."""
        return {row["section"]: row for row in self.rows("occupancy", "--on", day.isoformat())}

    @cached_property
    def people_in_cells(self):
        """Cell that is lived in -> people in it on 1 July."""
        rows = self.rows("occupancy", "--cells", "--on", MIDDLE.isoformat())
        return {row["cell"]: int(row["persons"]) for row in rows
                if row["cell"] and int(row["persons"])}

    # -- the registers as they are imported, where no command prints what is asked for: stars and
    # places planned of a section, what businesses sell, the roles of members
    def register(self, name):
        with open(HERE / "register" / f"{name}.csv", encoding="utf-8", newline="") as file:
            return list(csv.DictReader(line for line in file if not line.startswith("#")))

    @cached_property
    def sections(self):
        return self.register("sections")

    @cached_property
    def members(self):
        return self.register("members")

    def inmates(self, day=MIDDLE):
        """Rows of the inmates present on a day."""
        day = day.isoformat()
        return [row for row in self.members if row["role"] == "inmate" and row["arrived"] <= day
                and (not row["released"] or day < row["released"])]


def amount(row):
    return Decimal(row["amount"])


def middle(values):
    """The median, or None of nothing."""
    values = sorted(values)
    return Decimal(median(values)) if values else None
