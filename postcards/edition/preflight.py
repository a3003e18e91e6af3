"""Our own check of a file for readers, before it takes its name: what a reader would miss is an error.

The file is read with another library (pdfium) than the one that wrote it: page count and size, and every letter that
was composed is there to be read, searched and copied.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from postcards.geometry import TOLERANCE
from postcards.pages.page import Page, Pages
from postcards.preflight.letters import lost_letters

if TYPE_CHECKING:
    import pypdfium2

#: Sizes read back may differ by this much (points): PDF numbers are written with three decimals.
SIZE_TOLERANCE = 2 * TOLERANCE

#: Pages that are looked at before the file is opened anew: a print edition's photos weigh about a MB each.
AT_A_TIME = 64


def check_file(content: bytes | Path, pages: Pages, bleed: float) -> list[str]:
    """What is wrong with the PDF in `content` (bytes, or a file's path), painted from `pages` on sheets that reach
    `bleed` beyond the trim.
    """
    import pypdfium2

    faults: list[str] = []
    try:
        for first in range(0, len(pages.pages), AT_A_TIME):
            # Opened anew: an open document keeps every photo of each page that it has shown.
            document = pypdfium2.PdfDocument(content)
            try:
                if len(document) != len(pages.pages):
                    return [f"it has {len(document)} pages instead of {len(pages.pages)}"]
                for index, page in enumerate(pages.pages[first : first + AT_A_TIME], start=first):
                    faults += _faults(page, document[index], bleed)
            finally:
                document.close()
    except pypdfium2.PdfiumError as error:
        return [f"the file cannot be opened ({error})"]
    return faults


def _faults(page: Page, sheet: pypdfium2.PdfPage, bleed: float) -> list[str]:
    """What is wrong with one page."""
    faults = []
    width, height = sheet.get_size()
    wanted = (page.trim.width + 2 * bleed, page.trim.height + 2 * bleed)
    if abs(width - wanted[0]) > SIZE_TOLERANCE or abs(height - wanted[1]) > SIZE_TOLERANCE:
        faults.append(f"page {page.number} is {width:.1f} x {height:.1f} pt instead of {wanted}")
    if lost := lost_letters(written_on(page), sheet.get_textpage().get_text_range()):
        faults.append(f"page {page.number} lost the letters {' '.join(lost)}")
    return faults


def written_on(page: Page) -> str:
    """What is to be read on a page."""
    return "\n".join(text.line.text for text in page.texts)
