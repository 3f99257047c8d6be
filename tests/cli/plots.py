#!/usr/bin/env python3
"""Pictures as gnuplot draws them: whole files that hold what they must, the same bytes each time.

usage: plots.py CELLBOOK TOWN_FOLDER SCRIPTS_FOLDER
"""
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
import zlib
from pathlib import Path

CELLBOOK = ""
TOWN = Path()
SCRIPTS = Path()
# Each would do something if gnuplot, a shell, XML or printf took it for more than a name.
NASTY = ["'; system 'touch pwned' #", "`touch pwned`", "$(touch pwned)", '"; !touch pwned', "@x",
         "a_b^{c}", "100 %d %s", "<b>&amp;</b>", "back\\slash\\", "END", "Ñandú £", "-e", "\\n",
         "''", "a'' '; system 'touch pwned", "'''; !touch pwned", "it's @x `touch pwned` \"\\"]


class PlotsTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copy(TOWN / "week.journal", self.folder)
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                            "HOME": str(self.folder), "CELLBOOK_FILE": "week.journal"}
        self.environment.update({k: v for k, v in os.environ.items() if "SAN_OPTIONS" in k})

    def run_it(self, *arguments, **variables):
        return subprocess.run([CELLBOOK, "plot", *arguments], cwd=self.folder,
                              env={**self.environment, **variables}, capture_output=True,
                              timeout=120)

    def plot(self, *arguments, **variables):
        done = self.run_it(*arguments, **variables)
        self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)
        return done.stdout

    def words(self, svg):
        """Every text of an SVG, which must be well-formed."""
        root = ElementTree.fromstring(svg)
        return [text.text or "" for text in root.iter() if text.tag.endswith("}text")]

    def write_table(self, header, rows):
        lines = [header] + [",".join('"' + str(cell).replace('"', '""') + '"' for cell in row)
                            for row in rows]
        (self.folder / "t.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def test_svg_holds_title_axes_source_and_digest(self):
        for what, axis in (("balance", "Balance at the end of the period (BOB)"),
                           ("flow", "Change in the period (BOB)")):
            svg = self.plot(what, "i0042:assets", "-O", "svg").decode()
            words = self.words(svg)
            for part in ("Period", axis, "inmates:i0042:assets:cash"):
                self.assertIn(part, words)
            self.assertTrue(any(word.endswith("i0042:assets") for word in words), words)
            source = [word for word in words if word.startswith("Source: week.journal; ")]
            self.assertEqual(len(source), 1, words)
            short = re.search(r"digest of the book ([0-9a-f]{12})$", source[0]).group(1)
            self.assertRegex(svg, f"<desc>Source: .*digest of the book {short}[0-9a-f]{{52}}</desc>")
            self.assertNotIn("GNUPLOT", svg)

    def test_the_same_book_gives_the_same_bytes(self):
        for form in ("svg", "png", "pdf", "text", "gnuplot", "csv"):
            flags = ("balance", "assets", "cur:BOB", "-D", "-O", form)
            # What a user has set for gnuplot does not show.
            (self.folder / ".gnuplot").write_text("set title 'mine'\nset grid\n")
            first = self.plot(*flags)
            self.assertEqual(first, self.plot(*flags, GNUTERM="dumb", TZ="Asia/Tokyo",
                                              LC_ALL="C"), form)
            self.assertTrue(first)

    def test_png_is_whole_and_says_its_source(self):
        png = self.plot("flow", "i0042:assets", "-O", "png", "--size", "640x400")
        self.assertEqual(png[:8], b"\x89PNG\r\n\x1a\n")
        at, texts, kinds = 8, {}, []
        while at < len(png):
            length, kind = struct.unpack(">I4s", png[at:at + 8])
            data = png[at + 8:at + 8 + length]
            check, = struct.unpack(">I", png[at + 8 + length:at + 12 + length])
            self.assertEqual(check, zlib.crc32(kind + data), kind)
            if kind == b"IHDR":
                self.assertEqual(struct.unpack(">II", data[:8]), (640, 400))
            if kind == b"iTXt":
                texts[data.split(b"\0")[0]] = data.split(b"\0", 5)[5].decode()
            kinds.append(kind)
            at += 12 + length
        self.assertEqual((kinds[0], kinds[-1]), (b"IHDR", b"IEND"))
        self.assertIn(b"IDAT", kinds)
        self.assertEqual(texts[b"Title"], "Changes of balances: i0042:assets")
        self.assertRegex(texts[b"Source"], "digest of the book [0-9a-f]{64}$")

    def test_pdf_is_whole_and_says_its_source(self):
        pdf = self.plot("balance", "i0042:assets", "-O", "pdf")
        self.assertTrue(pdf.startswith(b"%PDF-"))
        self.assertNotIn(b"CreationDate", pdf)
        subject = re.search(rb"/Subject <FEFF([0-9A-F]*)>", pdf).group(1)
        self.assertRegex(bytes.fromhex(subject.decode()).decode("utf-16-be"),
                         "digest of the book [0-9a-f]{64}$")
        # The chain of cross-reference tables leads to objects.
        at = int(re.findall(rb"startxref\n(\d+)\n", pdf)[-1])
        tables = 0
        while at is not None:
            self.assertEqual(pdf[at:at + 5], b"xref\n")
            first, = re.match(rb"xref\n(\d+) \d+\n", pdf[at:]).groups()
            for number, entry in enumerate(re.findall(rb"(\d{10}) \d{5} [nf] \n", re.match(
                    rb"xref\n\d+ \d+\n((?:\d{10} \d{5} [nf] \n)+)", pdf[at:]).group(1)),
                    int(first)):
                if number:
                    place = int(entry)
                    self.assertTrue(pdf[place:].startswith(b"%d 0 obj" % number), number)
            trailer = pdf[at:].split(b"startxref")[0]
            previous = re.search(rb"/Prev (\d+)", trailer)
            at = int(previous.group(1)) if previous else None
            tables += 1
        self.assertEqual(tables, 2)

    def test_nothing_in_a_name_is_more_than_a_name(self):
        for mark, forms in (("lines", ("svg", "text", "png", "pdf")), ("bars", ("svg", "text"))):
            for form in forms:
                for names in (NASTY[:6], NASTY[6:12], NASTY[12:]):
                    self.write_table("when,who,much", [
                        (place, name, number) for number, name in enumerate(names)
                        for place in names[:4]])
                    image = self.plot("table", "t.csv", "--x", "when", "--y", "much", "--by",
                                      "who", "--mark", mark, "--title", NASTY[0], "-O", form,
                                      "--size", "1400x900" if form != "text" else "200x60")
                    if form == "svg":
                        words = self.words(image)
                        for name in names + NASTY[:1]:
                            self.assertIn(name, words)
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()
                                if not path.name.startswith(".")), ["t.csv", "week.journal"])

    def test_extremes_are_drawn(self):
        tables = {
            "one point": [("2018-01", "a", 5)],
            "zeros": [("2018-01", "a", 0), ("2018-02", "a", 0)],
            "negative": [("2018-01", "a", -5), ("2018-02", "a", -1), ("2018-01", "b", -4)],
            "large": [("2018-01", "a", "276701161105643274.21"), ("2018-02", "a", 1)],
            "tiny": [("2018-01", "a", "1e-40"), ("2018-02", "a", "3e-40")],
            "sixty periods": [(f"{2010 + i // 12}-{i % 12 + 1:02}", "a", i * i) for i in range(60)],
            "3,000 series": [("2018-01", f"inmates:i{i:04}", i) for i in range(3000)],
            "a long name": [("2018-01", "businesses:" + "restaurante-" * 30, 1)],
        }
        for name, rows in tables.items():
            self.write_table("period,who,much", rows)
            for mark in ("lines", "bars"):
                for form in ("svg", "text"):
                    with self.subTest(name, mark=mark, form=form):
                        drawn = self.plot("table", "t.csv", "--x", "period", "--y", "much", "--by",
                                          "who", "--mark", mark, "-O", form).decode()
                        if form == "svg":
                            self.words(drawn)
                        if name == "3,000 series":
                            self.assertRegex(drawn, "[78] of 3000 series: those that reach furthest")

    def test_text_fits_its_terminal(self):
        for columns, lines in ((60, 24), (100, 40)):
            text = self.plot("balance", "assets", "cur:BOB", "-D", COLUMNS=str(columns),
                             LINES=str(lines)).decode()
            rows = text.splitlines()
            self.assertLessEqual(max(map(len, rows)), columns)
            self.assertLess(len(rows), lines)
            self.assertEqual(rows, [row.rstrip() for row in rows])
            self.assertIn("Source: week.journal;", text)
            self.assertIn("Balance at the end of the period (BOB)", text)

    def test_scripts_of_every_picture_draw(self):
        scripts = sorted(SCRIPTS.glob("*.gp"))
        self.assertGreaterEqual(len(scripts), 6)
        for script in scripts:
            done = subprocess.run(["gnuplot", "-d", "-"], input=script.read_bytes(),
                                  capture_output=True, timeout=60, cwd=self.folder)
            self.assertEqual(done.returncode, 0, (script, done.stderr))
            self.assertGreater(len(done.stdout), 500, script)
            if b"set terminal svg" in script.read_bytes():
                self.words(done.stdout.decode())

    def test_a_script_draws_what_the_program_draws(self):
        script = self.plot("balance", "i0042:assets", "--script")
        drawn = subprocess.run(["gnuplot", "-d", "-"], input=script, capture_output=True,
                               timeout=60, env=self.environment).stdout.decode()
        self.assertEqual(self.words(drawn), self.words(
            self.plot("balance", "i0042:assets", "-O", "svg").decode()))

    def test_a_failing_gnuplot_leaves_no_file(self):
        for gnuplot in ("false", "/no/such/gnuplot"):
            done = self.run_it("balance", "i0042:assets", "-o", "cash.png",
                               CELLBOOK_GNUPLOT=gnuplot)
            self.assertEqual(done.returncode, 3)
            self.assertIn(gnuplot.encode(), done.stderr)
        self.assertEqual([path.name for path in self.folder.glob("cash*")], [])
        self.plot("balance", "i0042:assets", "-o", "cash.png")
        self.assertEqual([path.name for path in self.folder.glob("cash*")], ["cash.png"])


if __name__ == "__main__":
    CELLBOOK, TOWN, SCRIPTS = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    unittest.main(argv=sys.argv[:1])
