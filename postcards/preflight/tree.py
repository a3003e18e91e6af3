"""A file, its pages, and what they inherit from the nodes above them (ISO 32000-1, 7.7.3.4)."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import entries, entry, has, items, words

#: Outlines and name trees are followed so far, siblings included.
MOST_NODES = 10_000

#: A file in the memory, or on the disk: there it need not be read as a whole.
Source = bytes | Path

# What is wrong with a file is a finding, and not for the log, which Python prints where nobody has asked for one.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


def opened(source: Source) -> pikepdf.Pdf:
    """The file, mended where that can be done; raises PdfError where it cannot."""
    return pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source)


def bookmarks(root: object) -> Iterator[pikepdf.Dictionary]:
    """The outline under the catalog, in some order (12.3.3)."""
    waiting, left = [entry(root, "Outlines", "First")], MOST_NODES
    while waiting and left:
        mark = waiting.pop()
        if isinstance(mark, pikepdf.Dictionary):
            left -= 1
            yield mark
            waiting += [entry(mark, "Next"), entry(mark, "First")]


def named_places(root: object) -> dict[str, Any]:
    """Destinations by their names, in the old dictionary and in the tree of names (12.3.2.3)."""
    found = dict(entries(entry(root, "Dests")))
    waiting, left = [entry(root, "Names", "Dests")], MOST_NODES
    while waiting and left:
        node, left = waiting.pop(), left - 1
        pairs = items(entry(node, "Names"))
        found |= {words(said): place for said, place in zip(pairs[::2], pairs[1::2], strict=False)}
        waiting += items(entry(node, "Kids"))
    return found


def inherited(page: object, key: str) -> Any:
    """What the page or a node above it in the tree says."""
    for _ in range(DEEPEST):
        if has(page, key):
            return entry(page, key)
        if not has(page, "Parent"):
            break
        page = entry(page, "Parent")
    return None
