"""The tree of tags: elements in reading order, what each holds, and who the file says owns it (ISO 32000-1, 14.7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from msgspec import Struct, field

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import Key, entries, entry, items, key_of, name, words
from postcards.preflight.roles import standard_type

#: A tree with more elements is not gone through to its end; a booklet of 24 stories has some thousand.
MOST_ELEMENTS = 200_000


class Claim(Struct, frozen=True):
    """A marked-content sequence by the stream that it stands in (a page, or a form) and its number there."""

    stream: Key | None
    number: int


class Element(Struct, eq=False):
    """One tag."""

    source: Any
    role: str  # as it is written
    kind: str  # the standard type that it is, or stands for; empty if none
    parent: Element | None  # nothing at the root
    page: Key | None  # that it says it is on
    children: list[Element] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    guests: list[Key | None] = field(default_factory=list)  # whole objects, such as links (14.7.4.3)

    @property
    def path(self) -> str:
        """Where it stands, from the root on: `Document > Sect > P`; only the last steps if there are many."""
        path, at = [self.role or "?"], self.parent
        while at is not None and len(path) < DEEPEST:
            path.append(at.role or "?")
            at = at.parent
        return " > ".join(reversed(path))

    @property
    def kinds(self) -> list[str]:
        """Its children's standard types."""
        return [child.kind for child in self.children]

    def says(self, key: str) -> str | None:
        """A text of its own, such as Alt; nothing if there is none."""
        found = entry(self.source, key)
        return words(found) if isinstance(found, pikepdf.String) else None

    def attributes(self, owner: str) -> Iterator[Any]:
        """Its attribute objects of one owner, such as Layout (14.7.5)."""
        for found in items(entry(self.source, "A")):
            if name(entry(found, "O")) == owner:
                yield found


class Structure(Struct, eq=False):
    """The tree as a whole."""

    mapped: Mapping[str, str]  # the role map
    owners: Mapping[int, Any]  # the parent tree: what a page's, form's or link's number leads to
    elements: list[Element] = field(default_factory=list)  # in reading order, each once
    by_key: dict[Key, Element] = field(default_factory=dict)
    shared: list[Element] = field(default_factory=list)  # that stand in several places of the tree
    is_whole: bool = True

    def owner(self, holder: object, number: int) -> Any:
        """What the parent tree says of a sequence of the page or form `holder`; nothing if it says nothing."""
        start = entry(holder, "StructParents")
        found = self.owners.get(start) if isinstance(start, int) else None
        if not isinstance(found, pikepdf.Array) or not 0 <= number < len(found):
            return None
        return found[number]


def read_structure(root: Any) -> Structure | None:
    """The tree under the catalog `root`; nothing where the file has none."""
    tree = entry(root, "StructTreeRoot")
    if not isinstance(tree, pikepdf.Dictionary):
        return None
    mapped = {role: name(other) for role, other in entries(entry(tree, "RoleMap"))}
    structure = Structure(mapped, numbered(entry(tree, "ParentTree")))
    _fill(structure, tree)
    return structure


def _fill(structure: Structure, tree: Any) -> None:
    """Go through the tree, depth first, without calling oneself: it may be as deep as somebody likes."""
    waiting: list[tuple[Any, Element | None]] = [(kid, None) for kid in reversed(items(entry(tree, "K")))]
    while waiting:
        source, parent = waiting.pop()
        if len(structure.elements) >= MOST_ELEMENTS:
            structure.is_whole = False
            return
        key = key_of(source) if isinstance(source, pikepdf.Dictionary) else None
        if not isinstance(source, pikepdf.Dictionary):
            continue
        if key is not None and key in structure.by_key:
            structure.shared.append(structure.by_key[key])
            continue
        role, page = name(entry(source, "S")), entry(source, "Pg")
        kind = standard_type(role, structure.mapped)
        element = Element(source, role, kind, parent, key_of(page) if isinstance(page, pikepdf.Dictionary) else None)
        structure.elements.append(element)
        if key is not None:
            structure.by_key[key] = element
        if parent is not None:
            parent.children.append(element)
        waiting += [(kid, element) for kid in reversed(items(entry(source, "K"))) if not _holds(element, kid)]


def _holds(element: Element, kid: Any) -> bool:
    """Whether a kid is content, and no element; it is noted then."""
    if isinstance(kid, int):
        element.claims.append(Claim(element.page, kid))
        return True
    kind = name(entry(kid, "Type"))
    if kind == "MCR":
        number, stream, page = (entry(kid, key) for key in ("MCID", "Stm", "Pg"))
        if isinstance(number, int):
            within = key_of(stream) if isinstance(stream, pikepdf.Stream) else None
            on = key_of(page) if isinstance(page, pikepdf.Dictionary) else element.page
            element.page = element.page or on
            element.claims.append(Claim(within or on, number))
        return True
    if kind == "OBJR":
        thing = entry(kid, "Obj")
        page = entry(kid, "Pg")
        element.page = element.page or (key_of(page) if isinstance(page, pikepdf.Dictionary) else None)
        element.guests.append(key_of(thing) if isinstance(thing, pikepdf.Object) else None)
        return True
    return False


def numbered(tree: Any) -> dict[int, Any]:
    """A number tree's entries (7.9.7)."""
    found: dict[int, Any] = {}
    seen: set[Key] = set()
    waiting = [tree]
    while waiting and len(found) < MOST_ELEMENTS and len(seen) < MOST_ELEMENTS:
        node = waiting.pop()
        if not isinstance(node, pikepdf.Dictionary):
            continue
        key = key_of(node)
        if key is not None and key in seen:
            continue
        seen.add(key if key is not None else (0, -len(seen)))
        pairs = items(entry(node, "Nums"))
        found |= {
            number: value for number, value in zip(pairs[::2], pairs[1::2], strict=False) if isinstance(number, int)
        }
        waiting += reversed(items(entry(node, "Kids")))
    return found
