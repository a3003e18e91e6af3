"""Copyfitting: the declared ladder of a layout, searched for the step at which the texts of a frame stand best.

A step says how far every text's size is shifted from its wish (never outside floor and ceiling), whether lines are
broken to be as few as possible, and whether words may be divided. Below the ladder a style may have sizes (`whole`)
that only keep a word together which is wider than its frame. All are finite: every shift between the largest room a
style leaves and its floor, in strides of the layout's `step`. What is best is a matter of badness, in points that are
weighed against each other here and nowhere else: the least is taken, of equals the first.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import inf
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Galley, TextStyle
from postcards.geometry import fits
from postcards.pages.layout import Layout, Style

#: A frame filled to less than this share has room for the step `larger`.
ROOMY = 0.84

#: Badness of a size at its floor, and of one at its ceiling: in between in proportion. Size comes first, so that all
#: else gives way to it.
SMALLEST, LARGEST = 100.0, 1.0

#: Badness of lines that are made as few as can be, and of dividing words at all.
FEWEST, DIVIDING = 10.0, 50.0

#: Badness of lines that differ by their whole length, of an empty frame, of a runt, of a divided word, and of a text
#: that was to be justified and is not.
RAG, WHITE, RUNT, HYPHEN, LOOSE = 60.0, 60.0, 15.0, 10.0, 30.0

#: Badness of a size below every floor, which only keeps a word from being divided anywhere, and its finer stride.
WHOLE, FINE = 1e4, 0.1

#: Badness of a word that is divided anywhere, of a text that does not go in, and of each line of it.
TORN, OVERSET, LINE_OVER = 1e5, 1e6, 1e3

Compose = Callable[[str, TextStyle, float], Galley]

Result = TypeVar("Result")


class Step(Struct, frozen=True):
    """One rung of the ladder."""

    name: str
    shift: float = 0.0  # points added to every size
    tight: bool = False
    divided: bool = False
    whole: bool = False  # below the floor, down to the size that a style has for words wider than their frame
    cost: float = 0.0  # badness of its sizes: at least so bad is whatever is set so

    def __str__(self) -> str:
        return f"{self.name} {self.shift:+g} pt" if self.shift else self.name


#: Everything at its wished size.
WISH = Step("wish")


class Block(Struct, frozen=True):
    """One text on its way into a frame."""

    text: str
    style: str  # a style's name in the layout
    language: str  # BCP 47
    label: str = ""  # stands in the start margin: a folio, a bullet
    lead: str | None = None  # stands in a column of its own before the text; empty keeps the column free
    lines: int = 0  # ruled lines to leave for handwriting
    keep: bool = False  # stands in the same column as what follows, even where its style does not ask for it
    align: str = ""  # start or end, where its style's is not the page's
    target: str = ""  # where it leads, see `page.Text`
    continues: bool = False  # the rest of a text whose beginning stands in the column or on the page before


class Fit(Struct, frozen=True):
    """How one frame's texts went in."""

    frame: str
    step: Step
    size: float  # nominal, of the frame's longest text, points
    lines: int
    fill: float  # height used over height there is
    over: int  # lines that did not go in; 0 where all is well
    torn: bool = False  # a word is wider than its line, and divided anywhere
    spare: int = 0  # lines that would go in as well
    excess: int = 0  # lines too many at the wished size
    badness: float = 0.0


def steps(layout: Layout, styles: Sequence[Style]) -> Iterator[Step]:
    """The ladder for texts of these styles, in the order the layout declares."""
    drops = _strides(max((style.size - style.floor for style in styles), default=0.0), layout.step)
    lifts = _strides(max(((style.ceiling or style.size) - style.size for style in styles), default=0.0), layout.step)
    divided = any(style.hyphens for style in styles)
    for rung in layout.ladder:
        if rung == "wish":
            yield WISH
        elif rung == "larger":
            yield from (Step("larger", lift, cost=LARGEST * lift / lifts[-1]) for lift in reversed(lifts))
        elif rung == "tighter":
            yield Step("tighter", tight=True, cost=FEWEST)
        elif rung == "smaller":
            for drop in drops:
                cost = SMALLEST * drop / drops[-1]
                yield Step("smaller", -drop, cost=cost)
                yield Step("smaller", -drop, tight=True, cost=cost + FEWEST)
        elif divided:
            for drop in (0.0, *drops):
                cost = (SMALLEST * drop / drops[-1] if drops else 0.0) + FEWEST + DIVIDING
                yield Step("divided", -drop, tight=True, divided=True, cost=cost)
    for drop in sorted({drop for style in styles for drop in _below(style, layout.step)}):
        yield Step("whole", -drop, whole=True, cost=WHOLE + drop)


def search(candidates: Iterable[Step], attempt: Callable[[Step], tuple[Result, float]], bound: float = inf) -> Result:
    """What comes of the step with the least badness; `attempt` tells what comes of one, and its badness.

    Steps that cost `bound` or more are not tried.
    """
    best: tuple[Result, float] | None = None
    for step in candidates:
        if best is None or step.cost < min(best[1], bound):
            found = attempt(step)
            if best is None or found[1] < best[1]:
                best = found
    assert best is not None, "a ladder begins with a wish"
    return best[0]


def flaws(galleys: Iterable[Galley]) -> float:
    """Badness of composed texts, their size aside."""
    found = 0.0
    for galley in galleys:
        found += RAG * galley.rag + RUNT * galley.runt + HYPHEN * galley.hyphens
        found += LOOSE * galley.loose + TORN * galley.torn
    return found


def _below(style: Style, stride: float) -> list[float]:
    """Drops from a style's wish to its size for words wider than their frame, finer ones below its floor."""
    if style.whole is None:
        return []
    to_floor = style.size - style.floor
    return [*_strides(to_floor, stride), *(to_floor + drop for drop in _strides(style.floor - style.whole, FINE))]


def _strides(room: float, stride: float) -> list[float]:
    """Whole strides up to `room`, and what is left of it last."""
    whole = [stride * count for count in range(1, int(room / stride + 1e-9) + 1)]
    reached = whole[-1] if whole else 0.0
    return whole if fits(room, reached) else [*whole, room]


def at_step(style: TextStyle, design: Style, step: Step, smallest: float) -> TextStyle:
    """`style` as the step has it: shifted, held between floor and ceiling and never below what the script needs, but
    for a word that would be divided anywhere else.
    """
    low = min(max(design.floor, smallest), style.size)
    if step.whole and design.whole is not None:
        low = design.whole
    high = design.ceiling or design.size
    size = min(max(style.size + step.shift, low), max(high, style.size))
    shifted = style.at(size)
    return replace(shifted, tight=step.tight, divided=step.divided and design.hyphens)
