"""How long a build takes and how much memory: whole processes, measured from outside. Run by hand.

    python tests/bench/bench_build.py            the repository's stories
    python tests/bench/bench_build.py --runs 3   fewer runs of the first measurement

Prints a table with the command beside each figure, and judges nothing. Wall time is what a person waits; the peak is
the largest resident memory of any one process of the command (getrusage(2), ru_maxrss), in MiB.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from processes import Run, measured

REPOSITORY = Path(__file__).resolve().parents[2]

#: An odd number, so that the median is a run that took place.
RUNS = 7


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    title: str
    arguments: tuple[str, ...]
    runs: tuple[Run, ...]

    def __str__(self) -> str:
        seconds = statistics.median(run.seconds for run in self.runs)
        peak = statistics.median(run.peak for run in self.runs)
        codes = ",".join(sorted({str(run.exit_code) for run in self.runs}))
        command = " ".join(("postcards", *self.arguments))
        return f"{self.title:<38}{seconds:>8.2f}{peak:>10.0f}{len(self.runs):>6}{codes:>6}  {command}"


HEAD = f"{'':<38}{'wall s':>8}{'peak MiB':>10}{'runs':>6}{'exit':>6}  command (figures are medians)"


def main(arguments: Sequence[str]) -> None:
    """Measure and print; results go into a temporary folder."""
    parser = argparse.ArgumentParser(description="Time whole builds.")
    parser.add_argument("--project", type=Path, default=REPOSITORY, help="folder that holds content/")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of one language (default {RUNS})")
    wish = parser.parse_args(arguments)
    print(HEAD)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows(wish.project.resolve(), Path(folder), max(1, wish.runs)):
            print(row, flush=True)


def rows(project: Path, folder: Path, runs: int) -> Iterator[Row]:
    """The measurements one after the other; what warms a cache is not counted."""
    one = ("build", "-l", "en", "-j", "1")
    built(project, folder / "one", one)
    warm = tuple(built(project, folder / "one", one) for _ in range(runs))
    yield Row("one language, photos ready", one, warm)
    everything = ("build",)
    yield Row("all languages, first run", everything, (built(project, folder / "all", everything),))
    yield Row("all languages, second run", everything, (built(project, folder / "all", everything),))


def built(project: Path, out: Path, arguments: tuple[str, ...]) -> Run:
    """Run the program once, as a process of its own."""
    command = [sys.executable, "-m", "postcards.cli", *arguments, "--project", str(project), "-o", str(out)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    # Compiled modules are kept, as on any office computer; what warms the photo cache warms them too.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return measured(command, environment)


if __name__ == "__main__":
    main(sys.argv[1:])
