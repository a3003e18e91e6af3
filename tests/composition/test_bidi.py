"""The bidi algorithm against Unicode's own test files, and the cases our readers meet."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st
from unicode_suites import SAMPLED, Tell, assert_all_pass, unicode_file

from postcards.composition.bidi import base_level, levels, line_levels, visual_order
from postcards.composition.bidi_classes import CLOSING, LETTERS, bidi_class

#: Whose characters the algorithm knows.
LIBRARY = f"characters of Unicode {unicodedata.unidata_version}"

#: One character of each class, none of them a bracket, for test files that speak of classes.
SPECIMENS = dict(
    zip(
        LETTERS,
        "a\u05d0\u06271\u0661-%,\u0300\u00ad\u2029\t !\u202a\u202b\u202d\u202e\u202c\u2066\u2067\u2068\u2069",
        strict=True,
    )
)

#: A few cases of each file's form, from the examples in the standard.
CHARACTER_SAMPLE = """# BidiCharacterTest-15.0.0.txt
0061 0028 0062 0029 0063;1;1;2 2 2 2 2;0 1 2 3 4
05D0 0028 0062 0029 0063;1;1;1 1 2 1 2;4 3 2 1 0
0061 0028 05D0 0029 0020;0;0;0 0 1 0 0;0 1 2 3 4
0627 0020 0031 002C 0032;2;1;1 1 2 2 2;2 3 4 1 0
05D0 2067 0061 2069 202C 0020;0;0;1 0 2 0 x 0;0 1 2 3 5
"""
CLASS_SAMPLE = """# BidiTest-15.0.0.txt
@Levels: x 2
@Reorder: 1
LRE L; 3
@Levels: 1 1 2
@Reorder: 2 1 0
R WS EN; 5
AL WS AN; 5
"""
BRACKET_SAMPLE = """# BidiBrackets-15.0.0.txt
0028; 0029; o
0029; 0028; c
298D; 2990; o
298F; 298E; o
"""


def outcome(text: str, base: int | None, shown: list[int]) -> tuple[list[int], list[int]]:
    """The levels at the places `shown` of a line, and these places from left to right."""
    paragraph = base_level(text) if base is None else base
    on_line = line_levels(text, levels(text, base), paragraph)
    visible = set(shown)
    return [on_line[place] for place in shown], [place for place in visual_order(on_line) if place in visible]


def numbered(fields: str) -> dict[int, int]:
    """`1 x 2` as {0: 1, 2: 2}."""
    return {place: int(field) for place, field in enumerate(fields.split()) if field != "x"}


def test_every_case_of_bidi_character_test(tell: Tell) -> None:
    passed, failed = 0, []
    file = unicode_file("BidiCharacterTest.txt", CHARACTER_SAMPLE)
    for line in file.lines:
        codes, direction, paragraph, wanted, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        base = {"0": 0, "1": 1, "2": None}[direction]
        expected = numbered(wanted)
        found = outcome(text, base, list(expected))
        if found == (list(expected.values()), [int(place) for place in order.split()]) and (
            base is not None or base_level(text) == int(paragraph)
        ):
            passed += 1
        else:
            failed.append(line)
    tell(f"{file.title}: {passed} of {passed + len(failed)} passed, {LIBRARY}")
    assert_all_pass(passed, failed, floor=91_000)


def class_cases(lines: Sequence[str]) -> Iterator[tuple[str, int | None, dict[int, int], list[int]]]:
    """Text, base, levels and order of every case in BidiTest.txt: a line stands for up to three paragraph levels."""
    bases: tuple[int | None, ...] = (None, 0, 1)
    expected: dict[int, int] = {}
    order: list[int] = []
    for line in lines:
        if line.startswith("@Levels:"):
            expected = numbered(line.partition(":")[2])
        elif line.startswith("@Reorder:"):
            order = [int(place) for place in line.partition(":")[2].split()]
        elif not line.startswith("@"):
            classes, _, bits = line.partition(";")
            text = "".join(SPECIMENS[name] for name in classes.split())
            for bit, base in enumerate(bases):
                if int(bits, 16) >> bit & 1:
                    yield text, base, expected, order


def test_every_case_of_bidi_test(tell: Tell) -> None:
    passed, failed = 0, []
    file = unicode_file("BidiTest.txt", CLASS_SAMPLE)
    for text, base, expected, order in class_cases(file.lines):
        if outcome(text, base, list(expected)) == (list(expected.values()), order):
            passed += 1
        else:
            failed.append(f"{[bidi_class(character) for character in text]}, level {base}")
    tell(f"{file.title}: {passed} of {passed + len(failed)} passed, {LIBRARY}")
    assert_all_pass(passed, failed, floor=770_000)


def test_brackets_are_those_of_the_standard(tell: Tell) -> None:
    file = unicode_file("BidiBrackets.txt", BRACKET_SAMPLE)
    rows = [[field.strip() for field in line.split(";")] for line in file.lines]
    opening = {chr(int(row[0], 16)): chr(int(row[1], 16)) for row in rows if row[2] == "o"}
    tell(f"{file.title}: {len(opening.items() & CLOSING.items())} of {len(opening)} pairs known, {LIBRARY}")
    assert opening.items() <= CLOSING.items()
    assert len(CLOSING) == len(opening) or SAMPLED


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (0x05FF, "R"),
        (0x10FFF, "R"),
        (0x1EEFF, "AL"),
        (0x20CF, "ET"),
        (0x2065, "BN"),
        (0xFDD0, "BN"),
        (0xFFFE, "BN"),
        (0x10FFFF, "BN"),
        (0x0378, "L"),
    ],
)
def test_an_unassigned_character_runs_the_way_of_its_block(code: int, expected: str) -> None:
    assert bidi_class(chr(code)) == expected


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("عاد 2012.", 1, "1111" + "2222" + "1"),
        ("عاد ٢٠١٢.", 1, "1111" + "2222" + "1"),
        ("عاد 11/2012", 1, "1111" + "2222222"),
        ("مبلغ 45\u00a0000 NOK", 1, "11111" + "222222" + "1" + "222"),
        ("مبلغ \u206645 000 NOK\u2069.", 1, "11111" + "1" + "2222222222" + "1" + "1"),
        ("هاتف \u2066+47 22 12\u2069", 1, "11111" + "1" + "222222222" + "1"),
        ("بلد (Iraq) هنا", 1, "1111" + "1" + "2222" + "1" + "1111"),
        ("Iraq (عراق) here", 0, "00000" + "0" + "1111" + "0" + "00000"),
        ("می\u200cخواهم", 1, "11" + "1" + "11111"),
        ("Name: علي\u2067 a \u2069", 0, "000000" + "111" + "0" + "121" + "0"),
    ],
)
def test_levels_of_what_the_stories_hold(text: str, base: int, expected: str) -> None:
    assert "".join(map(str, levels(text, base))) == expected


@pytest.mark.parametrize(
    ("text", "passage"),
    [
        ("عاد في نوفمبر 2012 إلى بلده", "2012"),
        ("عاد في 11/2012.", "11/2012"),
        ("بمبلغ 45\u00a0000 كرونة", "45\u00a0000"),
        ("بمبلغ \u206645 000 NOK\u2069 للبيت", "45 000 NOK"),
        ("هاتف: \u2066+47 22 12 34 56\u2069.", "+47 22 12 34 56"),
        ("بلده (Iraq) بعيد", "Iraq"),
    ],
)
def test_a_passage_reads_on_paper_as_it_was_written(text: str, passage: str) -> None:
    order = visual_order(line_levels(text, levels(text, 1), 1))
    assert passage in "".join(text[place] for place in order)


def test_white_space_at_the_end_of_a_line_falls_to_the_paragraphs_side() -> None:
    text = "abc علي "
    on_line = line_levels(text, (0, 0, 0, 0, 1, 1, 1, 1), 0)
    assert on_line == (0, 0, 0, 0, 1, 1, 1, 0)
    assert line_levels("علي\u200d", (1, 1, 1, 1), 0) == (1, 1, 1, 1)  # a joiner stays with its letter


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", 0), ("2012 (!)", 0), ("2012 علي", 1), ("a علي", 0), ("\u2067علي\u2069 a", 0), ("12\nعلي", 0)],
)
def test_the_first_strong_letter_gives_the_paragraphs_level(text: str, expected: int) -> None:
    assert base_level(text) == expected


CHARACTERS = st.sampled_from([*SPECIMENS.values(), "(", ")", "[", "]", "\u3008", "\u232a", "\u200c"])
TEXTS = st.text(CHARACTERS, max_size=60) | st.text(max_size=30)
BASES = st.sampled_from([None, 0, 1])
PLAIN = st.text(CHARACTERS.filter(lambda character: bidi_class(character) not in {"B", "LRI", "RLI", "FSI", "PDI"}))


@given(TEXTS, BASES)
def test_every_character_has_a_level_of_its_paragraph_or_deeper(text: str, base: int | None) -> None:
    resolved = levels(text, base)
    assert len(resolved) == len(text)
    assert all((base or 0) <= level <= 126 for level in resolved)


@given(st.lists(st.integers(0, 126), max_size=60))
def test_visual_order_loses_no_character(resolved: list[int]) -> None:
    assert sorted(visual_order(resolved)) == list(range(len(resolved)))


@given(st.text(st.sampled_from("abÅжअ가 0123,.-%()«»\u00a0\u0301"), max_size=60))
def test_text_that_runs_to_the_right_stays_as_it_is(text: str) -> None:
    assert visual_order(line_levels(text, levels(text, 0), 0)) == list(range(len(text)))


@given(TEXTS, TEXTS, BASES)
def test_no_direction_leaks_into_the_next_paragraph(first: str, second: str, base: int | None) -> None:
    assert levels(f"{first}\u2029{second}", base) == levels(f"{first}\u2029", base) + levels(second, base)


@given(PLAIN, st.tuples(PLAIN, PLAIN), PLAIN, st.sampled_from("\u2066\u2067"), st.sampled_from([0, 1]))
def test_what_an_isolate_holds_moves_nothing_outside(
    before: str, held: tuple[str, str], after: str, opening: str, base: int
) -> None:
    outside = []
    for passage in held:
        resolved = levels(f"{before}{opening}{passage}\u2069{after}", base)
        outside.append([*islice(resolved, len(before)), *resolved[len(before) + 1 + len(passage) :]])
    assert outside[0] == outside[1]
