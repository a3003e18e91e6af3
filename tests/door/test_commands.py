"""What can be asked for on the command line, and what the shell gets back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from project import BOOKLET, EDITIONS, LANGUAGES, PHOTO_SIZE, Answer, Office, draw_photo, new_office

BUILT, LEFT_OUT, USAGE, NOTHING = 0, 1, 2, 3

#: A page of 148 x 105 mm at 150 pixels to the inch, begun pixels counted.
PREVIEW_SIZE = (875, 621)

#: A photo that prints coarsely (pixels), and what stands for one that cannot be printed.
COARSE, BROKEN = (300, 200), (0, 0)


def tree(root: Path) -> dict[str, bytes]:
    """Everything below a folder."""
    return {str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("build", "smal"), "smal"),
        (("build", "-l", "xx"), "xx"),
        (("build", "-e", "web"), "web"),
        (("build", "-j", "0"), "-j"),
        (("build", "--strickt"), "--strickt"),
        (("check", "-l", "no"), "no"),
        (("preview", BOOKLET, "-l", "xx"), "xx"),
        (("preview", BOOKLET, "-l", "en", "--pages", "5-3"), "--pages"),
        (("preview", BOOKLET), "-l"),
    ],
)
def test_a_wrong_command_does_nothing_and_says_what_is_known(
    arguments: tuple[str, ...], named: str, office: Office
) -> None:
    before = tree(office.root)
    answer = office.run(*arguments)
    assert answer.code == USAGE
    assert named in answer.err
    assert "Traceback" not in answer.err
    assert tree(office.root) == before


@pytest.mark.parametrize(
    ("arguments", "known"),
    [(("smal",), BOOKLET), (("-l", "xx"), "ar, en, nb"), (("-e", "web"), "print, screen")],
)
def test_an_unknown_name_is_answered_with_the_known_ones(
    arguments: tuple[str, ...], known: str, office: Office
) -> None:
    assert known in office.build(*arguments).err


@pytest.mark.parametrize("folder", ["content", "content/stories", "layouts", "fonts"])
def test_results_never_go_where_the_sources_are(folder: str, office: Office) -> None:
    before = tree(office.root)
    answer = office.build("-o", str(office.root / folder))
    assert answer.code == USAGE
    assert tree(office.root) == before


def test_pictures_never_go_where_the_sources_are(office: Office) -> None:
    before = tree(office.root)
    answer = office.run("preview", BOOKLET, "-l", "en", "--pages", "1", "-o", str(office.content("stories")))
    assert answer.code == USAGE
    assert tree(office.root) == before


def test_results_do_not_go_through_a_link_to_the_sources(office: Office) -> None:
    link = office.root / "results"
    link.symlink_to(office.root / "content")
    before = tree(office.root / "content")
    assert office.build("-o", str(link)).code == USAGE
    assert tree(office.root / "content") == before


def test_a_folder_without_content_is_no_project(tmp_path: Path) -> None:
    answer = Office(tmp_path).build()
    assert answer.code == NOTHING
    assert "--project" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_project_without_a_story_builds_nothing(office: Office, good: Office) -> None:
    shutil.rmtree(office.content("stories"))
    assert office.build().code == NOTHING
    pdfs = {path: content for path, content in office.files().items() if path.endswith(".pdf")}
    assert pdfs == {path: content for path, content in good.files().items() if path.endswith(".pdf")}


def test_only_what_is_asked_for_is_built(office: Office) -> None:
    shutil.rmtree(office.out)
    answer = office.build(BOOKLET, "-l", "nb", "-l", "ar", "-e", "screen")
    assert answer.code == BUILT
    assert answer.answer["files"] == [str(office.pdf(language, "screen")) for language in ("nb", "ar")]
    assert sorted(path for path in office.files() if path.endswith(".pdf")) == [
        f"small/{language}/small_{language}_screen.pdf" for language in ("ar", "nb")
    ]


def test_warnings_count_only_where_strict_is_asked_for(office: Office, tmp_path: Path) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), COARSE)
    plain, strict = office.build("-e", "screen"), office.build("-e", "screen", "--strict")
    assert {problem["severity"] for problem in plain.answer["problems"]} == {"warning"}
    assert (plain.code, strict.code) == (BUILT, LEFT_OUT)
    faultless = new_office(tmp_path / "faultless", ("wahed",), ("en",))
    assert faultless.build("-e", "screen", "--strict").code == BUILT


def test_json_says_what_the_lines_say(office: Office) -> None:
    office.content("stories/asrat/picture.jpg").unlink()
    told = office.run("build", "-j", "1", "-e", "screen")
    answer = office.build("-e", "screen")
    assert answer.err == ""
    lines = told.err.splitlines()
    for problem in answer.answer["problems"]:
        place = f"{problem['path']}:{problem['line']}:{problem['column']}: {problem['severity']}: "
        end = f"{problem['message']} {problem['remedy']} [{problem['code']}]"
        assert any(line.startswith(place) and line.endswith(end) for line in lines), end
    assert len(answer.answer["files"]) == len(LANGUAGES)


def test_check_tells_the_same_and_writes_nothing(office: Office) -> None:
    shutil.rmtree(office.out)
    office.change("stories/elmi/en.yaml", "title: ", "titel: ")
    (office.content("stories/asrat/picture.jpg")).write_bytes(b"")
    before = tree(office.root)
    checked = office.run("check", "--json")
    assert tree(office.root) == before
    assert checked.code == LEFT_OUT
    built = office.build()
    assert checked.answer["problems"] == built.answer["problems"]


def test_preview_makes_pictures_of_the_pages_asked_for(office: Office) -> None:
    answer = office.run("preview", BOOKLET, "-l", "ar", "--pages", "3-4")
    folder = office.out / "preview"
    assert answer.code == BUILT
    assert answer.out.split() == [str(folder / f"small_ar_{number:02d}.png") for number in (3, 4)]
    pictures = [Image.open(path) for path in sorted(folder.iterdir())]
    assert [picture.size for picture in pictures] == [PREVIEW_SIZE, PREVIEW_SIZE]
    colours = [picture.convert("L").getextrema() for picture in pictures]
    assert all(darkest < lightest for darkest, lightest in colours)


def test_preview_shows_all_pages_and_none_beyond_the_last(office: Office) -> None:
    with pypdfium2.PdfDocument(office.pdf("en", "screen")) as document:
        pages = len(document)
    assert len(office.run("preview", BOOKLET, "-l", "en").out.split()) == pages
    beyond = office.run("preview", BOOKLET, "-l", "en", "--pages", f"{pages}-{pages + 5}")
    assert beyond.out.split() == [str(office.out / "preview" / f"small_en_{pages:02d}.png")]


@pytest.mark.parametrize(("size", "code"), [(PHOTO_SIZE, BUILT), (BROKEN, LEFT_OUT)])
def test_a_broken_photo_is_an_error(size: tuple[int, int], code: int, office: Office) -> None:
    photo = office.content("stories/asrat/picture.jpg")
    if size == BROKEN:
        photo.write_bytes(b"")
    else:
        draw_photo(photo, size)
    answer = office.build("-l", "en")
    assert answer.code == code
    assert answer.findings("photo.resolution") == []


def test_a_coarse_photo_is_left_out_of_print_and_shown_on_screens(office: Office) -> None:
    """Paper stays: there the story gets its page without a picture, and the finding says how many pixels it takes."""
    draw_photo(office.content("stories/asrat/picture.jpg"), COARSE)
    answer = office.build("-l", "en")
    assert answer.code == LEFT_OUT
    finding = next(each for each in answer.findings("photo.resolution") if each["severity"] == "error")
    assert (finding["path"], finding["story"]) == ("content/stories/asrat/story.yaml", "asrat")
    assert "1819 ×" in finding["remedy"]
    pictures = {}
    for edition in EDITIONS:
        (number,) = [each["page"] for each in _stories(office, edition) if each["story"] == "asrat"]
        with pikepdf.open(office.pdf("en", edition)) as pdf:
            pictures[edition] = [len(page.get_images()) for page in pdf.pages][number - 1]
            assert sum(len(page.get_images()) for page in pdf.pages) == 1 + pictures[edition]
    assert pictures == {"print": 0, "screen": 1}


def _stories(office: Office, edition: str) -> list[dict[str, Any]]:
    stories: list[dict[str, Any]] = office.report("en")["editions"][edition]["stories"]
    return stories


def test_the_report_names_the_files_and_what_was_found(office: Office) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), COARSE)
    office.build("-l", "en")
    report = office.report("en")
    assert {edition: part["file"] for edition, part in report["editions"].items()} == {
        edition: office.pdf("en", edition).name for edition in EDITIONS
    }
    assert "photo.resolution" in [problem["code"] for problem in report["problems"]]
    assert str(office.root) not in json.dumps(report)


def test_the_report_keeps_what_was_found_in_the_staffs_files(office: Office) -> None:
    office.change("stories/elmi/en.yaml", "title: ", "titel: ")
    answer: Answer = office.build("-l", "en")
    found = answer.finding("text.unknown-key")
    assert found in office.report("en")["problems"]
