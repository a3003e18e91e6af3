"""One booklet in one language, from the manuscript to finished files: the pipeline as a table of contents.

This is the one module that knows every stage. Findings are gathered on the way; what is wrong with one story leaves
that story out, what is wrong with an edition leaves the last good file as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from postcards.beside import Beside, WorkerLostError
from postcards.cards import card_parts, clear_away, deliver_pictures
from postcards.composition import Face, Typesetter
from postcards.edition.delivery import deliver
from postcards.edition.embedding import FontProgram, embed
from postcards.edition.exposures import expose, file_of
from postcards.edition.handover import PRINT
from postcards.edition.ink import page_inks
from postcards.edition.metadata import Imprint
from postcards.edition.office import Desk, lay_on_sheets, office_plan
from postcards.edition.outbox import Outbox
from postcards.edition.painter import CARD, PLANS, Develop, EditionPlan, paint
from postcards.edition.pdf import PdfSurface
from postcards.edition.sizes import Contents, size_faults
from postcards.edition.spoken import mute_pictures
from postcards.inspection import Inspection
from postcards.manuscript import (
    Booklet,
    Language,
    Manuscript,
    Photo,
    Story,
    direction,
    select_stories,
    text_digest,
)
from postcards.pages.assembly import assemble
from postcards.pages.bench import Bench
from postcards.pages.coverage import check_inserted, check_story, check_words, prose
from postcards.pages.fields import Book
from postcards.printing import deliver_ticket, page_faults, print_parts, print_plan
from postcards.problems import Problem, Where, sort_key
from postcards.report import edition_report, report
from postcards.workshop import EditionPart, LaidOut, Made, Order, Produced, Workshop

#: Says what is being done: a few words for the person who waits.
Tell = Callable[[str], None]

#: What was made, how it fitted and what was found, beside the files.
REPORT = "report.json"

#: Hex digits of the content digest in the colophon: enough to tell two issues apart by telephone.
SHORT_DIGEST = 8


def make(workshop: Workshop, order: Order, out: Path, tell: Tell) -> Made:
    """Make all editions of an order."""
    booklet = workshop.manuscript.booklets[order.booklet]
    outbox = Outbox(order.folder(out), booklet, order.language)
    editions: dict[str, Mapping[str, Any]] = {}
    pages = 0
    for plans in alike(workshop, order):
        tell("laying out")
        laid_out, found = lay_out(workshop, order, plans)
        outbox.problems += found
        for each in laid_out:
            pages = pages or len(each.pages.pages)
            for name, entry, delivered in _delivered(workshop, order, each, outbox, tell):
                outbox.take(delivered)
                if entry:
                    editions[name] = entry
            deliver_ticket(workshop, order, each, editions, outbox)
    if CARD in order.editions:
        select = select_stories(workshop.manuscript, booklet, order.language, PLANS[CARD].channel)
        clear_away(outbox, {story.slug for story in select[0]})
    return Made(order, pages, editions, outbox.beside, tuple(outbox.refused), tuple(outbox.problems))


class Delivered(NamedTuple):
    """What came of one file of an edition."""

    name: str
    entry: Mapping[str, Any] | None  # what the report says of it, if it was delivered
    outbox: Outbox  # what went with it, and was found


def _delivered(workshop: Workshop, order: Order, laid_out: LaidOut, outbox: Outbox, tell: Tell) -> Iterator[Delivered]:
    """Paint and deliver every file of every edition.

    To look at a file for the press as a print shop would takes as long as all the rest, and goes on beside it.
    """
    paintings = _paintings(workshop, order, laid_out, outbox)
    with Beside[Delivered](hands=workshop.hands) as beside:
        waiting = []
        for left, painting in zip(range(len(paintings), 0, -1), paintings, strict=True):
            tell(f"painting {painting.part.name}")
            surface = paint_edition(workshop, painting.part.shown, painting.plan, painting.fonts)
            tell(f"writing {painting.part.name}")
            work = partial(_deliver, workshop, painting, surface, outbox.empty())
            waiting.append(beside.begin(work, worth_it=left > 1 and painting.plan.intent is not None))
        for painting, finished in zip(paintings, waiting, strict=True):
            try:
                yield finished()
            except WorkerLostError:
                lost = outbox.empty()
                lost.problems.append(worker_lost(workshop, order))
                yield Delivered(painting.part.name, None, lost)


def _deliver(workshop: Workshop, painting: Painting, surface: PdfSurface, outbox: Outbox) -> Delivered:
    """Write and check one file of an edition, fill its outbox, and say what the report says of it."""
    plan, part, fonts = painting
    inks = _inks(workshop, part.shown, plan)
    inspection = Inspection(part.shown.pages, plan, outbox.path(part.name).name, inks)
    written = outbox.deliver(part.name, surface.write, inspection)
    outbox.tell(inspection.problems)
    if not written:
        return Delivered(part.name, None, outbox)
    file = outbox.file(part.name)
    contents = Contents(part.shown.pages, fonts, _develop(part.shown, plan))
    outbox.tell(size_faults(surface.weights, plan, contents, file))
    if plan.name == CARD:
        deliver_pictures(outbox, part.name)
    return Delivered(part.name, edition_report(written, surface.weights, part.told, file, inks), outbox)


def worker_lost(workshop: Workshop, order: Order) -> Problem:
    """The finding that a process was killed, which is not the end of the others."""
    message = "The program was stopped while it made this booklet, perhaps for want of memory."
    where = workshop.manuscript.booklets[order.booklet].where
    problem = Problem("build.worker-lost", message, "Run it again with -j 1.", where)
    return problem.about(booklet=order.booklet, language=order.language)


def hand_in(workshop: Workshop, made: Made, out: Path) -> Produced:
    """Write the order's report, unless it is there: what was made, and everything that was found."""
    order, manuscript = made.order, workshop.manuscript
    concerning = [problem for problem in manuscript.problems if _concerns(problem, order)]
    found = tuple(sorted({*made.found, *concerning}, key=sort_key))
    told = [_unnamed(problem, workshop) for problem in found]
    content = report(manuscript.booklets[order.booklet], order.language, made.editions, made.beside, told)
    path = order.folder(out) / REPORT
    if not path.is_file() or path.read_bytes() != content:
        deliver(path, content, lambda _: [])
    folder = order.folder(Path())
    parts = {**made.editions, **made.beside}
    files = {name: (folder / part["file"]).as_posix() for name, part in parts.items()}
    outputs = {files[name]: part["sha256"] for name, part in parts.items()}
    outputs[(folder / REPORT).as_posix()] = hashlib.sha256(content).hexdigest()
    return Produced(order, made.pages, files, made.refused, found, outputs)


