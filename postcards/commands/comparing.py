"""`verify` and `diff`: whether finished files are what the project gives, and what differs between two issues."""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postcards.commands.answers import BUILT, LEFT_OUT, NOTHING, say
from postcards.commands.opening import out_folder
from postcards.problems import Problem, UsageError, Where

if TYPE_CHECKING:
    from postcards.lock import Lock

#: What stands behind a booklet's, a language's and an edition's name in that of a picture of a page that has changed.
PICTURE = re.compile(r"_page-\d+\.png")

#: Job tickets say the other files' checksums: they always differ, and nobody proofs them.
TICKETS = "_job-ticket"

#: What is told of a report that cannot be used.
UNREADABLE = "lock.unreadable"


def verify(arguments: argparse.Namespace) -> int:
    """Make everything again in memory that the reports in a folder speak of, and tell what differs."""
    from postcards.inputs import take_stock
    from postcards.lastbuild import CACHE
    from postcards.production import open_workshop
    from postcards.project import find_project
    from postcards.verifying import Verdict
    from postcards.verifying import verify as verdicts_on

    project = find_project(arguments.project)
    out: Path = arguments.out or project.root / "out"
    if not out.is_dir():
        raise UsageError(f"There is no folder {out}.", "Write the folder that a build has written to.")
    locks, problems = _locks(out)
    told: list[Verdict] = []
    if locks:
        stock = take_stock(project)
        photos = next((folder for folder in (out, *out.resolve().parents[:2]) if (folder / CACHE).is_dir()), out)
        languages = sorted({lock.language for lock in locks.values()})
        workshop = open_workshop(project, photos, languages, keeps_photos=False)
        for folder, lock in locks.items():
            for verdict in verdicts_on(workshop, stock, lock, folder):
                told.append(verdict)
                if not arguments.json:
                    print(verdict)
    say(problems, arguments.json, {"files": [verdict.as_json() for verdict in told]})
    counts = Counter(verdict.state == "equal" for verdict in told)
    if not arguments.json:
        print(f"{counts[True]} files are equal, {counts[False]} are not." if told else "There is nothing to verify.")
    if not told:
        return NOTHING
    return LEFT_OUT if problems or counts[False] else BUILT


def _locks(out: Path) -> tuple[dict[Path, Lock], list[Problem]]:
    """Every report in a folder of results, by its own folder, and those that cannot be used."""
    from postcards.lock import LockError, read_lock, reports_in

    locks: dict[Path, Lock] = {}
    problems = []
    for report in reports_in(out):
        try:
            locks[report.parent] = read_lock(report)
        except LockError as error:
            remedy = "Build it again: this program writes a new one."
            problems.append(Problem(UNREADABLE, f"The report cannot be used: {error}.", remedy, Where(str(report))))
    return locks, problems


def diff(arguments: argparse.Namespace) -> int:
    """Compare two files or two folders of results, page by page; 0 if nothing differs, 1 if something does."""
    from postcards.comparison.comparing import compare
    from postcards.comparison.volume import UncomparedError
    from postcards.comparison.wording import as_json, lines, only_in

    out = out_folder(arguments, arguments.project.resolve())
    pairs, gone, come = _pairs(arguments.old, arguments.new)
    problems: list[Problem] = []
    told: list[dict[str, Any]] = []
    for old, new in pairs:
        _clear(out, new.stem)
        try:
            comparison = compare(old, new, _keeper(out, new.stem))
        except UncomparedError as error:
            where = Where(str(error.path))
            problems.append(Problem(f"diff.{error.code}", error.message, error.remedy, where))
            continue
        told.append(as_json(comparison))
        if not arguments.json:
            print("\n".join(lines(comparison)))
    for line in [] if arguments.json else [*only_in(gone, "old"), *only_in(come, "new")]:
        print(line)
    if not (pairs or gone or come):
        raise UsageError("There is no finished PDF in these folders.", "Write two folders of results.")
    say(problems, arguments.json, {"files": told, "gone": [*map(str, gone)], "new": [*map(str, come)]})
    if problems:
        return NOTHING
    return BUILT if all(each["same"] for each in told) and not gone and not come else LEFT_OUT


def _pairs(old: Path, new: Path) -> tuple[list[tuple[Path, Path]], list[Path], list[Path]]:
    """Files to be compared, and those that have no partner: by where they lie in two folders, or two files."""
    for path in (old, new):
        if not path.exists():
            raise UsageError(f"There is no {path}.", "Write the path of a PDF, or of a folder of results.")
    if old.is_dir() != new.is_dir():
        raise UsageError("A file cannot be compared with a folder.", "Write two PDFs or two folders.")
    if not old.is_dir():
        return [(old, new)], [], []
    before, after = ({path.relative_to(home): path for path in _results(home)} for home in (old, new))
    both = [(before[name], after[name]) for name in after if name in before]
    gone = [path for name, path in before.items() if name not in after]
    return both, gone, [path for name, path in after.items() if name not in before]


def _results(folder: Path) -> list[Path]:
    """Finished files below a folder; what lies in hidden ones is not meant for people."""
    found = (path for path in sorted(folder.rglob("*.pdf")) if path.is_file() and not path.stem.endswith(TICKETS))
    return [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]


def _keeper(out: Path, stem: str) -> Callable[[int, bytes], Path]:
    from postcards.edition.delivery import deliver

    def keep(number: int, picture: bytes) -> Path:
        path = out / f"{stem}_page-{number:02d}.png"
        deliver(path, picture, lambda _: [])
        return path

    return keep


def _clear(out: Path, stem: str) -> None:
    """Take away what an earlier comparison of the same file showed."""
    from postcards.edition.delivery import withdraw

    for path in sorted(out.iterdir()) if out.is_dir() else ():
        if path.name.startswith(stem) and PICTURE.fullmatch(path.name.removeprefix(stem)):
            withdraw(path)
