"""Rules on what stands in what: lists, contents, tables (ISO 14289-1, 7.2; ISO 32000-1, 14.8.4.3)."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from postcards.preflight.clauses import SAYINGS, TREE
from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.roles import rank
from postcards.preflight.structure import Element

#: What may stand directly in an element of each kind; what is not named here holds what it likes.
KIDS = {
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "TOC": {"TOC", "TOCI", "Caption"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}

#: Where an element of each kind may stand.
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
}


class _Ends(Struct, frozen=True):
    """Whether a caption may stand first and last."""

    first: bool
    last: bool


CAPTIONS = {"L": _Ends(True, False), "TOC": _Ends(True, False), "Table": _Ends(True, True)}


def nesting(document: Document, _: Demands) -> Iterator[Fault]:
    """Parts of lists, contents and tables stand where they belong, and nothing else does."""
    for element in document.elements:
        for what in _wrong(element):
            message, remedy = SAYINGS["7.2"]
            yield Fault(message, remedy, f"{element.path}: {what}", document.binding.page_of(element))


def _wrong(element: Element) -> Iterator[str]:
    kind, kids = element.kind, element.kinds
    strangers = sorted({kid or "?" for kid in kids} - KIDS[kind]) if kind in KIDS else []
    if strangers:
        yield f"holds {', '.join(strangers)}"
    if kind in PARENTS and (element.parent is None or element.parent.kind not in PARENTS[kind]):
        yield f"is not in {' or '.join(sorted(PARENTS[kind]))}"
    if kind in CAPTIONS:
        may = CAPTIONS[kind]
        places = [place for place, kid in enumerate(kids) if kid == "Caption"]
        fits = [place for place in places if (may.first and place == 0) or (may.last and place == len(kids) - 1)]
        if len(places) > 1 or fits != places:
            yield "has a caption that is not its first part, or several"
    if kind == "Table":
        for part in ("THead", "TFoot"):
            if kids.count(part) > 1:
                yield f"has {part} more than once"
            if part in kids and "TBody" not in kids:
                yield f"has {part} and no TBody"


def headings(document: Document, _: Demands) -> Iterator[Fault]:
    """Headings begin with the first rank and skip none going down; all have a rank, or none has (7.4)."""
    before, ranked, plain = 0, False, False
    for element in document.elements:
        found = rank(element.kind)
        if found > before + 1:
            wanted = f"H{before} came before" if before else "it is the first one"
            yield Fault(*SAYINGS["7.4.2"], f"{element.path}: {wanted}", document.binding.page_of(element))
        before, ranked, plain = found or before, ranked or bool(found), plain or element.kind == "H"
        if element.kinds.count("H") > 1:
            yield Fault(*SAYINGS["7.4.4"], f"{element.path} has several H", document.binding.page_of(element))
    if ranked and plain:
        yield Fault(*SAYINGS["7.4.4"], "H and H1 to H6 in one file")


def notes(document: Document, _: Demands) -> Iterator[Fault]:
    """Notes can be told from one another (7.9)."""
    known: set[str] = set()
    for element in document.elements:
        if element.kind == "Note":
            said = element.says("ID")
            if not said or said in known:
                detail = f"{element.path} has the ID of another" if said else f"{element.path} has no ID"
                yield Fault("Notes cannot be told from one another.", TREE, detail, document.binding.page_of(element))
            known.add(said or "")
