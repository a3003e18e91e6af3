"""Rules on what PDF/X has no place for: old ways of packing, and things to be put in later (ISO 15930-7, 6)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import entries, entry, has, items, name, number

AGAIN = "Export it again as PDF/X-4."

LZW = ("LZWDecode", "LZW")

#: Halftones that may stand in a file: one screen, or one for each ink (10.5.5).
HALFTONES = (1, 5)


def lzw(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is packed with LZW."""
    inline = [picture for sheet in document.sheets for picture in sheet.seen.pictures if not picture.is_indirect]
    streams = [thing for thing in document.pdf.objects if isinstance(thing, pikepdf.Stream)]
    packed = sum(any(name(part) in LZW for part in items(entry(thing, "Filter"))) for thing in [*streams, *inline])
    if packed:
        message = "Parts of the file are packed in a way that print shops no longer take."
        yield Fault(message, AGAIN, f"LZWDecode in {packed} streams")


def postscript(document: Document, _: Demands) -> Iterator[Fault]:
    """There is no PostScript in it (8.8.2)."""
    for sheet in document.sheets:
        if any("PS" in (name(entry(form, "Subtype")), name(entry(form, "Subtype2"))) for form in sheet.seen.forms):
            message = "Part of this page is a program for old printers, and will be missing."
            yield Fault(message, AGAIN, "PostScript XObject", sheet.number)


def placeholders(document: Document, _: Demands) -> Iterator[Fault]:
    """No coarse picture stands for a fine one that the print shop is to put in (14.11.7)."""
    for sheet in document.sheets:
        if any(has(thing, "OPI") for thing in (*sheet.seen.forms, *sheet.seen.pictures)):
            message = "A coarse picture on this page stands for another one that is not in the file."
            yield Fault(message, "Export it again with the picture itself.", "OPI", sheet.number)


def references(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is fetched from another file (8.10.4, 7.3.8)."""
    for sheet in document.sheets:
        things = (*sheet.seen.forms, *sheet.seen.pictures)
        if any(has(thing, "Ref") or has(thing, "F") for thing in things):
            message = "Part of this page is in another file, which the print shop does not have."
            yield Fault(message, AGAIN, "reference XObject or external stream", sheet.number)


def alternates(document: Document, _: Demands) -> Iterator[Fault]:
    """No picture has another one that is printed instead (8.9.5.4)."""
    for sheet in document.sheets:
        for picture in sheet.seen.pictures:
            others = items(entry(picture, "Alternates"))
            if any(entry(other, "DefaultForPrinting") is True for other in others):
                message = "Another picture than the one that is seen will be printed on this page."
                yield Fault(message, AGAIN, "alternate with DefaultForPrinting", sheet.number)


def transfer_functions(document: Document, _: Demands) -> Iterator[Fault]:
    """No curve changes how dark things print (10.4)."""
    for sheet in document.sheets:
        found = set()
        for state in sheet.seen.states:
            found |= {key for key, value in entries(state) if key in ("TR", "HTP")}
            if has(state, "TR2") and name(entry(state, "TR2")) != "Default":
                found.add("TR2")
        if found:
            message = "This page is to be printed darker or lighter than it is seen."
            yield Fault(message, AGAIN, f"ExtGState {', '.join(sorted(found))}", sheet.number)


def halftones(document: Document, _: Demands) -> Iterator[Fault]:
    """How dots are screened is left to the press (10.5)."""
    for sheet in document.sheets:
        kinds = [number(entry(state, "HT", "HalftoneType")) for state in sheet.seen.states]
        wrong = sorted({int(kind) for kind in kinds if kind is not None and kind not in HALFTONES})
        if wrong:
            message = "This page brings its own printing dots, which do not fit the press."
            yield Fault(message, AGAIN, f"halftone types {wrong}", sheet.number)
