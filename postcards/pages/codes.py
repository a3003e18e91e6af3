"""Codes that phones read (QR Code, ISO/IEC 18004): a symbol as an outline of few rectangles, in the room of a frame.

A code is as large as its room: the quiet zone, which nothing may enter, is part of it. It is never mirrored, for a
symbol that is has no reading direction of ours; and never below its least size, since the least room is known and
addresses have a greatest length (`manuscript/links.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from postcards.geometry import Rect
from postcards.manuscript import Booklet
from postcards.pages import path
from postcards.pages.layout import Layout
from postcards.pages.measures import QUIET
from postcards.pages.page import Path, Step
from postcards.problems import Problem

#: How much of a symbol may be lost: M is a seventh, what a crease or a thumb's print takes.
LEVEL = "m"

#: What a symbol is printed in: in print the black plate alone.
COLOUR = "ink"


class Code(Struct, frozen=True):
    """What a code leads to, and what is said of it."""

    address: str  # https://…
    alt: str


class Symbol(Struct, frozen=True):
    """A code drawn: its dark modules, and the square that they lie in, without the quiet zone."""

    outline: Path
    square: Rect


def symbol(address: str, room: Rect) -> Symbol:
    """The code of `address`, as large as goes into `room` with its quiet zone, in the middle of it."""
    modules = _modules(address)
    count = len(modules)
    module = min(room.width, room.height) / (count + 2 * QUIET)
    side = count * module
    left, top = room.x + (room.width - side) / 2, room.y + (room.height - side) / 2
    steps: list[Step] = []
    for column, row, width, height in _rectangles(modules):
        rect = Rect(left + column * module, top + row * module, width * module, height * module)
        steps += path.rectangle(rect).steps
    return Symbol(Path(tuple(steps)), Rect(left, top, side, side))


def check_codes(booklet: Booklet, layout: Layout) -> Iterator[Problem]:
    """Findings for codes that the booklet asks for and its layout has no room for."""
    asked = {"contact": any(card.web for card in (booklet.contact or {}).values()), "story_link": booklet.story_link}
    rooms = {
        "contact": has_room(layout, layout.matter.contact),
        "story_link": all(
            any(all(has_room(layout, face) for face in faces) for faces in pages)
            for pages in (layout.story.with_picture, layout.story.without_picture)
        ),
    }
    for key, is_asked in asked.items():
        if is_asked and not rooms[key]:
            message = f"The layout “{booklet.layout}” has no room for the code that “{key}” asks for."
            remedy = "Add a frame of the kind code, or take the address out."
            where = booklet.marks.get(key, booklet.where)
            yield Problem("booklet.no-room-for-code", message, remedy, where, field=key, booklet=booklet.id)


def has_room(layout: Layout, face: str) -> bool:
    """Whether a page of that face can show a code."""
    return any(frame.kind == "code" for frame in layout.frames(layout.coded.get(face, face)))


def _modules(address: str) -> Sequence[Sequence[bool]]:
    """The symbol's modules row by row, dark ones true."""
    import segno  # who makes no code needs no symbols

    made = segno.make_qr(address, error=LEVEL, boost_error=False)
    return [[bool(module) for module in row] for row in made.matrix]


def _rectangles(modules: Sequence[Sequence[bool]]) -> Iterator[tuple[int, int, int, int]]:
    """The dark modules as rectangles (column, row, width, height) that share none: each as wide, then as high as it
    can be, so that no module is a shape of its own beside another."""
    free = [list(row) for row in modules]
    for row, line in enumerate(free):
        for column in range(len(line)):
            if not line[column]:
                continue
            right = column
            while right < len(line) and line[right]:
                right += 1
            bottom = row
            while bottom < len(free) and all(free[bottom][column:right]):
                free[bottom][column:right] = [False] * (right - column)
                bottom += 1
            yield column, row, right - column, bottom - row
