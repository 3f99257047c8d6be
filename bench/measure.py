"""Runs programs and says what they took: seconds of the whole process and its peak memory."""
import statistics
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

ONE_RUN = Path(__file__).with_name("one_run.py")


@dataclass
class Run:
    """One run of a program, from its start to its end."""
    wall: float   # seconds
    cpu: float    # seconds, user and system
    peak: float   # MiB; never below that of one_run.py, some 9 MiB


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
    words = [str(word) for word in command]
    code, wall, cpu, peak = output([sys.executable, "-IS", ONE_RUN, *words]).split()
    if int(code):
        sys.exit(f"{' '.join(words)}: exit code {code}")
    return Run(float(wall), float(cpu), float(peak))


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
