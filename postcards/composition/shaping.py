"""From a run to clusters: HarfBuzz shapes it whole, every cluster becomes one code of the embedded font.

Widths are in nominal ems (1 = the nominal size of the text), so that one shaping serves every size of the copyfitting
ladder. A cluster whose glyph stands plainly on the baseline keeps the font's own glyph and advance, and what kerning
adds stands beside it; any other cluster carries its glyphs with their offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

import uharfbuzz as hb

from postcards.composition.galley import Cluster
from postcards.composition.itemize import Run, Voice

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

#: A glyph as HarfBuzz gives it: what it is, where it stands.
Glyph = tuple[Any, Any]


@dataclass(frozen=True, slots=True)
class Shaped:
    """One cluster of a text, in logical order."""

    start: int  # characters of the text
    end: int
    run: Run
    cluster: Cluster
    adjust: int  # kerning, font units
    advance: float  # nominal ems
    unsafe: bool  # a break before it may change the glyphs on both sides


def shape(text: str, run: Run, voice: Voice) -> list[Shaped]:
    """The clusters of one run, in logical order."""
    buffer = hb.Buffer()
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.direction = "rtl" if run.level % 2 else "ltr"
    buffer.script = run.script if run.script != "Zzzz" else voice.script
    buffer.language = voice.language
    buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    hb.shape(run.face.font, buffer)
    glyphs = list(zip(buffer.glyph_infos or (), buffer.glyph_positions or (), strict=True))
    if not glyphs:
        return []
    groups = _groups(glyphs, run.level)
    starts = _starts(text, sorted(groups), run)
    ends = dict(zip(starts, [*list(starts.values())[1:], run.end], strict=True))
    shaped = [
        _cluster(text[starts[cluster] : ends[cluster]], starts[cluster], run, members)
        for cluster, members in groups.items()
    ]
    return shaped[::-1] if run.level % 2 else shaped


def _groups(glyphs: list[Glyph], level: int) -> dict[int, list[Glyph]]:
    """The glyphs of each cluster, from left to right.

    In right-to-left runs one without an advance, such as the alef of some fonts' lam-alef, joins its neighbour on the
    right: readers of the file lose their way where a letter has no width.
    """
    groups: dict[int, list[Glyph]] = {}
    held: list[Glyph] = []
    for cluster, group in groupby(glyphs, key=lambda glyph: int(glyph[0].cluster)):
        held += group
        if not level % 2 or any(place.x_advance for _, place in held):
            groups[cluster], held = held, []
    if held:
        groups[int(held[-1][0].cluster)] = held
    return groups


def _starts(text: str, clusters: list[int], run: Run) -> dict[int, int]:
    """Where each cluster's text begins. Joiners without a glyph belong to the letter before them."""
    starts = {cluster: cluster for cluster in clusters}
    starts[clusters[0]] = run.start
    for cluster in clusters[1:]:
        while text[starts[cluster]] in JOINERS and starts[cluster] + 1 < run.end:
            starts[cluster] += 1
    return starts


def _cluster(content: str, start: int, run: Run, members: list[tuple[Any, Any]]) -> Shaped:
    components, pen = [], 0
    for info, place in members:
        components.append((info.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    width = pen
    if len(components) == 1 and components[0][1:] == (0, 0):
        own = run.face.advance(components[0][0])
        if -CLOSER * run.face.upem <= pen - own <= WIDER * run.face.upem:
            width = own
    unsafe = bool(members[0][0].flags.value & UNSAFE)  # HarfBuzz flags all glyphs of a cluster alike
    advance = pen * run.face.factor / run.face.upem
    cluster = Cluster(tuple(components), width, content.translate(UNREAD))
    return Shaped(start, start + len(content), run, cluster, pen - width, advance, unsafe)
