"""The terminal: what it cannot show is escaped, and who stops the program gets our own exit code."""

from __future__ import annotations

import signal
import sys
from types import FrameType
from typing import NoReturn


def prepare_terminal() -> None:
    """Let nothing about the terminal stop a build but its user."""
    _print_anything()
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _interrupt)


def _print_anything() -> None:
    """Let no terminal's character set stop a build: what it cannot show is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


class _Stopped(KeyboardInterrupt):
    """What Ctrl-C is here. Python itself ends by the signal, and not with our code, once a plain KeyboardInterrupt has
    come out of an eval() or exec(), be it caught or not (CPython's run_eval_code_obj); classes are made by such.
    """


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _Stopped
