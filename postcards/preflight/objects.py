"""Plain values out of PDF objects, whatever somebody has put there instead (ISO 32000-1, 7.3).

Files that were not made by us hold numbers where names are due, and the other way round; what is not as it should be
comes back as nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import Any

import pikepdf
from pikepdf.exceptions import PikepdfError

#: Numbers beyond this are no place on paper, and must not lead to infinite sizes.
LARGEST = 1e9

#: What pikepdf raises for objects that are not what they should be.
UNREADABLE = (
    pikepdf.PdfError,
    PikepdfError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    IndexError,
    NotImplementedError,
)

#: What numbers come as; asked for by the thousand, so by type and without looking further.
NUMBERS = frozenset({int, float, Decimal})

#: What has keys.
CONTAINERS = (pikepdf.Dictionary, pikepdf.Stream)

#: An indirect object's number and generation; direct objects have none.
Key = tuple[int, int]


def number(thing: Any) -> float | None:
    """A number that a place or a size can have, or nothing."""
    if type(thing) not in NUMBERS:
        return None
    found = float(thing)
    return found if isfinite(found) and abs(found) <= LARGEST else None


def numbers(thing: object) -> tuple[float, ...]:
    """The numbers of an array; empty if it holds anything else."""
    if not isinstance(thing, pikepdf.Array):
        return ()
    found = [number(part) for part in thing.as_list()]
    return tuple(part for part in found if part is not None) if None not in found else ()


def name(thing: object) -> str:
    """A name without its slash; empty if it is none, or none that can be read."""
    return _said(thing)[1:] if isinstance(thing, pikepdf.Name) else ""


def words(thing: object) -> str:
    """A text string; empty if it is none."""
    return _said(thing) if isinstance(thing, pikepdf.String) else ""


def _said(thing: object) -> str:
    try:
        return str(thing)
    except ValueError:  # bytes that are no text
        return ""


def entries(thing: object) -> Iterator[tuple[str, Any]]:
    """Keys (without slash) and values of a dictionary or of a stream's dictionary."""
    if isinstance(thing, CONTAINERS):
        for key in thing.keys():  # noqa: SIM118
            yield key[1:], thing[key]


def entry(thing: Any, *path: str) -> Any:
    """What stands under `path` in nested dictionaries, or nothing."""
    for key in path:
        if not isinstance(thing, CONTAINERS):
            return None
        thing = thing.get(f"/{key}")
    return thing


def has(thing: Any, key: str) -> bool:
    """Whether something stands under `key`. To look for what is not there takes three times as long with `entry`."""
    return isinstance(thing, CONTAINERS) and f"/{key}" in thing


def items(thing: Any) -> list[Any]:
    """The parts of an array; one object that stands for an array of one is that one."""
    if isinstance(thing, pikepdf.Array):
        return list(thing.as_list())
    return [] if thing is None else [thing]


def key_of(thing: pikepdf.Object) -> Key | None:
    """What tells an indirect object from all others."""
    return thing.objgen if thing.is_indirect else None
