"""What a command asks for."""

from __future__ import annotations

from typing import NamedTuple


class Wish(NamedTuple):
    """Names, none of which means all."""

    booklets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    printer: str = ""  # for all booklets; empty means the one that each booklet names
