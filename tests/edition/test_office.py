"""The office edition as it comes out of the printer: pages where imposition says, white edges, marks, instructions."""

from __future__ import annotations

import pypdfium2
import pytest
from msgspec.structs import replace
from painted import (
    GROUND,
    ISSUED,
    PALETTE,
    PHOTO,
    PICTURE,
    REPOSITORY,
    TRIM,
    TYPESETTER,
    bound,
    derivative,
    text,
)
from PIL import ImageChops, ImageOps, ImageStat
from twelve import twelve

from postcards.edition.arrangement import arrange
from postcards.edition.embedding import embed
from postcards.edition.imposition import Paper, Scheme, impose
from postcards.edition.office import Desk, job_of, lay_on_sheets, office_plan
from postcards.edition.painter import UNPRINTABLE, paint
from postcards.edition.pdf import Imprint, PdfSurface
from postcards.edition.preflight import check_file
from postcards.edition.sheet_marks import pages_block, sheet_marks
from postcards.geometry import MM, Point, Rect, Size
from postcards.manuscript import Office
from postcards.manuscript.reader import read_manuscript
from postcards.pages.designs import read_designs
from postcards.pages.dummies import dummies
from postcards.pages.instructions import Job, steps
from postcards.pages.page import Fill, Page, Pages, Picture, Placed, Stroke
from postcards.pages.path import rectangle
from postcards.pages.sheet_words import SHEET_WORDS
from postcards.project import find_project

PROJECT = find_project(REPOSITORY)
BOOKLET = twelve(read_manuscript(PROJECT, ["en"]))
SPREAD = read_designs(PROJECT).layouts["spread"]
A4 = Size(210 * MM, 297 * MM)
LYING = Size(*A4[::-1])

#: Pixels per point of rendered sheets, and what counts as white.
SCALE, WHITE = 2.0, 250


def desk(office: Office) -> Desk:
    return Desk(BOOKLET, office, SPREAD, TYPESETTER.compose)


def sheets(office: Office, pages: Pages) -> Pages:
    laid, problems = lay_on_sheets(pages, desk(office))
    assert laid is not None, problems
    return laid


def pdf(laid: Pages, office: Office) -> bytes:
    imprint = Imprint(laid.title, "office", laid.language, laid.direction, ISSUED)
    surface = PdfSurface(laid, office_plan(office), PALETTE, embed(laid.pages), imprint)
    photo = derivative("office")
    paint(laid, office_plan(office), surface, lambda _photo, _shown: photo)
    return surface.finish()


def bleeding(count: int) -> Pages:
    """Pages full of colour to the bleed, each with its number written in the middle."""
    picture = Picture(PICTURE, PHOTO, "A house.", "en")
    ground = Fill(rectangle(GROUND), "green")
    middle = Point(TRIM.width / 2, TRIM.height / 2)
    pages = [
        Page(number, str(number), "inside", TRIM, (picture, ground, text(f"No{number}", origin=middle)))
        for number in range(1, count + 1)
    ]
    return bound(*pages)


def read(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_textpage().get_text_range() for page in document]


