"""Reports of the property register on the whole prison of examples/san-pedro: 2,500 people, 902 cells."""
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from measure import Series, ratio, timed

BUILD_BOOK = Path(__file__).resolve().parent.parent / "examples/san-pedro/whole/book"
REPORTS = ("occupancy", "rents", "due")


def measure_prison(cellbook, folder, rounds):
    """The runs of each report and of the bare start of the process, in turn."""
    subprocess.run([BUILD_BOOK, folder, cellbook], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    book = folder / "san-pedro.book"
    series = defaultdict(Series)
    for number in range(1, rounds + 1):
        print(f"the whole prison, round {number} of {rounds}", file=sys.stderr)
        series["start"].runs.append(timed([cellbook, "--version"]))
        for name in REPORTS:
            series[name].runs.append(timed([cellbook, "-f", book, name]))
    return series


def prison_goals(sheet, series, seconds):
    for name in REPORTS:
        sheet.at_most(f"`{name}` of 2,500 people and 902 cells: bare starts of the process",
                      seconds(series[name]), seconds(series["start"]),
                      ratio(series[name], series["start"]), 50)
