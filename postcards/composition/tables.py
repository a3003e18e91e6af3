"""Tables of what has been set, so that it is not set again."""

from __future__ import annotations

from typing import Any

#: Entries of a table: the copyfitting of a page asks for some dozens, again and again.
KEPT = 512


def make_room(table: dict[Any, Any]) -> None:
    """Empty a full table: what is asked for again is asked for soon, and a booklet may have a thousand pages."""
    if len(table) >= KEPT:
        table.clear()
