#!/usr/bin/env python3
"""Balances and registers by cellbook, hledger and ledger over the examples and random journals.

usage: register_agreement.py CELLBOOK EXAMPLES

Of every journal: each tool's postings in order, and for some accounts the running total after
each. A tool that is not installed is said and left out.
"""
import csv
import datetime
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

LEDGER_ROW = ("%(format_date(date, '%Y-%m-%d'))\t%(payee)\t%(account)\t"
              "%(commodity(scrub(amount)))\t%(quantity(scrub(amount)))\n")
RANDOM_JOURNALS = 12
ACCOUNTS_EACH = 4


def run(*command):
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True,
                          timeout=120)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def amounts(text):
    """`1,000.00 BOB, -3 "size 4"` -> commodity -> amount."""
    found = {}
    for sign, number, symbol in re.findall(r'(-?)([\d.,]*\d)(?: ("[^"]*"|[^\s,]+))?', text):
        if Decimal(number.replace(",", "")) != 0:
            found[symbol.strip('"')] = Decimal(sign + number.replace(",", ""))
    return found


def by_cellbook(cellbook, file, account=None):
    query = [f"acct:^{re.escape(account)}$"] if account else []
    rows, running = [], defaultdict(Decimal)
    for row in csv.DictReader(run(cellbook, "-f", file, "register", "-O", "csv",
                                  *query).splitlines()):
        running[row["commodity"]] = Decimal(row["balance"])
        rows.append((row["date"], row["description"], row["account"],
                     amounts(f'{row["amount"]} "{row["commodity"]}"'),
                     {symbol: sum for symbol, sum in running.items() if sum}))
    return rows


def by_hledger(file, account=None):
    query = [f"^{re.escape(account)}$"] if account else []
    return [(row["date"], row["description"], row["account"], amounts(row["amount"]),
             amounts(row["total"]))
            for row in csv.DictReader(run("hledger", "-f", file, "register", "-O", "csv",
                                          *query).splitlines())]


def by_ledger(file):
    rows = []
    for line in run("ledger", "-f", file, "csv", "--sort", "date", "--csv-format",
                    LEDGER_ROW).splitlines():
        date, payee, account, symbol, number = line.split("\t")
        # Unlike hledger, ledger takes `a; b` for a description.
        rows.append((date, payee.partition(";")[0], account, amounts(f"{number} {symbol}")))
    return rows


def random_journal(seed):
    """A town in core syntax: unordered dates, costs, elided amounts, two commodities."""
    draw = random.Random(seed)
    parties = [f"inmates:i{number}" for number in range(1, 7)] + ["sections:posta"]
    details = ["cash", "cash:box", "expenses"]
    first = datetime.date(2018, 1, 1)
    text = "commodity 1000.00 BOB\ncommodity 1000.00 USD\n\n"

    def money():
        return f"{draw.randrange(1, 500000) / 100:.2f}"

    for number in range(200):
        day = first + datetime.timedelta(days=draw.randrange(365))
        payer, payee = draw.sample(parties, 2)
        mark = draw.choice(["", "* ", "! "])
        code = draw.choice(["", "", f"({number}) "])
        text += f"{day.strftime(draw.choice(['%Y-%m-%d', '%Y/%m/%d']))} {mark}{code}n{number}\n"
        amount, form = money(), draw.randrange(4)
        if form == 0:  # a payment, every amount spelled out
            text += (f"    {payer}:expenses:things    {amount} BOB\n"
                     f"    {payer}:assets:cash    -{amount} BOB\n"
                     f"    {payee}:assets:cash:box    {amount} BOB\n"
                     f"    {payee}:income:sales    -{amount} BOB\n")
        elif form == 1:  # within one party's books, one amount elided
            text += f"    {payer}:assets:cash:box    {amount} BOB\n    {payer}:assets:cash\n"
        elif form == 2:  # dollars at a unit price
            whole = draw.randrange(1, 1000)
            text += (f"    {payer}:assets:dollars    {whole} USD @ 6.91 BOB\n"
                     f"    {payer}:assets:cash    -{whole * Decimal('6.91')} BOB\n")
        else:  # dollars at a total
            text += (f"    {payer}:assets:dollars    {money()} USD @@ {amount} BOB\n"
                     f"    {payer}:assets:cash    -{amount} BOB\n")
        text += "\n"
    return text


def compare(name, ours, tool, theirs, width):
    """Whether two registers agree, row by row; the first difference is printed."""
    for index in range(max(len(ours), len(theirs))):
        mine = ours[index][:width] if index < len(ours) else None
        other = theirs[index][:width] if index < len(theirs) else None
        if mine != other:
            print(f"{name}, row {index + 1}: cellbook {mine}\n    {tool} {other}")
            return False
    return True


def main():
    cellbook, examples = sys.argv[1], Path(sys.argv[2])
    tools = [tool for tool in ("hledger", "ledger") if shutil.which(tool)]
    if not tools:
        raise SystemExit("neither hledger nor ledger is installed: nothing to compare with")
    wrong = rows = 0
    with tempfile.TemporaryDirectory() as scratch:
        files = [path for path in sorted(examples.glob("*/*.journal"))
                 if path.parent.name == path.stem]
        for seed in range(RANDOM_JOURNALS):
            file = Path(scratch) / f"random-{seed}.journal"
            file.write_text(random_journal(seed))
            files.append(file)
        for file in files:
            ours = by_cellbook(cellbook, file)
            rows += len(ours)
            if "ledger" in tools:
                wrong += not compare(file.stem, ours, "ledger", by_ledger(file), 4)
            if "hledger" not in tools:
                continue
            wrong += not compare(file.stem, ours, "hledger", by_hledger(file), 5)
            accounts = sorted({row[2] for row in ours})
            for account in random.Random(1).sample(accounts, min(ACCOUNTS_EACH, len(accounts))):
                mine = by_cellbook(cellbook, file, account)
                wrong += not compare(f"{file.stem} {account}", mine, "hledger",
                                     by_hledger(file, account), 5)
    print(f"{len(files)} journals, {rows} postings compared with {' and '.join(tools)}, "
          f"{wrong} registers differ")
    return 1 if wrong or not rows else 0


if __name__ == "__main__":
    sys.exit(main())
