"""A story's pages that were laid out before are as if they were laid out now, and nothing else is read back."""

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
    """What was kept, and how often something was asked for that was there."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, bytes], bytes] = {}
        self.found = 0

    def recall(self, name: str, key: bytes) -> bytes | None:
        content = self.kept.get((name, key))
        self.found += content is not None
        return content

    def keep(self, name: str, key: bytes, content: bytes) -> None:
        self.kept[name, key] = content


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("tag", ["en", "ar", "ti", "ne", "ru"])
def test_they_are_as_if_made_now(room: PrintRoom, tag: str, layout: str) -> None:
    """Numbers inside passages of the other direction too, whose faces are embedded once more."""
    drawer, book = Drawer(), room.book(tag)
    made = assemble(room.bench(layout, tag), book, Recollection(drawer, GROUND, room.shelf))
    assert made == room.pages(layout, tag)
    assert drawer.found == 0
    again = assemble(room.bench(layout, tag), book, Recollection(drawer, GROUND, room.shelf))
    assert drawer.found == len(book.stories)
    assert again == made
    for page, before in zip(again.pages.pages, made.pages.pages, strict=True):
        for text, was in zip(page.texts, before.texts, strict=True):
            assert text.line.runs == was.line.runs


def test_on_another_ground_and_of_another_story_they_are_made_again(room: PrintRoom) -> None:
    drawer, book = Drawer(), room.book("en", ["asrat", "hamid"])
    assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    assemble(room.bench(), book, Recollection(drawer, b"another", room.shelf))
    assert drawer.found == 0
    assemble(room.bench(), room.book("en", ["hamid"]), Recollection(drawer, GROUND, room.shelf))
    assert drawer.found == 0  # it stands on other pages now
    assemble(room.bench(), room.book("en", ["asrat"]), Recollection(drawer, GROUND, room.shelf))
    assert drawer.found == 1


def test_no_name_of_a_photo_is_kept(room: PrintRoom) -> None:
    drawer, book = Drawer(), room.book("en")
    made = assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf))
    files = {story.photo.file for story in book.stories if story.photo}
    assert files
    for content in drawer.kept.values():
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
    for key in drawer.kept:
        drawer.kept[key] = content
    assert assemble(room.bench(), book, Recollection(drawer, GROUND, room.shelf)).pages == made.pages
    assert not any(tmp_path.iterdir())
