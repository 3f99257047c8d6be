"""Rent, floor space, dues, entries; cells sold, taken in anticretico and given back; debts."""

from datetime import date, timedelta

from prison.opening import COUNCIL
from prison.habits import FIRST_WEEKS, PAYS_ENTRY
from prison.population import START
from prison.registers import DUES, ENTRY

FAMILIES = "outside:families"
PRODUCT = {"section_dues": "dues", "floor_rent": "floor_space", "cell_rent": "housing",
           "section_entry": "entry"}
GIVEN_UP_AFTER = timedelta(150)


def dues_key(section):
    return DUES.get(section, "A04")


def bring(year, day, party, need, note):
    """The family brings what an outlay lacks, in hundreds of Bs, and 200 to live on."""
    lacking = need + 20000 - year.purses.purse(party)
    if lacking > 0:
        year.purses.add(day, "family_transfer", FAMILIES, party, -(-lacking // 10000) * 10000,
                        basis="A58", note=note)


# ---------------------------------------------------------------- what recurs
def leases_due(year, day):
    """A lease is paid on its day of the month, from the first day on."""
    for lease in year.paying.get(day.day, ()):
        if not lease.active(day) or day < START:
            continue
        home = year.by_party[lease.tenant]
        kind = "cell_rent" if lease.form == "rent" else "floor_rent"
        price = {"source": lease.source, "standing-price": "estimated"} if lease.source else {}
        note = "Rent" if lease.form == "rent" else "Floor space"
        pay_or_owe(year, day, home, kind, lease.landlord, lease.rate, cell=lease.cell,
                   basis=lease.basis, note=note, **price)


def dues(year, day):
    for home in year.present(day):
        key = dues_key(home.section)
        adults = home.adults(day)
        amount = int(year.book[key] * 100) * adults
        if pay_or_owe(year, day, home, "section_dues", "sections:" + home.section, amount,
                      count=adults, basis=key, note="Dues"):
            year.gathered[home.section] += amount


def pay_or_owe(year, day, home, kind, payee, amount, *, basis, note, **extra):
    purses = year.purses
    if purses.purse(home.party) >= amount + 500:
        purses.add(day, kind, home.party, payee, amount, basis=basis, note=note, **extra)
        return True
    purses.add(day, "charge", home.party, payee, amount, basis=basis, note=f"{note}, unpaid",
               pays=False, of=kind, **extra)
    year.debts.append({"debtor": home.party, "payee": payee, "amount": amount, "of": kind,
                       "since": day, "basis": basis, "cell": extra.get("cell", "")})
    return False


def settle_debts(year, day, leaving=None):
    """What is due is paid by who can; given up after five months, or when either leaves."""
    left = []
    for debt in year.debts:
        debtor, payee, amount = debt["debtor"], debt["payee"], debt["amount"]
        goes = leaving is not None and leaving in (debtor, payee)
        product, cell = PRODUCT.get(debt["of"], "allowance"), debt.get("cell", "")
        if leaving is not None and not goes:
            left.append(debt)
        elif debtor in year.by_party and year.purses.purse(debtor) >= amount + 3000:
            year.purses.add(day, "settle", debtor, payee, amount, product=product, cell=cell,
                            basis=debt["basis"], note="What was due is paid")
        elif goes or (debtor in year.by_party and day - debt["since"] > GIVEN_UP_AFTER):
            year.purses.add(day, "write_off", debtor, payee, amount, product=product, cell=cell,
                            basis=debt["basis"], pays=False, note="Given up")
        else:
            left.append(debt)
    year.debts = left


# ---------------------------------------------------------------- arrivals
def arrive(year, day, home):
    """The payment on arrival, the way out of reception and the entry of the section (A56)."""
    purses, prices = year.purses, year.unit
    pays = year.draw.below(100) < PAYS_ENTRY[home.tier]
    entry, commodity = entry_of(year, home)
    need = FIRST_WEEKS[home.tier] * 100 + prices["arrival"].value + (
        prices["grulla"].value if home.tier != "low" else 0) + (
        entry.value if pays and commodity == "BOB" else 0)
    purses.add(day, "family_transfer", FAMILIES, home.party, need, basis="A58",
               note="Money for the first weeks")
    purses.add(day, "section_entry", home.party, COUNCIL, prices["arrival"].value,
               price=prices["arrival"], product="arrival", note="Paid on arrival")
    if home.tier != "low":
        purses.add(day, "section_entry", home.party, COUNCIL, prices["grulla"].value,
                   price=prices["grulla"], product="leaving_reception",
                   note="To leave the reception unit")
    party = "sections:" + home.section
    if commodity == "USD":
        purses.add(day, "family_transfer", FAMILIES, home.party, entry.value, commodity="USD",
                   basis="A58", note="Dollars for the entry")
        purses.add(day, "section_entry", home.party, party, entry.value, commodity="USD",
                   price=entry, product="entry", note="Entry to the section")
    elif pays:
        purses.add(day, "section_entry", home.party, party, entry.value, price=entry,
                   product="entry", note="Entry to the section")
        year.gathered[home.section] += entry.value
    else:
        purses.add(day, "charge", home.party, party, entry.value, price=entry, of="section_entry",
                   pays=False, product="entry", note="Entry to the section, unpaid")
        year.debts.append({"debtor": home.party, "payee": party, "amount": entry.value,
                           "of": "section_entry", "since": day, "basis": entry.basis})


def entry_of(year, home):
    key, commodity = ENTRY[home.section]
    if home.section == "posta" and year.draw.below(4) == 0:
        key = "entry_posta_1500"
    return year.unit[key], commodity


# ---------------------------------------------------------------- cells change hands
def move(year, day, what):
    {"sale": sale, "deposit": deposit, "return": give_back}[what.what](year, day, what)


def sale(year, day, what):
    purses, cell = year.purses, year.world.cells[what.cell]
    gain = what.amount - year.value[what.cell]
    if gain:
        purses.add(day, "revaluation", what.payee, "", gain, cell=what.cell, basis="A52",
                   pays=False, note="Brought to the price agreed")
    bring(year, day, what.payer, what.amount, "Money for the cell")
    share = year.book["A01"]
    levy = int(what.amount * share)
    section = "sections:" + cell.section
    purses.add(day, "cell_sale", what.payer, what.payee, what.amount, section=section,
               levy_rate=str(share), cell=what.cell, count=1, basis=cell.basis + " A52 A01",
               source=cell.source, note=f"{what.cell} changes hands",
               **{"standing-price": cell.standing})
    purses.move(what.payee, -levy)
    purses.move(section, levy)
    year.value[what.cell] = what.amount


def deposit(year, day, what):
    bring(year, day, what.payer, what.amount, "Money for the deposit")
    year.purses.add(day, "anticretico_deposit", what.payer, what.payee, what.amount, cell=what.cell,
                    basis="A08", note=f"{what.cell} taken in anticretico")


def give_back(year, day, what):
    bring(year, day, what.payer, what.amount, "Money to give the deposit back")
    year.purses.add(day, "anticretico_return", what.payer, what.payee, what.amount, cell=what.cell,
                    basis="A08", note=f"The deposit on {what.cell} is given back")


def revalue_all(year):
    """Values of cells follow the consumer prices of the year (O264): K.7, not income."""
    rate = year.world.facts.central("O264")
    source = year.world.facts.source("O264")
    for cell, worth in sorted(year.value.items()):
        owner = year.owner_at_end[cell]
        year.purses.add(date(2018, 12, 31), "revaluation", owner, "", int(worth * rate / 100),
                        cell=cell, basis="O264", source=source, pays=False,
                        note="Value follows consumer prices")
