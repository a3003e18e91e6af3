"""Codes for phones: as large as they must be, nothing in the white around them, and never in a mirror."""

from __future__ import annotations

from itertools import combinations

import pytest
import segno
from msgspec.structs import replace
from print_room import BOUND, LANGUAGES, PrintRoom, letters, paragraphs
from small_layout import DrawingOffice

from postcards.geometry import MM, Point, Rect
from postcards.manuscript import Booklet, Contact
from postcards.manuscript.links import LONGEST, shown_link, story_link
from postcards.pages.assembly import Assembled, assemble
from postcards.pages.codes import Symbol, check_codes, symbol
from postcards.pages.fields import Book
from postcards.pages.measures import LEAST_ROOM, QUIET, SMALLEST
from postcards.pages.page import Drawing, Fill, Page, Picture, Stroke, Text
from postcards.pages.page import Path as Outline
from postcards.pages.path import as_rectangle, bounds

ADDRESS = "https://example.org/return"
STORIES = "https://example.org/{language}/{story}"
ROOM = Rect(10 * MM, 20 * MM, LEAST_ROOM, LEAST_ROOM)

#: Modules finer than this (points) are lost by cheap phones and office printers.
FINEST = 0.5 * MM


def rectangles(drawn: Symbol) -> list[Rect]:
    steps = drawn.outline.steps
    found = [as_rectangle(Outline(steps[start : start + 5])) for start in range(0, len(steps), 5)]
    assert None not in found
    return [rect for rect in found if rect]


def modules(drawn: Symbol, count: int) -> list[list[bool]]:
    """Which modules of a symbol are dark, by their middles."""
    rects, side = rectangles(drawn), drawn.square.width / count

    def is_dark(row: int, column: int) -> bool:
        x, y = drawn.square.x + (column + 0.5) * side, drawn.square.y + (row + 0.5) * side
        return any(rect.x < x < rect.right and rect.y < y < rect.bottom for rect in rects)

    return [[is_dark(row, column) for column in range(count)] for row in range(count)]


@pytest.mark.parametrize("length", [len("https://x.no"), 15, 27, 43, 63, 85, 107, LONGEST])
def test_the_outline_is_the_symbol_in_few_rectangles_that_share_nothing(length: int) -> None:
    address = "https://x.no".ljust(length, "x")
    code = segno.make_qr(address, error="m", boost_error=False)
    matrix = [[bool(module) for module in row] for row in code.matrix]
    drawn = symbol(address, ROOM)
    assert modules(drawn, len(matrix)) == matrix
    rects = rectangles(drawn)
    assert not any(one.overlaps(other) for one, other in combinations(rects, 2))
    assert len(rects) < sum(map(sum, matrix)) / 2


@pytest.mark.parametrize("length", [len("https://x.no"), 27, 63, LONGEST])
def test_in_the_least_room_a_code_is_large_enough_and_its_white_is_four_modules(length: int) -> None:
    address = "https://x.no".ljust(length, "x")
    count = len(segno.make_qr(address, error="m", boost_error=False).matrix)
    square = symbol(address, ROOM).square
    module = square.width / count
    assert square.width >= SMALLEST - 1e-9
    assert module >= FINEST * 0.98
    assert ROOM.contains(square.outset(QUIET * module))
    assert square.x - ROOM.x == pytest.approx(QUIET * module)


def test_in_a_room_that_is_not_square_a_code_stands_in_the_middle() -> None:
    square = symbol(ADDRESS, ROOM._replace(width=2 * LEAST_ROOM)).square
    assert square.width == pytest.approx(symbol(ADDRESS, ROOM).square.width)
    assert square.x - ROOM.x == pytest.approx(ROOM.x + 2 * LEAST_ROOM - square.right)


def coded(room: PrintRoom, layout: str, tag: str) -> tuple[Book, Assembled]:
    """A booklet with a code on its contact card and one for each story."""
    book = room.book(tag)
    card = Contact("Office", "Example Street 12, 0123 Oslo", "+47 00 00 00 00", "9–15", ADDRESS)
    book = replace(book, booklet=replace(book.booklet, contact={tag: card}, story_link=STORIES))
    key = (f"{layout} with codes", tag)
    if key not in room.made:
        room.made[key] = assemble(room.bench(layout, tag), book)
    return book, room.made[key]


