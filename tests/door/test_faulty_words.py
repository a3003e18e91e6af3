"""What stands in texts and should not, each row of docs/faults.md that begins with T: told in every field.

What is only odd, and printed as it is, is in `test_letters.py`.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable

import pytest
from crowd import MOST_BYTES, MOST_SECONDS, WARNING, Case, Crowd, changed, gather, losses, parameters
from project import Office, copy_office, letters, new_office

BUILT, LEFT_OUT = 0, 1

#: The fields of a text file; the last one is not shown, so that any character may stand in it.
FIELDS = ("title", "quote.text", "summary", "alt")


def everywhere(text: str) -> dict[str, str | bytes]:
    """The text in each field of a file, all in its first line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return {
        "en.yaml": f"{{title: {quoted}, quote: {{text: {quoted}, source: edited}}, summary: {quoted},"
        f" alt: {quoted}, status: draft}}\n"
    }


def error(row: str, text: str, code: str, *says: str) -> Case:
    return Case(row, everywhere(text), code, 1, says)


def odd(row: str, text: str, code: str, *says: str) -> Case:
    return Case(row, everywhere(text), code, 1, says, severity=WARNING)


ERRORS = (
    error("T3", "<b>" * 2000, "text.long-word", "6000"),
    error("T11", "a\u202eb", "text.bidi-control", "U+202E"),
    error("T11", "a\u202cb", "text.bidi-control", "U+202C"),
    error("T11", "a" + "\u202a" * 200 + "b", "text.bidi-control", "U+202A", "200 times"),
    error("T13", "a\U000e0041b", "text.hidden-letter", "U+E0041"),
    *(error("T15", f"a{sign}b", "yaml.control-character", f"U+{ord(sign):04X}") for sign in "\x0b\x7f\x9b"),
    *(
        Case("T16", changed("A house", f'"{half}"'), "yaml.escape", 1)
        for half in (r"\ud83d", r"\ude00", r"\ud83d\ude00")
    ),
    error("T17", "a\ufdd0b", "text.unknown-character", "U+FDD0"),
    error("T17", "a\ufffeb", "yaml.control-character", "U+FFFE"),
    *(
        error("T18", f"a {sign} b", "text.glyph-missing", f"U+{ord(sign):04X}")
        for sign in "\U00012000\U00020000\U0001d400中"
    ),
    error("T19", "a\ue000b", "text.unknown-character", "U+E000"),
    error("T19", "a\u0378b", "text.unknown-character", "U+0378"),
    error("T21", "a" + "\u0301" * 180, "text.stacked-marks", "40"),
    error("T22", "a\ufffdb", "text.damaged", "U+FFFD"),
    error("T23", "a \U0001f600 b", "text.glyph-missing", "U+1F600"),
    error(
        "T23", "a \U0001f468\u200d\U0001f469\u200d\U0001f467 b", "text.glyph-missing", "U+1F468", "U+1F469", "U+1F467"
    ),
    error("T23", "a \U0001f1f3\U0001f1f4 b", "text.glyph-missing", "U+1F1F3", "U+1F1F4"),
    error("T23", "a \U0001f44d\U0001f3fd b", "text.glyph-missing", "U+1F44D", "U+1F3FD"),
    error("T23", "a 1\ufe0f\u20e3 b", "text.glyph-missing", "U+20E3"),
    error("T25", "\u0f56\u0f7c\u0f51", "text.glyph-missing", "U+0F56"),
    error("T25", "\ud55c\uad6d", "text.glyph-missing", "U+D55C"),
    *(error("T27", text, "text.empty") for text in ("", "   ", "\xa0", "\u200b", "\t")),
    error("T28", "x" * 10_000, "text.long-word", "10000"),
    error("T28", "\u0628" * 10_000, "text.long-word", "10000"),
    Case("T28", changed("in 2012", "in " + "x" * 900), "text.overset", 5, ("lines too many for the message frame",)),
    error("T29", "She went home and built a house there. " * 4100, "text.too-long", "159899"),
    Case(
        "T29",
        changed("She went home in 2012.", "|\n" + "  She went home.\n\n" * 500),
        "text.overset",
        5,
        ("lines too many",),
    ),
    Case("T33", changed("A house", '"a\\bERROR: all is lost"'), "yaml.control-character", 1, ("U+0008",)),
    Case(
        "T33", changed("title: A house", '"title\\nERROR: all is lost": A house'), "text.unknown-key", 1, ("<U+000A>",)
    ),
)

