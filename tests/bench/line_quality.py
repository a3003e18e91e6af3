"""What there is to say about many set paragraphs in a few numbers: word spaces, hyphens, rag.

Last lines count for hyphens and runts only. Lines of one word have no space to judge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt
from statistics import fmean, pstdev

from line_reading import SetLine

from postcards.composition.galley import RUNT_SHARE

#: A line is too wide if it sticks out by more points: more than rounding to TeX's or a PDF's units, not to be seen.
STICKS_OUT = 0.1

#: More lines in a row that end in a hyphen are a ladder.
MOST_HYPHENS = 2

SetParagraph = Sequence[SetLine]


@dataclass(frozen=True, slots=True)
class Column:
    """One figure of a table."""

    title: str
    form: str
    best: str = ""  # high or low; empty where no value is better than another

    def behind(self, mine: float, theirs: float) -> bool:
        """Whether `mine` is worse, as printed."""
        mine, theirs = float(format(mine, self.form)), float(format(theirs, self.form))
        return {"low": mine > theirs, "high": mine < theirs}.get(self.best, False)


BROKEN = (
    Column("hyphens", ".0f", "low"),
    Column("ladders", ".0f", "low"),
    Column("runts", ".0f", "low"),
    Column("out", ".0f", "low"),
    Column("lines", ".0f", "low"),
)
JUSTIFIED_COLUMNS = (
    Column("mean", ".2f"),
    Column("widest", ".2f", "low"),
    Column("narrowest", ".2f", "high"),
    Column("sd", ".3f", "low"),
    *BROKEN,
)
RAGGED_COLUMNS = (
    Column("widest", ".2f"),
    Column("narrowest", ".2f"),
    Column("rag %", ".1f", "low"),
    Column("worst %", ".1f", "low"),
    *BROKEN,
)


def justified_figures(paragraphs: Sequence[SetParagraph], space: float, measure: float) -> list[float]:
    """The values of `JUSTIFIED_COLUMNS`; `space` is the font's own, points."""
    spaces = _spaces(paragraphs, space)
    return [fmean(spaces), max(spaces), min(spaces), pstdev(spaces), *_broken(paragraphs, measure)]


def ragged_figures(paragraphs: Sequence[SetParagraph], space: float, measure: float) -> list[float]:
    """The values of `RAGGED_COLUMNS`; the first two show that what is measured is right."""
    spaces = _spaces(paragraphs, space)
    short = [share for paragraph in paragraphs for share in shortfalls(paragraph, measure)]
    rag = sqrt(fmean(share * share for share in short))
    return [max(spaces), min(spaces), 100 * rag, 100 * max(short), *_broken(paragraphs, measure)]


def shortfalls(paragraph: SetParagraph, measure: float) -> list[float]:
    """How much lines but the last fall short of the widest, as shares of the measure."""
    width = max(line.width for line in paragraph)
    return [(width - line.width) / measure for line in paragraph[:-1]]


def _spaces(paragraphs: Iterable[SetParagraph], space: float) -> list[float]:
    return [gap / space for paragraph in paragraphs for line in paragraph[:-1] for gap in line.gaps]


def _broken(paragraphs: Sequence[SetParagraph], measure: float) -> list[float]:
    """The values of `BROKEN`."""
    lines = [line for paragraph in paragraphs for line in paragraph]
    return [
        sum(line.divided for line in lines),
        sum(map(_ladders, paragraphs)),
        sum(paragraph[-1].width < RUNT_SHARE * measure for paragraph in paragraphs),
        sum(line.width > measure + STICKS_OUT for line in lines),
        len(lines),
    ]


def _ladders(paragraph: SetParagraph) -> int:
    rows = groupby(paragraph, key=lambda line: line.divided)
    return sum(divided and len(list(row)) > MOST_HYPHENS for divided, row in rows)
