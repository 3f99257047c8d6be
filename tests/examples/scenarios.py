#!/usr/bin/env python3
"""Runs the scenarios of San Pedro on the whole prison's book and holds them against theory.

usage: scenarios.py CELLBOOK SCENARIOS_FOLDER FOLDER_WITH_BOOK

Each file is valid and gives the same bytes on one thread and on two, fresh or resumed; what must
rise rises, what must fall falls, and what must stay stays. Both scripts of the folder run.
"""
import csv
import io
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FILES = ("prices", "cell-tax", "housing", "outside")
CENTAVO = 0.01


class Checks:
    """Counts claims, and prints those that do not hold."""

    def __init__(self):
        self.made = 0
        self.failed = 0

    def __call__(self, holds, claim, *figures):
        self.made += 1
        if not holds:
            self.failed += 1
            print("does not hold:", claim, *figures)


class Means:
    """The means of one result table."""

    def __init__(self, text):
        self.rows = {}
        for row in csv.DictReader(io.StringIO(text)):
            if row["statistic"] == "mean":
                key = (row["scenario"], row["output"], row["group"], row["period"])
                self.rows[key] = float(row["value"])

    def __call__(self, scenario, output, group="", period=""):
        return self.rows[scenario, output, group, period]

    def of(self, scenario):
        return {key[1:]: value for key, value in self.rows.items() if key[0] == scenario}


def run(*command, folder=None):
    done = subprocess.run([str(word) for word in command], cwd=folder, capture_output=True,
                          text=True, timeout=300)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit code {done.returncode}\n{done.stderr}")
    return done.stdout


def results(cellbook, book, folder, check):
    """The means of each file, after what must hold of any of them."""
    means = {}
    for name in FILES:
        file = f"{name}.toml"
        run(cellbook, "scenario", "validate", file, folder=folder)

        def once(*flags):
            return run(cellbook, "scenario", "run", file, "-f", book, "--replicas", 5, *flags,
                       "-O", "csv", folder=folder)

        alone = once("--threads", 1)
        check(alone == once("--threads", 2), f"{name}: two threads print the same bytes")
        check(alone == once("--threads", 2, "--resume"),
              f"{name}: --resume without a log is a fresh run")
        check(not Path(folder, f"{file}.log").exists(), f"{name}: a whole run leaves no log")
        means[name] = Means(alone)
    return means


def check_prices(mean, check):
    visits = "product.sauna.quantity"
    check(mean("dear-sauna", visits) < mean("as-it-was", visits),
          "who goes to a dearer sauna goes less often")
    check(abs(mean("dear-sauna", "product.sauna.price") - 24) < CENTAVO, "20 and a fifth are 24")
    check(mean("dear-sauna", "welfare.ev") < 0, "a dearer sauna is a loss")
    check(mean("dear-meals-more-allowance", "welfare.ev") > mean("dear-meals", "welfare.ev"),
          "a higher allowance is a gain")


def check_cell_tax(mean, check):
    rates = (0, 5, 10, 20, 30, 40, 50)
    taken = [mean(f"tax-{rate}", "cells.tax") for rate in rates]
    top = taken.index(max(taken))
    check(0 < top < len(rates) - 1, "the Laffer curve has its top inside", *taken)
    check(all(low < high for low, high in zip(taken[:top], taken[1:top + 1])), "it rises", *taken)
    check(all(high > low for high, low in zip(taken[top:], taken[top + 1:])), "it falls", *taken)
    prices = [mean(f"tax-{rate}", "cells.price") for rate in rates]
    check(prices == sorted(prices, reverse=True), "cells are cheaper the higher the tax", *prices)


def check_housing(mean, check):
    before, capped = mean.of("as-it-was"), mean.of("ceiling-in-posta")
    for (output, group, period), rent in before.items():
        if output != "rents.paid" or not group:
            continue
        after = capped[output, group, period]
        if group == "section posta":
            check(after < rent, "a ceiling in Posta lowers its rents", rent, after)
        else:
            check(abs(after - rent) < CENTAVO, f"rents of {group} stay", rent, after)

    def rents(scenario):
        return mean(scenario, "rents.paid")

    check(rents("1500-people") < rents("as-it-was"), "fewer people pay less rent")
    check(rents("as-it-was") < rents("fewer-cells"), "fewer cells raise rents")
    check(rents("as-it-was") < rents("4000-people"), "more people pay more rent")
    check(rents("4000-people") < rents("4000-people-fewer-cells"),
          "more people in fewer cells pay more still")
    check(rents("4000-people-new-cells") < rents("4000-people"), "new cells lower rents")


