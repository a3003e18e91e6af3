"""What a print shop asks for, held against a booklet, and the files that the shop is handed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Typesetter
from postcards.edition.delivery import withdraw
from postcards.edition.embedding import embed
from postcards.edition.exposures import expose
from postcards.edition.handover import COVER, PRINT, Part, parts_of, spine_width, with_marks
from postcards.edition.intent import ProfileError
from postcards.edition.metadata import Imprint
from postcards.edition.outbox import Outbox
from postcards.edition.painter import PLANS, SHEET, EditionPlan, paint
from postcards.edition.pdf import PdfSurface
from postcards.edition.preflight import check_file
from postcards.edition.presses import press_of
from postcards.manuscript import Booklet
from postcards.manuscript.language import language_name
from postcards.manuscript.printers import COVER_PAGES, Printer
from postcards.pages.colours import Palette
from postcards.pages.coverage import check_inserted
from postcards.pages.job import Job, JobFile, Row, job_ticket, ticket_text
from postcards.pages.job_sheet import job_sheets
from postcards.pages.job_words import WORDS
from postcards.pages.layout import Designs
from postcards.pages.page import Pages
from postcards.pages.reach import short_of
from postcards.problems import Problem, Where
from postcards.workshop import EditionPart, LaidOut, Order, Workshop

#: What the job ticket's file is called.
TICKET = "job-ticket"

#: A booklet that nothing holds together.
LOOSE = "loose"


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


def print_plan(printer: Printer) -> EditionPlan:
    """What the print edition is like for a print shop; raises ProfileError where its ICC profile cannot be used."""
    press = press_of(printer)
    return replace(PLANS[PRINT], standard=press.standard, intent=press.intent)


def print_parts(
    workshop: Workshop, order: Order, laid_out: LaidOut, plan: EditionPlan
) -> tuple[list[EditionPart], list[Problem]]:
    """The files of the print edition, and what was found.

    There are none where the print shop cannot bind so many pages, which has been told, and where a photo is too coarse
    for a cover's spread, on which it may be larger than on its page.
    """
    booklet, printer = workshop.manuscript.booklets[order.booklet], workshop.printer(order)
    if page_faults(booklet, printer, laid_out.pages):
        return [], []
    parts = []
    for part in sheets_for(laid_out.pages, booklet, printer, workshop.typesetter(printer.language)):
        exposures = laid_out.exposures
        if part.name != PRINT:
            exposures = expose(part.pages, (plan,), workshop.lab)
        if exposures.spoilt[plan.name] and part.name != PRINT:
            return [], list(exposures.problems)
        shown = LaidOut((plan,), replace(laid_out.assembled, pages=part.pages), exposures)
        parts.append(EditionPart(part.name, shown, shown.assembled))
    return parts, []


def sheets_for(pages: Pages, booklet: Booklet, printer: Printer, typesetter: Typesetter) -> tuple[Part, ...]:
    """The pages of each file, with what the print shop wants around them."""
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
    return spine_width(booklet, len(pages.pages) - COVER_PAGES, printer)


def _profile_faults(printer: Printer) -> Iterator[Problem]:
    try:
        press_of(printer)
    except ProfileError as fault:
        where: Where = printer.places.get("intent.profile", printer.where)
        yield Problem(fault.code, fault.message, fault.remedy, where, field="intent.profile")


class Ticket(Struct):
    """A booklet's job ticket: its pages, its PDF ready to be written, and the same as plain text."""

    pages: Pages
    surface: PdfSurface
    text: str


def lay_out_ticket(
    workshop: Workshop, order: Order, pages: Pages, printed: Iterable[Mapping[str, Any]]
) -> tuple[Ticket | None, list[Problem]]:
    """The job ticket, and what was found; none where it has letters of which no font of ours has a picture."""
    job = job_of(workshop, order, pages, printed)
    typesetter = workshop.typesetter(job.printer.language)
    if faults := _ticket_faults(job, typesetter):
        return None, faults
    return _ticket(job, workshop.designs.palette, typesetter), []


def job_of(workshop: Workshop, order: Order, pages: Pages, printed: Iterable[Mapping[str, Any]]) -> Job:
    """What the job ticket tells of a booklet's pages; `printed` is what the report says of the files handed over."""
    booklet, printer = workshop.manuscript.booklets[order.booklet], workshop.printer(order)
    handed = tuple(JobFile(part["file"], part["pages"], part["bytes"], part["sha256"]) for part in printed)
    language = workshop.manuscript.languages[order.language]
    return Job(booklet, language, printer, pages, spine_of(pages, booklet, printer), handed)


def _ticket_faults(job: Job, typesetter: Typesetter) -> list[Problem]:
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


def _ticket(job: Job, palette: Palette, typesetter: Typesetter) -> Ticket:
    ticket = job_ticket(job)
    office, title = ticket.office, f"{ticket.heading}: {job.booklet.id}, {job.language.tag}"
    sheets = job_sheets(ticket, job, palette.default_accent, typesetter.compose)
    pages = Pages("job-ticket", office, "ltr", title, job.booklet.issue, 0.0, sheets, ())
    imprint = Imprint(title, f"{job.booklet.id} {job.booklet.issue}", office, "ltr", job.booklet.date)
    surface = PdfSurface(pages, SHEET, palette, embed(sheets), imprint)
    paint(pages, SHEET, surface, lambda _photo, _shown: NotImplemented)
    return Ticket(pages, surface, ticket_text(ticket))


def deliver_ticket(workshop: Workshop, order: Order, ticket: Ticket | None, outbox: Outbox) -> None:
    """Write the job ticket, where there is one, and take away a cover that no longer belongs to it."""
    if not workshop.printer(order).has_own_cover:
        withdraw(outbox.path(COVER))
    if ticket:
        pages = ticket.pages
        outbox.deliver_beside(TICKET, ticket.surface.write, lambda file, _: check_file(file, pages, 0.0), ticket.text)
