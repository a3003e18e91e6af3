"""How far a design's art reaches beyond the trim: a print shop may want more bleed than a frame has.

An edge that says `bleed` reaches as far as anybody asks. One given in millimetres reaches so far and no further, and
where it ends between trim and bleed, a knife that wanders leaves a white rim.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from postcards.geometry import MM, TOLERANCE, Rect
from postcards.pages.design_faults import place_of
from postcards.pages.layout import Layout
from postcards.pages.measures import LARGEST_MM
from postcards.problems import Problem, Where

if TYPE_CHECKING:
    from postcards.manuscript.marks import Document

#: Frames that put colour on the paper up to their edges.
PAINTED = frozenset({"picture", "ground", "tab", "stamp"})


class Edge(Struct, frozen=True):
    """A frame that ends at the trim or beyond it, at a fixed distance."""

    face: str
    frame: str
    reach: float  # beyond the trim, points
    where: Where


def fixed_edges(layout: Layout, document: Document, path: str) -> tuple[Edge, ...]:
    """The frames of a layout, read from the file `path`, that reach to the trim or beyond, and not to any bleed."""
    return tuple(_fixed_edges(layout, document, path))


def short_of(edges: Sequence[Edge], bleed: float) -> list[Problem]:
    """A finding for each frame that does not reach `bleed` points beyond the trim."""
    problems = []
    for edge in edges:
        if edge.reach < bleed - TOLERANCE:
            message = (
                f"Frame {edge.face}.{edge.frame} ends {edge.reach / MM:g} mm beyond the trim; "
                f"the print shop cuts within {bleed / MM:g} mm: the page may get a white rim."
            )
            remedy = "Write “bleed” for that edge, or move it onto the page."
            problems.append(Problem("layout.short-bleed", message, remedy, edge.where))
    return problems


def _fixed_edges(layout: Layout, document: Document, path: str) -> Iterator[Edge]:
    far = replace(layout, bleed=LARGEST_MM)  # where every edge that says so goes out of sight
    for face, design in layout.faces.items():
        for index, frame in enumerate(design.frames):
            if frame.kind in PAINTED:
                rects = [far.place(frame, "ltr", number) for number in (1, 2)]
                reaches = [reach for rect in rects for reach in _reaches(rect, far)]
                if reaches:
                    _, where = place_of(("faces", face, "frames", index, "box"), document, path)
                    yield Edge(face, frame.id, min(reaches), where)


def _reaches(rect: Rect, layout: Layout) -> Iterator[float]:
    """How far each edge lies beyond the trim that is at it or outside, but for those that say `bleed`."""
    trim = layout.trim_size
    for reach in (-rect.x, -rect.y, rect.right - trim.width, rect.bottom - trim.height):
        if -TOLERANCE <= reach < layout.bleed_points - TOLERANCE:
            yield max(reach, 0.0)
