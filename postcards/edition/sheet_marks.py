"""Marks on a sheet that say where to cut and fold: outside the pages, and only where the printer reaches.

Where pages fill the sheet there is no room for marks, and no need of them: it is cut and folded in the middle. Where
they fill it one way only, the edges that are cut off the other way are marked along themselves, on what falls off.
"""

from __future__ import annotations

from collections.abc import Iterator

from postcards.edition.imposition import Paper, Scheme
from postcards.edition.painter import UNPRINTABLE
from postcards.geometry import MM, Point, Rect, Size
from postcards.pages import path
from postcards.pages.page import Path, Stroke

#: From the pages to a mark, and a mark's length: the shortest that is seen, the longest that is needed.
GAP, SHORTEST, LONGEST = 1 * MM, 2 * MM, 6 * MM

#: Less than this is not cut off: it is no wider than a cut by hand goes astray, and what is printed ends before it.
OFFCUT = UNPRINTABLE

#: The line of a mark, points.
HAIRLINE = 0.5

#: A fold's mark is broken into so many dashes.
DASHES = 3


def sheet_marks(scheme: Scheme, paper: Paper) -> Iterator[Stroke]:
    """The marks of one side; they are the same on both."""
    width, height = paper.size
    block = pages_block(scheme, paper.size)
    for column in range(scheme.columns + 1):
        x = block.x + column * scheme.cell.width
        folded = scheme.kind == "fold" and column % scheme.across == 1
        for start, end in _spans(x, width, (block.y, block.bottom)):
            yield _mark(Point(x, start), Point(x, end), folded)
    for row in range(scheme.rows + 1):
        y = block.y + row * scheme.cell.height
        for start, end in _spans(y, height, (block.x, block.right)):
            yield _mark(Point(start, y), Point(end, y), folded=False)
    half = HAIRLINE / 2
    for x in (block.x - half, block.right + half) if block.x >= OFFCUT and _fills(block.y) else ():
        for start, end in _ends(height):
            yield _mark(Point(x, start), Point(x, end), folded=False)
    for y in (block.y - half, block.bottom + half) if block.y >= OFFCUT and _fills(block.x) else ():
        for start, end in _ends(width):
            yield _mark(Point(start, y), Point(end, y), folded=False)


def pages_block(scheme: Scheme, sheet: Size) -> Rect:
    """The room that all cells take in the middle of the sheet."""
    width, height = scheme.columns * scheme.cell.width, scheme.rows * scheme.cell.height
    return Rect((sheet.width - width) / 2, (sheet.height - height) / 2, width, height)


def _spans(place: float, breadth: float, block: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Where marks stand on a line at `place` of `breadth`, before and behind the pages."""
    if not UNPRINTABLE <= place <= breadth - UNPRINTABLE:
        return
    if not _fills(block[0]):
        drawn = min(block[0] - GAP - UNPRINTABLE, LONGEST)
        yield block[0] - GAP - drawn, block[0] - GAP
        yield block[1] + GAP, block[1] + GAP + drawn


def _fills(margin: float) -> bool:
    """Whether marks have no room in such a margin."""
    return margin - GAP - UNPRINTABLE < SHORTEST


def _ends(length: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where marks stand along an edge that runs the whole length of the sheet."""
    return (UNPRINTABLE, UNPRINTABLE + LONGEST), (length - UNPRINTABLE - LONGEST, length - UNPRINTABLE)


def _mark(start: Point, end: Point, folded: bool) -> Stroke:
    if not folded:
        return Stroke(path.segment(start, end), "ink", HAIRLINE)
    # Dashes and gaps of one length, a dash at both ends.
    across, down = ((to - of) / (2 * DASHES - 1) for of, to in zip(start, end, strict=True))
    dashes = [
        path.segment(
            Point(start.x + across * index, start.y + down * index),
            Point(start.x + across * (index + 1), start.y + down * (index + 1)),
        )
        for index in range(0, 2 * DASHES, 2)
    ]
    return Stroke(Path(tuple(step for dash in dashes for step in dash.steps)), "ink", HAIRLINE)
