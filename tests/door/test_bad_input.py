"""Mistakes of staff: each is told with its place and a remedy, and costs no more than what it touches."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from project import EDITIONS, LANGUAGES, REPOSITORY, STORIES, Office, letters

ASRAT = "stories/asrat/story.yaml"
ENGLISH = "stories/asrat/en.yaml"
BUILT, LEFT_OUT, NOTHING = 0, 1, 3

#: Everywhere or in one language, for `Case.without`.
EVERYWHERE = frozenset(LANGUAGES)
IN_ENGLISH = frozenset({"en"})


@dataclass(frozen=True)
class Case:
    """A mistake, and what becomes of the booklets."""

    make: Callable[[Office], int | None]  # the line it is on, if it has one
    path: str  # in content/
    code: str
    without: frozenset[str] = frozenset()  # languages that lose the story asrat
    changed: frozenset[str] = frozenset()  # languages that keep it, and look different
    unbuilt: frozenset[str] = frozenset()  # languages that are not built
    exit_code: int = LEFT_OUT
    says: tuple[str, ...] = ()  # what message and remedy must name


def duplicate_key(office: Office) -> int:
    return office.append(ENGLISH, "title: Another title\n")


def unknown_key(office: Office) -> int:
    return office.change(ASRAT, "returned:", "retruned:")


def norwegian_file(office: Office) -> None:
    shutil.copy(office.content("languages/nb.yaml"), office.content("languages/no.yaml"))


def norwegian_booklet(office: Office) -> int:
    return office.change("booklets/small.yaml", "[en, nb, ar]", "[en, no, ar]")


def misspelt_word_of_ours(office: Office) -> int:
    return office.change("languages/nb.yaml", "endonym:", "endonim:")


def missing_photo(office: Office) -> int:
    office.content("stories/asrat/picture.jpg").unlink()
    return office.line(ASRAT, "file: picture.jpg")


def half_photo(office: Office) -> int:
    whole = office.content("stories/asrat/picture.jpg").read_bytes()
    office.write("stories/asrat/picture.jpg", whole[: len(whole) // 2])
    return office.line(ASRAT, "file: picture.jpg")


def web_page_for_photo(office: Office) -> int:
    office.write("stories/asrat/picture.jpg", "<!DOCTYPE html><html><body>404 Not Found</body></html>")
    return office.line(ASRAT, "file: picture.jpg")


def too_long(office: Office) -> int:
    return office.change(ENGLISH, "summary: >-\n", "summary: >-\n" + "  He worked and worked and worked.\n" * 60)


def unknown_character(office: Office) -> int:
    return office.change(ENGLISH, "title: A house", "title: A \U00012000 house")


def unknown_place(office: Office) -> int:
    return office.change(ASRAT, "country: ET", "country: QQ")


def translation_alone(office: Office) -> None:
    office.write("stories/bo/en.yaml", office.content(ENGLISH).read_bytes())


def slugs_alike(office: Office) -> None:
    shutil.copytree(office.content("stories/asrat"), office.content("stories/Asrat"))


def withdrawn(office: Office) -> int:
    return office.change(ASRAT, "status: active", "status: withdrawn")


def expired(office: Office) -> int:
    return office.change(ASRAT, "expires: 2030-12-31", "expires: 2026-10-31")


CASES = {
    "duplicate-key": Case(duplicate_key, ENGLISH, "yaml.duplicate-key", IN_ENGLISH, says=("“title”",)),
    "unknown-key": Case(unknown_key, ASRAT, "story.unknown-key", EVERYWHERE, says=("“retruned”", "“returned”")),
    "no-as-file": Case(norwegian_file, "languages/no.yaml", "language.unknown-tag", says=("“no”", "“nb”")),
    "no-in-booklet": Case(
        norwegian_booklet,
        "booklets/small.yaml",
        "language.unknown-tag",
        unbuilt=frozenset({"nb"}),
        says=("“no”", "“nb”"),
    ),
    "misspelt-word-of-ours": Case(
        misspelt_word_of_ours,
        "languages/nb.yaml",
        "language.unknown-key",
        unbuilt=frozenset({"nb"}),
        says=("“endonim”", "“endonym”"),
    ),
    "missing-photo": Case(missing_photo, ASRAT, "photo.missing", changed=EVERYWHERE, says=("“picture.jpg”",)),
    "half-photo": Case(half_photo, ASRAT, "photo.damaged", changed=EVERYWHERE, says=("“picture.jpg”",)),
    "web-page-for-photo": Case(
        web_page_for_photo, ASRAT, "photo.kind", changed=EVERYWHERE, says=("“picture.jpg”", "web page")
    ),
    "too-long": Case(too_long, ENGLISH, "text.overset", IN_ENGLISH, says=(" lines too many for the message frame",)),
    "unknown-character": Case(unknown_character, ENGLISH, "text.glyph-missing", IN_ENGLISH, says=("U+12000",)),
    "unknown-place": Case(unknown_place, ASRAT, "story.country", EVERYWHERE, says=("“QQ”",)),
    "translation-alone": Case(translation_alone, "stories/bo", "translation.without-story", says=("story.yaml",)),
    "slugs-alike": Case(slugs_alike, "stories/asrat", "file.case-clash", says=("“Asrat”", "“asrat”")),
    "withdrawn": Case(withdrawn, ASRAT, "consent.withdrawn", EVERYWHERE, exit_code=BUILT),
    "expired": Case(expired, ASRAT, "consent.expired", EVERYWHERE, says=("2026-10-31",)),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_mistake_is_told_and_the_rest_is_built(case: Case, office: Office, good: Office) -> None:
    line = case.make(office)
    answer = office.build()

    finding = answer.finding(case.code)
    assert (finding["path"], finding.get("line")) == (f"content/{case.path}", line)
    assert finding["remedy"]
    words = f"{finding['message']} {finding['remedy']}"
    assert [said for said in case.says if said not in words] == []
    assert answer.code == case.exit_code

    for language in LANGUAGES:
        same = [
            office.pdf(language, edition).read_bytes() == good.pdf(language, edition).read_bytes()
            for edition in EDITIONS
        ]
        if language in case.without | case.changed:
            assert same == [False, False]
        else:
            assert same == [True, True]
        if language not in case.unbuilt:
            expected = set(STORIES) - ({"asrat"} if language in case.without else set())
            assert [office.stories(language, edition) for edition in EDITIONS] == [expected, expected]
    built = {path.rsplit("/", 2)[1] for path in answer.answer["files"]}
    assert built == EVERYWHERE - case.unbuilt
    assert office.unfinished() == []


def test_of_a_key_that_stands_twice_both_lines_are_told(office: Office) -> None:
    first, second = office.line(ENGLISH, "title: "), duplicate_key(office)
    message = office.build("-l", "en", "-e", "screen").finding("yaml.duplicate-key")["message"]
    assert f"line {first} " in message
    assert f"line {second}." in message


def test_a_character_without_a_glyph_is_told_with_story_language_and_field(office: Office) -> None:
    unknown_character(office)
    finding = office.build("-e", "screen").finding("text.glyph-missing")
    assert (finding["story"], finding["language"], finding["field"]) == ("asrat", "en", "title")


def test_a_longer_text_has_more_lines_too_many(office: Office) -> None:
    def lines_too_many() -> int:
        message = office.build("-l", "en", "-e", "screen").finding("text.overset")["message"]
        return int(message.split(" lines too many")[0].split()[-1])

    too_long(office)
    first = lines_too_many()
    too_long(office)
    assert 0 < first < lines_too_many()


def test_two_mistakes_are_told_in_one_run_each_once_and_in_plain_lines(office: Office) -> None:
    key_line = unknown_key(office)
    line = withdrawn_elmi(office)
    told = office.run("build", "-j", "1", "-e", "screen").err.splitlines()
    assert [found for found in told if found.startswith(f"content/{ASRAT}:{key_line}:1: error: retruned: ")]
    ours = [found for found in told if found.startswith(f"content/stories/elmi/story.yaml:{line}:")]
    assert [found.endswith(" [consent.withdrawn]") for found in ours] == [True]
    assert len(told) == len(set(told))


def withdrawn_elmi(office: Office) -> int:
    return office.change("stories/elmi/story.yaml", "status: active", "status: withdrawn")


def test_a_layout_with_an_unknown_role_stops_the_booklets_that_use_it_and_no_other(
    office: Office, good: Office
) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    single = office.root / "layouts" / "single.yaml"
    text = single.read_text("utf-8")
    single.write_text(text.replace("name: {role: sans", "name: {role: script", 1), "utf-8")
    line = text[: text.index("  name: {role: sans")].count("\n") + 1
    booklet = office.content("booklets/small.yaml").read_text("utf-8")
    office.write("booklets/cards.yaml", booklet.replace("layout: spread", "layout: single"))

    answer = office.build()
    finding = answer.finding("layout.value")
    assert (finding["path"], finding["line"]) == ("layouts/single.yaml", line)
    assert finding["remedy"]
    unknown = answer.finding("booklet.unknown-layout")
    assert (unknown["path"], unknown["line"]) == ("content/booklets/cards.yaml", 2)
    assert answer.code == LEFT_OUT
    assert office.files() == good.files()


def test_a_font_that_is_not_there_stops_everything_before_anything_is_written(office: Office, good: Office) -> None:
    shutil.copytree(REPOSITORY / "fonts", office.root / "fonts")
    listing = office.root / "fonts" / "fonts.yaml"
    listing.write_text(listing.read_text("utf-8").replace("NotoSans-Bold.ttf", "NotoSans-Bald.ttf", 1), "utf-8")
    answer = office.build()
    assert answer.code == NOTHING
    assert "NotoSans-Bald.ttf" in answer.err
    assert office.files() == good.files()


def test_a_withdrawn_person_is_in_no_file_any_more(office: Office) -> None:
    withdrawn(office)
    office.build()
    for language in LANGUAGES:
        assert "asrat" not in str(office.report(language)["editions"])
        assert "Asrat" not in letters(office.pdf(language, "print"))
        assert "Elmi" in letters(office.pdf("en", "print"))
