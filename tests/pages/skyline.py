"""Where the ink of a line lies on its page, column by column, from the outlines of its glyphs."""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor
from typing import NamedTuple

from outlines import edges

from postcards.pages.page import Text

#: Width of a column, points.
COLUMN = 0.5


class Skyline(NamedTuple):
    """The highest and the lowest ink of each column, points on the page, y downwards."""

    tops: Mapping[int, float]
    bottoms: Mapping[int, float]

    @property
    def top(self) -> float:
        return min(self.tops.values())

    @property
    def bottom(self) -> float:
        return max(self.bottoms.values())

    @property
    def left(self) -> float:
        return min(self.tops) * COLUMN

    @property
    def right(self) -> float:
        return (max(self.tops) + 1) * COLUMN

    def gap(self, below: Skyline) -> float | None:
        """White between this line and one below it, where both have ink in the same column; None where nowhere."""
        shared = self.tops.keys() & below.tops.keys()
        return min((below.tops[column] - self.bottoms[column] for column in shared), default=None)


def skyline(text: Text) -> Skyline | None:
    """The ink of a line; None where it shows nothing."""
    tops: dict[int, float] = {}
    bottoms: dict[int, float] = {}
    for run in text.line.runs:
        scale, pen = run.size / run.face.upem, text.origin.x + run.x
        for cluster, adjust in zip(run.clusters, run.adjusts, strict=True):
            for glyph, right, up in cluster.components:
                for start, end in edges(run.face, glyph):
                    (x0, y0), (x1, y1) = (
                        (pen + (right + x) * scale, text.origin.y - (up + y) * scale) for x, y in (start, end)
                    )
                    pieces = max(1, ceil(abs(x1 - x0) / COLUMN))
                    for piece in range(pieces + 1):
                        column = floor((x0 + (x1 - x0) * piece / pieces) / COLUMN)
                        y = y0 + (y1 - y0) * piece / pieces
                        tops[column] = min(tops.get(column, y), y)
                        bottoms[column] = max(bottoms.get(column, y), y)
            pen += (cluster.width + adjust) * scale
    return Skyline(tops, bottoms) if tops else None
