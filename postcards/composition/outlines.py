"""The outlines of glyphs, as HarfBuzz draws them, in font units."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import uharfbuzz as hb

from postcards.composition.fonts import Face

#: Straight lines that a curve is taken for.
CHORDS = 6

Corner = tuple[float, float]


def edges(face: Face, glyph: int) -> Iterator[tuple[Corner, Corner]]:
    """The outlines of a glyph as straight lines, in the direction they are drawn in."""
    drawn: list[list[Corner]] = []

    def curve(x1: float, y1: float, x2: float, y2: float, _: Any) -> None:
        x0, y0 = drawn[-1][-1]
        for t in (chord / CHORDS for chord in range(1, CHORDS + 1)):
            a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
            drawn[-1].append((a * x0 + b * x1 + c * x2, a * y0 + b * y1 + c * y2))

    pen = hb.DrawFuncs()
    pen.set_move_to_func(lambda x, y, _: drawn.append([(x, y)]))
    pen.set_line_to_func(lambda x, y, _: drawn[-1].append((x, y)))
    pen.set_quadratic_to_func(curve)
    pen.set_close_path_func(lambda _: None)
    face.font.draw_glyph(glyph, pen, None)
    for outline in drawn:
        yield from zip(outline, [*outline[1:], outline[0]], strict=True)
