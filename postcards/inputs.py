"""What a build is made of: the bytes of the project's files and of the program, each by its digest.

Stock is taken before anything is read, so that no record is ever newer than what was made from it. Pictures are told
by the folder they lie in and never by their names, which may name a person.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from postcards.project import Project, our_folder

#: Files larger than this (bytes) are told by their size: no font is as large, and such a photo is refused.
MOST_BYTES = 64 << 20

#: Files up to this size (bytes) are read in one go.
AT_ONCE = 1 << 20

#: The staff's texts; whatever else lies in content/ is taken for a picture.
TEXTS = (".yaml", ".yml")

#: Stands for the digest of what is no file, such as a pipe.
NO_FILE = "no file"

#: What all pictures of a folder together are called, and one alone, behind its folder.
PICTURES, PICTURE = "pictures", "picture"

#: What is no file: the program itself, and the moment that files are said to be of, where one is set.
PROGRAM, MOMENT = "the program", "SOURCE_DATE_EPOCH"

#: What the names of the program's own files begin with, beside those that a project may have instead.
OUR_PRINTERS, PROFILES = "our printers", "profiles"

#: What editors, office programs and file managers put beside the files that they have open or show: Emacs, Vim (4913 is
#: how it tries a folder), Kate, GNOME; LibreOffice and Word; macOS and Windows.
SCRATCH = re.compile(
    r"\.?\#.*|.*~|\..*\.sw[a-z]|4913|\..*\.kate-swp|\.goutputstream-.*|\.~lock\..*|~\$.*"
    r"|\.DS_Store|\._.*|Thumbs\.db|desktop\.ini"
)


class Stamp(Struct, frozen=True):
    """What changes when a file is written to, without looking into it."""

    size: int
    modified: int  # nanoseconds
    changed: int  # nanoseconds; where the system has it, no program can turn it back
    number: int  # the file system's own


class Stock(Struct, frozen=True):
    """Everything a build may depend on."""

    digests: dict[str, str]  # what it is -> SHA-256 (FIPS 180-4), hexadecimal
    stamps: dict[str, Stamp]  # path -> what its file was like just before it was read
    whole: bool  # False where a folder is a link, into which nobody has looked
    pictures: dict[str, str]  # each picture's own digest, by its file; no output says that name
    modules: str  # the digest of the program alone, whatever it runs on
    steady: bool = False  # whole, and everything that is read at the beginning has been read as it was then


def take_stock(project: Project) -> Stock:
    """Look at every file of the project, its layouts and fonts, and at the program."""
    digests: dict[str, str] = {}
    stamps: dict[str, Stamp] = {}
    pictures: dict[str, str] = {}
    together: dict[str, list[str]] = {}
    whole = True
    for name, entry in _files(project):
        # The stamp first: a file that is written to in between then does not fit its digest, and nothing is recorded.
        stamps[entry.path] = stamp_of(entry)
        whole = whole and not _leads_to(entry.is_dir)
        digest = _digest(entry.path, stamps[entry.path]) if _leads_to(entry.is_file) else NO_FILE
        if name.startswith("content/") and not name.lower().endswith(TEXTS):
            pictures[name] = digest
            together.setdefault(f"{name.rpartition('/')[0]}/{PICTURES}", []).append(f"{name} {digest}")
        else:
            digests[name] = digest
    digests |= {name: joined(lines) for name, lines in together.items()}
    modules = joined(_modules())
    digests[PROGRAM] = joined(_program(modules))
    digests[MOMENT] = os.environ.get(MOMENT, "").strip()
    return Stock(digests, stamps, whole, pictures, modules)


def digest_of(project: Project, stock: Stock, name: str) -> str:
    """The digest of one file of a project, empty if it is not there.

    It is looked at now where it lies in a folder that is a link.
    """
    if found := stock.digests.get(name) or stock.pictures.get(name):
        return found
    home, *below = name.split("/")
    folder = _homes(project).get(home)
    if folder is None or ".." in below:
        return ""
    path = folder.joinpath(*below)
    return _digest(str(path), stamp_of(path)) if path.is_file() else ""


def program() -> str:
    """The digest of the program that runs here: another one may make other files."""
    return joined(_program(joined(_modules())))


def once_read(project: Project, stock: Stock) -> Stock:
    """The same, when texts, layouts and words have been read: steady if no file has been written to meanwhile."""
    return replace(stock, steady=stock.whole and stamps_of(project) == stock.stamps)


def still_steady(stock: Stock) -> bool:
    """Whether that also holds for what is read later, when booklets are made: photos, fonts, profiles."""
    later = (path for path in stock.stamps if not path.lower().endswith(TEXTS))
    return stock.steady and all(stamp_of(Path(path)) == stock.stamps[path] for path in later)


def stamps_of(project: Project) -> dict[str, Stamp]:
    """What every file is like now, by its path."""
    return {entry.path: stamp_of(entry) for _, entry in _files(project)}


def stamp_of(file: Path | os.DirEntry[str]) -> Stamp:
    """The stamp of a file; zeros where it is gone."""
    try:
        found = file.stat()
    except OSError:
        return Stamp(0, 0, 0, 0)
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _files(project: Project) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Everything but folders, and links to folders, by what it is called."""
    for name, folder in _homes(project).items():
        yield from _below(name, str(folder))


def _homes(project: Project) -> dict[str, Path]:
    """Where files lie whose names begin so."""
    return {
        "content": project.content,
        "layouts": project.layouts,
        "fonts": project.fonts,
        OUR_PRINTERS: our_folder("layouts") / "printers",
        PROFILES: our_folder("profiles"),
    }


def _below(name: str, folder: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return  # whoever reads it says so; when it can be read, its files are new
    for entry in found:
        if SCRATCH.fullmatch(entry.name):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _below(f"{name}/{entry.name}", entry.path)
        else:
            yield f"{name}/{entry.name}", entry


def _leads_to(kind: Callable[[], bool]) -> bool:
    """Whether an entry is of this kind; a link that leads to itself is of none."""
    try:
        return kind()
    except OSError:
        return False


def _digest(path: str, stamp: Stamp) -> str:
    if stamp.size > MOST_BYTES:
        return str(stamp.size)
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  of a thousand files a Path each takes a third more
            if stamp.size <= AT_ONCE:
                return hashlib.sha256(file.read()).hexdigest()
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        return f"error {error.errno}"


def _modules() -> Iterator[str]:
    """The program's own modules, the same on every computer."""
    for name, entry in _below("", str(Path(__file__).parent)):
        if name.endswith(".py"):
            yield f"{name} {_digest(entry.path, stamp_of(entry))}"


def _program(modules: str) -> Iterator[str]:
    """The same, what runs it, and the names of what is installed beside it, which carry their versions."""
    yield sys.version
    yield modules
    for folder in sorted(entry for entry in sys.path if entry.endswith("-packages")):
        yield from sorted(entry.name for entry in Path(folder).glob("*.dist-info"))


def joined(lines: Iterable[str]) -> str:
    """One digest for them all, in this order."""
    return hashlib.sha256("\n".join(lines).encode("utf-8", "surrogateescape")).hexdigest()
