"""What was made of a file's bytes is kept for those who have the bytes, and for the program that made it."""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from postcards.problems import Problem, Severity, Where
from postcards.project import Project, find_project
from postcards.remembering import Readings, known
from postcards.sources import read_sources

REPOSITORY = Path(__file__).parents[1]

SOURCE = b"name: Asrat\nphoto: vacation-of-somebody.jpg\n"
ASKED = ("content/stories/asrat/story.yaml", "story")
CLASSES = known(Problem, Severity, Where, date)
VALUE = {"name": "Asrat", "on": date(2026, 11, 29), "found": Problem("a.b", "Something.", "Mend it.", Where("a", 1))}


class Drawer:
    """What is kept on one shelf."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[bytes, bytes]] = {}

    def recall(self, name: str, key: bytes) -> bytes | None:
        kept, content = self.kept.get(name, (b"", b""))
        return content if kept == key else None

    def keep(self, name: str, key: bytes, content: bytes) -> None:
        self.kept[name] = key, content

    def save(self) -> None:
        pass


class Cabinet:
    """Shelves, and readings one after the other."""

    def __init__(self) -> None:
        self.shelves: dict[str, Drawer] = {}
        self.made = 0

    def read(self, source: bytes = SOURCE, program: str = "this", make: Callable[[], Any] = lambda: VALUE) -> Any:
        """What a new process reads."""
        readings = Readings(lambda shelf: self.shelves.setdefault(shelf, Drawer()), program)

        def counted() -> Any:
            self.made += 1
            return make()

        value = readings.reading("en", ASKED, source, CLASSES, counted)
        readings.save()
        return value


def test_what_was_read_before_is_not_read_again() -> None:
    cabinet = Cabinet()
    assert cabinet.read() == cabinet.read() == VALUE
    assert cabinet.made == 1


def test_other_bytes_and_another_program_are_read() -> None:
    cabinet = Cabinet()
    cabinet.read()
    cabinet.read(SOURCE + b"#")
    cabinet.read(SOURCE + b"#", "another")
    assert cabinet.made == 3


def test_nobody_reads_what_is_kept_who_has_not_the_file() -> None:
    cabinet = Cabinet()
    cabinet.read()
    ((name, (key, content)),) = cabinet.shelves["en"].kept.items()
    written = pickle.dumps(VALUE)
    for part in (b"Asrat", b"vacation", b"asrat", b"Something", written[:24]):
        assert part not in name.encode() + key + content


class Program:
    """Runs when it is read back, where anything may be read back."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("ran",)


def test_a_program_in_the_cache_does_not_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cabinet = Cabinet()
    assert isinstance(cabinet.read(make=Program), Program)  # as somebody would write it who has the file
    assert cabinet.read() == VALUE
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("spoil", [lambda _: b"", lambda kept: kept[:-1], lambda kept: kept[1:], lambda _: bytes(64)])
def test_what_is_damaged_is_read_again(spoil: Callable[[bytes], bytes]) -> None:
    cabinet = Cabinet()
    cabinet.read()
    drawer = cabinet.shelves["en"]
    for name, (key, content) in [*drawer.kept.items()]:
        drawer.kept[name] = key, spoil(content)
    assert cabinet.read() == VALUE
    assert cabinet.made == 2


@pytest.mark.parametrize("hands", [1, 2])
def test_every_file_of_ours_is_as_if_it_were_read_now(monkeypatch: pytest.MonkeyPatch, hands: int) -> None:
    shelves: dict[str, Drawer] = {}

    def known_project() -> tuple[Project, Readings]:
        readings = Readings(lambda shelf: shelves.setdefault(shelf, Drawer()), "this")
        return replace(find_project(REPOSITORY), readings=readings), readings

    project, readings = known_project()
    read = read_sources(project, hands=hands)
    readings.save()
    assert read == read_sources(find_project(REPOSITORY))

    def again(*_: object) -> None:
        raise AssertionError("it is read again")

    for module in ("postcards.manuscript.sheets", "postcards.pages.designs"):
        monkeypatch.setattr(f"{module}.read_yaml", again)
    assert read_sources(known_project()[0], hands=hands) == read
