"""Who makes many booklets: worker processes of this computer's own.

They stand behind `concurrent.futures.Executor`, as a cluster's do (`cluster.py`), so that whoever hands orders out
need not know where they are made.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from postcards.booklet import make
from postcards.workshop import Made, Order, Workshop

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.queues import SimpleQueue

#: Told for every order: what is being done; empty when it is finished.
TellOrder = Callable[[Order, str], None]

#: What workers say to the one who asked; None ends it.
Said = tuple[Order, str] | None

#: PR_SET_PDEATHSIG (prctl(2)): the signal that a process gets when the thread that forked it ends.
SIGNAL_OF_PARENTS_DEATH = 1


class Site(NamedTuple):
    """Where orders are made: by `workers` processes here, or by a cluster's."""

    workers: int
    cluster: str = ""  # `host:port` of its scheduler


class Job(NamedTuple):
    """A part of an order, to be made by one worker."""

    order: Order
    editions: tuple[str, ...]  # of the order's
    hands: int = 1  # what is made of it at a time

    @property
    def part(self) -> Order:
        """What is asked for, as an order of its own."""
        return self.order._replace(editions=self.editions)


class Crew(NamedTuple):
    """An executor, and what is handed to it."""

    executor: Executor
    make: Callable[[Job], Made]
    workers: int  # that work at a time
    lost: tuple[type[BaseException], ...]  # what comes of a job whose worker died


@contextlib.contextmanager
def pool(workshop: Workshop, out: Path, workers: int, tell: TellOrder) -> Iterator[Crew]:
    """Worker processes of this computer. What they say is passed on to `tell`, from a thread.

    Left by an exception, it ends them at once: whoever waits should not wait for the booklets in hand.
    """
    # Loaded here, because who makes one booklet needs no pool.
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    # Forking is quick, and safe as long as no thread runs yet; where it is not to be had, workers start afresh.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    said: SimpleQueue[Said] = context.SimpleQueue()
    listener = threading.Thread(target=_listen, args=(said, tell), daemon=True)
    with ProcessPoolExecutor(workers, context, _begin, (workshop, out, said)) as executor:
        try:
            executor.submit(int)  # the first thing that is asked forks the workers
            listener.start()
            yield Crew(executor, _make, workers, (BrokenProcessPool,))
        except BaseException:
            for worker in multiprocessing.active_children():
                worker.terminate()
            executor.shutdown(cancel_futures=True)
            raise
        # A worker may have died with the lock of what is said in its hand: then nothing more is said, and nobody waits
        # for the one who listens.
        with contextlib.suppress(BrokenProcessPool):
            executor.submit(int)
            said.put(None)
            listener.join()


def _listen(said: SimpleQueue[Said], tell: TellOrder) -> None:
    while message := said.get():
        tell(*message)


# What a worker process holds: set once when it starts, read by every order it makes.
_workshop: Workshop
_out: Path
_said: SimpleQueue[Said]


def _begin(workshop: Workshop, out: Path, said: SimpleQueue[Said]) -> None:
    global _workshop, _out, _said
    # Ctrl-C reaches every process of the terminal; the one that was asked answers it, and ends the workers. They end at
    # once: an exception would only cost them the order in hand, and they would go on with the next.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    end_with_parent()
    gc.disable()
    _workshop, _out, _said = workshop, out, said


def _make(job: Job) -> Made:
    return make(replace(_workshop, hands=job.hands), job.part, _out, lambda doing: _said.put((job.order, doing)))


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


def usual_workers() -> int:
    """As many as there are processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
