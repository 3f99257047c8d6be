"""Everything in this year that no published source gives, each with its value and its reason."""

from model.facts import Assumptions

# key, value, what, why
CELLS = [
    ("A01", "0.05", "levy on the sale of a cell, share of the price",
     "No rate was found in any text. Taken from the seller, but in one sale from the buyer."),
    ("A05", "0.02", "monthly rent of a cell, share of its value",
     "Ratio of rent to the dearer price in Guanay (O108 / O104 high), used in other sections."),
    ("A06", "80", "floor space to sleep on, Bs per month",
     "The one figure (O109, USD 2 a night in the late 1990s) would exceed the rent of a cell."),
    ("A07", "10000", "value of a cell in San Martin and Prefectura, Bs",
     "No price is published; between Palmar (O098) and Guanay (O104)."),
    ("A08", "0.5", "anticretico deposit, share of the value of the cell",
     "The practice is reported, no sum is."),
]

TREASURIES = [
    ("A02", "50", "dues in Posta, Bs per adult and month",
     "No amount of dues is published. Dear sections are set dearer."),
    ("A03", "40", "dues in Pinos and Alamos, Bs per adult and month", "As A02."),
    ("A04", "20", "dues in the other sections, Bs per adult and month",
     "As A02; nearest figure: an electricity share of Bs 11-13 in Inquisivi jail (O157)."),
    ("A24", "0.10", "share of a business's monthly sales that goes to its section",
     "Operators owe their section a share (S35); the share is not published."),
    ("A25", "0.25", "share of a section's dues and entries passed to the council",
     "Monthly contributions are reported (S03), not their size."),
    ("A26", "0.60", "share of a section's treasury spent in a month",
     "Stated uses are upkeep, repairs, common areas and feasts; amounts are not."),
    ("A32", "30", "section wage of a treasurer or cleaner, Bs a week",
     "Boards have a treasurer (S04, S10); pay is not published."),
]

PRICES = [
    ("A09", "20", "entry to the sauna, Bs a person",
     "No price in San Pedro or La Paz; above the thermal pool at Sajama (O337)."),
    ("A10", "25", "laundry, Bs a load", "Price not published; only that inmates wash for others."),
    ("A11", "10", "haircut, Bs", "INE publishes an index of haircuts, no level."),
    ("A12", "0.50", "ingredients, share of the price of a meal",
     "Makes the margin of a stall pay its wage, dues and owner."),
    ("A13", "0.75", "cost of goods, share of the price in a shop", "As A12."),
    ("A14", "0.40", "materials, share of the price of crafts", "As A12."),
    ("A21", "6", "days worked a week at the daily pay of O151",
     "O151 is the most a messenger earned; used as the pay of a helper, hence an upper bound."),
    ("A22", "0.03", "interest on loans inside, a month",
     "Credit inside is not described anywhere."),
    ("A23", "20", "gate charge on a business's deliveries, Bs a month",
     "Documented for certificates and hearings (O133, O135), not for goods."),
    ("A27", "48", "months that equipment lasts", "For depreciation in equal parts."),
    ("A33", "300", "lawyers' and court costs, Bs a time",
     "Such costs exist; nobody gives amounts."),
    ("A35", "150", "materials for crafts, Bs a week for the workshop",
     "That inmates make crafts for Alasita is reported (O152), not how much each makes."),
    ("A36", "0.02", "kitchen stock that spoils in a month, share of the stock", "As A12."),
]

HOUSEHOLDS = [
    ("A15", "0.60", "spread of a basket of groceries, share of its mean",
     "A basket is drawn evenly between (1 - A15) and (1 + A15) times its mean (A16-A18)."),
    ("A16", "70", "mean basket of a well-off household, Bs",
     "No spending of households inside is published."),
    ("A17", "45", "mean basket of a middling household, Bs", "As A16."),
    ("A18", "18", "mean basket of a poor household, Bs", "As A16."),
    ("A19", "1", "how often each household eats out, bathes, washes, is visited",
     "Probabilities a day in model/people.py (HABITS) and model/routines.py. Nobody has counted."),
    ("A20", "1", "what families send, what spouses earn outside, what is sent out, Bs a month",
     "Amounts by household in model/people.py. No Bolivian figure exists (nearest: Mexico, O176)."),
    ("A28", "200", "non-observed income and spending of one party, Bs a month",
     "No magnitude was found and none may be scaled down from O182. It stands for an unknown: "
     "read every result with and without it. Range booked: 0 to 3 times."),
    ("A37", "2500", "cash a household keeps inside, beyond the month's rent and dues, Bs",
     "What is above it goes out at the month's end, in hundreds. Without some such rule the "
     "invented incomes would pile up as cash."),
    ("A38", "1200", "cash, beyond rent and dues, above which the family brings nothing, Bs",
     "Families bring what is lacking."),
]

THIRTY = [
    ("A29", "1", "who the thirty households are",
     "model/people.py. Thirty of some 3,778 inmates (O171): a cross-section and no scale model."),
    ("A30", "1", "opening cash, stocks, equipment and treasuries", "model/people.py."),
    ("A31", "6", "monthly payments that remain due of a loan at New Year", "As A22."),
    ("A34", "1", "dates and sums of what happens once: model/happenings.py",
     "Events of a kind that is reported; these ones are invented."),
]

