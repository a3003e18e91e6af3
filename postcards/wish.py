"""What a command asks for."""

from __future__ import annotations

from msgspec import Struct


class Wish(Struct, frozen=True):
    """Names, none of which means all."""

    booklets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    printer: str = ""  # for all booklets; empty means the one that each booklet names
