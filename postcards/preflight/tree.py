"""What pages inherit from the nodes above them (ISO 32000-1, 7.7.3.4)."""

from __future__ import annotations

from typing import Any

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import entry


def inherited(page: object, key: str) -> Any:
    """What the page or a node above it in the tree says."""
    for _ in range(DEEPEST):
        found = entry(page, key)
        if found is not None or page is None:
            return found
        page = entry(page, "Parent")
    return None
