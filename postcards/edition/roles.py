"""From the roles of texts to structure elements of standard types (ISO 32000-1, 14.8.4).

One table says what each role is; the rest is how neighbours belong together: a label and its value are an item of a
list, a story's name in the contents leads to the story, a picture's credit is its caption.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct
from msgspec.structs import replace

from postcards.edition.structure import Element, Kid, Link, Paragraph
from postcards.geometry import Rect

#: The element of a role; a text of any other is a paragraph.
TAGS = {
    "cover-title": "H1",
    "title": "H2",
    "heading": "H2",
    "strong": "H3",
    "quote": "BlockQuote",
    "quote-face": "BlockQuote",
    "note": "Note",
}

#: Headings from the first rank on.
HEADINGS = ("H1", "H2", "H3")

#: A story as it is told; what has the same rank keeps its order.
STORY_ORDER = {
    "title": 0,
    "name": 1,
    "country": 1,
    "name-country": 1,
    "quote": 2,
    "quote-face": 2,
    "summary": 3,
    "note": 4,
    "figure": 5,
    "credit": 5,
}
FACTS = 6  # the rank of everything else

#: Texts that stand before what they belong to: the label of a value, the number of a question or of a page, a country
#: before its first story.
LEADING = ("label", "number", "group")

#: Items of lists, and what may stand in a table of contents.
LISTED = frozenset({"label", "value", "question"})
STORY_LISTED = LISTED | {"fact"}
CONTENTS = frozenset({"entry"})


class _Unit(Struct, frozen=True):
    """A text and what stands before it."""

    text: Paragraph
    leading: dict[str, Paragraph]

    def family(self, listed: frozenset[str]) -> str:
        """What its neighbours must be as well to stand in one element with it."""
        role = self.text.role
        return "L" if role in listed else "TOC" if role in CONTENTS else ""


def section(paragraphs: Sequence[Paragraph], language: str, *, is_story: bool) -> list[Element]:
    """A chapter or a story in a booklet of that language; nothing where nothing is said."""
    said = [paragraph for paragraph in paragraphs if paragraph.kids]
    if is_story:
        said.sort(key=lambda paragraph: STORY_ORDER.get(paragraph.role, FACTS))
    writer = _Writer(language, STORY_LISTED if is_story else LISTED)
    kids = tuple(writer.elements(list(_units(said))))
    return [Element("Sect", kids)] if kids else []


def _units(paragraphs: Sequence[Paragraph]) -> Iterator[_Unit]:
    waiting: dict[str, Paragraph] = {}
    for paragraph in paragraphs:
        role = paragraph.role
        if role not in LEADING:
            yield _Unit(paragraph, waiting)
            waiting = {}
            continue
        if role in waiting:  # of a line that is left empty
            yield _Unit(waiting.pop(role), {})
        waiting[role] = paragraph
    for paragraph in waiting.values():
        yield _Unit(paragraph, {})


class _Writer:
    """Makes elements of texts in a booklet of one language."""

    def __init__(self, language: str, listed: frozenset[str]) -> None:
        self._language = language
        self._listed = listed

    def elements(self, units: Sequence[_Unit]) -> Iterator[Element]:
        for family, members in groupby(self._with_notes(units), key=lambda pair: pair[0]):
            group = [unit for _, unit in members]
            if family == "L":
                yield Element("L", tuple(map(self._list_item, group)))
            elif family == "TOC":
                yield Element("TOC", tuple(self._countries(group)))
            else:
                yield from self._plain(group)

    def _plain(self, units: Sequence[_Unit]) -> Iterator[Element]:
        """Texts that stand by themselves; a credit is the caption of the picture before or after it."""
        credits_ = [unit.text for unit in units if unit.text.role == "credit"]
        for unit in units:
            text = unit.text
            if text.role == "figure":
                captions = [self._of("Caption", credit) for credit in credits_ if credit.page == text.page]
                credits_ = [credit for credit in credits_ if credit.page != text.page]
                yield Element("Figure", (*text.kids, *captions), self._other(text), alt=text.alt, rect=text.rects[0])
            elif text.role != "credit":
                yield from (self._of("P", leading) for leading in unit.leading.values())
                yield self._text(text)
        yield from (self._of("P", credit) for credit in credits_)

    def _text(self, text: Paragraph) -> Element:
        tag = TAGS.get(text.role, "P")
        if tag == "BlockQuote":
            return Element(tag, (self._of("P", text),))
        return self._of(tag, text)

    def _list_item(self, unit: _Unit) -> Element:
        labels = [self._of("Lbl", leading) for leading in unit.leading.values()]
        return Element("LI", (*labels, self._of("LBody", unit.text)))

    def _countries(self, units: Sequence[_Unit]) -> Iterator[Element]:
        """The table of contents: a table for each country, called by its name."""
        names: list[Paragraph | None] = []
        groups: list[list[_Unit]] = []
        for unit in units:
            name = unit.leading.get("group")
            if name or not groups:
                names.append(name)
                groups.append([])
            groups[-1].append(unit)
        for name, members in zip(names, groups, strict=True):
            caption = [self._of("Caption", name)] if name else []
            yield Element("TOC", (*caption, *self._entries(members)))

    def _entries(self, units: Sequence[_Unit]) -> Iterator[Element]:
        kids: list[Kid] = []
        for unit in units:
            if unit.text.role == "note":
                kids.append(self._of("Note", unit.text))
                continue
            if kids:
                yield Element("TOCI", tuple(kids))
            number = unit.leading.get("number")
            kids = [self._of("Lbl", number)] if number else []
            reach = [*number.rects, *unit.text.rects] if number else unit.text.rects
            kids.append(Element("Reference", tuple(_linked(unit.text, reach)), self._other(unit.text)))
        if kids:
            yield Element("TOCI", tuple(kids))

    def _with_notes(self, units: Sequence[_Unit]) -> Iterator[tuple[str, _Unit]]:
        """Each unit with its family; a note among the contents belongs to the country before it."""
        before = ""
        for unit in units:
            family = "TOC" if before == "TOC" and unit.text.role == "note" else unit.family(self._listed)
            yield family, unit
            before = family

    def _of(self, tag: str, text: Paragraph) -> Element:
        return Element(tag, tuple(_linked(text, text.rects)), self._other(text))

    def _other(self, text: Paragraph) -> str:
        return text.language if text.language != self._language else ""


def _linked(text: Paragraph, reach: Sequence[Rect]) -> Iterator[Kid]:
    """A text's content, in a link where it leads somewhere."""
    if text.target:
        yield Element("Link", (*text.kids, Link(text.page, tuple(reach), text.target, text.text)))
    else:
        yield from text.kids


def raised(element: Element) -> Element:
    """The same with its headings from the first rank on, in a file without a cover (ISO 14289-1, 7.4.2)."""
    ranks = sorted({each.tag for each in _all(element) if each.tag in HEADINGS})
    ranked = dict(zip(ranks, HEADINGS, strict=False))
    return element if all(rank == new for rank, new in ranked.items()) else _renamed(element, ranked)


def _renamed(element: Element, names: Mapping[str, str]) -> Element:
    kids = tuple(_renamed(kid, names) if isinstance(kid, Element) else kid for kid in element.kids)
    return replace(element, tag=names.get(element.tag, element.tag), kids=kids)


def _all(element: Element) -> Iterator[Element]:
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _all(kid)
