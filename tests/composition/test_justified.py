"""Justified text: lines as wide as the measure, word spaces inside their limits, and ragged where that cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from postcards.composition import FontShelf, Galley, TextStyle, Typesetter, Voice

SIZE, LEADING = 10.0, 14.0
ENGLISH = Voice("serif", "regular", "en", "Latn", "ltr")
JUSTIFIED = TextStyle(ENGLISH, SIZE, LEADING, align="justify", divided=True)
ARABIC = replace(JUSTIFIED, voice=Voice("serif", "regular", "ar", "Arab", "rtl"))

STORY = (
    "He came home in November after nine years in Norway, and the first thing that he did was to repair the house. "
    "A restaurant now fills the lower floor, a bank rents another part of it, and what they bring in is enough."
)
ARABIC_STORY = (
    "عاد إلى بيته في نوفمبر بعد تسع سنوات في النرويج، وكان أول ما فعله أن أصلح البيت. ويشغل مطعم الآن الطابق الأرضي، "
    "ويستأجر مصرف جزءاً آخر منه، وما يأتيه من ذلك يكفي الأسرة كلها."
)

#: A word space of a justified line over its natural width, and rounding.
NARROWEST, WIDEST = 2 / 3 - 0.01, 1.63 + 0.01


@pytest.fixture(scope="module")
def ours(our_shelf: FontShelf) -> Typesetter:
    return Typesetter(our_shelf)


def spaces(galley: Galley) -> list[float]:
    """Every word space of a galley over its natural width."""
    return [
        1 + adjust / cluster.width
        for line in galley.lines
        for run in line.runs
        for cluster, adjust in zip(run.clusters, run.adjusts, strict=True)
        if cluster.text == " " and cluster.components
    ]


@pytest.mark.parametrize(("style", "story"), [(JUSTIFIED, STORY), (ARABIC, ARABIC_STORY)], ids=["en", "ar"])
@pytest.mark.parametrize("measure", [225, 270, 285])
def test_lines_fill_the_measure(ours: Typesetter, style: TextStyle, story: str, measure: float) -> None:
    galley = ours.compose(story, style, measure)
    assert not galley.loose
    assert len(galley.lines) > 2
    for line in galley.lines[:-1]:
        assert line.width == pytest.approx(measure, abs=0.05)
        assert max(run.x + run.width for run in line.runs) == pytest.approx(measure, abs=0.7)
    assert galley.lines[-1].width < measure


@given(measure=st.floats(120, 400), style=st.sampled_from([JUSTIFIED, ARABIC]))
def test_word_spaces_stay_inside_their_limits(ours: Typesetter, measure: float, style: TextStyle) -> None:
    galley = ours.compose(STORY if style is JUSTIFIED else ARABIC_STORY, style, measure)
    found = spaces(galley)
    assert found
    assert min(found) >= NARROWEST
    assert max(found) <= WIDEST
    if galley.loose:
        assert galley.lines == ours.compose(galley_text(style), replace(style, align="start"), measure).lines


def galley_text(style: TextStyle) -> str:
    return STORY if style is JUSTIFIED else ARABIC_STORY


def test_where_no_breaks_keep_to_the_limits_the_text_is_ragged(ours: Typesetter) -> None:
    narrow = ours.compose(STORY, replace(JUSTIFIED, divided=False), 62)
    assert narrow.loose
    assert set(spaces(narrow)) == {1.0}
    assert not ours.compose(STORY, JUSTIFIED, 225).loose


def test_text_without_spaces_is_not_stretched(ours: Typesetter) -> None:
    """Letters are never set apart to fill a line."""
    words = "shopkeeper/" * 12
    galley = ours.compose(words, replace(JUSTIFIED, divided=False), 130)
    assert galley.loose
    assert len({adjust for line in galley.lines for run in line.runs for adjust in run.adjusts}) < 4


def test_justified_words_are_divided_where_that_evens_the_spaces(ours: Typesetter) -> None:
    galleys = [ours.compose(STORY, JUSTIFIED, measure) for measure in range(190, 300, 5)]
    assert any(galley.hyphens for galley in galleys)
    for galley in galleys:
        assert "TTT" not in "".join("T" if line.hyphenated else "F" for line in galley.lines)
