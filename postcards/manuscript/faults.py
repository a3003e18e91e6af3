"""A finding before it has a place, and the words it is told in.

Checks know the key that a fault concerns; the file's marks give line and column.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from postcards.problems import Problem, Severity, Where, brief, character_name, printable

if TYPE_CHECKING:
    from postcards.manuscript.marks import Document, Path

#: The place of a value that no file holds, as in tests and examples.
NOWHERE = Where("")

TEXT = "text"
LIST = "a list"
GROUP = "a group of keys"

#: How like a known word a misspelt one must be before we suggest it (difflib's ratio).
LIKENESS = 0.6


class Fault(Struct, frozen=True):
    """Something wrong with the value (or the key) at `path` of a document."""

    code: str  # whole (`text.tatweel`), or the matter alone (`unknown-key`), which gets the file kind as its area
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    path: Path = ()
    of_key: bool = False  # the key itself is wrong, not its value

    @property
    def is_error(self) -> bool:
        return self.severity is Severity.ERROR

    def below(self, path: Path) -> Fault:
        """The same fault, its path taken as relative to `path`."""
        return replace(self, path=(*path, *self.path))


def warning(code: str, message: str, remedy: str) -> Fault:
    """A fault that leaves nothing out."""
    return Fault(code, message, remedy, Severity.WARNING)


def any_error(faults: Iterable[Fault]) -> bool:
    """Whether something must be left out."""
    return any(fault.is_error for fault in faults)


def kind_of(value: object) -> str:
    """Which of the three kinds of values in a file it is."""
    return TEXT if isinstance(value, str) else LIST if isinstance(value, list) else GROUP


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The known word that `word` is likely to stand for; empty if there is none."""
    plain = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), plain, n=1, cutoff=LIKENESS)
    return plain[near[0]] if near else ""


def shown(word: str) -> str:
    """`word` in quotation marks; letters that only look like ASCII are spelt out, for they cannot be seen."""
    odd = [character_name(char) for char in dict.fromkeys(brief(word)) if not (char.isascii() and char.isprintable())]
    return f"“{printable(brief(word))}”" + (f" with {', '.join(odd)}" if odd and not word.isascii() else "")


def dotted(path: Path) -> str:
    """A path as findings name it: `quote.text`, `questions.items.2` (counted from 0, as in the JSON Schema)."""
    return ".".join(map(str, path))


def placed(faults: Iterable[Fault], document: Document, file: str, area: str) -> tuple[Problem, ...]:
    """The findings for `faults` of `document`, which was read from `file`; `area` is the file kind."""
    return tuple(
        Problem(
            code=fault.code if "." in fault.code else f"{area}.{fault.code}",
            message=printable(fault.message),
            remedy=printable(fault.remedy),
            where=_where(fault, document, file),
            severity=fault.severity,
            field=printable(dotted(fault.path)),
        )
        for fault in faults
    )


def _where(fault: Fault, document: Document, file: str) -> Where:
    """The fault's place, or that of the nearest value around it (a missing key has none of its own)."""
    marks = document.keys if fault.of_key else document.marks
    for length in range(len(fault.path), 0, -1):
        if where := marks.get(fault.path[:length]):
            return where
    return document.marks.get((), Where(file, 1))
