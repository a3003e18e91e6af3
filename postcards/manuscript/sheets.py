"""One file of the staff's: opened through the project's one door, parsed, held against its model.

A sheet keeps what later stages need: the value if it has no error, places of its values, its digest, its findings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postcards.manuscript import booklets, office, places, printers, story, words
from postcards.manuscript.booklets import Booklet
from postcards.manuscript.faults import Fault, any_error, dotted, placed
from postcards.manuscript.folders import ENDING
from postcards.manuscript.marks import Document, read_yaml
from postcards.manuscript.office import Office
from postcards.manuscript.places import Place, PlaceId
from postcards.manuscript.printers import Printer
from postcards.manuscript.source import LONGEST_FILE
from postcards.manuscript.story import Photo, Story, StoryText
from postcards.manuscript.tags import check_tag
from postcards.manuscript.words import Language
from postcards.problems import Problem, Severity, Where
from postcards.project import AssetError, Project, open_asset
from postcards.remembering import known


class FileKind(Struct, frozen=True):
    """One kind of file."""

    area: str  # of its findings
    model: Any  # what `validate` holds it against
    title: str  # what an editor shows


STORY = FileKind("story", Story, "A story: the facts that need no translation")
TEXT = FileKind("text", StoryText, "A story in one language")
LANGUAGE = FileKind("language", Language, "The booklet's own words in one language")
PLACES = FileKind("place", dict[PlaceId, Place], "What CLDR does not say of places, or says otherwise")
BOOKLET = FileKind("booklet", Booklet, "A booklet")
PRINTER = FileKind("printer", Printer, "What a print shop asks for")
OFFICE = FileKind("office", Office, "How the office prints for itself")

#: All that comes of reading a file.
KNOWN = known(date, Document, Problem, Severity, Where, booklets, office, places, printers, story, words)

_NO_DOCUMENT = Document({}, {}, {})


class Sheet(Struct, frozen=True):
    """A file after reading."""

    path: str  # relative to the project
    area: str  # of its findings
    value: Any = None  # None if the file has an error
    document: Document = _NO_DOCUMENT
    problems: tuple[Problem, ...] = ()
    digest: str = ""  # SHA-256 of the bytes read, hex; empty if the file could not be opened

    @property
    def stem(self) -> str:
        """The file's name without its ending: a tag, an id."""
        return self.path.rpartition("/")[2].removesuffix(ENDING)

    def where(self, *path: str | int) -> Where:
        """The place of the value at `path`, or of the nearest value around it."""
        for length in range(len(path), -1, -1):
            if where := self.document.marks.get(path[:length]):
                return where
        return Where(self.path, 1)

    def marks(self) -> Mapping[str, Where]:
        """All values' places by dotted path: `quote.text`, `languages.2`."""
        return {dotted(path): where for path, where in self.document.marks.items() if path}

    def problem(self, fault: Fault) -> Problem:
        """`fault`, whose path is one of this file's, with its place."""
        return placed((fault,), self.document, self.path, self.area)[0]


def read_tagged(project: Project, path: str, kind: FileKind) -> Sheet:
    """Read a file whose name is the tag of the language it is written in; a name that is no tag is an error."""
    tag = Sheet(path, kind.area).stem
    faults = check_tag(tag)
    unknown = any_error(faults)
    sheet = read_sheet(project, path, kind, "" if unknown else tag)
    named = tuple(replace(sheet.problem(fault), where=Where(path)) for fault in faults)
    problems = tuple(problem.about(language=tag) for problem in (*named, *sheet.problems))
    return replace(sheet, value=None if unknown else sheet.value, problems=problems)


def read_sheet(project: Project, path: str, kind: FileKind, tag: str = "") -> Sheet:
    """Read the file `path` (relative to the project), which is of `kind` and written in the language `tag`."""
    try:
        with open_asset(project.root, path) as stream:
            content = stream.read(LONGEST_FILE + 1)
    except AssetError as error:
        problem = Problem(error.code, error.message, error.remedy, Where(path))
        return Sheet(path, kind.area, problems=(problem,))
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        problem = Problem("file.unreadable", message, "Look at the file's permissions.", Where(path))
        return Sheet(path, kind.area, problems=(problem,))
    digest = hashlib.sha256(content).hexdigest()

    def read() -> tuple[Document | None, Any, tuple[Problem, ...]]:
        from postcards.manuscript.validation import validate  # what is known need not be held against its model

        document, problems = read_yaml(path, content)
        if document is None:
            return None, None, problems
        value, found = validate(kind.model, document, path, kind.area, tag)
        wrong = any(problem.is_error for problem in problems)
        return document, None if wrong else value, (*problems, *found)

    if project.readings is None:
        document, value, problems = read()
    else:
        asked = (str(project.root), path, kind.area, tag)
        document, value, problems = project.readings.reading(tag, asked, content, KNOWN, read)
    return Sheet(path, kind.area, value, document or _NO_DOCUMENT, problems, digest)


def check_photo(project: Project, photo: Photo, field: str) -> Problem | None:
    """The finding if `photo`, named by the key `field`, cannot be opened; what is in it, a later stage finds out."""
    try:
        open_asset(project.root / photo.folder, photo.file).close()
    except AssetError as error:
        code = "photo.missing" if error.code == "file.missing" else error.code
        return Problem(code, error.message, error.remedy, photo.where, field=f"{field}.file")
    return None
