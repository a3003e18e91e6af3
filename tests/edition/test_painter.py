"""Every edition paints the same items; it only decides how much of a bleeding picture its sheet shows."""

from __future__ import annotations

import pytest
from painted import BLEED, GROUND, PICTURE, RULE, TRIM, Recorder, bound, derivative, everything, page

from postcards.edition.painter import PLANS, paint, shown_part
from postcards.edition.photos import Derivative
from postcards.geometry import MM, Rect
from postcards.manuscript import Photo
from postcards.pages.page import Drawing
from postcards.pages.path import rectangle, segment

WHOLE = derivative("screen")


def recorded(edition: str) -> tuple[Recorder, list[tuple[Photo, Rect]]]:
    """What one edition paints, and which parts of photos it asks for."""
    recorder = Recorder()
    asked: list[tuple[Photo, Rect]] = []

    def develop(photo: Photo, shown: Rect) -> Derivative:
        asked.append((photo, shown))
        return WHOLE

    paint(everything(), PLANS[edition], recorder, develop)
    return recorder, asked


def test_items_are_painted_page_by_page_in_their_order() -> None:
    told = recorded("print")[0].told
    assert [verb for verb, _ in told] == [
        *("begin_page", "picture", "fill", "text", "end_page"),
        *("begin_page", "stroke", "text", "end_page"),
    ]
    first, second = (page.items for page in everything().pages)
    assert [said for verb, said in told if verb == "fill"] == [(rectangle(GROUND), "green")]
    assert [said for verb, said in told if verb == "stroke"] == [(segment(*RULE), "hairline", 0.5, 0.0)]
    assert [said for verb, said in told if verb == "text"] == [
        (text.origin, text.line, text.colour) for text in (first[2], second[1])
    ]


def test_a_drawing_that_says_something_is_painted_as_a_shape() -> None:
    drawing = Drawing(rectangle(GROUND), "ink", GROUND, "A code", "en")
    recorder = Recorder()
    paint(bound(page(1, drawing)), PLANS["print"], recorder, lambda _photo, _shown: WHOLE)
    assert [said for verb, said in recorder.told if verb == "fill"] == [(drawing.path, "ink")]


def test_print_and_screen_paint_the_same_but_for_the_bleed_of_pictures() -> None:
    printed = recorded("print")[0].told
    shown = [said for said in recorded("screen")[0].told if said[0] not in ("mark", "tag")]
    differing = [(one, other) for one, other in zip(printed, shown, strict=True) if one != other]
    on_sheet = Rect(0, 0, TRIM.width, 60 * MM)
    assert differing == [(("picture", (PICTURE, WHOLE)), ("picture", (on_sheet, WHOLE)))]


@pytest.mark.parametrize("edition", PLANS)
def test_a_photo_is_asked_for_as_large_as_it_is_shown(edition: str) -> None:
    recorder, asked = recorded(edition)
    assert [shown for _, shown in asked] == [said[0] for verb, said in recorder.told if verb == "picture"]


@pytest.mark.parametrize(
    ("rect", "bleed", "shown"),
    [
        (Rect(10, 10, 50, 50), 0.0, Rect(10, 10, 50, 50)),
        (PICTURE, BLEED, PICTURE),
        (Rect(-20, 10, TRIM.width + 40, 50), BLEED, Rect(-BLEED, 10, TRIM.width + 2 * BLEED, 50)),
        (Rect(10, TRIM.height - 10, 50, 30), 0.0, Rect(10, TRIM.height - 10, 50, 10)),
    ],
)
def test_what_reaches_beyond_the_sheet_is_not_shown(rect: Rect, bleed: float, shown: Rect) -> None:
    part = shown_part(rect, page(1), bleed)
    assert (part.x, part.y, part.width, part.height) == pytest.approx((shown.x, shown.y, shown.width, shown.height))
