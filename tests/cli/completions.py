#!/usr/bin/env python3
"""Each shell completes every command and flag that help names.

usage: completions.py CELLBOOK COMPLETIONS_FOLDER

A shell that is not installed is skipped, and unittest says so.
"""
import os
import re
import shutil
import subprocess
import sys
import unittest
from pathlib import Path

CELLBOOK = ""
FOLDER = Path()


def run(*command):
    environment = {"PATH": f"{Path(CELLBOOK).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
                   "HOME": "/nonexistent"}
    environment.update({key: value for key, value in os.environ.items() if "SAN_OPTIONS" in key})
    done = subprocess.run([str(part) for part in command], env=environment, capture_output=True,
                          text=True, timeout=60)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def commands():
    text = run(CELLBOOK, "--help").split("Commands:")[1]
    return set(re.findall(r"^  ([a-z]+)", text, re.MULTILINE))


def flags(command):
    text = run(CELLBOOK, command, "--help").split("Examples:")[0]
    found = set()
    for line in re.findall(r"^  (-\S+)", text, re.MULTILINE):
        found.update(line.split(","))
    return found


class CompletionsTest(unittest.TestCase):
    def agree(self, complete):
        """`complete` gives what stands for the last word of a line."""
        self.assertGreater(len(commands()), 15)
        self.assertEqual(complete("cellbook "), commands())
        self.assertEqual(complete("cellbook -f x.journal bal"), {"balance", "balancesheet"} &
                         commands())
        for command in ("register", "export", "check"):
            self.assertEqual(complete(f"cellbook {command} -"), flags(command), command)

    @unittest.skipUnless(shutil.which("bash"), "bash is not installed")
    def test_bash(self):
        file = FOLDER / "cellbook.bash-completion"
        run("bash", "-n", file)

        def complete(line):
            words = line.split(" ")
            quoted = " ".join(f"'{word}'" for word in words)
            return set(run("bash", "-c", f"source '{file}'; COMP_WORDS=({quoted}); "
                           f"COMP_CWORD={len(words) - 1}; _cellbook; "
                           "printf '%s\\n' \"${COMPREPLY[@]}\"").split())
        self.agree(complete)

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        file = FOLDER / "cellbook.fish-completion"
        run("fish", "--no-config", "-n", file)

        def complete(line):
            text = run("fish", "--no-config", "-c", f"source '{file}'; complete -C '{line}'")
            return {row.split("\t")[0] for row in text.splitlines()}
        self.agree(complete)

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        file = FOLDER / "cellbook.zsh-completion"
        run("zsh", "-n", file)
        # The completion system wants a terminal; `_describe` is played by one that shows its list.
        played = ("_describe() { print -rl -- ${(P)argv[-1]} }; _files() { : }; "
                  f"source '{file}'; ")

        def complete(line):
            words = line.split(" ")
            quoted = " ".join(f"'{word}'" for word in words)
            text = run("zsh", "-fc", f"{played} words=({quoted}); CURRENT={len(words)}; _cellbook")
            return {row.split(":")[0] for row in text.splitlines()
                    if row.startswith(words[-1])}
        self.agree(complete)


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    FOLDER = Path(sys.argv.pop(1)).resolve()
    unittest.main(verbosity=2)
