"""The most memory that a process has taken of its own.

`ru_maxrss` is also of the process that started it, in which a thousand tests have left their things: on Linux a program
keeps that figure of whoever forked it. Where the system keeps no better one it has to do.
"""

from __future__ import annotations

import re
import resource
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak() -> float:
    """The most memory so far, MiB."""
    if STATUS.exists():
        found = re.search(r"VmHWM:\s*(\d+) kB", STATUS.read_text())
        assert found is not None
        return int(found[1]) / 1024
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / (1 << 20)
