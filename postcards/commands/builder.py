"""Builds one after the other, in a process of its own that keeps what is costly to load: programs, fonts, set texts.

Whatever becomes of that process, whoever asks it lives on and starts another. It is started afresh, and not forked,
on every system alike, and again when the program itself has changed.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import multiprocessing
import signal
from collections.abc import Iterable
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

from msgspec import Struct
from msgspec.structs import replace

from postcards.commands.build import begun_with, make_changed
from postcards.commands.opening import open_project, out_folder, reading, wish_of
from postcards.problems import PostcardsError, Problem, ProjectError
from postcards.wish import Wish

if TYPE_CHECKING:
    from postcards.composition import FontShelf
    from postcards.inputs import Stock
    from postcards.lastbuild import Told
    from postcards.manuscript import Manuscript
    from postcards.workshop import Order, Workshop

#: After so many builds a process has made room for another: what it has kept of texts as they once were is gone.
MOST_BUILDS = 100

#: What to do where there was none left.
MORE_MEMORY = "Close other programs, or run it with -j 1."

#: How long a process that is asked to stop may take to clear up (seconds).
LAST_WORDS = 2.0


class Answer(Struct, frozen=True):
    """What came of a build: what it tells, or why there is nothing to tell."""

    told: Told | None = None  # only of what concerns the booklets and languages that are asked for
    held: frozenset[tuple[Order, str]] = frozenset()  # whose last good files were left as they are, and of what
    error: PostcardsError | None = None
    fault: str = ""  # ours: what is to be said of it
    outdated: bool = False  # nothing was built: the program is not the one that was started


class Builder:
    """Builds what `arguments` ask for, whenever it is asked."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None

    def build(self) -> Answer:
        """Build once."""
        answer = self._ask()
        if answer.outdated:
            self.close()
            answer = self._ask()
        return answer

    def close(self) -> None:
        """End the process; a build in hand is stopped, and leaves nothing half made behind."""
        process, connection, self._process, self._connection = self._process, self._connection, None, None
        if process is None or connection is None:
            return
        connection.close()
        process.terminate()
        process.join(LAST_WORDS)
        process.kill()
        process.join()

    def _ask(self) -> Answer:
        if self._process is None or not self._process.is_alive():
            self.close()
            self._start()
        assert self._connection is not None
        try:
            self._connection.send(None)
            answer: Answer = self._connection.recv()
        except (EOFError, OSError):
            self.close()
            message = "The program was stopped while it made this, perhaps for want of memory."
            return Answer(error=ProjectError(message, MORE_MEMORY))
        return answer

    def _start(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, other = context.Pipe()
        self._process = context.Process(target=_work, args=(other, self._arguments))
        # Ctrl-C reaches every process of the terminal, and one that only just loads would answer in Python's words.
        answering = signal.signal(signal.SIGINT, signal.SIG_IGN)
        self._process.start()
        signal.signal(signal.SIGINT, answering)
        other.close()


class _Stopped(BaseException):
    """The process is to end."""


def _work(connection: Connection, arguments: argparse.Namespace) -> None:
    """Build as often as somebody asks."""
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, _stop)
    gc.disable()  # as the command line does, but for the pauses between builds
    kept = _Kept(arguments)
    try:
        while True:
            connection.recv()
            connection.send(kept.build())
            gc.collect()
    except (_Stopped, EOFError, OSError):
        return  # nobody asks any more


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    for again in (signal.SIGINT, signal.SIGTERM):
        signal.signal(again, signal.SIG_IGN)  # clearing up is not stopped
    raise _Stopped


class _Kept:
    """What lasts from one build to the next."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._wish = wish_of(arguments)
        self._program = ""
        self._type: tuple[dict[str, str], FontShelf] | None = None
        self._builds = 0

    def build(self) -> Answer:
        """Build once; whatever goes wrong is told."""
        try:
            return self._build()
        except PostcardsError as error:
            return Answer(error=error)
        except MemoryError:
            return Answer(error=ProjectError("There is not enough memory.", MORE_MEMORY))
        except Exception as fault:  # noqa: BLE001 - somebody watches, and goes on working
            if isinstance(fault.__cause__, _Stopped):
                raise fault.__cause__ from None  # before Python 3.12 it may come out wrapped
            from postcards.mishap import tell_of

            return Answer(fault=tell_of(fault, "watch", self._arguments.project))

    def _build(self) -> Answer:
        from postcards.inputs import take_stock
        from postcards.project import find_project
        from postcards.sources import load_readers

        # Stock is taken before anything else is loaded: what is loaded is never older than what records say.
        project = find_project(self._arguments.project)
        stock = take_stock(project)
        self._program = self._program or stock.digests["the program"]
        self._builds += 1
        if self._program != stock.digests["the program"] or self._builds > MOST_BUILDS:
            return Answer(outdated=True)
        load_readers()  # once, and not by each process that reads
        out = out_folder(self._arguments, project.root)
        with reading(project, self._arguments, out, remembers=True) as ahead:
            opened = open_project(self._arguments, writes=True, begun=begun_with(ahead, stock))
            shelf = self._shelf(opened.workshop, stock)
            opened.workshop = replace(opened.workshop, shelf=shelf, guards=True)
            told, made = make_changed(opened, self._arguments, stock, ahead, shown=False)
        held = frozenset((produced.order, _digest(produced.order, stock)) for produced in made if produced.held)
        return Answer(replace(told, problems=_concerning(told.problems, opened.workshop.manuscript, self._wish)), held)

    def _shelf(self, workshop: Workshop, stock: Stock) -> FontShelf:
        """The open fonts of the build before, if they are still the same."""
        fonts = {name: digest for name, digest in stock.digests.items() if name.startswith("fonts/")}
        if self._type is None or self._type[0] != fonts or self._type[1].folder != workshop.shelf.folder:
            self._type = fonts, workshop.shelf
        return self._type[1]


def _digest(order: Order, stock: Stock) -> str:
    """What would go into an order's files, in one word."""
    from postcards.rebuild import inputs_of

    return hashlib.sha256(json.dumps(inputs_of(order, stock), sort_keys=True).encode()).hexdigest()


def _concerning(problems: Iterable[Problem], manuscript: Manuscript, wish: Wish) -> tuple[Problem, ...]:
    """The findings about booklets, languages and stories that are asked for, or about all."""
    booklets = [manuscript.booklets.get(name) for name in wish.booklets or manuscript.booklets]
    slugs: set[str] | None = set()
    for booklet in booklets:
        listed = booklet.stories if booklet and isinstance(booklet.stories, tuple) else None
        slugs = None if slugs is None or listed is None else {*slugs, *listed}
    return tuple(
        problem
        for problem in problems
        if (not problem.booklet or not wish.booklets or problem.booklet in wish.booklets)
        and (not problem.language or not wish.languages or problem.language in wish.languages)
        and (not problem.story or slugs is None or problem.story in slugs)
    )
