"""Outlines built from a few shapes. Coordinates in points, y downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from postcards.geometry import Point, Rect
from postcards.pages.page import Path, Step

#: Distance of a cubic curve's control points that makes a quarter circle of radius 1 (error below 0.03 %).
ROUND = 0.5522847498

#: Outlines whose bounds are kept: those of stamps, tabs and rules come again on many pages, and are asked for by all
#: who look at what lies below text.
KEPT = 1 << 10


def rectangle(rect: Rect) -> Path:
    """The four edges of `rect`."""
    return polygon(
        (
            Point(rect.x, rect.y),
            Point(rect.right, rect.y),
            Point(rect.right, rect.bottom),
            Point(rect.x, rect.bottom),
        )
    )


def as_rectangle(outline: Path) -> Rect | None:
    """The rectangle that `rectangle` made the outline of; None for any other shape."""
    corners = [numbers for step, numbers in outline.steps if step != "Z"]
    if len(corners) != 4 or any(len(corner) != 2 for corner in corners):
        return None
    (x, y), (right, bottom) = corners[0], corners[2]
    rect = Rect(x, y, right - x, bottom - y)
    return rect if corners[1] == (right, y) and corners[3] == (x, bottom) else None


@lru_cache(maxsize=KEPT)
def bounds(outline: Path) -> Rect:
    """The smallest rectangle around an outline's points, those of its curves among them."""
    xs = [x for _, numbers in outline.steps for x in numbers[::2]]
    ys = [y for _, numbers in outline.steps for y in numbers[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def polygon(points: Sequence[Point]) -> Path:
    """Straight edges through `points`, closed."""
    first, *others = points
    lines: list[Step] = [("L", (point.x, point.y)) for point in others]
    return Path((("M", (first.x, first.y)), *lines, ("Z", ())))


def segment(start: Point, end: Point) -> Path:
    """A straight line."""
    return Path((("M", (start.x, start.y)), ("L", (end.x, end.y))))


def circle(centre: Point, radius: float) -> Path:
    """A circle of four cubic curves."""
    x, y, r, k = centre.x, centre.y, radius, radius * ROUND
    return Path(
        (
            ("M", (x + r, y)),
            ("C", (x + r, y + k, x + k, y + r, x, y + r)),
            ("C", (x - k, y + r, x - r, y + k, x - r, y)),
            ("C", (x - r, y - k, x - k, y - r, x, y - r)),
            ("C", (x + k, y - r, x + r, y - k, x + r, y)),
            ("Z", ()),
        )
    )


def wave(start: Point, length: float, height: float, crests: int) -> Path:
    """A horizontal wavy line of `crests` full waves, as a postmark has them."""
    steps: list[Step] = [("M", (start.x, start.y))]
    half = length / (2 * crests)
    for index in range(2 * crests):
        x, rise = start.x + index * half, height if index % 2 else -height
        steps.append(("C", (x + half / 3, start.y + rise, x + 2 * half / 3, start.y + rise, x + half, start.y)))
    return Path(tuple(steps))


def sides(rect: Rect) -> tuple[Path, Path]:
    """The edges of `rect` above and below, each from the left, and those beside it, each from the top."""
    level = [segment(Point(rect.x, y), Point(rect.right, y)) for y in (rect.y, rect.bottom)]
    upright = [segment(Point(x, rect.y), Point(x, rect.bottom)) for x in (rect.x, rect.right)]
    return _joined(level), _joined(upright)


def _joined(paths: Iterable[Path]) -> Path:
    return Path(tuple(step for path in paths for step in path.steps))
