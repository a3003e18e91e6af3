"""Where things lie: the staff's `content/`, the page designs in `layouts/`, the type in `fonts/`.

A project is a folder that holds `content/`. Its own `layouts/` and `fonts/` are used if it has them, else ours.
`open_asset` is the one door through which a file named in somebody's YAML is opened; nothing else in the package
opens a path that a file named.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from postcards.problems import ProjectError, printable
from postcards.remembering import Readings

#: Longest file name that every file system of an office accepts (bytes).
LONGEST_NAME = 200

#: Names that Windows keeps for devices, whatever their ending.
DEVICE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))}
)

# Not to wait for a pipe, not to follow a link that was put there since the path was looked up. Windows has neither
# flag, nor pipes in folders; there a file opens as text without O_BINARY.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Project(Struct, frozen=True):
    """The folders one command works on; all absolute."""

    root: Path
    content: Path
    layouts: Path
    fonts: Path
    readings: Readings | None = None  # what was made of its files before

    def relative(self, path: Path) -> str:
        """`path` as findings name it: relative to the project where it lies inside, with forward slashes."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.name


def find_project(folder: Path) -> Project:
    """The project in `folder`; raises ProjectError if it has no `content/`."""
    project = folders_of(folder)
    if not project.content.is_dir():
        raise ProjectError(
            f"There is no folder “content” in {project.root}.",
            "Run the command in the folder that holds content/, or name it with --project.",
        )
    return project


def folders_of(folder: Path) -> Project:
    """The same for commands that need no content: of what is not in `folder`, ours is taken."""
    root = folder.resolve()
    return Project(root, root / "content", _own_or_ours(root, "layouts"), _own_or_ours(root, "fonts"))


def find_fonts(folder: Path) -> Path:
    """The fonts of the project in `folder`: its own if it has any, else ours."""
    return _own_or_ours(folder.resolve(), "fonts")


def our_folder(name: str) -> Path:
    """`layouts`, `fonts` or `profiles` as they come with the program: beside the package, or inside a wheel."""
    package = Path(__file__).resolve().parent
    for candidate in (package / "share" / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise ProjectError(f"The program's own folder “{name}” is missing.", "Install it again.")


def _own_or_ours(root: Path, name: str) -> Path:
    own = root / name
    return own if own.is_dir() else our_folder(name)


class AssetError(Exception):
    """A file that a YAML file names cannot be used. `code` is the finding's, `remedy` what to do."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.remedy = remedy


def open_asset(root: Path, name: str) -> BinaryIO:
    """Open the regular file `name` (a relative path with forward slashes) that lies inside `root`.

    Raises AssetError for anything else: absolute paths, drives, addresses, `~`, `..`, names that differ from the
    disk's in case, symbolic links out of the folder, devices, pipes, folders.
    """
    _check_name(name)
    try:
        path = os.path.realpath(f"{root}/{name}", strict=True)
        inside = path.startswith(_real(root))
    except (OSError, RuntimeError, ValueError):
        raise _missing(root, name) from None
    if not inside:
        raise AssetError("file.outside", f"“{name}” leads out of its folder.", "Copy the file into the story's folder.")
    try:
        _check_spelling(root, name)
        descriptor = os.open(path, _OPEN_FLAGS)
    except OSError as error:
        raise AssetError(
            "file.unreadable", f"“{name}” cannot be opened: {error.strerror}.", "Look at the file's permissions."
        ) from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise AssetError("file.kind", f"“{name}” is no ordinary file.", "Put the photo itself into the story's folder.")
    return os.fdopen(descriptor, "rb")


@lru_cache(maxsize=64)
def _real(folder: Path) -> str:
    """Where a folder really lies, with what stands before the names in it."""
    real = os.fspath(folder.resolve(strict=True))
    return real if real.endswith(os.sep) else real + os.sep


@lru_cache(maxsize=1 << 12)
def portable_name_fault(name: str) -> str:
    """Why `name` (of one file or folder) would not work on every office computer; empty if it would."""
    if not name:
        return "it is empty"
    if name in (".", ".."):
        return "it leads to another folder"
    if len(name.encode("utf-8", "replace")) > LONGEST_NAME:
        return f"it is longer than {LONGEST_NAME} bytes"
    if name != printable(name):
        return f"it holds a character nobody can see: {printable(name)}"
    if any(character in name for character in '<>:"|?*\\/'):
        return 'it holds one of < > : " | ? * \\ /'
    if name[-1] in ". " or name[0] == " ":
        return "it begins or ends with a space or ends with a full stop"
    if name.split(".")[0].rstrip().lower() in DEVICE_NAMES:
        return f"Windows keeps “{name.split('.')[0]}” for itself"
    return ""


def _check_name(name: str) -> None:
    remedy = "Write the plain name of a file in the story's folder, such as photo.jpg."
    if name.startswith(("/", "~", "$")) or "\\" in name or "%" in name or "://" in name:
        raise AssetError("file.name", f"“{printable(name)}” is no plain file name.", remedy)
    for part in name.split("/"):
        fault = portable_name_fault(part)
        if fault:
            raise AssetError("file.name", f"“{printable(name[:80])}” cannot be used as a file name: {fault}.", remedy)


def _missing(root: Path, name: str) -> AssetError:
    names = sorted(_names_in(root, Path(name).parent))
    if Path(name).name in names:
        return AssetError("file.missing", f"“{name}” is a link that leads nowhere.", "Put the file itself there.")
    twin = _twin(names, Path(name).name)
    if twin:
        return _misspelt(name, twin)
    near = get_close_matches(Path(name).name, names, n=3, cutoff=0.5)
    hint = f"Did you mean {', '.join(f'“{printable(entry)}”' for entry in near)}?" if near else ""
    return AssetError("file.missing", f"“{name}” was not found.", hint or "Put the file into the story's folder.")


def _check_spelling(root: Path, name: str) -> None:
    """The name must be the disk's to the letter: what opens on this computer must open on the next."""
    folder = os.fspath(root)
    for part in name.split("/"):
        # Listed again before anybody is blamed: the clock of a file system is not fine enough to tell every change.
        changed = os.stat(folder).st_mtime_ns  # noqa: PTH116  a Path for each part of each name takes as long as the rest
        if part not in _listed(folder, changed) and part not in (names := _names(folder)):
            raise _misspelt(name, _twin(names, part) or part)
        folder = f"{folder}/{part}"


@lru_cache(maxsize=1 << 10)
def _listed(folder: str, _changed: int) -> frozenset[str]:
    """What lies in a folder, as long as it is what it was then."""
    return frozenset(_names(folder))


def _names(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries]


def _names_in(root: Path, folder: Path) -> list[str]:
    """What lies in `folder` of `root`; nothing if it leads out of `root` or cannot be read."""
    try:
        path = (root / folder).resolve(strict=True)
        return _names(os.fspath(path)) if path.is_relative_to(_real(root)) else []
    except (OSError, RuntimeError):
        return []


def _twin(names: list[str], wanted: str) -> str:
    """The entry that differs from `wanted` only in case or in Unicode's composition."""

    def plain(name: str) -> str:
        return unicodedata.normalize("NFC", name).casefold()

    return next((name for name in names if plain(name) == plain(wanted)), "")


def _misspelt(name: str, twin: str) -> AssetError:
    detail = ""
    if twin.casefold() == Path(name).name.casefold() or unicodedata.normalize("NFC", twin) != twin:
        detail = " (capital letters and accents count)"
    return AssetError("file.spelling", f"“{name}” is spelt “{printable(twin)}” on the disk{detail}.", "Write it so.")
