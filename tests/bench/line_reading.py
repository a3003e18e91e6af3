"""Reading finished lines out of a PDF, whoever made it: glyph by glyph, from origins and advances (mutool's trace).

Gaps are measured from where one glyph's advance ends to where the next glyph begins, never between the black of them,
so the gap between two words of an unjustified line is the font's own space.
"""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

from others import program

#: What a trace says that matters here.
PAGE = "<page "
TRANSFORM = re.compile(r'<fill_text .*transform="([^"]+)"')
SPAN = re.compile(r'<span .*trm="([^" ]+)')
GLYPH = re.compile(r'<g unicode="([^"]*)"(?: glyph="[^"]*")? x="([^"]+)" y="([^"]+)" adv="([^"]+)"')

#: A gap of more ems is one between words: half of what the narrowest space of a justified line has, and more than any
#: kerning.
WORD_GAP = 0.09

#: Signs that show nothing, and the hyphens that words are divided with.
UNSEEN = dict.fromkeys(map(ord, "\u061c\u200c\u200d\u200e\u200f\u2060"))
HYPHENS = ("-", "\u2010", "\u00ad")


class Glyph(NamedTuple):
    """One glyph, or what a ligature stands for; points, y downwards."""

    text: str
    x: float
    y: float
    end: float  # x of where its advance ends
    size: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line as it stands on the page."""

    text: str  # in order of place, a space between words
    left: float  # points from the page's edge
    right: float
    gaps: tuple[float, ...]  # between its words, points
    divided: bool = False  # it ends in a hyphen that nobody wrote

    @property
    def width(self) -> float:
        return self.right - self.left


def pages_of(file: Path, leading: float, texts: Sequence[str]) -> list[list[SetLine]]:
    """The lines of every page, top to bottom; baselines lie `leading` apart, and each page shows one of `texts`."""
    return [list(_divided(_lines(glyphs, leading), text)) for glyphs, text in zip(_traced(file), texts, strict=True)]


def _traced(file: Path) -> Iterator[list[Glyph]]:
    trace = [program("mutool"), "trace", str(file)]
    printed = subprocess.run(trace, capture_output=True, check=True, text=True, encoding="utf-8").stdout
    for page in printed.split(PAGE)[1:]:
        yield [glyph for glyph in _glyphs(page) if glyph.text.strip()]


def _glyphs(page: str) -> Iterator[Glyph]:
    """A page's glyphs in the order of painting, each with all it stands for."""
    matrix, size = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0], 0.0
    glyph: Glyph | None = None
    for told in page.splitlines():
        if found := TRANSFORM.search(told):
            matrix = [float(number) for number in found[1].split()]
        elif found := SPAN.search(told):
            size = float(found[1])
        elif found := GLYPH.search(told):
            text = html.unescape(found[1]).translate(UNSEEN)
            x, y, advance = (float(number) for number in found.groups()[1:])
            x, y = matrix[0] * x + matrix[4], matrix[3] * y + matrix[5]
            if glyph and not advance and (x, y) == (glyph.x, glyph.y):
                glyph = glyph._replace(text=glyph.text + text)
                continue
            if glyph:
                yield glyph
            glyph = Glyph(text, x, y, x + advance * size * matrix[0], size)
    if glyph:
        yield glyph


def _lines(glyphs: list[Glyph], leading: float) -> list[SetLine]:
    """Glyphs gathered by the baseline they are nearest to: marks may stand above or below it."""
    if not glyphs:
        return []
    common = Counter(glyph.y for glyph in glyphs).most_common(1)[0][0]

    def row(glyph: Glyph) -> int:
        return round((glyph.y - common) / leading)

    rows = groupby(sorted(glyphs, key=lambda glyph: (row(glyph), glyph.x)), key=row)
    return [_line(list(members)) for _, members in rows]


def _divided(lines: Sequence[SetLine], text: str) -> Iterator[SetLine]:
    """The lines, those marked in which a word of `text` is divided."""
    for line, following in pairwise([*lines, None]):
        whole = following is None or line.text.split()[-1] + following.text.split()[0] in text
        yield replace(line, divided=not whole and line.text.endswith(HYPHENS))


def _line(glyphs: list[Glyph]) -> SetLine:
    words, gaps = glyphs[0].text, []
    end = glyphs[0].end
    for _, glyph in pairwise(glyphs):
        if glyph.x - end > WORD_GAP * glyph.size:
            gaps.append(glyph.x - end)
            words += " "
        words += glyph.text
        end = max(end, glyph.end)
    return SetLine(words, glyphs[0].x, end, tuple(gaps))
