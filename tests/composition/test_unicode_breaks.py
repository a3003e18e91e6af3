"""Break opportunities and grapheme clusters against Unicode's own test files.

ICU, which finds them, follows a later Unicode than the files of a Debian release, and we forbid some breaks. So each
place where we differ from a file must belong to a named kind, with a reason and a condition that text and place must
meet; any other is a failure, and so is a kind that no longer occurs.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icu4py import icu_version
from unicode_suites import SAMPLED, Tell, UnicodeFile, boundaries, break_case, unicode_file

from postcards.composition.graphemes import grapheme_clusters
from postcards.composition.opportunities import held, segments

#: The Unicode version of each ICU, which icu4py does not tell (ICU's release notes).
UNICODE_OF_ICU = {"76": "16.0", "77": "16.0", "78": "17.0"}
LIBRARY = f"ICU {icu_version} of Unicode {UNICODE_OF_ICU.get(icu_version.partition('.')[0], 'unknown')}"

#: Later than any version of Unicode: the file will never have it our way.
OURS = (99, 0)

#: Marks on the character before, as the files have them.
MARKS = "[\u0308\u200d]*"

BREAK, NO_BREAK = "÷", "×"

Condition = Callable[[str, int], bool]


class Kind(NamedTuple):
    """A kind of place where we differ from the file on purpose."""

    name: str
    reason: str
    since: tuple[int, ...]  # the version of Unicode whose files agree with us
    wanted: str  # what the older files want
    applies: Condition


def beside(before: str, after: str) -> Condition:
    """The condition that the text before a place ends in one pattern and the text after it begins with another."""
    ending, beginning = re.compile(f"(?:{before})\\Z"), re.compile(after)
    return lambda text, place: bool(ending.search(text[:place]) and beginning.match(text, place))


def inside_a_cluster(text: str, place: int) -> bool:
    return place not in {end for _, end in grapheme_clusters(text)}


LINE_KINDS = (
    Kind(
        "opening bracket after a quotation mark",
        "LB15 gave way to LB15a and LB15b: after spaces it may begin a line",
        (15, 1),
        NO_BREAK,
        beside(f'["«]{MARKS} +', "[(\u2329{]"),
    ),
    Kind(
        "quotation mark set off by spaces",
        "LB15a and LB15b: it stays with what it encloses, as in French",
        (15, 1),
        BREAK,
        beside("[({]«[ \u0308]* ", "[»\u0308]"),
    ),
    Kind("decimal point after a space", "LB15c: .35 is a number", (16, 0), NO_BREAK, beside(" ", r"\.\d")),
    Kind(
        "hyphen at the beginning of a word",
        "LB20a: a suffix stays with its hyphen",
        (16, 0),
        BREAK,
        beside(f"(?:^|[ -]|\u200b)-{MARKS}", r"[^\u0591-\u05f4\s\d]"),
    ),
    Kind(
        "hyphen at the beginning of a Hebrew word",
        "LB20a takes in Hebrew letters",
        (17, 0),
        BREAK,
        beside(f"(?:^|[ -]|\u200b)-{MARKS}", "[\u05d0-\u05f2]"),
    ),
    Kind("hyphen between Hebrew letters", "LB21a: breaks as elsewhere", (16, 0), NO_BREAK, beside("\u05d0-", "\u05d0")),
    Kind(
        "digit after a comma or a full stop",
        "LB25 is tested as it stands, and no longer with the numbers of UAX #14, 8.2, example 7",
        (16, 0),
        BREAK,
        beside(f"[,.]{MARKS}", r"\d"),
    ),
    Kind(
        "em dash after a word",
        "no line begins with a dash",
        OURS,
        BREAK,
        beside(r"\S", "\u2014"),
    ),
    Kind(
        "no-break space after a hyphen",
        "it is put where a line must not end",
        OURS,
        BREAK,
        beside(f"[-\t]{MARKS}", "\u00a0"),
    ),
    Kind("inside a grapheme cluster", "a letter and its marks are one", OURS, BREAK, inside_a_cluster),
)

CLUSTER_KINDS = (
    Kind(
        "ZWJ between symbols that are no emoji",
        "Extended_Pictographic was taken from them",
        (17, 0),
        NO_BREAK,
        beside("\u2701\u200d", "\u2701"),
    ),
)

#: Some cases of each kind and some of none.
LINE_SAMPLE = """# LineBreakTest-15.0.0.txt
× 0023 × 0020 ÷ 0023 ÷
× 05D0 × 002E × 0020 ÷ 0031 × 002E × 0031 ÷
× 0022 × 0020 × 0028 ÷
× 0061 × 0028 × 00AB × 0020 × 0028 × 0020 × 0308 × 0020 × 0029 × 0020 × 00BB × 0029 ÷
× 0061 × 0028 × 00AB × 0020 ÷ 0308 × 0020 ÷ 00BB × 0029 ÷
× 0061 × 0020 × 002E ÷ 0033 × 0035 ÷
× 002D ÷ 0023 ÷
× 002D ÷ 05D0 ÷
× 05D0 × 002D × 05D0 ÷
× 002C ÷ 0030 ÷
× 0023 ÷ 2014 ÷
× 002D ÷ 00A0 ÷
× 0023 × 0020 ÷ 200D ÷
"""
CLUSTER_SAMPLE = """# GraphemeBreakTest-15.0.0.txt
÷ 0020 × 0308 ÷ 0020 ÷
÷ 1F1E6 × 1F1E7 ÷ 1F1E8 ÷
÷ 0061 × 1F3FF ÷ 1F476 × 200D × 1F6D1 ÷
÷ 2701 × 200D × 2701 ÷
"""

#: Fewest cases of the whole files.
LINE_FLOOR, CLUSTER_FLOOR = 7_600, 600


class Outcome(NamedTuple):
    """What came of a file: cases that passed, places of each kind, and what no kind explains."""

    passed: int
    differing: Counter[str]
    unexplained: list[str]


def open_kinds(kinds: Sequence[Kind], file: UnicodeFile) -> list[Kind]:
    """The kinds in which a file of this version differs: those of later versions, and ours."""
    return [kind for kind in kinds if file.version < kind.since]


def compared(file: UnicodeFile, kinds: Sequence[Kind], find: Callable[[str], list[tuple[int, int]]]) -> Outcome:
    """Every case of a break test compared with the stretches that `find` finds."""
    passed, differing, unexplained = 0, Counter[str](), []
    for line in file.lines:
        text, signs = break_case(line)
        found = boundaries(find(text), len(text))
        places = [place for place in range(1, len(text) + 1) if found[place - 1] != signs[place]]
        passed += not places
        for place in places:
            names = [kind.name for kind in kinds if kind.wanted == signs[place] and kind.applies(text, place)]
            differing.update(names[:1])
            unexplained += [] if names else [f"{line}, place {place}"]
    return Outcome(passed, differing, unexplained)


def settle(file: UnicodeFile, kinds: Sequence[Kind], outcome: Outcome, tell: Tell) -> None:
    """Tell what came of a file, and fail unless every difference is explained and every kind of them occurs."""
    tell(f"{file.title}: {outcome.passed} of {len(file.lines)} passed, {LIBRARY}; places that differ on purpose:")
    for kind in kinds:
        whose = "ours" if kind.since == OURS else f"Unicode {kind.since[0]}.{kind.since[1]}"
        tell(f"{outcome.differing[kind.name]:>6}  {kind.name} ({whose}: {kind.reason})")
    assert not outcome.unexplained, f"{len(outcome.unexplained)} places, the first: {outcome.unexplained[:3]}"
    assert set(outcome.differing) == {kind.name for kind in kinds}


def test_every_case_of_line_break_test(tell: Tell) -> None:
    file = unicode_file("auxiliary/LineBreakTest.txt", LINE_SAMPLE)
    kinds = open_kinds(LINE_KINDS, file)
    settle(file, kinds, compared(file, kinds, lambda text: segments(text, "en")), tell)
    assert len(file.lines) >= (1 if SAMPLED else LINE_FLOOR)


def test_every_case_of_grapheme_break_test(tell: Tell) -> None:
    file = unicode_file("auxiliary/GraphemeBreakTest.txt", CLUSTER_SAMPLE)
    kinds = open_kinds(CLUSTER_KINDS, file)
    settle(file, kinds, compared(file, kinds, lambda text: list(grapheme_clusters(text))), tell)
    assert len(file.lines) >= (1 if SAMPLED else CLUSTER_FLOOR)


@pytest.mark.parametrize("kinds", [LINE_KINDS, CLUSTER_KINDS], ids=["lines", "clusters"])
def test_an_unexplained_difference_is_one(kinds: Sequence[Kind]) -> None:
    """A finder that breaks everywhere, and one that never does, are found out."""
    file = UnicodeFile("Test-15.0.0.txt", ("× 0061 × 0062 × 0020 ÷ 0063 ÷",))
    everywhere = compared(file, kinds, lambda text: [(place, place + 1) for place in range(len(text))])
    nowhere = compared(file, kinds, lambda text: [(0, len(text))])
    assert (everywhere.passed, len(everywhere.unexplained)) == (0, 2)
    assert (nowhere.passed, len(nowhere.unexplained)) == (0, 1)


#: What clusters are made of: spaces, letters, marks, prepended marks, viramas, joiners, jamo, flags, emoji, letters of
#: Thai, Khmer, Burmese and Balinese; and what we hold or forbid.
PIECES = (
    " \u00a0-–—.1٢a\u0308\u0903\u200c\u200d\u200b\n\r\u0600\u06dd\u0d4e\u0915\u094d\u093c\u0b15\u0b4d"
    "\u1100\u1161\u11a8\uac00\u0e01\u0e33\u0e35\u0e40\u0e46\u1780\u17d2\u17b6\u1000\u1039\u1031\u1b13\u1b44\u1b05"
    "\u1361\u1362ሀ«»!\u0964\uff9e\u3042\u4e00\U0001f1e6\U0001f1e7\U0001f3fb\U0001f468\u2764\ufe0f\u20e3\U0001133c"
)
TEXTS = st.text(st.sampled_from(PIECES), max_size=30) | st.text(max_size=20)


@given(TEXTS, st.sampled_from(["en", "ar", "th", "my"]))
@example(" \u0308", "en")
@example("-\U0001f3fb", "en")
@example("\u0600 a", "ar")
@example("\r\n", "en")
@example("\u1000\u200d\u1b44\u0308\u0915", "my")
@example("\u1780\u1039\uff9e\u1000", "my")
def test_no_line_ends_inside_a_grapheme_cluster(text: str, language: str) -> None:
    found = segments(text, language)
    assert {end for _, end in found} <= {end for _, end in grapheme_clusters(text)}


@given(TEXTS)
def test_segments_follow_each_other_from_end_to_end(text: str) -> None:
    found = segments(text, "en")
    assert [0, *(end for _, end in found)] == [*(start for start, _ in found), len(text)]
    assert all(start < end for start, end in found)


@given(TEXTS, st.sampled_from(["en", "fr", "ti", "th"]))
def test_what_must_hold_is_held_once_and_for_all(text: str, language: str) -> None:
    once = held(text, language)
    assert held(once, language) == once
    assert once.replace("\u00a0", " ") == text.replace("\u00a0", " ")
    assert all(new == old for new, old in zip(once, text, strict=True) if old != " ")
