#!/usr/bin/env python3
"""What only the whole program shows: streams, terminals, signals, and the examples of its help.

usage: program.py CELLBOOK TOWN_FOLDER
"""
import json
import os
import pty
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

CELLBOOK = ""
TOWN = Path()
CONTROL = re.compile(r"\x1b\[[0-9;]*[mK]")


class ProgramTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="cellbook-test-"))
        self.addCleanup(shutil.rmtree, self.folder)
        for name in ("week.journal", "events.csv", "cells.journal", "sales.journal",
                     "prices.csv", "ceiling.toml"):
            shutil.copy(TOWN / name, self.folder / name)
        self.environment = {
            "PATH": f"{Path(CELLBOOK).parent}:{os.environ['PATH']}", "LC_ALL": "C.UTF-8",
            "CELLBOOK_FILE": "town.book"}
        self.environment.update({k: v for k, v in os.environ.items() if "SAN_OPTIONS" in k})

    def run_it(self, *arguments, **options):
        return subprocess.run([CELLBOOK, *arguments], cwd=self.folder, env=self.environment,
                              capture_output=True, text=True, timeout=120, **options)

    def succeed(self, *arguments, **options):
        done = self.run_it(*arguments, **options)
        self.assertEqual((done.returncode, done.stderr), (0, ""), arguments)
        return done.stdout

    def make_book(self):
        self.succeed("init")
        self.succeed("import", "week.journal")

    def on_terminal(self, columns, **variables):
        """What `register` prints on a terminal so wide."""
        primary, secondary = pty.openpty()
        environment = {**self.environment, "COLUMNS": str(columns), **variables}
        child = subprocess.Popen([CELLBOOK, "-f", "week.journal", "register"], cwd=self.folder,
                                 env=environment, stdout=secondary)
        os.close(secondary)
        text = b""
        while True:
            try:
                piece = os.read(primary, 65536)
            except OSError:  # Linux ends a terminal so
                break
            if not piece:
                break
            text += piece
        os.close(primary)
        self.assertEqual(child.wait(60), 0)
        return text.decode().replace("\r\n", "\n")

    def test_every_example_of_help_runs(self):
        overview = self.succeed("--help")
        names = re.findall(r"^  ([a-z]+)", overview, re.MULTILINE)
        self.assertGreater(len(names), 15)
        for name in names:
            text = self.succeed(name, "--help")
            examples = re.findall(r"^  (.*cellbook .*)$", text.split("Examples:")[1], re.MULTILINE)
            self.assertTrue(examples, name)
            for example in examples:
                with self.subTest(example):
                    for file in self.folder.glob("*.book"):
                        file.unlink()
                    self.make_book()
                    done = subprocess.run(["bash", "-o", "pipefail", "-c", example],
                                          cwd=self.folder, env=self.environment, text=True,
                                          capture_output=True, timeout=60)
                    self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_standard_input_is_a_file(self):
        text = (self.folder / "week.journal").read_text()
        wanted = self.succeed("-f", "week.journal", "balance")
        self.assertIn("sections:posta:income:dues", wanted)
        self.assertEqual(self.succeed("-f", "-", "balance", input=text), wanted)
        self.assertEqual(self.succeed("balance", "-f", "-", input=text), wanted)
        self.make_book()
        self.assertTrue(self.succeed("import", "-", input="2018-04-01 a\n  a:assets:x  1 BOB\n"
                                     "  a:income:y  -1 BOB\n").startswith("imported 1 "))

    def test_a_full_disk_is_told(self):
        with open("/dev/full", "w") as full:
            done = subprocess.run([CELLBOOK, "-f", "week.journal", "balance"], cwd=self.folder,
                                  stdout=full, stderr=subprocess.PIPE, text=True, timeout=60)
        self.assertEqual(done.returncode, 3)
        self.assertIn("cannot write: No space left on device", done.stderr)

    def test_a_reader_that_goes_away_is_no_news(self):
        child = subprocess.Popen([CELLBOOK, "-f", "week.journal", "balance"], cwd=self.folder,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        child.stdout.close()
        self.assertEqual(child.stderr.read(), b"")
        child.stderr.close()
        self.assertEqual(child.wait(60), 3)

    def test_a_terminal_is_fitted_and_coloured_and_a_pipe_is_not(self):
        piped = self.succeed("-f", "week.journal", "register")
        wide = self.on_terminal(200)
        self.assertEqual(CONTROL.sub("", wide), piped)
        self.assertIn("\x1b[31m-20.00 BOB\x1b[0m", wide)
        narrow = CONTROL.sub("", self.on_terminal(72))
        self.assertIn("…", narrow)
        self.assertLessEqual(max(map(len, narrow.splitlines())), 72)
        self.assertIn("-20.00 BOB", narrow)
        self.assertEqual(self.on_terminal(200, NO_COLOR="1"), piped)

    def test_numbers_at_the_edge_are_exact_and_beyond_it_refused(self):
        largest = "92233720368547758.07"
        journal = self.folder / "huge.journal"
        journal.write_text("commodity 1000.00 BOB\n\n" + "".join(
            f"2018-01-0{day} x\n  a:assets:x  {largest} BOB\n  a:income:y  -{largest} BOB\n\n"
            for day in (1, 2, 3)))
        self.assertIn("a:assets:x,BOB,276701161105643274.21\n",
                      self.succeed("-f", "huge.journal", "balance", "-O", "csv"))
        journal.write_text("commodity 1000.00 BOB\n\n2018-01-01 x\n"
                           "  a:assets:x  92233720368547758.08 BOB\n  a:income:y\n")
        done = self.run_it("-f", "huge.journal", "balance")
        self.assertEqual(done.returncode, 1)
        self.assertIn("huge.journal:4:", done.stderr)

    def test_what_is_no_text_is_refused(self):
        junk = random.Random(1).randbytes(4096)
        for name, content in (("junk", junk), ("zeros", bytes(4096))):
            (self.folder / name).write_bytes(content)
            done = subprocess.run([CELLBOOK, "-f", name, "balance"], cwd=self.folder,
                                  capture_output=True, timeout=60)
            self.assertEqual(done.returncode, 1, done.stderr)
            self.assertEqual(done.stdout, b"")

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_one_may_not_read_is_storage(self):
        (self.folder / "week.journal").chmod(0)
        self.assertEqual(self.run_it("-f", "week.journal", "balance").returncode, 3)

    def test_ctrl_c_leaves_the_book_as_it_was(self):
        self.make_book()
        before = self.succeed("stats")
        with open(self.folder / "long.journal", "w", encoding="ascii") as file:
            for number in range(150_000):
                file.write(f"2018-05-01 n{number}\n  a:assets:x  1 BOB\n  a:income:y  -1 BOB\n\n")
        child = subprocess.Popen([CELLBOOK, "import", "long.journal"], cwd=self.folder,
                                 env=self.environment, stdout=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        time.sleep(0.3)
        child.send_signal(signal.SIGINT)
        out, err = child.communicate(timeout=120)
        self.assertEqual((child.returncode, out), (130, ""), err)
        self.assertIn("nothing was changed", err)
        self.assertEqual(self.succeed("stats"), before)
        self.assertEqual(self.succeed("check"), "")

    def test_json_is_json_and_carries_the_digest(self):
        self.make_book()
        table = json.loads(self.succeed("balance", "-O", "json"))
        self.assertEqual(table["schema"], "cellbook-balance/1")
        self.assertEqual(self.succeed("check", "--digest", table["digest"]), "")


if __name__ == "__main__":
    CELLBOOK = str(Path(sys.argv.pop(1)).resolve())
    TOWN = Path(sys.argv.pop(1)).resolve()
    unittest.main()
