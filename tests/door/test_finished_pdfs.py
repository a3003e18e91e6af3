"""What a press and a reader's program find in the finished files, read with other libraries than the one that wrote.

Boxes: PDF/X-4 (ISO 15930-7); operators, fonts and viewer preferences: ISO 32000-1.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from project import EDITIONS, Office, new_office

from postcards.geometry import MM

READING = ("en", "ar", "fa-AF")
RIGHT_TO_LEFT = ("ar", "fa-AF")
TRIM = (148 * MM, 105 * MM)
BLEED = 3 * MM
NEAR = 0.01  # points

#: Fill and stroke operators (8.6.8) by what they set; each edition may use its own.
INKS = {"print": {"k", "K"}, "screen": {"rg", "RG", "g", "G"}}
COLOUR_OPERATORS = {"g", "G", "rg", "RG", "k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"}

#: Of PDF, on which PDF/X-4 and PDF/UA-1 are built.
VERSIONS = {"print": "1.6", "screen": "1.7"}

#: Photo resolutions, and how far a rounded pixel may lead off them (ppi).
PPI = {"print": 300, "screen": 150}
PPI_NEAR = 2

#: Points (Ghent Workgroup 2015).
HAIRLINE = 0.25

BOTH = pytest.mark.parametrize("edition", EDITIONS)
ALL_LANGUAGES = pytest.mark.parametrize("language", READING)


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """Booklets in both directions of reading; not to be changed."""
    office = new_office(tmp_path_factory.mktemp("finished") / "project", ("asrat", "wahed"), READING)
    assert office.build().code == 0
    return office


def opened(office: Office, language: str, edition: str) -> pikepdf.Pdf:
    return pikepdf.open(office.pdf(language, edition))


def operations(page: pikepdf.Page) -> Iterator[tuple[str, list[Any]]]:
    """The page's operators with their operands, in order."""
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)  # no inline pictures
        yield str(instruction.operator), list(instruction.operands)


def box(page: pikepdf.Page, name: str) -> list[float]:
    return [float(side) for side in page.obj[name]]


