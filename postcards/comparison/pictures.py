"""What two pages look like, where they differ, and a picture that shows it.

Everything is in whole pixels, so that the same two files give the same pictures. A page's own number, where it is
printed at the same place before and after, is no difference.
"""

from __future__ import annotations

import ctypes
import io
import itertools
from collections.abc import Iterator
from hashlib import sha256
from math import sqrt

import pypdfium2
import pypdfium2.raw as pdfium
from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw

from postcards.comparison.volume import LONGEST_PAGE, Leaf, Volume
from postcards.edition.raster import SCALE

#: A page is painted to no more pixels than these; a sheet of A3 has them at 150 to the inch twice.
MOST_PIXELS = 12_000_000

#: A difference of no more steps (of 255, in one of red, green and blue) is one of rounding: another version of the
#: library that writes photos makes as much.
UNSEEN = 3

#: Pages are compared in squares of so many pixels; those that touch each other are shown as one.
CELL = 16

#: Frames: how far around what differs, their width, and that of the light line on both sides, which shows them on any
#: ground; pixels.
ROOM, FRAME, HALO = 4, 3, 1
FRAME_COLOUR, HALO_COLOUR = (214, 0, 110), (255, 255, 255)

#: Between the two pages, and around them, pixels.
GAP = 24
GROUND = (208, 208, 208)
PAPER = (255, 255, 255)

#: No page has a number of more digits.
MOST_DIGITS = 5

#: How far a page's number reaches beyond what pdfium says of its digits, pixels: its edges are soft.
SOFT = 3

Area = tuple[int, int, int, int]  # left, top, right, bottom; pixels


class Seen(Struct, frozen=True):
    """Two pages, painted, and where they differ."""

    old: Image.Image
    new: Image.Image
    areas: tuple[Area, ...]


def looks(volume: Volume, leaf: Leaf) -> str:
    """The same for pages that look the same."""
    picture = _painted(volume.document[leaf.place])
    return sha256(repr(picture.size).encode() + picture.tobytes()).hexdigest()


def see(old: tuple[Volume, Leaf], new: tuple[Volume, Leaf]) -> Seen:
    """Look at a page before and after."""
    pages = [volume.document[leaf.place] for volume, leaf in (old, new)]
    pictures = [_painted(page) for page in pages]
    shown = [picture.copy() for picture in pictures]
    (_, before), (_, after) = old, new
    if before.number != after.number and pictures[0].size == pictures[1].size:
        for one in _numbers(pages[0], before.number, pictures[0].size):
            for other in _numbers(pages[1], after.number, pictures[1].size):
                if _touch(one, other):
                    for picture, area in itertools.product(pictures, (one, other)):
                        picture.paste(PAPER, area)
    return Seen(shown[0], shown[1], tuple(_areas(*pictures)))


def side_by_side(seen: Seen) -> bytes:
    """A PNG file: the page before on the left, after on the right, frames around what differs."""
    (width, height), (new_width, new_height) = seen.old.size, seen.new.size
    tall = max(height, new_height)
    canvas = Image.new("RGB", (width + new_width + 3 * GAP, tall + 2 * GAP), GROUND)
    draw = ImageDraw.Draw(canvas)
    for picture, left in ((seen.old, GAP), (seen.new, width + 2 * GAP)):
        canvas.paste(picture, (left, GAP))
        for area in seen.areas:
            frame = (area[0] + left, area[1] + GAP, area[2] + left - 1, area[3] + GAP - 1)
            _frame(draw, frame)
    file = io.BytesIO()
    canvas.save(file, "PNG")
    return file.getvalue()


def _frame(draw: ImageDraw.ImageDraw, frame: Area) -> None:
    left, top, right, bottom = frame
    for colour, width, out in ((HALO_COLOUR, FRAME + 2 * HALO, HALO), (FRAME_COLOUR, FRAME, 0)):
        beyond = ROOM + FRAME + out
        draw.rectangle((left - beyond, top - beyond, right + beyond, bottom + beyond), outline=colour, width=width)


