#!/usr/bin/env python3
"""Writes a journal of COUNT events among 3,003 inmates: the same bytes for the same COUNT.

usage: generate.py [--beancount | --priced] COUNT > bench.journal

Amounts, parties and dates are drawn with a fixed seed and mean nothing; what matters is the shape:
four postings an event, as a payment between two parties has, each event of a kind, over one year,
on some 34,000 accounts. --beancount writes the same events as beancount spells them; --priced has
each event say what was bought and how much of it, 400 products in all.
"""
import datetime
import random
import sys

INMATES = 3_003
SECTIONS = 8
PIECE = 10_000  # events written at once

EVENTS = [
    # kind, what it says, payer's expense, payee's income, share in a hundred
    ("cell_rent", "rent", "expenses:rent", "income:rent", 10),
    ("section_dues", "dues", "expenses:dues", "income:dues", 8),
    ("restaurant_meal", "lunch", "expenses:meals", "income:sales", 22),
    ("shop_sale", "bread", "expenses:groceries", "income:sales", 22),
    ("service", "laundry", "expenses:services", "income:sales", 15),
    ("sauna_visit", "sauna", "expenses:sauna", "income:sales", 9),
    ("wage", "wage", "expenses:wages", "income:wages", 9),
    ("pool_visit", "pool", "expenses:pool", "income:sales", 5),
]
BY_HUNDRED = [event for event in EVENTS for _ in range(event[4])]


def drawn(count):
    """The events: (date, kind, words, payer, expense, payee, income, amount, cell)."""
    # random() alone is promised to give the same numbers in every version of Python.
    draw = random.Random(20261123).random
    first = datetime.date(2018, 1, 1)
    days = [(first + datetime.timedelta(days=day)).isoformat() for day in range(365)]
    inmates = [f"inmates:i{number:04d}" for number in range(1, INMATES + 1)]
    sections = [f"sections:s{number}" for number in range(1, SECTIONS + 1)]
    for number in range(count):
        kind, words, expense, income, _ = BY_HUNDRED[int(draw() * 100)]
        payer = int(draw() * INMATES)
        if kind == "pool_visit":
            payer -= payer % 3  # a thing that not everybody does
        payee = (payer + 1 + int(draw() * (INMATES - 1))) % INMATES
        cents = 50 + int(draw() * draw() * 20_000)
        yield (days[number * 365 // count], kind, words, inmates[payer], expense,
               sections[payee % SECTIONS] if kind == "section_dues" else inmates[payee], income,
               f"{cents // 100}.{cents % 100:02d}",
               f", cell:c{payee % 400}" if kind == "cell_rent" else "")


def in_pieces(texts, out):
    piece = []
    for text in texts:
        piece.append(text)
        if len(piece) == PIECE:
            out.write("".join(piece))
            piece.clear()
    out.write("".join(piece))


def write(count, out):
    out.write("commodity 1000.00 BOB\n\n")
    in_pieces((f"{date} * {words}  ; kind:{kind}{cell}\n"
               f"  {payer}:{expense}  {amount} BOB\n"
               f"  {payer}:assets:cash  -{amount} BOB\n"
               f"  {payee}:assets:cash  {amount} BOB\n"
               f"  {payee}:{income}  -{amount} BOB\n\n"
               for date, kind, words, payer, expense, payee, income, amount, cell in drawn(count)),
              out)


def write_priced(count, out):
    """The same events, with a product and a quantity each, told by what they are."""
    out.write("commodity 1000.00 BOB\n\n")
    in_pieces((f"{date} * {words}  ; kind:{kind}{cell}, product:{words}-{int(payer[-4:]) % 50}, "
               f"quantity:{1 + int(payee[-1]) % 4}\n"
               f"  {payer}:{expense}  {amount} BOB\n"
               f"  {payer}:assets:cash  -{amount} BOB\n"
               f"  {payee}:assets:cash  {amount} BOB\n"
               f"  {payee}:{income}  -{amount} BOB\n\n"
               for date, kind, words, payer, expense, payee, income, amount, cell in drawn(count)),
              out)


def beancount_name(party, account):
    """inmates:i0007 and expenses:rent -> Expenses:Rent:Inmates:I0007"""
    return ":".join(part.capitalize() for part in f"{account}:{party}".split(":"))


def write_beancount(count, out):
    out.write('option "operating_currency" "BOB"\n')
    accounts = set()
    for _, _, _, payer, expense, payee, income, _, _ in drawn(count):
        accounts.update([(payer, expense), (payer, "assets:cash"),
                         (payee, "assets:cash"), (payee, income)])
    in_pieces((f"2018-01-01 open {beancount_name(*account)} BOB\n" for account in sorted(accounts)),
              out)
    in_pieces((f'{date} * "{words}"\n  kind: "{kind}"\n'
               f"  {beancount_name(payer, expense)}  {amount} BOB\n"
               f"  {beancount_name(payer, 'assets:cash')}  -{amount} BOB\n"
               f"  {beancount_name(payee, 'assets:cash')}  {amount} BOB\n"
               f"  {beancount_name(payee, income)}  -{amount} BOB\n\n"
               for date, kind, words, payer, expense, payee, income, amount, _ in drawn(count)),
              out)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    writer = {"--beancount": write_beancount, "--priced": write_priced}.get("".join(arguments[:1]),
                                                                             write)
    if writer is not write:
        arguments = arguments[1:]
    if len(arguments) != 1:
        sys.exit(__doc__)
    writer(int(arguments[0]), sys.stdout)
