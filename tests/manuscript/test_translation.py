"""A translation beside its source."""

from __future__ import annotations

import hashlib

import pytest
from small_office import TEXT, Office

from postcards.manuscript import text_digest

AMINA = "stories/amina"
NORWEGIAN = TEXT.replace("Now she has a house.", "Nå har hun et hus.")


def digest_of_source(office: Office) -> str:
    return text_digest(office.read().stories[0].texts["en"])


def translated(office: Office, **changes: str) -> list[tuple[str, str, int | None]]:
    """Codes, severities and lines when en.yaml, changed by `changes`, is the translation into Norwegian."""
    text = NORWEGIAN + f"translated_from: {digest_of_source(office)}\n"
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    office.write(f"{AMINA}/nb.yaml", text)
    return [(p.code, p.severity.value, p.where.line) for p in office.problems() if p.language == "nb"]


def test_the_digest_is_of_what_readers_see(office: Office) -> None:
    text = "A house that earns\nShe is glad to be home.\nShe went home in 2012.\nNow she has a house."
    whole = f"{text}\nA house between green hills."
    assert digest_of_source(office) == hashlib.sha256(whole.encode()).hexdigest()[:12]
    office.change(f"{AMINA}/en.yaml", "status: reviewed", "status: draft")
    assert digest_of_source(office) == hashlib.sha256(whole.encode()).hexdigest()[:12]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("A house that", "Et hus som"), []),
        (("translated_from: ", "#"), [("translation.undated", "warning", 1)]),
        (("in 2012.\n\n", "in 2012.\n"), [("translation.paragraphs", "warning", 5)]),
        (("source: reported", "source: spoken"), [("translation.quote-source", "warning", 4)]),
    ],
)
def test_what_is_said_of_a_translation(
    office: Office, change: tuple[str, str], expected: list[tuple[str, str, int]]
) -> None:
    assert translated(office, change=change) == expected


@pytest.mark.parametrize(
    "change",
    [
        ("A house that earns", "A home"),
        ("She is glad", "She was glad"),
        ("She went", "She came"),
        ("green hills", "hills"),
    ],
)
def test_a_change_of_the_source_makes_the_translation_stale(office: Office, change: tuple[str, str]) -> None:
    assert translated(office) == []
    office.change(f"{AMINA}/en.yaml", *change)
    (problem,) = office.problems()
    assert (problem.code, problem.where.line, problem.language) == ("translation.stale", 11, "nb")
    assert digest_of_source(office) in problem.remedy
    assert "nb" in office.read().stories[0].texts


def test_another_source_language_turns_the_tables(office: Office) -> None:
    office.write(f"{AMINA}/nb.yaml", NORWEGIAN)
    office.change(f"{AMINA}/story.yaml", "tone:", "source_language: nb\ntone:")
    assert [(problem.code, problem.language) for problem in office.problems()] == [("translation.undated", "en")]


def test_a_text_in_a_language_without_words_of_its_own_is_told_once(office: Office) -> None:
    office.write(f"{AMINA}/so.yaml", NORWEGIAN + f"translated_from: {digest_of_source(office)}\n")
    (problem,) = office.problems()
    assert (problem.code, problem.language) == ("translation.without-language", "so")


def test_a_name_in_the_readers_script_stands_before_the_storys(office: Office) -> None:
    office.write(f"{AMINA}/nb.yaml", TEXT + "name: Åmina\n")
    texts = office.read().stories[0].texts
    assert (texts["en"].name, texts["nb"].name) == ("Amina", "Åmina")


def test_a_name_that_must_not_be_printed_leaves_the_text_out(office: Office) -> None:
    office.change(f"{AMINA}/story.yaml", "name: Amina\n", "")
    office.change(f"{AMINA}/story.yaml", "published", "none")
    office.write(f"{AMINA}/nb.yaml", TEXT + "name: Amina\n")
    manuscript = office.read()
    assert [*manuscript.stories[0].texts] == ["en"]
    assert ("text.name-policy", "nb") in {(problem.code, problem.language) for problem in manuscript.problems}
