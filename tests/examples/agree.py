#!/usr/bin/env python3
"""Balances of every example by cellbook, hledger and ledger: every account, every commodity.

    agree.py CELLBOOK EXAMPLES

The small examples are read by all three as they stand; San Pedro is imported into a book first and
exported as journal text. A tool that is not installed is said and left out; one must be there.
"""

import csv
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

LEDGER_ROW = "%(account)\t%(commodity(scrub(display_amount)))\t%(quantity(scrub(display_amount)))\n"


def run(*command):
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True,
                          timeout=300)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stderr}")
    return done.stdout


def balances(rows):
    """(account, commodity) -> amount, without what is zero."""
    totals = defaultdict(Decimal)
    for account, commodity, amount in rows:
        totals[account, commodity.strip('"')] += Decimal(amount.replace(",", ""))
    return {key: amount for key, amount in totals.items() if amount != 0}


def by_cellbook(cellbook, file):
    text = run(cellbook, "-f", file, "balance", "-O", "csv")
    return balances((row["account"], row["commodity"], row["amount"])
                    for row in csv.DictReader(text.splitlines()))


def by_hledger(file):
    text = run("hledger", "-f", file, "balance", "--flat", "-N", "--layout=bare", "-O", "csv")
    return balances((row["account"], row["commodity"], row["balance"])
                    for row in csv.DictReader(text.splitlines()))


def by_ledger(file):
    text = run("ledger", "-f", file, "csv", "--csv-format", LEDGER_ROW)
    return balances(line.split("\t") for line in text.splitlines())


def differences(name, ours, tool, theirs):
    """Prints what differs; how much does."""
    keys = [key for key in sorted(ours.keys() | theirs.keys())
            if ours.get(key, 0) != theirs.get(key, 0)]
    for key in keys[:20]:
        print(f"{name}: {key[0]} {key[1]}: cellbook {ours.get(key, 0)}, {tool} {theirs.get(key, 0)}")
    return len(keys)


def exported(cellbook, folder, scratch):
    """The year of San Pedro as journal text, by way of a book."""
    book, text = scratch / "year.book", scratch / "year.journal"
    run(cellbook, "init", book)
    run(cellbook, "-f", book, "import", folder / "declarations.journal",
        *sorted(folder.glob("events-*.csv")))
    run(cellbook, "-f", book, "export", "--format", "journal", "-o", text)
    return book, text


def main():
    cellbook, examples = sys.argv[1], Path(sys.argv[2])
    tools = [(name, by) for name, by in (("hledger", by_hledger), ("ledger", by_ledger))
             if shutil.which(name)]
    if not tools:
        raise SystemExit("neither hledger nor ledger is installed: nothing to compare with")
    wrong = compared = 0
    with tempfile.TemporaryDirectory() as scratch:
        files = [(path, path) for path in sorted(examples.glob("*/*.journal"))
                 if path.parent.name == path.stem]
        files.append(exported(cellbook, examples / "san-pedro", Path(scratch)))
        for ours_from, theirs_from in files:
            ours = by_cellbook(cellbook, ours_from)
            for tool, by in tools:
                wrong += differences(theirs_from.stem, ours, tool, by(theirs_from))
                compared += len(ours)
    print(f"{len(files)} books, {compared} balances compared with "
          f"{' and '.join(name for name, _ in tools)}, {wrong} differ")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main())
