"""Any bytes as one of the staff's YAML files: whatever they are, they end in a value or in findings with a line.

A file that is faultless as one of the kinds is then put into a small office in that kind's place, and the whole office
is read: what one file names, another must hold.
"""

from __future__ import annotations

import atexit
import codecs
import contextlib
import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import yaml

from postcards.manuscript.marks import read_yaml
from postcards.manuscript.reader import read_manuscript
from postcards.manuscript.sheets import BOOKLET, LANGUAGE, OFFICE, PLACES, PRINTER, STORY, TEXT, FileKind
from postcards.manuscript.validation import json_schema, validate
from postcards.problems import Problem, printable, sort_key
from postcards.project import find_project

CONTENT = Path(__file__).parents[2] / "content"

PATH = "content/file.yaml"

#: Every kind of file, in languages with letters, digits and characters of their own, and its place in the office.
READINGS: tuple[tuple[FileKind, str, str], ...] = (
    (STORY, "", "stories/fah/story.yaml"),
    (TEXT, "en", "stories/fah/en.yaml"),
    (TEXT, "fa-AF", "stories/fah/fa-AF.yaml"),
    (TEXT, "th", "stories/fah/th.yaml"),
    (LANGUAGE, "en", "languages/en.yaml"),
    (LANGUAGE, "ar", "languages/ar.yaml"),
    (PLACES, "", "places.yaml"),
    (BOOKLET, "", "booklets/spring.yaml"),
    (PRINTER, "", ""),
    (OFFICE, "", "office.yaml"),
)

#: What the office's other files are copies of.
OFFICE_FILES = (
    "languages/en.yaml",
    "languages/ar.yaml",
    "places.yaml",
    "stories/fah/story.yaml",
    "stories/fah/en.yaml",
    "stories/fah/picture.jpg",
)

SOME_PLACES = ("AF", "x-somaliland", "XK")

#: The guide is slow and need not see the end of a long file (bytes).
LONGEST_GUIDED = 400


def check(data: bytes) -> None:
    """Hold the file `data` against every kind of file that has a key of its."""
    lines = _line_lengths(data)
    document, problems = read_yaml(PATH, data)
    _are_findings(problems, lines)
    assert document is not None or _has_error(problems)
    if document is None:
        return
    keys = {*document.content} if isinstance(document.content, dict) else set()
    for kind, tag, place in READINGS:
        if not keys & _keys(kind):
            continue
        value, found = validate(kind.model, document, PATH, kind.area, tag)
        _are_findings(found, lines)
        assert value is not None or _has_error(found)
        if place and value is not None and not _has_error((*problems, *found)):
            _read_office(place, data)


def guide(data: bytes) -> None:
    """Lead the fuzzer: the parser that we use is compiled and shows nothing of itself, this one does."""
    with contextlib.suppress(yaml.YAMLError, ValueError, RecursionError):
        yaml.BaseLoader(data[:LONGEST_GUIDED].decode("utf-8", "replace")).get_single_node()


def _are_findings(problems: Sequence[Problem], lines: Sequence[int]) -> None:
    """Each finding says what, where and what to do, and can be printed, sorted and kept."""
    for problem in problems:
        where = problem.where
        assert where.line is not None and 1 <= where.line <= len(lines), problem
        assert where.column is None or 1 <= where.column <= lines[where.line - 1] + 1, problem
        assert problem.message and problem.remedy, problem
        assert printable(problem.message) == problem.message, problem
        assert Problem.from_json(json.loads(json.dumps(problem.as_json()))) == problem
        str(problem).encode()
    sorted(problems, key=sort_key)


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(problem.is_error for problem in problems)


@cache
def _keys(kind: FileKind) -> frozenset[str]:
    """What may stand at the margin of such a file; anything may be a place, so that it is held against some keys."""
    schema = json_schema(kind.model)
    return frozenset(schema.get("properties", SOME_PLACES))


def _line_lengths(data: bytes) -> list[int]:
    """How many characters each line has, as an editor counts; at most so many where the file is in no encoding."""
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8"
    return [len(line) for line in re.split("\r\n|\r|\n", data.decode(encoding, "replace"))]


@cache
def _office() -> Path:
    """The folder of an office without a fault, which is deleted at the end."""
    folder = tempfile.TemporaryDirectory(prefix="postcards-fuzz-")
    atexit.register(folder.cleanup)
    for name in OFFICE_FILES:
        file = Path(folder.name, "content", name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes((CONTENT / name).read_bytes())
    return Path(folder.name)


def _read_office(place: str, data: bytes) -> None:
    """Read the office with `data` in the place of one of its files."""
    root = _office()
    file = root / "content" / place
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        read = read_manuscript(find_project(root))
    finally:
        if before is None:
            file.unlink()
        else:
            file.write_bytes(before)
    path = f"content/{place}"
    _are_findings([problem for problem in read.problems if problem.where.path == path], _line_lengths(data))
