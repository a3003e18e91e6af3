"""What an annotation may say of a value beside its type, for Pydantic to read.

    country: Annotated[PlaceId, Described("country code, or an id of places.yaml")]

Pydantic is loaded by whoever reads a file (`validation`), and not by those who only have what has been read: nothing
here and in the models needs it before.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import NODEFAULT, Struct, structs

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import CoreSchema


class Block(Struct, frozen=True):
    """A block of keys in a file: each key a field, and one that is not known is an error."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        def made_of(read: Any) -> Block:
            return cls(**{key: getattr(read, key) for key in cls.__struct_fields__})

        shown = core_schema.plain_serializer_function_ser_schema(structs.asdict)  # as a default in the JSON Schema
        return core_schema.no_info_after_validator_function(made_of, handler(_twin(cls)), serialization=shown)


@cache
def _twin(block: type[Block]) -> type:
    """A dataclass with the same fields, as Pydantic reads them. To make one takes ten times as long as a structure, and
    who reads no file does without.
    """
    from dataclasses import field, make_dataclass

    fields = []
    for each in structs.fields(block):
        usual = {"default": each.default, "default_factory": each.default_factory}
        given = {key: value for key, value in usual.items() if value is not NODEFAULT}
        fields.append((each.name, each.type, field(**given)))
    own = {"__doc__": block.__doc__, "__module__": block.__module__, "__pydantic_config__": {"extra": "forbid"}}
    # Pydantic fills it field by field; nobody else makes one, compares it or shows it.
    return make_dataclass(block.__name__, fields, namespace=own, kw_only=True, init=False, repr=False, eq=False)


class NoKey:
    """A field that the program fills: a file that has such a key is refused, and no editor offers it."""

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_plain_validator_function(self.refuse)

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        from pydantic_core import PydanticOmit

        raise PydanticOmit

    def refuse(self, _value: object) -> None:
        from pydantic_core import PydanticKnownError

        raise PydanticKnownError("extra_forbidden")


class Described(Struct, frozen=True):
    """What a key is for, as editors and findings tell it."""

    words: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {**handler(schema), "description": self.words}


class Shown:
    """What editors are told of a value, where they can be told less than the reading knows: a string of some form."""

    def __init__(self, pattern: str) -> None:
        self._schema = {"type": "string", "pattern": pattern}

    def __get_pydantic_json_schema__(self, _schema: CoreSchema, _handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self._schema)


class Bounds:
    """What a value must keep to, in the words of Pydantic's schemas: `ge`, `le`, `pattern`, `min_length`, …"""

    def __init__(self, **rules: Any) -> None:
        self._rules = rules

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        bounded: Any = {**handler(source), **self._rules}
        return bounded  # type: ignore[no-any-return]


class Checked(Struct, frozen=True):
    """A value that is looked at when it has been read: `check` gives it back, or raises ValueError."""

    check: Callable[[Any], Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.check, handler(source))


class ByKind(Struct, frozen=True):
    """One of several kinds of values: which one, is seen from what stands there. Each alternative has a `Kind`."""

    kind_of: Callable[[Any], str | None]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic import Discriminator

        return Discriminator(self.kind_of).__get_pydantic_core_schema__(source, handler)


class Kind(Struct, frozen=True):
    """What `ByKind` knows an alternative by."""

    kind: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic import Tag

        return Tag(self.kind).__get_pydantic_core_schema__(source, handler)


NO_KEY = NoKey()
