"""Rules on page boxes: where the sheet is cut, and how much there is to cut off (ISO 15930-7, 6.3; GWG 2015, 4.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from postcards.geometry import MM
from postcards.preflight.boxes import Box
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet, user_unit
from postcards.preflight.marks import Area, Photo
from postcards.preflight.objects import number
from postcards.preflight.spaces import inks
from postcards.preflight.tree import inherited
from postcards.problems import Severity

#: Boxes that differ by less than this (points) are the same: a tenth of what a guillotine can be off.
SAME = 0.1 * MM

#: What ends this close to the cut (points) was meant to reach it.
AT_THE_CUT = 0.5 * MM


def trim_box(document: Document, _: Demands) -> Iterator[Fault]:
    """Every page says where it is cut, once."""
    for sheet in document.sheets:
        if (sheet.trim is None) == (sheet.art is None):
            message = "The page does not say where it is to be cut."
            detail = "neither TrimBox nor ArtBox" if sheet.trim is None else "both TrimBox and ArtBox"
            yield Fault(message, "Export it again with trim and bleed boxes.", detail, sheet.number)


def nested(document: Document, _: Demands) -> Iterator[Fault]:
    """The trim lies within the bleed, and both on the sheet."""
    for sheet in document.sheets:
        inner = [box for box in (sheet.cut, sheet.bleed, sheet.media) if box]
        if any(not outer.contains(box) for box, outer in pairwise(inner)):
            message = "The page is to be cut outside of the sheet or of its bleed."
            detail = "TrimBox within BleedBox within MediaBox does not hold"
            yield Fault(message, "Export it again with trim and bleed boxes.", detail, sheet.number)


def equal(document: Document, _: Demands) -> Iterator[Fault]:
    """All pages are cut to the same size."""
    sizes = Counter(_size(sheet.cut) for sheet in document.sheets)
    ((usual, _often),) = sizes.most_common(1)
    for sheet in document.sheets:
        if any(abs(one - other) > SAME for one, other in zip(_size(sheet.cut), usual, strict=True)):
            message = f"This page is {_told(sheet.cut)}; most are {usual[0] / MM:.1f} × {usual[1] / MM:.1f} mm."
            yield Fault(message, "Give all pages one size.", f"trim {sheet.cut}", sheet.number)


def wanted_size(document: Document, demands: Demands) -> Iterator[Fault]:
    """Pages and their sheets have the size that was ordered."""
    for sheet in document.sheets:
        for what, box, asked in (("page", sheet.cut, demands.trim), ("sheet", sheet.media, demands.sheet)):
            if asked and any(abs(one - other) > SAME for one, other in zip(_size(box), asked, strict=True)):
                wanted = f"{asked.width / MM:.1f} × {asked.height / MM:.1f} mm"
                message = f"This {what} is {_told(box)} instead of {wanted}."
                yield Fault(message, "Make the pages in the size that was ordered.", f"{what} {box}", sheet.number)


def upright(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing but the boxes says how large a page is and which way up: no crop, no turn, no scale."""
    for sheet in document.sheets:
        turn = number(inherited(sheet.source, "Rotate")) or 0.0
        faults = [f"Rotate {turn:g}"] if turn % 360 else []
        faults += [f"UserUnit {user_unit(sheet):g}"] if user_unit(sheet) != 1 else []
        faults += ["CropBox differs from MediaBox"] if sheet.crop and sheet.crop != sheet.media else []
        if faults:
            message = "The page may be printed turned, cropped or in another size than it looks."
            yield Fault(message, "Export it again upright, in its own size.", "; ".join(faults), sheet.number)


def bleed_room(document: Document, demands: Demands) -> Iterator[Fault]:
    """The sheet reaches as far beyond the cut as the printer asks for."""
    for sheet in document.sheets:
        least = min(distance for _, distance in _beyond(sheet.room, sheet.cut))
        if least < demands.bleed - SAME:
            message = f"The sheet reaches {max(0.0, least) / MM:.1f} mm beyond the cut"
            message += f"; the printer asks for {demands.bleed / MM:.1f} mm. White slivers may show at the edges."
            yield Fault(message, "Export it again with bleed.", f"bleed {sheet.bleed}, trim {sheet.cut}", sheet.number)


def bleed_filled(document: Document, demands: Demands) -> Iterator[Fault]:
    """Pictures and grounds that reach the cut reach the bleed's edge."""
    for sheet in document.sheets:
        asked = sheet.cut.grown(demands.bleed).shared(sheet.room) or sheet.room
        short = {side for area in sheet.areas if _shows(area) for side in _short_sides(area.box, sheet, asked)}
        if short:
            sides = " and ".join(side for side, _ in _beyond(asked, sheet.cut) if side in short)
            message = f"Something ends at the cut on the {sides}: a white sliver may show there."
            remedy = "Let pictures and grounds reach the edge of the bleed."
            yield Fault(message, remedy, f"art between {sheet.cut} and {asked}", sheet.number)


def _short_sides(box: Box, sheet: Sheet, asked: Box) -> Iterator[str]:
    """The sides on which `box` reaches the cut and not what is asked for."""
    to_the_bleed = dict(_beyond(asked, box))
    for side, distance in _beyond(box, sheet.cut):
        if distance > -AT_THE_CUT and to_the_bleed[side] > SAME:
            yield side


def _beyond(outer: Box, inner: Box) -> tuple[tuple[str, float], ...]:
    """How far `outer` reaches beyond `inner`, side by side."""
    return (
        ("left", inner.left - outer.left),
        ("bottom", inner.bottom - outer.bottom),
        ("right", outer.right - inner.right),
        ("top", outer.top - inner.top),
    )


def _shows(area: Area | Photo) -> bool:
    """Whether there is any ink in it, as far as can be told."""
    found = inks(area.paint) if isinstance(area, Area) else None
    return found is None or found.total > 0


def _size(box: Box) -> tuple[float, float]:
    return box.width, box.height


def _told(box: Box) -> str:
    return f"{box.width / MM:.1f} × {box.height / MM:.1f} mm"


def cutting_marks(document: Document, demands: Demands) -> Iterator[Fault]:
    """Marks stand around the pages if the printer wants them, and only then."""
    for sheet in document.sheets:
        has_marks = any(not mark.box.meets(sheet.room) for mark in sheet.cut_off)
        if demands.marks is True and not has_marks:
            message = "The printer asks for cutting marks, and there are none."
            yield Fault(message, "Export it again with crop marks.", "nothing outside of the bleed", sheet.number)
        if demands.marks is False and has_marks:
            message = "There are marks around the page, and the printer asks for none."
            yield Fault(message, "Export it again without marks.", "marks outside of the bleed", sheet.number)


def page_count(document: Document, demands: Demands) -> Iterator[Fault]:
    """The sheets that are folded have no side over."""
    count = len(document.pdf.pages)
    if count % demands.multiple:
        message = f"The file has {count} pages; what is bound from folded sheets has a multiple of {demands.multiple}."
        yield Fault(message, "Add or take out pages.", severity=Severity.WARNING)
