"""What a print shop is handed: pages as they are, and a cover that lies flat with its front on the right side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from msgspec.structs import replace
from painted import BLEED, PHOTO, TRIM, TYPESETTER, page, text

from postcards.edition.handover import COVER, PRINT, Part, parts_of, with_marks
from postcards.edition.marks import MARGIN, Site, all_marks
from postcards.geometry import MM, Rect
from postcards.manuscript.printers import ANY_PRINTER, COVER_PAGES
from postcards.pages.page import Drawing, Fill, Pages, Picture, Stroke
from postcards.pages.path import as_rectangle, rectangle

OWN_COVER = replace(ANY_PRINTER, cover="own-file")
SHEET = Rect(0, 0, *TRIM).outset(BLEED)
COUNT = 12


def booklet(direction: str = "ltr", ground: Rect = SHEET) -> Pages:
    """Pages with a ground that bleeds, and their number on it."""
    pages = (page(number, Fill(rectangle(ground), "green"), text(f"Page {number}")) for number in range(1, COUNT + 1))
    return Pages("small", "en", direction, "Small", "2026-1", BLEED, tuple(pages), ())


def written(part: Part) -> list[list[str]]:
    """The texts on each page of a file, from left to right."""
    return [
        [text.line.text for text in sorted(page.texts, key=lambda text: text.origin.x)] for page in part.pages.pages
    ]


def grounds(part: Part, number: int) -> list[Rect]:
    """The grounds on a page of a file, from left to right."""
    fills = [item for item in part.pages.pages[number].items if isinstance(item, Fill)]
    return sorted(rect for fill in fills if (rect := as_rectangle(fill.path)))


def test_without_wishes_a_print_shop_gets_the_pages_as_they_are() -> None:
    pages = booklet()
    (part,) = parts_of(pages, ANY_PRINTER, 0.0)
    assert part.name == PRINT
    assert part.pages.pages == pages.pages
    assert part.sheets == tuple(str(number) for number in range(1, COUNT + 1))


def test_what_reaches_beyond_the_bleed_ends_there() -> None:
    (part,) = parts_of(booklet(ground=SHEET.outset(20)), ANY_PRINTER, 0.0)
    for number in range(COUNT):
        assert grounds(part, number) == [pytest.approx(SHEET)]


@pytest.mark.parametrize(
    ("direction", "outside", "inside"),
    [("ltr", ["Page 12", "Page 1"], ["Page 2", "Page 11"]), ("rtl", ["Page 1", "Page 12"], ["Page 11", "Page 2"])],
)
@pytest.mark.parametrize("spine", [0.0, 0.5 * MM, 8 * MM])
def test_a_cover_lies_flat_with_the_front_where_readers_open_it(
    direction: str, outside: Sequence[str], inside: Sequence[str], spine: float
) -> None:
    body, cover = parts_of(booklet(direction), OWN_COVER, spine)
    assert (body.name, cover.name) == (PRINT, COVER)
    assert written(cover) == [outside, inside]
    assert [page.number for page in body.pages.pages] == list(range(3, COUNT - 1))
    assert len(body.pages.pages) == COUNT - COVER_PAGES
    for sheet in cover.pages.pages:
        assert sheet.trim == pytest.approx((2 * TRIM.width + spine, TRIM.height))
    assert cover.folds == pytest.approx((TRIM.width, TRIM.width + spine) if spine else (TRIM.width,))


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("spine", [0.0, 2 * MM, 8 * MM])
def test_the_back_runs_on_over_the_spine_and_nothing_lies_on_the_other_page(direction: str, spine: float) -> None:
    _, cover = parts_of(booklet(direction), OWN_COVER, spine)
    left, right = grounds(cover, 0)
    fold = TRIM.width + (spine if direction == "ltr" else 0.0)
    assert left.x == pytest.approx(-BLEED)
    assert (left.right, right.x) == pytest.approx((fold, fold))
    assert right.right == pytest.approx(2 * TRIM.width + spine + BLEED)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_inside_the_spine_stays_bare(direction: str) -> None:
    _, cover = parts_of(booklet(direction), OWN_COVER, 8 * MM)
    left, right = grounds(cover, 1)
    assert (left.right, right.x) == pytest.approx((TRIM.width, TRIM.width + 8 * MM))


def test_a_picture_on_the_front_ends_at_the_fold_and_every_item_comes_along() -> None:
    picture = Picture(SHEET._replace(height=60 * MM), PHOTO, "A house.", "en")
    rule = Stroke(rectangle(Rect(10, 10, 50, 0)), "hairline", 0.5)
    pages = booklet()
    front = replace(pages.pages[0], items=(picture, rule, text("Front")))
    _, cover = parts_of(replace(pages, pages=(front, *pages.pages[1:])), OWN_COVER, 4 * MM)
    (moved,) = (item for item in cover.pages.pages[0].items if isinstance(item, Picture))
    assert moved.rect.x == pytest.approx(TRIM.width + 4 * MM)
    assert moved.rect.right == pytest.approx(2 * TRIM.width + 4 * MM + BLEED)
    assert [type(item) for item in cover.pages.pages[0].items][2:] == [Picture, Stroke, type(text("Front"))]


def test_a_drawing_on_the_front_comes_along_with_what_it_takes_up() -> None:
    square = Rect(20, 20, 40, 40)
    drawing = Drawing(rectangle(square), "ink", square, "A code", "en")
    pages = (page(1, drawing), *(page(number) for number in range(2, COUNT + 1)))
    parts = parts_of(Pages("small", "en", "ltr", "Small", "2026-1", BLEED, pages, ()), OWN_COVER, 0.0)
    sheets = (sheet for part in parts if part.name == COVER for sheet in part.pages.pages)
    (moved,) = (item for sheet in sheets for item in sheet.items if isinstance(item, Drawing))
    assert moved.rect == pytest.approx(square._replace(x=square.x + TRIM.width))
    assert as_rectangle(moved.path) == pytest.approx(moved.rect)


def test_two_texts_of_a_spread_never_share_a_paragraph() -> None:
    _, cover = parts_of(booklet(), OWN_COVER, 0.0)
    for sheet in cover.pages.pages:
        assert len({text.paragraph for text in sheet.texts}) == len(sheet.texts)


def test_every_sheet_has_its_marks_and_its_own_slug() -> None:
    for part in parts_of(booklet(), OWN_COVER, 4 * MM):
        marked = with_marks(part, TYPESETTER.compose, "en", lambda shown: ["small", f"page {shown}"])
        assert marked.pages.slug == MARGIN
        for before, after, shown in zip(part.pages.pages, marked.pages.pages, part.sheets, strict=True):
            assert after.items[: len(before.items)] == before.items
            slug = [text.line.text for text in after.texts if text.role == "slug"]
            assert slug == ["small", f"page {shown}"]
            below = before.trim.height + BLEED
            assert all(text.origin.y > below for text in after.texts if text.role == "slug")
            marks = [item for item in after.items[len(before.items) :] if isinstance(item, Stroke)]
            assert len(marks) == len(all_marks_of(marked, after.trim.width, after.trim.height))


def all_marks_of(part: Part, width: float, height: float) -> Sequence[Stroke]:
    return all_marks(Site(Rect(0, 0, width, height), BLEED, part.folds))
