"""Kinds of values in the staff's files, as annotations that Pydantic reads and that describe them to editors.

    country: Annotated[PlaceId, Described("country code, or an id of places.yaml")]

Every value comes as a string, a list or a dictionary of them (`marks.Plain`). What is wrong with one is raised as
Pydantic's error, so that Pydantic tells where it stands; an error of ours carries the faults as they will be told.
Blocks of keys are structures, which Pydantic validates where a file is read and nowhere else: a copy with another field
(`msgspec.structs.replace`) is not read again. A field marked `NO_KEY` is filled by the program.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar

from msgspec import Struct

from postcards.manuscript.characters import check_characters, is_blank
from postcards.manuscript.faults import Fault, shown
from postcards.manuscript.links import check_link, check_story_link
from postcards.manuscript.markers import Bounds, Shown
from postcards.manuscript.tags import CANONICAL, check_tag
from postcards.manuscript.texts import (
    Check,
    check_alt,
    check_length,
    check_mojibake,
    check_privacy,
    check_script,
    normalised,
    paragraphs,
    placeholders,
)

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import ValidationInfo as Info

Item = TypeVar("Item")
#: Type of a Pydantic error of ours; its context holds the faults.
FAULTS = "faults"

EMPTY = Fault("empty", "The value is empty.", "Write it, or leave the whole line out if it may be.")


class Reading(Struct, frozen=True):
    """What the kinds must know of the file that is read: Pydantic's validation context."""

    tag: str = ""  # BCP 47, the language the file is written in; empty if in none
    errors_only: bool = False  # warnings have been told


def tell(faults: Iterable[Fault], info: Info) -> None:
    """Raise the faults that are still to be told, if there are any."""
    reading = info.context or Reading()
    if told := tuple(fault for fault in faults if fault.is_error or not reading.errors_only):
        from pydantic_core import PydanticCustomError

        raise PydanticCustomError(FAULTS, "see the context", {FAULTS: told})


class Passage(Struct, frozen=True):
    """A text in another language than the file's."""

    text: str
    tag: str  # BCP 47


class Prose(Struct, frozen=True):
    """A text that readers see: str, or a tuple of paragraphs."""

    checks: tuple[Check, ...]
    by_paragraph: bool = False

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return _read_by(self.read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1}

    def read(self, value: object, info: Info) -> str | tuple[str, ...]:
        tag = info.context.tag if info.context else ""
        if isinstance(value, Passage):
            tag, value = value.tag, value.text
        value = _string(value)
        texts = paragraphs(value) if self.by_paragraph else (normalised(value),)
        text = " ".join(texts)
        if is_blank(text):
            tell((EMPTY,), info)
        tell(check_length(text, tag), info)
        tell((fault for check in self.checks for fault in check(text, tag)), info)
        return texts if self.by_paragraph else text


class Form(Struct, frozen=True):
    """A value with a form of its own (a date, a number, an id): what `convert` makes of it."""

    pattern: str  # as in JSON Schema: a regular expression for the whole value
    convert: Callable[[str], Any]  # raises ValueError for what has the form and is still impossible (30 February)
    meaning: str  # “a date”
    example: str  # “2026-11-01”
    likely: Callable[[str], str] | None = None  # what somebody who wrote another word may mean; "" if nothing
    numeric: bool = False  # an editor's YAML may take some of these values for numbers

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        return _read_by(self.read)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        types = ["string", "number"] if self.numeric else "string"
        return {"type": types, "pattern": f"^(?:{self.pattern})$"}

    def read(self, value: object, info: Info) -> Any:
        value = _string(value)
        try:
            if self.fits(value):
                return self.convert(value)
        except ValueError:
            pass
        tell((self._fault(value),), info)
        return None

    def fits(self, value: str) -> bool:
        """Whether `value` has the form."""
        return re.fullmatch(self.pattern, value) is not None

    def _fault(self, value: str) -> Fault:
        if not value:
            return EMPTY
        message = f"{shown(value)} is not {self.meaning}."
        meant = self.likely(value) if self.likely else ""
        remedy = f"Did you mean “{meant}”?" if meant else f"Write it like this: {self.example}."
        return Fault("value", message, remedy)


class Distinct:
    """A list in which nothing stands twice."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "uniqueItems": True}

    def check(self, items: tuple[Item, ...], info: Info) -> tuple[Item, ...]:
        twice = [index for index, item in enumerate(items) if item in items[:index]]
        tell((Fault("twice", f"“{items[index]}” stands twice.", "Delete one.", path=(index,)) for index in twice), info)
        return items


def _read_by(read: Callable[[object, Info], Any]) -> CoreSchema:
    from pydantic_core import core_schema

    return core_schema.with_info_plain_validator_function(read)


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    from pydantic_core import PydanticKnownError

    raise PydanticKnownError("string_type")


class _TagOfLanguage:
    """A BCP 47 tag."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.with_info_after_validator_function(self.check, handler(source))

    def check(self, value: str, info: Info) -> str:
        tell(check_tag(value), info)
        return value


