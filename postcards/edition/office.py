"""The office edition: the same pages, laid on the sides of sheets, and a first sheet that says what to do with them.

A page's own edge stays white by design: no office printer reaches the edge of its paper, and a fold or a cut by hand is
a millimetre off, so that a picture up to the edge would be cut off here and stand on its neighbour there. Pages are
true to size, and what bleeds ends as far within the trim as the printer needs; no text stands there. Where the office
asks for it, pages are made smaller instead, and all of them is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from postcards.edition.arrangement import Arrangement, arrange
from postcards.edition.imposition import FOLDED, LEAF, Placement, Sheet, impose, section_lengths
from postcards.edition.painter import PLANS, EditionPlan
from postcards.edition.sheet_marks import pages_block, sheet_marks
from postcards.geometry import MM, Point, Rect, Sides, fits
from postcards.manuscript import Booklet, Office
from postcards.pages.copyfit import Compose
from postcards.pages.instructions import Job, instructions
from postcards.pages.layout import Layout
from postcards.pages.measures import SMALLEST
from postcards.pages.page import Drawing, Page, Pages, Placed
from postcards.problems import Problem, Severity


class Desk(Struct, frozen=True):
    """What the office edition of a booklet is made with."""

    booklet: Booklet
    office: Office
    layout: Layout
    compose: Compose


def office_plan(office: Office) -> EditionPlan:
    """The office edition as this office wants it."""
    plan = PLANS["office"]
    return replace(plan, edge=0.0) if office.scale == "fit" else plan


def lay_on_sheets(pages: Pages, desk: Desk) -> tuple[Pages | None, list[Problem]]:
    """The sides of all sheets, front and back in turn, the instructions first; nothing if the paper has no room."""
    count = len(pages.pages)
    arrangement, problems = arrange(desk.layout, desk.booklet, desk.office, count)
    if arrangement is None:
        return None, problems
    sheets = impose(count, arrangement.scheme, pages.direction, arrangement.paper)
    front, back = instructions(job_of(pages, desk, arrangement, sheets), desk.compose, desk.office.language)
    edge = office_plan(desk.office).edge
    sides = [front, _turned(back) if arrangement.scheme.turned else back]
    sides += [_side(side, pages, arrangement, edge) for sheet in sheets for side in sheet]
    numbered = tuple(replace(side, number=number) for number, side in enumerate(sides, start=1))
    problems = [*problems, *_small_codes(pages, desk, arrangement.scale)]
    return replace(pages, bleed=0.0, pages=numbered, bookmarks=()), problems


def _small_codes(pages: Pages, desk: Desk, scale: float) -> Iterator[Problem]:
    """A finding if codes that phones read come out smaller on these sheets than they must be."""
    drawings = (item for page in pages.pages for item in page.items if isinstance(item, Drawing))
    side = min((min(drawing.rect.size) * scale for drawing in drawings), default=SMALLEST)
    if not fits(SMALLEST, side):
        message = (
            f"Made smaller with their pages, the codes for phones measure {side / MM:.1f} mm and not "
            f"{SMALLEST / MM:g}: older phones may not read them."
        )
        remedy = "Write “scale: actual”, or try a printed page with a phone."
        where = desk.office.mark("scale")
        yield Problem("office.small-code", message, remedy, where, Severity.WARNING, "scale", booklet=desk.booklet.id)


def _side(side: tuple[Placement, ...], pages: Pages, arrangement: Arrangement, edge: float) -> Page:
    scheme, paper, scale = arrangement
    placed = [
        _place(pages.pages[placement.number - 1], placement, placement.cell(scheme, paper), scale, edge)
        for placement in side
    ]
    return Page(0, "", "sheet", paper.size, (*placed, *sheet_marks(scheme, paper)))


def _place(page: Page, placement: Placement, cell: Rect, scale: float, edge: float) -> Placed:
    """The page in the middle of its cell, moved for creep."""
    width, height = page.trim.width * scale, page.trim.height * scale
    window = Rect(0, 0, *page.trim).inset(Sides.even(edge))
    left = cell.x + (cell.width - width) / 2
    top = cell.y + (cell.height - height) / 2
    if placement.turn:
        return Placed(page, Point(left + width - placement.shift, top + height), scale, True, window)
    return Placed(page, Point(left + placement.shift, top), scale, False, window)


def _turned(page: Page) -> Page:
    """A whole side on its head."""
    whole = Placed(page, Point(*page.trim), 1.0, True, Rect(0, 0, *page.trim))
    return replace(page, items=(whole,))


def job_of(pages: Pages, desk: Desk, arrangement: Arrangement, sheets: tuple[Sheet, ...]) -> Job:
    """What the first sheet tells of the others."""
    scheme, paper, _ = arrangement
    folded = scheme.kind == "fold"
    of_a_part = FOLDED if folded else LEAF
    parts = -(-len(pages.pages) // of_a_part)
    return Job(
        paper=desk.office.paper,
        weight=desk.booklet.paper,
        sheet=paper.size,
        edge=arrangement.edge,
        turned=scheme.turned,
        direction=pages.direction,
        kind=scheme.kind,
        columns=scheme.columns,
        rows=scheme.rows,
        copies=scheme.copies,
        sections=section_lengths(parts, scheme.section) if folded else (),
        sheets=len(sheets),
        spare=len(sheets) * scheme.parts // scheme.copies > parts,
        marks=any(True for _ in sheet_marks(scheme, paper)),
        block=pages_block(scheme, paper.size),
        trim=desk.layout.trim_size,
        front=tuple((placed.column, placed.row, placed.number) for placed in sheets[0].front),
    )
