"""The structure tree as the document's objects (ISO 32000-1, 14.7), with the links that are part of it (12.5.6.5).

Every element is an object of its own that names its parent; the parent tree leads back from marked content and
annotations to their elements. Numbers are given out in reading order: same structure, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from postcards.edition.ready import put, reference, take_numbers
from postcards.edition.structure import Content, Element, Link, Structure
from postcards.geometry import Rect

#: How text runs and lines follow each other (14.8.5.4.2); left to right, top to bottom is meant if none is named.
WRITING_MODES = {"ltr": "", "rtl": "RlTb"}

#: Annotations that are not to be seen but in use have no border; they are printed with the page (table 165, bit 3).
PRINTED = 4


class Sheet(NamedTuple):
    """A closed page of the file."""

    number: int  # of its object
    page: Any  # ReportLab's object
    height: float  # points


class _Numbered(Struct, frozen=True):
    """An element with its own and its parent's object number."""

    number: int
    parent: int
    element: Element
    kids: tuple[_Numbered, ...]


def add_tags(document: Any, structure: Structure, sheets: Mapping[int, Sheet], direction: str) -> None:
    """Add the tree, and what pages, catalogue and annotations say of it. `sheets` has the pages by their number."""
    _Tagger(document, structure, sheets).write(direction)