WARNINGS = (
    odd("T11", "a \u2067b", "text.bidi-control", "U+2067"),
    odd("T11", "a\u200fb", "text.bidi-control", "U+200F"),
    *(odd("T12", f"a{sign}b", "text.invisible", f"U+{ord(sign):04X}") for sign in "\u200b\u2060\ufeff\xad\u034f"),
    odd("T21", "\u0301a house", "text.loose-mark", "U+0301"),
    odd("T22", "my s\xc3\xb8ster", "text.mojibake", "“\xf8”"),
    Case(
        "T30",
        changed("glad to be home.", f"at https://example.org/{'a' * 380}"),
        "text.torn",
        3,
        ("wider",),
        severity=WARNING,
    ),
    odd("T34", "call +47 22 33 44 55", "privacy.contact", "+47 22 33 44 55"),
    odd("T34", "write to amina@example.org", "privacy.contact", "amina@example.org"),
)

#: Said of each field of its own; all else is said of the file.
OF_FIELDS = ("text.", "privacy.")


@pytest.fixture(scope="module")
def place(good: Office, tmp_path_factory: pytest.TempPathFactory) -> Office:
    return copy_office(good, tmp_path_factory.mktemp("words") / "project")


@pytest.fixture(scope="module")
def crowd(place: Office) -> Crowd:
    return gather(place, ERRORS)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, Crowd]:
    """Stories with a warning, in a booklet that has no others but one."""
    office = new_office(tmp_path_factory.mktemp("warned") / "project", ("wahed",), ("en",))
    return office, gather(office, WARNINGS)


def check_fields(crowd: Crowd, slug: str, case: Case) -> None:
    """What stands in each field of a file is told of each."""
    if str(case.files["en.yaml"]).startswith("{title") and case.code.startswith(OF_FIELDS):
        told = {problem.get("field") for problem in crowd.told_of(slug) if problem["code"] == case.code}
        assert told == set(FIELDS[:-1] if case.code == "text.glyph-missing" else FIELDS)


@pytest.mark.parametrize(("slug", "case"), parameters(ERRORS))
def test_what_no_reader_should_meet_is_told_in_every_field(slug: str, case: Case, crowd: Crowd) -> None:
    crowd.check(slug, case)
    check_fields(crowd, slug, case)


def test_all_of_them_cost_no_good_file_and_little_time(
    crowd: Crowd, place: Office, record_property: Callable[[str, object], None]
) -> None:
    assert losses(record_property, crowd.before, crowd.lost()) == []
    assert (crowd.answer.code, crowd.answer.err) == (LEFT_OUT, "")
    assert crowd.seconds < MOST_SECONDS
    assert crowd.peak < MOST_BYTES
    assert place.unfinished() == []


@pytest.mark.fault("T33")
def test_no_text_can_forge_a_line_of_what_is_told(crowd: Crowd, place: Office) -> None:
    assert crowd.answer.code == LEFT_OUT
    told = place.run("check", "-l", "en", "-e", "screen").err.splitlines()
    assert [line for line in told if not line.startswith("content/")] == []


@pytest.mark.parametrize(("slug", "case"), parameters(WARNINGS))
def test_what_somebody_should_look_at_is_told_and_printed(slug: str, case: Case, printed: tuple[Office, Crowd]) -> None:
    office, crowd = printed
    crowd.check(slug, case)
    check_fields(crowd, slug, case)
    assert crowd.answer.code == BUILT
    assert slug in office.stories("en") & office.stories("en", "screen")


@pytest.mark.fault("T11")
def test_no_paragraph_turns_the_next_one_about(printed: tuple[Office, Crowd]) -> None:
    """After a text with an isolate that is not closed stand others that are read from the left as ever."""
    office, _ = printed
    for edition in ("print", "screen"):
        read = letters(office.pdf("en", edition))
        assert read.count("She went home in 2012.") >= 1
        assert "call +47 22 33 44 55" in unicodedata.normalize("NFKC", read)


def test_a_text_without_fault_is_told_of_nothing(printed: tuple[Office, Crowd]) -> None:
    _, crowd = printed
    assert crowd.told_of("wahed") == []
