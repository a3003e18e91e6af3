"""Programs that read PDFs, as the tests call them: the text of each page, and what a search finds.

pdfium is Chrome, Edge and Android, poppler the viewers of Linux, pdf.js Firefox, mupdf itself. pdf.js comes from npm:
PDFJS names the folder that holds node_modules. A program that is missing fails the test and says what to install.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from postcards.manuscript.language import direction


class MissingError(Exception):
    """What a check needs is not on this machine; the message says how to get it."""


SOFT_HYPHEN = "\u00ad"

#: pdfium's sign for the hyphen of a divided word; whoever uses pdfium takes it out, Chromium before it copies or
#: searches (`IsIgnorableCharacter` in its pdfium_range.cc).
DIVIDED = "\ufffe"

#: What shows nothing: the marks, embeddings and isolates of UAX #9, and the word joiner.
UNSEEN = dict.fromkeys(map(ord, "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"))


def as_read(text: str) -> str:
    """`text` without what shows nothing, white space being one space."""
    return " ".join(unicodedata.normalize("NFC", text.translate(UNSEEN)).split())


def _pdfium(file: Path) -> list[str]:
    with pypdfium2.PdfDocument(file) as document:
        return [page.get_textpage().get_text_range().replace(DIVIDED, "") for page in document]


def _poppler(file: Path, *options: str) -> list[str]:
    return _pages_of(_program("pdftotext", "poppler-utils (Debian) or poppler"), *options, str(file), "-")


def _pdfjs(file: Path) -> list[str]:
    return _pages_of(*_node("pdfjs_text.mjs"), str(file))


def _mupdf(file: Path) -> list[str]:
    program = _program("mutool", "mupdf-tools (Debian) or mupdf")
    return _pages_of(program, "draw", "-q", "-F", "txt", "-o", "-", str(file))


def found_by_pdfjs(file: Path, words: Sequence[str]) -> list[str]:
    """Those of the words that Firefox finds: pdf.js' own search, of whole words in the case they are written in."""
    printed = _printed(*_node("pdfjs_find.mjs"), str(file), *words)
    return [str(word) for word in json.loads(printed)]


def _node(script: str) -> tuple[str, ...]:
    """The beginning of a command that runs one of the scripts beside this module with pdf.js."""
    program, folder = shutil.which("node"), os.environ.get("PDFJS", "")
    if not program or not (Path(folder) / "node_modules" / "pdfjs-dist").is_dir():
        raise MissingError(
            "pdf.js was not found: install Node, run “npm install --prefix DIR pdfjs-dist”, set PDFJS=DIR."
        )
    return program, str(Path(__file__).with_name(script)), folder


def _program(name: str, packages: str) -> str:
    program = shutil.which(name)
    if not program:
        raise MissingError(f"{name} was not found: install {packages}.")
    return program


def _pages_of(*command: str) -> list[str]:
    """What a program prints, cut where it prints a form feed."""
    return _printed(*command).split("\f")[:-1]


def _printed(*command: str) -> str:
    return subprocess.run(command, capture_output=True, check=True, text=True, encoding="utf-8").stdout


#: How each reader reads a file: the text of its pages, as it comes. `raw` is poppler's text as it is painted.
READERS: dict[str, Callable[[Path], list[str]]] = {
    "pdfium": _pdfium,
    "poppler": _poppler,
    "pdfjs": _pdfjs,
    "raw": lambda file: _poppler(file, "-raw"),
    "mupdf": _mupdf,
}

#: Those that turn right-to-left text round, and those that give divided words whole.
TURNING = ("pdfium", "poppler", "pdfjs")
JOINING = ("pdfium", "poppler")


def readers(language: str = "en") -> list[str]:
    """The readers for a language: those POSTCARDS_READERS lists, else all under CI, and elsewhere pdfium alone.

    Readers that take letters as they stand from left to right are not asked for text that runs to the left.
    """
    usual = ",".join(READERS) if os.environ.get("CI") else "pdfium"
    wanted = os.environ.get("POSTCARDS_READERS", usual).split(",")
    return [reader for reader in wanted if reader in TURNING or direction(language) == "ltr"]
