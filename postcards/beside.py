"""Work that goes on beside other work, in a process forked from this one: it sees all there is, and hands nothing over.

Where processes cannot be forked, or nobody would gain by it, the work is done at once.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future

T = TypeVar("T")

#: PR_SET_PDEATHSIG (prctl(2)): the signal that a process gets when the thread that forked it ends.
SIGNAL_OF_PARENTS_DEATH = 1


class WorkerLostError(Exception):
    """A process that worked for this one was killed."""


class Beside(Generic[T]):
    """Begins work, one piece at a time; a context manager, at whose end nothing is going on any more."""

    def __init__(self, *, hands: int) -> None:
        self._able = hands > 1 and sys.platform == "linux"
        self._begun: Future[T] | None = None
        self._stack = ExitStack()

    def __enter__(self) -> Beside[T]:
        return self

    def __exit__(self, *error: object) -> None:
        if error[0] and self._begun:
            stop_workers()
        self._stack.close()

    def begin(self, work: Callable[[], T], *, worth_it: bool) -> Callable[[], T]:
        """Begin `work`, if it is `worth_it`, or do it; what comes back waits for its result, or for its exception.

        Raises WorkerLostError when it is asked for the result of a process that was killed.
        """
        if not (self._able and worth_it) or (self._begun and not self._begun.done()):
            result = work()
            return lambda: result
        # Loaded here, because most workers have none beside them.
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        pool = ProcessPoolExecutor(1, multiprocessing.get_context("fork"), _hold, (work,))
        self._begun = self._stack.enter_context(pool).submit(_work)
        return partial(result_of, self._begun)


def result_of(future: Future[T]) -> T:
    """What came of work in another process; raises WorkerLostError if that was killed."""
    from concurrent.futures import BrokenExecutor

    try:
        return future.result()
    except BrokenExecutor:
        raise WorkerLostError from None


def stop_workers() -> None:
    """End every process that works for this one; what they left unfinished is cleared away with the output folder."""
    import multiprocessing

    for worker in multiprocessing.active_children():
        worker.terminate()


# What a process beside has to do: set once when it starts.
_held: Callable[[], Any]


def _hold(work: Callable[[], Any]) -> None:
    global _held
    become_worker()
    _held = work


def _work() -> Any:
    return _held()


def become_worker() -> None:
    """Let a worker end when the one who asked says so.

    Ctrl-C reaches every process of the terminal; the one that was asked answers it, and ends the workers. They end at
    once: an exception would only cost them the work in hand, and they would go on with the next.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    end_with_parent()


def end_with_parent() -> None:
    """Let this process, which `multiprocessing` has started, end with the one that did.

    A pool's workers know no end but being told: where the one who tells them was killed, they would wait for ever, and
    hold the lock of the output folder, which they have from it.
    """
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is None:
        return
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(SIGNAL_OF_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent.pid:  # it died before we asked
            os._exit(1)
    else:
        import threading
        from multiprocessing.connection import wait

        def watch() -> None:
            wait([parent.sentinel])
            os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
