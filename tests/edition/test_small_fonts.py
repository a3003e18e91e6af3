"""Embedded fonts hold every outline once: clusters are put together from them, kerning stands beside them."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf
import pytest
from declaration import column, languages
from fontTools.ttLib import TTFont
from sheets import Passage, Sheets, set_sheets

from postcards.edition.embedding import LINE_SPACE, FontProgram, embed

#: Many pairs that are kerned.
KERNED = "AVATAR. To Ye Way, VALET: Tower, Yes; Pa. Law, LYRA. AWAY Ta. Te. Vo. Ky. rv, fo. Av Ta Wo Yo"

#: Letters that stand closer or wider than readers of the file may see, or beside an invisible code, are glyphs of their
#: own; no language's 300 words have more of them.
KERNED_FURTHER = 5

#: Bytes of a composite glyph and of each of its components at most (OpenType, glyf: header; flags, glyph, two offsets).
HEADER, COMPONENT = 10, 8

#: Languages of which most of what is seen is put together, and how much that may add to the outlines it is made from.
PUT_TOGETHER = ("bn", "hi", "ne", "pa", "ta", "th", "ur")
ADDED = 1 / 2

#: The same sign written in two ways: one of Unicode's letters, or its canonical parts.
SPELLINGS = {
    "en": ("\u00e9", "e\u0301"),
    "vi": ("\u1ec5", "e\u0302\u0303"),
    "hi": ("\u0915\u093c\u093f", "\u0958\u093f"),
    "bn": ("\u0995\u09cb", "\u0995\u09c7\u09be"),
    "ta": ("\u0b95\u0bca", "\u0b95\u0bc6\u0bbe"),
    "si": ("\u0d9a\u0ddc", "\u0d9a\u0dd9\u0dcf"),
    "ar": ("\u0623\u064e", "\u0627\u0654\u064e"),
}

#: Most of what the fonts of 300 words may take in the file, bytes.
SMALL = 30_000


def programs(sheets: Sheets) -> list[FontProgram]:
    return list(embed(sheets.booklet.pages).values())


def glyphs(program: FontProgram) -> int:
    """How many glyphs of the embedded font show something."""
    outlines = TTFont(io.BytesIO(program.content))["glyf"]
    return sum(bool(outlines[name].numberOfContours) for name in outlines.glyphOrder)


def test_kerning_makes_no_glyph() -> None:
    sheets = set_sheets([[Passage(KERNED)]], "en")
    kerned = [adjust for text in sheets.booklet.pages[0].texts for run in text.line.runs for adjust in run.adjusts]
    assert sum(map(bool, kerned)) > len(KERNED) / 4
    (program,) = programs(sheets)
    assert len(program.codes.keys() - {LINE_SPACE}) == len(set(KERNED))
    assert glyphs(program) == len(set(KERNED) - {" "})


def test_kerning_makes_next_to_no_glyph_in_any_language() -> None:
    for tag in languages():
        for program in programs(column(tag)):
            shapes = {cluster.components for cluster in program.codes if cluster.components}
            widths = {(cluster.components, cluster.width) for cluster in program.codes if cluster.components}
            assert len(widths) - len(shapes) <= KERNED_FURTHER, (tag, program.name)


@pytest.mark.parametrize("tag", [tag for tag in PUT_TOGETHER if tag in languages()])
def test_clusters_are_put_together_from_outlines_that_are_there_once(tag: str) -> None:
    outlines = clusters = 0
    for program in programs(column(tag)):
        font = TTFont(io.BytesIO(program.content))
        glyf, loca = font["glyf"], font["loca"]
        for index, name in enumerate(font.getGlyphOrder()):
            size, glyph = loca[index + 1] - loca[index], glyf[name]
            if glyph.isComposite():
                assert size <= HEADER + COMPONENT * len(glyph.components)
                clusters += size
            else:
                outlines += size
    assert 0 < clusters <= ADDED * outlines


@pytest.mark.parametrize("tag", SPELLINGS)
def test_another_spelling_is_another_code_and_no_other_glyph(tag: str) -> None:
    one, other = SPELLINGS[tag]
    (twice,), (both,) = (programs(set_sheets([[Passage(f"{one} {text}")]], tag)) for text in (one, other))
    assert glyphs(both) == glyphs(twice)
    assert len(both.codes) > len(twice.codes)


def test_fonts_of_300_words_are_small(tell: Callable[[str], None]) -> None:
    """With all that belongs to them in the file: widths, texts, maps."""
    sizes = {tag: font_bytes(column(tag)) for tag in languages()}
    tell("Fonts of 300 words, kB: " + ", ".join(f"{tag} {size / 1000:.1f}" for tag, size in sizes.items()))
    assert [tag for tag, size in sizes.items() if size > SMALL] == []


def font_bytes(sheets: Sheets) -> int:
    """What the file is smaller by without its fonts."""
    with pikepdf.open(io.BytesIO(sheets.content)) as pdf:
        whole, bare = io.BytesIO(), io.BytesIO()
        pdf.save(whole)
        for page in pdf.pages:
            del page.Resources["/Font"]
        pdf.remove_unreferenced_resources()
        pdf.save(bare)
    return whole.tell() - bare.tell()
