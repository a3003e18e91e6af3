"""Tables of what has been set, so that it is not set again."""

from __future__ import annotations

from typing import Any

#: Entries of a table: of each page the copyfitting asks for some dozens, and the contents of a booklet for hundreds.
KEPT = 4096


def make_room(table: dict[Any, Any]) -> None:
    """Empty a full table: what is asked for again is asked for soon, and a booklet may have a thousand pages."""
    if len(table) >= KEPT:
        table.clear()
