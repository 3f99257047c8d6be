#!/usr/bin/env python3
"""The price of a meal by the allowance: every pair of a grid through `cellbook whatif`, as one csv.

A row a pair and figure: meal_change_percent, allowance (money a person a day), figure, unit,
baseline, scenario, difference. Rows stand in the order of the grid, however many questions are
asked at once. Nothing is written unless every question has an answer.

    ./sweep.py san-pedro.book -o grid.csv
    ./sweep.py san-pedro.book --changes=-10,0,10 --allowances 8,12 --figures product.meal.revenue
"""
import argparse
import concurrent.futures
import csv
import io
import itertools
import os
import subprocess
import sys

FIGURES = "product.meal.quantity,product.meal.revenue,households.ev,households.gini"
COLUMNS = ("figure", "unit", "baseline", "scenario", "difference")


def numbers(text):
    """The numbers of a list with commas."""
    try:
        return [float(word) for word in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no list of numbers with commas") from None


def arguments():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("book")
    parser.add_argument("--cellbook", default="cellbook", help="the program")
    parser.add_argument("--changes", type=numbers, default="-20,-10,0,10,20",
                        help="of the price of a meal, in percent (%(default)s)")
    parser.add_argument("--allowances", type=numbers, default="6,8,10,12",
                        help="a person a day (%(default)s)")
    parser.add_argument("--figures", default=FIGURES,
                        help="as `whatif --all` calls them (%(default)s)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="questions asked at once")
    parser.add_argument("-o", "--output", help="file to write; else standard output")
    chosen = parser.parse_args()
    if chosen.jobs < 1:
        parser.error("--jobs is at least 1")
    if not os.path.exists(chosen.book):
        parser.error(f"there is no {chosen.book}; examples/san-pedro/whole/book makes one")
    return chosen


def ask(chosen, change, allowance):
    """The rows of one question."""
    # One thread each: what runs at once are the questions.
    command = [chosen.cellbook, "-f", chosen.book, "whatif", "--set", f"price.meal={change:+g}%",
               "--set", f"allowance={allowance:g}", "--draws", "0", "--threads", "1", "-O", "csv"]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(command)}\n{done.stderr.strip()}")
    answer = {row["figure"]: row for row in csv.DictReader(io.StringIO(done.stdout))}
    wanted = chosen.figures.split(",")
    missing = [figure for figure in wanted if figure not in answer]
    if missing:
        raise RuntimeError(f"no figure {', '.join(missing)}; `cellbook whatif --all` lists them")
    return [[f"{change:g}", f"{allowance:g}"] + [answer[figure][name] for name in COLUMNS]
            for figure in wanted]


def main():
    chosen = arguments()
    grid = list(itertools.product(chosen.changes, chosen.allowances))
    try:
        # Threads suffice: each waits for a process of its own.
        with concurrent.futures.ThreadPoolExecutor(chosen.jobs) as pool:
            answers = list(pool.map(lambda pair: ask(chosen, *pair), grid))
    except (OSError, RuntimeError) as problem:
        sys.exit(f"sweep.py: {problem}")
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["meal_change_percent", "allowance", *COLUMNS])
    for rows in answers:
        writer.writerows(rows)
    if chosen.output:
        with open(chosen.output, "w", encoding="utf-8") as file:
            file.write(text.getvalue())
    else:
        sys.stdout.write(text.getvalue())


if __name__ == "__main__":
    main()
