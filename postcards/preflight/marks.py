"""What the interpreter saw on a page: marks in the order they are painted, and what they were painted with."""

from __future__ import annotations

from collections import Counter

import pikepdf
from msgspec import Struct, field

from postcards.preflight.boxes import Box
from postcards.preflight.objects import Key
from postcards.preflight.sequences import Marking
from postcards.preflight.spaces import Paint, Space
from postcards.preflight.typefaces import Typeface


class Look(Struct, frozen=True):
    """The part of the graphics state that says how paint meets what lies below it (8.4.5, table 58)."""

    overprints_fills: bool = False
    overprints_strokes: bool = False
    overprint_mode: int = 0
    blend: str = "Normal"
    opacity: float = 1.0  # of fills and pictures
    line_opacity: float = 1.0
    is_masked: bool = False  # by a soft mask

    @property
    def is_transparent(self) -> bool:
        return self.is_masked or min(self.opacity, self.line_opacity) < 1 or self.blend not in ("Normal", "Compatible")


class Words(Struct, frozen=True):
    """One string that was shown."""

    typeface: Typeface
    codes: tuple[int, ...]
    size: float  # points on paper
    box: Box  # from descenders to ascenders, clipped
    fill: Paint | None  # nothing where the letters are not filled
    stroke: Paint | None
    look: Look


class Area(Struct, frozen=True):
    """A filled outline, a shading, or a stencil."""

    box: Box  # clipped
    paint: Paint
    look: Look
    is_upright: bool  # a rectangle whose sides are the box's


class Line(Struct, frozen=True):
    """A stroked outline."""

    box: Box  # of its middle, clipped
    paint: Paint
    width: float  # points on paper
    look: Look


class Photo(Struct, frozen=True):
    """A picture made of pixels."""

    picture: Picture
    box: Box  # clipped
    width: float  # points on paper, before clipping
    height: float
    look: Look

    @property
    def resolution(self) -> float:
        """Pixels to the inch in the coarser direction."""
        across = self.picture.width / max(self.width, 1e-6)
        return 72 * min(across, self.picture.height / max(self.height, 1e-6))


class Picture(Struct, frozen=True):
    """A picture's own facts, wherever it is painted."""

    width: int  # pixels
    height: int
    bits: int  # of one component
    is_stencil: bool
    space: Space | None  # nothing for stencils
    filters: tuple[str, ...]


Mark = Words | Area | Line | Photo


class Group(Struct, frozen=True):
    """A transparency group (11.6.6): what it belongs to, and the space it blends in."""

    of: str  # page, form, mask
    space: Space | None
    luminosity: bool = False  # a mask made of brightness


class Seen(Struct):
    """Everything one page is made of. Filled by the interpreter, only read afterwards."""

    marks: list[Mark] = field(default_factory=list)
    spaces: dict[str, Space] = field(default_factory=dict)  # where one was used first, and which
    typefaces: dict[Key | str, Typeface] = field(default_factory=dict)
    states: list[pikepdf.Object] = field(default_factory=list)  # ExtGState dictionaries
    forms: list[pikepdf.Object] = field(default_factory=list)
    pictures: list[pikepdf.Object] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    blends: set[str] = field(default_factory=set)
    intents: set[str] = field(default_factory=set)  # rendering intents
    strange: Counter[str] = field(default_factory=Counter)  # what is not as PDF has it, in words
    marking: Marking = field(default_factory=Marking)  # what belongs to which tag
    is_whole: bool = True  # false where the content is too much, or draws itself
