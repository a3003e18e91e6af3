"""Tagging: what the items of a booklet's pages say, in reading order (ISO 32000-1, 14.7 and 14.8).

It comes from what items are, not from where they are drawn: a text's role decides. A story is one section, whatever
pages it takes. Marks are numbered in the order of painting.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postcards.composition import Line
from postcards.edition.passages import passages
from postcards.edition.roles import section
from postcards.edition.structure import (
    ARTIFACT,
    PAGE_NUMBER,
    Content,
    Element,
    Kid,
    Link,
    Mark,
    Paragraph,
    Structure,
    Told,
)
from postcards.geometry import Rect
from postcards.pages.page import Drawing, Item, Page, Pages, Picture, Text

#: Texts that say nothing which is not said elsewhere: drawings with words in them, page numbers.
DRAWN = frozenset({"stamp", "postmark"})
PAGINATION = frozenset({"folio"})

#: What repeats at the head of a page that a chapter runs on to.
RUNNING_HEAD = "heading"

#: A letter reaches so far above and below its baseline (ems): what a link's rectangle takes in.
ASCENT, DESCENT = 0.95, 0.35


def describe(pages: Pages) -> Structure:
    """The structure of all pages."""
    told: dict[int, tuple[Told, ...]] = {}
    kids: list[Kid] = []
    for group in _sections(pages.pages):
        paragraphs: list[Paragraph] = []
        for place, page in enumerate(group):
            marker = _Marker(page, pages, runs_on=place > 0 and not page.story)
            told[page.number] = tuple(marker.tell(item, paragraphs) for item in page.items)
        kids += section(paragraphs, pages.language, is_story=bool(group[0].story))
    root = Element("Document", tuple(kids))
    return Structure(root, told, tuple(_links(root)))


def _sections(pages: Sequence[Page]) -> Iterator[list[Page]]:
    """Pages that are one story or one chapter; a chapter that runs on has its heading in the outline once."""
    group: list[Page] = []
    for page in pages:
        if group:
            before = group[-1]
            alike = page.story == before.story if page.story else not before.story and page.kind == before.kind
            if not alike or (page.heading and not page.story):
                yield group
                group = []
        group.append(page)
    if group:
        yield group


class _Marker:
    """The marks of one page."""

    def __init__(self, page: Page, pages: Pages, *, runs_on: bool) -> None:
        self._page = page.number
        self._pages = pages
        self._first_pages = pages.first_pages
        self._runs_on = runs_on
        self._next = 0
        self._open: Paragraph | None = None  # what the last thing painted is a plain part of
        self._paragraph = -1  # its number

    def tell(self, item: Item, paragraphs: list[Paragraph]) -> Told:
        """How `item` is marked; what it says is put into `paragraphs`."""
        if isinstance(item, Text):
            return self._text(item, paragraphs)
        self._open = None
        if isinstance(item, (Picture, Drawing)) and item.alt:
            mark, content = self._content("Figure")
            figure = Paragraph("figure", item.language, [content], page=self._page, alt=item.alt, rects=[item.rect])
            paragraphs.append(figure)
            return ((mark, None),)
        return ((ARTIFACT, None),)

    def _text(self, item: Text, paragraphs: list[Paragraph]) -> Told:
        if item.role in PAGINATION or item.role in DRAWN or (self._runs_on and item.role == RUNNING_HEAD):
            self._open = None
            return ((PAGE_NUMBER if item.role in PAGINATION else ARTIFACT, item.line),)
        if item.paragraph != self._paragraph:
            self._open, self._paragraph = None, item.paragraph
            if not _runs_on(item, paragraphs):
                paragraphs.append(Paragraph(item.role, item.language, page=self._page, target=self._leads(item.target)))
        paragraph = paragraphs[-1]
        told: list[tuple[Mark, Line]] = []
        for passage in passages(item.line, item.language, self._pages.direction):
            if passage.is_plain and self._open is paragraph:
                mark = Mark("P", self._next - 1)
            else:
                mark, content = self._content("P" if passage.is_plain else "Span")
                whole = passage.is_plain
                kid = content if whole else Element("Span", (content,), passage.language, actual=passage.actual)
                paragraph.kids.append(kid)
                self._open = paragraph if whole else None
            told.append((mark, passage.line))
        paragraph.words.append(item.line.text + (" " if item.line.spaced else ""))
        paragraph.rects.append(_line_rect(item))
        return tuple(told)

    def _leads(self, target: str) -> str:
        """An address, or "#" and the number of a story's first page; nothing for a story that is not in the booklet."""
        if not target.startswith("#"):
            return target
        number = self._first_pages.get(target[1:])
        return f"#{number}" if number else ""

    def _content(self, tag: str) -> tuple[Mark, Content]:
        number = self._next
        self._next += 1
        return Mark(tag, number), Content(self._page, number)


def _runs_on(item: Text, paragraphs: list[Paragraph]) -> bool:
    """Whether a text is the rest of one that began on the page before."""
    return item.continues and bool(paragraphs) and paragraphs[-1].role == item.role


def _line_rect(item: Text) -> Rect:
    size = max((run.size for run in item.line.runs), default=0.0)
    return Rect(item.origin.x, item.origin.y - ASCENT * size, item.line.width, (ASCENT + DESCENT) * size)


def _links(element: Element) -> Iterator[Link]:
    for kid in element.kids:
        if isinstance(kid, Link):
            yield kid
        elif isinstance(kid, Element):
            yield from _links(kid)
