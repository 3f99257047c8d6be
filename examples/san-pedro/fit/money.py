"""Figures of prices, rents, entries, fees, wages, dues and the state's food."""

from datetime import date
from decimal import Decimal

from fit.figure import figure, none
from fit.people import people
from fit.source import amount, middle

ORDINARY = ("san-martin", "prefectura", "palmar", "guanay", "cancha")
DAYS = 365


# ---------------------------------------------------------------- cells
def sales(source, *sections):
    """Prices in Bs of the cells sold in these sections, or in all."""
    return [amount(row) for row in source.flows("cell_sale")
            if not sections or source.cells[row["cell"]]["section"].split(":")[1] in sections]


@figure("O097")
def price_in_pinos(source):
    """USD, median of the cells sold in Pinos"""
    return middle(sales(source, "pinos")) / source.rate


@figure("O098", put_in=True)
def price_in_cancha_and_palmar(source):
    """USD, median of the cells sold in Cancha and Palmar"""
    return middle(sales(source, "cancha", "palmar")) / source.rate


@figure("O099", "O106", "O107")
def highest_price(source):
    """USD, the dearest cell sold"""
    return max(sales(source)) / source.rate


@figure("O101")
def price(source):
    """USD, median of all cells sold"""
    return middle(sales(source)) / source.rate


@figure("O102", put_in=True)
def lowest_price_in_dear_sections(source):
    """USD, the cheapest cell sold in Pinos and Alamos (O098 of the year before is lower)"""
    return min(sales(source, "pinos", "alamos")) / source.rate


@figure("O103", put_in=True)
def price_in_posta(source):
    """USD, median of the cells sold in Posta"""
    return middle(sales(source, "posta")) / source.rate


@figure("O105")
def price_in_posta_in_bob(source):
    """Bs, median of the cells sold in Posta"""
    return middle(sales(source, "posta"))


@figure("O104", put_in=True)
def price_in_guanay(source):
    """Bs, median of the cells sold in Guanay"""
    return middle(sales(source, "guanay"))


@figure("O108", put_in=True)
def rent_in_guanay(source):
    """Bs a month, median of the rents paid in Guanay, places let singly among them"""
    return middle(amount(row) for row in source.flows("cell_rent")
                  if source.cells[row["cell"]]["section"] == "sections:guanay")


@figure("O109")
def floor_in_pinos(source):
    """USD a night, floor space in Pinos at a month's rent over 30"""
    return middle(amount(row) for row in source.flows("floor_rent")
                  if row["cell"].startswith("pinos-")) / 30 / source.rate


# ---------------------------------------------------------------- entries
def entries(source, *sections, product="entry"):
    """Entries paid or charged, in USD; those in bolivianos at the rate of the book."""
    rows = [row for kind in ("section_entry", "charge") for row in source.flows(kind, product)]
    return [amount(row) if row["commodity"] == "USD" else amount(row) / source.rate for row in rows
            if not sections or row["payee"].split(":")[1] in sections]


def entry_in_bob(source, *sections):
    return middle(entries(source, *sections)) * source.rate


@figure("O110")
def arrival(source):
    """Bs, paid to the council on arrival"""
    return middle(amount(row) for row in source.flows("section_entry", "arrival"))


@figure("O117", put_in=True)
def arrival_as_published(source):
    """Bs, paid to the council on arrival"""
    return arrival(source)


@figure("O111", put_in=True)
def entry(source):
    """Bs, median of the entries in San Martin, Prefectura and Cancha"""
    return entry_in_bob(source, "san-martin", "prefectura", "cancha")


@figure("O113")
def entry_in_ordinary_sections(source):
    """USD, median of the entries outside Posta, Pinos and Alamos"""
    return middle(entries(source, *ORDINARY))


@figure("O114")
def entry_in_posta(source):
    """USD, the least entry in Posta"""
    return min(entries(source, "posta"))


@figure("O119", put_in=True)
def least_entry_in_posta(source):
    """USD, the least entry in Posta"""
    return min(entries(source, "posta"))


@figure("O115", put_in=True)
def entry_in_good_sections(source):
    """Bs, median of the entries in Pinos, Alamos and Guanay"""
    return entry_in_bob(source, "pinos", "alamos", "guanay")


@figure("O116", put_in=True)
def entry_of_the_poor(source):
    """Bs, median of the entries in Palmar"""
    return entry_in_bob(source, "palmar")


@figure("O124", "O125")
def entry_in_palmar(source):
    """Bs, median of the entries in Palmar"""
    return entry_in_bob(source, "palmar")


@figure("O118", "O130")
def middle_entry_in_posta(source):
    """USD, mean of the entries in Posta"""
    paid = entries(source, "posta")
    return sum(paid) / len(paid)


@figure("O120", "O121", "O122", put_in=True)
def dear_entry_in_posta(source):
    """USD, the dearest entry in Posta"""
    return max(entries(source, "posta"))


