"""What happens once: arrivals, cells sold, deposits, loans, a seizure, a fire. Dates are A34."""

from datetime import timedelta
from decimal import Decimal

from model import people
from model.facts import cents
from model.year import CITY, FAMILIES

COUNCIL = "sections:council"


def on_day(year):
    for when, what in PLAN:
        if (year.day.month, year.day.day) == when:
            what(year)
    if year.day.day == 10:
        loans(year)
    for home in people.HOUSEHOLDS:
        if home.leaves and home.leaves == (year.day + timedelta(days=1)).isoformat():
            leave(year, home)


# ---------------------------------------------------------------- money and credit
def loans(year):
    for loan in year.loans:
        if loan["owed"] <= 0:
            continue
        interest = cents(loan["owed"] * year.book["A22"])
        part = min(loan["part"], loan["owed"])
        if year.events.purse(loan["borrower"]) < interest + part:
            continue  # a month's grace
        year.events.add(year.day, "interest", loan["borrower"], loan["lender"], interest,
                        basis="A22", note="Interest of the month")
        year.events.add(year.day, "repayment", loan["borrower"], loan["lender"], part,
                        basis="A31", note="A part of the loan")
        loan["owed"] -= part


def lend(year, lender, borrower, amount):
    lender, borrower, amount = "inmates:" + lender, "inmates:" + borrower, Decimal(amount)
    year.events.add(year.day, "loan", lender, borrower, amount, basis="A34", note="A loan inside")
    year.loans.append({"lender": lender, "borrower": borrower, "owed": amount,
                       "part": cents(amount / year.book["A31"])})


def lend_in_january(year):
    lend(year, "i0201", "i0501", 1500)


def from_family(year, home, amount, note, commodity="BOB"):
    year.events.add(year.day, "family_transfer", FAMILIES, "inmates:" + home, amount,
                    commodity=commodity, basis="A20 A34", note=note)


