"""The job ticket: what a print shop must know, in its language, on one sheet; and a drawing of which side is bound."""

from __future__ import annotations

from math import inf

import pytest
from msgspec.structs import replace
from print_room import LANGUAGES, PrintRoom, letters
from twelve import twelve

from postcards.geometry import MM, Rect, Size
from postcards.manuscript import Booklet, Contact
from postcards.manuscript.printers import ANY_PRINTER, Printer
from postcards.pages import binding_drawing
from postcards.pages.binding_drawing import Look
from postcards.pages.job import Job, JobFile, Row, job_ticket, ticket_text
from postcards.pages.job_sheet import MARGIN, SHEET, job_sheets
from postcards.pages.page import Fill, Stroke
from postcards.pages.path import bounds

OWN_COVER = replace(ANY_PRINTER, id="cover-shop", name="Cover Shop", cover="own-file", marks="crop", bleed=5.0)
FILES = (
    JobFile("small_print.pdf", 28, 7_098_096, "9ba9" * 16),
    JobFile("small_print-cover.pdf", 2, 696_640, "34dc" * 16),
)
CONTACT = Contact("Return office", "Storgata 1, 0155 Oslo", "+47 22 00 00 00", "Monday to Friday, 9 to 15")
KONTOR = replace(CONTACT, office="Returkontoret", hours="mandag til fredag, 9–15")


def job(room: PrintRoom, tag: str, printer: Printer = ANY_PRINTER, **changes: object) -> Job:
    """The job of the repository's booklet in a language."""
    booklet: Booklet = replace(twelve(room.manuscript), **changes)
    pages = room.pages("spread", tag).pages
    return Job(booklet, room.manuscript.languages[tag], printer, pages, 2.6 * MM, FILES)


def rows(made: Job) -> dict[str, Row]:
    return {row.label: row for group in job_ticket(made).groups for row in group.rows}


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("office", ["en", "nb"])
@pytest.mark.parametrize("printer", [ANY_PRINTER, OWN_COVER], ids=lambda printer: printer.id)
def test_everything_stands_on_one_sheet_and_in_the_text(
    room: PrintRoom, tag: str, office: str, printer: Printer
) -> None:
    made = job(room, tag, replace(printer, language=office), contact={"en": CONTACT, "nb": KONTOR})
    ticket = job_ticket(made)
    (sheet,) = job_sheets(ticket, made, "green", room.typesetter.compose)
    printed = letters("".join(text.line.text for text in sheet.texts))
    plain = letters(ticket_text(ticket))
    for row in (ticket.title, *(row for group in ticket.groups for row in group.rows)):
        for words in (row.label, row.text):
            bare = letters(words).translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))
            assert bare in plain
            assert bare in printed.translate(dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069")))
    room_for_text = Rect(0, 0, *SHEET).outset(-MARGIN)
    for text in sheet.texts:
        assert room_for_text.contains(Rect(text.origin.x, text.origin.y - 5, text.line.width, 5))


@pytest.mark.parametrize(
    ("tag", "side", "reading"),
    [("en", "left", "left to right"), ("ti", "left", "left to right"), ("fa-AF", "RIGHT", "right to left")],
)
def test_it_says_which_side_is_bound_and_how_the_language_is_read(
    room: PrintRoom, tag: str, side: str, reading: str
) -> None:
    ticket = job_ticket(job(room, tag))
    assert ticket.bound == f"Bound on the {side}"
    assert reading in ticket.opens
    found = rows(job(room, tag))
    assert f"on the {side}, along the 105 mm edge" in found["Binding"].text
    assert reading in found["Language"].text


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("en", "English, Latin script, read from left to right"),
        ("ar", "Arabic (العربية), Arabic script, read from right to left"),
        ("ti", "Tigrinya (ትግርኛ), Ethiopic script, read from left to right"),
        ("ne", "Nepali (नेपाली), Devanagari script, read from left to right"),
    ],
)
def test_it_names_the_language_and_its_script(room: PrintRoom, tag: str, told: str) -> None:
    assert told in ticket_text(job_ticket(job(room, tag)))


def test_it_says_what_the_profile_asks_for(room: PrintRoom) -> None:
    found = rows(job(room, "en", replace(OWN_COVER, standard="pdf-1.4", ink_limit=280)))
    assert found["Bleed"].text == "5 mm on all four sides"
    assert found["Marks"].text.startswith("crop and registration marks")
    assert found["Standard"].text.startswith("PDF 1.4")
    assert found["Ink"].text == "280 % at most"
    assert found["Output intent"].text.startswith("FOGRA39")
    assert "298.6 × 105 mm" in found["Cover"].text
    assert "spine of 2.6 mm" in found["Cover"].text
    assert found["Pages"].text == "28 inside (pages 3 to 30) and a cover of 4 (pages 1, 2, 31, 32)"
    assert found["Trimmed size"].text == "148 × 105 mm, landscape"
    assert found["Paper"].text == "120 g/m² inside"


