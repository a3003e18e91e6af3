"""Thickness: paper, number of pages and binding held against each other, before anybody prints.

How thick a sheet is follows from its weight and its bulk; a booklet's file may say what was measured (`caliper`).
Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from postcards.geometry import MM, fits
from postcards.manuscript import Booklet
from postcards.problems import Problem, Severity

#: Weight (g/m²) -> thickness (mm) of uncoated paper, as HPS Ltd, a British printer, tells its customers for creep and
#: spines. Coated paper is a third thinner (130 g/m² is 0.10 mm): whoever prints on it measures, and writes `caliper`.
UNCOATED = ((80, 0.11), (90, 0.12), (100, 0.13), (120, 0.15), (150, 0.18), (170, 0.20), (200, 0.25), (250, 0.30))

#: Thickness at the fold that wire staples of a print shop hold: 64 pages of 120 g/m², the usual limit.
STAPLED = 16 * 0.15 * MM

#: A thinner spine gives the glue too little to hold on.
SPINE = 2 * MM

#: How far a knife or a fold may be off: what must be left of the safe area when creep has taken its part.
ASTRAY = 2 * MM

#: What helps against too many sheets in one fold.
THINNER = "Take the layout “single”, thinner paper or binding: perfect, or have it bound in several sections."

#: Pages of a folded sheet, and of a leaf.
FOLDED, LEAF = 4, 2


def caliper(booklet: Booklet) -> float:
    """How thick a sheet of the booklet's paper is."""
    return booklet.caliper * MM if booklet.caliper else _usual(booklet.paper) * MM


def nested(room: float, safe: float, thickness: float) -> int:
    """How many folded sheets of `thickness` may lie in each other where staples hold `room`; at least one.

    `safe` is how far from the trim texts stand: no more may be taken of it than leaves room for a fold gone astray.
    """
    stapled = int((room + 0.001) / thickness)
    crept = int((safe - ASTRAY) / thickness) + 1
    return max(1, min(stapled, crept))


def check_thickness(booklet: Booklet, pages: int, safe: float) -> Iterator[Problem]:
    """What is wrong with so many pages of the booklet's paper in its binding."""
    sheet = caliper(booklet)
    if booklet.binding == "saddle-stitch":
        sheets = -(-pages // FOLDED)
        creep = (sheets - 1) * sheet
        if not fits(sheets * sheet, STAPLED):
            message = (
                f"The booklet has {pages} pages: {sheets} sheets of this paper are {_mm(sheets * sheet)} thick at the "
                f"fold, and staples hold about {_mm(STAPLED)}."
            )
            yield _finding(booklet, "booklet.thick", message, THINNER)
        elif not fits(creep, safe - ASTRAY):
            message = (
                f"The booklet has {pages} pages: the innermost come out {_mm(creep)} at the edge, and texts stand "
                f"{_mm(safe)} from it."
            )
            yield _finding(booklet, "booklet.creep", message, THINNER)
    elif booklet.binding == "perfect":
        spine = -(-pages // LEAF) * sheet
        if not fits(SPINE, spine):
            message = f"The booklet has {pages} pages: its spine is {_mm(spine)}, too thin for glue to hold."
            remedy = f"Take binding: saddle-stitch, or thicker paper; glue needs about {_mm(SPINE)}."
            yield _finding(booklet, "booklet.thin-spine", message, remedy)


def _usual(weight: int) -> float:
    """Millimetres of uncoated paper, between and beyond the weights of the table by bulk."""
    for (light, thin), (heavy, thick) in pairwise(UNCOATED):
        if light <= weight <= heavy:
            return thin + (thick - thin) * (weight - light) / (heavy - light)
    nearest, thickness = UNCOATED[0] if weight < UNCOATED[0][0] else UNCOATED[-1]
    return thickness * weight / nearest


def _finding(booklet: Booklet, code: str, message: str, remedy: str) -> Problem:
    where = booklet.marks.get("paper", booklet.where)
    return Problem(code, message, remedy, where, Severity.WARNING, field="paper")


def _mm(length: float) -> str:
    return f"{length / MM:.1f} mm"
