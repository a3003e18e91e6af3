"""What a file's bytes are spent on, counted while it is written, and how many there may be."""

from __future__ import annotations

from collections import Counter
from typing import Literal, NamedTuple

from msgspec import Struct

Kind = Literal["photos", "fonts", "pages", "structure", "rest"]

#: In the order in which a report names them. Structure is what is no stream: pages' dictionaries, tags, bookmarks, and
#: the table of where everything is.
KINDS: tuple[Kind, ...] = ("photos", "fonts", "pages", "structure", "rest")


class Part(Struct, frozen=True):
    """Something that takes room."""

    kind: Kind
    name: str = ""  # which: a photo's key, a font's name


#: Bytes by part; what is weighed under one part is added up.
Weights = Counter[Part]


def by_kind(weights: Weights) -> dict[str, int]:
    """Bytes by kind."""
    return {kind: sum(weight for part, weight in weights.items() if part.kind == kind) for kind in KINDS}


class Budget(NamedTuple):
    """How large a file may be: on the line through two sizes, each for a number of stories."""

    few: tuple[int, int]  # stories, bytes
    many: tuple[int, int]

    def most(self, stories: int) -> int:
        """Bytes that a file with so many stories may have."""
        (few, small), (many, large) = self
        return small + (large - small) * (stories - few) // (many - few)


#: What goes through where data is dear and nets are slow; mail and chat take it everywhere.
TELEPHONE = Budget((12, 1_600_000), (24, 3_000_000))
