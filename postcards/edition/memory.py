"""What is worked out from the same things again and again: one entry of the cache, read and written as a whole.

A piece is called something and has a key, the digest of all that it was made of; one with another key is as good as
none. What nobody has asked for in a run is kept for the next, up to a limit.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping

import msgspec

from postcards.edition.cache import Cache

#: Raised whenever entries are written otherwise.
VERSION = 1

#: What stands where an entry of the cache is called something.
LABEL = b"memory"

#: What pieces that nobody asked for may take together with the others (bytes): the pages of some thousand stories.
MOST_BYTES = 32 << 20

#: By what they are called: their keys, and what they are.
Pieces = dict[str, tuple[bytes, bytes]]


def anything_kept(cache: Cache) -> bool:
    """Whether there are pieces of any name."""
    return cache.folder is not None and any(cache.folder.glob(f"memory-{VERSION}-*"))


class Memory:
    """The pieces kept under one name."""

    def __init__(self, cache: Cache, name: str) -> None:
        self._cache = cache
        self._entry = f"memory-{VERSION}-{name}"
        self._before: Mapping[str, tuple[bytes, bytes]] | None = None
        self._now: Pieces = {}
        self._changed = False

    def recall(self, name: str, key: bytes) -> bytes | None:
        """The piece called `name`, if it was made of what `key` says."""
        if self._before is None:
            self._before = {}
            with contextlib.suppress(msgspec.DecodeError):  # somebody else has written it, or there is none
                self._before = msgspec.msgpack.decode(self._cache.body(self._entry) or b"", type=Pieces)
        piece = self._now.get(name) or self._before.get(name)
        if piece is None or piece[0] != key:
            return None
        self._now[name] = piece
        return piece[1]

    def keep(self, name: str, key: bytes, content: bytes) -> None:
        """Keep a piece, in the place of the one that is called so."""
        self._now[name] = key, content
        self._changed = True

    def save(self) -> None:
        """Keep everything for the next run, if something is new."""
        if self._changed:
            room = MOST_BYTES - sum(len(content) for _, content in self._now.values())
            others = {}
            for name, piece in (self._before or {}).items():
                room -= len(piece[1])
                if name not in self._now and room > 0:
                    others[name] = piece
            self._cache.write(self._entry, LABEL, msgspec.msgpack.encode({**others, **self._now}))
            self._changed = False
