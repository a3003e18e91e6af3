"""The logical structure of a booklet's pages as values: what is read aloud, in which order and language.

Everything that is painted is either marked content of one element or an artifact (ISO 14289-1, 7.1); elements are of
standard types (ISO 32000-1, 14.8.4). `tagging` makes it of pages, `tags` writes it.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, field

from postcards.composition import Line
from postcards.geometry import Rect


class Mark(Struct, frozen=True):
    """What painted things belong to: marked content of the page, by number, or an artifact."""

    tag: str
    number: int | None = None  # MCID, from 0 on each page


ARTIFACT = Mark("Artifact")
PAGE_NUMBER = Mark("Pagination")

#: How one item is painted: a mark, and of a text the part of its line that has it.
Told = tuple[tuple[Mark, Line | None], ...]


class Content(Struct, frozen=True):
    """Marked content, as an element's kid."""

    page: int  # its number, from 1
    number: int  # MCID


class Link(Struct, frozen=True):
    """A place on a page that leads somewhere: an annotation (14.8.4.4.2), and a kid of its Link element."""

    page: int  # its number, from 1
    rects: tuple[Rect, ...]  # points from the trim's top left corner, one for each line
    target: str  # "#" and a page's number, or an address
    text: str  # what it says, for those who do not see where it stands


class Element(Struct, frozen=True):
    """A structure element of a standard type (14.8.4)."""

    tag: str
    kids: tuple[Kid, ...]
    language: str = ""  # BCP 47, where it is another than around it
    alt: str = ""  # what a figure shows
    actual: str = ""  # the text that its content stands for
    rect: Rect | None = None  # of a figure, points from the trim's top left corner


Kid = Element | Content | Link


class Structure(Struct, frozen=True):
    """What a tagged file says of its pages."""

    root: Element
    told: Mapping[int, tuple[Told, ...]]  # by page number, for each of its items
    links: tuple[Link, ...]  # in reading order


class Paragraph(Struct):
    """A text or a picture on its way into the tree."""

    role: str
    language: str
    kids: list[Kid] = field(default_factory=list)
    words: list[str] = field(default_factory=list)  # line by line
    rects: list[Rect] = field(default_factory=list)
    page: int = 0  # the number of the page it begins on
    target: str = ""
    alt: str = ""

    @property
    def text(self) -> str:
        return "".join(self.words).strip()
