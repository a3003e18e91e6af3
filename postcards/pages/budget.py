"""How much text goes into a layout's frames in a language, before any of it is written.

A translator is told in lines, since letters differ in width; how many letters of the language go on a line is measured
on a sample of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Galley
from postcards.geometry import fits
from postcards.pages.bench import Bench, Piece
from postcards.pages.copyfit import WISH, Block, Step, steps
from postcards.pages.design_faults import STYLES_OF_TEXT
from postcards.pages.layout import Frame
from postcards.pages.pour import height

#: The texts of a story that a translator writes, by the names that frames ask for them.
WRITTEN = ("title", "quote", "quote-face", "summary")

#: More lines than any frame takes; a title of more would take the room of its summary.
MOST_LINES = 99
MOST_TITLE_LINES = 2


class Room(Struct, frozen=True):
    """What goes into a frame at one size."""

    size: float  # points of Latin type
    lines: int
    letters: float  # on a line, spaces included; what is left of it by the rag is taken off


class Budget(NamedTuple):
    """How much of one text one face takes, beside one line of each of the other texts in its frame."""

    face: str
    text: str  # title, quote, summary
    wished: Room
    smallest: Room


def budgets(bench: Bench, sample: str) -> Iterator[Budget]:
    """A budget for every text of a story and every face that shows it; `sample` is running text of the language."""
    story = bench.layout.story
    faces = [face for pages in (*story.with_picture, *story.without_picture) for face in pages]
    for face in dict.fromkeys(faces):
        for frame in bench.layout.frames(face):
            for text in frame.flow:
                if text in WRITTEN:
                    yield _budget(bench, face, frame, text, sample)


def _budget(bench: Bench, face: str, frame: Frame, text: str, sample: str) -> Budget:
    styles = [bench.layout.styles[style] for name in frame.flow for style in STYLES_OF_TEXT[name][:1]]
    ladder = list(steps(bench.layout, styles))
    least = min(ladder, key=lambda step: step.shift)
    return Budget(
        face,
        text.removesuffix("-face"),
        _room(bench, frame, text, sample, WISH),
        _room(bench, frame, text, sample, replace(least, divided=False)),
    )


def _room(bench: Bench, frame: Frame, text: str, sample: str, step: Step) -> Room:
    rect = bench.layout.place(frame, bench.direction, 1)
    pieces = {name: _piece(bench, name, sample, step, rect.width) for name in frame.flow if name in WRITTEN}
    galley = pieces[text].galley
    # The last line is not full.
    full = galley.lines[:-1] or galley.lines
    letters = sum(len(line.text) for line in full) / len(full)
    lines = MOST_TITLE_LINES if text == "title" else MOST_LINES
    while lines > 1:
        column = [_cut(piece, lines if name == text else 1) for name, piece in pieces.items()]
        if fits(height(bench, column), rect.height):
            break
        lines -= 1
    return Room(galley.size, lines, round(letters, 1))


def _piece(bench: Bench, text: str, sample: str, step: Step, measure: float) -> Piece:
    (style, *_) = STYLES_OF_TEXT[text]
    return bench.set_block(Block(sample, style, bench.language), step, measure)


def _cut(piece: Piece, lines: int) -> Piece:
    """The same text with so many lines."""
    galley: Galley = piece.galley
    return replace(piece, galley=replace(galley, lines=(galley.lines[0],) * lines))
