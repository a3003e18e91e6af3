"""Texts into rooms: as wished where they fit, larger only where there is room, never lost where there is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from print_room import PrintRoom, letters, paragraphs

from postcards.geometry import Rect
from postcards.pages.bench import Bench
from postcards.pages.copyfit import Block, Step
from postcards.pages.layout import Layout
from postcards.pages.makeup import Content, make_up
from postcards.pages.pour import Poured, height, pour, report, tops

#: What Latin readers need at least of a serif (fonts/fonts.yaml), though the layout's floor is 8.
SMALLEST = 8.5

WORDS = "The garden behind the house is small, but it feeds the family and the hens."


@pytest.fixture(scope="module")
def bench(room: PrintRoom, small: Layout) -> Bench:
    return room.bench(small)


def block(text: str, style: str = "summary") -> Block:
    return Block(text, style, "en")


def sized(bench: Bench, text: Block, share: float) -> Rect:
    """A room that `text`, as wished, fills to `share`."""
    lines = bench.compose(text.text, bench.text_style(text.style, "en"), 200)
    return Rect(0, 0, 200, lines.height / share)


def sizes(poured: Poured) -> list[float]:
    return [piece.galley.size for piece in poured.pieces]


@pytest.mark.parametrize("share", [1.0, 0.9, 0.85])
def test_a_text_that_fits_as_wished_is_set_as_wished(bench: Bench, share: float) -> None:
    text = block(WORDS * 3)
    poured = pour(bench, [text], [sized(bench, text, share)], False)
    assert poured.step.name == "wish"
    assert sizes(poured) == [10]
    assert poured.left == ()


def test_a_text_with_much_room_is_set_larger(bench: Bench) -> None:
    text = block(WORDS * 3)
    poured = pour(bench, [text], [sized(bench, text, 0.4)], False)
    assert poured.step.name == "larger"
    assert sizes(poured) == [12]


def test_larger_is_as_large_as_goes_in(room: PrintRoom, small: Layout) -> None:
    airy = replace(small.styles["summary"], ceiling=18.0)
    bench = room.bench(replace(small, styles={**small.styles, "summary": airy}))
    text = block(WORDS * 20)
    rect = sized(bench, text, 0.6)
    poured = pour(bench, [text], [rect], False)
    assert poured.step.name == "larger"
    assert 10 < sizes(poured)[0] < 18
    assert height(bench, poured.pieces) <= rect.height
    larger = bench.set_block(text, Step("larger", poured.step.shift + 0.5), 200)
    assert larger.height > rect.height


def test_a_style_without_ceiling_stays_as_wished(bench: Bench) -> None:
    text = block(WORDS, "quote")
    assert sizes(pour(bench, [text], [Rect(0, 0, 200, 9000)], False)) == [12]


def test_columns_are_not_set_larger(bench: Bench) -> None:
    assert sizes(pour(bench, [block(WORDS)], [Rect(0, 0, 200, 900), Rect(220, 0, 200, 900)], False)) == [10]


def test_a_text_that_does_not_fit_is_set_smaller(bench: Bench) -> None:
    text = block(WORDS * 6)
    poured = pour(bench, [text], [sized(bench, text, 1.2)], False)
    assert poured.step.name == "smaller"
    assert 8 <= sizes(poured)[0] < 10
    assert poured.left == ()


def test_what_is_too_long_is_counted_and_comes_back(bench: Bench) -> None:
    texts = [block(WORDS * 2), block(WORDS * 8), block(WORDS)]
    rooms = [Rect(0, 0, 200, 80)]
    poured = pour(bench, texts, rooms, False)
    fit = report(bench, "message", poured, rooms)
    missing = height(bench, poured.pieces) - rooms[0].height
    assert fit.over > 0
    assert (fit.over - 1) * poured.left[-1].galley.leading < missing <= fit.over * poured.left[-1].galley.leading
    assert [piece.block for column in poured.columns for piece in (*column, *poured.left)] == texts
    assert set(sizes(poured)) == {SMALLEST}


def test_a_word_wider_than_its_room_is_set_smaller_before_it_is_torn(bench: Bench) -> None:
    word = block("Staatsangehörigkeitsangelegenheiten")
    width = bench.compose(word.text, bench.text_style("summary", "en"), 500).width
    poured = pour(bench, [word], [Rect(0, 0, width * 0.9, 400)], False)
    assert not poured.pieces[0].galley.torn
    assert sizes(poured)[0] < 10
    narrow = pour(bench, [word], [Rect(0, 0, width * 0.4, 400)], False)
    assert narrow.pieces[0].galley.torn
    assert narrow.pieces[0].galley.width <= width * 0.4
    assert letters("".join(line.text for line in narrow.pieces[0].galley.lines)) == word.text


def test_a_heading_stands_in_the_column_of_what_it_heads(bench: Bench) -> None:
    entry = bench.compose("Asrat", bench.text_style("entry", "en"), 200).height
    texts = [block("Ethiopia", "group"), block("Asrat", "entry"), block("Nepal", "group"), block("Sujan", "entry")]
    for spare in range(12):  # the heading alone would go in, with its entry it does not
        room = Rect(0, 0, 200, entry * 3 + spare * 0.8)
        poured = pour(bench, texts, [room, room], False)
        assert [[piece.block.text for piece in column] for column in poured.columns] == [
            ["Ethiopia", "Asrat"],
            ["Nepal", "Sujan"],
        ]


def test_a_block_may_ask_to_stand_with_the_next(bench: Bench) -> None:
    entry = bench.compose("Asrat", bench.text_style("entry", "en"), 200).height
    texts = [block("one", "entry"), Block("two", "entry", "en", keep=True), block("three", "entry")]
    poured = pour(bench, texts, [Rect(0, 0, 200, entry * 2.5)] * 2, False)
    assert [len(column) for column in poured.columns] == [1, 2]


def test_space_stands_between_texts_and_not_above_the_first(bench: Bench) -> None:
    pieces = pour(bench, [block("one"), block("two")], [Rect(0, 0, 200, 40)], False).pieces
    assert tops(bench, pieces) == [0, pieces[0].height + 3]


def test_texts_begin_on_lines_of_the_grid_where_they_ask_for_it(room: PrintRoom) -> None:
    bench = room.bench("spread")
    texts = [Block(WORDS, style, "en") for style in ("title", "summary", "summary")]
    pieces = pour(bench, texts, [Rect(0, 0, 230, 250)], False).pieces
    for place in tops(bench, pieces)[1:]:
        assert place / bench.grid == pytest.approx(round(place / bench.grid))


def test_running_text_goes_on_over_pages_and_every_text_stands_once(room: PrintRoom, small: Layout) -> None:
    """A paragraph that may not be split is not: none of them ends in a hyphen."""
    bench = room.bench(small)

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.integers(1, 3), min_size=1, max_size=25))
    def run_on(lengths: list[int]) -> None:
        texts = tuple(block(f"{number}. {WORDS * length}", "body") for number, length in enumerate(lengths))
        printed: list[str] = []
        content: Content | None = Content("prose", {"body": texts}, "green")
        pages = 0
        while content:
            made = make_up(bench, "page", content, 1)
            assert made.over == 0
            assert {text.line.runs[0].size for text in made.page.texts} <= {SMALLEST, 9}
            printed += paragraphs(made.page, "body")
            content, pages = content.after(made), pages + 1
            assert pages <= len(texts)
        assert printed == [letters(text.text) for text in texts]

    run_on()


def test_a_paragraph_higher_than_a_page_is_told_of(room: PrintRoom, small: Layout) -> None:
    made = make_up(room.bench(small), "page", Content("prose", {"body": (block(WORDS * 40, "body"),)}, "green"), 1)
    assert made.over > 0
    assert not made.left


def test_a_heading_that_leaves_no_room_for_its_text_does_not_run_on_without_end(room: PrintRoom, small: Layout) -> None:
    """The heading would stand on every further page, and the text on none."""
    fields = {"heading": (block(WORDS * 5, "heading"),), "body": (block(WORDS * 2, "body"),)}
    made = make_up(room.bench(small), "card", Content("write", fields, "green"), 1)
    assert set(paragraphs(made.page)) == {letters(WORDS * 5)}
    assert made.over > 0
    assert not made.left
