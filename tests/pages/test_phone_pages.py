"""Pages for a phone: large type, every story on as many pages as it needs, nothing that only paper has."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import LANGUAGES, PrintRoom, letters, paragraphs, whole_texts

from postcards.geometry import MM
from postcards.manuscript.booklets import Contact
from postcards.pages.assembly import assemble
from postcards.pages.page import Text

every_language = pytest.mark.parametrize("tag", LANGUAGES)

#: Points of Latin type: the least of anything, and of what is read as a whole.
SMALLEST, READING = 11.0, 14.0
READ = ("title", "quote", "quote-face", "summary", "body", "strong", "question", "entry", "value", "closing")


def nominal(text: Text) -> float:
    """The size that Latin type beside a line's largest letters would have."""
    return max(run.size / run.face.factor for run in text.line.runs)


@every_language
def test_everything_is_large_enough_to_read(room: PrintRoom, tag: str) -> None:
    for page in room.pages("phone", tag).pages.pages:
        for text in page.texts:
            least = READING if text.role in READ else SMALLEST
            assert nominal(text) >= least - 0.01, (page.number, text.role, text.line.text)


@every_language
def test_a_page_is_one_column_of_a_phone(room: PrintRoom, tag: str) -> None:
    pages = room.pages("phone", tag).pages
    assert pages.bleed == 0
    assert {page.trim for page in pages.pages} == {(90 * MM, 160 * MM)}
    assert {page.kind for page in pages.pages} == {
        *("cover", "prose", "contents", "quote", "picture", "message", "questions", "back")
    }


def test_every_story_is_read_in_the_order_of_the_booklet_and_in_its_own(room: PrintRoom) -> None:
    made, book = room.pages("phone", "en"), room.book("en")
    assert list(made.pages.first_pages) == [story.slug for story in book.stories]
    pages = [page for page in made.pages.pages if page.story == "asrat"]
    roles = list(dict.fromkeys(text.role for page in pages for text in page.texts))
    assert roles[:6] == ["name", "country", "title", "quote", "credit", "summary"]
    assert roles.index("summary") < roles.index("fact")


def test_a_long_story_takes_more_pages_and_is_not_left_out(room: PrintRoom) -> None:
    book = room.book("ne", ["asrat", "wahed"])
    asrat, wahed = sorted(book.stories, key=lambda story: story.slug)
    long = tuple(f"{'छ' * number} {paragraph}" for number in range(1, 7) for paragraph in asrat.texts["ne"].summary)
    text = replace(asrat.texts["ne"], summary=long)
    stories = (replace(asrat, texts={**asrat.texts, "ne": text}), wahed)
    made = assemble(room.bench("phone", "ne"), replace(book, stories=stories))
    assert not [problem for problem in made.problems if problem.is_error]
    pages = [page for page in made.pages.pages if page.story == "asrat"]
    assert len(pages) > 6
    found = whole_texts(pages)
    assert [found.count(letters(paragraph)) for paragraph in long] == [1] * len(long)
    assert [page.folio for page in pages] == [book.figures(str(page.number)) for page in pages]


def test_no_lines_are_left_to_fill_in_by_hand(room: PrintRoom) -> None:
    """Where the booklet names nobody to ask, what is said of asking has no page of its own."""
    spread, phone = (room.pages(layout, "en").pages.pages for layout in ("spread", "phone"))
    (card,) = (page for page in spread if page.kind == "contact")
    assert "label" in {text.role for text in card.texts}
    assert not [page for page in phone if page.kind == "contact"]
    words = room.book("en").language.contact
    assert whole_texts(phone[-3:-1])[-3:-1] == [letters(words.title), letters(words.text)]


def test_an_office_has_a_page_on_a_phone(room: PrintRoom) -> None:
    book = room.book("en", ["asrat"])
    card = Contact("Return office", "1 Long Street", "+47 22 00 00 00", "9 to 15")
    booklet = replace(book.booklet, contact={"en": card})
    made = assemble(room.bench("phone"), replace(book, booklet=booklet))
    (page,) = (page for page in made.pages.pages if page.kind == "contact")
    assert letters("1 Long Street") in paragraphs(page)


def test_a_thousand_pages_are_not_too_thick_for_a_phone(room: PrintRoom) -> None:
    book = room.book("en")
    thick = replace(book.booklet, paper=250, caliper=2.0)
    assert "booklet.thick" in {
        problem.code for problem in assemble(room.bench("spread"), replace(book, booklet=thick)).problems
    }
    assert not assemble(room.bench("phone"), replace(book, booklet=thick)).problems
