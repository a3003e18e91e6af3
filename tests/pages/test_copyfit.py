"""The ladder: its order, its ends, and that no size ever leaves floor and ceiling."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from postcards.composition import TextStyle, Voice
from postcards.pages.copyfit import Step, at_step, search, steps
from postcards.pages.layout import Layout, Style

VOICE = Voice("serif", "regular", "en", "Latn", "ltr")


def style(floor: float, size: float, ceiling: float | None = None) -> Style:
    return Style(role="serif", size=size, floor=floor, ceiling=ceiling, leading=size * 1.3, colour="ink")


@st.composite
def styles(draw: st.DrawFn) -> Style:
    floor, size, ceiling = sorted(draw(st.lists(st.floats(4, 40), min_size=3, max_size=3)))
    return style(floor, size, draw(st.sampled_from([None, ceiling])))


def text_style(design: Style) -> TextStyle:
    return TextStyle(VOICE, design.size, design.leading)


def ladder(layout: Layout, *designs: Style) -> list[Step]:
    return list(steps(layout, designs))


def test_the_ladder_is_climbed_in_the_layouts_order(small: Layout) -> None:
    found = [(step.name, step.shift, step.tight) for step in ladder(small, style(8, 10, 11))]
    assert found == [
        ("wish", 0.0, False),
        ("larger", 1.0, False),
        ("larger", 0.5, False),
        ("tighter", 0.0, True),
        *(("smaller", -drop, tight) for drop in (0.5, 1.0, 1.5, 2.0) for tight in (False, True)),
    ]


def test_a_layout_without_rungs_has_no_steps_for_them(small: Layout) -> None:
    plain = replace(small, ladder=("wish", "smaller"))
    assert {step.name for step in ladder(plain, style(9, 10, 12))} == {"wish", "smaller"}


def test_words_are_divided_at_every_size_and_only_in_styles_that_allow_it(small: Layout) -> None:
    layout = replace(small, ladder=("wish", "smaller", "divided"))
    plain, hyphenated = style(9, 10), replace(style(9, 10), hyphens=True)
    assert not any(step.divided for step in ladder(layout, plain))
    assert [step.shift for step in ladder(layout, plain, hyphenated) if step.divided] == [0.0, -0.5, -1.0]
    last = ladder(layout, plain, hyphenated)[-1]
    assert at_step(text_style(hyphenated), hyphenated, last, 1).divided
    assert not at_step(text_style(plain), plain, last, 1).divided


def test_below_the_ladder_are_sizes_that_keep_a_word_together(small: Layout) -> None:
    """Down to `whole`, in finer strides below the floor, and below what the script asks for else; dearer than all."""
    name = replace(style(9, 10), whole=8.7)
    assert not any(step.whole for step in ladder(small, style(9, 10)))
    found = [step for step in ladder(small, style(7, 10), name) if step.whole]
    assert [step.shift for step in found] == pytest.approx([-0.5, -1.0, -1.1, -1.2, -1.3])
    assert [at_step(text_style(name), name, step, 9.4).size for step in found] == pytest.approx(
        [9.5, 9.0, 8.9, 8.8, 8.7]
    )
    assert min(step.cost for step in found) > max(step.cost for step in ladder(small, style(7, 10), style(9, 10)))


def test_the_last_stride_reaches_the_floor_itself(small: Layout) -> None:
    shifts = dict.fromkeys(step.shift for step in ladder(small, style(8.8, 10)))
    assert list(shifts)[-3:] == [-0.5, -1.0, pytest.approx(-1.2)]


def test_the_longest_way_of_several_styles_counts(small: Layout) -> None:
    shifts = [step.shift for step in ladder(small, style(9.5, 10), style(8, 10, 10.5))]
    assert (max(shifts), min(shifts)) == (0.5, -2.0)


def test_a_smaller_step_costs_more_than_a_larger_one(small: Layout) -> None:
    costs = {step.shift: step.cost for step in ladder(small, style(8, 10, 11)) if not step.tight}
    assert costs[0.0] == 0
    assert [costs[shift] for shift in (-0.5, -1.0, -1.5, -2.0)] == [25, 50, 75, 100]
    assert 0 < costs[0.5] < costs[1.0] < costs[-0.5]


def test_the_step_of_least_badness_is_taken_and_hopeless_ones_are_not_tried(small: Layout) -> None:
    badness = {"wish": 60.0, "larger": 70.0, "tighter": 40.0, "smaller": 10.0}
    tried = []

    def attempt(step: Step) -> tuple[Step, float]:
        tried.append(step)
        return step, badness[step.name] + step.cost

    best = search(steps(small, [style(8, 10, 11)]), attempt)
    assert (best.name, best.shift, best.tight) == ("smaller", -0.5, False)
    assert min(step.shift for step in tried) == -0.5  # half the way to the floor would cost more than was found
    assert search(steps(small, [style(8, 10)]), lambda step: (step, 7.0)).name == "wish"


@given(designs=st.lists(styles(), min_size=1, max_size=3), smallest=st.floats(1, 20))
def test_no_size_leaves_floor_and_ceiling(small: Layout, designs: list[Style], smallest: float) -> None:
    for step in steps(small, designs):
        for design in designs:
            size = at_step(text_style(design), design, step, smallest).size
            assert size <= (design.ceiling or design.size)
            # What the script needs counts as well, but never makes a text larger than it was wished.
            assert size >= min(design.size, max(design.floor, smallest))


@given(design=styles())
def test_the_ladder_ends_at_floor_and_ceiling(small: Layout, design: Style) -> None:
    sizes = [at_step(text_style(design), design, step, 1).size for step in steps(small, [design])]
    assert min(sizes) == pytest.approx(design.floor, abs=0.011)
    assert max(sizes) == pytest.approx(design.ceiling or design.size, abs=0.011)


def test_leading_shrinks_with_the_size() -> None:
    design = style(8, 10)
    smaller = at_step(text_style(design), design, Step("smaller", -2.0, tight=True), 1)
    assert (smaller.size, smaller.leading) == (8, pytest.approx(8 * 1.3))
    assert smaller.tight
    assert replace(smaller, tight=False) == text_style(design).at(8)
