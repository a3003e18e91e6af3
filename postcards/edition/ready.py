"""Objects that are bytes already: thousands of small ones, with the numbers of what they refer to written in.

ReportLab finds out an object's number and form when it writes it, which takes ten times as long. Whoever makes many
objects that refer to each other takes their numbers first, and writes them down itself (ISO 32000-1, 7.3.10).
"""

from __future__ import annotations

from typing import Any

from msgspec import Struct


class Ready(Struct, frozen=True):
    """An object as it stands in the file, without its number."""

    content: bytes


def take_numbers(document: Any, count: int) -> range:
    """The numbers of `count` objects that `put` is to fill, all of them, before the file is written."""
    first = document.objectcounter + 1
    document.objectcounter += count
    return range(first, first + count)


def put(document: Any, number: int, content: bytes) -> None:
    """Make `content` the object of that number."""
    name = _name(number)
    document.numberToId[number] = name
    document.idToObjectNumberAndVersion[name] = (number, 0)
    document.idToObject[name] = Ready(content)


def number_of(document: Any, thing: Any) -> int:
    """The number of one of ReportLab's objects, which it is given now if it has none.

    That of page `n` is `number_of(document, PDFObjectReference(f"Page{n}"))`, once the page is closed.
    """
    name = document.Reference(thing).name
    number: int = document.idToObjectNumberAndVersion[name][0]
    return number


def reference(number: int) -> bytes:
    """What refers to the object of that number."""
    return b"%d 0 R" % number


def _name(number: int) -> str:
    return f"ready-{number}"
