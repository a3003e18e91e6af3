"""Rules on content and its tags: nothing painted is lost, and both sides say the same (ISO 14289-1, 7.1 and 7.20)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from postcards.preflight.clauses import RETAG, SAYINGS, TREE
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document, Sheet
from postcards.preflight.objects import key_of
from postcards.preflight.roles import is_standard, rings
from postcards.preflight.sequences import Sequence
from postcards.preflight.structure import Claim, Element

DIVIDED = (
    "The tags and the page disagree on which text belongs where, so that it may be read aloud twice or not at all."
)


def tree(document: Document, _: Demands) -> Iterator[Fault]:
    """There is a tree of tags, and all of it could be looked at."""
    if document.structure is None or not document.structure.elements:
        yield Fault(*SAYINGS["7.1-11"], "no StructTreeRoot in the catalog, or nothing in it")
    elif not document.structure.is_whole:
        yield Fault("The file has more tags than were checked.", "Divide the file, then check the parts.")


def untagged(document: Document, _: Demands) -> Iterator[Fault]:
    """Whatever is painted belongs to a tag, or is marked as ornament."""
    for sheet in document.sheets:
        lost = dict(sheet.seen.marking.loose)
        for sequence in sheet.seen.marking.sequences:
            if sequence.painted and sequence.is_tagged and not _covers(document, sheet, sequence):
                lost[f"parts of “{sequence.tag}” {sequence.number}"] = sequence.painted
        if lost:
            told = [f"{what} ({count} times)" for what, count in sorted(lost.items())]
            yield Fault(*SAYINGS["7.1-3"], f"neither tagged nor an artifact: {', '.join(told[:5])}", sheet.number)


def _covers(document: Document, sheet: Sheet, sequence: Sequence) -> bool:
    """Whether a sequence, or one around it, is an element's own, or an artifact."""
    page = key_of(sheet.source)
    return any(at.is_artifact or document.binding.is_owned(at, page) for at in sequence.outwards())


def nested(document: Document, _: Demands) -> Iterator[Fault]:
    """What is ornament is not within what is read, nor the other way round."""
    for sheet in document.sheets:
        page, within = key_of(sheet.source), set()
        for sequence in sheet.seen.marking.sequences:
            for outer in islice(sequence.outwards(), 1, None):
                if sequence.is_artifact and document.binding.is_owned(outer, page):
                    within.add(f"an artifact in “{outer.tag}” {outer.number}")
                if outer.is_artifact and document.binding.is_owned(sequence, page):
                    within.add(f"“{sequence.tag}” {sequence.number} in an artifact")
        if within:
            message = "Part of this page is marked as text to be read and as ornament at once."
            yield Fault(message, RETAG, ", ".join(sorted(within)[:5]), sheet.number)


def agreement(document: Document, _: Demands) -> Iterator[Fault]:
    """Each numbered part of a page has one owner, by the tree and by the parent tree alike."""
    binding = document.binding
    for claim, owner in binding.owners.items():
        claimants, page = binding.claimants.get(claim, []), binding.places[claim]
        if claim in binding.twice:
            yield Fault(DIVIDED, RETAG, f"two sequences have the number {claim.number}", page)
        if len(claimants) > 1:
            paths = " and ".join(each.path for each in claimants[:2])
            yield Fault(DIVIDED, RETAG, f"{_named(claim)} is claimed by {paths}", page)
        elif owner is not None and claimants != [owner]:
            other = f"{claimants[0].path} claims it" if claimants else "nobody claims it"
            yield Fault(DIVIDED, RETAG, f"the parent tree gives {_named(claim)} to {owner.path}, and {other}", page)
    for claim, claimants in binding.claimants.items():
        if claim not in binding.owners and not document.cut_short:
            detail = f"{claimants[0].path} claims {_named(claim)}, which is not there"
            yield Fault(DIVIDED, RETAG, detail, binding.page_of(claimants[0]))


def _named(claim: Claim) -> str:
    return f"sequence {claim.number} of object {(claim.stream or (0, 0))[0]}"


def shared_forms(document: Document, _: Demands) -> Iterator[Fault]:
    """A drawing that has tags in it stands in one place (7.20)."""
    for form, page in sorted(document.binding.redrawn.items()):
        message = "A drawing that holds tags stands in several places: nobody can tell which one is meant."
        yield Fault(message, RETAG, f"form XObject {form[0]} has MCIDs and is drawn again", page)


def parents(document: Document, _: Demands) -> Iterator[Fault]:
    """Each element knows the one that it is in, and is in one alone (7.1)."""
    if document.structure is None:
        return
    root = key_of(document.pdf.Root.StructTreeRoot)
    for element in document.elements:
        above = element.source.get("/P")
        expected = root if element.parent is None else key_of(element.parent.source)
        if above is None or (expected is not None and key_of(above) != expected):
            yield _at(document, element, "has no /P, or one that does not hold it")
    for element in document.structure.shared:
        yield _at(document, element, "stands in several places of the tree")


def _at(document: Document, element: Element, what: str) -> Fault:
    message = "The tags do not hang together: aids to reading may lose their way in them."
    return Fault(message, TREE, f"{element.path} {what}", document.binding.page_of(element))


def roles(document: Document, _: Demands) -> Iterator[Fault]:
    """Each tag is, or stands for, a type that aids to reading know (7.1)."""
    structure = document.structure
    if structure is None:
        return
    message = "Some tags are of a kind that aids to reading do not know."
    for role in sorted(rings(structure.mapped)):
        yield Fault(message, RETAG, f"the role map leads {role} back to itself")
    for role in sorted(filter(is_standard, structure.mapped)):
        yield Fault(message, RETAG, f"the role map makes something else of {role}")
    strange: dict[str, Element] = {}
    for element in document.elements:
        if not element.kind:
            strange.setdefault(element.role, element)
    for role, first in sorted(strange.items()):
        detail = f"{first.path}: {role or 'no /S'} is no standard type, and the role map leads to none"
        yield Fault(message, RETAG, detail, document.binding.page_of(first))


def empty(document: Document, _: Demands) -> Iterator[Fault]:
    """No tag holds nothing: one would hear its kind, and then silence."""
    holds: set[int] = set()
    for element in reversed(document.elements):  # children before their parents
        painted = any(document.binding.painted.get(claim, 1) for claim in element.claims)
        if painted or element.guests or any(id(child) in holds for child in element.children):
            holds.add(id(element))
        elif element.kind not in ("TD", "TH"):
            message = "A tag on this page holds nothing: one hears “heading” or “link”, and then silence."
            yield Fault(message, TREE, element.path, document.binding.page_of(element))
