"""Rules on the file as such: its version, its keys, whether it is sound (ISO 32000-1, 7.5)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from postcards.preflight.demands import Demands, Fault
from postcards.preflight.document import Document
from postcards.preflight.objects import items

#: The one version of PDF/X-4, and the newest that plain CMYK files for older presses may have.
X4_VERSION, OLD_VERSION = "1.6", "1.4"

#: Bytes that tell programs which move files that this one is not text: so many above 127 in the second line (7.5.2).
BINARY_MARK = 4


def version(document: Document, demands: Demands) -> Iterator[Fault]:
    """PDF/X-4 is PDF 1.6; plain files are 1.4 at most."""
    found = document.pdf.pdf_version
    fits = found == X4_VERSION if demands.standard == "x4" else found <= OLD_VERSION
    if not fits:
        wanted = X4_VERSION if demands.standard == "x4" else f"{OLD_VERSION} or older"
        message = f"The file is PDF {found}, and the press expects PDF {wanted}."
        yield Fault(message, f"Export it again as PDF {wanted}.", f"header or catalog says {found}")


def header(document: Document, _: Demands) -> Iterator[Fault]:
    """The second line holds bytes that no text has."""
    second = document.head[document.head.index(b"%PDF-") :].splitlines()[1:2]
    if not second or second[0][:1] != b"%" or sum(byte > 127 for byte in second[0]) < BINARY_MARK:
        message = "Programs that pass the file on may take it for text and spoil it."
        yield Fault(message, "Save it again with another program.", "no comment of four bytes above 127 in line 2")


def identifier(document: Document, _: Demands) -> Iterator[Fault]:
    """The trailer's ID: two strings that tell this file from others."""
    found = items(document.pdf.trailer.get("/ID"))
    if len(found) != 2 or not all(isinstance(part, pikepdf.String) and bytes(part) for part in found):
        message = "The file has no identifier, so that the print shop cannot tell two versions apart."
        yield Fault(message, "Save it again with another program.", "trailer /ID is not two strings")


def encryption(document: Document, _: Demands) -> Iterator[Fault]:
    """Nothing is locked, not even without a password."""
    if document.pdf.is_encrypted:
        message = "The file is protected: the print shop may look at it and not print it."
        yield Fault(message, "Save it without any protection.", "trailer /Encrypt")


def syntax(document: Document, _: Demands) -> Iterator[Fault]:
    """It opens without having to be mended."""
    if document.damages:
        message = "The file is damaged; it may print otherwise than it looks, or lack something."
        yield Fault(message, "Make it again, or copy it again if it was sent.", "; ".join(document.damages[:5]))


def whole(document: Document, _: Demands) -> Iterator[Fault]:
    """All of it could be looked at."""
    for sheet in document.sheets:
        if not sheet.seen.is_whole:
            message = "There is so much on this page, or so deeply nested, that not all of it was checked."
            yield Fault(message, "Make the page simpler, then check it again.", page=sheet.number)
    if document.cut_short:
        message = f"Only the first {len(document.sheets)} pages were checked."
        yield Fault(message, "Divide the file, then check the parts.")


def operators(document: Document, _: Demands) -> Iterator[Fault]:
    """Content streams hold PDF's operators alone, each with what it takes (annex A)."""
    for sheet in document.sheets:
        for strange, times in sorted(sheet.seen.strange.items()):
            message = "Part of this page is damaged, and may be missing or wrong in print."
            yield Fault(message, "Make the page again.", f"{strange} ({times} times)", sheet.number)
