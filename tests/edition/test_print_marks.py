"""Printer's marks: they stand outside the bleed, where a knife and a folder look for them, and on every plate."""

from __future__ import annotations

import io
from itertools import pairwise

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from painted import BLEED, GROUND, TRIM, bound, page, pdf

from postcards.edition.colour import ALL_PLATES
from postcards.edition.marks import GAP, LENGTH, LINE, MARGIN, Site, all_marks, crop_marks, fold_marks, slug_room
from postcards.geometry import MM, Rect, fits
from postcards.pages.page import Fill, Pages, Stroke
from postcards.pages.path import rectangle

PAGE = Rect(0, 0, TRIM.width, TRIM.height)

#: Trimmed sizes from a visiting card to A3, in points; bleeds that print shops ask for.
SIDES = st.floats(50 * MM, 420 * MM)
SITES = st.builds(
    lambda x, width, height, bleed, fold: Site(Rect(x, x / 2, width, height), bleed, (width / 2 - fold, width / 2)),
    st.floats(0, 200),
    SIDES,
    SIDES,
    st.sampled_from((0.0, 3 * MM, 5 * MM)),
    st.floats(0, 10 * MM),
)


def around(mark: Stroke) -> Rect:
    """What a mark covers, its line's width aside."""
    xs = [x for _, numbers in mark.path.steps for x in numbers[::2]]
    ys = [y for _, numbers in mark.path.steps for y in numbers[1::2]]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


@given(SITES)
def test_no_mark_touches_the_bleed_or_another_mark_and_none_leaves_the_sheet(site: Site) -> None:
    sheet = site.bled.outset(MARGIN)
    boxes = [around(mark) for mark in all_marks(site)]
    for box in boxes:
        assert not box.outset(LINE).overlaps(site.bled)
        assert sheet.contains(box)
    room = slug_room(site)
    assert sheet.contains(room)
    assert not any(room.overlaps(box) for box in (*boxes, site.bled))


@given(SITES)
def test_crop_marks_stand_on_the_trims_edges_two_at_each_corner(site: Site) -> None:
    upright = sorted({round(box.x, 3) for mark in crop_marks(site) if (box := around(mark)).width == 0})
    level = sorted({round(box.y, 3) for mark in crop_marks(site) if (box := around(mark)).height == 0})
    assert upright == pytest.approx([site.trim.x, site.trim.right], abs=0.001)
    assert level == pytest.approx([site.trim.y, site.trim.bottom], abs=0.001)
    assert len(crop_marks(site)) == 8
    assert all(max(around(mark).size) == pytest.approx(LENGTH) for mark in crop_marks(site))


def test_a_fold_has_dashes_above_and_below_and_no_crop_mark() -> None:
    site = Site(Rect(0, 0, 300, 200), BLEED, (148.0, 152.0))
    for fold in site.folds:
        dashes = sorted(box for mark in fold_marks(site) if (box := around(mark)).x == fold)
        assert len(dashes) == 6
        assert all(fits(one.bottom, other.y) for one, other in pairwise(dashes))
        assert dashes[2].bottom == pytest.approx(-BLEED - GAP)
        assert dashes[3].y == pytest.approx(200 + BLEED + GAP)


def marked() -> Pages:
    """A page whose ground bleeds, with marks."""
    marks = all_marks(Site(PAGE, BLEED))
    return replace(bound(page(1, Fill(rectangle(GROUND), "green"), *marks), page(2)), slug=MARGIN)


def test_the_boxes_are_nested_as_the_press_asks() -> None:
    with pikepdf.open(io.BytesIO(pdf(marked(), "print"))) as document:
        for sheet in document.pages:
            media, bleed, trim = (
                [float(edge) for edge in box] for box in (sheet.mediabox, sheet.BleedBox, sheet.TrimBox)
            )
            assert media == pytest.approx(
                [0, 0, TRIM.width + 2 * (BLEED + MARGIN), TRIM.height + 2 * (BLEED + MARGIN)], abs=0.01
            )
            assert bleed == pytest.approx([MARGIN, MARGIN, media[2] - MARGIN, media[3] - MARGIN], abs=0.01)
            inset = MARGIN + BLEED
            assert trim == pytest.approx([inset, inset, media[2] - inset, media[3] - inset], abs=0.01)


def test_marks_come_out_on_every_plate() -> None:
    with pikepdf.open(io.BytesIO(pdf(marked(), "print"))) as document:
        space = document.pages[0].Resources.ColorSpace[f"/{ALL_PLATES}"]
        assert [str(part) for part in space[:3]] == ["/Separation", "/All", "/DeviceCMYK"]
        assert [int(part) for part in space[3].C1] == [1, 1, 1, 1]
        code = pikepdf.parse_content_stream(document.pages[0])
        named, inks = "", []
        for step in code:
            named = str(step.operands[0]) if str(step.operator) == "CS" else named
            inks += [named] if str(step.operator) == "S" else []
        assert inks == [f"/{ALL_PLATES}"] * len(all_marks(Site(PAGE, BLEED)))


def test_an_edition_without_bleed_has_no_room_for_marks() -> None:
    with pikepdf.open(io.BytesIO(pdf(marked(), "screen"))) as document:
        assert [float(edge) for edge in document.pages[0].mediabox] == pytest.approx([0, 0, *TRIM], abs=0.01)
