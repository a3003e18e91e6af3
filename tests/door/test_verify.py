"""`postcards verify`: whether finished files are what the project gives, and if not, what is not as it was."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from project import LANGUAGES, Answer, Office, draw_photo

EQUAL, DIFFERENT, USAGE, NOTHING = 0, 1, 2, 3

PARTS = ("job-ticket.pdf", "job-ticket.txt", "print.pdf", "screen.pdf")


def verify(office: Office, *arguments: str) -> Answer:
    return office.run("verify", "--json", *arguments)


def states(answer: Answer) -> dict[str, str]:
    return {Path(told["file"]).name: told["state"] for told in answer.answer["files"]}


def different(answer: Answer) -> dict[str, list[str]]:
    """Files that are not equal, and why."""
    return {Path(told["file"]).name: told["why"] for told in answer.answer["files"] if told["state"] != "equal"}


def of(language: str, *parts: str) -> set[str]:
    return {f"small_{language}_{part}" for part in parts or PARTS}


def everything(root: Path) -> dict[Path, tuple[int, int]]:
    return {path: (path.stat().st_mtime_ns, path.stat().st_ino) for path in sorted(root.rglob("*"))}


@pytest.mark.parametrize("knows_photos", [True, False])
def test_what_was_just_built_is_equal_and_nothing_is_written(knows_photos: bool, office: Office) -> None:
    if not knows_photos:
        shutil.rmtree(office.out / ".cache")
    before = everything(office.root)
    answer = verify(office)
    assert answer.code == EQUAL
    assert states(answer) == dict.fromkeys({name for tag in LANGUAGES for name in of(tag)}, "equal")
    assert everything(office.root) == before


def text_changes(office: Office) -> None:
    office.change("stories/asrat/nb.yaml", "title: ", "title: Nye ")


def facts_change(office: Office) -> None:
    office.change("stories/asrat/story.yaml", "returned: 2012-11", "returned: 2012-12")


def picture_changes(office: Office) -> None:
    draw_photo(office.content("stories/asrat/picture.jpg"), (2000, 1000))


def issue_changes(office: Office) -> None:
    office.change("booklets/small.yaml", "issue: 2026-1", "issue: 2026-2")


def story_goes(office: Office) -> None:
    shutil.rmtree(office.content("stories/wahed"))


def story_comes(office: Office) -> None:
    shutil.copytree(office.content("stories/asrat"), office.content("stories/again"))


CHANGES: list[tuple[Callable[[Office], None], str]] = [
    (text_changes, "the text of story asrat has changed"),
    (facts_change, "the facts of story asrat have changed"),
    (picture_changes, "the picture of story asrat has changed"),
    (issue_changes, "the booklet's file has changed"),
    (story_goes, "story wahed is gone"),
    (story_comes, "story again is new"),
]


@pytest.mark.parametrize(("change", "why"), CHANGES, ids=[change.__name__ for change, _ in CHANGES])
def test_what_differs_is_said_in_words(change: Callable[[Office], None], why: str, office: Office) -> None:
    change(office)
    answer = verify(office, str(office.out / "small" / "nb"))
    assert answer.code == DIFFERENT
    assert different(answer) == {name: [why] for name in of("nb")}


def test_a_change_that_changes_no_file_is_none(office: Office) -> None:
    office.append("stories/asrat/nb.yaml", "# looked through\n")
    assert verify(office).code == EQUAL


def test_one_who_reads_it_sees_sentences(office: Office) -> None:
    text_changes(office)
    answer = office.run("verify")
    file = office.pdf("nb", "print")
    assert f"{file}: differs: the text of story asrat has changed\n" in answer.out
    assert answer.out.endswith("8 files are equal, 4 are not.\n")


def test_a_file_that_was_changed_by_hand_is_told_from_one_that_is_old(office: Office) -> None:
    office.pdf("ar", "screen").write_bytes(b"%PDF-1.7 something else")
    office.pdf("en", "print").unlink()
    answer = verify(office)
    assert answer.code == DIFFERENT
    found = {name: state for name, state in states(answer).items() if state != "equal"}
    assert found == {"small_ar_screen.pdf": "by-hand", "small_en_print.pdf": "missing"}
    text_changes(office)
    office.pdf("nb", "screen").write_bytes(b"%PDF-1.7 something else")
    why = different(verify(office))["small_nb_screen.pdf"]
    assert why == ["the file was changed after it was made", "the text of story asrat has changed"]


def test_a_part_of_the_results_is_verified_alone(office: Office) -> None:
    text_changes(office)
    assert verify(office, str(office.out / "small" / "en")).code == EQUAL
    assert verify(office, str(office.out / "small")).code == DIFFERENT


def test_a_copy_elsewhere_is_verified_against_this_project(office: Office, tmp_path: Path) -> None:
    shutil.copytree(office.out / "small", tmp_path / "sent" / "small")
    assert verify(office, str(tmp_path / "sent")).code == EQUAL


def test_every_kind_of_file_is_made_again(office: Office) -> None:
    shutil.rmtree(office.out)
    office.build("-l", "ar", "-e", "print", "-e", "office", "-e", "phone", "-e", "card", "--printer", "own-cover")
    answer = verify(office)
    assert set(states(answer).values()) == {"equal"}
    names = " ".join(states(answer))
    assert all(part in names for part in ("print-cover", "office", "phone", "card_asrat.pdf", "card_asrat-1.png"))
    (office.out / "small" / "ar" / "cards" / "small_ar_card_asrat-1.png").write_bytes(b"")
    assert states(verify(office))["small_ar_card_asrat-1.png"] == "by-hand"


def test_a_file_that_no_report_speaks_of_is_named(office: Office) -> None:
    shutil.copy(office.pdf("en", "print"), office.pdf("en", "print-cover"))
    answer = verify(office)
    assert answer.code == DIFFERENT
    assert {name: state for name, state in states(answer).items() if state != "equal"} == {
        "small_en_print-cover.pdf": "unlisted"
    }


def test_what_cannot_be_made_again_says_why(office: Office) -> None:
    for tag in ("en", "ar"):
        shutil.rmtree(office.out / "small" / tag)
    office.change("booklets/small.yaml", "languages: [en, nb, ar]", "languages: [en, ar]")
    answer = verify(office)
    assert (answer.code, set(states(answer).values())) == (DIFFERENT, {"not-made"})
    assert "nb" in str(different(answer)["small_nb_print.pdf"])
    office.change("booklets/small.yaml", "layout: spread", "layout: spraed")
    office.change("booklets/small.yaml", "languages: [en, ar]", "languages: [en, nb, ar]")
    assert "spraed" in str(different(verify(office))["small_nb_print.pdf"])


def report(office: Office) -> Path:
    return office.pdf("en", "print").with_name("report.json")


def test_editions_that_were_built_one_by_one_stand_in_one_report(office: Office) -> None:
    whole = office.report("en")
    shutil.rmtree(office.out)
    for edition in ("screen", "print", "screen"):
        assert office.build("-l", "en", "-e", edition).code == EQUAL
        assert office.report("en")["built"] == [edition]
    assert office.report("en") | {"built": whole["built"]} == whole
    assert states(verify(office)) == dict.fromkeys(of("en"), "equal")


def test_an_edition_that_was_not_built_again_is_told_to_be_old(office: Office) -> None:
    text_changes(office)
    assert office.build("-l", "nb", "-e", "screen").code == EQUAL
    why = ["the text of story asrat has changed"]
    assert different(verify(office)) == dict.fromkeys(of("nb", "print.pdf", "job-ticket.pdf", "job-ticket.txt"), why)


def test_a_report_tells_of_no_file_that_is_gone_or_was_made_for_another_print_shop(office: Office) -> None:
    office.pdf("en", "print").unlink()
    office.append("booklets/small.yaml", "# once more\n")
    assert office.build("-l", "en", "-e", "screen").code == EQUAL
    told = office.report("en")
    assert (told["asked"], set(told["editions"]), set(told["beside"])) == (["screen"], {"screen"}, set())
    assert office.build("-l", "nb", "-e", "screen", "--printer", "plain").code == EQUAL
    assert set(office.report("nb")["editions"]) == {"screen"}


def test_a_report_that_is_anybodys_spoils_no_build(office: Office) -> None:
    said = json.loads(report(office).read_bytes())
    odd = said | {"asked": ["print", "nonsense"], "editions": {"nonsense": {"file": "report.json", "sha256": ""}}}
    for content in (*HOSTILE, json.dumps(odd).encode()):
        report(office).write_bytes(content)
        assert office.build("-l", "en", "-e", "screen").code == EQUAL
        assert set(office.report("en")["editions"]) == {"screen"}


HOSTILE = [
    b"",
    b"{}",
    b"[" * 100_000,
    b'{"editions": 5}',
    b"\xff\xfe",
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_a_report_that_is_none_is_named_and_the_others_are_used(content: bytes, office: Office) -> None:
    report = office.pdf("nb", "print").with_name("report.json")
    report.write_bytes(content)
    answer = verify(office)
    assert answer.code == DIFFERENT
    assert answer.finding("lock.unreadable")["path"] == str(report)
    assert len(answer.answer["files"]) == 8


@pytest.mark.parametrize("file", ["../../../content/places.yaml", "/etc/hostname", "c:x", "", "a\\b"])
def test_a_report_that_leads_out_of_its_folder_is_refused(file: str, office: Office) -> None:
    path = office.pdf("nb", "print").with_name("report.json")
    report = json.loads(path.read_bytes())
    report["editions"]["print"]["file"] = file
    path.write_text(json.dumps(report))
    assert verify(office).finding("lock.unreadable")["path"] == str(path)


def test_nothing_to_verify(office: Office, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert verify(office, str(tmp_path / "empty")).code == NOTHING
    answer = verify(office, str(tmp_path / "nowhere"))
    assert answer.code == USAGE
    assert "nowhere" in answer.err
