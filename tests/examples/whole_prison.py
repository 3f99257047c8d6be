#!/usr/bin/env python3
"""Makes the year of the whole prison and its book once, for the tests that read it.

usage: whole_prison.py CELLBOOK EXAMPLES FOLDER

The folder is made anew, so that nothing of an earlier run is read.
"""
import shutil
import subprocess
import sys
from pathlib import Path


def main():
    cellbook, examples, folder = (Path(argument).resolve() for argument in sys.argv[1:])
    shutil.rmtree(folder, ignore_errors=True)
    book = examples / "san-pedro" / "whole" / "book"
    made = subprocess.run([book, folder, cellbook], timeout=280)
    sys.exit(made.returncode)


if __name__ == "__main__":
    main()
