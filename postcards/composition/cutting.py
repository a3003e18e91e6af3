"""Cutting lines out of a text that was shaped whole, and widening their spaces."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.itemize import INVISIBLE, Run, Voice
from postcards.composition.shaping import Shaped, joined, shape

#: Spaces at which a line may end, and which take up what a justified line falls short of.
SPACES = " \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"


class ShapedText(Struct, frozen=True, dict=True):
    """A text shaped whole."""

    text: str
    shaped: Shaped
    offsets: tuple[float, ...]  # running widths, nominal ems; one more than clusters
    missing: tuple[int, ...]  # places of characters that no face has

    @cached_property
    def edges(self) -> Sequence[float]:
        """Width of the text up to each character and to its end, nominal ems; inside a cluster up to the next one."""
        if len(self.shaped.starts) == len(self.text):
            return self.offsets
        edges: list[float] = []
        for start, offset in zip((*self.shaped.starts, len(self.text)), self.offsets, strict=True):
            edges.extend([offset] * (start + 1 - len(edges)))
        return edges

    def index(self, place: int) -> int:
        """The first cluster that begins at or after the character `place`."""
        return bisect_left(self.shaped.starts, place)

    def splits_at(self, place: int) -> bool:
        """Whether a cluster begins at `place`, or the text ends there, so that it may be cut."""
        index = self.index(place)
        return place == len(self.text) or self.shaped.starts[index : index + 1] == (place,)

    def at_clusters(self, parts: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """`parts` that follow each other, those put together between which a cluster goes on with more than controls.

        A soft hyphen at the beginning of a text is of one cluster with the letter behind it.
        """
        begun = None
        for start, end in parts:
            begun = start if begun is None else begun
            index = self.index(end)
            begins = self.shaped.starts[index] if index < len(self.shaped.starts) else len(self.text)
            if INVISIBLE.issuperset(self.text[end:begins]):
                yield begun, end
                begun = None
        if begun is not None:
            yield begun, end


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
    part = replace(run, start=max(run.start, line[0]), end=min(run.end, line[1]))
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
