"""Lengths and rectangles: what fits, what lies inside, what a mirror shows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.geometry import MM, TOLERANCE, Rect, Sides, Size, fits

lengths = st.floats(-1000, 1000)
extents = st.floats(0, 1000)
rects = st.builds(Rect, lengths, lengths, extents, extents)


def test_a_postcard_in_points() -> None:
    assert round(148 * MM, 3) == 419.528


@pytest.mark.parametrize(
    ("length", "room", "answer"),
    [(10, 10, True), (10 + TOLERANCE / 2, 10, True), (10 + 2 * TOLERANCE, 10, False), (float("nan"), 10, False)],
)
def test_what_fits(length: float, room: float, answer: bool) -> None:
    assert fits(length, room) is answer


def test_insets_take_off_each_side_its_own() -> None:
    inner = Rect(10, 20, 100, 50).inset(Sides(top=1, right=2, bottom=3, left=4))
    assert inner == Rect(14, 21, 94, 46)
    assert (inner.right, inner.bottom, inner.size) == (108, 67, Size(94, 46))


@pytest.mark.parametrize(
    ("other", "inside", "shared"),
    [
        (Rect(0, 0, 10, 10), True, True),
        (Rect(2, 2, 3, 3), True, True),
        (Rect(5, 5, 10, 2), False, True),
        (Rect(10, 0, 5, 10), False, False),  # an edge in common is no overlap
        (Rect(0, 10, 10, 5), False, False),
        (Rect(-5, 0, 5, 10), False, False),
        (Rect(0, -5, 10, 5), False, False),
        (Rect(-5, -5, 20, 20), False, True),
        (Rect(0, 0, 10 + TOLERANCE / 2, 10), True, True),
    ],
)
def test_inside_and_overlapping(other: Rect, inside: bool, shared: bool) -> None:
    rect = Rect(0, 0, 10, 10)
    assert rect.contains(other) is inside
    assert rect.overlaps(other) is shared
    assert other.overlaps(rect) is shared


@given(rects, st.floats(1, 1000))
def test_a_mirror_of_a_mirror_shows_the_thing_itself(rect: Rect, width: float) -> None:
    twice = rect.mirrored(width).mirrored(width)
    assert twice.x == pytest.approx(rect.x, abs=1e-6)
    assert (twice.y, twice.size) == (rect.y, rect.size)


@given(rects, st.floats(1, 1000))
def test_a_mirror_swaps_the_distances_from_the_edges(rect: Rect, width: float) -> None:
    seen = rect.mirrored(width)
    assert seen.x == pytest.approx(width - rect.right, abs=1e-6)
    assert width - seen.right == pytest.approx(rect.x, abs=1e-6)


@given(rects, st.floats(0, 100))
def test_what_is_grown_holds_what_it_was(rect: Rect, distance: float) -> None:
    assert rect.outset(distance).contains(rect)
