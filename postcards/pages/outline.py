"""The outline that programs show beside a booklet's pages (ISO 32000-1, 12.3.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from postcards.pages.fields import Book
from postcards.pages.page import Bookmark, Page


def bookmarks(book: Book, pages: Sequence[Page]) -> Iterator[Bookmark]:
    """Every headed page, stories under their country."""
    countries = {story.slug: story.country for story in book.stories}
    country = ""
    for page in pages:
        if not page.heading:
            continue
        if page.story:
            if countries[page.story] != country:
                country = countries[page.story]
                yield Bookmark(book.place(country), page.number, 0)
            yield Bookmark(page.heading, page.number, 1)
        else:
            yield Bookmark(page.heading, page.number, 0)
