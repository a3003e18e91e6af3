"""Files that are read aloud owe every picture a description; one without it is left out there, and kept on paper."""

from __future__ import annotations

import pikepdf
import pytest
from project import BOOKLET, Office, draw_photo

BOOKLET_FILE = f"booklets/{BOOKLET}.yaml"
ENGLISH = "stories/asrat/en.yaml"
COVER = "cover: {file: front.jpg, shows: place, role: illustration, credit: Drawn for this booklet}\n"
COVER_ALT = "cover_alt: {en: A road to a village., nb: En vei til en landsby.}\n"


def pictures(office: Office, language: str, edition: str) -> int:
    """How many pictures the pages of a file show."""
    with pikepdf.open(office.pdf(language, edition)) as pdf:
        return sum(len(page.get_images()) for page in pdf.pages)


def test_a_photo_without_description_is_an_error_and_its_story_is_shown_without_it(office: Office) -> None:
    before = pictures(office, "en", "screen")
    office.change(ENGLISH, "alt: >-\n  Drawn", "# >-\n  # Drawn")
    answer = office.build()
    finding = answer.finding("photo.alt-missing")
    assert (answer.code, finding["severity"], finding["field"]) == (1, "error", "alt")
    assert (finding["path"], finding["line"]) == (f"content/{ENGLISH}", office.line(ENGLISH, "title:"))
    assert (finding["story"], finding["language"]) == ("asrat", "en")
    assert "“alt: …”" in finding["remedy"]
    assert pictures(office, "en", "screen") == before - 1
    assert office.stories("en", "screen") == office.stories("en", "print")


def test_paper_is_not_read_aloud_and_keeps_the_photo(office: Office, good: Office) -> None:
    office.change(ENGLISH, "alt: >-\n  Drawn", "# >-\n  # Drawn")
    answer = office.build("-e", "print")
    assert (answer.code, answer.findings("photo.alt-missing")) == (0, [])
    assert pictures(office, "en", "print") == pictures(good, "en", "print")


def test_other_languages_are_as_they_were(office: Office, good: Office) -> None:
    office.change(ENGLISH, "alt: >-\n  Drawn", "# >-\n  # Drawn")
    office.build()
    for language in ("nb", "ar"):
        assert office.pdf(language, "screen").read_bytes() == good.pdf(language, "screen").read_bytes()


@pytest.mark.parametrize("words", ["", COVER_ALT])
def test_the_covers_picture_too_is_described_in_every_language(office: Office, words: str) -> None:
    draw_photo(office.content("booklets/front.jpg"))
    line = office.append(BOOKLET_FILE, COVER + words)
    answer = office.build("-e", "screen")
    missing = {finding["language"]: finding for finding in answer.findings("photo.alt-missing")}
    assert set(missing) == ({"ar"} if words else {"en", "nb", "ar"})
    assert answer.code == 1
    finding = missing["ar"]
    at = line + 1 if words else line
    assert (finding["path"], finding["line"], finding["booklet"]) == (f"content/{BOOKLET_FILE}", at, BOOKLET)
    assert "“ar: …”" in finding["remedy"]
    assert pictures(office, "en", "screen") - pictures(office, "ar", "screen") == (1 if words else 0)


def test_a_file_name_describes_no_cover(office: Office) -> None:
    draw_photo(office.content("booklets/front.jpg"))
    office.append(BOOKLET_FILE, f"{COVER}cover_alt: {{en: IMG_2031.jpg}}\n")
    assert office.build().finding("photo.alt-file-name")["field"] == "cover_alt.en"
