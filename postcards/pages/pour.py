"""Pouring: blocks into rooms, by the layout's ladder.

A room is a rectangle; several rooms are columns of one flow. Blocks are never divided: a text stands whole in one
column, and a heading in the same column as what it heads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from postcards.geometry import Rect, fits
from postcards.pages.bench import Bench, Piece
from postcards.pages.copyfit import ROOMY, Block, Fit, Step, steps

#: A text may begin this share of a grid unit above its line, so that rounding never costs a whole unit.
SLACK = 0.02


@dataclass(frozen=True, slots=True)
class Poured:
    """Blocks composed at one step, and which room each went into."""

    step: Step
    pieces: tuple[Piece, ...]
    columns: tuple[tuple[Piece, ...], ...]  # one per room

    @property
    def left(self) -> tuple[Piece, ...]:
        """What went into no room."""
        return self.pieces[sum(map(len, self.columns)) :]


def pour(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], runs_on: bool) -> Poured:
    """`blocks` at the first step of the ladder where all of them go in; else at the last step what does.

    Text that `runs_on` to another page anyway does so as wished, not smaller, unless nothing would go in at all.
    """
    wished: Poured | None = None
    for step in steps(bench.layout, [bench.layout.styles[block.style] for block in blocks]):
        if step.name == "larger" and not wished:
            continue
        if wished and step.name != "larger":
            return wished
        poured = _try(bench, blocks, rooms, step)
        if poured.left or any(piece.galley.torn for piece in poured.pieces):
            continue
        if step.name == "wish" and _is_roomy(bench, poured, rooms):
            wished = poured
            continue
        return poured
    if runs_on:
        first = _try(bench, blocks, rooms, Step("wish"))
        return first if any(first.columns) else poured
    return wished or poured


def tops(bench: Bench, pieces: Sequence[Piece]) -> list[float]:
    """Where each piece begins below the first one's top, points: with its space, on the grid where it asks for it."""
    places: list[float] = []
    y = 0.0
    for piece in pieces:
        y += piece.space if places else 0.0
        places.append(ceil(y / bench.grid - SLACK) * bench.grid if piece.on_grid else y)
        y = places[-1] + piece.height
    return places


def height(bench: Bench, pieces: Sequence[Piece]) -> float:
    """Height of pieces one below the other, points."""
    return tops(bench, pieces)[-1] + pieces[-1].height if pieces else 0.0


def report(bench: Bench, frame: str, poured: Poured, rooms: Sequence[Rect]) -> Fit:
    """How it went, for the report and for findings."""
    longest = max(poured.pieces, key=lambda piece: len(piece.block.text))
    room = sum(rect.height for rect in rooms)
    used = sum(height(bench, column) for column in poured.columns)
    over = 0
    if poured.left:
        leading = poured.left[-1].galley.leading
        over = max(1, ceil((height(bench, poured.pieces) - room) / leading))
    lines = sum(len(piece.galley.lines) for piece in poured.pieces)
    torn = any(piece.galley.torn for piece in poured.pieces)
    return Fit(frame, poured.step, longest.galley.size, lines, round(used / room, 3), over, torn)


def _try(bench: Bench, blocks: Sequence[Block], rooms: Sequence[Rect], step: Step) -> Poured:
    pieces = tuple(bench.set_block(block, step, rooms[0].width) for block in blocks)
    columns: list[tuple[Piece, ...]] = []
    rest = pieces
    for room in rooms:
        taken = 0
        while taken < len(rest) and _goes_in(bench, rest[: taken + 1], room):
            taken += 1
        while taken < len(rest) and taken and rest[taken - 1].keep:
            taken -= 1
        columns.append(rest[:taken])
        rest = rest[taken:]
    return Poured(step, pieces, tuple(columns))


def _goes_in(bench: Bench, pieces: Sequence[Piece], room: Rect) -> bool:
    return fits(height(bench, pieces), room.height) and all(fits(piece.galley.width, room.width) for piece in pieces)


def _is_roomy(bench: Bench, poured: Poured, rooms: Sequence[Rect]) -> bool:
    return len(rooms) == 1 and height(bench, poured.pieces) < ROOMY * rooms[0].height
