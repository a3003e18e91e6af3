"""Rules on languages: in which voice text is to be read (ISO 14289-1, 7.2; ISO 32000-1, 14.9.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from postcards.preflight.clauses import SAYINGS
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.objects import entry, items, key_of, words
from postcards.preflight.rules.links import holder
from postcards.preflight.sequences import Sequence
from postcards.preflight.structure import Claim
from postcards.problems import Severity

#: How a language is written (RFC 3066): `fa`, `fa-AF`, `az-Latn`.
LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")

#: Texts of an element that are read instead of its content, or explain it.
SPOKEN = ("Alt", "ActualText", "E")


def known(document: Document, _: Demands) -> Iterator[Fault]:
    """The file has a language; without one, each text has its own, and what is read beside it is in none."""
    if words(entry(document.pdf.Root, "Lang")):
        return
    lacking = sorted(set(_silent(document)))
    if lacking:
        for page in lacking:
            yield Fault(*SAYINGS["7.2-2"], "no /Lang in the catalog, nor around this", page)
    else:
        message, remedy = SAYINGS["7.2-2"]
        yield Fault(message, remedy, "no /Lang in the catalog", severity=Severity.WARNING)


def _silent(document: Document) -> Iterator[int]:
    """Pages with text, or words for pictures, in no language; 0 for what belongs to the whole file."""
    spoken: dict[int, str] = {}
    for element in document.elements:  # parents before their children
        around = spoken[id(element.parent)] if element.parent else ""
        spoken[id(element)] = element.says("Lang") or around
        if not spoken[id(element)] and any(element.says(key) for key in SPOKEN):
            yield document.binding.page_of(element)
    for sheet in document.sheets:
        if any(not _inherits(document, sheet, sequence, spoken) for sequence in sheet.seen.marking.sequences):
            yield sheet.number
        for found in items(entry(sheet.source, "Annots")):
            owner = holder(document, entry(found, "StructParent"))
            lacks = not words(entry(found, "Lang")) and (owner is None or not spoken[id(owner)])
            if words(entry(found, "Contents")) and lacks:
                yield sheet.number
    if entry(document.pdf.Root, "Outlines", "First") is not None:
        yield 0


def _inherits(document: Document, sheet: Sheet, sequence: Sequence, spoken: Mapping[int, str]) -> bool:
    """Whether a sequence that shows text has a language: by itself, by one around it, or by its element."""
    page = key_of(sheet.source)
    for at in sequence.outwards():
        owner = document.binding.owners.get(Claim(at.stream or page, at.number)) if at.number is not None else None
        if at.is_artifact or at.language or (owner is not None and spoken[id(owner)]):
            return True
    return not sequence.spoken


def well_formed(document: Document, _: Demands) -> Iterator[Fault]:
    """Each language that the file names is written as languages are."""
    whole = entry(document.pdf.Root, "Lang")
    if whole is not None and not LANGUAGE.fullmatch(words(whole)):
        yield Fault(*SAYINGS["7.2-29"], f"catalog /Lang is “{words(whole)}”")
    for element in document.elements:
        said = element.says("Lang")
        if said is not None and not LANGUAGE.fullmatch(said):
            page = document.binding.page_of(element)
            yield Fault(*SAYINGS["7.2-29"], f"/Lang of {element.path} is “{said}”", page)
    for sheet in document.sheets:
        for sequence in sheet.seen.marking.sequences:
            if sequence.language is not None and not LANGUAGE.fullmatch(sequence.language):
                detail = f"/Lang of a sequence “{sequence.tag}” is “{sequence.language}”"
                yield Fault(*SAYINGS["7.2-29"], detail, sheet.number)
