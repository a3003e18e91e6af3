"""A finished PDF opened for comparing: its pages, whose story stands on each, and what they say.

Stories are known from the report beside the file if it is the report of this very file; else from its bookmarks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import file_digest
from pathlib import Path

import pypdfium2
from msgspec import Struct

from postcards.edition.handover import COVER, PRINT
from postcards.lock import REPORT, Lock, LockedFile, LockError, read_lock
from postcards.manuscript.printers import COVER_PAGES
from postcards.preflight.document import Document, UnreadableError, read_document
from postcards.preflight.limits import DEEPEST, LARGEST_FILE, LARGEST_STREAM
from postcards.preflight.rulebook import unopened

#: Bytes that a pixel takes when it is painted.
PIXEL_BYTES = 4

#: Boxes that are smaller (points) are taken for mistakes.
SMALLEST_BOX = 1.0

#: A page whose words are more is not read (characters): no page of print has a tenth of them.
LONGEST_PAGE = 50_000


#: Zero width non-joiner and joiner: Persian and Sinhala are spelt with them.
JOINERS = "\u200c\u200d"


#: What stands in our files between two texts of one line (`composition/line_ends.py`).
BOUNDARY = "\u2060\u2060"


class Leaf(Struct, frozen=True):
    """One page of a file, or one side of a sheet."""

    place: int  # from 0, in the file
    number: int  # from 1, as the booklet counts it
    stories: tuple[str, ...]  # what stands on it: folders' names, or bookmarks
    words: tuple[str, ...]
    placed: tuple[int, ...] = ()  # numbers of the pages that lie on it, of a sheet


class Volume(Struct, frozen=True):
    """A file."""

    path: Path
    document: pypdfium2.PdfDocument
    leaves: tuple[Leaf, ...]
    lock: Lock | None
    locked: LockedFile | None  # what the lock says of this file

    @property
    def is_sheets(self) -> bool:
        return bool(self.locked and self.locked.sides)


class UncomparedError(Exception):
    """A file that cannot be compared; `code` says why, `remedy` what to do."""

    def __init__(self, path: Path, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.path = path
        self.code = code
        self.message = message
        self.remedy = remedy


def open_volume(path: Path) -> Volume:
    """The file at `path`; raises UncomparedError if it cannot be opened, or would take too much to look at."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _unopened(path, "too-large")
        if _is_too_much(read_document(path, measures_ink=False)):
            raise UncomparedError(path, "too-much", "It is too much to be looked at.", "Make it again, or simpler.")
        return _volume(path)
    except UnreadableError as error:
        raise _unopened(path, error.code) from None
    except pypdfium2.PdfiumError:
        raise _unopened(path, "damaged") from None
    except OSError as error:
        reason = error.strerror or "it is no file"
        raise UncomparedError(path, "unreadable", f"It cannot be read: {reason}.", "Write the path of a PDF.") from None


def _volume(path: Path) -> Volume:
    document = pypdfium2.PdfDocument(path)
    count = len(document)
    lock, locked, name = _locked(path)
    offset = COVER_PAGES // 2 if lock and name == PRINT and COVER in lock.editions else 0
    stories = _told(locked, offset) if locked else _marked(document, count)
    sides = {side.side: side.pages for side in locked.sides} if locked else {}
    leaves = tuple(
        Leaf(index, index + 1 + offset, stories.get(index, ()), _words(document, index), sides.get(index + 1, ()))
        for index in range(count)
    )
    return Volume(path, document, leaves, lock, locked)


def _unopened(path: Path, code: str) -> UncomparedError:
    fault = unopened(code).fault
    return UncomparedError(path, code, fault.message, fault.remedy)


def _is_too_much(seen: Document) -> bool:
    """Whether a program that paints the file might come to no end, or need all memory."""
    if seen.cut_short or not all(sheet.seen.is_whole for sheet in seen.sheets):
        return True
    pixels = (photo.picture.width * photo.picture.height for sheet in seen.sheets for photo in sheet.photos)
    sequences = (sequence for sheet in seen.sheets for sequence in sheet.seen.marking.sequences)
    # pdfium keeps with everything painted a copy of all sequences around it.
    nested = (sum(1 for _ in sequence.outwards()) for sequence in sequences)
    return any(each > LARGEST_STREAM // PIXEL_BYTES for each in pixels) or any(depth >= DEEPEST for depth in nested)


def _locked(path: Path) -> tuple[Lock | None, LockedFile | None, str]:
    """The lock that knows this very file, what it says of it, and its name there; nothing where there is none."""
    path = path.absolute()
    for folder in (path.parent, path.parent.parent):  # cards lie in a folder below
        if not (folder / REPORT).is_file():
            continue
        try:
            lock = read_lock(folder / REPORT)
        except LockError:
            continue
        file = path.relative_to(folder).as_posix()
        for name, locked in lock.editions.items():
            if locked.file == file and locked.sha256 == _digest(path):
                return lock, locked, name
    return None, None, ""


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _told(locked: LockedFile, offset: int) -> dict[int, tuple[str, ...]]:
    """Whose story stands on each page, by its index, as the report has it."""
    if locked.sides:
        return {side.side - 1: side.stories for side in locked.sides}
    return {
        page - 1 - offset: (story.story,)
        for story in locked.stories
        for page in range(story.page, story.page + story.pages)
    }


def _marked(document: pypdfium2.PdfDocument, count: int) -> Mapping[int, tuple[str, ...]]:
    """The same by the file's bookmarks: the last one on a page, or before it, is what stands there."""
    begins: dict[int, str] = {}
    for mark in document.get_toc():
        place = mark.get_dest()
        index = place.get_index() if place else None
        if index is not None and 0 <= index < count:
            begins[index] = mark.get_title().strip()
    stories: dict[int, tuple[str, ...]] = {}
    title = ""
    for index in range(count):
        title = begins.get(index, title)
        if title:
            stories[index] = (title,)
    return stories


def _words(document: pypdfium2.PdfDocument, index: int) -> tuple[str, ...]:
    """What is to be read within the bleed, from which on everything else is cut off."""
    page = document[index]
    left, bottom, right, top = page.get_bleedbox()
    if right - left >= SMALLEST_BOX and top - bottom >= SMALLEST_BOX:
        page.set_cropbox(left, bottom, right, top)
    page.close()
    return tuple(_read(document[index]))


def _read(page: pypdfium2.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    if text.count_chars() <= LONGEST_PAGE:
        yield from filter(None, map(_seen, text.get_text_bounded().replace(BOUNDARY, " ").split()))


def _seen(word: str) -> str:
    """Without the marks that only steer how it is laid out; joiners change letters and stay."""
    if word.isascii():
        return word
    return "".join(letter for letter in word if letter in JOINERS or unicodedata.category(letter) != "Cf")
