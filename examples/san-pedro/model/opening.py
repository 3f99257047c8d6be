"""Opening positions on the eve of the year, and the close: revaluation at the year's end."""

from datetime import date
from decimal import Decimal

from model import people
from model.facts import cents


def hold(year, party, amount, what, *, account="assets:cash", commodity="BOB", **extra):
    year.events.add(date(year.year - 1, 12, 31), "opening_balance", party, "", amount,
                    commodity=commodity, account="" if account == "assets:cash" else account,
                    note=what, pays=False, **extra)
    if account == "assets:cash":
        year.events.move(party, cents(amount), commodity)
    if account == "assets:goods":
        year.events.stock[party] = cents(amount)


def open_books(year):
    for home in people.HOUSEHOLDS:
        if home.cash:
            hold(year, home.party, home.cash, "Cash in hand", basis="A30")
        if home.dollars:
            hold(year, home.party, home.dollars, "Dollars in hand", commodity="USD", basis="A30")
    for cell in people.CELLS:
        price = year.prices["cell"][cell.section]
        year.value[cell.name] = price.value
        hold(year, "inmates:" + cell.owner, price.value, f"Right over {cell.name}",
             account="assets:cells", product="cell", cell=cell.name, price=price)
    for shop in people.BUSINESSES:
        hold(year, shop.party, shop.cash, "Till", basis="A30")
        if shop.stock:
            hold(year, shop.party, shop.stock, "Stock", account="assets:goods", basis="A30")
        if shop.equipment:
            hold(year, shop.party, shop.equipment, "Equipment", account="assets:equipment",
                 basis="A30")
    for section, amount in people.TREASURY.items():
        hold(year, "sections:" + section, amount, "Treasury", basis="A30")
    hold(year, "sections:council", people.COUNCIL_CASH, "Treasury", basis="A30")
    for name, amount in people.STATE_CASH.items():
        hold(year, "state:" + name, amount, "Appropriation for the year", basis="A30")
    open_claims(year)


def open_claims(year):
    eve = date(year.year - 1, 12, 31)
    deposit = cents(year.value["pinos-03"] * year.book["A08"])
    year.deposits = {"pinos-03": deposit}
    year.events.add(eve, "opening_claim", "inmates:i0204", "inmates:i0201", deposit,
                    account="assets:deposits", liability="liabilities:anticretico",
                    cell="pinos-03", basis="A08", pays=False,
                    note="pinos-03 is held in anticretico")
    year.events.add(eve, "opening_claim", "inmates:i0102", "inmates:i0502", 600, basis="A31",
                    pays=False, note="Lent last year")
    year.loans = [{"lender": "inmates:i0102", "borrower": "inmates:i0502",
                   "owed": Decimal(600), "part": Decimal(600) / year.book["A31"]}]


def close_year(year):
    """Values of cells follow the consumer prices of the year (O264): K.7, not income."""
    rate = year.facts.central("O264") / 100
    source = year.facts.source("O264")
    for cell, owner in sorted(year.owner.items()):
        gain = cents(year.value[cell] * rate)
        year.events.add(year.day, "revaluation", "inmates:" + owner, "", gain, cell=cell,
                        basis="O264", source=source, pays=False,
                        note="Value follows consumer prices")
