"""A photo's file decoded, no finer than needed: the one place where bytes that somebody else wrote meet a decoder.

Only the decoder of the format that the bytes announce is tried. The number of pixels is looked at before any is
decoded, and a file that cannot be read to its end is refused: a photo cut in half must not be printed in silence.
Loading this module loads Pillow.
"""

from __future__ import annotations

import io
import logging
import warnings

from msgspec import Struct
from PIL import ExifTags, Image

from postcards.edition import png
from postcards.edition.broken_jpeg import DECODING_FAULTS, broken_off, coarsen, rows_left, salvaged
from postcards.edition.photo_faults import (
    CUT_SHORT,
    DAMAGED,
    FIRST_PICTURE,
    MAX_PIXELS,
    MAX_PROGRESSIVE_PIXELS,
    PhotoError,
    Remark,
    picture_format,
    too_many_pixels,
)
from postcards.edition.photo_recipe import Cut, PhotoRecipe, cut_for

# Pillow also logs what it makes of a broken file; staff are told in one plain line instead.
logging.getLogger("PIL").addHandler(logging.NullHandler())

BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)

#: Pillow's modes of pictures whose pixels name colours of a palette. It opens such a file without one, too.
PALETTED = ("P", "PA")

#: Exif's orientations (Exif 2.32, tag 0x0112): upright, and those that lie on their side.
UPRIGHT = 1
ON_ITS_SIDE = frozenset({5, 6, 7, 8})


class Negative(Struct, frozen=True):
    """A photo as decoded: perhaps coarser than its file, and not turned yet."""

    image: Image.Image  # loaded
    orientation: int  # Exif; anything but 2 to 8 is upright
    cut: Cut  # of the upright photo
    share: float  # decoded pixels per pixel of the file, along one side
    profile: bytes | None  # ICC; None without one, empty for one that cannot be read
    remarks: tuple[Remark, ...]


def decode(content: bytes, recipe: PhotoRecipe) -> Negative:
    """The photo in the file `content`; raises PhotoError if it is none, too large, or cannot be read to its end."""
    form = picture_format(content)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's warnings are for programmers
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _decoded(content, form, recipe)
        except BOMBS:
            raise PhotoError(too_many_pixels(MAX_PIXELS[form])) from None
        except DECODING_FAULTS:
            raise PhotoError(DAMAGED) from None


def _decoded(content: bytes, form: str, recipe: PhotoRecipe) -> Negative:
    image = _opened(content, form)
    # Pillow turns a TIFF upright by itself.
    orientation = UPRIGHT if form == "TIFF" else _orientation(image)
    profile = (image.info["icc_profile"] or b"") if "icc_profile" in image.info else None
    # A phone's JPEG may hold a second picture, of depth or brightness: that is no choice the office made.
    several = form != "JPEG" and getattr(image, "is_animated", False)
    remarks = [FIRST_PICTURE] if several else []
    size = image.size
    cut = _upright_cut(recipe, size, orientation)
    if form == "JPEG":
        coarsen(image, cut)
    broken = broken_off(image, content)
    if broken is not None:
        rows = rows_left(broken)
        cut = _upright_cut(recipe, (size[0], rows), orientation)
        image = salvaged(broken, rows, cut)
        remarks.append(CUT_SHORT)
    if image.mode in PALETTED and image.palette is None:
        raise PhotoError(DAMAGED)
    return Negative(image, orientation, cut, image.width / size[0], profile, tuple(remarks))


def _opened(content: bytes, form: str) -> Image.Image:
    image = Image.open(io.BytesIO(content), formats=[form])
    most = MAX_PROGRESSIVE_PIXELS if "progressive" in image.info else MAX_PIXELS[form]
    if image.width * image.height > most:
        raise PhotoError(too_many_pixels(most))
    if form == "PNG" and not png.is_whole(content):
        raise PhotoError(DAMAGED)
    return image


def _orientation(image: Image.Image) -> int:
    """The orientation the camera noted; upright where its notes cannot be read."""
    try:
        noted = image.getexif().get(ExifTags.Base.Orientation, UPRIGHT)
    except DECODING_FAULTS:
        return UPRIGHT
    return noted if isinstance(noted, int) else UPRIGHT


def _upright_cut(recipe: PhotoRecipe, size: tuple[int, int], orientation: int) -> Cut:
    width, height = reversed(size) if orientation in ON_ITS_SIDE else size
    return cut_for(recipe, width, height)
