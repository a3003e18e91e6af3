"""Address lines and lines to write on: label above value above rule, and nothing below the frame."""

from __future__ import annotations

import pytest
from print_room import LANGUAGES, PrintRoom

from postcards.geometry import TOLERANCE, Rect
from postcards.pages.bench import Bench
from postcards.pages.copyfit import Block
from postcards.pages.fields import story_contents
from postcards.pages.layout import Layout
from postcards.pages.ruled import WRITING, set_entries

FRAME = Rect(20, 30, 110, 160)


@pytest.fixture(scope="module")
def bench(room: PrintRoom, small: Layout) -> Bench:
    return room.bench(small)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_entries_follow_each_other_down_the_frame(room: PrintRoom, tag: str) -> None:
    bench, book = room.bench("spread", tag), room.book(tag)
    for story in book.stories:
        blocks = story_contents(book, story, room.designs.palette)[1].fields["address"]
        entries, fit = set_entries(bench, "address", blocks, FRAME)
        assert (fit.frame, fit.over) == ("address", 0)
        top = FRAME.y
        for entry, block in zip(entries, blocks, strict=True):
            assert entry.label is not None
            assert entry.value is not None
            assert entry.value.block.text == block.text
            assert entry.label_top >= top - TOLERANCE
            assert entry.label_top + entry.label.height <= entry.value_top + TOLERANCE
            (rule,) = entry.rules
            last = entry.value_top + entry.value.galley.baseline(len(entry.value.galley.lines) - 1)
            assert last + 0.3 * entry.value.galley.size < rule
            top = rule
        assert top == pytest.approx(FRAME.bottom)
        assert len({entry.value.galley.size for entry in entries if entry.value}) == 1


def test_lines_to_write_on_leave_room_for_a_hand(bench: Bench) -> None:
    blocks = [Block("", "value", "en", label) for label in ("Office", "Address", "Phone", "Hours")]
    entries, fit = set_entries(bench, "lines", blocks, FRAME)
    assert fit.over == 0
    above = FRAME.y
    for entry in entries:
        assert entry.value is None
        (rule,) = entry.rules
        assert entry.label
        assert entry.label_top >= above - TOLERANCE
        assert rule - (entry.label_top + entry.label.height) >= WRITING - TOLERANCE
        above = rule
    assert above == pytest.approx(FRAME.bottom)


def test_a_page_to_write_on_has_its_lines_at_even_distances(bench: Bench) -> None:
    (entry,), fit = set_entries(bench, "lines", [Block("", "value", "en", lines=7)], FRAME)
    assert fit.over == 0
    assert len(entry.rules) == 7
    gaps = [below - above for above, below in zip((FRAME.y, *entry.rules), entry.rules, strict=False)]
    assert gaps == [pytest.approx(FRAME.height / 7)] * 7


def test_too_many_entries_are_told_of(bench: Bench) -> None:
    blocks = [Block("A value", "value", "en", "Label")] * 12
    _, fit = set_entries(bench, "address", blocks, FRAME)
    assert fit.over > 0
    assert fit.fill > 1


def test_a_long_value_takes_as_many_lines_as_it_needs(bench: Bench) -> None:
    blocks = [Block("housing, a business, training and the first costs of the shop", "value", "en", "Support")]
    (entry,), fit = set_entries(bench, "address", blocks, FRAME)
    assert entry.value
    assert fit.lines == len(entry.value.galley.lines) > 1
    assert entry.value.galley.width <= FRAME.width
    assert entry.value_top + entry.value.galley.height <= entry.rules[0] + TOLERANCE