def _painted(page: pypdfium2.PdfPage) -> Image.Image:
    width, height = page.get_size()
    scale = min(SCALE, sqrt(MOST_PIXELS / max(width * height, 1.0)))
    picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return picture


def _areas(old: Image.Image, new: Image.Image) -> Iterator[Area]:
    """Where two pictures differ: rectangles, from the left."""
    size = (max(old.width, new.width), max(old.height, new.height))
    whole = [_laid(picture, size, PAPER) for picture in (old, new)]
    red, green, blue = ImageChops.difference(*whole).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue).point(lambda step: 255 * (step > UNSEEN))
    columns, rows = -(-size[0] // CELL), -(-size[1] // CELL)
    # One pixel of a cell is enough: its mean is then 255 / CELL², which is rounded up to 1.
    cells = _laid(most, (columns * CELL, rows * CELL), 0).reduce(CELL).tobytes()
    for left, top, right, bottom in _joined({divmod(place, columns) for place, share in enumerate(cells) if share}):
        within = most.crop((left, top, right, bottom)).getbbox()
        if within:
            yield left + within[0], top + within[1], left + within[2], top + within[3]
    if old.size != new.size:
        yield (0, 0, *size)


def _laid(picture: Image.Image, size: tuple[int, int], ground: tuple[int, int, int] | int) -> Image.Image:
    """The picture in the corner of a larger one."""
    if picture.size == size:
        return picture
    laid = Image.new(picture.mode, size, ground)
    laid.paste(picture, (0, 0))
    return laid


def _joined(cells: set[tuple[int, int]]) -> list[Area]:
    """Rectangles around cells (row, column) that touch each other, be it at a corner."""
    left = set(cells)
    found: list[Area] = []
    for cell in sorted(cells):
        if cell not in left:
            continue
        left.discard(cell)
        group, waiting = [cell], [cell]
        while waiting:
            row, column = waiting.pop()
            near = {(row + down, column + right) for down in (-1, 0, 1) for right in (-1, 0, 1)} & left
            left -= near
            group += near
            waiting += near
        rows, columns = [row for row, _ in group], [column for _, column in group]
        found.append((min(columns) * CELL, min(rows) * CELL, (max(columns) + 1) * CELL, (max(rows) + 1) * CELL))
    return sorted(found)


def _numbers(page: pypdfium2.PdfPage, number: int, size: tuple[int, int]) -> Iterator[Area]:
    """Where a number stands alone on a page, in the digits of any script."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > LONGEST_PAGE:
        return
    letters = [chr(pdfium.FPDFText_GetUnicode(text.raw, place)) for place in range(count)]
    place = 0
    while place < count:
        end = place
        while end < count and letters[end].isdecimal():
            end += 1
        alone = not any(0 <= beside < count and letters[beside].isalnum() for beside in (place - 1, end))
        # Digits stand from the left in every script, and `int` knows them all.
        if alone and 0 < end - place <= MOST_DIGITS and int("".join(letters[place:end])) == number:
            boxes = [_area(page, text.get_charbox(digit, loose=True), size) for digit in range(place, end)]
            lefts, tops, rights, bottoms = zip(*boxes, strict=True)
            yield min(lefts) - SOFT, min(tops) - SOFT, max(rights) + SOFT, max(bottoms) + SOFT
        place = end + 1


def _area(page: pypdfium2.PdfPage, box: tuple[float, float, float, float], size: tuple[int, int]) -> Area:
    """A box of the page's own units in pixels of its picture, the page turned and cut as it is shown."""
    left, bottom, right, top = box
    corners = [_pixel(page, (x, y), size) for x, y in ((left, bottom), (right, top))]
    (x, y), (other_x, other_y) = corners
    return min(x, other_x), min(y, other_y), max(x, other_x) + 1, max(y, other_y) + 1


def _pixel(page: pypdfium2.PdfPage, point: tuple[float, float], size: tuple[int, int]) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, *size, 0, *point, across, down)
    return across.value, down.value


def _touch(one: Area, other: Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
