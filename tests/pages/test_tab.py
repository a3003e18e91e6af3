"""On which side of a picture the slip with the name stands, and that it holds its text in both directions."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PIL import Image
from print_room import ROOT, PrintRoom
from test_makeup import in_language, story_page

from postcards.edition.photo_recipe import cut_for, recipe_for
from postcards.geometry import Point, Rect
from postcards.manuscript import Photo
from postcards.pages.layout import Box, Frame
from postcards.pages.makeup import make_up
from postcards.pages.page import Fill, Page, Picture
from postcards.pages.path import as_rectangle
from postcards.pages.tab import BESIDE, MIDDLE, side_of

#: Pixels per inch; any will do.
SCREEN_PPI = 150

PHOTO = Photo("picture.jpg", "place", "illustration", "Drawn", folder="content/stories/a")
LEFT_OUT = Photo("picture.jpg", "place", "illustration", "Drawn", quiet="left")
RIGHT_OUT = Photo("picture.jpg", "place", "illustration", "Drawn", quiet="right")


def at(share: float) -> Photo:
    return Photo("picture.jpg", "place", "illustration", "Drawn", focus=(share, MIDDLE))


@pytest.mark.parametrize(
    ("photo", "of_latin", "of_arabic"),
    [
        (PHOTO, "left", "right"),
        (LEFT_OUT, "left", "left"),
        (RIGHT_OUT, "right", "right"),
        (at(MIDDLE + BESIDE + 0.01), "left", "left"),
        (at(MIDDLE - BESIDE - 0.01), "right", "right"),
        (at(MIDDLE - BESIDE + 0.01), "left", "right"),
        (None, "left", "right"),
    ],
)
def test_a_tab_stands_where_it_hides_least(photo: Photo | None, of_latin: str, of_arabic: str) -> None:
    assert (side_of(photo, "left"), side_of(photo, "right")) == (of_latin, of_arabic)


def slip(page: Page) -> Rect:
    (rect,) = (
        rect
        for item in page.items
        if isinstance(item, Fill) and item.colour == "paper" and (rect := as_rectangle(item.path))
    )
    return rect


@pytest.mark.parametrize("layout", ["spread", "large", "phone"])
@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_tab_on_the_other_side_is_the_same_slip(room: PrintRoom, layout: str, tag: str) -> None:
    bench = room.bench(layout, tag)
    content = in_language(story_page(), tag)
    left, right = (make_up(bench, "picture", replace(content, photo=photo), 4).page for photo in (LEFT_OUT, RIGHT_OUT))
    width = bench.layout.trim_size.width
    assert slip(left).mirrored(width) == pytest.approx(slip(right))
    for page in (left, right):
        for text in page.texts:
            if text.role in ("name", "country"):
                assert slip(page).x < text.origin.x
                assert text.origin.x + text.line.width < slip(page).right
        (picture,) = (item for item in page.items if isinstance(item, Picture))
        assert slip(page).bottom == pytest.approx(picture.rect.bottom)


def test_only_a_tab_yields() -> None:
    box = Box(start=0, width=10, top=0, height=10)
    with pytest.raises(ValueError, match="does not yield"):
        Frame(id="a", kind="ground", colour="paper", yields=True, box=box)


def focus_on(page: Page) -> Point:
    """Where the focus of a page's photo lies, once it is cut to its frame."""
    (picture,) = (item for item in page.items if isinstance(item, Picture))
    with Image.open(ROOT / picture.photo.folder / picture.photo.file) as image:
        size = image.size
    cut = cut_for(recipe_for(picture.rect.size, SCREEN_PPI, picture.photo.focus), *size)
    across = (picture.photo.focus[0] - cut.left) / (cut.right - cut.left)
    down = (picture.photo.focus[1] - cut.top) / (cut.bottom - cut.top)
    return Point(picture.rect.x + across * picture.rect.width, picture.rect.y + down * picture.rect.height)


@pytest.mark.parametrize("layout", ["spread", "large", "phone"])
@pytest.mark.parametrize("tag", ["en", "ar", "fa-AF", "ti"])
def test_no_tab_lies_on_what_a_photo_is_about(room: PrintRoom, layout: str, tag: str) -> None:
    shown = [page for page in room.pages(layout, tag).pages.pages if page.kind == "picture"]
    for page in shown:
        focus, tab = focus_on(page), slip(page)
        assert not (tab.x <= focus.x <= tab.right and tab.y <= focus.y <= tab.bottom), page.story
    assert len(shown) >= 10


def test_the_lying_goat_and_the_third_horse_stay_in_sight(room: PrintRoom) -> None:
    """Both lie on the right of their pictures, where Arabic begins."""
    pages = {page.story: page for page in room.pages("spread", "ar").pages.pages if page.kind == "picture"}
    for story in ("elmi", "temelun"):
        assert slip(pages[story]).right < pages[story].trim.width / 2
