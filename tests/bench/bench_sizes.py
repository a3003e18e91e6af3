"""How large the files are, and what their bytes are spent on. Run by hand.

    python tests/bench/bench_sizes.py                              the repository's stories, screen edition
    python tests/bench/bench_sizes.py --times 2 --layout large     every story twice, each photo turned about, on A5
    python tests/bench/bench_sizes.py -e screen -e office          more editions
    python tests/bench/bench_sizes.py --built out                  what is built already, in all editions

Prints a table by edition and language in kB (1 000 bytes), and judges nothing; the last column is what a file of that
edition should have at most.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from PIL import Image, ImageOps
from processes import measured

from postcards.edition.painter import PLANS
from postcards.edition.weights import KINDS

REPOSITORY = Path(__file__).resolve().parents[2]

HEAD = f"{'edition':<9}{'':<8}{'stories':>8}{'kB':>9}" + "".join(f"{kind:>11}" for kind in KINDS) + f"{'at most':>9}"


def main(arguments: Sequence[str]) -> None:
    """Build a copy of the project in a temporary folder, unless something is built, and print what its reports say."""
    parser = argparse.ArgumentParser(description="Weigh the files of a build.")
    parser.add_argument("--project", type=Path, default=REPOSITORY, help="folder that holds content/")
    parser.add_argument("--times", type=int, default=1, help="how often every story stands in the booklet")
    parser.add_argument("--layout", default="", help="another layout than the booklet's")
    parser.add_argument("-e", "--edition", action="append", help="editions (default: screen)")
    parser.add_argument("--built", type=Path, help="an output folder, to build nothing")
    wish = parser.parse_args(arguments)
    if wish.built:
        print(HEAD, *rows(wish.built), sep="\n")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(wish.project / "content", folder / "content")
        multiply(folder / "content" / "stories", wish.times)
        if wish.layout:
            for booklet in (folder / "content" / "booklets").glob("*.yaml"):
                text = booklet.read_text("utf-8")
                booklet.write_text(re.sub(r"(?m)^layout: \w+", f"layout: {wish.layout}", text), "utf-8")
        editions = wish.edition or ["screen"]
        chosen = [word for edition in editions for word in ("-e", edition)]
        command = [sys.executable, "-m", "postcards.cli", "build", *chosen, "--project", str(folder)]
        run = measured(command, {**os.environ, "PYTHONPATH": str(REPOSITORY)})
        print(f"postcards build {' '.join(chosen)}: exit code {run.exit_code}, {run.seconds:.1f} s")
        print(HEAD, *rows(folder / "out"), sep="\n")


def multiply(stories: Path, times: int) -> None:
    """Let every story stand there more often, each time with a photo that differs from the others."""
    for story in sorted(stories.iterdir()):
        for again in range(1, times):
            copy = stories / f"{story.name}-{again + 1}"
            shutil.copytree(story, copy)
            for photo in copy.glob("*.jpg"):
                with Image.open(photo) as picture:
                    turned = ImageOps.mirror(picture) if again % 2 else ImageOps.flip(picture)
                    turned.save(photo, quality=95)


def rows(out: Path) -> Iterator[str]:
    """One line for each file that a report names."""
    told = []
    for report in sorted(out.rglob("report.json")):
        parts = json.loads(report.read_bytes())
        told += [(edition, parts["language"], part) for edition, part in parts["editions"].items()]
    for edition, language, part in sorted(told, key=lambda each: each[:2]):
        stories = len(part["stories"])
        kinds = "".join(f"{part['parts'][kind] / 1000:>11.1f}" for kind in KINDS)
        plan = PLANS.get(edition)
        most = f"{plan.budget.most(stories) / 1000:>9.0f}" if plan and plan.budget else f"{'-':>9}"
        yield f"{edition:<9}{language:<8}{stories:>8}{part['bytes'] / 1000:>9.1f}{kinds}{most}"


if __name__ == "__main__":
    main(sys.argv[1:])
