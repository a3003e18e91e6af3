"""How content and tags hold on to each other: what each says of the other, page by page (ISO 32000-1, 14.7.4.4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct, field

from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import Key, key_of
from postcards.preflight.sequences import Sequence as Marked
from postcards.preflight.structure import Claim, Element, Structure

if TYPE_CHECKING:
    from postcards.preflight.document import Sheet


#: To find an element's page, so many of those in it are looked at.
MOST_LOOKED_AT = 100


class Binding(Struct, eq=False):
    """Every numbered sequence of the content, and every claim to one."""

    pages: dict[Key, int] = field(default_factory=dict)  # the numbers of pages
    places: dict[Claim, int] = field(default_factory=dict)  # on which page a sequence stands
    painted: dict[Claim, int] = field(default_factory=dict)  # how much is in it
    owners: dict[Claim, Element | None] = field(default_factory=dict)  # as the parent tree says
    claimants: dict[Claim, list[Element]] = field(default_factory=lambda: defaultdict(list))  # as the tree says
    twice: set[Claim] = field(default_factory=set)  # numbers that one stream has more than once
    holders: dict[Key, set[int]] = field(default_factory=lambda: defaultdict(set))  # of links, by the elements' places
    redrawn: dict[Key, int] = field(default_factory=dict)  # forms with tags drawn again, and the page of that

    def page_of(self, element: Element) -> int:
        """The page that an element stands on, by what it says, what it holds, and what is around it; 0 if unknown."""
        waiting, left = [element], MOST_LOOKED_AT
        while waiting and left:
            at, left = waiting.pop(), left - 1
            pages = [self.pages.get(at.page or (0, 0), 0), *(self.places.get(claim, 0) for claim in at.claims)]
            if any(pages):
                return next(filter(None, pages))
            waiting += reversed(at.children)
        return self._page_around(element)

    def _page_around(self, element: Element) -> int:
        above = element.parent
        for _ in range(DEEPEST):
            if above is None:
                break
            if above.page in self.pages:
                return self.pages[above.page]
            above = above.parent
        return 0

    def is_owned(self, marked: Marked, page: Key | None) -> bool:
        """Whether an element is known to own a sequence on a page."""
        return marked.is_tagged and self.owners.get(Claim(marked.stream or page, marked.number or 0)) is not None


def bind(pdf: pikepdf.Pdf, sheets: Sequence[Sheet], structure: Structure) -> Binding:
    """What the content of all pages and the tree say of each other."""
    binding = Binding()
    for sheet in sheets:
        key = key_of(sheet.source)
        if key is not None:
            binding.pages.setdefault(key, sheet.number)
    drawings: dict[Key, tuple[int, int]] = {}
    for sheet in sheets:
        page = key_of(sheet.source)
        met: set[tuple[int, Claim]] = set()
        for marked, claim in _numbered(sheet, page):
            if (marked.drawing, claim) in met:
                binding.twice.add(claim)
            met.add((marked.drawing, claim))
            binding.places.setdefault(claim, sheet.number)
            binding.painted[claim] = binding.painted.get(claim, 0) + marked.painted
            if marked.stream and drawings.setdefault(marked.stream, (sheet.number, marked.drawing)) != (
                sheet.number,
                marked.drawing,
            ):
                binding.redrawn.setdefault(marked.stream, sheet.number)
            if claim not in binding.owners:
                binding.owners[claim] = _owner(structure, _holder(pdf, sheet, marked), claim.number)
    for element in structure.elements:
        for claim in element.claims:
            binding.claimants[claim].append(element)
        for guest in element.guests:
            if guest is not None:
                binding.holders[guest].add(id(element))
    return binding


def _numbered(sheet: Sheet, page: Key | None) -> Iterator[tuple[Marked, Claim]]:
    for marked in sheet.seen.marking.sequences:
        if marked.is_tagged and marked.number is not None:
            yield marked, Claim(marked.stream or page, marked.number)


def _holder(pdf: pikepdf.Pdf, sheet: Sheet, marked: Marked) -> Any:
    return pdf.get_object(marked.stream) if marked.stream and marked.stream[0] else sheet.source


def _owner(structure: Structure, holder: Any, number: int) -> Element | None:
    found = structure.owner(holder, number)
    key = key_of(found) if isinstance(found, pikepdf.Dictionary) else None
    return structure.by_key.get(key) if key else None
