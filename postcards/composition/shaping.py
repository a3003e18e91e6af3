"""From a run to clusters: HarfBuzz shapes it whole, every cluster becomes one code of the embedded font.

Widths are in nominal ems (1 = the nominal size of the text), so that one shaping serves every size of the copyfitting
ladder. A cluster whose glyph stands plainly on the baseline keeps the font's own glyph and advance, and what kerning
adds stands beside it; any other cluster carries its glyphs with their offsets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, compress
from operator import itemgetter, ne
from typing import Any, NamedTuple

import uharfbuzz as hb
from msgspec import Struct

from postcards.composition.fonts import Face
from postcards.composition.galley import Cluster
from postcards.composition.itemize import Run, Voice
from postcards.composition.orthographies import JOINING
from postcards.expressions import expression

#: Controls that steer the setting; what a reader gets back is the text without them.
UNREAD = dict.fromkeys(
    map(ord, "\u00ad\u061c\u200b\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)

#: HarfBuzz's flag of a cluster before which a break changes glyphs, as a number: its enumeration is slow.
UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)

#: What shows nothing itself: those, and ZWNJ and ZWJ, which shape their neighbours.
UNSHOWN = expression(f"[{''.join(map(chr, UNREAD))}\u200c\u200d]")

#: What stands beside a plain glyph as kerning, ems: how much closer and how much wider. More than that is baked into a
#: glyph of its own, because readers of the file take a gap of a tenth for a space, and letters that overlap by a fifth
#: for words.
CLOSER, WIDER = 0.15, 0.08

#: Letters that are set apart do not flow together either (OpenType features, on by default).
UNTIED = {"liga": False, "clig": False}

#: A glyph as HarfBuzz places it, font units: its number, advance, and offsets to the right and up.
Glyph = tuple[int, int, int, int]


class Shaped(NamedTuple):
    """A stretch of a text as clusters, in logical order: columns of one length."""

    starts: tuple[int, ...]  # where each cluster's text begins, in characters
    clusters: tuple[Cluster, ...]
    adjusts: tuple[int, ...]  # kerning, font units
    advances: tuple[float, ...]  # nominal ems
    runs: tuple[Run, ...]
    infos: tuple[Any, ...]  # HarfBuzz's record of each, whose flags are looked at only where lines end

    def part(self, first: int, last: int) -> Shaped:
        """The clusters `first` to `last`, by index."""
        return Shaped._make(column[first:last] for column in self)

    def tears_before(self, index: int) -> bool:
        """Whether a break before this cluster may change the glyphs on both sides of it."""
        inside = self.starts[index] > self.runs[index].start
        return inside and bool(self.infos[index].flags.value & UNSAFE)


def joined(parts: Sequence[Shaped]) -> Shaped:
    """Stretches that follow each other, as one."""
    if len(parts) == 1:
        return parts[0]
    return Shaped._make(tuple(chain.from_iterable(columns)) for columns in zip(*parts, strict=True))


NOTHING = Shaped((), (), (), (), (), ())


def shape(text: str, run: Run, voice: Voice) -> Shaped:
    """The clusters of one run."""
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script if run.script != "Zzzz" else voice.letters
    buffer.language = voice.language
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    tracking = 0 if run.script in JOINING else round(voice.tracking * run.face.upem)
    hb.shape(run.face.font, buffer, UNTIED if tracking else {})
    infos, places = buffer.glyph_infos, buffer.glyph_positions
    if not infos or not places:
        return NOTHING
    glyphs = [
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(infos, places, strict=True)
    ]
    groups = _groups([info.cluster for info in infos], glyphs, run.level)
    starts = _starts(text, groups.starts, run)
    if len(starts) == run.end - run.start:
        contents: Iterable[str] = text[run.start : run.end]
    else:
        contents = map(text.__getitem__, map(slice, starts, (*starts[1:], run.end)))
    shown = map(_clusters(run.face).__getitem__, zip(contents, groups.glyphs, strict=True))
    clusters, adjusts, pens = zip(*shown, strict=True)
    scale = run.face.factor / run.face.upem
    if tracking:
        adjusts, pens = (tuple(units + tracking for units in column) for column in (adjusts, pens))
    return Shaped(
        tuple(starts),
        clusters,
        adjusts,
        tuple([pen * scale for pen in pens]),
        (run,) * len(starts),
        tuple(map(infos.__getitem__, groups.indices)),
    )


class _Groups(Struct, frozen=True):
    """The clusters of a run in logical order: columns of one length."""

    starts: list[int]  # where the text of each begins
    indices: Sequence[int]  # of one of its glyphs
    glyphs: Sequence[tuple[Glyph, ...]]  # its glyphs from left to right


def _groups(owners: list[int], glyphs: Sequence[Glyph], level: int) -> _Groups:
    """Glyphs, which HarfBuzz gives from left to right, by the clusters that they belong to."""
    distinct = set(owners)
    if level % 2:
        narrow = distinct.difference(compress(owners, map(itemgetter(1), glyphs)))
        if narrow:
            owners = _all_with_width(owners, narrow)
            distinct -= narrow
    firsts: Sequence[int] = range(len(owners))
    if len(distinct) == len(owners):
        grouped: Sequence[tuple[Glyph, ...]] = list(zip(glyphs, strict=True))
    else:
        firsts = [0, *compress(firsts[1:], map(ne, owners, owners[1:]))]
        grouped = list(map(tuple(glyphs).__getitem__, map(slice, firsts, (*firsts[1:], len(owners)))))
        owners = list(map(owners.__getitem__, firsts))
    return _Groups(owners[::-1], firsts[::-1], grouped[::-1]) if level % 2 else _Groups(owners, firsts, grouped)


def _all_with_width(owners: Sequence[int], narrow: set[int]) -> list[int]:
    """The clusters that glyphs of a right-to-left run belong to if each is to have an advance.

    A cluster without one, such as the alef of some fonts' lam-alef, joins its neighbour on the right, the one before
    it: readers of the file lose their way where a letter has no width.
    """
    wide, neighbour = [], owners[-1]
    for owner in reversed(owners):
        neighbour = neighbour if owner in narrow else owner
        wide.append(neighbour)
    return wide[::-1]


def _starts(text: str, starts: list[int], run: Run) -> list[int]:
    """Where each cluster's text begins. What has no glyph belongs to the letter before it."""
    starts[0] = run.start
    if not UNSHOWN.search(text, run.start, run.end):
        return starts
    moved = []
    for start in starts:
        while run.start < start < run.end - 1 and UNSHOWN.match(text, start):
            start += 1
        moved.append(start)
    return moved


class _Clusters(dict[tuple[str, tuple[Glyph, ...]], tuple[Cluster, int, int]]):
    """For every text and the glyphs that show it: their cluster, the kerning beside it, and what both take."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, shown: tuple[str, tuple[Glyph, ...]]) -> tuple[Cluster, int, int]:
        text, glyphs = shown
        face = self._face
        components, pen = [], 0
        for number, advance, x, y in glyphs:
            components.append((number, pen + x, y))
            pen += advance
        width = max(0, pen)  # a code cannot go back; what is below 0 stands beside it
        own = sum([face.advance(number) for number, _, _ in components])
        if components[0][1:] == (0, 0) and -CLOSER * face.upem <= pen - own <= WIDER * face.upem:
            width = own
        cluster = self[shown] = Cluster(tuple(components), width, text.translate(UNREAD)), pen - width, pen
        return cluster


@lru_cache(maxsize=64)
def _clusters(face: Face) -> _Clusters:
    return _Clusters(face)
