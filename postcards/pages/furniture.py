"""What is drawn on a page beside photos and text: the stamp, the postmark."""

from __future__ import annotations

from functools import lru_cache
from math import cos, pi, sin

from msgspec import Struct

from postcards.composition.ink import Span
from postcards.geometry import Point, Rect, Sides
from postcards.pages import path
from postcards.pages.measures import PERFORATION
from postcards.pages.page import Fill, Item, Path, Stroke

#: From the stamp's edge to its picture, points: clear of the teeth.
STAMP_EDGE = 4.2

#: How far a stamp's teeth stand out, points: they are as wide as what is between them.
TOOTH = 1.3

#: Dots around the place for a stamp, points.
DOT = 1.5

#: By how much the last dot of a row stands before the row's end, points: no rounding may leave it out.
SPARE = 0.02

#: White between a stamp's picture and the letters below it, points.
LABEL_AIR = 1.2

#: Line of a postmark, points: strong enough for an office copier.
POSTMARK_LINE = 0.8

#: From a postmark's outer ring to its inner one, points.
RINGS = 2.4

#: Where the corner of a postmark's text lies on the inner ring, as an angle from the horizontal.
LABEL_CORNER = pi / 5.4

#: Waves beside a postmark.
WAVES = 4

#: Drawings that are kept: a booklet shows the same few again and again.
KEPT = 64


def stamp_label(rect: Rect) -> Rect:
    """Where the country's name stands in a stamp."""
    return rect.inset(Sides(STAMP_EDGE, STAMP_EDGE - 1.2, STAMP_EDGE - 0.6, STAMP_EDGE - 1.2))


def stamp_text(room: Rect, height: float, ink: Span) -> Rect:
    """Where a label so high stands at the foot of its room, with its ink, which stays inside; its top is as high as the
    picture may come down.
    """
    bottom = room.bottom - max(0.0, ink.bottom - height)
    top = bottom - height
    return Rect(room.x, min(top, top + ink.top - LABEL_AIR), room.width, max(height, height - ink.top + LABEL_AIR))


@lru_cache(maxsize=KEPT)
def stamp(rect: Rect, colour: str, motif: int, bottom: float) -> tuple[Item, ...]:
    """A perforated stamp with a small drawing down to the height `bottom`, above its label."""
    edge = rect.bottom - bottom
    inner = rect.inset(Sides(STAMP_EDGE, STAMP_EDGE, edge, STAMP_EDGE))
    drawing = MOTIFS[motif % len(MOTIFS)]
    return (
        Fill(path.rectangle(rect.inset(Sides.even(TOOTH))), colour),
        *row_of_dots(rect, colour, TOOTH),
        Fill(path.rectangle(inner), "sand"),
        *(Fill(_placed(shape, inner), colour if name == "accent" else name) for name, shape in drawing),
    )


def place_for_stamp(rect: Rect, colour: str) -> tuple[Item, ...]:
    """Where a stamp is to be stuck."""
    return row_of_dots(rect, colour, DOT / 2)


def row_of_dots(rect: Rect, colour: str, radius: float) -> tuple[Item, ...]:
    """Dots that touch the edges of `rect` from within, one of them in each corner."""
    middles = rect.inset(Sides.even(radius))
    lengths = (middles.width, middles.height)
    return tuple(
        Stroke(edges, colour, 2 * radius, (length - SPARE) / max(1, round(length / PERFORATION)))
        for edges, length in zip(path.sides(middles), lengths, strict=True)
    )


@lru_cache(maxsize=KEPT)
def postmark(rect: Rect, colour: str, forward: int) -> tuple[Item, ...]:
    """Two rings, and waves that run on towards the stamp (`forward` is 1, or -1 to the left)."""
    radius = min(rect.width, rect.height) / 2
    centre = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
    rings = [path.circle(centre, radius), path.circle(centre, radius - RINGS)]
    length = radius * 0.95
    start = centre.x + radius + 1.5 if forward > 0 else centre.x - radius - 1.5 - length
    waves = [
        path.wave(Point(start, centre.y + (index - (WAVES - 1) / 2) * 5.2), length, 2.0, 2) for index in range(WAVES)
    ]
    return tuple(Stroke(line, colour, POSTMARK_LINE) for line in (*rings, *waves))


