"""A square font: every glyph is one em wide, so that a text's width is the number of its letters."""

from __future__ import annotations

from pathlib import Path
from string import ascii_letters, digits, punctuation

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS = 1000
ASCENT, DESCENT = 800, -200

#: Blanks, the hyphen at the end of a divided word, and a few letters of two scripts that run to the left.
SHOWN = ascii_letters + digits + punctuation + " \u00a0\u2010" + "אבגדה" + "ابتسمل"

#: Stands over the letter before it and takes no room.
ACUTE = "\u0301"

#: OS/2 fsType: may be embedded in any document, and may be in none.
INSTALLABLE, RESTRICTED = 0x0000, 0x0002

LISTING = """roles:
  serif:
    Latn: {regular: Square.ttf, bold: Square.ttf, factor: 1, leading: 1, floor: 8}
    Arab: {regular: Square.ttf, bold: Square.ttf, fallback: [Latn], factor: 1, leading: 1, floor: 8}
    Hebr: {regular: Square.ttf, bold: Square.ttf, fallback: [Latn], factor: 1, leading: 1, floor: 8}
  sans:
    Latn: {regular: Square.ttf, bold: Square.ttf, factor: 1, leading: 1, floor: 6}
"""


def write_square_font(path: Path, permission: int = INSTALLABLE) -> None:
    """A TrueType font of squares at `path`; `permission` is its OS/2 fsType."""
    names = {ord(character): f"uni{ord(character):04X}" for character in SHOWN + ACUTE}
    builder = FontBuilder(UNITS, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    square, widths = _square(), dict.fromkeys([".notdef", *names.values()], (UNITS, 0))
    widths[names[ord(ACUTE)]] = (0, 0)
    builder.setupGlyf(dict.fromkeys(widths, square))
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=ASCENT, descent=DESCENT)
    builder.setupNameTable({"familyName": "Square", "styleName": "Regular", "psName": "Square"})
    builder.setupOS2(sTypoAscender=ASCENT, sTypoDescender=DESCENT, fsType=permission)
    builder.setupPost()
    builder.save(path)


def write_square_fonts(folder: Path) -> Path:
    """`folder` as a project's fonts/: the font and its fonts.yaml."""
    folder.mkdir(exist_ok=True)
    write_square_font(folder / "Square.ttf")
    (folder / "fonts.yaml").write_text(LISTING, encoding="utf-8")
    return folder


def _square() -> object:
    pen = TTGlyphPen(None)
    pen.moveTo((0, DESCENT))
    for corner in ((0, ASCENT), (UNITS, ASCENT), (UNITS, DESCENT)):
        pen.lineTo(corner)
    pen.closePath()
    return pen.glyph()
