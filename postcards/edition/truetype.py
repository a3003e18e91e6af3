"""TrueType files that are added to: composite glyphs behind those that a subset has (OpenType 1.9, glyf, loca, hmtx).

The outlines that are there stay as they are, byte for byte; nothing is read of them but their boxes. A library that
takes every outline apart and puts it together again takes eight times as long, a tenth of a build.
"""

from __future__ import annotations

import struct
import sys
from array import array
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

#: Left, bottom, right and top of a glyph, font units.
Box = tuple[int, int, int, int]

#: A glyph by its number, and how far it is moved, font units.
Component = tuple[int, int, int]

#: Flags of a component: offsets are two bytes each, are no points to match, are rounded to the grid; more follow.
WORDS, OFFSETS, ROUNDED, MORE = 0x1, 0x2, 0x4, 0x20

#: Where values stand in their tables: how glyphs are addressed, how many there are, how many advances, the whole's sum.
ADJUSTMENT, BOX, LONG_PLACES, GLYPHS, ADVANCES = 8, 36, 50, 4, 34

#: Of all glyphs: the widest, the least white left and right of one, the farthest that one reaches.
EXTREMES = 10

#: The most points and contours of a glyph, and both of a composite one; its components, and levels of them.
POINTS, COMPONENTS = 6, 28

#: What the sum of a whole file is made to be.
SUM = 0xB1B0AFBA

#: Places of glyphs are halved where that leaves them in two bytes.
SHORT = 1 << 17

EMPTY: Box = (0, 0, 0, 0)


class Glyphs(Struct):
    """The glyphs of a TrueType file, to be added to."""

    tables: dict[bytes, bytes]  # by tag
    outlines: list[bytes]  # glyf, glyph by glyph
    advances: list[int]  # font units
    bearings: list[int]  # the white left of each, font units
    most: int = 0  # components of a glyph that was added

    def add(self, components: Sequence[Component], advance: int) -> int:
        """Add a glyph that is put together from others, or shows nothing where there are none; its number."""
        boxes = [_moved(self.box(glyph), x, y) for glyph, x, y in components if self.outlines[glyph]]
        parts = [
            _component(component, MORE if left else 0)
            for left, component in zip(range(len(components) - 1, -1, -1), components, strict=True)
        ]
        self.outlines.append(struct.pack(">5h", -1, *_around(boxes)) + b"".join(parts) if parts else b"")
        self.advances.append(advance)
        self.bearings.append(_around(boxes)[0])
        self.most = max(self.most, len(components))
        return len(self.outlines) - 1

    def box(self, glyph: int) -> Box:
        """What a glyph that shows something reaches to, font units."""
        left, bottom, right, top = struct.unpack_from(">4h", self.outlines[glyph], 2)
        return left, bottom, right, top

    @property
    def bounds(self) -> Box:
        """What all of them together reach to, font units."""
        return _around([self.box(glyph) for glyph, outline in enumerate(self.outlines) if outline])


def read_glyphs(content: bytes) -> Glyphs:
    """The glyphs of a sound TrueType file."""
    tables = {}
    for record in range(12, 12 + 16 * int.from_bytes(content[4:6]), 16):
        tag, _, start, length = struct.unpack_from(">4s3I", content, record)
        tables[tag] = content[start : start + length]
    count, widths = _number(tables[b"maxp"], GLYPHS), _number(tables[b"hhea"], ADVANCES)
    long = _number(tables[b"head"], LONG_PLACES)
    read = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", tables[b"loca"])
    places = read if long else [2 * place for place in read]
    metrics = struct.unpack_from(f">{'Hh' * widths}{count - widths}h", tables[b"hmtx"])
    advances, bearings = [*metrics[: 2 * widths : 2]], [*metrics[1 : 2 * widths : 2], *metrics[2 * widths :]]
    outlines = [tables[b"glyf"][start:end] for start, end in pairwise(places)]
    return Glyphs(tables, outlines, advances + advances[-1:] * (count - widths), bearings)


