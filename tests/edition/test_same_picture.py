"""A page looks as if every glyph had been placed for itself: clusters in one code, and the text behind, cost nothing.

Both files are rasterised by pdfium at 900 ppi and reduced to 300. pdfium moves outlines that are nothing but a
rectangle, such as a hyphen or a Thai tone mark alone, to whole pixels: each of its edges may be a third of a reduced
pixel off. So a pixel at a corner of it changes by up to five ninths (1 - 2/3 x 2/3) of what lies between paper and ink.
What is not a rectangle differs by less than a tenth, and a shift of a twentieth of an em, or a mark that is lost, by
all of it.
"""

from __future__ import annotations

import pypdfium2
import pytest
from declaration import languages, paragraphs
from glyph_by_glyph import glyph_by_glyph
from msgspec.structs import replace
from painted import pdf
from PIL import Image, ImageChops
from sheets import Passage, Sheets, set_sheets

from postcards.composition import GlyphRun, voice_of
from postcards.geometry import Point
from postcards.pages.page import Page, Text

FINE, REDUCED = 900, 3  # ppi, and pixels a side of a reduced one

#: Grey levels between paper and ink, how many of them a reduced pixel may change by, and by how many it does that lay
#: in the paper and now lies in the ink, rounding aside.
RANGE = 0xFF - 0x11
SAME = RANGE * 5 / 9
ANOTHER = RANGE * 0.95

#: Words in which a letter of Nastaliq goes back.
GOING_BACK = "محروم تخریب سے محروم نہیں"

#: The hand of each script in the other role and weight.
BOLD = ["en", "ru", "hy", "ka", "he", "ar", "ur", "am", "hi", "bn", "pa", "si", "ta", "th"]

SIZE = 11.5

#: What would be seen: a shift of a twentieth of an em.
SHIFT = 0.05 * SIZE


def column(tag: str, role: str = "serif", weight: str = "regular") -> Sheets:
    return set_sheets([[Passage(text, SIZE, role, weight) for text in paragraphs(tag)]], tag)


def plain(sheets: Sheets, role: str = "serif", weight: str = "regular") -> bytes:
    """The sheet's page without anything of ours."""
    (page,) = sheets.booklet.pages
    return glyph_by_glyph(page, voice_of(role, weight, sheets.booklet.language), SIZE)


def rasterised(content: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(content) as document:
        picture: Image.Image = document[0].render(scale=FINE / 72, grayscale=True).to_pil()
        return picture.reduce(REDUCED)


def difference(one: bytes, other: bytes) -> int:
    """By how many grey levels the pixel differs that differs most."""
    _, most = ImageChops.difference(rasterised(one), rasterised(other)).getextrema()
    return int(most)


@pytest.mark.parametrize("tag", languages())
def test_a_column_looks_like_its_glyphs(tag: str) -> None:
    sheets = column(tag)
    assert difference(sheets.content, plain(sheets)) <= SAME


@pytest.mark.parametrize("tag", [tag for tag in BOLD if tag in languages()])
def test_so_does_the_other_face_of_its_script(tag: str) -> None:
    sheets = column(tag, "sans", "bold")
    assert difference(sheets.content, plain(sheets, "sans", "bold")) <= SAME


def test_what_follows_a_letter_that_goes_back_stands_in_its_place() -> None:
    sheets = set_sheets([[Passage(GOING_BACK, SIZE)]], "ur")
    assert difference(sheets.content, plain(sheets)) <= SAME


def painted_with(sheets: Sheets, lines: list[Text]) -> bytes:
    """The same sheet with other lines."""
    page: Page = replace(sheets.booklet.pages[0], items=tuple(lines))
    return pdf(replace(sheets.booklet, pages=(page,)), "screen")


@pytest.mark.parametrize("tag", ["en", "ar", "ne", "ti"])
def test_a_word_that_is_shifted_would_be_seen(tag: str) -> None:
    sheets = column(tag)
    first, *others = sheets.booklet.pages[0].texts
    for x, y in ((SHIFT, 0.0), (0.0, SHIFT)):
        shifted = replace(first, origin=Point(first.origin.x + x, first.origin.y + y))
        assert difference(sheets.content, painted_with(sheets, [shifted, *others])) >= ANOTHER


@pytest.mark.parametrize("tag", ["ar", "ne"])
def test_a_mark_that_is_lost_would_be_seen(tag: str) -> None:
    """The last component of the first cluster that has several."""
    sheets = column(tag)
    texts = list(sheets.booklet.pages[0].texts)
    index = next(index for index, text in enumerate(texts) if any(map(_composite, text.line.runs)))
    runs = tuple(_without_a_mark(run) for run in texts[index].line.runs)
    texts[index] = replace(texts[index], line=replace(texts[index].line, place=lambda: runs))
    assert difference(sheets.content, painted_with(sheets, texts)) >= ANOTHER


def _composite(run: GlyphRun) -> bool:
    return any(len(cluster.components) > 1 for cluster in run.clusters)


def _without_a_mark(run: GlyphRun) -> GlyphRun:
    clusters = list(run.clusters)
    for index, cluster in enumerate(clusters):
        if len(cluster.components) > 1:
            clusters[index] = replace(cluster, components=cluster.components[:-1])
            break
    return replace(run, clusters=tuple(clusters))
