"""Rules on what lies on the sheet as a whole: how much ink, and whether there is any (GWG 2015, 4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.marks import Mark, Photo, Words
from postcards.preflight.spaces import inks
from postcards.problems import Severity

#: What is measured on a picture of the page is off by so much (percent).
MEASURING_ERROR = 1.0


def total_ink(document: Document, demands: Demands) -> Iterator[Fault]:
    """Nowhere is there more ink than dries."""
    for sheet, ink in zip(document.sheets, document.ink, strict=False):
        if ink.total > demands.ink + MEASURING_ERROR:
            message = f"There is {ink.total:.0f} % of ink in one place; the press takes {demands.ink:.0f} %."
            message += " It would not dry, and stain the next sheet."
            remedy = "Convert pictures with the printer's profile, and lighten dark colours."
            yield Fault(message, remedy, "mean over a square of 15 mm²", sheet.number)


def measured(document: Document, _: Demands) -> Iterator[Fault]:
    """A second reader can paint every page, and so the ink is known."""
    if len(document.ink) < len(document.sheets):
        message = "How much ink lies on the pages could not be measured."
        yield Fault(
            message,
            "Make the file again, and check it again.",
            "pdfium cannot paint every page, or a picture cannot be unpacked",
        )


def blank(document: Document, _: Demands) -> Iterator[Fault]:
    """No page is empty by accident."""
    for sheet in document.sheets:
        if not any(_prints(mark) for mark in sheet.kept):
            message = "This page is empty."
            remedy = "Fill it or take it out, if it is not meant to be empty."
            yield Fault(message, remedy, "nothing is painted within the trim", sheet.number, Severity.WARNING)


def _prints(mark: Mark) -> bool:
    if isinstance(mark, Photo):
        return True
    paints = (mark.fill, mark.stroke) if isinstance(mark, Words) else (mark.paint,)
    found = [inks(paint) for paint in paints if paint]
    return any(ink is None or ink.total > 0 for ink in found)
