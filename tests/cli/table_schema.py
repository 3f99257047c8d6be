#!/usr/bin/env python3
"""Prints every table in JSON and holds it against the schema of tables.

usage: table_schema.py CELLBOOK TOWN_FOLDER SCHEMA

The checker below knows the few keywords that the schema uses and refuses any other, so that none
is passed over.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "null": type(None),
         "number": (int, float), "boolean": bool}
TALK = {"$schema", "$id", "$defs", "title", "description"}


def complaints(value, schema, root, where="$"):
    """What is wrong with a value, as sentences."""
    found = []
    for keyword, wanted in schema.items():
        if keyword in TALK:
            continue
        if keyword == "$ref":
            found += complaints(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, where)
        elif keyword == "type":
            names = wanted if isinstance(wanted, list) else [wanted]
            if not any(isinstance(value, TYPES[name]) for name in names):
                found.append(f"{where} is no {' or '.join(names)}: {value!r}")
        elif keyword == "const":
            if value != wanted:
                found.append(f"{where} is not {wanted!r}: {value!r}")
        elif keyword == "enum":
            if value not in wanted:
                found.append(f"{where} is none of {wanted}: {value!r}")
        elif keyword == "pattern":
            if isinstance(value, str) and not re.search(wanted, value):
                found.append(f"{where} does not match {wanted}: {value!r}")
        elif keyword == "minimum":
            if isinstance(value, int) and value < wanted:
                found.append(f"{where} is less than {wanted}: {value!r}")
        elif keyword == "maximum":
            if isinstance(value, int) and value > wanted:
                found.append(f"{where} is more than {wanted}: {value!r}")
        elif keyword in ("oneOf", "anyOf"):
            fitting = [each for each in wanted if not complaints(value, each, root, where)]
            if not fitting or (keyword == "oneOf" and len(fitting) > 1):
                found.append(f"{where} fits {len(fitting)} of {keyword}: {str(value)[:200]}")
        elif keyword == "items":
            for index, item in enumerate(value if isinstance(value, list) else []):
                found += complaints(item, wanted, root, f"{where}[{index}]")
        elif keyword == "properties":
            for name, each in wanted.items():
                if isinstance(value, dict) and name in value:
                    found += complaints(value[name], each, root, f"{where}.{name}")
        elif keyword == "required":
            if isinstance(value, dict):
                found += [f"{where} lacks {name}" for name in wanted if name not in value]
        elif keyword == "additionalProperties":
            members = set(value) if isinstance(value, dict) else set()
            extra = members - set(schema.get("properties", {}))
            if wanted is False:
                found += [f"{where} has {name} too" for name in sorted(extra)]
            else:
                for name in sorted(extra):
                    found += complaints(value[name], wanted, root, f"{where}.{name}")
        else:
            raise SystemExit(f"the schema uses {keyword}, which this test does not know")
    return found


# A run and a sweep that take no time.
BREAD = """
schema = "cellbook-scenario/1"
name = "bread"
[baseline]
book = "town.book"
from = 2018-01-01
to = 2018-05-10
[run]
seed = 20180301
replicas = 8
[[scenario]]
name = "dear-bread"
[[scenario.shock]]
target = "price.bread"
value = "+10%"
[[output]]
series = "product.bread.revenue"
[[output]]
series = "welfare.ev"
by = ["quintile"]
[sweep]
method = "sobol"
n = 8
metrics = ["welfare.ev"]
bootstrap = 20
"""


def main():
    cellbook, town, schema_file = (Path(argument).resolve() for argument in sys.argv[1:])
    schema = json.loads(schema_file.read_text(encoding="utf-8"))
    assert complaints({"schema": "cellbook-balance/1"}, schema, schema), "everything passes"
    commands = {"kind": ["kinds", "cell_sale"],
                "sql": ["sql", "select 1 as one, null as none"],
                "incomestatement": ["incomestatement", "party:inmates"],
                "index": ["index", "--monthly", "--method", "all"],
                "occupancy-cells": ["occupancy", "--cells"],
                "registry": ["registry", "members"],
                "inequality": ["inequality", "--of", "wealth", "-X", "BOB"],
                "lorenz": ["lorenz", "--of", "wealth", "-X", "BOB"],
                "scenario-list": ["scenario", "list", "ceiling.toml"],
                "scenario-targets": ["scenario", "list", "--targets"],
                "clear": ["clear", "-X", "BOB"],
                "clear-households": ["clear", "-X", "BOB", "--show", "households"],
                "clear-trades": ["clear", "-X", "BOB", "--show", "trades"],
                "clear-net-trades": ["clear", "-X", "BOB", "--show", "net-trades"],
                "clear-ceiling": ["clear", "-X", "BOB", "--ceiling", "1", "--priority",
                                  "seniority"],
                "clear-ceiling-households": ["clear", "-X", "BOB", "--ceiling", "1", "--priority",
                                             "seniority", "--show", "households"],
                "clear-places": ["clear", "-X", "BOB", "--shared"],
                "regress": ["regress", "--data", "prices.csv", "--formula", "price ~ quantity"],
                "regress-statistics": ["regress", "--data", "prices.csv", "--formula",
                                       "price ~ quantity", "--statistics"],
                "regress-summary": ["regress", "--data", "prices.csv", "--summary"],
                "demand": ["demand", "--product", "bread", "--no-income", "--on-simulated"],
                "hedonic-rents": ["hedonic", "--formula", "rent ~ 1", "--on-simulated",
                                  "--predict"],
                "hedonic-index": ["hedonic", "--formula", "rent ~ 1", "--on-simulated",
                                  "--index", "month", "-b", "2018-01-01"],
                "whatif": ["whatif", "--set", "price.bread=+10%", "--draws", "5"],
                "parameters": ["whatif", "--parameters"],
                "optimum": ["optimum", "price.bread", "--demand", "linear", "--param",
                            "demand.elasticity=-1.2", "--points", "5"],
                "scenario-run": ["scenario", "run", "bread.toml"],
                "scenario-sweep": ["scenario", "sweep", "bread.toml"],
                "check": ["check", "--digest", "0" * 64]}
    # Tables that have more columns when more is asked for.
    variants = {"balance": [["--weekly", "--row-total", "--average"], ["--monthly", "--compare"],
                            ["--daily", "--historical"], ["-p", "2018q1", "--quarterly", "-E"]],
                "incomestatement": [["--by-party", "-W"], ["-M", "--compare", "-T", "-A"]],
                "balancesheet": [["--by-party", "-Q"], ["--aggregate", "-D", "--compare"]],
                "leases": [["--all"]],
                "registry": [["i01"]],
                "due": [["--all"]],
                "rents": [["--per-place"]],
                "inequality": [["--by", "section"], ["--atkinson", "1.25"]],
                "lorenz": [["--by", "section", "--points", "all"]],
                "regress": [["--formula", "price ~ 1"]],
                "regress-statistics": [["--formula", "price ~ 1"]],
                "whatif": [["--draws", "0"], ["--demand", "isoelastic"]],
                "cashflow": [["--by-party", "--monthly", "--compare"], ["--aggregate", "--daily"]]}
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        for file in ("week.journal", "events.csv", "cells.journal", "sales.journal",
                     "prices.csv", "ceiling.toml"):
            shutil.copy(town / file, folder)
        Path(folder, "bread.toml").write_text(BREAD, encoding="utf-8")

        def run(*arguments):
            return subprocess.run([cellbook, *arguments], cwd=folder, capture_output=True,
                                  text=True, timeout=60,
                                  env={**os.environ, "CELLBOOK_FILE": "town.book"})

        run("init")
        run("import", "week.journal", "events.csv", "cells.journal", "sales.journal")
        tables = [entry["$ref"].removeprefix("#/$defs/") for entry in schema["oneOf"]]
        runs = [(table, flags) for table in tables for flags in [[]] + variants.get(table, [])]
        for table, flags in runs:
            done = run(*commands.get(table, [table]), *flags, "-O", "json")
            document = json.loads(done.stdout or "{}")
            problems = complaints(document, schema["$defs"][table], schema)
            problems += complaints(document, schema, schema)
            if not document.get("rows"):
                problems.append("no rows: " + done.stderr)
            for problem in problems[:10]:
                print(f"{table} {' '.join(flags)}: {problem}")
            wrong += bool(problems)
    print(f"{len(runs)} tables, {wrong} wrong")
    return 1 if wrong or not runs else 0


if __name__ == "__main__":
    sys.exit(main())
