"""A JPEG that breaks off: how much of it is there, and what can be shown of it (ISO/IEC 10918-1).

Decoders draw what is missing in the colour that came last, or refuse the file. So it is decoded with several endings:
where the pictures differ, the file had no more to say. Loading this module loads Pillow.
"""

from __future__ import annotations

import io
import math
import struct
import zlib
from hashlib import blake2b

from PIL import Image, ImageChops

from postcards.edition.photo_faults import DAMAGED, PhotoError
from postcards.edition.photo_recipe import Cut

#: A coarse and quick reduction leaves this many times the pixels that the fine one makes, so that it is not seen.
COARSE_GAP = 2.0

#: So much of the height of a JPEG that breaks off may be missing (share): any frame's cut could take it as well.
SMALL_LOSS = 0.02

#: The bands in which a broken JPEG is compared: JPEG is made of blocks of so many rows (ISO/IEC 10918-1, A.1.1).
BLOCK_ROWS = 8

#: The mark of a JPEG's end, and what else a broken one is ended with.
END = b"\xff\xd9"
ENDINGS = (END, b"\x55" * 64 + END, b"\xaa" * 64 + END)

#: How Pillow calls a JPEG, and one that holds several pictures.
JPEGS = ("JPEG", "MPO")

#: What Pillow's decoders raise at broken files.
DECODING_FAULTS = (
    *(OSError, ValueError, SyntaxError, TypeError, LookupError, ArithmeticError),
    *(EOFError, RuntimeError, MemoryError, struct.error, zlib.error),
)


def coarsen(image: Image.Image, cut: Cut) -> None:
    """Let a JPEG be decoded no finer than its cut needs, which is what its format is quick at."""
    coarse = [math.ceil(length * cut.scale * COARSE_GAP) for length in image.size]
    image.draft(None, (coarse[0], coarse[1]))


def broken_off(image: Image.Image, content: bytes) -> bytes | None:
    """Load the picture in the file `content`; if it is a JPEG that breaks off, what there is of it without an end.

    Some programs put an end to such a file. Decoders then go on in the colour that came last.
    """
    try:
        image.load()
    except DECODING_FAULTS:
        if image.format not in JPEGS:
            raise
        return content
    lowest = image.crop((0, int(image.height * (1 - SMALL_LOSS)), image.width, image.height))
    if image.format not in JPEGS or END not in content or lowest.getcolors(1) is None:
        return None
    body = content[: content.rfind(END)]
    pictures = [_with_ending(body, ending) for ending in ENDINGS[:2]]
    for picture in pictures:
        picture.draft(None, (1, 1))
    return body if ImageChops.difference(*pictures).getbbox(alpha_only=False) else None


def rows_left(content: bytes) -> int:
    """How many rows a JPEG without its end still holds; raises PhotoError if more than a little is lost.

    Its pictures with each ending are never in memory together.
    """
    whole, *others = [_prints(_with_ending(content, ending)) for ending in ENDINGS]
    height = Image.open(io.BytesIO(content), formats=["JPEG"]).height
    bands = [index for other in others for index, pair in enumerate(zip(whole, other, strict=True)) if len({*pair}) > 1]
    rows = min(bands) * BLOCK_ROWS if bands else height
    if rows < height * (1 - SMALL_LOSS):
        raise PhotoError(DAMAGED)
    return rows


def _prints(image: Image.Image) -> list[bytes]:
    """A digest of each band of the picture."""
    tops = range(0, image.height, BLOCK_ROWS)
    bands = (image.crop((0, top, image.width, min(top + BLOCK_ROWS, image.height))) for top in tops)
    return [blake2b(band.tobytes()).digest() for band in bands]


def salvaged(content: bytes, rows: int, cut: Cut) -> Image.Image:
    """The first `rows` of a JPEG without its end."""
    image = _with_ending(content, ENDINGS[0])
    height = image.height
    coarsen(image, cut)
    return image.crop((0, 0, image.width, rows * image.height // height))


def _with_ending(content: bytes, ending: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content + ending), formats=["JPEG"])
