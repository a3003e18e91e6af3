"""Painting: pages onto a surface. Drawing decides nothing; what draws speaks one small protocol.

The same pages serve every edition of one layout. An edition says how far beyond the trim it shows them, or how much
within, for which press its colours are built, which standard its file keeps to, and how fine its photos are.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from postcards.composition import Line
from postcards.edition.colour import Space
from postcards.edition.intent import Intent, default_intent
from postcards.edition.photos import Derivative
from postcards.edition.standard import PDF_1_6, PDF_X4, Standard
from postcards.geometry import MM, Point, Rect
from postcards.manuscript import Photo
from postcards.pages.page import Fill, Page, Pages, Path, Picture, Placed, Stroke, Text


class EditionPlan(NamedTuple):
    """What an edition is like."""

    name: str  # print, office, screen, phone, card
    standard: Standard
    ppi: int  # of photos
    bleeds: bool  # the sheet reaches to the bleed, and says where the trim is
    outline: bool  # bookmarks
    channel: str  # what people must have agreed to
    intent: Intent | None = None  # the press that colours are built for; None for screens and office printers
    edge: float = 0.0  # of paper that stays white within the trim, points
    layout: str = ""  # its own design, a file in layouts/; empty for the booklet's

    @property
    def space(self) -> Space:
        return "cmyk" if self.intent else "srgb"

    def reach(self, bleed: float) -> float:
        """How far beyond the trim of pages with that bleed something is shown, points; within it below 0."""
        return bleed if self.bleeds else -self.edge


#: What office printers leave white along every edge of a sheet.
UNPRINTABLE = 5 * MM

#: The edition for narrow screens and its design, and the one of single stories.
PHONE, CARD = "phone", "card"

# Office printers take sRGB and make their own inks of it, each in its own way: CMYK meant for a press comes out of them
# darker or not at all. They screen at about 100 lines to the inch, and show nothing finer than two pixels a line.
PLANS = {
    "print": EditionPlan("print", PDF_X4, 300, bleeds=True, outline=False, channel="print", intent=default_intent()),
    "office": EditionPlan("office", PDF_1_6, 200, bleeds=False, outline=False, channel="print", edge=UNPRINTABLE),
    "screen": EditionPlan("screen", PDF_1_6, 150, bleeds=False, outline=True, channel="screen"),
    PHONE: EditionPlan(PHONE, PDF_1_6, 150, bleeds=False, outline=True, channel="screen", layout=PHONE),
    CARD: EditionPlan(CARD, PDF_1_6, 150, bleeds=False, outline=False, channel="social", layout=PHONE),
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

    def begin_placed(self, placed: Placed) -> None: ...

    def end_placed(self) -> None: ...

    def end_page(self) -> None: ...


def paint(pages: Pages, plan: EditionPlan, surface: Surface, develop: Develop) -> None:
    """Paint all pages in order."""
    for page in pages.pages:
        surface.begin_page(page)
        _paint_items(page, plan.reach(pages.bleed), surface, develop)
        surface.end_page()


def _paint_items(page: Page, reach: float, surface: Surface, develop: Develop) -> None:
    for item in page.items:
        if isinstance(item, Fill):
            surface.fill(item.path, item.colour)
        elif isinstance(item, Stroke):
            surface.stroke(item.path, item.colour, item.width)
        elif isinstance(item, Picture):
            shown = shown_part(item.rect, page, reach)
            surface.picture(shown, develop(item.photo, shown))
        elif isinstance(item, Text):
            surface.text(item.origin, item.line, item.colour)
        elif isinstance(item, Placed):
            surface.begin_placed(item)
            _paint_items(item.page, reach, surface, develop)
            surface.end_placed()


def shown_part(rect: Rect, page: Page, reach: float) -> Rect:
    """The part of a frame that is shown where something is up to `reach` points beyond the trim."""
    x, y = max(rect.x, -reach), max(rect.y, -reach)
    right, bottom = min(rect.right, page.trim.width + reach), min(rect.bottom, page.trim.height + reach)
    return Rect(x, y, right - x, bottom - y)
