"""What staff and translators are told of room: `check --fit`, `budget`, and the report of a build."""

from __future__ import annotations

import json
import re

import pytest
from project import BOOKLET, Office

WORDS = "He also thanks the neighbours who helped him with the roof before the rain came. "


@pytest.fixture
def long(office: Office) -> Office:
    """The first summary is three sentences longer than it was."""
    office.change("stories/asrat/en.yaml", "  When Asrat left", f"  {WORDS * 3}When Asrat left")
    return office


def test_fit_tells_for_every_story_and_language_how_much_its_texts_may_grow(office: Office) -> None:
    answer = office.run("check", "--fit")
    assert answer.code == 0
    for tag, name in (("en", "English"), ("nb", "Norwegian Bokmål"), ("ar", "Arabic")):
        assert f"{BOOKLET} in {name} ({tag})" in answer.out
        assert (
            len(re.findall(rf"the {name} (?:summary|quote) (?:may grow by \d+ lines?|may not grow)", answer.out)) == 6
        )


def test_fit_tells_how_much_too_long_a_text_is_at_full_size(long: Office) -> None:
    (line,) = re.findall(r"the English summary .*too long", long.run("check", "-l", "en", "--fit").out)
    assert re.fullmatch(
        r"the English summary may .* \(\d+% of its frame, [\d.]+ pt, \w+.*\); at full size it is \d+ lines? too long",
        line,
    )


def test_fit_as_json_and_in_the_report_is_the_same(long: Office) -> None:
    told = long.run("check", "-l", "en", "--fit", "--json").answer["fit"]
    long.build("-l", "en")
    stories = long.report("en")["editions"]["screen"]["stories"]
    reported = [{"story": story["story"], **fit} for story in stories for fit in story["fit"]]
    assert [{key: fit[key] for key in reported[0]} for fit in told] == reported
    (message,) = (fit for fit in reported if fit["story"] == "asrat" and fit["frame"] == "message")
    assert message["excess"] > 0
    assert message["size"] < 11.5 or message["step"] != "wish"


def test_a_longer_text_has_less_room_left(office: Office) -> None:
    def spare() -> int:
        fits = office.run("check", "-l", "en", "--fit", "--json").answer["fit"]
        return next(int(fit["spare"]) for fit in fits if fit["story"] == "elmi" and fit["frame"] == "message")

    before = spare()
    assert before > 1
    text = office.content("stories/elmi/en.yaml").read_text("utf-8")
    (first,) = re.findall(r"summary: >-\n  (\S+)", text)
    office.change("stories/elmi/en.yaml", f"summary: >-\n  {first}", f"summary: >-\n  {WORDS}{first}")
    assert spare() < before


@pytest.mark.parametrize("tag", ["en", "ar", "ti", "ur", "th"])
def test_a_budget_is_told_for_any_language_written_or_not(office: Office, tag: str) -> None:
    answer = office.run("budget", "-l", tag)
    assert answer.code == 0
    assert re.search(r"  summary  message +\d+ lines of \d+ letters at 11.5 pt; at 10 pt, the smallest,", answer.out)
    rows = json.loads(office.run("budget", "-l", tag, "--json").out)
    assert {row["text"] for row in rows} == {"title", "quote", "summary"}
    assert all(0 < row["wished"]["lines"] <= row["smallest"]["lines"] for row in rows)


@pytest.mark.parametrize(("arguments", "named"), [(("-l", "xx"), "xx"), (("nosuch", "-l", "en"), "nosuch"), ((), "-l")])
def test_a_wrong_budget_is_a_wrong_command(office: Office, arguments: tuple[str, ...], named: str) -> None:
    answer = office.run("budget", *arguments)
    assert answer.code == 2
    assert named in answer.err
