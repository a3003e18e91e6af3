"""Findings: how they read, sort and concern; that nothing in them can steer a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postcards.problems import (
    BusyError,
    PostcardsError,
    Problem,
    ProjectError,
    RejectedError,
    Severity,
    UsageError,
    Where,
    character_name,
    printable,
    sort_key,
)


def problem(path: str = "content/a.yaml", line: int | None = 3, code: str = "story.value") -> Problem:
    return Problem(code, "It is wrong.", "Mend it.", Where(path, line, 7 if line else None), field="title")


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (Where("content/a.yaml", 3, 7), "content/a.yaml:3:7"),
        (Where("content/a.yaml", 3), "content/a.yaml:3"),
        (Where("photo.jpg"), "photo.jpg"),
        (Where("a\nb\x1b[31m.yaml", 1), "a<U+000A>b<U+001B>[31m.yaml:1"),
    ],
)
def test_a_place_reads_as_editors_open_it(where: Where, shown: str) -> None:
    assert str(where) == shown


def test_a_finding_is_one_line() -> None:
    line = str(problem())
    assert line == "content/a.yaml:3:7: error: title: It is wrong. Mend it. [story.value]"


@given(st.text())
def test_no_text_breaks_the_line_or_steers_the_terminal(text: str) -> None:
    line = str(Problem("story.value", text, text, Where(text, 1), field=text))
    assert len(line.splitlines()) == 1
    assert not any(ord(character) < 32 or ord(character) == 127 for character in line)
    assert not set(line) & set("\u2028\u2029\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200b")
    line.encode()  # no half of a surrogate pair


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Åse", "Åse"),
        ("سلام", "سلام"),
        ("\u202eabc", "<U+202E>abc"),
        ("\ud83d", "<U+D83D>"),
        ("a\tb", "a<U+0009>b"),
        ("\ufeffname", "<U+FEFF>name"),
    ],
)
def test_what_cannot_be_seen_is_spelt_out(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_a_character_is_named_so_that_it_can_be_looked_up() -> None:
    assert character_name("é") == "“é” (U+00E9, LATIN SMALL LETTER E WITH ACUTE)"
    assert character_name("\u200b") == "(U+200B, ZERO WIDTH SPACE)"
    assert character_name("\ud800") == "(U+D800)"


def test_what_a_finding_concerns_is_filled_in_once() -> None:
    told = problem().about(story="asrat", language="nb")
    assert (told.story, told.language, told.booklet) == ("asrat", "nb", "")
    again = told.about(story="elmi", language="ar", booklet="spring")
    assert (again.story, again.language, again.booklet) == ("asrat", "nb", "spring")


def test_findings_sort_by_place() -> None:
    sorted_ones = [
        problem("content/a.yaml", None),
        problem("content/a.yaml", 2),
        problem("content/a.yaml", 10, "story.alias"),
        problem("content/a.yaml", 10, "story.value"),
        problem("content/b.yaml", 1),
    ]
    mixed = [sorted_ones[place] for place in (3, 0, 4, 2, 1)]
    assert sorted(mixed, key=sort_key) == sorted_ones


def test_the_report_leaves_out_what_is_not_known() -> None:
    assert problem(line=None).as_json() == {
        "code": "story.value",
        "severity": "error",
        "path": "content/a.yaml",
        "field": "title",
        "message": "It is wrong.",
        "remedy": "Mend it.",
    }


def test_only_errors_are_errors() -> None:
    warning = Problem("photo.resolution", "Coarse.", "Look.", Where("a"), Severity.WARNING)
    assert problem().is_error
    assert not warning.is_error


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError, 2), (ProjectError, 3), (RejectedError, 4), (BusyError, 6), (PostcardsError, 3)]
)
def test_exit_codes_are_stable(error: type[PostcardsError], code: int) -> None:
    raised = error("No room\x07.", "Tidy up.")
    assert raised.exit_code == code
    assert str(raised) == "No room<U+0007>. Tidy up."