def drawings(page: Page) -> list[Drawing]:
    return [item for item in page.items if isinstance(item, Drawing)]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("layout", BOUND)
def test_every_story_and_the_contact_card_get_their_code_with_its_address(
    room: PrintRoom, layout: str, tag: str
) -> None:
    book, made = coded(room, layout, tag)
    assert made.problems == ()
    with_code = {page.story or page.kind: page for page in made.pages.pages if drawings(page)}
    due = {story.slug: story_link(STORIES, story.slug, tag) for story in book.stories} | {"contact": ADDRESS}
    assert list(with_code) == [*(story.slug for story in book.stories), "contact"]
    for name, page in with_code.items():
        (drawing,) = drawings(page)
        assert drawing.colour == "ink"
        assert drawing.language == tag
        assert drawing.alt == book.code(due[name]).alt
        assert drawing.path.steps == symbol(due[name], room_of(room, layout, tag, page)).outline.steps
        assert min(drawing.rect.size) >= SMALLEST
        (address,) = {text.paragraph: text.target for text in page.texts if text.target.startswith("https:")}.values()
        assert address == due[name]
        assert letters(f"\u2066{shown_link(due[name])}\u2069") in paragraphs(page)


def room_of(room: PrintRoom, layout: str, tag: str, page: Page) -> Rect:
    """The frame of the code on a page: the one whose middle is the drawing's."""
    bench = room.bench(layout, tag)
    (drawing,) = drawings(page)
    faces = [bench.layout.coded[face] for face in bench.layout.coded]
    rooms = [
        bench.layout.place(frame, bench.direction, page.number)
        for face in faces
        for frame in bench.layout.frames(face)
        if frame.kind == "code"
    ]
    return min(
        rooms,
        key=lambda rect: abs(rect.x + rect.right - drawing.rect.x - drawing.rect.right) + abs(rect.y - drawing.rect.y),
    )


@pytest.mark.parametrize("tag", ("en", "ar", "so"))
@pytest.mark.parametrize("layout", BOUND)
def test_nothing_enters_the_white_around_a_code(room: PrintRoom, layout: str, tag: str) -> None:
    _, made = coded(room, layout, tag)
    for page in made.pages.pages:
        for drawing in drawings(page):
            count = round(drawing.rect.width / narrowest(drawing))
            white = drawing.rect.outset(QUIET * drawing.rect.width / count)
            for item in page.items:
                if isinstance(item, Picture):
                    assert not item.rect.overlaps(white)
                elif isinstance(item, Fill):
                    assert not bounds(item.path).overlaps(white)
                elif isinstance(item, Stroke):
                    assert not [
                        p for p in points(item.path) if white.x < p.x < white.right and white.y < p.y < white.bottom
                    ]
            for text in page.texts:
                rect = Rect(text.origin.x, text.origin.y - 0.7 * size(text), text.line.width, 0.7 * size(text))
                assert not rect.overlaps(white), text.line.text


def size(text: Text) -> float:
    return max(run.size for run in text.line.runs)


def is_in(rect: Rect, point: Point) -> bool:
    return rect.x < point.x < rect.right and rect.y < point.y < rect.bottom


def points(outline: Outline) -> list[Point]:
    return [Point(*numbers[at : at + 2]) for _, numbers in outline.steps for at in range(0, len(numbers), 2)]


def narrowest(drawing: Drawing) -> float:
    """A module's side: the height of the lowest rectangle."""
    return min(min(rect.size) for rect in rectangles(Symbol(drawing.path, drawing.rect)))


