"""The bench: what every page of one booklet in one language is made up with."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from postcards.composition import FontShelf, Galley, TextStyle, voice_of
from postcards.composition.capitals import capitals
from postcards.composition.tables import make_room
from postcards.manuscript.language import hand
from postcards.pages.colours import Palette
from postcards.pages.copyfit import Block, Compose, Step, at_step, steps
from postcards.pages.layout import Layout

#: Space for a folio or bullet in front of a text, in ems of the text.
HANG = 1.9

#: Between a lead and the text behind it, points.
LEAD_GAP = 6.0


class Piece(Struct, frozen=True):
    """A block composed at one step of the ladder."""

    block: Block
    galley: Galley
    label: Galley | None
    lead: Galley | None
    hang: float  # room in front of the text that the label stands in, points
    indent: float  # from the measure's start to the text: what label and lead take, points
    space: float  # above, where another text stands before it, points
    after: float  # below, where another text stands after it, points
    on_grid: bool  # begins on a line of the grid
    keep: bool  # stands in the same column as what follows
    follows: bool  # stands in the same column as the last lines of what precedes it
    split: bool  # may be divided between its lines

    @property
    def height(self) -> float:
        return max(self.galley.height, self.lead.height if self.lead else 0.0)

    def head(self, count: int) -> Piece:
        """Its first `count` lines."""
        text = self.block.text[: self.galley.lines[count].start].rstrip()
        return replace(self, block=replace(self.block, text=text), galley=self.galley.head(count))

    def rest(self, count: int) -> Block:
        """What comes after its first `count` lines."""
        return replace(self.block, text=self.block.text[self.galley.lines[count].start :], continues=True)


class Tables(Struct, frozen=True):
    """What has been worked out with one layout, kept."""

    pieces: dict[tuple[Block, Step, float], Piece] = field(default_factory=dict)  # what has been set
    ladders: dict[frozenset[str], Sequence[Step]] = field(default_factory=dict)  # of texts in some styles
    poured: dict[Any, Any] = field(default_factory=dict)  # see `pour`


class Bench(Struct, frozen=True):
    """Layout, colours and type, and the callable that composes, shared by all pages of one booklet in one language."""

    layout: Layout
    palette: Palette
    shelf: FontShelf
    compose: Compose
    language: str  # BCP 47
    direction: str  # ltr or rtl
    tables: Tables
    bound: float = inf  # steps of the ladder that cost so much or more are not tried

    @property
    def grid(self) -> float:
        """Distance between the lines on which texts begin, points."""
        return self.layout.grid * self.leading("serif", self.language)

    def text_style(self, name: str, language: str) -> TextStyle:
        """A layout's style as text of that language is set in it, at the wished size."""
        style = self.layout.styles[name]
        voice = replace(voice_of(style.role, style.weight, language), tracking=style.tracking)
        leading = style.leading * self.leading(style.role, language)
        return TextStyle(voice, style.size, leading, style.align, style.balanced, booklet_direction=self.direction)

    def style_at(self, name: str, language: str, step: Step) -> TextStyle:
        """The same at a step of the ladder."""
        design = self.layout.styles[name]
        return at_step(self.text_style(name, language), design, step, self.shelf.smallest(design.role, hand(language)))

    def ladder(self, blocks: Iterable[Block]) -> Sequence[Step]:
        """The layout's ladder for some texts."""
        names = frozenset(block.style for block in blocks)
        if names not in self.tables.ladders:
            self.tables.ladders[names] = tuple(steps(self.layout, [self.layout.styles[name] for name in sorted(names)]))
        return self.tables.ladders[names]

    def set_block(self, block: Block, step: Step, measure: float) -> Piece:
        """Compose one block at one step, `measure` points wide."""
        asked = block, step, measure
        if asked not in self.tables.pieces:
            make_room(self.tables.pieces)
            self.tables.pieces[asked] = self._set_block(*asked)
        return self.tables.pieces[asked]

    def _set_block(self, block: Block, step: Step, measure: float) -> Piece:
        design = self.layout.styles[block.style]
        style = self.style_at(block.style, block.language, step)
        style = replace(style, align=block.align or style.align)
        space, after = (length * self.leading(design.role, block.language) for length in (design.space, design.after))
        hang = HANG * style.size if block.label else 0.0
        label = None
        if block.label:
            number = self.text_style("number", self.language)
            label = self.compose(block.label, number.with_leading(style.leading), hang)
        lead = None
        if block.lead:
            group = self.text_style("group", self.language).with_leading(style.leading)
            lead = self.compose(block.lead, group, design.lead - LEAD_GAP)
        indent = hang + (design.lead if block.lead is not None else 0.0)
        text = capitals(block.text, block.language) if design.capitals else block.text
        galley = self.compose(text, style, measure - indent)
        keep = design.keep or block.keep
        split = design.split and block.lead is None and not block.label
        return Piece(
            block, galley, label, lead, hang, indent, space, after, design.on_grid, keep, design.follows, split
        )

    def leading(self, role: str, language: str) -> float:
        """How much taller than Latin the language's lines are."""
        return self.shelf.script_faces(role, hand(language)).leading
