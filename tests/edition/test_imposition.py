"""Sheets are folded back: whatever is printed, a binder who knows nothing of imposition reads the pages in order."""

from __future__ import annotations

from collections import Counter
from math import ceil

import pytest
from folding import BLANK, beside_fold, booklets, turned_over
from hypothesis import given
from hypothesis import strategies as st

from postcards.edition.imposition import Paper, Placement, Scheme, Sheet, impose, section_lengths
from postcards.geometry import MM, Size

A6, A4_LANDSCAPE = Size(148 * MM, 105 * MM), Size(297 * MM, 210 * MM)
CALIPER = 0.15 * MM
PAPER = Paper(A4_LANDSCAPE, CALIPER)

PAGES = st.integers(1, 200)
DIRECTIONS = st.sampled_from(["ltr", "rtl"])


@st.composite
def schemes(draw: st.DrawFn, kind: str = "") -> Scheme:
    kind = kind or draw(st.sampled_from(["fold", "stack"]))
    columns = draw(st.sampled_from([2, 4] if kind == "fold" else [1, 2, 3]))
    rows = draw(st.integers(1, 3))
    parts = columns // (2 if kind == "fold" else 1) * rows
    copies = draw(st.sampled_from([copies for copies in (1, 2, 3) if parts % copies == 0]))
    section = draw(st.integers(0, 20)) if kind == "fold" else 0
    return Scheme(kind, A6, columns, rows, copies, section, draw(st.booleans()))  # type: ignore[arg-type]


def sides(sheets: tuple[Sheet, ...]) -> list[tuple[Placement, ...]]:
    return [side for sheet in sheets for side in sheet]


def lengths(pages: int, scheme: Scheme) -> tuple[int, ...]:
    """Folded parts a binder counts off for each section."""
    return section_lengths(ceil(pages / 4), scheme.section)


@given(PAGES, schemes(), DIRECTIONS)
def test_every_page_stands_on_the_sheets_once_in_each_copy(pages: int, scheme: Scheme, direction: str) -> None:
    sheets = impose(pages, scheme, direction, PAPER)
    counted = Counter(placed.number for side in sides(sheets) for placed in side)
    assert counted == dict.fromkeys(range(1, pages + 1), scheme.copies)


@given(PAGES, schemes(), DIRECTIONS)
def test_no_two_pages_share_a_cell_and_none_lies_outside(pages: int, scheme: Scheme, direction: str) -> None:
    for side in sides(impose(pages, scheme, direction, PAPER)):
        cells = [(placed.column, placed.row) for placed in side]
        assert len(set(cells)) == len(cells)
        assert all(0 <= column < scheme.columns and 0 <= row < scheme.rows for column, row in cells)


@given(PAGES, schemes(), DIRECTIONS)
def test_cutting_folding_and_nesting_restores_the_order(pages: int, scheme: Scheme, direction: str) -> None:
    sheets = impose(pages, scheme, direction, PAPER)
    read = list(booklets(sheets, scheme, direction, lengths(pages, scheme)))
    assert len(read) == scheme.copies
    for copy in read:
        # Pages in order, and blanks nowhere but after the last.
        assert copy[:pages] == list(range(1, pages + 1))
        assert set(copy[pages:]) <= {BLANK}


@given(PAGES, schemes("fold"), DIRECTIONS)
def test_a_folded_booklet_has_at_most_three_blanks(pages: int, scheme: Scheme, direction: str) -> None:
    sheets = impose(pages, scheme, direction, PAPER)
    for copy in booklets(sheets, scheme, direction, lengths(pages, scheme)):
        assert len(copy) == ceil(pages / 4) * 4


@given(PAGES, schemes(), DIRECTIONS)
def test_no_more_sheets_are_used_than_the_pages_need(pages: int, scheme: Scheme, direction: str) -> None:
    of_a_sheet = 2 * scheme.columns * scheme.rows // scheme.copies
    assert len(impose(pages, scheme, direction, PAPER)) == ceil(pages / of_a_sheet)


@given(PAGES, schemes(), DIRECTIONS)
def test_front_and_back_register(pages: int, scheme: Scheme, direction: str) -> None:
    """Behind every page stands its own leaf's other page, and the two cells cover each other through the paper."""
    for sheet in impose(pages, scheme, direction, PAPER):
        for row in turned_over(sheet, scheme):
            for leaf in row:
                printed = sorted(filter(None, leaf))
                first = printed[0] if printed else 1
                assert first % 2 == 1
                assert printed in ([], [first, first + 1] if first < pages else [first])
        backs = {placed.number: placed.cell(scheme, PAPER) for placed in sheet.back}
        for placed in sheet.front:
            cell, behind = placed.cell(scheme, PAPER), backs.get(placed.number + (1 if placed.number % 2 else -1))
            if behind is None or scheme.copies > 1:
                continue
            assert behind.size == cell.size
            if scheme.turned:
                assert behind.x == pytest.approx(cell.x)
                assert behind.bottom == pytest.approx(PAPER.size.height - cell.y)
            else:
                assert behind.right == pytest.approx(PAPER.size.width - cell.x)
                assert behind.y == pytest.approx(cell.y)


