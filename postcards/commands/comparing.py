"""`verify`: whether finished files are what the project gives."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from postcards.commands.answers import BUILT, LEFT_OUT, NOTHING, say
from postcards.problems import Problem, UsageError, Where

#: What is told of a report that cannot be used.
UNREADABLE = "lock.unreadable"


def verify(arguments: argparse.Namespace) -> int:
    """Make everything again in memory that the reports in a folder speak of, and tell what differs."""
    from postcards.inputs import take_stock
    from postcards.lastbuild import CACHE
    from postcards.lock import Lock, LockError, read_lock, reports_in
    from postcards.production import open_workshop
    from postcards.project import find_project
    from postcards.verifying import Verdict
    from postcards.verifying import verify as verdicts_on

    project = find_project(arguments.project)
    out: Path = arguments.out or project.root / "out"
    if not out.is_dir():
        raise UsageError(f"There is no folder {out}.", "Write the folder that a build has written to.")
    locks: dict[Path, Lock] = {}
    problems = []
    for report in reports_in(out):
        try:
            locks[report.parent] = read_lock(report)
        except LockError as error:
            remedy = "Build it again: this program writes a new one."
            problems.append(Problem(UNREADABLE, f"The report cannot be used: {error}.", remedy, Where(str(report))))
    told: list[Verdict] = []
    photos = next((folder for folder in (out, *out.resolve().parents[:2]) if (folder / CACHE).is_dir()), out)
    if locks:
        stock = take_stock(project)
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
