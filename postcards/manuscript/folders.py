"""What lies in `content/`: which files are read, and which names keep a file from being read here or elsewhere.

Only names are looked at; nothing is opened. The order is that of the names' code points, on every computer.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import PurePath

from msgspec import Struct

from postcards.problems import Problem, Severity, Where, printable
from postcards.project import Project, portable_name_fault

#: What the staff's files end in.
ENDING = ".yaml"


class Folder(Struct, frozen=True):
    """One folder's files and folders; hidden ones (.DS_Store) are left out."""

    path: str  # relative to the project
    stems: tuple[str, ...] = ()  # of the YAML files, without their ending
    folders: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def file(self, stem: str) -> str:
        """The path of one of its YAML files, relative to the project."""
        return f"{self.path}/{stem}{ENDING}"

    def files(self) -> tuple[str, ...]:
        """The paths of all its YAML files, relative to the project."""
        return tuple(self.file(stem) for stem in self.stems)


def list_folder(project: Project, path: str) -> Folder:
    """The folder `path` (relative to the project); one that does not exist is empty.

    Names with characters that nobody can see are told, and what has them is not read.
    """
    try:
        with os.scandir(project.root / path) as entries:
            found = {entry.name: _is_folder(entry) for entry in entries if not entry.name.startswith(".")}
    except FileNotFoundError:
        return Folder(path)
    except OSError as error:
        message = f"The folder cannot be read: {error.strerror}."
        return Folder(path, problems=(Problem("file.unreadable", message, "Look at its permissions.", Where(path)),))
    names = sorted(found)
    seen = [name for name in names if printable(name) == name]
    return Folder(
        path,
        stems=tuple(name.removesuffix(ENDING) for name in seen if name.endswith(ENDING) and not found[name]),
        folders=tuple(name for name in seen if found[name]),
        problems=(*_name_faults(path, names), *_clashes(path, found)),
    )


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself; opening it gives the finding
        return False


def _name_faults(path: str, names: list[str]) -> Iterator[Problem]:
    for name in names:
        where = Where(f"{path}/{printable(name)}")
        if fault := portable_name_fault(name):
            message = f"The name would not work on every computer: {fault}."
            yield Problem("file.name", message, "Give it a plain name of letters, digits and hyphens.", where)
        ending = PurePath(name).suffix
        if ending != ENDING and ending.lower() in (ENDING, ".yml"):
            message = f"“{printable(name)}” is not read: the staff's files end in {ENDING}."
            yield Problem("file.ending", message, f"Rename it to end in {ENDING}.", where)


def _clashes(path: str, found: dict[str, bool]) -> Iterator[Problem]:
    """Names that are one and the same on a Windows or Apple disk."""
    first: dict[str, str] = {}
    for name in sorted(found):
        plain = unicodedata.normalize("NFC", name).casefold()
        if plain in first:
            message = f"“{printable(first[plain])}” and “{printable(name)}” are one name on Windows and macOS."
            read = found[name] or name.endswith(ENDING)
            severity = Severity.ERROR if read else Severity.WARNING
            yield Problem(
                "file.case-clash", message, "Rename one of them.", Where(f"{path}/{printable(name)}"), severity
            )
        first.setdefault(plain, name)
