"""The structure tree of a tagged PDF as assistive technology walks it, read with pikepdf (ISO 32000-1, 14.7 and 14.8).

Text comes from the codes of marked content through their fonts' ToUnicode, in the order of the tree; ActualText takes
the place of what it stands for, Alt says what a figure shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

#: A pair of a ToUnicode map.
PAIR = re.compile(rb"<([0-9A-Fa-f]{4})> <([0-9A-Fa-f]+)>")

ARTIFACT = "Artifact"


@dataclass(frozen=True)
class Node:
    """A structure element."""

    tag: str
    language: str  # its own, or that of what it stands in
    kids: tuple[Node | str, ...]
    alt: str = ""
    actual: str = ""
    links: tuple[Any, ...] = ()  # annotations that it owns
    entry: Any = field(default=None, compare=False, repr=False)  # pikepdf's dictionary

    @property
    def text(self) -> str:
        """What is said: all text below, the figures' aside."""
        if self.actual:
            return self.actual
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids if not _is_figure(kid))

    def all(self, *tags: str) -> Iterator[Node]:
        """The elements of these types below, in the order of the tree; all if none is named."""
        for kid in self.kids:
            if isinstance(kid, Node):
                if not tags or kid.tag in tags:
                    yield kid
                yield from kid.all(*tags)


def _is_figure(kid: Node | str) -> bool:
    return isinstance(kid, Node) and kid.tag == "Figure"


class TaggedFile:
    """An open tagged PDF."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self._marked = [_marked_text(page) for page in pdf.pages]
        self._pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        self.language = str(pdf.Root.Lang)
        tree = pdf.Root.StructTreeRoot
        self.root = self._node(tree.K, self.language)

    @property
    def artifacts(self) -> list[str]:
        """The text that no element has, page by page."""
        return [marked.get(ARTIFACT, "") for marked in self._marked]

    def _node(self, entry: Any, language: str) -> Node:
        language = str(entry.get("/Lang", language))
        kids: list[Node | str] = []
        links = []
        listed = entry.get("/K", [])
        for kid in listed if isinstance(listed, pikepdf.Array) else [listed]:
            if isinstance(kid, int):
                kids.append(self._marked[self._pages[entry.Pg.objgen]][kid])
            elif kid.get("/Type") == "/MCR":
                kids.append(self._marked[self._pages[kid.Pg.objgen]][int(kid.MCID)])
            elif kid.get("/Type") == "/OBJR":
                links.append(kid.Obj)
            else:
                kids.append(self._node(kid, language))
        alt, actual = (str(entry.get(key, "")) for key in ("/Alt", "/ActualText"))
        return Node(str(entry.S)[1:], language, tuple(kids), alt, actual, tuple(links), entry)


def _marked_text(page: pikepdf.Page) -> dict[int | str, str]:
    """The text of each marked content of a page by its MCID, in the order of painting; that of artifacts together."""
    maps = {name: _to_unicode(font) for name, font in page.Resources.get("/Font", {}).items()}
    marked: dict[int | str, str] = {}
    mark: int | str = ""
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) in ("BDC", "BMC"):
            assert mark == "", "marked content stands in marked content"
            mark = ARTIFACT if str(operands[0]) == "/Artifact" else int(operands[1].MCID)
            marked.setdefault(mark, "")
        elif str(operator) == "EMC":
            mark = ""
        elif str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) == "TJ":
            codes = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
            text = "".join(font[int.from_bytes(codes[at : at + 2])] for at in range(0, len(codes), 2))
            assert mark != "", f"“{text}” belongs to nothing"
            marked[mark] += text
    return marked


def _to_unicode(font: Any) -> dict[int, str]:
    pairs = PAIR.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
