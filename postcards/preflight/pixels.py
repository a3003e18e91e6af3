"""A picture's plates, small: what a photo puts onto paper, averaged over its pixels (ISO 32000-1, 8.9)."""

from __future__ import annotations

import hashlib
import io
import warnings
from typing import Any, NamedTuple

import pikepdf
from PIL import Image, ImageChops, UnidentifiedImageError

from postcards.preflight.objects import UNREADABLE, entry, items, name, number, numbers
from postcards.preflight.spaces import Space

#: Pictures are shrunk to about this many pixels on the longer side: squares of 15 mm² are ten times coarser.
SIDE = 200

#: Pictures with more pixels than this are not unpacked.
MOST_PIXELS = 100_000_000

#: Bits of a component that is a byte of its own, and how Pillow calls pictures of so many components.
WHOLE_BYTES, MODES = 8, {1: "L", 3: "RGB", 4: "CMYK"}

#: Ways of packing that know of pixels (7.4).
PACKED_AS_PICTURES = frozenset({"DCTDecode", "JPXDecode", "CCITTFaxDecode", "JBIG2Decode"})

#: So many photos' plates are remembered, each of some 120 kB.
MOST_REMEMBERED = 100


class Pixels(NamedTuple):
    """The lack of ink: three plates as a picture in red, green and blue, one as a grey one."""

    colours: Image.Image
    black: Image.Image


_REMEMBERED: dict[tuple[bytes, bool, bool], Pixels] = {}


def plates_of(picture: Any, space: Space) -> Pixels | None:
    """The plates of a picture in `space`; nothing where it cannot be unpacked."""
    width, height = (int(number(entry(picture, key)) or 0) for key in ("Width", "Height"))
    if not 0 < width * height <= MOST_PIXELS:
        return None
    with warnings.catch_warnings():
        # Programmers are warned of what is lost to the eye; what would make another picture of it is an error.
        warnings.simplefilter("ignore")
        warnings.filterwarnings("error", ".*/Decode array")
        return _plates(picture, space, (width, height))


def _plates(picture: Any, space: Space, size: tuple[int, int]) -> Pixels | None:
    try:
        packing = [name(part) for part in items(entry(picture, "Filter"))]
        if packing == ["DCTDecode"]:
            is_turned = numbers(entry(picture, "Decode"))[:2] == (1.0, 0.0)
            return _jpeg(picture.read_raw_bytes(), is_turned, bool(space.colorants))
        plain = number(entry(picture, "BitsPerComponent")) == WHOLE_BYTES and entry(picture, "Decode") is None
        if plain and not PACKED_AS_PICTURES.intersection(packing):
            return _divided(_bytes(picture.read_bytes(), size, space), bool(space.colorants))
        # The picture keeps its mask; with one laid on, it would no longer be in inks.
        return _divided(pikepdf.PdfImage(picture).as_pil_image(apply_mask=False), bool(space.colorants))
    except (*UNREADABLE, UnidentifiedImageError, OSError, Image.DecompressionBombError, UserWarning):
        return None


def _jpeg(content: bytes, is_turned: bool, is_tint: bool) -> Pixels:
    """The plates of a JPEG, which are remembered: the same photos come again in every language's booklet."""
    key = (hashlib.sha256(content).digest(), is_turned, is_tint)
    if key not in _REMEMBERED:
        if len(_REMEMBERED) >= MOST_REMEMBERED:
            _REMEMBERED.clear()
        _REMEMBERED[key] = _divided(_unpacked(content, is_turned), is_tint)
    return _REMEMBERED[key]


def _bytes(content: bytes, size: tuple[int, int], space: Space) -> Image.Image:
    """A picture whose components are whole bytes."""
    if space.family != "Indexed":
        return Image.frombytes(MODES[space.components], size, content[: size[0] * size[1] * space.components])
    (base,) = space.under
    places = Image.frombytes("L", size, content[: size[0] * size[1]])
    table = space.table.ljust(256 * base.components, b"\0")
    plates = [
        places.point(list(table[part : 256 * base.components : base.components])) for part in range(base.components)
    ]
    return Image.merge(MODES[base.components], plates)


def _unpacked(content: bytes, is_turned: bool) -> Image.Image:
    image: Image.Image = Image.open(io.BytesIO(content))
    # A JPEG can be unpacked at a half, a quarter or an eighth of its size, in as much less time.
    shrunk = next((part for part in (8, 4, 2) if max(image.size) >= part * SIDE), 1)
    image.draft(image.mode, (image.width // shrunk, image.height // shrunk))
    image.load()
    # Pillow turns CMYK round, since Adobe's programs write it that way; what stands in the file is the opposite.
    return ImageChops.invert(image) if (image.mode == "CMYK") != is_turned else image


def _divided(image: Image.Image, is_tint: bool) -> Pixels:
    image = image.convert("RGB") if image.mode in ("P", "RGBA", "LAB", "YCbCr") else image
    image = image.convert("L") if image.mode in ("1", "I", "I;16", "F", "LA") else image
    image.thumbnail((SIDE, SIDE), Image.Resampling.BOX)
    if image.mode == "CMYK":
        *colours, black = (ImageChops.invert(plate) for plate in image.split())
        return Pixels(Image.merge("RGB", colours), black)
    white = Image.new("L", image.size, 255)
    if image.mode == "L" and is_tint:
        image = ImageChops.invert(image)  # a tint, of which much is dark
    if image.mode == "L":
        return Pixels(Image.merge("RGB", (white, white, white)), image)
    return Pixels(image.convert("RGB"), white)
