"""A parsed file is held against its model by Pydantic; what Pydantic finds gets its place in the file and plain words.

    layout, problems = validate(Layout, document, "layouts/spread.yaml", "layout")

A model is a `Block`, or a type of values with blocks in it (`dict[PlaceId, Place]`). Pydantic's errors carry a
path (`loc`); the file's marks make line and column of it, the model's JSON Schema the keys that may stand there.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, TypeVar, cast

from msgspec.structs import replace
from pydantic import TypeAdapter, ValidationError
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import ErrorDetails

from postcards.manuscript.faults import (
    GROUP,
    LIST,
    TEXT,
    Fault,
    any_error,
    did_you_mean,
    kind_of,
    placed,
    shown,
)
from postcards.manuscript.kinds import EMPTY, FAULTS, Passage, Reading
from postcards.manuscript.marks import Document, Path
from postcards.manuscript.source import MOST_TOLD, too_many
from postcards.problems import Problem, brief

Value = TypeVar("Value")

#: Pydantic's errors about a value of another kind than it should be -> that kind.
DUE_KINDS: Mapping[str, str] = {
    "string_type": TEXT,
    "literal_error": TEXT,
    "tuple_type": LIST,
    "list_type": LIST,
    "dict_type": GROUP,
    "model_type": GROUP,
    "dataclass_type": GROUP,
}

#: How each kind of value is written.
HOW_TO_WRITE: Mapping[str, str] = {
    TEXT: "Write the text; in double quotation marks if it begins with a sign or holds a colon.",
    LIST: "Write it in square brackets, [one, two], or one item a line, each after “- ”.",
    GROUP: "Write its keys on the lines below, each indented by two spaces.",
}

#: How Pydantic says that a key of a model, of a dataclass is not known.
UNKNOWN_KEY = frozenset({"extra_forbidden", "unexpected_keyword_argument"})

#: What Pydantic puts at the end of the path to a key.
KEY_ITSELF = "[key]"

#: What Pydantic writes before the words of a ValueError.
OUR_WORDS = "Value error, "


def validate(
    model: type[Value], document: Document, path: str, area: str, tag: str = ""
) -> tuple[Value | None, tuple[Problem, ...]]:
    """The value that `document` holds, None if it has an error, and everything that is wrong with it.

    `path` is the file's, `area` what its findings' codes begin with, `tag` the language it is written in.
    """
    adapter: TypeAdapter[Value] = _adapter(cast(Hashable, model))
    faults: list[Fault] = []
    # A warning too is raised as an error, for Pydantic alone knows its place; where there is nothing else, the file is
    # read once more, and warnings pass.
    for reading in (Reading(tag), Reading(tag, errors_only=True)):
        try:
            value = adapter.validate_python(document.content, context=reading)
        except ValidationError as error:
            faults += _faults(error.errors(include_url=False)[:MOST_TOLD], model, document)
            if len(faults) >= MOST_TOLD:
                return None, (*placed(faults[:MOST_TOLD], document, path, area), too_many(path))
        else:
            return value, placed(faults, document, path, area)
        if any_error(faults):
            break
    return None, placed(faults, document, path, area)


@cache
def json_schema(model: Any) -> JsonSchemaValue:
    """The JSON Schema (draft 2020-12) of a model, as Pydantic makes it."""
    return _adapter(model).json_schema()


@cache
def _adapter(model: Any) -> TypeAdapter[Any]:
    return TypeAdapter(model)


def _faults(found: Iterable[ErrorDetails], model: Any, document: Document) -> Iterable[Fault]:
    """Each fault once: a value that may be a number or a word is told of twice, as no number and as no word."""
    faults: dict[tuple[Path, str, str], Fault] = {}
    for details in found:
        path = _path(details, document)
        of_key = details["loc"][-1:] == (KEY_ITSELF,)
        for fault in _told(details, path, model):
            placed_fault = replace(fault, path=(*path, *fault.path), of_key=fault.of_key or of_key)
            same = (placed_fault.path, fault.code, "" if fault.code == "value" else fault.message)
            faults.setdefault(same, placed_fault)
    return faults.values()


def _path(details: ErrorDetails, document: Document) -> Path:
    """The path in the file: Pydantic's without the names of alternatives, which no file holds."""
    path: Path = ()
    for part in details["loc"]:
        if (*path, part) in document.marks:
            path = (*path, part)
    return (*path, details["loc"][-1]) if details["type"] == "missing" else path


