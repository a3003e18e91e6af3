"""Printer's marks: where to cut, where to fold, whether the plates meet, and the slug that names the sheet.

Pure functions from a trimmed page's rectangle to items, which any sheet may carry: a single page, a cover's spread, an
imposed sheet. Nothing stands inside the bleed (ISO 15930-7 allows printer's marks outside it only); all lines are in
`REGISTRATION`, which comes out on every plate (ISO 32000-1, 8.6.6.4, Separation /All).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from postcards.composition import Galley
from postcards.edition.colour import REGISTRATION
from postcards.geometry import MM, Point, Rect
from postcards.pages import path
from postcards.pages.page import Stroke, Text

#: The finest line that prints everywhere (the Ghent Workgroup asks for 0.25 pt at least), and thick enough to cut by.
LINE = 0.25

#: From the bleed's edge to where a mark begins: a knife or a folder that wanders must not leave ink on the page.
GAP = 1 * MM

#: A crop or fold mark.
LENGTH = 5 * MM

#: How far a sheet with marks reaches beyond the bleed: gap, mark, and air for the printer's gripper.
MARGIN = 10 * MM

#: A registration target's ring, and the half of its cross.
RING, CROSS = 1.4 * MM, 2.5 * MM

#: Dashes of a fold mark, by which nobody takes it for a cut.
DASHES = 3


class Site(Struct, frozen=True):
    """Where marks are to stand: round one trimmed page or spread."""

    trim: Rect
    bleed: float  # points
    folds: tuple[float, ...] = ()  # where the trimmed sheet is folded, from the trim's left edge, points

    @property
    def bled(self) -> Rect:
        return self.trim.outset(self.bleed)

    @property
    def target_x(self) -> float:
        """The middle of the first panel: a sheet with folds has fold marks in the middle of its own."""
        return self.trim.x + (self.folds[0] if self.folds else self.trim.width) / 2


def crop_marks(site: Site) -> list[Stroke]:
    """Two lines at each corner, on the trim's edges produced."""
    trim, reach = site.trim, site.bleed + GAP
    marks = []
    for x in (trim.x, trim.right):
        for y, out in ((trim.y - reach, -1), (trim.bottom + reach, 1)):
            marks.append(_line(Point(x, y), Point(x, y + out * LENGTH)))
    for y in (trim.y, trim.bottom):
        for x, out in ((trim.x - reach, -1), (trim.right + reach, 1)):
            marks.append(_line(Point(x, y), Point(x + out * LENGTH, y)))
    return marks


def fold_marks(site: Site) -> list[Stroke]:
    """A dashed line above and below each fold."""
    trim, reach = site.trim, site.bleed + GAP
    dash = LENGTH / (2 * DASHES - 1)
    marks = []
    for fold in site.folds:
        x = trim.x + fold
        for y, out in ((trim.y - reach, -1), (trim.bottom + reach, 1)):
            starts = [y + out * 2 * dash * index for index in range(DASHES)]
            marks += [_line(Point(x, start), Point(x, start + out * dash)) for start in starts]
    return marks


def registration_marks(site: Site) -> list[Stroke]:
    """A ring with a cross on each side, midway between the bleed and the sheet's edge."""
    bled, out = site.bled, MARGIN / 2
    middle = site.trim.y + site.trim.height / 2
    centres = (
        Point(site.target_x, bled.y - out),
        Point(site.target_x, bled.bottom + out),
        Point(bled.x - out, middle),
        Point(bled.right + out, middle),
    )
    return [mark for centre in centres for mark in _target(centre)]


def slug_room(site: Site) -> Rect:
    """Where the slug may stand: below the bleed, from the trim's left edge to the registration target."""
    x = site.trim.x + GAP
    return Rect(x, site.bled.bottom + GAP, site.target_x - CROSS - GAP - x, MARGIN - 2 * GAP)


def slug(galleys: Sequence[Galley], site: Site, language: str, paragraph: int) -> list[Text]:
    """The composed lines of the slug, one below the other; it is one text, `paragraph` on its page."""
    room, texts = slug_room(site), []
    top = room.y
    for galley in galleys:
        for index, line in enumerate(galley.lines):
            origin = Point(room.x + line.indent, top + galley.baseline(index))
            texts.append(Text(origin, line, "ink", "slug", language, paragraph))
        top += len(galley.lines) * galley.leading
    return texts


def all_marks(site: Site) -> Sequence[Stroke]:
    """Crop, fold and registration marks."""
    return (*crop_marks(site), *fold_marks(site), *registration_marks(site))


def _target(centre: Point) -> list[Stroke]:
    x, y = centre
    return [
        Stroke(path.circle(centre, RING), REGISTRATION, LINE),
        _line(Point(x - CROSS, y), Point(x + CROSS, y)),
        _line(Point(x, y - CROSS), Point(x, y + CROSS)),
    ]


def _line(start: Point, end: Point) -> Stroke:
    return Stroke(path.segment(start, end), REGISTRATION, LINE)
