"""What a file promises to whoever prints or reads it: a value that the surface is given, so that no edition is special.

PDF/X-4 is ISO 15930-7, PDF/UA-1 is ISO 14289-1. The plain one is for print shops whose machines are older: PDF 1.4 (the
third edition of Adobe's PDF Reference) with the same colours and boxes, and as nothing that we paint shines through,
without transparency; it makes no claim.
"""

from __future__ import annotations

from msgspec import Struct


class Claim(Struct, frozen=True):
    """A standard that the file's metadata says it follows: one property of XMP (ISO 16684-1)."""

    prefix: str
    namespace: str
    name: str
    value: str


class Standard(Struct, frozen=True):
    """The version of PDF, and what the file claims."""

    version: tuple[int, int]
    claims: tuple[Claim, ...] = ()
    packed: bool = False  # objects are packed together (from PDF 1.5): smaller, and nothing for old machines
    tagged: bool = False  # it says what everything on its pages is


PDF_X4 = Standard((1, 6), (Claim("pdfxid", "http://www.npes.org/pdfx/ns/id/", "GTS_PDFXVersion", "PDF/X-4"),))
PLAIN_CMYK = Standard((1, 4))

#: For an office's own computer and printer, which ask for nothing.
PDF_1_6 = Standard((1, 6), packed=True)

#: For everybody's screen, eyes or not.
PDF_UA1 = Standard((1, 7), (Claim("pdfuaid", "http://www.aiim.org/pdfua/ns/id/", "part", "1"),), True, True)
