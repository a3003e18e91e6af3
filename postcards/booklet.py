"""One booklet in one language, from the manuscript to finished files: the pipeline as a table of contents.

This is the one module that knows every stage. Findings are gathered on the way; what is wrong with one story leaves
that story out, what is wrong with an edition leaves the last good file as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import chain, repeat
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from postcards.beside import Beside, WorkerLostError
from postcards.cards import clear_away, deliver_pictures
from postcards.composition import Face
from postcards.edition.delivery import Counted, deliver
from postcards.edition.embedding import FontProgram, embed
from postcards.edition.handover import PRINT
from postcards.edition.ink import page_inks
from postcards.edition.metadata import Imprint
from postcards.edition.outbox import Outbox
from postcards.edition.painter import CARD, PLANS, Develop, EditionPlan, paint
from postcards.edition.pdf import PdfSurface
from postcards.edition.sizes import Contents, size_faults
from postcards.ingredients import named, with_digests
from postcards.inputs import Stock
from postcards.inspection import Begin, Inspection, inspector
from postcards.laying_out import alike, edition_parts, lay_out
from postcards.lock import REPORT
from postcards.manuscript import select_stories
from postcards.pages.page import Pages
from postcards.printing import TICKET, Ticket, deliver_ticket, lay_out_ticket
from postcards.problems import Problem, sort_key
from postcards.report import edition_report, file_report, report, sides_report
from postcards.standing import Standing, standing_beside, together, would_lose
from postcards.workshop import EditionPart, LaidOut, Made, Order, Produced, Workshop

#: Says what is being done: a few words for the person who waits.
Tell = Callable[[str], None]


def make(workshop: Workshop, order: Order, out: Path, tell: Tell) -> Made:
    """Make all editions of an order; none of them if the workshop guards, and its last good files are better."""
    booklet = workshop.manuscript.booklets[order.booklet]
    outbox = Outbox(order.folder(out), booklet, order.language)
    editions: dict[str, Mapping[str, Any]] = {}
    pages = 0
    with inspector(hands=workshop.hands if PRINT in order.editions else 1) as ahead:
        groups: Iterable[tuple[list[LaidOut], list[Problem]]] = _groups(workshop, order, tell)
        if workshop.guards:
            groups = [*groups]  # all pages before any file, so that those of an order stay with each other
            problems = [problem for _, found in groups for problem in found]
            if would_lose(order, out, (*problems, *_concerning(workshop, order))):
                return Made(order, 0, {}, {}, (), tuple(problems), held=True)
        inspectors = chain([ahead.begin], repeat(inspector(hands=1).begin))  # who is ready looks at one file
        for laid_out, found in groups:
            outbox.problems += found
            for each in laid_out:
                pages = pages or len(each.pages.pages)
                paintings = _paintings(workshop, order, each, inspectors, outbox)
                for name, entry, delivered in _delivered(workshop, order, each.pages, paintings, outbox, tell):
                    outbox.take(delivered)
                    if entry:
                        editions[name] = entry
    if CARD in order.editions:
        select = select_stories(workshop.manuscript, booklet, order.language, PLANS[CARD].channel)
        clear_away(outbox, {story.slug for story in select[0]})
    return Made(order, pages, editions, outbox.beside, tuple(outbox.refused), tuple(outbox.problems))


class Delivered(NamedTuple):
    """What came of one file of an edition, or of the job ticket."""

    name: str
    entry: Mapping[str, Any] | None  # what the report says of it, if it was delivered
    outbox: Outbox  # what went with it, and was found


def _delivered(
    workshop: Workshop, order: Order, pages: Pages, paintings: Sequence[Painting], outbox: Outbox, tell: Tell
) -> list[Delivered]:
    """Paint and deliver every file of every edition.

    What the press gets, which is looked at as a print shop would, takes as long as all the rest, and is made beside it.
    """
    press = [painting for painting in paintings if painting.plan.intent]
    others = [painting for painting in paintings if not painting.plan.intent]
    with Beside[list[Delivered]](hands=workshop.hands) as beside:
        for painting in press:
            tell(f"painting {painting.part.name}")
        work = partial(_deliver_press, workshop, order, pages, press, outbox)
        printed = beside.begin(work, worth_it=bool(press and others))
        delivered = []
        for painting in others:
            tell(f"painting {painting.part.name}")
            delivered.append(_deliver(workshop, order, painting, outbox.empty()))
        try:
            return [*printed(), *delivered]
        except WorkerLostError:
            lost = outbox.empty()
            lost.problems.append(worker_lost(workshop, order))
            return [*(Delivered(painting.part.name, None, lost) for painting in press), *delivered]


def _deliver_press(
    workshop: Workshop, order: Order, pages: Pages, paintings: Sequence[Painting], outbox: Outbox
) -> list[Delivered]:
    """All that the print shop gets: the files, and the job ticket, which is laid out while the last one is looked at.

    Where one of them was refused, the ticket there was stays.
    """
    delivered: list[Delivered] = []
    tickets: list[tuple[Ticket | None, list[Problem]]] = []

    def lay_out_last(file: Mapping[str, Any]) -> None:
        if len(delivered) == len(paintings) - 1:
            files = [*(each.entry for each in delivered if each.entry), file]
            tickets.append(lay_out_ticket(workshop, order, pages, files))

    for painting in paintings:
        delivered.append(_deliver(workshop, order, painting, outbox.empty(), lay_out_last))
    if delivered and all(each.entry for each in delivered):
        ((ticket, faults),) = tickets
        beside = outbox.empty()
        beside.problems += faults
        deliver_ticket(workshop, order, ticket, beside)
        delivered.append(Delivered(TICKET, None, beside))
    return delivered


def _deliver(
    workshop: Workshop,
    order: Order,
    painting: Painting,
    outbox: Outbox,
    meanwhile: Callable[[Mapping[str, Any]], object] | None = None,
) -> Delivered:
    """Paint, write and check one file of an edition, fill its outbox, and say what the report says of it.

    `meanwhile` is what can be done with what is known of the file while print shops' rules are asked.
    """
    plan, part, fonts, begin = painting
    surface = paint_edition(workshop, part.shown, plan, fonts)
    inks = _inks(workshop, part.shown, plan)
    file = outbox.file(part.name)

    def known(written: Counted) -> None:
        if meanwhile:
            meanwhile(file_report(written, part.told, file))

    inspection = Inspection(part.shown.pages, plan, outbox.path(part.name).name, inks, begin, known)
    written = outbox.deliver(part.name, surface.write, inspection)
    outbox.tell(inspection.problems)
    if not written:
        return Delivered(part.name, None, outbox)
    contents = Contents(part.shown.pages, fonts, _develop(part.shown, plan))
    outbox.tell(size_faults(surface.weights, plan, contents, file))
    if plan.name == CARD:
        deliver_pictures(outbox, part.name)
    told = edition_report(written, surface.weights, part.told, file, inks) | sides_report(part.shown.pages.pages)
    return Delivered(part.name, {**told, "inputs": named(workshop, order, plan, part, fonts)}, outbox)


def worker_lost(workshop: Workshop, order: Order) -> Problem:
    """The finding that a process was killed, which is not the end of the others."""
    message = "The program was stopped while it made this booklet, perhaps for want of memory."
    where = workshop.manuscript.booklets[order.booklet].where
    problem = Problem("build.worker-lost", message, "Run it again with -j 1.", where)
    return problem.about(booklet=order.booklet, language=order.language)


def hand_in(workshop: Workshop, made: Made, stock: Stock, out: Path) -> Produced:
    """Write the order's report, unless it is there: what was made and of what, and everything that was found."""
    order, manuscript = made.order, workshop.manuscript
    found = tuple(sorted({*made.found, *_concerning(workshop, order)}, key=sort_key))
    if made.held:
        return Produced(order, 0, {}, (), found, {}, held=True)
    told = [_unnamed(problem, workshop) for problem in found]
    editions = with_digests(made.editions, workshop, order, stock)
    stands = together(standing_beside(order, out), Standing({**editions}, {**made.beside}))
    asked = tuple(edition for edition in PLANS if edition in (*order.editions, *stands.asked))
    content = report(manuscript.booklets[order.booklet], order, asked, stands.editions, stands.beside, told)
    path = order.folder(out) / REPORT
    if not path.is_file() or path.read_bytes() != content:
        deliver(path, content, lambda _: [])
    folder = order.folder(Path())
    parts = {**made.editions, **made.beside}
    files = {name: (folder / part["file"]).as_posix() for name, part in parts.items()}
    outputs = {files[name]: part["sha256"] for name, part in parts.items()}
    outputs[(folder / REPORT).as_posix()] = hashlib.sha256(content).hexdigest()
    return Produced(order, made.pages, files, made.refused, found, outputs)


