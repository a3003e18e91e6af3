"""How time and memory of a build grow with its stories: 16, 64, 256 and 512 of them. Run by hand.

    python tests/bench/bench_scale.py                    takes a quarter of an hour
    python tests/bench/bench_scale.py --runs 1 --sizes 16 64
    python tests/bench/bench_scale.py --keep DIR         the projects stay in DIR, and are used again

The editions print and screen in one language, each by itself: photos are ready, all else is made anew. A story's photo
is its own. Whole processes, measured from outside; the peak is the largest resident memory of any one process (MiB).
Below each edition stands the straight line through its times and how far the time that lies farthest from it does, as a
share. Judges nothing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench_build import built, forget
from many_stories import make_project
from processes import Run

SIZES = (16, 64, 256, 512)
EDITIONS = ("print", "screen")
LANGUAGE = "en"

#: An odd number, so that the median is a run that took place.
RUNS = 3

HEAD = (
    f"{'edition':<9}{'stories':>8}{'wall s':>9}{'ms/story':>10}{'cpu s':>8}{'peak MiB':>10}{'runs':>6}{'exit':>6}  "
    "command (figures are medians)"
)


def main(arguments: Sequence[str]) -> None:
    """Make the projects, measure, print."""
    parser = argparse.ArgumentParser(description="Time builds of ever more stories.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each measurement (default {RUNS})")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="how many stories")
    parser.add_argument("--keep", type=Path, help="folder for the projects")
    parser.add_argument("-j", dest="workers", default="", help="processes at work (the program's own choice)")
    wish = parser.parse_args(arguments)
    print(HEAD)
    with tempfile.TemporaryDirectory() as name:
        folder = (wish.keep or Path(name)).resolve()
        options = ("-j", wish.workers) if wish.workers else ()
        for edition in EDITIONS:
            taken = rounds(folder, wish.sizes, ("build", "-e", edition, *options), max(1, wish.runs))
            medians = []
            for size, runs in zip(wish.sizes, zip(*taken, strict=True), strict=True):
                medians.append(statistics.median(run.seconds for run in runs))
                print(row(edition, size, runs, options), flush=True)
            for line in judged(wish.sizes, medians):
                print(line, flush=True)


def rounds(folder: Path, sizes: Sequence[int], command: tuple[str, ...], runs: int) -> list[list[Run]]:
    """Builds of projects of so many stories, one of each in turns: a loud minute falls upon all sizes alike. The first
    one, which makes the photos ready, is not among them.
    """
    for size in sizes:
        if not (folder / str(size)).exists():
            make_project(folder / str(size), size, (LANGUAGE,), EDITIONS)
        made(folder / str(size), command)
    return [[made(folder / str(size), command) for size in sizes] for _ in range(runs)]


def made(project: Path, command: tuple[str, ...]) -> Run:
    """A build of everything but photos."""
    forget(project)
    return built(project, command)


def row(edition: str, size: int, runs: Sequence[Run], options: Sequence[str]) -> str:
    """One line of the table."""
    seconds = statistics.median(run.seconds for run in runs)
    processor = statistics.median(run.processor for run in runs)
    peak = statistics.median(run.peak for run in runs)
    codes = ",".join(sorted({str(run.exit_code) for run in runs}))
    command = " ".join(("postcards build -e", edition, *options))
    return (
        f"{edition:<9}{size:>8}{seconds:>9.2f}{1000 * seconds / size:>10.1f}{processor:>8.2f}{peak:>10.0f}"
        f"{len(runs):>6}{codes:>6}  {command}"
    )


def judged(sizes: Sequence[int], seconds: Sequence[float]) -> Iterator[str]:
    """The straight line that lies least far from the times, as shares of them, and how far they lie from it."""
    if len(sizes) < len(SIZES) - 1:
        return
    # Least squares of the relative distances: each time weighs as much as the others, however short it is.
    weights = [1 / each**2 for each in seconds]
    total = sum(weights)
    middle = sum(weight * size for weight, size in zip(weights, sizes, strict=True)) / total
    height = sum(weight * each for weight, each in zip(weights, seconds, strict=True)) / total
    spread = sum(weight * (size - middle) ** 2 for weight, size in zip(weights, sizes, strict=True))
    slope = sum(
        weight * (size - middle) * (each - height) for weight, size, each in zip(weights, sizes, seconds, strict=True)
    )
    slope /= spread
    start = height - slope * middle
    apart = [each / (start + slope * size) - 1 for size, each in zip(sizes, seconds, strict=True)]
    told = ", ".join(f"{size}: {100 * each:+.1f} %" for size, each in zip(sizes, apart, strict=True))
    yield f"          {start:.2f} s and {1000 * slope:.1f} ms a story; from that line lie {told}"


if __name__ == "__main__":
    main(sys.argv[1:])
