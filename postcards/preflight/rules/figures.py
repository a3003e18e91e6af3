"""Rules on pictures: words for those who cannot see them, and where they stand (ISO 14289-1, 7.3 and 7.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from postcards.preflight.clauses import RETAG, SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import numbers
from postcards.preflight.structure import Element
from postcards.problems import Severity

#: What a camera or a folder calls a picture: no description of it.
FILE_NAME = re.compile(
    r"\s*(\S*[\\/])?[^\\/]{1,120}\.(jpe?g|png|tiff?|gif|svg|pdf|webp|heic|bmp|psd|ai|eps)\s*"
    r"|\s*(IMG|DSC[NF]?|PXL|P)[-_ ]?\d{3,}\S*\s*",
    re.IGNORECASE,
)


def _pictures(document: Document) -> Iterator[tuple[Element, int]]:
    for element in document.elements:
        if element.kind in ("Figure", "Formula"):
            yield element, document.binding.page_of(element)


def described(document: Document, _: Demands) -> Iterator[Fault]:
    """Each picture has words that stand for it."""
    for element, page in _pictures(document):
        alternative, actual = element.says("Alt"), element.says("ActualText")
        if not (alternative or "").strip() and actual is None:
            clause = "7.3" if element.kind == "Figure" else "7.7"
            yield Fault(*SAYINGS[clause], f"{element.path} has neither Alt nor ActualText", page)


def no_file_name(document: Document, _: Demands) -> Iterator[Fault]:
    """Those words are no file's name."""
    for element, page in _pictures(document):
        alternative = element.says("Alt") or ""
        if FILE_NAME.fullmatch(alternative):
            message = f"A picture will be read aloud as a file’s name: “{alternative[:60]}”."
            yield Fault(message, "Describe the picture.", f"Alt of {element.path}", page)


def outlined(document: Document, _: Demands) -> Iterator[Fault]:
    """It says which part of the page it covers, so that it can be enlarged or left standing (14.8.5.4.3)."""
    for element, page in _pictures(document):
        boxes = [numbers(found.get("/BBox")) for found in element.attributes("Layout")]
        if element.kind == "Figure" and not any(len(box) == 4 for box in boxes):
            message = "A picture may be moved or lost when the page is laid out anew for a narrow screen."
            yield Fault(message, RETAG, f"{element.path} has no Layout attribute BBox", page, Severity.WARNING)