def _told(details: ErrorDetails, path: Path, model: Any) -> Iterator[Fault]:
    """One error of Pydantic's in words for staff; the path of a fault goes on from `path`."""
    kind, value = details["type"], details["input"]
    if isinstance(value, Passage):
        value = value.text
    context = details.get("ctx", {})
    due = str(context["expected_tags"]).split("'")[1] if kind == "union_tag_invalid" else DUE_KINDS.get(kind, "")
    if kind == FAULTS:
        yield from context[FAULTS]
    elif kind in UNKNOWN_KEY:
        yield _unknown_key(path, model)
    elif kind == "missing":
        yield _missing_key(path, model)
    elif value == "" and kind in DUE_KINDS:
        yield EMPTY
    elif due and kind_of(value) != due:
        yield Fault("kind", f"Here stands {kind_of(value)} where {due} is due.", HOW_TO_WRITE[due])
    elif kind == "literal_error":
        yield _no_such_word(str(value), re.findall("'([^']*)'", context["expected"]))
    elif kind in ("too_short", "too_long"):
        yield from _wrong_length(value, context)
    else:
        reason = details["msg"].removeprefix(OUR_WORDS)
        found = f" (found: {brief(value)})" if isinstance(value, str) else ""
        yield Fault("value", f"{reason[:1].upper()}{reason[1:]}{found}.", "Mend the value.")


def _unknown_key(path: Path, model: Any) -> Fault:
    known = _keys_at(path[:-1], model)
    meant = did_you_mean(str(path[-1]), known)
    remedy = f"Did you mean “{meant}”?" if meant else f"The keys known here are: {', '.join(known)}."
    return Fault("unknown-key", f"{shown(str(path[-1]))} is no key that is known here.", remedy, of_key=True)


def _missing_key(path: Path, model: Any) -> Fault:
    key = path[-1]
    described = _keys_at(path[:-1], model).get(str(key), "")
    return Fault(
        "missing-key",
        f"The key “{key}” is missing{': ' if described else ''}{described}.",
        f"Write a line “{key}: …”.",
    )


def _no_such_word(word: str, known: list[str]) -> Fault:
    meant = did_you_mean(word, known)
    remedy = f"Did you mean “{meant}”?" if meant else f"Write one of: {', '.join(known)}."
    return Fault("value", f"{shown(word)} is none of the words known here.", remedy)


def _wrong_length(items: Any, context: Mapping[str, Any]) -> Iterator[Fault]:
    """Pydantic counts only the items that are right, we those that stand there."""
    least, most = context.get("min_length", 0), context.get("max_length", len(items))
    if not items:
        yield EMPTY
    elif not least <= len(items) <= most:
        message = f"The list has {len(items)} items, not {least if len(items) < least else most}."
        yield Fault("length", message, "Mend the list; decimals are written with a full stop.")


def _keys_at(path: Path, model: Any) -> Mapping[str, str]:
    """The keys that may stand in the group at `path`, and what each is for."""
    whole = json_schema(model)
    nodes = [whole]
    for part in path:
        nodes = [inner for node in nodes for option in _options(node, whole) for inner in _below(option, part)]
    keys: dict[str, str] = {}
    for option in (option for node in nodes for option in _options(node, whole)):
        for key, node in option.get("properties", {}).items():
            described = [inner["description"] for inner in (node, *_options(node, whole)) if "description" in inner]
            keys[key] = described[0].split("\n")[0].rstrip(".") if described else ""
    return keys


def _options(node: JsonSchemaValue, whole: JsonSchemaValue) -> Iterator[JsonSchemaValue]:
    """What may stand where `node` says so: references followed, alternatives taken apart."""
    if "$ref" in node:
        yield from _options(whole["$defs"][node["$ref"].rpartition("/")[2]], whole)
        return
    yield node
    for option in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _options(option, whole)


def _below(node: JsonSchemaValue, part: str | int) -> list[JsonSchemaValue]:
    """What `node` says of its key or item `part`."""
    if isinstance(part, int):
        found = [*node.get("prefixItems", ())[part : part + 1], node.get("items")]
    else:
        found = [node.get("properties", {}).get(part), node.get("additionalProperties")]
        found += node.get("patternProperties", {}).values()
    return [inner for inner in found if isinstance(inner, dict)]
