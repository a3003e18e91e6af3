"""Breaking a paragraph into lines as a whole: D. E. Knuth and M. F. Plass, “Breaking Paragraphs into Lines”,
Software: Practice and Experience 11 (1981) 1119-1184.

A paragraph is a sequence of boxes (never broken), glue (space that stretches, shrinks and vanishes at a break) and
penalties (places where a break costs or, below zero, pleases). Widths are in any one unit. Of all ways to break it the
one with the fewest demerits is taken; the outcome depends on nothing but the arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import inf
from typing import NamedTuple

#: A penalty of this much forbids a break, the same below zero forces one (TeX's 10 000).
FORBIDDEN = 10_000.0

#: Demerits of two lines in a row that end in a hyphen, and of neighbours whose spacing differs by more than a class.
DOUBLE_HYPHEN = 10_000.0
UNEVEN = 3_000.0

#: Added once per line, so that fewer lines win (TeX's \\linepenalty).
LINE = 10.0

#: Badness of a line that is too wide: only ever taken when nothing else can be had.
OVERFULL = 1e7


@dataclass(frozen=True, slots=True)
class Box:
    width: float


@dataclass(frozen=True, slots=True)
class Glue:
    width: float
    stretch: float = 0.0
    shrink: float = 0.0


@dataclass(frozen=True, slots=True)
class Penalty:
    cost: float
    width: float = 0.0  # of what is added at the break, such as a hyphen
    flagged: bool = False  # a hyphen


Item = Box | Glue | Penalty


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are judged."""

    rag: float = 0.0  # stretch every line has at its end; 0 sets justified
    runt: float = 0.0  # a last line narrower than this is a runt
    runt_demerits: float = 4_000.0
    line_demerits: float = 0.0  # of every line: enough of them, and the fewest lines win
    tolerance: float = inf  # worst ratio of stretch that is still allowed


class _Node(NamedTuple):
    """A feasible break: the line before it ends at `end`, the next one begins with the item `first`."""

    end: int  # index of the item it is at; -1 before the paragraph
    first: int
    fitness: int
    flagged: bool
    demerits: float
    before: _Node | None


def break_lines(items: Sequence[Item], measure: float, setting: Setting) -> tuple[int, ...]:
    """The indices of the items at which the lines end, the last one always `len(items)`."""
    paragraph = _Paragraph(items, measure, setting)
    active = [_Node(-1, paragraph.firsts[0], _DECENT, False, 0.0, None)]
    for index in _breaks(items):
        active = paragraph.advance(active, index)
    node: _Node | None = min(active, key=lambda last: last.demerits)
    ends = []
    while node is not None and node.end >= 0:
        ends.append(node.end)
        node = node.before
    return tuple(reversed(ends))


def narrowest_measure(items: Sequence[Item], measure: float) -> float:
    """The narrowest measure that needs no more lines than `measure` does: lines of even length for titles.

    Counted by filling line after line, which needs as few lines as any way of breaking.
    """
    paragraph = _Paragraph(items, measure, Setting())
    places = _breaks(items)
    wanted = paragraph.fewest_lines(places, measure)
    if wanted in (1, inf):
        return measure
    low, high = min(paragraph.widths[-1] / wanted * _FULLEST, measure), measure
    for _ in range(_BISECTIONS):
        middle = (low + high) / 2
        if paragraph.fewest_lines(places, middle) <= wanted:
            high = middle
        else:
            low = middle
    return high


def after_break(items: Sequence[Item], index: int) -> int:
    """The first item of the line after a break at `index`: glue and penalties at a break vanish."""
    return next((place for place in range(max(index, 0), len(items)) if isinstance(items[place], Box)), len(items))


#: Enough halvings to come within a thousandth of any measure.
_BISECTIONS = 9

#: Lines of a balanced text are never narrower than this share of their average: spaces vanish at breaks.
_FULLEST = 0.9

#: Widths that differ by less are equal.
_EPSILON = 1e-6

#: Fitness classes: tight, decent, loose, very loose lines.
_TIGHT, _DECENT, _LOOSE, _VERY_LOOSE = range(4)


