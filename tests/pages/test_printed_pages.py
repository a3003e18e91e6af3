"""Every page of every language in every layout of ours, looked at as a reader, a binder and a printer would."""

from __future__ import annotations

from itertools import product

import pytest
from print_room import (
    BOUND,
    LANGUAGES,
    LAYOUTS,
    PrintRoom,
    ink,
    letters,
    line_rect,
    paragraphs,
    said,
    whole_texts,
)

from postcards.geometry import MM, Rect
from postcards.manuscript import direction
from postcards.pages.fields import quoted
from postcards.pages.page import Fill, Picture, Stroke, Text
from postcards.pages.path import bounds

ALL = [(layout, tag) for layout in LAYOUTS for tag in LANGUAGES]
every_booklet = pytest.mark.parametrize(("layout", "tag"), ALL)
every_language = pytest.mark.parametrize("tag", LANGUAGES)

#: What no text may come nearer to the trim than (points); glyphs may reach over their frame's edge a little.
MARGIN = 4 * MM

KOSOVO = "XK"

#: How often its name is printed at least: in the contents and with its story.
LEAST_OF_KOSOVO = {"single": 2, "spread": 4, "large": 4, "phone": 2}


@every_booklet
def test_the_booklets_own_words_all_go_in(room: PrintRoom, layout: str, tag: str) -> None:
    assert [str(problem) for problem in room.pages(layout, tag).problems if not problem.story] == []


@every_language
def test_every_story_goes_in(room: PrintRoom, tag: str) -> None:
    made = room.pages("spread", tag)
    assert [str(problem) for problem in made.problems] == []
    assert set(made.fits) == {story.slug for story in room.book(tag).stories}


@every_booklet
def test_every_letter_of_a_story_is_on_its_pages(room: PrintRoom, layout: str, tag: str) -> None:
    made = room.pages(layout, tag)
    left_out = {problem.story for problem in made.problems}
    for story in room.book(tag).stories:
        pages = [page for page in made.pages.pages if page.story == story.slug]
        if story.slug in left_out:
            assert pages == []
            continue
        text = story.texts[tag]
        found = whole_texts(pages)
        for once in (text.title, quoted(text.quote, tag), *text.summary):
            assert found.count(letters(once)) == 1, once


@every_booklet
def test_text_stays_clear_of_the_knife(room: PrintRoom, layout: str, tag: str) -> None:
    for page in room.pages(layout, tag).pages.pages:
        room_left = Rect(0, 0, page.trim.width, page.trim.height).outset(-MARGIN)
        for text in page.texts:
            assert room_left.contains(line_rect(text)), (page.number, text.role, text.line.text)
            top, bottom = ink(text)
            assert room_left.y <= top
            assert bottom <= room_left.bottom, (page.number, text.role, text.line.text)


@every_booklet
def test_text_never_lies_on_a_picture(room: PrintRoom, layout: str, tag: str) -> None:
    """Unless a ground was painted over the picture there first."""
    for page in room.pages(layout, tag).pages.pages:
        for place, text in enumerate(page.items):
            if isinstance(text, Text):
                top, bottom = ink(text)
                written = Rect(text.origin.x, top, text.line.width, bottom - top)
                below = [item for item in page.items[:place] if _covers(item, written)]
                assert not below or not isinstance(below[-1], Picture), (page.number, text.role, text.line.text)


def _covers(item: object, written: Rect) -> bool:
    """A picture counts wherever it meets the text, a ground only where it lies under all of it."""
    if isinstance(item, Picture):
        return item.rect.overlaps(written)
    if isinstance(item, Fill):
        ground = bounds(item.path)
        return ground.contains(written)
    return False


@every_booklet
def test_lines_of_text_do_not_run_into_each_other(room: PrintRoom, layout: str, tag: str) -> None:
    for page in room.pages(layout, tag).pages.pages:
        lines = [Rect(text.origin.x, text.origin.y - 3, text.line.width, 3) for text in page.texts if text.line.width]
        for place, one in enumerate(lines):
            for other in lines[place + 1 :]:
                assert not one.overlaps(other), (page.number, page.kind)


@every_booklet
def test_the_sheets_can_be_folded(room: PrintRoom, layout: str, tag: str) -> None:
    pages = room.pages(layout, tag).pages.pages
    assert layout not in BOUND or len(pages) % 4 == 0
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))
    assert (pages[0].kind, pages[-1].kind) == ("cover", "back")
    assert all(page.texts for page in pages), "no page is blank"


