"""How a text is set: its voice, size, leading, and what its lines shall look like."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.itemize import Voice


class TextStyle(Struct, frozen=True, cache_hash=True):
    """How a text is set."""

    voice: Voice
    size: float  # nominal, points
    leading: float  # baseline to baseline, points; more where the script's lines would touch
    align: str = "start"  # start, center, end or justify
    balanced: bool = False  # lines of even length: titles and quotes
    tight: bool = False  # the fewest lines, however ragged
    divided: bool = False  # words may be divided where the language has patterns
    booklet_direction: str = ""  # ltr or rtl, of the file the text goes into; empty if that is the text's own

    def at(self, size: float) -> TextStyle:
        """The same style at another nominal size, the leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def with_leading(self, leading: float) -> TextStyle:
        """The same style on lines of another text, so that the two stand beside each other."""
        return replace(self, leading=leading)
