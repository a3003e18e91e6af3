"""How long it takes from saving a text to the finished file: with `watch`, and with a new build. Run by hand.

    python tests/bench/bench_watch.py             24 stories in English and in Arabic, the screen edition
    python tests/bench/bench_watch.py --runs 3    fewer pairs

Each pair changes the same text twice: once it is built by a new process, once by the watch that runs beside it. Prints
medians of the seconds until the new file has its name, and of the ratios of the pairs; judges nothing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
BOOKLET = "postcards-of-return"
STORY = "asrat"
LANGUAGES = ("en", "ar")

#: An odd number, so that the median is a pair that took place.
RUNS = 7

#: How often it is asked whether the file is there (seconds), and how long nothing happens between two changes.
GLANCE, PAUSE = 0.002, 1.0

#: Pairs that are not counted: the first time a watch makes a booklet it has set no text yet.
WARMING = 1


def main(arguments: Sequence[str]) -> None:
    """Measure and print; copies of the content are built, in a temporary folder."""
    parser = argparse.ArgumentParser(description="Time from saving to the finished file.")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"pairs of each measurement (default {RUNS})")
    runs = max(1, parser.parse_args(arguments).runs)
    print(
        f"{'':<6}{'build s':>10}{'watch s':>10}{'ratio':>8}{'pairs':>7}  postcards build|watch {BOOKLET} -l … -e screen"
    )
    for tag in LANGUAGES:
        with tempfile.TemporaryDirectory() as name:
            pairs = measured(Path(name), tag, runs)
        middle = [statistics.median(column) for column in zip(*pairs, strict=True)]
        ratio = statistics.median(watched / built for built, watched in pairs)
        print(f"{tag:<6}{middle[0]:>10.2f}{middle[1]:>10.2f}{ratio:>8.2f}{runs:>7}", flush=True)


def measured(folder: Path, tag: str, runs: int) -> list[tuple[float, float]]:
    """The seconds of a new build and of the watch, pair by pair, each in a project of its own."""
    projects = [folder / name for name in ("built", "watched")]
    for project in projects:
        shutil.copytree(REPOSITORY / "content", project / "content")
        run(project, "build", tag).wait()
    watch = run(projects[1], "watch", tag)
    pairs = []
    try:
        for number in range(runs + WARMING):
            time.sleep(PAUSE)
            began = change(projects[0], tag, number)
            build = run(projects[0], "build", tag)
            built = until_made(projects[0], tag, began)
            build.wait()
            time.sleep(PAUSE)
            pairs.append((built, until_made(projects[1], tag, change(projects[1], tag, number))))
    finally:
        watch.send_signal(signal.SIGINT)
        watch.wait()
    return pairs[WARMING:]


def change(project: Path, tag: str, number: int) -> tuple[float, int]:
    """Give the story another title; when that was, and which file the finished one is until then."""
    file = project / "content" / "stories" / STORY / f"{tag}.yaml"
    text = file.read_text("utf-8")
    title = next(line for line in text.splitlines() if line.startswith("title: "))
    before = finished(project, tag).stat().st_ino
    file.write_text(text.replace(title, f"{title.rstrip('.0123456789')}{number}"), "utf-8")
    return time.perf_counter(), before


def until_made(project: Path, tag: str, since: tuple[float, int]) -> float:
    """Seconds until another finished file has taken the name."""
    began, before = since
    while finished(project, tag).stat().st_ino == before:
        time.sleep(GLANCE)
    return time.perf_counter() - began


def finished(project: Path, tag: str) -> Path:
    return project / "out" / BOOKLET / tag / f"{BOOKLET}_{tag}_screen.pdf"


def run(project: Path, command: str, tag: str) -> subprocess.Popen[bytes]:
    """Start the program, as a process of its own."""
    asked = [command, BOOKLET, "-l", tag, "-e", "screen", "-j", "1", "--project", str(project)]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # compiled modules are kept, as on any office computer
    return subprocess.Popen([sys.executable, "-m", "postcards.cli", *asked], env=environment, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(sys.argv[1:])
