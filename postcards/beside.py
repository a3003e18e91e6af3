"""Work that goes on beside other work, in a process forked from this one: it sees all there is, and hands over what
came of it through a pipe. A pool would be as much work to begin as the work itself.

Where processes cannot be forked, or nobody would gain by it, the work is done at once.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import select
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Generic, TypeVar

T = TypeVar("T")

#: PR_SET_PDEATHSIG (prctl(2)): the signal that a process gets when the thread that forked it ends.
SIGNAL_OF_PARENTS_DEATH = 1

#: What asks a process to stop.
STOPS = frozenset({signal.SIGINT, signal.SIGTERM})


class WorkerLostError(Exception):
    """A process that worked for this one was killed."""


class _BesideError(Exception):
    """What a traceback says of the other process."""


class Beside(Generic[T]):
    """Begins work, one piece at a time; a context manager, at whose end nothing is going on any more."""

    def __init__(self, *, hands: int) -> None:
        self._able = hands > 1 and sys.platform == "linux"
        self._begun: _Forked[T] | None = None

    def __enter__(self) -> Beside[T]:
        return self

    def __exit__(self, *error: object) -> None:
        if self._begun:
            self._begun.end()

    def begin(self, work: Callable[[], T], *, worth_it: bool) -> Callable[[], T]:
        """Begin `work`, if it is `worth_it` and nothing else has been begun, or do it; what comes back waits for its
        result, or for its exception.

        Raises WorkerLostError when it is asked for the result of a process that was killed.
        """
        if self._able and worth_it and self._begun is None:
            self._begun = _Forked(work)
            return self._begun.result
        result = work()
        return lambda: result


class Ahead(Generic[T]):
    """Work that another process gets ready for, and does when it is asked for, by what it is told then; a context
    manager, at whose end nothing is going on any more.
    """

    def __init__(
        self,
        ready: Iterable[Callable[[], object]],
        work: Callable[[str], T],
        after: Callable[[], object] | None = None,
        *,
        hands: int,
    ) -> None:
        """It takes the steps that make it `ready`, no further when it is asked for its work; `after` that it does what
        nobody waits for, once it is let.
        """
        self._work = work
        self._after = after
        self._forked: _Forked[T] | None = None
        if hands > 1 and sys.platform == "linux":
            out, self._ask = os.pipe()
            asked = os.fdopen(out, "rb")

            def when_asked() -> T:
                os.close(self._ask)  # or it would not end with the one who asks
                for step in ready:
                    if _can_be_read(asked):
                        break
                    step()
                return work(_told(asked))

            def when_let() -> None:
                assert after
                _told(asked)
                after()

            self._forked = _Forked(when_asked, when_let if after else None)
            asked.close()

    def __enter__(self) -> Ahead[T]:
        return self

    def __exit__(self, *error: object) -> None:
        self._end(at_once=True)

    def begin(self, told: str) -> _Forked[T] | _Done[T]:
        """Begin the work, once, or do it; of what comes back, `result` waits for its result, or for its exception.

        Raises WorkerLostError when it is asked for the result of a process that was killed.
        """
        if self._forked:
            self._tell(told)
            return self._forked
        return _Done(self._work(told))

    @contextlib.contextmanager
    def let(self) -> Iterator[None]:
        """Let it do what nobody waits for. When this is left it has done that, or will not do it any more."""
        if self._forked:
            self._tell("")
        elif self._after:
            self._after()
        try:
            yield
        except BaseException:
            self._end(at_once=True)
            raise
        self._end(at_once=False)

    def _end(self, *, at_once: bool) -> None:
        if self._forked:
            os.close(self._ask)
            self._forked.end(at_once=at_once)
            self._forked = None

    def _tell(self, told: str) -> None:
        left = f"{told}\n".encode()
        with contextlib.suppress(BrokenPipeError):  # it has been killed, which its result tells
            while left:
                left = left[os.write(self._ask, left) :]


def _can_be_read(pipe: BinaryIO) -> bool:
    """Whether something has come through a pipe, or its end has."""
    ready, _, _ = select.select([pipe], [], [], 0)
    return bool(ready)


def _told(asked: BinaryIO) -> str:
    """What is told next; ends this process if nothing is."""
    told = asked.readline()
    if not told:
        os._exit(0)
    return told[:-1].decode()


class _Done(Generic[T]):
    """Work that was done here."""

    is_done = True

    def __init__(self, result: T) -> None:
        self._result = result

    def result(self) -> T:
        return self._result


class _Forked(Generic[T]):
    """A process that does one piece of work."""

    def __init__(self, work: Callable[[], T], after: Callable[[], object] | None = None) -> None:
        assert sys.platform != "win32"
        out, into = os.pipe()
        parent = os.getpid()
        with stops_waiting():
            self._process = os.fork()
            if self._process == 0:
                try:
                    os.close(out)
                    become_worker(parent)
                    with os.fdopen(into, "wb") as pipe:
                        pipe.write(_came_of(work))
                    if after:
                        after()
                finally:
                    os._exit(0)  # what else there is to end, and to write, is for the one who forked
        os.close(into)
        self._pipe = os.fdopen(out, "rb")

    @property
    def is_done(self) -> bool:
        """Whether nobody has to wait for the result any more."""
        return _can_be_read(self._pipe)

    def result(self) -> T:
        """What came of the work, or its exception."""
        said = self._pipe.read()
        self._pipe.close()
        try:
            result, error, told = pickle.loads(said)
        except (EOFError, pickle.UnpicklingError):  # it was killed while it worked, or while it said so
            raise WorkerLostError from None
        if error:
            raise error from _BesideError(told)
        done: T = result
        return done

    def end(self, *, at_once: bool = True) -> None:
        """Let it work no more, or wait for its end; what is left unfinished goes with the output folder's leftovers."""
        if self._process:
            self._pipe.close()
            if at_once:
                os.kill(self._process, signal.SIGTERM)
            os.waitpid(self._process, 0)
            self._process = 0


def _came_of(work: Callable[[], object]) -> bytes:
    """Its result, or its exception and where that comes from, pickled."""
    try:
        return pickle.dumps((work(), None, ""))
    except BaseException as error:  # noqa: BLE001  it is raised again by the one who asked
        import traceback

        return pickle.dumps((None, error, traceback.format_exc()))


@contextlib.contextmanager
def stops_waiting() -> Iterator[None]:
    """While processes are forked, stops wait: a process that is told to stop before it is a worker would answer as the
    one who forked it does.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def usual_workers() -> int:
    """As many as there are processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def stop_workers() -> None:
    """End every process that works for this one; what they left unfinished is cleared away with the output folder."""
    import multiprocessing

    for worker in multiprocessing.active_children():
        worker.terminate()


def become_worker(parent: int) -> None:
    """Let a worker end when the one who asked says so; `parent` is the process that has begun it.

    Ctrl-C reaches every process of the terminal; the one that was asked answers it, and ends the workers. They end at
    once: an exception would only cost them the work in hand, and they would go on with the next.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    gc.disable()
    end_with_parent(parent)


def end_with_parent(parent: int) -> None:
    """Let this process end with the one that began it.

    A worker knows no end but being told: where the one who tells it was killed, it would wait for ever, and hold the
    lock of the output folder, which it has from it.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(SIGNAL_OF_PARENTS_DEATH, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked
            os._exit(1)
    else:
        import threading
        from multiprocessing import parent_process
        from multiprocessing.connection import wait

        def watch() -> None:
            if began := parent_process():
                wait([began.sentinel])
                os._exit(1)

        threading.Thread(target=watch, daemon=True).start()
