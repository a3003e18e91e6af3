"""How a file opens and what its pages are called: page labels, viewer preferences (ISO 32000-1, 12.2 and 12.4.2).

A page is called what is printed on it, so that “page 14” is found by the number on paper, whatever digits it has.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from postcards.edition.painter import EditionPlan
from postcards.edition.tags import text_string
from postcards.pages.page import Page

#: How pages are shown when the file is opened (table 28). A book has its first page alone and then two facing each
#: other: programs take this name for that in both directions, and go by `Direction` for which of the two is left.
PAGE_LAYOUTS = {"book": "TwoPageRight", "scroll": "OneColumn", "": ""}


def prefer(canvas: Any, plan: EditionPlan, direction: str) -> None:
    """Show the title and not the file's name, and pages as a book of that direction (ltr or rtl) has them."""
    canvas.setViewerPreference("DisplayDocTitle", "true")
    if direction == "rtl":
        canvas.setViewerPreference("Direction", "R2L")
    canvas._doc.Catalog.setPageLayout(PAGE_LAYOUTS[plan.opens])


def label_pages(document: Any, pages: Iterable[Page]) -> None:
    """Call pages what is printed on them; a run of numbers in Latin digits takes one entry."""
    entries: list[bytes] = []
    counted = False
    for index, page in enumerate(pages):
        if page.folio == str(page.number):
            if not counted:
                entries.append(b"%d <</S /D /St %d>>" % (index, page.number))
            counted = True
        else:
            entries.append(b"%d <</P %b>>" % (index, text_string(page.folio)))
            counted = False
    document.Catalog.PageLabels = b"<</Nums [%b]>>" % b" ".join(entries)
