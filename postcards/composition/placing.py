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
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import bidi
from postcards.composition.fonts import Face
from postcards.composition.galley import Cluster, GlyphRun, hidden
from postcards.composition.itemize import Run
from postcards.composition.readback import (
    ARABIC_LETTER_MARK,
    KEPT,
    LEFT_TO_RIGHT_MARK,
    WORD_JOINER,
    Directions,
    Said,
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

#: Size of combining marks painted apart over that of their run: any other size will do, pdf.js ends a text there. But
#: to poppler sizes that differ by more than 5 % are never one block, and a line may begin with such a mark.
APART = 0.97

#: How much wider a letter may stand from the next beside invisible codes, ems; poppler takes more for a space there.
#: Elsewhere see `shaping.WIDER`.
BESIDE_HIDDEN = 0.015

#: What a cluster says.
TEXT = attrgetter("text")


class _Stretch(Struct, frozen=True):
    """Clusters painted in one go, as they stand from left to right, saying what their codes do."""

    face: Face
    clusters: tuple[Cluster, ...]
    adjusts: tuple[int, ...]
    befores: Sequence[str]  # what invisible codes on the left and right of each say
    afters: Sequence[str]
    written: Sequence[str]  # what was written for each
    turned: bool  # it runs to the left
    x: float  # of the first, from the line's first glyph, points
    width: float  # points

    def units(self, ems: float) -> int:
        return round(ems * self.face.upem)

    def part(self, first: int, last: int) -> _Stretch:
        """The clusters `first` to `last`, still at the place and with the width of the whole."""
        return replace(
            self,
            clusters=self.clusters[first:last],
            adjusts=self.adjusts[first:last],
            befores=self.befores[first:last],
            afters=self.afters[first:last],
            written=self.written[first:last],
        )

    @property
    def text(self) -> str:
        """What was written, in logical order."""
        return "".join(reversed(self.written) if self.turned else self.written)


class _Group(Struct, frozen=True):
    """Clusters of one face and level that follow each other in a line, in logical order."""

    run: Run
    first: int  # index of its first cluster
    last: int  # one more than that of its last

    @property
    def visual(self) -> slice:
        """Its clusters from left to right."""
        if self.run.level % 2:
            return slice(self.last - 1, self.first - 1 if self.first else None, -1)
        return slice(self.first, self.last)


def glyph_runs(line: Shaped, size: float, directions: Directions) -> tuple[GlyphRun, ...]:
    """The runs of one line at the nominal `size`, points; none where all that was written is invisible."""
    if not line.runs:
        return ()
    groups = _groups(line.runs)
    stretches = _stretches(line, groups, size, directions)
    turned = "rtl" in directions
    runs: list[GlyphRun] = []
    for even, passage in groupby(range(len(groups)), key=lambda index: not groups[index].run.level % 2):
        whole = [stretches[index] for index in passage]
        parts = [part for stretch in whole for part in _parts(stretch, size)] if even and turned else []
        if len({kind for kind, _ in parts}) > 1:
            runs += _in_parts(parts, size)
        else:
            runs += (run for stretch in whole for run in _in_one(stretch, size))
    return tuple(runs)


def _stretches(line: Shaped, groups: Sequence[_Group], size: float, directions: Directions) -> dict[int, _Stretch]:
    """Each group at its place, by its index."""
    order = bidi.visual_order([group.run.level for group in groups])
    said = _said(line, [groups[index] for index in order])
    befores, codes, afters = spoken(said, directions)
    stretches: dict[int, _Stretch] = {}
    x, first = 0.0, 0
    for index in order:
        group = groups[index]
        last = first + group.last - group.first
        width = sum(line.advances[group.first : group.last]) * size
        clusters, adjusts = line.clusters[group.visual], line.adjusts[group.visual]
        if codes is not said.texts:
            clusters = tuple(map(_saying, clusters, codes[first:last]))
        stretches[index] = _Stretch(
            group.run.face,
            clusters,
            adjusts,
            befores[first:last],
            afters[first:last],
            said.texts[first:last],
            group.run.level % 2 == 1,
            x,
            width,
        )
        x, first = x + width, last
    return stretches


def _groups(runs: Sequence[Run]) -> list[_Group]:
    if runs[0] is runs[-1]:
        return [_Group(runs[0], 0, len(runs))]
    groups: list[_Group] = []
    first = 0
    for run, members in groupby(runs):
        last = first + len(list(members))
        before = groups[-1].run if groups else None
        if before and before.face is run.face and before.level == run.level:
            groups[-1] = replace(groups[-1], last=last)
        else:
            groups.append(_Group(run, first, last))
        first = last
    return groups


def _said(line: Shaped, groups: Sequence[_Group]) -> Said:
    """The clusters of `groups`, which stand from left to right."""
    texts: list[str] = []
    levels: list[int] = []
    runs: list[int] = []
    for group in groups:
        length = group.last - group.first
        texts += map(TEXT, line.clusters[group.visual])
        levels += [group.run.level] * length
        runs += [group.first] * length
    return Said(texts, levels, runs)


def _parts(stretch: _Stretch, size: float) -> Iterator[tuple[str, _Stretch]]:
    """A left-to-right stretch in parts of which pdfium keeps each in order, with the kind of each."""
    scale = size * stretch.face.factor / stretch.face.upem
    first, x = 0, stretch.x
    for name, members in groupby(kind(cluster.text) for cluster in stretch.clusters):
        last = first + len(list(members))
        part = stretch.part(first, last)
        width = scale * (sum(cluster.width for cluster in part.clusters) + sum(part.adjusts))
        yield name, replace(part, x=x, width=width)
        first, x = last, x + width


def _in_one(stretch: _Stretch, size: float) -> Iterator[GlyphRun]:
    """A run, and after it the combining marks on its left edge: pdf.js would add them to what was painted before."""
    glyph_size, hair = size * stretch.face.factor, stretch.units(HAIR)
    clusters, adjusts = stretch.clusters, stretch.adjusts
    if any(stretch.befores) or any(stretch.afters):
        clusters, adjusts = _with_hidden(stretch, hair)
    yield GlyphRun(stretch.face, glyph_size, stretch.x, clusters, adjusts, written=stretch.text)
    first = stretch.befores[0]
    if first:
        sliver = stretch.units(SLIVER)
        marks = hidden(ARABIC_LETTER_MARK, sliver), hidden(first)
        yield GlyphRun(stretch.face, glyph_size * APART, stretch.x - 2 * HAIR * glyph_size, marks, (hair - sliver, 0))


def _with_hidden(stretch: _Stretch, hair: int) -> tuple[tuple[Cluster, ...], tuple[int, ...]]:
    """A stretch's clusters and adjustments with the invisible codes among them, which take no room.

    One before the first cluster is left out: it is painted for itself.
    """
    clusters: list[Cluster] = []
    adjusts: list[int] = []
    widest = stretch.units(BESIDE_HIDDEN)
    for index, (cluster, adjust) in enumerate(zip(stretch.clusters, stretch.adjusts, strict=True)):
        before, after = stretch.befores[index], stretch.afters[index]
        if adjust > widest and not cluster.text.isspace():
            cluster, adjust = replace(cluster, width=cluster.width + adjust), 0
        if before and clusters:
            adjusts[-1] -= hair
            clusters.append(hidden(before))
            adjusts.append(hair)
        clusters.append(cluster)
        adjusts.append(adjust)
        if after:
            adjusts[-1] -= hair
            clusters.append(hidden(after))
            adjusts.append(hair)
    return tuple(clusters), tuple(adjusts)


def _in_parts(kinds_and_parts: Sequence[tuple[str, _Stretch]], size: float) -> Iterator[GlyphRun]:
    """A passage whose parts begin in reverse order on its left edge.

    pdfium puts a space where a run does not begin at the end of the one it took before. So a part also ends where
    pdfium's next one begins, and the part it takes last at the passage's end.
    """
    step = STEP * size
    kinds, parts = ["", *(kind for kind, _ in kinds_and_parts)], [part for _, part in kinds_and_parts]
    left = parts[0].x - len(parts) * step
    right = parts[-1].x + parts[-1].width - HAIR * size
    for place, part in enumerate(parts):
        (run,) = _in_one(part, size)
        run = replace(run, face=without_spaces(run.face), size=run.size * NEARLY)
        unit = run.size / run.face.upem
        x = left + (len(parts) - 1 - place) * step
        hair, sliver = part.units(HAIR), part.units(SLIVER)
        to_end = round(((x + step if place else right) - run.x - run.width) / unit)
        last = LEFT_TO_RIGHT_MARK if not place or kinds[place] == kinds[place + 1] else WORD_JOINER
        yield replace(
            run,
            x=x,
            clusters=(hidden(WORD_JOINER, sliver), hidden(WORD_JOINER), *run.clusters, hidden(last)),
            adjusts=(
                round((run.x - x) / unit) - sliver - hair,
                hair,
                *run.adjusts[:-1],
                run.adjusts[-1] + to_end,
                0,
            ),
        )


@lru_cache(maxsize=64)
def without_spaces(face: Face) -> Face:
    """The same face, embedded a second time for the parts of passages, which show no-break spaces only.

    By the width of a font's space pdfium tells which moves inside a run it takes for a space; without one, a move to an
    invisible code is never taken for one.
    """
    return replace(face)


@lru_cache(maxsize=KEPT)
def _saying(cluster: Cluster, text: str) -> Cluster:
    """The cluster with a code that says `text`."""
    return cluster if cluster.text == text else replace(cluster, text=text)
