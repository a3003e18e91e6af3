"""Painting: pages onto a surface. Drawing decides nothing; what draws speaks one small protocol.

The same pages serve every edition of one layout. An edition says how far beyond the trim it shows them, or how much
within, for which press its colours are built, which standard its file keeps to, and how fine its photos are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, Protocol

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Line
from postcards.edition.colour import Space
from postcards.edition.intent import Intent, default_intent
from postcards.edition.photos import Derivative
from postcards.edition.standard import PDF_1_6, PDF_UA1, PDF_X4, Standard
from postcards.edition.structure import Mark, Structure, Told
from postcards.edition.tagging import describe
from postcards.edition.weights import TELEPHONE, Budget
from postcards.geometry import MM, Point, Rect
from postcards.manuscript import Photo
from postcards.pages.page import Drawing, Fill, Page, Pages, Path, Picture, Placed, Stroke, Text

#: Two pages facing each other, pages one below the other, or as the program likes.
Opens = Literal["book", "scroll", ""]


class EditionPlan(Struct, frozen=True):
    """What an edition is like."""

    name: str  # print, office, screen, phone, card
    standard: Standard
    ppi: int  # of photos
    bleeds: bool  # the sheet reaches to the bleed, and says where the trim is
    outline: bool  # bookmarks, and pages called what is printed on them
    channel: str  # what people must have agreed to
    intent: Intent | None = None  # the press that colours are built for; None for screens and office printers
    edge: float = 0.0  # of paper that stays white within the trim, points
    opens: Opens = ""  # how programs show the pages at first
    budget: Budget | None = None  # how large its file should be at most; None where that is of no account
    layout: str = ""  # its own design, a file in layouts/; empty for the booklet's

    @property
    def space(self) -> Space:
        return "cmyk" if self.intent else "srgb"

    @property
    def speaks(self) -> bool:
        """Whether it is read aloud as well, so that every picture must say what it shows."""
        return self.standard.tagged

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
    "screen": EditionPlan(
        "screen", PDF_UA1, 150, bleeds=False, outline=True, channel="screen", opens="book", budget=TELEPHONE
    ),
    PHONE: EditionPlan(
        PHONE,
        PDF_UA1,
        150,
        bleeds=False,
        outline=True,
        channel="screen",
        opens="scroll",
        budget=TELEPHONE,
        layout=PHONE,
    ),
    CARD: EditionPlan(CARD, PDF_UA1, 150, bleeds=False, outline=False, channel="social", opens="scroll", layout=PHONE),
}

#: A few pages of their own, such as a job ticket, to be read on a screen and printed as they are.
SHEET = replace(PLANS["screen"], name="sheet", outline=False, opens="", budget=None)

#: The photo of a picture as this edition shows it, for the part of the frame that lies on the sheet.
Develop = Callable[[Photo, Rect], Derivative]


class Surface(Protocol):
    """What pages can be painted on. Coordinates in points from the trim's top left corner, y downwards."""

    def begin_page(self, page: Page) -> None: ...

    def fill(self, path: Path, colour: str) -> None: ...

    def stroke(self, path: Path, colour: str, width: float, dots: float) -> None: ...

    def picture(self, rect: Rect, derivative: Derivative) -> None: ...

    def text(self, origin: Point, line: Line, colour: str) -> None: ...

    def begin_placed(self, placed: Placed) -> None: ...

    def end_placed(self) -> None: ...

    def end_page(self) -> None: ...

    def mark(self, mark: Mark) -> None:
        """Until the next mark or the page's end, what is painted belongs to `mark`."""

    def tag(self, structure: Structure) -> None:
        """Say what the marks of all pages, which are painted by now, belong to."""


def paint(pages: Pages, plan: EditionPlan, surface: Surface, develop: Develop) -> None:
    """Paint all pages in order, and tag them where the edition's standard asks for it."""
    structure = describe(pages) if plan.standard.tagged else None
    painter = _Painter(surface, plan.reach(pages.bleed), develop)
    for page in pages.pages:
        surface.begin_page(page)
        painter.paint(page, structure.told[page.number] if structure else ())
        surface.end_page()
    if structure:
        surface.tag(structure)


class _Painter:
    """Paints the items of pages."""

    def __init__(self, surface: Surface, reach: float, develop: Develop) -> None:
        self._surface = surface
        self._reach = reach  # how far beyond the trim something is shown, points
        self._develop = develop

    def paint(self, page: Page, told: Sequence[Told] = ()) -> None:
        """A page; `told` has how each of its items is marked, nothing where none is."""
        surface = self._surface
        for place, item in enumerate(page.items):
            for mark, line in told[place] if told else ():
                surface.mark(mark)
                if line and isinstance(item, Text):
                    surface.text(item.origin, line, item.colour)
            if isinstance(item, (Fill, Drawing)):
                surface.fill(item.path, item.colour)
            elif isinstance(item, Stroke):
                surface.stroke(item.path, item.colour, item.width, item.dots)
            elif isinstance(item, Picture):
                shown = shown_part(item.rect, page, self._reach)
                surface.picture(shown, self._develop(item.photo, shown))
            elif isinstance(item, Text) and not told:
                surface.text(item.origin, item.line, item.colour)
            elif isinstance(item, Placed):
                surface.begin_placed(item)
                self.paint(item.page)
                surface.end_placed()


def shown_part(rect: Rect, page: Page, reach: float) -> Rect:
    """The part of a frame that is shown where something is up to `reach` points beyond the trim."""
    x, y = max(rect.x, -reach), max(rect.y, -reach)
    right, bottom = min(rect.right, page.trim.width + reach), min(rect.bottom, page.trim.height + reach)
    return Rect(x, y, right - x, bottom - y)
