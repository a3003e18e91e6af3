"""What is kept from one build to the next: finished photos, and records of what was made of what.

An entry is a file named by a digest: a line about a body, and the body, which is fetched later, so that a booklet's
photos are never in memory together. Before both stand their checksums (CRC-32 as in PNG, ISO/IEC 15948), so that what
is damaged is not believed but made again. The cache only ever saves time: a folder that is missing, full or read-only
changes nothing else, and deleting it is safe at any moment.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from postcards.edition.delivery import UNFINISHED

CHECKSUM_BYTES = 4

#: A line about a body is shorter (bytes), a photo's findings and all.
LONGEST_LABEL = 1 << 16


@dataclass(frozen=True, slots=True)
class Cache:
    """The cache in `folder`, which is made when the first entry is written; None has and keeps nothing."""

    folder: Path | None
    keeps: bool = True  # False only reads

    def label(self, name: str) -> bytes | None:
        """The line written under `name`, without its end; None if there is none or it is damaged."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as entry:
                checksum, _ = entry.read(CHECKSUM_BYTES), entry.read(CHECKSUM_BYTES)
                line = entry.readline(LONGEST_LABEL)
        except OSError:
            return None
        return line[:-1] if line.endswith(b"\n") and _checksum(line[:-1]) == checksum else None

    def body(self, name: str) -> bytes | None:
        """What was written under `name` after the line; None if there is nothing or it is damaged."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as entry:
                _, checksum = entry.read(CHECKSUM_BYTES), entry.read(CHECKSUM_BYTES)
                line, body = entry.readline(LONGEST_LABEL), entry.read()
        except OSError:
            return None
        # Nothing has the checksum 0: of a file that a power cut left full of zeros, only the missing line end tells.
        return body if line.endswith(b"\n") and _checksum(body) == checksum else None

    def write(self, name: str, label: bytes, body: bytes) -> bool:
        """Keep a line and a body under `name`, whole or not at all; quietly not where the disk does not let us."""
        if self.folder is None or not self.keeps:
            return False
        parts = (_checksum(label), _checksum(body), label, b"\n", body)
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            # Only the owner may read a temporary file, and the entry it becomes: photos are of people. One that a
            # killed build leaves behind is cleared away with those of other files.
            descriptor, temporary = tempfile.mkstemp(UNFINISHED, dir=self.folder)
            try:
                with os.fdopen(descriptor, "wb") as entry:
                    entry.writelines(parts)
                Path(temporary).replace(self.folder / name)
                return True
            finally:
                Path(temporary).unlink(missing_ok=True)
        return False


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(CHECKSUM_BYTES)
