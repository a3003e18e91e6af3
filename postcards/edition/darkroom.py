"""A photo's pixels: turned upright, cut, reduced, in the edition's colours, and written as JPEG without anything else.

A photo is reduced before its colours are touched, which keeps time and memory small. Transparency is laid on white
paper. Loading this module loads Pillow.
"""

from __future__ import annotations

import io
import re
import struct
from typing import Literal

from msgspec import Struct
from PIL import Image

from postcards.edition.broken_jpeg import COARSE_GAP
from postcards.edition.negative import Negative, decode
from postcards.edition.photo_colour import built, ink
from postcards.edition.photo_faults import STRANGE_COLOURS, TRANSPARENT, PhotoError, Remark
from postcards.edition.photo_recipe import Cut, PhotoRecipe, resolution_remark
from postcards.problems import RejectedError, Severity

#: Pillow's modes and the one to go on with; a picture with a transparent colour takes the second.
MODES = {
    "1": ("L", "LA"),
    "L": ("L", "LA"),
    "LA": ("LA", "LA"),
    "P": ("RGB", "RGBA"),
    "PA": ("RGBA", "RGBA"),
    "RGB": ("RGB", "RGBA"),
    "RGBX": ("RGB", "RGB"),
    "RGBA": ("RGBA", "RGBA"),
    "YCbCr": ("RGB", "RGB"),
    "CMYK": ("CMYK", "CMYK"),
    "LAB": ("LAB", "LAB"),
}

#: Modes of 16-bit grey, and which byte of the two is the high one. (Pillow's own conversion turns them white.)
HIGH_BYTE = {"I;16": 1, "I;16L": 1, "I;16B": 0}

#: Exif's orientations (Exif 2.32, tag 0x0112) and what sets them upright.
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

#: What a picture is printed with, by Pillow's mode.
COLOURS: dict[str, Literal["rgb", "cmyk", "grey"]] = {"RGB": "rgb", "CMYK": "cmyk", "L": "grey"}

#: Rows of the photo that are reduced at a time: more than any whole factor, where a picture is not a thumbnail.
BAND_ROWS = 128

#: JPEG markers (ISO/IEC 10918-1, table B.1) a bare picture consists of: JFIF, tables, a baseline or progressive frame,
#: scan, end.
BARE_MARKERS = frozenset({0xE0, 0xDB, 0xC0, 0xC2, 0xC4, 0xDA, 0xD9})

#: The one marker more that a picture in inks has: Adobe's (Technical Note 5116), which says that they are inks.
ADOBE = re.compile(rb"\xff\xee\0\x0eAdobe.{7}", re.DOTALL)
START_OF_SCAN = 0xDA
END_OF_IMAGE = 0xD9
MARKER_IN_SCAN = re.compile(rb"\xff([^\x00\xff\xd0-\xd7])")

#: Chroma in JPEG: as fine as the picture on paper, half as fine on a screen (Pillow's codes for 4:4:4 and 4:2:0): our
#: pictures are a fifth smaller so. With full chroma they would need quality 65 to be as small, and brightness, of which
#: more is seen, would lose 1.4 dB. A progressive file shows the same pixels and is smaller by another thirtieth.
FULL_CHROMA = 0
HALF_CHROMA = 2


class Picture(Struct, frozen=True):
    """A developed photo."""

    jpeg: bytes
    width: int  # pixels
    height: int  # pixels
    colour: Literal["rgb", "cmyk", "grey"]
    ink: float  # the most that a square of 15 mm² has in the mean, per cent; 0 in sRGB
    remarks: tuple[Remark, ...]


def develop(content: bytes, recipe: PhotoRecipe) -> Picture:
    """The photo in the file `content`, made ready by `recipe`; raises PhotoError if it cannot be printed."""
    negative = decode(content, recipe)
    coarse = resolution_remark(recipe, negative.cut)
    if coarse and coarse.severity is Severity.ERROR:
        raise PhotoError(coarse)
    cut, profile, found = negative.cut, negative.profile, negative.remarks
    image = _shaped(negative)
    del negative  # the largest thing in memory, and done with
    image, profile_remark = built(image, profile, recipe.intent)
    return Picture(
        jpeg=_encoded(image, recipe),
        width=image.width,
        height=image.height,
        colour=COLOURS[image.mode],
        ink=ink(image, recipe.ppi * cut.width / recipe.width) if recipe.intent else 0.0,
        remarks=tuple(remark for remark in (*found, profile_remark, coarse) if remark is not None),
    )


