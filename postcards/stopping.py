"""How a stop reaches the program, wherever it is just then: Ctrl-C, and a service's SIGTERM.

Python raises what a signal's handler raises in whatever the main thread is about. Where that is a callback (of a weak
reference, a finalizer, a C library's), nobody can catch it: Python tells `sys.unraisablehook`, and goes on as if there
had been no stop. Then it is asked for once more, as soon as the callback is over.
"""

from __future__ import annotations

import _thread
import os
import signal
import sys
import threading
from functools import partial
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

#: How long a callback is given to end before a stop is asked for again (seconds).
SOON = 0.01

#: What is told of everything else that nobody can catch.
_tell_unheard = sys.unraisablehook


class Stopped(KeyboardInterrupt):
    """What Ctrl-C is here. Python itself ends by the signal, and not with our code, once a plain KeyboardInterrupt has
    come out of an eval() or exec(), be it caught or not (CPython's run_eval_code_obj); classes are made by such.
    """


def listen() -> None:
    """Let a stop raise Stopped in the main thread, until it is heard. Of processes forked from this one it makes an
    end: those that hear it have only just begun.
    """
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, partial(_interrupt, os.getpid()))
    sys.unraisablehook = _unheard


def _interrupt(listener: int, _signal: int, _frame: FrameType | None) -> NoReturn:
    if os.getpid() != listener:
        os._exit(1)
    raise Stopped


def _unheard(lost: UnraisableHookArgs) -> None:
    if not issubclass(lost.exc_type, Stopped):
        _tell_unheard(lost)
        return
    again = threading.Timer(SOON, _ask)
    again.daemon = True
    again.start()


def _ask() -> None:
    """Send the main thread a signal, which ends what it waits for, too; Windows knows none, and its waits are short."""
    if sys.platform == "win32":
        _thread.interrupt_main()
    else:
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
