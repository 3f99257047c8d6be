"""The thirty households in the registers, so that they agree with events-2018-q*.csv.

Sales, deposits and their return move titles and use by themselves; what stands here is who held and
rented what when the year began, and the leases that other days begin and end (model/happenings.py).
"""

from dataclasses import dataclass
from datetime import date

from model import people
from prison.tenure import Lease

# Cells beyond the owner's own were bought after it; tenants came when the owner had them to let.
SECOND = {"posta-05", "pinos-03", "pinos-07", "alamos-09", "san-martin-03", "prefectura-06",
          "palmar-05", "guanay-07"}

# What the year changes: cell, form, landlord, tenant, first day, last day.
CHANGES = [
    ("alamos-09", "rent", "i0302", "i0303", None, "2018-03-15"),
    ("san-martin-03", "rent", "i0401", "i0403", None, "2018-04-01"),
    ("pinos-07", "rent", "i0202", "i0203", None, "2018-08-29"),
    ("pinos-07", "free", "i0202", "i0204", "2018-08-30", "2018-09-04"),
    ("pinos-07", "rent", "i0202", "i0204", "2018-09-05", None),
    ("posta-04", "free", "i0101", "i0104", "2018-03-08", "2018-04-04"),
    ("posta-04", "floor_space", "i0101", "i0104", "2018-04-05", "2018-06-14"),
    ("posta-09", "free", "i0104", "i0105", "2018-06-15", "2018-07-19"),
    ("palmar-01", "floor_space", "i0601", "i0602", None, "2018-04-19"),
    ("palmar-01", "free", "i0601", "i0603", "2018-02-06", "2018-03-04"),
    ("palmar-01", "floor_space", "i0601", "i0603", "2018-03-05", None),
    ("guanay-03", "free", "i0701", "i0704", "2018-05-10", "2018-06-04"),
    ("guanay-03", "floor_space", "i0701", "i0704", "2018-06-05", "2018-09-19"),
    ("guanay-11", "free", "i0704", "i0703", "2018-09-20", "2018-10-11"),
    ("san-martin-10", "free", "i0402", "i0404", "2018-08-14", "2018-09-04"),
    ("san-martin-10", "floor_space", "i0402", "i0404", "2018-09-05", None),
]


@dataclass
class Thirty:
    titles: dict
    leases: list


def since_of(homes, name):
    return next(h.since for h in homes if h.name == name)


def terms(cell, form, values, prices, book):
    """rate, deposit, basis, source of a lease of one of the thirty, as their events book them."""
    if form == "rent" and cell.section == "guanay":
        price = prices["rent_guanay"]
        return int(price.value * 100), 0, price.basis, price.source
    if form == "rent":
        tens = (values[cell.section] * book["A05"] / 10).quantize(1)
        return int(tens) * 1000, 0, "A05", ""
    if form == "floor_space":
        return int(book["A06"] * 100), 0, "A06", ""
    if form == "anticretico":
        return 0, int(values[cell.section] * book["A08"] * 100), "A08", ""
    return 0, 0, "A34", ""


def thirty(homes, prices, book):
    """Titles at the eve, and leases, of the thirty households."""
    values = {section: price.value for section, price in prices["cell"].items()}
    titles, leases = {}, []
    for cell in people.CELLS:
        since = since_of(homes, cell.owner)
        titles[cell.name] = ("inmates:" + cell.owner,
                             since.replace(year=since.year + 1) if cell.name in SECOND else since)

    def add(name, form, landlord, tenant, first, last):
        cell = next(c for c in people.CELLS if c.name == name)
        rate, deposit, basis, source = terms(cell, form, values, prices, book)
        eve = date(2017, 10, 5)
        leases.append(Lease(name, form, "inmates:" + landlord, "inmates:" + tenant,
                            date.fromisoformat(first) if first else eve,
                            date.fromisoformat(last) if last else None, 0, rate, deposit,
                            by_return=form == "anticretico", basis=basis, source=source))

    changed = {(change[0], change[3]) for change in CHANGES if change[4] is None}
    for cell in people.CELLS:
        if cell.terms in ("rent", "anticretico") and (cell.name, cell.lives) not in changed:
            add(cell.name, cell.terms, cell.owner, cell.lives, None, None)
    lodged = {change[3] for change in CHANGES if change[1] == "floor_space"}
    own = {cell.lives: cell.name for cell in people.CELLS if cell.terms == "own"}
    for guest, host in people.FLOORS.items():
        if guest not in lodged:
            add(own[host], "floor_space", host, guest, None, None)
    for change in CHANGES:
        add(*change)
    return Thirty(titles, leases)