def foreign_markers(jpeg: bytes) -> tuple[int, ...]:
    """The markers in `jpeg` that carry more than pixels (Exif, ICC, XMP, comments …), in order; 0 for loose bytes."""
    found = []
    at = 2  # after the start of image
    while jpeg[at : at + 1] == b"\xff" and START_OF_SCAN not in found:
        marker, length = struct.unpack_from(">BH", jpeg, at + 1)
        if not ADOBE.match(jpeg, at):
            found.append(marker)
        at += 2 + length
    found += [match[1][0] for match in MARKER_IN_SCAN.finditer(jpeg, at)]
    if found.count(END_OF_IMAGE) != 1 or not jpeg.endswith(bytes((0xFF, END_OF_IMAGE))):
        found.append(0)
    return tuple(marker for marker in found if marker not in BARE_MARKERS)


def _shaped(negative: Negative) -> Image.Image:
    """The picture upright, cut and reduced, on white paper, in its own colours."""
    image = _flat(_reduced(negative))
    turn = TURNS.get(negative.orientation)
    return _cut(image if turn is None else image.transpose(turn), negative.cut)


def _plain(image: Image.Image) -> Image.Image:
    """The picture in one of the modes L, LA, RGB, RGBA, CMYK, LAB; raises PhotoError where it has none of them."""
    if image.mode in HIGH_BYTE:
        return Image.frombytes("L", image.size, image.tobytes()[HIGH_BYTE[image.mode] :: 2])
    if image.mode not in MODES:
        raise PhotoError(STRANGE_COLOURS)
    mode = MODES[image.mode][image.has_transparency_data]
    return image if image.mode == mode else image.convert(mode)


def _reduced(negative: Negative) -> Image.Image:
    """The picture in a plain mode, and where it is far finer than its cut wants, coarser by a whole factor.

    It goes band by band: plain and fine at once, the largest photo would take three times its memory.
    """
    image = negative.image
    factor = int(negative.share / (negative.cut.scale * COARSE_GAP))
    if factor <= 1:
        return _plain(image)
    width, height = (-(-length // factor) for length in image.size)
    small = Image.new(_plain(image.crop((0, 0, 1, 1))).mode, (width, height))
    rows = max(1, BAND_ROWS // factor)
    for row in range(0, height, rows):
        band = image.crop((0, row * factor, image.width, min((row + rows) * factor, image.height)))
        small.paste(_plain(band).reduce(factor), (0, row))
    return small


def _flat(image: Image.Image) -> Image.Image:
    """The picture as it looks on white paper; raises PhotoError if there is nothing to see."""
    if image.mode not in ("LA", "RGBA"):
        return image
    alpha = image.getchannel("A")
    if alpha.getextrema()[1] == 0:
        raise PhotoError(TRANSPARENT)
    mode = image.mode.removesuffix("A")
    paper = Image.new(mode, image.size, "white")
    paper.paste(image.convert(mode), mask=alpha)
    return paper


def _cut(image: Image.Image, cut: Cut) -> Image.Image:
    box = (cut.left * image.width, cut.top * image.height, cut.right * image.width, cut.bottom * image.height)
    return image.resize((cut.width, cut.height), Image.Resampling.LANCZOS, box)


def _encoded(image: Image.Image, recipe: PhotoRecipe) -> bytes:
    """A JPEG of the picture's pixels alone; raises RejectedError should anything else have come along."""
    image.info = {}
    for quality in recipe.qualities:
        jpeg = _jpeg(image, recipe, quality)
        if len(jpeg) <= recipe.most:
            break
    if foreign_markers(jpeg):
        raise RejectedError("A photo could not be freed of what its camera noted.", "Please report this.")
    return jpeg


def _jpeg(image: Image.Image, recipe: PhotoRecipe, quality: int) -> bytes:
    file = io.BytesIO()
    chroma = FULL_CHROMA if recipe.on_paper else HALF_CHROMA
    # In inks a file with Huffman tables of its own is hardly smaller, and takes three times as long.
    optimize, progressive = recipe.intent is None, not recipe.on_paper
    try:
        image.save(file, "JPEG", quality=quality, subsampling=chroma, optimize=optimize, progressive=progressive)
    except OSError:
        # Pillow sets aside one byte a pixel for such a file; mere noise takes more.
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality, subsampling=chroma, optimize=False, progressive=False)
    return file.getvalue()
