"""Pouring: blocks into rooms, by the layout's ladder.

A room is a rectangle; several rooms are columns of one flow. A heading stands in the same column as what it heads, and
a text whole in one column, unless its style may be split: then it goes on in the next column, or on the next page,
between two of its lines, with neither a widow nor an orphan, and never within a word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from math import ceil

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.galley import below
from postcards.composition.ink import BLANK, Span
from postcards.composition.tables import make_room
from postcards.geometry import Rect, fits
from postcards.pages.bench import Bench, Piece
from postcards.pages.copyfit import (
    LINE_OVER,
    OVERSET,
    ROOMY,
    WHITE,
    WISH,
    Block,
    Fit,
    Step,
    flaws,
    search,
)

#: Lines of a split text that stand in a column at least: fewer are a widow, or an orphan.
TOGETHER = 2

#: What opens and closes a passage that is set in its own direction (UAX #9): it is not split.
OPENING, CLOSING = "\u2066\u2067\u2068", "\u2069"

#: A text may begin this share of a grid unit above its line, so that rounding never costs a whole unit.
SLACK = 0.02


class Poured(Struct, frozen=True):
    """Blocks composed at one step, and which room each went into."""

    step: Step
    pieces: tuple[Piece, ...]  # each text whole
    columns: tuple[tuple[Piece, ...], ...]  # one per room
    left: tuple[Piece, ...]  # what went into no room
    badness: float
    excess: int = 0  # lines too many at the wished size


def pour(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], runs_on: bool, wish: Step = WISH) -> Poured:
    """`blocks` at the step of the ladder where they stand best, in columns that end at about the same height.

    Text that `runs_on` to another page anyway does so as wished, not smaller, unless nothing would go in at all; what
    comes from the page before is set as it was there; and a `wish` for another step than the first is followed.
    """
    asked = (*blocks,), (*rooms,), runs_on, wish, bench.bound
    if asked not in bench.tables.poured:
        make_room(bench.tables.poured)
        bench.tables.poured[asked] = _pour(bench, *asked[:4])
    poured: Poured = bench.tables.poured[asked]
    return poured


def _pour(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], runs_on: bool, wish: Step) -> Poured:
    wished = _try(bench, blocks, rooms, wish)
    if (blocks[0].continues or wish.shift) and any(wished.columns):
        return _balanced(bench, wished, rooms)
    grows = (
        any(bench.layout.styles[block.style].ceiling for block in blocks)
        and not wished.left
        and _is_roomy(bench, wished, rooms)
    )

    def attempt(step: Step) -> tuple[Poured, float]:
        poured = wished if step.name == "wish" else _try(bench, blocks, rooms, step)
        white = WHITE * (1 - _filled(bench, poured, rooms)) if grows else 0.0
        return poured, poured.badness + white

    ladder = [step for step in bench.ladder(blocks) if grows or step.name != "larger"]
    if runs_on and any(wished.columns) and _surely_runs_on(bench, blocks, rooms, ladder):
        return wished
    best = search(ladder, attempt, bench.bound)
    if best.left and runs_on and any(wished.columns):
        return wished
    return _balanced(bench, replace(best, excess=_too_many(bench, wished, rooms)), rooms)


def tops(bench: Bench, pieces: Sequence[Piece]) -> list[float]:
    """Where each piece begins below the first one's top, points: with its space, on the grid where it asks for it, and
    clear of the one before.
    """
    return [*_tops(bench, pieces)]


def _tops(bench: Bench, pieces: Sequence[Piece]) -> Iterator[float]:
    grid, top = bench.grid, 0.0
    before: Piece | None = None
    for piece in pieces:
        if before:
            space = max(before.after, piece.space)
            top += max(before.height + space, below(before.galley, space, piece.galley))
        if piece.on_grid:
            top = ceil(top / grid - SLACK) * grid
        yield top
        before = piece


def height(bench: Bench, pieces: Sequence[Piece]) -> float:
    """Height of pieces one below the other, points."""
    return tops(bench, pieces)[-1] + pieces[-1].height if pieces else 0.0


def ink(bench: Bench, pieces: Sequence[Piece]) -> Span:
    """Between which heights the ink of pieces one below the other lies, points from the first one's top."""
    spans = [(top, piece.galley.ink) for top, piece in zip(tops(bench, pieces), pieces, strict=True)]
    if not spans:
        return BLANK
    return Span(min(top + span.top for top, span in spans), max(top + span.bottom for top, span in spans))


def report(bench: Bench, frame: str, poured: Poured, rooms: Sequence[Rect]) -> Fit:
    """How it went, for the report and for findings."""
    longest = max(poured.pieces, key=lambda piece: len(piece.block.text))
    fill = _filled(bench, poured, rooms)
    spare = int((1 - fill) * sum(rect.height for rect in rooms) / longest.galley.leading + SLACK)
    return Fit(
        frame,
        poured.step,
        longest.galley.size,
        lines=sum(len(piece.galley.lines) for piece in poured.pieces),
        fill=round(fill, 3),
        over=_too_many(bench, poured, rooms),
        torn=any(piece.galley.torn for piece in poured.pieces),
        spare=0 if poured.left else spare,
        excess=poured.excess,
        badness=round(poured.badness, 1),
    )


