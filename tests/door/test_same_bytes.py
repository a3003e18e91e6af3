"""The same project gives the same bytes: in any folder, on any computer, with any number of workers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from project import BESIDE, EDITIONS, LANGUAGES, Office, Surroundings, in_child, new_office

#: Surroundings that must leave no trace, each with what the command is called with.
HERE = Surroundings({"LC_ALL": "C", "TZ": "Asia/Tehran", "PYTHONHASHSEED": "0"})
THERE = Surroundings({"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"})
ASCII_ONLY = Surroundings({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"})


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What one worker makes, photos and all, in one place."""
    return built(new_office(tmp_path_factory.mktemp("here") / "project"), HERE, "1")


def built(office: Office, surroundings: Surroundings, workers: str) -> dict[str, bytes]:
    answer = in_child(office, surroundings, "build", "-j", workers)
    assert answer.code == 0, answer.err
    files = office.files()
    assert len(files) == len(LANGUAGES) * (len(EDITIONS) + len(BESIDE))
    return files


@pytest.mark.fault("E19", "E25", "E26")
def test_elsewhere_with_more_workers_and_with_photos_made_before(here: dict[str, bytes], tmp_path: Path) -> None:
    office = new_office(tmp_path / "Vår mappe – قصص [2] 'x'")
    assert built(office, THERE, "2") == here
    office.forget()
    assert built(office, THERE, "2") == here


@pytest.mark.fault("E17")
def test_where_the_terminal_knows_only_ascii(here: dict[str, bytes], tmp_path: Path) -> None:
    assert built(new_office(tmp_path / "project"), ASCII_ONLY, "1") == here


def test_in_this_process(here: dict[str, bytes], good: Office) -> None:
    assert good.files() == here


def test_where_there_is_no_room_for_the_cache(here: dict[str, bytes], good: Office, tmp_path: Path) -> None:
    office = Office(tmp_path / "project")
    shutil.copytree(good.root / "content", office.root / "content")
    office.out.mkdir()
    (office.out / ".cache").write_bytes(b"no folder")
    assert office.build().code == 0
    assert office.files() == here


def test_a_text_changes_its_own_language_and_no_other(office: Office, here: dict[str, bytes]) -> None:
    office.change("stories/asrat/nb.yaml", "title: ", "title: Nye ")
    assert office.build().code == 0
    changed = {path for path, content in office.files().items() if content != here[path]}
    assert {path.split("/")[1] for path in changed} == {"nb"}
    assert {path for path in changed if path.endswith(".pdf")} == {
        f"small/nb/small_nb_{name}.pdf" for name in (*EDITIONS, "job-ticket")
    }
