"""`report.json`: what was built and of what, how each story fitted, what was found.

No clock, no path of this computer, no name of a picture's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import json

from postcards import __version__
from postcards.edition.delivery import Counted
from postcards.edition.weights import Weights, by_kind
from postcards.listing import fit_as_json
from postcards.manuscript import Booklet
from postcards.pages.assembly import Assembled
from postcards.pages.page import Page, Placed
from postcards.problems import Problem
from postcards.workshop import Order


def edition_report(
    written: Counted, weights: Weights, assembled: Assembled, file: str, inks: Mapping[int, float]
) -> dict[str, Any]:
    """What the report says of one delivered file.

    `weights` says what its bytes are spent on; `inks` is the most ink (per cent) of each page, if it is printed.
    """
    pages = assembled.pages.pages
    stories = [
        {
            "story": slug,
            "page": number,
            "pages": sum(page.story == slug for page in pages),
            "fit": [fit_as_json(fit) for fit in assembled.fits[slug]],
        }
        for slug, number in assembled.pages.first_pages.items()
    ]
    ink = {"ink": {str(number): most for number, most in inks.items()}} if inks else {}
    return {**file_report(written, assembled, file), "parts": by_kind(weights), **ink, "stories": stories}


def file_report(written: Counted, assembled: Assembled, file: str) -> dict[str, Any]:
    """The same of one that has not been looked at yet."""
    pages = len(assembled.pages.pages)
    return {"file": file, "bytes": written.bytes, "sha256": written.sha256, "pages": pages}


def sides_report(pages: Iterable[Page]) -> dict[str, Any]:
    """What the report says of sheets: what lies on each side; nothing of an edition of single pages."""
    sides = [_side(page) for page in pages if any(isinstance(item, Placed) for item in page.items)]
    return {"sides": sides} if sides else {}


def _side(page: Page) -> dict[str, Any]:
    """Which of the booklet's pages lie on a side of a sheet, and whose; none on that of the instructions."""
    placed = [item.page for item in page.items if isinstance(item, Placed) and item.page.number]
    stories = dict.fromkeys(each.story for each in placed if each.story)
    return {"side": page.number, "pages": [each.number for each in placed], "stories": list(stories)}


def report(
    booklet: Booklet,
    order: Order,
    asked: Sequence[str],
    editions: Mapping[str, Mapping[str, Any]],
    beside: Mapping[str, Mapping[str, str]],
    problems: Iterable[Problem],
) -> bytes:
    """The whole file: `asked` are the editions it tells of, `beside` the files beside them, such as the job ticket.

    Its `problems` were found when the order was made, and are of no other editions than the order's, which are `built`.
    Findings do not quote the names of photos' files, which may name a person.
    """
    parts = {
        "booklet": booklet.id,
        "language": order.language,
        "issue": booklet.issue,
        "program": __version__,
        "asked": asked,
        "built": [edition for edition in asked if edition in order.editions],
        "printer": order.printer,
        "editions": editions,
        "beside": beside,
        "problems": [problem.as_json() for problem in problems],
    }
    return json.format(json.encode(parts), indent=2) + b"\n"
