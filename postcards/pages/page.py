"""What pages end in: items at fixed positions, in points from the trim's top left corner.

Drawing decides nothing: every edition paints the same items. An item's `role` says what it is, for tagging and for
checks; its place in `Page.items` is its place in reading order within the page's text, with grounds first. A side of a
sheet is a page too, and the pages on it are items.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from msgspec import Struct

from postcards.composition import Line
from postcards.geometry import Point, Rect, Size
from postcards.manuscript import Photo

#: A path's steps: move, line, cubic curve (two control points and the end), close.
Operator = Literal["M", "L", "C", "Z"]
Step = tuple[Operator, tuple[float, ...]]


class Path(Struct, frozen=True, cache_hash=True):
    """An outline made of steps; coordinates in points."""

    steps: tuple[Step, ...]


class Fill(Struct, frozen=True):
    """A filled outline: a ground, a stamp, a shape of a drawing."""

    path: Path
    colour: str  # a name in the palette


class Stroke(Struct, frozen=True):
    """A stroked outline: a hairline, an address rule, a postmark, a stamp's edge."""

    path: Path
    colour: str
    width: float  # points
    dots: float = 0.0  # round ones that the line is made of, from middle to middle, points; 0 where it has no gaps


class Picture(Struct, frozen=True):
    """A photo that fills `rect`, cropped around its focus."""

    rect: Rect
    photo: Photo
    alt: str
    language: str


class Drawing(Struct, frozen=True):
    """A filled outline that says something: a code that phones read."""

    path: Path
    colour: str  # a name in the palette
    rect: Rect  # what it takes up
    alt: str
    language: str


class Text(Struct, frozen=True):
    """One line of text."""

    origin: Point  # of the first glyph, on the baseline
    line: Line
    colour: str
    role: str  # title, summary, quote, label, value, folio, credit, note …
    language: str  # BCP 47
    paragraph: int  # lines of one text share this number, unique on the page
    target: str = ""  # where it leads: "#" and a story's slug, or an address
    continues: bool = False  # its text began on an earlier page: both halves are one paragraph


class Placed(NamedTuple):
    """A page on a side of a sheet."""

    page: Page
    corner: Point  # where the page's top left corner comes to lie
    scale: float  # 1 is true to size
    turned: bool  # the page stands on its head, turned about its corner
    window: Rect  # the part of the page that is shown, points of the page


Item = Fill | Stroke | Picture | Drawing | Text | Placed


class Page(Struct, frozen=True):
    """One page of a booklet."""

    number: int  # from 1
    folio: str  # as printed; empty where none is
    kind: str  # cover, inside, contents, picture, message, …
    trim: Size
    items: tuple[Item, ...]
    story: str = ""  # slug
    heading: str = ""  # for bookmarks

    @property
    def texts(self) -> tuple[Text, ...]:
        """Its own and those of the pages placed on it, in reading order."""
        return tuple(_texts(self.items))


def _texts(items: Iterable[Item]) -> Iterator[Text]:
    for item in items:
        if isinstance(item, Text):
            yield item
        elif isinstance(item, Placed):
            yield from _texts(item.page.items)


class Bookmark(Struct, frozen=True):
    """A line of the screen edition's outline."""

    title: str
    number: int  # of the page, from 1
    level: int  # 0 is outermost


class Pages(Struct, frozen=True):
    """A booklet in one language, laid out: what every edition paints."""

    booklet: str
    language: str
    direction: str  # ltr or rtl
    title: str
    issue: str
    bleed: float  # points
    pages: tuple[Page, ...]
    bookmarks: tuple[Bookmark, ...]
    slug: float = 0.0  # how far a sheet reaches beyond the bleed, for marks; points

    @property
    def first_pages(self) -> dict[str, int]:
        """The number of each story's first page, by slug, in the booklet's order."""
        return first_pages(self.pages)


def first_pages(pages: Iterable[Page]) -> dict[str, int]:
    """The number of each story's first page, by slug, in the order of `pages`."""
    numbers: dict[str, int] = {}
    for page in pages:
        if page.story:
            numbers.setdefault(page.story, page.number)
    return numbers
