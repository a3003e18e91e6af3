"""A whole booklet: which page follows which, what is left out, and that nothing is lost without a word."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import PrintRoom, letters, paragraphs, said

from postcards.manuscript import Story
from postcards.pages.assembly import Assembled, assemble
from postcards.pages.fields import Book

LONG = "Home again after many years, with a shop, a garden and a great deal to do every day of the week. " * 30


def with_summary(story: Story, tag: str, summary: tuple[str, ...]) -> Story:
    text = replace(story.texts[tag], summary=summary)
    return replace(story, texts={**story.texts, tag: text})


def kinds(made: Assembled) -> list[str]:
    return [page.kind for page in made.pages.pages]


def test_the_order_of_a_booklet(room: PrintRoom) -> None:
    made = assemble(room.bench("spread"), room.book("en", ["asrat", "wahed"]))
    assert kinds(made) == [
        *("cover", "prose", "contents"),
        *("quote", "message", "picture", "message"),
        *("contact", "questions", "write", "prose", "back"),
    ]


@pytest.mark.parametrize(("binding", "multiple"), [("saddle-stitch", 4), ("perfect", 2), ("loose", 2)])
@pytest.mark.parametrize("slugs", [["asrat"], ["asrat", "wahed"], ["asrat", "wahed", "oleg"]])
@pytest.mark.parametrize("layout", ["spread", "single"])
def test_pages_are_filled_up_with_something_useful(
    room: PrintRoom, layout: str, slugs: list[str], binding: str, multiple: int
) -> None:
    book = room.book("en", slugs)
    made = assemble(room.bench(layout), replace(book, booklet=replace(book.booklet, binding=binding)))
    pages = made.pages.pages
    assert len(pages) % multiple == 0
    assert kinds(made)[-1] == "back"
    assert all(page.texts for page in pages)
    fillers = [kind for kind in kinds(made) if kind in ("questions", "write", "notes")]
    assert len(fillers) < multiple + 1
    assert fillers == sorted(fillers, key=["questions", "write", "notes"].index)


def test_a_story_that_does_not_fit_is_left_out_and_told_of(room: PrintRoom) -> None:
    book = room.book("en", ["asrat", "wahed"])
    asrat = with_summary(next(story for story in book.stories if story.slug == "asrat"), "en", (LONG, LONG))
    wahed = next(story for story in book.stories if story.slug == "wahed")
    made = assemble(room.bench("spread"), replace(book, stories=(asrat, wahed)))
    (problem,) = made.problems
    assert (problem.code, problem.story, problem.language) == ("text.overset", "asrat", "en")
    assert problem.is_error
    assert problem.field == "summary"
    assert problem.where == asrat.texts["en"].where["summary"]
    assert problem.where.line
    assert {page.story for page in made.pages.pages} == {"", "wahed"}
    assert max(fit.over for fit in made.fits["asrat"]) > 50
    contents = said(page for page in made.pages.pages if page.kind == "contents")
    assert letters(asrat.texts["en"].title) not in contents


def test_a_quote_that_does_not_fit_is_named_as_the_quote(room: PrintRoom) -> None:
    book = room.book("en", ["asrat"])
    (story,) = book.stories
    text = story.texts["en"]
    long = replace(story, texts={"en": replace(text, quote=replace(text.quote, text=LONG))})
    (problem,) = assemble(room.bench("spread"), replace(book, stories=(long,))).problems
    assert (problem.code, problem.field) == ("text.overset", "quote.text")
    assert problem.where == text.where["quote.text"]


def test_the_booklets_own_words_are_never_lost_without_a_word(room: PrintRoom) -> None:
    book = room.book("en", ["asrat"])
    language = replace(book.language, back=replace(book.language.back, text=LONG))
    (problem,) = assemble(room.bench("spread"), replace(book, language=language)).problems
    assert (problem.code, problem.language, problem.story) == ("text.overset", "en", "")
    assert problem.where == language.where


def test_long_notices_run_on_to_another_page(room: PrintRoom) -> None:
    book = room.book("en", ["asrat"])
    notices = book.language.notices
    longer = replace(notices, age=" ".join([notices.age] * 4), names=" ".join([notices.names] * 4))
    made = assemble(room.bench("spread"), replace(book, language=replace(book.language, notices=longer)))
    assert made.problems == ()
    assert kinds(made)[:4] == ["cover", "prose", "prose", "contents"]
    written = [text for page in made.pages.pages for text in paragraphs(page)]
    for notice in (longer.real_stories, longer.age, longer.names, longer.choice):
        assert written.count(letters(notice)) == 1
    assert [page.heading for page in made.pages.pages[1:3]] == [longer.title, ""]
    assert next(page.number for page in made.pages.pages if page.story) % 2 == 0


def many(book: Book, count: int) -> Book:
    """The book with its one story told `count` times."""
    (story,) = book.stories
    return replace(book, stories=tuple(replace(story, slug=f"story-{number:03}") for number in range(count)))


def test_more_pages_than_staples_hold_is_a_warning(room: PrintRoom) -> None:
    book = many(room.book("en", ["asrat"]), 30)
    made = assemble(room.bench("spread"), book)
    assert len(made.pages.pages) > 64
    assert [(problem.code, problem.is_error) for problem in made.problems] == [("booklet.thick", False)]
    glued = replace(book, booklet=replace(book.booklet, binding="perfect"))
    assert assemble(room.bench("spread"), glued).problems == ()


def test_contents_over_several_pages_still_lead_to_the_stories(room: PrintRoom) -> None:
    made = assemble(room.bench("single"), many(room.book("en", ["asrat"]), 70))
    assert kinds(made).count("contents") > 1
    numbers = [number for page in made.pages.pages if page.kind == "contents" for number in paragraphs(page, "number")]
    assert numbers == [str(page.number) for page in made.pages.pages if page.story]


def test_the_same_book_makes_the_same_pages(room: PrintRoom) -> None:
    book = room.book("ar", ["asrat", "valbon"])
    assert assemble(room.bench("spread", "ar"), book) == assemble(room.bench("spread", "ar"), book)


def test_stories_of_a_country_stand_under_its_name_in_the_outline(room: PrintRoom) -> None:
    made = assemble(room.bench("spread"), room.book("en", ["asrat", "valbon"]))
    marks = [(mark.title, mark.level) for mark in made.pages.bookmarks]
    assert marks[:3] == [("Postcards of Return", 0), ("About these stories", 0), ("Stories by country", 0)]
    assert ("Kosovo*", 0) in marks
    place = marks.index(("Kosovo*", 0))
    assert marks[place + 1][1] == 1
    assert marks[place + 1][0].startswith("Valbon: ")
