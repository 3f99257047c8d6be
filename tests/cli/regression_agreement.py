#!/usr/bin/env python3
"""Regressions by cellbook and by others: statsmodels, R with sandwich and AER, and gretl.

usage: regression_agreement.py CELLBOOK STRD_FOLDER

The certified values of NIST's reference datasets are held against every digit that a double can
show. What needs a program or package that is not installed is skipped, and unittest says so.
"""
import csv
import io
import math
import random
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

CELLBOOK = ""
STRD = Path()

try:
    import numpy
    import statsmodels.api
    from statsmodels.sandbox.regression.gmm import IV2SLS
except ImportError:
    statsmodels = None


def has_r(*packages):
    text = ";".join(f"library({package})" for package in packages)
    return bool(shutil.which("Rscript")) and subprocess.run(
        ["Rscript", "-e", text], capture_output=True).returncode == 0


R_SCRIPT = """
suppressMessages({library(sandwich); library(lmtest); library(AER)})
d <- read.csv("data.csv")
put <- function(name, b, v) for (i in seq_along(b)) {
    term <- sub("(Intercept)", "const", names(b)[i], fixed = TRUE)
    cat(name, term, format(b[i], digits = 17), format(sqrt(diag(v)[i]), digits = 17),
        sep = ",", fill = FALSE); cat("\\n") }
m <- lm(q ~ p + x + I(x^2), d)
put("ols classical", coef(m), vcov(m))
for (t in c("HC0", "HC1", "HC2", "HC3")) put(paste("ols", tolower(t)), coef(m), vcovHC(m, type = t))
put("ols cluster:g", coef(m), vcovCL(m, cluster = d$g, type = "HC1"))
f <- lm(q ~ p * x + factor(h), d)
put("factors classical", coef(f), vcov(f))
iv <- ivreg(q ~ x + p | x + z1 + z2 + z3, data = d)
put("2sls classical", coef(iv), vcov(iv))
put("2sls hc0", coef(iv), sandwich(iv))
put("2sls cluster:g", coef(iv), vcovCL(iv, cluster = d$g, type = "HC1"))
s <- summary(iv, diagnostics = TRUE)$diagnostics
for (i in 1:3) cat("test", c("first_stage_f", "wu_hausman", "sargan")[i],
                   format(s[i, "statistic"], digits = 17), format(s[i, "p-value"], digits = 17),
                   sep = ",", fill = TRUE)
"""

GRETL_SCRIPT = """
open data.csv --quiet
set messages off
list Z = const x z1 z2 z3
tsls q const x p ; Z --liml --quiet
printf "liml,%.15g,%.15g,%.15g,%.15g,%.15g,%.15g\\n", $coeff(const), $coeff(x), $coeff(p), $stderr(const), $stderr(x), $stderr(p)
scalar b0 = 0
scalar b1 = 0
scalar b2 = 0
series e = 0
matrix W = inv({Z}'{Z}/$nobs)
set bfgs_toler 1e-14
gmm e = q - b0 - b1*x - b2*p
  orthog e ; Z
  weights W
  params b0 b1 b2
end gmm --two-step --quiet
printf "gmm,%.15g,%.15g,%.15g,%.15g,%.15g,%.15g\\n", b0, b1, b2, $stderr[1], $stderr[2], $stderr[3]
"""

