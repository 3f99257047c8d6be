"""Published figures and stated assumptions: the only two places that a number may come from."""

import csv
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
CENT = Decimal("0.01")


def cents(value):
    """Rounds to the minor unit, half to even."""
    return Decimal(value).quantize(CENT, rounding=ROUND_HALF_EVEN)


@dataclass(frozen=True)
class Price:
    """A unit price with where it comes from: `basis` names facts (O..) and assumptions (A..)."""

    value: Decimal
    basis: str
    standing: str
    source: str = ""
    low: Decimal | None = None
    high: Decimal | None = None


class Facts:
    """Rows of facts.csv by id; remembers the sources that were used."""

    def __init__(self, path=HERE / "facts.csv"):
        with open(path, encoding="utf-8", newline="") as file:
            self.rows = {row["id"]: row for row in csv.DictReader(file)}
        self.used = {}

    def row(self, fact):
        row = self.rows[fact]
        code, _, title = row["source"].partition(" ")
        self.used.setdefault(code, (title, row["url"]))
        return row

    def source(self, fact):
        return self.row(fact)["source"].split(" ")[0]

    def central(self, fact):
        return Decimal(self.row(fact)["central"])

    def low(self, fact):
        return Decimal(self.row(fact)["low"])

    def high(self, fact):
        return Decimal(self.row(fact)["high"])


class Assumptions:
    """What nobody has published: value and reason by id. ASSUMPTIONS.md is written from here."""

    def __init__(self):
        self.rows = {}

    def add(self, key, value, what, why):
        assert key not in self.rows, key
        self.rows[key] = (Decimal(value), what, why)
        return Decimal(value)

    def __getitem__(self, key):
        return self.rows[key][0]


def deflator_2024_to_2018(facts):
    """Product of the CPI changes of 2019 to 2024 (O245-O250): what 2024 prices are divided by."""
    product = Decimal(1)
    for fact in ("O245", "O246", "O247", "O248", "O249", "O250"):
        product *= 1 + facts.central(fact) / 100
    return product
