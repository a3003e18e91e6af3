"""Many booklets at once: orders go to workers, and come back in the order they were given.

The project is read once, before any worker starts, so that a file changed during the build is either old or new in
all of them. What is made does not depend on the number of workers.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from postcards.booklet import make, worker_lost
from postcards.composition import read_fonts
from postcards.edition.handover import PRINT
from postcards.edition.painter import PLANS
from postcards.edition.photos import Cache
from postcards.inspection import RULES
from postcards.lastbuild import CACHE
from postcards.laying_out import alike
from postcards.manuscript import Booklet, select_stories
from postcards.manuscript.language import babel_locale
from postcards.manuscript.places import NOTE_FALLBACK
from postcards.manuscript.printers import STANDARD
from postcards.pages.codes import check_codes
from postcards.pool import Crew, Job, Site, TellOrder, keep_freed_memory, pool
from postcards.printing import printer_faults
from postcards.problems import Problem, UsageError
from postcards.project import Project
from postcards.sources import Sources, read_sources
from postcards.wish import Wish
from postcards.workshop import Made, Order, Workshop

if TYPE_CHECKING:
    from concurrent.futures import Future


#: What a pool of workers is made with.
POOL = ("concurrent.futures.process", "multiprocessing.queues")


def open_workshop(
    project: Project,
    out: Path,
    languages: Iterable[str] = (),
    *,
    keeps_photos: bool,
    read: Callable[[], Sources] | None = None,
) -> Workshop:
    """Read everything that booklets in `languages` (all) are made from; by `read`, if that is given.

    Photos made ready are looked for in `out`, and kept there or not.
    """
    sources = read() if read else read_sources(project, languages)
    shelf = read_fonts(project.fonts, sources.fonts)
    cache = Cache(out / CACHE, keeps=keeps_photos)
    return Workshop(project, sources.manuscript, sources.designs, sources.print_shops, shelf, cache)


def getting_ready(wish: Wish) -> Iterator[Callable[[], object]]:
    """The steps of loading what is only loaded when booklets are made: names that countries sort by, and what workers
    are forked with. Who makes one booklet has no workers, and one who looks at print files gets ready beside it.
    """
    yield partial(import_module, "babel.dates")
    yield lambda: babel_locale(NOTE_FALLBACK).territories
    if len(wish.languages) != 1:
        yield from (partial(import_module, name) for name in POOL)
        if PRINT in (wish.editions or (PRINT,)):
            yield from (partial(import_module, name) for name in RULES)


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


def make_all(workshop: Workshop, work: list[Order], out: Path, site: Site, tell: TellOrder) -> Generator[Made]:
    """Make all orders, results in the order of `work`; one worker makes them here, in turn."""
    keep_freed_memory()
    if not site.cluster and (site.workers == 1 or len(work) < 2):
        for order in work:
            yield make(replace(workshop, hands=site.workers), order, out, partial(tell, order))
            tell(order, "")
        return
    if not work:
        return
    parts = {order: jobs_of(workshop, order) for order in work}
    jobs = [job for order in work for job in parts[order]]
    workers = site.at_a_time(len(jobs))
    jobs = shared_out(workshop, jobs, workers)
    with _crew(workshop, out, replace(site, workers=workers), tell) as crew:
        futures = {(job.order, job.editions): _submitted(crew, job) for job in jobs}
        for order in work:
            made = [_result(workshop, job, futures[order, job.editions], crew.lost) for job in parts[order]]
            yield _joined(order, made)
            tell(order, "")


def _crew(workshop: Workshop, out: Path, site: Site, tell: TellOrder) -> AbstractContextManager[Crew]:
    """Those who work at `site`. A cluster's say nothing on the way."""
    if site.cluster:
        from postcards.cluster import cluster  # dask, which most offices do without

        return cluster(workshop, out, site.cluster)
    return pool(workshop, out, site.workers, tell)


def shared_out(workshop: Workshop, jobs: list[Job], workers: int) -> list[Job]:
    """Jobs as they are to be begun: the longest first, so that nobody waits for it alone at the end.

    Where the last round has fewer jobs than there are workers, each of them may take the hands that are free.
    """
    jobs = sorted(jobs, key=lambda job: -_length(workshop, job))
    jobs = [replace(job, begins=place % workers / workers) for place, job in enumerate(jobs)]
    last = len(jobs) % workers
    whole = len(jobs) - last
    return [*jobs[:whole], *(replace(job, hands=workers // last) for job in jobs[whole:])]


def jobs_of(workshop: Workshop, order: Order) -> list[Job]:
    """An order's parts that have nothing in common: editions with other pages.

    Where last good files are guarded, that is asked of the order as a whole.
    """
    if workshop.guards:
        return [Job(order, order.editions)]
    groups = [{plan.name for plan in plans} for plans in alike(workshop, order)]
    jobs = [Job(order, tuple(edition for edition in order.editions if edition in names)) for names in groups]
    return jobs or [Job(order, order.editions)]


def _length(workshop: Workshop, job: Job) -> int:
    """How long a job takes, beside others: its stories are laid out once, and painted for each edition.

    They are counted by the bytes of their texts in UTF-8: letters of scripts that take longer to set have more.
    """
    manuscript, order = workshop.manuscript, job.order
    channel = PLANS[job.editions[0]].channel
    stories, _ = select_stories(manuscript, manuscript.booklets[order.booklet], order.language, channel)
    written = sum(len(words.encode()) for story in stories for words in story.texts[order.language].summary)
    return written * (1 + len(job.editions))


def _joined(order: Order, parts: Sequence[Made]) -> Made:
    """What came of an order's parts, as if it had been made in one."""
    return Made(
        order,
        next((made.pages for made in parts if made.pages), 0),
        {name: told for made in parts for name, told in made.editions.items()},
        {name: told for made in parts for name, told in made.beside.items()},
        tuple(name for made in parts for name in made.refused),
        tuple(problem for made in parts for problem in made.found),
        any(made.held for made in parts),
    )


def _submitted(crew: Crew, job: Job) -> Future[Made]:
    """What will come of a job, also where a worker has died already."""
    try:
        return crew.executor.submit(crew.make, job)
    except crew.lost as error:
        from concurrent.futures import Future

        future: Future[Made] = Future()
        future.set_exception(error)
        return future


def _result(workshop: Workshop, job: Job, future: Future[Made], lost: tuple[type[BaseException], ...]) -> Made:
    """What came of a job; a worker that was killed is a finding, not the end."""
    try:
        return future.result()
    except lost:
        return Made(job.part, 0, {}, {}, (), (worker_lost(workshop, job.part),))
