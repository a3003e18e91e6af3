"""Outlines: where they run, that they close, and that a stamp's holes stay inside its edge."""

from __future__ import annotations

from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.geometry import Point, Rect
from postcards.pages import furniture, path
from postcards.pages.measures import PERFORATION
from postcards.pages.page import Fill, Stroke
from postcards.pages.path import bounds

lengths = st.floats(20, 200)


def test_a_rectangle_has_four_edges() -> None:
    assert path.rectangle(Rect(1, 2, 3, 4)).steps == (
        ("M", (1, 2)),
        ("L", (4, 2)),
        ("L", (4, 6)),
        ("L", (1, 6)),
        ("Z", ()),
    )


def middle(start: tuple[float, ...], curve: tuple[float, ...]) -> Point:
    """The point half-way along a cubic curve."""
    x1, y1, x2, y2, x3, y3 = curve
    return Point((start[0] + 3 * x1 + 3 * x2 + x3) / 8, (start[1] + 3 * y1 + 3 * y2 + y3) / 8)


def test_a_circle_is_round() -> None:
    steps = path.circle(Point(10, 20), 5).steps
    for before, (name, numbers) in pairwise(steps):
        if name == "C":
            seen = middle(before[1][-2:], numbers)
            assert hypot(seen.x - 10, seen.y - 20) == pytest.approx(5, rel=0.0005)


@given(width=lengths, height=lengths, radius=st.floats(0.3, 3))
def test_a_row_of_dots_has_one_in_each_corner_and_stays_inside(width: float, height: float, radius: float) -> None:
    rect = Rect(7, 9, width, height)
    rows = [row for row in furniture.row_of_dots(rect, "green", radius) if isinstance(row, Stroke)]
    assert len(rows) == 2
    for row in rows:
        assert rect.contains(bounds(row.path).outset(row.width / 2))
        for (begins, begun), (ends, ended) in zip(row.path.steps[::2], row.path.steps[1::2], strict=True):
            assert (begins, ends) == ("M", "L")
            length = hypot(ended[0] - begun[0], ended[1] - begun[1])
            count = int(length / row.dots)
            assert length - furniture.SPARE - 0.001 <= count * row.dots < length
            assert 0.5 < row.dots / PERFORATION < 2


def test_a_wave_ends_on_the_line_it_begins_on() -> None:
    steps = path.wave(Point(3, 4), 20, 2, 2).steps
    assert steps[-1][1][-2:] == pytest.approx((23, 4))


@pytest.mark.parametrize("forward", [1, -1])
def test_a_postmark_runs_on_towards_the_stamp(forward: int) -> None:
    rect = Rect(100, 50, 50, 50)
    ring, inner, *waves = (item.path for item in furniture.postmark(rect, "green", forward) if hasattr(item, "width"))
    assert rect.contains(bounds(ring))
    assert bounds(ring).contains(bounds(inner))
    assert len(waves) == furniture.WAVES
    for wave in waves:
        assert bounds(wave).x > rect.right if forward > 0 else bounds(wave).right < rect.x
    label = furniture.postmark_label(rect)
    corners = [Point(x, y) for x in (label.x, label.right) for y in (label.y, label.bottom)]
    assert max(hypot(corner.x - 125, corner.y - 75) for corner in corners) < bounds(inner).width / 2


@pytest.mark.parametrize("motif", range(len(furniture.MOTIFS)))
def test_every_motif_stays_on_its_stamp(motif: int) -> None:
    rect = Rect(300, 30, 60, 71)
    items = furniture.stamp(rect, "green", motif, 84)
    ground, field, *drawing = (bounds(item.path) for item in items if isinstance(item, Fill))
    teeth = [bounds(item.path).outset(item.width / 2) for item in items if isinstance(item, Stroke)]
    assert len(teeth) == 2
    assert all(rect.contains(row) and row.contains(ground) for row in teeth)
    assert ground.contains(field)
    assert drawing
    assert all(field.contains(shape) for shape in drawing)
    label = furniture.stamp_label(rect)
    assert rect.contains(label)
    assert field.bottom == 84


@pytest.mark.parametrize("bottom", [60, 84, 95])
def test_suns_on_stamps_are_round(bottom: float) -> None:
    """Whatever shape the picture has, which is as high as the country's name leaves it."""
    suns = 0
    for motif, shapes in enumerate(furniture.MOTIFS):
        drawn = furniture.stamp(Rect(300, 30, 60, 71), "green", motif, bottom)[-len(shapes) :]
        for (_, shape), item in zip(shapes, drawn, strict=True):
            if isinstance(shape, furniture.Disc):
                assert isinstance(item, Fill)
                suns += 1
                assert bounds(item.path).width == pytest.approx(bounds(item.path).height)
    assert suns