def read_within(content: bytes, side: int, rect: Rect) -> str:
    """The text in `rect` (points from the top left corner) of a side, counted from 0."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[side]
        height = page.get_height()
        box = {"left": rect.x, "top": height - rect.y, "right": rect.right, "bottom": height - rect.bottom}
        return "".join(page.get_textpage().get_text_bounded(**box).split())


@pytest.mark.parametrize(
    ("direction", "shown"),
    [
        ("ltr", ["16 1 12 5", "2 15 6 11", "14 3 10 7", "4 13 8 9"]),
        ("rtl", ["1 16 5 12", "15 2 11 6", "3 14 7 10", "13 4 9 8"]),
    ],
)
def test_sixteen_pages_are_printed_where_the_fold_wants_them(direction: str, shown: list[str]) -> None:
    content = pdf(sheets(Office(), dummies(16, direction, SPREAD, TYPESETTER.compose)), Office())
    quarters = [Rect(x, y, LYING.width / 2, LYING.height / 2) for y in (0, 105 * MM) for x in (0, LYING.width / 2)]
    assert [" ".join(read_within(content, 2 + side, quarter) for quarter in quarters) for side in range(4)] == shown


def test_backs_that_stand_on_their_heads_are_read_from_the_other_corner() -> None:
    content = pdf(sheets(Office(flip="long"), dummies(16, "ltr", SPREAD, TYPESETTER.compose)), Office())
    quarters = [Rect(x, y, LYING.width / 2, LYING.height / 2) for y in (0, 105 * MM) for x in (0, LYING.width / 2)]
    read_there = [read_within(content, 3, quarter) for quarter in quarters]
    assert [set(number) for number in read_there] == [set("11"), set("6"), set("15"), set("2")]


@pytest.mark.parametrize("office", [Office(), Office(scale="fit"), Office(flip="long"), Office(copies=2), Office(up=2)])
def test_our_own_check_finds_every_letter_on_its_side(office: Office) -> None:
    laid = sheets(office, bleeding(8))
    assert check_file(pdf(laid, office), laid, 0.0) == []
    numbers = [f"No{number}" for number in range(1, 9)]
    assert sorted("\n".join(read(pdf(laid, office))[2:]).split()) == sorted(numbers * office.copies)


@pytest.mark.parametrize("office", [Office(), Office(scale="fit"), Office(scheme="stack"), Office(flip="long")])
def test_nothing_is_printed_where_no_printer_reaches(office: Office) -> None:
    with pypdfium2.PdfDocument(pdf(sheets(office, bleeding(8)), office)) as document:
        for side in document:
            picture = side.render(scale=SCALE, grayscale=True).to_pil()
            # A pixel is left to whoever smooths edges.
            edge = int(UNPRINTABLE * SCALE) - 1
            inside = picture.crop((edge, edge, picture.width - edge, picture.height - edge))
            picture.paste(255, (edge, edge, picture.width - edge, picture.height - edge))
            assert picture.getextrema()[0] > WHITE
            assert inside.getextrema()[0] < WHITE


def test_pages_true_to_size_have_a_white_edge_on_all_sides() -> None:
    (placed, *_) = (item for item in sheets(Office(), bleeding(8)).pages[2].items if isinstance(item, Placed))
    assert placed.scale == 1
    assert placed.window == Rect(0, 0, *TRIM).outset(-UNPRINTABLE)


def test_pages_made_smaller_are_shown_whole() -> None:
    (placed, *_) = (
        item for item in sheets(Office(scale="fit"), bleeding(8)).pages[2].items if isinstance(item, Placed)
    )
    assert placed.scale < 1
    assert placed.window == Rect(0, 0, *TRIM)


def test_pages_within_others_are_moved_to_the_fold() -> None:
    fronts = sheets(Office(up=2), bleeding(8)).pages[2::2]
    outer, inner = ([item.corner.x for item in side.items if isinstance(item, Placed)] for side in fronts)
    caliper = 0.15 * MM
    assert [to - of for of, to in zip(outer, inner, strict=True)] == pytest.approx([caliper, -caliper])


def test_the_same_pages_give_the_same_bytes() -> None:
    assert pdf(sheets(Office(), bleeding(8)), Office()) == pdf(sheets(Office(), bleeding(8)), Office())


def extent(strokes: list[Stroke]) -> list[Rect]:
    boxes = []
    for stroke in strokes:
        numbers = [number for _, numbers in stroke.path.steps for number in numbers]
        xs, ys = numbers[0::2], numbers[1::2]
        boxes.append(Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)))
    return boxes


@pytest.mark.parametrize(
    ("scheme", "size", "count"),
    [
        (Scheme("fold", TRIM, 2, 2), LYING, 0),  # the pages fill the sheet
        (Scheme("fold", TRIM, 2, 1), LYING, 2 + 4),  # the fold, and the edges that are cut off along themselves
        (Scheme("fold", Size(*TRIM[::-1]), 2, 1), LYING, 6 + 4),  # the fold and two cuts down, two cuts across
        (
            Scheme("stack", TRIM, 2, 2),
            Size(297 * MM, 420 * MM),
            2 + 4,
        ),  # one cut down; the one between the rows is in the sheet's middle
    ],
)
def test_marks_stand_outside_the_pages_where_the_printer_reaches(scheme: Scheme, size: Size, count: int) -> None:
    marks = extent(list(sheet_marks(scheme, Paper(size, 0.0))))
    assert len(marks) == count
    printable, block = Rect(0, 0, *size).outset(-UNPRINTABLE), pages_block(scheme, size)
    for mark in marks:
        assert printable.contains(mark)
        assert not block.overlaps(mark)


def job(office: Office, count: int = 32, direction: str = "ltr") -> Job:
    """What the first sheet is made from."""
    pages = replace(bleeding(count), direction=direction)
    arrangement, _ = arrange(SPREAD, BOOKLET, office, count)
    assert arrangement is not None
    sheets = impose(count, arrangement.scheme, direction, arrangement.paper)
    return job_of(pages, desk(office), arrangement, sheets)


@pytest.mark.parametrize("language", SHEET_WORDS)
def test_the_first_sheet_says_what_is_to_be_done(language: str) -> None:
    words = SHEET_WORDS[language]
    folded = list(steps(job(Office()), language))
    assert folded[3:] == [words.cut_across, words.fold, words.bound["left"]]
    assert "10" in folded[2]
    assert "4" in folded[2]
    assert list(steps(job(Office(), direction="rtl"), language))[-1] == words.bound["right"]
    assert words.piles["rtl"] in steps(job(Office(scheme="stack"), direction="rtl"), language)
    assert words.copies in steps(job(Office(copies=2)), language)
    assert words.spare in steps(job(Office(), 28), language)
    assert words.spare not in folded
    assert words.marks in steps(job(Office(up=2)), language)
    assert words.sections.format(counts="4 + 4") in steps(job(Office(stapler=6)), language)


@pytest.mark.parametrize(("language", "edge"), [("en", "LONG"), ("nb", "LANGSIDEN")])
def test_the_first_sheet_is_printed_in_the_offices_language(language: str, edge: str) -> None:
    office = Office(language=language, flip="long")  # type: ignore[arg-type]
    front, back = read(pdf(sheets(office, bleeding(8)), office))[:2]
    assert edge in front
    assert SHEET_WORDS[language].folded in " ".join(front.split())
    assert SHEET_WORDS[language].back in " ".join(back.split())


@pytest.mark.parametrize("office", [Office(), Office(flip="long")])
def test_the_arrows_lie_on_each_other_when_the_sheet_is_turned_like_a_leaf(office: Office) -> None:
    with pypdfium2.PdfDocument(pdf(sheets(office, bleeding(8)), office)) as document:
        front, back = (document[side].render(scale=1, grayscale=True).to_pil() for side in (0, 1))
    if office.flip == "long":  # the machine turns about the level line
        back = back.rotate(180)
    foot = (front.width // 2 - 30, front.height - 120, front.width // 2 + 30, front.height - 30)
    seen, seen_through = front.crop(foot), ImageOps.mirror(back).crop(foot)
    assert seen.getextrema()[0] < WHITE
    assert ImageStat.Stat(ImageChops.difference(seen, seen_through)).mean[0] < 255 * 0.02


def test_a_booklet_bound_otherwise_is_made_of_leaves() -> None:
    loose = Desk(replace(BOOKLET, binding="loose"), Office(), SPREAD, TYPESETTER.compose)
    laid, problems = lay_on_sheets(bleeding(6), loose)
    assert laid is not None
    assert problems == []
    assert [item.page.number for item in laid.pages[2].items if isinstance(item, Placed)] == [1, 3, 5]
