"""How long a build takes and how much memory: whole processes, measured from outside. Run by hand.

    python tests/bench/bench_build.py             twelve stories in eight languages: the same from year to year
    python tests/bench/bench_build.py --runs 3    fewer runs of each measurement
    python tests/bench/bench_build.py --content   all booklets of the repository

Prints a table with the command beside each figure, and judges nothing. Wall time is what a person waits; the peak is
the largest resident memory of any one process of the command (getrusage(2), ru_maxrss), in MiB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from processes import Run, measured

REPOSITORY = Path(__file__).resolve().parents[2]

#: How the summary ends that is changed: one way and the other.
WORDS = ("enough for the family", "enough for his family")

#: What is built, whatever other booklets there are.
BOOKLET = """\
stories: [wahed, bangladesh-unnamed, asrat, hamid, rashida, parkhet, valbon, temelun, sujan, jusup, elmi, oleg]
layout: spread
languages: [en, nb, ar, fa-AF, ti, ru, so, ne]
editions: [print, office, screen]
issue: 2026-1
date: 2026-11-01
binding: saddle-stitch
paper: 120
"""

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
    """Measure and print; a copy of the project is built, in a temporary folder."""
    parser = argparse.ArgumentParser(description="Time whole builds.")
    parser.add_argument("--project", type=Path, default=REPOSITORY, help="folder that holds content/")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each measurement (default {RUNS})")
    parser.add_argument("--content", action="store_true", help="all booklets of the project")
    wish = parser.parse_args(arguments)
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(wish.project / "content", folder / "content")
        if not wish.content:
            shutil.rmtree(folder / "content" / "booklets")
            (folder / "content" / "booklets").mkdir()
            (folder / "content" / "booklets" / "twelve.yaml").write_text(BOOKLET, "utf-8")
        for row in rows(folder, max(1, wish.runs)):
            print(row, flush=True)


def rows(project: Path, runs: int) -> Iterator[Row]:
    """The measurements one after the other; the first run, which warms the photo cache, is a row too."""
    one, two, everything = ("build", "-l", "en", "-j", "1"), ("build", "-l", "en"), ("build",)
    yield Row("all languages, first run", everything, (built(project, everything),))
    for title, arguments, change in (
        ("all languages, photos ready", everything, forget),
        ("all languages, a summary changed in one", everything, change_a_summary),
        ("all languages, nothing changed", everything, leave),
        ("one language, photos ready", one, forget),
        ("one language, stories' pages ready too", one, forget_files),
        ("one language, its files gone", one, lose_files),
        ("one language, a summary changed", one, change_a_summary),
        ("the same on all processors", two, change_a_summary),
        ("two editions, stories' pages ready", (*two, "-e", "print", "-e", "screen"), forget_files),
        ("one language, nothing changed", one, leave),
    ):
        built(project, arguments)
        taken = []
        for _ in range(runs):
            change(project)
            taken.append(built(project, arguments))
        yield Row(title, arguments, tuple(taken))


def forget(project: Path) -> None:
    """Let everything be made again; finished photos are kept."""
    for kind in ("made-*", "memory-*"):
        for entry in (project / "out" / ".cache").glob(kind):
            entry.unlink()


def forget_files(project: Path) -> None:
    """Let all files be made again; finished photos and stories' pages are kept."""
    for record in (project / "out" / ".cache").glob("made-*"):
        record.unlink()


def lose_files(project: Path) -> None:
    """Let the finished files be gone; caches are as they were."""
    for file in (project / "out").glob("*/*/*.pdf"):
        file.unlink()


def change_a_summary(project: Path) -> None:
    """Change one word, or change it back."""
    file = project / "content" / "stories" / "asrat" / "en.yaml"
    text = file.read_text("utf-8")
    old, new = WORDS if WORDS[0] in text else reversed(WORDS)
    file.write_text(text.replace(old, new), "utf-8")


def leave(project: Path) -> None:
    """Change nothing."""


def built(project: Path, arguments: tuple[str, ...]) -> Run:
    """Run the program once, as a process of its own."""
    command = [sys.executable, "-m", "postcards.cli", *arguments, "--project", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    # Compiled modules are kept, as on any office computer; what warms the photo cache warms them too.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return measured(command, environment)


if __name__ == "__main__":
    main(sys.argv[1:])
