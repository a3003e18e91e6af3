"""What has not changed is not made again, and what is made is as if nothing had been there."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from project import LANGUAGES, REPOSITORY, Office, Surroundings, draw_photo, finish, in_child, start, wait_for

from postcards.edition.delivery import LOCK

LEFT_OUT = 1

KEPT = "kept, nothing has changed"
FIRST = "it was not made before"

#: Says at its end whether what writes PDF was loaded at all.
TELLING = """
import sys
from postcards.cli import main
code = main(sys.argv[1:])
print("reportlab" in sys.modules, "pydantic" in sys.modules)
sys.exit(code)
"""

#: A system whose disks know no hard links.
WITHOUT_LINKS = """
import errno, os, sys
def link(*_, **__):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))
os.link = link
from postcards.cli import main
sys.exit(main(sys.argv[1:]))
"""


def why(office: Office, *arguments: str) -> dict[str, str]:
    """Build; why each language's files were made, those that were kept left out."""
    answer = office.build("--explain", *arguments)
    assert answer.code == 0, answer.answer["problems"]
    found = {(Path(file).parent.name, reason) for file, reason in answer.answer["explain"].items() if reason != KEPT}
    assert len(found) == len(dict(found)), "editions of one language share their reason"
    return dict(found)


def written(office: Office) -> dict[Path, tuple[int, int]]:
    """When each file was written, and which one it is on the disk."""
    files = [path for path in office.out.rglob("*") if path.is_file() and path.name != LOCK]
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in files}


def afresh(office: Office, folder: Path) -> dict[str, bytes]:
    """What is built of the same content where nothing was built before."""
    other = Office(folder)
    shutil.copytree(office.root, other.root, ignore=shutil.ignore_patterns("out"))
    other.build()
    return other.files()


def test_a_first_build_says_so(office: Office) -> None:
    shutil.rmtree(office.out)
    assert why(office) == dict.fromkeys(LANGUAGES, FIRST)


def test_nothing_changed_nothing_written(office: Office) -> None:
    office.build()
    before = written(office)
    assert why(office) == {}
    assert written(office) == before


def test_nothing_changed_nothing_loaded(office: Office) -> None:
    answer = in_child(office, Surroundings(program=("-c", TELLING)), "build")
    again = in_child(office, Surroundings(program=("-c", TELLING)), "build")
    assert answer.out.splitlines()[-1] == "False False"
    assert again == answer


def test_a_copy_of_a_project_with_its_results_is_not_made_again(office: Office) -> None:
    assert why(office) == {}


def test_part_of_what_was_made_is_not_made_again(office: Office) -> None:
    assert why(office, "-l", "nb") == {}
    assert why(office, "-l", "nb", "-l", "ar", "small") == {}


def title_changes(office: Office) -> None:
    office.change("stories/asrat/nb.yaml", "title: ", "title: Nye ")


def facts_change(office: Office) -> None:
    office.change("stories/asrat/story.yaml", "returned: 2012-11", "returned: 2012-12")


def photo_changes(office: Office) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), (2000, 1100))


def words_change(office: Office) -> None:
    office.append("languages/ar.yaml", "# looked through\n")


def place_changes(office: Office) -> None:
    office.append("places.yaml", "# looked through\n")


def booklet_changes(office: Office) -> None:
    office.change("booklets/small.yaml", "issue: 2026-1", "issue: 2026-2")


def story_goes(office: Office) -> None:
    shutil.rmtree(office.content("stories/wahed"))


def layouts_come(office: Office) -> None:
    shutil.copytree(REPOSITORY / "layouts", office.root / "layouts")
    file = office.root / "layouts" / "palette.yaml"
    file.write_text(file.read_text("utf-8") + "# our own\n", "utf-8")


def file_goes(office: Office) -> None:
    office.pdf("nb", "print").unlink()


def file_is_written_to(office: Office) -> None:
    office.pdf("nb", "screen").write_bytes(b"%PDF-1.7 something else")


ALL = tuple(LANGUAGES)
CHANGES: list[tuple[Callable[[Office], None], tuple[str, ...], str]] = [
    (title_changes, ("nb",), "content/stories/asrat/nb.yaml has changed"),
    (facts_change, ALL, "content/stories/asrat/story.yaml has changed"),
    (photo_changes, ALL, "content/stories/asrat/pictures has changed"),
    (words_change, ("ar",), "content/languages/ar.yaml has changed"),
    (place_changes, ALL, "content/places.yaml has changed"),
    (booklet_changes, ALL, "content/booklets/small.yaml has changed"),
    (story_goes, ALL, "is gone"),
    (layouts_come, ALL, "layouts/palette.yaml has changed"),
    (file_is_written_to, ("nb",), "small_nb_screen.pdf was changed"),
]


@pytest.mark.parametrize(("change", "languages", "reason"), CHANGES, ids=[change.__name__ for change, _, _ in CHANGES])
def test_what_depends_on_a_change_is_made_again(
    change: Callable[[Office], None], languages: tuple[str, ...], reason: str, office: Office, tmp_path: Path
) -> None:
    change(office)
    made = why(office)
    assert set(made) == set(languages)
    assert all(reason in said for said in made.values())
    assert office.files() == afresh(office, tmp_path / "afresh")
    assert why(office) == {}


def test_a_file_that_is_gone_is_put_back_and_not_made_again(office: Office, good: Office) -> None:
    file_goes(office)
    answer = in_child(office, Surroundings(program=("-c", TELLING)), "build", "--explain")
    assert answer.out.splitlines()[-1] == "False False"
    assert f"{office.pdf('nb', 'print')}: small_nb_print.pdf was gone, and was put back" in answer.out
    assert office.files() == good.files()
    assert why(office) == {}


