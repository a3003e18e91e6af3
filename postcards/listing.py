"""Listings: what a command tells of copyfitting, budgets and type, as lines of text for the office and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import asdict

from postcards.composition.repertoire import Repertoire
from postcards.manuscript.language import language_name
from postcards.pages.assembly import Assembled
from postcards.pages.budget import Budget, Room
from postcards.pages.copyfit import Fit
from postcards.pages.misfits import FIELD_OF_FRAME

#: The texts whose fit is of interest to who writes them.
TOLD = ("quote.text", "summary")


def fit_as_json(fit: Fit) -> dict[str, Any]:
    """How one frame's texts went in, for `report.json` and `--json`."""
    return {
        "frame": fit.frame,
        "step": str(fit.step),
        "size": round(fit.size, 2),
        "lines": fit.lines,
        "fill": fit.fill,
        "spare": fit.spare,
        "excess": fit.excess,
        "badness": fit.badness,
    }


def fits_as_json(assembled: Assembled) -> Iterator[dict[str, Any]]:
    """The same for every frame of every story."""
    place = {"booklet": assembled.pages.booklet, "language": assembled.pages.language}
    for slug, fits in assembled.fits.items():
        yield from ({**place, "story": slug, **fit_as_json(fit)} for fit in fits)


def fit_lines(assembled: Assembled) -> Iterator[str]:
    """How every story's texts went into their frames, and how much more or less they may be."""
    pages = assembled.pages
    name = language_name(pages.language)
    yield f"{pages.booklet} in {name} ({pages.language})"
    numbers = pages.first_pages
    for slug, fits in assembled.fits.items():
        yield f"  {slug}, page {numbers[slug]}" if slug in numbers else f"  {slug}, left out"
        for fit in fits:
            field = FIELD_OF_FRAME.get(fit.frame)
            if field in TOLD:
                yield f"    the {name} {field.split('.')[0]} {_went_in(fit)}"


def _went_in(fit: Fit) -> str:
    """`may grow by 2 lines (86 % of its frame, 11 pt, smaller -0.5 pt); at full size it is 3 lines too long`."""
    room = f"may grow by {_lines(fit.spare)}" if fit.spare else "may not grow"
    if fit.over:
        room = f"is {_lines(fit.over)} too long"
    told = f"{room} ({fit.fill:.0%} of its frame, {fit.size:g} pt, {fit.step})"
    return f"{told}; at full size it is {_lines(fit.excess)} too long" if fit.excess else told


def budget_lines(tag: str, layout: str, budgets: Iterable[Budget]) -> Iterator[str]:
    """How many lines each text may have, face by face."""
    yield f"{language_name(tag)} ({tag}), layout {layout}"
    for budget in budgets:
        wished, smallest = budget.wished, budget.smallest
        most = "" if smallest == wished else f"; at {smallest.size:g} pt, the smallest, {_room(smallest)}"
        yield f"  {budget.text:<9}{budget.face:<20}{_room(wished)} at {wished.size:g} pt{most}"


def budget_as_json(tag: str, layout: str, budget: Budget) -> dict[str, Any]:
    wished, smallest = (
        {"size": room.size, "lines": room.lines, "letters": room.letters} for room in (budget.wished, budget.smallest)
    )
    place = {"language": tag, "layout": layout, "face": budget.face, "text": budget.text}
    return {**place, "wished": wished, "smallest": smallest}


def _room(room: Room) -> str:
    return f"{_lines(room.lines)} of {room.letters:.0f} letters"


def _lines(number: int) -> str:
    return "1 line" if number == 1 else f"{number} lines"


def font_lines(found: Iterable[Repertoire]) -> Iterator[str]:
    """Which faces each language is set in, voice by voice, and what they lack of its characters."""
    for each in found:
        voice = f"{each.role} {each.weight}"
        lacking = f", lacks {' '.join(each.missing)}" if each.missing else ""
        told = f"{each.shown} of {each.expected}{lacking}"
        yield f"{language_name(each.language):<20}{each.language:<9}{voice:<15}{told:<24}  {', '.join(each.faces)}"


def font_as_json(found: Repertoire) -> dict[str, Any]:
    return {**asdict(found), "shown": found.shown}
