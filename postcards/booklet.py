"""One booklet in one language, from the manuscript to finished files: the pipeline as a table of contents.

This is the one module that knows every stage. Findings are gathered on the way; what is wrong with one story leaves
that story out, what is wrong with an edition leaves the last good file as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from postcards.composition import Face, FontShelf, Typesetter
from postcards.edition.delivery import REJECTED, deliver
from postcards.edition.embedding import FontProgram, embed
from postcards.edition.exposures import Exposures, expose, file_of
from postcards.edition.office import Desk, lay_on_sheets, office_plan
from postcards.edition.painter import PLANS, EditionPlan, paint
from postcards.edition.pdf import Imprint, PdfSurface
from postcards.edition.photos import PhotoCache
from postcards.edition.preflight import check_file
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
from postcards.pages.assembly import Assembled, assemble
from postcards.pages.bench import Bench
from postcards.pages.coverage import check_inserted, check_story, check_words, prose
from postcards.pages.designs import Designs
from postcards.pages.fields import Book
from postcards.pages.page import Pages
from postcards.problems import Problem, Where, sort_key
from postcards.project import Project
from postcards.report import edition_report, report

#: Says what is being done: a few words for the person who waits.
Tell = Callable[[str], None]

#: What was made, how it fitted and what was found, beside the files.
REPORT = "report.json"

#: Hex digits of the content digest in the colophon: enough to tell two issues apart by telephone.
SHORT_DIGEST = 8


@dataclass(frozen=True)
class Workshop:
    """Everything that all booklets of a project are made from, read once."""

    project: Project
    manuscript: Manuscript
    designs: Designs
    shelf: FontShelf
    cache: PhotoCache


class Order(NamedTuple):
    """What is to be made: one booklet in one language, in some editions."""

    booklet: str  # id
    language: str  # BCP 47
    editions: tuple[str, ...]  # names in PLANS

    def file(self, out: Path, edition: str) -> Path:
        return self.folder(out) / f"{self.booklet}_{self.language}_{edition}.pdf"

    def folder(self, out: Path) -> Path:
        return out / self.booklet / self.language


class Made(NamedTuple):
    """What came of making an order's editions."""

    order: Order
    pages: int
    editions: Mapping[str, Mapping[str, Any]]  # name -> what the report says of its file; only those delivered
    refused: tuple[str, ...]  # editions that our own check refused
    found: tuple[Problem, ...]  # on the way


class Produced(NamedTuple):
    """An order with its report."""

    order: Order
    pages: int
    files: Mapping[str, str]  # edition -> its file, from the output folder; only those that were delivered
    refused: tuple[str, ...]  # editions that our own check refused
    problems: tuple[Problem, ...]  # all that concern the order
    outputs: Mapping[str, str]  # every file, from the output folder -> SHA-256, hexadecimal


class LaidOut(NamedTuple):
    """A booklet's pages, ready to paint."""

    assembled: Assembled
    exposures: Exposures

    @property
    def pages(self) -> Pages:
        return self.assembled.pages


def make(workshop: Workshop, order: Order, out: Path, tell: Tell) -> Made:
    """Make all editions of an order."""
    booklet = workshop.manuscript.booklets[order.booklet]
    problems: list[Problem] = []
    refused: list[str] = []
    editions: dict[str, Mapping[str, Any]] = {}
    pages = 0
    for plans in alike(workshop, order):
        tell("laying out")
        laid_out, found = lay_out(workshop, order, plans)
        problems += found
        if laid_out is None:
            continue
        pages = len(laid_out.pages.pages)
        fonts = embed(laid_out.pages.pages)
        for plan in plans:
            tell(f"painting {plan.name}")
            shown, found = arranged(workshop, laid_out, plan)
            problems += found
            if shown is None:
                continue
            content = paint_edition(workshop, shown, plan, fonts if shown is laid_out else embed(shown.pages.pages))
            path = order.file(out, plan.name)
            tell(f"checking {plan.name}")
            faults = deliver(path, content, _check(shown.pages, plan))
            if faults:
                refused.append(plan.name)
                problems.append(_refusal(path, booklet, faults).about(booklet=booklet.id, language=order.language))
            else:
                editions[plan.name] = edition_report(content, laid_out.assembled, path.name)
    return Made(order, pages, editions, tuple(refused), tuple(problems))


