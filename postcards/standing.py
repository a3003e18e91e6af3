"""What stands: an order's last good files, and whether an error would take something out of them.

Who builds while others type meets files that are half saved, and folders that are being renamed. An error that the
last report does not know, in a story that stands there now or in what is no story's, leaves something out; then
nothing of the order is written, so that files and report stay with each other. What somebody no longer agrees to is not
kept for the sake of anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from postcards.cards import CARDS
from postcards.edition.painter import CARD
from postcards.manuscript.selection import DECIDED_BY
from postcards.problems import Problem, Severity
from postcards.report import REPORT
from postcards.workshop import Order

#: What tells one error from another; places in a file move, and so does what is quoted from it.
TELLING = ("code", "path", "field", "story", "language", "booklet")


def would_lose(order: Order, out: Path, problems: Iterable[Problem]) -> bool:
    """Whether the files that would be made where `problems` were found lack something that the last ones have."""
    folder = order.folder(out)
    report = _report(folder / REPORT)
    editions = {name: part for name, part in report.get("editions", {}).items() if _wanted(name, order)}
    if not any((folder / part["file"]).is_file() for part in editions.values()):
        return False
    told = {story["story"] for part in editions.values() for story in part["stories"]}
    concerning = [problem for problem in problems if not problem.story or problem.story in told]
    if any(problem.code in DECIDED_BY for problem in concerning if problem.story):
        return False
    return not _errors(report["problems"]) >= _errors(problem.as_json() for problem in concerning)


def _wanted(name: str, order: Order) -> bool:
    return name in order.editions or (CARD in order.editions and name.startswith(f"{CARDS}/"))


def _report(path: Path) -> dict[str, Any]:
    """The report at `path`; empty if there is none that can be read."""
    try:
        report: dict[str, Any] = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return report


def _errors(findings: Iterable[Mapping[str, Any]]) -> set[tuple[str, ...]]:
    errors = [finding for finding in findings if finding["severity"] == Severity.ERROR.value]
    return {tuple(finding.get(part, "") for part in TELLING) for finding in errors}
