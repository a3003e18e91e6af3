"""Who makes many booklets: worker processes of this computer's own.

They stand behind `concurrent.futures.Executor`, as a cluster's do (`cluster.py`), so that whoever hands orders out
need not know where they are made.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from postcards.beside import become_worker, stop_workers, stops_waiting
from postcards.booklet import make
from postcards.workshop import Made, Order, Workshop

if TYPE_CHECKING:
    from concurrent.futures import Executor
    from multiprocessing.queues import SimpleQueue

#: M_MMAP_THRESHOLD and M_TRIM_THRESHOLD (mallopt(3)), and what is not taken for a photo any more (bytes).
MMAP_THRESHOLD, TRIM_THRESHOLD, LARGEST_KEPT = -3, -1, 1 << 25

#: Told for every order: what is being done; empty when it is finished.
TellOrder = Callable[[Order, str], None]

#: What workers say to the one who asked; None ends it.
Said = tuple[Order, str] | None


class Site(Struct, frozen=True):
    """Where orders are made: by `workers` processes here, or by a cluster's."""

    workers: int
    cluster: str = ""  # `host:port` of its scheduler
    evens: bool = False  # there may be more of them than processors, so that none is alone at the end

    def at_a_time(self, jobs: int) -> int:
        """How many of some jobs are under way together.

        Three on two processors are: they get on at one pace, and end together a third earlier than two and then one.
        """
        return jobs if self.evens and jobs < 2 * self.workers else min(jobs, self.workers)


class Job(Struct, frozen=True):
    """A part of an order, to be made by one worker."""

    order: Order
    editions: tuple[str, ...]  # of the order's
    hands: int = 1  # what is made of it at a time
    begins: float = 0.0  # with which of its photos, as a share of them: each worker with another one

    @property
    def part(self) -> Order:
        """What is asked for, as an order of its own."""
        return self.order._replace(editions=self.editions)


class Crew(Struct, frozen=True):
    """An executor, and what is handed to it."""

    executor: Executor
    make: Callable[[Job], Made]
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
    with ProcessPoolExecutor(workers, context, _begin, (os.getpid(), workshop, out, said)) as executor:
        try:
            with stops_waiting():
                executor.submit(int)  # the first thing that is asked forks the workers
            listener.start()
            yield Crew(executor, _make, (BrokenProcessPool,))
        except BaseException:
            stop_workers()
            executor.shutdown(cancel_futures=True)
            raise
        # A worker may have died with the lock of what is said in its hand: then nothing more is said, and nobody waits
        # for the one who listens.
        with contextlib.suppress(BrokenProcessPool):
            executor.submit(int)
            said.put(None)
            listener.join()


def keep_freed_memory() -> None:
    """Let the C library keep for the next photo what the last one has given back (mallopt(3)).

    It asks the system for whatever is so large, and gives it back, each time: a quarter of all page faults of a build.
    """
    if sys.platform == "linux":
        import ctypes

        with contextlib.suppress(AttributeError):  # there are other C libraries than the GNU one
            mallopt = ctypes.CDLL(None).mallopt
            mallopt(MMAP_THRESHOLD, LARGEST_KEPT)
            mallopt(TRIM_THRESHOLD, 2 * LARGEST_KEPT)


def _listen(said: SimpleQueue[Said], tell: TellOrder) -> None:
    while message := said.get():
        tell(*message)


# What a worker process holds: set once when it starts, read by every order it makes.
_workshop: Workshop
_out: Path
_said: SimpleQueue[Said]


def _begin(parent: int, workshop: Workshop, out: Path, said: SimpleQueue[Said]) -> None:
    global _workshop, _out, _said
    become_worker(parent)
    _workshop, _out, _said = workshop, out, said


def _make(job: Job) -> Made:
    return make(
        replace(_workshop, hands=job.hands, begins=job.begins),
        job.part,
        _out,
        lambda doing: _said.put((job.order, doing)),
    )
