"""A small file that is PDF/UA-1 in everything, built from nothing with pikepdf: each test spoils one thing in it.

Two pages: a heading, a paragraph with a foreign word, a picture with its caption, a list; then contents with a link, a
note and a table.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from press_file import codes, font, photo, text_font

Change = Callable[[Pdf], object]

PAGE = (300.0, 420.0)

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Postcards of Return</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


class Tagged:
    """A tagged file in the making: tags, what each shows, and both sides of what holds them together."""

    def __init__(self, pages: int) -> None:
        self.pdf = Pdf.new()
        self.root = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([])))
        self.pages = [self.pdf.add_blank_page(page_size=PAGE).obj for _ in range(pages)]
        self.content: list[list[str]] = [[] for _ in range(pages)]
        self.owners: list[list[Any]] = [[] for _ in range(pages)]
        self.links: list[Any] = []

    def tag(self, parent: Any, role: str, **entries: Any) -> Any:
        made = self.pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(f"/{role}"), P=parent, K=Array([])))
        for key, value in entries.items():
            made[f"/{key}"] = value
        parent.K.append(made)
        return made

    def show(self, tag: Any, page: int, operators: str) -> None:
        """Paint something on a page as part of a tag."""
        number = len(self.owners[page])
        tag.Pg = self.pages[page]
        tag.K.append(number)
        self.owners[page].append(tag)
        self.content[page].append(f"{tag.S} <</MCID {number}>> BDC {operators} EMC")

    def decorate(self, page: int, operators: str) -> None:
        self.content[page].append(f"/Artifact BMC {operators} EMC")

    def link(self, tag: Any, page: int, **entries: Any) -> None:
        number = len(self.pages) + len(self.links)
        made = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[20, 200, 120, 220], StructParent=number)
        for key, value in entries.items():
            made[f"/{key}"] = value
        made = self.pdf.make_indirect(made)
        tag.K.append(Dictionary(Type=Name.OBJR, Obj=made, Pg=self.pages[page]))
        self.pages[page].Annots = Array([made])
        self.pages[page].Tabs = Name.S
        self.links.append(tag)

    def finish(self) -> Pdf:
        pairs: list[Any] = []
        for number, (page, content, owners) in enumerate(zip(self.pages, self.content, self.owners, strict=True)):
            page.Contents = self.pdf.make_stream("\n".join(content).encode())
            page.StructParents = number
            pairs += [number, self.pdf.make_indirect(Array(owners))]
        for number, tag in enumerate(self.links, start=len(self.pages)):
            pairs += [number, tag]
        self.root.ParentTree = self.pdf.make_indirect(Dictionary(Nums=Array(pairs)))
        self.pdf.Root.StructTreeRoot = self.root
        self.pdf.Root.MarkInfo = Dictionary(Marked=True)
        self.pdf.Root.Lang = String("en")
        self.pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        self.pdf.Root.Metadata = self.pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
        return self.pdf


def words(x: float, y: float, size: float = 12) -> str:
    return f"BT /F1 {size} Tf 0 g 1 0 0 1 {x} {y} Tm {codes()} Tj ET"


@cache
def sound() -> bytes:
    """The file without a fault."""
    made = Tagged(2)
    letters, picture = text_font(made.pdf), photo(made.pdf, "RGB", (300, 200))
    letters.DescendantFonts[0].W = Array([part for glyph, width in widths() for part in (glyph, Array([width]))])
    for page in made.pages:
        page.Resources = Dictionary(Font=Dictionary(F1=letters), XObject=Dictionary(Im1=picture))
    book = made.tag(made.root, "Document")
    story = made.tag(book, "Sect")
    made.decorate(0, "0.9 g 0 0 300 420 re f")
    made.show(made.tag(story, "H1"), 0, words(20, 380, 20))
    made.show(made.tag(story, "P"), 0, f"{words(20, 350)} /Span <</Lang (nb)>> BDC {words(20, 335)} EMC")
    made.show(made.tag(story, "H2"), 0, words(20, 320))
    figure = made.tag(story, "Figure", Alt=String("A man on a bench."))
    figure.A = Dictionary(O=Name.Layout, BBox=Array([20, 200, 92, 248]))
    made.show(figure, 0, "q 72 0 0 48 20 200 cm /Im1 Do Q")
    made.show(made.tag(figure, "Caption"), 0, words(20, 185))
    _list(made, story)
    contents = made.tag(book, "TOC")
    made.show(made.tag(contents, "Caption"), 1, words(20, 380))
    reference = made.tag(made.tag(contents, "TOCI"), "Reference")
    link = made.tag(reference, "Link")
    made.show(link, 1, words(20, 205))
    made.link(link, 1, Contents=String("To the story"), Dest=Array([made.pages[0], Name.Fit]))
    made.show(made.tag(book, "Note", ID=String("note1")), 1, words(20, 150))
    made.show(made.tag(book, "Note", ID=String("note2")), 1, words(20, 130))
    _table(made, book)
    made.decorate(1, words(140, 20))
    pdf = made.finish()
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
    mark = pdf.make_indirect(Dictionary(Title=String("The story"), Parent=outline))
    mark.Dest = Array([made.pages[0], Name.Fit])
    outline.First = outline.Last = mark
    pdf.Root.Outlines = outline
    return written(pdf)


def _list(made: Tagged, story: Any) -> None:
    points = made.tag(story, "L")
    for y in (150, 130):
        point = made.tag(points, "LI")
        made.show(made.tag(point, "Lbl"), 0, words(20, y))
        made.show(made.tag(point, "LBody"), 0, words(180, y))


def _table(made: Tagged, book: Any) -> None:
    table = made.tag(book, "Table")
    for row, kind in enumerate(("TH", "TD")):
        line = made.tag(table, "TR")
        for column in (0, 1):
            cell = made.tag(line, kind)
            if kind == "TH":
                cell.A = Dictionary(O=Name.Table, Scope=Name.Column)
            made.show(cell, 1, words(20 + 140 * column, 100 - 20 * row))


def widths() -> Iterator[tuple[int, float]]:
    """Glyphs of the font, and how wide each is, in thousandths of an em."""
    from fontTools.ttLib import TTFont

    program, glyphs = font()
    face = TTFont(io.BytesIO(program))
    for glyph in sorted(glyphs.values()):
        yield glyph, 1000 * face["hmtx"][face.getGlyphName(glyph)][0] / face["head"].unitsPerEm


def written(pdf: Pdf) -> bytes:
    """The file's bytes, every stream left as it is."""
    file = io.BytesIO()
    pdf.save(file, force_version="1.7", compress_streams=False, deterministic_id=True)
    return file.getvalue()


def changed(change: Change) -> bytes:
    """The sound file after a change."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        change(pdf)
        return written(pdf)


def tags(pdf: Pdf, role: str) -> list[Any]:
    """All tags of a kind, in reading order."""
    found: list[Any] = []

    def look(tag: Any) -> None:
        if isinstance(tag, Dictionary) and "/S" in tag:
            found.extend([tag] if f"/{role}" == tag.S else [])
        for kid in tag.K if isinstance(tag, Dictionary) and "/K" in tag else ():
            if isinstance(kid, Dictionary):
                look(kid)

    look(pdf.Root.StructTreeRoot)
    return found
