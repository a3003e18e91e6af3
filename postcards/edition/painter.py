"""Painting: pages onto a surface. Drawing decides nothing; what draws speaks one small protocol.

The same pages serve every edition. An edition says how far beyond the trim its sheet reaches, for which press its
colours are built, which standard its file keeps to, and how fine its photos are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from postcards.composition import Line
from postcards.edition.colour import Space
from postcards.edition.intent import Intent, default_intent
from postcards.edition.photos import Derivative
from postcards.edition.standard import PDF_1_6, PDF_X4, Standard
from postcards.geometry import Point, Rect
from postcards.manuscript import Photo
from postcards.pages.page import Fill, Page, Pages, Path, Picture, Stroke, Text


class EditionPlan(NamedTuple):
    """What an edition is like."""

    name: str  # print, screen
    standard: Standard
    ppi: int  # of photos
    bleeds: bool  # the sheet reaches to the bleed, and says where the trim is
    outline: bool  # bookmarks
    intent: Intent | None = None  # the press that colours are built for; None for screens

    @property
    def space(self) -> Space:
        return "cmyk" if self.intent else "srgb"


PLANS = {
    "print": EditionPlan("print", PDF_X4, 300, bleeds=True, outline=False, intent=default_intent()),
    "screen": EditionPlan("screen", PDF_1_6, 150, bleeds=False, outline=True),
}

#: The photo of a picture as this edition shows it, for the part of the frame that lies on the sheet.
Develop = Callable[[Photo, Rect], Derivative]


class Surface(Protocol):
    """What pages can be painted on. Coordinates in points from the trim's top left corner, y downwards."""

    def begin_page(self, page: Page) -> None: ...

    def fill(self, path: Path, colour: str) -> None: ...

    def stroke(self, path: Path, colour: str, width: float) -> None: ...

    def picture(self, rect: Rect, derivative: Derivative) -> None: ...

    def text(self, origin: Point, line: Line, colour: str) -> None: ...

    def end_page(self) -> None: ...


def paint(pages: Pages, plan: EditionPlan, surface: Surface, develop: Develop) -> None:
    """Paint all pages in order."""
    for page in pages.pages:
        surface.begin_page(page)
        for item in page.items:
            if isinstance(item, Fill):
                surface.fill(item.path, item.colour)
            elif isinstance(item, Stroke):
                surface.stroke(item.path, item.colour, item.width)
            elif isinstance(item, Picture):
                shown = shown_part(item.rect, page, pages.bleed if plan.bleeds else 0.0)
                surface.picture(shown, develop(item.photo, shown))
            elif isinstance(item, Text):
                surface.text(item.origin, item.line, item.colour)
        surface.end_page()


def shown_part(rect: Rect, page: Page, bleed: float) -> Rect:
    """The part of a frame that lies on a sheet reaching `bleed` points beyond the trim."""
    x, y = max(rect.x, -bleed), max(rect.y, -bleed)
    right, bottom = min(rect.right, page.trim.width + bleed), min(rect.bottom, page.trim.height + bleed)
    return Rect(x, y, right - x, bottom - y)