@given(PAGES, st.booleans(), st.integers(0, 20), DIRECTIONS)
def test_creep_grows_inwards_and_towards_the_fold(pages: int, turned: bool, section: int, direction: str) -> None:
    scheme = Scheme("fold", A6, 2, 1, section=section, turned=turned)
    sheets = impose(pages, scheme, direction, PAPER)
    starts = {sum(lengths(pages, scheme)[:index]) for index in range(len(lengths(pages, scheme)))}
    before = 0.0
    for index, sheet in enumerate(sheets):
        moved = {abs(placed.shift) for side in sheet for placed in side}
        assert len(moved) == 1, "the four pages of a part are moved alike"
        (creep,) = moved
        assert creep == pytest.approx(0.0 if index in starts else before + CALIPER)
        before = creep
        for placed in (placed for side in sheet for placed in side if placed.shift):
            assert (placed.shift > 0) == (beside_fold(placed) == "right")


@given(PAGES, schemes("stack"), DIRECTIONS)
def test_leaves_do_not_creep(pages: int, scheme: Scheme, direction: str) -> None:
    assert {placed.shift for side in sides(impose(pages, scheme, direction, PAPER)) for placed in side} == {0.0}


@given(PAGES, schemes(), DIRECTIONS)
def test_the_spine_is_where_the_binding_is(pages: int, scheme: Scheme, direction: str) -> None:
    """A booklet from the left has its odd pages to the right of the fold, one from the right to its left."""
    if scheme.kind == "stack":
        return
    for side in sides(impose(pages, scheme, direction, PAPER)):
        for placed in side:
            odd_on_the_left = direction == "rtl"
            on_the_left = (placed.column % 2 == 0) == (placed.turn == 0)
            assert on_the_left == (placed.number % 2 == 1 if odd_on_the_left else placed.number % 2 == 0)


@given(st.integers(1, 100), st.integers(1, 30))
def test_sections_are_even_and_few(parts: int, most: int) -> None:
    found = section_lengths(parts, most)
    assert sum(found) == parts
    assert max(found) <= most
    assert max(found) - min(found) <= 1
    assert len(found) == ceil(parts / most)


def table(direction: str, turned: bool = False) -> str:
    """Sixteen pages of A6 landscape, four-up on A4, as they lie on each side."""
    scheme = Scheme("fold", A6, 2, 2, turned=turned)
    lines = []
    for index, sheet in enumerate(impose(16, scheme, direction, PAPER), start=1):
        for name, side in (("front", sheet.front), ("back", sheet.back)):
            cells = {(placed.row, placed.column): placed for placed in side}
            rows = [[cells[row, column] for column in range(2)] for row in range(2)]
            shown = " / ".join(" ".join(f"{placed.number:2}{placed.shift / MM:+.2f}" for placed in row) for row in rows)
            lines.append(f"sheet {index} {name:5} {shown}")
    return "\n".join(lines)


def test_sixteen_pages_from_the_left() -> None:
    assert table("ltr") == (
        "sheet 1 front 16+0.00  1-0.00 / 12+0.30  5-0.30\n"
        "sheet 1 back   2+0.00 15-0.00 /  6+0.30 11-0.30\n"
        "sheet 2 front 14+0.15  3-0.15 / 10+0.45  7-0.45\n"
        "sheet 2 back   4+0.15 13-0.15 /  8+0.45  9-0.45"
    )


def test_sixteen_pages_from_the_right() -> None:
    assert table("rtl") == (
        "sheet 1 front  1+0.00 16-0.00 /  5+0.30 12-0.30\n"
        "sheet 1 back  15+0.00  2-0.00 / 11+0.30  6-0.30\n"
        "sheet 2 front  3+0.15 14-0.15 /  7+0.45 10-0.45\n"
        "sheet 2 back  13+0.15  4-0.15 /  9+0.45  8-0.45"
    )


def test_backs_on_their_heads() -> None:
    assert table("ltr", turned=True) == (
        "sheet 1 front 16+0.00  1-0.00 / 12+0.30  5-0.30\n"
        "sheet 1 back  11-0.30  6+0.30 / 15-0.00  2+0.00\n"
        "sheet 2 front 14+0.15  3-0.15 / 10+0.45  7-0.45\n"
        "sheet 2 back   9-0.45  8+0.45 / 13-0.15  4+0.15"
    )


def test_six_leaves_on_two_sheets_from_the_left() -> None:
    sheets = impose(12, Scheme("stack", A6, 2, 2), "ltr", PAPER)
    fronts = [[(placed.number, placed.column, placed.row) for placed in sheet.front] for sheet in sheets]
    assert fronts == [[(1, 0, 0), (5, 1, 0), (9, 0, 1)], [(3, 0, 0), (7, 1, 0), (11, 0, 1)]]


def test_two_copies_stand_on_each_sheet() -> None:
    sheets = impose(8, Scheme("fold", A6, 2, 2, copies=2), "ltr", PAPER)
    assert [[placed.number for placed in sheet.front] for sheet in sheets] == [[8, 1, 8, 1], [6, 3, 6, 3]]
