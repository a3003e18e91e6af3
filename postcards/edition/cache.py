"""What is kept from one build to the next: finished photos and files, and records of what was made of what.

An entry is a file named by a digest: a line about a body, and the body, which is fetched later, so that a booklet's
photos are never in memory together. Before both stand their checksums (CRC-32 as in PNG, ISO/IEC 15948), so that what
is damaged is not believed but made again. A finished file is an entry as it is, and where the system has hard links the
same file under another name: it takes no room while it lies where it was delivered. The cache only ever saves time: a
folder that is missing, full or read-only changes nothing else, and deleting it is safe at any moment. It is cut back to
`MOST_BYTES`; what has not been used for longest goes first.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
import zlib
from pathlib import Path

from msgspec import Struct

from postcards.edition.delivery import UNFINISHED, deliver_kept

CHECKSUM_BYTES = 4

#: A line about a body is shorter (bytes), a photo's findings and all.
LONGEST_LABEL = 1 << 16

#: How large the cache may be (bytes): the photos of some thousand stories.
MOST_BYTES = 2 << 30

#: How exactly it is known when an entry was last used (seconds).
A_DAY = 24 * 60 * 60


class Cache(Struct, frozen=True):
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
        path = self.folder / name
        try:
            with path.open("rb") as entry:
                _, checksum = entry.read(CHECKSUM_BYTES), entry.read(CHECKSUM_BYTES)
                line, body = entry.readline(LONGEST_LABEL), entry.read()
        except OSError:
            return None
        # Nothing has the checksum 0: of a file that a power cut left full of zeros, only the missing line end tells.
        if not line.endswith(b"\n") or _checksum(body) != checksum:
            return None
        if self.keeps:
            _use(path)
        return body

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

    def keep_file(self, path: Path, digest: str) -> None:
        """Keep the finished file at `path`, whose SHA-256 is `digest`; quietly not where the disk does not let us."""
        if self.folder is None or not self.keeps or (kept := self._file(digest)).exists():
            return
        with contextlib.suppress(OSError):
            try:
                os.link(path, kept)
            except OSError:
                descriptor, temporary = tempfile.mkstemp(UNFINISHED, dir=self.folder)
                os.close(descriptor)
                try:
                    shutil.copyfile(path, temporary)
                    Path(temporary).replace(kept)
                finally:
                    Path(temporary).unlink(missing_ok=True)

    def put_back(self, path: Path, digest: str) -> bool:
        """Deliver the file that was kept with `digest` to `path`; False if there is none, or not as it was."""
        if self.folder is None or not (kept := self._file(digest)).is_file():
            return False

        def sound(linked: Path) -> bool:
            with linked.open("rb") as file:
                return hashlib.file_digest(file, "sha256").hexdigest() == digest

        if deliver_kept(path, kept, sound):
            return True
        self.drop_file(digest)
        return False

    def drop_file(self, digest: str) -> None:
        """Keep the finished file with `digest` no longer."""
        if self.folder is not None:
            with contextlib.suppress(OSError):
                self._file(digest).unlink(missing_ok=True)

    def trim(self, most: int = MOST_BYTES) -> None:
        """Cut the cache back to `most` bytes. A file that lies in the output folder too takes no room here."""
        if self.folder is None:
            return
        with contextlib.suppress(OSError), os.scandir(self.folder) as entries:
            found = [(entry.path, entry.stat()) for entry in entries]
            excess = sum(stat.st_size for _, stat in found if stat.st_nlink == 1) - most
            # Newest first where they were used at the same time: any order will do, but it shall be one.
            for path, stat in sorted(found, key=lambda entry: (entry[1].st_mtime_ns, entry[0])):
                if excess <= 0:
                    break
                if stat.st_nlink == 1:
                    Path(path).unlink(missing_ok=True)
                    excess -= stat.st_size

    def _file(self, digest: str) -> Path:
        assert self.folder is not None
        return self.folder / f"file-{digest}"


def _use(path: Path) -> None:
    """Let `trim` know that an entry is in use, once a day."""
    with contextlib.suppress(OSError):
        if time.time() - path.stat().st_mtime > A_DAY:
            os.utime(path)


def _checksum(content: bytes) -> bytes:
    return zlib.crc32(content).to_bytes(CHECKSUM_BYTES)
