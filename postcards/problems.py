"""Findings and exceptions: what went wrong, where, and what to do about it.

A finding (`Problem`) is a value. Stages gather all of them and go on; the command line prints them at the end. Codes
are stable names (`text.overset`, `photo.missing`): tests and other programs may rely on them, the prose may change.

Exceptions are for what stops everything:

    PostcardsError              anything of ours that ends the command; carries its exit code
    ├── UsageError              the command was wrong (2)
    ├── ProjectError            nothing can be built: folders, fonts, disk (3)
    ├── RejectedError           our own check refused a finished file (4)
    └── BusyError               another build writes to the same folder (6)
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

#: As much of somebody's words as a message quotes (characters).
LONGEST_QUOTED = 60


class Severity(Enum):
    """How much a finding matters."""

    ERROR = "error"  # something is left out of the booklet
    WARNING = "warning"  # it is built, and somebody should look


class Where(Struct, frozen=True):
    """A place in the staff's files, or in one that was made of them."""

    path: str  # relative to the project folder, with forward slashes
    line: int | None = None  # from 1
    column: int | None = None  # from 1, in characters
    page: int | None = None  # from 1, of a finished file

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (printable(self.path), self.line, self.column) if part is not None)
        return place if self.page is None else f"{place}, page {self.page}"


class Problem(Struct, frozen=True):
    """One finding, written for the office's staff."""

    code: str  # stable name, `area.matter`
    message: str  # what is wrong, as a reader would see it
    remedy: str  # one thing to do
    where: Where
    severity: Severity = Severity.ERROR
    field: str = ""  # the YAML key, dotted: `quote.text`
    story: str = ""  # slug, if it concerns one story
    language: str = ""  # BCP 47 tag, if it concerns one language
    booklet: str = ""  # id, if it concerns one booklet
    detail: str = ""  # for people who make print files; shown if they ask

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def about(self, *, story: str = "", language: str = "", booklet: str = "") -> Problem:
        """The same finding, with what it concerns filled in where it was not said yet."""
        return replace(
            self,
            story=self.story or story,
            language=self.language or language,
            booklet=self.booklet or booklet,
        )

    def __str__(self) -> str:
        field = f"{self.field}: " if self.field else ""
        if self.where.page and self.story:
            field = f"story {self.story}: "
        line = f"{self.where}: {self.severity.value}: {field}{self.message} {self.remedy} [{self.code}]"
        return printable(line)

    def as_json(self) -> dict[str, Any]:
        """The finding for `report.json` and `--json`; empty fields are left out."""
        parts = {
            "code": self.code,
            "severity": self.severity.value,
            "path": self.where.path,
            "line": self.where.line,
            "column": self.where.column,
            "page": self.where.page,
            "field": self.field,
            "booklet": self.booklet,
            "language": self.language,
            "story": self.story,
            "message": self.message,
            "remedy": self.remedy,
            "detail": self.detail,
        }
        return {key: value for key, value in parts.items() if value not in ("", None)}

    @staticmethod
    def from_json(parts: Mapping[str, Any]) -> Problem:
        """The finding that `as_json` gave."""
        where = Where(parts.get("path", ""), parts.get("line"), parts.get("column"))
        severity = Severity(parts["severity"])
        said = {key: parts.get(key, "") for key in ("field", "story", "language", "booklet")}
        return Problem(parts["code"], parts["message"], parts.get("remedy", ""), where, severity, **said)


def sort_key(problem: Problem) -> tuple[str, int, int, int, str, str]:
    """Order of printing: by file and place, then by code, so that every run says the same."""
    where = problem.where
    return (where.path, where.page or 0, where.line or 0, where.column or 0, problem.code, problem.message)


def printable(text: str) -> str:
    """`text` with every character that could steer a terminal or hide in a line shown as its code point.

    Controls, line separators, bidi controls, surrogates and unassigned characters become `<U+202E>`.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) in _UNSHOWN else c for c in text)


_UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"})


def brief(text: str) -> str:
    """As much of somebody's words as a message quotes."""
    return text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…"


def character_name(character: str) -> str:
    """A character as staff can look it up: `“ﷺ” (U+FDFA, ARABIC LIGATURE …)`."""
    code = f"U+{ord(character):04X}"
    name = unicodedata.name(character, "")
    shown = f"“{character}” " if printable(character) == character else ""
    return f"{shown}({code}{', ' + name if name else ''})"


class PostcardsError(Exception):
    """Something that ends the command. `exit_code` is what the shell sees."""

    exit_code = 3

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return printable(f"{self.message} {self.remedy}".strip())


class UsageError(PostcardsError):
    """The command was wrong: an unknown booklet, language or edition."""

    exit_code = 2


class ProjectError(PostcardsError):
    """Nothing can be built: no content folder, a broken font, no room on the disk."""

    exit_code = 3


class RejectedError(PostcardsError):
    """Our own check refused a finished file; it is kept aside as `.rejected`."""

    exit_code = 4


class BusyError(PostcardsError):
    """Another build is writing to the same output folder."""

    exit_code = 6
