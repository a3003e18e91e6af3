"""What stands at the ends of a line and shows nothing, so that readers of the file tell lines and texts apart.

    pdfium   does not begin a new line with a text whose baseline is as high as the line before it reaches up or down,
             unless the rightmost thing painted of that line is a single code; or with one that is no further above or
             below than half the width of that code or of its own first one. To the left of the line before, as texts
             beside each other are in a right-to-left booklet, it is then read too early. Codes that have no width are
             passed over where they are painted alone.
    poppler  takes lines for one block if their baselines are at most 1.5 times the size apart; lines further apart are
             read with those of a column beside them. It measures from word to word, upwards and downwards from the
             leftmost of a line, and leaves out words whose baselines are less than half a size from it.
    pdf.js   drops codes that say nothing but an invisible mark.

So the last line of a right-to-left text ends on its right in a narrow code that shows nothing, the first begins with
one, and words that show nothing lead like stepping stones from line to line of Nastaliq, which stand 2.2 times the size
apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.fonts import Face
from postcards.composition.galley import GlyphRun, Line, hidden
from postcards.composition.placing import HAIR
from postcards.composition.readback import WORD_JOINER

#: How wide the first code of a text may be, ems: texts whose baselines are less than half of that apart are one line to
#: the eye too.
WIDEST = 1.0

#: Lines further apart than this, in glyph sizes, are separate blocks to poppler.
FURTHEST = 1.5

#: How far from its line's baseline a stepping stone lies, glyph sizes: as far as it can and be a word of that line.
STONE = 0.48

#: Width of what stands at a line's edge on its baseline, glyph sizes: more than rounding, less than a gap.
EDGE = 0.012


class TextFace(NamedTuple):
    """What most of a text is set in."""

    face: Face
    size: float  # glyph size, points


class _Ends(Struct, frozen=True):
    """Which ends of a line need something."""

    first: bool  # of a right-to-left text
    last: bool
    above: bool  # a line of the same text, far apart
    below: bool


class Finish(Struct, frozen=True):
    """What the lines of one text need at their ends, whichever of them it has: see `with_ends`."""

    text: TextFace
    direction: str  # ltr or rtl
    leading: float  # points

    def __call__(self, lines: Sequence[Line]) -> Sequence[Line]:
        return with_ends(lines, self.text, self.direction, self.leading)


def with_ends(lines: Sequence[Line], text: TextFace, direction: str, leading: float) -> Sequence[Line]:
    """The lines of a text that runs in `direction` (ltr or rtl), with what readers of the file need at their ends."""
    turned, apart, last = direction == "rtl", leading > FURTHEST * text.size, len(lines) - 1
    if not (turned or apart):
        return lines
    return [
        replace(line, place=partial(_ended, line, text, ends))
        for index, line in enumerate(lines)
        if (ends := _Ends(turned and not index, turned and index == last, apart and index > 0, apart and index < last))
    ]


def _ended(line: Line, text: TextFace, ends: _Ends) -> tuple[GlyphRun, ...]:
    runs, (face, size) = line.runs, text
    if not runs:
        return ()
    if ends.first:
        runs = (_begun(runs[0]), *runs[1:])
    if ends.above:
        runs += (GlyphRun(face, size, line.width - EDGE * size, (hidden(WORD_JOINER),), (0,), STONE * size),)
    if ends.below:
        # Poppler measures down from the leftmost word, so the lower stone lies under one.
        edge = _edge(text, -(EDGE + HAIR) * size)
        runs += (edge, GlyphRun(face, size, edge.x + edge.width / 2, (hidden(WORD_JOINER),), (0,), -STONE * size))
    if ends.last:
        # What pdfium takes for a run has two places, and what ends a line goes back to the left.
        width = round(EDGE * face.upem)
        codes = hidden(WORD_JOINER, width), hidden(WORD_JOINER)
        runs += (GlyphRun(face, size, line.width - EDGE * size, codes, (-2 * width, 0)),)
    return runs


def _begun(run: GlyphRun) -> GlyphRun:
    """The first run of a text, without a wide code at its beginning."""
    if run.clusters[0].width <= WIDEST * run.face.upem:
        return run
    hair, width = round(HAIR * run.face.upem), round(EDGE * run.face.upem)
    x, clusters = run.x - hair * run.size / run.face.upem, (hidden(WORD_JOINER, width), *run.clusters)
    return replace(run, x=x, clusters=clusters, adjusts=(hair - width, *run.adjusts))


def _edge(text: TextFace, x: float) -> GlyphRun:
    """A run that shows nothing and has a width."""
    return GlyphRun(text.face, text.size, x, (hidden(WORD_JOINER, round(EDGE * text.face.upem)),), (0,))
