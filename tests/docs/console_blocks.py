#!/usr/bin/env python3
"""Runs every command shown in the documents and compares what it prints with what they show.

A block that begins with ```console holds lines `$ command`, each followed by its output. A line
`...` in the output stands for any number of lines. A line `> ` continues a command. Commands run in
order, each in a shell of its own, with `cellbook` first on the path, in a scratch folder that holds
links to all that the project's folder holds, so that files they make go there. `./dev` is not run
here. A block marked ```console no-test is not run either.

usage: console_blocks.py [--update] CELLBOOK ROOT DOCUMENT...

With --update, output that differs is written into the documents: read the difference before it is
committed, since that is all that holds it to be right.
"""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

BLOCK = re.compile(r"^```console *$\n(.*?)^``` *$", re.MULTILINE | re.DOTALL)


def commands_of(text):
    """[(line, command, expected output)] of a document."""
    found = []
    for block in BLOCK.finditer(text):
        line = text.count("\n", 0, block.start(1)) + 1
        for row in block.group(1).splitlines():
            if row.startswith("$ "):
                found.append([line, row[2:], []])
            elif row.startswith("> ") and found and not found[-1][2]:
                found[-1][1] += "\n" + row[2:]
            elif found:
                found[-1][2].append(row)
            line += 1
    return found


def matches(expected, actual):
    """Whether lines agree, `...` standing for any run of lines and blanks at line ends ignored."""
    if not expected:
        return not actual
    if expected[0].strip() == "...":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    return bool(actual) and expected[0].rstrip() == actual[0].rstrip() and matches(
        expected[1:], actual[1:])


def run(command, environment, folder):
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120)
    return done.stdout.splitlines()


def with_output(text, line, command, expected, actual):
    """The document with the output of the command that stands at that line exchanged."""
    rows = text.splitlines()
    begin = line - 1 + len(command.splitlines())
    rows[begin:begin + len(expected)] = actual
    return "\n".join(rows) + "\n"


def check(document, environment, folder, update):
    failures = 0
    text = document.read_text(encoding="utf-8")
    commands = commands_of(text)
    grown = 0
    for line, command, expected in commands:
        if command.startswith("./dev"):
            continue
        actual = run(command, environment, folder)
        while expected and not expected[-1].strip():
            expected.pop()
        if matches(expected, actual):
            continue
        if update:
            text = with_output(text, line + grown, command, expected, actual)
            grown += len(actual) - len(expected)
        else:
            failures += 1
            print(f"{document}:{line}: $ {command}")
            print("  the document shows:", *expected, sep="\n    ")
            print("  it prints:", *actual, sep="\n    ")
    if update:
        document.write_text(text, encoding="utf-8")
    print(f"{document}: {len(commands)} commands, {failures} differ")
    return failures, len(commands)


def self_test():
    text = "x\n```console\n$ a\n1\n\n2\n$ b\n```\n```console no-test\n$ c\n```\n"
    assert commands_of(text) == [[3, "a", ["1", "", "2"]], [7, "b", []]], commands_of(text)
    assert matches(["a", "...", "c"], ["a", "b", "b", "c"])
    assert matches(["..."], [])
    assert not matches(["a"], ["a", "b"])
    assert not matches(["a", "b"], ["a"])
    assert not matches([], ["a"])
    assert with_output("x\n$ a\n1\n2\n$ b\n", 2, "a", ["1", "2"], ["3"]) == "x\n$ a\n3\n$ b\n"


def main():
    arguments = sys.argv[1:]
    update = arguments[:1] == ["--update"]
    binary, root, *documents = arguments[1 if update else 0:]
    root = Path(root).resolve()
    self_test()
    sys.setrecursionlimit(100_000)
    with tempfile.TemporaryDirectory() as work:
        environment = {
            "PATH": f"{Path(binary).parent}:{os.environ['PATH']}",
            "HOME": work, "LC_ALL": "C.UTF-8", "COLUMNS": "100", "TZ": "UTC",
        }
        environment.update({key: value for key, value in os.environ.items() if "SAN_OPTIONS" in key})
        for entry in root.iterdir():
            Path(work, entry.name).symlink_to(entry)
        results = [check(root / name, environment, work, update)
                   for name in documents]
    if not any(count for _, count in results):
        sys.exit("no document shows a command")
    sys.exit(1 if any(failures for failures, _ in results) else 0)


if __name__ == "__main__":
    main()
