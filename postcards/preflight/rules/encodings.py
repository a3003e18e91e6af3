"""Rules on how codes lead to glyphs, so that every program shows and reads the same (ISO 14289-1, 7.21)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import pikepdf

from postcards.preflight.advances import CODE_PAGES, advance_of
from postcards.preflight.clauses import SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.glyphs import glyph_count
from postcards.preflight.objects import entry, items, name, number, words
from postcards.preflight.typefaces import Typeface

#: The flag of fonts with letters of their own (9.8.2, table 123).
SYMBOLIC = 1 << 2

#: Glyph names that say their character (Adobe Glyph List).
_NAMED = re.compile(r"uni([0-9A-F]{4})+|u[0-9A-F]{4,6}")

#: Where every program has the map from codes to glyphs without the file (table 118): by the collection that it is of.
COLLECTIONS = {
    "GB1": "GB-EUC GBpc-EUC GBK-EUC GBKp-EUC GBK2K UniGB-UCS2 UniGB-UTF16",
    "CNS1": "B5pc HKscs-B5 ETen-B5 ETenms-B5 CNS-EUC UniCNS-UCS2 UniCNS-UTF16",
    "Japan1": "83pv-RKSJ 90ms-RKSJ 90msp-RKSJ 90pv-RKSJ Add-RKSJ EUC Ext-RKSJ UniJIS-UCS2 UniJIS-UCS2-HW UniJIS-UTF16",
    "Korea1": "KSC-EUC KSCms-UHC KSCms-UHC-HW KSCpc-EUC UniKS-UCS2 UniKS-UTF16",
}
_ORDERINGS = {f"{stem}-{way}": kind for kind, stems in COLLECTIONS.items() for stem in stems.split() for way in "HV"}
PREDEFINED = {"Identity-H": "", "Identity-V": "", "H": "Japan1", "V": "Japan1", **_ORDERINGS}

#: So many glyphs has a program that does not say how many, and no other.
ANY_COUNT = 1 << 16

#: Widths may differ by this much (thousandths of an em).
TOLERANCE = 1.0


def _faces(document: Document) -> dict[Typeface, int]:
    """Fonts that show something, and the first page of each."""
    found: dict[Typeface, int] = {}
    for sheet in document.sheets:
        for text in sheet.words:
            found.setdefault(text.typeface, sheet.number)
    return found


def known(document: Document, _: Demands) -> Iterator[Fault]:
    """Codes lead to glyphs in one of the ways that every program knows (7.21.3, 7.21.6)."""
    for face, page in _faces(document).items():
        wrong = _composite(face.source) if face.kind == "Type0" else _simple(face)
        if wrong:
            yield Fault(*SAYINGS["7.21"], f"{face.name}: {wrong}", page)


def _composite(font: Any) -> str:
    below = (items(entry(font, "DescendantFonts")) or [None])[0]
    mapping, program = entry(below, "CIDToGIDMap"), entry(below, "FontDescriptor", "FontFile2")
    is_mapped = isinstance(mapping, pikepdf.Stream) or name(mapping) == "Identity"
    if name(entry(below, "Subtype")) == "CIDFontType2" and program is not None and not is_mapped:
        return "no CIDToGIDMap"
    encoding, collection = entry(font, "Encoding"), entry(below, "CIDSystemInfo")
    ordering = words(entry(collection, "Ordering"))
    if isinstance(encoding, pikepdf.Stream):
        return _own_map(encoding, collection)
    if name(encoding) not in PREDEFINED:
        return f"the map {name(encoding) or '?'} is not embedded"
    wanted = PREDEFINED[name(encoding)]
    return f"the map {name(encoding)} is not for {ordering}" if wanted and wanted != ordering else ""


def _own_map(encoding: Any, collection: Any) -> str:
    """What is wrong with a map from codes to glyphs that the file brings."""
    own = entry(encoding, "CIDSystemInfo")
    if any(words(entry(own, key)) != words(entry(collection, key)) for key in ("Registry", "Ordering")):
        return "its map is for another collection"
    if (number(entry(own, "Supplement")) or 0) < (number(entry(collection, "Supplement")) or 0):
        return "its map is for an older collection"
    said = re.search(rb"/WMode\s+(\d)", encoding.read_bytes())
    if (int(said[1]) if said else 0) != (number(entry(encoding, "WMode")) or 0):
        return "its map says two directions"
    other = entry(encoding, "UseCMap")
    return "its map rests on one that is not there" if other is not None and name(other) not in PREDEFINED else ""


def _simple(face: Typeface) -> str:
    """What is wrong with a simple TrueType font's encoding; others bring their own."""
    if face.kind != "TrueType":
        return ""
    encoding = entry(face.source, "Encoding")
    if int(number(entry(face.source, "FontDescriptor", "Flags")) or 0) & SYMBOLIC:
        return "an encoding, and letters of its own" if encoding is not None else ""
    if (name(encoding) or name(entry(encoding, "BaseEncoding"))) not in CODE_PAGES:
        return "no standard encoding"
    names = [name(part) for part in items(entry(encoding, "Differences")) if isinstance(part, pikepdf.Name)]
    if not names:
        return ""
    from fontTools.agl import AGL2UV  # loaded here: it has 4 000 names, and few files use any

    strange = [each for each in names if each not in AGL2UV and not _NAMED.fullmatch(each)]
    return f"a letter called {strange[0]}" if strange else ""


def subsets(document: Document, _: Demands) -> Iterator[Fault]:
    """A list of the glyphs that a subset has names those and no others (7.21.4.2); newer files have none."""
    for face, page in _faces(document).items():
        below = (items(entry(face.source, "DescendantFonts")) or [None])[0]
        listed = entry(below, "FontDescriptor", "CIDSet")
        if isinstance(listed, pikepdf.Stream) and name(entry(below, "CIDToGIDMap")) == "Identity":
            count, bits = glyph_count(entry(below, "FontDescriptor", "FontFile2")), listed.read_bytes()
            wrong = [each for each in range(1, max(count, 8 * len(bits))) if _has(bits, each) != (each < count)]
            if wrong and count < ANY_COUNT:
                yield Fault(*SAYINGS["7.21"], f"{face.name}: CIDSet is wrong on glyph {wrong[0]}", page)


def _has(bits: bytes, place: int) -> bool:
    """Whether the bit of that number is set, the first one being the highest of the first byte (9.8.3.2, table 124)."""
    byte, bit = divmod(place, 8)
    return byte < len(bits) and bool(bits[byte] & (0x80 >> bit))


def widths(document: Document, _: Demands) -> Iterator[Fault]:
    """What the file says of a letter's width is what its font says: reading along rests on it (7.21.5)."""
    codes: dict[Typeface, set[int]] = defaultdict(set)
    for sheet in document.sheets:
        for text in sheet.words:
            codes[text.typeface].update(text.codes)
    for face, page in _faces(document).items():
        advance = advance_of(face)
        for code in sorted(codes[face]) if advance else ():
            width = advance(code) if advance else None
            if width is not None and abs(width - 1000 * face.width(code)) > TOLERANCE:
                detail = f"{face.name}: code {code} is {width:.1f} wide in the font, {1000 * face.width(code):.1f} here"
                yield Fault(*SAYINGS["7.21"], detail, page)
                break