def test_norwegian_has_its_decimal_comma(room: PrintRoom) -> None:
    told = ticket_text(job_ticket(job(room, "ar", replace(OWN_COVER, language="nb"))))
    assert "298,6 × 105 mm" in told
    assert "Innbundet på HØYRE side" in told


def test_files_are_named_with_their_checksums(room: PrintRoom) -> None:
    told = ticket_text(job_ticket(job(room, "en")))
    for file in FILES:
        assert file.name in told
        assert file.digest in told
    assert "7099 kB" in told


@pytest.mark.parametrize(
    ("quantity", "copies"), [(500, "500 copies"), ({"ar": 200, "en": 50}, "200 copies"), ({"en": 50}, ""), (None, "")]
)
def test_copies_are_told_or_left_to_write(room: PrintRoom, quantity: object, copies: str) -> None:
    made = job(room, "ar", quantity=quantity)
    assert rows(made)["Copies"].text == copies
    (sheet,) = job_sheets(job_ticket(made), made, "green", room.typesetter.compose)
    short = [bounds(item.path) for item in sheet.items if isinstance(item, Stroke) and item.colour == "hairline"]
    to_write_on = [box for box in short if box.x > MARGIN + 1]
    assert len(to_write_on) == (2 if copies else 3), "the contact's two, and the copies' where nothing is said"


@pytest.mark.parametrize(
    ("contacts", "office", "expected"),
    [
        ({"en": CONTACT, "nb": KONTOR}, "nb", "Returkontoret"),
        ({"en": CONTACT, "nb": KONTOR}, "en", "Return office"),
        ({"en": CONTACT}, "nb", "Return office"),
        ({"nb": KONTOR}, "en", "Returkontoret"),
    ],
)
def test_the_contact_is_an_office_in_a_language_the_print_shop_reads(
    room: PrintRoom, contacts: dict[str, Contact], office: str, expected: str
) -> None:
    told = ticket_text(job_ticket(job(room, "ar", replace(ANY_PRINTER, language=office), contact=contacts)))
    assert expected in told
    assert CONTACT.phone in told


def extent(items: tuple[Fill | Stroke, ...], colour: str) -> tuple[float, float]:
    """From where to where, across, something is filled with a colour."""
    boxes = [bounds(item.path) for item in items if isinstance(item, Fill) and item.colour == colour]
    return min((box.x for box in boxes), default=inf), max((box.right for box in boxes), default=-inf)


ROOM = Rect(100, 50, 200, 90)


@pytest.mark.parametrize("trim", [Size(148, 105), Size(105, 148), Size(100, 100)])
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_drawing_has_its_bound_edge_on_the_side_that_is_bound(trim: Size, direction: str) -> None:
    drawing = binding_drawing.closed(Look(trim, direction, stapled=True, accent="green"), ROOM)
    band, paper = extent(drawing.items, "green"), extent(drawing.items, "paper")
    assert (band[0] == pytest.approx(paper[0])) == (direction == "ltr")
    assert (band[1] == pytest.approx(paper[1])) == (direction == "rtl")
    assert all(ROOM.contains(bounds(item.path)) for item in drawing.items)


@pytest.mark.parametrize(("direction", "order"), [("ltr", ["2", "3"]), ("rtl", ["3", "2"])])
def test_opened_the_second_page_is_where_readers_begin(direction: str, order: list[str]) -> None:
    drawing = binding_drawing.opened(Look(Size(148, 105), direction, stapled=False, accent="green"), ROOM)
    assert [mark.text for mark in sorted(drawing.marks, key=lambda mark: mark.middle.x)] == order


@pytest.mark.parametrize(("direction", "order"), [("ltr", ["back", "front"]), ("rtl", ["front", "back"])])
def test_a_cover_lying_flat_is_drawn_as_its_file_has_it(direction: str, order: list[str]) -> None:
    look = Look(Size(148, 105), direction, stapled=False, accent="green")
    drawing = binding_drawing.flat(look, 3.0, ROOM, ("back", "front"))
    assert [mark.text for mark in sorted(drawing.marks, key=lambda mark: mark.middle.x)] == order
    assert all(ROOM.contains(bounds(item.path)) for item in drawing.items)
