"""Pages as pictures, for staff who want to look before they print."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

import pypdfium2

from postcards.edition.delivery import deliver

#: Pixels per point: about 150 to the inch, so that small text can be read.
SCALE = 150 / 72


def page_pictures(content: bytes, pages: Iterable[int], folder: Path, name: str) -> list[Path]:
    """PNG files of `pages` (from 1) of the PDF in `content`; numbers beyond its end are passed over."""
    document = pypdfium2.PdfDocument(content)
    written = []
    for number in pages:
        if number > len(document):
            break
        file = io.BytesIO()
        document[number - 1].render(scale=SCALE).to_pil().save(file, "PNG")
        path = folder / f"{name}_{number:02d}.png"
        deliver(path, file.getvalue(), lambda _: [])
        written.append(path)
    document.close()
    return written
