"""From the clusters of a line to runs of codes, each at its place (UAX #9, L2).

Runs follow each other in the order of reading, since some readers of the file go through it in that order; inside a
run codes stand left to right, since all of them turn right-to-left runs themselves. What codes say is decided in
`readback`. A code that shows nothing lies a hair's breadth before what follows it, so that readers that sort by place
keep the two in order.

In a right-to-left file pdfium returns the parts of a left-to-right passage, such as the words of a name or the sides
of an @, in reverse. It takes runs in the order of their first codes, so such a passage is painted part by part, each
beginning with an invisible code where pdfium's turn for it comes and then, at its own place, with what it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

from postcards.composition import bidi
from postcards.composition.fonts import Face
from postcards.composition.galley import Cluster, GlyphRun, Placed
from postcards.composition.readback import (
    ARABIC_LETTER_MARK,
    LEFT_TO_RIGHT_MARK,
    WORD_JOINER,
    Directions,
    Said,
    Spoken,
    kind,
    spoken,
)
from postcards.composition.shaping import Shaped

#: How far before what follows it an invisible code lies, ems: more than rounding, less than a gap to any reader.
HAIR = 0.01

#: Width of an invisible code that a run begins with, ems: pdfium takes what lies within half of it of the run before
#: for its continuation, and passes over runs without width.
SLIVER = 0.04

#: Distance between the first codes of a passage's parts, ems: more than rounding, and so little that the first of
#: twenty parts begins within half a sliver of the run before.
STEP = 0.001

#: Size of the parts of a passage over that of other text: poppler begins a new word where the size changes, and else
#: would add a narrow sign that follows the passage to the invisible code before.
NEARLY = 0.9998

#: Size of combining marks painted apart over that of their run: any other size will do, pdf.js ends a text there.
APART = 0.9


class _Stretch(NamedTuple):
    """Clusters painted in one go, from left to right."""

    shaped: list[Shaped]
    codes: list[Spoken]
    x: float  # of the first, from the line's first glyph, points

    @property
    def face(self) -> Face:
        return self.shaped[0].run.face

    def units(self, ems: float) -> int:
        return round(ems * self.face.upem)


def glyph_runs(clusters: Sequence[Shaped], size: float, directions: Directions) -> tuple[GlyphRun, ...]:
    """The runs of one line; `clusters` in logical order, `size` nominal, in points."""
    order = bidi.visual_order([cluster.run.level for cluster in clusters])
    lefts = dict(zip(order, accumulate((clusters[index].advance * size for index in order), initial=0.0), strict=False))
    rank = {index: place for place, index in enumerate(order)}
    groups = [
        sorted((index for index, _ in group), key=rank.__getitem__)
        for _, group in groupby(enumerate(clusters), key=lambda entry: (entry[1].run.face, entry[1].run.level))
    ]
    number = {index: place for place, group in enumerate(groups) for index in group}
    line = [Said(clusters[index].cluster.text, clusters[index].run.level, number[index]) for index in order]
    codes = dict(zip(order, spoken(line, directions), strict=True))

    def stretch(indices: Sequence[int]) -> _Stretch:
        return _Stretch([clusters[index] for index in indices], [codes[index] for index in indices], lefts[indices[0]])

    runs: list[GlyphRun] = []
    turned = "rtl" in directions
    for even, passage in groupby(groups, key=lambda group: not clusters[group[0]].run.level % 2):
        whole = list(passage)
        kinds = (
            {index: kind(clusters[index].cluster.text) for group in whole for index in group} if even and turned else {}
        )
        if len(set(kinds.values())) > 1:
            parts = [list(part) for group in whole for _, part in groupby(group, kinds.__getitem__)]
            runs += _in_parts([stretch(part) for part in parts], size)
        else:
            runs += (run for group in whole for run in _in_one(stretch(group), size))
    return tuple(runs)


def _in_one(stretch: _Stretch, size: float) -> Iterator[GlyphRun]:
    """A run, and after it the combining marks on its left edge: pdf.js would add them to what was painted before."""
    glyph_size, hair = size * stretch.face.factor, stretch.units(HAIR)
    placed: list[Placed] = []
    for shaped, code in zip(stretch.shaped, stretch.codes, strict=True):
        if code.before and placed:
            placed += _with_hidden(placed.pop(), code.before, hair)
        same = code.code == shaped.cluster.text
        placed.append(Placed(shaped.cluster if same else shaped.cluster._replace(text=code.code), shaped.adjust))
        if code.after:
            placed += _with_hidden(placed.pop(), code.after, hair)
    yield GlyphRun(stretch.face, glyph_size, stretch.x, tuple(placed))
    first = stretch.codes[0].before
    if first:
        sliver = stretch.units(SLIVER)
        marks = _hidden(ARABIC_LETTER_MARK, sliver, hair - sliver), _hidden(first)
        yield GlyphRun(stretch.face, glyph_size * APART, stretch.x - 2 * HAIR * glyph_size, marks)


def _in_parts(parts: Sequence[_Stretch], size: float) -> Iterator[GlyphRun]:
    """A passage whose parts begin in reverse order on its left edge.

    pdfium puts a space where a run does not begin at the end of the one it took before. So a part also ends where
    pdfium's next one begins, and the part it takes last at the passage's end.
    """
    step = STEP * size
    left = parts[0].x - len(parts) * step
    right = parts[-1].x + size * (sum(shaped.advance for shaped in parts[-1].shaped) - HAIR)
    kinds = ["", *(kind(part.shaped[0].cluster.text) for part in parts)]
    for place, part in enumerate(parts):
        (run,) = _in_one(part, size)
        run = replace(run, face=_without_spaces(run.face), size=run.size * NEARLY)
        unit = run.size / run.face.upem
        x = left + (len(parts) - 1 - place) * step
        hair, sliver, last = part.units(HAIR), part.units(SLIVER), run.placed[-1]
        to_end = round(((x + step if place else right) - run.x - run.width) / unit)
        placed = (
            _hidden(WORD_JOINER, sliver, round((run.x - x) / unit) - sliver - hair),
            _hidden(WORD_JOINER, 0, hair),
            *run.placed[:-1],
            last._replace(adjust=last.adjust + to_end),
            _hidden(LEFT_TO_RIGHT_MARK if not place or kinds[place] == kinds[place + 1] else WORD_JOINER),
        )
        yield replace(run, x=x, placed=placed)


@lru_cache(maxsize=64)
def _without_spaces(face: Face) -> Face:
    """The same face, embedded a second time for the parts of passages, which show no-break spaces only.

    By the width of a font's space pdfium tells which moves inside a run it takes for a space; without one, a move to an
    invisible code is never taken for one.
    """
    return replace(face)


def _hidden(text: str, width: int = 0, adjust: int = 0) -> Placed:
    """A code that shows nothing; width and adjustment in font units."""
    return Placed(Cluster((), width, text), adjust)


def _with_hidden(before: Placed, text: str, hair: int) -> tuple[Placed, Placed]:
    """`before` and an invisible code after it, which take as much room as `before` alone."""
    return before._replace(adjust=before.adjust - hair), _hidden(text, 0, hair)
