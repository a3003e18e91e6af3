"""Paper, pages and binding are held against each other before anybody prints."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from print_room import PrintRoom

from postcards.geometry import MM
from postcards.manuscript import Booklet
from postcards.pages.thickness import ASTRAY, caliper, check_thickness, nested

SAFE = 5 * MM


@pytest.fixture
def booklet(room: PrintRoom) -> Booklet:
    return room.book("en", ["asrat"]).booklet


def codes(booklet: Booklet, pages: int, safe: float = SAFE) -> list[str]:
    found = list(check_thickness(booklet, pages, safe))
    assert not any(problem.is_error for problem in found), "somebody should look, and the booklet is built"
    return [problem.code for problem in found]


@pytest.mark.parametrize(
    ("weight", "thickness"), [(80, 0.11), (110, 0.14), (120, 0.15), (250, 0.30), (60, 0.0825), (500, 0.6)]
)
def test_the_usual_thickness_of_a_weight(booklet: Booklet, weight: int, thickness: float) -> None:
    assert caliper(replace(booklet, paper=weight)) == pytest.approx(thickness * MM)


def test_what_was_measured_counts(booklet: Booklet) -> None:
    assert caliper(replace(booklet, paper=130, caliper=0.1)) == pytest.approx(0.1 * MM)


@pytest.mark.parametrize(
    ("binding", "paper", "pages", "found"),
    [
        ("saddle-stitch", 120, 64, []),
        ("saddle-stitch", 120, 68, ["booklet.thick"]),
        ("saddle-stitch", 200, 40, ["booklet.thick"]),
        ("saddle-stitch", 80, 84, []),
        ("perfect", 120, 28, []),
        ("perfect", 120, 26, ["booklet.thin-spine"]),
        ("perfect", 80, 32, ["booklet.thin-spine"]),
        ("perfect", 80, 200, []),
        ("loose", 120, 4, []),
        ("loose", 120, 200, []),
    ],
)
def test_bindings_take_so_many_pages(booklet: Booklet, binding: str, paper: int, pages: int, found: list[str]) -> None:
    assert codes(replace(booklet, binding=binding, paper=paper), pages) == found  # type: ignore[arg-type]


def test_creep_beyond_the_safe_area_is_told_where_staples_would_still_hold(booklet: Booklet) -> None:
    assert codes(booklet, 64, 4 * MM) == ["booklet.creep"]
    assert codes(booklet, 52, 4 * MM) == []


@given(st.floats(0.05, 0.6), st.floats(0.5, 6), st.floats(0, 12))
def test_as_many_are_nested_as_staples_hold_and_the_safe_area_allows(sheet: float, staples: float, safe: float) -> None:
    sheets = nested(staples * MM, safe * MM, sheet * MM)
    assert sheets >= 1
    if sheets > 1:
        assert sheets * sheet * MM <= staples * MM + 0.01
        assert (sheets - 1) * sheet * MM <= safe * MM - ASTRAY + 0.01
