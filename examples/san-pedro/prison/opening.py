"""Positions of the whole prison on the eve of the year (A54)."""

from datetime import date

from prison.habits import AT_THE_FAIR, CRAFTS, OPENING_CASH, TREASURY_A_HEAD
from prison.sections import SECTIONS
from prison.trade import START_WITH

EVE = date(2017, 12, 31)
COUNCIL, DEPARTMENT, CENTRAL = "sections:council", "state:department", "state:central"


def hold(purses, party, amount, note, *, account="", basis="A54", **extra):
    purses.add(EVE, "opening_balance", party, "", amount, account=account, note=note, basis=basis,
               pays=False, **extra)
    if not account:
        purses.move(party, amount)
    if account == "assets:goods":
        purses.stock[party] = purses.stock.get(party, 0) + amount


def open_books(year):
    world, purses, draw = year.world, year.purses, year.draw
    for home in year.homes:
        if home.since > EVE:
            continue
        low, high = OPENING_CASH[home.tier]
        hold(purses, home.party, draw.between(low, high) * 100, "Cash in hand")
        if draw.below(100) < CRAFTS[home.tier]:
            open_crafts(year, home)
    for cell in world.cells.values():
        owner, _ = world.tenure.titles[cell.name]
        if cell.dormitory or cell.name in world.tenure.thirty_cells:
            continue
        year.value[cell.name] = cell.value
        hold(purses, owner, cell.value, f"Right over {cell.name}", account="assets:cells",
             product="cell", cell=cell.name, basis=cell.basis, source=cell.source,
             **{"standing-price": cell.standing})
    for lease in world.tenure.leases:
        if lease.form == "anticretico" and lease.first <= EVE and lease.landlord in year.by_party:
            purses.add(EVE, "opening_claim", lease.tenant, lease.landlord, lease.deposit,
                       account="assets:deposits", liability="liabilities:anticretico",
                       cell=lease.cell, basis="A08", pays=False,
                       note=f"{lease.cell} is held in anticretico")
    open_trade(year)
    open_public(year)


def open_crafts(year, home):
    """Pieces finished for the January fair, at the cost of their materials."""
    year.crafters.add(home.party)
    sold = sum(year.draw.between(*AT_THE_FAIR) for _ in range(home.count(EVE, "inmate")))
    cost = int(sold * 100 * year.book["A14"])
    hold(year.purses, home.party, cost, "Pieces for the Alasita fair", account="assets:goods",
         product="crafts", basis="A59")


def open_trade(year):
    for shop in year.shops:
        till, stock, equipment = START_WITH[shop.trade]
        for amount, account, note in ((till, "", "Till"), (stock, "assets:goods", "Stock"),
                                      (equipment, "assets:equipment", "Equipment")):
            if amount:
                hold(year.purses, shop.party, amount * 100, note, account=account)


def open_public(year):
    for section in SECTIONS:
        hold(year.purses, section.party, TREASURY_A_HEAD[section.grade] * section.people * 100,
             "Treasury")
    hold(year.purses, COUNCIL, 600000, "Treasury")
    hold(year.purses, CENTRAL, 320000000, "Appropriation for the year")
    hold(year.purses, DEPARTMENT, 400000000, "Appropriation for the year")
