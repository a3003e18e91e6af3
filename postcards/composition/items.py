"""What a paragraph is to whoever breaks it: boxes, glue and penalties (Knuth and Plass 1981, see `linebreak`).

Boxes are never broken, glue is space that stretches, shrinks and vanishes at a break, penalties are places where a
break costs or, below zero, pleases. Widths are in any one unit.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

#: A penalty of this much forbids a break, the same below zero forces one.
FORBIDDEN = 10_000


class Box(NamedTuple):
    """What is never broken."""

    width: float


class Glue(Struct, frozen=True):
    """A space."""

    width: float
    stretch: float = 0.0
    shrink: float = 0.0


class Penalty(NamedTuple):
    """A place between boxes at which a line may end."""

    cost: int
    width: float = 0.0  # of what is added at the break, such as a hyphen
    flagged: bool = False  # a hyphen


Item = Box | Glue | Penalty

#: What all items before a point come to: width, stretch, shrink.
Sums = tuple[float, float, float]


class Place(NamedTuple):
    """Where a line may end: glue after a box, a penalty that does not forbid it, or the paragraph's end."""

    at: int  # index of the item
    before: Sums
    penalty: Penalty
    after: Sums  # before the next line's first box: glue and penalties after a break vanish
    final: bool


#: What any place costs where nothing is said.
FREE = Penalty(0)


class Paragraph:
    """A sequence of items, made ready to be broken at one measure after another."""

    def __init__(self, items: Sequence[Item]) -> None:
        self.items = items
        self.rigid = True  # lines differ in nothing but their length
        self.widest = 0.0  # box, with what is added to it at a break
        width = stretch = shrink = 0.0
        self._boxes: list[int] = []  # their indices, and after them the number of items
        begins: list[Sums] = []  # what stands before each of them
        breaks: list[tuple[int, Sums, Penalty, int]] = []  # index, what stands before, cost, boxes before
        before: Item | None = None
        for index, item in enumerate(items):
            if isinstance(item, Box):
                self._boxes.append(index)
                begins.append((width, stretch, shrink))
                width += item.width
                if item.width > self.widest:
                    self.widest = item.width
            elif isinstance(item, Glue):
                if isinstance(before, Box):
                    breaks.append((index, (width, stretch, shrink), FREE, len(begins)))
                width, stretch, shrink = width + item.width, stretch + item.stretch, shrink + item.shrink
            else:
                if item.cost < FORBIDDEN:
                    breaks.append((index, (width, stretch, shrink), item, len(begins)))
                if item.flagged or item.width or item.cost < 0:
                    self.rigid = False
                    if isinstance(before, Box) and before.width + item.width > self.widest:
                        self.widest = before.width + item.width
            before = item
        if stretch or shrink:
            self.rigid = False
        end, total = len(items), (width, stretch, shrink)
        self._boxes.append(end)
        begins.append(total)
        self.begin = begins[0]
        self.width = width
        self.places = [Place(at, sums, penalty, begins[first], False) for at, sums, penalty, first in breaks]
        self.places.append(Place(end, total, FREE, total, True))

    def at_most(self, cost: int) -> Paragraph:
        """The same without the breaks that cost more, hyphens aside: items keep their indices."""
        forbidden = Penalty(FORBIDDEN)
        return Paragraph([forbidden if _costs(item) > cost else item for item in self.items])

    @property
    def costs(self) -> list[int]:
        """What breaks without a hyphen cost, each price once, the lowest first; those for nothing aside."""
        return sorted({cost for cost in map(_costs, self.items) if 0 < cost < FORBIDDEN})

    def after_break(self, index: int) -> int:
        """The first item of the line after a break at `index`: glue and penalties at a break vanish."""
        return self._boxes[bisect_left(self._boxes, index)]


def _costs(item: Item) -> int:
    return item.cost if isinstance(item, Penalty) and not item.flagged else 0
