"""Objects packed together, and the cross-reference stream that says where each of them is (ISO 32000-1, 7.5.7, 7.5.8).

A dictionary of its own takes as much room as fifty that are packed together, for they are all alike.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence

from msgspec import Struct

#: Objects in a stream: a reader unpacks all of them to see one, and so should not find too many (7.5.7).
GROUP = 200

#: zlib's best: these streams are short, and read more often than written.
LEVEL = 9

#: Every row of the table is the difference from the row above (PNG's filter Up; 7.4.4.4), which is mostly nothing.
UP, UP_PREDICTOR = 2, 12

#: Kinds of entries (table 18).
FREE, PLAIN, PACKED = 0, 1, 2


class Entry(Struct, frozen=True):
    """Where an object is: its place in the file, or the number of a stream of objects and its place there."""

    kind: int
    at: int
    within: int = 0


def object_stream(members: Sequence[tuple[int, bytes]]) -> bytes:
    """The stream of these objects, each with its number: the whole of an object, without its own number."""
    heads, at = [], 0
    for number, content in members:
        heads.append(b"%d %d" % (number, at))
        at += len(content) + 1
    head = b" ".join(heads) + b"\n"
    packed = zlib.compress(head + b"\n".join(content for _, content in members) + b"\n", LEVEL)
    described = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(members), len(head), len(packed))
    return described + b"\nstream\n" + packed + b"\nendstream"


def cross_reference(entries: Sequence[Entry], trailer: bytes) -> bytes:
    """The stream of where objects 1, 2, … are, with what else a trailer says (without its brackets)."""
    wide = (max(entry.at for entry in entries).bit_length() + 7) // 8
    rows = [bytes((entry.kind, *entry.at.to_bytes(wide, "big"), entry.within)) for entry in (Entry(FREE, 0), *entries)]
    packed = zlib.compress(_differences(rows), LEVEL)
    described = (
        b"<</Type/XRef/W[1 %d 1]/Filter/FlateDecode/DecodeParms<</Predictor %d/Columns %d>>/Length %d/Size %d%b>>"
        % (wide, UP_PREDICTOR, wide + 2, len(packed), len(rows), trailer)
    )
    return described + b"\nstream\n" + packed + b"\nendstream"


def _differences(rows: Iterable[bytes]) -> bytes:
    """Every row as its difference from the one above, byte by byte, with the filter's number before it."""
    filtered = bytearray()
    above: bytes | None = None
    for row in rows:
        filtered.append(UP)
        filtered += row if above is None else bytes((a - b) % 256 for a, b in zip(row, above, strict=True))
        above = row
    return bytes(filtered)
