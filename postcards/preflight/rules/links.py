"""Rules on links, notes and bookmarks: each can be found, understood and followed by ear (ISO 14289-1, 7.18)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf

from postcards.preflight.boxes import box_of
from postcards.preflight.clauses import RETAG, SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.objects import entry, has, items, key_of, name, number, numbers, words
from postcards.preflight.structure import Element
from postcards.preflight.tree import bookmarks, named_places

#: The flag of annotations that nobody sees (12.5.3).
HIDDEN = 1 << 1

#: Annotations that hang on others, or that no tag may hold.
POPUP, PRINTER_MARK, TRAP_NET = "Popup", "PrinterMark", "TrapNet"

#: Which element holds annotations of a kind; `Annot` all others.
HOLDERS = {"Link": "Link", "Widget": "Form"}


def shown(sheet: Sheet) -> Iterator[Any]:
    """The page's annotations that somebody may meet."""
    for found in items(entry(sheet.source, "Annots")):
        box, flags = box_of(numbers(entry(found, "Rect"))), number(entry(found, "F"))
        outside = box is not None and not box.shared(sheet.crop or sheet.media)
        if isinstance(found, pikepdf.Dictionary) and not int(flags or 0) & HIDDEN and not outside:
            yield found


def order(document: Document, _: Demands) -> Iterator[Fault]:
    """The keyboard goes through the page's links in the order of the tags (7.18.3)."""
    for sheet in document.sheets:
        if items(entry(sheet.source, "Annots")) and name(entry(sheet.source, "Tabs")) != "S":
            message = "The tab key does not go through the links of this page in the order in which they are read."
            yield Fault(message, RETAG, "/Tabs of the page is not S", sheet.number)


def held(document: Document, _: Demands) -> Iterator[Fault]:
    """Each link is in the tag of a link, each other annotation in one of its own, and both sides say so."""
    for sheet in document.sheets:
        for found in shown(sheet):
            kind = name(entry(found, "Subtype"))
            wrong = _misplaced(document, found, kind)
            if wrong:
                yield Fault(*SAYINGS["7.18"], f"{kind}: {wrong}", sheet.number)


def _misplaced(document: Document, found: Any, kind: str) -> str:
    start = entry(found, "StructParent")
    owner = holder(document, start)
    if kind == TRAP_NET:
        return "no such annotation is allowed"
    if kind == PRINTER_MARK:
        return "it is in the tags, and is none of the text" if owner else ""
    if kind == POPUP:
        return ""
    wanted = HOLDERS.get(kind, "Annot")
    if owner is None or owner.kind != wanted:
        return f"its StructParent leads to {owner.path if owner else 'no element'}, and not to {wanted}"
    if id(owner) not in document.binding.holders.get(key_of(found) or (0, 0), ()):
        return f"{owner.path} does not hold it"
    return ""


def holder(document: Document, start: object) -> Element | None:
    """The element that an annotation's StructParent leads to."""
    structure = document.structure
    if structure is None or not isinstance(start, int):
        return None
    found = structure.owners.get(start)
    key = key_of(found) if isinstance(found, pikepdf.Dictionary) else None
    return structure.by_key.get(key) if key else None


def told(document: Document, _: Demands) -> Iterator[Fault]:
    """Each says in words where it leads, or what it is (7.18.1)."""
    for sheet in document.sheets:
        for found in shown(sheet):
            kind = name(entry(found, "Subtype"))
            owner = holder(document, entry(found, "StructParent"))
            spoken = words(entry(_field(found), "TU") if kind == "Widget" else entry(found, "Contents"))
            if kind != "Link" and not spoken and owner is not None:
                spoken = owner.says("Alt") or ""
            if kind not in (POPUP, PRINTER_MARK) and not spoken.strip():
                message = "Somebody who listens does not hear where a link on this page leads, or what a note says."
                remedy = "Give it a description."
                yield Fault(message, remedy, f"{kind} without Contents", sheet.number)


def _field(widget: Any) -> Any:
    """The form field that a widget belongs to: itself, if it has a field's name (12.7.3.1)."""
    return widget if has(widget, "T") else entry(widget, "Parent")


def leading(document: Document, _: Demands) -> Iterator[Fault]:
    """Links and bookmarks within the file lead to one of its pages (12.3.2)."""
    if document.cut_short:
        return
    pages = {key_of(sheet.source) for sheet in document.sheets}
    places = named_places(document.pdf.Root)
    for sheet in document.sheets:
        for found in items(entry(sheet.source, "Annots")):
            if name(entry(found, "Subtype")) == "Link" and not _leads(found, places, pages):
                yield Fault("A link on this page leads nowhere.", "Take it out, or give it a place.", "", sheet.number)
    for mark in bookmarks(document.pdf.Root):
        if not _leads(mark, places, pages):
            title = words(entry(mark, "Title"))[:60]
            yield Fault(f"The bookmark “{title}” leads nowhere.", "Take it out, or give it a place.")


def _leads(thing: Any, places: Mapping[str, Any], pages: set[Any]) -> bool:
    """Whether it leads to a page of the file, or elsewhere altogether; a bookmark may be a mere heading."""
    place, action = entry(thing, "Dest"), entry(thing, "A")
    if action is not None:
        if name(entry(action, "S")) != "GoTo":
            return True
        place = entry(action, "D")
    if place is None:
        return has(thing, "First")
    if isinstance(place, pikepdf.Name | pikepdf.String):
        place = places.get(words(place) or name(place))
    if isinstance(place, pikepdf.Dictionary):
        place = entry(place, "D")
    target = items(place)[:1]
    return bool(target) and isinstance(target[0], pikepdf.Dictionary) and key_of(target[0]) in pages
