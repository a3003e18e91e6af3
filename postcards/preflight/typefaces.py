"""Fonts of a finished file: what is embedded, how wide codes are, and which text they stand for (ISO 32000-1, 9)."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

import pikepdf
from msgspec import Struct

from postcards.preflight.objects import entry, items, name, number, words

#: Codes that a font may say something about; more is an attempt to fill the memory.
MOST_CODES = 200_000

#: A width that nobody states (thousandths of an em): about that of a letter.
USUAL_WIDTH, COMPOSITE_WIDTH = 500.0, 1000.0

#: Encodings of simple fonts whose codes are known to stand for letters (annex D).
KNOWN_ENCODINGS = frozenset({"WinAnsiEncoding", "MacRomanEncoding", "MacExpertEncoding", "StandardEncoding"})


#: Bytes of a code in nearly every composite font.
PAIR = 2

#: Collections of glyphs whose letters every program knows (9.10.2).
KNOWN_COLLECTIONS = frozenset({"GB1", "CNS1", "Japan1", "Korea1"})


class Typeface(Struct, frozen=True, eq=False):
    """One font as a page uses it."""

    name: str  # BaseFont, without the slash
    kind: str  # Type0, TrueType, Type1, Type3 …
    source: pikepdf.Object  # its dictionary
    is_embedded: bool
    bytes_per_code: int
    widths: Mapping[int, float]  # thousandths of an em
    usual_width: float
    letters: Mapping[int, str] | None  # by ToUnicode; nothing where there is none
    has_known_letters: bool  # without ToUnicode: by a standard encoding or collection

    def codes(self, string: bytes) -> Sequence[int]:
        """The codes in a string; what is left at its end is one more."""
        step = self.bytes_per_code
        if step == PAIR and len(string) % step == 0:  # nearly all
            return struct.unpack(f">{len(string) // step}H", string)
        return [int.from_bytes(string[place : place + step]) for place in range(0, len(string), step)]

    def advance(self, codes: Iterable[int]) -> float:
        """How far some codes move the pen, in ems."""
        widths, usual = self.widths, self.usual_width
        return sum([widths.get(code, usual) for code in codes]) / 1000

    def width(self, code: int) -> float:
        """How far a code moves the pen, in ems."""
        return self.widths.get(code, self.usual_width) / 1000


def read_typeface(font: pikepdf.Object) -> Typeface:
    """What a font dictionary says."""
    kind = name(entry(font, "Subtype"))
    letters = entry(font, "ToUnicode")
    read = read_letters(letters.read_bytes()) if isinstance(letters, pikepdf.Stream) else None
    if kind == "Type0":
        return _composite(font, read)
    first = int(number(entry(font, "FirstChar")) or 0)
    widths = {first + place: number(width) or 0.0 for place, width in enumerate(items(entry(font, "Widths"))[:256])}
    encoding = entry(font, "Encoding")
    known = name(encoding) or name(entry(encoding, "BaseEncoding"))
    descriptor = entry(font, "FontDescriptor")
    return Typeface(
        name(entry(font, "BaseFont")),
        kind,
        font,
        kind == "Type3" or _has_program(descriptor),
        1,
        widths,
        number(entry(descriptor, "MissingWidth")) or USUAL_WIDTH,
        read,
        known in KNOWN_ENCODINGS or (kind == "Type1" and encoding is None),
    )


def _composite(font: pikepdf.Object, letters: Mapping[int, str] | None) -> Typeface:
    (below,) = items(entry(font, "DescendantFonts"))[:1] or [None]
    usual = number(entry(below, "DW"))
    return Typeface(
        name(entry(font, "BaseFont")),
        "Type0",
        font,
        _has_program(entry(below, "FontDescriptor")),
        _bytes_per_code(entry(font, "Encoding")),
        dict(_composite_widths(items(entry(below, "W")))),
        COMPOSITE_WIDTH if usual is None else usual,
        letters,
        words(entry(below, "CIDSystemInfo", "Ordering")) in KNOWN_COLLECTIONS,
    )


def _has_program(descriptor: object) -> bool:
    return any(isinstance(entry(descriptor, file), pikepdf.Stream) for file in ("FontFile", "FontFile2", "FontFile3"))


def _bytes_per_code(encoding: object) -> int:
    """How long codes are: two bytes in all predefined maps that matter, else what the first code range says."""
    if not isinstance(encoding, pikepdf.Stream):
        return 2
    found = re.search(rb"begincodespacerange\s*<\s*([0-9A-Fa-f]+)", encoding.read_bytes())
    return max(1, min(4, len(found[1]) // 2)) if found else 2


def _composite_widths(parts: list[pikepdf.Object]) -> Iterator[tuple[int, float]]:
    """Codes and widths of a W array (9.7.4.3): `c [w …]` or `first last w`."""
    left, place = MOST_CODES, 0
    while place + 1 < len(parts) and left > 0:
        first, then = int(number(parts[place]) or 0), parts[place + 1]
        if isinstance(then, pikepdf.Array):
            found = [(first + step, number(width) or 0.0) for step, width in enumerate(items(then)[:left])]
            place += 2
        else:
            last = min(int(number(then) or 0), first + left)
            width = number(parts[place + 2]) if place + 2 < len(parts) else None
            found = [(code, width or 0.0) for code in range(first, last + 1)]
            place += 3
        left -= len(found) + 1
        yield from found


_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PART = re.compile(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])")


def read_letters(cmap: bytes) -> dict[int, str]:
    """A ToUnicode CMap (9.10.3) as codes and their text."""
    letters: dict[int, str] = {}
    left = MOST_CODES
    for section in _SECTION.finditer(cmap):
        parts = [match[2] or match[3] or bytes.fromhex(match[1].decode()) for match in _PART.finditer(section[2])]
        if section[1] == b"char":
            pairs = zip(parts[::2], parts[1::2], strict=False)
            found = [(int.from_bytes(code), _text(text)) for code, text in pairs]
        else:
            found = list(islice(_ranges(parts), max(0, left)))
        letters.update(found)
        left -= len(found)
    return letters


def _ranges(parts: list[bytes]) -> Iterator[tuple[int, str]]:
    place = 0
    while place + 2 < len(parts):
        first, last, then = int.from_bytes(parts[place]), int.from_bytes(parts[place + 1]), parts[place + 2]
        last = min(last, first + 0xFFFF)
        place += 3
        if then == b"[":
            while place < len(parts) and parts[place] != b"]":
                yield first, _text(parts[place])
                first, place = first + 1, place + 1
            place += 1
        else:
            start = int.from_bytes(then[-2:])
            for code in range(first, last + 1):
                yield code, _text(then[:-2] + ((start + code - first) & 0xFFFF).to_bytes(2))


def _text(utf16: bytes) -> str:
    return utf16.decode("utf-16-be", "replace")