@every_language
@pytest.mark.parametrize("layout", ["spread", "large"])
def test_the_two_faces_of_a_story_face_each_other(room: PrintRoom, layout: str, tag: str) -> None:
    """An even page and the next lie open together, whichever side the booklet is bound on."""
    pages = room.pages(layout, tag).pages.pages
    stories = [page for page in pages if page.story]
    for front, back in zip(stories[::2], stories[1::2], strict=True):
        assert front.story == back.story
        assert front.number % 2 == 0
        assert back.number == front.number + 1
        assert (front.kind in ("picture", "quote"), back.kind) == (True, "message")


@every_booklet
def test_a_story_without_a_photo_has_a_quote_face(room: PrintRoom, layout: str, tag: str) -> None:
    pages = [page for page in room.pages(layout, tag).pages.pages if page.story]
    photos = {story.slug: story.photo for story in room.book(tag).stories}
    assert None in photos.values()
    shown = {page.story for page in pages if any(isinstance(item, Picture) for item in page.items)}
    quotes = {page.story for page in pages if page.kind == "quote"}
    stories = {page.story for page in pages}
    assert shown == {slug for slug in stories if photos[slug]}
    assert quotes == stories - shown


@every_booklet
def test_folios_tell_the_page(room: PrintRoom, layout: str, tag: str) -> None:
    book = room.book(tag)
    for page in room.pages(layout, tag).pages.pages:
        printed = [letters(text.line.text) for text in page.texts if text.role == "folio"]
        assert page.folio == book.figures(str(page.number))
        assert printed in ([page.folio], [])
        if page.kind in ("message", "prose", "contents", "contact"):
            assert printed


@every_booklet
def test_the_contents_lead_to_the_stories(room: PrintRoom, layout: str, tag: str) -> None:
    made, book = room.pages(layout, tag), room.book(tag)
    expected = {}
    for page in reversed(made.pages.pages):
        if page.story:
            expected[page.story] = book.figures(str(page.number))
    listed = {}
    for page in made.pages.pages:
        if page.kind == "contents":
            numbers, entries = paragraphs(page, "number"), paragraphs(page, "entry")
            assert len(numbers) == len(entries)
            listed |= dict(zip(entries, numbers, strict=True))
    titles = {story.slug: story.texts[tag] for story in book.stories if story.slug in expected}
    named = {slug: f"{text.name} · {text.title}" if text.name else text.title for slug, text in titles.items()}
    assert listed == {letters(named[slug]): number for slug, number in expected.items()}