def lay_out(workshop: Workshop, order: Order, plans: Iterable[EditionPlan]) -> tuple[list[LaidOut], list[Problem]]:
    """The order's pages and photos for editions with the same stories and layout, and what was found.

    Nothing if no story is left, or if a word of the booklet's own cannot be set. A photo that cannot be used in an
    edition is an error, and its story gets a face without a picture there, and so does one of which an edition that is
    read aloud could say nothing; editions with the same photos share pages.
    """
    plans = tuple(plans)
    manuscript, tag = workshop.manuscript, order.language
    booklet, language = manuscript.booklets[order.booklet], manuscript.languages[tag]
    typesetter = Typesetter(workshop.shelf)
    stories, selection = select_stories(manuscript, booklet, tag, plans[0].channel)
    unset = [
        *check_words(typesetter.missing, language),
        *check_inserted(typesetter.missing, _inserted(manuscript, booklet, stories, tag), tag),
    ]
    unshown = {story.slug: check_story(typesetter.missing, story, tag) for story in stories}
    problems = [*selection, *unset, *(problem for found in unshown.values() for problem in found)]
    kept = tuple(story for story in stories if not unshown[story.slug])
    if unset or not kept:
        return [], problems
    printer = workshop.printer(order)
    design = workshop.designs.layouts[plans[0].layout or booklet.layout].bleeding(printer.bleed)
    bench = Bench(design, workshop.designs.palette, workshop.shelf, typesetter.compose, tag, direction(tag), {})
    book = Book(booklet, language, manuscript.places, kept, _digest(language, kept), printer)
    assembled = assemble(bench, book)
    exposures = expose(assembled.pages, plans, workshop.project.root, workshop.cache, workshop.hands)
    mute = mute_pictures(book) if any(plan.speaks for plan in plans) else []
    unsaid = frozenset(picture.file for picture in mute)
    groups: dict[frozenset[str], list[EditionPlan]] = {}
    for plan in plans:
        groups.setdefault(exposures.spoilt[plan.name] | (unsaid if plan.speaks else frozenset()), []).append(plan)
    laid_out = [
        LaidOut(tuple(group), assemble(bench, _without(book, spoilt)) if spoilt else assembled, exposures)
        for spoilt, group in groups.items()
    ]
    problems += [problem for each in laid_out for problem in each.assembled.problems]
    problems += [*exposures.problems, *(picture.problem for picture in mute)]
    for each in laid_out:
        if any(plan.name == PRINT for plan in each.plans):
            problems += page_faults(booklet, printer, each.pages)
    return laid_out, problems


def edition_parts(
    workshop: Workshop, order: Order, laid_out: LaidOut, plan: EditionPlan
) -> tuple[list[EditionPart], list[Problem]]:
    """The files of an edition, none of one that cannot be made, and what was found."""
    if plan.name == PRINT:
        return print_parts(workshop, order, laid_out, plan)
    if plan.name == CARD:
        return card_parts(workshop, order, laid_out)
    shown, problems = arranged(workshop, laid_out, plan)
    return [EditionPart(plan.name, shown, laid_out.assembled)] if shown else [], problems