@pytest.mark.parametrize(("layout", "tag"), [(layout, tag) for layout in BOUND for tag in ("en", "ar")])
def test_an_address_begins_where_its_code_begins(room: PrintRoom, layout: str, tag: str) -> None:
    """From the left in English and from the right in Arabic: the code is not mirrored, its place is."""
    _, made = coded(room, layout, tag)
    (contact,) = (page for page in made.pages.pages if page.kind == "contact")
    (drawing,) = drawings(contact)
    (line,) = (text for text in contact.texts if text.target == ADDRESS)
    if tag == "en":
        assert line.origin.x == pytest.approx(drawing.rect.x, abs=MM)
        assert drawing.rect.right < contact.trim.width / 2
    else:
        assert line.origin.x + line.line.width == pytest.approx(drawing.rect.right, abs=MM)
        assert drawing.rect.x > contact.trim.width / 2
    assert line.origin.y > drawing.rect.bottom


@pytest.mark.parametrize("layout", BOUND)
def test_without_an_address_the_pages_are_as_they_were(room: PrintRoom, layout: str) -> None:
    made = room.pages(layout, "en").pages
    assert not any(drawings(page) for page in made.pages)
    assert {text.target[:1] for page in made.pages for text in page.texts} == {"", "#"}


def asking(room: PrintRoom, **keys: object) -> Booklet:
    return replace(room.book("en").booklet, layout="small", **keys)  # type: ignore[arg-type]


def test_a_layout_without_room_for_a_code_is_told_of_where_the_booklet_asks(
    room: PrintRoom, office: DrawingOffice
) -> None:
    small = office.read().layouts["small"]
    card = Contact("Office", "Street 1", "+47 00 00 00 00", "9–15")
    asked = [
        asking(room, story_link=STORIES),
        asking(room, contact={"en": replace(card, web=ADDRESS)}),
        asking(room, contact={"en": card}),
    ]
    found = [[(problem.code, problem.field) for problem in check_codes(booklet, small)] for booklet in asked]
    assert found == [[("booklet.no-room-for-code", "story_link")], [("booklet.no-room-for-code", "contact")], []]
    for layout in BOUND:
        assert not [problem for booklet in asked for problem in check_codes(booklet, room.designs.layouts[layout])]


#: A face for the contact card with a code.
CODED = """\
coded: {card: coded}
faces:
  coded:
    frames:
      - {id: heading, kind: text, flow: [heading, body, web], box: {start: 8, width: 40, top: 8, bottom: 8}}
      - {id: lines, kind: ruled, flow: [lines], box: {start: 52, end: 8, top: 8, height: 30}}
      - {id: code, kind: code, box: {start: 52, width: 28, top: 40, height: 28}}
"""


def test_a_face_for_codes_may_stand_in_for_another(office: DrawingOffice) -> None:
    office.change("faces:\n", CODED)
    assert office.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("width: 28, top: 40, height: 28", "width: 27, top: 40, height: 28", "layout.small-code", "2.box"),
        ("width: 28, top: 40, height: 28", "width: 28, top: 40, height: 27.5", "layout.small-code", "2.box"),
        ("width: 28, top: 40, height: 28", "width: 28, top: 37, height: 28", "layout.covered-code", "1.box"),
        ("width: 28, top: 40, height: 28", "width: 28, top: 48, height: 28", "layout.unsafe", "2.box"),
        ("[heading, body, web]", "[heading, body]", "layout.no-frame", ""),
        ("[heading, body, web]", "[heading, web]", "layout.no-frame", ""),
        ("kind: code, box", "kind: ground, colour: ink, box", "layout.no-frame", ""),
        ("{card: coded}", "{card: codded}", "layout.unknown-face", "coded.card"),
        ("{card: coded}", "{crad: coded}", "layout.unknown-face", "coded.crad"),
    ],
)
def test_what_is_wrong_with_a_codes_frame_is_told_at_its_line(
    office: DrawingOffice, old: str, new: str, code: str, field: str
) -> None:
    office.change("faces:\n", CODED)
    line = office.change(old, new)
    (problem,) = {problem.field: problem for problem in office.problems()}.values()
    assert problem.code == code
    expected = {"": "faces.coded"}.get(field, f"faces.coded.frames.{field}" if "." in field[:2] else field)
    assert problem.field == expected
    if field and code != "layout.covered-code":
        assert problem.where.line == line
