#!/usr/bin/env python3
"""Sets each published figure of San Pedro beside what the book of the whole prison gives.

    ./fit.py                     makes the book in a scratch folder and writes fit.md
    ./fit.py --book FILE         reads a book that whole/book has made
    ./fit.py --check [...]       writes nothing; fails if fit.md would change

The program is $CELLBOOK, or cellbook on the PATH.
"""

import argparse
import csv
import difflib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))
sys.dont_write_bytecode = True

from fit.source import Source  # noqa: E402
from fit.table import as_markdown  # noqa: E402


def text_of(cellbook, book):
    with open(HERE / "facts.csv", encoding="utf-8", newline="") as file:
        return as_markdown(list(csv.DictReader(file)), Source(cellbook, book))


def from_scratch(cellbook):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([HERE / "whole" / "book", folder, cellbook], check=True,
                       stdout=subprocess.DEVNULL)
        return text_of(cellbook, Path(folder) / "san-pedro.book")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--book", type=Path, help="the book of the whole prison")
    parser.add_argument("--check", action="store_true", help="fail if fit.md would change")
    options = parser.parse_args()
    cellbook = os.environ.get("CELLBOOK", "cellbook")
    made = text_of(cellbook, options.book) if options.book else from_scratch(cellbook)
    path = HERE / "fit.md"
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    if made == old:
        return 0
    if not options.check:
        path.write_text(made, encoding="utf-8")
        return 0
    sys.stdout.writelines(difflib.unified_diff(old.splitlines(True), made.splitlines(True),
                                               "fit.md", "the book"))
    return 1


if __name__ == "__main__":
    sys.exit(main())
