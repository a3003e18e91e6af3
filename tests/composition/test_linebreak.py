"""Breaking paragraphs into lines: cases worked by hand, and laws that hold for any paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from postcards.composition.items import FORBIDDEN, Box, Glue, Item, Paragraph, Penalty
from postcards.composition.judging import Setting
from postcards.composition.linebreak import at_best_places, break_lines, fewest_lines, narrowest_measure

SPACE = Glue(1)
HYPHEN = Penalty(5, width=1, flagged=True)
RIGID_SPACES = (SPACE, Glue(3), Penalty(0), Penalty(40))
SPACES = (*RIGID_SPACES, Glue(2, 1, 1))
RAGGED = Setting(rag=2)
JUSTIFIED = Setting()

ROUNDING = 1e-5
UNHURRIED = settings(deadline=None)

#: Enough demerits to outweigh any rag.
RUNTS_LAST, FEWEST = 10**10, 10**12


def breaks(items: Sequence[Item], measure: float, setting: Setting) -> tuple[int, ...]:
    return break_lines(Paragraph(items), measure, setting).ends


def words(*widths: float, space: Item = SPACE) -> list[Item]:
    """Boxes with a space between each two."""
    return [item for width in widths for item in (space, Box(width))][1:]


def boxes_by_line(items: Sequence[Item], ends: Sequence[int]) -> list[list[float]]:
    """The widths of the boxes of each line."""
    return [[item.width for item in items[start:end] if isinstance(item, Box)] for start, end in pairwise((0, *ends))]


def line_widths(items: Sequence[Item], ends: Sequence[int]) -> list[float]:
    """The natural width of each line, with what is added at its end."""
    widths = []
    for start, end in pairwise((-1, *ends)):
        line = items[Paragraph(items).after_break(start) : end]
        width = sum(item.width for item in line if not isinstance(item, Penalty))
        last = items[end] if end < len(items) else None
        widths.append(width + (last.width if isinstance(last, Penalty) else 0))
    return widths


@st.composite
def paragraphs(draw: st.DrawFn, spaces: Sequence[Item] = SPACES) -> tuple[list[Item], float]:
    """Words, some of them to be divided, and a measure into which every part of them fits with its hyphen."""
    widths = st.integers(1, 8)
    items: list[Item] = []
    for parts in draw(st.lists(st.lists(widths, min_size=1, max_size=3), min_size=1, max_size=12)):
        items.append(draw(st.sampled_from(spaces)))
        items += [item for part in parts for item in (HYPHEN, Box(part))][1:]
    widest = max(item.width for item in items if isinstance(item, Box))
    return items[1:], draw(st.integers(int(widest) + 1, 24))


SETTINGS = st.sampled_from(
    [
        JUSTIFIED,
        RAGGED,
        Setting(rag=2, runt=3, runt_demerits=RUNTS_LAST),
        Setting(rag=100, line_demerits=FEWEST),
    ]
)


def test_the_whole_counts_not_the_first_line() -> None:
    """Filling line after line gives 3+2 / 2 / 5, the second line short by four of six."""
    items = words(3, 2, 2, 5)
    assert boxes_by_line(items, breaks(items, 6, RAGGED)) == [[3], [2, 2], [5]]


def test_two_hyphens_in_a_row_are_avoided() -> None:
    """With hyphens: 8+1- / 1+8- / 2, both full. Without: 8 / 1 1 / 8 2, the second short by eight of ten."""
    divided = Penalty(0, flagged=True)
    items = [Box(8), SPACE, Box(1), divided, Box(1), SPACE, Box(8), divided, Box(2)]
    assert breaks(items, 10, Setting(rag=10)) == (1, 5, 9)
    plain = [Penalty(0) if item == divided else item for item in items]
    assert breaks(plain, 10, Setting(rag=10)) == (3, 7, 9)


def test_no_more_hyphens_in_a_row_than_allowed() -> None:
    """Three words of four and six, all parted: four lines, three of them with a hyphen, or five."""
    parted = (Box(4), Penalty(0, width=1, flagged=True), Box(6), SPACE)
    items = [Box(5), SPACE, *parted, *parted, *parted, Box(5)]
    few = Setting(rag=10, line_demerits=FEWEST)
    assert boxes_by_line(items, breaks(items, 12, few)) == [[5, 4], [6, 4], [6, 4], [6, 5]]
    assert len(breaks(items, 12, few._replace(most_hyphens=2))) == 5


def test_a_hyphen_is_paid_for() -> None:
    items = [Box(5), SPACE, Box(3), Penalty(50), Box(3)]
    assert breaks(items, 9, Setting(rag=10)) == (1, 5)
    assert breaks([Penalty(0) if item == Penalty(50) else item for item in items], 9, Setting(rag=10)) == (3, 5)


def test_a_dear_place_is_passed_over_for_a_free_one_near_it_and_taken_where_that_is_far() -> None:
    """Lines of 10 may end dearly where they are full, or for nothing after 8, or after 3."""
    near, far = ([Box(free), SPACE, Box(9 - free), Penalty(300), Box(9)] for free in (8, 3))
    assert breaks(near, 10, RAGGED) == (1, 5)
    assert breaks(far, 10, RAGGED) == (3, 5)


def test_even_lines_end_where_it_costs_least_as_long_as_they_are_as_few_and_not_much_longer() -> None:
    """Ten ones, dear places between them but for a free one: 4 and 6 are even enough for it, 2 and 8 are not."""
    for free, widest in ((5, 5), (4, 6), (2, 5), (1, 5)):
        items = [item for place in range(1, 11) for item in (Box(1), Penalty(0 if place == free else 300))][:-1]
        best = at_best_places(Paragraph(items), 9)
        assert fewest_lines(best, 9) == 2
        assert narrowest_measure(best, 9) == pytest.approx(widest, abs=0.05)


def test_a_text_of_one_line_and_one_with_a_box_too_wide_are_left_as_they_are() -> None:
    paragraph = Paragraph([Box(3), Penalty(300), Box(3)])
    assert at_best_places(paragraph, 6) is paragraph
    assert at_best_places(paragraph, 2) is paragraph


def test_a_hyphen_too_wide_for_the_line_does_not_end_it() -> None:
    items = [Box(5), Penalty(0, width=3, flagged=True), Box(1), SPACE, Box(4)]
    assert breaks(items, 7, RAGGED) == (3, 5)
    assert narrowest_measure(Paragraph(items), 7) == pytest.approx(6, abs=0.05)


def test_a_forced_break_ends_the_line_and_a_forbidden_one_never_does() -> None:
    items = [Box(2), Penalty(-FORBIDDEN), Box(2), Penalty(FORBIDDEN), SPACE, Box(2), SPACE, Box(3)]
    assert breaks(items, 100, RAGGED) == (1, 8)
    assert breaks(items, 5, RAGGED) == (1, 6, 8)
    held = [Box(3), SPACE, Box(2), Penalty(FORBIDDEN), SPACE, Box(3)]
    assert breaks(held, 7, RAGGED) == (1, 6)


@pytest.mark.parametrize("tolerance", [1, float("inf")])
def test_a_forced_break_is_taken_however_short_the_line(tolerance: float) -> None:
    items = [*words(2, 2), Penalty(-FORBIDDEN), *words(2, 2)]
    assert breaks(items, 50, Setting(tolerance=tolerance)) == (3, 7)


def test_neighbours_of_unlike_spacing_are_avoided() -> None:
    """4+5 3 is shrunk by all it has, which must not follow a line stretched by half more than it has: both ways of
    setting the first five words have the lines 1.5 and -1, and only the order tells them apart."""
    items = words(4, 5, 3, 4, 5, 4, 5, 4, space=Glue(2, 2, 1))
    assert boxes_by_line(items, breaks(items, 14, JUSTIFIED)) == [[4, 5, 3], [4, 5], [4, 5], [4]]


def test_a_runt_is_avoided_where_another_break_avoids_it() -> None:
    items = words(4, 4, 1)
    runty = Setting(rag=4)
    wary = runty._replace(runt=3, runt_demerits=RUNTS_LAST)
    assert boxes_by_line(items, breaks(items, 9, runty)) == [[4, 4], [1]]
    assert boxes_by_line(items, breaks(items, 9, wary)) == [[4], [4, 1]]
    assert boxes_by_line(words(9, 1), breaks(words(9, 1), 9, wary)) == [[9], [1]]


def test_a_box_that_is_too_wide_stands_out_alone() -> None:
    items = words(3, 3, 20, 3, 3)
    assert boxes_by_line(items, breaks(items, 10, RAGGED)) == [[3, 3], [20], [3, 3]]


def test_fewest_lines_however_ragged() -> None:
    """Four full lines, three of them with a hyphen; without the hyphens the words take a line more."""
    parted = (Box(8), Penalty(0, flagged=True), Box(2), SPACE)
    items = [Box(2), SPACE, *parted, *parted, *parted, Box(8)]
    few = breaks(items, 11, Setting(rag=10, line_demerits=FEWEST))
    assert boxes_by_line(items, few) == [[2, 8], [2, 8], [2, 8], [2, 8]]
    assert len(breaks(items, 11, Setting(rag=10))) == 5


def test_spaces_at_breaks_vanish() -> None:
    items = [Box(3), SPACE, Penalty(0), SPACE, Box(3)]
    assert Paragraph(items).after_break(1) == 4
    assert Paragraph(items).after_break(4) == 4
    assert Paragraph(items).after_break(-1) == 0
    assert Paragraph(words(3)).after_break(1) == 1


def test_nothing_to_break() -> None:
    assert breaks([], 10, RAGGED) == (0,)
    assert breaks(words(3), 10, RAGGED) == (1,)


def test_the_narrowest_measure_evens_the_lines() -> None:
    """Six words of two go five to a line of fourteen; three to a line of eight, which is as even as can be."""
    items = words(2, 2, 2, 2, 2, 2)
    narrow = narrowest_measure(Paragraph(items), 14)
    assert narrow == pytest.approx(8, abs=0.05)
    assert boxes_by_line(items, breaks(items, narrow, RAGGED)) == [[2, 2, 2], [2, 2, 2]]


@pytest.mark.parametrize("items", [words(3), words(20, 3, 3), words(10, 10, space=Glue(5))])
def test_a_measure_that_cannot_be_narrowed_stays(items: list[Item]) -> None:
    assert narrowest_measure(Paragraph(items), 10) == pytest.approx(10, abs=0.05)


@UNHURRIED
@given(paragraphs(), SETTINGS)
def test_every_box_stands_in_one_line_and_none_is_too_wide(case: tuple[list[Item], float], setting: Setting) -> None:
    items, measure = case
    ends = breaks(items, measure, setting)
    assert ends == tuple(sorted(set(ends)))
    assert ends[-1] == len(items)
    assert all(isinstance(items[end], Glue | Penalty) for end in ends[:-1])
    lines = boxes_by_line(items, ends)
    assert all(lines)
    assert [width for line in lines for width in line] == [item.width for item in items if isinstance(item, Box)]
    for (start, end), width in zip(pairwise((-1, *ends)), line_widths(items, ends), strict=True):
        shrink = sum(item.shrink for item in items[Paragraph(items).after_break(start) : end] if isinstance(item, Glue))
        assert width - shrink <= measure + ROUNDING


@UNHURRIED
@given(paragraphs(), SETTINGS)
def test_breaking_again_gives_the_same(case: tuple[list[Item], float], setting: Setting) -> None:
    items, measure = case
    first = breaks(items, measure, setting)
    breaks(items, measure + 3, RAGGED)
    assert breaks(tuple(items), measure, setting) == first


@UNHURRIED
@given(paragraphs(RIGID_SPACES))
def test_the_narrowest_measure_needs_no_more_lines(case: tuple[list[Item], float]) -> None:
    items, measure = case
    fewest = Setting(rag=100, line_demerits=FEWEST)
    narrow = narrowest_measure(Paragraph(items), measure)
    assert narrow <= measure
    assert len(breaks(items, narrow, fewest)) == len(breaks(items, measure, fewest))


@given(paragraphs(RIGID_SPACES), SETTINGS, st.sampled_from([1, 200, 9_999, float("inf")]))
@UNHURRIED
def test_the_short_way_through_rigid_paragraphs_gives_the_lines_of_the_long(
    text: tuple[list[Item], float], setting: Setting, tolerance: float
) -> None:
    """A hyphen that is forbidden changes no line, and makes a paragraph one whose lines must be compared in full."""
    items = [item for item in text[0] if item != HYPHEN]
    setting = setting._replace(rag=setting.rag or 1, adjacent_demerits=0, tolerance=tolerance)
    short, full = Paragraph(items), Paragraph([*items, Penalty(FORBIDDEN, 1, flagged=True)])
    assert short.rigid and not full.rigid
    even, compared = break_lines(short, text[1], setting), break_lines(full, text[1], setting)
    assert (even.ends[:-1], even.demerits, even.worst) == (compared.ends[:-1], compared.demerits, compared.worst)
