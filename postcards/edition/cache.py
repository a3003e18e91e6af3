"""Finished photos kept from one build to the next.

An entry is a file named by the digest of everything that made it. It begins with the SHA-256 (FIPS 180-4) of the
rest, so that a damaged one is not believed but made again. The cache only ever saves time: a folder that is missing,
full or read-only changes nothing else, and deleting it is safe at any moment.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from postcards.edition.delivery import UNFINISHED

DIGEST_BYTES = sha256().digest_size


@dataclass(frozen=True, slots=True)
class PhotoCache:
    """The cache in `folder`, which is made when the first entry is written; None has and keeps nothing."""

    folder: Path | None
    keeps: bool = True  # False only reads

    def read(self, name: str) -> bytes | None:
        """The content written under `name`; None if there is none or it is damaged."""
        if self.folder is None:
            return None
        try:
            entry = (self.folder / name).read_bytes()
        except OSError:
            return None
        content = entry[DIGEST_BYTES:]
        return content if sha256(content).digest() == entry[:DIGEST_BYTES] else None

    def write(self, name: str, content: bytes) -> None:
        """Keep `content` under `name`, whole or not at all; quietly nothing where the disk does not let us."""
        if self.folder is None or not self.keeps:
            return
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Only the owner may read a temporary file, and the entry it becomes: the photos are of people. One that a
            # killed build leaves behind is cleared away with those of other files.
            descriptor, temporary = tempfile.mkstemp(UNFINISHED, dir=self.folder)
            try:
                with os.fdopen(descriptor, "wb") as entry:
                    entry.write(sha256(content).digest() + content)
                Path(temporary).replace(self.folder / name)
            finally:
                Path(temporary).unlink(missing_ok=True)
