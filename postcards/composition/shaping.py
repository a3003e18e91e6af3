"""From a run to clusters: HarfBuzz shapes it whole, every cluster becomes one code of the embedded font.

Widths are in nominal ems (1 = the nominal size of the text), so that one shaping serves every size of the copyfitting
ladder. A cluster whose glyph stands plainly on the baseline keeps the font's own glyph and advance, and what kerning
adds stands beside it; any other cluster carries its glyphs with their offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import Any, NamedTuple

import uharfbuzz as hb

from postcards.composition.fonts import Face
from postcards.composition.galley import Cluster
from postcards.composition.itemize import Run, Voice
from postcards.composition.orthographies import JOINING

#: Controls that steer the setting; what a reader gets back is the text without them.
UNREAD = dict.fromkeys(
    map(ord, "\u00ad\u061c\u200b\u200e\u200f\u2060\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)

#: HarfBuzz's flag of a cluster before which a break changes glyphs, as a number: its enumeration is slow.
UNSAFE = int(hb.GlyphFlags.UNSAFE_TO_BREAK)

#: ZWNJ and ZWJ: they shape their neighbours and show nothing themselves.
JOINERS = "\u200c\u200d"

#: What stands beside a plain glyph as kerning, ems: how much closer and how much wider. More than that is baked into a
#: glyph of its own, because readers of the file take a gap for a space.
CLOSER, WIDER = 0.08, 0.015

#: Letters that are set apart do not flow together either (OpenType features, on by default).
UNTIED = {"liga": False, "clig": False}

#: Different clusters that are kept: more than a booklet of every language shows.
KEPT = 1 << 16

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
    infos, places = buffer.glyph_infos or (), buffer.glyph_positions or ()
    if not infos:
        return NOTHING
    glyphs = [
        (info.codepoint, place.x_advance, place.x_offset, place.y_offset)
        for info, place in zip(infos, places, strict=True)
    ]
    groups = _groups([info.cluster for info in infos], glyphs, run.level)
    starts = _starts(text, groups.starts, run)
    contents = map(text.__getitem__, map(slice, starts, (*starts[1:], run.end)))
    clusters, adjusts, pens = zip(*map(_cluster, repeat(run.face), contents, groups.glyphs), strict=True)
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


class _Groups(NamedTuple):
    """The clusters of a run in logical order: columns of one length."""

    starts: list[int]  # where the text of each begins
    indices: list[int]  # of one of its glyphs
    glyphs: list[tuple[Glyph, ...]]  # its glyphs from left to right


def _groups(clusters: list[int], glyphs: Sequence[Glyph], level: int) -> _Groups:
    """Glyphs by their clusters; HarfBuzz gives them from left to right."""
    if len(set(clusters)) == len(clusters):
        groups = _Groups(clusters, list(range(len(clusters))), list(zip(glyphs, strict=True)))
    else:
        starts: list[int] = []
        indices: list[int] = []
        grouped: list[tuple[Glyph, ...]] = []
        before = -1
        for index, (start, glyph) in enumerate(zip(clusters, glyphs, strict=True)):
            if start == before:
                grouped[-1] += (glyph,)
            else:
                starts.append(start)
                indices.append(index)
                grouped.append((glyph,))
                before = start
        groups = _Groups(starts, indices, grouped)
    return _all_with_width(_Groups._make(column[::-1] for column in groups)) if level % 2 else groups


def _all_with_width(groups: _Groups) -> _Groups:
    """Clusters of a right-to-left run, each with an advance.

    One without, such as the alef of some fonts' lam-alef, joins its neighbour on the right, the one before it: readers
    of the file lose their way where a letter has no width.
    """
    if not [glyphs for glyphs in groups.glyphs if not glyphs[0][1]]:
        return groups
    wide = _Groups([], [], [])
    for start, index, glyphs in zip(*groups, strict=True):
        if wide.starts and not any(advance for _, advance, _, _ in glyphs):
            wide.glyphs[-1] = glyphs + wide.glyphs[-1]
        else:
            wide.starts.append(start)
            wide.indices.append(index)
            wide.glyphs.append(glyphs)
    return wide


def _starts(text: str, starts: list[int], run: Run) -> list[int]:
    """Where each cluster's text begins. Joiners without a glyph belong to the letter before them."""
    starts[0] = run.start
    if not any(joiner in text for joiner in JOINERS):
        return starts
    moved = []
    for start in starts:
        while text[start] in JOINERS and run.start < start < run.end - 1:
            start += 1
        moved.append(start)
    return moved


@lru_cache(maxsize=KEPT)
def _cluster(face: Face, content: str, glyphs: tuple[Glyph, ...]) -> tuple[Cluster, int, int]:
    """The cluster that shows `glyphs` for `content`, the kerning beside it, and what both take."""
    components, pen = [], 0
    for number, advance, x, y in glyphs:
        components.append((number, pen + x, y))
        pen += advance
    width = pen
    if len(components) == 1 and components[0][1:] == (0, 0):
        own = face.advance(components[0][0])
        if -CLOSER * face.upem <= pen - own <= WIDER * face.upem:
            width = own
    return Cluster(tuple(components), width, content.translate(UNREAD)), pen - width, pen
