#!/usr/bin/env python3
"""Makes the year 2018 of San Pedro from facts.csv and stated assumptions.

    ./make.py             writes what is tracked: declarations.journal, whole/, register/,
                          events-2018-q*.csv and ASSUMPTIONS.md
    ./make.py --check     writes nothing; fails if any of them would change
    ./make.py --whole DIR writes the year of the whole prison, one file a month, into DIR;
                          fails if a byte is not what whole/events.sha256 says

Python's standard library only, a generator of its own and a fixed seed: the same bytes everywhere.
"""

import argparse
import hashlib
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from model import happenings, routines  # noqa: E402
from model.assumptions import as_markdown, assumptions  # noqa: E402
from model.declarations import SYNTHETIC, accounts_of, declarations, party_lines  # noqa: E402
from model.facts import Facts  # noqa: E402
from model.prices import price_table  # noqa: E402
from model.year import Year  # noqa: E402
from prison import registers  # noqa: E402
from prison.declarations import prison_declarations  # noqa: E402
from prison.months import Months  # noqa: E402
from prison.world import make_world  # noqa: E402

SEED = 2018
SUMS = "whole/events.sha256"


def quarter(row):
    year, month = row["date"][:4], int(row["date"][5:7])
    return "q1" if year != "2018" else f"q{(month + 2) // 3}"


def check_traced(rows, facts, book):
    """Every figure names where it is from: facts or assumptions that exist."""
    for row in rows:
        names = row["tag:basis"].replace("-", " ").split()
        unknown = [name for name in names if name not in facts.rows and name not in book.rows]
        if unknown or not names:
            raise SystemExit(f"{row['date']} {row['kind']}: figure without origin {unknown}")


def thirty_households(facts, book):
    """The detailed year: files by name, and the sources they name."""
    year = Year(facts, book, price_table(facts, book), SEED)
    events = year.run(happenings, routines)
    check_traced(events.rows, facts, book)
    files = {"declarations.journal": declarations(party_lines(), facts,
                                                  accounts_of(events.rows))}
    for name in ("q1", "q2", "q3", "q4"):
        rows = [row for row in events.rows if quarter(row) == name]
        files[f"events-2018-{name}.csv"] = f"# {SYNTHETIC}\n" + events.as_csv(rows)
    return files


def register_files(world):
    """Name -> text, in the order of their import: a thing is known before it is named."""
    thirty_prices = {name: world.prices["cell"][cell.section]
                     for name, cell in world.cells.items() if name in world.tenure.thirty_cells}
    texts = {
        "sections": registers.sections(),
        "cells": registers.cells(world.cells),
        "titles": registers.titles(world.tenure, thirty_prices),
        "households": registers.households(world.homes),
        "members": registers.members(world.homes),
        "businesses": registers.businesses(world.businesses),
        "leases": registers.leases(world.tenure.leases),
        "tariffs": registers.tariffs(world.prices, world.book),
    }
    return {f"register/{name}.csv": f"# {SYNTHETIC}\n{text}" for name, text in texts.items()}


def whole_files(world):
    """The year of those beyond the thirty, one file a month; the opening stands in the first."""
    year = Months(world)
    files = {f"prison-2018-{month:02}.csv": f"# {SYNTHETIC}\n" + text for month, text in year.run()}
    check_traced(year.purses.rows, world.facts, world.book)
    return files


def sums(files):
    return "".join(f"{hashlib.sha256(text.encode()).hexdigest()}  {name}\n"
                   for name, text in sorted(files.items()))


def build():
    """Every tracked file of the example by name, as text."""
    facts, book = Facts(), assumptions()
    files = {"ASSUMPTIONS.md": as_markdown(book)} | thirty_households(facts, book)
    for_prison = Facts()
    world = make_world(for_prison, book)
    files |= register_files(world)
    files[SUMS] = sums(whole_files(world))
    files["whole/declarations.journal"] = prison_declarations(world, for_prison.used, facts.used)
    return files


def make_whole(folder):
    files = whole_files(make_world(Facts(), assumptions()))
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    if sums(files) == (HERE / SUMS).read_text(encoding="utf-8"):
        return 0
    print(f"what was made differs from {SUMS}")
    return 1


def write(check):
    changed = []
    for name, text in build().items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != text.encode():
            changed.append(name)
            if not check:
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(text.encode())
    for name in changed:
        print(f"{'differs' if check else 'written'}: {name}")
    return 1 if check and changed else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--check", action="store_true", help="fail if a file would change")
    what.add_argument("--whole", metavar="DIR", type=Path, help="make the prison's year there")
    options = parser.parse_args()
    return make_whole(options.whole) if options.whole else write(options.check)


if __name__ == "__main__":
    sys.exit(main())
