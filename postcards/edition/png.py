"""Whether a PNG file is whole (ISO/IEC 15948): every checksum right, and as many bytes of pixels as its header says.

Decoders are lenient here: they draw over wrong checksums, and leave rows that the file does not hold black.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE_BYTES = 8
CHUNK_FRAME_BYTES = 12  # length, type, checksum
HEADER_FIELDS = struct.Struct(">IIBBBBB")  # IHDR: width, height, depth, colour type, compression, filter, interlace

#: Samples per pixel by IHDR's colour type: grey, RGB, palette, grey with alpha, RGB with alpha.
SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}

#: Adam7's passes: first column, first row, and the distances to the next ones.
ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
STRAIGHT = ((0, 0, 1, 1),)

#: Inflated at a time (bytes), so that a small file that inflates to gigabytes takes no memory.
PIECE_BYTES = 1 << 24


def is_whole(content: bytes) -> bool:
    """Whether the PNG file `content` ends where it should and holds all its pixels."""
    header = b""
    pixels = []
    ended = False
    for name, body in _chunks(content):
        if name == b"IHDR":
            header = body
        elif name == b"IDAT":
            pixels.append(body)
        ended = name == b"IEND"
    return ended and len(header) == HEADER_FIELDS.size and _inflates_to(b"".join(pixels), _bytes_due(header))


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Type and body of each chunk up to the end chunk, or to the first that is cut off or has a wrong checksum."""
    at = SIGNATURE_BYTES
    name = b""
    while name != b"IEND" and at + CHUNK_FRAME_BYTES <= len(content):
        length, name = struct.unpack_from(">I4s", content, at)
        end = at + CHUNK_FRAME_BYTES + length
        checked = content[at + 4 : end - 4]
        if end > len(content) or zlib.crc32(checked) != int.from_bytes(content[end - 4 : end]):
            return
        yield name, checked[4:]
        at = end


def _bytes_due(header: bytes) -> int:
    """How many bytes the pixels of a picture with this IHDR take before compression."""
    width, height, depth, colour_type, _, _, interlace = HEADER_FIELDS.unpack(header)
    bits = depth * SAMPLES.get(colour_type, 1)
    due = 0
    for left, top, across, down in ADAM7 if interlace else STRAIGHT:
        columns, rows = -(-(width - left) // across), -(-(height - top) // down)
        if columns > 0 and rows > 0:
            due += rows * (1 + -(-columns * bits // 8))  # a byte before each row names its filter
    return due


def _inflates_to(compressed: bytes, due: int) -> bool:
    """Whether `compressed` holds at least `due` bytes; whatever comes after them is left alone."""
    inflater = zlib.decompressobj()
    try:
        while due > 0 and not inflater.eof:
            piece = inflater.decompress(compressed, min(due, PIECE_BYTES))
            if not piece and not inflater.unconsumed_tail:
                break
            due -= len(piece)
            compressed = inflater.unconsumed_tail
    except zlib.error:
        return False
    return due <= 0
