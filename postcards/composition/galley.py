"""What composition ends in: lines of placed glyphs, which later stages only read.

A galley is one text at one size and measure. Nothing in it knows of pages; positions run from the galley's own top
left corner, in points, y downwards.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from math import sqrt

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.fonts import Face
from postcards.composition.ink import AIR, BLANK, Placed, Profile, Span, apart, extent, profile

#: How a line ends that a word is divided at: the word is one.
SOFT_HYPHEN = "\u00ad"

#: Codes that show nothing that are kept: more than the marks of every script.
KEPT = 1 << 14

#: A last line shorter than this share of the others is a runt.
RUNT_SHARE = 0.22


class Cluster(Struct, frozen=True, cache_hash=True):
    """What one code of an embedded font shows and says.

    `components` are (glyph, x, y) in font units from the cluster's origin on the baseline; one at (0, 0) is a plain
    glyph, and a code without any shows nothing. `text` is what readers of the file take it for, see `readback`.
    """

    components: tuple[tuple[int, int, int], ...]
    width: int  # the code's own advance, font units
    text: str


@lru_cache(maxsize=KEPT)
def hidden(text: str, width: int = 0) -> Cluster:
    """A code that shows nothing, and its width in font units."""
    return Cluster((), width, text)


class GlyphRun(Struct, frozen=True):
    """Clusters of one face, size and direction, left to right as they are painted: columns of one length."""

    face: Face
    size: float  # glyph size, points
    x: float  # of its first glyph, from the line's first, points
    clusters: tuple[Cluster, ...]
    adjusts: tuple[int, ...]  # added to the advance of each (kerning, justification), font units
    rise: float = 0.0  # above the line's baseline, points; only of what shows nothing
    written: str = ""  # what was written, in logical order: what assistive technology is told (14.9.4)

    @property
    def width(self) -> float:
        """Sum of its advances, points."""
        units = sum([cluster.width for cluster in self.clusters]) + sum(self.adjusts)
        return units * self.size / self.face.upem

    def glyphs(self) -> Iterator[Placed]:
        """Each glyph at its place in the line."""
        scale, pen = self.size / self.face.upem, 0
        for cluster, adjust in zip(self.clusters, self.adjusts, strict=True):
            for glyph, x, y in cluster.components:
                yield Placed(self.face, self.size, glyph, self.x + (pen + x) * scale, -self.rise - y * scale)
            pen += cluster.width + adjust

    def heights(self) -> Iterator[Placed]:
        """Each glyph at each height once, wherever it stands along the line."""
        scale = self.size / self.face.upem
        for glyph, y in {(glyph, y) for cluster in self.clusters for glyph, _, y in cluster.components}:
            yield Placed(self.face, self.size, glyph, self.x, -self.rise - y * scale)


class Line(Struct, frozen=True, eq=False, dict=True):
    """One line. Its runs are placed when they are first asked for: most lines of a copyfitting ladder never are."""

    indent: float  # from the measure's left edge to the first glyph, points
    width: float  # points
    text: str  # what was written, in logical order; a soft hyphen where the line ends in a hyphen
    place: Callable[[], tuple[GlyphRun, ...]]  # without side effects
    spaced: bool = False  # a space follows in the text, which the end of the line stands for
    start: int = 0  # where it begins in the composed text, characters

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Line) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    def __repr__(self) -> str:
        return f"Line{self._said}"

    @property
    def _said(self) -> tuple[object, ...]:
        return self.indent, self.width, self.text, self.spaced, self.start

    @cached_property
    def runs(self) -> tuple[GlyphRun, ...]:
        """What is painted, in the order of reading, each run at its place."""
        return self.place()

    @property
    def hyphenated(self) -> bool:
        return self.text.endswith(SOFT_HYPHEN)

    @cached_property
    def ink(self) -> Span:
        """Between which heights its glyphs lie, points from the baseline, y downwards."""
        return extent(placed for run in self.runs for placed in run.heights())

    @cached_property
    def profile(self) -> Profile:
        """The same column by column, from its first glyph."""
        return profile(placed for run in self.runs for placed in run.glyphs())


def _as_they_are(lines: Sequence[Line]) -> Sequence[Line]:
    return lines


class Galley(Struct, frozen=True, dict=True):
    """A composed text."""

    lines: tuple[Line, ...]
    measure: float  # points
    size: float  # nominal, points
    leading: float  # baseline to baseline, points
    torn: bool  # a word was wider than the measure and is divided anywhere
    first_baseline: float  # from the galley's top, points
    single: float  # height of a line alone, points; less than the leading where only distance keeps lines clear
    loose: bool = False  # it was to be justified, and is ragged since its spaces would have become too wide
    finish: Callable[[Sequence[Line]], Sequence[Line]] = _as_they_are  # lines of a text, with what their ends need
    unfinished: tuple[Line, ...] = ()  # its lines before that
    steep: float = 0.0  # glyph size, points, of a script whose words begin above their line; 0 for all others

    @property
    def height(self) -> float:
        return self.single + (len(self.lines) - 1) * self.leading if self.lines else 0.0

    @property
    def hyphens(self) -> int:
        """Lines that end in a hyphen."""
        return sum(line.hyphenated for line in self.lines)

    @property
    def runt(self) -> bool:
        """Whether the last line is a short one below others."""
        return len(self.lines) > 1 and self.lines[-1].width < RUNT_SHARE * self.width

    @property
    def rag(self) -> float:
        """How much lines but the last fall short of the widest: root mean square, as a share of the measure."""
        width = self.width
        short = [(width - line.width) / self.measure for line in self.lines[:-1]]
        return sqrt(sum(share * share for share in short) / len(short)) if short else 0.0

    @cached_property
    def width(self) -> float:
        """The widest line's, points."""
        return max((line.width for line in self.lines), default=0.0)

    def head(self, count: int) -> Galley:
        """Its first `count` lines, as a text that ends there."""
        lines = self.unfinished[:count]
        return replace(self, lines=tuple(self.finish(lines)), unfinished=lines)

    @property
    def ink(self) -> Span:
        """Between which heights its glyphs lie, points from its top."""
        spans = [(self.baseline(index), line.ink) for index, line in enumerate(self.lines)]
        if not spans:
            return BLANK
        return Span(min(at + ink.top for at, ink in spans), max(at + ink.bottom for at, ink in spans))

    def baseline(self, index: int) -> float:
        """Distance from the galley's top to the baseline of line `index` (from 0)."""
        return self.first_baseline + index * self.leading


def distance(above: Line, below: Line, size: float, known: float = 0.0) -> float:
    """How far apart the baselines of two lines of one measure must be so that letters of that glyph size do not touch,
    points; `known` where that much is enough, as it mostly is.
    """
    air = AIR * size
    if above.ink.bottom - below.ink.top + air <= known:
        return known
    return max(known, apart(above.profile, below.profile, below.indent - above.indent, air))


def below(above: Galley, space: float, galley: Galley) -> float:
    """How far below the top of one text another begins, with `space` between them and so that they do not touch.

    The texts begin at the same place from the left. Where neither is steep their leading keeps them clear.
    """
    size = max(above.steep, galley.steep)
    begin = above.height + space
    if not size or not above.lines or not galley.lines:
        return begin
    last = above.baseline(len(above.lines) - 1)
    known = begin + galley.first_baseline - last
    return begin + distance(above.lines[-1], galley.lines[0], size, known) - known
