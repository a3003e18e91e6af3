"""A picture's plates, small: what a photo puts onto paper, averaged over its pixels (ISO 32000-1, 8.9)."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageChops, UnidentifiedImageError

from postcards.preflight.objects import UNREADABLE, entry, items, name, number, numbers
from postcards.preflight.spaces import Space

#: Pictures are shrunk to about this many pixels on the longer side: squares of 15 mm² are ten times coarser.
SIDE = 256

#: Pictures with more pixels than this are not unpacked.
MOST_PIXELS = 100_000_000


class Pixels(NamedTuple):
    """The lack of ink: three plates as a picture in red, green and blue, one as a grey one."""

    colours: Image.Image
    black: Image.Image


def plates_of(picture: Any, space: Space) -> Pixels | None:
    """The plates of a picture in `space`; nothing where it cannot be unpacked."""
    width, height = (int(number(entry(picture, key)) or 0) for key in ("Width", "Height"))
    if not 0 < width * height <= MOST_PIXELS:
        return None
    try:
        found = _jpeg(picture) if _is_jpeg(picture) else pikepdf.PdfImage(picture).as_pil_image()
    except (*UNREADABLE, UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    return _divided(found, space)


def _is_jpeg(picture: Any) -> bool:
    return [name(part) for part in items(entry(picture, "Filter"))] == ["DCTDecode"]


def _jpeg(picture: Any) -> Image.Image:
    """A JPEG as the numbers that stand in it, turned where the picture's Decode says so."""
    image = Image.open(io.BytesIO(picture.read_raw_bytes()))
    image.draft(image.mode, (SIDE, SIDE))
    image.load()
    # Pillow turns CMYK round, since Adobe's programs write it that way; what stands in the file is the opposite.
    turned = numbers(entry(picture, "Decode"))[:2] == (1.0, 0.0)
    return ImageChops.invert(image) if (image.mode == "CMYK") != turned else image


def _divided(image: Image.Image, space: Space) -> Pixels:
    image = image.convert("RGB") if image.mode in ("P", "RGBA", "LAB", "YCbCr") else image
    image = image.convert("L") if image.mode in ("1", "I", "I;16", "F", "LA") else image
    image.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    if image.mode == "CMYK":
        *colours, black = (ImageChops.invert(plate) for plate in image.split())
        return Pixels(Image.merge("RGB", colours), black)
    white = Image.new("L", image.size, 255)
    if image.mode == "L" and space.colorants:
        image = ImageChops.invert(image)  # a tint, of which much is dark
    if image.mode == "L":
        return Pixels(Image.merge("RGB", (white, white, white)), image)
    return Pixels(image.convert("RGB"), white)
