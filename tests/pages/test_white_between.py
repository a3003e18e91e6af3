"""No letter touches another line, a rule, or the edge of what it stands on: all stories, measured on the outlines.

Urdu in Nastaliq above all, whose words begin above the line that they end on; the other scripts beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations

import pytest
from print_room import PrintRoom
from skyline import Skyline, skyline

from postcards.geometry import Rect
from postcards.manuscript import select_stories
from postcards.pages.assembly import Assembled, assemble
from postcards.pages.fields import Book
from postcards.pages.page import Fill, Page, Stroke, Text
from postcards.pages.path import as_rectangle, bounds

#: White between lines, and between letters and a rule, that is seen as white in print (points).
BETWEEN_LINES, AT_RULE = 0.7, 0.9

#: White between letters and the edges of a tab, and of what they stand on in a stamp (points).
IN_TAB, IN_STAMP = 3.0, 1.0

#: Lines further apart than this never meet (points).
FAR = 60.0

BOOKLETS = [
    *(("spread", tag) for tag in ("ur", "ar", "fa-AF", "ps", "ckb", "en", "ti", "ne", "th")),
    *((layout, "ur") for layout in ("single", "large", "phone")),
]
every_booklet = pytest.mark.parametrize(("layout", "tag"), BOOKLETS)

Lines = list[tuple[Text, Skyline]]


@pytest.fixture(scope="module")
def press(room: PrintRoom) -> Press:
    return Press(room)


class Press:
    """Booklets of all stories, each set once."""

    def __init__(self, room: PrintRoom) -> None:
        self._room = room
        self.pages = cache(self._pages)

    def _pages(self, layout: str, tag: str) -> list[tuple[Page, Lines]]:
        manuscript = self._room.manuscript
        booklet = manuscript.booklets["postcards-of-return"]
        stories, _ = select_stories(manuscript, booklet, tag, "screen")
        book = Book(booklet, manuscript.languages[tag], manuscript.places, tuple(stories), "0123abcd")
        made: Assembled = assemble(self._room.bench(layout, tag), book)
        assert not any(problem.is_error for problem in made.problems)
        return [(page, [(text, sky) for text in page.texts if (sky := skyline(text))]) for page in made.pages.pages]


@every_booklet
def test_lines_never_touch(press: Press, layout: str, tag: str) -> None:
    for page, lines in press.pages(layout, tag):
        for one, other in combinations(lines, 2):
            (above, upper), (below, lower) = sorted((one, other), key=lambda line: line[0].origin.y)
            if 1 < below.origin.y - above.origin.y < FAR:
                gap = upper.gap(lower)
                assert gap is None or gap >= BETWEEN_LINES, (page.number, above.line.text, below.line.text, gap)


@every_booklet
def test_letters_never_touch_a_rule(press: Press, layout: str, tag: str) -> None:
    for page, lines in press.pages(layout, tag):
        for rule in _rules(page):
            for text, sky in lines:
                if sky.left < rule.right and rule.x < sky.right:
                    white = rule.y - sky.bottom if text.origin.y < rule.y else sky.top - rule.y
                    assert white >= AT_RULE, (page.number, text.role, text.line.text, white)


@every_booklet
def test_names_lie_inside_their_tab(press: Press, layout: str, tag: str) -> None:
    seen = 0
    for page, lines in press.pages(layout, tag):
        tabs = [rect for item in page.items if isinstance(item, Fill) and (rect := _slip(item))]
        for text, sky in lines:
            if tabs and text.role in ("name", "country", "cover-label"):
                seen += 1
                inside = tabs[0].outset(-IN_TAB)
                assert inside.x <= sky.left, (page.number, text.line.text)
                assert sky.right <= inside.right, (page.number, text.line.text)
                assert inside.y <= sky.top, (page.number, text.line.text)
                assert sky.bottom <= inside.bottom, (page.number, text.line.text)
    assert seen or layout == "single"


@every_booklet
def test_countries_lie_inside_their_stamp_below_its_picture(press: Press, layout: str, tag: str) -> None:
    for page, lines in press.pages(layout, tag):
        for place, item in enumerate(page.items):
            picture = as_rectangle(item.path) if isinstance(item, Fill) and item.colour == "sand" else None
            if picture:
                ground = [before for before in page.items[:place] if isinstance(before, Fill)][-1]
                inside = bounds(ground.path)
                for text, sky in lines:
                    if text.role == "stamp":
                        assert sky.top >= picture.bottom + IN_STAMP, (page.number, text.line.text)
                        assert sky.bottom <= inside.bottom
                        assert inside.x <= sky.left
                        assert sky.right <= inside.right, (page.number, text.line.text)


def _rules(page: Page) -> Iterator[Rect]:
    for item in page.items:
        if isinstance(item, Stroke):
            rect = bounds(item.path)
            if rect.height == 0:
                yield rect


def _slip(item: Fill) -> Rect | None:
    return as_rectangle(item.path) if item.colour == "paper" else None
