"""Frames that end between the trim and a print shop's bleed would leave a white rim; those that bleed reach as far."""

from __future__ import annotations

import pytest
from small_layout import DrawingOffice

from postcards.geometry import MM
from postcards.pages.layout import Layout
from postcards.pages.reach import short_of

PICTURE = "kind: picture, box: {start: bleed, end: bleed, top: bleed, height: 20}"


def found(office: DrawingOffice, bleed: float) -> list[str]:
    return [problem.code for problem in short_of(office.read().edges["small"], bleed * MM)]


def test_what_says_bleed_reaches_as_far_as_is_asked(office: DrawingOffice) -> None:
    assert office.read().edges["small"] == ()
    assert found(office, 5) == []


@pytest.mark.parametrize(
    ("box", "three", "five"),
    [
        ("{start: bleed, end: bleed, top: -3, height: 20}", [], ["layout.short-bleed"]),
        ("{start: -3, end: bleed, top: bleed, height: 20}", [], ["layout.short-bleed"]),
        ("{start: bleed, end: -3, top: bleed, height: 20}", [], ["layout.short-bleed"]),
        ("{start: -2, end: bleed, top: bleed, height: 20}", ["layout.short-bleed"], ["layout.short-bleed"]),
        ("{start: 0, end: bleed, top: bleed, height: 20}", ["layout.short-bleed"], ["layout.short-bleed"]),
        ("{inner: bleed, outer: -3, top: bleed, height: 20}", [], ["layout.short-bleed"]),
        ("{start: 1, end: 1, top: 1, height: 20}", [], []),
    ],
)
def test_what_ends_at_a_fixed_distance_is_held_against_the_bleed(
    office: DrawingOffice, box: str, three: list[str], five: list[str]
) -> None:
    line = office.change(PICTURE, f"kind: picture, box: {box}")
    assert found(office, 3) == three
    assert found(office, 5) == five
    for problem in short_of(office.read().edges["small"], 5 * MM):
        assert (problem.where.path, problem.where.line) == ("layouts/small.yaml", line)
        assert "story.photo" in problem.message


def test_texts_and_rules_need_not_reach_the_bleed(office: DrawingOffice) -> None:
    office.change(
        PICTURE,
        f"{PICTURE}}}\n      - {{id: line, kind: rule, colour: ink, box: {{start: 0, end: 0, top: 9, height: 0}}",
    )
    assert found(office, 5) == []


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_more_bleed_moves_only_what_bleeds(small: Layout, number: int, direction: str) -> None:
    wider = small.bleeding(5)
    for face in small.faces:
        for frame in small.frames(face):
            before, after = (layout.place(frame, direction, number) for layout in (small, wider))
            trim = small.trim_size
            page = (0.0, 0.0, trim.width, trim.height)
            edges = zip(
                (before.x, before.y, before.right, before.bottom),
                (after.x, after.y, after.right, after.bottom),
                page,
                strict=True,
            )
            for one, other, edge in edges:
                beyond = abs(one - edge) > 0.01 and not 0 <= one <= max(trim)
                assert other == pytest.approx(edge + (one - edge) * 5 / 3 if beyond else one)
