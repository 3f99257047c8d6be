#!/usr/bin/env python3
"""Times cellbook's assignment market beside LEMON and SciPy on the same values.

usage: bench/clear.py BENCH_CLEAR [--households N] [--cells N] [--rounds N]

BENCH_CLEAR is the program of bench/clear.cpp, which makes the values and times cellbook and LEMON.
SciPy's linear_sum_assignment then gets the same ones, as integers, as it takes them.
"""
import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bench_clear")
    parser.add_argument("--households", type=int, default=2500)
    parser.add_argument("--cells", type=int, default=800)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    try:
        import numpy
        from scipy.optimize import linear_sum_assignment
    except ImportError:
        sys.exit("SciPy is not installed: python3-scipy")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "values"
        done = subprocess.run([options.bench_clear, str(options.households), str(options.cells),
                               str(options.rounds), str(path)],
                              text=True, capture_output=True, check=True)
        print(done.stdout, end="")
        own = float(done.stdout.split("cold")[1].split()[0])
        values = numpy.fromfile(path, dtype=numpy.int64)
        values = values.reshape(options.households, options.cells)
        times = []
        for _ in range(options.rounds):
            began = time.perf_counter()
            linear_sum_assignment(values, maximize=True)
            times.append(1000 * (time.perf_counter() - began))
    print(f"{'SciPy linear_sum_assignment':46} {median(times):10.4f} ms")
    print(f"{'  cold assignment of it':46} {own / median(times):10.4f}")


if __name__ == "__main__":
    main()
