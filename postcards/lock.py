"""A `report.json` read back: the lock of its folder, which says what each file was made of and what it was like.

It may be anybody's file by now, so nothing in it is taken on trust: what it names lies in its folder, or it is refused.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from postcards.preflight.limits import MOST_PAGES
from postcards.preflight.telling import REPORT

#: Larger files are no report of ours (bytes): of a thousand stories it has a tenth of that.
LARGEST_REPORT = 1 << 25

Count = Annotated[int, Field(ge=0, le=MOST_PAGES)]


@dataclass(frozen=True, slots=True)
class StoryPages:
    """Where a story stands in the booklet."""

    story: str
    page: Count
    pages: Count


@dataclass(frozen=True, slots=True)
class Side:
    """What lies on a side of a sheet."""

    side: Count
    pages: tuple[Count, ...]
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LockedFile:
    """One file as it was when it was made."""

    file: str  # from the report's folder
    sha256: str
    inputs: Mapping[str, str] = field(default_factory=dict)  # what it was made of -> its digest
    stories: tuple[StoryPages, ...] = ()
    sides: tuple[Side, ...] = ()  # of an edition on sheets


@dataclass(frozen=True, slots=True)
class Lock:
    """What was made of one booklet in one language."""

    booklet: str
    language: str
    program: str  # its version
    printer: str
    asked: tuple[str, ...]  # editions
    editions: Mapping[str, LockedFile]
    beside: Mapping[str, LockedFile]  # what goes with them

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
        lock = _LOCK.validate_json(path.read_bytes())
    except OSError as error:
        raise LockError(str(error.strerror)) from None
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(map(str, first["loc"]))
        raise LockError(f"{place}: {first['msg']}" if place else "it is no JSON") from None
    if not all(_lies_inside(locked.file) for locked in lock.files.values()):
        raise LockError("it names files outside its folder")
    return lock


_LOCK = TypeAdapter(Lock)


def _lies_inside(file: str) -> bool:
    parts = PurePosixPath(file).parts
    return bool(parts) and ".." not in parts and not set(file) & {"\\", ":", "\0"} and parts[0] != "/"
