"""Values of the program with other fields, whichever way they are made: structures, dataclasses that Pydantic fills."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

import msgspec

Value = TypeVar("Value")


def replace(value: Value, **fields: Any) -> Value:
    """The same, but for `fields`."""
    kind = msgspec.structs if isinstance(value, msgspec.Struct) else dataclasses
    changed: Value = kind.replace(value, **fields)  # type: ignore[attr-defined]
    return changed
