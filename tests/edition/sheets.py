"""Sheets of passages: composed with the project's own fonts, painted, and handed to programs that read PDFs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from painted import TYPESETTER, pdf
from pdf_readers import JOINING, SOFT_HYPHEN, as_read

from postcards.composition import Galley, TextStyle, voice_of
from postcards.geometry import Point, Size
from postcards.manuscript.language import direction
from postcards.pages.page import Page, Pages, Text

#: Points.
MEASURE = 230.0
MARGIN, GAP = 30.0, 12.0
LEADING = 1.35  # times the size


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and how it is set; in the sheet's language unless it names its own."""

    text: str
    size: float = 11.5
    role: str = "serif"
    weight: str = "regular"
    balanced: bool = False
    divided: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """Pages of passages, and the file they are painted into."""

    booklet: Pages
    content: bytes

    def expected(self, reader: str) -> list[str]:
        """What a reader should give back of each page: divided words whole, unless it joins no lines."""
        joint = "" if reader in JOINING else "-\n"
        written = ("\n".join(text.line.text for text in page.texts) for page in self.booklet.pages)
        return [as_read(text.replace(SOFT_HYPHEN + "\n", joint)) for text in written]


def set_sheets(pages: Sequence[Sequence[Passage]], language: str, measure: float = MEASURE) -> Sheets:
    """A file in `language`, each page's passages one below the other in a column."""
    laid_out = []
    for number, passages in enumerate(pages, start=1):
        galleys = [_galley(passage, language, measure) for passage in passages]
        for passage, galley in zip(passages, galleys, strict=True):
            assert_whole(galley, passage.text)
        laid_out.append(_page(number, galleys, language))
    booklet = Pages("sheets", language, direction(language), "Sheets", "1", 0.0, tuple(laid_out), ())
    return Sheets(booklet, pdf(booklet, "screen"))


def _galley(passage: Passage, booklet_language: str, measure: float) -> Galley:
    language = passage.language or booklet_language
    voice = voice_of(passage.role, passage.weight, language)
    leading = passage.size * LEADING * TYPESETTER.shelf.script_faces(voice.role, voice.script).leading
    style = TextStyle(
        voice,
        passage.size,
        leading,
        balanced=passage.balanced,
        divided=passage.divided,
        booklet_direction=direction(booklet_language),
    )
    return TYPESETTER.compose(passage.text, style, measure)


def _page(number: int, galleys: Sequence[Galley], language: str) -> Page:
    items, top = [], MARGIN
    for paragraph, galley in enumerate(galleys):
        for index, line in enumerate(galley.lines):
            origin = Point(MARGIN + line.indent, top + galley.baseline(index))
            items.append(Text(origin, line, "ink", "summary", language, paragraph))
        top += galley.height + GAP
    width = max((galley.measure for galley in galleys), default=MEASURE) + 2 * MARGIN
    return Page(number, str(number), "inside", Size(width, top + MARGIN), tuple(items))


def assert_whole(galley: Galley, text: str) -> None:
    """The lines are the text, but for white space where they end."""
    rest = as_read(text.replace(SOFT_HYPHEN, ""))
    for line in galley.lines:
        shown = as_read(line.text.replace(SOFT_HYPHEN, ""))
        assert rest.startswith(shown), (shown, rest[: len(shown)])
        rest = rest[len(shown) :].lstrip()
    assert rest == ""
