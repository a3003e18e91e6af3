"""Ruled entries: the address lines of a postcard, a contact card to fill in, lines to write on.

All entries of a frame are set at one size; what room is left is shared evenly above them. A value stands clear of its
rule, an entry without a value leaves lines for handwriting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from postcards.geometry import Rect, fits
from postcards.pages.bench import Bench, Piece
from postcards.pages.copyfit import OVERSET, WISH, Block, Fit, Step, flaws, search, steps

#: From a value's last baseline to its rule, in ems: clear of the deepest letters.
RULE_DROP = 0.6

#: Height of a line to write on, points: what a hand needs.
WRITING = 21.0

LABEL = "label"


class Entry(NamedTuple):
    """One entry at its place: label above, value below it, rules under the value or under empty lines."""

    label: Piece | None
    value: Piece | None
    rules: tuple[float, ...]  # heights on the page, points
    label_top: float
    value_top: float


def set_entries(bench: Bench, frame: str, blocks: Sequence[Block], rect: Rect) -> tuple[list[Entry], Fit]:
    """The entries of `rect`, at the step of the ladder where they stand best."""
    labels = [_label(bench, block, rect.width) for block in blocks]

    def attempt(step: Step) -> tuple[tuple[list[Entry], Fit], float]:
        values = [_value(bench, block, step, rect.width) for block in blocks]
        heights = [_height(*entry) for entry in zip(labels, values, blocks, strict=True)]
        galleys = [value.galley for value in values if value]
        over = 0 if fits(sum(heights), rect.height) else 1
        badness = step.cost + flaws(galleys) + OVERSET * over
        fit = Fit(
            frame,
            step,
            size=galleys[0].size if galleys else 0.0,
            lines=sum(len(galley.lines) for galley in galleys),
            fill=round(sum(heights) / rect.height, 3),
            over=over,
            torn=any(galley.torn for galley in galleys),
            badness=round(badness, 1),
        )
        return (_spread(list(zip(labels, values, blocks, strict=True)), heights, rect), fit), badness

    return search(steps(bench.layout, [bench.layout.styles[block.style] for block in blocks]), attempt, bench.bound)


def _label(bench: Bench, block: Block, measure: float) -> Piece | None:
    label = Block(block.label, LABEL, block.language)
    return bench.set_block(label, WISH, measure) if block.label else None


def _value(bench: Bench, block: Block, step: Step, measure: float) -> Piece | None:
    return bench.set_block(block._replace(label=""), step, measure) if block.text else None


def _height(label: Piece | None, value: Piece | None, block: Block) -> float:
    """What an entry needs at least."""
    return _above(label, value) + (_to_rule(value) if value else WRITING * max(block.lines, 1))


def _above(label: Piece | None, value: Piece | None) -> float:
    """From an entry's top to its value's: the label, and as much as keeps the two apart in Nastaliq."""
    return (label.height if label else 0.0) + (_clearance(value) if label and value else 0.0)


def _to_rule(value: Piece) -> float:
    """From a value's top to its rule."""
    galley = value.galley
    drop = RULE_DROP * galley.size + _clearance(value)
    return max(galley.height, galley.baseline(len(galley.lines) - 1) + drop)


def _clearance(value: Piece) -> float:
    """What a line alone has less than lines below each other need to stay clear; 0 in most scripts, points."""
    return value.galley.leading - value.galley.single


def _spread(
    parts: Sequence[tuple[Piece | None, Piece | None, Block]], heights: Sequence[float], rect: Rect
) -> list[Entry]:
    """Each entry at its place, what room is left shared among the lines."""
    lines = sum(1 if value else max(block.lines, 1) for _, value, block in parts)
    spare = max(0.0, rect.height - sum(heights)) / lines
    entries = []
    top = rect.y
    for (label, value, block), height in zip(parts, heights, strict=True):
        count = 1 if value else max(block.lines, 1)
        bottom = top + height + spare * count
        above = _above(label, value)
        if value:
            value_top = bottom - _to_rule(value)
            entries.append(Entry(label, value, (bottom,), value_top - above, value_top))
        else:
            pitch = (bottom - top - above) / count
            rules = tuple(bottom - pitch * (count - 1 - line) for line in range(count))
            entries.append(Entry(label, None, rules, rules[0] - WRITING - above if count == 1 else top, 0.0))
        top = bottom
    return entries
