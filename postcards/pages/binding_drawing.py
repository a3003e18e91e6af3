"""Drawings of a booklet for whoever makes it ready: closed, opened, and its cover lying flat.

They say without words which side is bound. Each is made for a direction of reading, in points from its own rectangle's
corner; what is written on it is returned with the place of its middle.
"""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from postcards.geometry import Point, Rect, Size
from postcards.pages import path
from postcards.pages.page import Fill, Path, Stroke

#: Outlines, and the lines of staples and arrows; points.
OUTLINE, STAPLE, ARROW = 0.8, 1.4, 1.2

#: The coloured band along the bound edge.
BAND = 4.0

#: Leaves that are seen behind the cover, and how far each stands out.
LEAVES, LEAF = 3, 1.6

#: A staple's length, as a share of the bound edge, and where the two stand on it.
STAPLE_SHARE, STAPLE_PLACES = 0.12, (0.27, 0.73)

#: The arrow over a booklet: how high above it, how wide its head is, where it begins and ends across the cover, and how
#: far above.
RISE, HEAD = 16.0, 5.0
ARROW_FROM, ARROW_TO, ARROW_ABOVE = 0.9, 0.2, 4.0

#: The narrowest spine that is still seen in a drawing.
SEEN_SPINE = 3.0

Shape = Fill | Stroke


class Mark(Struct, frozen=True):
    """Something written on a drawing."""

    middle: Point
    text: str


class Drawing(Struct, frozen=True):
    """What is drawn and what is written on it."""

    items: tuple[Shape, ...]
    marks: tuple[Mark, ...]


class Look(Struct, frozen=True):
    """What a drawing shows."""

    trim: Size  # of the real page
    direction: str  # ltr or rtl
    stapled: bool
    accent: str  # colour of the bound edge


def closed(look: Look, room: Rect) -> Drawing:
    """The booklet with its front up: leaves stand out where it opens, an arrow shows how the cover turns."""
    size = _fitted(look.trim, Size(room.width - LEAVES * LEAF, room.height - RISE))
    x = room.x + (room.width - size.width - LEAVES * LEAF) / 2
    cover = Rect(x, room.bottom - size.height, *size)
    items: list[Shape] = []
    for leaf in range(LEAVES, 0, -1):
        items += _sheet(cover._replace(x=cover.x + leaf * LEAF))
    items += [*_sheet(cover), *_bound_edge(look, cover), *_arrow(cover)]
    return _turned(Drawing(tuple(items), (Mark(_middle(cover), "1"),)), look, room)


def opened(look: Look, room: Rect) -> Drawing:
    """The first pages that face each other."""
    size = _fitted(look.trim, Size(room.width / 2, room.height - RISE))
    middle, top = room.x + room.width / 2, room.bottom - size.height
    left, right = Rect(middle - size.width, top, *size), Rect(middle, top, *size)
    spine = Rect(middle - BAND / 4, top, BAND / 2, size.height)
    items = (*_sheet(left), *_sheet(right), Fill(path.rectangle(spine), look.accent))
    return _turned(Drawing(items, (Mark(_middle(left), "2"), Mark(_middle(right), "3"))), look, room)


def flat(look: Look, spine: float, room: Rect, names: tuple[str, str]) -> Drawing:
    """A cover's outside as it comes in its file; `names` are those of back and front, the spine in real points."""
    width = 2 * look.trim.width + spine
    scale = min((room.width - SEEN_SPINE) / width, (room.height - RISE) / look.trim.height)
    size = Size(look.trim.width * scale, look.trim.height * scale)
    seen = max(spine * scale, SEEN_SPINE)
    x, top = room.x + (room.width - 2 * size.width - seen) / 2, room.bottom - size.height
    back, front = Rect(x, top, *size), Rect(x + size.width + seen, top, *size)
    ridge = Rect(back.right, top, seen, size.height)
    items = (*_sheet(back), *_sheet(front), Fill(path.rectangle(ridge), look.accent))
    return _turned(Drawing(items, (Mark(_middle(back), names[0]), Mark(_middle(front), names[1]))), look, room)


def _fitted(trim: Size, room: Size) -> Size:
    """The page as large as it goes into `room`."""
    scale = min(room.width / trim.width, room.height / trim.height)
    return Size(trim.width * scale, trim.height * scale)


def _middle(rect: Rect) -> Point:
    return Point(rect.x + rect.width / 2, rect.y + rect.height / 2)


def _sheet(rect: Rect) -> list[Shape]:
    outline = path.rectangle(rect)
    return [Fill(outline, "paper"), Stroke(outline, "ink", OUTLINE)]


def _bound_edge(look: Look, cover: Rect) -> list[Shape]:
    """The band along the spine, on the left, and its staples."""
    band = cover._replace(width=BAND)
    staples = []
    for place in STAPLE_PLACES if look.stapled else ():
        top = cover.y + cover.height * (place - STAPLE_SHARE / 2)
        x = band.x + band.width / 2
        line = path.segment(Point(x, top), Point(x, top + cover.height * STAPLE_SHARE))
        staples.append(Stroke(line, "paper", STAPLE))
    return [Fill(path.rectangle(band), look.accent), *staples]


def _arrow(cover: Rect) -> list[Shape]:
    """From the edge that opens, over the cover, towards the spine."""
    start, end = (Point(cover.x + cover.width * share, cover.y - ARROW_ABOVE) for share in (ARROW_FROM, ARROW_TO))
    height = cover.y - RISE
    curve = Path((("M", start), ("C", (start.x - HEAD, height, end.x + HEAD, height, *end))))
    head = path.polygon((end, Point(end.x + HEAD, end.y - HEAD / 3), Point(end.x + HEAD / 6, end.y - HEAD)))
    return [Stroke(curve, "ink", ARROW), Fill(head, "ink")]


def _turned(drawing: Drawing, look: Look, room: Rect) -> Drawing:
    """The drawing for readers from the right: seen in a mirror, what is written on it staying upright."""
    if look.direction == "ltr":
        return drawing
    axis = 2 * room.x + room.width
    items = tuple(replace(item, path=_mirrored(item.path, axis)) for item in drawing.items)
    marks = tuple(replace(mark, middle=mark.middle._replace(x=axis - mark.middle.x)) for mark in drawing.marks)
    return Drawing(items, marks)


def _mirrored(outline: Path, axis: float) -> Path:
    return Path(
        tuple(
            (step, tuple(number if place % 2 else axis - number for place, number in enumerate(numbers)))
            for step, numbers in outline.steps
        )
    )
