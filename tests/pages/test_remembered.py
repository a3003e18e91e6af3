"""Pages that were laid out before are as if they were laid out now, and nothing else is read back."""

from __future__ import annotations

import os
import pickle
from pathlib import Path

import pytest
from print_room import LAYOUTS, PrintRoom

from postcards.pages.assembly import assemble
from postcards.pages.page import Text
from postcards.pages.remembered import Recollection

GROUND = b"the same"


class Drawer:
    """What was kept, and what was asked for that was there: stories by their names, other pages by what they are."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[bytes, bytes]] = {}
        self.found: list[str] = []

    def recall(self, name: str, key: bytes) -> bytes | None:
        kept, content = self.kept.get(name, (b"", b""))
        if kept != key:
            return None
        self.found.append(name)
        return content

    def keep(self, name: str, key: bytes, content: bytes) -> None:
        self.kept[name] = key, content

    def save(self) -> None:
        pass

    @property
    def stories(self) -> list[str]:
        return [name for name in self.found if "/" not in name]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tag", ["en", "ar", "ti", "ne", "ru"])
def test_they_are_as_if_made_now(room: PrintRoom, tag: str, layout: str) -> None:
    """Numbers inside passages of the other direction too, whose faces are embedded once more."""
    drawer, book = Drawer(), room.book(tag)
    made = assemble(room.bench(layout, tag), book, Recollection(drawer, GROUND, room.shelf))
    assert made == room.pages(layout, tag)
    assert drawer.stories == []
    drawer.found.clear()  # what was made twice, to be counted and to be bound
    again = assemble(room.bench(layout, tag), book, Recollection(drawer, GROUND, room.shelf))
    assert {*drawer.found} == {*drawer.kept}  # the matter around the stories too
    assert drawer.stories == [story.slug for story in book.stories]
    assert again == made
    for page, before in zip(again.pages.pages, made.pages.pages, strict=True):
        for text, was in zip(page.texts, before.texts, strict=True):
            assert text.line.runs == was.line.runs


def test_on_another_ground_and_of_another_story_they_are_made_again(room: PrintRoom) -> None:
    drawer, book = Drawer(), room.book("en", ["asrat", "hamid"])
    assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    drawer.found.clear()
    assemble(room.bench(), book, Recollection(drawer, b"another", room.shelf))
    assert drawer.stories == []
    assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    assemble(room.bench(), room.book("en", ["hamid"]), Recollection(drawer, GROUND, room.shelf))
    assert drawer.stories == []  # it stands on other pages now
    assemble(room.bench(), room.book("en", ["asrat"]), Recollection(drawer, GROUND, room.shelf))
    assert drawer.stories == ["asrat"]


def test_what_tells_of_stories_is_made_again_where_they_are_others(room: PrintRoom) -> None:
    drawer = Drawer()
    assemble(room.bench(), room.book("en", ["asrat", "hamid"]), Recollection(drawer, GROUND, room.shelf))
    made = assemble(room.bench(), room.book("en", ["asrat"]), Recollection(drawer, GROUND, room.shelf))
    assert made == assemble(room.bench(), room.book("en", ["asrat"]))
    assert not any(kind in name for name in drawer.found for kind in ("contents", "colophon"))
    assert any("contact" in name for name in drawer.found) is False  # it stands on another page


def test_no_name_of_a_photo_is_kept(room: PrintRoom) -> None:
    drawer, book = Drawer(), room.book("en")
    made = assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    files = {story.photo.file for story in book.stories if story.photo}
    assert files
    for _, content in drawer.kept.values():
        assert not any(file.encode() in content for file in files)
    again = assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    assert again.pages == made.pages


class Program:
    """Runs when it is read back, where anything may be read back."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, ("ran",)


@pytest.mark.parametrize("content", [b"", b"no pages", pickle.dumps(Program()), pickle.dumps([(Text, (), {})]), b"N."])
def test_what_is_no_pages_is_not_believed(
    room: PrintRoom, content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    drawer, book = Drawer(), room.book("en", ["asrat"])
    made = assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    for name, (key, _) in [*drawer.kept.items()]:
        drawer.kept[name] = key, content
    assert assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf)).pages == made.pages
    assert not any(tmp_path.iterdir())
