"""What differs between two files, in words and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from postcards.comparison.comparing import Comparison, PageChange, Turn
from postcards.comparison.volume import JOINERS
from postcards.preflight.telling import spans
from postcards.problems import printable

#: So many changes of a page's words are told, and so much of each (characters); the picture shows the rest.
MOST_TURNS, LONGEST_TURN = 3, 60


def lines(comparison: Comparison) -> Iterator[str]:
    """What to tell of a file: a line on the whole, then what happened, pages of one story together."""
    name = printable(comparison.name)
    if comparison.same:
        yield f"{name}: the same"
        return
    if comparison.looks_same:
        yield f"{name}: every page looks the same; what differs is not seen, such as a date or what is read aloud"
        yield from (f"  {cause}" for cause in comparison.causes)
        return
    yield f"{name}: {_count(comparison.counts[0])} before, {_count(comparison.counts[1])} now"
    yield from (f"  {cause}" for cause in comparison.causes)
    for _, group in groupby(comparison.pages, _together):
        yield from (f"  {line}" for line in _told(list(group), comparison.sheets))
    yield f"  to proof: {to_proof(comparison)}"


def to_proof(comparison: Comparison) -> str:
    """What somebody has to look at."""
    numbers = [page.new for page in comparison.pages if page.to_proof and page.new]
    if not numbers:
        return "nothing"
    if comparison.sheets:
        # A sheet has two sides, and is printed as a whole.
        return spans(sorted({(side + 1) // 2 for side in numbers})).replace("page", "sheet", 1)
    return spans(numbers)


def as_json(comparison: Comparison) -> dict[str, Any]:
    """The same for other programs; pages that are the same are left out."""
    changed = [page for page in comparison.pages if page.kind != "same"]
    return {
        "file": comparison.name,
        "same": comparison.same,
        "looks_same": comparison.looks_same,
        "pages": {"before": comparison.counts[0], "now": comparison.counts[1]},
        "causes": list(comparison.causes),
        "changes": [_page_as_json(page) for page in changed],
        "proof": [page.new for page in comparison.pages if page.to_proof],
    }


def only_in(files: list[Path], which: str) -> Iterator[str]:
    """Files that have no partner."""
    yield from (f"{printable(file.name)}: only in the {which} results" for file in files)


def _page_as_json(page: PageChange) -> dict[str, Any]:
    told = {
        "kind": page.kind,
        "old": page.old,
        "new": page.new,
        "stories": list(page.stories),
        "holds": list(page.placed),
        "words": [turn._asdict() for turn in page.turns],
        "picture": page.picture and str(page.picture),
    }
    return {key: value for key, value in told.items() if value not in (None, [])}


def _together(page: PageChange) -> tuple[object, ...]:
    """What pages have in common that are told in one line."""
    if page.kind == "changed":
        return page.kind, page.old, page.new
    if page.old is None or page.new is None:
        return page.kind, page.stories
    return page.kind, page.new - page.old


def _told(pages: list[PageChange], sheets: bool) -> Iterator[str]:
    first = pages[0]
    place = _place(pages, sheets)
    if first.kind == "moved":
        yield f"{place}: moved, otherwise the same"
    elif first.kind in ("added", "removed"):
        yield f"{place}{_whose(first)}: {first.kind}"
    elif first.kind == "changed":
        yield f"{place}{_whose(first)}: {'; '.join(_words(first))}"
        if first.picture:
            yield f"  {printable(str(first.picture))}"


def _place(pages: list[PageChange], sheets: bool) -> str:
    """Where pages are, and where they were if that is somewhere else."""
    old, new = (
        [number for number in numbers if number] for numbers in zip(*((p.old, p.new) for p in pages), strict=True)
    )
    told = spans(old) if not new or (old and old != new) else spans(new)
    if old and new and old != new:
        told = f"{told}, now {spans(new)}"
    if not sheets:
        return told
    holds = f" (with {spans(pages[0].placed)})" if len(pages) == 1 and pages[0].placed else ""
    return f"{told.replace('page', 'side')}{holds}"


def _whose(page: PageChange) -> str:
    if not page.stories:
        return ""
    return f" ({'story' if len(page.stories) == 1 else 'stories'} {printable(', '.join(page.stories))})"


def _words(page: PageChange) -> Iterator[str]:
    if page.elsewhere:
        yield f"other pages lie on it ({spans(page.before)} before)" if page.before else "other pages lie on it"
    elif not page.turns:
        yield "it looks different; its words are the same"
    yield from map(_turn, page.turns[:MOST_TURNS])
    if len(page.turns) > MOST_TURNS:
        yield "and more"


def _turn(turn: Turn) -> str:
    old, new = (_shown(words) for words in turn)
    if not old:
        return f"“{new}” is new"
    return f"“{old}” is now “{new}”" if new else f"“{old}” is gone"


def _shown(words: str) -> str:
    words = "".join(letter for letter in words if letter not in JOINERS)
    return printable(words if len(words) <= LONGEST_TURN else f"{words[:LONGEST_TURN]}…")


def _count(pages: int) -> str:
    return "1 page" if pages == 1 else f"{pages} pages"
