#!/usr/bin/env python3
"""Measures of inequality by cellbook and by others: Python's decimals, and R's package ineq.

usage: inequality_agreement.py CELLBOOK

The Python below takes every measure by its textbook definition, over all pairs or person by person,
and shares no formula with cellbook, which sorts and works in integers. What needs a program or
package that is not installed is skipped, and unittest says so.
"""
import csv
import io
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from decimal import Decimal, getcontext
from fractions import Fraction
from pathlib import Path

CELLBOOK = ""
PUBLISHED = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261]
getcontext().prec = 60

R_SCRIPT = """
library(ineq)
x <- as.numeric(read.csv("data.csv")$x)
put <- function(name, value) cat(name, ",", format(value, digits = 17), "\\n", sep = "")
put("gini", Gini(x)); put("gini_corrected", Gini(x, corr = TRUE))
put("theil_t", Theil(x, parameter = 0)); put("theil_l", Theil(x, parameter = 1))
for (e in c("0.5", "0.75", "1", "2", "3"))
    put(paste0("atkinson(", e, ")"), Atkinson(x, parameter = as.numeric(e)))
put("hoover", RS(x)); put("ge(2)", var.coeff(x, square = TRUE) * (length(x) - 1) / length(x) / 2)
curve <- Lc(x)
for (i in seq_along(curve$p)) put(paste("lorenz", i), curve$L[i])
"""


def run(folder, *arguments):
    done = subprocess.run([str(argument) for argument in arguments], cwd=folder, text=True,
                          capture_output=True, timeout=120)
    assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    return done.stdout


def decimal(fraction):
    return Decimal(fraction.numerator) / Decimal(fraction.denominator)


def lorenz(people, share):
    """Share of the sum that the poorest `share` of people have: pairs (value, weight), rising."""
    left = share * sum(weight for _, weight in people)
    total = sum(value * weight for value, weight in people)
    held = Fraction(0)
    for value, weight in people:
        taken = min(weight, left)
        held += taken * value
        left -= taken
    return held / total


def quantile(people, share):
    """The inverse of the distribution function, by its definition."""
    wanted = share * sum(weight for _, weight in people)
    reached = [value for i, (value, _) in enumerate(people)
               if sum(weight for _, weight in people[:i + 1]) >= wanted]
    beyond = [value for i, (value, _) in enumerate(people)
              if sum(weight for _, weight in people[:i + 1]) > wanted]
    return (reached[0] + (beyond or reached)[0]) / 2


def measures(rows):
    """Every measure, of pairs of fractions (value, weight), all values above zero."""
    people = sorted((value, weight) for value, weight in rows if weight > 0)
    weight = sum(w for _, w in people)
    mean = sum(x * w for x, w in people) / weight
    pairs = sum(abs(x - y) * v * w for x, v in people for y, w in people)
    gini = pairs / (2 * mean * weight * weight)
    other = weight * weight - sum(w * w for _, w in people)
    shares = [(decimal(w / weight), decimal(x / mean)) for x, w in people]
    found = {
        "n": len(people), "weight": weight, "sum": mean * weight, "mean": mean,
        "median": quantile(people, Fraction(1, 2)),
        "gini": gini, "gini_corrected": pairs / (2 * mean * other),
        "theil_t": sum(p * r * r.ln() for p, r in shares),
        "theil_l": -sum(p * r.ln() for p, r in shares),
        "ge(2)": (sum((x - mean) ** 2 * w for x, w in people) / weight) / (2 * mean ** 2),
        "atkinson(1)": 1 - sum(p * r.ln() for p, r in shares).exp(),
        "hoover": sum(abs(x - mean) * w for x, w in people) / (2 * mean * weight),
    }
    for aversion in ("0.5", "0.75", "2", "3"):
        power = 1 - Decimal(aversion)
        whole = sum(p * (r.ln() * power).exp() for p, r in shares)
        found[f"atkinson({aversion})"] = 1 - (whole.ln() / power).exp()
    below = {share: lorenz(people, Fraction(share, 100)) for share in range(101)}
    for bottom in (20, 40, 50):
        found[f"share_bottom_{bottom}"] = below[bottom]
    for top in (20, 10, 5, 1):
        found[f"share_top_{top}"] = 1 - below[100 - top]
    for i in range(1, 6):
        found[f"share_quintile_{i}"] = below[20 * i] - below[20 * i - 20]
    for i in range(1, 11):
        found[f"share_decile_{i}"] = below[10 * i] - below[10 * i - 10]
    found["palma"] = (1 - below[90]) / below[40]
    found["s80_s20"] = (1 - below[80]) / below[20]
    for share in (10, 25, 75, 90):
        found[f"p{share}"] = quantile(people, Fraction(share, 100))
    found["p90_p10"] = found["p90"] / found["p10"]
    found["p90_p50"] = found["p90"] / found["median"]
    found["p50_p10"] = found["median"] / found["p10"]
    found["p75_p25"] = found["p75"] / found["p25"]
    found["min"], found["max"] = people[0][0], people[-1][0]
    return {name: decimal(Fraction(value)) if not isinstance(value, Decimal) else value
            for name, value in found.items()}


