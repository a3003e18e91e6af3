"""Texts that go on over columns and pages: divided between lines, never lost, no line alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from print_room import LANGUAGES, PrintRoom, letters, paragraphs, whole_texts

from postcards.composition import orthography
from postcards.geometry import Rect
from postcards.pages.bench import Bench
from postcards.pages.copyfit import Block
from postcards.pages.layout import Layout
from postcards.pages.makeup import Content, make_up
from postcards.pages.page import Page
from postcards.pages.pour import Poured, pour

WORDS = "The garden behind the house is small, but it feeds the family and the hens."

#: A story's worth of words in scripts of one direction and the other, with spaces between words and without.
SAMPLES = {
    "en": WORDS,
    "nb": "Hagen bak huset er liten, men menneskerettighetsorganisasjonen kjøper grønnsakene av familien.",
    "ar": "الحديقة خلف البيت صغيرة، لكنها تطعم الأسرة والدجاج، وقد كلفت 45 000 كرونة.",
    "ne": "घर पछाडिको बगैँचा सानो छ, तर यसले परिवार र कुखुरालाई पाल्छ।",
    "ti": "እቲ ብድሕሪ ገዛ ዘሎ ስፍራ ንእሽቶ እዩ፣ ግን ንስድራቤትን ንደርሁን ይምግብ።",
    "th": "สวนหลังบ้านมีขนาดเล็กแต่เลี้ยงครอบครัวและไก่ได้ทั้งปี",
    "ur": "گھر کے پیچھے باغ چھوٹا ہے مگر اس سے گھر والوں اور مرغیوں کا پیٹ بھرتا ہے۔",
}


@pytest.fixture(scope="module")
def bench(room: PrintRoom) -> Bench:
    return room.bench("phone")


def columns_of(poured: Poured) -> list[list[str]]:
    return [[line.text for piece in column for line in piece.galley.lines] for column in poured.columns]


def pages_of(bench: Bench, face: str, content: Content) -> list[Page]:
    """All pages that the content takes."""
    pages = []
    left: Content | None = content
    while left:
        made = make_up(bench, face, left, len(pages) + 1)
        assert made.over == 0
        assert len(pages) < 100
        pages.append(made.page)
        left = left.after(made)
    return pages


@pytest.mark.parametrize("tag", SAMPLES)
def test_no_letter_is_lost_wherever_texts_are_divided(room: PrintRoom, tag: str) -> None:
    bench = room.bench("phone", tag)

    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.integers(1, 12), min_size=1, max_size=4), st.integers(0, 400))
    def run_on(lengths: list[int], drop: int) -> None:
        texts = [f"{number} {' '.join([SAMPLES[tag]] * length)}" for number, length in enumerate(lengths)]
        content = Content(
            "message",
            {
                "summary": tuple(Block(text, "summary", tag) for text in texts),
                "facts": tuple(Block(str(fact), "fact", tag) for fact in range(drop % 4)),
            },
            "green",
        )
        pages = pages_of(bench, "message", content)
        assert whole_texts(pages) == [*map(letters, texts), *map(str, range(drop % 4))]

    run_on()


def test_no_line_stands_alone_and_no_word_is_divided_at_the_end_of_a_column(bench: Bench) -> None:
    """Neither a widow nor an orphan, however high the columns are."""
    text = " ".join([SAMPLES["nb"], WORDS] * 4)
    divided = 0
    for height in range(40, 330, 7):
        rooms = [Rect(0, 0, 150, float(height))] * 30
        poured = pour(bench, [Block(text, "summary", "nb")], rooms, False)
        filled = [column for column in columns_of(poured) if column]
        assert not poured.left
        assert letters("".join("".join(column) for column in filled)) == letters(text)
        assert all(len(column) >= 2 for column in filled)
        assert not any(column[-1].endswith("\u00ad") for column in filled)
        divided += len(filled) - 1
    assert divided > 50


def test_a_text_of_three_lines_is_not_divided(bench: Bench) -> None:
    first = Block(WORDS, "summary", "en")
    piece = bench.compose(WORDS, bench.text_style("summary", "en"), 200)
    assert len(piece.lines) == 3
    room = Rect(0, 0, 200, piece.height * 1.8)
    assert [len(column) for column in columns_of(pour(bench, [first, first], [room, room], False))] == [3, 3]


def test_the_halves_of_a_text_say_that_they_are_one(bench: Bench) -> None:
    content = Content("message", {"summary": (Block(" ".join([WORDS] * 9), "summary", "en"),)}, "green")
    first, *others = pages_of(bench, "message", content)
    assert not any(text.continues for text in first.texts)
    assert others
    assert all(text.continues for page in others for text in page.texts if text.role == "summary")


def test_what_follows_a_text_does_not_begin_a_page_alone(bench: Bench) -> None:
    """It takes the last two lines along."""
    summary = Block(" ".join([WORDS] * 7), "summary", "en")
    note = Block("* No side is taken.", "note", "en")
    whole = bench.compose(summary.text, bench.text_style("summary", "en"), 200)
    room = Rect(0, 0, 200, whole.height + 3)
    poured = pour(bench, [summary, note], [room], True)
    lines = [line.text for line in whole.lines]
    assert columns_of(poured) == [lines[:-2]]
    assert [letters(piece.block.text) for piece in poured.left] == [letters("".join(lines[-2:])), letters(note.text)]


def test_columns_of_a_text_are_made_even(bench: Bench) -> None:
    """Where all of it goes in, the first is not filled to its foot and the last left nearly empty."""
    summary = Block(" ".join([WORDS] * 7), "summary", "en")
    whole = bench.compose(summary.text, bench.text_style("summary", "en"), 200)
    room = Rect(0, 0, 200, whole.height * 0.8)
    first, second = columns_of(pour(bench, [summary], [room, room], False))
    assert 0 <= len(first) - len(second) <= 2


@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_a_story_says_of_the_return_stands_on_one_page(room: PrintRoom, tag: str) -> None:
    pages = [page for page in room.pages("phone", tag).pages.pages if page.story]
    told = [sum(1 for _ in paragraphs(page, "fact")) for page in pages]
    assert {count for count in told if count} == {2}


def test_a_passage_of_another_direction_is_not_divided(room: PrintRoom) -> None:
    bench = room.bench("phone", "ar")
    inserted = orthography.inserted("International Organization for Migration, Oslo office, return section", "ar")
    text = f"{SAMPLES['ar']} {inserted} {SAMPLES['ar']}"
    for height in range(60, 300, 11):
        rooms = [Rect(0, 0, 130, float(height))] * 9
        for column in pour(bench, [Block(text, "summary", "ar")], rooms, False).columns:
            written = "".join(piece.block.text for piece in column)
            assert written.count("\u2068") == written.count("\u2069")


def test_a_text_is_divided_only_where_its_style_lets_it(bench: Bench, small: Layout, room: PrintRoom) -> None:
    text = Block(" ".join([WORDS] * 6), "question", "en")
    rooms = [Rect(0, 0, 200, 100)] * 9
    assert pour(bench, [text], rooms, False).left
    assert pour(room.bench(small), [replace(text, style="body")], rooms, False).left


def test_texts_that_follow_each_other_over_a_whole_page_leave_no_heading_alone(bench: Bench) -> None:
    heading = Block("Postcards of Return", "heading", "en")
    facts = [Block(WORDS, "fact", "en")] * 12
    first, second = columns_of(pour(bench, [heading, *facts], [Rect(0, 0, 200, 300)] * 2, False))
    assert len(first) > 10
    assert second
