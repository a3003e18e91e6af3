"""Where frames lie: reading direction, spine, bleed; and that our own layouts are sound."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from print_room import LAYOUTS, PrintRoom

from postcards.geometry import MM, Rect
from postcards.manuscript import Contact
from postcards.pages import matter
from postcards.pages.design_faults import STYLES_OF_TEXT
from postcards.pages.fields import story_contents
from postcards.pages.layout import Box, Frame, Layout

WHOLE, HIGH = 100.0, 80.0  # the small layout's trim, mm


def frame(**box: float | str) -> Frame:
    return Frame(id="a", kind="text", box=Box(**{"top": 10, "height": 20, **box}))


def across(layout: Layout, direction: str, number: int, **box: float | str) -> tuple[float, float]:
    """Left edge and width in millimetres."""
    rect = layout.place(frame(**box), direction, number)
    return round(rect.x / MM, 6), round(rect.width / MM, 6)


@pytest.mark.parametrize(
    ("direction", "number", "box", "left"),
    [
        ("ltr", 1, {"start": 8, "width": 30}, 8),
        ("ltr", 2, {"start": 8, "width": 30}, 8),
        ("rtl", 1, {"start": 8, "width": 30}, 62),
        ("rtl", 2, {"start": 8, "width": 30}, 62),
        ("ltr", 1, {"end": 8, "width": 30}, 62),
        ("rtl", 2, {"end": 8, "width": 30}, 8),
        # An odd page lies right of the spine in a left-to-right booklet, left of it in a right-to-left one.
        ("ltr", 1, {"inner": 8, "width": 30}, 8),
        ("ltr", 2, {"inner": 8, "width": 30}, 62),
        ("rtl", 1, {"inner": 8, "width": 30}, 62),
        ("rtl", 2, {"inner": 8, "width": 30}, 8),
        ("ltr", 1, {"outer": 8, "width": 30}, 62),
        ("rtl", 1, {"outer": 8, "width": 30}, 8),
        ("ltr", 2, {"inner": 50, "outer": 20}, 20),
        ("rtl", 2, {"inner": 50, "outer": 20}, 50),
    ],
)
def test_start_end_inner_and_outer(
    small: Layout, direction: str, number: int, box: dict[str, float], left: float
) -> None:
    assert across(small, direction, number, **box) == (left, 30)


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("edges", [{"start": "bleed"}, {"end": "bleed"}, {"inner": "bleed"}, {"outer": "bleed"}])
def test_bleeding_adds_to_a_width(small: Layout, direction: str, edges: dict[str, str]) -> None:
    """On every page the frame ends 30 mm from the trim at which it bleeds, and is 3 mm wider."""
    for number in (1, 2):
        assert across(small, direction, number, **edges, width=30) in ((-3, 33), (70, 33))


def test_a_frame_bleeds_at_head_and_foot_alike(small: Layout) -> None:
    head = small.place(Frame(id="a", kind="text", box=Box(start=0, end=0, top="bleed", height=20)), "ltr", 1)
    foot = small.place(Frame(id="a", kind="text", box=Box(start=0, end=0, bottom="bleed", height=20)), "ltr", 1)
    assert (head.y / MM, head.bottom / MM) == pytest.approx((-3, 20))
    assert (foot.y / MM, foot.bottom / MM) == pytest.approx((HIGH - 20, HIGH + 3))


def test_a_face_takes_the_frames_of_the_face_that_it_is_like(small: Layout) -> None:
    story, words = small.frames("story"), small.frames("words")
    assert [frame.id for frame in words] == [frame.id for frame in story]
    assert words[0].kind == "ground"
    assert words[1:] == story[1:]


def test_our_layouts_are_without_a_finding(room: PrintRoom) -> None:
    assert [str(problem) for problem in room.designs.problems] == []
    assert set(room.designs.layouts) == set(LAYOUTS)


@pytest.mark.fault("F16")
@pytest.mark.parametrize("name", LAYOUTS)
def test_every_frame_lies_on_its_sheet_in_both_directions(room: PrintRoom, name: str) -> None:
    layout = room.designs.layouts[name]
    page = Rect(0, 0, layout.trim_size.width, layout.trim_size.height)
    for face in layout.faces:
        for frame in layout.frames(face):
            for number in (1, 2):
                rect = layout.place(frame, "ltr", number)
                mirrored = layout.place(frame, "rtl", number)
                assert page.outset(layout.bleed_points).contains(rect)
                assert mirrored.mirrored(page.width).x == pytest.approx(rect.x)
                if frame.flow:
                    assert page.outset(-5 * MM).contains(rect)


def test_layouts_may_ask_for_every_text_and_no_other(room: PrintRoom) -> None:
    """The table that layouts are checked against names the texts that there are, and their styles."""
    book, palette = room.book("en"), room.designs.palette
    card = Contact("Office", "Street 1", "+47 00 00 00 00", "9–15", "https://example.org")
    booklet = replace(book.booklet, contact={"en": card}, story_link="https://example.org/{story}")
    book = replace(book, booklet=booklet)
    contents = [content for story in book.stories for content in story_contents(book, story, palette)]
    contents += [
        make(book, palette)
        for make in (
            matter.cover,
            matter.inside,
            matter.contact,
            matter.questions,
            matter.write,
            matter.notes,
            matter.colophon,
            matter.back,
        )
    ]
    contents.append(matter.contents(book, palette, {story.slug: 2 for story in book.stories}))
    styles: dict[str, set[str]] = {"folio": {"folio"}}
    for content in contents:
        for name, blocks in content.fields.items():
            asked = styles.setdefault(name, set())
            asked |= {block.style for block in blocks}
            if name in ("address", "lines"):
                asked.add("label")
            elif any(block.label for block in blocks):
                asked.add("number")
            if any(block.lead for block in blocks):
                asked.add("group")
    assert styles == {name: set(asked) for name, asked in STYLES_OF_TEXT.items()}
