#!/usr/bin/env python3
"""Makes the year 2018 of a small San Pedro from facts.csv and stated assumptions.

    ./make.py           writes declarations.journal, events-2018-q*.csv, households.csv and
                        ASSUMPTIONS.md
    ./make.py --check   writes nothing; fails if any of them would change

Python's standard library only, a generator of its own and a fixed seed: the same bytes everywhere.
"""

import argparse
import csv
import io
import re
import sys
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from model import happenings, people, routines  # noqa: E402
from model.assumptions import as_markdown, assumptions  # noqa: E402
from model.facts import Facts  # noqa: E402
from model.prices import price_table  # noqa: E402
from model.year import Year  # noqa: E402

SEED = 2018
KINDS = HERE.parent.parent / "schemas" / "kinds.toml"
SYNTHETIC = ("Synthetic: no row of this year happened. Figures are published ones or stated "
             "assumptions.")


def accounts_of(rows):
    """Every account that the rows will book to, read off the legs of their kinds."""
    with open(KINDS, "rb") as file:
        kinds = {kind["name"]: kind for kind in tomllib.load(file)["kind"]}
    names = set()
    for row in rows:
        kind, replace = kinds[row["kind"]], {}
        if "of" in kind:
            replace, kind = kind["replace"], kinds[row["tag:" + kind["of"]]]
        for role, legs in kind["legs"].items():
            party = row["tag:section"] if role == "section" else row[role]
            for account, amount, *_ in legs:
                for name, default in kind.get("defaults", {}).items():
                    account = account.replace("{%s}" % name, row["tag:" + name] or default)
                old, new = replace.get("paid" if amount.startswith("-") else "received", ("", ""))
                if party and not all(absent(part, row) for part in re.findall(r"\w+", amount)):
                    names.add(f"{party}:{new if account == old else account}")
    return sorted(names)


def absent(name, row):
    """Whether an amount of a leg is certainly zero because the row lacks what it is made of."""
    made_of = {"levy": "levy_rate", "buyer_levy": "buyer_levy_rate", "stock_cost": "stock_cost"}
    return name in made_of and not row["tag:" + made_of[name]]


def party_lines():
    for section in people.SECTIONS:
        yield f"sections:{section}", "sections", "parent:sections:council"
    yield "sections:council", "sections", ""
    for home in people.HOUSEHOLDS:
        life = f", opened:{home.arrives}" if home.arrives else ""
        life += f", closed:{home.leaves}" if home.leaves else ""
        yield home.party, "households", f"parent:sections:{home.section}{life}"
    for shop in people.BUSINESSES:
        quasi = ", quasi:yes" if shop.quasi else ""
        yield shop.party, "businesses", f"parent:inmates:{shop.owner}{quasi}"
    for name in people.STATE:
        yield f"state:{name}", "state", ""
    for name in people.OUTSIDE:
        yield f"outside:{name}", "outside", ""


def declarations(rows, facts):
    lines = [
        "; " + SYNTHETIC,
        "; Written by make.py; facts.csv and ASSUMPTIONS.md say where each figure is from.",
        "",
        "commodity BOB",
        "    format 1000.00 BOB",
        "commodity USD",
        "    format 1000.00 USD",
        "",
    ]
    for code, (title, url) in sorted(facts.used.items()):
        lines.append(f"; source: {code}  {title}, {url}".rstrip(", "))
    lines.append("")
    for name, sector, rest in party_lines():
        lines.append(f"; party: {name}  sector:{sector}" + (f", {rest}" if rest else ""))
    lines.append("")
    rate = facts.row("O213")["central"]
    lines += ["; Official rate, the average of the year (O213).", f"P 2018-01-01 USD {rate} BOB",
              f"P 2018-12-31 USD {rate} BOB", ""]
    lines += [f"account {name}" for name in accounts_of(rows)]
    return "\n".join(lines) + "\n"


def households():
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(["household", "section", "means", "inmates", "spouses", "children", "arrives",
                     "leaves", "family_bob_per_month", "earned_outside_bob_per_month"])
    for h in people.HOUSEHOLDS:
        writer.writerow([h.party, h.section, h.tier, h.inmates, h.spouses, h.children, h.arrives,
                         h.leaves, h.family, h.earned_outside])
    return out.getvalue()


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


def build():
    """Every file of the example by name, as text."""
    facts, book = Facts(), assumptions()
    year = Year(facts, book, price_table(facts, book), SEED)
    events = year.run(happenings, routines)
    check_traced(events.rows, facts, book)
    files = {"ASSUMPTIONS.md": as_markdown(book), "households.csv": households(),
             "declarations.journal": declarations(events.rows, facts)}
    for name in ("q1", "q2", "q3", "q4"):
        rows = [row for row in events.rows if quarter(row) == name]
        files[f"events-2018-{name}.csv"] = f"# {SYNTHETIC}\n" + events.as_csv(rows)
    return files


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="fail if a file would change")
    check = parser.parse_args().check
    changed = []
    for name, text in build().items():
        path = HERE / name
        if not path.exists() or path.read_bytes() != text.encode():
            changed.append(name)
            if not check:
                path.write_bytes(text.encode())
    for name in changed:
        print(f"{'differs' if check else 'written'}: {name}")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