def hand_in(workshop: Workshop, made: Made, out: Path) -> Produced:
    """Write the order's report, unless it is there: what was made, and everything that was found."""
    order, manuscript = made.order, workshop.manuscript
    concerning = [problem for problem in manuscript.problems if _concerns(problem, order)]
    found = tuple(sorted({*made.found, *concerning}, key=sort_key))
    booklet = manuscript.booklets[order.booklet]
    content = report(booklet, order.language, made.editions, [_unnamed(problem, workshop) for problem in found])
    path = order.folder(out) / REPORT
    if not path.is_file() or path.read_bytes() != content:
        deliver(path, content, lambda _: [])
    folder = order.folder(Path())
    files = {name: (folder / part["file"]).as_posix() for name, part in made.editions.items()}
    outputs = {files[name]: part["sha256"] for name, part in made.editions.items()}
    outputs[(folder / REPORT).as_posix()] = hashlib.sha256(content).hexdigest()
    return Produced(order, made.pages, files, made.refused, found, outputs)


def lay_out(workshop: Workshop, order: Order, plans: Iterable[EditionPlan]) -> tuple[LaidOut | None, list[Problem]]:
    """The order's pages and photos for editions with the same stories, and what was found.

    Nothing if no story is left, or if a word of the booklet's own cannot be set. A photo that cannot be used is an
    error, and its story gets a face without a picture.
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
        return None, problems
    design, palette = workshop.designs.layouts[booklet.layout], workshop.designs.palette
    bench = Bench(design, palette, workshop.shelf, typesetter.compose, tag, direction(tag))
    book = Book(booklet, language, manuscript.places, kept, _digest(language, kept))
    assembled = assemble(bench, book)
    exposures = expose(assembled.pages, plans, workshop.project.root, workshop.cache)
    if exposures.spoilt:
        assembled = assemble(bench, _without(book, exposures.spoilt))
    return LaidOut(assembled, exposures), [*problems, *assembled.problems, *exposures.problems]


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


def paint_edition(workshop: Workshop, laid_out: LaidOut, plan: EditionPlan, fonts: Mapping[Face, FontProgram]) -> bytes:
    """The bytes of one edition; `fonts` is what `embed` made of the pages."""
    pages = laid_out.pages
    booklet = workshop.manuscript.booklets[pages.booklet]
    imprint = Imprint(pages.title, f"{booklet.id} {booklet.issue}", pages.language, pages.direction, booklet.date)
    surface = PdfSurface(pages, plan, workshop.designs.palette, fonts, imprint)
    paint(pages, plan, surface, lambda photo, shown: laid_out.exposures.develop(photo, shown, plan.ppi))
    return surface.finish()


def alike(workshop: Workshop, order: Order) -> list[list[EditionPlan]]:
    """The order's editions, those with the same stories together: consents may differ by channel.

    The office edition is not among them if it is not known how the office prints.
    """
    manuscript = workshop.manuscript
    booklet, office = manuscript.booklets[order.booklet], manuscript.office
    groups: dict[tuple[str, ...], list[EditionPlan]] = {}
    for edition in order.editions:
        plan = PLANS[edition]
        if edition == "office":
            if office is None:
                continue
            plan = office_plan(office)
        stories, _ = select_stories(manuscript, booklet, order.language, plan.channel)
        groups.setdefault(tuple(story.slug for story in stories), []).append(plan)
    return list(groups.values())


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


def _check(pages: Pages, plan: EditionPlan) -> Callable[[bytes], list[str]]:
    return lambda written: check_file(written, pages, pages.bleed if plan.bleeds else 0.0)


def _refusal(path: Path, booklet: Booklet, faults: list[str]) -> Problem:
    message = f"Our own check refused {path.name}: {'; '.join(faults)}."
    remedy = f"The last good file was left as it was. Please send us {path.name}{REJECTED}: it is our fault."
    return Problem("edition.rejected", message, remedy, booklet.where)