class _Paragraph:
    """The items with their running sums, and what they are judged by."""

    def __init__(self, items: Sequence[Item], measure: float, setting: Setting) -> None:
        self.items = items
        self.measure = measure
        self.setting = setting
        self.widths = _running(item.width if isinstance(item, Box | Glue) else 0.0 for item in items)
        self.stretches = _running(item.stretch if isinstance(item, Glue) else 0.0 for item in items)
        self.shrinks = _running(item.shrink if isinstance(item, Glue) else 0.0 for item in items)
        self.firsts = _firsts(items)
        self.added = [item.width if isinstance(item, Penalty) else 0.0 for item in items] + [0.0]

    def advance(self, active: list[_Node], index: int) -> list[_Node]:
        """The nodes that are still in play once the break at `index` has been tried from each of them."""
        best: dict[int, tuple[float, _Node]] = {}
        within: list[_Node] = []
        final = index == len(self.items)
        item = None if final else self.items[index]
        penalty = item if isinstance(item, Penalty) else None
        flagged = penalty is not None and penalty.flagged
        for node in active:
            ratio = self.ratio(node.first, index, penalty)
            # A hyphen may be too wide for a line into which the rest of the word still goes.
            if ratio >= -1 or (penalty and self.ratio(node.first, index, None) >= -1):
                within.append(node)
            if ratio < -1:
                continue
            if final or ratio <= self.setting.tolerance:
                fitness = _DECENT if self.setting.rag else _fitness(ratio)
                demerits = node.demerits + self.demerits(node, index, ratio, penalty)
                if fitness not in best or demerits < best[fitness][0]:
                    best[fitness] = (demerits, node)
        forced = final or (penalty is not None and penalty.cost <= -FORBIDDEN)
        if not within or (forced and not best):
            # Even one box is too wide: let it stand out, so that the caller can see and say it.
            last = min(active, key=lambda node: (-node.end, node.demerits))
            best[_DECENT] = (last.demerits + OVERFULL, last)
        first = self.firsts[min(index, len(self.items))]
        reached = [_Node(index, first, fitness, flagged, *best[fitness]) for fitness in sorted(best)]
        return reached if forced else within + reached

    def width(self, first: int, end: int) -> float:
        """Natural width of a line from the box `first` to the break at `end`, what is added there included."""
        width = self.widths[end] - self.widths[first] if first < end else 0.0
        return width + self.added[end]

    def ratio(self, first: int, end: int, penalty: Penalty | None) -> float:
        """How far the line's spaces must give: 0 as they are, 1 stretched by all they have, below -1 too wide."""
        width = self.widths[end] - self.widths[first] if first < end else 0.0
        room = self.measure - width - (penalty.width if penalty else 0.0)
        if room > _EPSILON:
            if end == len(self.items):
                return 0.0
            give = self.stretches[end] - self.stretches[min(first, end)] + self.setting.rag
            return room / give if give > 0 else inf
        if room > -_EPSILON:
            return 0.0
        shrink = self.shrinks[end] - self.shrinks[min(first, end)]
        return room / shrink if shrink > 0 else -inf

    def demerits(self, node: _Node, index: int, ratio: float, penalty: Penalty | None) -> float:
        """Of the line between `node` and the break at `index`."""
        cost = penalty.cost if penalty else 0.0
        badness = min(100 * abs(ratio) ** 3, FORBIDDEN)
        demerits = self.setting.line_demerits + (LINE + badness + max(cost, 0.0)) ** 2
        if -FORBIDDEN < cost < 0:
            demerits -= cost**2
        if penalty and penalty.flagged and node.flagged:
            demerits += DOUBLE_HYPHEN
        if not self.setting.rag and abs(_fitness(ratio) - node.fitness) > 1:
            demerits += UNEVEN
        if index == len(self.items) and node.end >= 0 and self.width(node.first, index) < self.setting.runt:
            demerits += self.setting.runt_demerits
        return demerits

    def fewest_lines(self, places: Sequence[int], measure: float) -> float:
        """How many lines the text needs at least; infinitely many where a box is wider than the measure."""
        lines, first, last = 1, self.firsts[0], -1
        for place in places:
            if self.width(first, place) - self.added[place] > measure + _EPSILON:
                next_first = self.firsts[last + 1]
                if next_first == first or self.width(next_first, place) - self.added[place] > measure + _EPSILON:
                    return inf
                lines, first = lines + 1, next_first
            if self.width(first, place) <= measure + _EPSILON:
                last = place
        return lines


def _fitness(ratio: float) -> int:
    """The class of a justified line; ragged lines keep their spaces and are all alike."""
    return _TIGHT if ratio < -0.5 else _DECENT if ratio <= 0.5 else _LOOSE if ratio <= 1 else _VERY_LOOSE


def _breaks(items: Sequence[Item]) -> list[int]:
    """Indices where a line may end: glue after a box, penalties that do not forbid it, and the end."""
    places = []
    for index, item in enumerate(items):
        if isinstance(item, Glue):
            if index and isinstance(items[index - 1], Box):
                places.append(index)
        elif isinstance(item, Penalty) and item.cost < FORBIDDEN:
            places.append(index)
    return [*places, len(items)]


def _running(numbers: Iterable[float]) -> list[float]:
    """What stands before each index, summed."""
    return list(accumulate(numbers, initial=0.0))


def _firsts(items: Sequence[Item]) -> list[int]:
    """For each index and the end, the first box at or after it: glue and penalties after a break vanish."""
    firsts = [len(items)] * (len(items) + 1)
    for index in range(len(items) - 1, -1, -1):
        firsts[index] = index if isinstance(items[index], Box) else firsts[index + 1]
    return firsts
