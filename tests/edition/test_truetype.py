"""Glyphs put behind a subset's own: what programs read of the file is what was put there (fontTools as the judge)."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.sfnt import calcChecksum

from postcards.edition.truetype import SUM, Component, read_glyphs, write_glyphs
from postcards.project import our_folder

FONTS = ("NotoSans-Regular", "NotoNaskhArabic-Regular", "NotoSerifEthiopic-Regular", "NotoSansDevanagari-Regular")

#: Offsets in one byte each, in two, and no component at all.
SHAPES: tuple[tuple[Component, ...], ...] = (((3, 0, 40), (5, -120, 127)), ((4, -300, 900),), ())
ADVANCE = 777


def font_file(name: str) -> Path:
    (path,) = our_folder("fonts").glob(f"{name}*.ttf")
    return path


def subset(name: str, *, whole: bool) -> bytes:
    """Sixty glyphs of a font, or all of it, as `embedding` asks for them."""
    face = hb.Face(font_file(name).read_bytes())
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(range(face.glyph_count if whole else 60))
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    dropped = set(face.table_tags) - {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
    return bytes(hb.SubsetPlan(face, wanted).execute().blob.data)


@pytest.mark.parametrize("name", FONTS)
@pytest.mark.parametrize("whole", [False, True])
def test_what_was_there_stays_and_what_is_added_is_put_together_from_it(name: str, *, whole: bool) -> None:
    before = subset(name, whole=whole)
    glyphs = read_glyphs(before)
    plain = len(glyphs.outlines)
    numbers = [glyphs.add(shape, ADVANCE) for shape in SHAPES]
    after = write_glyphs(glyphs)
    old, new = TTFont(io.BytesIO(before)), TTFont(io.BytesIO(after))
    names = new.getGlyphOrder()
    assert len(names) == new["maxp"].numGlyphs == plain + len(SHAPES)
    for number, known in enumerate(old.getGlyphOrder()):
        assert new["hmtx"][names[number]] == old["hmtx"][known]
        outline, was = new["glyf"][names[number]], old["glyf"][known]
        assert list(outline.getCoordinates(new["glyf"])[0]) == list(was.getCoordinates(old["glyf"])[0])
    for number, shape in zip(numbers, SHAPES, strict=True):
        outline = new["glyf"][names[number]]
        points = list(outline.getCoordinates(new["glyf"])[0])
        assert points == [
            (at + x, up + y)
            for glyph, x, y in shape
            for at, up in new["glyf"][names[glyph]].getCoordinates(new["glyf"])[0]
        ]
        left = min((at for at, _ in points), default=0)
        assert new["hmtx"][names[number]] == (ADVANCE, left)
        if points:
            highest, rightmost = max(up for _, up in points), max(at for at, _ in points)
            assert (outline.xMin, outline.xMax, outline.yMax) == (left, rightmost, highest)
    assert new["maxp"].maxComponentElements >= max(map(len, SHAPES))


@pytest.mark.parametrize("whole", [False, True])
def test_sums_and_extremes_are_those_of_the_file(*, whole: bool) -> None:
    glyphs = read_glyphs(subset(FONTS[1], whole=whole))
    glyphs.add(SHAPES[0], ADVANCE)
    content = write_glyphs(glyphs)
    font = TTFont(io.BytesIO(content))
    for tag, entry in font.reader.tables.items():
        body = content[entry.offset : entry.offset + entry.length]
        assert entry.offset % 4 == 0
        assert calcChecksum(body[:8] + bytes(4) + body[12:] if tag == "head" else body) == entry.checkSum
    at = font.reader.tables["head"].offset + 8
    told = struct.unpack_from(">I", content, at)[0]
    assert told == (SUM - calcChecksum(content[:at] + bytes(4) + content[at + 4 :])) % (1 << 32)
    # fontTools finds the same boxes and extremes when it reckons them anew.
    file = io.BytesIO()
    for glyph in font.getGlyphOrder():
        font["glyf"][glyph].expand(font["glyf"])
    font.save(file)
    again = TTFont(io.BytesIO(file.getvalue()))
    for table, keys in (("head", "xMin yMin xMax yMax"), ("hhea", "advanceWidthMax minLeftSideBearing xMaxExtent")):
        for key in keys.split():
            assert getattr(TTFont(io.BytesIO(content))[table], key) == getattr(again[table], key), key
