"""Page designs: the YAML files in `layouts/`, validated, and turned into frames for one page.

A layout speaks of start and end (reading direction) and of inner and outer (spine); `place` is the one mirror, where
a frame becomes a rectangle on a page of a direction and side. Millimetres and logical directions end here: everything
after it is in points from the trim's top left corner.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

from msgspec import Struct, field
from msgspec.structs import replace

from postcards.geometry import MM, Rect, Size
from postcards.manuscript.markers import Block, Bounds
from postcards.pages.colours import Palette
from postcards.pages.measures import Distance, Edge, Length, Positive
from postcards.problems import Problem

if TYPE_CHECKING:
    from postcards.pages.reach import Edge as FixedEdge

Role = Literal["serif", "sans"]
Align = Literal["start", "center", "end", "justify"]
Kind = Literal["picture", "ground", "tab", "text", "rule", "stamp", "postmark", "ruled", "code"]
Rung = Literal["wish", "larger", "tighter", "smaller", "divided"]

#: The text of the booklet's own that is as long as it is, and runs on in every layout.
PROSE = "body"

#: Kinds of frames that take text, and so need a flow.
TEXT_KINDS = frozenset({"text", "tab", "stamp", "postmark", "ruled"})


class Trim(Block, frozen=True, kw_only=True):
    """The finished page, millimetres."""

    width: Positive
    height: Positive


class Style(Block, frozen=True, kw_only=True):
    """How one kind of text is set. Sizes in points of Latin type."""

    role: Role
    weight: Literal["regular", "bold"] = "regular"
    size: Positive  # the wish
    floor: Positive  # copyfitting never goes below
    whole: Positive | None = None  # but for a word wider than its frame; below the script's own floor as well
    ceiling: Positive | None = None  # nor above; the wish where it is not given
    leading: Positive  # at the wished size
    colour: str
    align: Align = "start"
    space: Length = 0.0  # above the text where another one stands before it, points
    after: Length = 0.0  # below the text where another one stands after it, points
    lead: Length = 0.0  # width of the column that stands before the text where a block has a lead, points
    on_grid: bool = False  # begins on a line of the layout's grid
    keep: bool = False  # stands in the same column as what follows
    follows: bool = False  # stands in the same column as the last lines of what precedes it, if that may be split
    split: bool = False  # may be divided between its lines, where a column ends
    balanced: bool = False
    hyphens: bool = False  # words may be divided, on the ladder's step for it
    tracking: Annotated[float, Bounds(ge=0, le=0.2)] = 0.0  # space between letters, ems; never where letters join
    capitals: bool = False  # in scripts that have them

    def __post_init__(self) -> None:
        if not (self.whole or self.floor) <= self.floor <= self.size <= (self.ceiling or self.size):
            raise ValueError("whole, floor, size and ceiling must not decrease in this order")
        if self.split and self.capitals:
            raise ValueError("a text in capitals cannot be split")  # they may be more than its letters


#: The two ways to say where a box lies across the page; they do not mix.
_WAYS = ({"start", "end", "width"}, {"inner", "outer", "width"})


class Box(Block, frozen=True, kw_only=True):
    """Where a frame lies: two of three horizontal and two of three vertical measures, millimetres from the trim."""

    start: Edge | None = None
    end: Edge | None = None
    inner: Edge | None = None
    outer: Edge | None = None
    width: Length | None = None
    top: Edge | None = None
    bottom: Edge | None = None
    height: Length | None = None

    def __post_init__(self) -> None:
        sides = [name for name in ("start", "end", "inner", "outer", "width") if getattr(self, name) is not None]
        if len(sides) != 2 or not any(set(sides) <= way for way in _WAYS):
            raise ValueError("give two of start, end and width, or two of inner, outer and width")
        if len([name for name in ("top", "bottom", "height") if getattr(self, name) is not None]) != 2:
            raise ValueError("give two of top, bottom and height")
        if any(value is not None and value < 0 for value in (self.width, self.height)):
            raise ValueError("width and height must not be negative")


class Frame(Block, frozen=True, kw_only=True):
    """An empty region of a page and what it is for."""

    id: str
    kind: Kind
    box: Box
    flow: tuple[str, ...] = ()  # fields poured into it, in order
    colour: str = ""
    align: Literal["top", "middle", "bottom"] = "top"
    yields: bool = False  # a tab that stands on the other side of the page where it hides less of the photo there
    runs_on: bool = False  # what does not go in goes on, on as many pages more as it takes

    @property
    def running(self) -> tuple[str, ...]:
        """The fields of its flow that may go on, on further pages."""
        return self.flow if self.runs_on else tuple(name for name in self.flow if name == PROSE)

    def __post_init__(self) -> None:
        if self.kind in ("ground", "tab", "rule", "stamp", "postmark") and not self.colour:
            raise ValueError(f"a {self.kind} needs a colour")
        if self.flow and self.kind not in TEXT_KINDS:
            raise ValueError(f"a {self.kind} takes no text")
        if self.runs_on and self.kind != "text":
            raise ValueError(f"a {self.kind} does not run on")
        if self.yields and self.kind != "tab":
            raise ValueError(f"a {self.kind} does not yield")


class Face(Block, frozen=True, kw_only=True):
    """One design of a page. With `like`, the frames given here stand in for those of the same id in the other face."""

    like: str = ""
    frames: tuple[Frame, ...]


#: A story has one page or two, and every page at least one face.
StoryPages = Annotated[tuple[Annotated[tuple[str, ...], Bounds(min_length=1)], ...], Bounds(min_length=1, max_length=2)]


class Story(Block, frozen=True, kw_only=True):
    """The pages of a story: for each, the faces to try in order until its texts fit."""

    with_picture: StoryPages
    without_picture: StoryPages


class Matter(Block, frozen=True, kw_only=True):
    """Which face sets each kind of page around the stories; empty for a page there is none of."""

    cover: str
    prose: str
    contents: str
    contact: str
    questions: str
    back: str
    notes: str = ""  # to write on: only where pages are bound
    write: str = ""
    card: str = ""  # the last page of a story's card: only where there are cards

    @property
    def faces(self) -> dict[str, str]:
        """The face of each kind of page, empty ones among them."""
        return {kind: getattr(self, kind) for kind in self.__struct_fields__}


class Layout(Block, frozen=True, kw_only=True):
    """One file of `layouts/`."""

    trim: Trim
    bleed: Distance
    safe: Distance  # from the trim, where no text should stand, since knives wander; millimetres
    grid: Positive  # half the reading leading, points of Latin type: where the texts of a page begin
    ladder: tuple[Rung, ...]  # what copyfitting tries, in order
    step: Positive  # stride of the ladder's sizes, points
    bound: bool = True  # its pages make a booklet of paper: they face each other, and are as many as folded sheets have
    styles: dict[str, Style]
    story: Story
    matter: Matter
    faces: dict[str, Face]
    coded: dict[str, str] = field(default_factory=dict)  # the face that stands in for another on pages with a code

    def __post_init__(self) -> None:
        if self.ladder[:1] != ("wish",):
            raise ValueError("the ladder must begin with wish")
        if self.bound and not (self.matter.notes and self.matter.write):
            raise ValueError("bound pages need faces for notes and write, to fill their sheets with")

    @property
    def trim_size(self) -> Size:
        return Size(self.trim.width * MM, self.trim.height * MM)

    @property
    def bleed_points(self) -> float:
        return self.bleed * MM

    def bleeding(self, bleed: float) -> Layout:
        """The same design with so many millimetres of bleed: what bleeds reaches further, all else stays.

        Pages that are not bound are never cut, and have the bleed they have.
        """
        return self if bleed == self.bleed or not self.bound else replace(self, bleed=bleed)

    def frames(self, face: str) -> tuple[Frame, ...]:
        """The frames of a face in painting order, `like` resolved."""
        design = self.faces[face]
        if not design.like:
            return design.frames
        own = {frame.id: frame for frame in design.frames}
        inherited = self.frames(design.like)
        known = {frame.id for frame in inherited}
        return (
            *(own.get(frame.id, frame) for frame in inherited),
            *(frame for frame in design.frames if frame.id not in known),
        )

    def place(self, frame: Frame, direction: str, number: int) -> Rect:
        """The frame's rectangle on page `number` (from 1) of a booklet of that reading direction, in points.

        A left-to-right booklet has its odd pages on the right of the spine, a right-to-left one on the left.
        """
        box = frame.box
        odd = number % 2 == 1
        start_is_inner = odd  # both directions: an odd page begins at the spine
        start = box.start if box.start is not None else box.inner if start_is_inner else box.outer
        end = box.end if box.end is not None else box.outer if start_is_inner else box.inner
        x, width = self._span(start, end, box.width, self.trim.width)
        y, height = self._span(box.top, box.bottom, box.height, self.trim.height)
        rect = Rect(x * MM, y * MM, width * MM, height * MM)
        return rect.mirrored(self.trim_size.width) if direction == "rtl" else rect

    def _span(self, near: Edge | None, far: Edge | None, length: float | None, whole: float) -> tuple[float, float]:
        """Offset and length along one axis, millimetres. `bleed` reaches to the bleed's edge."""
        low = -self.bleed if near == "bleed" else near
        high = -self.bleed if far == "bleed" else far
        # A length given with a bled edge is measured from the trim, so that bleeding adds to it.
        if low is None:
            assert high is not None and length is not None
            length += self.bleed if far == "bleed" else 0.0
            return whole - high - length, length
        if high is None:
            assert length is not None
            return low, length + (self.bleed if near == "bleed" else 0.0)
        return low, whole - low - high


class Designs(Struct, frozen=True):
    """The layouts by name, and the colours they use."""

    layouts: Mapping[str, Layout]
    palette: Palette
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]  # everything that was read
    edges: Mapping[str, tuple[FixedEdge, ...]]  # by layout: what may be short of a print shop's bleed
