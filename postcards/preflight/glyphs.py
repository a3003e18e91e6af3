"""Which glyph of an embedded font a code shows, as far as it can be told (ISO 32000-1, 9.6.6.4 and 9.7.4.2)."""

from __future__ import annotations

import io
from collections.abc import Callable

import pikepdf

from postcards.preflight.objects import entry, items, name
from postcards.preflight.typefaces import Typeface

#: Where symbol fonts keep the codes of one byte (9.6.6.4).
SYMBOLS = 0xF000

#: A font program larger than this is not looked into (bytes).
LARGEST_PROGRAM = 1 << 25


def glyph_test(typeface: Typeface) -> Callable[[int], bool]:
    """A test whether a code shows a glyph, and not `.notdef`, the one for what a font does not have.

    Where that cannot be known, every code does.
    """
    if typeface.kind == "Type0":
        return _composite(typeface) or _any
    program = entry(typeface.source, "FontDescriptor", "FontFile2")
    if typeface.kind == "TrueType" and isinstance(program, pikepdf.Stream):
        return _simple(typeface, program) or _any
    return _any


def _any(_code: int) -> bool:
    return True


def _composite(typeface: Typeface) -> Callable[[int], bool] | None:
    below = (items(entry(typeface.source, "DescendantFonts")) or [None])[0]
    if not name(entry(typeface.source, "Encoding")).startswith("Identity"):
        return None
    mapping = entry(below, "CIDToGIDMap")
    if isinstance(mapping, pikepdf.Stream):
        table = mapping.read_bytes()
        return lambda code: any(table[2 * code : 2 * code + 2])
    count = glyph_count(entry(below, "FontDescriptor", "FontFile2"))
    return lambda code: 0 < code < count


def glyph_of(typeface: Typeface) -> Callable[[int], int | None] | None:
    """For a code of a composite TrueType font with Identity encoding its glyph's number; nothing for any other font."""
    below = (items(entry(typeface.source, "DescendantFonts")) or [None])[0]
    if not name(entry(typeface.source, "Encoding")).startswith("Identity"):
        return None
    mapping = entry(below, "CIDToGIDMap")
    if isinstance(mapping, pikepdf.Stream):
        table = mapping.read_bytes()
        return lambda code: int.from_bytes(table[2 * code : 2 * code + 2])
    return lambda code: code


def glyph_count(program: object) -> int:
    """How many glyphs a TrueType program has, by its `maxp` table; any number where that is not said."""
    content = program.read_bytes() if isinstance(program, pikepdf.Stream) else b""
    for place in range(12, 12 + 16 * int.from_bytes(content[4:6]), 16):
        if content[place : place + 4] == b"maxp":
            offset = int.from_bytes(content[place + 8 : place + 12])
            return int.from_bytes(content[offset + 4 : offset + 6])
    return 1 << 16


def _simple(typeface: Typeface, program: pikepdf.Stream) -> Callable[[int], bool] | None:
    content = program.read_bytes()
    # Codes that an encoding renames lead to glyphs by their names; not to know is better than to be wrong.
    if len(content) > LARGEST_PROGRAM or entry(typeface.source, "Encoding", "Differences") is not None:
        return None
    from fontTools.ttLib import TTFont, TTLibError  # loaded here: our own files need nothing of it

    try:
        tables = TTFont(io.BytesIO(content), lazy=True)["cmap"].tables
        known = {code for table in tables for code, glyph in table.cmap.items() if glyph != ".notdef"}
    except (TTLibError, KeyError, ValueError, AssertionError, IndexError):
        return None
    letters = typeface.letters or {}

    def has_glyph(code: int) -> bool:
        spoken = letters.get(code, "")
        return bool(known & {code, SYMBOLS + code, *map(ord, spoken)}) or (typeface.has_known_letters and code > 127)

    return has_glyph
