"""`postcards diff`: which pages of a new issue need to be proofed, in words and in pictures."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image
from project import Answer, Office, copy_office, new_office

SAME, DIFFERENT, USAGE, FAILED = 0, 1, 2, 3

#: The frames' colour: nothing of ours is printed in it.
FRAME = (214, 0, 110)

#: Edges of a page of 148 x 105 mm at 150 pixels to the inch, and around two of them.
PAGE, GAP = (875, 621), 24


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A first issue, in two languages; not to be changed."""
    office = new_office(tmp_path_factory.mktemp("first") / "project", languages=("en", "ar"))
    office.change("booklets/small.yaml", "editions: [print, screen]", "editions: [screen]")
    assert office.build().code == 0
    return office


@pytest.fixture
def second(first: Office, tmp_path: Path) -> Office:
    """The same, to be changed and built again."""
    return copy_office(first, tmp_path / "second")


def diff(office: Office, old: Path, new: Path, *arguments: str) -> Answer:
    return office.run("diff", str(old), str(new), "--json", *arguments)


def against(first: Office, second: Office, language: str = "en", edition: str = "screen") -> dict[str, Any]:
    """What is said of one file of the second issue."""
    answer = diff(second, first.pdf(language, edition), second.pdf(language, edition))
    assert answer.code in (SAME, DIFFERENT), answer.err
    (told,) = answer.answer["files"]
    found: dict[str, Any] = told
    return found


def kinds(told: dict[str, Any], kind: str) -> list[tuple[int | None, int | None]]:
    return [(page.get("old"), page.get("new")) for page in told["changes"] if page["kind"] == kind]


