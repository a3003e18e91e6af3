"""Cards: one story at a time, to be sent to somebody who asked, as a small PDF and as pictures for a chat.

A card has the pages of the phone edition that are the story's, without their folios, and one more that says what it is.
Being sent about is a consent of its own; a card whose story may no longer be sent is taken away, for privacy, whatever
is built.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from msgspec.structs import replace

from postcards.composition import Typesetter
from postcards.edition.delivery import REJECTED, withdraw
from postcards.edition.outbox import Outbox
from postcards.edition.painter import CARD, PLANS
from postcards.edition.raster import pictures_of
from postcards.manuscript import Manuscript, Story, direction
from postcards.manuscript.selection import agreed
from postcards.pages import matter
from postcards.pages.assembly import Assembled
from postcards.pages.bench import Bench, Tables
from postcards.pages.fields import Book, heading
from postcards.pages.kept import kept_whole
from postcards.pages.makeup import make_all, make_up
from postcards.pages.misfits import lost_words
from postcards.pages.page import Item, Page, Text
from postcards.problems import Problem
from postcards.workshop import EditionPart, LaidOut, Order, Workshop

#: The folder that cards lie in, beside the booklet's other files.
CARDS = "cards"

#: How wide a card's pictures are, pixels: as a phone shows them, edge to edge.
PICTURE_WIDTH = 1080

#: What stands behind the booklet and the language in the name of a card's file, or of a picture of it.
OURS = re.compile(rf"{CARD}_(?P<slug>[a-z0-9-]+?)(?:-\d+\.png|\.pdf)(?:{re.escape(REJECTED)})?")


def card_parts(workshop: Workshop, order: Order, laid_out: LaidOut) -> tuple[list[EditionPart], list[Problem]]:
    """A file for every story of the pages, and what was found."""
    parts, problems = [], []
    stories = {story.slug: story for story in workshop.manuscript.stories}
    for slug in laid_out.pages.first_pages:
        card, found = _card(workshop, order, laid_out, stories[slug])
        problems += found
        parts.append(EditionPart(f"{CARDS}/{CARD}_{slug}", replace(laid_out, assembled=card), card))
    return parts, problems


def deliver_pictures(outbox: Outbox, name: str) -> None:
    """Write the pictures of the card called `name`, whose PDF has been delivered."""
    for number, picture in enumerate(pictures_of(outbox.path(name).read_bytes(), PICTURE_WIDTH), start=1):
        outbox.deliver_picture(f"{name}-{number}", picture)


def clear_away(outbox: Outbox, stories: Collection[str]) -> None:
    """Take away cards that are not of `stories`, and pictures of pages that theirs no longer have."""
    written = {part["file"] for part in outbox.beside.values()}
    pictured = {name.rpartition("-")[0] for name in outbox.beside}
    for path, slug in _cards_in(outbox.folder / CARDS):
        is_old_picture = path.suffix == ".png" and f"{CARDS}/{path.name}" not in written
        if slug not in stories or (is_old_picture and f"{CARDS}/{CARD}_{slug}" in pictured):
            withdraw(path)


def take_away(manuscript: Manuscript, out: Path, *, guards: bool = False) -> None:
    """Take away from the output folder all cards of people who do not, or no longer, agree to be sent about.

    Who guards last good files leaves the card of a story whose facts cannot be read, which may be half saved.
    """
    unreadable = {Path(problem.where.path).stem for problem in manuscript.problems if problem.is_error}
    faulty = {problem.story for problem in manuscript.problems if problem.is_error} if guards else set()
    half_saved = faulty - {story.slug for story in manuscript.stories}
    for folder in sorted(out.glob(f"*/*/{CARDS}")):
        tag, name = folder.parent.name, folder.parent.parent.name
        booklet = manuscript.booklets.get(name)
        if booklet is None and name in unreadable:
            continue  # nobody knows what it asks for; its other files stay as they are, too
        shown = agreed(manuscript, booklet, tag, PLANS[CARD].channel) if booklet else frozenset()
        for path, slug in _cards_in(folder):
            if slug not in shown and slug not in half_saved:
                withdraw(path)


def _cards_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """Every card file and picture of ours in a folder, with its story."""
    prefix = f"{folder.parent.parent.name}_{folder.parent.name}_"
    for path in sorted(folder.glob(f"{prefix}*")):
        if card := OURS.fullmatch(path.name.removeprefix(prefix)):
            yield path, card["slug"]


def _card(workshop: Workshop, order: Order, laid_out: LaidOut, story: Story) -> tuple[Assembled, list[Problem]]:
    manuscript, designs, tag = workshop.manuscript, workshop.designs, order.language
    design = designs.layouts[PLANS[CARD].layout]
    typesetter = Typesetter(workshop.shelf, kept_whole(manuscript.languages[tag], manuscript.places, (story,)))
    bench = Bench(design, designs.palette, workshop.shelf, typesetter.compose, tag, direction(tag), Tables())
    book = Book(manuscript.booklets[order.booklet], manuscript.languages[tag], manuscript.places, (story,), "")
    told = [page for page in laid_out.pages.pages if page.story == story.slug]
    face = design.matter.card or design.matter.prose
    closing = list(
        make_all(matter.card(book, designs.palette, story), 1, lambda left, number: make_up(bench, face, left, number))
    )
    pages = tuple(
        replace(page, number=number, folio="", items=_without_folio(page))
        for number, page in enumerate((*told, *(made.page for made in closing)), start=1)
    )
    title = heading(book, story.texts[tag])
    shown = replace(laid_out.pages, title=title, pages=pages, bookmarks=())
    problems = [problem for made in closing for problem in lost_words(book, made)]
    return Assembled(shown, {story.slug: laid_out.assembled.fits[story.slug]}, ()), problems


def _without_folio(page: Page) -> tuple[Item, ...]:
    """A card's pages are few, and the booklet's numbers would puzzle who gets it."""
    return tuple(item for item in page.items if not (isinstance(item, Text) and item.role == "folio"))