def fonts(pdf: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [found for found in pdf.objects if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font"]


def test_a_printed_sheet_says_where_it_is_cut_and_has_3_mm_to_spare(finished: Office) -> None:
    with opened(finished, "en", "print") as pdf:
        for page in pdf.pages:
            width, height = TRIM
            assert box(page, "/TrimBox") == pytest.approx([BLEED, BLEED, BLEED + width, BLEED + height], abs=NEAR)
            assert box(page, "/BleedBox") == pytest.approx([0, 0, width + 2 * BLEED, height + 2 * BLEED], abs=NEAR)
            assert box(page, "/MediaBox") == pytest.approx([0, 0, width + 2 * BLEED, height + 2 * BLEED], abs=NEAR)
            assert "/Annots" not in page.obj


def test_a_screen_page_is_the_trimmed_page(finished: Office) -> None:
    with opened(finished, "en", "screen") as pdf:
        for page in pdf.pages:
            assert box(page, "/MediaBox") == pytest.approx([0, 0, *TRIM], abs=NEAR)
            assert "/BleedBox" not in page.obj


@BOTH
def test_the_version_is_the_standards_and_pages_come_in_fours(finished: Office, edition: str) -> None:
    with opened(finished, "en", edition) as pdf:
        assert pdf.pdf_version == VERSIONS[edition]
        assert len(pdf.pages) % 4 == 0
    assert finished.pdf("en", edition).read_bytes().startswith(f"%PDF-{VERSIONS[edition]}".encode())


@BOTH
@ALL_LANGUAGES
def test_every_font_is_embedded_as_a_subset_and_tells_its_letters(
    finished: Office, edition: str, language: str
) -> None:
    with opened(finished, language, edition) as pdf:
        found = fonts(pdf)
        assert {str(font.Subtype) for font in found} == {"/Type0", "/CIDFontType2"}
        for font in found:
            tag, _, name = str(font.BaseFont).lstrip("/").partition("+")
            assert (len(tag), tag.isupper(), bool(name)) == (6, True, True)
            if font.Subtype == "/Type0":
                assert "/ToUnicode" in font
            else:
                embedded = bytes(font.FontDescriptor.FontFile2.read_bytes())
                whole = Path(__file__).parents[2] / "fonts" / f"{name}.ttf"
                assert 0 < len(embedded) < whole.stat().st_size
        used = {str(part.BaseFont) for page in pdf.pages for part in page.obj.Resources.Font.values()}
        assert used == {str(font.BaseFont) for font in found}


@BOTH
@ALL_LANGUAGES
def test_an_edition_uses_the_colours_of_its_medium_alone(finished: Office, edition: str, language: str) -> None:
    with opened(finished, language, edition) as pdf:
        used = {operator for page in pdf.pages for operator, _ in operations(page)} & COLOUR_OPERATORS
        assert used
        assert used <= INKS[edition]


@ALL_LANGUAGES
def test_printed_text_is_black_ink_alone_or_paper(finished: Office, language: str) -> None:
    with opened(finished, language, "print") as pdf:
        inks = set()
        for page in pdf.pages:
            fill: tuple[Decimal | int, ...] = ()
            for operator, operands in operations(page):
                if operator == "k":
                    fill = tuple(operands)
                elif operator == "Tr":
                    raise AssertionError("text that is not filled")
                elif operator == "BT":
                    inks.add(fill)
        assert {ink[:3] for ink in inks} == {(0, 0, 0)}
        assert {ink[3] for ink in inks} >= {0, 1}


@BOTH
def test_photos_are_in_the_colours_of_the_edition(finished: Office, edition: str) -> None:
    with opened(finished, "en", edition) as pdf:
        photos = [photo for page in pdf.pages for photo in page.get_images().values()]
    assert {str(photo.ColorSpace) for photo in photos} == {"/DeviceCMYK" if edition == "print" else "/DeviceRGB"}


@ALL_LANGUAGES
def test_no_line_is_thinner_than_a_plate_can_hold(finished: Office, language: str) -> None:
    with opened(finished, language, "print") as pdf:
        widths = {
            float(operands[0]) for page in pdf.pages for operator, operands in operations(page) if operator == "w"
        }
    assert widths
    assert min(widths) >= HAIRLINE


@BOTH
def test_photos_have_the_resolution_of_the_edition_at_their_size(finished: Office, edition: str) -> None:
    with opened(finished, "en", edition) as pdf:
        found = [(page, name, photo) for page in pdf.pages for name, photo in page.get_images().items()]
        assert len(found) == 1
        for page, name, photo in found:
            width, height = _size_of(page, name)
            assert photo.Width / width * 72 == pytest.approx(PPI[edition], abs=PPI_NEAR)
            assert photo.Height / height * 72 == pytest.approx(PPI[edition], abs=PPI_NEAR)
            assert photo.Filter == "/DCTDecode"
            picture = Image.open(io.BytesIO(photo.read_raw_bytes()))
            assert picture.size == (photo.Width, photo.Height)


def _size_of(page: pikepdf.Page, name: str) -> tuple[float, float]:
    """Width and height (points) that the page gives the picture `name`, which must stand upright."""
    matrix: list[float] = []
    for operator, operands in operations(page):
        if operator == "cm":
            matrix = [float(number) for number in operands]
        elif operator == "Do" and str(operands[0]) == name:
            assert matrix[1:3] == [0, 0]
            return matrix[0], matrix[3]
    raise AssertionError(f"{name} is not painted")


@ALL_LANGUAGES
def test_bookmarks_lead_to_the_pages_that_they_name(finished: Office, language: str) -> None:
    titles = {
        slug: next(
            line.removeprefix("title: ").strip("\"'")
            for line in finished.content(f"stories/{slug}/{language}.yaml").read_text("utf-8").splitlines()
            if line.startswith("title: ")
        )
        for slug in ("asrat", "wahed")
    }
    numbers = {story["story"]: story["page"] for story in finished.report(language)["editions"]["screen"]["stories"]}
    with pypdfium2.PdfDocument(finished.pdf(language, "screen")) as document:
        marks = [(mark.get_title(), mark.get_dest(), mark.level) for mark in document.get_toc()]
        leads = [(title, destination and destination.get_index() + 1, level) for title, destination, level in marks]
    assert [title for title, number, _ in leads if not number] == []
    # A story's mark is called by the person's name and the title.
    leading = {title.partition(": ")[2]: number for title, number, level in leads if level}
    assert {slug: leading[title] for slug, title in titles.items()} == numbers
    assert {level for _, _, level in leads} == {0, 1}
    with opened(finished, language, "print") as pdf:
        assert "/Outlines" not in pdf.Root


@BOTH
@ALL_LANGUAGES
def test_the_file_says_its_language_title_and_direction(finished: Office, edition: str, language: str) -> None:
    with opened(finished, language, edition) as pdf:
        assert str(pdf.Root.Lang) == language
        title = (
            finished.content(f"languages/{language}.yaml").read_text("utf-8").partition("title: ")[2].splitlines()[0]
        )
        assert str(pdf.docinfo["/Title"]) == title
        preferences = pdf.Root.ViewerPreferences
        assert preferences.DisplayDocTitle
        assert preferences.get("/Direction", "/L2R") == ("/R2L" if language in RIGHT_TO_LEFT else "/L2R")


@BOTH
def test_the_file_says_nothing_of_who_made_it_or_where(finished: Office, edition: str) -> None:
    with opened(finished, "en", edition) as pdf:
        assert str(pdf.docinfo.get("/Author", "")) == ""
        told = [part.unparse() for part in pdf.objects]
        told += [part.read_raw_bytes() for part in pdf.objects if isinstance(part, pikepdf.Stream)]
        told += [part.read_bytes() for part in pdf.objects if _is_readable(part)]
    told.append(finished.pdf("en", edition).read_bytes())
    for folder in (finished.root, Path.home(), Path(__file__).parents[2]):
        assert [part for part in told if bytes(folder) in part] == []


def _is_readable(part: pikepdf.Object) -> bool:
    return isinstance(part, pikepdf.Stream) and part.get("/Filter") != "/DCTDecode"


def test_the_quote_of_a_story_without_a_photo_stands_on_a_page_without_one(finished: Office) -> None:
    numbers = {story["story"]: story["page"] for story in finished.report("en")["editions"]["print"]["stories"]}
    with opened(finished, "en", "print") as pdf:
        assert len(pdf.pages[numbers["asrat"] - 1].get_images()) == 1
        assert len(pdf.pages[numbers["wahed"] - 1].get_images()) == 0
