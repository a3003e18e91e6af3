"""The graphics and text state while a content stream is gone through (ISO 32000-1, 8.4 and 9.3)."""

from __future__ import annotations

from copy import copy

from msgspec import Struct

from postcards.preflight.boxes import AS_IT_IS, EVERYWHERE, Box, Matrix
from postcards.preflight.marks import Look
from postcards.preflight.spaces import BLACK, Paint
from postcards.preflight.typefaces import Typeface

#: How paint meets the page at its beginning.
PLAIN = Look()


class State(Struct):
    """What `q` keeps and `Q` brings back."""

    matrix: Matrix = AS_IT_IS
    clip: Box = EVERYWHERE
    fill: Paint = BLACK
    stroke: Paint = BLACK
    width: float = 1.0  # of lines, before the matrix
    look: Look = PLAIN
    typeface: Typeface | None = None
    size: float = 0.0
    leading: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0  # horizontal scaling
    rise: float = 0.0
    mode: int = 0  # of text rendering

    def copy(self) -> State:
        """The same state once more."""
        return copy(self)


#: Text rendering modes that fill, that stroke (9.3.6, table 106); mode 3 and 7 show nothing.
FILLS, STROKES = frozenset({0, 2, 4, 6}), frozenset({1, 2, 5, 6})
