"""What a paragraph is to whoever breaks it: boxes, glue and penalties (Knuth and Plass 1981, see `linebreak`).

Boxes are never broken, glue is space that stretches, shrinks and vanishes at a break, penalties are places where a
break costs or, below zero, pleases. Widths are in any one unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

#: A penalty of this much forbids a break, the same below zero forces one.
FORBIDDEN = 10_000


class Box(NamedTuple):
    """What is never broken."""

    width: float


class Glue(NamedTuple):
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
        width = stretch = shrink = widest = 0.0
        sums: list[Sums] = []
        breaks: list[int] = []
        before: Item | None = None
        for index, item in enumerate(items):
            sums.append((width, stretch, shrink))
            if isinstance(item, Box):
                width += item.width
                widest = max(widest, item.width)
            elif isinstance(item, Glue):
                width, stretch, shrink = width + item.width, stretch + item.stretch, shrink + item.shrink
                if isinstance(before, Box):
                    breaks.append(index)
            elif item.cost < FORBIDDEN:
                breaks.append(index)
            before = item
        end = len(items)
        sums.append((width, stretch, shrink))
        self._firsts = firsts = _firsts(items)
        self.begin = sums[firsts[0]]
        self.width, self.widest = width, widest
        self.rigid = not (stretch or shrink or any(map(_tells, items)))
        self.places = [
            Place(index, sums[index], _penalty(items[index]), sums[firsts[index]], False) for index in breaks
        ]
        self.places.append(Place(end, sums[end], FREE, sums[end], True))

    def after_break(self, index: int) -> int:
        """The first item of the line after a break at `index`: glue and penalties at a break vanish."""
        return self._firsts[max(index, 0)]


def _penalty(item: Item) -> Penalty:
    return item if isinstance(item, Penalty) else FREE


def _tells(item: Item) -> bool:
    """Whether a line that ends at the item differs from others in more than its length."""
    return isinstance(item, Penalty) and (item.flagged or item.width != 0 or item.cost < 0)


def _firsts(items: Sequence[Item]) -> list[int]:
    """For each index and the end, the first box at or after it."""
    firsts = [len(items)] * (len(items) + 1)
    for index in range(len(items) - 1, -1, -1):
        firsts[index] = index if isinstance(items[index], Box) else firsts[index + 1]
    return firsts
