"""YAML text becomes plain strings, lists and dictionaries, each with the place it stands at.

The part of YAML 1.1 that staff need and nothing else: no anchors, aliases, merge keys, tags, directives or second
documents, and every scalar is a string (so `no` stays Norwegian and `012` keeps its nought). Built from libyaml's
events, not its nodes: an alias is seen before it is followed, and no depth of nesting can exhaust the stack.
A line break in a value stands for a blank line in the file, that is, for a new paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import TypeAlias

import yaml
from msgspec import Struct, field

from postcards.manuscript.source import MOST_TOLD, read_source, too_many
from postcards.manuscript.syntax import LOST_TEXT, colon_problem, end_of, quote_it, start_of, syntax_problem
from postcards.problems import Problem, Where, brief, character_name, printable

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"
Path: TypeAlias = tuple[str | int, ...]

#: Our deepest file has four levels; whatever is deeper is no file of ours.
DEEPEST = 12

#: Our longest file has some 200 values; reading takes its time for each.
MOST_VALUES = 20_000

#: How libyaml names the styles of a scalar; an unquoted one has none.
QUOTES = ("'", '"')
BLOCKS = ("|", ">")

#: Unquoted words that YAML reads as “nothing”; a person or a place may be called so.
NOTHING = frozenset({"~", "null", "Null", "NULL"})

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_SIGN = re.compile(r"[ \t]*#.*")
_NOTE = re.compile(r" {2,}# ")
_KEY_LINE = re.compile(r"^ *[a-z_]+:(?: |$)")


class Document(Struct, frozen=True):
    """A file that could be parsed."""

    content: Plain
    marks: Mapping[Path, Where]  # path of keys and indices -> place of the value
    keys: Mapping[Path, Where]  # the same path -> place of the key


class _Ledger(Struct):
    """What is written down while the events of one file go by."""

    path: str
    lines: list[str]
    marks: dict[Path, Where] = field(default_factory=dict)
    keys: dict[Path, Where] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    last: yaml.ScalarEvent | None = None  # where a syntax error comes from, often

    def where(self, event: yaml.Event) -> Where:
        line, column = start_of(event)
        return Where(self.path, line + 1, column + 1)

    def note(self, code: str, event: yaml.Event, message: str, remedy: str) -> None:
        self.add(code, self.where(event), message, remedy)

    def add(self, code: str, where: Where, message: str, remedy: str) -> None:
        self.problems.append(Problem(code, printable(message), remedy, where))
        if len(self.problems) == MOST_TOLD:
            self.problems.append(too_many(self.path))
            raise _UnreadableError


class _UnreadableError(Exception):
    """Ends the reading of a file whose rest would make no sense; carries nothing, the ledger holds the finding."""


def read_yaml(path: str, content: bytes) -> tuple[Document | None, tuple[Problem, ...]]:
    """The document in `content`, the bytes of the file `path` (relative to the project), and what is wrong with it.

    Without a document the file is no YAML; with a document and errors its other findings can be gathered as well.
    """
    text, problems = read_source(path, content)
    if text is None:
        return None, problems
    ledger = _Ledger(path, text.split("\n"))
    events: Iterator[yaml.Event] = iter(yaml.CBaseLoader(text).get_event, None)
    try:
        plain = _root(events, ledger)
    except yaml.MarkedYAMLError as error:
        problem = syntax_problem(path, ledger.lines, error, ledger.last)
        known = {(other.code, other.where) for other in ledger.problems}
        return None, (*ledger.problems, *(() if (problem.code, problem.where) in known else (problem,)))
    except _UnreadableError:
        return None, tuple(ledger.problems)
    return Document(plain, ledger.marks, ledger.keys), tuple(ledger.problems)


def _root(events: Iterator[yaml.Event], ledger: _Ledger) -> Plain:
    next(events)  # the stream begins
    if isinstance(next(events), yaml.StreamEndEvent):
        raise _empty(ledger)
    event = next(events)
    plain = _node(events, event, (), ledger)
    if plain == "":
        raise _empty(ledger)
    if isinstance(plain, str) and (problem := colon_problem(ledger.path, ledger.lines, ledger.where(event).line or 1)):
        ledger.problems.append(problem)
        raise _UnreadableError
    if not isinstance(plain, dict):
        found = "a list" if isinstance(plain, list) else "only text"
        ledger.note("yaml.kind", event, f"There are no “key: value” lines, but {found}.", "Begin with a key.")
        raise _UnreadableError
    next(events)  # the document ends
    after = next(events)
    if not isinstance(after, yaml.StreamEndEvent):
        ledger.note("yaml.documents", after, "A second document begins here.", "Delete the line --- and what follows.")
        raise _UnreadableError
    return plain


def _empty(ledger: _Ledger) -> _UnreadableError:
    ledger.add("yaml.empty", Where(ledger.path, 1), "The file is empty.", "Write it, or delete the file.")
    return _UnreadableError()


def _node(events: Iterator[yaml.Event], event: yaml.Event, path: Path, ledger: _Ledger) -> Plain:
    ledger.marks[path] = ledger.where(event)
    if len(ledger.marks) > MOST_VALUES:
        message = f"More than {MOST_VALUES} values stand in the file."
        ledger.note("file.too-large", event, message, "Keep only the story's own text in it.")
        raise _UnreadableError
    if isinstance(event, yaml.ScalarEvent):
        _check_properties(event, ledger)
        ledger.last = event
        return _scalar(event, ledger)
    if isinstance(event, yaml.AliasEvent):
        ledger.note("yaml.alias", event, f"“*{brief(str(event.anchor))}” is no text for YAML.", quote_it("*"))
        return ""
    assert isinstance(event, yaml.CollectionStartEvent)  # nothing else can begin where a value is due
    _check_properties(event, ledger)
    if len(path) >= DEEPEST:
        ledger.note("yaml.nesting", event, f"More than {DEEPEST} levels stand inside each other.", quote_it("["))
        raise _UnreadableError
    if isinstance(event, yaml.SequenceStartEvent):
        items: list[Plain] = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(_node(events, event, (*path, len(items)), ledger))
        return items
    return _mapping(events, path, ledger)


def _mapping(events: Iterator[yaml.Event], path: Path, ledger: _Ledger) -> dict[str, Plain]:
    entries: dict[str, Plain] = {}
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            ledger.note("yaml.key", event, "A list stands where a key is due.", quote_it("["))
            raise _UnreadableError
        _check_properties(event, ledger)
        ledger.last = event
        key = unicodedata.normalize("NFC", event.value)
        if key == "<<" and event.style not in QUOTES:
            ledger.note("yaml.merge-key", event, "“<<” takes over other keys unseen.", "Write the keys themselves.")
        inner = (*path, key)
        if key in entries:
            first = ledger.keys[inner].line
            message = f"“{brief(key)}” stands twice, in line {first} and in line {start_of(event)[0] + 1}."
            ledger.note("yaml.duplicate-key", event, message, "Keep one of the two.")
            # The second one is read for its own findings, under a path that nobody asks for.
            _node(events, next(events), (*inner, start_of(event)[0]), ledger)
            continue
        ledger.keys[inner] = ledger.where(event)
        entries[key] = _node(events, next(events), inner, ledger)
    return entries


def _check_properties(event: yaml.ScalarEvent | yaml.CollectionStartEvent, ledger: _Ledger) -> None:
    """Anchors and tags are words that YAML takes away from the text."""
    if event.anchor is not None:
        message = f"“&{brief(event.anchor)}” would be lost: & gives a name to what follows."
        ledger.note("yaml.anchor", event, message, quote_it("&"))
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        ledger.note(
            "yaml.tag", event, f"“{brief(tag)}” would be lost: ! says what kind of value follows.", quote_it("!")
        )


def _scalar(event: yaml.ScalarEvent, ledger: _Ledger) -> str:
    value = str(event.value)
    if event.style in QUOTES:
        _check_quoted(event, ledger)
    elif event.style not in BLOCKS:
        _check_plain(event, ledger)
    if "\n" not in value:
        return value
    return _by_paragraph(value, literal=event.style == "|")


def _by_paragraph(value: str, *, literal: bool) -> str:
    """`value` with one line break for each paragraph's end and no other.

    A literal block (|) keeps every line end. All other styles have folded the lines already: what is left stands for a
    blank line, or lies beside a line that is indented deeper (YAML 1.1, 9.3.3), which here has no meaning.
    """
    paragraphs: list[list[str]] = [[]]
    for before, line in pairwise(("", *value.split("\n"))):
        folded = not literal and before[:1] != " " and line[:1] != " "
        if line.strip() and (folded or not before.strip()):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return "\n".join(" ".join(lines) for lines in paragraphs if lines)


def _check_quoted(event: yaml.ScalarEvent, ledger: _Ledger) -> None:
    """A quoted value may hold escaped controls, and one that is closed too late swallows the lines between."""
    if unseen := _UNPRINTABLE.search(event.value):
        message = f"There is an escaped character {character_name(unseen[0])} that cannot be printed."
        ledger.note("yaml.control-character", event, message, "Take the escape out.")
    start, end = start_of(event)[0], end_of(event)[0]
    if any(_KEY_LINE.match(line) for line in ledger.lines[start + 1 : end + 1]):
        message = f"The quotation mark that opens here closes only in line {end + 1}, and keys stand between."
        ledger.note("yaml.quote", event, message, "Close it where the text ends.")


def _check_plain(event: yaml.ScalarEvent, ledger: _Ledger) -> None:
    """An unquoted value ends at ` #` and may mean nothing at all."""
    line, column = end_of(event)
    # From the place on, not in what is left of the line: a line may be as long as a file.
    noted = _SIGN.match(ledger.lines[line], column) if line < len(ledger.lines) else None
    if noted and (not event.value or not _NOTE.match(noted[0])):
        sign = noted[0].lstrip(" \t")
        message = f"“{brief(sign)}” would be lost: after a space, # begins a note to the reader of the file."
        ledger.add("yaml.lost-text", Where(ledger.path, line + 1, column + 1), message, LOST_TEXT)
    if event.value in NOTHING:
        message = f"“{event.value}” without quotation marks means that there is no value."
        ledger.note("yaml.null", event, message, "Leave the line out, or put the word in quotation marks.")
