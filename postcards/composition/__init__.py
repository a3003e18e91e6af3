"""Composition: a text, a style and a measure become a galley of placed glyphs."""

from postcards.composition.fonts import Face, FontShelf, read_fonts
from postcards.composition.galley import Cluster, Galley, GlyphRun, Line
from postcards.composition.itemize import Voice, voice_of
from postcards.composition.paragraph import Typesetter
from postcards.composition.style import TextStyle

__all__ = [
    "Cluster",
    "Face",
    "FontShelf",
    "Galley",
    "GlyphRun",
    "Line",
    "TextStyle",
    "Typesetter",
    "Voice",
    "read_fonts",
    "voice_of",
]
