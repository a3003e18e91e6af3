"""A `report.json` read back: the lock of its folder, which says what each file was made of and what it was like.

It may be anybody's file by now, so nothing in it is taken on trust: what it names lies in its folder, or it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct, field

from postcards.preflight.limits import MOST_PAGES

#: What a build leaves beside its files.
REPORT = "report.json"

#: Larger files are no report of ours (bytes): of a thousand stories it has a tenth of that.
LARGEST_REPORT = 1 << 25

Count = Annotated[int, Meta(ge=0, le=MOST_PAGES)]


class StoryPages(Struct, frozen=True):
    """Where a story stands in the booklet."""

    story: str
    page: Count
    pages: Count


class Side(Struct, frozen=True):
    """What lies on a side of a sheet."""

    side: Count
    pages: tuple[Count, ...]
    stories: tuple[str, ...]


class LockedFile(Struct, frozen=True):
    """One file as it was when it was made."""

    file: str  # from the report's folder
    sha256: str
    inputs: Mapping[str, str] = field(default_factory=dict)  # what it was made of -> its digest
    stories: tuple[StoryPages, ...] = ()
    sides: tuple[Side, ...] = ()  # of an edition on sheets


class Lock(Struct, frozen=True):
    """What was made of one booklet in one language."""

    booklet: str
    language: str
    program: str  # its version
    printer: str
    asked: tuple[str, ...]  # editions
    editions: Mapping[str, LockedFile]
    beside: Mapping[str, LockedFile]  # what goes with them
    built: tuple[str, ...] = ()  # editions of the last build
    problems: tuple[Mapping[str, Any], ...] = ()  # that were found then

    @property
    def files(self) -> dict[str, LockedFile]:
        """Everything by its name (`print`, `job-ticket`, `cards/card_asrat`)."""
        return {**self.editions, **self.beside}


class LockError(Exception):
    """It is no report of this program's; says why."""


def reports_in(folder: Path) -> Iterator[Path]:
    """Every report in an output folder, or in a part of one."""
    for pattern in (REPORT, f"*/{REPORT}", f"*/*/{REPORT}"):
        yield from sorted(folder.glob(pattern))


def read_lock(path: Path) -> Lock:
    """The lock in a report; raises LockError."""
    try:
        if path.stat().st_size > LARGEST_REPORT:
            raise LockError("it is far too large")
        lock = msgspec.json.decode(path.read_bytes(), type=Lock)
    except OSError as error:
        raise LockError(str(error.strerror)) from None
    except msgspec.ValidationError as error:
        raise LockError(str(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        raise LockError("it is no JSON") from None
    if not all(_lies_inside(locked.file) for locked in lock.files.values()):
        raise LockError("it names files outside its folder")
    return lock


def _lies_inside(file: str) -> bool:
    parts = PurePosixPath(file).parts
    return bool(parts) and ".." not in parts and not set(file) & {"\\", ":", "\0"} and parts[0] != "/"
