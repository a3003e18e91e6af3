"""What a file promises to whoever prints or reads it: a value that the surface is given, so that no edition is special.

PDF/X-4 is ISO 15930-7. The plain one is for print shops whose machines are older: PDF 1.4 (the third edition of
Adobe's PDF Reference) with the same colours and boxes, and as nothing that we paint shines through, without
transparency; it makes no claim.
"""

from __future__ import annotations

from typing import NamedTuple


class Standard(NamedTuple):
    """The version of PDF, and the standard a file says it follows."""

    version: tuple[int, int]
    claim: str = ""  # pdfxid:GTS_PDFXVersion; empty where none is made


PDF_X4 = Standard((1, 6), "PDF/X-4")
PLAIN_CMYK = Standard((1, 4))

#: What a screen edition is written in.
PDF_1_6 = Standard((1, 6))
