"""No letter of a story is lost on the way to its pages without a word."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from print_room import PrintRoom

from postcards.pages.conservation import lost_letters
from postcards.pages.page import Item, Page, Text

SLUG = "asrat"


def without(role: str, line: int) -> Callable[[Page], Page]:
    """Takes a line of a role from a page."""

    def change(page: Page) -> Page:
        lines = [item for item in page.items if isinstance(item, Text) and item.role == role]
        items: tuple[Item, ...] = tuple(item for item in page.items if not lines or item is not lines[line])
        return replace(page, items=items)

    return change


@pytest.mark.parametrize("tag", ["en", "ar", "ti", "th", "ur", "ne"])
def test_what_was_written_is_there(tag: str, room: PrintRoom) -> None:
    pages = room.pages("spread", tag).pages.pages
    shown = {page.story for page in pages if page.story}
    stories = [story for story in room.book(tag).stories if story.slug in shown]
    assert stories
    assert [*lost_letters(stories, tag, pages)] == []


@pytest.mark.parametrize(
    ("role", "line", "field"), [("title", 0, "title"), ("summary", -1, "summary"), ("summary", 2, "summary")]
)
def test_a_line_that_is_lost_is_told_with_its_story_and_field(
    role: str, line: int, field: str, room: PrintRoom
) -> None:
    (story,) = room.book("en", [SLUG]).stories
    pages = [page for page in room.pages("spread", "en").pages.pages if page.story == SLUG]
    (found,) = lost_letters([story], "en", map(without(role, line), pages))
    assert (found.code, found.field, found.story, found.is_error) == ("page.lost-letters", field, SLUG, True)


def test_lines_in_another_order_are_a_loss(room: PrintRoom) -> None:
    (story,) = room.book("en", [SLUG]).stories
    pages = [page for page in room.pages("spread", "en").pages.pages if page.story == SLUG]
    turned = [replace(page, items=tuple(reversed(page.items))) for page in pages]
    assert {found.field for found in lost_letters([story], "en", turned)} >= {"summary"}
