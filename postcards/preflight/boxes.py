"""Upright boxes and transformations as PDF has them: y grows upwards, lengths in points (ISO 32000-1, 8.3)."""

from __future__ import annotations

from collections.abc import Iterable
from math import hypot, sqrt

from msgspec import Struct

from postcards.geometry import fits


class Box(Struct, frozen=True):
    """An upright rectangle by its four sides."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.top - self.bottom

    def contains(self, other: Box) -> bool:
        """Whether `other` lies wholly inside, a rounding error aside."""
        return (
            fits(self.left, other.left)
            and fits(self.bottom, other.bottom)
            and fits(other.right, self.right)
            and fits(other.top, self.top)
        )

    def shared(self, other: Box) -> Box | None:
        """What the two have in common; nothing if they are apart."""
        if other.holds(self):
            return self  # nearly everything is clipped by nothing
        left, bottom = max(self.left, other.left), max(self.bottom, other.bottom)
        right, top = min(self.right, other.right), min(self.top, other.top)
        return Box(left, bottom, right, top) if left <= right and bottom <= top else None

    def holds(self, other: Box) -> bool:
        """Whether `other` lies wholly inside, to the last digit."""
        across = self.left <= other.left <= other.right <= self.right
        return across and self.bottom <= other.bottom <= other.top <= self.top

    def meets(self, other: Box) -> bool:
        """Whether the two have anything in common."""
        return max(self.left, other.left) <= min(self.right, other.right) and max(self.bottom, other.bottom) <= min(
            self.top, other.top
        )

    def grown(self, distance: float) -> Box:
        """The box moved outwards by `distance` on all sides; inwards if it is negative."""
        return Box(self.left - distance, self.bottom - distance, self.right + distance, self.top + distance)


#: Where everything may lie: what is clipped by nothing.
EVERYWHERE = Box(-1e9, -1e9, 1e9, 1e9)


def around(points: Iterable[tuple[float, float]]) -> Box:
    """The smallest box that holds all `points`, of which there is at least one."""
    across, up = zip(*points, strict=True)
    return Box(min(across), min(up), max(across), max(up))


def box_of(values: tuple[float, ...]) -> Box | None:
    """A rectangle as PDF writes it, by any two opposite corners; nothing if these are not four numbers."""
    if len(values) != 4:
        return None
    return around(((values[0], values[1]), (values[2], values[3])))


class Matrix(Struct, frozen=True):
    """A transformation [a b c d e f]: x' = a x + c y + e, y' = b x + d y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def before(self, after: Matrix) -> Matrix:
        """This transformation, and `after` on what comes of it."""
        if after is AS_IT_IS:
            return self
        return Matrix(
            self.a * after.a + self.b * after.c,
            self.a * after.b + self.b * after.d,
            self.c * after.a + self.d * after.c,
            self.c * after.b + self.d * after.d,
            self.e * after.a + self.f * after.c + after.e,
            self.e * after.b + self.f * after.d + after.f,
        )

    def moved(self, distance: float) -> Matrix:
        """A way to the right, and then this transformation."""
        a, b = self.a, self.b
        return Matrix(a, b, self.c, self.d, self.e + distance * a, self.f + distance * b)

    def point(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, box: Box) -> Box:
        """The upright box around what `box` becomes."""
        corners = (self.point(box.left, box.bottom), self.point(box.right, box.top))
        if self.b == self.c == 0:  # it stays upright, as nearly everything does
            return around(corners)
        return around((*corners, self.point(box.right, box.bottom), self.point(box.left, box.top)))

    @property
    def scale(self) -> float:
        """By how much lengths grow, on average over all directions."""
        return sqrt(abs(self.a * self.d - self.b * self.c))

    @property
    def across(self) -> float:
        """How long a unit to the right becomes."""
        return hypot(self.a, self.b)

    @property
    def upwards(self) -> float:
        """How long a unit upwards becomes."""
        return hypot(self.c, self.d)


AS_IT_IS = Matrix(1, 0, 0, 1, 0, 0)


def matrix_of(values: tuple[float, ...]) -> Matrix:
    """Six numbers as a transformation; anything else changes nothing."""
    return Matrix(*values) if len(values) == 6 else AS_IT_IS
