"""Stories' pages that were laid out before: a page whose texts, design, type and number are the same is not made again.

Pages are kept pickled, and read back with nothing but the values of which pages are made: whoever can write into the
cache can put wrong words there, but no program.
"""

from __future__ import annotations

import contextlib
import io
import pickle
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any, NamedTuple, Protocol

import msgspec

from postcards.composition import Cluster, Face, FontShelf, GlyphRun, Line
from postcards.composition.placing import without_spaces
from postcards.geometry import Point, Rect, Size
from postcards.manuscript import Photo
from postcards.pages.copyfit import Block, Fit, Step
from postcards.pages.makeup import MadeUp
from postcards.pages.page import Drawing, Fill, Page, Path, Picture, Stroke, Text
from postcards.problems import Where

#: What comes of reading something that is no pages of ours.
STRANGE = (pickle.UnpicklingError, EOFError, AttributeError, IndexError, KeyError, TypeError, ValueError)


class Memory(Protocol):
    """What is kept from one build to the next, see `edition.memory`."""

    def recall(self, name: str, key: bytes) -> bytes | None: ...

    def keep(self, name: str, key: bytes, content: bytes) -> None: ...


class Recollection(NamedTuple):
    """Pages that were made on the same ground."""

    memory: Memory
    ground: Any  # everything that pages are made of but what they show, in anything that msgspec can write
    shelf: FontShelf

    def pages(
        self, story: str, photo: Photo | None, asked: Any, make: Callable[[], Iterable[MadeUp]]
    ) -> tuple[MadeUp, ...]:
        """The pages of a story with that photo, as they were made of `asked`, which msgspec can write too, or as `make`
        makes them now.
        """
        key = sha256(msgspec.msgpack.encode((self.ground, asked))).digest()
        known = self.memory.recall(story, key)
        if known is not None:
            with contextlib.suppress(*STRANGE):
                return _Reader(known, self.shelf, photo).pages()
        made = tuple(make())
        self.memory.keep(story, key, _written(made, self.shelf))
        return made


def _written(made: Iterable[MadeUp], shelf: FontShelf) -> bytes:
    def face(used: Face) -> tuple[Any, ...]:
        return _face, (used.path.name, used.factor, used is shelf.face(used.path.name, used.factor))

    file = io.BytesIO()
    pickler = pickle.Pickler(file, protocol=pickle.HIGHEST_PROTOCOL)
    # A photo's file may be called like the person on it: its name is written nowhere.
    pickler.dispatch_table = {Face: face, Line: _line_parts, Photo: lambda _: (_photo, ())}
    pickler.dump([(page.page, page.fits, {**page.left}) for page in made])
    return file.getvalue()


def _line_parts(line: Line) -> tuple[Any, ...]:
    return _line, (line.indent, line.width, line.text, line.runs, line.spaced, line.start)


def _line(indent: float, width: float, text: str, runs: tuple[GlyphRun, ...], spaced: bool, start: int) -> Line:
    return Line(indent, width, text, lambda: runs, spaced, start)


def _face(file: str, factor: float, whole: bool) -> Face:
    """Stands for a face where pages are written; `_Reader` takes it from the shelf."""
    raise NotImplementedError


def _photo() -> Photo:
    """Stands for the story's photo, which `_Reader` is given."""
    raise NotImplementedError


#: All that pages are made of.
KNOWN = {
    (made_of.__module__, made_of.__qualname__): made_of
    for made_of in (
        *(Block, Cluster, Drawing, Fill, Fit, GlyphRun, Page, Path, Picture, Point, Rect, Size, Step, Stroke),
        *(Text, Where, _line),
    )
}


class _Reader(pickle.Unpickler):
    """Reads pages; faces are those of a shelf, and the photo is the one that is given."""

    def __init__(self, content: bytes, shelf: FontShelf, photo: Photo | None) -> None:
        super().__init__(io.BytesIO(content))
        self._shelf = shelf
        self._photo = photo

    def pages(self) -> tuple[MadeUp, ...]:
        made = tuple(MadeUp(*parts) for parts in self.load())
        if not all(isinstance(each.page, Page) for each in made):
            raise pickle.UnpicklingError("these are no pages")
        return made

    def find_class(self, module: str, name: str) -> Any:
        if module == __name__ and name in (_face.__name__, _photo.__name__):
            return self._face if name == _face.__name__ else lambda: self._photo
        if (module, name) not in KNOWN:
            raise pickle.UnpicklingError(f"{module}.{name} is nothing that pages are made of")
        return KNOWN[module, name]

    def _face(self, file: str, factor: float, whole: bool) -> Face:
        face = self._shelf.face(file, factor)
        return face if whole else without_spaces(face)
