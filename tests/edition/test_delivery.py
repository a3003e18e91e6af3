"""Files are whole or not there; one build at a time in a folder."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path

import pytest

from postcards.edition.delivery import LOCK, REJECTED, UNFINISHED, deliver, output_folder
from postcards.problems import BusyError, ProjectError

OLD, NEW = b"the last good file", b"the new one, which is longer"


def sound(_content: bytes) -> list[str]:
    return []


def unsound(_content: bytes) -> list[str]:
    return ["it has 3 pages instead of 4"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "booklet.pdf"
    path.write_bytes(OLD)
    return path


def test_a_sound_file_takes_the_old_ones_place(target: Path) -> None:
    assert deliver(target, NEW, sound) == []
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_folders_are_made_on_the_way(tmp_path: Path) -> None:
    path = tmp_path / "small" / "en" / "booklet.pdf"
    deliver(path, NEW, sound)
    assert path.read_bytes() == NEW


def test_the_check_reads_what_is_on_the_disk_while_the_old_file_stands(target: Path) -> None:
    seen: list[bytes] = []

    def check(content: bytes) -> list[str]:
        seen.extend((content, target.read_bytes()))
        return []

    deliver(target, NEW, check)
    assert seen == [NEW, OLD]


def test_a_refused_file_is_kept_aside_and_the_old_one_stays(target: Path) -> None:
    assert deliver(target, NEW, unsound) == unsound(NEW)
    assert target.read_bytes() == OLD
    assert target.with_name(target.name + REJECTED).read_bytes() == NEW
    assert names(target.parent) == [target.name, target.name + REJECTED]


def test_a_sound_file_takes_a_refused_one_away(target: Path) -> None:
    deliver(target, NEW, unsound)
    deliver(target, NEW, sound)
    assert names(target.parent) == [target.name]


def test_a_link_stays_a_link(target: Path) -> None:
    link = target.with_name("latest.pdf")
    link.symlink_to(target)
    deliver(link, NEW, sound)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


@pytest.mark.parametrize("stop", [KeyboardInterrupt, MemoryError, ZeroDivisionError])
def test_whatever_stops_the_check_leaves_the_old_file_and_nothing_else(stop: type[BaseException], target: Path) -> None:
    def check(_content: bytes) -> list[str]:
        raise stop

    with pytest.raises(stop):
        deliver(target, NEW, check)
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_a_folder_in_the_files_place_is_told_and_stays(tmp_path: Path) -> None:
    path = tmp_path / "booklet.pdf"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(ProjectError):
        deliver(path, NEW, sound)
    assert names(tmp_path) == ["booklet.pdf"]
    assert (path / "inside").is_dir()


@pytest.mark.fault("E1")
def test_a_full_device_is_told_as_such(tmp_path: Path) -> None:
    full = Path("/dev/full")
    assert full.is_char_device()
    unfinished = tmp_path / f"booklet.pdf{UNFINISHED}"
    unfinished.symlink_to(full)
    with pytest.raises(ProjectError, match="no space"):
        deliver(tmp_path / "booklet.pdf", NEW, sound)
    assert names(tmp_path) == []


def test_the_folder_is_made_locked_and_freed(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "deep"
    with output_folder(folder) as out:
        assert out == folder
        with pytest.raises(BusyError), output_folder(folder):
            raise AssertionError("two builds in one folder")
    with output_folder(folder):
        pass


@pytest.mark.fault("E10")
def test_the_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    child = os.fork()
    if not child:
        fcntl.flock(os.open(tmp_path / LOCK, os.O_CREAT | os.O_RDWR), fcntl.LOCK_EX)
        os._exit(0)
    os.waitpid(child, 0)
    assert (tmp_path / LOCK).exists()
    with output_folder(tmp_path):
        pass


def test_leftovers_are_cleared_and_nothing_else(tmp_path: Path) -> None:
    deep = tmp_path / "small" / "en"
    deep.mkdir(parents=True)
    kept = [deep / "a.pdf", deep / f"a.pdf{REJECTED}", deep / "report.json"]
    for path in (*kept, deep / f"a.pdf{UNFINISHED}"):
        path.write_bytes(OLD)
    with output_folder(tmp_path):
        assert names(deep) == sorted(path.name for path in kept)


def test_what_another_program_is_writing_is_none_of_ours(tmp_path: Path) -> None:
    download = tmp_path / "film.mkv.part"
    download.write_bytes(OLD)
    with output_folder(tmp_path):
        assert download.read_bytes() == OLD


def test_a_lock_is_refused_before_leftovers_are_cleared(tmp_path: Path) -> None:
    leftover = tmp_path / f"a.pdf{UNFINISHED}"
    leftover.write_bytes(OLD)
    with (tmp_path / LOCK).open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(BusyError), output_folder(tmp_path):
            raise AssertionError("two builds in one folder")
    assert leftover.read_bytes() == OLD