def _filled(bench: Bench, poured: Poured, rooms: Sequence[Rect]) -> float:
    """Share of the rooms' height that is taken."""
    return sum(height(bench, column) for column in poured.columns) / sum(rect.height for rect in rooms)


def _too_many(bench: Bench, poured: Poured, rooms: Sequence[Rect]) -> int:
    """Lines that go into no room."""
    if not poured.left:
        return 0
    missing = height(bench, poured.pieces) - sum(rect.height for rect in rooms)
    return max(1, ceil(missing / poured.left[-1].galley.leading))


def _try(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], step: Step) -> Poured:
    pieces = tuple(bench.set_block(block, step, rooms[0].width) for block in blocks)
    columns: list[tuple[Piece, ...]] = []
    rest = pieces
    for room in rooms:
        column, rest = _fill(bench, rest, room, step)
        columns.append(column)
    badness = step.cost + flaws(piece.galley for piece in pieces)
    poured = Poured(step, pieces, tuple(columns), rest, badness)
    over = _too_many(bench, poured, rooms)
    return replace(poured, badness=badness + OVERSET + LINE_OVER * over) if over else poured


def _balanced(bench: Bench, poured: Poured, rooms: Sequence[Rect]) -> Poured:
    """The last of a text in columns: no column is longer than it must be so that all goes in."""
    if len(rooms) == 1 or poured.left:
        return poured
    least = height(bench, poured.pieces) / len(rooms)
    for units in range(ceil(least / bench.grid), int(rooms[0].height / bench.grid) + 1):
        rest, columns = poured.pieces, []
        for room in rooms:
            column, rest = _fill(bench, rest, room._replace(height=units * bench.grid), poured.step)
            columns.append(column)
        if not rest:
            return replace(poured, columns=tuple(columns))
    return poured


def _fill(
    bench: Bench, pieces: tuple[Piece, ...], room: Rect, step: Step
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """What goes into one room, and what comes after it."""
    taken = _going_in(bench, pieces, room)
    if taken == len(pieces):
        return pieces, ()
    parts = _parts(bench, pieces[: taken + 1], room, step)
    while not parts and taken and pieces[taken - 1].keep:
        taken -= 1
    apart = taken
    while not parts and taken and pieces[taken].follows:
        # It takes what it follows along, or the last lines of that, so that it does not begin a page alone.
        taken -= 1
        parts = _parts(bench, pieces[: taken + 1], room, step)
        while not parts and taken and pieces[taken - 1].keep:
            taken -= 1
    if not parts and all(piece.keep for piece in pieces[:taken]):
        taken = apart  # nothing but headings would be left: they are more than go into any column
    if parts:
        head, rest = parts
        return (*pieces[:taken], head), (rest, *pieces[taken + 1 :])
    return pieces[:taken], pieces[taken:]


def _parts(bench: Bench, pieces: tuple[Piece, ...], room: Rect, step: Step) -> tuple[Piece, Piece] | None:
    """The last piece in two, the first as long as goes into the room; None where it stays whole."""
    *before, last = pieces
    if not last.split:
        return None
    for count in range(len(last.galley.lines) - TOGETHER, TOGETHER - 1, -1):
        head = last.head(count)
        if _is_clean(head) and _going_in(bench, (*before, head), room) == len(pieces):
            rest = bench.set_block(last.rest(count), step, room.width)
            if len(rest.galley.lines) >= TOGETHER:
                return head, rest
    return None


def _is_clean(head: Piece) -> bool:
    """Whether a text may be split after `head`: not in a word, nor in a passage of another direction."""
    text = head.block.text
    opened, closed = (sum(map(text.count, signs)) for signs in (OPENING, CLOSING))
    return opened == closed and not head.galley.lines[-1].hyphenated


def _going_in(bench: Bench, pieces: Sequence[Piece], room: Rect) -> int:
    """How many go into a room, from the first on."""
    bottoms = (top + piece.height for top, piece in zip(_tops(bench, pieces), pieces, strict=True))
    inside = (
        fits(bottom, room.height) and fits(piece.galley.width, room.width)
        for bottom, piece in zip(bottoms, pieces, strict=True)
    )
    return sum(1 for _ in takewhile(bool, inside))


def _surely_runs_on(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], ladder: Sequence[Step]) -> bool:
    """Whether not even a line of each block goes in at the smallest step: nothing has to be set to know it."""
    smallest = min(ladder, key=lambda step: step.shift)
    lines = [bench.style_at(block.style, block.language, smallest).leading for block in blocks]
    # A line that stands first in its column is lower than its leading.
    return sum(lines) - len(rooms) * max(lines) > sum(rect.height for rect in rooms)


def _is_roomy(bench: Bench, poured: Poured, rooms: Sequence[Rect]) -> bool:
    return len(rooms) == 1 and height(bench, poured.pieces) < ROOMY * rooms[0].height
