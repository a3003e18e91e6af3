"""One process, measured from outside from its start to its end (wait4(2))."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: ru_maxrss is in KiB on Linux and in bytes on macOS.
UNITS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One process, from its start to its end."""

    seconds: float  # that a person waits
    processor: float  # seconds, user and system, of all its threads
    peak: float  # MiB
    exit_code: int
    printed: str


def measured(command: Sequence[str], environment: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end; what it prints as a complaint is lost."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as printed:
        began = time.perf_counter()
        child = subprocess.Popen(command, env=environment, stdout=printed, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        processor = usage.ru_utime + usage.ru_stime
        return Run(seconds, processor, usage.ru_maxrss / UNITS_PER_MIB, child.returncode, printed.read())