class _Tagger:
    def __init__(self, document: Any, structure: Structure, sheets: Mapping[int, Sheet]) -> None:
        self._document = document
        self._sheets = sheets
        self._structure = structure
        self._links = dict(zip(structure.links, self._take(len(structure.links)), strict=True))
        self._owners: dict[int, dict[int, int]] = {number: {} for number in sheets}  # page, MCID -> element
        self._link_owners: dict[Link, int] = {}
        self._identified: list[tuple[bytes, int]] = []

    def write(self, direction: str) -> None:
        root, parents = self._take(2)
        tree = self._numbered(self._structure.root, root, iter(self._take(_count(self._structure.root))))
        mode = WRITING_MODES[direction]
        self._element(tree, b"/A <</O /Layout /WritingMode /%b>>" % mode.encode() if mode else b"")
        self._parent_tree(parents)
        notes = b" ".join(b"%b %b" % (name, reference(number)) for name, number in sorted(self._identified))
        identified = b" /IDTree <</Names [%b]>>" % notes if notes else b""
        self._put(
            root,
            b"<</Type /StructTreeRoot /K %b /ParentTree %b /ParentTreeNextKey %d%b>>"
            % (reference(tree.number), reference(parents), len(self._sheets) + len(self._links), identified),
        )
        catalogue = self._document.Catalog
        catalogue.StructTreeRoot = reference(root)
        catalogue.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})

    def _take(self, count: int) -> range:
        return take_numbers(self._document, count)

    def _put(self, number: int, content: bytes) -> None:
        put(self._document, number, content)

    def _numbered(self, element: Element, parent: int, numbers: Iterator[int]) -> _Numbered:
        number = next(numbers)
        kids = tuple(self._numbered(kid, number, numbers) for kid in element.kids if isinstance(kid, Element))
        return _Numbered(number, parent, element, kids)

    def _element(self, numbered: _Numbered, attributes: bytes = b"") -> None:
        number, element = numbered.number, numbered.element
        elements = iter(numbered.kids)
        page = next((kid.page for kid in element.kids if isinstance(kid, Content)), 0)
        kids: list[bytes] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                inner = next(elements)
                self._element(inner)
                kids.append(reference(inner.number))
            elif isinstance(kid, Content):
                self._owners[kid.page][kid.number] = number
                kids.append(b"%d" % kid.number if kid.page == page else self._elsewhere(kid))
            else:
                self._link_owners[kid] = number
                kids.append(b"<</Type /OBJR /Obj %b /Pg %b>>" % (reference(self._links[kid]), self._page(kid.page)))
        parts = [b"<</Type /StructElem /S /%b /P %b" % (element.tag.encode(), reference(numbered.parent))]
        if page:
            parts.append(b"/Pg %b" % self._page(page))
        if element.language:
            parts.append(b"/Lang (%b)" % element.language.encode())
        if element.alt:
            parts.append(b"/Alt %b" % text_string(element.alt))
        if element.actual:
            parts.append(b"/ActualText %b" % text_string(element.actual))
        if element.tag == "Note":
            name = b"(note-%d)" % len(self._identified)
            self._identified.append((name, number))
            parts.append(b"/ID %b" % name)
        if element.rect:
            box = _array(self._box(element.rect, page))
            parts.append(b"/A <</O /Layout /Placement /Block /BBox %b>>" % box)
        if attributes:
            parts.append(attributes)
        parts.append(b"/K [%b]>>" % b" ".join(kids) if len(kids) != 1 else b"/K %b>>" % kids[0])
        self._put(number, b" ".join(parts))

    def _elsewhere(self, content: Content) -> bytes:
        return b"<</Type /MCR /Pg %b /MCID %d>>" % (self._page(content.page), content.number)

    def _parent_tree(self, number: int) -> None:
        """Pages first, by their order in the file, then the links (14.7.4.4)."""
        entries: list[bytes] = []
        for key, (page, sheet) in enumerate(sorted(self._sheets.items())):
            owners = self._owners[page]
            _say(sheet.page, "StructParents", key)
            entries.append(b"%d [%b]" % (key, b" ".join(reference(owners[mark]) for mark in range(len(owners)))))
        annotations: dict[int, list[bytes]] = {}
        for key, (link, at) in enumerate(self._links.items(), start=len(self._sheets)):
            self._put(at, self._annotation(link, key))
            annotations.setdefault(link.page, []).append(reference(at))
            entries.append(b"%d %b" % (key, reference(self._link_owners[link])))
        for page, references in annotations.items():
            sheet = self._sheets[page]
            sheet.page.Annots = pdfdoc.PDFArray(references)
            _say(sheet.page, "Tabs", pdfdoc.PDFName("S"))  # in the order of the structure
        self._put(number, b"<</Nums [%b]>>" % b" ".join(entries))

    def _annotation(self, link: Link, key: int) -> bytes:
        boxes = [self._box(rect, link.page) for rect in link.rects]
        corners = [number for x, y, right, top in boxes for number in (x, top, right, top, x, y, right, y)]
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        whole = (min(lefts), min(bottoms), max(rights), max(tops))
        if link.target.startswith("#"):
            sheet = self._sheets[int(link.target[1:])]
            leads = b"/Dest [%b /XYZ null %b null]" % (reference(sheet.number), _number(sheet.height))
        else:
            leads = b"/A <</S /URI /URI %b>>" % text_string(link.target)
        parts = (
            b"<</Type /Annot /Subtype /Link /Border [0 0 0] /F %d /P %b" % (PRINTED, self._page(link.page)),
            b"/Rect %b /QuadPoints %b" % (_array(whole), _array(corners)),
            leads,
            b"/Contents %b /StructParent %d>>" % (text_string(link.text), key),
        )
        return b" ".join(parts)

    def _page(self, number: int) -> bytes:
        return reference(self._sheets[number].number)

    def _box(self, rect: Rect, page: int) -> tuple[float, float, float, float]:
        height = self._sheets[page].height
        return rect.x, height - rect.bottom, rect.right, height - rect.y


def text_string(text: str) -> bytes:
    """A text string (7.9.2.2): plain where it is ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("ascii")
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode("ascii")


def _say(page: Any, key: str, value: Any) -> None:
    """Add an entry to a page that ReportLab writes no such entry of."""
    setattr(page, key, value)
    page.__NoDefault__ = [*page.__NoDefault__, key]


def _count(element: Element) -> int:
    return 1 + sum(_count(kid) for kid in element.kids if isinstance(kid, Element))


def _array(numbers: Iterable[float]) -> bytes:
    return b"[%b]" % b" ".join(map(_number, numbers))


def _number(value: float) -> bytes:
    return f"{value:.2f}".rstrip("0").rstrip(".").encode("ascii")
