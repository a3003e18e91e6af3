"""Glyphs as they look: edges, height, and how much ink there is at each height. In font units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import ceil

from postcards.composition import Face, outlines

#: Height of the rows that ink is counted in, font units.
ROW = 10

Point = tuple[float, float]


@cache
def edges(face: Face, glyph: int) -> tuple[tuple[Point, Point], ...]:
    """The outlines of a glyph as straight lines, kept."""
    return tuple(outlines.edges(face, glyph))


def top(face: Face, glyph: int) -> float:
    """Where a glyph's ink ends."""
    return max(y for start, end in edges(face, glyph) for _, y in (start, end))


@cache
def ink(face: Face, glyph: int) -> Mapping[int, float]:
    """Width of a glyph's ink in each row, rows counted from the baseline.

    Between an edge that goes up and one that goes down there is ink: the places of the ones less those of the others.
    """
    rows: defaultdict[int, float] = defaultdict(float)
    for (x0, y0), (x1, y1) in edges(face, glyph):
        low, high = sorted((y0, y1))
        for row in range(ceil(low / ROW - 0.5), ceil(high / ROW - 0.5)):
            x = x0 + ((row + 0.5) * ROW - y0) * (x1 - x0) / (y1 - y0)
            rows[row] += x if y0 < y1 else -x
    return {row: abs(width) for row, width in rows.items()}
