"""Lengths and rectangles of a page.

A bare float is a length in PostScript points (1/72 inch). The origin of every page is the top left corner of its
trim, x grows to the right, y grows downwards; the one flip to PDF's upward y stands in `edition/pdf.py`.
Units are arithmetic: `148 * MM` is a length in points.
"""

from __future__ import annotations

from typing import NamedTuple

from msgspec import Struct

PT = 1.0
MM = 72 / 25.4

#: Lengths that differ by less than this (points) are the same: a tenth of the finest line a platesetter resolves.
TOLERANCE = 0.01


def fits(length: float, room: float) -> bool:
    """Whether `length` goes into `room` (both points), a rounding error aside."""
    return length <= room + TOLERANCE


class Point(NamedTuple):
    """A place on a page, in points from the trim's top left corner."""

    x: float
    y: float


class Size(NamedTuple):
    """A width and a height, in points."""

    width: float
    height: float


class Sides(Struct, frozen=True):
    """Four distances, in points, as they lie on the page: margins, insets, a bleed."""

    top: float
    right: float
    bottom: float
    left: float

    @classmethod
    def even(cls, distance: float) -> Sides:
        """The same distance on all four sides."""
        return cls(distance, distance, distance, distance)


class Rect(NamedTuple):
    """An upright rectangle: its top left corner, width and height, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    @property
    def size(self) -> Size:
        return Size(self.width, self.height)

    def inset(self, sides: Sides) -> Rect:
        """The rectangle that is left when `sides` are taken off; negative sides add."""
        width = self.width - sides.left - sides.right
        return Rect(self.x + sides.left, self.y + sides.top, width, self.height - sides.top - sides.bottom)

    def outset(self, distance: float) -> Rect:
        """The rectangle grown by `distance` on all sides, as the bleed box is from the trim box."""
        return self.inset(Sides.even(-distance))

    def mirrored(self, width: float) -> Rect:
        """The same rectangle seen in a mirror that stands upright in a page of `width`."""
        return Rect(width - self.right, self.y, self.width, self.height)

    def contains(self, other: Rect) -> bool:
        """Whether `other` lies wholly inside, a rounding error aside."""
        return (
            fits(self.x, other.x)
            and fits(self.y, other.y)
            and fits(other.right, self.right)
            and fits(other.bottom, self.bottom)
        )

    def overlaps(self, other: Rect) -> bool:
        """Whether the two share more than an edge."""
        return not (
            fits(self.right, other.x)
            or fits(other.right, self.x)
            or fits(self.bottom, other.y)
            or fits(other.bottom, self.y)
        )
