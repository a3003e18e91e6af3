"""Aids for those who write, check and print: how much may be written, how a language's type looks, how sheets fold.

They need no story: a language is known by its own words where it has any, else by its letters.
"""

from __future__ import annotations

from postcards.composition import Typesetter
from postcards.edition.embedding import embed
from postcards.edition.metadata import Imprint
from postcards.edition.office import Desk, lay_on_sheets, office_plan
from postcards.edition.painter import SHEET, paint
from postcards.edition.pdf import PdfSurface
from postcards.manuscript import Booklet, babel_locale, direction
from postcards.manuscript.tags import check_tag
from postcards.pages.bench import Bench, Tables
from postcards.pages.budget import Budget, budgets
from postcards.pages.coverage import prose
from postcards.pages.dummies import dummies
from postcards.pages.kept import kept_whole
from postcards.pages.page import Pages
from postcards.pages.specimen import specimen, specimen_rows
from postcards.problems import Problem, Severity, UsageError
from postcards.workshop import Workshop

#: Countries whose names a specimen shows: of stories, and with letters that few others have.
SHOWN_PLACES = ("ET", "IQ", "AF", "NP", "UA", "VN", "KG", "TR", "NO", "XK")

#: A text of so many words is a sentence and no label; so many names of countries are a text to measure by.
SENTENCE, ENOUGH_NAMES = 6, 100


def budgets_of(workshop: Workshop, layout: str, tag: str) -> list[Budget]:
    """How much each text of a story may be in a layout and a language; raises UsageError for an unknown language."""
    return list(budgets(_bench(workshop, layout, tag), _sample(workshop, tag)))


def specimen_of(workshop: Workshop, layout: str, tag: str, title: str) -> bytes:
    """A PDF of everything a language is set with in a layout; raises UsageError for an unknown language."""
    bench, manuscript = _bench(workshop, layout, tag), workshop.manuscript
    sample = _sample(workshop, tag)
    places = [manuscript.places.name(place, tag) for place in SHOWN_PLACES]
    sheets = specimen(bench, title, list(specimen_rows(bench, sample, places)))
    pages = Pages("specimen", tag, bench.direction, title, "", 0.0, sheets, ())
    issued = max(booklet.date for booklet in manuscript.booklets.values())
    surface = PdfSurface(
        pages,
        SHEET,
        workshop.designs.palette,
        embed(sheets),
        Imprint(title, "specimen", tag, bench.direction, issued),
    )
    paint(pages, SHEET, surface, lambda _photo, _shown: NotImplemented)
    return surface.finish()


def test_sheets_of(workshop: Workshop, booklet: Booklet, reading: str, count: int) -> tuple[bytes, list[Problem]]:
    """A PDF of sheets with `count` numbered dummy pages of the booklet's size, and what was found.

    It reads as `reading` says, from the left (ltr) or the right (rtl); empty where the paper has no room.
    """
    office = workshop.manuscript.office
    if office is None:
        return b"", []
    layout, compose = workshop.designs.layouts[booklet.layout], Typesetter(workshop.shelf).compose
    pages = dummies(count, reading, layout, compose)
    sheets, problems = lay_on_sheets(pages, Desk(booklet, office, layout, compose))
    if sheets is None:
        return b"", problems
    plan = office_plan(office)
    imprint = Imprint(pages.title, booklet.id, pages.language, reading, booklet.date)
    surface = PdfSurface(sheets, plan, workshop.designs.palette, embed(sheets.pages), imprint)
    paint(sheets, plan, surface, lambda _photo, _shown: NotImplemented)
    return surface.finish(), problems


def _bench(workshop: Workshop, layout: str, tag: str) -> Bench:
    language = workshop.manuscript.languages.get(tag)
    kept = kept_whole(language, workshop.manuscript.places, ()) if language else {}
    compose = Typesetter(workshop.shelf, kept).compose
    return Bench(
        workshop.designs.layouts[layout],
        workshop.designs.palette,
        workshop.shelf,
        compose,
        tag,
        direction(tag),
        Tables(),
    )


def _sample(workshop: Workshop, tag: str) -> str:
    """Running text of the language: its own sentences, or the names of countries where nobody has written any.

    Raises UsageError for a language of which neither is known.
    """
    language = workshop.manuscript.languages.get(tag)
    if language:
        return " ".join(words for _, words in prose(language) if len(words.split()) >= SENTENCE)
    faults = [fault for fault in check_tag(tag) if fault.severity is Severity.ERROR]
    names = [] if faults else [name for place, name in babel_locale(tag).territories.items() if place.isalpha()]
    if len(names) < ENOUGH_NAMES:
        raise UsageError(f"Nothing is known of how “{tag}” is written.", f"Write content/languages/{tag}.yaml first.")
    return " ".join(names)
