"""`report.json` says of every file what it was made of, so that anybody can tell later whether it still is."""

from __future__ import annotations

import sys
from hashlib import sha256
from typing import Any

import pytest
from project import REPOSITORY, Office, draw_photo

from postcards.inputs import OUR_PRINTERS, PROFILES

FONTS, PROGRAM = "fonts/", "the program"


def inputs(office: Office, language: str, edition: str) -> dict[str, str]:
    made_of: dict[str, str] = office.report(language)["editions"][edition]["inputs"]
    return made_of


def digest_on_disk(office: Office, name: str) -> str:
    """What the file of that name has now, wherever it lies."""
    home = office.root if name.startswith("content/") else REPOSITORY
    path = home / name.replace(OUR_PRINTERS, "layouts/printers").replace(PROFILES, "profiles")
    return sha256((path.with_name("picture.jpg") if path.name == "picture" else path).read_bytes()).hexdigest()


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_digests_are_those_of_the_files(edition: str, good: Office) -> None:
    made_of = inputs(good, "ar", edition)
    files = {name: digest for name, digest in made_of.items() if name != PROGRAM}
    assert files == {name: digest_on_disk(good, name) for name in files}
    texts = {"content/stories/asrat/ar.yaml", "content/stories/elmi/story.yaml", "content/languages/ar.yaml"}
    assert {*texts, "content/stories/asrat/picture", "layouts/spread.yaml", "layouts/printers/standard.yaml"} <= {
        *files
    }
    assert "content/stories/wahed/picture" not in files
    assert "content/stories/asrat/nb.yaml" not in files
    assert ("profiles/ISOcoated_v2_300_bas.icc" in files) == (edition == "print")


def test_only_the_fonts_that_are_used_are_named(good: Office) -> None:
    latin, arabic = ({name for name in inputs(good, tag, "print") if name.startswith(FONTS)} for tag in ("nb", "ar"))
    assert "fonts/NotoNaskhArabic-Regular.ttf" in arabic - latin
    assert "fonts/NotoSerif-Regular.ttf" in latin
    assert len(latin) < len(list((REPOSITORY / "fonts").glob("*.ttf"))) / 2


def test_the_programs_digest_is_of_its_modules_alone(good: Office) -> None:
    package = REPOSITORY / "postcards"
    modules = sorted(package.rglob("*.py"), key=lambda path: path.relative_to(package).parts)
    lines = [f"/{path.relative_to(package).as_posix()} {sha256(path.read_bytes()).hexdigest()}" for path in modules]
    told = {inputs(good, tag, edition)[PROGRAM] for tag in good.languages for edition in ("print", "screen")}
    assert told == {sha256("\n".join(lines).encode()).hexdigest()}


def test_no_pictures_file_is_named(office: Office) -> None:
    draw_photo(office.content("stories/asrat/hodan-abdi.jpg"))
    office.change("stories/asrat/story.yaml", "file: picture.jpg", "file: hodan-abdi.jpg")
    assert office.build("-l", "nb").code == 0
    report = office.pdf("nb", "print").with_name("report.json").read_text("utf-8")
    assert "hodan" not in report
    before = inputs(office, "nb", "screen")["content/stories/asrat/picture"]
    draw_photo(office.content("stories/asrat/hodan-abdi.jpg"), (2000, 1100))
    office.build("-l", "nb")
    assert inputs(office, "nb", "screen")["content/stories/asrat/picture"] != before


def test_an_edition_names_only_the_stories_in_it(office: Office) -> None:
    office.change("stories/elmi/story.yaml", "channels: [print, screen", "channels: [screen")
    office.build("-l", "en")
    stories = {edition: _stories(inputs(office, "en", edition)) for edition in ("print", "screen")}
    assert stories == {"print": {"asrat", "wahed"}, "screen": {"asrat", "elmi", "wahed"}}


def _stories(made_of: dict[str, str]) -> set[str]:
    return {name.split("/")[2] for name in made_of if name.startswith("content/stories/")}


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")
def test_into_a_folder_that_is_a_link_it_is_looked_all_the_same(office: Office) -> None:
    before = inputs(office, "en", "print")
    office.content("stories/asrat").rename(office.root / "elsewhere")
    office.content("stories/asrat").symlink_to(office.root / "elsewhere")
    office.build("-l", "en")
    assert inputs(office, "en", "print") == before


def test_sheets_say_which_pages_and_stories_lie_on_each_side(office: Office) -> None:
    office.build("-l", "en", "-e", "office")
    sides: list[dict[str, Any]] = office.report("en")["editions"]["office"]["sides"]
    assert sorted(page for side in sides for page in side["pages"]) == list(range(1, 13))
    assert {story for side in sides for story in side["stories"]} == {"asrat", "elmi", "wahed"}
    assert sides[0]["pages"][:2] == [12, 1]
    assert [side["side"] for side in sides] == [3, 4, 5, 6]  # the instructions come first
