#!/usr/bin/env python3
"""A second opinion on price indexes: every method computed anew here, on prices drawn at random.

usage: index_agreement.py CELLBOOK

The formulas are written out from their definitions in 60 decimal digits and share no code with the
program: GEKS is a geometric mean of products, not a sum of logarithms, and splices are ratios, as in R's
IndexNumR (GEKSIndex, splice_t).
"""
import csv
import io
import random
import subprocess
import sys
import tempfile
from decimal import Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
NEARLY = Decimal("1e-15")  # of what is printed with 17 digits
GEKS = ("fisher", "tornqvist", "walsh", "jevons")
SPLICES = ("movement", "window", "half", "mean")


def drawn(seed, periods, products, missing):
    """Rows (period, product, price, quantity); some products miss some periods, some have two rows."""
    draw = random.Random(seed)
    rows = []
    for period in range(1, periods + 1):
        for product in range(1, products + 1):
            if product > 2 and draw.random() < missing:
                continue
            for _ in range(1 if missing == 0 or draw.random() < 0.7 else 2):
                rows.append((period, product, Decimal(draw.randrange(50, 5000)) / 100,
                             Decimal(draw.randrange(1, 900)) / 10))
    draw.shuffle(rows)
    return rows


def unit_values(rows):
    """period -> product -> (price, quantity)."""
    sums = {}
    for period, product, price, quantity in rows:
        value, total = sums.setdefault(period, {}).get(product, (0, 0))
        sums[period][product] = (value + price * quantity, total + quantity)
    return {period: {product: (value / total, total) for product, (value, total) in of.items()}
            for period, of in sums.items()}


def root(value, n):
    return (value.ln() / n).exp()


def product_of(values):
    result = Decimal(1)
    for value in values:
        result *= value
    return result


def bilateral(method, base, current):
    both = [(*base[name], *current[name]) for name in base if name in current]
    n = len(both)
    if method == "unit-value":
        return (sum(p1 * q1 for _, _, p1, q1 in both) / sum(q1 for *_, q1 in both)) / (
            sum(p0 * q0 for p0, q0, _, _ in both) / sum(q0 for _, q0, _, _ in both))
    if method == "carli":
        return sum(p1 / p0 for p0, _, p1, _ in both) / n
    if method == "dutot":
        return (sum(p1 for _, _, p1, _ in both) / n) / (sum(p0 for p0, *_ in both) / n)
    if method == "jevons":
        return root(product_of(p1 / p0 for p0, _, p1, _ in both), n)
    if method == "laspeyres":
        return sum(p1 * q0 for _, q0, p1, _ in both) / sum(p0 * q0 for p0, q0, _, _ in both)
    if method == "paasche":
        return sum(p1 * q1 for _, _, p1, q1 in both) / sum(p0 * q1 for p0, _, _, q1 in both)
    if method == "fisher":
        return (bilateral("laspeyres", base, current) * bilateral("paasche", base, current)).sqrt()
    if method == "walsh":
        return (sum(p1 * (q0 * q1).sqrt() for _, q0, p1, q1 in both) /
                sum(p0 * (q0 * q1).sqrt() for p0, q0, _, q1 in both))
    spent = [sum(p0 * q0 for p0, q0, _, _ in both), sum(p1 * q1 for _, _, p1, q1 in both)]
    return product_of((p1 / p0) ** ((p0 * q0 / spent[0] + p1 * q1 / spent[1]) / 2)
                      for p0, q0, p1, q1 in both)


def geks_window(method, data, periods):
    """Each period's index, the first's 1."""
    pair = {(a, b): bilateral(method, data[a], data[b]) for a in periods for b in periods}
    return [root(product_of(pair[periods[0], l] * pair[l, t] for l in periods), len(periods))
            for t in periods]


def geks(method, data, window=None, splice=None):
    periods = sorted(data)
    size = min(window or len(periods), len(periods))
    old = geks_window(method, data, periods[:size])
    index = list(old)
    for first in range(1, len(periods) - size + 1):
        new = geks_window(method, data, periods[first:first + size])
        ways = [(new[-1] / new[link]) / (old[-1] / old[link + 1]) for link in range(size - 1)]
        index.append(index[-1] * {"movement": lambda: ways[-1], "window": lambda: ways[0],
                                  "half": lambda: ways[(size - 1) // 2],
                                  "mean": lambda: root(product_of(ways), len(ways))}[splice]())
        old = new
    return index


def expected(method, data, base, window, splice):
    periods = sorted(data)
    if method.startswith("geks-"):
        index = geks(method.removeprefix("geks-"), data, window, splice)
    elif method.startswith("chained-"):
        index = [Decimal(1)]
        for before, period in zip(periods, periods[1:]):
            index.append(index[-1] * bilateral(method.removeprefix("chained-"), data[before],
                                               data[period]))
    else:
        return {period: bilateral(method, data[base], data[period]) for period in periods}
    level = index[periods.index(base)]
    return {period: value / level for period, value in zip(periods, index)}


def write(rows, file):
    with open(file, "w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["period", "product", "price", "quantity"])
        writer.writerows(rows)


def printed(cellbook, file, *flags):
    """method -> period -> value, and the periods in the order printed."""
    out = subprocess.run([cellbook, "index", "--data", file, "-O", "csv", *flags], check=True,
                         capture_output=True, text=True, timeout=300).stdout
    tables, order = {}, {}
    for row in csv.DictReader(io.StringIO(out)):
        tables.setdefault(row["method"], {})[int(row["period"])] = Decimal(row["value"])
        order.setdefault(row["method"], []).append(int(row["period"]))
    return tables, order


def near(a, b):
    return abs(a - b) <= NEARLY * abs(b)


def disagrees(cellbook, file):
    compared = wrong = 0
    cases = [(seed, periods, products, missing, base, window, splice)
             for seed, (periods, products, missing, base) in enumerate(
                 [(2, 3, 0, 1), (5, 6, 0, 1), (7, 8, 0.25, 1), (6, 5, 0.2, 4), (12, 9, 0.3, 12)])
             for window, splice in [(None, None)] + [(size, splice) for size in (3, 4, 5)
                                                     for splice in SPLICES]]
    for seed, periods, products, missing, base, window, splice in cases:
        rows = drawn(seed, periods, products, missing)
        write(rows, file)
        data = unit_values(rows)
        flags = ["--method", "all", "--base", str(base)]
        if window:
            flags = [word for name in GEKS for word in ("--method", f"geks-{name}")] + [
                "--base", str(base), "--window", str(window), "--splice", splice]
        tables, order = printed(cellbook, file, *flags)
        for method, values in tables.items():
            wanted = expected(method, data, base, window, splice)
            first = [base] + [period for period in sorted(data) if period != base]
            same = order[method] == first and all(
                near(values[period], wanted[period]) for period in first)
            compared += 1
            if not same:
                wrong += 1
                print(f"seed {seed} {method} {' '.join(flags)}: {values} where {wanted}")
    print(f"{compared} indexes, {wrong} wrong")
    return wrong or not compared


def main():
    cellbook = str(Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        return 1 if disagrees(cellbook, str(Path(folder) / "prices.csv")) else 0


if __name__ == "__main__":
    sys.exit(main())
