"""What is said about the words of a text, and what is left in peace."""

from __future__ import annotations

import json

import pytest

from postcards.manuscript import StoryText
from postcards.manuscript.marks import read_yaml
from postcards.manuscript.texts import normalised
from postcards.manuscript.validation import validate
from postcards.manuscript.words import Colophon
from postcards.problems import Problem

PROSE = {
    "title": "One",
    "quote": {"text": "Two", "source": "reported"},
    "summary": "Three",
    "alt": "Four",
    "status": "draft",
}

COLOPHON = {
    **dict.fromkeys(("title", "opinions", "designations", "changes", "pictures", "licence"), "About this booklet"),
    "issue": "Issue {issue}, {date}",
    "content": "Content {digest}",
}


def read(model: type, content: dict[str, object], tag: str) -> tuple[object, tuple[Problem, ...]]:
    """The value and the findings when a file in the language `tag` holds `content`."""
    document, problems = read_yaml("file.yaml", json.dumps(content, ensure_ascii=False).encode())
    assert document is not None
    assert problems == ()
    return validate(model, document, "file.yaml", "text", tag)


def found(text: str, tag: str = "en", field: str = "title") -> list[tuple[str, str]]:
    """Codes and severities when `text` stands in `field` of a text file in the language `tag`."""
    value, problems = read(StoryText, {**PROSE, field: text}, tag)
    assert {problem.field for problem in problems} <= {field}
    assert (value is None) == any(problem.is_error for problem in problems)
    return [(problem.code, problem.severity.value) for problem in problems]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("AT&T, I <3 you, a<b, &nbsp;, <b>x</b>, <!-- x -->, {0.__class__}, %s", "en"),
        ("null", "en"),
        ("می‌خواهم به خانه برگردم", "fa"),
        ("هغه په کور کې ژوند کوي او ښه دی", "ps"),
        ("كان يعيش في النرويج سنوات", "ar"),
        ("👨\u200d👩\u200d👧 and ❤\ufe0f", "en"),
        ("ประเทศ\u200bไทย", "th"),
        ("Prophet ﷺ", "en"),
        ("e\u0301tude", "en"),
        ("क्षेत्र में घर", "hi"),
        ("«KAFÉ»", "nb"),
        ("45 000 NOK, 45\u00a0000 NOK, 100 000 000", "en"),
        ("2002-2003, 01.11.2012, 2012-11-01 and 1998/1999", "en"),
        ("IOM", "ar"),
    ],
)
def test_what_readers_need_passes(text: str, tag: str) -> None:
    assert found(text, tag) == []


@pytest.mark.parametrize("field", ["title", "summary", "alt"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u202eb", ("text.bidi-control", "error")),
        ("a\u202bb", ("text.bidi-control", "error")),
        ("a\u2066b", ("text.bidi-control", "warning")),
        ("a\u200fb", ("text.bidi-control", "warning")),
        ("a\u061cb", ("text.bidi-control", "warning")),
        ("a\u200bb", ("text.invisible", "warning")),
        ("a\u2060b", ("text.invisible", "warning")),
        ("a\ufeffb", ("text.invisible", "warning")),
        ("a\xadb", ("text.invisible", "warning")),
        ("a\u3164b", ("text.invisible", "warning")),
        ("a\U000e0041b", ("text.hidden-letter", "error")),
        ("a\ufdd0b", ("text.unknown-character", "error")),
        ("a\ue000b", ("text.unknown-character", "error")),
        ("a\u0378b", ("text.unknown-character", "error")),
        ("a\ufffdb", ("text.damaged", "error")),
        ("a\ufe8db", ("text.presentation-form", "error")),
        ("a\u0640b", ("text.tatweel", "warning")),
        ("sÃ¸ster", ("text.mojibake", "warning")),
        ("donâ€™t", ("text.mojibake", "warning")),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", ("text.mojibake", "warning")),
        ("a" + "\u0336" * 180, ("text.stacked-marks", "error")),
        ("\u0301a", ("text.loose-mark", "warning")),
        ("write to amina@example.org", ("privacy.contact", "warning")),
        ("call +47 22 33 44 55", ("privacy.contact", "warning")),
        ("call 22334455 today", ("privacy.contact", "warning")),
        ("call ۰۹۱۲ ۳۴۵ ۶۷۸۹", ("privacy.contact", "warning")),
        ("", ("text.empty", "error")),
        ("\xa0", ("text.empty", "error")),
        ("\u200b\u2060", ("text.empty", "error")),
    ],
)
def test_what_would_reach_the_reader_damaged_is_found_in_every_field(
    text: str, expected: tuple[str, str], field: str
) -> None:
    assert found(text, "en", field) == [expected]


