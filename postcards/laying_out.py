"""A booklet's stories, laid out: the pages and photos of its editions, before anything is painted."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from msgspec import msgpack
from msgspec.structs import replace

from postcards.cards import card_parts
from postcards.edition.exposures import expose, file_of
from postcards.edition.handover import PRINT
from postcards.edition.memory import Memory
from postcards.edition.office import Desk, lay_on_sheets, office_plan
from postcards.edition.painter import CARD, PLANS, EditionPlan
from postcards.edition.spoken import mute_pictures
from postcards.manuscript import (
    Booklet,
    Manuscript,
    Photo,
    Story,
    direction,
    select_stories,
)
from postcards.pages.assembly import assemble
from postcards.pages.bench import Bench, Tables
from postcards.pages.coverage import check_inserted, check_story, check_words, prose
from postcards.pages.fields import Book, content_digest
from postcards.pages.kept import kept_whole
from postcards.pages.remembered import Recollection
from postcards.printing import page_faults, print_parts, print_plan
from postcards.problems import Problem, Where
from postcards.workshop import EditionPart, LaidOut, Order, Workshop


def lay_out(workshop: Workshop, order: Order, plans: Iterable[EditionPlan]) -> tuple[list[LaidOut], list[Problem]]:
    """The order's pages and photos for editions with the same stories and layout, and what was found.

    Nothing if no story is left, or if a word of the booklet's own cannot be set. A photo that cannot be used in an
    edition is an error, and its story gets a face without a picture there, and so does one of which an edition that is
    read aloud could say nothing; editions with the same photos share pages.
    """
    plans = tuple(plans)
    manuscript, tag = workshop.manuscript, order.language
    booklet, language = manuscript.booklets[order.booklet], manuscript.languages[tag]
    stories, selection = select_stories(manuscript, booklet, tag, plans[0].channel)
    whole = kept_whole(language, manuscript.places, stories)
    typesetter = workshop.typesetter(tag, whole)
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
    layout = plans[0].layout or booklet.layout
    design = workshop.designs.layouts[layout].bleeding(printer.bleed)
    bench = Bench(design, workshop.designs.palette, workshop.shelf, typesetter.compose, tag, direction(tag), Tables())
    book = Book(booklet, language, manuscript.places, kept, content_digest(language, kept), printer)
    memory = Memory(workshop.cache, sha256(f"{order.booklet} {tag} {layout}".encode()).hexdigest())
    ground = (workshop.ground, design.bleed_points, {language: kept.words for language, kept in whole.items()})
    recollection = Recollection(memory, sha256(msgpack.encode(ground)).digest(), workshop.shelf)
    assembled = assemble(bench, book, recollection if workshop.ground else None)
    memory.save()
    exposures = expose(assembled.pages, plans, workshop.lab)
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
    desk = Desk(booklet, office, layout, workshop.typesetter(office.language).compose)
    sheets, problems = lay_on_sheets(laid_out.pages, desk)
    if sheets is None:
        return None, problems
    return replace(laid_out, assembled=replace(laid_out.assembled, pages=sheets)), problems


def _without(book: Book, spoilt: frozenset[str]) -> Book:
    """The book with the pictures in `spoilt` taken out."""

    def usable(photo: Photo | None) -> Photo | None:
        return None if photo is None or file_of(photo) in spoilt else photo

    stories = tuple(replace(story, photo=usable(story.photo)) for story in book.stories)
    return replace(book, stories=stories, booklet=replace(book.booklet, cover=usable(book.booklet.cover)))


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
