"""Which page is which: every page once, whatever the two issues are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from postcards.comparison.pairing import pair
from postcards.comparison.volume import Leaf

WORDS = ("home", "goats", "house", "trade", "12", "٣")
STORIES = ("asrat", "elmi", "wahed")


def leaves(pages: list[tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]]) -> list[Leaf]:
    return [Leaf(place, place + 1, *page) for place, page in enumerate(pages)]


def looks(leaf: Leaf) -> str:
    return " ".join(leaf.words)


stories = st.lists(st.sampled_from(STORIES), max_size=2, unique=True).map(tuple)
words = st.lists(st.sampled_from(WORDS), max_size=6).map(tuple)
placed = st.lists(st.integers(1, 16), max_size=2).map(tuple)
issues = st.lists(st.tuples(stories, words, placed), max_size=12).map(leaves)


@given(issues, issues)
def test_every_page_is_told_once(old: list[Leaf], new: list[Leaf]) -> None:
    pairs = pair(old, new, (looks, looks))
    assert [page for _, page in pairs if page] == new
    assert sorted((page for page, _ in pairs if page), key=lambda page: page.place) == old
    assert all(before or after for before, after in pairs)


@given(issues)
def test_an_issue_is_page_for_page_itself(issue: list[Leaf]) -> None:
    assert all(before == after for before, after in pair(issue, issue, (looks, looks)))


def test_a_story_that_came_in_pushes_the_others_back() -> None:
    old = leaves([(("asrat",), ("house",), ()), (("elmi",), ("goats",), ())])
    new = leaves([(("asrat",), ("house",), ()), (("wahed",), ("goats",), ()), (("elmi",), ("goats", "home"), ())])
    pairs = pair(old, new, (looks, looks))
    assert [(before and before.number, after and after.number) for before, after in pairs] == [
        (1, 1),
        (None, 2),
        (2, 3),
    ]


def test_pages_that_are_gone_stand_where_they_stood() -> None:
    old = leaves([(("asrat",), (), ()), (("elmi",), ("goats",), ()), (("wahed",), ("trade",), ())])
    new = leaves([(("asrat",), (), ()), (("wahed",), ("trade",), ())])
    pairs = pair(old, new, (looks, looks))
    assert [(before and before.number, after and after.number) for before, after in pairs] == [
        (1, 1),
        (2, None),
        (3, 2),
    ]