def write_glyphs(glyphs: Glyphs) -> bytes:
    """The TrueType file."""
    count = len(glyphs.outlines)
    aligned = [outline + bytes(-len(outline) % 2) for outline in glyphs.outlines]
    places = [0]
    for outline in aligned:
        places.append(places[-1] + len(outline))
    long = places[-1] >= SHORT
    head, hhea, maxp = (bytearray(glyphs.tables[tag]) for tag in (b"head", b"hhea", b"maxp"))
    struct.pack_into(">I", head, ADJUSTMENT, 0)
    struct.pack_into(">4h", head, BOX, *glyphs.bounds)
    struct.pack_into(">h", head, LONG_PLACES, long)
    struct.pack_into(">H3h", hhea, EXTREMES, *_extremes(glyphs))
    struct.pack_into(">H", hhea, ADVANCES, count)
    struct.pack_into(">H", maxp, GLYPHS, count)
    if glyphs.most:
        _raise_limits(maxp, glyphs.most)
    metrics = [number for pair in zip(glyphs.advances, glyphs.bearings, strict=True) for number in pair]
    tables = {
        **glyphs.tables,
        b"glyf": b"".join(aligned),
        b"head": bytes(head),
        b"hhea": bytes(hhea),
        b"hmtx": struct.pack(f">{'Hh' * count}", *metrics),
        b"loca": struct.pack(f">{count + 1}{'I' if long else 'H'}", *(place // (1 if long else 2) for place in places)),
        b"maxp": bytes(maxp),
    }
    return _file(tables)


def _file(tables: dict[bytes, bytes]) -> bytes:
    """The tables as a file (OpenType 1.9, Font file): in the order of their tags, each with its sum."""
    count = len(tables)
    power = count.bit_length() - 1
    start = 12 + 16 * count
    records, bodies, place = [], [], start
    for tag in sorted(tables):
        body = tables[tag] + bytes(-len(tables[tag]) % 4)
        records.append(struct.pack(">4s3I", tag, _sum(body), place, len(tables[tag])))
        bodies.append(body)
        place += len(body)
    directory = struct.pack(">I4H", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))
    file = bytearray(b"".join((directory, *records, *bodies)))
    head = struct.unpack_from(">I", records[sorted(tables).index(b"head")], 8)[0]
    struct.pack_into(">I", file, head + ADJUSTMENT, (SUM - _sum(file)) % (1 << 32))
    return bytes(file)


def _sum(content: bytes | bytearray) -> int:
    numbers = array("I", bytes(content))
    if sys.byteorder == "little":
        numbers.byteswap()
    return sum(numbers) % (1 << 32)


def _number(table: bytes, place: int) -> int:
    return int.from_bytes(table[place : place + 2])


def _component(component: Component, more: int) -> bytes:
    glyph, x, y = component
    if -128 <= x < 128 and -128 <= y < 128:
        return struct.pack(">2H2b", OFFSETS | ROUNDED | more, glyph, x, y)
    return struct.pack(">2H2h", WORDS | OFFSETS | ROUNDED | more, glyph, x, y)


def _moved(box: Box, x: int, y: int) -> Box:
    left, bottom, right, top = box
    return left + x, bottom + y, right + x, top + y


def _around(boxes: Sequence[Box]) -> Box:
    if not boxes:
        return EMPTY
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _extremes(glyphs: Glyphs) -> tuple[int, int, int, int]:
    """The widest advance; the least white left and right of what is seen, and how far it reaches."""
    seen = [glyph for glyph, outline in enumerate(glyphs.outlines) if outline]
    if not seen:
        return max(glyphs.advances), 0, 0, 0
    bearings = [glyphs.bearings[glyph] for glyph in seen]
    boxes = [glyphs.box(glyph) for glyph in seen]
    reaches = [bearing + box[2] - box[0] for bearing, box in zip(bearings, boxes, strict=True)]
    right = min(glyphs.advances[glyph] - reach for glyph, reach in zip(seen, reaches, strict=True))
    return max(glyphs.advances), min(bearings), right, max(reaches)


def _raise_limits(maxp: bytearray, most: int) -> None:
    """What programs make room for: no composite has more points than its `most` components may have together."""
    plain, composite = struct.unpack_from(">2H", maxp, POINTS), struct.unpack_from(">2H", maxp, POINTS + 4)
    together = (min(0xFFFF, most * max(pair)) for pair in zip(plain, composite, strict=True))
    struct.pack_into(">2H", maxp, POINTS + 4, *together)
    before, levels = struct.unpack_from(">2H", maxp, COMPONENTS)
    struct.pack_into(">2H", maxp, COMPONENTS, max(before, most), levels + 1)
