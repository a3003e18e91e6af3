"""The specimen of a language: everything it is set with on a sheet or two, for a native reader to look at and sign.

Every style of a layout at its size, the alphabet with its marks, digits, quotation marks and dashes, dates and sums,
names of countries, and Latin words among the language's own. What the rows are called is in English, for the office.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from unicodedata import category

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import Galley, TextStyle, orthography
from postcards.composition.keyboard import typeset
from postcards.composition.repertoire import SETS, exemplars
from postcards.geometry import MM, Point, Size
from postcards.pages import path
from postcards.pages.bench import Bench
from postcards.pages.copyfit import WISH, Step
from postcards.pages.page import Item, Page, Stroke, Text

#: A4, its margins, the column of what rows are called, and the space between rows.
SHEET = Size(210 * MM, 297 * MM)
MARGIN, NAMES, GAP = 15 * MM, 34 * MM, 2.2 * MM

#: Lines of running text; every other size is shown with one.
RUNNING_LINES = 8

#: Texts that copyfitting makes smaller: they are shown at their smallest too.
FITTED = ("title", "quote", "summary", "body", "entry")

#: The language of row names.
OFFICE = "en"

#: So many words fill the lines of a sample.
MOST_WORDS = 80

HAIRLINE = 0.5


#: What CLDR's sets of exemplar characters are called.
KINDS = {"main": "letters", "auxiliary": "foreign letters", "punctuation": "signs", "numbers": "number signs"}


class Row(Struct, frozen=True):
    """One line of the specimen: what it is called, and what it shows."""

    name: str
    text: str
    style: str  # a style's name in the layout
    lines: int = 0  # at most so many; all of them if 0
    step: Step = WISH


def specimen_rows(bench: Bench, sample: str, places: Sequence[str]) -> Iterator[Row]:
    """What a specimen shows: `sample` is running text, `places` names of countries."""
    yield Row("running text", sample, "summary", RUNNING_LINES)
    for name, design in bench.layout.styles.items():
        yield Row(f"{name}, {design.size:g} pt", sample, name, 1)
        if name in FITTED:
            smallest = Step("smaller", design.floor - design.size)
            yield Row(f"{name}, {design.floor:g} pt", sample, name, 1, smallest)
    yield from _signs(bench.language)
    yield from _passages(bench.language, sample.split(), places)


def _signs(tag: str) -> Iterator[Row]:
    """Letters, marks and digits."""
    for kind in SETS:
        letters = exemplars(tag, kind)
        bearer = next((letter for letter in exemplars(tag, "main") if letter.isalpha()), "")
        shown = [f"{bearer}{letter}" if category(letter[0])[0] == "M" else letter for letter in letters]
        if shown:
            yield Row(KINDS[kind], "  ".join(shown), "summary")
    digits = "0 1 2 3 4 5 6 7 8 9"
    native = orthography.native_digits(digits, tag)
    yield Row("digits", digits if native == digits else f"{digits}    {native}", "summary")


def _passages(tag: str, words: Sequence[str], places: Sequence[str]) -> Iterator[Row]:
    """What orthography and direction have a say in."""
    first, second, third = (" ".join(words[start : start + 2]).rstrip(".,،፣") for start in (0, 2, 4))
    figures = [orthography.isolate(text, "ltr") for text in ("+47 23 10 53 20", "45 000 NOK", "2010–2012", "12.5 %")]
    yield Row("quotation", orthography.quoted(f'{first} "{second}" {third}', tag), "summary")
    yield Row("typed marks", typeset(f'{first} -- "{second}"... {third}!', tag), "summary")
    yield Row("list", orthography.list_separator(tag).join(places[:3]), "summary")
    yield Row("dates", f"{orthography.month_year(2012, 11, tag, 'text')}    {day(tag)}", "summary")
    yield Row("figures", "    ".join(figures), "summary")
    yield Row("Latin names", f"{first} {orthography.inserted('IOM (Oslo)', tag)} {second}", "summary")
    yield Row("countries", "    ".join(places), "stamp")


def day(tag: str) -> str:
    """A date in words."""
    return orthography.full_date(date(2012, 11, 5), tag)


def specimen(bench: Bench, title: str, rows: Sequence[Row]) -> tuple[Page, ...]:
    """The sheets; the last ends with the lines to sign on."""
    press = _Press(bench)
    press.heading(title)
    for row in rows:
        press.row(row)
    press.signature()
    return press.pages()


class _Press:
    """Sheets while they are filled from top to bottom."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._office = replace(bench, language=OFFICE)
        self._sheets: list[list[Item]] = [[]]
        self._y = MARGIN
        self._paragraphs = 0

    def heading(self, title: str) -> None:
        galley = self._office.compose(title, self._style(self._office, "heading"), SHEET.width - 2 * MARGIN)
        self._set(galley, MARGIN, OFFICE)
        self._y += galley.height + GAP

    def row(self, row: Row) -> None:
        measure = SHEET.width - 2 * MARGIN - NAMES
        text = " ".join(row.text.split(" ")[:MOST_WORDS]) if row.lines else row.text
        galley = self._bench.compose(text, self._style(self._bench, row.style, row.step), measure)
        if row.lines:
            galley = replace(galley, lines=galley.lines[: row.lines])
        name = self._office.compose(row.name, self._style(self._office, "label"), NAMES - GAP)
        height = max(galley.height, name.height)
        if self._y + height > SHEET.height - MARGIN:
            self._sheets.append([])
            self._y = MARGIN
        lift = galley.first_baseline - name.first_baseline
        self._set(name, MARGIN, OFFICE, max(lift, 0.0))
        self._set(galley, MARGIN + NAMES, self._bench.language, max(-lift, 0.0))
        self._y += height + GAP

    def signature(self) -> None:
        for name in ("right as it is, or what is wrong", "who has read it", "date"):
            label = self._office.compose(name, self._style(self._office, "label"), SHEET.width / 2)
            if self._y + 3 * label.leading > SHEET.height - MARGIN:
                self._sheets.append([])
                self._y = MARGIN
            self._set(label, MARGIN, OFFICE, 2 * label.leading)
            self._y += 3 * label.leading
            line = path.segment(Point(MARGIN + 2 * NAMES, self._y), Point(SHEET.width - MARGIN, self._y))
            self._sheets[-1].append(Stroke(line, "hairline", HAIRLINE))

    def pages(self) -> tuple[Page, ...]:
        return tuple(
            Page(number, str(number), "specimen", SHEET, tuple(items))
            for number, items in enumerate(self._sheets, start=1)
        )

    def _style(self, bench: Bench, name: str, step: Step = WISH) -> TextStyle:
        style = bench.style_at(name, bench.language, step)
        return replace(style, align="start", balanced=False)

    def _set(self, galley: Galley, x: float, language: str, drop: float = 0.0) -> None:
        self._paragraphs += 1
        for index, line in enumerate(galley.lines):
            origin = Point(x + line.indent, self._y + drop + galley.baseline(index))
            self._sheets[-1].append(Text(origin, line, "ink", "specimen", language, self._paragraphs))
