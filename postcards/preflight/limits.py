"""How much of a file is gone through: enough for any booklet, and an end for files made to stop programs.

Counts and sizes, no clock: the same file gets the same answer on every computer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from msgspec import Struct

#: Larger files are not read at all (bytes): some hundred times a whole issue in print quality.
LARGEST_FILE = 1 << 30

#: Five hundred stories on two pages each, and as many more.
MOST_PAGES = 2_000

#: Forms within forms, patterns within forms; real files go three or four deep.
DEEPEST = 20

#: Most that one stream may become when it is unpacked (bytes): a photo of sixty megapixels in four inks.
LARGEST_STREAM = 1 << 28

#: Most that one content stream may be (bytes), and the words in all content streams together.
LARGEST_CONTENT, MOST_WORDS = 1 << 24, 2_000_000

#: Operators that are carried out in a whole file, those of a form each time that it is drawn; and as how many of them
#: the drawing of a form counts, by the time that it takes.
MOST_OPERATORS, DRAWING = 1_000_000, 100

#: What ends one word of a content stream and begins the next (7.2.2).
SEPARATORS = b" \n\r\t\f\0()<>[]{}/%"

#: Nested arrays and dictionaries, and damages after which a stream is given up.
_PARSER_DEPTH, _PARSER_ERRORS = 100, 100


class Budget(Struct):
    """What is left to spend on one file."""

    words: int = MOST_WORDS
    operators: int = MOST_OPERATORS

    def affords(self, content: bytes) -> bool:
        """Spend on parsing `content`; false if it is too much."""
        if len(content) > LARGEST_CONTENT:
            return False
        self.words -= len(content) - len(content.translate(None, SEPARATORS))
        return self.words >= 0


@contextlib.contextmanager
def bounded_memory(most: int = LARGEST_STREAM) -> Iterator[None]:
    """Let qpdf unpack no stream to more than `most` bytes; it raises an error instead."""
    from pikepdf import settings  # who asks for a limit alone needs no qpdf

    before = settings.set_qpdf_limits(
        parser_max_nesting=_PARSER_DEPTH,
        parser_max_errors=_PARSER_ERRORS,
        flate_max_memory=most,
        run_length_max_memory=most,
        png_max_memory=most,
        tiff_max_memory=most,
        dct_max_memory=most,
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)  # type: ignore[arg-type]