def check_outside(mean, check):
    less = "families-send-less"
    check(mean(less, "welfare.ev") < 0, "less from families is a loss")
    for fifth in range(1, 6):
        check(mean(less, "welfare.ev", f"quintile {fifth}") < 0, f"fifth {fifth} loses")
    check(mean(less, "outside.received") < mean("as-it-was", "outside.received"),
          "less comes in from outside")
    check(abs(mean(less, "households.outlay", period="2018Q2")
              - mean("as-it-was", "households.outlay", period="2018Q2")) < CENTAVO,
          "nothing moves before July")
    check(mean(less, "households.outlay", period="2018Q4")
          < mean("as-it-was", "households.outlay", period="2018Q4"), "less is spent afterwards")
    check(mean("devaluation", "outside.received") > mean("as-it-was", "outside.received"),
          "what comes in other money is worth more")
    check(mean("devaluation", "outside.paid") > mean("as-it-was", "outside.paid"),
          "what is bought outside costs more")
    check(mean("devaluation", "welfare.ev") < 0, "a devaluation is a loss")


def check_unchanged(name, mean, check):
    for (output, group, _), value in mean.of("as-it-was").items():
        if output == "welfare.ev":
            check(abs(value) < CENTAVO, f"{name}: as it was, welfare of {group or 'all'} is zero",
                  value)


def check_scripts(cellbook, scenarios, book, check):
    rows = list(csv.DictReader(io.StringIO(run(scenarios / "sweep.sh", book, cellbook))))
    revenue = [row for row in rows if row["figure"] == "product.sauna.revenue"]
    check([int(row["change_percent"]) for row in revenue] == list(range(-30, 60, 10)),
          "sweep.sh has a row for each price")
    gains = [float(row["difference"]) for row in rows if row["figure"] == "households.ev"]
    check(gains == sorted(gains, reverse=True), "the dearer the sauna, the worse", *gains)
    check(abs(gains[3]) < CENTAVO, "no change is no gain", gains[3])
    grid = ["--changes=-10,0,10", "--allowances", "8,10"]
    text = run(sys.executable, scenarios / "sweep.py", book, "--cellbook", cellbook, *grid)
    alone = run(sys.executable, scenarios / "sweep.py", book, "--cellbook", cellbook, *grid,
                "--jobs", 1)
    check(text == alone, "sweep.py prints the same one after another")
    ev = {(row["meal_change_percent"], row["allowance"]): float(row["difference"])
          for row in csv.DictReader(io.StringIO(text)) if row["figure"] == "households.ev"}
    check(len(ev) == 6, "sweep.py has every pair of the grid", *ev)
    check(ev["-10", "8"] > ev["0", "8"] > ev["10", "8"], "dearer meals are worse", *ev.values())
    check(all(ev[change, "10"] > ev[change, "8"] for change in ("-10", "0", "10")),
          "a higher allowance is better", *ev.values())
    for script, code in (("sweep.sh", 2), ("sweep.py", 2)):
        done = subprocess.run([scenarios / script], capture_output=True, text=True, timeout=60)
        check(done.returncode == code and "usage" in done.stderr,
              f"{script} without a book says its usage", done.returncode)


def main():
    cellbook, scenarios, made = (Path(argument).resolve() for argument in sys.argv[1:])
    book = made / "san-pedro.book"
    check = Checks()
    with tempfile.TemporaryDirectory() as folder:
        # Copies: a run keeps its log beside the file.
        for name in FILES:
            shutil.copy(scenarios / f"{name}.toml", folder)
        means = results(cellbook, book, folder, check)
    for name, mean in means.items():
        check_unchanged(name, mean, check)
    check_prices(means["prices"], check)
    check_cell_tax(means["cell-tax"], check)
    check_housing(means["housing"], check)
    check_outside(means["outside"], check)
    check_scripts(cellbook, scenarios, book, check)
    print(f"{check.made} claims, {check.failed} do not hold")
    return 1 if check.failed or not check.made else 0


if __name__ == "__main__":
    sys.exit(main())
