"""The job ticket: everything a print shop must know of a booklet before it prints, in groups of rows.

One value, from which the sheet (`job_sheet.py`) and the text beside it are made, so that they cannot differ. What the
office has not said is a row to fill in by hand. The contact is an office, never a person.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from postcards.composition import orthography
from postcards.geometry import MM, Size
from postcards.manuscript import Booklet, Contact, Language
from postcards.manuscript.language import language_name, script_name
from postcards.manuscript.printers import COVER_PAGES, STANDARD, Printer
from postcards.pages.job_words import WORDS, JobWords
from postcards.pages.page import Pages

#: Bytes of a kilobyte as file managers count it.
KILOBYTE = 1000

#: Width of the column of labels in the text, characters.
LABELS = 16

#: Signs that steer direction and show nothing; a plain text does without.
STEERING = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069\u200e\u200f"))


class JobFile(Struct, frozen=True):
    """A file that the print shop gets."""

    name: str
    pages: int
    size: int  # bytes
    digest: str  # SHA-256, hexadecimal


class Job(Struct, frozen=True):
    """What is to be printed, by whom, and how."""

    booklet: Booklet
    language: Language
    printer: Printer
    pages: Pages  # the booklet's, cover and inside
    spine: float  # of a cover in its own file, points
    files: tuple[JobFile, ...]

    @property
    def trim(self) -> Size:
        return self.pages.pages[0].trim

    @property
    def extent(self) -> int:
        """How many pages there are, the cover's included."""
        return len(self.pages.pages)

    @property
    def contact(self) -> tuple[str, Contact] | None:
        """Where to ask, and the language it is written in: the print shop's if it can be, else English, else any."""
        contacts = self.booklet.contact or {}
        wanted = (self.printer.language, "en", self.language.tag, *contacts)
        return next(((tag, contacts[tag]) for tag in wanted if tag in contacts), None)


class Row(Struct, frozen=True):
    """One line of the ticket; without a text, a line to write on."""

    label: str
    text: str
    language: str  # of the text, BCP 47


class Group(Struct, frozen=True):
    """Rows that belong together."""

    heading: str
    rows: tuple[Row, ...]


class Ticket(Struct, frozen=True):
    """The whole ticket."""

    office: str  # the language it is written in
    heading: str
    title: Row
    byline: str
    bound: str  # which side is bound, to be seen first
    opens: str  # the same in a sentence
    groups: tuple[Group, ...]


def job_ticket(job: Job) -> Ticket:
    """The ticket of a job, in the language its print shop is written to."""
    office = job.printer.language
    words, direction = WORDS[office], job.pages.direction
    booklet, tag = job.booklet, job.language.tag
    issue = words.issue.format(issue=booklet.issue, date=orthography.full_date(booklet.date, office))
    name = language_name(tag, office)
    bound = words.loose if booklet.binding == "loose" else words.bound[direction]
    groups = (
        Group(words.product, tuple(_product(job, words))),
        Group(words.production, tuple(_production(job, words))),
        Group(words.files, tuple(_files(job, words))),
        Group(words.contact, tuple(_contact(job, words))),
    )
    return Ticket(
        office,
        words.ticket,
        Row("", job.pages.title, tag),
        " · ".join((booklet.id, name, issue, *_whom(job, words))),
        bound,
        words.opens[direction].format(language=name[:1].upper() + name[1:]),
        groups,
    )


def ticket_text(ticket: Ticket) -> str:
    """The ticket as plain text."""
    lines = [ticket.heading.upper(), ticket.title.text, ticket.byline, "", f"{ticket.bound}. {ticket.opens}"]
    for group in ticket.groups:
        lines += ["", group.heading]
        lines += [f"  {row.label:<{LABELS}}{row.text or '_' * LABELS}".rstrip() for row in group.rows]
    return "\n".join([*lines, ""]).translate(STEERING)


def millimetres(length: float, words: JobWords) -> str:
    """A length in points as millimetres, with a tenth where there is one."""
    return f"{length / MM:.1f}".removesuffix(".0").replace(".", words.decimal)


def _whom(job: Job, words: JobWords) -> Iterator[str]:
    """Whom the ticket is for, where that is known."""
    if job.printer.id != STANDARD:
        yield words.for_whom.format(printer=job.printer.name)


def _product(job: Job, words: JobWords) -> Iterator[Row]:
    office, tag = job.printer.language, job.language.tag
    width, height = (millimetres(length, words) for length in job.trim)
    across, down = job.trim
    shape = words.landscape if across > down else words.portrait if across < down else words.square
    name, endonym = language_name(tag, office), job.language.endonym
    told = words.spoken.format(
        language=name if endonym == name else f"{name} ({orthography.inserted(endonym, office)})",
        script=script_name(tag, office),
        reads=words.reads[job.pages.direction],
    )
    copies = job.booklet.copies(tag)
    own = job.printer.has_own_cover
    pages = (words.apart if own else words.whole).format(
        count=job.extent,
        inside=job.extent - COVER_PAGES,
        first=COVER_PAGES // 2 + 1,
        last=job.extent - COVER_PAGES // 2,
        inner=job.extent - 1,
    )
    binding = words.bindings[job.booklet.binding].format(side=words.sides[job.pages.direction], edge=height)
    yield Row(words.language, told[:1].upper() + told[1:], office)
    yield Row(words.quantity, words.copies.format(count=copies) if copies else "", office)
    yield Row(words.size, shape.format(width=width, height=height), office)
    yield Row(words.pages, pages, office)
    yield Row(words.binding, binding, office)
    yield Row(words.paper, words.inside_paper.format(weight=job.booklet.paper), office)


def _production(job: Job, words: JobWords) -> Iterator[Row]:
    printer, office = job.printer, job.printer.language
    marks = words.no_marks if printer.marks == "none" else words.crop_marks
    flat = words.own_file.format(
        width=millimetres(2 * job.trim.width + job.spine, words),
        height=millimetres(job.trim.height, words),
    )
    if job.spine > 0:
        flat = words.with_spine.format(cover=flat, spine=millimetres(job.spine, words))
    intent = printer.intent
    condition = f"{intent.identifier}, {intent.info}" if intent.info else intent.identifier
    rows = (
        (words.order, words.reading_order),
        (words.cover, flat if printer.has_own_cover else words.same_file),
        (words.colours, words.all_colours),
        (words.ink, words.ink_limit.format(limit=printer.ink_limit)),
        (words.bleed, words.bled.format(bleed=millimetres(printer.bleed_points, words))),
        (words.marks, marks),
        (words.standard, words.standards[printer.standard]),
        (words.condition, condition),
    )
    for label, text in rows:
        yield Row(label, text, office)


def _files(job: Job, words: JobWords) -> Iterator[Row]:
    office = job.printer.language
    for file in job.files:
        told = words.told_file.format(file=file.name, pages=file.pages, size=-(-file.size // KILOBYTE))
        yield Row(words.file, told, office)
        yield Row(words.checksum, file.digest, office)


def _contact(job: Job, words: JobWords) -> Iterator[Row]:
    if job.contact is None:
        yield Row(words.office, "", job.printer.language)
        yield Row(words.phone, "", job.printer.language)
        return
    tag, contact = job.contact
    labels = (words.office, words.address, words.phone, words.hours)
    texts = (contact.office, contact.address, contact.phone, contact.hours)
    for label, text in zip(labels, texts, strict=True):
        yield Row(label, text, tag)
