"""Finished photos kept from one build to the next.

An entry is a file named by the digest of everything that made it. It begins with the SHA-256 (FIPS 180-4) of the
rest, so that a damaged one is not believed but made again; then come a line about the photo and the photo itself,
which can be fetched later: the photos of a booklet are never in memory together. The cache only ever saves time: a
folder that is missing, full or read-only changes nothing else, and deleting it is safe at any moment.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

DIGEST_BYTES = sha256().digest_size

#: A line about a photo is shorter (bytes), findings and all.
LONGEST_LABEL = 1 << 16

#: Read at a time (bytes).
PIECE_BYTES = 1 << 18


@dataclass(frozen=True, slots=True)
class PhotoCache:
    """The cache in `folder`, which is made when the first entry is written; None has and keeps nothing."""

    folder: Path | None
    keeps: bool = True  # False only reads

    def label(self, name: str) -> bytes | None:
        """The line written under `name`, without its end; None if there is no entry or any of it is damaged."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as entry:
                expected, digest = entry.read(DIGEST_BYTES), sha256()
                line = entry.readline(LONGEST_LABEL)
                digest.update(line)
                piece = bytearray(PIECE_BYTES)
                while count := entry.readinto(piece):
                    digest.update(memoryview(piece)[:count])
        except OSError:
            return None
        return line[:-1] if digest.digest() == expected else None

    def photo(self, name: str) -> bytes | None:
        """What was written under `name` after the line, as `label` has found it good; None if it is gone."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as entry:
                entry.seek(DIGEST_BYTES)
                entry.readline(LONGEST_LABEL)
                return entry.read()
        except OSError:
            return None

    def write(self, name: str, label: bytes, photo: bytes) -> bool:
        """Keep a line and a photo under `name`, whole or not at all; quietly not where the disk does not let us."""
        if self.folder is None or not self.keeps:
            return False
        parts = (label, b"\n", photo)
        digest = sha256()
        for part in parts:
            digest.update(part)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Only the owner may read a temporary file, and the entry it becomes: the photos are of people.
            descriptor, temporary = tempfile.mkstemp(prefix=".new-", dir=self.folder)
            try:
                with os.fdopen(descriptor, "wb") as entry:
                    entry.writelines((digest.digest(), *parts))
                Path(temporary).replace(self.folder / name)
                return True
            finally:
                Path(temporary).unlink(missing_ok=True)
        return False
