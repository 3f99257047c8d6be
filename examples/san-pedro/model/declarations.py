"""What the detailed year declares: commodities, sources, parties, accounts, the exchange rate."""

import re
import tomllib

from model import people
from model.facts import HERE

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


def source_lines(sources):
    return [f"; source: {code}  {title}, {url}".rstrip(", ")
            for code, (title, url) in sorted(sources.items())]


def declarations(parties, facts, accounts):
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
    lines += [*source_lines(facts.used), ""]
    for name, sector, rest in parties:
        lines.append(f"; party: {name}  sector:{sector}" + (f", {rest}" if rest else ""))
    lines.append("")
    rate = facts.row("O213")["central"]
    lines += ["; Official rate, the average of the year (O213).", f"P 2018-01-01 USD {rate} BOB",
              f"P 2018-12-31 USD {rate} BOB", ""]
    lines += [f"account {name}" for name in accounts]
    return "\n".join(lines) + "\n"
