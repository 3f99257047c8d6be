#!/usr/bin/env python3
"""Assignments and rents by cellbook and by SciPy, on random games.

usage: clear_agreement.py CELLBOOK

SciPy's linear_sum_assignment gives the surplus, and that of every game without one cell or one
household: what those add are the highest rents and the highest payoffs (Leonard 1983), so that no
step is shared with cellbook. Its linear programme gives prices of places in shared cells. Skipped,
and unittest says so, where SciPy is not installed.
"""
import csv
import io
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import numpy
    from scipy.optimize import linear_sum_assignment, linprog
except ImportError:
    numpy = None

CELLBOOK = ""


def surplus(values):
    """Of an array of values less reserves: pairs below zero stay apart."""
    if values.size == 0:
        return 0
    rows, columns = linear_sum_assignment(numpy.maximum(values, 0), maximize=True)
    return int(numpy.maximum(values, 0)[rows, columns].sum())


@unittest.skipUnless(numpy, "SciPy is not installed")
class AgreementTest(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(19711971)
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, name, rows):
        text = io.StringIO()
        csv.writer(text).writerows(rows)
        (self.folder / name).write_text(text.getvalue(), encoding="utf-8")

    def clear(self, *flags):
        done = subprocess.run([CELLBOOK, "clear", "--values", "v.csv", *flags, "-O", "csv"],
                              cwd=self.folder, text=True, capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def write_game(self, values, reserves):
        cells = [f"c{i}" for i in range(values.shape[1])]
        self.write("v.csv", [["household", *cells]] +
                   [[f"h{i}", *row] for i, row in enumerate(values.tolist())])
        self.write("r.csv", [["cell", "reserve"], *zip(cells, reserves.tolist())])

    def game(self, households, cells, top):
        values = numpy.array([[self.random.randint(-5, top) for _ in range(cells)]
                              for _ in range(households)])
        reserves = numpy.array([self.random.randint(0, top // 3) for _ in range(cells)])
        self.write_game(values, reserves)
        return values, reserves

    def test_rents(self):
        for households, cells, top in [(7, 5, 9), (5, 9, 30), (40, 25, 10_000), (60, 60, 50)]:
            values, reserves = self.game(households, cells, top)
            rows = self.clear("--reserves", "r.csv")
            net = values - reserves
            whole = surplus(net)
            found = 0
            for c, row in enumerate(rows):
                self.assertEqual(row["cell"], f"c{c}")
                without = surplus(numpy.delete(net, c, 1))
                self.assertEqual(int(row["high"]) - reserves[c], whole - without)
                if not row["household"]:
                    self.assertEqual(int(row["low"]), reserves[c])
                    continue
                h = int(row["household"][1:])
                found += int(net[h, c])
                kept = whole - surplus(numpy.delete(net, h, 0))
                self.assertEqual(int(row["low"]), values[h, c] - kept)
            self.assertEqual(found, whole)

    def test_a_large_market(self):
        values, reserves = self.game(500, 200, 1_000_000)
        rows = self.clear("--reserves", "r.csv")
        net = values - reserves
        found = sum(int(net[int(row["household"][1:]), c])
                    for c, row in enumerate(rows) if row["household"])
        self.assertEqual(found, surplus(net))

    def test_places(self):
        for _ in range(12):
            households, cells = self.random.randint(2, 8), self.random.randint(1, 4)
            values, reserves = self.game(households, cells, 100)
            sizes = [self.random.randint(1, 3) for _ in range(households)]
            places = [self.random.randint(3, 5) for _ in range(cells)]
            self.write("s.csv", [["household", "size"],
                                 *((f"h{i}", n) for i, n in enumerate(sizes))])
            self.write("p.csv", [["cell", "places"], *((f"c{i}", n) for i, n in enumerate(places))])
            rows = self.clear("--reserves", "r.csv", "--sizes", "s.csv", "--places", "p.csv")
            net = values - numpy.outer(sizes, reserves)
            upper = numpy.zeros((households + cells, households * cells))
            for h in range(households):
                upper[h, h * cells:(h + 1) * cells] = 1
                for c in range(cells):
                    upper[households + c, h * cells + c] = sizes[h]
            limits = [1] * households + places
            best = -linprog(-net.ravel(), A_ub=upper, b_ub=limits, method="highs").fun
            own = sum(float(row["share"]) * net[int(row["household"][1:]), int(row["cell"][1:])]
                      for row in rows if row["household"])
            self.assertAlmostEqual(own, best, places=6)
            for end in ("low", "high"):
                prices = numpy.array([float(next(row[end] for row in rows if row["cell"] == f"c{c}"))
                                      for c in range(cells)])
                kept = numpy.maximum((values - numpy.outer(sizes, prices)).max(axis=1), 0).sum()
                self.assertAlmostEqual(kept + ((prices - reserves) * places).sum(), best, places=6)


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
