"""A small file that is PDF/X-4 in everything, built from nothing with pikepdf: each test spoils one thing in it.

Four pages of A6 with bleed, each with a ground, black text that overprints and a rule; the first has a photo.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image

from postcards.geometry import MM

FONTS = Path(__file__).parents[2] / "fonts"
WORDS = "He went home in 2012."
PAGES = 4

BLEED = 3 * MM
WIDTH, HEIGHT = 148 * MM, 105 * MM
SHEET = (0.0, 0.0, WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
TRIM = (BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT)

#: A photo of 300 by 200 pixels, printed an inch wide.
PHOTO = (300, 200)
PHOTO_PLACE = "72 0 0 48 200 150 cm"

Change = Callable[[Pdf], object]

INFO = {
    "Title": "Postcards of Return",
    "Creator": "a test",
    "Producer": "pikepdf",
    "CreationDate": "D:20261101000000Z",
    "ModDate": "D:20261101000000Z",
}

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdf:Trapped="False" pdf:Producer="pikepdf">
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion><xmp:CreatorTool>a test</xmp:CreatorTool>
<xmp:CreateDate>2026-11-01T00:00:00Z</xmp:CreateDate><xmp:ModifyDate>2026-11-01T00:00:00+00:00</xmp:ModifyDate>
<xmp:MetadataDate>2026-11-01T00:00:00Z</xmp:MetadataDate><xmpMM:DocumentID>uuid:1</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID><xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<dc:title><rdf:Alt><rdf:li xml:lang="nb">Postkort</rdf:li>
<rdf:li xml:lang="x-default">Postcards of Return</rdf:li></rdf:Alt></dc:title>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>"""


def profile(space: bytes = b"CMYK", kind: bytes = b"prtr", version: int = 2, tables: tuple[bytes, ...] = ()) -> bytes:
    """The head of an ICC profile, with tables that hold nothing."""
    tables = tables or (b"A2B0", b"B2A0")
    size = 132 + 12 * len(tables)
    head = (
        size.to_bytes(4) + b"none" + bytes([version, 0, 0, 0]) + kind + space.ljust(4) + b"Lab " + bytes(12) + b"acsp"
    )
    entries = b"".join(table + size.to_bytes(4) + (0).to_bytes(4) for table in tables)
    return head.ljust(128, b"\0") + len(tables).to_bytes(4) + entries


@cache
def font() -> tuple[bytes, dict[str, int]]:
    """A font with the letters of `WORDS`, and the glyph of each."""
    whole = TTFont(FONTS / "NotoSans-Bold.ttf")
    cutter = subset.Subsetter()
    cutter.populate(text=WORDS)
    cutter.subset(whole)
    file = io.BytesIO()
    whole.save(file)
    ids = whole.getReverseGlyphMap()
    return file.getvalue(), {chr(code): ids[name] for code, name in whole.getBestCmap().items()}


def codes(words: str = WORDS) -> str:
    """The words as a hexadecimal string of glyphs."""
    return "<" + "".join(f"{font()[1][letter]:04X}" for letter in words) + ">"


def text(x: float = 60, y: float = 100, size: float = 11, inks: str = "0 0 0 1 k", state: str = "/GS gs") -> str:
    """Operators that show `WORDS`."""
    return f"q {state} {inks} BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm {codes()} Tj ET Q"


def text_font(pdf: Pdf) -> Any:
    program, glyphs = font()
    mapping = "\n".join(f"<{glyph:04X}> <{ord(letter):04X}>" for letter, glyph in glyphs.items())
    unicode = f"1 begincodespacerange <0000> <FFFF> endcodespacerange {len(glyphs)} beginbfchar\n{mapping}\nendbfchar"
    descriptor = Dictionary(Type=Name.FontDescriptor, FontName=Name("/ABCDEF+NotoSans-Bold"), Flags=4)
    descriptor.FontFile2 = pdf.make_stream(program, Length1=len(program))
    below = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=descriptor.FontName, DW=600)
    below.CIDSystemInfo = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
    below.CIDToGIDMap = Name.Identity
    below.FontDescriptor = pdf.make_indirect(descriptor)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=descriptor.FontName,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(below)]),
            ToUnicode=pdf.make_stream(unicode.encode()),
        )
    )


