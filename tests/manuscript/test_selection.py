"""Who stands in a booklet: consent, language, channel, and the one order for all languages."""

from __future__ import annotations

import pytest
from small_office import STORY, TEXT, Office

from postcards.manuscript import select_stories
from postcards.problems import Problem


def selected(office: Office, tag: str = "en", channel: str = "print") -> tuple[list[str], list[Problem]]:
    manuscript = office.read()
    stories, problems = select_stories(manuscript, manuscript.booklets["spring"], tag, channel)
    return [story.slug for story in stories], list(problems)


def add(office: Office, slug: str, country: str, tone: str = "mixed") -> None:
    story = STORY.replace("country: ET", f"country: {country}").replace("tone: positive", f"tone: {tone}")
    office.write(f"stories/{slug}/story.yaml", story)
    office.write(f"stories/{slug}/picture.jpg", b"")
    for tag in ("en", "nb"):
        office.write(f"stories/{slug}/{tag}.yaml", TEXT)


@pytest.mark.parametrize(
    ("old", "new", "code", "severity", "line"),
    [
        ("status: active", "status: withdrawn", "consent.withdrawn", "warning", 17),
        ("expires: 2030-12-31", "expires: 2026-10-31", "consent.expired", "error", 16),
        ("channels: [print, screen]", "channels: [screen]", "consent.channel", "error", 14),
        ("languages: all", "languages: [nb, ti]", "consent.language", "error", 15),
    ],
)
def test_what_a_person_did_not_agree_to_is_not_printed(
    office: Office, old: str, new: str, code: str, severity: str, line: int
) -> None:
    office.change("stories/amina/story.yaml", old, new)
    stories, (problem,) = selected(office)
    assert stories == []
    assert (problem.code, problem.severity.value, problem.story, problem.booklet) == (code, severity, "amina", "spring")
    assert (problem.where.path, problem.where.line) == ("content/stories/amina/story.yaml", line)


@pytest.mark.parametrize(
    ("old", "new", "channel"),
    [
        ("expires: 2030-12-31", "expires: 2026-11-01", "print"),  # the last day it holds is the booklet's
        ("channels: [print, screen]", "channels: [screen]", "screen"),
        ("languages: all", "languages: [en]", "print"),
        ("basis: signed", "basis: demonstration", "print"),
    ],
)
def test_what_a_person_agreed_to_is_printed(office: Office, old: str, new: str, channel: str) -> None:
    office.change("stories/amina/story.yaml", old, new)
    assert selected(office, "en", channel) == (["amina"], [])


def test_all_reasons_are_told_at_once(office: Office) -> None:
    office.change("stories/amina/story.yaml", "expires: 2030-12-31", "expires: 2020-12-31")
    office.change("stories/amina/story.yaml", "channels: [print, screen]", "channels: [screen]")
    assert [problem.code for problem in selected(office)[1]] == ["consent.expired", "consent.channel"]


def test_a_withdrawn_story_is_not_named(office: Office) -> None:
    office.change("stories/amina/story.yaml", "status: active", "status: withdrawn")
    _, (problem,) = selected(office)
    assert "Amina" not in str(problem)


def test_a_missing_translation_is_a_warning_and_a_broken_one_is_not_told_twice(office: Office) -> None:
    stories, (problem,) = selected(office, "nb")
    assert stories == []
    assert (problem.code, problem.is_error, problem.story, problem.language) == (
        "translation.missing",
        False,
        "amina",
        "nb",
    )
    assert problem.where.path == "content/stories/amina/nb.yaml"
    office.write("stories/amina/nb.yaml", "title: [")
    assert selected(office, "nb") == ([], [])
    assert any(problem.is_error for problem in office.problems())


@pytest.mark.parametrize("tag", ["en", "nb"])
def test_the_order_is_by_english_country_then_slug_in_every_language(office: Office, tag: str) -> None:
    for slug, country in {"zoe": "AL", "berta": "UA", "anna": "UA", "carla": "AX", "dora": "TR"}.items():
        add(office, slug, country)
    office.write("stories/amina/nb.yaml", TEXT)
    assert selected(office, tag)[0] == ["carla", "zoe", "amina", "dora", "anna", "berta"]


def test_a_list_keeps_its_order(office: Office) -> None:
    add(office, "zoe", "AL")
    add(office, "berta", "UA")
    office.change("booklets/spring.yaml", "stories: all", "stories: [berta, amina, zoe]")
    assert selected(office)[0] == ["berta", "amina", "zoe"]


@pytest.mark.parametrize(
    ("stories", "slugs"),
    [
        ("{country: [UA, ET]}", ["amina", "berta"]),
        ("{tone: [mixed]}", ["zoe", "berta"]),
        ("{country: [UA], tone: [mixed]}", ["berta"]),
    ],
)
def test_a_filter_asks_for_every_list_it_has(office: Office, stories: str, slugs: list[str]) -> None:
    add(office, "zoe", "AL")
    add(office, "berta", "UA")
    office.change("booklets/spring.yaml", "stories: all", f"stories: {stories}")
    assert selected(office) == (slugs, [])


def test_a_filter_that_lets_nothing_through_is_an_error(office: Office) -> None:
    office.change("booklets/spring.yaml", "stories: all", "stories: {country: [IR]}")
    stories, (problem,) = selected(office)
    assert (stories, problem.code, problem.where.line) == ([], "booklet.no-stories", 1)


def test_an_unknown_story_is_an_error_with_the_likely_one_and_a_broken_one_is_not(office: Office) -> None:
    office.change("booklets/spring.yaml", "stories: all", "stories:\n  - amina\n  - amnia\n  - broken")
    office.write("stories/broken/story.yaml", "name: [")
    stories, (problem,) = selected(office)
    assert stories == ["amina"]
    assert (problem.code, problem.where.line, problem.is_error) == ("booklet.unknown-story", 3, True)
    assert "“amina”" in problem.remedy


def test_a_story_whose_place_has_no_name_is_left_out_of_that_language(office: Office) -> None:
    add(office, "elmi", "x-somaliland")
    office.change("places.yaml", "    nb: Somaliland\n", "")
    assert selected(office, "en")[0] == ["amina", "elmi"]
    assert "elmi" not in selected(office, "nb")[0]
    assert "place.name-missing" in office.codes()


def test_a_language_the_booklet_does_not_name_gets_the_finding_itself(office: Office) -> None:
    office.change("stories/amina/story.yaml", "country: ET", "country: x-somaliland")
    assert [problem.code for problem in selected(office, "ru")[1]] == ["place.name-missing"]