def bring(year, home, need, note):
    """The family brings what is lacking for a planned outlay, in hundreds, with 200 to live on."""
    lacking = need + 200 - year.events.purse("inmates:" + home)
    if lacking > 0:
        from_family(year, home, -(-lacking // 100) * 100, note)


# ---------------------------------------------------------------- arrivals and departures
def arrival_fees(year, name, entry, commodity="BOB", part=1):
    """Arrival payment to the council, then the section's entry, charged and settled in parts."""
    home = year.homes[name]
    arrival = year.prices["arrival"]
    year.events.add(year.day, "section_entry", home.party, COUNCIL, arrival.value, price=arrival,
                    product="arrival", note="Paid on arrival to the order group")
    year.events.add(year.day, "charge", home.party, "sections:" + home.section, entry.value,
                    price=entry, commodity=commodity, of="section_entry", pays=False,
                    note="Entry to the section falls due")


def settle_entry(year, name, amount, basis, commodity="BOB"):
    home = year.homes[name]
    year.events.add(year.day, "settle", home.party, "sections:" + home.section, amount,
                    commodity=commodity, product="entry", basis=basis, note="Entry is paid")
    if commodity == "BOB":
        year.gathered[home.section] += amount


def arrive_i0603(year):
    from_family(year, "i0603", 420, "Money for the first weeks")
    arrival_fees(year, "i0603", year.prices["entry_poor"])


def instalment_i0603(year):
    if year.events.purse("inmates:i0603") >= 100:
        settle_entry(year, "i0603", Decimal(100), "O116 A34")
        year.entry_left = getattr(year, "entry_left", Decimal(800)) - 100


def give_up_i0603(year):
    left = getattr(year, "entry_left", Decimal(800))
    year.events.add(year.day, "write_off", "inmates:i0603", "sections:palmar", left,
                    product="entry", basis="O116 A34", pays=False,
                    note="The board forgives what is left of the entry")


def arrive_i0104(year):
    from_family(year, "i0104", 1200, "His brother brings dollars", "USD")
    from_family(year, "i0104", 900, "and bolivianos")
    arrival_fees(year, "i0104", year.prices["entry_posta_usd"], "USD")


def settle_i0104(year):
    """Within the five days that the statute gives (O123)."""
    settle_entry(year, "i0104", Decimal(1000), "O119 O123", "USD")


def change_posta_dollars(year):
    rate = year.prices["rate"]
    year.events.exchange(year.day, "sections:posta", CITY, Decimal(1000), "USD", cents(1000 * rate),
                         "BOB", rate=rate, basis="O213", source=year.facts.source("O213"),
                         note="The treasurer changes the entry at the official rate")


def arrive_i0704(year):
    grulla = year.prices["grulla"]
    from_family(year, "i0704", 2200, "Money for the entry")
    arrival_fees(year, "i0704", year.prices["entry"])
    year.events.add(year.day, "section_entry", "inmates:i0704", COUNCIL, grulla.value,
                    price=grulla, product="leaving_reception", note="To leave the reception unit")
    settle_entry(year, "i0704", year.prices["entry"].value, "O115")


def arrive_i0404(year):
    from_family(year, "i0404", 700, "Money for the entry")
    arrival_fees(year, "i0404", year.prices["entry_low"])
    settle_entry(year, "i0404", year.prices["entry_low"].value, "O111")


def leave(year, home):
    """On the eve of release: what is due is paid, the rest goes out with its owner."""
    year.settle_debts()
    left = year.events.purse(home.party)
    year.events.add(year.day, "support_sent", home.party, FAMILIES, left, basis="A34",
                    note="Released: he takes out what he has")


# ---------------------------------------------------------------- cells
def sale(year, cell, buyer, section, price, by_buyer=False):
    seller = year.owner[cell]
    gain = price.value - year.value[cell]
    if gain:
        year.events.add(year.day, "revaluation", "inmates:" + seller, "", gain, cell=cell,
                        basis=price.basis, pays=False, note="Brought to the price agreed")
    year.events.sell_cell(year.day, "inmates:" + buyer, "inmates:" + seller,
                          "sections:" + section, price.value, year.book["A01"], by_buyer,
                          cell=cell, price=price, count=1, basis="A01",
                          note=f"{cell} changes hands")
    year.value[cell] = price.value
    year.owner[cell] = buyer
    year.leases.pop(buyer, None)
    year.floors.pop(buyer, None)


def sell_alamos(year):
    """A tenant buys the cell he rents; the seller does up the one he keeps."""
    price = year.prices["cell"]["alamos"]
    bring(year, "i0303", price.value, "The family sells a vehicle")
    sale(year, "alamos-09", "i0303", "alamos", price)
    year.events.add(year.day, "cell_improvement", "inmates:i0302",
                    "businesses:carpinteria-san-martin", 1200, cell="alamos-08", basis="A34",
                    note="New floor and wiring")
    year.take(year.shops["carpinteria-san-martin"], Decimal(1200))


def sell_palmar(year):
    """A charity's grant towards a first cell (O175), changed inside at the official rate."""
    grant, rate = year.prices["grant_usd"], year.prices["rate"]
    year.events.add(year.day, "gift", "outside:charity", "inmates:i0602", grant.value,
                    commodity="USD", price=grant, note="A grant towards a first cell")
    year.events.exchange(year.day, "inmates:i0602", "inmates:i0101", Decimal(320), "USD",
                         cents(320 * rate), "BOB", rate=rate, basis="O213",
                         source=year.facts.source("O213"), note="Dollars changed inside")
    sale(year, "palmar-05", "i0602", "palmar", year.prices["cell"]["palmar"])


def sell_posta(year):
    rate = year.prices["rate"]
    price = year.prices["cell"]["posta"]
    from_family(year, "i0104", 5200, "Dollars for the cell", "USD")
    year.events.exchange(year.day, "inmates:i0104", CITY, Decimal(5000), "USD", cents(5000 * rate),
                         "BOB", rate=rate, basis="O213", source=year.facts.source("O213"),
                         note="Changed in the city at the official rate")
    sale(year, "posta-09", "i0104", "posta", price)


def sell_guanay(year):
    """Here the buyer bears the levy; a loan inside fills the gap."""
    price = year.prices["cell_guanay_high"]
    lend(year, "i0102", "i0704", 1000)
    bring(year, "i0704", price.value * (1 + year.book["A01"]), "The family borrows outside")
    sale(year, "guanay-11", "i0704", "guanay", price, by_buyer=True)


def deposit(year, tenant, cell):
    owner = "inmates:" + year.owner[cell]
    amount = cents(year.value[cell] * year.book["A08"])
    bring(year, tenant, amount, "Money for the deposit")
    year.events.add(year.day, "anticretico_deposit", "inmates:" + tenant, owner, amount, cell=cell,
                    basis="A08", note=f"{cell} taken in anticretico")
    year.deposits[cell] = amount
    year.leases.pop(tenant, None)


def anticretico_san_martin(year):
    deposit(year, "i0403", "san-martin-03")


def anticretico_pinos(year):
    """The next tenant's deposit pays back the one before, who then rents the cell left free."""
    old = year.deposits["pinos-03"]
    deposit(year, "i0203", "pinos-03")
    year.events.add(year.day, "anticretico_return", "inmates:i0201", "inmates:i0204", old,
                    cell="pinos-03", basis="A08", note="The deposit on pinos-03 is given back")
    year.leases["i0204"] = "pinos-07"


# ---------------------------------------------------------------- losses and grants
def fire(year):
    carpentry = "businesses:carpinteria-san-martin"
    burnt = min(Decimal(150), year.events.stock[carpentry])
    year.events.add(year.day, "loss", carpentry, "", burnt, account="assets:goods", basis="A34",
                    pays=False, note="Timber burnt")
    year.events.stock[carpentry] -= burnt


def search(year):
    """A search in which the police take cash and goods: seized, nobody's income or expense."""
    for name, amount in (("i0302", 250), ("i0601", 120), ("i0801", 40)):
        if year.events.purse("inmates:" + name) >= amount:
            year.events.add(year.day, "seizure", "inmates:" + name, "state:police", amount,
                            basis="A34", note="Taken in a search")
    shop = "businesses:tienda-palmar"
    taken = min(Decimal(90), year.events.stock[shop])
    year.events.add(year.day, "seizure", shop, "state:police", taken, account="assets:goods",
                    basis="A34", pays=False, note="Goods taken in a search")
    year.events.stock[shop] -= taken


def fair(year):
    """The Alasita fair, 24 January."""
    shop = year.shops["taller-guanay"]
    cost = cents(year.events.stock[shop.party] * Decimal("0.8"))
    amount = cents(cost / year.book["A14"])
    year.events.sell(year.day, "sale_outside", CITY, shop.party, amount, cost, product="crafts",
                     basis="A14 A35", note="Miniatures sold at the Alasita fair")
    year.take(shop, amount)


def christmas(year):
    for name in ("i0503", "i0603", "i0802", "i0803"):
        year.events.add(year.day, "gift", "outside:charity", "inmates:" + name, 60, basis="A34",
                        note="Christmas gift of a charity")


def capital_for_the_shop(year):
    year.events.add(year.day, "owner_capital", "inmates:i0601", "businesses:tienda-palmar", 150,
                    basis="A34", note="The owner adds money for stock")


def count_crafts(year):
    """Finished pieces on the shelf at New Year that the books do not hold yet."""
    shop = year.shops["taller-guanay"]
    year.events.add(year.day, "goods_to_stock", shop.party, "", 240, account="income:output",
                    product="crafts", basis="A35", pays=False,
                    note="Own work on finished pieces, at the year's count")
    year.events.stock[shop.party] += 240


PLAN = [
    ((1, 20), lend_in_january),
    ((1, 24), fair),
    ((2, 6), arrive_i0603),
    ((3, 8), arrive_i0104),
    ((3, 1), capital_for_the_shop),
    ((3, 10), instalment_i0603),
    ((3, 12), settle_i0104),
    ((3, 16), sell_alamos),
    ((3, 19), change_posta_dollars),
    ((4, 2), anticretico_san_martin),
    ((4, 20), sell_palmar),
    ((5, 10), arrive_i0704),
    ((5, 12), instalment_i0603),
    ((5, 22), fire),
    ((6, 15), sell_posta),
    ((7, 5), search),
    ((8, 14), arrive_i0404),
    ((8, 30), anticretico_pinos),
    ((9, 3), give_up_i0603),
    ((9, 20), sell_guanay),
    ((12, 24), christmas),
    ((12, 30), count_crafts),
]
