"""Tags that were made to stop a program: each with the code that must name it."""

from __future__ import annotations

from collections.abc import Callable

from hostile_files import raw
from pikepdf import Array, Dictionary, Name, Pdf
from tagged_file import Change, changed, tags

#: Deeper than any parser's stack, more often than anybody waits for.
DEEP, MANY = 30_000, 100_000


def _tree(*elements: str, parents: str = "<</Nums []>>", roles: str = "<<>>") -> bytes:
    """A page without content, and a tree of these elements, numbered from 5, the first of them at the top."""
    catalog = "<</Type/Catalog /Pages 2 0 R /StructTreeRoot 4 0 R>>"
    pages = "<</Type/Pages /Kids [3 0 R] /Count 1>>"
    page = "<</Type/Page /Parent 2 0 R /MediaBox [0 0 300 200] /StructParents 0>>"
    root = f"<</Type/StructTreeRoot /K 5 0 R /ParentTree {parents} /RoleMap {roles}>>"
    return raw(catalog, pages, page, root, *elements)


def deep_tree() -> bytes:
    return _tree(*(f"<</S/Strange /P {place - 1} 0 R /K {place + 1} 0 R>>" for place in range(5, DEEP)), "<</S/P>>")


def tree_of_itself() -> bytes:
    return _tree("<</S/P /P 4 0 R /K [5 0 R 5 0 R]>>")


def wide_tree() -> bytes:
    kids = " ".join(["6 0 R"] * MANY)
    return _tree(f"<</S/Document /P 4 0 R /K [{kids}]>>", "<</S/P /P 5 0 R>>")


def endless_roles() -> bytes:
    roles = " ".join(f"/R{place} /R{place + 1}" for place in range(DEEP))
    return _tree("<</S/R0 /P 4 0 R>>", roles=f"<<{roles} /R{DEEP} /R0>>")


def parents_of_themselves() -> bytes:
    return _tree("<</S/P /P 4 0 R /K 0 /Pg 3 0 R>>", "<</Kids [6 0 R 6 0 R 6 0 R]>>", parents="6 0 R")


def wrong_kinds() -> bytes:
    return _tree("<</S [1] /P /No /K <</S <<>> /K (a)>> /A 5 /Alt /No /Lang 7>>", parents="[1 2]", roles="[/P /P]")


def huge_cells(pdf: Pdf) -> None:
    for cell in (*tags(pdf, "TH"), *tags(pdf, "TD")):
        cell.A = Dictionary(O=Name.Table, RowSpan=2_000_000_000, ColSpan=2_000_000_000)


def many_cells(pdf: Pdf) -> None:
    row = tags(pdf, "TR")[0]
    row.K = Array([Dictionary(Type=Name.StructElem, S=Name.TH, P=row, K=Array([])) for _ in range(DEEP)])


def nested_sequences(pdf: Pdf) -> None:
    content = b"/Span BMC " * MANY + b"/H1 <</MCID 0>> BDC 0 0 9 9 re f" + b" EMC" * MANY
    pdf.pages[0].obj.Contents = pdf.make_stream(content)


def claimed_again_and_again(pdf: Pdf) -> None:
    tags(pdf, "H1")[0].K = Array([0] * MANY)


def _changed(change: Change) -> Callable[[], bytes]:
    return lambda: changed(change)


#: What each file is called, how it is made, and the code that names what is wrong with it.
TAGS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a deep tree": (deep_tree, "ua-roles"),
    "a tree of itself": (tree_of_itself, "ua-parents"),
    "one tag in many places": (wide_tree, "ua-parents"),
    "roles without end": (endless_roles, "ua-roles"),
    "a parent tree of itself": (parents_of_themselves, "ua-agreement"),
    "things of the wrong kind": (wrong_kinds, "ua-roles"),
    "cells of a thousand million rows": (_changed(huge_cells), "ua-grids"),
    "a row of many cells": (_changed(many_cells), "ua-grids"),
    "sequences in sequences": (_changed(nested_sequences), "ua-agreement"),
    "the same words again and again": (_changed(claimed_again_and_again), "ua-agreement"),
}
