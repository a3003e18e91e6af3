"""One booklet in one language, from the manuscript to finished files: the pipeline as a table of contents.

This is the one module that knows every stage. Findings are gathered on the way; what is wrong with one story leaves
that story out, what is wrong with an edition leaves the last good file as it was.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from postcards.composition import Face, FontShelf, Typesetter
from postcards.edition.delivery import REJECTED, CheckFile, Counted, deliver, deliver_written
from postcards.edition.embedding import FontProgram, embed
from postcards.edition.exposures import Exposures, expose, file_of
from postcards.edition.ink import ink_faults, page_inks
from postcards.edition.metadata import Imprint
from postcards.edition.painter import PLANS, Develop, EditionPlan, paint
from postcards.edition.pdf import PdfSurface
from postcards.edition.photos import PhotoCache
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
    hands: int = 1  # photos of one booklet that are made ready at a time


class Order(NamedTuple):
    """What is to be made: one booklet in one language, in some editions."""

    booklet: str  # id
    language: str  # BCP 47
    editions: tuple[str, ...]  # names in PLANS

    def file(self, out: Path, edition: str) -> Path:
        return self.folder(out) / f"{self.booklet}_{self.language}_{edition}.pdf"

    def folder(self, out: Path) -> Path:
        return out / self.booklet / self.language


class Produced(NamedTuple):
    """What came of an order."""

    order: Order
    pages: int
    files: Mapping[str, str]  # edition -> file name; only those that were delivered
    refused: tuple[str, ...]  # editions that our own check refused
    problems: tuple[Problem, ...]


class LaidOut(NamedTuple):
    """A booklet's pages, ready to paint in some editions."""

    plans: tuple[EditionPlan, ...]
    assembled: Assembled
    exposures: Exposures

    @property
    def pages(self) -> Pages:
        return self.assembled.pages


def produce(workshop: Workshop, order: Order, out: Path, tell: Tell) -> Produced:
    """Make all editions of an order and its report."""
    booklet = workshop.manuscript.booklets[order.booklet]
    problems = [problem for problem in workshop.manuscript.problems if _concerns(problem, order)]
    files: dict[str, str] = {}
    refused: list[str] = []
    parts: dict[str, dict[str, Any]] = {}
    pages = 0
    for plans in alike(workshop, order):
        tell("laying out")
        laid_out, found = lay_out(workshop, order, plans)
        problems += found
        for plan, each, fonts in _paintings(laid_out):
            pages = len(each.pages.pages)
            tell(f"painting {plan.name}")
            surface = paint_edition(workshop, each, plan, fonts)
            path = order.file(out, plan.name)
            tell(f"writing {plan.name}")
            inspection = Inspection(each.pages, plan, path.name)
            written, faults = _hand_over(path, surface, inspection)
            problems += [found.about(booklet=booklet.id, language=order.language) for found in inspection.problems]
            if faults:
                refused.append(plan.name)
                problems.append(_refusal(path, booklet, faults).about(booklet=booklet.id, language=order.language))
            else:
                files[plan.name] = path.name
                inks = _inks(workshop, each, plan)
                parts[plan.name] = edition_report(written, each.assembled, path.name, inks)
                if plan.intent:
                    problems += ink_faults(each.pages, inks, plan.intent, booklet.where)
    found = sorted(set(problems), key=sort_key)
    kept = report(booklet, order.language, parts, [_unnamed(problem, workshop) for problem in found])
    deliver(order.folder(out) / "report.json", kept, lambda _: [])
    return Produced(order, pages, files, tuple(refused), tuple(found))


def lay_out(workshop: Workshop, order: Order, plans: Iterable[EditionPlan]) -> tuple[list[LaidOut], list[Problem]]:
    """The order's pages and photos for editions with the same stories, and what was found.

    Nothing if no story is left, or if a word of the booklet's own cannot be set. A photo that cannot be used in an
    edition is an error, and its story gets a face without a picture there; editions with the same photos share pages.
    """
    plans = tuple(plans)
    manuscript, tag = workshop.manuscript, order.language
    booklet, language = manuscript.booklets[order.booklet], manuscript.languages[tag]
    typesetter = Typesetter(workshop.shelf)
    stories, selection = select_stories(manuscript, booklet, tag, plans[0].name)
    unset = [
        *check_words(typesetter.missing, language),
        *check_inserted(typesetter.missing, _inserted(manuscript, booklet, stories, tag), tag),
    ]
    unshown = {story.slug: check_story(typesetter.missing, story, tag) for story in stories}
    problems = [*selection, *unset, *(problem for found in unshown.values() for problem in found)]
    kept = tuple(story for story in stories if not unshown[story.slug])
    if unset or not kept:
        return [], problems
    design, palette = workshop.designs.layouts[booklet.layout], workshop.designs.palette
    bench = Bench(design, palette, workshop.shelf, typesetter.compose, tag, direction(tag))
    book = Book(booklet, language, manuscript.places, kept, _digest(language, kept))
    assembled = assemble(bench, book)
    exposures = expose(assembled.pages, plans, workshop.project.root, workshop.cache, workshop.hands)
    groups: dict[frozenset[str], list[EditionPlan]] = {}
    for plan in plans:
        groups.setdefault(exposures.spoilt[plan.name], []).append(plan)
    laid_out = [
        LaidOut(tuple(group), assemble(bench, _without(book, spoilt)) if spoilt else assembled, exposures)
        for spoilt, group in groups.items()
    ]
    found = [problem for each in laid_out for problem in each.assembled.problems]
    return laid_out, [*problems, *found, *exposures.problems]


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


def _hand_over(path: Path, surface: PdfSurface, check: CheckFile) -> tuple[Counted, list[str]]:
    """Write a painted edition to `path`: what has been written, and what is wrong with it."""
    written = Counted()
    return written, deliver_written(path, lambda file: surface.write(written.into(file)), check)


def _inks(workshop: Workshop, laid_out: LaidOut, plan: EditionPlan) -> dict[int, float]:
    """The most ink of each page, by number; nothing for a screen."""
    palette = workshop.designs.palette
    return page_inks(laid_out.pages, plan, palette, _develop(laid_out, plan)) if plan.intent else {}


def _develop(laid_out: LaidOut, plan: EditionPlan) -> Develop:
    return lambda photo, shown: laid_out.exposures.develop(photo, shown, plan.name)


def alike(workshop: Workshop, order: Order) -> list[list[EditionPlan]]:
    """The order's editions, those with the same stories together: consents may differ by channel."""
    booklet = workshop.manuscript.booklets[order.booklet]
    groups: dict[tuple[str, ...], list[EditionPlan]] = {}
    for edition in order.editions:
        stories, _ = select_stories(workshop.manuscript, booklet, order.language, edition)
        groups.setdefault(tuple(story.slug for story in stories), []).append(PLANS[edition])
    return list(groups.values())


def _paintings(laid_out: Iterable[LaidOut]) -> Iterator[tuple[EditionPlan, LaidOut, Mapping[Face, FontProgram]]]:
    """Every edition, its pages and their fonts, which editions with the same pages share."""
    for each in laid_out:
        fonts = embed(each.pages.pages)
        for plan in each.plans:
            yield plan, each, fonts


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


def _refusal(path: Path, booklet: Booklet, faults: list[str]) -> Problem:
    message = f"Our own check refused {path.name}: {'; '.join(faults)}."
    remedy = f"The last good file was left as it was. Please send us {path.name}{REJECTED}: it is our fault."
    return Problem("edition.rejected", message, remedy, booklet.where)
