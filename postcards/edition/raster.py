"""Pages as pictures, for staff who want to look before they print."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import pypdfium2

from postcards.edition.delivery import deliver

#: Pdfium rounds a picture's sides up to whole pixels, and what was meant as a whole one may come out a hair more.
ROUNDED_UP = 0.01

#: Pixels per point: about 150 to the inch, so that small text can be read.
SCALE = 150 / 72


def pictures_of(content: bytes, width: int) -> Iterator[bytes]:
    """PNG files of all pages of the PDF in `content`, `width` pixels wide."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        yield _picture(page, (width - ROUNDED_UP) / page.get_width())
    document.close()


def page_pictures(content: bytes, pages: Iterable[int], folder: Path, name: str) -> list[Path]:
    """PNG files of `pages` (from 1) of the PDF in `content`; numbers beyond its end are passed over."""
    document = pypdfium2.PdfDocument(content)
    written = []
    for number in pages:
        if number > len(document):
            break
        path = folder / f"{name}_{number:02d}.png"
        deliver(path, _picture(document[number - 1], SCALE), lambda _: [])
        written.append(path)
    document.close()
    return written


def _picture(page: pypdfium2.PdfPage, scale: float) -> bytes:
    """One page as a PNG file, `scale` pixels to the point."""
    file = io.BytesIO()
    page.render(scale=scale).to_pil().save(file, "PNG")
    return file.getvalue()
