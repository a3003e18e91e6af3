"""Composing: a text, a style and a measure become a galley.

The text is shaped once and kept; every try of the copyfitting ladder breaks the same shaped clusters again, at another
size or measure. Lines are cut from those clusters and shaped anew only where HarfBuzz says that a break changes glyphs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise

from icu4py.breakers import LineBreaker

from postcards.composition.fonts import FontShelf
from postcards.composition.galley import Galley, Line
from postcards.composition.hyphenation import hyphenation_points
from postcards.composition.itemize import Run, Voice, grapheme_clusters, itemize, stretches
from postcards.composition.linebreak import (
    Box,
    Glue,
    Item,
    Penalty,
    Setting,
    after_break,
    break_lines,
    narrowest_measure,
)
from postcards.composition.placing import glyph_runs
from postcards.composition.readback import Directions
from postcards.composition.shaping import Shaped, shape

#: Ragged lines may fall short by this many ems before it counts as bad (TeX's \\raggedright).
RAG = 2.0

#: How much raggeder a tight text may be before it counts.
TIGHT_RAG = 50

#: Demerits of every line of a tight text: more than all else that can be wrong with one.
TIGHT_LINE = 1e9

#: What dividing a word costs: a little, so that it is done only where it betters the lines.
HYPHEN_COST = 1.0

#: What dividing a word anywhere costs, where it is wider than the line.
EMERGENCY_COST = 9_000.0

#: A last line shorter than this share of the measure is a runt, and costs as much as a ragged line of 4 ems.
RUNT_SHARE = 0.22
RUNT_DEMERITS = 600_000.0

#: Where a nominal em lies in its line: baseline below the line's middle, ems. Half the height of a Latin capital less
#: a little, so that text sits in the optical middle of its leading.
BASELINE_DROP = 0.3

#: Spaces at which a line never ends: inside an amount, and before its unit (25 000 NOK). As no-break spaces they also
#: keep the parts of an amount in their order in right-to-left text (UAX #9, W4).
NO_BREAK_SPACE = "\u00a0"
HELD_SPACE = re.compile(r"(?<=\d) (?=\d{3}(?!\d)|[A-Z]{3}\b)")

#: ZWJ: a letter beside it takes the form it has in a word.
JOINER = "\u200d"

SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a text is set."""

    voice: Voice
    size: float  # nominal, points
    leading: float  # baseline to baseline, points
    align: str = "start"  # start, center or end
    balanced: bool = False  # lines of even length: titles and quotes
    tight: bool = False  # the fewest lines, however ragged
    divided: bool = False  # words may be divided where the language has patterns
    booklet_direction: str = ""  # ltr or rtl, of the file the text goes into; empty if that is the text's own

    def at(self, size: float) -> TextStyle:
        """The same style at another nominal size, the leading in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)

    def with_leading(self, leading: float) -> TextStyle:
        """The same style on lines of another text, so that the two stand beside each other."""
        return replace(self, leading=leading)


@dataclass(frozen=True, slots=True)
class ShapedText:
    """A text shaped whole, in logical order."""

    text: str
    clusters: tuple[Shaped, ...]
    starts: tuple[int, ...]  # of the clusters, in characters
    offsets: tuple[float, ...]  # running widths, nominal ems; one more than clusters
    missing: tuple[int, ...]  # places of characters that no face has

    def width(self, start: int, end: int) -> float:
        """Width of the characters `start` to `end`, nominal ems."""
        return self.offsets[bisect_left(self.starts, end)] - self.offsets[bisect_left(self.starts, start)]

    def splits_at(self, place: int) -> bool:
        """Whether a cluster begins at `place`, so that the text may be cut there."""
        found = bisect_left(self.starts, place)
        return found < len(self.starts) and self.starts[found] == place


@dataclass(frozen=True, slots=True)
class _Stops:
    """A paragraph as breakable items, with the place in the text that each of them begins at."""

    items: tuple[Item, ...]
    places: tuple[int, ...]


class Typesetter:
    """Composes texts with the faces of one shelf, and keeps what it has shaped."""

    def __init__(self, shelf: FontShelf) -> None:
        self.shelf = shelf
        self.shape_text = lru_cache(maxsize=2048)(self._shape_text)
        self.compose = lru_cache(maxsize=4096)(self._compose)

    def missing(self, text: str, voice: Voice) -> str:
        """The characters of `text` that no face of the voice has, each once, in order."""
        shaped = self.shape_text(text, voice)
        return "".join(dict.fromkeys(text[place] for place in shaped.missing))

    def _compose(self, text: str, style: TextStyle, measure: float) -> Galley:
        """`compose`: set `text` to lines no wider than `measure` (points)."""
        shaped = self.shape_text(HELD_SPACE.sub(NO_BREAK_SPACE, text), style.voice)
        room = measure / style.size
        stops = self._stops(shaped, style, room)
        fewest = TIGHT_LINE if style.tight or style.balanced else 0.0
        if style.tight:
            setting = Setting(rag=RAG * TIGHT_RAG, line_demerits=fewest)
        else:
            setting = Setting(RAG, RUNT_SHARE * room, RUNT_DEMERITS, line_demerits=fewest)
        if style.balanced:
            room = narrowest_measure(stops.items, room)
        lines = []
        before = -1
        for end in break_lines(stops.items, room, setting):
            first = after_break(stops.items, before)
            if first >= len(stops.items):
                break
            lines.append(self._line(shaped, stops, (first, end), style, measure))
            before = end
        torn = any(isinstance(item, Penalty) and item.cost == EMERGENCY_COST for item in stops.items)
        drop = style.leading / 2 + BASELINE_DROP * style.size
        return Galley(tuple(lines), measure, style.size, style.leading, torn, drop)

    def _shape_text(self, text: str, voice: Voice) -> ShapedText:
        runs, missing = itemize(text, voice, self.shelf)
        clusters = tuple(cluster for run in runs for cluster in shape(text, run, voice))
        offsets = tuple(accumulate((cluster.advance for cluster in clusters), initial=0.0))
        return ShapedText(text, clusters, tuple(cluster.start for cluster in clusters), offsets, missing)

    def _stops(self, shaped: ShapedText, style: TextStyle, room: float) -> _Stops:
        text = shaped.text
        hyphens = hyphenation_points(text, style.voice.language) if style.divided else ()
        items: list[Item] = []
        places: list[int] = []
        for start, end in _segments(text, style.voice.language):
            inner = start + len(text[start:end].rstrip(SPACES))
            cuts = hyphens[bisect_right(hyphens, start) : bisect_left(hyphens, inner)]
            hyphen = Penalty(HYPHEN_COST, self._hyphen(style.voice).advance, flagged=True) if cuts else None
            torn = shaped.width(start, inner) > room
            if torn:
                cuts = tuple(start + place for place, _ in grapheme_clusters(text[start:inner]) if place)
                hyphen = Penalty(EMERGENCY_COST)
            edges = [start, *filter(shaped.splits_at, cuts), inner]
            for left, right in pairwise(edges):
                if left != start and hyphen:
                    items.append(hyphen)
                    places.append(left)
                width = shaped.width(left, right)
                items.append(Box(max(width, self._widest(text[left:right], style.voice)) if torn else width))
                places.append(left)
            items.append(Glue(shaped.width(inner, end)) if end > inner else Penalty(0.0))
            places.append(inner)
        return _Stops(tuple(items[:-1]), (*places[:-1], len(text.rstrip(SPACES))))

    def _widest(self, piece: str, voice: Voice) -> float:
        """Width of a piece of a torn word (nominal ems) in whatever form it takes then: alone, or joined on a side."""
        forms = (piece, JOINER + piece, piece + JOINER, JOINER + piece + JOINER)
        return max(self.shape_text(form, voice).offsets[-1] for form in forms)

    def _hyphen(self, voice: Voice) -> Shaped:
        """The hyphen that a divided word ends in; read back as a soft hyphen."""
        text = "\u2010" if not self.missing("\u2010", voice) else "-"
        hyphen = self.shape_text(text, voice).clusters[0]
        return replace(hyphen, cluster=hyphen.cluster._replace(text="\u00ad"))

    def _line(self, shaped: ShapedText, stops: _Stops, ends: tuple[int, int], style: TextStyle, measure: float) -> Line:
        start, end = stops.places[ends[0]], stops.places[ends[1]]
        clusters = self._cut(shaped, start, end, style.voice)
        text = shaped.text[start:end]
        item = stops.items[ends[1]] if ends[1] < len(stops.items) else None
        if isinstance(item, Penalty) and item.flagged:
            clusters = [*clusters, replace(self._hyphen(style.voice), run=clusters[-1].run)]
            text += "\u00ad"
        direction = style.voice.direction
        directions = Directions(direction, style.booklet_direction or direction)
        width = style.size * sum(cluster.advance for cluster in clusters)
        spare = measure - width
        from_left = {"start": 0.0, "center": spare / 2, "end": spare}[style.align]
        indent = spare - from_left if direction == "rtl" else from_left
        return Line(indent, width, text, partial(glyph_runs, clusters, style.size, directions))

    def _cut(self, shaped: ShapedText, start: int, end: int, voice: Voice) -> list[Shaped]:
        """The clusters of one line, shaped anew where the cut goes through what belongs together."""
        first, last = bisect_left(shaped.starts, start), bisect_left(shaped.starts, end)
        clusters = list(shaped.clusters[first:last])
        if last < len(shaped.clusters) and _torn(shaped.clusters[last]):
            clusters = _again(shaped.text, clusters, clusters[-1].run, (start, end), voice)
        if clusters and first and _torn(clusters[0]):
            clusters = _again(shaped.text, clusters, clusters[0].run, (start, end), voice)
        return clusters


def _torn(cluster: Shaped) -> bool:
    """Whether a break before this cluster changes glyphs: unsafe, and not the first of its run."""
    return cluster.unsafe and cluster.start > cluster.run.start


def _again(text: str, clusters: list[Shaped], run: Run, line: tuple[int, int], voice: Voice) -> list[Shaped]:
    """`clusters` with those of `run` shaped anew between the line's ends."""
    part = replace(run, start=max(run.start, line[0]), end=min(run.end, line[1]))
    before = [cluster for cluster in clusters if cluster.end <= part.start]
    after = [cluster for cluster in clusters if cluster.start >= part.end]
    return before + shape(text, part, voice) + after


def _segments(text: str, language: str) -> list[tuple[int, int]]:
    """The stretches between break opportunities (UAX #14 as ICU tailors it), trailing spaces included."""
    return list(stretches(LineBreaker(text, language)))
