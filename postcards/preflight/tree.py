"""A file, its pages, and what they inherit from the nodes above them (ISO 32000-1, 7.7.3.4)."""

from __future__ import annotations

import io
import logging
from pathlib import Path
from typing import Any

import pikepdf

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import entry

#: A file in the memory, or on the disk: there it need not be read as a whole.
Source = bytes | Path

# What is wrong with a file is a finding, and not for the log, which Python prints where nobody has asked for one.
logging.getLogger("pikepdf").addHandler(logging.NullHandler())


def opened(source: Source) -> pikepdf.Pdf:
    """The file, mended where that can be done; raises PdfError where it cannot."""
    return pikepdf.open(io.BytesIO(source) if isinstance(source, bytes) else source)


def inherited(page: object, key: str) -> Any:
    """What the page or a node above it in the tree says."""
    for _ in range(DEEPEST):
        found = entry(page, key)
        if found is not None or page is None:
            return found
        page = entry(page, "Parent")
    return None
