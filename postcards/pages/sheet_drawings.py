"""The drawings of the office edition's first sheet, without words: turning a sheet, dividing it, the bound booklet."""

from __future__ import annotations

from collections.abc import Iterator

from postcards.geometry import Point, Rect, Size
from postcards.pages import path
from postcards.pages.page import Fill, Item, Path, Step, Stroke

#: Lines, and lines that are stressed: the edge a sheet is turned about, the spine.
LINE, STRESSED = 0.8, 3.2

#: Length and gap of dashes: a cut, a fold, the line a sheet is turned about.
CUT, FOLD, AXIS = (6.0, 4.0), (1.5, 2.5), (9.0, 3.0)

#: How far lines stand out beyond a sheet, and the height of the bow above it.
BEYOND, BOW = 7.0, 15.0

#: How far the leaves below the cover look out.
LEAVES = 2.4

#: Width and height of an arrow's head.
HEAD = 9.0


def within(room: Rect, size: Size) -> Rect:
    """The largest rectangle of the shape of `size` in the middle of `room`."""
    scale = min(room.width / size.width, room.height / size.height)
    width, height = size.width * scale, size.height * scale
    return Rect(room.x + (room.width - width) / 2, room.y + (room.height - height) / 2, width, height)


def turning(sheet: Rect, upright: bool) -> Iterator[Item]:
    """A sheet turned about its upright middle line, or about its level one; the edges along that line are stressed."""
    yield _outline(sheet)
    middle = Point(sheet.x + sheet.width / 2, sheet.y + sheet.height / 2)
    if upright:
        top = sheet.y - BEYOND
        for x in (sheet.x, sheet.right):
            yield Stroke(path.segment(Point(x, sheet.y), Point(x, sheet.bottom)), "ink", STRESSED)
        yield _dashed(Point(middle.x, top), Point(middle.x, sheet.bottom + BEYOND), AXIS)
        reach = sheet.width / 4
        start, end = Point(middle.x + reach, top), Point(middle.x - reach, top)
        yield _bow(start, end, Point(0, -BOW))
        yield _head(end, Point(0, 1))
    else:
        right = sheet.right + BEYOND
        for y in (sheet.y, sheet.bottom):
            yield Stroke(path.segment(Point(sheet.x, y), Point(sheet.right, y)), "ink", STRESSED)
        yield _dashed(Point(sheet.x - BEYOND, middle.y), Point(right, middle.y), AXIS)
        reach = sheet.height / 4
        start, end = Point(right, middle.y + reach), Point(right, middle.y - reach)
        yield _bow(start, end, Point(BOW, 0))
        yield _head(end, Point(-1, 0))


def dividing(sheet: Rect, block: Rect, cells: tuple[int, int], folded: bool) -> Iterator[Item]:
    """A sheet and the pages on it, columns and rows of `cells`, with cuts (dashes) and folds (dots)."""
    yield _outline(sheet)
    columns, rows = cells
    cut_down, cut_across = block.x - sheet.x > BEYOND / 2, block.y - sheet.y > BEYOND / 2
    for row in range(rows + 1):
        if 0 < row < rows or cut_across:
            y = block.y + block.height * row / rows
            yield _dashed(Point(sheet.x - BEYOND, y), Point(sheet.right + BEYOND, y), CUT)
    for column in range(columns + 1):
        if 0 < column < columns or cut_down:
            x = block.x + block.width * column / columns
            start, end = Point(x, sheet.y - BEYOND), Point(x, sheet.bottom + BEYOND)
            yield _dashed(start, end, FOLD if folded and column % 2 else CUT)


def bound(booklet: Rect, on_the_right: bool, stapled: bool) -> Iterator[Item]:
    """The closed booklet with its spine; the leaves below the cover look out on the other side."""
    away = -1 if on_the_right else 1
    for under in (2, 1, 0):
        leaf = booklet._replace(x=booklet.x + away * under * LEAVES, y=booklet.y + under * LEAVES)
        yield Fill(path.rectangle(leaf), "paper")
        yield _outline(leaf)
    spine = booklet.right if on_the_right else booklet.x
    yield Stroke(path.segment(Point(spine, booklet.y), Point(spine, booklet.bottom)), "ink", STRESSED)
    if stapled:
        for share in (1 / 4, 3 / 4):
            y = booklet.y + booklet.height * share
            half = booklet.height / 16
            yield Stroke(path.segment(Point(spine, y - half), Point(spine, y + half)), "paper", LINE)


def _outline(rect: Rect) -> Stroke:
    return Stroke(path.rectangle(rect), "ink", LINE)


def _dashed(start: Point, end: Point, dash: tuple[float, float]) -> Stroke:
    """A line of dashes from `start` to `end`, which lie above or beside each other."""
    length = abs(end.x - start.x) + abs(end.y - start.y)
    along = Point((end.x - start.x) / length, (end.y - start.y) / length)
    drawn, gap = dash
    steps: list[Step] = []
    for index in range(int((length + gap) / (drawn + gap))):
        first = index * (drawn + gap)
        last = first + drawn
        steps.append(("M", (start.x + along.x * first, start.y + along.y * first)))
        steps.append(("L", (start.x + along.x * last, start.y + along.y * last)))
    return Stroke(Path(tuple(steps)), "ink", LINE)


def _bow(start: Point, end: Point, out: Point) -> Stroke:
    """A curve that leaves from `start` and comes down on `end`."""
    bent = (start.x + out.x, start.y + out.y, end.x + out.x, end.y + out.y, end.x, end.y)
    return Stroke(Path((("M", (start.x, start.y)), ("C", bent))), "ink", LINE)


def _head(tip: Point, towards: Point) -> Fill:
    """An arrow's head that points `towards` (a step along one axis)."""
    back = Point(tip.x - towards.x * HEAD, tip.y - towards.y * HEAD)
    side = Point(towards.y * HEAD / 2, towards.x * HEAD / 2)
    corners = (tip, Point(back.x + side.x, back.y + side.y), Point(back.x - side.x, back.y - side.y))
    return Fill(path.polygon(corners), "ink")
