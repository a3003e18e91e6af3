"""One file held against another: what happened to each page, and a picture of each that has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from functools import cache
from hashlib import file_digest
from pathlib import Path
from typing import Literal, NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from postcards.changes import input_changes
from postcards.comparison.pairing import Pair, pair
from postcards.comparison.pictures import MOST_DIGITS, looks, see, side_by_side
from postcards.comparison.volume import Leaf, Volume, open_volume

#: `same`: where it was and as it was; `moved`: as it was, its own number aside, but elsewhere.
Kind = Literal["same", "moved", "changed", "added", "removed"]

#: Pages with more words are compared as pictures alone; it takes the square of them.
MOST_WORDS = 3_000

#: Takes a picture of a page that has changed, and the page's number; where the picture went.
Keep = Callable[[int, bytes], Path]


class Turn(NamedTuple):
    """Words of a page that are others now; one of both may be nothing."""

    old: str
    new: str


class PageChange(Struct, frozen=True):
    """What happened to a page."""

    kind: Kind
    old: int | None  # its number, from 1; None where there was none
    new: int | None
    stories: tuple[str, ...]  # that stand on it
    placed: tuple[int, ...] = ()  # pages that lie on it, of a side of a sheet
    before: tuple[int, ...] = ()  # pages that lay on it
    turns: tuple[Turn, ...] = ()
    picture: Path | None = None

    @property
    def elsewhere(self) -> bool:
        """Whether it is a side of a sheet on which other pages lie now."""
        return self.kind == "changed" and self.placed != self.before

    @property
    def to_proof(self) -> bool:
        return self.kind in ("changed", "added")


class Comparison(Struct, frozen=True):
    """Two files, page by page."""

    name: str
    counts: tuple[int, int]  # pages before and after
    pages: tuple[PageChange, ...]  # in the order of the new file
    causes: tuple[str, ...]  # what of the sources has changed, in words, as far as reports know
    sheets: bool  # whether a page is a side of a sheet
    same: bool = False  # byte for byte

    @property
    def looks_same(self) -> bool:
        return all(page.kind == "same" for page in self.pages)


def compare(old: Path, new: Path, keep: Keep) -> Comparison:
    """Compare two files; raises UncomparedError if one of them cannot be looked at."""
    if _digest(old) == _digest(new):
        return Comparison(new.name, (0, 0), (), (), sheets=False, same=True)
    before, after = open_volume(old), open_volume(new)
    try:
        pairs = pair(before.leaves, after.leaves, (_looks(before), _looks(after)))
        pages = tuple(_happened(each, (before, after), keep) for each in pairs)
        counts = (len(before.leaves), len(after.leaves))
        return Comparison(new.name, counts, pages, tuple(_causes(before, after)), after.is_sheets)
    finally:
        before.document.close()
        after.document.close()


def _happened(pages: Pair, volumes: tuple[Volume, Volume], keep: Keep) -> PageChange:
    old, new = pages
    if new is None:
        assert old is not None
        return PageChange("removed", old.number, None, old.stories, old.placed)
    if old is None:
        return PageChange("added", None, new.number, new.stories, new.placed)
    seen = see((volumes[0], old), (volumes[1], new))
    change = PageChange("same", old.number, new.number, new.stories, new.placed, old.placed)
    if not seen.areas:
        return change if old.number == new.number else replace(change, kind="moved")
    picture = keep(new.number, side_by_side(seen))
    turns = tuple(_turns(old, new)) if old.placed == new.placed else ()
    return replace(change, kind="changed", turns=turns, picture=picture)


def _turns(old: Leaf, new: Leaf) -> Iterator[Turn]:
    """Words that are others now; the page's own number is none."""
    words, new_words = (_without_number(leaf) for leaf in (old, new))
    if max(len(words), len(new_words)) > MOST_WORDS:
        return
    matcher = SequenceMatcher(None, words, new_words, autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            yield Turn(" ".join(words[start:end]), " ".join(new_words[new_start:new_end]))


def _without_number(leaf: Leaf) -> tuple[str, ...]:
    """The words of a page without the last that is its number, in the digits of any script."""
    for place in reversed(range(len(leaf.words))):
        word = leaf.words[place]
        if word.isdecimal() and len(word) <= MOST_DIGITS and int(word) == leaf.number:
            return leaf.words[:place] + leaf.words[place + 1 :]
    return leaf.words


def _causes(old: Volume, new: Volume) -> Iterator[str]:
    if old.lock and old.locked and new.lock and new.locked:
        yield from input_changes(old.locked.inputs, new.locked.inputs, (old.lock.program, new.lock.program))


def _looks(volume: Volume) -> Callable[[Leaf], str]:
    return cache(lambda leaf: looks(volume, leaf))


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return f"{path} cannot be read"  # whoever opens it says why
