"""The real stories, layouts and fonts of this repository, set once for all tests; and what one sees on a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from twelve import twelve

from postcards.composition import FontShelf, Typesetter
from postcards.geometry import Rect
from postcards.manuscript import Manuscript, direction, select_stories
from postcards.pages.assembly import Assembled, assemble
from postcards.pages.bench import Bench, Tables
from postcards.pages.fields import Book
from postcards.pages.layout import Designs, Layout
from postcards.pages.page import Page, Text

ROOT = Path(__file__).parents[2]
LANGUAGES = ("en", "nb", "ar", "fa-AF", "ti", "ru", "so", "ne")
BOUND = ("spread", "single", "large")
LAYOUTS = (*BOUND, "phone")


@dataclass(frozen=True, repr=False)
class PrintRoom:
    """What pages are made from, and the pages made so far."""

    manuscript: Manuscript
    designs: Designs
    shelf: FontShelf
    typesetter: Typesetter
    made: dict[tuple[str, str], Assembled] = field(default_factory=dict)

    def bench(self, layout: str | Layout = "spread", tag: str = "en") -> Bench:
        design = self.designs.layouts[layout] if isinstance(layout, str) else layout
        return Bench(design, self.designs.palette, self.shelf, self.typesetter.compose, tag, direction(tag), Tables())

    def book(self, tag: str = "en", slugs: Iterable[str] = ()) -> Book:
        """Twelve of the repository's stories in one language, with all its stories or some."""
        booklet = twelve(self.manuscript)
        stories, _ = select_stories(self.manuscript, booklet, tag, "print")
        wanted = tuple(slugs)
        chosen = tuple(story for story in stories if not wanted or story.slug in wanted)
        return Book(booklet, self.manuscript.languages[tag], self.manuscript.places, chosen, "0123abcd")

    def pages(self, layout: str, tag: str) -> Assembled:
        """The whole booklet, made once."""
        if (layout, tag) not in self.made:
            self.made[layout, tag] = assemble(self.bench(layout, tag), self.book(tag))
        return self.made[layout, tag]


def letters(text: str) -> str:
    """A text without spaces and soft hyphens: what must come out as it went in."""
    return "".join(text.split()).replace("\u00ad", "")


def paragraphs(page: Page, *roles: str) -> list[str]:
    """The texts on a page in the order of reading, their lines joined, without spaces."""
    lines: dict[int, str] = {}
    for text in page.texts:
        if not roles or text.role in roles:
            lines[text.paragraph] = lines.get(text.paragraph, "") + letters(text.line.text)
    return list(lines.values())


def whole_texts(pages: Iterable[Page]) -> list[str]:
    """The same over several pages, with the halves of a text that goes on over the page put together again."""
    texts: list[str] = []
    last: dict[str, int] = {}  # by role: where the latest text of it stands
    for page in pages:
        lines: dict[int, int] = {}
        for text in page.texts:
            if text.paragraph not in lines:
                if not text.continues:
                    last[text.role] = len(texts)
                    texts.append("")
                lines[text.paragraph] = last[text.role]
            texts[lines[text.paragraph]] += letters(text.line.text)
    return texts


def said(pages: Iterable[Page]) -> str:
    """Everything that is written on some pages, without spaces."""
    return "\n".join(text for page in pages for text in paragraphs(page))


def line_rect(text: Text) -> Rect:
    """A line of text as a flat rectangle on its baseline."""
    return Rect(text.origin.x, text.origin.y, text.line.width, 0.0)


def ink(text: Text) -> tuple[float, float]:
    """The heights on the page between which a line's glyphs lie: top, bottom (points)."""
    tops, bottoms = [text.origin.y], [text.origin.y]
    for run in text.line.runs:
        scale = run.size / run.face.upem
        for cluster in run.clusters:
            for glyph, _, rise in cluster.components:
                extents = run.face.font.get_glyph_extents(glyph)
                if extents and extents.height:
                    tops.append(text.origin.y - (rise + extents.y_bearing) * scale)
                    bottoms.append(text.origin.y - (rise + extents.y_bearing + extents.height) * scale)
    return min(tops), max(bottoms)
