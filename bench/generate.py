#!/usr/bin/env python3
"""Writes a journal of COUNT transactions among some 300 parties: the same bytes for the same COUNT.

usage: generate.py COUNT > bench.journal

Amounts, parties and dates are drawn with a fixed seed and mean nothing; what matters is the shape:
four postings a transaction, as a payment between two parties has, with tags.
"""
import datetime
import random
import sys

PAYMENTS = [
    # kind, what it says, payer's expense, payee's income
    ("cell_rent", "rent of {cell}", "expenses:rent", "income:rent"),
    ("section_dues", "dues of the month", "expenses:dues", "income:dues"),
    ("restaurant_meal", "lunch", "expenses:meals", "income:sales"),
    ("shop_sale", "groceries", "expenses:groceries", "income:sales"),
    ("service", "laundry", "expenses:services", "income:sales"),
]
INMATES = [f"inmates:i{number:04d}" for number in range(1, 251)]
PAYEES = {
    "cell_rent": INMATES,
    "section_dues": [f"sections:s{number}" for number in range(1, 9)],
    "restaurant_meal": [f"businesses:restaurant-{number}" for number in range(1, 21)],
    "shop_sale": [f"businesses:shop-{number}" for number in range(1, 31)],
    "service": INMATES,
}


def write(count, out):
    draw = random.Random(20261123)
    first = datetime.date(2018, 1, 1)
    out.write("commodity 1000.00 BOB\n\n")
    for number in range(count):
        kind, words, expense, income = draw.choice(PAYMENTS)
        payer = draw.choice(INMATES)
        payee = draw.choice([party for party in PAYEES[kind] if party != payer])
        cell = f"cell-{draw.randrange(1, 400)}"
        date = first + datetime.timedelta(days=number * 365 // count)
        amount = f"{draw.randrange(1, 400)}.{draw.randrange(0, 100):02d}"
        cell_tag = f", cell:{cell}" if kind == "cell_rent" else ""
        out.write(f"{date} * {words.format(cell=cell)}  ; kind:{kind}{cell_tag}\n"
                  f"    {payer}:{expense}  {amount} BOB\n"
                  f"    {payer}:assets:cash  -{amount} BOB\n"
                  f"    {payee}:assets:cash  {amount} BOB\n"
                  f"    {payee}:{income}  -{amount} BOB\n\n")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    write(int(sys.argv[1]), sys.stdout)
