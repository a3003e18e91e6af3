"""Rules on what a file says of itself to aids to reading (ISO 14289-1, 5 to 7.1, 7.10 to 7.16)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf

from postcards.preflight.clauses import SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.metadata import NAMESPACES
from postcards.preflight.objects import entry, has, items, name, words

#: The permission to take text out for those who cannot see it: bit 10 (7.6.3.2, table 22).
FOR_AIDS = 1 << 9

_VERSION = re.compile(rb"%PDF-1\.[0-7](?!\d)")
_DYNAMIC = re.compile(rb"<dynamicRender\s*>\s*required\s*<")
_PREFIX = re.compile(rb"xmlns:([\w.-]+)\s*=\s*[\"']" + re.escape(NAMESPACES["pdfuaid"].encode()))


def claim(document: Document, _: Demands) -> Iterator[Fault]:
    """The file calls itself PDF/UA-1, in the way that programs look for (5)."""
    part = (document.xmp or {}).get("pdfuaid:part", "")
    packet = entry(document.pdf.Root, "Metadata")
    prefixes = set(_PREFIX.findall(packet.read_bytes())) if isinstance(packet, pikepdf.Stream) else set()
    if part.strip() != "1" or prefixes - {b"pdfuaid"}:
        yield Fault(*SAYINGS["5"], f"pdfuaid:part is “{part}”, and has to be 1, with this prefix")


def version(document: Document, _: Demands) -> Iterator[Fault]:
    """It is PDF 1.7 or older (6.1)."""
    if not _VERSION.match(document.head):
        yield Fault(*SAYINGS["6.1"], f"the header is {document.head[:8]!r}")


def marked(document: Document, _: Demands) -> Iterator[Fault]:
    """It says that it is tagged, and that nobody has to doubt it (6.2, 7.1)."""
    said = entry(document.pdf.Root, "MarkInfo")
    if entry(said, "Marked") is not True or entry(said, "Suspects") is True:
        yield Fault(*SAYINGS["6.2"], "catalog /MarkInfo: Marked is not true, or Suspects is")


def title(document: Document, _: Demands) -> Iterator[Fault]:
    """It has a title, and windows show that (7.1)."""
    if not (document.xmp or {}).get("dc:title", "").strip():
        yield Fault(*SAYINGS["7.1-9"], "XMP has no dc:title")
    if entry(document.pdf.Root, "ViewerPreferences", "DisplayDocTitle") is not True:
        yield Fault(*SAYINGS["7.1-10"], "ViewerPreferences: DisplayDocTitle is not true")


def aids_may_read(document: Document, _: Demands) -> Iterator[Fault]:
    """If it is locked, then not against those who have it read to them (7.16)."""
    lock = entry(document.pdf.trailer, "Encrypt")
    allowed = entry(lock, "P")
    if lock is not None and not (isinstance(allowed, int) and allowed & FOR_AIDS):
        yield Fault(*SAYINGS["7.16"], "/Encrypt: bit 10 of /P is not set")


def fixed_form(document: Document, _: Demands) -> Iterator[Fault]:
    """It is no form that only one program can lay out (7.15)."""
    form = entry(document.pdf.Root, "AcroForm", "XFA")
    if any(_DYNAMIC.search(part) for part in _parts(form)):
        yield Fault(*SAYINGS["7.15"], "AcroForm /XFA with dynamicRender required")


def _parts(form: Any) -> Iterator[bytes]:
    for part in items(form):
        if isinstance(part, pikepdf.Stream):
            yield part.read_bytes()


def named_layers(document: Document, _: Demands) -> Iterator[Fault]:
    """Layers have names, and none is switched by itself (7.10)."""
    layered = entry(document.pdf.Root, "OCProperties")
    for configuration in [entry(layered, "D"), *items(entry(layered, "Configs"))]:
        if configuration is not None and (not words(entry(configuration, "Name")) or has(configuration, "AS")):
            yield Fault(*SAYINGS["7.10"], "OCProperties: a configuration without Name, or with AS")


def named_files(document: Document, _: Demands) -> Iterator[Fault]:
    """Files within the file have names that every program can say (7.11)."""
    for thing in document.pdf.objects:
        if has(thing, "EF") and not (words(entry(thing, "F")) and words(entry(thing, "UF"))):
            yield Fault(*SAYINGS["7.11"], "a file specification without F or UF")


def no_guests(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is taken from another file (7.20)."""
    for sheet in document.sheets:
        if any(name(entry(form, "Subtype")) == "Form" and has(form, "Ref") for form in sheet.seen.forms):
            yield Fault(*SAYINGS["7.20"], "a reference XObject", sheet.number)