def framed(picture: Path) -> set[int]:
    """How far from the left, in pixels, something is in the frames' colour."""
    with Image.open(picture) as image:
        pixels, width = image.convert("RGB").tobytes(), image.width
    places = range(len(pixels) // len(FRAME))
    return {at % width for at in places if pixels[3 * at : 3 * at + 3] == bytes(FRAME)}


def new_story(office: Office) -> None:
    """A story from a country that stands between two others in the contents."""
    shutil.copytree(office.content("stories/asrat"), office.content("stories/besa"))
    office.change("stories/besa/story.yaml", "name: Asrat", "name: Besa")
    office.change("stories/besa/story.yaml", "country: ET", "country: AL")


def test_an_issue_is_the_same_as_itself(first: Office, tmp_path: Path) -> None:
    answer = diff(first, first.out, first.out, "-o", str(tmp_path / "pictures"))
    assert answer.code == SAME
    assert [told["same"] for told in answer.answer["files"]] == [True, True]
    assert not (tmp_path / "pictures").exists()


def test_a_changed_word_is_one_page_to_proof_and_its_picture(first: Office, second: Office) -> None:
    second.change("stories/asrat/en.yaml", "wife and two small children", "wife and three small children")
    second.build()
    told = against(first, second)
    story = next(page for page in told["changes"] if page.get("stories") == ["asrat"])
    assert story["words"] == [{"old": "two", "new": "three"}]
    assert "the text of story asrat has changed" in told["causes"]
    # The colophon's digest of the content is another as well.
    assert kinds(told, "changed") == [(7, 7), (11, 11)]
    assert told["proof"] == [7, 11]
    pictures = {Path(page["picture"]).name for page in told["changes"]}
    assert pictures == {path.name for path in (second.out / "diff").iterdir()}
    with Image.open(story["picture"]) as seen:
        assert seen.size == (2 * PAGE[0] + 3 * GAP, PAGE[1] + 2 * GAP)
        middle = seen.width // 2
    assert {left > middle for left in framed(Path(story["picture"]))} == {False, True}


@pytest.mark.parametrize("language", ["en", "ar"])
def test_pages_behind_a_new_story_have_moved_and_not_changed(language: str, first: Office, second: Office) -> None:
    new_story(second)
    second.build()
    told = against(first, second, language)
    assert "story besa is new" in told["causes"]
    besa = next(
        story["page"] for story in second.report(language)["editions"]["screen"]["stories"] if story["story"] == "besa"
    )
    added = [page["new"] for page in told["changes"] if page["kind"] == "added" and page.get("stories") == ["besa"]]
    assert added == [besa, besa + 1]
    moved = kinds(told, "moved")
    assert {(6, 8), (7, 9), (8, 10), (9, 11)} <= set(moved)
    changed = {old for old, _ in kinds(told, "changed")}
    assert changed == {3, 11}  # the contents and the colophon, which counts stories
    assert not {new for _, new in moved} & set(told["proof"])


def test_a_story_that_went_is_told(first: Office, second: Office) -> None:
    shutil.rmtree(second.content("stories/asrat"))
    second.build()
    told = against(first, second)
    assert "story asrat is gone" in told["causes"]
    gone = [page["old"] for page in told["changes"] if page["kind"] == "removed" and page.get("stories") == ["asrat"]]
    assert gone == [6, 7]
    assert (8, 6) in kinds(told, "moved")


def test_without_reports_bookmarks_say_what_a_page_is(first: Office, second: Office, tmp_path: Path) -> None:
    new_story(second)
    second.build()
    files = [
        shutil.copy(office.pdf("en", "screen"), tmp_path / name)
        for office, name in ((first, "1.pdf"), (second, "2.pdf"))
    ]
    answer = diff(second, *files)
    (told,) = answer.answer["files"]
    assert told["causes"] == []
    assert {(8, 10), (9, 11)} <= set(kinds(told, "moved"))
    added = [page["stories"] for page in told["changes"] if page["kind"] == "added"]
    assert added[:2] == [["Besa: A house that earns its keep"]] * 2


def test_pages_without_report_and_bookmarks_are_known_by_their_words(
    first: Office, second: Office, tmp_path: Path
) -> None:
    second.change("stories/asrat/en.yaml", "wife and two small children", "wife and three small children")
    new_story(second)
    second.build()
    for office, name in ((first, "1.pdf"), (second, "2.pdf")):
        with pikepdf.open(office.pdf("en", "screen")) as document:
            del document.Root.Outlines
            document.save(tmp_path / name)
    (told,) = diff(second, tmp_path / "1.pdf", tmp_path / "2.pdf").answer["files"]
    assert (8, 10) in kinds(told, "moved")
    assert (7, 9) in kinds(told, "changed")
    assert [page["words"] for page in told["changes"] if page.get("new") == 9] == [[{"old": "two", "new": "three"}]]


def test_only_the_sheets_that_changed_are_to_be_proofed(second: Office) -> None:
    second.build("-l", "en", "-e", "office")
    old = shutil.copytree(second.pdf("en", "office").parent, second.root / "before") / "small_en_office.pdf"
    second.change("stories/wahed/en.yaml", "title: ", "title: So – ")
    second.build("-l", "en", "-e", "office")
    answer = diff(second, old, second.pdf("en", "office"))
    (told,) = answer.answer["files"]
    sides = second.report("en")["editions"]["office"]["sides"]
    changed = {3, 5, 11}  # the contents, the story, and the colophon
    holding = {side["side"] for side in sides if changed & {*side["pages"]}}
    assert set(told["proof"]) == holding
    assert holding < {side["side"] for side in sides}
    lines = second.run("diff", str(old), str(second.pdf("en", "office"))).out
    assert lines.splitlines()[-1] == "  to proof: sheets 2–3"


def test_marks_beyond_the_bleed_do_not_count(second: Office, tmp_path: Path) -> None:
    """The slug line names the issue on every sheet."""
    for name, issue in (("one", "2026-1"), ("two", "2026-2")):
        if name == "two":
            second.change("booklets/small.yaml", "issue: 2026-1", f"issue: {issue}")
        second.build("-l", "en", "-e", "print", "--printer", "crop-marks", "-o", str(tmp_path / name))
    (told,) = diff(second, tmp_path / "one", tmp_path / "two").answer["files"]
    assert len(told["proof"]) < told["pages"]["now"] / 2


def test_pages_of_a_cover_in_its_own_file_are_counted_as_the_booklet_counts(second: Office) -> None:
    build = ("-l", "en", "-e", "print", "--printer", "own-cover", "-o")
    second.build(*build, str(second.root / "one"))
    second.change("stories/elmi/en.yaml", "title: ", "title: So – ")
    second.build(*build, str(second.root / "two"))
    answer = diff(second, second.root / "one", second.root / "two").answer
    told = next(each for each in answer["files"] if each["file"].endswith("_print.pdf"))
    elmi = [page["new"] for page in told["changes"] if page.get("stories") == ["elmi"]]
    assert elmi == [9]
    assert second.pdf("en", "print")  # its eighth page is the booklet's tenth


def test_what_is_not_seen_is_no_page_to_proof_and_not_the_same(
    first: Office, second: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    second.build("-l", "en")
    told = against(first, second)
    assert (told["same"], told["looks_same"], told["proof"]) == (False, True, [])
    assert told["causes"] == ["SOURCE_DATE_EPOCH was “” and is “1000000000”"]
    answer = second.run("diff", str(first.pdf("en", "screen")), str(second.pdf("en", "screen")))
    assert answer.code == DIFFERENT
    assert "every page looks the same" in answer.out


def test_reports_are_found_from_where_one_stands(
    first: Office, second: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for office, folder in ((first, "old"), (second, "new")):
        if office is second:
            office.change("stories/asrat/en.yaml", "title: ", "title: So – ")
        office.build("-l", "en", "-e", "card", "-o", str(tmp_path / folder))
    monkeypatch.chdir(tmp_path / "new" / "small" / "en" / "cards")
    old = Path("../../../../old/small/en/cards/small_en_card_asrat.pdf")
    (told,) = diff(second, old, Path("small_en_card_asrat.pdf")).answer["files"]
    assert told["causes"] == ["the text of story asrat has changed"]


def test_files_of_one_issue_alone_are_named(first: Office, second: Office) -> None:
    second.pdf("ar", "screen").unlink()
    answer = diff(second, first.out, second.out)
    assert answer.code == DIFFERENT
    assert [Path(file).name for file in answer.answer["gone"]] == ["small_ar_screen.pdf"]
    assert [Path(file).name for file in diff(second, second.out, first.out).answer["new"]] == ["small_ar_screen.pdf"]


def test_pictures_are_the_same_every_time_and_earlier_ones_go(first: Office, second: Office) -> None:
    second.change("stories/asrat/en.yaml", "title: ", "title: So – ")
    second.change("stories/elmi/en.yaml", "title: ", "title: So – ")
    second.build()
    against(first, second)
    folder = second.out / "diff"
    pictures = {path.name: path.read_bytes() for path in folder.iterdir()}
    (folder / "notes_page-01.txt").write_text("ours")
    against(first, second)
    assert {path.name: path.read_bytes() for path in folder.glob("*.png")} == pictures
    second.change("stories/elmi/en.yaml", "title: So – ", "title: ")
    second.build()
    told = against(first, second)
    assert {path.name for path in folder.glob("*.png")} == {Path(page["picture"]).name for page in told["changes"]}
    assert (folder / "notes_page-01.txt").exists()


def nothing(path: Path) -> None:
    path.write_bytes(b"")


def no_pdf(path: Path) -> None:
    path.write_bytes(b"<html>not a PDF</html>" * 50)


def cut_off(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def locked(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))


def endless(path: Path) -> None:
    """A page that draws more than anybody waits for."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[2].contents_add(b"0 0 m 9 9 l S\n" * 500_000)
        document.save(path)


def huge(path: Path) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        document.pages[0].MediaBox = [0, 0, 14_400, 14_400]
        document.pages[0].CropBox = [0, 0, 14_400, 14_400]
        document.save(path)


BROKEN: list[tuple[Callable[[Path], None], str]] = [
    (nothing, "diff.no-pdf"),
    (no_pdf, "diff.no-pdf"),
    (cut_off, "diff.damaged"),
    (locked, "diff.locked"),
    (endless, "diff.too-much"),
]


@pytest.mark.parametrize(("spoil", "code"), BROKEN, ids=[spoil.__name__ for spoil, _ in BROKEN])
def test_a_file_that_cannot_be_compared_is_named_and_the_others_are(
    spoil: Callable[[Path], None], code: str, first: Office, second: Office
) -> None:
    spoil(second.pdf("ar", "screen"))
    answer = diff(second, first.out, second.out)
    assert answer.code == FAILED
    assert answer.finding(code)["path"] == str(second.pdf("ar", "screen"))
    assert [told["file"] for told in answer.answer["files"]] == ["small_en_screen.pdf"]
    assert "Traceback" not in answer.err


def test_a_huge_page_is_painted_small(first: Office, second: Office) -> None:
    huge(second.pdf("en", "screen"))
    told = against(first, second)
    assert (1, 1) in kinds(told, "changed")


@pytest.mark.parametrize("names", [("nowhere.pdf", "screen"), ("screen", "nowhere.pdf"), ("screen", "folder")])
def test_a_wrong_command_says_so(names: Iterable[str], first: Office) -> None:
    paths = {"nowhere.pdf": first.root / "nowhere.pdf", "screen": first.pdf("en", "screen"), "folder": first.out}
    answer = first.run("diff", *(str(paths[name]) for name in names))
    assert answer.code == USAGE
    assert "Traceback" not in answer.err


def test_folders_without_results_are_a_wrong_command(first: Office, tmp_path: Path) -> None:
    answer = first.run("diff", str(tmp_path), str(first.content("stories")))
    assert (answer.code, answer.out) == (USAGE, "")


def test_pictures_do_not_go_among_the_sources(first: Office) -> None:
    screen = str(first.pdf("en", "screen"))
    assert first.run("diff", screen, screen, "-o", str(first.content("stories"))).code == USAGE


def test_one_who_reads_it_sees_what_to_do(first: Office, second: Office) -> None:
    new_story(second)
    second.build("-l", "en")
    said = second.run("diff", str(first.pdf("en", "screen")), str(second.pdf("en", "screen"))).out.splitlines()
    assert said[0] == "small_en_screen.pdf: 12 pages before, 16 pages now"
    assert "  story besa is new" in said
    assert "  pages 6–7 (story besa): added" in said
    assert "  pages 6–10, now pages 8–12: moved, otherwise the same" in said
    assert said[-1] == "  to proof: pages 3, 6–7, 13–15"
    assert all(Path(line.strip()).exists() for line in said if line.endswith(".png"))
