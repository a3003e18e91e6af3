"""Files that are sent by telephone: what they may have, and what staff are told of one that has more."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from painted import bound, derivative, everything, page, painted_weights, text

from postcards.edition.embedding import embed
from postcards.edition.painter import PLANS, EditionPlan
from postcards.edition.photo_recipe import SCREEN_BYTES
from postcards.edition.sizes import KIND_WORDS, Contents, size_faults
from postcards.edition.weights import TELEPHONE, Budget, by_kind
from postcards.pages.page import Pages
from postcards.problems import Problem, Severity

SCREEN = PLANS["screen"]

#: What fonts, pages and tags of 12 and of 24 stories are given, bytes.
LEFT = {12: 200_000, 24: 300_000}


def found(pages: Pages, plan: EditionPlan) -> tuple[int, list[Problem]]:
    """How large the painted pages' file is, and what is said of that."""
    weights = painted_weights(pages, plan, derivative(plan.name))
    contents = Contents(pages, embed(pages.pages), lambda _photo, _shown: derivative(plan.name))
    return weights.total(), list(size_faults(weights, plan, contents, "small.pdf"))


def story_of(pages: Pages) -> Pages:
    """The same pages as those of one story."""
    return replace(pages, pages=tuple(replace(each, story="asrat") for each in pages.pages))


@pytest.mark.parametrize(
    ("stories", "most"), [(12, 1_600_000), (24, 3_000_000), (18, 2_300_000), (36, 4_400_000), (1, 316_666)]
)
def test_a_file_may_have_so_much_for_its_stories(stories: int, most: int) -> None:
    assert TELEPHONE.most(stories) == most


@pytest.mark.parametrize("stories", LEFT)
def test_the_shares_of_all_photos_and_the_cover_leave_room(stories: int) -> None:
    assert (stories + 1) * SCREEN_BYTES + LEFT[stories] <= TELEPHONE.most(stories)


def test_only_editions_that_are_sent_have_a_budget() -> None:
    assert {name: plan.budget for name, plan in PLANS.items() if plan.budget} == {
        "screen": TELEPHONE,
        "phone": TELEPHONE,
    }


def test_a_file_within_its_budget_is_no_finding() -> None:
    pages = story_of(everything())
    size, problems = found(pages, SCREEN)
    assert problems == []
    assert found(pages, replace(SCREEN, budget=Budget((1, size), (2, 2 * size))))[1] == []
    assert found(pages, PLANS["print"])[1] == []


def test_a_file_over_its_budget_names_its_largest_parts_with_their_sizes() -> None:
    pages = story_of(everything())
    size, _ = found(pages, SCREEN)
    over = replace(SCREEN, budget=Budget((1, size - 1), (2, 2 * size)))
    _, (problem,) = found(pages, over)
    assert (problem.code, problem.severity, problem.where.path) == ("edition.large", Severity.WARNING, "small.pdf")
    kinds = by_kind(painted_weights(pages, SCREEN, derivative("screen")))
    largest = sorted(kinds, key=lambda kind: -kinds[kind])[:3]
    told = problem.message.split("largest parts: ")[1].split("; ")
    assert len(told) == 3
    for kind, words in zip(largest, told, strict=True):
        assert words.startswith(KIND_WORDS[kind])
        assert f"{kinds[kind] / 1000:.0f} kB" in words
    assert "with 1 story it should have" in problem.message
    assert (" (asrat " in problem.message, " (Latin " in problem.message) == ("photos" in largest, "fonts" in largest)
    assert "fonts" in largest


def test_photos_are_told_by_their_stories() -> None:
    pages = story_of(bound(everything().pages[0]))
    photo = replace(derivative("screen"), fetch=lambda: bytes(900_000))
    weights = painted_weights(pages, SCREEN, photo)
    contents = Contents(pages, embed(pages.pages), lambda _photo, _shown: photo)
    (problem,) = size_faults(weights, SCREEN, contents, "small.pdf")
    assert "largest parts: photos 900 kB (asrat 900 kB); " in problem.message


def test_fonts_are_told_by_the_script_of_most_of_their_letters() -> None:
    lines = [text("ናብ ገዝኡ ተመሊሱ", "ti"), text("नेपाल घर फर्कनु", "ne"), text("12, 13", "en"), text("Home Ok", "en")]
    pages = bound(replace(page(1, *lines), story="elmi"))
    _, (problem,) = found(pages, replace(SCREEN, budget=Budget((1, 1), (2, 2))))
    fonts = problem.message.split("fonts")[1]
    assert "Ethiopic" in fonts
    assert "Devanagari" in fonts
    assert "Latin" in fonts
