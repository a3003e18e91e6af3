"""Making up one page: what a face's frames hold, as items at fixed positions.

`Content` holds what one page is to show. Nothing is clipped or dropped: what does not go in comes back, as blocks for
the next page or as the number of lines that are too many.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Galley
from postcards.geometry import Point, Rect, Sides
from postcards.manuscript import Photo
from postcards.pages import furniture, path, tab
from postcards.pages.bench import Bench, Piece
from postcards.pages.codes import COLOUR, Code, symbol
from postcards.pages.copyfit import WISH, Block, Fit, Step
from postcards.pages.layout import Frame
from postcards.pages.page import Drawing, Fill, Item, Page, Picture, Stroke, Text
from postcards.pages.pour import Poured, height, ink, pour, report, tops
from postcards.pages.ruled import set_entries

#: Hairlines: thinner ones break up in print (the Ghent Workgroup asks for 0.25 pt at least).
HAIRLINE = 0.5


class Content(Struct, frozen=True):
    """What one page is to show."""

    kind: str  # cover, prose, picture, message, …
    fields: Mapping[str, tuple[Block, ...]]  # texts by the name that frames ask for them
    accent: str  # a colour's name
    photo: Photo | None = None
    alt: str = ""
    story: str = ""  # slug
    heading: str = ""  # for bookmarks
    motif: int = 0  # which drawing the stamp carries
    code: Code | None = None  # what phones are led to
    step: Step = WISH  # of the ladder, at which its running text is set

    def after(self, made: MadeUp) -> Content | None:
        """What the next page is to show, once this one is made up; None if it showed all."""
        return replace(self, fields={**self.fields, **made.left}, heading="", code=None) if made.left else None


class MadeUp(Struct, frozen=True):
    """A page, how its texts went in, and what is left of those that may run on."""

    page: Page
    fits: tuple[Fit, ...]
    left: Mapping[str, tuple[Block, ...]] = MappingProxyType({})  # by the fields that they are to be next

    @property
    def over(self) -> int:
        """Lines that did not go in."""
        return sum(fit.over for fit in self.fits)

    @property
    def badness(self) -> float:
        """Of all its frames, see `copyfit`."""
        return sum(fit.badness for fit in self.fits)


def make_all(content: Content, number: int, make: Callable[[Content, int], MadeUp]) -> Iterator[MadeUp]:
    """What `make` makes of `content` from page `number` on: a page, and as many more as its running text needs."""
    left: Content | None = content
    while left:
        made = make(left, number)
        yield made
        left = left.after(made)
        number += 1


def make_up(bench: Bench, face: str, content: Content, number: int) -> MadeUp:
    """Page `number` (from 1) in the design `face`."""
    table = _Table(bench, content, number)
    frames = bench.layout.frames(face)
    poured: set[str] = set()
    for frame in frames:
        if frame.kind != "text":
            table.set_frame(frame)
        elif frame.id not in poured:
            columns = tuple(other for other in frames if other.kind == "text" and other.flow == frame.flow)
            poured |= {column.id for column in columns}
            table.set_columns(columns)
    folio = "".join(block.text for block in content.fields.get("folio", ()))
    trim = bench.layout.trim_size
    page = Page(number, folio, content.kind, trim, tuple(table.items), content.story, content.heading)
    return MadeUp(page, tuple(table.fits), table.left)


class _Table:
    """One page while it is being made up."""

    def __init__(self, bench: Bench, content: Content, number: int) -> None:
        self.bench = bench
        self.content = content
        self.number = number
        self.items: list[Item] = []
        self.fits: list[Fit] = []
        self.left: dict[str, tuple[Block, ...]] = {}
        self._paragraphs = count()

    def set_columns(self, columns: Sequence[Frame]) -> None:
        """Pour one flow of running text into its columns."""
        rooms = [self._rect(frame) for frame in columns]
        poured = self._pour(columns[0], self._blocks(columns[0]), rooms)
        if poured:
            for room, pieces, frame in zip(rooms, poured.columns, columns, strict=True):
                self._place(pieces, room, frame.align)

    def set_frame(self, frame: Frame) -> None:
        """Everything that is no running text."""
        rect, colour = self._rect(frame), self._colour(frame)
        if frame.kind == "picture" and self.content.photo:
            self.items.append(Picture(rect, self.content.photo, self.content.alt, self.bench.language))
        elif frame.kind == "code" and self.content.code:
            code = self.content.code
            drawn = symbol(code.address, rect)
            self.items.append(Drawing(drawn.outline, COLOUR, drawn.square, code.alt, self.bench.language))
        elif frame.kind == "ground":
            self.items.append(Fill(path.rectangle(rect), colour))
        elif frame.kind == "rule":
            self._rule(Point(rect.x, rect.y), Point(rect.right, rect.bottom), colour)
        elif frame.kind == "tab":
            self._tab(frame, rect, colour)
        elif frame.kind == "stamp":
            self._stamp(frame, rect, colour)
        elif frame.kind == "postmark":
            self._postmark(frame, rect, colour)
        elif frame.kind == "ruled":
            self._ruled(frame, rect)

    def _tab(self, frame: Frame, rect: Rect, colour: str) -> None:
        """A label on a slip of paper, at the side where it hides least of the photo."""
        start = "right" if self._rtl else "left"
        side = tab.side_of(self.content.photo, start) if frame.yields else start
        if side != start:
            rect = rect.mirrored(self.bench.layout.trim_size.width)
        poured = self._pour(frame, self._blocks(frame), [rect.inset(Sides(0.0, tab.PADDING, 0.0, tab.PADDING))])
        if poured:
            pieces = poured.columns[0]
            slip = tab.slip(rect, side, self.bench.direction, tab.extent_of(self.bench, pieces))
            self.items.append(Fill(path.rectangle(slip.paper), colour))
            self._place(pieces, slip.inner, "top")

    def _stamp(self, frame: Frame, rect: Rect, colour: str) -> None:
        """A stamp with the country's name; without a text, the place for one."""
        room = furniture.stamp_label(rect)
        poured = self._pour(frame, self._blocks(frame), [room._replace(height=room.height / 2)])
        if poured:
            pieces = poured.columns[0]
            label = furniture.stamp_text(room, height(self.bench, pieces), ink(self.bench, pieces))
            self.items += furniture.stamp(rect, colour, self.content.motif, label.y)
            self._place(pieces, label, "bottom")
        else:
            self.items += furniture.place_for_stamp(rect, colour)

    def _postmark(self, frame: Frame, rect: Rect, colour: str) -> None:
        """A postmark, if there is something to say in it."""
        room = furniture.postmark_label(rect)
        poured = self._pour(frame, self._blocks(frame), [room])
        if poured:
            self.items += furniture.postmark(rect, colour, -1 if self._rtl else 1)
            self._place(poured.columns[0], room, "middle")

    def _ruled(self, frame: Frame, rect: Rect) -> None:
        """Entries on rules, or rules to write on."""
        blocks = self._blocks(frame)
        if not blocks:
            return
        entries, fit = set_entries(self.bench, frame.id, blocks, rect)
        self.fits.append(fit)
        for entry in entries:
            if entry.label:
                self._piece(entry.label, rect, entry.label_top)
            if entry.value:
                self._piece(entry.value, rect, entry.value_top)
            for y in entry.rules:
                self._rule(Point(rect.x, y), Point(rect.right, y), "hairline")

    @property
    def _rtl(self) -> bool:
        return self.bench.direction == "rtl"

    def _rect(self, frame: Frame) -> Rect:
        return self.bench.layout.place(frame, self.bench.direction, self.number)

    def _colour(self, frame: Frame) -> str:
        return self.content.accent if frame.colour == "accent" else frame.colour

    def _blocks(self, frame: Frame) -> list[Block]:
        blocks = [block for name in frame.flow for block in self.content.fields.get(name, ())]
        return [self._outward(block) for block in blocks] if frame.box.outer is not None else blocks

    def _outward(self, block: Block) -> Block:
        """A text of a frame that lies by the spine: it ends where the page does, on even pages at their start."""
        ends = (block.align or self.bench.layout.styles[block.style].align) == "end"
        return replace(block, align="start") if ends and self.number % 2 == 0 else block

    def _pour(self, frame: Frame, blocks: Sequence[Block], rooms: Sequence[Rect]) -> Poured | None:
        """Pour, and note how it went; nothing for no blocks."""
        if not blocks:
            return None
        running = [block for name in frame.running for block in self.content.fields.get(name, ())]
        poured = pour(self.bench, blocks, rooms, bool(running), self.content.step if running else WISH)
        fit = report(self.bench, frame.id, poured, rooms)
        left = _led(blocks, [piece.block for piece in poured.left])
        # Some of it must have gone in, or it would never come to an end.
        if left and len(left) <= len(running) and [*left] != running:
            self.left |= dict.fromkeys(frame.running, ()) | {frame.running[0]: left}
            lines = sum(len(piece.galley.lines) for column in poured.columns for piece in column)
            fit = replace(fit, over=0, lines=lines)
        self.fits.append(fit)
        return poured

    def _place(self, pieces: Sequence[Piece], rect: Rect, align: str) -> None:
        """Put composed texts into `rect`, one below the other."""
        spare = rect.height - height(self.bench, pieces)
        top = rect.y + {"top": 0.0, "middle": spare / 2, "bottom": spare}[align]
        if align == "middle" and any(piece.galley.steep for piece in pieces):
            written = ink(self.bench, pieces)
            top = rect.y + (rect.height - written.height) / 2 - written.top
        for piece, offset in zip(pieces, tops(self.bench, pieces), strict=True):
            self._piece(piece, rect, top + offset)

    def _piece(self, piece: Piece, rect: Rect, top: float) -> None:
        """One composed text, label and lead in front of it, on one baseline."""
        block = piece.block
        for galley, offset, style in ((piece.label, 0.0, "number"), (piece.lead, piece.hang, "group")):
            if galley:
                x = rect.right - offset - galley.measure if self._rtl else rect.x + offset
                lift = piece.galley.first_baseline - galley.first_baseline
                told = replace(block, style=style, target="")
                self._lines(galley, Point(x, top + lift), told)
        text_x = rect.x if self._rtl else rect.x + piece.indent
        self._lines(piece.galley, Point(text_x, top), block)

    def _lines(self, galley: Galley, corner: Point, block: Block) -> None:
        """The lines of a text, in the style, language and with the target of `block`."""
        colour = self.bench.layout.styles[block.style].colour
        paragraph = next(self._paragraphs)
        for index, line in enumerate(galley.lines):
            origin = Point(corner.x + line.indent, corner.y + galley.baseline(index))
            self.items.append(
                Text(origin, line, colour, block.style, block.language, paragraph, block.target, block.continues)
            )

    def _rule(self, start: Point, end: Point, colour: str) -> None:
        self.items.append(Stroke(path.segment(start, end), colour, HAIRLINE))


def _led(blocks: Sequence[Block], left: Sequence[Block]) -> tuple[Block, ...]:
    """What is left of `blocks` for the next page: a lead that stood before the first of several is said again there."""
    if not left or left[0].lead != "":
        return tuple(left)
    before = blocks[: len(blocks) - len(left)]
    lead = next((block.lead for block in reversed(before) if block.lead), "")
    return (replace(left[0], lead=lead), *left[1:])
