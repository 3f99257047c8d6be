#!/usr/bin/env python3
"""What is exported loads in the program it is for, with the same totals.

usage: exports.py CELLBOOK EXAMPLES_FOLDER

Every example book, and random ones with all that a book can say, are exported and loaded: in hledger,
ledger and beancount totals by account and commodity must be those of cellbook's balance; csv is summed
up by Python; the journal must give the same digest. What needs a program that is not installed is
skipped, and unittest says so.
"""
import csv
import io
import json
import random
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

CELLBOOK = ""
EXAMPLES = Path()
LEDGER_ROW = "%(account)\t%(commodity(scrub(display_amount)))\t%(quantity(scrub(display_amount)))\n"
TYPES = {"assets": "A", "liabilities": "L", "equity": "E", "income": "R", "expenses": "X"}


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True,
                          timeout=300, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}"
                             f"\n{done.stderr}")
    return done.stdout


def totals(rows):
    """(account, commodity) -> amount, without what is zero."""
    sums = defaultdict(Decimal)
    for account, commodity, amount in rows:
        sums[account, commodity.strip('"')] += Decimal(amount.replace(",", ""))
    return {key: amount for key, amount in sums.items() if amount != 0}


def by_cellbook(source, *query):
    text = run(CELLBOOK, "-f", source, "balance", *query, "-O", "csv")
    return totals((row["account"], row["commodity"], row["amount"])
                  for row in csv.DictReader(io.StringIO(text)))


def by_hledger(file):
    text = run("hledger", "-f", file, "balance", "--flat", "-N", "--layout=bare", "-O", "csv")
    return totals((row["account"], row["commodity"], row["balance"])
                  for row in csv.DictReader(io.StringIO(text)))


def by_ledger(file):
    text = run("ledger", "-f", file, "csv", "--csv-format", LEDGER_ROW)
    return totals(line.split("\t") for line in text.splitlines())


def metadata_of(file, directive, key):
    """What beancount calls it -> what cellbook does, read off the text."""
    names, name = {}, None
    for line in file.read_text(encoding="utf-8").split("\n"):
        if found := re.match(rf"\S+ {directive} (\S+)$", line):
            name = found[1]
        elif name and (found := re.match(rf'  {key}: (".*")$', line)):
            names[name] = json.loads(found[1])
    return names


# Run by the Python that beancount is installed for; bean-query would round.
LOAD = """
import json, sys
from beancount import loader
from beancount.core.data import Transaction
entries, errors, options = loader.load_file(sys.argv[1])
assert not errors, errors
json.dump([(entry.narration, [(p.account, p.units.currency, str(p.units.number))
                              for p in entry.postings])
           for entry in entries if isinstance(entry, Transaction)], sys.stdout)
"""


def load_beancount(file):
    """[(narration, postings)], after bean-check found nothing wrong."""
    run("bean-check", file)
    python = Path(shutil.which("bean-check")).read_text().splitlines()[0].removeprefix("#!")
    return json.loads(run(*python.split(), "-c", LOAD, file))


def by_beancount(file):
    accounts = metadata_of(file, "open", "cellbook-account")
    symbols = metadata_of(file, "commodity", "cellbook-symbol")
    assert len(set(accounts.values())) == len(accounts), "two accounts became one"
    return totals((accounts[account], symbols[symbol], number)
                  for _, postings in load_beancount(file) for account, symbol, number in postings)


def by_csv(file):
    with open(file, encoding="utf-8", newline="") as text:
        return totals((row["account"], row["commodity"], row["amount"])
                      for row in csv.DictReader(text))


def digest(source):
    return json.loads(run(CELLBOOK, "-f", source, "stats", "-O", "json"))["digest"]


READERS = {"hledger": ("hledger", by_hledger), "ledger": ("ledger", by_ledger),
           "beancount": ("bean-check", by_beancount), "csv": (None, by_csv)}