def paint_edition(
    workshop: Workshop, laid_out: LaidOut, plan: EditionPlan, fonts: Mapping[Face, FontProgram]
) -> PdfSurface:
    """One edition, painted and ready to be written; `fonts` is what `embed` made of the pages."""
    pages = laid_out.pages
    booklet = workshop.manuscript.booklets[pages.booklet]
    imprint = Imprint(pages.title, f"{booklet.id} {booklet.issue}", pages.language, pages.direction, booklet.date)
    surface = PdfSurface(pages, plan, workshop.designs.palette, fonts, imprint)
    paint(pages, plan, surface, _develop(laid_out, plan))
    return surface


def _inks(workshop: Workshop, laid_out: LaidOut, plan: EditionPlan) -> dict[int, float]:
    """The most ink of each page, by number; nothing for a screen."""
    palette = workshop.designs.palette
    return page_inks(laid_out.pages, plan, palette, _develop(laid_out, plan)) if plan.intent else {}


def _develop(laid_out: LaidOut, plan: EditionPlan) -> Develop:
    return lambda photo, shown: laid_out.exposures.develop(photo, shown, plan.name)


def _groups(workshop: Workshop, order: Order, tell: Tell) -> Iterator[tuple[list[LaidOut], list[Problem]]]:
    """The order's pages, group by group of its editions, and what was found."""
    for plans in alike(workshop, order):
        tell("laying out")
        yield lay_out(workshop, order, plans)


