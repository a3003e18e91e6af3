"""What a layout's schema cannot say of codes: that they are large enough, that nothing enters their quiet zone, and
that a face which stands in for another where a page has a code shows what that one shows.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING, TypeAlias

from postcards.geometry import MM, TOLERANCE
from postcards.pages.design_faults import NEEDED_OF_MATTER, NEEDED_OF_STORY, likeliest, place_of, shown_texts
from postcards.pages.layout import Layout
from postcards.pages.measures import LEAST_ROOM, PERFORATION, SMALLEST
from postcards.problems import Problem, Where

if TYPE_CHECKING:
    from postcards.manuscript.marks import Document
    from postcards.manuscript.marks import Path as Spot

#: The address beside a code, by the face that it stands on: the contact card's, a story's.
WEB, LINK = "web", "link"


def code_faults(layout: Layout, document: Document, path: str) -> list[Problem]:
    """Everything that is wrong with codes in a layout whose faces can all be made; `document` is the file `path`."""

    def at(spot: Spot) -> tuple[Where, str]:
        place, where = place_of(spot, document, path)
        return where, ".".join(map(str, place))

    found = []
    for spot, code, message, remedy in (*_frame_faults(layout), *_stand_in_faults(layout)):
        where, field = at(spot)
        found.append(Problem(code, message, remedy, where, field=field))
    return found


Told: TypeAlias = "tuple[Spot, str, str, str]"


def _frame_faults(layout: Layout) -> Iterator[Told]:
    """Codes that are too small or that something enters; the place for a stamp may lie around one."""
    for face in layout.faces:
        own = {frame.id: index for index, frame in enumerate(layout.faces[face].frames)}
        frames = [(frame, layout.place(frame, "ltr", 1)) for frame in layout.frames(face)]
        codes = [placed for placed in frames if placed[0].kind == "code"]
        for code, room in codes:
            if min(room.size) < LEAST_ROOM - TOLERANCE and code.id in own:
                message = (
                    f"Frame {face}.{code.id} is too small: a code of {SMALLEST / MM:g} mm needs {LEAST_ROOM / MM:.1f} "
                    "mm on each side, the white around it included."
                )
                yield ("faces", face, "frames", own[code.id], "box"), "layout.small-code", message, "Make it larger."
        for (code, room), (other, rect) in product(codes, frames):
            index = own.get(other.id, own.get(code.id))
            around = other.kind == "stamp" and not other.flow and rect.contains(room.outset(PERFORATION / 2))
            if other is not code and rect.overlaps(room) and not around and index is not None:
                message = f"Face {face}: {other.id} enters the white around the code {code.id}; phones may not read it."
                yield ("faces", face, "frames", index, "box"), "layout.covered-code", message, "Move one of them."


def _stand_in_faults(layout: Layout) -> Iterator[Told]:
    for face, other in layout.coded.items():
        unknown = [name for name in (face, other) if name not in layout.faces]
        for name in unknown:
            remedy = likeliest(name, layout.faces)
            yield ("coded", face), "layout.unknown-face", f"There is no face “{name}”.", remedy
        if unknown:
            continue
        shown, due = shown_texts(layout, (face,)), shown_texts(layout, (other,))
        is_contact = face == layout.matter.contact
        needed: list[tuple[str, ...]] = [("code",), (WEB,) if is_contact else (LINK,)]
        if is_contact:
            needed += [(name,) for name in NEEDED_OF_MATTER["contact"]]
        else:
            needed += [names for names in (*NEEDED_OF_STORY, ("picture",), ("credit",)) if shown.intersection(names)]
        for names in needed:
            if not due.intersection(names):
                message = f"Face {other}, for pages with a code, has no frame for “{names[0]}”: it would be lost."
                yield ("faces", other), "layout.no-frame", message, "Add one."
