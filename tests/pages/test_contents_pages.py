"""The contents and the notices where they take several pages: nothing is left over, cut off or crooked."""

from __future__ import annotations

from itertools import pairwise

import pytest
from print_room import BOUND, PrintRoom, letters

from postcards.manuscript import select_stories
from postcards.pages.assembly import assemble
from postcards.pages.fields import Book
from postcards.pages.page import Page
from postcards.pages.sparing import SCANT


def all_stories(room: PrintRoom, tag: str) -> Book:
    """The booklet of 24 stories, whose contents take more than a page."""
    manuscript = room.manuscript
    booklet = manuscript.booklets["postcards-of-return"]
    stories, _ = select_stories(manuscript, booklet, tag, "print")
    return Book(booklet, manuscript.languages[tag], manuscript.places, tuple(stories), "0123abcd")


def contents(room: PrintRoom, tag: str, layout: str = "spread") -> list[Page]:
    made = assemble(room.bench(layout, tag), all_stories(room, tag))
    return [page for page in made.pages.pages if page.kind == "contents"]


@pytest.mark.parametrize("tag", ["ar", "ps", "ur", "ti"])
def test_the_country_is_said_again_where_its_stories_go_on(room: PrintRoom, tag: str) -> None:
    book = all_stories(room, tag)
    places = {letters(book.place(story.country)) for story in book.stories}
    pages = contents(room, tag)
    assert len(pages) > 1
    for page in pages:
        first = min(page.texts, key=lambda text: text.origin.y if text.role == "group" else 1e6)
        entry = min(text.origin.y for text in page.texts if text.role == "entry")
        assert letters(first.line.text) in places
        assert first.origin.y == pytest.approx(entry, abs=1), page.number


@pytest.mark.parametrize("tag", ["ar", "ps", "fa-AF", "en"])
def test_a_few_entries_do_not_take_a_page_alone(room: PrintRoom, tag: str) -> None:
    pages = contents(room, tag)
    assert len(pages) == 2
    assert len(pages[-1].texts) >= SCANT * len(pages[0].texts)
    sizes = {run.size for page in pages for text in page.texts if text.role == "entry" for run in text.line.runs}
    assert len({round(size, 2) for size in sizes}) <= 2  # with the face of what the script's own face lacks


@pytest.mark.parametrize("tag", ["en", "ti"])
def test_what_follows_a_note_stands_further_from_it_than_its_own_entry(room: PrintRoom, tag: str) -> None:
    seen = 0
    for page in contents(room, tag):
        rows = sorted((text for text in page.texts if text.role in ("entry", "note")), key=lambda text: text.origin.y)
        for above, below in pairwise(rows):
            if (above.role, below.role) == ("entry", "note"):
                into = below.origin.y - above.origin.y
            if (above.role, below.role) == ("note", "entry"):
                seen += 1
                assert below.origin.y - above.origin.y > into
    assert seen


@pytest.mark.parametrize("layout", BOUND)
@pytest.mark.parametrize("tag", ["en", "ne", "ar"])
def test_columns_of_a_text_end_at_about_the_same_height(room: PrintRoom, layout: str, tag: str) -> None:
    """But for what stays whole: no column could lose a paragraph to the next one and still be the longer one."""
    compared = 0
    for page in room.pages(layout, tag).pages.pages:
        body = [text for text in page.texts if text.role in ("body", "strong")]
        if page.kind == "prose" and body:
            middle = page.trim.width / 2
            columns = [[text for text in body if (text.origin.x < middle) is left] for left in (True, False)]
            if all(columns):
                depths = [max(text.origin.y for text in column) for column in columns]
                longer = columns[depths.index(max(depths))]
                last = [text for text in longer if text.paragraph == max(each.paragraph for each in longer)]
                whole = (len(last) + 2) * room.bench(layout, tag).leading("serif", tag) * 20
                assert max(depths) - min(depths) < whole
                compared += 1
    assert compared
