"""Ruled entries: the address lines of a postcard, a contact card to fill in, lines to write on.

All entries of a frame are set at one size; what room is left is shared evenly above them. No letter reaches a rule or
the text above it: distances go by the ink there is. An entry without a value leaves lines for handwriting.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.galley import below
from postcards.geometry import Rect, fits
from postcards.pages.bench import Bench, Piece
from postcards.pages.copyfit import OVERSET, WISH, Block, Fit, Step, flaws, search

#: From a value's last baseline to its rule, in ems: clear of the deepest letters of most scripts.
RULE_DROP = 0.6

#: White that is left between a rule and letters above and below it at least, points.
RULE_AIR = 1.4

#: Height of a line to write on, points: what a hand needs.
WRITING = 21.0

LABEL = "label"


class Entry(Struct, frozen=True):
    """One entry at its place: label above, value below it, rules under the value or under empty lines."""

    label: Piece | None
    value: Piece | None
    rules: tuple[float, ...]  # heights on the page, points
    label_top: float
    value_top: float


class _Part(Struct, frozen=True):
    """One entry before it has a place, and what its ink needs; points."""

    label: Piece | None
    value: Piece | None
    lines: int  # to write on
    lift: float  # from the rule above to the label
    step: float  # from the label's top to the value's

    @property
    def above(self) -> float:
        """From the rule above to the value, or to the lines to write on."""
        return self.lift + self.step


def set_entries(bench: Bench, frame: str, blocks: Sequence[Block], rect: Rect) -> tuple[list[Entry], Fit]:
    """The entries of `rect`, at the step of the ladder where they stand best."""
    labels = [_label(bench, block, rect.width) for block in blocks]

    def attempt(step: Step) -> tuple[tuple[list[Entry], Fit], float]:
        values = [_value(bench, block, step, rect.width) for block in blocks]
        parts = [_part(*each) for each in zip(labels, values, blocks, strict=True)]
        drop = _drop([value for value in values if value])
        heights = [_height(part, drop) for part in parts]
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
        return (_spread(parts, drop, heights, rect), fit), badness

    return search(bench.ladder(blocks), attempt, bench.bound)


def _label(bench: Bench, block: Block, measure: float) -> Piece | None:
    label = Block(block.label, LABEL, block.language)
    return bench.set_block(label, WISH, measure) if block.label else None


def _value(bench: Bench, block: Block, step: Step, measure: float) -> Piece | None:
    return bench.set_block(replace(block, label=""), step, measure) if block.text else None


def _part(label: Piece | None, value: Piece | None, block: Block) -> _Part:
    if not (label and value):
        return _Part(label, value, block.lines, 0.0, label.height if label else 0.0)
    lift = max(0.0, RULE_AIR - label.galley.ink.top)
    return _Part(label, value, block.lines, lift, max(label.height, below(label.galley, 0.0, value.galley)))


def _drop(values: Sequence[Piece]) -> float:
    """From the last baselines of all values to their rules: as far as the one that reaches deepest needs."""
    return max(
        (max(RULE_DROP * galley.size, galley.lines[-1].ink.bottom + RULE_AIR) for galley in (v.galley for v in values)),
        default=0.0,
    )


def _height(part: _Part, drop: float) -> float:
    """What an entry needs at least."""
    return part.above + (_to_rule(part.value, drop) if part.value else WRITING * max(part.lines, 1))


def _to_rule(value: Piece, drop: float) -> float:
    """From a value's top to its rule."""
    galley = value.galley
    return max(galley.height, galley.baseline(len(galley.lines) - 1) + drop)


def _spread(parts: Sequence[_Part], drop: float, heights: Sequence[float], rect: Rect) -> list[Entry]:
    """Each entry at its place, what room is left shared among the lines."""
    lines = sum(1 if part.value else max(part.lines, 1) for part in parts)
    spare = max(0.0, rect.height - sum(heights)) / lines
    entries = []
    top = rect.y
    for part, height in zip(parts, heights, strict=True):
        count = 1 if part.value else max(part.lines, 1)
        bottom = top + height + spare * count
        if part.value:
            value_top = bottom - _to_rule(part.value, drop)
            entries.append(Entry(part.label, part.value, (bottom,), value_top - part.step, value_top))
        else:
            pitch = (bottom - top - part.above) / count
            rules = tuple(bottom - pitch * (count - 1 - line) for line in range(count))
            label_top = rules[0] - WRITING - part.above if count == 1 else top
            entries.append(Entry(part.label, None, rules, label_top, 0.0))
        top = bottom
    return entries
