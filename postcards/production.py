"""Many booklets at once: orders go to workers, and come back in the order they were given.

The project is read once, before any worker starts, so that a file changed during the build is either old or new in
all of them. What is made does not depend on the number of workers.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from postcards.booklet import make
from postcards.composition import read_fonts
from postcards.edition.handover import PRINT
from postcards.edition.painter import PLANS
from postcards.edition.photos import Cache
from postcards.lastbuild import CACHE
from postcards.manuscript import Booklet, read_manuscript
from postcards.manuscript.print_shops import read_printers
from postcards.manuscript.printers import STANDARD
from postcards.pages.codes import check_codes
from postcards.pages.designs import read_designs
from postcards.printing import printer_faults
from postcards.problems import Problem, UsageError
from postcards.project import Project
from postcards.wish import Wish
from postcards.workshop import Made, Order, Workshop

if TYPE_CHECKING:
    from concurrent.futures import Future
    from multiprocessing.queues import SimpleQueue

#: The finding where a worker was killed.
LOST = "build.worker-lost"

#: Told for every order: what is being done; empty when it is finished.
TellOrder = Callable[[Order, str], None]


def open_workshop(project: Project, out: Path, languages: Iterable[str] = (), *, keeps_photos: bool) -> Workshop:
    """Read everything that booklets in `languages` (all) are made from.

    Photos made ready are looked for in `out`, and kept there or not.
    """
    return Workshop(
        project,
        read_manuscript(project, tuple(languages)),
        read_designs(project),
        read_printers(project),
        read_fonts(project.fonts),
        Cache(out / CACHE, keeps=keeps_photos),
    )


def orders(workshop: Workshop, wish: Wish) -> tuple[list[Order], list[Problem]]:
    """What is to be made, and findings for what cannot be; raises UsageError for names that nobody knows."""
    manuscript = workshop.manuscript
    broken = {Path(problem.where.path).stem for problem in manuscript.problems if problem.is_error}
    known = sorted({*manuscript.booklets, *broken})
    must_know("booklet", wish.booklets, known)
    must_know("edition", wish.editions, sorted(PLANS))
    spoken = {tag for booklet in manuscript.booklets.values() for tag in booklet.languages}
    must_know("language", wish.languages, sorted(spoken))
    shops = workshop.print_shops
    unusable = {Path(problem.where.path).stem for problem in shops.problems}
    must_know("printer", filter(None, (wish.printer,)), sorted({*shops.printers, *unusable}))
    found: list[Order] = []
    problems: list[Problem] = []
    for booklet in manuscript.booklets.values():
        if wish.booklets and booklet.id not in wish.booklets:
            continue
        editions, unmakeable = _makeable(workshop, booklet, _editions(booklet, wish))
        problems += unmakeable
        printer = wish.printer or booklet.printer or STANDARD
        if PRINT in editions and (faults := printer_faults(shops.printers, printer, booklet, workshop.designs)):
            problems += faults
            editions = tuple(edition for edition in editions if edition != PRINT)
        for tag in booklet.languages:
            if wish.languages and tag not in wish.languages:
                continue
            if tag in manuscript.languages and editions:
                found.append(Order(booklet.id, tag, editions, printer))
    return found, problems


def _editions(booklet: Booklet, wish: Wish) -> tuple[str, ...]:
    return tuple(edition for edition in wish.editions or booklet.editions if edition in PLANS)


def _makeable(workshop: Workshop, booklet: Booklet, editions: tuple[str, ...]) -> tuple[tuple[str, ...], list[Problem]]:
    """Those of the editions that there is a layout for, and what was found: pages for a screen go on no paper."""
    layouts = workshop.designs.layouts
    bound = sorted(name for name, layout in layouts.items() if layout.bound)
    where = booklet.marks.get("layout", booklet.where)
    problems: list[Problem] = []
    if booklet.layout not in bound:
        message = f"There is no usable layout “{booklet.layout}”."
        if booklet.layout in layouts:
            message = f"Layout “{booklet.layout}” is for screens: a booklet's own is for paper too."
        remedy = f"Take one of: {', '.join(bound)}."
        problems.append(Problem("booklet.unknown-layout", message, remedy, where, booklet=booklet.id))
        return (), problems
    if without_room := [*check_codes(booklet, layouts[booklet.layout])]:
        return (), without_room
    lacking = {PLANS[edition].layout for edition in editions} - {"", *layouts}
    for name in sorted(lacking):
        message = f"There is no usable layout “{name}”; the editions that are made in it are left out."
        remedy = f"Put {name}.yaml of this program into layouts/."
        problems.append(Problem("edition.unknown-layout", message, remedy, where, booklet=booklet.id))
    return tuple(edition for edition in editions if PLANS[edition].layout not in lacking), problems


def wanted_layouts(workshop: Workshop, booklets: Iterable[str]) -> list[str]:
    """The usable layouts of `booklets` (all); raises UsageError for a booklet that nobody knows."""
    known = workshop.manuscript.booklets
    must_know("booklet", booklets, sorted(known))
    names = dict.fromkeys(known[booklet].layout for booklet in booklets or sorted(known))
    return [name for name in names if name in workshop.designs.layouts]


def must_know(kind: str, wanted: Iterable[str], known: list[str]) -> None:
    """Raise UsageError for a name that is not among those that are known."""
    for name in wanted:
        if name not in known:
            raise UsageError(f"There is no {kind} “{name}”.", f"Known are: {', '.join(known)}.")


def make_all(workshop: Workshop, work: list[Order], out: Path, workers: int, tell: TellOrder) -> Iterator[Made]:
    """Make all orders with `workers` processes, results in the order of `work`; one makes them here, in turn.

    Where there are fewer orders than workers, each makes several photos at a time.
    """
    workshop = replace(workshop, hands=max(1, workers // max(1, len(work))))
    if workers == 1 or len(work) < 2:
        for order in work:
            yield make(workshop, order, out, _teller(order, tell))
            tell(order, "")
        return
    # Loaded here, because who makes one booklet needs no pool.
    import multiprocessing
    import threading
    from concurrent.futures import ProcessPoolExecutor

    # Forking is quick, and safe as long as no thread runs yet; where it is not to be had, workers start afresh.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    said: SimpleQueue[tuple[Order, str] | None] = context.SimpleQueue()
    with ProcessPoolExecutor(min(workers, len(work)), context, _begin, (workshop, said)) as pool:
        listener = threading.Thread(target=_listen, args=(said, tell), daemon=True)
        try:
            futures = {order: pool.submit(_make, order, out) for order in work}
            listener.start()
            lost = False
            for order, future in futures.items():
                made = _result(workshop, order, future)
                lost = lost or any(problem.code == LOST for problem in made.found)
                yield made
                tell(order, "")
        except BaseException:
            # Stopped: whoever waits should not wait for the booklets in hand. A worker may die with the lock of what is
            # said in its hand, so nothing more is said, and nobody waits for the one who listens.
            for worker in multiprocessing.active_children():
                worker.terminate()
            pool.shutdown(cancel_futures=True)
            raise
        # A worker that was killed may have had the lock of what is said in its hand: nobody would ever get it.
        if not lost:
            said.put(None)
            listener.join()


def _teller(order: Order, tell: TellOrder) -> Callable[[str], None]:
    return lambda doing: tell(order, doing)


def _listen(said: SimpleQueue[tuple[Order, str] | None], tell: TellOrder) -> None:
    while message := said.get():
        tell(*message)


def _result(workshop: Workshop, order: Order, future: Future[Made]) -> Made:
    """What came of an order; a worker that was killed is a finding, not the end."""
    from concurrent.futures.process import BrokenProcessPool

    try:
        return future.result()
    except BrokenProcessPool:
        message = "The program was stopped while it made this booklet, perhaps for want of memory."
        where = workshop.manuscript.booklets[order.booklet].where
        problem = Problem(LOST, message, "Run it again with -j 1.", where)
        return Made(order, 0, {}, {}, (), (problem.about(booklet=order.booklet, language=order.language),))


# What a worker process holds: set once when it starts, read by every order it makes.
_workshop: Workshop
_said: SimpleQueue[tuple[Order, str] | None]


def _begin(workshop: Workshop, said: SimpleQueue[tuple[Order, str] | None]) -> None:
    global _workshop, _said
    # Ctrl-C reaches every process of the terminal; the one that was asked answers it, and ends the workers. They end at
    # once: an exception would only cost them the order in hand, and they would go on with the next.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()
    _workshop, _said = workshop, said


def _make(order: Order, out: Path) -> Made:
    return make(_workshop, order, out, lambda doing: _said.put((order, doing)))


def usual_workers() -> int:
    """As many as there are processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
