"""`report.json`: what was built, how each story fitted, what was found. No clock, no path of this computer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from postcards import __version__
from postcards.edition.delivery import Counted
from postcards.edition.weights import Weights, by_kind
from postcards.listing import fit_as_json
from postcards.manuscript import Booklet
from postcards.pages.assembly import Assembled
from postcards.problems import Problem

#: The file's name, beside the editions.
REPORT = "report.json"


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
    return {
        "file": file,
        "bytes": written.bytes,
        "parts": by_kind(weights),
        "sha256": written.sha256,
        "pages": len(pages),
        **ink,
        "stories": stories,
    }


def report(
    booklet: Booklet,
    language: str,
    editions: Mapping[str, Mapping[str, Any]],
    beside: Mapping[str, Mapping[str, str]],
    problems: Iterable[Problem],
) -> bytes:
    """The whole file; `beside` names the files beside the editions: the job ticket.

    Findings in it do not quote the names of photos' files, which may name a person.
    """
    parts = {
        "booklet": booklet.id,
        "language": language,
        "issue": booklet.issue,
        "program": __version__,
        "editions": editions,
        "beside": beside,
        "problems": [problem.as_json() for problem in problems],
    }
    return (json.dumps(parts, ensure_ascii=False, indent=2) + "\n").encode()
