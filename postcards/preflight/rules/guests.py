"""Rules on what is in the file and is no print: links, programs, other files, layers (ISO 15930-7, 6.7, 6.11)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.boxes import box_of
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import entries, entry, has, items, name, numbers, words
from postcards.preflight.tree import bookmarks

#: Annotations that presses know what to do with (14.11.3, 14.11.6).
TRAP_NET, PRINTER_MARK = "TrapNet", "PrinterMark"


def notes(document: Document, _: Demands) -> Iterator[Fault]:
    """No note, link or form field on what is printed."""
    for sheet in document.sheets:
        kinds = set()
        for note in items(entry(sheet.source, "Annots")):
            kind, box = name(entry(note, "Subtype")), box_of(numbers(entry(note, "Rect")))
            forbidden = sheet.cut if kind == PRINTER_MARK else sheet.room
            if kind != TRAP_NET and (box is None or box.shared(forbidden)):
                kinds.add(kind or "annotation")
        if kinds:
            message = "There are links or notes on the page, which may print as boxes."
            detail = f"annotations: {', '.join(sorted(kinds))}"
            yield Fault(message, "Export it again without links and notes.", detail, sheet.number)


def actions(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing happens when the file is opened, printed or clicked on."""
    root = document.pdf.Root
    found = [f"catalog /{key}" for key in ("AA",) if entry(root, key) is not None]
    found += ["catalog /OpenAction"] if isinstance(entry(root, "OpenAction"), pikepdf.Dictionary) else []
    found += [f"page {sheet.number} /AA" for sheet in document.sheets if has(sheet.source, "AA")]
    found += ["bookmarks with actions"] if any(has(mark, "A") for mark in bookmarks(root)) else []
    if found:
        message = "The file does something when it is opened or clicked on; print shops refuse such files."
        yield Fault(message, "Export it again without links and actions.", "; ".join(found[:10]))


def programs(document: Document, _: Demands) -> Iterator[Fault]:
    """There is no JavaScript and nothing that starts anything (12.6.4.16, 12.6.4.5)."""
    found = {"catalog Names"} if entry(document.pdf.Root, "Names", "JavaScript") is not None else set()
    for thing in document.pdf.objects:
        if isinstance(thing, pikepdf.Dictionary):
            if has(thing, "JS") or (has(thing, "S") and name(entry(thing, "S")) in ("JavaScript", "Launch")):
                found.add("JavaScript or Launch action")
            found |= {f"catalog {key}" for key in _with_programs(thing)}
    if found:
        message = "There is a small program in the file; many readers warn of it or refuse to open it."
        yield Fault(message, "Export it again without scripts.", "; ".join(sorted(found)))


def _with_programs(thing: pikepdf.Object) -> Iterator[str]:
    for key in ("OpenAction", "AA", "A"):
        if not has(thing, key):
            continue
        for action in (entry(thing, key), *(value for _, value in entries(entry(thing, key)))):
            if name(entry(action, "S")) in ("JavaScript", "Launch"):
                yield key


def embedded_files(document: Document, _: Demands) -> Iterator[Fault]:
    """No other file is hidden in it."""
    root = document.pdf.Root
    found = [key for key in ("AF", "Collection") if entry(root, key) is not None]
    found += ["EmbeddedFiles"] if entry(root, "Names", "EmbeddedFiles") is not None else []
    if not found and any(has(thing, "EF") for thing in document.pdf.objects):
        found.append("EF")
    if found:
        message = "There are other files within the file."
        yield Fault(message, "Take the attached files out.", ", ".join(found))


def form_fields(document: Document, _: Demands) -> Iterator[Fault]:
    """It is no form to be filled in."""
    form = entry(document.pdf.Root, "AcroForm")
    if form is not None and (items(entry(form, "Fields")) or has(form, "XFA")):
        message = "The file is a form to be filled in; fields may print otherwise than they look."
        yield Fault(message, "Flatten the form, or export it again without fields.", "catalog /AcroForm")


def layers(document: Document, _: Demands) -> Iterator[Fault]:
    """What is printed does not hang on layers that somebody switches: named, and nothing switched by itself."""
    layered = entry(document.pdf.Root, "OCProperties")
    if layered is None:
        return
    found = ["several configurations"] if items(entry(layered, "Configs")) else []
    for configuration in [entry(layered, "D"), *items(entry(layered, "Configs"))]:
        found += ["no Name"] if not words(entry(configuration, "Name")) else []
        found += ["AS"] if has(configuration, "AS") else []
    if found:
        message = "The file has layers that may be switched on or off in print."
        yield Fault(message, "Export it again without layers.", f"OCProperties: {', '.join(sorted(set(found)))}")
