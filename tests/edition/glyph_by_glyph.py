"""Pages painted a second time, without anything of ours in the file: HarfBuzz's glyphs, each at its own place.

Lines, faces and directions are the page's own. Each line is shaped for itself, its fonts are embedded as they are, a
glyph's number is its code, and every glyph is painted alone at the place that HarfBuzz gives it. Only spaces where the
direction changes are as wide as a line's own are at least, which no font knows of.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import uharfbuzz as hb
from painted import PALETTE, TYPESETTER

from postcards.composition import Face, Voice, bidi
from postcards.composition.itemize import Run, itemize
from postcards.composition.word_spaces import LEAST, SPACES
from postcards.edition.colour import fill_operator
from postcards.pages.page import Page, Text


def glyph_by_glyph(page: Page, voice: Voice, size: float) -> bytes:
    """A PDF of a page whose texts are all in one voice at one nominal size, points."""
    names: dict[Face, str] = {}
    code = [fill_operator(PALETTE, "ink", "srgb")]
    for text in page.texts:
        for face, glyph, x, y in _placed(text, voice, size):
            name = names.setdefault(face, f"/G{len(names)}")
            place = f"{x:.5f} {page.trim.height - y:.5f}"
            code.append(f"BT {name} {size * face.factor:.6f} Tf 1 0 0 1 {place} Tm <{glyph:04X}> Tj ET")
    pdf, file = pikepdf.new(), io.BytesIO()
    sheet = pdf.add_blank_page(page_size=(page.trim.width, page.trim.height))
    fonts = {name: _font(pdf, face, name) for face, name in names.items()}
    sheet.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
    sheet.Contents = pdf.make_stream("\n".join(code).encode())
    pdf.save(file)
    return file.getvalue()


def _placed(text: Text, voice: Voice, size: float) -> Iterator[tuple[Face, int, float, float]]:
    """Each glyph of a line: its face, its number, and where it stands on the page."""
    written, x = text.line.text, text.origin.x
    runs, _ = itemize(written, voice, TYPESETTER.shelf)
    levels = [run.level for run in runs for _ in range(run.start, run.end)]
    for index in bidi.visual_order([run.level for run in runs]):
        run = runs[index]
        unit = size * run.face.factor / run.face.upem
        buffer = _shaped(written, run, voice)
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            yield run.face, info.codepoint, x + place.x_offset * unit, text.origin.y - place.y_offset * unit
            at, advance = info.cluster, place.x_advance * unit
            if written[at] in SPACES and any(level != run.level for level in levels[max(at - 1, 0) : at + 2]):
                advance = max(advance, LEAST * size)
            x += advance


def _shaped(written: str, run: Run, voice: Voice) -> hb.Buffer:
    buffer = hb.Buffer()
    buffer.add_str(written, run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script
    buffer.language = voice.language
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(hb.Font(hb.Face(run.face.content)), buffer)
    return buffer


def _font(pdf: pikepdf.Pdf, face: Face, name: str) -> pikepdf.Object:
    """The whole font file, its glyphs by number (ISO 32000-1, 9.7)."""
    file = pdf.make_stream(face.content, Length1=len(face.content))
    base = pikepdf.Name(name)
    descriptor = pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor,
        FontName=base,
        Flags=4,
        FontBBox=[0, 0, 1000, 1000],
        ItalicAngle=0,
        Ascent=1000,
        Descent=0,
        CapHeight=700,
        StemV=80,
        FontFile2=file,
    )
    descendant = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.CIDFontType2,
        BaseFont=base,
        CIDSystemInfo=pikepdf.Dictionary(Registry="Adobe", Ordering="Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(descriptor),
        CIDToGIDMap=pikepdf.Name.Identity,
    )
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type0,
        BaseFont=base,
        Encoding=pikepdf.Name("/Identity-H"),
        DescendantFonts=[pdf.make_indirect(descendant)],
    )
    return pdf.make_indirect(font)
