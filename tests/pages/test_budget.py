"""Budgets: what translators are told before they write is what goes in when they have written."""

from __future__ import annotations

import pytest
from print_room import LANGUAGES, PrintRoom

from postcards.pages.bench import Bench
from postcards.pages.budget import Budget, budgets
from postcards.pages.copyfit import Block, Step
from postcards.pages.coverage import prose
from postcards.pages.pour import pour


def sample(room: PrintRoom, tag: str) -> str:
    return " ".join(words for _, words in prose(room.manuscript.languages[tag]))


def budget(bench: Bench, words: str, face: str, text: str) -> Budget:
    (found,) = (each for each in budgets(bench, words) if (each.face, each.text) == (face, text))
    return found


def of_lines(bench: Bench, words: str, lines: int, measure: float) -> str:
    """The beginning of `words` that takes so many lines of a summary at full size."""
    every = words.split()
    for count in range(1, len(every)):
        block = Block(" ".join(every[:count]), "summary", bench.language)
        if len(bench.set_block(block, Step("wish"), measure).galley.lines) == lines:
            return block.text
    raise AssertionError(f"the words do not fill {lines} lines")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_summary_within_its_budget_goes_in_at_full_size_and_a_longer_one_does_not(room: PrintRoom, tag: str) -> None:
    bench, words = room.bench("spread", tag), sample(room, tag)
    lines = budget(bench, words, "message", "summary").wished.lines
    (frame,) = (frame for frame in bench.layout.frames("message") if frame.id == "message")
    rect = bench.layout.place(frame, bench.direction, 1)
    title = Block(words.split()[0], "title", tag)
    for length, fits in ((lines, True), (lines + 1, False)):
        summary = Block(of_lines(bench, words, length, rect.width), "summary", tag)
        poured = pour(bench, [title, summary], [rect], False)
        assert (poured.excess == 0) == fits


@pytest.mark.parametrize("tag", ["en", "ar", "ti"])
def test_the_letters_told_are_those_of_a_line(room: PrintRoom, tag: str) -> None:
    """What is told of one text of the language holds for its stories, within a sixth."""
    bench = room.bench("spread", tag)
    told = budget(bench, sample(room, tag), "message", "summary").wished.letters
    pages = room.pages("spread", tag).pages.pages
    lines = [text.line.text for page in pages for text in page.texts if text.role == "summary"]
    assert told == pytest.approx(sum(map(len, lines)) / len(lines), rel=0.17)


def test_every_text_that_is_translated_has_a_budget_in_every_face(room: PrintRoom) -> None:
    bench = room.bench("spread", "en")
    found = {(each.face, each.text) for each in budgets(bench, sample(room, "en"))}
    assert {("picture", "quote"), ("quote", "quote"), ("message", "title"), ("message-wide", "summary")} <= found
    for each in budgets(bench, sample(room, "en")):
        assert each.smallest.lines >= each.wished.lines
        assert each.smallest.letters > each.wished.letters
        assert each.smallest.size < each.wished.size