@figure("O123", put_in=True)
def days_to_pay(source):
    """days from charge to payment of the entry to Posta that was charged (i0104)"""
    charged = {row["payer"]: row["date"] for row in source.flows("charge")
               if row["payee"] == "sections:posta" and row["product"] == "entry"}
    return middle((date.fromisoformat(row["date"]) - date.fromisoformat(charged[row["payer"]])).days
                  for row in source.flows("settle", "entry") if row["payer"] in charged
                  and row["payee"] == "sections:posta")


@figure("O126")
def entry_in_guanay(source):
    """Bs, median of the entries in Guanay"""
    return entry_in_bob(source, "guanay")


@figure("O127", put_in=True)
def leaving_reception(source):
    """Bs, paid to leave the reception unit"""
    return middle(amount(row) for row in source.flows("section_entry", "leaving_reception"))


@figure("O129")
def all_on_arrival(source):
    """Bs, arrival, way out of reception and entry in Guanay together"""
    return arrival(source) + leaving_reception(source) + entry_in_guanay(source)


# ---------------------------------------------------------------- fees, visitors, pay, dues
def unit_price(source, kind, product):
    return middle(Decimal(row["unit_price"]) for row in source.flows(kind, product)
                  if row["unit_price"])


@figure("O133", put_in=True)
def certificate(source):
    """Bs, a certificate"""
    return unit_price(source, "gate_charge", "certificate")


@figure("O135", put_in=True)
def hearing(source):
    """Bs, access to a hearing"""
    return unit_price(source, "gate_charge", "virtual_hearing")


@figure("O136", put_in=True)
def visiting_days(source):
    """weekdays on which inmates are called to the gate, by the detailed year"""
    return Decimal(len({date.fromisoformat(row["date"]).weekday()
                        for row in source.flows("visitor_fee", "call")
                        if row["payee"] == "inmates:i0803"}))


@figure("O137", put_in=True)
def call(source):
    """Bs, a call to the gate"""
    return unit_price(source, "visitor_fee", "call")


@figure("O138", put_in=True)
def night(source):
    """Bs, a visitor's night"""
    return unit_price(source, "visitor_fee", "night")


@figure("O151", put_in=True)
def day_pay(source):
    """Bs, a helper's day"""
    return unit_price(source, "wage", "labour")


@figure("O157")
def dues_in_palmar(source):
    """Bs, all dues of an adult in Palmar in a month (the comparator is electricity alone)"""
    return middle(Decimal(row["unit_price"]) for row in source.flows("section_dues", "dues")
                  if row["payee"] == "sections:palmar" and row["unit_price"])


@figure("O175", put_in=True)
def grant(source):
    """USD, a charity's grant towards a cell"""
    return middle(amount(row) for row in source.flows("gift") if row["commodity"] == "USD")


# ---------------------------------------------------------------- the state's food
@figure("O158", "O159", "O160", "O161", "O172")
def allowance(source):
    """Bs an inmate and day"""
    return unit_price(source, "food_allowance_in_kind", "allowance")


@figure("O166", "O167", put_in=True)
def allowance_as_published(source):
    """Bs an inmate and day"""
    return allowance(source)


def allowance_cost(source):
    return -source.total("sector:households", "acct:income:allowance")


@figure("O164", put_in=True)
def central_share(source):
    """percent of the allowance that the central state gives"""
    given = sum(amount(row) for row in source.flows("government_transfer"))
    return 100 * given / allowance_cost(source)


@figure("O163", put_in=True)
def department_share(source):
    """percent of the allowance that the department bears"""
    return 100 - central_share(source)


@figure("O168")
def food(source):
    """Bs a person and day: the state's food, meals and groceries together"""
    eaten = source.total("sector:households", "acct:expenses:food_in_kind",
                         "acct:expenses:meals", "acct:expenses:groceries")
    return eaten / DAYS / people(source)


@figure("O170")
def allowance_a_month(source):
    """Bs a month; the published sum is for 3,778 inmates (O171)"""
    return allowance_cost(source) / 12


@figure("O173")
def arrears(source):
    """months of the allowance that the department owes at New Year"""
    owed = source.rows("balance", "acct:liabilities:payable", "party:state:department")
    return -sum(Decimal(row["amount"]) for row in owed) / allowance_a_month(source)


none("Not booked apart from the entry: an application for a cell, a list.", "O112", "O128")
none("Not booked: places of punishment, and licences of a pitch in an illicit setting.",
     "O131", "O132")
none("The service of a day is not booked, that of a week is.", "O134")
none("Tours had been suppressed; the book has no tourists.", *(f"O{n}" for n in range(139, 151)))
none("Meals a day are not counted; the allowance covers breakfast and lunch.", "O174")
none("Another country's money and prices.", "O176")
none("It may not be scaled down to the prison (A28).", "O182")
