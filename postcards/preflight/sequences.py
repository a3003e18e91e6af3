"""Marked content: what in a content stream belongs to which tag, or is ornament (ISO 32000-1, 14.6 and 14.7.4).

Whatever is painted counts here, seen or not: an aid to reading goes by the stream and not by the paper.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct, field

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import Key, entry, name, words

if TYPE_CHECKING:
    from postcards.preflight.interpreter import Interpreter

#: The tag of what is not read: running heads, page numbers, rules, grounds (14.8.2.2).
ARTIFACT = "Artifact"


#: What strings are called among what is painted.
TEXT = "text"


class Sequence(Struct, eq=False):
    """A marked-content sequence, and how much was painted in it that nothing within it claims."""

    tag: str
    number: int | None  # its marked-content identifier; nothing if no element can claim it
    stream: Key | None  # of the form that it stands in; nothing for the page's own content
    drawing: int  # which drawing of that form it is: 0 is the page
    outer: Sequence | None
    language: str | None  # as its properties say
    covering: Sequence | None = None  # the innermost one, from here outwards, that says what its content is
    painted: int = 0
    spoken: int = 0  # strings that stand in it directly

    @property
    def is_artifact(self) -> bool:
        return self.tag == ARTIFACT

    @property
    def is_tagged(self) -> bool:
        return self.number is not None and not self.is_artifact

    def outwards(self) -> Iterator[Sequence]:
        """This one, the one around it, and so on; real files nest them two or three deep."""
        at: Sequence | None = self
        for _ in range(DEEPEST):
            if at is None:
                return
            yield at
            at = at.outer


class Marking(Struct):
    """All sequences of a page in the order they begin, and what is painted in none of them."""

    sequences: list[Sequence] = field(default_factory=list)
    loose: Counter[str] = field(default_factory=Counter)
    _innermost: Sequence | None = None  # of those that are open
    _covering: Sequence | None = None  # the one that what is painted now belongs to
    _floor: Sequence | None = None  # the one in which this stream is drawn
    _stream: Key | None = None
    _drawing: int = 0
    _drawings: int = 0

    def paint(self, what: str) -> None:
        if self._covering is None:
            self.loose[what] += 1
        else:
            self._covering.painted += 1
        if what == TEXT and self._innermost is not None:
            self._innermost.spoken += 1

    def begin(self, tag: str, number: int | None, language: str | None) -> None:
        begun = Sequence(tag, number, self._stream, self._drawing, self._innermost, language)
        begun.covering = begun if begun.is_tagged or begun.is_artifact else self._covering
        self._innermost, self._covering = begun, begun.covering
        self.sequences.append(begun)

    def end(self) -> None:
        """End the innermost sequence, if it has begun in this stream."""
        if self._innermost is not None and self._innermost is not self._floor:
            self._innermost = self._innermost.outer
            self._covering = self._innermost.covering if self._innermost else None

    @contextlib.contextmanager
    def within(self, form: Key) -> Iterator[None]:
        """While a form is drawn, where its content counts its own sequences."""
        outside = self._innermost, self._covering, self._floor, self._stream, self._drawing
        self._drawings += 1
        self._floor, self._stream, self._drawing = self._innermost, form, self._drawings
        yield
        self._innermost, self._covering, self._floor, self._stream, self._drawing = outside


def begin(page: Interpreter, operands: list[Any]) -> None:
    """BMC and BDC: a sequence begins; its properties stand here or in the resources."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = page.resource("Properties", name(properties))
    number, language = entry(properties, "MCID"), entry(properties, "Lang")
    page.open_sequence(
        name(operands[0]),
        number if isinstance(number, int) and not isinstance(number, bool) else None,
        None if language is None else words(language),
    )


def end(page: Interpreter, _: list[Any]) -> None:
    """EMC: it ends."""
    page.close_sequence()
