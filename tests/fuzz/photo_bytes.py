"""Any bytes as a photo's file: they become a picture that holds pixels alone, or are refused with a reason."""

from __future__ import annotations

import io
import struct
import zlib

from PIL import Image

from postcards.edition import png
from postcards.edition.darkroom import develop, foreign_markers
from postcards.edition.intent import default_intent
from postcards.edition.photo_faults import PhotoError
from postcards.edition.photo_recipe import PhotoRecipe

#: So small that the photos of a corpus need few bytes: for a press, and for a screen.
RECIPES = (
    PhotoRecipe(24, 16, (0.3, 0.6), 300, default_intent()),
    PhotoRecipe(16, 16, (1.0, 0.0), 150, None, 75, 300),
)

MODES = {"rgb": "RGB", "cmyk": "CMYK", "grey": "L"}

#: Percent of all four inks together.
MOST_INK = 400.0


def check(data: bytes) -> None:
    """Develop the photo `data` for a press and for a screen."""
    for recipe in RECIPES:
        try:
            picture = develop(data, recipe)
        except PhotoError as error:
            assert error.remark.says and error.remark.remedy
            continue
        assert foreign_markers(picture.jpeg) == ()
        assert 1 <= picture.width <= recipe.width and 1 <= picture.height <= recipe.height
        assert 0.0 <= picture.ink <= MOST_INK
        with Image.open(io.BytesIO(picture.jpeg)) as image:
            image.load()
            assert (image.size, image.mode) == ((picture.width, picture.height), MODES[picture.colour])


def mended(data: bytes) -> bytes:
    """A PNG with every checksum right: without that hardly a changed one is decoded. Other files as they are."""
    if not data.startswith(b"\x89PNG"):
        return data
    parts, at = [data[: png.SIGNATURE_BYTES]], png.SIGNATURE_BYTES
    while at + png.CHUNK_FRAME_BYTES <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        body = data[at + 4 : at + 8 + length]
        parts.append(struct.pack(">I", max(len(body) - 4, 0)) + body + struct.pack(">I", zlib.crc32(body)))
        at += png.CHUNK_FRAME_BYTES + length
    return b"".join(parts)