class _InLanguageOfKey:
    """Texts under each key, as passages in the language that the key names."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(_in_language_of_key, handler(source))


def _in_language_of_key(entries: Any) -> Any:
    return {tag: _passages(entry, tag) for tag, entry in entries.items()} if isinstance(entries, dict) else entries


def _passages(entry: Any, tag: str) -> Any:
    if isinstance(entry, dict):
        return {key: _passages(value, tag) for key, value in entry.items()}
    return Passage(entry, tag) if isinstance(entry, str) else entry


#: What every text must pass, whatever its language.
SOUND: tuple[Check, ...] = (check_characters, check_mojibake)
#: What a text in the language of its file must pass.
IN_LANGUAGE: tuple[Check, ...] = (*SOUND, check_script)
STORY_CHECKS: tuple[Check, ...] = (*IN_LANGUAGE, check_privacy)

SLUG = Form(r"[a-z0-9]+(-[a-z0-9]+)*", str, "a name in small letters, digits and hyphens", "asrat")

Name: TypeAlias = Annotated[str, Prose(SOUND)]
Line: TypeAlias = Annotated[str, Prose(IN_LANGUAGE)]
StoryLine: TypeAlias = Annotated[str, Prose(STORY_CHECKS)]
StoryProse: TypeAlias = Annotated[tuple[str, ...], Prose(STORY_CHECKS, by_paragraph=True)]
Alt: TypeAlias = Annotated[str, Prose((*STORY_CHECKS, check_alt))]
#: The booklet's own words. Names of licences stay in Latin letters, numbers and dates may stand alone.
Words: TypeAlias = Annotated[str, Prose((*IN_LANGUAGE, placeholders()))]
Licence: TypeAlias = Annotated[str, Prose((*SOUND, placeholders()))]
IssueWords: TypeAlias = Annotated[str, Prose((*SOUND, placeholders("issue", "date")))]
ContentWords: TypeAlias = Annotated[str, Prose((*SOUND, placeholders("digest")))]
CodeWords: TypeAlias = Annotated[str, Prose((*IN_LANGUAGE, placeholders("address")))]
Counted: TypeAlias = Annotated[str, Prose((*IN_LANGUAGE, placeholders("count", optional=True)))]
#: Where a reader is led: printed, and read by phones.
WebAddress: TypeAlias = Annotated[str, Prose((check_characters, check_link)), Shown("^https://")]
StoryLink: TypeAlias = Annotated[
    str,
    Prose((check_characters, check_story_link)),
    Shown(r"^https://.*\{story\}"),
]
LanguageTag: TypeAlias = Annotated[str, _TagOfLanguage(), Shown(f"^{CANONICAL}$")]
#: A language that a booklet wants. A wrong one costs that language alone: `check_booklet` says what is wrong with it.
WantedTag: TypeAlias = Annotated[
    str,
    Form(r"\S+", str, "a language tag", "fa-AF"),
    Shown(f"^{CANONICAL}$"),
]
#: Texts, or blocks of texts, each in the language that its key names.
ByLanguage: TypeAlias = Annotated[Mapping[LanguageTag, Item], _InLanguageOfKey()]

Slug: TypeAlias = Annotated[str, SLUG]
Key: TypeAlias = Annotated[str, Form(r"[a-z][a-z0-9_]*", str, "a key in small letters", "housing")]
#: Whether the name can be used is for `project.open_asset` to say, which must see it letter for letter.
FileName: TypeAlias = Annotated[str, Form(r".+", str, "a file name", "photo.jpg")]
Digest: TypeAlias = Annotated[
    str, Form(r"[0-9a-f]{12}", str, "a digest of 12 hex digits", "3f9a0c52d7e1", numeric=True)
]
Day: TypeAlias = Annotated[
    date, Form(r"\d{4}-\d{2}-\d{2}", date.fromisoformat, "a date (year, month, day)", "2026-11-01")
]
Share: TypeAlias = Annotated[float, Form(r"0?\.\d+|[01]|1\.0+", float, "a share between 0 and 1", "0.5", numeric=True)]
Copies: TypeAlias = Annotated[int, Form(r"[1-9]\d{0,5}", int, "a number of copies", "500", numeric=True)]
Weight: TypeAlias = Annotated[int, Form(r"[1-9]\d{1,2}", int, "a weight in g/m² (10 to 999)", "120", numeric=True)]
Caliper: TypeAlias = Annotated[
    float, Form(r"0?\.\d*[1-9]\d*", float, "the thickness of a sheet in mm (below 1)", "0.15", numeric=True)
]

#: Lists in which nothing stands twice; `Several` has at least one item.
ListOf: TypeAlias = Annotated[tuple[Item, ...], Distinct()]
Several: TypeAlias = Annotated[tuple[Item, ...], Bounds(min_length=1), Distinct()]