# Certified coefficients and standard errors.
CERTIFIED = {
    "longley": ("y ~ x1 + x2 + x3 + x4 + x5 + x6", [
        (-3482258.63459582, 890420.383607373), (15.0618722713733, 84.9149257747669),
        (-0.358191792925910e-1, 0.334910077722432e-1), (-2.02022980381683, 0.488399681651699),
        (-1.03322686717359, 0.214274163161675), (-0.511041056535807e-1, 0.226073200069370),
        (1829.15146461355, 455.478499142212)]),
    "norris": ("y ~ x", [(-0.262323073774029, 0.232818234301152),
                         (1.00211681802045, 0.429796848199937e-3)]),
    "noint1": ("y ~ x - 1", [(2.07438016528926, 0.165289256198347e-1)]),
    "pontius": ("y ~ x + x^2", [(0.673565789473684e-3, 0.107938612033077e-3),
                                (0.732059160401003e-6, 0.157817399981659e-9),
                                (-0.316081871345029e-14, 0.486652849992036e-16)]),
    "wampler1": ("y ~ x + x^2 + x^3 + x^4 + x^5", [(1, 0)] * 6),
    "wampler2": ("y ~ x + x^2 + x^3 + x^4 + x^5", [(10 ** -i, 0) for i in range(6)]),
    "wampler4": ("y ~ x + x^2 + x^3 + x^4 + x^5", [
        (1, 215232.624678170), (1, 236355.173469681), (1, 77934.3524331583),
        (1, 10147.5507550350), (1, 564.566512170752), (1, 11.2324854679312)]),
}


class AgreementTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        draw = random.Random(20180301)
        rows = []
        for i in range(120):
            group = i % 8
            z1, z2, z3, x = (draw.gauss(0, 1) for _ in range(4))
            u = draw.gauss(0, 1 + 0.3 * abs(x)) + 0.3 * group
            p = 1 + 0.8 * z1 + 0.5 * z2 + 0.1 * z3 + 0.7 * u + draw.gauss(0, 1) + 0.2 * x
            rows.append([f"{v:.6f}" for v in (2 - 1.2 * p + 0.5 * x + u, p, x, z1, z2, z3)] +
                        [f"g{group}", str(i % 5)])
        self.rows = rows
        with (self.folder / "data.csv").open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([("q", "p", "x", "z1", "z2", "z3", "g", "h"), *rows])

    def own(self, data, formula, *flags):
        done = subprocess.run([CELLBOOK, "regress", "--data", str(data), "--formula", formula,
                               *flags, "-O", "csv"], cwd=self.folder, text=True,
                              capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        return list(csv.DictReader(io.StringIO(done.stdout)))

    def pairs(self, *arguments):
        return [(float(row["estimate"]), float(row["std_error"] or "nan"))
                for row in self.own(*arguments)]

    def near(self, own, other, digits, what):
        bound = 10 ** -digits * max(abs(other), 1e-300)
        self.assertLessEqual(abs(own - other), bound, (what, own, other))

    def test_certified(self):
        for name, (formula, certified) in CERTIFIED.items():
            own = self.pairs(STRD / f"{name}.csv", formula)
            self.assertEqual(len(own), len(certified), name)
            for (b, error), (certified_b, certified_error) in zip(own, certified):
                # Half a unit of the fifteenth digit, the last that is certified.
                self.near(b, certified_b, 14, name)
                self.near(error, certified_error, 14, name)

    @unittest.skipUnless(statsmodels, "statsmodels is not installed")
    def test_statsmodels(self):
        table = numpy.array([[float(v) for v in row[:6]] for row in self.rows])
        q, p, x = table[:, 0], table[:, 1], table[:, 2]
        group = numpy.array([int(row[6][1:]) for row in self.rows])
        one = numpy.ones_like(q)
        design = numpy.column_stack([one, p, x, x ** 2])
        model = statsmodels.api.OLS(q, design)
        formula = "q ~ p + x + x^2"
        data = self.folder / "data.csv"
        for errors, how in [("classical", {}), ("hc0", {"cov_type": "HC0"}),
                            ("hc1", {"cov_type": "HC1"}), ("hc2", {"cov_type": "HC2"}),
                            ("hc3", {"cov_type": "HC3"}),
                            ("cluster:g", {"cov_type": "cluster",
                                           "cov_kwds": {"groups": group}})]:
            fit = model.fit(**how)
            for i, (b, error) in enumerate(self.pairs(data, formula, "--errors", errors)):
                self.near(b, fit.params[i], 10, errors)
                self.near(error, fit.bse[i], 10, errors)
        fit = model.fit()
        statistics = {row["statistic"]: float(row["value"])
                      for row in self.own(data, formula, "--statistics")}
        for name, value in [("r2", fit.rsquared), ("adj_r2", fit.rsquared_adj),
                            ("f", fit.fvalue), ("f_p", fit.f_pvalue), ("aic", fit.aic),
                            ("bic", fit.bic), ("log_likelihood", fit.llf),
                            ("sigma", math.sqrt(fit.mse_resid)),
                            ("durbin_watson", statsmodels.stats.stattools.durbin_watson(fit.resid))
                            ]:
            self.near(statistics[name], value, 9, name)
        interval = fit.conf_int(alpha=0.1)
        for i, row in enumerate(self.own(data, formula, "--level", "0.9")):
            self.near(float(row["p_value"]), fit.pvalues[i], 8, "p")
            self.near(float(row["low"]), interval[i][0], 9, "low")
            self.near(float(row["high"]), interval[i][1], 9, "high")
        exogenous = numpy.column_stack([one, x, p])
        instruments = numpy.column_stack([one, x, table[:, 3], table[:, 4], table[:, 5]])
        fit = IV2SLS(q, exogenous, instruments).fit()
        own = self.pairs(data, "q ~ x + [p ~ z1 + z2 + z3]", "--method", "2sls", "--small")
        for i, (b, error) in enumerate(own):
            self.near(b, fit.params[i], 10, "2sls")
            self.near(error, fit.bse[i], 10, "2sls")

    @unittest.skipUnless(has_r("sandwich", "lmtest", "AER"),
                         "R with its packages sandwich, lmtest and AER is not installed")
    def test_r(self):
        (self.folder / "script.R").write_text(R_SCRIPT, encoding="utf-8")
        done = subprocess.run(["Rscript", "script.R"], cwd=self.folder, text=True,
                              capture_output=True, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        data = self.folder / "data.csv"
        formulas = {"ols": ("q ~ p + x + I(x^2)",), "factors": ("q ~ p * x + C(h)",),
                    "2sls": ("q ~ x + [p ~ z1 + z2 + z3]", "--method", "2sls", "--small")}
        seen = set()
        found = {}
        for line in done.stdout.splitlines():
            case, term, *numbers = line.split(",")
            if case == "test":
                found[term] = [float(n) for n in numbers]
                continue
            model, errors = case.split(" ")
            seen.add(case)
            rows = self.own(data, *formulas[model], "--errors", errors)
            # R writes factor(h)1 where cellbook writes C(h)[T.1].
            term = term.replace("factor(h)", "C(h)[T.") + "]" if "factor" in term else term
            row = next(row for row in rows if row["term"] == term)
            self.near(float(row["estimate"]), float(numbers[0]), 9, line)
            self.near(float(row["std_error"]), float(numbers[1]), 9, line)
        self.assertEqual(len(seen), 10)
        statistics = {row["statistic"]: float(row["value"])
                      for row in self.own(data, *formulas["2sls"], "--statistics")}
        for name, (value, p) in found.items():
            self.near(statistics[name], value, 8, name)
            if name != "first_stage_f":
                self.near(statistics[name + "_p"], p, 7, name)
        self.assertEqual(len(found), 3)

    @unittest.skipUnless(shutil.which("gretlcli"), "gretl is not installed")
    def test_gretl(self):
        (self.folder / "script.inp").write_text(GRETL_SCRIPT, encoding="utf-8")
        done = subprocess.run(["gretlcli", "-b", "-q", "script.inp"], cwd=self.folder, text=True,
                              capture_output=True, timeout=120,
                              env={"HOME": str(self.folder), "PATH": "/usr/bin:/bin"})
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        lines = [line.split(",") for line in done.stdout.splitlines()
                 if line.startswith(("liml,", "gmm,"))]
        self.assertEqual([line[0] for line in lines], ["liml", "gmm"])
        for method, *numbers in lines:
            other = [float(number) for number in numbers]
            own = self.pairs(self.folder / "data.csv", "q ~ x + [p ~ z1 + z2 + z3]", "--method",
                             method)
            for i, (b, error) in enumerate(own):
                # gretl finds GMM's estimate by search.
                self.near(b, other[i], 7, method)
                self.near(error, other[3 + i], 7, method)


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    STRD = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
