"""Copyfitting: the declared ladder of a layout, climbed until the texts of a frame fit.

A step says how far every text's size is shifted from its wish (never outside floor and ceiling), whether lines are
broken to be as few as possible, and whether words may be divided. The ladder is finite: every shift between the
largest room a style leaves and its floor, in strides of the layout's `step`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from postcards.composition import Galley, TextStyle
from postcards.geometry import fits
from postcards.pages.layout import Layout, Style

#: A frame filled to less than this share has room for the step `larger`.
ROOMY = 0.72

Compose = Callable[[str, TextStyle, float], Galley]


@dataclass(frozen=True, slots=True)
class Step:
    """One rung of the ladder."""

    name: str
    shift: float = 0.0  # points added to every size
    tight: bool = False
    divided: bool = False

    def __str__(self) -> str:
        return f"{self.name} {self.shift:+g} pt" if self.shift else self.name


@dataclass(frozen=True, slots=True)
class Block:
    """One text on its way into a frame."""

    text: str
    style: str  # a style's name in the layout
    language: str  # BCP 47
    label: str = ""  # stands in the start margin: a folio, a bullet
    lead: str | None = None  # stands in a column of its own before the text; empty keeps the column free
    lines: int = 0  # ruled lines to leave for handwriting
    keep: bool = False  # stands in the same column as what follows, even where its style does not ask for it


@dataclass(frozen=True, slots=True)
class Fit:
    """How one frame's texts went in."""

    frame: str
    step: Step
    size: float  # nominal, of the frame's longest text, points
    lines: int
    fill: float  # height used over height there is
    over: int  # lines that did not go in; 0 where all is well
    torn: bool = False  # a word is wider than its line, and divided anywhere


def steps(layout: Layout, styles: Sequence[Style]) -> Iterator[Step]:
    """The ladder for texts of these styles, in the order the layout declares."""
    drops = _strides(max((style.size - style.floor for style in styles), default=0.0), layout.step)
    lifts = _strides(max(((style.ceiling or style.size) - style.size for style in styles), default=0.0), layout.step)
    for rung in layout.ladder:
        if rung == "wish":
            yield Step("wish")
        elif rung == "larger":
            yield from (Step("larger", lift) for lift in reversed(lifts))
        elif rung == "tighter":
            yield Step("tighter", tight=True)
        elif rung == "smaller":
            yield from (Step("smaller", -drop, tight=True) for drop in drops)
        elif any(style.hyphens for style in styles):
            yield Step("divided", -max(drops, default=0.0), tight=True, divided=True)


def _strides(room: float, stride: float) -> list[float]:
    """Whole strides up to `room`, and what is left of it last."""
    whole = [stride * count for count in range(1, int(room / stride + 1e-9) + 1)]
    reached = whole[-1] if whole else 0.0
    return whole if fits(room, reached) else [*whole, room]


def at_step(style: TextStyle, design: Style, step: Step, smallest: float) -> TextStyle:
    """`style` as the step has it: shifted, held between floor and ceiling, and never below what the script needs."""
    low = min(max(design.floor, smallest), style.size)
    high = design.ceiling or design.size
    size = min(max(style.size + step.shift, low), max(high, style.size))
    shifted = style.at(size)
    return replace(shifted, tight=step.tight, divided=step.divided and design.hyphens)
