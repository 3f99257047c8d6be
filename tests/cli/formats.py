#!/usr/bin/env python3
"""What stands in a table comes through every form of it, whatever it is.

usage: formats.py CELLBOOK EXAMPLES_FOLDER

Random texts, with every mark that some form takes for its own, are put through `sql` and read back:
csv, tsv and json by Python's readers, html by Python's parser, md by cmark-gfm; pdflatex sets tex.
Every report of two examples is put through the same tools, and html through tidy. What needs a
program that is not installed is skipped, and unittest says so.
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
from html.parser import HTMLParser
from pathlib import Path

CELLBOOK = ""
EXAMPLES = Path()
PIECES = list("abz09 ,;:|\\\"'`*_{}[]()<>#+-!?&%$^~=@/") + [
    "--", "''", "&amp;", "<b>", "&#65;", "\\n", "\\|", "ñ", "é", "n\u0303", "«", "€", "–", "日", "я",
    "😀", "\\\\", "%%", "**", "__", "$$", "[x](y)", "\\end{tabular}", "http://a.b"]
REPORTS = [["balance"], ["balance", "--tree"], ["register"], ["trialbalance"], ["print"], ["stats"],
           ["accounts"], ["parties"], ["commodities"], ["prices"]]


def run(*arguments, **options):
    return subprocess.run([str(argument) for argument in arguments], capture_output=True,
                          timeout=300, **options)


class Cells(HTMLParser):
    """The text of every cell of a page's tables, row by row, without the row of heads."""

    def __init__(self, page):
        super().__init__(convert_charrefs=True)
        self.rows, self.open = [], False
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self.open = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.open = False

    def handle_data(self, data):
        if self.open:
            self.rows[-1][-1] += data


class FormatsTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        run(CELLBOOK, "init", "a.book", cwd=self.folder)

    def table(self, rows, form):
        """Rows of texts as a table in that form, by way of `sql`."""
        def quoted(text):
            return "'" + text.replace("'", "''") + "'"
        values = ",".join("(" + ",".join(map(quoted, row)) + ")" for row in rows)
        done = run(CELLBOOK, "-f", "a.book", "sql", "-", "-O", form, cwd=self.folder,
                   input=f"select column1 as a, column2 as b from (values {values})".encode())
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        return done.stdout.decode()

    @staticmethod
    def random_rows(seed, breaks=False):
        numbers = random.Random(seed)
        pieces = PIECES + (["\n", "\t", "\r", "\r\n"] if breaks else [])

        def text():
            return "".join(numbers.choice(pieces) for _ in range(numbers.randrange(12)))
        return [[text(), text()] for _ in range(60)]

    def tex_log(self, *tables):
        """Sets the tables in a document; the log of it."""
        for number, table in enumerate(tables):
            (self.folder / f"table{number}.tex").write_text(table, encoding="utf-8")
        packages = {name for table in tables for line in table.splitlines()[:1]
                    for name in re.findall(r"\\usepackage\{(\w+)\}", line)}
        self.assertTrue({"booktabs"} <= packages <= {"booktabs", "longtable", "lscape"}, packages)
        (self.folder / "main.tex").write_text(
            "\\documentclass{article}\n" + "".join(f"\\usepackage{{{name}}}\n"
                                                   for name in sorted(packages)) +
            "\\begin{document}\n" + "".join(f"\\input{{table{number}}}\n"
                                            for number in range(len(tables))) +
            "\\end{document}\n", encoding="utf-8")
        done = run("pdflatex", "-halt-on-error", "-interaction=nonstopmode", "main.tex",
                   cwd=self.folder)
        log = done.stdout.decode("utf-8", "replace")
        self.assertEqual(done.returncode, 0, log[-3000:])
        return log

    def test_csv_and_tsv_and_json_read_back_equal(self):
        for seed in range(10):
            rows = self.random_rows(seed, breaks=True)
            text = self.table(rows, "csv")
            self.assertEqual(list(csv.reader(io.StringIO(text, newline="")))[1:], rows)
            read = csv.reader(io.StringIO(self.table(rows, "tsv"), newline=""), delimiter="\t",
                              quoting=csv.QUOTE_NONE)
            marks = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}
            self.assertEqual([[re.sub(r"\\.", lambda mark: marks[mark[0]], cell) for cell in row]
                              for row in list(read)[1:]], rows)
            table = json.loads(self.table(rows, "json"))
            self.assertEqual([[row["a"], row["b"]] for row in table["rows"]], rows)

    def test_html_reads_back_equal(self):
        for seed in range(10):
            rows = self.random_rows(seed)
            self.assertEqual(Cells(self.table(rows, "html")).rows[1:], rows)

    @unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
    def test_md_reads_back_equal(self):
        for seed in range(10):
            rows = self.random_rows(seed)
            page = run("cmark-gfm", "--extension", "table", "--unsafe",
                       input=self.table(rows, "md").encode()).stdout.decode()
            self.assertEqual(Cells(page).rows[1:], rows, page)

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is not installed")
    def test_tex_is_set_whatever_the_text(self):
        tables = [self.table(self.random_rows(seed)[:30 if seed % 2 else 60], "tex")
                  for seed in range(6)]
        self.tex_log(*tables)

    def reports(self, form):
        for name in ("first-week", "two-currencies"):
            for report in REPORTS:
                done = run(CELLBOOK, "-f", EXAMPLES / name / f"{name}.journal", *report, "-O", form)
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                yield name, report, done.stdout.decode()

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is not installed")
    def test_every_report_is_set_and_fits_the_page(self):
        for name, report, text in self.reports("tex"):
            with self.subTest(name=name, report=report):
                log = self.tex_log(text)
                if report != ["print"]:  # it has twenty columns
                    too_wide = re.findall(r"Overfull \\hbox \(([0-9.]+)pt too wide\)", log)
                    self.assertLess(max(map(float, too_wide), default=0), 12)

    @unittest.skipUnless(shutil.which("pdflatex"), "pdflatex is not installed")
    def test_twelve_months_fit_the_page(self):
        for report in (["incomestatement", "-M", "cur:BOB"], ["cashflow", "-M", "cur:BOB"],
                       ["balancesheet", "-M", "cur:BOB"],
                       ["balance", "-M", "assets", "party:sections", "cur:BOB", "--average"]):
            with self.subTest(report=report):
                done = run(CELLBOOK, "-f", EXAMPLES / "san-pedro/declarations.journal",
                           *(flag for quarter in range(1, 5) for flag in
                             ("-f", EXAMPLES / f"san-pedro/events-2018-q{quarter}.csv")),
                           *report, "date:2018", "-O", "tex")
                self.assertEqual((done.returncode, done.stderr), (0, b""))
                text = done.stdout.decode()
                self.assertIn("\\begin{landscape}", text)
                self.assertNotIn("Too wide", text)
                log = self.tex_log(text)
                too_wide = re.findall(r"Overfull \\hbox \(([0-9.]+)pt too wide\)", log)
                self.assertLess(max(map(float, too_wide), default=0), 12)

    @unittest.skipUnless(shutil.which("tidy"), "tidy is not installed")
    def test_every_report_is_valid_html(self):
        for name, report, page in self.reports("html"):
            with self.subTest(name=name, report=report):
                done = run("tidy", "-quiet", "-errors", "-utf8", input=page.encode())
                self.assertEqual((done.returncode, done.stderr.decode()), (0, ""))

    @unittest.skipUnless(shutil.which("cmark-gfm"), "cmark-gfm is not installed")
    def test_every_report_is_one_table_of_markdown(self):
        for name, report, text in self.reports("md"):
            with self.subTest(name=name, report=report):
                page = run("cmark-gfm", "--extension", "table", "--unsafe",
                           input=text.encode()).stdout.decode()
                self.assertEqual(page.count("<table>"), 1)
                lines = [line for line in text.splitlines() if line.startswith("|")]
                self.assertEqual(len(Cells(page).rows), len(lines) - 1)

    def test_facts_are_the_same_in_every_tidy_form(self):
        for name in ("first-week", "two-currencies"):
            for report in REPORTS:
                def printed(form):
                    return run(CELLBOOK, "-f", EXAMPLES / name / f"{name}.journal", *report, "-O",
                               form).stdout.decode()
                rows = list(csv.reader(io.StringIO(printed("csv"), newline="")))
                tabbed = [line.split("\t") for line in printed("tsv").splitlines()]
                self.assertEqual(tabbed, rows)
                self.assertEqual([["" if value is None else str(value) for value in row.values()]
                                  for row in json.loads(printed("json"))["rows"]], rows[1:])


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    EXAMPLES = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
