"""Sheets of passages: composed with the project's own fonts, painted, and handed to programs that read PDFs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from painted import TYPESETTER, pdf

from postcards.composition import Galley, TextStyle, voice_of
from postcards.geometry import Point, Size
from postcards.manuscript.language import direction
from postcards.pages.page import Page, Pages, Text

MEASURE = 230.0
MARGIN, GAP = 30.0, 12.0
LEADING = 1.35  # times the size

SOFT_HYPHEN = "\u00ad"

#: What shows nothing: the marks, embeddings and isolates of UAX #9, and the word joiner.
UNSEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"))


@dataclass(frozen=True, slots=True)
class Passage:
    """A text, and how it is set; in the sheet's language unless it names its own."""

    text: str
    size: float = 11.5
    role: str = "serif"
    weight: str = "regular"
    balanced: bool = False
    divided: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Sheets:
    """A file, and the lines that stand on each of its pages, top to bottom."""

    content: bytes
    lines: tuple[tuple[str, ...], ...]

    def expected(self, reader: str) -> list[str]:
        """What a reader should give back of each page: a soft hyphen joins, unless the reader does not know of it."""
        joint = " " if reader == "pdfjs" else ""
        return [as_read("\n".join(page).replace(SOFT_HYPHEN + "\n", joint)) for page in self.lines]


def as_read(text: str) -> str:
    """`text` without what shows nothing, white space being one space."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def set_sheets(pages: Sequence[Sequence[Passage]], language: str) -> Sheets:
    """A file in `language`, each page's passages one below the other in a column of 230 points."""
    laid_out, lines = [], []
    for number, passages in enumerate(pages, start=1):
        galleys = [_galley(passage, language) for passage in passages]
        for passage, galley in zip(passages, galleys, strict=True):
            assert _letters("".join(line.text for line in galley.lines)) == _letters(passage.text)
        laid_out.append(_page(number, galleys, language))
        lines.append(tuple(line.text for galley in galleys for line in galley.lines))
    booklet = Pages("sheets", language, direction(language), "Sheets", "1", 0.0, tuple(laid_out), ())
    return Sheets(pdf(booklet, "screen"), tuple(lines))


def _galley(passage: Passage, booklet_language: str) -> Galley:
    language = passage.language or booklet_language
    voice = voice_of(passage.role, passage.weight, language)
    leading = passage.size * LEADING * TYPESETTER.shelf.script_faces(voice.role, voice.script).leading
    style = TextStyle(
        voice,
        passage.size,
        leading,
        balanced=passage.balanced,
        divided=passage.divided,
        booklet_direction=direction(booklet_language),
    )
    return TYPESETTER.compose(passage.text, style, MEASURE)


def _page(number: int, galleys: Sequence[Galley], language: str) -> Page:
    items, top = [], MARGIN
    for paragraph, galley in enumerate(galleys):
        for index, line in enumerate(galley.lines):
            origin = Point(MARGIN + line.indent, top + galley.baseline(index))
            items.append(Text(origin, line, "ink", "summary", language, paragraph))
        top += galley.height + GAP
    return Page(number, str(number), "inside", Size(MEASURE + 2 * MARGIN, top + MARGIN), tuple(items))


def _letters(text: str) -> str:
    """`text` without white space and what shows nothing."""
    return re.sub(rf"[\s{SOFT_HYPHEN}]", "", text.translate(UNSEEN))


def _pdfium(file: Path) -> list[str]:
    document = pypdfium2.PdfDocument(file)
    try:
        # U+FFFE is pdfium's sign for a divided word.
        return [page.get_textpage().get_text_range().replace("\ufffe", "") for page in document]
    finally:
        document.close()


def _poppler(file: Path) -> list[str]:
    program = shutil.which("pdftotext")
    if not program:
        pytest.fail("pdftotext was not found: install poppler-utils (Debian) or poppler.")
    return [page.replace(SOFT_HYPHEN + "\n", "") for page in _pages_of(program, str(file), "-")]


def _pdfjs(file: Path) -> list[str]:
    program, folder = shutil.which("node"), os.environ.get("PDFJS", "")
    if not program or not (Path(folder) / "node_modules" / "pdfjs-dist").is_dir():
        pytest.fail("pdf.js was not found: install Node, run “npm install --prefix DIR pdfjs-dist”, set PDFJS=DIR.")
    return _pages_of(program, str(Path(__file__).with_name("pdfjs_text.mjs")), folder, str(file))


def _pages_of(*command: str) -> list[str]:
    """What a program prints, cut where it prints a form feed."""
    printed = subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    return printed.split("\f")[:-1]


#: How each reader reads a file: the text of its pages, as it comes.
READERS: dict[str, Callable[[Path], list[str]]] = {"pdfium": _pdfium, "poppler": _poppler, "pdfjs": _pdfjs}


def readers() -> list[str]:
    """The readers to use: those POSTCARDS_READERS lists, else all of them under CI, and elsewhere pdfium alone."""
    usual = ",".join(READERS) if os.environ.get("CI") else "pdfium"
    return os.environ.get("POSTCARDS_READERS", usual).split(",")
