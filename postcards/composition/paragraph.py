"""Composing: a text, a style and a measure become a galley.

The text is shaped once and kept; every try of the copyfitting ladder breaks the same shaped clusters again, at another
size or measure. Lines are cut from those clusters and shaped anew only where HarfBuzz says that a break changes glyphs.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from math import inf
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition.cutting import SPACES, ShapedText, cut, widened
from postcards.composition.fonts import Face, FontShelf
from postcards.composition.galley import RUNT_SHARE, SOFT_HYPHEN, Galley, Line, distance
from postcards.composition.graphemes import grapheme_clusters
from postcards.composition.hyphenation import hyphenation_points
from postcards.composition.itemize import Itemized, Run, Voice, itemize
from postcards.composition.items import FREE, Box, Glue, Item, Paragraph, Penalty
from postcards.composition.judging import Setting
from postcards.composition.line_ends import Finish, TextFace
from postcards.composition.linebreak import at_best_places, break_lines, fewest_lines, narrowest_measure
from postcards.composition.opportunities import held, segments
from postcards.composition.placing import glyph_runs
from postcards.composition.readback import Directions
from postcards.composition.shaping import NOTHING, Shaped, joined, shape
from postcards.composition.style import TextStyle
from postcards.composition.tables import make_room
from postcards.composition.whole_words import NOTHING_KEPT, Kept, priced
from postcards.composition.word_spaces import parted

#: Ragged lines may fall short by this many ems before it counts as bad (TeX's \\raggedright).
RAG = 2.0

#: How far a word space of a justified line gives, as shares of its width, and the badness of lines that are still
#: allowed (plain TeX's \\tolerance): spaces are from two thirds to 1.63 of their width wide.
STRETCH, SHRINK = 1 / 2, 1 / 3
LIMIT = 200

#: Demerits of a divided word in ragged text, of a runt, and of every line of a text of the fewest lines: each outweighs
#: any rag, and those before it. So words are divided only where that saves a line or a runt.
HYPHEN_DEMERITS, RUNT_DEMERITS, LINE_DEMERITS = 10**10, 10**11, 10**13

#: What dividing a word costs in justified text (TeX's \\hyphenpenalty).
HYPHEN_COST = 50

#: What dividing a word anywhere costs, where it is wider than the line.
EMERGENCY_COST = 9_000

#: How the lines of a running text are judged, of one of the fewest lines, as titles and quotes are, and of a justified.
RAGGED = Setting(
    RAG,
    hyphen_demerits=HYPHEN_DEMERITS,
    adjacent_demerits=0,
    most_hyphens=2,
    runt_demerits=RUNT_DEMERITS,
)
TIGHT = RAGGED._replace(tolerance=inf, line_demerits=LINE_DEMERITS)
JUSTIFIED = Setting(tolerance=LIMIT, most_hyphens=2, runt_demerits=RUNT_DEMERITS)

#: What a divided word ends in: the hyphen, or where a face has none the sign on the keyboard.
HYPHENS = "\u2010-"

#: ZWJ: a letter beside it takes the form it has in a word.
JOINER = "\u200d"

#: For languages that keep nothing whole.
_NOTHING: Mapping[str, Kept] = MappingProxyType({})


class _Stops(Struct, frozen=True):
    """A text as a breakable paragraph, with the place in the text that each of its items begins at."""

    paragraph: Paragraph
    places: tuple[int, ...]
    justified: bool  # its spaces give
    torn: bool  # a word is wider than its line


class Typesetter:
    """Composes texts with the faces of one shelf, and keeps what it has shaped."""

    def __init__(self, shelf: FontShelf, kept: Mapping[str, Kept] = _NOTHING) -> None:
        self.shelf = shelf
        self._kept = kept  # what each language keeps whole
        # Plain tables, so that a typesetter is gone, with all it has kept, as soon as nobody asks it any more.
        self._galleys: dict[tuple[str, TextStyle, float], Galley] = {}
        self._runs: dict[tuple[str, Voice], Itemized] = {}  # of texts that nobody has had shaped yet
        self._shaped: dict[tuple[str, Voice], ShapedText] = {}
        self._whole: dict[tuple[str, Voice, bool, bool], _Stops] = {}
        self._hyphens: dict[tuple[Face, str, int, Voice], Shaped] = {}

    def missing(self, text: str, voice: Voice) -> str:
        """The characters of `text` that no face of the voice has, each once, in order."""
        asked = text, voice
        _, missing = self._runs[asked] = self._runs.get(asked) or itemize(text, voice, self.shelf)
        return "".join(dict.fromkeys(text[place] for place in missing))

    def compose(self, text: str, style: TextStyle, measure: float) -> Galley:
        """Set `text` to lines no wider than `measure` (points)."""
        asked = text, style, measure
        if asked not in self._galleys:
            make_room(self._galleys)
            self._galleys[asked] = self._compose(*asked)
        return self._galleys[asked]

    def shape_text(self, text: str, voice: Voice) -> ShapedText:
        """`text` shaped whole."""
        asked = text, voice
        if asked not in self._shaped:
            self._shaped[asked] = self._shape_text(*asked)
        return self._shaped[asked]

    def _compose(self, text: str, style: TextStyle, measure: float) -> Galley:
        text = held(text, style.voice.language, self._kept.get(style.voice.language, NOTHING_KEPT))
        whole = self.shape_text(text, style.voice)
        stops, ends = self._broken(text, style, measure / style.size)
        lines = []
        before = -1
        for end in ends:
            first = stops.paragraph.after_break(before)
            if first >= len(stops.paragraph.items):
                break
            lines.append(self._line(whole, stops, (first, end), style, measure))
            before = end
        script = self.shelf.script_faces(style.voice.role, style.voice.script)
        glyph_size = script.factor * style.size
        leading = max(style.leading, script.clear * glyph_size)
        if script.steep:
            for above, below in pairwise(lines):
                leading = distance(above, below, glyph_size, leading)
        face = self.shelf.faces(style.voice.role, style.voice.weight, style.voice.script)[0]
        finish = Finish(TextFace(face, glyph_size), style.voice.direction, leading)
        return Galley(
            tuple(finish(lines)),
            measure,
            style.size,
            leading,
            stops.torn,
            first_baseline=style.leading / 2 + script.drop * style.size,
            single=style.leading,
            loose=style.align == "justify" and not stops.justified,
            finish=finish,
            unfinished=tuple(lines),
            steep=glyph_size if script.steep else 0.0,
        )

    def _broken(self, text: str, style: TextStyle, room: float) -> tuple[_Stops, tuple[int, ...]]:
        """Where lines may end and where they do, `room` nominal ems wide.

        Text whose spaces would have to give more than they have is not justified but ragged.
        """
        if style.align == "justify":
            stops = self._breakable(text, style, room, True)
            broken = break_lines(stops.paragraph, room, JUSTIFIED._replace(runt=RUNT_SHARE * room))
            if broken.worst <= LIMIT:
                return stops, broken.ends
        stops = self._breakable(text, style, room, False)
        if style.balanced:
            paragraph = at_best_places(stops.paragraph, room)
            ends = _ragged(paragraph, narrowest_measure(paragraph, room), TIGHT)
            # That counts lines without an eye to hyphens in a row, which may need one more.
            if stops.paragraph.rigid or len(ends) <= fewest_lines(stops.paragraph, room):
                return stops, ends
        return stops, _ragged(stops.paragraph, room, TIGHT if style.tight or style.balanced else RAGGED)

    def _breakable(self, text: str, style: TextStyle, room: float, justified: bool) -> _Stops:
        asked = text, style.voice, style.divided, justified
        if asked not in self._whole:
            make_room(self._whole)
            self._whole[asked] = self._stops(*asked)
        stops = self._whole[asked]
        if stops.paragraph.widest > room:
            return self._stops(text, style.voice, style.divided, justified, room)
        return stops

    def _shape_text(self, text: str, voice: Voice) -> ShapedText:
        asked = text, voice
        runs, missing = self._runs.pop(asked) if asked in self._runs else itemize(text, voice, self.shelf)
        shaped = parted(joined([shape(text, run, voice) for run in runs])) if runs else NOTHING
        return ShapedText(text, shaped, tuple(accumulate(shaped.advances, initial=0.0)), missing)

    def _stops(self, text: str, voice: Voice, divided: bool, justified: bool, room: float = inf) -> _Stops:
        """Where lines of `text` may end; words that no hyphen makes fit `room` (nominal ems) are torn anywhere."""
        whole = self.shape_text(text, voice)
        edges = whole.edges
        hyphens = hyphenation_points(text, voice.language) if divided else ()
        items: list[Item] = []
        places: list[int] = []
        any_torn = False
        before = 0.0  # width of all that stands before the segment
        asked = voice.language, self._kept.get(voice.language, NOTHING_KEPT)
        parts = tuple(whole.at_clusters(segments(text, *asked)))
        for start, end, cost in priced(text, parts, asked, lambda a, b: edges[b] - edges[a] > room, whole.at_clusters):
            left, before = before, edges[end]
            inner, right = end, before
            if text[end - 1] in SPACES:
                inner = start + len(text[start:end].rstrip(SPACES))
                right = edges[inner]
            cuts = hyphens[bisect_right(hyphens, start) : bisect_left(hyphens, inner)] if hyphens else ()
            torn = room < inf and self._exceeds(room, whole, voice, (start, *filter(whole.splits_at, cuts), inner))
            if torn:
                places_in = (start + place for place, _ in grapheme_clusters(text[start:inner]))
                cuts = tuple(place for place in places_in if text[start:place].strip(SOFT_HYPHEN))
                any_torn = True
            if cuts:
                for place, item in self._parts(whole, voice, (start, *filter(whole.splits_at, cuts), inner), torn):
                    items.append(item)
                    places.append(place)
            else:
                items.append(Box(right - left))
                places.append(start)
            if end > inner:
                items.append(_space(before - right, justified))
            else:
                free = Penalty(cost) if cost else FREE
                end_of_part = self._division(whole, inner, voice) if text[inner - 1] == SOFT_HYPHEN else free
                # A letter with no room for its hyphen goes without.
                items.append(Penalty(EMERGENCY_COST) if items[-1].width + end_of_part.width > room else end_of_part)
            places.append(inner)
        return _Stops(Paragraph(items[:-1]), (*places[:-1], len(text.rstrip(SPACES))), justified, any_torn)

    def _exceeds(self, room: float, whole: ShapedText, voice: Voice, edges: tuple[int, ...]) -> bool:
        """Whether a part of a word that may be divided at `edges` is wider than `room`, with the hyphen it ends in."""
        hyphen = self._division(whole, edges[-1], voice).width
        endings = [hyphen] * (len(edges) - 2) + [hyphen if whole.text[edges[-1] - 1] == SOFT_HYPHEN else 0.0]
        parts = zip(pairwise(edges), endings, strict=True)
        return any(whole.edges[right] - whole.edges[left] + ending > room for (left, right), ending in parts)

    def _parts(self, whole: ShapedText, voice: Voice, edges: tuple[int, ...], torn: bool) -> Iterator[tuple[int, Item]]:
        """The parts of a word that may be divided at `edges`, and the places to do so."""
        for left, right in pairwise(edges):
            if left != edges[0]:
                yield left, Penalty(EMERGENCY_COST) if torn else self._division(whole, left, voice)
            width = whole.edges[right] - whole.edges[left]
            yield left, Box(max(width, self._widest(whole.text[left:right], voice)) if torn else width)

    def _widest(self, piece: str, voice: Voice) -> float:
        """Width of a piece of a torn word (nominal ems) in whatever form it takes then: alone, or joined on a side."""
        forms = (piece, JOINER + piece, piece + JOINER, JOINER + piece + JOINER)
        return max(self.shape_text(form, voice).offsets[-1] for form in forms)

    def _hyphen(self, run: Run, voice: Voice) -> Shaped:
        """The hyphen that a word of `run` is divided with, in the word's own face if that has one; read back as a soft
        hyphen.
        """
        asked = run.face, run.script, run.level, voice
        if asked not in self._hyphens:
            sign = next((sign for sign in HYPHENS if run.face.has(sign)), "")
            if not sign:
                sign = next((sign for sign in HYPHENS if not self.missing(sign, voice)), HYPHENS[-1])
                (own,), _ = itemize(sign, voice, self.shelf)
                run = replace(own, level=run.level)
            hyphen = shape(sign, replace(run, start=0, end=len(sign)), voice)
            self._hyphens[asked] = hyphen._replace(clusters=(replace(hyphen.clusters[0], text=SOFT_HYPHEN),))
        return self._hyphens[asked]

    def _division(self, whole: ShapedText, place: int, voice: Voice) -> Penalty:
        """Where a word may be divided: before the character `place`."""
        if not whole.shaped.runs:
            return FREE
        run = whole.shaped.runs[max(0, whole.index(place) - 1)]
        return Penalty(HYPHEN_COST, self._hyphen(run, voice).advances[0], flagged=True)

    def _line(self, whole: ShapedText, stops: _Stops, ends: tuple[int, int], style: TextStyle, measure: float) -> Line:
        items, (start, end) = stops.paragraph.items, (stops.places[ends[0]], stops.places[ends[1]])
        clusters = cut(whole, start, end, style.voice)
        text = whole.text[start:end]
        item = items[ends[1]] if ends[1] < len(items) else None
        if isinstance(item, Penalty) and item.flagged:
            clusters = joined([clusters, self._hyphen(clusters.runs[-1], style.voice)])
            text = text.removesuffix(SOFT_HYPHEN) + SOFT_HYPHEN
        else:
            text = text.removesuffix(SOFT_HYPHEN)  # which says that a hyphen is there
        if stops.justified and (item is not None or sum(clusters.advances) > measure / style.size):
            clusters = widened(clusters, whole.text, measure / style.size)
        direction = style.voice.direction
        directions = Directions(direction, style.booklet_direction or direction)
        width = style.size * sum(clusters.advances)
        spare = measure - width
        from_left = {"center": spare / 2, "end": spare}.get(style.align, 0.0)
        indent = spare - from_left if direction == "rtl" else from_left
        place = partial(glyph_runs, clusters, style.size, directions)
        return Line(indent, width, text, place, isinstance(item, Glue), start)


def _ragged(paragraph: Paragraph, room: float, setting: Setting) -> tuple[int, ...]:
    return break_lines(paragraph, room, setting._replace(runt=RUNT_SHARE * room)).ends


@lru_cache(maxsize=256)
def _space(width: float, justified: bool) -> Glue:
    return Glue(width, STRETCH * width, SHRINK * width) if justified else Glue(width)
