"""For every rule what breaks it, and a twin that is nearly the same and does not."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from press_file import (
    PAGES,
    PHOTO,
    SHEET,
    TRIM,
    WORDS,
    XMP,
    Change,
    changed,
    paints,
    photo,
    profile,
    text,
)

from postcards.geometry import MM, Size
from postcards.preflight.demands import READERS, Demands

#: What most printers ask for.
PRESS = Demands()


def nothing(_pdf: Pdf) -> None:
    """A change that is none: the twin is the sound file itself."""


@dataclass(frozen=True)
class Breakage:
    """A rule, a change that breaks it, and a change that does not."""

    rule: str
    change: Change = nothing
    twin: Change = nothing
    also: frozenset[str] = frozenset()  # rules that cannot but be broken with it
    demands: Demands = PRESS
    twin_demands: Demands | None = None  # where it is these that differ
    version: str = "1.6"
    on_bytes: Callable[[bytes], bytes] = bytes  # what is done to the broken file's bytes

    def broken(self) -> bytes:
        return self.on_bytes(changed(self.change, self.version))

    def clean(self) -> bytes:
        return changed(self.twin, self.version)


def sets(*path: str, to: Any) -> Change:
    """A change that puts a value under a path of keys, from the catalog on."""

    def change(pdf: Pdf) -> None:
        thing: Any = pdf.Root
        for key in path[:-1]:
            if f"/{key}" not in thing:
                thing[f"/{key}"] = Dictionary()
            thing = thing[f"/{key}"]
        thing[f"/{path[-1]}"] = to(pdf) if callable(to) else to

    return change


def on_page(page: int = 2, **values: Any) -> Change:
    """A change of a page's own entries; nothing takes one out."""

    def change(pdf: Pdf) -> None:
        for key, value in values.items():
            if value is None:
                del pdf.pages[page - 1].obj[f"/{key}"]
            else:
                pdf.pages[page - 1].obj[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def both(*changes: Change) -> Change:
    def change(pdf: Pdf) -> None:
        for each in changes:
            each(pdf)

    return change


def in_info(key: str, value: Any) -> Change:
    def change(pdf: Pdf) -> None:
        pdf.trailer.Info[f"/{key}"] = value

    return change


def in_xmp(old: str, new: str) -> Change:
    assert old in XMP

    def change(pdf: Pdf) -> None:
        pdf.Root.Metadata.write(XMP.replace(old, new).encode())

    return change


def in_intent(**values: Any) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in values.items():
            if value is None:
                del pdf.Root.OutputIntents[0][f"/{key}"]
            else:
                pdf.Root.OutputIntents[0][f"/{key}"] = value(pdf) if callable(value) else value

    return change


def in_font(change: Callable[[Any], None]) -> Change:
    return lambda pdf: change(pdf.pages[1].obj.Resources.Font.F1)


def in_photo(**values: Any) -> Change:
    def change(pdf: Pdf) -> None:
        picture = pdf.pages[0].obj.Resources.XObject.Im1
        for key, value in values.items():
            picture[f"/{key}"] = value(pdf) if callable(value) else value

    return change


def state(operators: str, **values: Any) -> Change:
    """A change that paints with an ExtGState of these values."""
    return paints(operators, ExtGState={"G1": Dictionary(**values)})


def separation(colorant: str, alternate: Any = Name.DeviceCMYK, full: tuple[float, ...] = (0, 0, 0, 1)) -> Array:
    """A spot colour, or a plate of the press, as a space of its own."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * len(full), C1=list(full), N=1)
    return Array([Name.Separation, Name(f"/{colorant}"), alternate, tint])


def form(content: str, **entries: Any) -> Callable[[Pdf], Any]:
    """A form XObject as large as the sheet."""

    def make(pdf: Pdf) -> Any:
        made = pdf.make_stream(content.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=Array(list(SHEET)))
        for key, value in entries.items():
            made[f"/{key}"] = value(pdf) if callable(value) else value
        return made

    return make


def group(space: Any) -> Dictionary:
    return Dictionary(Type=Name.Group, S=Name.Transparency, CS=space)


def nested_forms(depth: int) -> Change:
    """Forms within each other."""

    def change(pdf: Pdf) -> None:
        inner = form("0 0 0 0.1 k 100 100 9 9 re f")(pdf)
        for _ in range(depth):
            inner = form("/X Do", Resources=Dictionary(XObject=Dictionary(X=inner)))(pdf)
        paints("/X Do", XObject={"X": inner})(pdf)

    return change


def drawn_font(pdf: Pdf) -> Any:
    """A Type 3 font whose one letter is a square."""
    square = pdf.make_stream(b"600 0 0 0 500 500 d1 0 0 500 500 re f")
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type3,
            FontBBox=[0, 0, 500, 500],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(square=square),
            Encoding=Dictionary(Type=Name.Encoding, Differences=Array([97, Name.square])),
            FirstChar=97,
            LastChar=97,
            Widths=[600],
            Resources=Dictionary(),
        )
    )


def helvetica(**entries: Any) -> Dictionary:
    return Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, **entries)


def line_art(pixels: int) -> Callable[[Pdf], Any]:
    """A drawing in two tones, so many pixels on a side."""
    return lambda pdf: pdf.make_stream(
        b"\xaa" * (pixels // 8 * pixels),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=pixels,
        Height=pixels,
        BitsPerComponent=1,
        ImageMask=True,
    )


def with_lzw(pdf: Pdf) -> None:
    """More content, packed with LZW: nothing but “clear” and “end”."""
    page = pdf.pages[1].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b"\x80\x40\x40", Filter=Name.LZWDecode)])


def add_intent(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(Dictionary(dict(pdf.Root.OutputIntents[0].items())))


def drop_page(pdf: Pdf) -> None:
    del pdf.pages[3]


def attach(pdf: Pdf) -> None:
    pdf.attachments["story.txt"] = b"A story."


def with_marks(pdf: Pdf) -> None:
    """A cutting mark on a sheet that is larger than the bleed."""
    on_page(MediaBox=Array([-30, -30, SHEET[2] + 30, SHEET[3] + 30]))(pdf)
    paints("0 0 0 1 K 0.25 w -25 8.5 m -5 8.5 l S")(pdf)


def as_jpeg2000(pdf: Pdf) -> None:
    file = io.BytesIO()
    Image.new("L", PHOTO, 180).save(file, "JPEG2000")
    picture = pdf.pages[0].obj.Resources.XObject.Im1
    picture.write(file.getvalue(), filter=Name.JPXDecode)
    picture.ColorSpace = Name.DeviceGray


def protected(content: bytes) -> bytes:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.save(
            file, encryption=pikepdf.Encryption(owner="x", user="", R=4), force_version="1.6", compress_streams=False
        )
    return file.getvalue()


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def replace(content: bytes) -> bytes:
        assert old in content
        return content.replace(old, new, 1)

    return replace


def ascii_header(content: bytes) -> bytes:
    first, second, rest = content.split(b"\n", 2)
    return b"\n".join((first, b"%" + b"a" * (len(second) - 1), rest))


def lost_way(content: bytes) -> bytes:
    """The place of the table of objects is wrong, as in files that text editors have saved."""
    start = content.rindex(b"startxref") + len(b"startxref\n")
    return content[:start] + b"7" + content[start + 1 :]


def trim(**sides: float) -> Array:
    found = dict(zip(("left", "bottom", "right", "top"), TRIM, strict=True)) | sides
    return Array([*found.values()])


def rectangle(left: float, bottom: float, width: float, height: float, inks: str = "0.2 0 0 0 k") -> str:
    return f"{inks} {left:.3f} {bottom:.3f} {width:.3f} {height:.3f} re f"


def draws(label: str, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} 200 150 cm /{label} Do Q"


LINK = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[60, 95, 120, 110])
CUT_MARK = Dictionary(Type=Name.Annot, Subtype=Name.PrinterMark, Rect=[0, 0, 5, 5])
JUMP = Dictionary(S=Name.GoTo, D=Array([0, Name.Fit]))
LAYER = Dictionary(OCGs=Array(), D=Dictionary(Name=String("all"), Order=Array()))
IMAGE_WIDTH, IMAGE_HEIGHT = PHOTO[0] * 72 / 300, PHOTO[1] * 72 / 300
SMALL = 100.0  # points: the left side of things that are painted on pages
OVERPRINTS = {"op": True, "OP": True, "OPM": 1}
OLD = Demands("cmyk")

BREAKAGES = (
    Breakage("version", on_bytes=replaced(b"%PDF-1.6", b"%PDF-1.7")),
    Breakage("header", on_bytes=ascii_header),
    Breakage("identifier", on_bytes=replaced(b"/ID [", b"/IX [")),
    Breakage("encryption", on_bytes=protected),
    Breakage("syntax", on_bytes=lost_way),
    Breakage("unchecked", nested_forms(25), nested_forms(15), frozenset({"content", "ink-measured"})),
    Breakage("content", paints("1 2 frobnicate"), paints("BX 1 2 frobnicate EX")),
    Breakage("content", paints("0 0 0 k"), paints("0 0 0 0.1 k")),
    Breakage("content", paints("q"), paints("q Q")),
    Breakage("xmp", on_bytes=replaced(b"/Subtype /XML", b"/Subtype /XMM")),
    Breakage("conformance", in_xmp("PDF/X-4", "PDF/X-3")),
    Breakage("xmp-required", in_xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", "")),
    Breakage("in-step", in_info("Title", String("Another title"))),
    Breakage(
        "in-step",
        in_info("CreationDate", String("D:20261101000000+01'00'")),
        in_info("CreationDate", String("D:20261101010000+01'00'")),
    ),
    Breakage("trapped", both(in_info("Trapped", Name.Unknown), in_xmp('Trapped="False"', 'Trapped="Unknown"'))),
    Breakage("trapped", in_info("Trapped", Name("/True"))),
    Breakage(
        "title",
        both(in_info("Title", String("")), in_xmp(">Postcards of Return<", "><")),
        in_info("Title", String("")),
        demands=READERS,
    ),
    Breakage("output-intent", add_intent),
    Breakage("condition", in_intent(Info=None)),
    Breakage("wanted-condition", demands=Demands(condition="FOGRA51"), twin_demands=Demands(condition="FOGRA39")),
    Breakage("intent-profile", in_intent(DestOutputProfile=lambda pdf: pdf.make_stream(profile(b"RGB"), N=3))),
    Breakage("intent-profile", in_intent(DestOutputProfile=lambda pdf: pdf.make_stream(profile(kind=b"mntr"), N=4))),
    Breakage(
        "intent-profile",
        in_intent(DestOutputProfile=lambda pdf: pdf.make_stream(profile()[:100], N=4)),
        in_intent(DestOutputProfile=lambda pdf: pdf.make_stream(profile(version=4), N=4)),
    ),
    Breakage("trim-box", on_page(ArtBox=trim())),
    Breakage("nested-boxes", on_page(BleedBox=Array([-9, 0, *SHEET[2:]])), on_page(BleedBox=Array(list(SHEET)))),
    Breakage("equal-pages", on_page(TrimBox=trim(right=TRIM[2] - 5)), on_page(TrimBox=trim(right=TRIM[2] - 0.1))),
    Breakage(
        "trim-size",
        demands=Demands(trim=Size(105 * MM, 148 * MM)),
        twin_demands=Demands(trim=Size(148 * MM, 105 * MM)),
    ),
    Breakage(
        "trim-size",
        demands=Demands(sheet=Size(*TRIM[2:])),
        twin_demands=Demands(sheet=Size(*SHEET[2:])),
    ),
    Breakage("upright", on_page(Rotate=90), on_page(Rotate=0)),
    Breakage("upright", on_page(CropBox=trim()), on_page(CropBox=Array(list(SHEET)))),
    Breakage("bleed", on_page(BleedBox=Array([side + step for side, step in zip(TRIM, (-3, -3, 3, 3), strict=True)]))),
    Breakage("bleed", demands=Demands(bleed=5 * MM), twin_demands=Demands(bleed=2 * MM)),
    Breakage(
        "bleed-filled",
        paints(rectangle(SMALL, 50, TRIM[2] - SMALL, 60)),
        paints(rectangle(SMALL, 50, SHEET[2] - SMALL, 60) + " " + rectangle(SMALL, 50, TRIM[2] - SMALL - 5, 60)),
    ),
    Breakage("marks", demands=Demands(marks=True), twin_demands=Demands(marks=False)),
    Breakage("marks", with_marks, demands=Demands(marks=False)),
    Breakage("page-count", drop_page, demands=Demands(multiple=4), twin_demands=Demands(multiple=2)),
    Breakage("annotations", on_page(Annots=Array([LINK])), on_page(Annots=Array([CUT_MARK]))),
    Breakage("actions", sets("OpenAction", to=JUMP), sets("OpenAction", to=Array([0, Name.Fit]))),
    Breakage("actions", on_page(AA=Dictionary(O=JUMP))),
    Breakage(
        "programs", sets("Names", "JavaScript", to=Dictionary(Names=Array([String("a"), Dictionary(JS=String("1"))])))
    ),
    Breakage(
        "programs", sets("OpenAction", to=Dictionary(S=Name.JavaScript, JS=String("1"))), also=frozenset({"actions"})
    ),
    Breakage("embedded-files", attach),
    Breakage(
        "form-fields",
        sets("AcroForm", to=Dictionary(Fields=Array([Dictionary(T=String("name"))]))),
        sets("AcroForm", to=Dictionary(Fields=Array())),
    ),
    Breakage(
        "layers", sets("OCProperties", to=Dictionary(OCGs=Array(), D=Dictionary())), sets("OCProperties", to=LAYER)
    ),
    Breakage("fonts", in_font(lambda font: font.DescendantFonts[0].FontDescriptor.__delitem__("/FontFile2"))),
    Breakage(
        "fonts",
        paints("BT /H 20 Tf 1 0 0 1 60 150 Tm 0.3 g (Home) Tj ET", Font={"H": helvetica()}),
        paints("BT /H 20 Tf 3 Tr 1 0 0 1 60 150 Tm 0.3 g (Home) Tj ET", Font={"H": helvetica()}),
        demands=READERS,
    ),
    Breakage("leftover-fonts", paints("", Font={"H": helvetica()})),
    Breakage(
        "missing-glyphs", paints("BT /F1 20 Tf 0.3 g 1 0 0 1 60 150 Tm <0000> Tj ET"), also=frozenset({"readable"})
    ),
    Breakage(
        "missing-glyphs", paints("BT /F1 20 Tf 0.3 g 1 0 0 1 60 150 Tm <7FFF> Tj ET"), also=frozenset({"readable"})
    ),
    Breakage("readable", in_font(lambda font: font.__delitem__("/ToUnicode"))),
    Breakage("readable", in_font(lambda font: font.__delitem__("/ToUnicode")), demands=READERS),
    Breakage(
        "lost-letters",
        demands=Demands(words=(*[WORDS] * (PAGES - 1), WORDS + "a")),
        twin_demands=Demands(words=(*[WORDS] * (PAGES - 1), WORDS[::-1] + "\n–")),
    ),
    Breakage("lost-letters", drop_page, demands=Demands(words=(WORDS,) * PAGES, multiple=1)),
    Breakage(
        "lost-letters",
        in_font(lambda font: font.__delitem__("/ToUnicode")),
        also=frozenset({"readable"}),
        demands=Demands(words=(WORDS,) * PAGES),
    ),
    Breakage(
        "lost-letters",
        in_font(lambda font: font.DescendantFonts[0].__setitem__("/DW", 0)),
        demands=Demands(words=(WORDS,) * PAGES),
    ),
    Breakage(
        "drawn-letters",
        paints("BT /T3 20 Tf 0.3 g 1 0 0 1 60 150 Tm (a) Tj ET", Font={"T3": drawn_font}),
        also=frozenset({"readable"}),
    ),
    Breakage("tiny-text", paints(text(y=150, size=4.5)), paints(text(y=150, size=5))),
    Breakage("safe-area", paints(text(x=TRIM[0] + 4 * MM)), paints(text(x=TRIM[0] + 6 * MM, y=150))),
    Breakage("safe-area", paints(text(x=TRIM[0] - 1 * MM)), paints(text(x=-300))),
    Breakage(
        "calibrated", paints("/L cs 50 0 0 sc 100 50 9 9 re f", ColorSpace={"L": Array([Name.Lab, Dictionary()])})
    ),
    Breakage(
        "profiles",
        paints(
            "/I cs 0 0 0 0.5 sc 100 50 9 9 re f",
            ColorSpace={"I": lambda pdf: Array([Name.ICCBased, pdf.make_stream(profile(), N=4)])},
        ),
        paints(
            "/I cs 0 0 0 0.5 sc 100 50 9 9 re f",
            ColorSpace={"I": lambda pdf: Array([Name.ICCBased, pdf.make_stream(profile(version=4), N=4)])},
        ),
    ),
    Breakage(
        "spot-colours",
        paints("/S cs 0.4 scn 100 50 9 9 re f", ColorSpace={"S": separation("Gold")}),
        paints("/S cs 0.4 scn 100 50 9 9 re f", ColorSpace={"S": separation("Black")}),
    ),
    Breakage(
        "registration",
        paints("/S cs 0.4 scn 100 50 9 9 re f", ColorSpace={"S": separation("All")}),
        paints("/S cs 0.4 scn 1 1 4 4 re f", ColorSpace={"S": separation("All")}),
    ),
    Breakage("rich-black", paints(text(y=150, inks="0.6 0.4 0.4 1 k")), paints(text(y=150))),
    Breakage(
        "several-inks",
        paints(text(y=150, size=7, inks="0.5 0.5 0 0 k")),
        paints(text(y=150, size=8, inks="0.5 0.5 0 0 k")),
    ),
    Breakage("black-overprint", paints(text(y=150, state="")), paints(text(y=150, size=12, state=""))),
    Breakage("black-overprint", paints(text(y=150, inks="0 g")), paints(text(y=150, inks="0.5 g"))),
    Breakage("white-overprint", paints(text(y=150, inks="0 0 0 0 k")), paints(text(y=150, inks="0 0 0 0 k", state=""))),
    Breakage(
        "white-overprint",
        state("/G1 gs " + rectangle(SMALL, 50, 9, 9, "1 g"), **OVERPRINTS),
        paints(rectangle(SMALL, 50, 9, 9, "1 g")),
    ),
    Breakage("rendering-intents", paints("/Vivid ri"), paints("/Perceptual ri")),
    Breakage(
        "blend-modes",
        both(state("/G1 gs " + rectangle(SMALL, 50, 9, 9), BM=Name.Dissolve), on_page(Group=group(Name.DeviceCMYK))),
        both(state("/G1 gs " + rectangle(SMALL, 50, 9, 9), BM=Name.Multiply), on_page(Group=group(Name.DeviceCMYK))),
    ),
    Breakage(
        "group-spaces",
        state("/G1 gs " + rectangle(SMALL, 50, 9, 9), ca=0.5),
        both(state("/G1 gs " + rectangle(SMALL, 50, 9, 9), ca=0.5), on_page(Group=group(Name.DeviceCMYK))),
    ),
    Breakage(
        "group-spaces",
        paints("/X Do", XObject={"X": form(rectangle(SMALL, 50, 9, 9), Group=group(Name.DeviceGray))}),
        paints("/X Do", XObject={"X": form(rectangle(SMALL, 50, 9, 9), Group=group(Name.DeviceCMYK))}),
    ),
    Breakage("transparency", state("/G1 gs " + rectangle(SMALL, 50, 9, 9), ca=0.5), demands=OLD, version="1.4"),
    Breakage("lzw", with_lzw),
    Breakage("postscript", paints("/X Do", XObject={"X": lambda pdf: pdf.make_stream(b"", Subtype=Name.PS)})),
    Breakage("placeholders", in_photo(OPI=Dictionary())),
    Breakage(
        "references",
        paints("/X Do", XObject={"X": form("", Ref=Dictionary(F=String("other.pdf")))}),
        paints("/X Do", XObject={"X": form("")}),
    ),
    Breakage(
        "alternates",
        in_photo(Alternates=lambda pdf: Array([Dictionary(Image=photo(pdf), DefaultForPrinting=True)])),
        in_photo(Alternates=lambda pdf: Array([Dictionary(Image=photo(pdf), DefaultForPrinting=False)])),
    ),
    Breakage("transfer-functions", state("/G1 gs", TR=Name.Identity), state("/G1 gs", TR2=Name.Default)),
    Breakage(
        "halftones",
        state("/G1 gs", HT=Dictionary(Type=Name.Halftone, HalftoneType=10)),
        state("/G1 gs", HT=Dictionary(Type=Name.Halftone, HalftoneType=1)),
    ),
    Breakage(
        "coarse-pictures",
        paints(draws("Im1", 2 * IMAGE_WIDTH, IMAGE_HEIGHT)),
        paints(draws("Im1", IMAGE_WIDTH / 2, IMAGE_HEIGHT)),
    ),
    Breakage(
        "fine-pictures",
        paints(draws("Im1", 1.2 * IMAGE_WIDTH, 1.2 * IMAGE_HEIGHT)),
        paints(draws("Im1", 1.01 * IMAGE_WIDTH, 1.01 * IMAGE_HEIGHT)),
    ),
    Breakage(
        "line-art",
        paints("0 0 0 0.5 k " + draws("X", 72, 72), XObject={"X": line_art(400)}),
        paints("0 0 0 0.5 k " + draws("X", 72, 72), XObject={"X": line_art(800)}),
    ),
    Breakage("jpeg2000", as_jpeg2000),
    Breakage("hairlines", paints("0.1 w 60 80 m 90 80 l S"), paints("0.25 w 60 80 m 90 80 l S")),
    Breakage(
        "hairlines",
        paints("q 0.1 0 0 0.1 0 0 cm 2 w 600 800 m 900 800 l S Q"),
        paints("q 0.1 0 0 0.1 0 0 cm 3 w 600 800 m 900 800 l S Q"),
    ),
    Breakage("hairlines", paints(rectangle(SMALL, 50, 90, 0.1)), paints(rectangle(SMALL, 50, 90, 0.3))),
    Breakage(
        "ink",
        paints(rectangle(SMALL, 50, 40, 40, "1 0.9 0.8 0.4 k")),
        paints(rectangle(SMALL, 50, 5, 5, "1 0.9 0.8 0.4 k")),
    ),
    Breakage("ink-measured", on_page(MediaBox=Array([0, 0, 6000, 400]), BleedBox=Array([0, 0, 6000, 400]))),
    Breakage("ink-measured", in_photo(Filter=Name.Mystery)),
    Breakage("blank-pages", on_page(Contents=lambda pdf: pdf.make_stream(b"1 g 0 0 500 400 re f"))),
)

#: Everywhere that a colour of screens can hide.


def rgb_places(space: Any, values: str, components: int) -> dict[str, Change]:
    """Things painted in `space`, or resting on it, in each way that PDF has; `values` are a colour in it."""
    square = "100 50 9 9 re"
    inks = f"/P cs {values} sc"
    spaces = {"P": space}
    own = {"Resources": Dictionary(ColorSpace=Dictionary(P=space), XObject=Dictionary(), Pattern=Dictionary())}
    full = tuple(float(value) for value in values.split())
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * components, C1=[1] * components, N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=[100, 0, 200, 0], Function=function)
    plain = "0 0 0 0.1 k"

    def tiles(pdf: Pdf) -> Any:
        return pdf.make_stream(
            f"{inks} 0 0 4 4 re f".encode(),
            PatternType=1,
            PaintType=1,
            TilingType=1,
            BBox=[0, 0, 9, 9],
            XStep=9,
            YStep=9,
            **own,
        )

    def mask(pdf: Pdf) -> Dictionary:
        content = form(f"{inks} {square} f", Group=group(Name.DeviceGray), **own)(pdf)
        return Dictionary(SMask=Dictionary(Type=Name.Mask, S=Name.Alpha, G=content))

    def letters(pdf: Pdf) -> Any:
        font = drawn_font(pdf)
        font.CharProcs.square.write(f"600 0 d0 {inks} 0 0 500 500 re f".encode())
        font.Resources = own["Resources"]
        return font

    def indexed(pdf: Pdf) -> Any:
        palette = Array([Name.Indexed, space, 1, String(bytes(2 * components))])
        return pdf.make_stream(
            bytes(400), Subtype=Name.Image, Width=20, Height=20, BitsPerComponent=8, ColorSpace=palette
        )

    return {
        "fill": paints(f"{inks} {square} f", ColorSpace=spaces),
        "line": paints(f"/P CS {values} SC {square} S", ColorSpace=spaces),
        "text": paints(text(y=150, size=20, inks=inks, state=""), ColorSpace=spaces),
        "form": paints("/X Do", XObject={"X": form(f"{inks} {square} f", **own)}),
        "picture": paints(draws("X", 4, 4), XObject={"X": indexed}),
        "inline picture": paints(
            f"q 4 0 0 4 200 150 cm BI /W 2 /H 2 /BPC 8 /CS /P ID {'a' * 4 * components} EI Q", ColorSpace=spaces
        ),
        "shading": paints("q 100 50 9 9 re W n /S sh Q", Shading={"S": shading}),
        "shading pattern": paints(
            f"/Pattern cs /T scn {square} f", Pattern={"T": Dictionary(PatternType=2, Shading=shading)}
        ),
        "tiling pattern": paints(f"/Pattern cs /T scn {square} f", Pattern={"T": tiles}),
        "spot colour": paints(f"/S cs 0.5 scn {square} f", ColorSpace={"S": separation("Black", space, full)}),
        "soft mask": paints(f"/M gs {plain} {square} f", ExtGState={"M": mask}),
        "drawn letters": paints("BT /T3 20 Tf 1 0 0 1 60 150 Tm (a) Tj ET", Font={"T3": letters}),
    }


RGB_PLACES = {
    **rgb_places(Name.DeviceRGB, "0.2 0.3 0.4", 3),
    "page group": on_page(Group=group(Name.DeviceRGB)),
    "operator": paints("0.2 0.3 0.4 rg 100 50 9 9 re f"),
    "photo": paints(draws("X", 24, 16), XObject={"X": lambda pdf: photo(pdf, "RGB", (300, 200))}),
}
CMYK_PLACES = {
    **rgb_places(Name.DeviceCMYK, "0.2 0.3 0.4 0", 4),
    "page group": on_page(Group=group(Name.DeviceCMYK)),
    "operator": paints("0.2 0.3 0.4 0 k 100 50 9 9 re f"),
    "photo": paints(draws("X", 24, 16), XObject={"X": lambda pdf: photo(pdf, "CMYK", (300, 200))}),
}
