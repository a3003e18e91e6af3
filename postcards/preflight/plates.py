"""How much ink lies where: pages painted plate by plate, with a reader that knows nothing of plates.

pdfium paints in the colours of screens. So `separation.py` replaces every colour, in a copy of the file, by one that a
screen shows as it is: cyan, magenta and yellow as the lack of red, green and blue, black as the lack of light. Two
pictures of a page are then its four plates.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from itertools import product
from math import sqrt

import pypdfium2
from msgspec import Struct
from PIL import Image, ImageMath

from postcards.geometry import MM
from postcards.preflight.boxes import Box
from postcards.preflight.separation import separated
from postcards.preflight.tree import Source

#: The square over which ink is averaged (GWG 2015, 4.3), and into how many pixels its side is divided.
SQUARE, DIVISIONS = sqrt(15) * MM, 6

#: Pixels of the page's picture to a point.
SCALE = DIVISIONS / SQUARE

#: Squares begin at every third pixel, in both directions; around the darkest of them at every pixel.
STEP = DIVISIONS // 2
BEGINNINGS = tuple(product(range(0, DIVISIONS, STEP), repeat=2))

#: Sheets with a longer side than this are not painted (points): no press takes them.
LONGEST_SIDE = 5_000.0

#: What a pixel says where no ink is.
PAPER = 255


class Ink(Struct, frozen=True):
    """The most ink in any square of a page, in percent."""

    total: float  # all plates together
    colours: float  # cyan, magenta and yellow


def ink_of_pages(source: Source, rooms: Sequence[Box]) -> list[Ink]:
    """The ink of each page of the file, within its room: where it may be printed on.

    Raises PdfiumError where pdfium cannot open what qpdf can, UnreadablePictureError where a picture cannot be
    unpacked.
    """
    if max(max(room.width, room.height) for room in rooms) > LONGEST_SIDE:
        return []
    copies = [pypdfium2.PdfDocument(copy) for copy in separated(source, rooms)]
    try:
        return [_most(*(_painted(copy, index) for copy in copies)) for index in range(len(rooms))]
    finally:
        for copy in copies:
            copy.close()


def _painted(document: pypdfium2.PdfDocument, index: int) -> Image.Image:
    page = document[index]
    picture: Image.Image = page.render(scale=SCALE, draw_annots=False, may_draw_forms=False).to_pil().convert("RGB")
    page.close()
    return picture


def _most(colours: Image.Image, black: Image.Image) -> Ink:
    red, green, blue = colours.split()
    coloured = ImageMath.lambda_eval(lambda plates: plates["r"] + plates["g"] + plates["b"], r=red, g=green, b=blue)
    total = ImageMath.lambda_eval(lambda plates: plates["c"] + plates["k"], c=coloured, k=black.getchannel(0))
    return Ink(*(100 * (count - _least(light.convert("F")) / PAPER) for light, count in ((total, 4), (coloured, 3))))


def _least(light: Image.Image) -> float:
    """The mean of the darkest square; of a page smaller than a square, of the page."""
    if min(light.size) < DIVISIONS:
        return _mean(light)
    least, left, top = min(square for beginning in BEGINNINGS for square in _squares(light, *beginning))
    around = product(range(left - STEP + 1, left + STEP), range(top - STEP + 1, top + STEP))
    beside = (
        _mean(light.crop((x, y, x + DIVISIONS, y + DIVISIONS)))
        for x, y in around
        if 0 <= x <= light.width - DIVISIONS and 0 <= y <= light.height - DIVISIONS
    )
    return min(least, *beside)


def _squares(light: Image.Image, left: int, top: int) -> Iterator[tuple[float, int, int]]:
    """The darkest of the squares that lie side by side from there on, and where it begins."""
    across, up = ((side - begin) // DIVISIONS for side, begin in zip(light.size, (left, top), strict=True))
    if across and up:
        means = light.crop((left, top, left + across * DIVISIONS, top + up * DIVISIONS)).reduce(DIVISIONS)
        values = array("f", means.tobytes())
        row, column = divmod(values.index(min(values)), across)
        yield min(values), left + column * DIVISIONS, top + row * DIVISIONS


def _mean(light: Image.Image) -> float:
    values = array("f", light.tobytes())
    return sum(values) / len(values)
