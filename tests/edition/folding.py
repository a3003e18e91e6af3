"""A bookbinder: takes printed sheets, cuts, folds and nests them by hand, and opens the booklet.

Written from what is done with paper and not from `imposition.py`: a sheet is a grid of leaves with a front and a back,
and the only rule is that the back of a leaf is what was printed behind it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from postcards.edition.imposition import Placement, Scheme, Sheet

BLANK = 0


class Leaf(NamedTuple):
    """A cell of a sheet: what is printed on its two sides."""

    front: int
    back: int


class Folio(NamedTuple):
    """Two leaves that hang together, as one looks at their front."""

    left: Leaf
    right: Leaf


def turned_over(sheet: Sheet, scheme: Scheme) -> list[list[Leaf]]:
    """The sheet's leaves, row by row, as one looks at its front.

    The machine turns the sheet about its upright middle line, or about the level one where its backs are turned.
    """
    fronts = {(placed.row, placed.column): placed for placed in sheet.front}
    backs = {(placed.row, placed.column): placed for placed in sheet.back}
    grid = []
    for row in range(scheme.rows):
        leaves = []
        for column in range(scheme.columns):
            if scheme.turned:
                behind = backs.get((scheme.rows - 1 - row, column))
                upright = 180
            else:
                behind = backs.get((row, scheme.columns - 1 - column))
                upright = 0
            front = fronts.get((row, column))
            assert front is None or front.turn == 0
            assert behind is None or behind.turn == upright
            leaves.append(Leaf(front.number if front else BLANK, behind.number if behind else BLANK))
        grid.append(leaves)
    return grid


def cut(sheets: Sequence[Sheet], scheme: Scheme, direction: str) -> list[list[list[Leaf]]]:
    """Piles as the knife leaves them, in the order they are laid on each other: rows down, cells as one reads.

    A pile holds folios of two leaves side by side, or single leaves.
    """
    width = 2 if scheme.kind == "fold" else 1
    grids = [turned_over(sheet, scheme) for sheet in sheets]
    piles = []
    for row in range(scheme.rows):
        starts = list(range(0, scheme.columns, width))
        for start in starts if direction == "ltr" else starts[::-1]:
            piles.append([grid[row][start : start + width] for grid in grids])
    return piles


def booklets(sheets: Sequence[Sheet], scheme: Scheme, direction: str, sections: Sequence[int]) -> Iterator[list[int]]:
    """The pages of each copy as they are read, blanks included."""
    piles = cut(sheets, scheme, direction)
    each = len(piles) // scheme.copies
    for copy in range(scheme.copies):
        pile = [part for one in piles[copy * each : (copy + 1) * each] for part in one]
        if scheme.kind == "stack":
            yield [page for (leaf,) in pile for page in leaf]
            continue
        pages: list[int] = []
        for length in sections:
            pages += nested([Folio(*part) for part in pile[:length]], direction)
            pile = pile[length:]
        assert all(leaf == Leaf(BLANK, BLANK) for part in pile for leaf in part), "what is left over is empty"
        yield pages


def nested(folios: Sequence[Folio], direction: str) -> list[int]:
    """A section as it is read: the pile is folded with its top sheet outside, then leafed through.

    Looking at the top sheet, the leaf that will be in front is the right one of a booklet that opens to the left.
    """
    ahead, behind = [], []
    for folio in folios:
        first, last = (folio.right, folio.left) if direction == "ltr" else (folio.left, folio.right)
        ahead += [first.front, first.back]
        behind += [last.front, last.back]
    # The second half is read from the innermost leaf outwards, each leaf's inner side first.
    return ahead + behind[::-1]


def beside_fold(placed: Placement) -> str:
    """On which side of its page the fold lies, as the page is read, in a scheme of two columns."""
    on_the_right = placed.column == 0
    if placed.turn == 180:
        on_the_right = not on_the_right
    return "right" if on_the_right else "left"