def random_book(seed):
    """A book with costs, assertions, statuses, tags, prices, odd names, and all that is declared."""
    draw = random.Random(seed)
    parties = ["inmates:i0042", "inmates:i0007", "inmates:I0007", "sections:posta-12", "señora luz"]
    details = {"assets": ["cash", "cash:box", "cells", "bank 2"],
               "income": ["sales", "family_help", "Family help"],
               "expenses": ["food_in_kind", "food-in-kind", "0x41", "ñandú's/co"],
               "equity": ["opening"], "liabilities": ["loans"]}
    symbols = {"BOB": 2, '"cigs"': 0, "CIGS": 1, "$": 2, '"size 3"': 3}
    lines = [f"commodity {'1000.' + '0' * scale} {symbol}" for symbol, scale in symbols.items()]
    lines += ["; party: inmates:i0042  sector:households", "; source: S1  A book, \"quoted\"",
              "P 2018-01-02 $ 6.96 BOB", 'P 2018-01-03 "cigs" 0.5 BOB',
              "account inmates:i0042:assets:cash", "    ; opened:2018-01-01, note:\"a, b\"", ""]
    stands = defaultdict(int)
    for number in range(120):
        party = draw.choice(parties)
        day = f"2018-{1 + number // 30:02}-{1 + number % 30 * 28 // 30:02}"

        def account():
            account_class = draw.choice(list(details))
            return f"{party}:{account_class}:{draw.choice(details[account_class])}"

        def amount(symbol, minor):
            scale = symbols[symbol]
            return f"{Decimal(minor).scaleb(-scale):f} {symbol}"
        symbol = draw.choice(list(symbols))
        minor = draw.randrange(-10**6, 10**6)
        mark = draw.choice(["", "* ", "! "])
        texts = ["soup", "\"quoted\" \\ text", "ñandú | note", "a: b", "50% #1 ^x", "x [2018-01-01]"]
        lines.append(f"{day} {mark}{draw.choice(['', '(c1) '])}{draw.choice(texts)}")
        lines.append(f"    ; tag:{draw.choice(['v', 'two words', '[3]'])}, payee:inmates:i0042, "
                     f"Ñ:x, lineno:7, tag:again, tag2:\"one, two\"")
        lines.append(f"    ; {draw.choice(['plain words', 'see [2018-01-01] there'])}")
        first, second = account(), account()
        while second == first:
            second = account()
        if draw.random() < 0.4:
            other = draw.choice([name for name in symbols if name != symbol])
            minor = minor or 1
            cost = draw.randrange(1, 10**6)
            lines.append(f"    {first}  {amount(symbol, minor)} @@ {amount(other, cost)}")
            lines.append(f"    {second}  {amount(other, -cost if minor > 0 else cost)}")
            stands[first, symbol] += minor
            stands[second, other] += -cost if minor > 0 else cost
        else:
            lines.append(f"    {first}  {amount(symbol, minor)}  ; with:sections:posta-12, "
                         "value:2018-09-09, then words")
            stands[first, symbol] += minor
            stands[second, symbol] -= minor
            claim = f" = {amount(symbol, stands[second, symbol])}" if draw.random() < 0.3 else ""
            lines.append(f"    {draw.choice(['', '! '])}{second}  {amount(symbol, -minor)}{claim}")
        lines.append("")
    return "\n".join(lines)


class ExportsTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def books(self):
        for path in sorted(EXAMPLES.glob("*/*.journal")):
            if path.parent.name == path.stem:
                yield path
        year, book = EXAMPLES / "san-pedro", self.folder / "year.book"
        if not book.exists():
            run(CELLBOOK, "init", book)
            run(CELLBOOK, "-f", book, "import", year / "declarations.journal",
                *sorted(year.glob("events-*.csv")))
        yield book
        for seed in range(8):
            book = self.folder / f"random{seed}.journal"
            book.write_text(random_book(seed), encoding="utf-8")
            yield book

    def export(self, book, form, *query):
        file = self.folder / f"{Path(book).stem}.{form}"
        run(CELLBOOK, "-f", book, "export", "--format", form, "-o", file, *query)
        return file

    def compare(self, form):
        program, read = READERS[form]
        if program and not shutil.which(program):
            self.skipTest(f"{program} is not installed")
        for book in self.books():
            with self.subTest(book=book.name):
                wanted = by_cellbook(book)
                self.assertTrue(wanted)
                self.assertEqual(read(self.export(book, form)), wanted)
            if book.stem in ("first-week", "year", "random0"):
                with self.subTest(book=book.name, part="March"):
                    part = self.export(book, form, "-p", "2018-03")
                    self.assertEqual(read(part), by_cellbook(book, "-p", "2018-03"))

    def test_hledger(self):
        self.compare("hledger")

    def test_ledger(self):
        self.compare("ledger")

    def test_beancount(self):
        self.compare("beancount")

    def test_csv(self):
        self.compare("csv")

    @unittest.skipUnless(shutil.which("bean-check"), "beancount is not installed")
    def test_beancount_reads_descriptions_as_they_are(self):
        book = self.folder / "random.journal"
        book.write_text(random_book(99), encoding="utf-8")
        with open(self.export(book, "csv"), encoding="utf-8", newline="") as text:
            wanted = {row["seq"]: row["description"] for row in csv.DictReader(text)}
        loaded = [narration for narration, _ in load_beancount(self.export(book, "beancount"))]
        self.assertEqual(sorted(loaded), sorted(wanted.values()))

    def test_the_journal_gives_the_same_digest(self):
        for book in self.books():
            with self.subTest(book=book.name):
                self.assertEqual(digest(self.export(book, "journal")), digest(book))

    def test_a_part_as_journal_loads_again(self):
        for book in self.books():
            with self.subTest(book=book.name):
                part = self.export(book, "journal", "-p", "2018-03")
                self.assertEqual(by_cellbook(part), by_cellbook(book, "-p", "2018-03"))

    @unittest.skipUnless(shutil.which("hledger"), "hledger is not installed")
    def test_hledger_knows_what_each_account_is(self):
        book = EXAMPLES / "first-week" / "first-week.journal"
        file = self.export(book, "hledger")
        for account_class, letter in TYPES.items():
            wanted = {key for key in by_cellbook(book) if f":{account_class}" in key[0]}
            text = run("hledger", "-f", file, "balance", "--flat", "-N", "--layout=bare", "-O",
                       "csv", f"type:{letter}")
            self.assertEqual({(row["account"], row["commodity"])
                              for row in csv.DictReader(io.StringIO(text))}, wanted)
        self.assertIn("inmates:i0042:income:transfers", run("hledger", "-f", file, "is"))

    @unittest.skipUnless(shutil.which("ledger"), "ledger is not installed")
    def test_ledger_reads_tags_as_metadata(self):
        file = self.export(EXAMPLES / "first-week" / "first-week.journal", "ledger")
        text = run("ledger", "-f", file, "register", "%kind=cell_rent", "--format", "%(payee)\n")
        self.assertEqual(set(text.splitlines()), {"Rent of Guanay 7 for March"})

    def test_csv_has_texts_as_they_are(self):
        book = self.folder / "odd.journal"
        book.write_text('2018-01-01 x\n    ; description:"a;\\n \\"b\\"", comment:"c\\td"\n'
                        "    a:assets:x  1 BOB\n    a:income:y  -1 BOB\n", encoding="utf-8")
        with open(self.export(book, "csv"), encoding="utf-8", newline="") as text:
            rows = list(csv.DictReader(text))
        self.assertEqual([(row["description"], row["comment"], row["account"], row["party"],
                           row["class"], row["amount"]) for row in rows],
                         [('a;\n "b"', "c\td", "a:assets:x", "a", "assets", "1.00"),
                          ('a;\n "b"', "c\td", "a:income:y", "a", "income", "-1.00")])


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    EXAMPLES = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
