"""The tab: a slip of paper with a name on it, at the lower edge of a picture.

It is as wide as its text and as high as its frame, or higher where the ink of the text needs it; its lower edge stays.
A tab that `yields` stands where it hides least of the picture: in the lower corner that the photo has `quiet`, else in
the one away from a focus that lies well beside the middle, else where readers begin. Photos are never mirrored, so for
them left and right are the same in every language.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from postcards.composition.ink import COLUMN, Span
from postcards.geometry import Rect, Sides
from postcards.manuscript import Photo
from postcards.pages.bench import Bench, Piece
from postcards.pages.pour import height, ink

#: Space between a tab's text and its edge, points: at the sides, and what its letters keep above and below.
PADDING, AIR = 6.0, 4.0

#: How far from the middle a focus must lie, share of the photo's width, so that what it shows lies on one side.
BESIDE = 0.1

#: The middle of a photo's width.
MIDDLE = 0.5


class Extent(Struct, frozen=True):
    """How much room a tab's text takes, points."""

    width: float  # of its longest line
    left: float  # how far letters reach beyond that, on either side
    right: float
    height: float  # of its lines
    ink: Span  # between which its letters lie, from its top


class Slip(Struct, frozen=True):
    """A tab at its place."""

    paper: Rect
    inner: Rect  # what its text was composed for, at the text's top


def extent_of(bench: Bench, pieces: Sequence[Piece]) -> Extent:
    """How much room pieces one below the other take on a tab."""
    galleys = [piece.galley for piece in pieces]
    width = max((galley.width for galley in galleys), default=0.0)
    steep = [(line, line.profile) for galley in galleys if galley.steep for line in galley.lines if line.profile]
    left = max((-min(profile) * COLUMN for _, profile in steep), default=0.0)
    right = max(((max(profile) + 1) * COLUMN - line.width for line, profile in steep), default=0.0)
    return Extent(width, max(left, 0.0), max(right, 0.0), height(bench, pieces), ink(bench, pieces))


def side_of(photo: Photo | None, start: str) -> str:
    """On which side of a page, left or right, a tab hides least of the photo; `start` is where readers begin."""
    if photo is None:
        return start
    if photo.quiet:
        return photo.quiet
    beside = photo.focus[0] - MIDDLE
    if abs(beside) > BESIDE:
        return "left" if beside > 0 else "right"
    return start


def slip(rect: Rect, side: str, direction: str, text: Extent) -> Slip:
    """The tab at the left or right edge of its frame `rect`."""
    top = min(rect.y + (rect.height - text.height) / 2, rect.bottom - AIR - text.ink.bottom)
    upper = min(rect.y, top + text.ink.top - AIR)
    left, right = (max(PADDING, AIR + reach) for reach in (text.left, text.right))
    whole = text.width + 2 * PADDING
    x = rect.x if side == "left" else rect.right - whole
    paper = Rect(x, upper, whole, rect.bottom - upper).inset(Sides(0.0, PADDING - right, 0.0, PADDING - left))
    measure = rect.width - 2 * PADDING
    start = x + whole - PADDING - measure if direction == "rtl" else x + PADDING
    return Slip(paper, Rect(start, top, measure, text.height))
