"""Pages that were laid out before: one whose texts, design, type and number are the same is not made again.

Pages are kept as `remembering` says; faces of type and the story's photo stand in them by their names.
"""

from __future__ import annotations

import contextlib
import io
import pickle
import struct
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from typing import Any, NamedTuple

import msgspec

from postcards.composition import Cluster, Face, FontShelf, GlyphRun, Line
from postcards.composition.placing import without_spaces
from postcards.geometry import Point, Rect, Size
from postcards.manuscript import Photo
from postcards.pages.copyfit import Block, Fit, Step
from postcards.pages.makeup import MadeUp
from postcards.pages.page import Drawing, Fill, Operator, Page, Path, Picture, Stroke, Text
from postcards.problems import Where
from postcards.remembering import STRANGE, Memory, Reader, known

#: The steps of an outline, and how many numbers each has.
OPERATORS: Mapping[str, tuple[Operator, int]] = {"M": ("M", 2), "L": ("L", 2), "C": ("C", 6), "Z": ("Z", 0)}

#: Outlines that are written and read once: those of stamps and rules come again in every story.
OUTLINES = 1 << 9


class Recollection(NamedTuple):
    """Pages that were made on the same ground."""

    memory: Memory
    ground: bytes  # digest of everything that pages are made of but what they show
    shelf: FontShelf

    def pages(
        self, name: str, photo: Photo | None, asked: Any, make: Callable[[], Iterable[MadeUp]]
    ) -> tuple[MadeUp, ...]:
        """The pages called `name`, of a story for one, with that photo, as they were made of `asked`, which is anything
        that msgspec can write, or as `make` makes them now.
        """
        key = sha256(self.ground + msgspec.msgpack.encode(asked)).digest()
        known = self.memory.recall(name, key)
        if known is not None:
            with contextlib.suppress(*STRANGE):
                return _Reader(known, self.shelf, photo).pages()
        made = tuple(make())
        self.memory.keep(name, key, _written(made, self.shelf))
        return made


def _written(made: Iterable[MadeUp], shelf: FontShelf) -> bytes:
    def face(used: Face) -> tuple[Any, ...]:
        return _face, (used.path.name, used.factor, used is shelf.face(used.path.name, used.factor))

    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
    # A photo's file may be called like the person on it: its name is written nowhere.
    pickler.dispatch_table = {Face: face, Line: _line_parts, Path: _path_parts, Photo: lambda _: (_photo, ())}
    pickler.dump([(page.page, page.fits, {**page.left}) for page in made])
    return file.getvalue()


def _line_parts(line: Line) -> tuple[Any, ...]:
    return _line, (line.indent, line.width, line.text, line.runs, line.spaced, line.start)


def _line(indent: float, width: float, text: str, runs: tuple[GlyphRun, ...], spaced: bool, start: int) -> Line:
    return Line(indent, width, text, lambda: runs, spaced, start)


@lru_cache(maxsize=OUTLINES)
def _path_parts(path: Path) -> tuple[Any, ...]:
    numbers = [*chain.from_iterable(numbers for _, numbers in path.steps)]
    return _path, ("".join(operator for operator, _ in path.steps), struct.pack(f"<{len(numbers)}d", *numbers))


@lru_cache(maxsize=OUTLINES)
def _path(operators: str, written: bytes) -> Path:
    numbers = struct.iter_unpack("<d", written)
    steps = map(OPERATORS.__getitem__, operators)
    return Path(tuple((operator, tuple(next(numbers)[0] for _ in range(count))) for operator, count in steps))


def _face(file: str, factor: float, whole: bool) -> Face:
    """Stands for a face where pages are written; `_Reader` takes it from the shelf."""
    raise NotImplementedError


def _photo() -> Photo:
    """Stands for the story's photo, which `_Reader` is given."""
    raise NotImplementedError


#: All that pages are made of.
KNOWN = {
    **known(
        Block, Cluster, Drawing, Fill, Fit, GlyphRun, Page, Path, Picture, Point, Rect, Size, Step, Stroke, Text, Where
    ),
    (__name__, _line.__name__): _line,
    (__name__, "_path"): _path,
}


class _Reader(Reader):
    """Reads pages; faces are those of a shelf, and the photo is the one that is given."""

    def __init__(self, content: bytes, shelf: FontShelf, photo: Photo | None) -> None:
        made_here = {_face.__name__: self._face, _photo.__name__: lambda: photo}
        super().__init__(content, {**KNOWN, **{(__name__, name): made for name, made in made_here.items()}})
        self._shelf = shelf

    def pages(self) -> tuple[MadeUp, ...]:
        made = tuple(MadeUp(*parts) for parts in self.load())
        if not all(isinstance(each.page, Page) for each in made):
            raise pickle.UnpicklingError("these are no pages")
        return made

    def _face(self, file: str, factor: float, whole: bool) -> Face:
        face = self._shelf.face(file, factor)
        return face if whole else without_spaces(face)