def postmark_label(rect: Rect) -> Rect:
    """Where the year stands: a rectangle wider than high inside the inner ring, for two or three short lines."""
    reach = 2 * (min(rect.width, rect.height) / 2 - RINGS - 0.8)
    width, height = reach * cos(LABEL_CORNER), reach * sin(LABEL_CORNER)
    return Rect(rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2, width, height)


class Disc(Struct, frozen=True):
    """A sun, in the unit square: it stays round, whatever shape the picture has."""

    x: float
    y: float
    radius: float  # of the square's shorter side, once it is a picture


def _placed(shape: Path | Disc, rect: Rect) -> Path:
    """A shape drawn in the unit square, in `rect`."""
    if isinstance(shape, Disc):
        centre = Point(rect.x + shape.x * rect.width, rect.y + shape.y * rect.height)
        return path.circle(centre, shape.radius * min(rect.width, rect.height))

    def onto(numbers: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(
            rect.y + number * rect.height if place % 2 else rect.x + number * rect.width
            for place, number in enumerate(numbers)
        )

    return Path(tuple((step, onto(numbers)) for step, numbers in shape.steps))


def _polygon(*corners: tuple[float, float]) -> Path:
    return path.polygon([Point(x, y) for x, y in corners])


def _leaf(x: float, y: float, size: float, turn: float) -> Path:
    along = Point(cos(turn) * size, sin(turn) * size)
    side = Point(-along.y * 0.32, along.x * 0.32)
    tip = (x + along.x, y + along.y)
    middle = Point(x + along.x / 2, y + along.y / 2)
    return Path(
        (
            ("M", (x, y)),
            ("C", (middle.x + side.x, middle.y + side.y, middle.x + side.x, middle.y + side.y, *tip)),
            ("C", (middle.x - side.x, middle.y - side.y, middle.x - side.x, middle.y - side.y, x, y)),
            ("Z", ()),
        )
    )


Drawing = tuple[tuple[str, Path | Disc], ...]

#: Small drawings in the unit square, y downwards, each shape with its colour.
MOTIFS: tuple[Drawing, ...] = (
    (  # hills and sun
        ("paper", Disc(0.68, 0.3, 0.14)),
        ("soft", _polygon((0, 0.72), (0.3, 0.42), (0.52, 0.66), (0.78, 0.38), (1, 0.6), (1, 1), (0, 1))),
        ("accent", _polygon((0, 0.88), (0.4, 0.66), (1, 0.84), (1, 1), (0, 1))),
    ),
    (  # house
        ("paper", Disc(0.24, 0.24, 0.1)),
        ("accent", _polygon((0.18, 0.52), (0.5, 0.22), (0.82, 0.52))),
        ("paper", _polygon((0.27, 0.52), (0.73, 0.52), (0.73, 0.86), (0.27, 0.86))),
        ("accent", _polygon((0.44, 0.62), (0.57, 0.62), (0.57, 0.86), (0.44, 0.86))),
        ("soft", _polygon((0, 0.86), (1, 0.86), (1, 1), (0, 1))),
    ),
    (  # road
        ("paper", Disc(0.5, 0.3, 0.13)),
        ("soft", _polygon((0, 0.5), (1, 0.44), (1, 1), (0, 1))),
        ("sand", _polygon((0.47, 0.475), (0.53, 0.47), (0.82, 1), (0.18, 1))),
        ("accent", _polygon((0, 0.62), (0.34, 0.58), (0.2, 1), (0, 1))),
    ),
    (  # branch
        ("accent", _polygon((0.47, 0.95), (0.485, 0.2), (0.515, 0.2), (0.53, 0.95))),
        ("accent", _leaf(0.5, 0.3, 0.3, -pi / 2)),
        *(
            (name, _leaf(0.5, y, 0.36, turn))
            for y, name in ((0.46, "accent"), (0.64, "soft"), (0.82, "accent"))
            for turn in (-pi / 5, pi + pi / 5)
        ),
    ),
)
