"""What stands: an order's last good files, whether an error would take something out of them, and files of editions
that nobody has asked for this time, of which the report goes on telling.

Who builds while others type meets files that are half saved, and folders that are being renamed. An error that the
last report does not know, in a story that stands there now or in what is no story's, leaves something out; then
nothing of the order is written, so that files and report stay with each other. What somebody no longer agrees to is not
kept for the sake of anything.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from postcards.cards import CARDS
from postcards.edition.handover import COVER, PRINT
from postcards.edition.painter import CARD, PLANS
from postcards.lock import REPORT, Lock, LockError, read_lock
from postcards.manuscript.selection import DECIDED_BY
from postcards.printing import TICKET
from postcards.problems import Problem, Severity
from postcards.workshop import Order

#: What tells one error from another; places in a file move, and so does what is quoted from it.
TELLING = ("code", "path", "field", "story", "language", "booklet")


def would_lose(order: Order, out: Path, problems: Iterable[Problem]) -> bool:
    """Whether the files that would be made where `problems` were found lack something that the last ones have."""
    folder = order.folder(out)
    lock = _last(folder)
    if lock is None:
        return False
    # What was found of other editions than were built is not told.
    known = {*order.editions}.intersection(lock.built)
    editions = [part for name, part in lock.editions.items() if edition_of(name) in known]
    if not any((folder / part.file).is_file() for part in editions):
        return False
    told = {story.story for part in editions for story in part.stories}
    concerning = [problem for problem in problems if not problem.story or problem.story in told]
    if any(problem.code in DECIDED_BY for problem in concerning if problem.story):
        return False
    return not _errors(lock.problems) >= _errors(problem.as_json() for problem in concerning)


class Standing(NamedTuple):
    """What a report tells of."""

    editions: dict[str, Mapping[str, Any]]
    beside: dict[str, Mapping[str, Any]]

    @property
    def asked(self) -> tuple[str, ...]:
        """Its editions."""
        return tuple(edition for edition in PLANS if edition in {*map(edition_of, self.editions)})


def standing_beside(order: Order, out: Path) -> Standing:
    """What the last report told of other editions than the order's: of files that are there and were made for the same
    print shop.
    """
    folder = order.folder(out)
    lock = _last(folder)
    if lock is None or lock.printer != order.printer or {*order.editions}.issuperset(lock.asked):
        return Standing({}, {})
    others = {edition for edition in PLANS if edition in lock.asked and edition not in order.editions}
    report = json.loads((folder / REPORT).read_bytes())

    def there(parts: Mapping[str, Any], wanted: Container[str]) -> dict[str, Mapping[str, Any]]:
        return {
            name: part
            for name, part in parts.items()
            if edition_of(name) in wanted and (folder / part["file"]).is_file()
        }

    editions = there(report["editions"], others)
    return Standing(editions, there(report["beside"], {*map(edition_of, editions)}))


def together(standing: Standing, made: Standing) -> Standing:
    """Both, in the order of editions: it is the same whichever was made first."""

    def place(part: tuple[str, Any]) -> int:
        return [*PLANS].index(edition_of(part[0]))

    editions, beside = standing.editions | made.editions, standing.beside | made.beside
    return Standing(dict(sorted(editions.items(), key=place)), dict(sorted(beside.items(), key=place)))


def edition_of(name: str) -> str:
    """The edition that a file belongs to, or goes with, by its name in a report."""
    if name.startswith(f"{CARDS}/"):
        return CARD
    return PRINT if name == COVER or name.startswith(TICKET) else name


def _last(folder: Path) -> Lock | None:
    """What the last build told; nothing if there is no report, or it is anybody's."""
    try:
        return read_lock(folder / REPORT)
    except LockError:
        return None


def _errors(findings: Iterable[Mapping[str, Any]]) -> set[tuple[str, ...]]:
    errors = [finding for finding in findings if finding.get("severity") == Severity.ERROR.value]
    return {tuple(finding.get(part, "") for part in TELLING) for finding in errors}
