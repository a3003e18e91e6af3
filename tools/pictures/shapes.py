"""Cut-paper forms as skia paths, in units of the drawing board (1600 x 1000, y down)."""

import math
from collections.abc import Iterable, Sequence

import skia

Point = tuple[float, float]


def poly(*points: Point) -> skia.Path:
    """A closed polygon."""
    path = skia.Path()
    path.addPoly([skia.Point(x, y) for x, y in points], True)
    return path


def rect(x: float, y: float, width: float, height: float) -> skia.Path:
    """An upright rectangle, corner and size."""
    return skia.Path.Rect(skia.Rect.MakeXYWH(x, y, width, height))


def rounded(box: tuple[float, float, float, float], radius: float) -> skia.Path:
    """A rectangle (x, y, width, height) with round corners."""
    return skia.Path.RRect(skia.RRect.MakeRectXY(skia.Rect.MakeXYWH(*box), radius, radius))


def oval(cx: float, cy: float, rx: float, ry: float | None = None) -> skia.Path:
    """An ellipse around its centre; a circle if one radius is given."""
    ry = rx if ry is None else ry
    return skia.Path.Oval(skia.Rect.MakeLTRB(cx - rx, cy - ry, cx + rx, cy + ry))


def smooth(points: Sequence[Sequence[float]], closed: bool = True) -> skia.Path:
    """A Catmull-Rom curve through the points; a third coordinate marks a sharp corner."""
    count = len(points)
    path = skia.Path()
    path.moveTo(points[0][0], points[0][1])
    for index in range(count if closed else count - 1):
        start, end = points[index], points[(index + 1) % count]
        before = points[index - 1] if closed or index else start
        after = points[(index + 2) % count] if closed or index + 2 < count else end
        out = (0.0, 0.0) if len(start) > 2 else ((end[0] - before[0]) / 6, (end[1] - before[1]) / 6)
        into = (0.0, 0.0) if len(end) > 2 else ((after[0] - start[0]) / 6, (after[1] - start[1]) / 6)
        path.cubicTo(start[0] + out[0], start[1] + out[1], end[0] - into[0], end[1] - into[1], end[0], end[1])
    if closed:
        path.close()
    return path


def ground(points: Sequence[Point], floor: float = 1010) -> skia.Path:
    """Land below a smooth skyline given from left to right."""
    path = smooth(points, closed=False)
    path.lineTo(points[-1][0], floor)
    path.lineTo(points[0][0], floor)
    path.close()
    return path


def stroked(path: skia.Path, width: float, round_ends: bool = True) -> skia.Path:
    """The outline of a pen line of constant width along a path."""
    pen = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeJoin=skia.Paint.kRound_Join)
    pen.setStrokeCap(skia.Paint.kRound_Cap if round_ends else skia.Paint.kButt_Cap)
    outline = skia.Path()
    pen.getFillPath(path, outline)
    return outline


def line(points: Sequence[Sequence[float]], width: float) -> skia.Path:
    """A smooth pen line through the points."""
    return stroked(smooth(points, closed=False), width)


def bars(segments: Iterable[tuple[Point, Point]], width: float) -> skia.Path:
    """Straight strokes with blunt ends."""
    path = skia.Path()
    for start, end in segments:
        path.moveTo(*start)
        path.lineTo(*end)
    return stroked(path, width, round_ends=False)


def brush(points: Sequence[Point], widths: Sequence[float]) -> skia.Path:
    """A stroke whose width changes from point to point."""
    left, right = [], []
    for index, (x, y) in enumerate(points):
        ahead, behind = points[min(index + 1, len(points) - 1)], points[max(index - 1, 0)]
        length = math.hypot(ahead[0] - behind[0], ahead[1] - behind[1]) or 1
        nx, ny = (behind[1] - ahead[1]) / length, (ahead[0] - behind[0]) / length
        half = widths[index] / 2
        left.append((x + nx * half, y + ny * half))
        right.append((x - nx * half, y - ny * half))
    return smooth([*left, *reversed(right)])


def join(*paths: skia.Path) -> skia.Path:
    """One path that holds all the given ones."""
    whole = skia.Path()
    for path in paths:
        whole.addPath(path)
    return whole


def cut(path: skia.Path, hole: skia.Path) -> skia.Path:
    """The path without the hole."""
    return skia.Op(path, hole, skia.kDifference_PathOp)


def overlap(path: skia.Path, other: skia.Path) -> skia.Path:
    """What two paths have in common."""
    return skia.Op(path, other, skia.kIntersect_PathOp)


def placed(path: skia.Path, at: Point, scale: float | Point = 1.0, turn: float = 0.0) -> skia.Path:
    """The path scaled (negative x mirrors), turned by degrees, then moved to `at`."""
    across, down = scale if isinstance(scale, tuple) else (scale, scale)
    matrix = skia.Matrix()
    matrix.setTranslate(*at)
    matrix.preRotate(turn)
    matrix.preScale(across, down)
    result = skia.Path()
    path.transform(matrix, result)
    return result


def within(corners: Sequence[Point], across: float, down: float) -> Point:
    """The place at shares of the width and height of a four-cornered field (from top left, clockwise)."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = corners
    top = ax + (bx - ax) * across, ay + (by - ay) * across
    low = dx + (cx - dx) * across, dy + (cy - dy) * across
    return top[0] + (low[0] - top[0]) * down, top[1] + (low[1] - top[1]) * down


def panel(corners: Sequence[Point], span: tuple[float, float, float, float]) -> skia.Path:
    """The part of a four-cornered field between shares (left, top, right, bottom)."""
    left, top, right, bottom = span
    return poly(*(within(corners, u, v) for u, v in ((left, top), (right, top), (right, bottom), (left, bottom))))
