"""Handing over: files that are whole or not there, and one build at a time in a folder.

A file is written beside its target under a temporary name, forced to the disk and checked, and only then renamed; the
last good file survives a full disk, a pulled plug and our own mistakes.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from postcards.problems import BusyError, ProjectError

#: Ending of files that are being written; leftovers of killed builds carry it too.
UNFINISHED = ".postcards-unfinished"

#: Ending of files that our own check refused.
REJECTED = ".rejected"

LOCK = ".postcards.lock"

#: Errors that mean there is no room, whatever the file system calls it.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})

#: What is wrong with a file that is not delivered yet: with its content, or with what lies there.
Check = Callable[[bytes], list[str]]
CheckFile = Callable[[Path], list[str]]

Write = Callable[[BinaryIO], object]


@contextlib.contextmanager
def output_folder(folder: Path) -> Iterator[Path]:
    """Make `folder`, hold its lock, and clear what a killed build left behind, and what workers that were stopped do.

    Raises ProjectError where nothing can be written, BusyError where another build is at work. The lock is the
    system's own, so that a dead owner frees it.
    """
    with contextlib.ExitStack() as stack:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock = stack.enter_context((folder / LOCK).open("a+b"))
            _hold(lock.fileno(), folder)
            _clear(folder)
        except OSError as error:
            raise _undeliverable(folder, error) from None
        try:
            yield folder
        finally:
            with contextlib.suppress(OSError):
                _clear(folder)


def _clear(folder: Path) -> None:
    for leftover in sorted(folder.rglob(f"*{UNFINISHED}")):
        leftover.unlink(missing_ok=True)


def deliver(path: Path, content: bytes, check: Check) -> list[str]:
    """Write `content` to `path`; see `deliver_written`."""
    return deliver_written(path, lambda file: file.write(content), lambda written: check(written.read_bytes()))


def deliver_written(path: Path, write: Write, check: CheckFile) -> list[str]:
    """Let `write` fill the file `path`; what `check` finds wrong with what is on the disk.

    A refused file is kept aside with the ending `.rejected`, and `path` stays as it was. A target that is a symbolic
    link stays one: the file it points to is replaced.
    """
    with _finishing(path) as (unfinished, target):
        with unfinished.open("wb") as file:
            write(file)
            file.flush()
            with _forced_to_disk(file.fileno()):
                faults = check(unfinished)
        refused = target.with_name(target.name + REJECTED)
        unfinished.replace(refused if faults else target)
        if not faults:
            refused.unlink(missing_ok=True)
    return faults


def deliver_kept(path: Path, kept: Path, sound: Callable[[Path], bool]) -> bool:
    """Let `path` be the finished file that is also called `kept`, if it is `sound`; a copy where there are no links."""
    with _finishing(path) as (unfinished, target):
        try:
            os.link(kept, unfinished)
        except OSError:
            shutil.copyfile(kept, unfinished)
        whole = sound(unfinished)
        if whole:
            unfinished.replace(target)
    return whole


@contextlib.contextmanager
def _forced_to_disk(descriptor: int) -> Iterator[None]:
    """Meanwhile a file is forced to the disk, which for photos takes as long as it takes to look at what was written.

    When this is left it lies there, or raises OSError.
    """
    errors: list[OSError] = []

    def force() -> None:
        try:
            os.fsync(descriptor)
        except OSError as error:
            errors.append(error)

    thread = threading.Thread(target=force)
    thread.start()
    try:
        yield
    finally:
        thread.join()
    if errors:
        raise errors[0]


@contextlib.contextmanager
def _finishing(path: Path) -> Iterator[tuple[Path, Path]]:
    """Where the file that is to become `path` is made, and what it is to be called then."""
    target = path.resolve()
    unfinished = target.with_name(target.name + UNFINISHED)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        yield unfinished, target
        _settle(target.parent)
    except OSError as error:
        raise _undeliverable(path, error) from None
    finally:
        # Gone already when all went well; whatever else happened, nothing half-made stays behind.
        with contextlib.suppress(OSError):
            unfinished.unlink(missing_ok=True)


class Counted:
    """What is written to a file on the way: how many bytes, and their SHA-256. `report.json` tells it."""

    def __init__(self) -> None:
        self._digest = sha256()
        self._file: BinaryIO | None = None
        self.bytes = 0

    def into(self, file: BinaryIO) -> Counted:
        """The same, with `file` to write to."""
        self._file = file
        return self

    def write(self, content: bytes) -> int:
        assert self._file is not None
        self._digest.update(content)
        self.bytes += len(content)
        return self._file.write(content)

    @property
    def sha256(self) -> str:
        return self._digest.hexdigest()


def withdraw(path: Path) -> None:
    """Take away an earlier file that the new ones beside it do without: together they would be wrong."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _undeliverable(path, error) from None


def _settle(folder: Path) -> None:
    """Force a rename to the disk; Windows has no such call for folders."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _hold(descriptor: int, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise BusyError(f"Another build is writing to {folder}.", "Wait until it has finished.") from None


def _undeliverable(path: Path, error: OSError) -> ProjectError:
    if error.errno in NO_ROOM:
        return ProjectError(f"There is no space left to write {path.name}.", "Free some space and run it again.")
    if isinstance(error, PermissionError):
        remedy = "Close the file if a viewer has it open, or choose another folder with -o."
        return ProjectError(f"{path} may not be written.", remedy)
    return ProjectError(f"{path} cannot be written: {error.strerror or error}.", "Choose another folder with -o.")
