"""Our own check of a finished file, before it takes its name: what a reader would miss is an error.

The file is read with another library (pdfium) than the one that wrote it: page count and size, and every letter that
was composed is there to be read, searched and copied.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

from postcards.geometry import TOLERANCE
from postcards.pages.page import Page, Pages

#: Sizes read back may differ by this much (points): PDF numbers are written with three decimals.
SIZE_TOLERANCE = 2 * TOLERANCE


def check_file(content: bytes | Path, pages: Pages, bleed: float) -> list[str]:
    """What is wrong with the PDF in `content` (bytes, or a file's path), painted from `pages` on sheets that reach
    `bleed` beyond the trim.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return [f"the file cannot be opened ({error})"]
    try:
        if len(document) != len(pages.pages):
            return [f"it has {len(document)} pages instead of {len(pages.pages)}"]
        faults = []
        for page, sheet in zip(pages.pages, document, strict=True):
            width, height = sheet.get_size()
            wanted = (page.trim.width + 2 * bleed, page.trim.height + 2 * bleed)
            if abs(width - wanted[0]) > SIZE_TOLERANCE or abs(height - wanted[1]) > SIZE_TOLERANCE:
                faults.append(f"page {page.number} is {width:.1f} x {height:.1f} pt instead of {wanted}")
            lost = _lost(_written(page), sheet.get_textpage().get_text_range())
            if lost:
                faults.append(f"page {page.number} lost the letters {' '.join(lost)}")
        return faults
    finally:
        document.close()


def _written(page: Page) -> str:
    # Apart, so that a mark that begins a line does not join the letter that ends the one before.
    return "\n".join(text.line.text for text in page.texts)


def _lost(written: str, read: str) -> list[str]:
    """Letters, marks and digits that were written more often than read; ligatures count as their letters (NFKC)."""
    missing = Counter(unicodedata.normalize("NFKC", written)) - Counter(unicodedata.normalize("NFKC", read))
    return sorted(letter for letter in missing if unicodedata.category(letter)[0] in "LMN")
