"""What one file of an edition is made of, by name and digest: `report.json` tells it, so that it can be made again.

Names are those of `inputs.py`, restricted to what has a part in the file: its stories, its fonts, its layout. They are
found out when the file is painted; digests are looked up when the report is written, so that a file that was kept
tells the same as one that was made. A picture is named after its story, since its file's name may name a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from postcards.composition import Face
from postcards.edition.exposures import file_of
from postcards.edition.handover import COVER, PRINT
from postcards.edition.painter import PLANS, EditionPlan
from postcards.inputs import MOMENT, OUR_PRINTERS, PICTURE, PROFILES, PROGRAM, Stock, digest_of
from postcards.manuscript import Booklet, Manuscript
from postcards.manuscript.places import NOTE_FALLBACK
from postcards.manuscript.printers import Printer
from postcards.pages.page import Page, Picture, Placed
from postcards.workshop import EditionPart, Order, Workshop


def named(workshop: Workshop, order: Order, plan: EditionPlan, part: EditionPart, fonts: Iterable[Face]) -> list[str]:
    """What the file that `part` is painted to is made of; `fonts` are the faces embedded in it."""
    manuscript = workshop.manuscript
    booklet = manuscript.booklets[order.booklet]
    pages = list(_all_pages(part.shown.pages.pages))
    told = {page.story for page in pages}
    shown = {file_of(item.photo) for page in pages for item in page.items if isinstance(item, Picture)}
    files = [f"content/booklets/{booklet.id}.yaml", "content/places.yaml"]
    files += (f"content/languages/{tag}.yaml" for tag in {order.language, NOTE_FALLBACK} & {*manuscript.languages})
    for story in manuscript.stories:
        if story.slug in told:
            files += (f"{story.folder}/story.yaml", f"{story.folder}/{order.language}.yaml")
    files += (name for name, file in _pictures(manuscript, booklet).items() if file in shown)
    files += (f"layouts/{plan.layout or booklet.layout}.yaml", "layouts/palette.yaml")
    files += ("fonts/fonts.yaml", *(f"fonts/{face.path.name}" for face in fonts))
    if plan.name == PLANS["office"].name:
        files.append("content/office.yaml")
    files += _of_printer(workshop.printer(order), workshop, plan)
    return sorted({*files, PROGRAM, MOMENT})


def with_digests(
    editions: Mapping[str, Mapping[str, Any]], workshop: Workshop, order: Order, stock: Stock
) -> dict[str, dict[str, Any]]:
    """What the report says of each edition, with the digest that each of its inputs has now."""
    return {
        name: {**part, "inputs": digests(part["inputs"], workshop, order, stock)} for name, part in editions.items()
    }


def digests(names: Iterable[str], workshop: Workshop, order: Order, stock: Stock) -> dict[str, str]:
    """Each of `names` with the digest that it has now; left out is what is not there."""
    manuscript = workshop.manuscript
    booklet = manuscript.booklets.get(order.booklet)
    pictures = _pictures(manuscript, booklet)
    known = {PROGRAM: stock.modules, MOMENT: stock.digests[MOMENT]}
    found = {
        name: known[name] if name in known else digest_of(workshop.project, stock, pictures.get(name, name))
        for name in names
    }
    return {name: digest for name, digest in found.items() if digest}


def _all_pages(pages: Iterable[Page]) -> Iterator[Page]:
    """Pages, and those that lie on them."""
    for page in pages:
        yield page
        yield from _all_pages(item.page for item in page.items if isinstance(item, Placed))


def _pictures(manuscript: Manuscript, booklet: Booklet | None) -> Mapping[str, str]:
    """The file of every picture that the booklet may show, by the name that it has here."""
    photos = {story.folder: story.photo for story in manuscript.stories}
    if booklet:
        photos[f"content/booklets/{booklet.id}"] = booklet.cover
    return {f"{folder}/{PICTURE}": file_of(photo) for folder, photo in photos.items() if photo}


def _of_printer(printer: Printer, workshop: Workshop, plan: EditionPlan) -> Iterator[str]:
    """The print shop's file, which says all editions' bleed and number of pages, and the profile of its press."""
    if not printer.folder:
        return
    own = Path(printer.folder) == workshop.project.layouts.resolve() / "printers"
    home = "layouts/printers" if own else OUR_PRINTERS
    yield f"{home}/{printer.id}.yaml"
    if plan.name in (PRINT, COVER):
        profile = printer.intent.profile
        beside = (Path(printer.folder) / profile).is_file()
        yield f"{home}/{profile}" if beside else f"{PROFILES}/{profile}"