class AgreementTest(unittest.TestCase):
    def setUp(self):
        self.random = random.Random(20180301)
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)

    def write(self, rows):
        text = io.StringIO()
        csv.writer(text).writerows([("x", "w", "g"), *rows])
        (self.folder / "data.csv").write_text(text.getvalue(), encoding="utf-8")

    def own(self, *flags):
        text = run(self.folder, CELLBOOK, "inequality", "--data", "data.csv", "--column", "x",
                   "--atkinson", "0.75", "--atkinson", "3", *flags, "-O", "csv")
        return list(csv.DictReader(io.StringIO(text)))

    def agree(self, own, other, digits):
        self.assertTrue(other)
        for name, expected in other.items():
            value = Decimal(own[name])
            bound = Decimal(10) ** -digits * max(abs(expected), Decimal("1e-3"))
            self.assertLessEqual(abs(value - expected), bound, (name, value, expected))

    def samples(self):
        yield [(x, 1, "") for x in PUBLISHED]
        yield [(7, 1, ""), (7, 2, "")]
        for size in (2, 3, 17, 40):
            yield [(f"{self.random.lognormvariate(8, 1):.2f}", 1, "") for _ in range(size)]

    def test_python(self):
        for rows in self.samples():
            weighted = [(x, f"{self.random.uniform(0, 4):.1f}", "") for x, _, _ in rows]
            weighted[0] = (weighted[0][0], "1.5", "")
            for sample, flags in ((rows, []), (weighted, ["--weight", "w"])):
                used = sample if flags else [(x, 1, "") for x, _, _ in sample]
                if sum(float(w) > 0 for _, w, _ in used) < 2:
                    continue
                self.write(sample)
                own = {row["measure"]: row["value"] for row in self.own(*flags)}
                other = measures([(Fraction(str(x)), Fraction(str(w))) for x, w, _ in used])
                self.assertEqual(set(own), set(other))
                self.agree(own, other, 16)

    def test_groups_in_python(self):
        rows = [(self.random.randint(1, 900), self.random.randint(1, 5), self.random.choice("abc"))
                for _ in range(40)]
        self.write(rows)
        found = {(row["group"], row["measure"]): row["value"]
                 for row in self.own("--weight", "w", "--group", "g")}
        everybody = measures([(Fraction(x), Fraction(w)) for x, w, _ in rows])
        within = {"theil_t": Decimal(0), "theil_l": Decimal(0), "ge(2)": Decimal(0)}
        for group in "abc":
            own = measures([(Fraction(x), Fraction(w)) for x, w, g in rows if g == group])
            self.agree({name: found[group, name] for name in own}, own, 16)
            people, total = own["weight"] / everybody["weight"], own["sum"] / everybody["sum"]
            within["theil_t"] += total * own["theil_t"]
            within["theil_l"] += people * own["theil_l"]
            within["ge(2)"] += total * total / people * own["ge(2)"]
        for name, part in within.items():
            self.agree({name: found["", name + "_within"]}, {name: part}, 15)
            self.agree({name: found["", name + "_between"]}, {name: everybody[name] - part}, 15)

    @unittest.skipUnless(
        shutil.which("Rscript") and subprocess.run(
            ["Rscript", "-e", "library(ineq)"], capture_output=True).returncode == 0,
        "R with its package ineq is not installed")
    def test_r(self):
        for rows in self.samples():
            self.write(rows)
            (self.folder / "script.R").write_text(R_SCRIPT, encoding="utf-8")
            printed = run(self.folder, "Rscript", "script.R").splitlines()
            other = {name: Decimal(value) for name, value in (row.split(",") for row in printed)}
            own = {row["measure"]: row["value"] for row in self.own()}
            curve = run(self.folder, CELLBOOK, "lorenz", "--data", "data.csv", "--column", "x",
                        "--points", str(len(rows)), "-O", "csv")
            for i, point in enumerate(csv.DictReader(io.StringIO(curve)), 1):
                own[f"lorenz {i}"] = point["value"]
            self.agree(own, other, 12)


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    unittest.main(verbosity=2)