PEOPLE = [
    ("A39", "2500", "people present on 1 July 2018: inmates, resident spouses and children",
     "What the project set out from. Published counts are of inmates, 1,400 to 4,000 (O008-O021)."),
    ("A40", "700", "places that the building was planned for",
     "What the project set out from, above every published one (250 to 600, O001-O007); parts by "
     "section in prison/sections.py, as are people, cells and stars."),
    ("A41", "1", "inmates that keep one purse, and how well off they are",
     "Tables in prison/sections.py. The dear sections are better off (O080); since when a "
     "household is there is drawn from 2012 to 2017."),
    ("A42", "147", "resident spouses on 1 July", "Not published. The 143 children are O073; "
     "they live with couples. Spouses come and go; at Christmas children double (O070, O071)."),
    ("A43", "650", "inmates who arrive in the year",
     "Releases and a growth of 180, which is that of the department (8.5 percent, O034-O037). "
     "The published 30 to 45 a week with 3 releases (O027, O028) cannot last a year."),
    ("A44", "470", "inmates released in the year",
     "Nine a week, three times O028: a mean stay of four to five years. Some leave a "
     "household that goes on."),
]

TENURE = [
    ("A45", "896", "private cells, their places, area, floor and grade",
     "Number not published; more than twenty in Posta have a bath (O086), on five floors "
     "(O087). Inmates divided and added to what was planned, so places as they stand exceed A40."),
    ("A46", "6", "dormitories of the sections of Palmar and Cancha",
     "Thirty and more share a room in the poorer sections (O089); up to 34 here, without rent."),
    ("A47", "1", "value of a cell within the published range of its section",
     "By places, grade, bath and luck (prison/cells.py). Pinos and Alamos reach from O102 to "
     "half above it, San Martin and Prefectura 20 percent either way of A07."),
    ("A48", "1", "price in the titles: what the right is worth at New Year",
     "It opens the owner's books. What was paid in earlier years is not known."),
    ("A49", "1", "cells beyond the owner's own: let whole 62 percent, by the place 16, in "
     "anticretico 18, empty 4", "All three are reported (S07, S12, S13), no share is. Sixty-two "
     "owners to a hundred cells; nobody holds more than five at the eve."),
    ("A50", "1", "who has no cell: floor space, dormitory, relatives, or nothing",
     "By means, in prison/tenure.py; up to five share a cell (O088), fewer in dear sections."),
    ("A51", "1", "who leaves sells before, to the tenant, to one without a cell, or to an owner",
     "Sellers recover their outlay (S02). He stays as a guest for the last days."),
    ("A52", "0.10", "how far a price agreed lies from the value, share", "As A47."),
]

TRADE = [
    ("A53", "1", "number of businesses by section",
     "Only Pinos is counted (O090-O094); elsewhere one kitchen to 55 people, one shop to 45, "
     "and so on (prison/trade.py)."),
    ("A54", "1", "opening cash, stocks and equipment", "Tables in prison/habits.py and "
     "prison/trade.py, by means and by trade."),
    ("A55", "26", "days a month that a helper works", "As A21, at the pay of O151."),
    ("A56", "1", "one entry for a section, and two in Posta",
     "Entries differ by wealth and case (O115, O116, O118-O122). In Posta one in four pays "
     "USD 1,500; the tariff is the least."),
    ("A57", "1", "plates, loads, haircuts, baths and calls of a household in a month",
     "Tables by means in prison/habits.py. Nobody has counted."),
    ("A58", "1", "what families send and spouses earn outside, Bs a month",
     "Drawn once for each household from a range by means (prison/habits.py), and for who rents a "
     "quarter more than the rent and Bs 100. As A20."),
    ("A59", "0.84", "share of inmates in households that make crafts",
     "More than 1,800 make them for the Alasita fair (O152), of some 2,120 in January."),
    ("A60", "0.04", "how far a month's price of a staple lies from its trend",
     "The trend is that of consumer prices in the year (O264)."),
    ("A61", "1", "staples bought, kilograms or pieces a month",
     "Budgets by means in prison/habits.py, at La Paz prices carried back, and the margin of A13."),
    ("A62", "1", "meals, calls and nights that visitors pay for", "As A57."),
    ("A63", "0.06", "share of households with non-observed income or spending",
     "As A28: an unknown, to be left out or in."),
    ("A64", "1", "telephone, drinks, billiards, copies, gym, pitch: Bs each",
     "Prices in prison/habits.py; they are reported to exist (O091-O094, S35, S38), unpriced."),
]

GROUPS = [
    ("Cells, rents and deposits", CELLS),
    ("Dues, levies and treasuries", TREASURIES),
    ("Prices and costs", PRICES),
    ("What households spend and receive", HOUSEHOLDS),
    ("The thirty households of the detailed year", THIRTY),
    ("The whole prison: people", PEOPLE),
    ("The whole prison: cells, titles and leases", TENURE),
    ("The whole prison: businesses and money", TRADE),
]


def assumptions():
    book = Assumptions()
    for _, rows in GROUPS:
        for key, value, what, why in rows:
            book.add(key, value, what, why)
    return book


def as_markdown(book):
    """The text of ASSUMPTIONS.md, so that the list and the script cannot drift apart."""
    lines = [
        "# Assumptions",
        "",
        "Everything in this year that no published source gives. Rows of the events name them in",
        "`tag:basis` beside the facts (`O..`, in `facts.csv`). Written by `make.py` from",
        "`model/assumptions.py`; change it there and run `make.py` again.",
        "A value of 1 marks an assumption that is a list and no number: the reason says where.",
        "",
    ]
    for title, rows in GROUPS:
        lines += [f"## {title}", "", "| id | what | value | why |", "| --- | --- | --- | --- |"]
        for key, *_ in rows:
            value, what, why = book.rows[key]
            lines.append(f"| {key} | {what} | {value} | {why} |")
        lines.append("")
    return "\n".join(lines)
