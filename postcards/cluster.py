"""Who makes many booklets: the workers of a cluster, by way of dask (dask.distributed).

They see the same folders under the same paths, and write the editions themselves; whoever asked holds the output
folder's lock. What all booklets are made from goes to each worker once, as a plugin, so that one which joins or comes
back has it too; an order is a few names. A worker makes one order at a time, whatever threads it has: not everything
that reads PDFs can be used by two. It stops between two files when it is told that nobody waits any more; where the one
who asked was killed nobody tells it, and it finishes the booklet in hand.

Whoever can reach a scheduler can run programs on its workers, and what is sent is pickled: a cluster is trusted, or not
used.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from functools import partial
from pathlib import Path

import dask
from distributed import Client, KilledWorker, Worker, WorkerPlugin, get_worker

from postcards.booklet import make
from postcards.edition.delivery import LOCK
from postcards.inputs import program
from postcards.pool import Crew, Job
from postcards.problems import ProjectError
from postcards.scheduler import PATIENCE, no_answer
from postcards.workshop import Made, Workshop

#: How often we look whether any worker is left, and after how many looks without one nobody waits for another
#: (seconds). A worker that was killed is started again by its nanny in less.
LOOK_AFTER, LOOKS = 2.0, 5

#: Names of builds on a cluster do not meet (bytes).
TOKEN = 8

#: What dask logs in our process; we say what is wrong ourselves.
LOGS = "distributed"

#: Held by the order that a worker has in hand.
_alone = threading.Lock()


@contextlib.contextmanager
def cluster(workshop: Workshop, out: Path, address: str) -> Iterator[Crew]:
    """The workers of the cluster whose scheduler is at `address` (`host:port`).

    Raises ProjectError where it cannot be reached or its workers would not make what we would. Left by an exception,
    it takes back what nobody has begun, and waits until workers have put down what they have in hand.
    """
    with dask.config.set({"distributed.comm.timeouts.connect": PATIENCE}), _connected(address) as client:
        name = f"postcards-{secrets.token_hex(TOKEN)}"
        try:
            _install(client, Bench(workshop, out), name)
            executor = client.get_executor(pure=False)
            with _watched(client, lambda: executor.shutdown(wait=False)):
                try:
                    yield Crew(executor, partial(_make, name), (KilledWorker, CancelledError))
                finally:
                    executor.shutdown(wait=False)
        finally:
            with contextlib.suppress(OSError, ValueError):  # the scheduler is gone, or never had it
                client.unregister_worker_plugin(name)


@contextlib.contextmanager
def _connected(address: str) -> Iterator[Client]:
    for name in [name for name in logging.root.manager.loggerDict if name.partition(".")[0] == LOGS]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    try:
        client = Client(f"tcp://{address}", timeout=PATIENCE, set_as_default=False)
    except OSError:
        raise no_answer(address) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            message = f"The cluster at {address} has no workers."
            raise ProjectError(message, "Start some, or leave out --executor.") from None
        yield client


def _install(client: Client, bench: Bench, name: str) -> None:
    """Give every worker the bench, now and whenever one joins, and find out whether they can work at it."""
    try:
        client.register_plugin(bench, name)
        client.submit(program, pure=False).result()  # the scheduler reads what is submitted, and needs the program
    except (ImportError, AttributeError, RuntimeError):
        message = "The cluster's scheduler or one of its workers does not have this program."
        raise ProjectError(message, "Install it there as it is here, or leave out --executor.") from None


@contextlib.contextmanager
def _watched(client: Client, give_up: Callable[[], None]) -> Iterator[None]:
    """Meanwhile see whether any worker is left: dask itself would wait for ever for another."""
    ended = threading.Event()

    def watch() -> None:
        looks = 0
        while looks < LOOKS and not ended.wait(LOOK_AFTER):
            looks = 0 if _workers(client) else looks + 1
        if not ended.is_set():
            give_up()

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join()


def _workers(client: Client) -> int:
    try:
        return len(client.nthreads())
    except OSError:
        return 0


class Bench(WorkerPlugin):
    """A worker's copy of what booklets are made from. It inherits because dask takes nothing else."""

    def __init__(self, workshop: Workshop, out: Path) -> None:
        self.workshop = workshop
        self.out = out
        self.program = program()
        self.left = False  # nobody waits any more for what is made here

    def setup(self, worker: Worker) -> None:
        if not (self.workshop.project.content.is_dir() and (self.out / LOCK).is_file()):
            message = f"The worker at {worker.address} does not see {self.workshop.project.root} and {self.out}."
            raise ProjectError(message, "All computers of the cluster need the same folders under the same paths.")
        if self.program != program():
            message = f"The worker at {worker.address} has another version of this program, of Python or of a package."
            raise ProjectError(message, "Install the same everywhere: other versions may make other files.")

    async def teardown(self, worker: Worker) -> None:  # noqa: ARG002 (dask names it)
        """Let the order in hand stop, and wait until it has."""
        self.left = True
        await asyncio.to_thread(_wait)


def _wait() -> None:
    with _alone:
        pass


def _make(name: str, job: Job) -> Made:
    """On a worker: make what is asked for at the bench called `name`."""
    bench = get_worker().plugins.get(name)
    if not isinstance(bench, Bench):
        raise CancelledError

    def tell(_doing: str) -> None:
        if bench.left:
            raise CancelledError

    with _alone:
        tell("")
        # One hand: other workers have the other processors, and dask lets a worker have no children.
        return make(bench.workshop, job.part, bench.out, tell)
