"""Cutting lines out of a text that was shaped whole, and widening their spaces."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from postcards.composition.itemize import Run, Voice
from postcards.composition.shaping import Shaped, joined, shape

#: Spaces at which a line may end, and which take up what a justified line falls short of.
SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"


@dataclass(frozen=True)
class ShapedText:
    """A text shaped whole."""

    text: str
    shaped: Shaped
    offsets: tuple[float, ...]  # running widths, nominal ems; one more than clusters
    missing: tuple[int, ...]  # places of characters that no face has

    @cached_property
    def edges(self) -> dict[int, float]:
        """Widths of the text up to where each cluster begins, and up to its end, nominal ems."""
        return dict(zip((*self.shaped.starts, len(self.text)), self.offsets, strict=True))

    def index(self, place: int) -> int:
        """The first cluster that begins at or after the character `place`."""
        return bisect_left(self.shaped.starts, place)

    def edge(self, place: int) -> float:
        """Width of the text up to the character `place`, nominal ems."""
        edge = self.edges.get(place)
        return self.offsets[self.index(place)] if edge is None else edge

    def splits_at(self, place: int) -> bool:
        """Whether a cluster begins at `place`, so that the text may be cut there."""
        return place in self.edges


def cut(whole: ShapedText, start: int, end: int, voice: Voice) -> Shaped:
    """The clusters of one line, shaped anew where the cut goes through what belongs together."""
    shaped, first, last = whole.shaped, whole.index(start), whole.index(end)
    clusters = shaped.part(first, last)
    if last < len(shaped.starts) and shaped.tears_before(last):
        clusters = _again(whole.text, clusters, clusters.runs[-1], (start, end), voice)
    if clusters.starts and first and clusters.tears_before(0):
        clusters = _again(whole.text, clusters, clusters.runs[0], (start, end), voice)
    return clusters


def _again(text: str, clusters: Shaped, run: Run, line: tuple[int, int], voice: Voice) -> Shaped:
    """`clusters` with those of `run` shaped anew between the line's ends."""
    part = run._replace(start=max(run.start, line[0]), end=min(run.end, line[1]))
    first, last = bisect_left(clusters.starts, part.start), bisect_left(clusters.starts, part.end)
    after = clusters.part(last, len(clusters.starts))
    return joined([clusters.part(0, first), shape(text, part, voice), after])


def widened(line: Shaped, text: str, room: float) -> Shaped:
    """A line with its spaces as much wider, or narrower, as makes it `room` wide (nominal ems).

    Adjustments are whole font units; what rounding leaves over goes from one space to the next.
    """
    spaces = [index for index, start in enumerate(line.starts) if text[start] in SPACES]
    adjusts, advances = list(line.adjusts), list(line.advances)
    spare = room - sum(advances)
    for left, index in zip(range(len(spaces), 0, -1), spaces, strict=True):
        face = line.runs[index].face
        unit = face.factor / face.upem
        units = round(spare / left / unit)
        adjusts[index] += units
        advances[index] += units * unit
        spare -= units * unit
    return line._replace(adjusts=tuple(adjusts), advances=tuple(advances))
