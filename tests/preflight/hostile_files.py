"""Files that were made to stop a program, or came to be so by bad luck: each with the code that must name it."""

from __future__ import annotations

import io
import random
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from press_file import SHEET, Change, changed, paints, sound

#: Deeper than any parser's stack, more often than anybody waits for.
DEEP, DOUBLINGS = 60_000, 18
BOMB = 1 << 28

File = Callable[[], bytes]


def raw(*objects: str) -> bytes:
    """A PDF of these objects, numbered from 1, the first of them the catalog."""
    body, places = "%PDF-1.6\n", []
    for number, content in enumerate(objects, start=1):
        places.append(f"{len(body):010} 00000 n \n")
        body += f"{number} 0 obj {content} endobj\n"
    count = len(objects) + 1
    table = f"xref\n0 {count}\n0000000000 65535 f \n{''.join(places)}trailer <</Root 1 0 R /Size {count}>>\n"
    return f"{body}{table}startxref\n{len(body)}\n%%EOF\n".encode()


PAGE = "<</Type/Page /Parent 2 0 R /MediaBox [0 0 300 200]>>"
CATALOG = "<</Type/Catalog /Pages 2 0 R>>"


def with_content(content: bytes, **entries: Any) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.pages[1].obj.Contents = pdf.make_stream(content, **entries)

    return change


def bomb(size: int) -> bytes:
    """As many blanks, packed."""
    packer = zlib.compressobj(9)
    part = b" " * (1 << 20)
    return b"".join(packer.compress(part) for _ in range(size >> 20)) + packer.flush()


def form_of_itself(pdf: Pdf) -> None:
    form = pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET)))
    form.Resources = Dictionary(XObject=Dictionary(X=form))
    paints("/X Do", XObject={"X": form})(pdf)


def forms_in_a_ring(pdf: Pdf) -> None:
    one, other = (
        pdf.make_stream(b"/X Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET))) for _ in "ab"
    )
    one.Resources, other.Resources = (Dictionary(XObject=Dictionary(X=next_)) for next_ in (other, one))
    paints("/X Do", XObject={"X": one})(pdf)


def pattern_of_itself(pdf: Pdf) -> None:
    tile = pdf.make_stream(b"/Pattern cs /T scn 0 0 9 9 re f", PatternType=1, PaintType=1, TilingType=1)
    tile.BBox, tile.XStep, tile.YStep = Array([0, 0, 9, 9]), 9, 9
    tile.Resources = Dictionary(Pattern=Dictionary(T=tile))
    paints("/Pattern cs /T scn 100 50 9 9 re f", Pattern={"T": tile})(pdf)


def doubling_forms(pdf: Pdf) -> None:
    """Each form draws the next one twice, as the billion laughs do."""
    inner = pdf.make_stream(b"0 0 1 1 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET)))
    for _ in range(DOUBLINGS):
        outer = pdf.make_stream(b"/X Do /X Do " * 3, Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET)))
        outer.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = outer
    paints("/X Do", XObject={"X": inner})(pdf)


def huge_picture(pdf: Pdf) -> None:
    picture = pdf.make_stream(bomb(1 << 26), Type=Name.XObject, Subtype=Name.Image, Filter=Name.FlateDecode)
    picture.Width, picture.Height, picture.BitsPerComponent, picture.ColorSpace = 100_000, 100_000, 8, Name.DeviceCMYK
    paints("q 72 0 0 72 100 100 cm /X Do Q", XObject={"X": picture})(pdf)


def form_cut_short(pdf: Pdf) -> None:
    """Its last operator is missing."""
    form = pdf.make_stream(b"0 0 1 rg 0 0", Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET)))
    paints("/X Do", XObject={"X": form})(pdf)


def space_of_itself(pdf: Pdf) -> None:
    space = pdf.make_indirect(Array([Name.Indexed, Name.DeviceCMYK, 1, pikepdf.String("x")]))
    space[1] = space
    paints("/S cs 0 sc 100 50 9 9 re f", ColorSpace={"S": space})(pdf)


def many_widths(pdf: Pdf) -> None:
    below = pdf.pages[1].obj.Resources.Font.F1.DescendantFonts[0]
    below.W = Array([part for place in range(300) for part in (0, 2_000_000_000, place)])


def many_letters(pdf: Pdf) -> None:
    ranges = b"<0000> <FFFF> <0041>\n" * 2_000
    pdf.pages[1].obj.Resources.Font.F1.ToUnicode = pdf.make_stream(b"2000 beginbfrange\n" + ranges + b"endbfrange")


def wrong_kinds(pdf: Pdf) -> None:
    """Numbers, names and arrays where others are due."""
    page = pdf.pages[1].obj
    page.MediaBox, page.TrimBox, page.Rotate, page.Annots = Name.A4, 5, Array([]), Dictionary()
    page.Resources = Dictionary(Font=Array([1]), XObject=7, ExtGState=Dictionary(GS=Name.No))
    page.Group = Array([Name.Transparency])
    pdf.Root.OutputIntents, pdf.Root.Names, pdf.Root.OCProperties = Name.None_, 5, Array([])
    pdf.trailer.Info = pdf.make_indirect(Array([1, 2]))


