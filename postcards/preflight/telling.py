"""Faults become findings: each once, with its pages, and with the story that stands there where that is known.

Which story stands where is read from the `report.json` that a build leaves beside its files; files of other people have
none, and their findings name the page alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any, Literal

from msgspec import Struct
from msgspec.structs import replace

from postcards.preflight.demands import EVERYBODY, READERS, Demands
from postcards.preflight.limits import LARGEST_FILE
from postcards.preflight.rulebook import Examined, Found, examine, unopened
from postcards.problems import Problem, Severity, UsageError, Where

Purpose = Literal["print", "screen", "ua"]

#: What codes begin with.
AREA = "preflight"

#: Ends of names, before `.pdf`, of editions that no print shop gets.
FOR_READERS = ("screen", "phone", "office", "job-ticket")

#: What stands before the story's name in the name of a card.
CARD = "card"

#: What a build leaves beside its files, and what it adds to the name of a refused one.
REPORT, REJECTED = "report.json", ".rejected"


class Told(Struct, frozen=True):
    """What was found out about one file."""

    path: Path
    examined: Examined
    problems: tuple[Problem, ...]

    def summary(self) -> str:
        """One line on the whole file."""
        errors = sum(problem.is_error for problem in self.problems)
        warnings = len(self.problems) - errors
        told = [(count, word) for count, word in ((errors, "error"), (warnings, "warning")) if count]
        counts = ", ".join(f"{count} {word}{'' if count == 1 else 's'}" for count, word in told)
        pages = "1 page" if self.examined.pages == 1 else f"{self.examined.pages} pages"
        ink = f", {max(self.examined.ink):.0f} % of ink at most" if self.examined.ink else ""
        everybody = ", asked as PDF/UA-1" if self.examined.demands.standard == "ua" else ""
        return f"{self.path.name}: {counts or 'nothing wrong'} ({pages}{ink}{everybody})"

    def as_json(self) -> dict[str, Any]:
        ink = {"ink": list(self.examined.ink)} if self.examined.ink else {}
        passed = not any(problem.is_error for problem in self.problems)
        return {"file": str(self.path), "pages": self.examined.pages, **ink, "passed": passed}


def look_at(path: Path, purpose: Purpose | None, demands: Demands) -> Told:
    """Look at the file at `path`, which has to hold `demands` if it goes to a print shop.

    One for readers is held against PDF/UA-1 if that is asked for, or if it calls itself so.

    Raises UsageError if there is none that can be read.
    """
    if purpose is None:
        parts = path.name.removesuffix(REJECTED).removesuffix(".pdf").split("_")[-2:]
        purpose = "screen" if parts[-1] in FOR_READERS or parts[0] == CARD else "print"
    wanted = {"print": demands, "screen": READERS, "ua": EVERYBODY}[purpose]
    try:
        if path.stat().st_size > LARGEST_FILE:
            examined = Examined(0, (), (unopened("too-large"),), wanted)
        else:
            # A tagged file may go to a print shop as well: what it calls itself decides between readers alone.
            examined = examine(path, wanted, heeds_claim=purpose == "screen")
    except OSError as error:
        reason = error.strerror or "it is no file"
        raise UsageError(f"{path} cannot be read: {reason}.", "Write the path of a PDF.") from None
    return _told(path, examined)


def seconded(told: Told, found: Sequence[Found]) -> Told:
    """The same with what somebody else has found in the file."""
    return _told(told.path, replace(told.examined, found=(*told.examined.found, *found)))


def _told(path: Path, examined: Examined) -> Told:
    stories = story_pages(path.with_name(REPORT), path.name)
    return Told(path, examined, tuple(problems_of(examined.found, str(path), stories)))


def problems_of(found: Iterable[Found], path: str, stories: Mapping[int, str]) -> Iterator[Problem]:
    """Findings, those that say the same of several pages as one."""

    def same(each: Found) -> tuple[str, str, str, str]:
        fault = each.fault
        return each.rule, fault.message, fault.remedy, fault.severity.value

    for (rule, message, remedy, severity), group in groupby(sorted(found, key=same), same):
        faults = sorted((each.fault for each in group), key=lambda fault: fault.page)
        first = faults[0]
        others = sorted({fault.page for fault in faults[1:]} - {first.page})
        yield Problem(
            f"{AREA}.{rule}",
            f"{message} The same on {spans(others)}." if others else message,
            remedy,
            Where(path, page=first.page or None),
            Severity(severity),
            story=stories.get(first.page, ""),
            detail=first.detail,
        )


def spans(numbers: Sequence[int]) -> str:
    """Pages as one says them: “page 4”, “pages 3, 5–9”."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
    return f"page {told}" if len(numbers) == 1 else f"pages {told}"


def story_pages(report: Path, file: str) -> dict[int, str]:
    """By page number the story that stands there, as the report of a build says; nothing where there is none."""
    try:
        editions = json.loads(report.read_bytes())["editions"].values()
        return {
            page: str(story["story"])
            for edition in editions
            if edition["file"] == file
            for story in edition["stories"]
            for page in range(story["page"], story["page"] + story["pages"])
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}
