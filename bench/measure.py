"""Runs programs and says what they took: seconds of the whole process and its peak memory."""
import os
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field


@dataclass
class Run:
    """One run of a program, from its start to its end."""
    wall: float   # seconds
    cpu: float    # seconds, user and system
    peak: float   # MiB; never below what the harness itself has, some 20 MiB


@dataclass
class Series:
    """Runs of one command, one a round."""
    runs: list = field(default_factory=list)

    def median(self, of="wall"):
        return statistics.median(getattr(run, of) for run in self.runs)

    @property
    def peak(self):
        return max(run.peak for run in self.runs)


def timed(command):
    """Runs a command with its output thrown away. Ends the harness when it fails."""
    began = time.perf_counter()
    child = subprocess.Popen([str(word) for word in command], stdin=subprocess.DEVNULL,
                             stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(map(str, command))}: exit code {child.returncode}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def output(command):
    return subprocess.run([str(word) for word in command], check=True, capture_output=True,
                          text=True).stdout


def told(command):
    """The seconds that a program prints first: of what it times within itself."""
    seconds = float(output(command).split()[0])
    return Run(seconds, seconds, 0)


def ratio(over, under, of="wall"):
    """Median over rounds of `over` to `under`: side by side, so that drift cancels out."""
    return statistics.median(getattr(a, of) / getattr(b, of)
                             for a, b in zip(over.runs, under.runs))