@pytest.mark.parametrize("kept_by", [Path.unlink, lambda kept: kept.write_bytes(kept.read_bytes()[:-1] + b" ")])
def test_a_kept_file_that_is_not_what_it_was_is_made_again(
    kept_by: Callable[[Path], object], office: Office, good: Office
) -> None:
    file_goes(office)
    for kept in (office.out / ".cache").glob("file-*"):
        kept_by(kept)
    assert why(office) == {"nb": "small_nb_print.pdf was gone"}
    assert office.files() == good.files()


def test_where_there_are_no_links_files_are_kept_as_copies(office: Office, good: Office) -> None:
    shutil.rmtree(office.out)
    assert in_child(office, Surroundings(program=("-c", WITHOUT_LINKS)), "build").code == 0
    file_goes(office)
    assert (
        in_child(office, Surroundings(program=("-c", WITHOUT_LINKS)), "build", "--explain").out.count("put back") == 1
    )
    assert office.files() == good.files()


def test_a_file_is_kept_without_taking_room(office: Office) -> None:
    shutil.rmtree(office.out)
    office.build()
    for file in office.out.rglob("*.pdf"):
        assert file.stat().st_nlink == 2
    office.change("stories/asrat/nb.yaml", "title: ", "title: New ")
    office.build()
    kept = [*(office.out / ".cache").glob("file-*")]
    assert len(kept) == len([*office.out.rglob("*.pdf"), *office.out.rglob("*.txt")])
    assert all(file.stat().st_nlink == 2 for file in kept)


@pytest.mark.parametrize("content", [None, b"{}"])
def test_a_report_that_is_not_what_it_was_is_written_again(content: bytes | None, office: Office, good: Office) -> None:
    report = office.pdf("nb", "print").with_name("report.json")
    report.unlink() if content is None else report.write_bytes(content)
    assert why(office) == {}
    assert office.files() == good.files()


@pytest.mark.parametrize("edition", ["print", "screen"])
def test_of_all_editions_one_alone_is_not_made_again(edition: str, office: Office) -> None:
    before = written(office)
    assert why(office, "-e", edition) == {}
    changed = {path for path, when in written(office).items() if before.get(path) != when}
    assert {path.name for path in changed if path.parent.name in LANGUAGES} == {"report.json"}
    office.pdf("nb", edition).unlink()
    assert "put back" in why(office, "-e", edition)["nb"]
    title_changes(office)
    assert why(office, "-e", edition) == {"nb": "content/stories/asrat/nb.yaml has changed"}


def test_where_something_was_found_an_edition_alone_is_made_for_what_is_found_of_it(office: Office) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), (700, 500))
    whole = office.build("-l", "en")
    assert office.build("-l", "en", "-e", "screen").code == 0
    assert whole.code == LEFT_OUT
    assert whole.finding("photo.resolution")["story"] == "asrat"


def test_a_file_that_is_saved_as_it_was_changes_nothing(office: Office) -> None:
    path = office.content("stories/asrat/nb.yaml")
    path.write_bytes(path.read_bytes())
    os.utime(path, (1, 1))
    assert why(office) == {}


def test_a_translation_is_reported_anew_when_its_source_changes_and_not_made_anew(office: Office) -> None:
    before = office.pdf("nb", "print").stat().st_mtime_ns
    office.change("stories/asrat/en.yaml", "title: ", "title: New ")
    assert set(why(office)) == {"en"}
    assert [problem["code"] for problem in office.report("nb")["problems"]] == ["translation.stale"]
    assert office.pdf("nb", "print").stat().st_mtime_ns == before


def test_another_date_for_the_files_is_a_change(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert why(office) == dict.fromkeys(LANGUAGES, "SOURCE_DATE_EPOCH has changed")


@pytest.mark.parametrize("arguments", [(), ("-l", "nb")])
def test_findings_and_exit_code_are_told_again(arguments: tuple[str, ...], office: Office) -> None:
    office.change("stories/asrat/nb.yaml", "title: ", "titel: ")
    first, second = (office.build(*arguments) for _ in range(2))
    assert first.code == LEFT_OUT
    assert first.finding("text.unknown-key")["path"] == "content/stories/asrat/nb.yaml"
    assert second == first
    assert "asrat" not in office.stories("nb")


def test_strict_is_asked_anew(office: Office) -> None:
    office.change("stories/asrat/en.yaml", "title: ", "title: New ")
    assert office.build().code == 0
    assert office.build("--strict").code == LEFT_OUT


@pytest.mark.parametrize("damage", [b"", b"{}", b"\x00" * 40])
def test_a_damaged_record_is_no_record(damage: bytes, office: Office, good: Office) -> None:
    for path in (office.out / ".cache").glob("made-*"):
        path.write_bytes(damage)
    assert why(office) == dict.fromkeys(LANGUAGES, FIRST)
    assert office.files() == good.files()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(title_changes, marks=pytest.mark.fault("E22")),
        pytest.param(photo_changes, marks=pytest.mark.fault("P33")),
    ],
)
def test_a_file_that_changes_while_it_is_built_from_is_looked_at_again(
    change: Callable[[Office], None], office: Office, tmp_path: Path
) -> None:
    shutil.rmtree(office.out)
    child = start(office, Surroundings(), "build", "-j", "1")
    wait_for(office.pdf("en", "print"), child)
    change(office)
    assert finish(child).code == 0
    office.build()
    assert office.files() == afresh(office, tmp_path / "afresh")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")
def test_into_a_folder_that_is_a_link_we_have_not_looked(office: Office) -> None:
    folder = office.root / "elsewhere"
    shutil.move(office.content("stories/asrat"), folder)
    office.content("stories/asrat").symlink_to(folder)
    first = office.build("--explain").answer["explain"]
    assert first
    assert office.build("--explain").answer["explain"] == first
