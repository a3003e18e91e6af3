"""The PDF surface, read back with other libraries than the one it is written with (ISO 32000-1)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest
from painted import (
    BLEED,
    GROUND,
    ISSUED,
    ORIGIN,
    PALETTE,
    PHOTO,
    PICTURE,
    TRIM,
    bound,
    everything,
    page,
    pdf,
    text,
)
from PIL import Image

from postcards.edition.metadata import issue_time
from postcards.edition.painter import PLANS
from postcards.geometry import Point, Rect
from postcards.pages.page import Fill, Pages, Picture
from postcards.pages.path import rectangle
from postcards.problems import UsageError

NEAR = 1.0  # points: a glyph's own side bearing
BLEEDS = {"print": BLEED, "office": 0.0, "screen": 0.0, "phone": 0.0, "card": 0.0}
RED, BLUE = (220, 30, 30), (30, 30, 220)
COLOUR_NEAR = 12  # of 255: what JPEG changes
SAME_HUE = 64  # of 255: what CMYK without a profile may differ from sRGB
DARK = 200  # of 3 x 255


@contextmanager
def pdfium(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


def rendered(content: bytes, index: int = 0) -> Image.Image:
    """A page at one pixel a point."""
    with pdfium(content) as document:
        picture: Image.Image = document[index].render(scale=1).to_pil().convert("RGB")
        return picture


def colour_at(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    pixel = picture.getpixel((int(x), int(y)))
    assert isinstance(pixel, tuple)
    return pixel


def is_near(one: tuple[int, ...], other: tuple[int, ...], edition: str = "screen") -> bool:
    near = COLOUR_NEAR if edition == "screen" else SAME_HUE
    return all(abs(a - b) <= near for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("edition", PLANS)
def test_what_lies_top_left_is_painted_top_left(edition: str) -> None:
    mark = Fill(rectangle(Rect(20, 30, 40, 10)), "ink")
    picture = rendered(pdf(bound(page(1, mark)), edition))
    bleed = BLEEDS[edition]
    assert sum(colour_at(picture, 40 + bleed, 35 + bleed)) < DARK
    for x, y in ((10, 35), (70, 35), (40, 20), (40, 50), (40, TRIM.height - 35)):
        assert colour_at(picture, x + bleed, y + bleed) == (255, 255, 255)


@pytest.mark.parametrize("edition", PLANS)
def test_a_photo_stands_upright_in_its_frame(edition: str) -> None:
    picture = rendered(pdf(everything(), edition))
    bleed = BLEEDS[edition]
    middle = TRIM.width / 2 + bleed
    assert is_near(colour_at(picture, middle, bleed + 20), RED, edition)
    assert is_near(colour_at(picture, middle, bleed + PICTURE.bottom - 10), BLUE, edition)
    assert not is_near(colour_at(picture, middle, bleed + GROUND.y + 10), BLUE, edition)


def test_a_bleeding_picture_reaches_the_sheets_edge() -> None:
    picture = rendered(pdf(everything(), "print"))
    assert is_near(colour_at(picture, 1, 1), RED, "print")
    assert is_near(colour_at(picture, picture.width - 2, 1), RED, "print")


@pytest.mark.parametrize("edition", PLANS)
@pytest.mark.parametrize(
    ("words", "language", "first"),
    [
        ("He went home.", "en", "H"),
        ("Он вернулся домой.", "ru", "О"),
        ("ናብ ገዝኡ ተመሊሱ", "ti", "ና"),
        ("Home ምድሪ 12", "ti", "H"),
    ],
)
def test_a_line_begins_at_its_origin_and_stands_on_its_baseline(
    words: str, language: str, first: str, edition: str
) -> None:
    with pdfium(pdf(bound(page(1, text(words, language)), language=language), edition)) as document:
        letters = document[0].get_textpage()
        assert letters.get_text_range(0, 1) == first
        left, bottom, _right, _top = letters.get_charbox(0)
        height = document[0].get_height()
    assert left == pytest.approx(ORIGIN.x + BLEEDS[edition], abs=NEAR)
    assert height - bottom == pytest.approx(ORIGIN.y + BLEEDS[edition], abs=NEAR)


def test_a_word_of_another_script_follows_without_a_gap() -> None:
    pages = bound(page(1, text("አብ Oslo 2012", "ti")), language="ti")
    with pdfium(pdf(pages, "screen")) as document:
        letters = document[0].get_textpage()
        boxes = [letters.get_charbox(place) for place in range(letters.count_chars())]
        assert letters.get_text_range() == "አብ Oslo 2012"
    lefts = [left for left, *_ in boxes]
    assert lefts == sorted(lefts)
    assert boxes[-1][2] == pytest.approx(ORIGIN.x + pages.pages[0].texts[0].line.width, abs=NEAR)


def test_the_same_pages_are_the_same_bytes() -> None:
    for edition in PLANS:
        assert pdf(everything(), edition) == pdf(everything(), edition)


def test_a_photo_on_two_pages_is_embedded_once() -> None:
    picture = Picture(PICTURE, PHOTO, "A house.", "en")
    content = pdf(bound(page(1, picture), page(2, picture)), "print")
    with pikepdf.open(io.BytesIO(content)) as document:
        names = [list(sheet.get_images().values()) for sheet in document.pages]
        assert [len(found) for found in names] == [1, 1]
        assert len({found[0].objgen for found in names}) == 1
        assert names[0][0].read_raw_bytes().startswith(b"\xff\xd8\xff")


@pytest.mark.parametrize("edition", PLANS)
def test_no_page_asks_for_a_font_that_is_not_embedded(edition: str) -> None:
    pages = bound(page(1), *everything().pages[1:])
    with pikepdf.open(io.BytesIO(pdf(pages, edition))) as document:
        fonts = [found for found in document.objects if isinstance(found, pikepdf.Dictionary)]
        types = [found.Subtype for found in fonts if found.get("/Type") == "/Font"]
        assert sorted(map(str, types)) == ["/CIDFontType2", "/Type0"]
        assert b"Helvetica" not in b"".join(found.unparse() for found in fonts)


@pytest.mark.parametrize("language", ["en", "nb", "ru", "ti", "ne", "ar", "fa-AF", "ur", "he"])
def test_a_book_that_is_read_from_the_right_opens_so(language: str) -> None:
    with pikepdf.open(io.BytesIO(pdf(bound(page(1), language=language), "print"))) as document:
        direction = document.Root.ViewerPreferences.get("/Direction", "/L2R")
        assert direction == ("/R2L" if language in ("ar", "fa-AF", "ur", "he") else "/L2R")
        assert str(document.Root.Lang) == language


@pytest.mark.parametrize("title", ["Postcards", "(a) \\(b\\) <c>", "Postkort – hjem", "بطاقات عن العودة", "መመለስታ"])
def test_titles_and_bookmarks_are_kept_letter_for_letter(title: str) -> None:
    first = Pages("small", "en", "ltr", title, "2026-1", BLEED, (page(1),), ())
    with pikepdf.open(io.BytesIO(pdf(first, "print"))) as document:
        assert str(document.docinfo["/Title"]) == title


def test_bookmarks_stand_in_the_screen_edition_alone() -> None:
    pages = everything()
    with pdfium(pdf(pages, "screen")) as document:
        marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()]
    assert marks == [("Page 1", 0), ("Page 2", 1)]
    with pdfium(pdf(pages, "print")) as document:
        assert list(document.get_toc()) == []


@pytest.mark.parametrize(
    ("epoch", "moment"),
    [
        (None, datetime(2026, 11, 1, tzinfo=UTC)),
        ("", datetime(2026, 11, 1, tzinfo=UTC)),
        ("0", datetime(1970, 1, 1, tzinfo=UTC)),
        (" 981173106 ", datetime(2001, 2, 3, 4, 5, 6, tzinfo=UTC)),
        ("253402300799", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_the_files_date_is_the_issues_unless_source_date_epoch_says_otherwise(
    epoch: str | None, moment: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    if epoch is not None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    assert issue_time(ISSUED) == moment


@pytest.mark.parametrize("epoch", ["abc", "-5", "1.5", "1e9", "253402300800", "１２"])
def test_what_is_no_time_is_a_wrong_command(epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError):
        issue_time(date(2026, 11, 1))
    with pytest.raises(UsageError):
        pdf(bound(page(1)), "print")


def test_every_colour_of_the_palette_looks_alike_in_print_and_on_screen() -> None:
    """pdfium shows CMYK without a profile, so this finds a swapped or forgotten build, not a shade."""
    names = [name for name in PALETTE.colours if name != "paper"]
    marks = [Fill(rectangle(Rect(10.0 + 30 * place, 10, 20, 20)), name) for place, name in enumerate(names)]
    pictures = {edition: rendered(pdf(bound(page(1, *marks)), edition)) for edition in PLANS}
    for place, name in enumerate(names):
        at = Point(20.0 + 30 * place, 20)
        printed, shown = (
            colour_at(pictures[edition], at.x + BLEEDS[edition], at.y + BLEEDS[edition])
            for edition in ("print", "screen")
        )
        assert max(abs(a - b) for a, b in zip(printed, shown, strict=True)) < SAME_HUE, (name, printed, shown)
