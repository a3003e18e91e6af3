"""Which text readers get back from a file: from ours, from Typst's and from WeasyPrint's. Run by hand.

    TYPESETTERS=DIR/bin/python UDHR=DIR PDFJS=DIR python tests/bench/bench_readers.py
    TYPESETTERS=DIR/bin/python UDHR=DIR PDFJS=DIR python tests/bench/bench_readers.py -l ar th

About 300 words in each language, with the same font files at 11.5 points in a column of 230, ragged and undivided. The
figures are percentages: words that come back in their order (the longest common subsequence), of those that were set,
after NFC; words are what stands between two places where a line may end, so that it does not matter where one did.
poppler's text as it is painted (raw) and mupdf do not turn right-to-left text round, so they read left-to-right
languages only.
"""

from __future__ import annotations

import argparse
import html
import json
import os
import sys
import tempfile
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean

from fontTools.ttLib import TTFont
from icu4py.breakers import LineBreaker
from others import FONTS, REPOSITORY, made, python_with

sys.path.insert(0, str(REPOSITORY))
sys.path.insert(0, str(REPOSITORY / "tests"))
sys.path.insert(0, str(REPOSITORY / "tests" / "edition"))

from declaration import languages, paragraphs
from painted import TYPESETTER
from pdf_readers import READERS, SOFT_HYPHEN, MissingError, as_read, readers
from sheets import LEADING, MARGIN, MEASURE, Passage, set_sheets

from postcards.manuscript.language import direction, script

#: Points: the size that a passage of the sheets has, and a page that any text goes into.
SIZE = Passage("").size
HEIGHT = 6000.0

#: Languages that are written without spaces between words: a space that a reader puts where a line ended is no fault.
UNSPACED = {"th"}

TYPST = """\
#set page(width: {width}pt, height: {height}pt, margin: {margin}pt)
#set text(font: {families}, size: {size}pt, lang: "{language}", dir: {direction}, hyphenate: false)
#set text(top-edge: 0.8em, bottom-edge: -0.2em)
#set par(leading: {leading}pt - 1em, justify: false, spacing: {leading}pt)
#for paragraph in json("paragraphs.json") {{ paragraph; parbreak() }}
"""

HTML = """\
<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>{language}</title><style>
{faces}
@page {{ size: {width}pt {height}pt; margin: {margin}pt }}
body {{ margin: 0; font: {size}pt/{leading}pt {families}; text-align: start; hyphens: manual }}
</style></head><body>{paragraphs}</body></html>
"""

Texts = Sequence[str]


def main(arguments: Sequence[str]) -> None:
    """Set, read, and print a row a language."""
    parser = argparse.ArgumentParser(description="Compare what readers get back.")
    parser.add_argument("-l", "--languages", nargs="+", default=languages(), choices=languages(), metavar="TAG")
    wish = parser.parse_args(arguments)
    for maker in ("typst", "weasyprint"):
        python_with(maker)
    columns = [(maker, reader) for maker in MAKERS for reader in READERS]
    print(f"{'':<9}" + "".join(f"{maker:<{8 * len(READERS)}}" for maker in MAKERS))
    print(f"{'':<9}" + "".join(f"{reader:<8}" for _, reader in columns))
    all_scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        for language in wish.languages:
            scores = scored(paragraphs(language), language, Path(name))
            print(f"{language:<9}" + _row(scores, columns), flush=True)
            for column, score in scores.items():
                all_scores[column].append(score)
    print(f"{'mean':<9}" + _row({column: fmean(scores) for column, scores in all_scores.items()}, columns))
    whole = {column: f"{sum(score == 1 for score in scores)}/{len(scores)}" for column, scores in all_scores.items()}
    print(f"{'whole':<9}" + "".join(f"{whole.get(column, '-'):<8}" for column in columns))


def scored(texts: Texts, language: str, folder: Path) -> dict[tuple[str, str], float]:
    """How much of the text comes back, by maker and reader."""
    expected = words(as_read(" ".join(texts)), language)
    found = {}
    for maker, make in MAKERS.items():
        file = make(texts, language, folder)
        for reader in readers(language):
            read = " ".join(READERS[reader](file)).replace(SOFT_HYPHEN, "")
            found[maker, reader] = in_order(expected, words(as_read(read), language)) / len(expected)
    return found


def words(text: str, language: str) -> list[str]:
    """What stands between two places where a line may end (UAX #14)."""
    whole = "".join(text.split()) if language in UNSPACED else text
    return [word.strip() for word in LineBreaker(whole, language)]


def in_order(wanted: Sequence[str], found: Sequence[str]) -> int:
    """Length of the longest common subsequence (J. W. Hunt, T. G. Szymanski, 1977)."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(found):
        places[word].insert(0, place)
    ends: list[int] = []
    for word in wanted:
        for place in places.get(word, ()):
            at = bisect_left(ends, place)
            ends[at : at + 1] = [place]
    return len(ends)


def ours(texts: Texts, language: str, folder: Path) -> Path:
    file = folder / "ours.pdf"
    file.write_bytes(set_sheets([[Passage(text) for text in texts]], language).content)
    return file


def typst(texts: Texts, language: str, folder: Path) -> Path:
    (folder / "paragraphs.json").write_text(json.dumps(texts), "utf-8")
    families = [TTFont(file)["name"].getBestFamilyName() for file in _files(language)]
    markup = TYPST.format(families=f"({', '.join(map(json.dumps, families))},)", **_measures(language))
    (folder / "typst.typ").write_text(markup, "utf-8")
    return made("typst", folder / "typst.typ", folder / "typst.pdf")


def weasyprint(texts: Texts, language: str, folder: Path) -> Path:
    files = list(enumerate(_files(language)))
    faces = "\n".join(
        f"@font-face {{ font-family: face{number}; src: url({file.as_uri()}) }}" for number, file in files
    )
    markup = HTML.format(
        faces=faces,
        families=", ".join(f"face{number}" for number, _ in files),
        paragraphs="".join(f"<p>{html.escape(text)}</p>" for text in texts),
        **_measures(language),
    )
    (folder / "weasyprint.html").write_text(markup, "utf-8")
    return made("weasyprint", folder / "weasyprint.html", folder / "weasyprint.pdf")


def _measures(language: str) -> dict[str, object]:
    """What the other two are told of page and type, as the sheets have it."""
    faces = TYPESETTER.shelf.script_faces("serif", script(language))
    return {
        "language": language.split("-")[0],
        "direction": direction(language),
        "size": SIZE * faces.factor,
        "leading": SIZE * LEADING * faces.leading,
        "width": MEASURE + 2 * MARGIN,
        "height": HEIGHT,
        "margin": MARGIN,
    }


def _files(language: str) -> Iterator[Path]:
    """The script's font file and those asked next."""
    faces = TYPESETTER.shelf.script_faces("serif", script(language))
    for each in (faces, *(TYPESETTER.shelf.script_faces("serif", name) for name in faces.fallback)):
        yield FONTS / each.files[0]


def _row(scores: Mapping[tuple[str, str], float], columns: Sequence[tuple[str, str]]) -> str:
    return "".join(f"{100 * scores[column]:<8.1f}" if column in scores else f"{'-':<8}" for column in columns)


MAKERS: dict[str, Callable[[Texts, str, Path], Path]] = {"ours": ours, "Typst": typst, "WeasyPrint": weasyprint}

if __name__ == "__main__":
    os.environ.setdefault("CI", "true")  # every reader, every language
    try:
        main(sys.argv[1:])
    except MissingError as error:
        raise SystemExit(str(error)) from error
