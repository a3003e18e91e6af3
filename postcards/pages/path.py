"""Outlines built from a few shapes. Coordinates in points, y downwards."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from postcards.geometry import Point, Rect
from postcards.pages.page import Path, Step

#: Distance of a cubic curve's control points that makes a quarter circle of radius 1 (error below 0.03 %).
ROUND = 0.5522847498

#: The same for half a circle (error below 2 %, which of a stamp's perforations is finer than any press).
HALF_ROUND = 4 / 3

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


@lru_cache(maxsize=64)
def perforated(rect: Rect, pitch: float) -> Path:
    """A stamp's outline: half-round holes about every `pitch` points along all four edges."""
    steps: list[Step] = [("M", (rect.x, rect.y))]
    corners = (
        Point(rect.x, rect.y),
        Point(rect.right, rect.y),
        Point(rect.right, rect.bottom),
        Point(rect.x, rect.bottom),
        Point(rect.x, rect.y),
    )
    for start, end in pairwise(corners):
        steps += _perforated_edge(start, end, pitch)
    return Path((*steps, ("Z", ())))


def _perforated_edge(start: Point, end: Point, pitch: float) -> list[Step]:
    length = abs(end.x - start.x) + abs(end.y - start.y)
    along = Point((end.x - start.x) / length, (end.y - start.y) / length)
    inward = Point(-along.y, along.x)
    holes = max(1, round(length / pitch))
    gap = length / holes
    radius = gap * 0.28
    steps: list[Step] = []
    for hole in range(holes):
        middle = (hole + 0.5) * gap

        def at(distance: float, depth: float, middle: float = middle) -> tuple[float, float]:
            place = middle + distance
            return (
                start.x + along.x * place + inward.x * depth,
                start.y + along.y * place + inward.y * depth,
            )

        k = radius * HALF_ROUND
        steps.append(("L", at(-radius, 0)))
        steps.append(("C", (*at(-radius, k), *at(radius, k), *at(radius, 0))))
    steps.append(("L", (end.x, end.y)))
    return steps
