"""Every line of text can be made out on what lies below it: in every booklet, and in the accent of every region."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import product

import pytest
from msgspec.structs import replace
from print_room import LANGUAGES, LAYOUTS, PrintRoom

from postcards.geometry import Point, Rect
from postcards.manuscript import Photo
from postcards.pages.colours import Colour, Palette
from postcards.pages.furniture import postmark, postmark_label, stamp, stamp_label
from postcards.pages.lettering import Lettering, letterings, pale_text
from postcards.pages.page import Fill, Item, Page, Picture, Placed, Text
from postcards.pages.path import rectangle
from postcards.problems import Severity

#: WCAG 2.1, 1.4.3, of text of any size.
LEAST = 4.5

#: Every booklet has so many lines at least, each of which is held against its ground.
MANY = 300

PHOTO = Photo("photo.jpg", "place", "illustration", "Drawn for this booklet")
WHOLE = Rect(-10, -10, 600, 400)


def in_accent(page: Page, palette: Palette, accent: str) -> Page:
    """The page as it would be in another region."""
    accents = {*palette.accents, palette.default_accent}
    items = (
        replace(item, colour=accent) if isinstance(item, Fill) and item.colour in accents else item
        for item in page.items
    )
    return replace(page, items=tuple(items))


def least(lines: Iterable[Lettering]) -> Lettering:
    return min(lines, key=lambda line: line.ratio)


def test_every_line_of_every_booklet_can_be_made_out(room: PrintRoom, tell: Callable[[str], None]) -> None:
    palette, worst = room.designs.palette, []
    accents = sorted({*palette.accents, palette.default_accent})
    assert len(accents) == 5
    for layout, tag in product(LAYOUTS, LANGUAGES):
        pages = room.pages(layout, tag).pages.pages
        lines = [line for page in pages for line in letterings(page, palette)]
        assert len(lines) > MANY
        for accent in accents:
            lines += [line for page in pages for line in letterings(in_accent(page, palette, accent), palette)]
        assert {line.ground for line in lines} >= {"paper", *accents}
        pale = [(line.page, line.text.role, line.text.colour, line.ground, line.ratio) for line in lines]
        assert [line for line in pale if line[-1] < LEAST] == [], (layout, tag)
        worst.append((least(lines), layout, tag))
    line, layout, tag = min(worst, key=lambda each: each[0].ratio)
    tell(
        f"Contrast of text on its ground: {line.ratio:.2f} to 1 at least ({line.text.role} in {line.text.colour} on "
        f"{line.ground}, layout {layout}, {tag}, page {line.page})."
    )


@pytest.fixture
def line(room: PrintRoom) -> Text:
    """A line in ink in the middle of a page."""
    text = next(text for text in room.pages("spread", "en").pages.pages[-1].texts)
    return replace(text, origin=Point(100, 100), colour="ink")


def ground_of(room: PrintRoom, *items: Item) -> list[str]:
    page = replace(room.pages("spread", "en").pages.pages[0], items=items)
    return [line.ground for line in letterings(page, room.designs.palette)]


def test_a_line_lies_on_what_was_painted_last_before_it(room: PrintRoom, line: Text) -> None:
    sky, sand = (Fill(rectangle(WHOLE), colour) for colour in ("sky", "sand"))
    green = Fill(rectangle(Rect(300, 300, 20, 20)), "green")
    assert ground_of(room, line) == ["paper"]
    assert ground_of(room, sky, sand, line) == ["sand"]
    assert ground_of(room, sand, sky, line, green) == ["sky"]
    assert ground_of(room, sky, green, line) == ["sky"]
    assert ground_of(room, sky, line, sand, line) == ["sky", "sand"]


def test_a_line_on_two_grounds_is_as_hard_to_read_as_on_the_worse(room: PrintRoom, line: Text) -> None:
    half = Rect(100 + line.line.width / 2, 0, 400, 300)
    assert ground_of(room, Fill(rectangle(half), "green"), line) == ["green"]
    assert ground_of(room, Fill(rectangle(half), "green"), replace(line, colour="paper")) == ["paper"]


def test_grounds_that_cover_a_line_together_leave_no_paper(room: PrintRoom, line: Text) -> None:
    middle = 100 + line.line.width / 2
    left, right = (Fill(rectangle(Rect(x, 0, width, 300)), "plum") for x, width in ((0, middle), (middle, 300)))
    above, below = (Fill(rectangle(Rect(0, y, 500, height)), "plum") for y, height in ((0, 98), (98, 300)))
    white = replace(line, colour="paper")
    assert ground_of(room, left, right, white) == ground_of(room, above, below, white) == ["plum"]
    assert ground_of(room, left, white) == ground_of(room, right, white) == ground_of(room, above, white) == ["paper"]


def test_nobody_can_say_how_a_line_on_a_picture_is_read(room: PrintRoom, line: Text) -> None:
    picture = Picture(WHOLE, PHOTO, "", "en")
    assert ground_of(room, picture, line) == [""]
    assert ground_of(room, picture, Fill(rectangle(WHOLE), "sky"), line) == ["sky"]
    corner = Picture(Rect(100 + line.line.width - 1, 95, 20, 20), PHOTO, "", "en")
    assert ground_of(room, corner, line) == [""]


def test_rings_of_a_postmark_are_no_ground_and_a_stamp_is(room: PrintRoom, line: Text) -> None:
    rect = Rect(60, 60, 300, 80)
    label = postmark_label(rect)
    inside = replace(line, origin=Point(label.x, label.bottom))
    assert ground_of(room, *postmark(rect, "brick", 1), inside) == ["paper"]
    below = stamp_label(rect)
    named = replace(line, origin=Point(below.x + 10, below.bottom - 4), colour="paper")
    assert ground_of(room, *stamp(rect, "plum", 0, 110), named) == ["plum"]


def test_pages_on_a_sheet_are_looked_at_as_pages(room: PrintRoom, line: Text) -> None:
    page = replace(room.pages("spread", "en").pages.pages[0], items=(Fill(rectangle(WHOLE), "sky"), line))
    placed = Placed(page, Point(400, 0), 0.5, True, WHOLE)
    assert ground_of(room, placed, line) == ["sky", "paper"]


def test_a_layouts_pale_text_is_a_warning_once_for_each_style_and_ground(room: PrintRoom, line: Text) -> None:
    pages = room.pages("spread", "en").pages
    where = room.book().booklet.where
    assert pale_text(pages, room.designs.palette, where) == []
    hairline, pictured = replace(line, colour="hairline"), replace(line, origin=Point(100, 200))
    picture = Picture(Rect(0, 150, 500, 100), PHOTO, "", "en")
    page = replace(pages.pages[3], items=(hairline, hairline, picture, pictured), story="asrat")
    found = pale_text(replace(pages, pages=(page, page)), room.designs.palette, where)
    assert [(problem.code, problem.severity, problem.story) for problem in found] == [
        ("page.contrast", Severity.WARNING, "asrat")
    ] * 2
    assert "hairline stands on paper: the contrast is 2.5 to 1" in found[0].message
    assert "on a picture" in found[1].message


def test_what_the_palettes_check_tells_is_not_told_again(room: PrintRoom, line: Text) -> None:
    palette = room.designs.palette
    pale = replace(palette, colours={**palette.colours, "soft": pale_colour(palette)})
    pages = room.pages("spread", "en").pages
    page = replace(pages.pages[3], items=(replace(line, colour="soft"),))
    assert pale_text(replace(pages, pages=(page,)), pale, room.book().booklet.where) == []


def pale_colour(palette: Palette) -> Colour:
    return palette.colours["hairline"]
