"""Glyphs as they look: edges, height, and how much ink there is at each height. In font units."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from math import ceil
from typing import Any

import uharfbuzz as hb

from postcards.composition import Face

#: Height of the rows that ink is counted in, font units.
ROW = 10

#: Straight lines that a curve is taken for.
STEPS = 6

Point = tuple[float, float]


@cache
def edges(face: Face, glyph: int) -> tuple[tuple[Point, Point], ...]:
    """The outlines of a glyph as straight lines, in the direction they are drawn in."""
    drawn: list[list[Point]] = []

    def curve(x1: float, y1: float, x2: float, y2: float, _: Any) -> None:
        x0, y0 = drawn[-1][-1]
        for t in (step / STEPS for step in range(1, STEPS + 1)):
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            drawn[-1].append((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2))

    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: drawn.append([(x, y)]))
    pen.set_line_to_func(lambda x, y, _: drawn[-1].append((x, y)))
    pen.set_quadratic_to_func(curve)
    pen.set_close_path_func(lambda _: None)
    face.font.draw_glyph(glyph, pen, None)
    return tuple(edge for outline in drawn for edge in zip(outline, [*outline[1:], outline[0]], strict=True))


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
