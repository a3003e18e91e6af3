"""What a print shop asks for, held against a booklet, and the files that the shop is handed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from postcards.composition import Typesetter
from postcards.edition.embedding import embed
from postcards.edition.handover import Part, parts_of, spine_width, with_marks
from postcards.edition.intent import ProfileError
from postcards.edition.painter import PLANS, paint
from postcards.edition.pdf import Imprint, PdfSurface
from postcards.edition.presses import press_of
from postcards.manuscript import Booklet
from postcards.manuscript.language import language_name
from postcards.manuscript.printers import ANY_PRINTER, COVER_PAGES, STANDARD, Printer
from postcards.pages.coverage import check_inserted
from postcards.pages.designs import Designs
from postcards.pages.job import Job, Row, job_ticket, ticket_text
from postcards.pages.job_sheet import job_sheets
from postcards.pages.job_words import WORDS
from postcards.pages.layout import Palette
from postcards.pages.page import Pages
from postcards.pages.reach import short_of
from postcards.problems import Problem, Where

#: What the job ticket's file is called.
TICKET = "job-ticket"

#: A booklet that nothing holds together.
LOOSE = "loose"


def printer_of(printers: Mapping[str, Printer], name: str) -> Printer:
    """The print shop called `name`; any one, where that cannot be used."""
    return printers.get(name or STANDARD, ANY_PRINTER)


def printer_faults(printers: Mapping[str, Printer], name: str, booklet: Booklet, designs: Designs) -> list[Problem]:
    """Why the print edition of `booklet` cannot be made for the print shop called `name`; nothing if it can."""
    where = booklet.marks.get("printer", booklet.where)
    printer = printers.get(name)
    if printer is None:
        message = f"There is no usable printer “{name}”; the print edition is not made."
        remedy = f"Take one of: {', '.join(sorted(printers))}."
        return [Problem("booklet.unknown-printer", message, remedy, where, field="printer", booklet=booklet.id)]
    faults = [*_profile_faults(printer), *short_of(designs.edges[booklet.layout], printer.bleed_points)]
    if printer.has_own_cover and booklet.binding == LOOSE:
        message = f"Printer “{name}” prints covers as one spread, and loose leaves have none."
        place = booklet.marks.get("binding", booklet.where)
        faults.append(
            Problem("printer.cover", message, "Choose another binding, or a printer with cover: same-file.", place)
        )
    return [fault.about(booklet=booklet.id) for fault in faults]


def page_faults(booklet: Booklet, printer: Printer, pages: Pages) -> list[Problem]:
    """Why the print shop cannot bind so many pages; nothing if it can."""
    count = len(pages.pages) - (COVER_PAGES if printer.has_own_cover else 0)
    if printer.most_pages is None or count <= printer.most_pages:
        return []
    message = (
        f"There are {count} inside pages; printer “{printer.id}” binds {printer.most_pages} at most. "
        "The print edition is not made."
    )
    remedy = "Take fewer stories, the layout “single”, another binding or another printer."
    where = booklet.marks.get("binding", booklet.where)
    return [Problem("printer.too-many-pages", message, remedy, where, booklet=booklet.id, language=pages.language)]


def print_parts(pages: Pages, booklet: Booklet, printer: Printer, typesetter: Typesetter) -> tuple[Part, ...]:
    """The files of the print edition, with what the print shop wants around its pages."""
    parts = parts_of(pages, printer, spine_of(pages, booklet, printer))
    if printer.marks == "none":
        return parts

    def slug(sheet: str) -> list[str]:
        said = {
            "booklet": booklet.id,
            "language": language_name(pages.language, printer.language),
            "tag": pages.language,
            "page": sheet,
            "count": len(pages.pages),
            "issue": booklet.issue,
            "date": booklet.date.isoformat(),
        }
        return [line.format(**said) for line in WORDS[printer.language].slug]

    return tuple(with_marks(part, typesetter.compose, printer.language, slug) for part in parts)


def spine_of(pages: Pages, booklet: Booklet, printer: Printer) -> float:
    """How wide the spine of a cover in its own file is, points."""
    return spine_width(booklet.binding, booklet.paper, len(pages.pages) - COVER_PAGES, printer)


def _profile_faults(printer: Printer) -> Iterator[Problem]:
    try:
        press_of(printer)
    except ProfileError as fault:
        where: Where = printer.places.get("intent.profile", printer.where)
        yield Problem(fault.code, fault.message, fault.remedy, where, field="intent.profile")


def ticket_faults(job: Job, typesetter: Typesetter) -> list[Problem]:
    """Letters of the job ticket that no font of ours has; it is not made with holes."""
    ticket = job_ticket(job)
    rows = (
        ticket.title,
        Row("name", ticket.byline, ticket.office),
        *(row for group in ticket.groups for row in group.rows),
    )
    found = [
        problem.about(booklet=job.booklet.id)
        for row in rows
        for problem in check_inserted(typesetter.missing, [(row.label, row.text, job.booklet.where)], row.language)
    ]
    return [replace(problem, field="", language=job.language.tag) for problem in found]


def ticket_files(job: Job, palette: Palette, typesetter: Typesetter) -> tuple[Pages, bytes, str]:
    """The job ticket: its pages, its PDF, and the same as plain text."""
    ticket = job_ticket(job)
    office, title = ticket.office, f"{ticket.heading}: {job.booklet.id}, {job.language.tag}"
    sheets = job_sheets(ticket, job, palette.default_accent, typesetter.compose)
    pages = Pages("job-ticket", office, "ltr", title, job.booklet.issue, 0.0, sheets, ())
    imprint = Imprint(title, f"{job.booklet.id} {job.booklet.issue}", office, "ltr", job.booklet.date)
    surface = PdfSurface(pages, PLANS["screen"], palette, embed(sheets), imprint)
    paint(pages, PLANS["screen"], surface, lambda _photo, _shown: NotImplemented)
    return pages, surface.finish(), ticket_text(ticket)
