"""Fonts as they are embedded: one cluster, one glyph, one code.

Every pair of glyphs and text that the pages show gets a code of its own, so that ToUnicode (ISO 32000-1, 9.10.3) says
exactly what was written. A cluster of several glyphs, or of one that does not stand on the baseline, becomes a
composite glyph of the embedded subset with its offsets baked in. The font is a Type 0 font with Identity-H and a
CIDFontType2 descendant; CIDToGIDMap leads from code to glyph.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import uharfbuzz as hb
from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from postcards.composition import Cluster, Face, GlyphRun, Line
from postcards.composition.galley import hidden
from postcards.edition.objects import add_stream
from postcards.edition.truetype import Component, Glyphs, read_glyphs, write_glyphs
from postcards.edition.weights import Part
from postcards.pages.page import Page

#: Tables that a CIDFontType2 needs (ISO 32000-1, 9.9, table 126); everything else stays out of the file.
KEPT_TABLES = frozenset({"glyf", "head", "hhea", "hmtx", "loca", "maxp"})

#: Font descriptor flags (ISO 32000-1, table 123): symbolic, since codes are our own.
SYMBOLIC = 4

#: What viewers fall back on when they hint or synthesise; nothing depends on them (ISO 32000-1, table 122).
CAP_HEIGHT, STEM = 714, 80

#: Letters before the name of a subset (ISO 32000-1, 9.6.4).
TAG_LETTERS = 6

#: The space that the end of a line stands for, in tagged files: words stand apart there too (14.8.2.5).
LINE_SPACE = hidden(" ")

Codes = dict[Cluster, int]


class FontProgram(Struct, frozen=True, dict=True):
    """What a document needs of one face."""

    name: str  # PostScript name with its subset tag
    content: bytes  # the TrueType file
    codes: Codes  # from 1, in order of first use
    glyph_map: bytes  # CIDToGIDMap: two bytes a code
    widths: tuple[float, ...]  # of codes 1, 2, …, thousandths of an em
    ascent: float  # thousandths of an em
    descent: float
    box: tuple[int, int, int, int]  # thousandths of an em

    @cached_property
    def written(self) -> Mapping[Cluster, str]:
        """Its codes as a page shows them, in hexadecimal."""
        return {cluster: f"{code:04X}" for cluster, code in self.codes.items()}

    def to_unicode(self) -> bytes:
        """The CMap that gives each code's text (Adobe Technical Note 5411)."""
        pairs = [f"<{code:04X}> <{cluster.text.encode('utf-16-be').hex()}>" for cluster, code in self.codes.items()]
        blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
        body = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")


def embed(pages: Iterable[Page]) -> dict[Face, FontProgram]:
    """The font programs of everything the pages show, faces in order of first use."""
    used: dict[Face, dict[Cluster, None]] = {}
    for page in pages:
        for text in page.texts:
            for run in text.line.runs:
                used.setdefault(run.face, {}).update(dict.fromkeys(run.clusters))
            if text.line.spaced and (last := last_said(text.line)):
                used[last.face].setdefault(LINE_SPACE)
    return {
        face: _program(face, {cluster: code for code, cluster in enumerate(clusters, start=1)})
        for face, clusters in used.items()
    }


def last_said(line: Line) -> GlyphRun | None:
    """The last run of a line that says something: the space that the line's end stands for follows it."""
    return next((run for run in reversed(line.runs) if run.written), None)


class EmbeddedFont:
    """A font program as the document's objects; ReportLab asks for them when the file is written."""

    def __init__(self, name: str, program: FontProgram) -> None:
        self.name = name
        self.program = program

    def addObjects(self, document: Any) -> None:
        """Add the font and what it refers to (ISO 32000-1, 9.7)."""
        program = self.program
        base = pdfdoc.PDFName(program.name)
        part = Part("fonts", program.name)
        file = add_stream(document, program.content, part, {"Length1": len(program.content)})
        descriptor = {
            "Type": "/FontDescriptor",
            "FontName": base,
            "Flags": SYMBOLIC,
            "FontBBox": pdfdoc.PDFArray(program.box),
            "ItalicAngle": 0,
            "Ascent": program.ascent,
            "Descent": program.descent,
            "CapHeight": CAP_HEIGHT,
            "StemV": STEM,
            "FontFile2": file,
        }
        information = {
            "Registry": pdfdoc.PDFString("Adobe"),
            "Ordering": pdfdoc.PDFString("Identity"),
            "Supplement": 0,
        }
        descendant = {
            "Type": "/Font",
            "Subtype": "/CIDFontType2",
            "BaseFont": base,
            "CIDSystemInfo": pdfdoc.PDFDictionary(information),
            "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
            "DW": 0,
            "W": pdfdoc.PDFArray([1, pdfdoc.PDFArray([f"{width:g}" for width in program.widths])]),
            "CIDToGIDMap": add_stream(document, program.glyph_map, part),
        }
        font = {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": base,
            "Encoding": "/Identity-H",
            "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
            "ToUnicode": add_stream(document, program.to_unicode(), part),
        }
        document.idToObject["BasicFonts"].dict[self.name] = document.Reference(pdfdoc.PDFDictionary(font))


def _program(face: Face, codes: Codes) -> FontProgram:
    content, glyph_map, box = _subset(face, codes)
    scale = 1000 / face.upem
    extents = face.font.get_font_extents("ltr")
    widths = tuple(round(cluster.width * scale, 3) for cluster in codes)
    return FontProgram(
        f"{_tag(content)}+{face.name}",
        content,
        codes,
        glyph_map,
        widths,
        round(extents.ascender * scale, 3),
        round(extents.descender * scale, 3),
        box,
    )


def _subset(face: Face, codes: Codes) -> tuple[bytes, bytes, tuple[int, int, int, int]]:
    """The TrueType file with a glyph per shape, its CIDToGIDMap, and its bounding box."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update({0} | {glyph for cluster in codes for glyph, _, _ in cluster.components})
    wanted.flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NO_HINTING
    dropped = set(face.face.table_tags) - KEPT_TABLES
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
    plan = hb.SubsetPlan(face.face, wanted)
    kept = dict(plan.old_to_new_glyph_mapping.items())
    glyphs = read_glyphs(plan.execute().blob.data)
    places: dict[Shape, int] = {}
    glyph_map = bytearray(2)
    for cluster in codes:
        components = tuple([(kept[glyph], x, y) for glyph, x, y in cluster.components])
        shape = (components, cluster.width)
        place = places.get(shape)
        if place is None:
            place = _plain(components, cluster.width, glyphs)
            if place is None:
                place = glyphs.add(components, cluster.width)
            places[shape] = place
        glyph_map += place.to_bytes(2, "big")
    scale = 1000 / face.upem
    left, bottom, right, top = (round(edge * scale) for edge in glyphs.bounds)
    return write_glyphs(glyphs), bytes(glyph_map), (left, bottom, right, top)


#: Components with the subset's glyph numbers, and the advance, font units.
Shape = tuple[tuple[Component, ...], int]


def _plain(components: Sequence[Component], width: int, glyphs: Glyphs) -> int | None:
    """The subset's own glyph where it is all there is to show; None where a composite is needed."""
    if len(components) != 1:
        return None
    glyph, x, y = components[0]
    return glyph if (x, y) == (0, 0) and width == glyphs.advances[glyph] else None


def _tag(content: bytes) -> str:
    """Six capitals that tell this subset from others of the same font."""
    digest = hashlib.sha256(content).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:TAG_LETTERS])
