"""Imposition: which page stands where on which side of which sheet, so that cutting and folding restores the order.

`impose` is one pure function. A sheet is divided into cells, `columns` beside and `rows` below each other, all upright
and as large as a page. What is cut out of it is a part: two cells side by side that are folded between them, or one
cell that becomes a leaf. Sheets are cut as a pile and the piles laid on each other, the first on top: the parts then
lie in their order, and nothing is sorted by hand. Folded parts are nested, `section` of them at a time, the outermost
first. With two copies, each has its own rows (or cells) and so its own piles.

Where the spine lies decides everything else. A page is bound on the side where it begins, left in a left-to-right
booklet, so the fold is upright, between two columns, and pages keep their heads up on both sides:

    page                  spread       on A4                               up  flip on the
    A6 landscape 148×105  296×105 mm   landscape, 2 columns, 1 or 2 rows   2, 4   short edge
    A6 portrait 105×148   210×148 mm   portrait, 2 columns, 1 or 2 rows    2, 4   long edge
                                       landscape, 2 columns, 1 row         2      short edge; room for marks all round
    A5 portrait 148×210   296×210 mm   landscape, 2 columns                2      short edge
    A5 landscape 210×148  420×148 mm   no: two pages below each other would fold at their heads, like a calendar.
                                       A3 landscape folds it, 2 columns, 1 or 2 rows; A4 portrait takes it as leaves,
                                       1 column, 2 rows, flip on the long edge

A sheet is turned about its upright middle line, as a leaf of a book: columns change places, rows stay. That line is
parallel to the short edges of a landscape sheet and to the long ones of a portrait sheet. A machine that can only turn
about the other edge gets backs that stand on their heads (`turned`), which comes to the same sheets.

Creep: a part that lies within others comes out at the fore-edge by the thickness of what is around its fold, a caliper
for each part. Its pages are moved as much towards the spine, so that margins are the same throughout.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from postcards.geometry import Rect, Size

#: Pages of a folded part and of a leaf, both sides together.
FOLDED, LEAF = 4, 2


class Scheme(Struct, frozen=True):
    """How a sheet is divided, and what becomes of its parts."""

    kind: Literal["fold", "stack"]  # parts are folded and nested, or leaves on a pile
    cell: Size  # the room of one page, points
    columns: int  # an even number where parts are folded
    rows: int
    copies: int = 1  # of the booklet on each sheet; divides the parts of a sheet
    section: int = 0  # at most so many parts are nested in each other; 0 is all
    turned: bool = False  # backs stand on their heads

    @property
    def across(self) -> int:
        """Cells of one part, side by side."""
        return 2 if self.kind == "fold" else 1

    @property
    def parts(self) -> int:
        """Parts of a sheet."""
        return self.columns // self.across * self.rows


class Paper(Struct, frozen=True):
    """The sheet as it lies when its pages are upright."""

    size: Size
    caliper: float  # thickness, points


class Placement(Struct, frozen=True):
    """One page on one side of a sheet, as that side is printed."""

    number: int  # of the page, from 1
    column: int  # from 0, from the left
    row: int  # from 0, from the top
    turn: int  # degrees: 0, or 180 for a page on its head
    shift: float  # what the page is moved for creep, points to the right as it is read

    def cell(self, scheme: Scheme, paper: Paper) -> Rect:
        """The page's room: the cells lie together in the middle of the sheet, so that both sides register."""
        width, height = scheme.cell
        left = (paper.size.width - scheme.columns * width) / 2
        top = (paper.size.height - scheme.rows * height) / 2
        return Rect(left + self.column * width, top + self.row * height, width, height)


class Sheet(NamedTuple):
    """One sheet of paper; cells without a page stay blank."""

    front: tuple[Placement, ...]
    back: tuple[Placement, ...]


class _Part(Struct, frozen=True):
    """Pages as they lie beside each other on a part's two sides, from the left; numbers beyond the last are blank."""

    front: tuple[int, ...]
    back: tuple[int, ...]
    creep: float = 0.0  # what its pages are moved towards the fold, points

    @property
    def mirrored(self) -> _Part:
        return replace(self, front=self.front[::-1], back=self.back[::-1])


def impose(pages: int, scheme: Scheme, direction: str, paper: Paper) -> tuple[Sheet, ...]:
    """The sheets of a booklet of `pages` pages that reads from the left (`ltr`) or from the right (`rtl`).

    What the last part lacks in pages is blank, after the last page in reading order.
    """
    parts = list(_folded(pages, scheme.section, paper.caliper) if scheme.kind == "fold" else _leaves(pages))
    rtl = direction == "rtl"
    parts = [part.mirrored for part in parts] if rtl else parts
    piles = scheme.parts // scheme.copies
    height = ceil(len(parts) / piles)
    beside = scheme.columns // scheme.across
    sheets = []
    for level in range(height):
        front: list[Placement] = []
        back: list[Placement] = []
        for place in range(scheme.parts):
            index = place % piles * height + level
            if index >= len(parts):
                continue
            row, column = divmod(place, beside)
            left = (beside - 1 - column if rtl else column) * scheme.across
            behind = scheme.columns - scheme.across - left
            front += _side(parts[index].front, left, row, parts[index].creep)
            back += _side(parts[index].back, behind, row, parts[index].creep)
        if scheme.turned:
            back = [_on_its_head(placed, scheme) for placed in back]
        sheets.append(Sheet(_pages_only(front, pages), _pages_only(back, pages)))
    return tuple(sheets)


def section_lengths(parts: int, most: int) -> tuple[int, ...]:
    """How many parts are nested in each section: as few sections as `most` allows, as even as can be."""
    if not parts:
        return ()
    sections = ceil(parts / most) if most else 1
    least, more = divmod(parts, sections)
    return (least + 1,) * more + (least,) * (sections - more)


def _folded(pages: int, most: int, caliper: float) -> Iterator[_Part]:
    """Parts of a booklet that reads from the left, outermost first, one section after the other."""
    first = 1
    for length in section_lengths(ceil(pages / FOLDED), most):
        last = first + length * FOLDED - 1
        for depth in range(length):
            head, tail = first + 2 * depth, last - 2 * depth
            yield _Part((tail, head), (head + 1, tail - 1), depth * caliper)
        first = last + 1


def _leaves(pages: int) -> Iterator[_Part]:
    for first in range(1, pages + 1, LEAF):
        yield _Part((first,), (first + 1,))


def _side(numbers: tuple[int, ...], left: int, row: int, creep: float) -> Iterator[Placement]:
    """One side of a part; the fold lies to the right of its first page and to the left of its second."""
    for offset, number in enumerate(numbers):
        yield Placement(number, left + offset, row, 0, -creep if offset else creep)


def _on_its_head(placed: Placement, scheme: Scheme) -> Placement:
    """The placement on a side that is turned by half a turn."""
    return replace(placed, column=scheme.columns - 1 - placed.column, row=scheme.rows - 1 - placed.row, turn=180)


def _pages_only(placed: list[Placement], pages: int) -> tuple[Placement, ...]:
    return tuple(placement for placement in placed if placement.number <= pages)
