"""One page made up: which items stand where, in which order, in both directions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import PrintRoom, letters, paragraphs

from postcards.manuscript import Photo
from postcards.pages.assembly import assemble
from postcards.pages.copyfit import Block
from postcards.pages.layout import Layout
from postcards.pages.makeup import Content, make_up
from postcards.pages.page import Item, Page, Picture, Stroke, Text
from postcards.pages.path import bounds

PHOTO = Photo("picture.jpg", "place", "illustration", "Drawn", folder="content/stories/a")

STORY = """\
picture -8.5 -8.5 300.5 65.2 A house.
fill paper 22.7 31.0 42.7 25.7
name 28.7 40.8 Asrat
country 28.7 50.8 Ethiopia
quote 22.7 73.5 It is good to be home.
title 22.7 109.4 A house that earns
summary 22.7 126.4 In 2012 he went home to his wife and to
summary 22.7 142.0 his children, and soon opened a café in
summary 22.7 157.6 the house.
credit 22.7 203.0 Drawn illustration
folio 170.1 203.0 3
"""


def text(words: str, style: str) -> tuple[Block, ...]:
    return (Block(words, style, "en"),)


def in_language(content: Content, tag: str) -> Content:
    """The same words, set as text of that language."""
    fields = {name: tuple(replace(block, language=tag) for block in blocks) for name, blocks in content.fields.items()}
    return replace(content, fields=fields)


def story_page() -> Content:
    fields = {
        "name": text("Asrat", "name"),
        "country": text("Ethiopia", "country"),
        "quote": text("It is good to be home.", "quote"),
        "title": text("A house that earns", "title"),
        "summary": text(
            "In 2012 he went home to his wife and to his children, and soon opened a café in the house.", "summary"
        ),
        "credit": text("Drawn illustration", "credit"),
        "folio": text("3", "folio"),
    }
    return Content("picture", fields, "green", PHOTO, "A house.", "asrat", "Asrat", 0)


def recorded(page: Page) -> str:
    """A page's items in the order of painting, one a line, with their places in points."""
    return "".join(f"{_shown(item)}\n" for item in page.items)


def _shown(item: Item) -> str:
    if isinstance(item, Text):
        return f"{item.role} {item.origin.x:.1f} {item.origin.y:.1f} {item.line.text}"
    if isinstance(item, Picture):
        rect = item.rect
        return f"picture {rect.x:.1f} {rect.y:.1f} {rect.width:.1f} {rect.height:.1f} {item.alt}"
    rect = bounds(item.path)
    kind = "stroke" if isinstance(item, Stroke) else "fill"
    return f"{kind} {item.colour} {rect.x:.1f} {rect.y:.1f} {rect.width:.1f} {rect.height:.1f}"


def test_a_page_is_items_in_the_order_of_painting(room: PrintRoom, small: Layout) -> None:
    made = make_up(room.bench(small), "story", story_page(), 3)
    assert recorded(made.page) == STORY
    assert (made.page.number, made.page.folio, made.page.kind) == (3, "3", "picture")
    assert (made.page.story, made.page.heading, made.over) == ("asrat", "Asrat", 0)


def test_a_face_without_a_photo_shows_none(room: PrintRoom, small: Layout) -> None:
    made = make_up(room.bench(small), "words", replace(story_page(), photo=None), 3)
    first, *others = recorded(made.page).splitlines()
    assert first == "fill green -8.5 -8.5 300.5 65.2"
    assert others == STORY.splitlines()[1:]


def test_a_right_to_left_page_is_its_mirror_image(room: PrintRoom, small: Layout) -> None:
    """Frames change sides; the picture itself is not turned, nor is text set backwards."""
    content = story_page()
    content = replace(content, fields={**content.fields, "country": ()})  # Arabic lines are higher: one has room
    left = make_up(room.bench(small, "en"), "story", content, 3).page
    right = make_up(room.bench(small, "ar"), "story", in_language(content, "ar"), 3).page
    width = left.trim.width
    assert paragraphs(left) == paragraphs(right)
    for one, other in zip(left.items, right.items, strict=True):
        if isinstance(one, Text) and isinstance(other, Text) and one.role in ("name", "title", "credit"):
            assert other.origin.x + other.line.width == pytest.approx(width - one.origin.x, abs=0.01)
        elif isinstance(one, Picture) and isinstance(other, Picture):
            assert other.rect.mirrored(width).x == pytest.approx(one.rect.x)


def test_lines_of_one_text_share_a_number(room: PrintRoom, small: Layout) -> None:
    page = make_up(room.bench(small), "story", story_page(), 3).page
    numbers = {text.role: text.paragraph for text in page.texts}
    assert len(set(numbers.values())) == len(numbers)
    assert len({text.paragraph for text in page.texts if text.role == "summary"}) == 1


def test_a_tab_is_as_wide_as_what_stands_on_it(room: PrintRoom, small: Layout) -> None:
    def width(name: str) -> float:
        content = story_page()
        page = make_up(
            room.bench(small), "story", replace(content, fields={**content.fields, "name": text(name, "name")}), 3
        ).page
        return next(bounds(item.path).width for item in page.items if not isinstance(item, (Text, Picture)))

    assert width("Asrat") < width("Bereket Tesfamariam") < 40 * 72 / 25.4


def test_what_is_too_long_for_one_frame_is_told_of_that_frame(room: PrintRoom, small: Layout) -> None:
    content = story_page()
    long = {**content.fields, "quote": text("It is good to be home again. " * 12, "quote")}
    made = make_up(room.bench(small), "story", replace(content, fields=long), 3)
    assert [fit.frame for fit in made.fits if fit.over] == ["quote"]
    assert made.over == sum(fit.over for fit in made.fits)


def test_a_layout_that_nobody_has_seen_makes_a_booklet(room: PrintRoom, small: Layout) -> None:
    """One page a story, all texts in frames of its own; what does not fit is told of, not lost."""
    for tag in ("en", "ar"):
        book = room.book(tag, ["asrat", "wahed", "valbon"])
        made = assemble(room.bench(small, tag), book)
        told = {problem.story for problem in made.problems}
        shown = {page.story for page in made.pages.pages}
        for story in book.stories:
            assert (story.slug in told) is (story.slug not in shown)
        contents = [page for page in made.pages.pages if page.kind == "contents"]
        names = [text for page in contents for text in paragraphs(page, "group")]
        assert sorted(names) == sorted(
            letters(book.place(story.country)) for story in book.stories if story.slug in shown
        )