class Painting(NamedTuple):
    """A file of an edition that is to be painted."""

    plan: EditionPlan
    part: EditionPart
    fonts: Mapping[Face, FontProgram]  # which files with the same pages share
    begin: Begin | None  # to hold it against the rules of print shops; none where it is for no press


def _paintings(
    workshop: Workshop, order: Order, laid_out: LaidOut, inspectors: Iterator[Begin], outbox: Outbox
) -> list[Painting]:
    """Every file of every edition."""
    fonts = embed(laid_out.pages.pages)
    paintings = []
    for plan in laid_out.plans:
        made, found = edition_parts(workshop, order, laid_out, plan)
        outbox.problems += found
        for part in made:
            pages = part.shown.pages.pages
            embedded = fonts if pages == laid_out.pages.pages else embed(pages)
            paintings.append(Painting(plan, part, embedded, next(inspectors) if plan.intent else None))
    return paintings


def _concerning(workshop: Workshop, order: Order) -> list[Problem]:
    """The findings in the staff's files that belong into this order's report."""
    languages, booklets = ("", order.language), ("", order.booklet)
    found = workshop.manuscript.problems
    return [problem for problem in found if problem.language in languages and problem.booklet in booklets]


def _unnamed(problem: Problem, workshop: Workshop) -> Problem:
    """The finding without the name of a photo's file, which may name a person and stays out of every output."""
    manuscript = workshop.manuscript
    photos = [story.photo for story in manuscript.stories] + [booklet.cover for booklet in manuscript.booklets.values()]
    message = problem.message
    for photo in photos:
        if photo and photo.where == problem.where:
            message = message.replace(f" “{photo.file}”", "")
    return replace(problem, message=message)