def arranged(workshop: Workshop, laid_out: LaidOut, plan: EditionPlan) -> tuple[LaidOut | None, list[Problem]]:
    """The pages as the edition has them, one by one or laid on sheets; nothing where sheets have no room for them."""
    office = workshop.manuscript.office
    if plan.name != "office" or office is None:
        return laid_out, []
    booklet = workshop.manuscript.booklets[laid_out.pages.booklet]
    layout = workshop.designs.layouts[booklet.layout]
    desk = Desk(booklet, office, layout, Typesetter(workshop.shelf).compose)
    sheets, problems = lay_on_sheets(laid_out.pages, desk)
    if sheets is None:
        return None, problems
    return laid_out._replace(assembled=laid_out.assembled._replace(pages=sheets)), problems


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


def alike(workshop: Workshop, order: Order) -> list[list[EditionPlan]]:
    """The order's editions, those with the same stories and layout together: consents may differ by channel.

    The office edition is not among them if it is not known how the office prints.
    """
    manuscript = workshop.manuscript
    booklet, office = manuscript.booklets[order.booklet], manuscript.office
    groups: dict[tuple[str, ...], list[EditionPlan]] = {}  # by the layout and the stories
    for edition in order.editions:
        plan = PLANS[edition]
        if edition == "office":
            if office is None:
                continue
            plan = office_plan(office)
        elif edition == PRINT:
            plan = print_plan(workshop.printer(order))
        stories, _ = select_stories(manuscript, booklet, order.language, plan.channel)
        groups.setdefault((plan.layout, *(story.slug for story in stories)), []).append(plan)
    return list(groups.values())


class Painting(NamedTuple):
    """A file of an edition that is to be painted."""

    plan: EditionPlan
    part: EditionPart
    fonts: Mapping[Face, FontProgram]  # which files with the same pages share


def _paintings(workshop: Workshop, order: Order, laid_out: LaidOut, outbox: Outbox) -> list[Painting]:
    """Every file of every edition."""
    fonts = embed(laid_out.pages.pages)
    paintings = []
    for plan in laid_out.plans:
        made, found = edition_parts(workshop, order, laid_out, plan)
        outbox.problems += found
        for part in made:
            pages = part.shown.pages.pages
            paintings.append(Painting(plan, part, fonts if pages == laid_out.pages.pages else embed(pages)))
    return paintings


def _concerns(problem: Problem, order: Order) -> bool:
    """Whether a finding in the staff's files belongs into this order's report."""
    return problem.language in ("", order.language) and problem.booklet in ("", order.booklet)


def _unnamed(problem: Problem, workshop: Workshop) -> Problem:
    """The finding without the name of a photo's file, which may name a person and stays out of every output."""
    manuscript = workshop.manuscript
    photos = [story.photo for story in manuscript.stories] + [booklet.cover for booklet in manuscript.booklets.values()]
    message = problem.message
    for photo in photos:
        if photo and photo.where == problem.where:
            message = message.replace(f" “{photo.file}”", "")
    return replace(problem, message=message)


def _without(book: Book, spoilt: frozenset[str]) -> Book:
    """The book with the pictures in `spoilt` taken out."""

    def usable(photo: Photo | None) -> Photo | None:
        return None if photo is None or file_of(photo) in spoilt else photo

    stories = tuple(replace(story, photo=usable(story.photo)) for story in book.stories)
    return book._replace(stories=stories, booklet=replace(book.booklet, cover=usable(book.booklet.cover)))


def _inserted(
    manuscript: Manuscript, booklet: Booklet, stories: Iterable[Story], tag: str
) -> Iterable[tuple[str, str, Where]]:
    """What the pages take from neither a story's text nor the language's words: (field, text, place)."""
    places = manuscript.places
    for country in dict.fromkeys(story.country for story in stories):
        where = places.entries[country].where if country in places.entries else Where("content/places.yaml")
        yield f"{country}.names", places.name(country, tag), where
        yield f"{country}.note", places.note(country, tag), where
    yield "issue", booklet.issue, booklet.where
    for field, text in prose((booklet.contact or {}).get(tag)):
        yield f"contact.{field}", text, booklet.where


def _digest(language: Language, stories: Iterable[Story]) -> str:
    """Eight hex digits that change with any text of the booklet in this language, however its files are saved."""
    lines = [f"{key} {words}" for key, words in prose(language)]
    for story in stories:
        text = story.texts[language.tag]
        facts = (story.slug, text.name, story.country, story.returned, *story.support, text.quote.source)
        lines.append(" ".join([text_digest(text), *map(str, facts)]))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:SHORT_DIGEST]
