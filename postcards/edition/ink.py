"""How much ink a page gets: a surface that weighs what is painted on it, per cent of all four inks together.

Paper takes so much and no more. What is painted covers what lies below it, but for black text and black lines, which
are printed over it (`pdf.py`): there the ground's colours and the black add up. Photos bring their own figure, the
most that a square of 15 mm² has in the mean. Where a shape is not a rectangle, its bounds stand for it.
"""

from __future__ import annotations

from msgspec import Struct

from postcards.composition import Line
from postcards.edition.colour import BLACK, REGISTRATION, is_black
from postcards.edition.painter import Develop, EditionPlan, paint
from postcards.edition.photos import Derivative
from postcards.edition.structure import Mark, Structure
from postcards.geometry import Point, Rect
from postcards.pages.colours import Palette
from postcards.pages.page import Page, Pages, Path, Placed
from postcards.pages.path import bounds

FULL = BLACK[3]


def page_inks(pages: Pages, plan: EditionPlan, palette: Palette, develop: Develop) -> dict[int, float]:
    """The most ink of each page, by number, in an edition for a press."""
    meter = InkMeter(palette)
    paint(pages, plan, meter, develop)
    return meter.pages


class _Laid(Struct, frozen=True):
    """Something on the page: where, all its ink, and how much of that lets black be added."""

    bounds: Rect
    total: float
    under_black: float  # what there is in all where black is printed over it


class InkMeter:
    """Tells the most ink of each page; see `painter.Surface`."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._laid: list[_Laid] = []
        self._number, self._most = 0, 0.0
        self.pages: dict[int, float] = {}  # by number, per cent

    def begin_page(self, page: Page) -> None:
        self._laid, self._number, self._most = [], page.number, 0.0

    def fill(self, path: Path, colour: str) -> None:
        cmyk = self._palette.colours[colour].cmyk
        self._lay(_Laid(bounds(path), sum(cmyk), sum(cmyk[:3]) + FULL))

    def stroke(self, path: Path, colour: str, width: float, dots: float) -> None:  # noqa: ARG002  weighed as a line
        if self._draws(colour):
            self._add_black(bounds(path).outset(width / 2))

    def picture(self, rect: Rect, derivative: Derivative) -> None:
        self._lay(_Laid(rect, derivative.ink, derivative.ink + FULL))

    def text(self, origin: Point, line: Line, colour: str) -> None:
        if self._draws(colour):
            self._add_black(Rect(origin.x, origin.y + line.ink.top, line.width, line.ink.height))

    def begin_placed(self, placed: Placed) -> None:
        raise NotImplementedError("pages are weighed for a press before they lie on a sheet")

    def end_placed(self) -> None:
        raise NotImplementedError("see begin_placed")

    def mark(self, mark: Mark) -> None:
        raise NotImplementedError("what a press prints is not tagged")

    def tag(self, structure: Structure) -> None:
        raise NotImplementedError("see mark")

    def end_page(self) -> None:
        self.pages[self._number] = round(self._most, 1)

    def _lay(self, laid: _Laid) -> None:
        self._laid.append(laid)
        self._most = max(self._most, laid.total)

    def _draws(self, colour: str) -> bool:
        """Text or a line: whether what lies below it matters, which is so of black alone.

        Printer's marks are cut off, and stand on bare paper.
        """
        if colour == REGISTRATION:
            return False
        self._most = max(self._most, sum(self._palette.colours[colour].cmyk))
        return bool(self._laid) and is_black(self._palette, colour)

    def _add_black(self, bounds: Rect) -> None:
        """Black adds to everything below it, down to what covers the rest."""
        for laid in reversed(self._laid):
            if laid.bounds.overlaps(bounds):
                self._most = max(self._most, laid.under_black)
            if laid.bounds.contains(bounds):
                return
