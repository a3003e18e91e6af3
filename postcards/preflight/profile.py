"""What the head of an ICC profile says (ICC.1:2010, 7.2 and 7.3)."""

from __future__ import annotations

from msgspec import Struct

#: Length of the header; the table of tags follows, each entry a signature, an offset and a size.
HEADER, ENTRY = 128, 12

#: Where the header says what: sizes are in bytes.
VERSION, KIND, SPACE, MAGIC = 8, slice(12, 16), slice(16, 20), slice(36, 40)

#: More tags than any profile has.
MOST_TAGS = 200

COMPONENTS = {"GRAY": 1, "RGB": 3, "Lab": 3, "XYZ": 3, "CMYK": 4}


class Profile(Struct, frozen=True):
    """A colour profile's own facts."""

    version: int  # the major one
    kind: str  # prtr, mntr, scnr …
    space: str  # CMYK, RGB, GRAY, Lab …
    tables: frozenset[str]  # signatures of its tags

    @property
    def components(self) -> int:
        return COMPONENTS.get(self.space, 0)


def read_profile(content: bytes) -> Profile | None:
    """The facts in the header; nothing if it is no profile, or cut short."""
    if len(content) < HEADER + 4 or content[MAGIC] != b"acsp" or int.from_bytes(content[:4]) > len(content):
        return None
    count = min(int.from_bytes(content[HEADER : HEADER + 4]), MOST_TAGS)
    tables = set()
    for place in range(HEADER + 4, HEADER + 4 + count * ENTRY, ENTRY):
        offset, size = int.from_bytes(content[place + 4 : place + 8]), int.from_bytes(content[place + 8 : place + 12])
        if offset + size <= len(content):
            tables.add(content[place : place + 4].decode("latin-1"))
    kind, space = (content[part].decode("latin-1").strip() for part in (KIND, SPACE))
    return Profile(content[VERSION], kind, space, frozenset(tables))
