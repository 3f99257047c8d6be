"""Everything in this year that no published source gives, each with its value and its reason."""

from model.facts import Assumptions

ROWS = [
    # key, value, what, why
    ("A01", "0.05", "levy on the sale of a cell, share of the price",
     "No rate was found in any text. Taken from the seller, but in one sale from the buyer."),
    ("A02", "50", "dues in Posta, Bs per adult and month",
     "No amount of dues is published. Dear sections are set dearer."),
    ("A03", "40", "dues in Pinos and Alamos, Bs per adult and month", "As A02."),
    ("A04", "20", "dues in the other sections, Bs per adult and month",
     "As A02; nearest figure: an electricity share of Bs 11-13 in Inquisivi jail (O157)."),
    ("A05", "0.02", "monthly rent of a cell, share of its value",
     "Ratio of rent to the dearer price in Guanay (O108 / O104 high), used in other sections."),
    ("A06", "80", "floor space to sleep on, Bs per month",
     "The one figure (O109, USD 2 a night in the late 1990s) would exceed the rent of a cell."),
    ("A07", "10000", "value of a cell in San Martin and Prefectura, Bs",
     "No price is published; between Palmar (O098) and Guanay (O104)."),
    ("A08", "0.5", "anticretico deposit, share of the value of the cell",
     "The practice is reported, no sum is."),
    ("A09", "20", "entry to the sauna, Bs a person",
     "No price in San Pedro or La Paz; above the thermal pool at Sajama (O337)."),
    ("A10", "25", "laundry, Bs a load", "Price not published; only that inmates wash for others."),
    ("A11", "10", "haircut, Bs", "INE publishes an index of haircuts, no level."),
    ("A12", "0.50", "ingredients, share of the price of a meal",
     "Makes the margin of a stall pay its wage, dues and owner."),
    ("A13", "0.75", "cost of goods, share of the price in a shop", "As A12."),
    ("A14", "0.40", "materials, share of the price of crafts", "As A12."),
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
    ("A21", "6", "days worked a week at the daily pay of O151",
     "O151 is the most a messenger earned; used as the pay of a helper, hence an upper bound."),
    ("A22", "0.03", "interest on loans inside, a month",
     "Credit inside is not described anywhere."),
    ("A23", "20", "gate charge on a business's deliveries, Bs a month",
     "Documented for certificates and hearings (O133, O135), not for goods."),
    ("A24", "0.10", "share of a business's monthly sales that goes to its section",
     "Operators owe their section a share (S35); the share is not published."),
    ("A25", "0.25", "share of a section's dues and entries passed to the council",
     "Monthly contributions are reported (S03), not their size."),
    ("A26", "0.60", "share of a section's treasury spent in a month",
     "Stated uses are upkeep, repairs, common areas and feasts; amounts are not."),
    ("A27", "48", "months that equipment lasts", "For depreciation in equal parts."),
    ("A28", "200", "non-observed income and spending of one party, Bs a month",
     "No magnitude was found and none may be scaled down from O182. It stands for an unknown: "
     "read every result with and without it. Range booked: 0 to 3 times."),
    ("A29", "1", "who the thirty households are",
     "model/people.py. Thirty of some 3,778 inmates (O171): a cross-section and no scale model."),
    ("A30", "1", "opening cash, stocks, equipment and treasuries", "model/people.py."),
    ("A31", "6", "monthly payments that remain due of a loan at New Year", "As A22."),
    ("A32", "30", "section wage of a treasurer or cleaner, Bs a week",
     "Boards have a treasurer (S04, S10); pay is not published."),
    ("A33", "300", "lawyers' and court costs, Bs a time",
     "Such costs exist; nobody gives amounts."),
    ("A34", "1", "dates and sums of what happens once: model/happenings.py",
     "Events of a kind that is reported; these ones are invented."),
    ("A35", "150", "materials for crafts, Bs a week for the workshop",
     "That inmates make crafts for Alasita is reported (O152), not how much each makes."),
    ("A36", "0.02", "kitchen stock that spoils in a month, share of the stock", "As A12."),
    ("A37", "2500", "cash a household keeps inside, beyond the month's rent and dues, Bs",
     "What is above it goes out at the month's end, in hundreds. Without some such rule the "
     "invented incomes would pile up as cash."),
    ("A38", "1200", "cash, beyond rent and dues, above which the family brings nothing, Bs",
     "Families bring what is lacking."),
]


def assumptions():
    book = Assumptions()
    for key, value, what, why in ROWS:
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
        "| id | what | value | why |",
        "| --- | --- | --- | --- |",
    ]
    for key, (value, what, why) in book.rows.items():
        lines.append(f"| {key} | {what} | {value} | {why} |")
    return "\n".join(lines) + "\n"
