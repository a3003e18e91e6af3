"""Where the ink of lines lies, and how near to each other they may stand.

Leading says how far baselines are apart, not whether letters touch: in Nastaliq a word begins above the line that it
ends on, by as much as it is long, and the strokes of kaf and gaf go higher still. So distances that matter there go by
the outlines themselves, taken for columns (OpenType 1.9, “glyf”): the highest and the lowest ink of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from math import floor, inf
from typing import NamedTuple

from msgspec import Struct

from postcards.composition.fonts import Face
from postcards.composition.outlines import edges

#: Columns to an em of a glyph, and width of a line's columns, points: no wider than a stroke. What stands in a column
#: is taken to fill it.
PARTS = 12
COLUMN = 1.0

#: White that is left between the ink of lines, glyph sizes: so much and letters do not seem to touch, on paper too.
AIR = 0.1

#: Glyphs that are kept: more than the fonts of a booklet show.
KEPT = 1 << 13

#: Of every column, by its number from the first glyph's origin: the highest and the lowest ink, points from the
#: baseline, y downwards.
Profile = Mapping[int, tuple[float, float]]


class Placed(NamedTuple):
    """A glyph at its place in a line."""

    face: Face
    size: float  # glyph size, points
    glyph: int
    x: float  # of its origin, from the line's first, points
    y: float  # of its origin, from the baseline, downwards, points


class Span(Struct, frozen=True):
    """Between which heights ink lies, points, y downwards."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


#: What shows nothing.
BLANK = Span(0.0, 0.0)


def extent(glyphs: Iterable[Placed]) -> Span:
    """Between which heights the ink of a line lies, from its baseline."""
    spans = [
        (placed.y - box[1] * scale, placed.y - box[0] * scale)
        for placed in glyphs
        if (box := _heights(placed.face, placed.glyph)) and (scale := placed.size / placed.face.upem)
    ]
    return Span(min(top for top, _ in spans), max(bottom for _, bottom in spans)) if spans else BLANK


def profile(glyphs: Iterable[Placed]) -> Profile:
    """The ink of a line, column by column."""
    found: dict[int, tuple[float, float]] = {}
    for face, size, glyph, x, y in glyphs:
        scale, width = size / face.upem, size / PARTS
        for part, low, high in _columns(face, glyph):
            top, bottom, left = y - high * scale, y - low * scale, x + part * width
            for column in range(floor(left / COLUMN), floor((left + width) / COLUMN) + 1):
                if column in found:
                    highest, lowest = found[column]
                    if top < highest or bottom > lowest:
                        found[column] = min(highest, top), max(lowest, bottom)
                else:
                    found[column] = top, bottom
    return found


def apart(above: Profile, below: Profile, shift: float, air: float) -> float:
    """How far apart baselines must be so that there is `air` between two lines, also beside their letters.

    `shift` is how far to the right of the upper line's first glyph the lower one's stands; all in points.
    """
    columns, reach = round(shift / COLUMN), max(1, round(air / COLUMN))
    least = -inf
    for beside in range(columns - reach, columns + reach + 1):
        gaps = [above[column + beside][1] - top for column, (top, _) in below.items() if column + beside in above]
        least = max(least, *gaps) if gaps else least
    return max(least + air, 0.0)


@lru_cache(maxsize=KEPT)
def _heights(face: Face, glyph: int) -> tuple[float, float] | None:
    """Lowest and highest ink of a glyph, font units; None if it shows nothing."""
    extents = face.font.get_glyph_extents(glyph)
    if not extents or not extents.height:
        return None
    return extents.y_bearing + extents.height, extents.y_bearing


@lru_cache(maxsize=KEPT)
def _columns(face: Face, glyph: int) -> Sequence[tuple[int, float, float]]:
    """The number of each column of a glyph, and its lowest and highest ink, font units."""
    found: dict[int, tuple[float, float]] = {}
    width = face.upem / PARTS
    for (x0, y0), (x1, y1) in edges(face, glyph):
        if x0 > x1:
            x0, y0, x1, y1 = x1, y1, x0, y0
        slope = (y1 - y0) / (x1 - x0) if x1 > x0 else 0.0
        for part in range(floor(x0 / width), floor(x1 / width) + 1):
            left, right = max(x0, part * width), min(x1, (part + 1) * width)
            ends = (y0 + (left - x0) * slope, y0 + (right - x0) * slope) if slope else (y0, y1)
            low, high = found.get(part, ends)
            found[part] = min(low, high, *ends), max(low, high, *ends)
    return tuple((part, low, high) for part, (low, high) in found.items())