@every_booklet
def test_kosovo_bears_its_marker_and_the_note_is_in_sight(room: PrintRoom, layout: str, tag: str) -> None:
    """Wherever the name is printed, and on one of the two pages that lie open; on a phone within the story."""
    places = room.manuscript.places
    name, note = letters(places.name(KOSOVO, tag)), letters(places.note(KOSOVO, tag))
    pages = room.pages(layout, tag).pages.pages
    seen = 0
    for page in pages:
        named = [text for text in paragraphs(page) if name in text and text != note]
        seen += len(named)
        assert all(name + "*" in text for text in named), page.number
        if named:
            open_pages = [other for other in pages if other.number // 2 == page.number // 2]
            if layout not in BOUND:
                open_pages = [other for other in pages if other.story == page.story] if page.story else [page]
            assert note in said(open_pages), page.number
    told = any(page.story == "valbon" for page in pages)
    assert seen >= (LEAST_OF_KOSOVO[layout] if told else 0)


@every_booklet
def test_nobody_takes_a_demonstration_for_the_real_thing(room: PrintRoom, layout: str, tag: str) -> None:
    pages = room.pages(layout, tag).pages.pages
    words = room.book(tag).language.demonstration
    assert pages[1].kind == "prose"
    assert letters(words.text) in said([pages[1]])
    assert letters(words.title) in said([pages[1]])
    colophon = [page for page in pages if page.kind == "prose" and page.number > len(pages) // 2]
    assert letters(words.text) in said(colophon)


@every_booklet
def test_a_draft_says_so(room: PrintRoom, layout: str, tag: str) -> None:
    book = room.book(tag)
    notices = [page for page in room.pages(layout, tag).pages.pages if page.kind == "prose"]
    assert (letters(book.language.draft) in said(notices)) is book.is_draft
    assert book.is_draft is (tag != "en")


@every_booklet
def test_the_notices_are_all_there(room: PrintRoom, layout: str, tag: str) -> None:
    words = room.book(tag).language
    pages = room.pages(layout, tag).pages.pages
    stories = [page.number for page in pages if page.story]
    front = whole_texts(pages[: min(stories) - 1])
    back = whole_texts(pages[max(stories) :])
    notices = words.notices
    for text in (notices.real_stories, notices.new_texts, notices.pictures, notices.names, notices.age, notices.choice):
        assert front.count(letters(text)) == 1
    colophon = words.colophon
    for text in (colophon.opinions, colophon.designations, colophon.changes, colophon.licence):
        assert back.count(letters(text)) == 1
    assert letters(words.contact.text) in back


@every_language
def test_values_stand_between_their_label_and_their_rule(room: PrintRoom, tag: str) -> None:
    """On every message face: label over value over rule, and no letter reaches down to the rule."""
    for page in room.pages("spread", tag).pages.pages:
        if page.kind != "message":
            continue
        places = {id(item): place for place, item in enumerate(page.items)}
        rules = [bounds(item.path) for item in page.items if isinstance(item, Stroke) and item.colour == "hairline"]
        rules = sorted((rule for rule in rules if rule.height < 1), key=lambda rule: rule.y)
        labels = sorted({text.origin.y for text in page.texts if text.role == "label"})
        values = [text for text in page.texts if text.role == "value"]
        assert len(rules) == 4 <= len(values)
        assert all(places[id(text)] for text in values)
        above = 0.0
        for rule in rules:
            held = [text for text in values if above < text.origin.y < rule.y]
            assert held
            assert any(above < label < min(text.origin.y for text in held) for label in labels)
            for text in held:
                assert ink(text)[1] < rule.y - 0.3, text.line.text
            above = rule.y


@pytest.mark.parametrize("layout", LAYOUTS)
def test_right_to_left_pages_are_mirror_images(room: PrintRoom, layout: str) -> None:
    """The pictures of the same story lie on the other side of the page, of the same size."""
    seen: dict[str, dict[str, Rect]] = {}
    for tag in LANGUAGES:
        for page in room.pages(layout, tag).pages.pages:
            for item in page.items:
                if isinstance(item, Picture) and page.kind == "picture":
                    seen.setdefault(page.story, {})[tag] = item.rect
    width = room.designs.layouts[layout].trim_size.width
    compared = set()
    for story, rects in seen.items():
        for tag, other in product(rects, rects):
            here, there = rects[tag], rects[other]
            # Where one language took the face with more room for text and the other did not, there is no mirror.
            if direction(tag) == "ltr" and direction(other) == "rtl" and here.width == pytest.approx(there.width):
                compared.add((story, other))
                assert there.mirrored(width).x == pytest.approx(here.x)
                assert there.y == here.y
    assert len(compared) >= 10


@every_language
def test_text_begins_where_its_readers_begin(room: PrintRoom, tag: str) -> None:
    """Summaries stand against the start edge: the left one, or the right one."""
    for page in room.pages("spread", tag).pages.pages:
        lines = [text for text in page.texts if text.role == "summary"]
        lefts = {round(text.origin.x, 1) for text in lines}
        rights = {round(text.origin.x + text.line.width, 1) for text in lines}
        if len(lines) > 2:
            assert len(rights if direction(tag) == "rtl" else lefts) == 1
            assert len(lefts if direction(tag) == "rtl" else rights) > 1


@every_booklet
def test_bookmarks_lead_to_headed_pages(room: PrintRoom, layout: str, tag: str) -> None:
    pages = room.pages(layout, tag).pages
    by_number = {page.number: page for page in pages.pages}
    stories = [mark for mark in pages.bookmarks if mark.level == 1]
    assert [by_number[mark.number].heading for mark in stories] == [mark.title for mark in stories]
    assert len(stories) == len({page.story for page in pages.pages if page.story})
    numbers = [mark.number for mark in pages.bookmarks]
    assert numbers == sorted(numbers)


@pytest.mark.parametrize("layout", BOUND)
def test_page_numbers_around_the_stories_stand_at_the_outer_edge(room: PrintRoom, layout: str) -> None:
    """Where a thumb turns the page: on the left of what lies on the left of the spine."""
    seen = set()
    for tag in ("en", "ar"):
        for page in room.pages(layout, tag).pages.pages:
            for text in page.texts:
                if text.role == "folio" and not page.story:
                    on_the_right = (page.number % 2 == 1) == (direction(tag) == "ltr")
                    middle = text.origin.x + text.line.width / 2
                    assert (middle > page.trim.width / 2) == on_the_right, (tag, page.number)
                    edge = page.trim.width - text.origin.x - text.line.width if on_the_right else text.origin.x
                    assert edge < 15 * MM
                    seen.add((tag, on_the_right))
    assert len(seen) == 4
