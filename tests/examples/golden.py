#!/usr/bin/env python3
"""Runs the commands of one example and compares what they print with what stands beside them.

usage: golden.py [--update] CELLBOOK EXAMPLE_FOLDER [WORKING_FOLDER]

The example's file `commands` has a line `NAME: cellbook ...` for each; `expected/NAME.txt` (or
.csv, .json, as `-O` says) holds what it prints, then, if it is not 0, a line `exit code N`. A
command without its file, and a file without its command, is a failure. Commands run in the
example's folder, or in the working folder where a book was made for them. With --update the files
are written: read the difference before it is committed.
"""
import difflib
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path


def commands_of(folder):
    """name -> arguments after `cellbook`."""
    commands = {}
    for line in (folder / "commands").read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, _, command = line.partition(": ")
        program, *arguments = shlex.split(command)
        if program != "cellbook" or name in commands or not re.fullmatch(r"[a-z0-9-]+", name):
            sys.exit(f"{folder}/commands: {line}: the form is NAME: cellbook ...")
        commands[name] = arguments
    if not commands:
        sys.exit(f"{folder}/commands names no command")
    return commands


def extension(arguments):
    if "-O" in arguments:
        return {"text": "txt"}.get(arguments[arguments.index("-O") + 1],
                                   arguments[arguments.index("-O") + 1])
    return "txt"


def printed(cellbook, folder, arguments):
    environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "COLUMNS": "100", "TZ": "UTC"}
    environment.update({key: value for key, value in os.environ.items() if "SAN_OPTIONS" in key})
    done = subprocess.run([cellbook, *arguments], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    return done.stdout + (f"exit code {done.returncode}\n" if done.returncode else "")


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    cellbook, folder, *working = arguments[1 if update else 0:]
    cellbook, folder = Path(cellbook).resolve(), Path(folder)
    working = Path(working[0]) if working else folder
    files, failures = set(), 0
    for name, command in commands_of(folder).items():
        file = folder / "expected" / f"{name}.{extension(command)}"
        files.add(file)
        actual = printed(cellbook, working, command)
        if update:
            file.parent.mkdir(exist_ok=True)
            file.write_text(actual, encoding="utf-8")
            continue
        expected = file.read_text(encoding="utf-8") if file.exists() else ""
        if not file.exists() or actual != expected:
            failures += 1
            print(f"{file}: cellbook {shlex.join(command)}")
            sys.stdout.writelines(difflib.unified_diff(
                expected.splitlines(True), actual.splitlines(True), "expected", "printed"))
    for file in sorted(set((folder / "expected").glob("*")) - files):
        failures += 1
        print(f"{file}: no command prints this")
    print(f"{folder.name}: {len(files)} commands, {failures} failures")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
