"""Arranging: how pages of one size lie on the office's paper, and what to tell where they cannot.

True to size, a page takes the room of its trim, and as many pages lie on a side as the sheet has room for. Where the
office asks for `scale: fit`, the sheet is divided evenly, and a page is made smaller until all of it, what bleeds too,
stands clear of the edges that no office printer reaches.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import floor
from typing import NamedTuple

from msgspec import Struct

from postcards.edition.imposition import FOLDED, Paper, Scheme
from postcards.edition.painter import UNPRINTABLE
from postcards.geometry import MM, Size, fits
from postcards.manuscript import Booklet, Office
from postcards.pages.layout import Layout
from postcards.pages.thickness import UNCOATED, caliper, nested
from postcards.problems import Problem, Severity

#: Sheets as they stand, ISO 216 and ANSI.
SHEETS = {
    "A4": Size(210 * MM, 297 * MM),
    "A3": Size(297 * MM, 420 * MM),
    "Letter": Size(215.9 * MM, 279.4 * MM),
}

#: What staplers are sold by: sheets of 80 g/m².
SOLD_BY = UNCOATED[0][1] * MM

#: The most pages across and down: a part more, and a cut is a stack of slips.
MOST = 2

#: Below this scale 11.5 points become less than 10, the least that is meant to be read.
SMALLEST = 0.87

#: Scales are whole thousandths, as a PDF writes them.
THOUSAND = 1000


class Arrangement(NamedTuple):
    """How pages lie on sheets."""

    scheme: Scheme
    paper: Paper
    scale: float  # 1 is true to size

    @property
    def edge(self) -> str:
        """The edge a sheet is turned about: `short` or `long`."""
        upright_is_long = self.paper.size.height > self.paper.size.width
        return "long" if upright_is_long != self.scheme.turned else "short"


class _Candidate(Struct, frozen=True):
    """One way to divide one sheet."""

    sheet: Size
    cell: Size
    columns: int
    rows: int
    scale: float

    @property
    def up(self) -> int:
        return self.columns * self.rows

    @property
    def margin(self) -> float:
        """The narrowest stretch between the pages and the sheet's edge: marks need room."""
        return min(self.sheet.width - self.columns * self.cell.width, self.sheet.height - self.rows * self.cell.height)


def arrange(layout: Layout, booklet: Booklet, office: Office, pages: int) -> tuple[Arrangement | None, list[Problem]]:
    """The best way to lay `pages` pages on the office's paper, none if there is none, and what was found."""
    kind = office.scheme or ("fold" if booklet.binding == "saddle-stitch" else "stack")
    if kind == "fold" and pages % FOLDED:
        return None, [_odd_pages(booklet, office, pages)]
    trim = layout.trim_size
    ways = [way for way in _ways(kind, trim, office) if way.scale >= (SMALLEST if office.scale == "fit" else 1)]
    if not ways:
        return None, [_too_small(kind, trim, booklet, office)]
    ways = [way for way in ways if office.up in (None, way.up)]
    if not ways:
        return None, [_not_so_many(booklet, office)]
    parted = [way for way in ways if way.up // (2 if kind == "fold" else 1) % office.copies == 0]
    if not parted:
        return None, [_no_copies(booklet, office)]
    best = max(parted, key=lambda way: (way.up, way.scale, way.margin))
    thickness = caliper(booklet)
    section = nested(office.stapler * SOLD_BY, layout.safe * MM, thickness) if kind == "fold" else 0
    natural = "long" if best.sheet.height > best.sheet.width else "short"
    turned = office.flip not in (None, natural)
    scheme = Scheme(kind, best.cell, best.columns, best.rows, office.copies, section, turned)
    arrangement = Arrangement(scheme, Paper(best.sheet, thickness), best.scale)
    folded = pages // FOLDED
    return arrangement, [_sections(booklet, folded, section)] if kind == "fold" and folded > section else []


def _ways(kind: str, trim: Size, office: Office) -> Iterator[_Candidate]:
    """Every way to divide the sheet, as it stands and as it lies, that has room for the pages or makes it."""
    standing = SHEETS[office.paper]
    across = (2,) if kind == "fold" else range(1, MOST + 1)
    for sheet, columns, rows in product((standing, Size(*standing[::-1])), across, range(1, MOST + 1)):
        if office.scale == "fit":
            cell = Size(sheet.width / columns, sheet.height / rows)
            room = min((length - 2 * UNPRINTABLE) / full for length, full in zip(cell, trim, strict=True))
            yield _Candidate(sheet, cell, columns, rows, min(1.0, floor(room * THOUSAND) / THOUSAND))
        elif fits(columns * trim.width, sheet.width) and fits(rows * trim.height, sheet.height):
            yield _Candidate(sheet, trim, columns, rows, 1.0)


def _too_small(kind: str, trim: Size, booklet: Booklet, office: Office) -> Problem:
    size = f"{trim.width / MM:.0f} × {trim.height / MM:.0f} mm"
    if kind == "stack":
        message = f"Pages of {size} have no room on {office.paper}."
        remedy = "Write another paper (A4, A3, Letter)."
    else:
        opened = f"{2 * trim.width / MM:.0f} × {trim.height / MM:.0f} mm"
        message = f"Pages of {size} cannot be folded out of {office.paper}: opened, two of them are {opened}."
        remedy = "Write “scheme: stack” (cut into leaves), or another paper (A4, A3, Letter)."
        if office.scale == "actual":
            smaller = Office(paper=office.paper, scale="fit")
            fitting = max((way.scale for way in _ways(kind, trim, smaller)), default=0.0)
            remedy += " “scale: fit” makes them smaller." if fitting >= SMALLEST else ""
    return _finding("office.paper", message, remedy, booklet, office)


def _not_so_many(booklet: Booklet, office: Office) -> Problem:
    message = f"There is no way to lay {office.up} of the booklet's pages on a side of {office.paper}."
    remedy = "Leave “up” out: as many are laid on it as there is room for."
    return _finding("office.up", message, remedy, booklet, office)


def _no_copies(booklet: Booklet, office: Office) -> Problem:
    message = f"{office.paper} has no room for {office.copies} copies side by side."
    return _finding("office.copies", message, "Leave “copies” out, and print the file twice.", booklet, office)


def _odd_pages(booklet: Booklet, office: Office, pages: int) -> Problem:
    message = f"The booklet has {pages} pages, and folded sheets have {FOLDED} each: blank pages would be left over."
    remedy = "Write “scheme: stack”, or “binding: saddle-stitch” in the booklet's file, for which pages are filled up."
    return _finding("office.scheme", message, remedy, booklet, office)


def _sections(booklet: Booklet, folded: int, section: int) -> Problem:
    count = -(-folded // section)
    message = f"{folded} folded sheets are more than the stapler holds: the office edition comes in {count} sections."
    remedy = "Take the layout “single”, thinner paper or binding: loose to have it in one; else tape the spine."
    where = booklet.marks.get("paper", booklet.where)
    return Problem("office.sections", message, remedy, where, Severity.WARNING, "paper", booklet=booklet.id)


def _finding(code: str, message: str, remedy: str, booklet: Booklet, office: Office) -> Problem:
    """A finding in office.yaml, where its key stands or would."""
    key = code.partition(".")[2]
    return Problem(
        code, f"{message} No office edition was made.", remedy, office.mark(key), field=key, booklet=booklet.id
    )
