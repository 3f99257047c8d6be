#!/usr/bin/env python3
"""Runs a program that writes a new book and compares what it prints with a file.

usage: program_output.py PROGRAM EXPECTED
"""
import difflib
import subprocess
import sys
import tempfile
from pathlib import Path


def main():
    program, expected = sys.argv[1], Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as scratch:
        done = subprocess.run([program, Path(scratch) / "new.book"], text=True, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    shown = expected.read_text(encoding="utf-8")
    sys.stdout.writelines(difflib.unified_diff(shown.splitlines(True), done.stdout.splitlines(True),
                                               str(expected), program))
    print(f"exit code {done.returncode}, {len(done.stdout.splitlines())} lines")
    return 0 if done.returncode == 0 and done.stdout == shown else 1


if __name__ == "__main__":
    sys.exit(main())