def photo(pdf: Pdf, mode: str = "CMYK", size: tuple[int, int] = PHOTO) -> Any:
    """A picture with a little of each ink, as JPEG."""
    file = io.BytesIO()
    colour = {"CMYK": (230, 200, 225, 240), "RGB": (200, 180, 160), "L": 180}[mode]  # Pillow turns CMYK round
    Image.new(mode, size, colour).save(file, "JPEG", quality=90)
    space = {"CMYK": Name.DeviceCMYK, "RGB": Name.DeviceRGB, "L": Name.DeviceGray}[mode]
    return pdf.make_stream(
        file.getvalue(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=size[0],
        Height=size[1],
        BitsPerComponent=8,
        ColorSpace=space,
        Filter=Name.DCTDecode,
    )


@cache
def sound() -> bytes:
    """The file without a fault."""
    pdf = Pdf.new()
    letters, picture = text_font(pdf), photo(pdf)
    overprint = Dictionary(Type=Name.ExtGState, op=True, OP=True, OPM=1)
    for number in range(PAGES):
        page = pdf.add_blank_page(page_size=(SHEET[2], SHEET[3])).obj
        page.BleedBox, page.TrimBox = Array(list(SHEET)), Array(list(TRIM))
        page.Resources = Dictionary(
            Font=Dictionary(F1=letters), XObject=Dictionary(Im1=picture), ExtGState=Dictionary(GS=overprint)
        )
        shown = f"q {PHOTO_PLACE} /Im1 Do Q" if number == 0 else ""
        ground = f"0.1 0 0.05 0 k 0 0 {SHEET[2]:.3f} {SHEET[3]:.3f} re f"
        page.Contents = pdf.make_stream(f"{ground} {shown} {text()} 0 0 0 1 K 0.5 w 60 90 m 200 90 l S".encode())
    press = pdf.make_stream(profile(), N=4)
    pdf.Root.OutputIntents = Array([_intent(press)])
    pdf.Root.Metadata = pdf.make_stream(XMP.encode(), Type=Name.Metadata, Subtype=Name.XML)
    pdf.trailer.Info = pdf.make_indirect(Dictionary(Trapped=Name("/False")))
    for key, value in INFO.items():
        pdf.trailer.Info[f"/{key}"] = String(value)
    return written(pdf)


def _intent(press: Any) -> Dictionary:
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=press)
    intent.OutputConditionIdentifier, intent.Info = String("FOGRA39"), String("ISO Coated v2")
    intent.RegistryName = String("http://www.color.org")
    return intent


def written(pdf: Pdf, version: str = "1.6") -> bytes:
    """The file's bytes, every stream left as it is."""
    file = io.BytesIO()
    pdf.save(
        file,
        force_version=version,
        compress_streams=False,
        stream_decode_level=pikepdf.StreamDecodeLevel.none,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        deterministic_id=True,
    )
    return file.getvalue()


def changed(change: Change, version: str = "1.6") -> bytes:
    """The sound file after a change."""
    with pikepdf.open(io.BytesIO(sound())) as pdf:
        change(pdf)
        return written(pdf, version)


def paints(operators: str, page: int = 2, **resources: Any) -> Change:
    """A change that paints more on a page; `resources` are kinds, each a dictionary of what they call by name.

    Values that take a PDF are made in the one that is changed.
    """

    def change(pdf: Pdf) -> None:
        sheet = pdf.pages[page - 1].obj
        own = pdf.make_indirect(sheet.Resources)
        sheet.Resources = own = Dictionary({key: Dictionary(dict(value.items())) for key, value in own.items()})
        for kind, named in resources.items():
            if f"/{kind}" not in own:
                own[f"/{kind}"] = Dictionary()
            for label, thing in named.items():
                own[f"/{kind}"][f"/{label}"] = thing(pdf) if callable(thing) else thing
        before = sheet.Contents.read_bytes()
        sheet.Contents = pdf.make_stream(b"q " + before + b" Q " + operators.encode())

    return change
