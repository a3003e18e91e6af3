"""How wide a code's glyph is by its own font program, whatever the file says (ISO 32000-1, 9.2.4, 9.6.6.4, 9.7.4)."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf

from postcards.preflight.glyphs import LARGEST_PROGRAM, SYMBOLS, glyph_of
from postcards.preflight.objects import entry, has, items, name
from postcards.preflight.typefaces import Typeface

#: What is read of a program: the em in `head`, how many widths in `hhea`, the widths in `hmtx` (OpenType 1.9).
_UNITS_PER_EM, _WIDTHS, _WIDTH = slice(18, 20), slice(34, 36), 4

#: What simple fonts call their codes by, and what Python calls that.
CODE_PAGES = {"WinAnsiEncoding": "cp1252", "MacRomanEncoding": "mac-roman"}

Advance = Callable[[int], float | None]


def advance_of(typeface: Typeface) -> Advance | None:
    """For a code the width of its glyph in thousandths of an em; nothing where it cannot be told of any."""
    if typeface.kind == "Type0":
        below = (items(entry(typeface.source, "DescendantFonts")) or [None])[0]
        glyph = glyph_of(typeface)
    else:
        below, glyph = typeface.source, None
    program = entry(below, "FontDescriptor", "FontFile2")
    content = program.read_bytes() if isinstance(program, pikepdf.Stream) else b""
    if not content or len(content) > LARGEST_PROGRAM:
        return None
    widths = _widths(content)
    glyph = glyph or (_simple(typeface, content) if typeface.kind == "TrueType" else None)
    if not widths or glyph is None:
        return None

    def advance(code: int) -> float | None:
        found = glyph(code)
        return None if found is None else widths[min(found, len(widths) - 1)]

    return advance


def _widths(content: bytes) -> list[float]:
    """Of all glyphs, the last one for those that come after it."""
    tables = {
        content[place : place + 4]: content[int.from_bytes(content[place + 8 : place + 12]) :]
        for place in range(12, 12 + 16 * int.from_bytes(content[4:6]), 16)
    }
    if not {b"head", b"hhea", b"hmtx"} <= set(tables):
        return []
    em = int.from_bytes(tables[b"head"][_UNITS_PER_EM])
    count = int.from_bytes(tables[b"hhea"][_WIDTHS])
    places = range(0, min(count * _WIDTH, len(tables[b"hmtx"])), _WIDTH)
    return [1000 * int.from_bytes(tables[b"hmtx"][place : place + 2]) / em for place in places] if em else []


def _simple(typeface: Typeface, content: bytes) -> Callable[[int], int | None] | None:
    """The glyph of a simple font's code, by its standard encoding, or as symbol fonts have it."""
    encoding = entry(typeface.source, "Encoding")
    page = CODE_PAGES.get(name(encoding) or name(entry(encoding, "BaseEncoding")))
    if has(encoding, "Differences") or (encoding is not None and page is None):
        return None
    from fontTools.ttLib import TTFont, TTLibError  # loaded here: our own files need nothing of it

    try:
        font = TTFont(io.BytesIO(content), lazy=True)
        known = {code: glyph for table in font["cmap"].tables for code, glyph in table.cmap.items()}
        ids = {glyph: font.getGlyphID(glyph) for glyph in known.values()}
    except (TTLibError, KeyError, ValueError, AssertionError, IndexError):
        return None

    def glyph_id(code: int) -> int | None:
        wanted = [SYMBOLS + code, code] if page is None else [*map(ord, bytes([code]).decode(page, "ignore"))]
        found = next((known[each] for each in wanted if each in known), None)
        return None if found is None else ids[found]

    return glyph_id
