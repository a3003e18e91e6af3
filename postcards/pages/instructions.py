"""The first sheet of the office edition: how to print, cut, fold and bind, in the office's language and in drawings.

It is printed alone, on both sides, and so it is also the test of the printer's settings: the arrow on its back must
point where the one in front does.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from msgspec import Struct

from postcards.composition import TextStyle, voice_of
from postcards.geometry import MM, Point, Rect, Sides, Size
from postcards.pages import path
from postcards.pages.copyfit import Compose
from postcards.pages.page import Fill, Item, Page, Text
from postcards.pages.sheet_drawings import bound, dividing, turning, within
from postcards.pages.sheet_words import SHEET_WORDS

#: Clear of the sheet's edges, between texts, between columns.
MARGIN, GAP, GUTTER = 15 * MM, 2.6 * MM, 10 * MM

#: Sizes and leadings: read at arm's length, beside a printer.
HEADING, SETTINGS, STEP, NUMBER = (22.0, 27.0), (12.5, 17.0), (11.0, 15.0), (9.0, 11.0)

#: From a step's number to its text.
HANG = 7 * MM

#: The share of the sheet's width that the drawings take.
DRAWN = 0.3

#: The strip along the foot in which the arrows stand, and the size of an arrow.
STRIP, ARROW = 30 * MM, Size(12 * MM, 26 * MM)

#: Around each drawing.
ROOM = Sides.even(8 * MM)


class Job(Struct, frozen=True):
    """What is to be printed and done."""

    paper: str  # A4, A3, Letter
    weight: int  # g/m²
    sheet: Size
    edge: str  # short or long: the printer turns sheets about it
    turned: bool  # backs stand on their heads
    direction: str  # the booklet's
    kind: str  # fold or stack
    columns: int
    rows: int
    copies: int
    sections: tuple[int, ...]  # folded sheets of each
    sheets: int
    spare: bool  # the last parts of the pile are empty
    marks: bool  # edges are cut off at marks
    block: Rect  # where the pages lie on the sheet
    trim: Size  # of a page
    front: tuple[tuple[int, int, int], ...]  # the first sheet: column, row, number of the page


def steps(job: Job, language: str) -> Iterator[str]:
    """What is to be done, one thing after the other."""
    words = SHEET_WORDS[language]
    yield words.first
    yield words.arrows
    yield words.rest.format(last=2 + 2 * job.sheets, sheets=job.sheets, weight=job.weight)
    if job.marks:
        yield words.marks
    divided = (job.columns // 2 if job.kind == "fold" else job.columns) > 1
    if job.copies > 1:
        yield words.copies
        if divided and job.rows > 1:
            yield words.cut_down[job.direction]
    elif divided:
        yield (words.piles if job.rows > 1 else words.cut_down)[job.direction]
    elif job.rows > 1:
        yield words.cut_across
    if job.spare:
        yield words.spare
    if job.kind == "stack":
        yield words.gather
    elif len(job.sections) > 1:
        yield words.sections.format(counts=" + ".join(map(str, job.sections)))
    else:
        yield words.fold
    yield words.bound["right" if job.direction == "rtl" else "left"]


def instructions(job: Job, compose: Compose, language: str) -> tuple[Page, Page]:
    """Front and back of the first sheet."""
    words = SHEET_WORDS[language]
    column = Rect(MARGIN, MARGIN, (job.sheet.width - 2 * MARGIN) * (1 - DRAWN) - GUTTER, job.sheet.height)
    front = _Press(compose, language, job.direction, column)
    front.text(words.folded if job.kind == "fold" else words.stacked, HEADING, "bold")
    settings = words.settings.format(paper=job.paper, edge=words.edges[job.edge])
    front.text(settings, SETTINGS, "bold")
    for number, step in enumerate(steps(job, language), start=1):
        front.step(number, step)
    drawings = [*_arrow(job.sheet), *_drawings(job, front)]
    front.items = [*drawings, *front.items]
    back = _Press(compose, language, job.direction, column._replace(x=job.sheet.width / 2 + ARROW.width))
    back.y = job.sheet.height - MARGIN - STRIP + GAP
    back.column = back.column._replace(width=job.sheet.width - MARGIN - back.column.x)
    back.text(words.back, STEP, "bold")
    back.text(words.back_arrow, STEP)
    back.items += _arrow(job.sheet)
    return _page(job, front), _page(job, back)


def _page(job: Job, press: _Press) -> Page:
    return Page(0, "", "instructions", job.sheet, tuple(press.items))


class _Press:
    """One side while it is filled from top to bottom."""

    def __init__(self, compose: Compose, language: str, direction: str, column: Rect) -> None:
        self.items: list[Item] = []
        self.column = column
        self.y = column.y
        self._compose = compose
        self._language = language
        self._direction = direction  # of the file, as readers of it ask
        self._paragraphs = count()

    def text(self, words: str, size: tuple[float, float], weight: str = "regular") -> None:
        self.y = self.put(words, size, weight, Rect(self.column.x, self.y, self.column.width, 0)) + GAP

    def step(self, number: int, words: str) -> None:
        self.put(str(number), STEP, "bold", Rect(self.column.x, self.y, HANG, 0))
        room = Rect(self.column.x + HANG, self.y, self.column.width - HANG, 0)
        self.y = self.put(words, STEP, "regular", room) + GAP

    def put(self, words: str, size: tuple[float, float], weight: str, room: Rect, align: str = "start") -> float:
        """A text from the top of `room` on; where it ends."""
        voice = voice_of("sans", weight, self._language)
        galley = self._compose(
            words, TextStyle(voice, *size, align=align, booklet_direction=self._direction), room.width
        )
        paragraph = next(self._paragraphs)
        for index, line in enumerate(galley.lines):
            origin = Point(room.x + line.indent, room.y + galley.baseline(index))
            self.items.append(Text(origin, line, "ink", "instruction", self._language, paragraph))
        return room.y + galley.height

    def centred(self, words: str, room: Rect) -> None:
        """A word in the middle of a room."""
        self.put(words, NUMBER, "bold", room._replace(y=room.y + (room.height - NUMBER[1]) / 2), "center")


def _arrow(sheet: Size) -> list[Item]:
    """An arrow that points up, in the middle of the foot: the same place on both sides."""
    x, top = sheet.width / 2, sheet.height - MARGIN - ARROW.height
    half, shaft = ARROW.width / 2, ARROW.width / 7
    neck, foot = top + ARROW.width, top + ARROW.height
    corners = ((0, top), (half, neck), (shaft, neck), (shaft, foot), (-shaft, foot), (-shaft, neck), (-half, neck))
    return [Fill(path.polygon([Point(x + across, y) for across, y in corners]), "ink")]


def _drawings(job: Job, press: _Press) -> Iterator[Item]:
    """How the sheet is turned, how it is divided, where the booklet is bound."""
    width = (job.sheet.width - 2 * MARGIN) * DRAWN
    height = (job.sheet.height - 2 * MARGIN - STRIP) / 3
    rooms = [
        Rect(job.sheet.width - MARGIN - width, MARGIN + index * height, width, height).inset(ROOM) for index in range(3)
    ]
    yield from turning(within(rooms[0], job.sheet), not job.turned)
    sheet = within(rooms[1], job.sheet)
    scale = sheet.width / job.sheet.width
    x, y, across, down = (length * scale for length in job.block)
    block = Rect(sheet.x + x, sheet.y + y, across, down)
    yield from dividing(sheet, block, (job.columns, job.rows), job.kind == "fold")
    cell = Size(block.width / job.columns, block.height / job.rows)
    for column, row, number in job.front:
        press.centred(str(number), Rect(block.x + column * cell.width, block.y + row * cell.height, *cell))
    booklet = within(rooms[2], job.trim)
    yield from bound(booklet, job.direction == "rtl", job.kind == "fold")
    press.centred("1", booklet)