def words_of_binary(pdf: Pdf) -> None:
    content = b"/GS gs (\xff\xfe) Tj 1e400 0 0 1 0 0 cm " + bytes(range(256)) * 20 + b" BI /W 5 ID x EI [ << ( "
    with_content(content)(pdf)


def with_many_pages() -> bytes:
    """A small file whose tree says the same page again and again."""
    kids = " ".join(["3 0 R"] * 5_000)
    return raw(CATALOG, f"<</Type/Pages /Kids [{kids}] /Count 5000>>", PAGE)


def deep_tree() -> bytes:
    nodes = [
        f"<</Type/Pages /Kids [{number + 1} 0 R] /Count 1 /Parent {number - 1} 0 R>>" for number in range(2, 2_002)
    ]
    return raw(CATALOG, *nodes, PAGE)


def laughing_metadata() -> bytes:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "' + "&a;" * 50 + '"><!ENTITY c "' + "&b;" * 50
    laughs += '"><!ENTITY d "' + "&c;" * 50 + '"><!ENTITY e "' + "&d;" * 50 + '">]><x>&e;&e;&e;</x>'
    packet = f"<</Type/Metadata /Subtype/XML /Length {len(laughs)}>> stream\n{laughs}\nendstream"
    pages = "<</Type/Pages /Kids [3 0 R] /Count 1>>"
    return raw("<</Type/Catalog /Pages 2 0 R /Metadata 4 0 R>>", pages, PAGE, packet)


def locked() -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        pdf.save(file, encryption=pikepdf.Encryption(owner="x", user="y"))
    return file.getvalue()


#: What each file is called, how it is made, and the code that names what is wrong with it.
FILES: dict[str, tuple[File, str]] = {
    "empty": (lambda: b"", "no-pdf"),
    "text": (lambda: b"Dear all,\n\nhere is the booklet.\n", "no-pdf"),
    "picture": (lambda: b"\xff\xd8\xff\xe0" + bytes(2_000), "no-pdf"),
    "head alone": (lambda: b"%PDF-1.6\n", "damaged"),
    "nothing but noise": (lambda: b"%PDF-1.6\n" + bytes(range(256)) * 100, "damaged"),
    "cut in the middle": (lambda: sound()[: len(sound()) // 2], "syntax"),
    "the end is missing": (lambda: sound()[:-200], "syntax"),
    "locked": (locked, "locked"),
    "no pages": (lambda: raw(CATALOG, "<</Type/Pages /Kids [] /Count 0>>"), "no-pages"),
    "pages in a ring": (lambda: raw(CATALOG, "<</Type/Pages /Kids [2 0 R] /Count 1>>"), "damaged"),
    "a catalog that is a number": (lambda: raw("5"), "damaged"),
    "the same page again and again": (with_many_pages, "unchecked"),
    "a deep tree of pages": (deep_tree, "damaged"),
    "a form of itself": (lambda: changed(form_of_itself), "unchecked"),
    "forms in a ring": (lambda: changed(forms_in_a_ring), "unchecked"),
    "a pattern of itself": (lambda: changed(pattern_of_itself), "unchecked"),
    "forms that double": (lambda: changed(doubling_forms), "unchecked"),
    "a form that is cut short": (lambda: changed(form_cut_short), "content"),
    "a colour space of itself": (lambda: changed(space_of_itself), ""),
    "nested arrays": (lambda: changed(with_content(b"[" * DEEP + b"]" * DEEP + b" TJ")), "syntax"),
    "nested states": (lambda: changed(with_content(b"q " * DEEP)), "content"),
    "too many operators": (lambda: changed(with_content(b"0 g " * 3_000_000)), "unchecked"),
    "a bomb of blanks": (lambda: changed(with_content(bomb(BOMB), Filter=Name.FlateDecode)), "content"),
    "a bomb within a bomb": (
        lambda: changed(with_content(zlib.compress(bomb(BOMB)), Filter=[Name.FlateDecode, Name.FlateDecode])),
        "content",
    ),
    "a picture of ten thousand megapixels": (lambda: changed(huge_picture), "ink-measured"),
    "widths for two thousand million codes": (lambda: changed(many_widths), ""),
    "letters for the same codes again and again": (lambda: changed(many_letters), ""),
    "things of the wrong kind": (lambda: changed(wrong_kinds), "content"),
    "content that is noise": (lambda: changed(words_of_binary), "content"),
    "metadata that laughs": (laughing_metadata, "xmp"),
}


def spoilt(seed: int, content: bytes) -> bytes:
    """The file after some accidents: bytes that are other ones, that are missing, that nobody asked for."""
    dice, spoilt = random.Random(seed), bytearray(content)
    for _ in range(dice.choice((1, 3, 10, 60))):
        place = dice.randrange(len(spoilt))
        accident = dice.randrange(3)
        if accident == 0:
            spoilt[place] = dice.randrange(256)
        elif accident == 1:
            del spoilt[place : place + dice.randrange(1, 30)]
        else:
            spoilt[place:place] = dice.choice(STRAY)
    return bytes(spoilt)


#: What may stand where it should not.
STRAY = (
    b"<<",
    b">>",
    b"[",
    b"]",
    b"(",
    b" /X ",
    b" 99999999999 ",
    b" -1 ",
    b" R ",
    b"endstream",
    b" null ",
    b" 3 0 R ",
)