def test_a_character_is_reported_once_with_its_number() -> None:
    _, (problem,) = read(StoryText, {**PROSE, "title": "a\u202e" * 200}, "en")
    assert "200" in problem.message
    assert "U+202E" in problem.message


@pytest.mark.parametrize(
    ("text", "tag", "codes"),
    [
        ("او در ايران زندگی می‌کند", "fa-AF", ["text.arabic-letter"]),
        ("دا كور ښه دی او هغه خوښ دی", "ps", ["text.arabic-letter"]),
        ("من لە كوردستان دەژیم", "ckb", ["text.arabic-letter"]),
        ("This is still English text", "ar", ["translation.script"]),
        ("Это русский текст", "nb", ["translation.script"]),
        ("Zivi u gradu i radi", "sr-Cyrl", ["translation.script"]),
        ("Zivi u gradu i radi", "sr-Latn", []),
        ("أهلا وسهلا بكم في البيت", "ti", ["translation.script"]),
    ],
)
def test_letters_of_another_language_are_found(text: str, tag: str, codes: list[str]) -> None:
    assert [code for code, _ in found(text, tag)] == codes


@pytest.mark.parametrize("alt", ["picture.jpg", "IMG_2041", "DSC00123", "asrat_house_2", "A photo.HEIC"])
def test_a_file_name_is_no_description(alt: str) -> None:
    assert found(alt, field="alt") == [("photo.alt-file-name", "error")]


def test_white_space_is_single_and_text_is_composed() -> None:
    value, problems = read(StoryText, {**PROSE, "title": "  cafe\u0301 \t\n 45\u00a0000  "}, "en")
    assert isinstance(value, StoryText)
    assert (value.title, problems) == ("caf\u00e9 45\u00a0000", ())
    assert normalised(value.title) == value.title


def test_errors_and_warnings_of_one_file_come_together() -> None:
    content = {**PROSE, "title": "a\u200bb", "alt": "a\u202eb", "status": "done", "quote": {"text": "a\u0640b"}}
    value, problems = read(StoryText, content, "en")
    assert value is None
    assert {(problem.code, problem.field, problem.severity.value) for problem in problems} == {
        ("text.invisible", "title", "warning"),
        ("text.bidi-control", "alt", "error"),
        ("text.value", "status", "error"),
        ("text.missing-key", "quote.source", "error"),
        ("text.tatweel", "quote.text", "warning"),
    }


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("issue", "Issue {issue}, {date}", []),
        ("issue", "{date}", [("error", "{issue}")]),
        ("issue", "Issue {isue}, {date}", [("error", "{isue}"), ("error", "{issue}")]),
        ("issue", "Issue ｛issue｝, {date}", [("error", "｛issue｝"), ("error", "{issue}")]),
        ("issue", "Issue {issue} {issue}, {date}", [("warning", "{issue}")]),
        ("issue", "Issue {issue, {date}", [("error", ""), ("error", "{issue}")]),
        ("opinions", "The {date} of it", [("error", "{date}")]),
    ],
)
def test_a_place_holder_must_survive_translation(key: str, text: str, expected: list[tuple[str, str]]) -> None:
    _, problems = read(Colophon, {**COLOPHON, key: text}, "en")
    assert {(problem.code, problem.field) for problem in problems} <= {("language.placeholder", key)}
    assert len(problems) == len(expected)
    for problem, (severity, name) in zip(problems, expected, strict=True):
        assert (problem.severity.value, name in problem.message) == (severity, True)
