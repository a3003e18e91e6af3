"""What assistive technology is told of a line: its runs in passages, each with the text it stands for.

Readers of a file put the codes of a line together by rules of their own (`composition.readback`); assistive technology
goes by the structure instead, where nothing may be left to rules. So what codes do not say in the order of writing gets
its text beside it (ActualText, ISO 32000-1, 14.9.4): passages that run to the left, and the hyphen of a divided word,
which is no part of it. Passages end where the direction does, and no passage is longer than its line, since ActualText
takes the place of all that it stands for. Words in letters of another script are passages too, with their language.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial

from msgspec import Struct
from msgspec.structs import replace

from postcards.composition import GlyphRun, Line
from postcards.composition.galley import SOFT_HYPHEN
from postcards.composition.readback import HYPHEN, NO_BREAK_SPACE
from postcards.composition.shaping import UNREAD
from postcards.expressions import expression
from postcards.manuscript.language import script
from postcards.manuscript.story import DEFAULT_SOURCE_LANGUAGE

#: Latin letters in a text of another script are names and terms left as they were in the language it comes from.
_WORD = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ.’'-]*[A-Za-zÀ-ɏ])?"
LEFT_LETTERS = expression(rf"(?<!\w){_WORD}(?:[ ,&/]+{_WORD})*(?!\w)")
LEFT_LANGUAGE = DEFAULT_SOURCE_LANGUAGE

#: What says nothing, and the spaces that are one to a reader.
SILENT = {**UNREAD, ord(NO_BREAK_SPACE): " "}


class Passage(Struct, frozen=True):
    """Runs of a line that belong together, in the order of reading."""

    line: Line  # with these runs alone
    actual: str = ""  # what they stand for, where their codes do not say it
    language: str = ""  # BCP 47, where it is not that of the text

    @property
    def is_plain(self) -> bool:
        return not (self.actual or self.language)


def passages(line: Line, language: str, direction: str) -> tuple[Passage, ...]:
    """The passages of a line of a text in `language`, in a booklet of that direction (ltr or rtl), in reading order.

    A space that the line's end stands for is said: painted in a left-to-right booklet, else as part of ActualText,
    since codes at the left end of right-to-left lines are read as anything.
    """
    turned = direction == "rtl"
    pieces = [piece for run in _whole(line.runs) for piece in _pieces(run, language, turned=turned)]
    spaced = line.spaced and bool(pieces)
    if spaced and turned:
        last = pieces[-1]
        pieces[-1] = replace(last, actual=f"{last.actual or last.written} ")
        spaced = False
    joined = _joined(pieces)
    if turned and _keeps_letters(language):
        joined = [replace(piece, language=LEFT_LANGUAGE) if _has_left(piece) else piece for piece in joined]
    ends = len(joined) - 1
    return tuple(
        Passage(
            replace(line, text=piece.written, place=partial(_given, piece.runs), spaced=spaced and index == ends),
            piece.actual,
            piece.language,
        )
        for index, piece in enumerate(joined)
    )


def _given(runs: tuple[GlyphRun, ...]) -> tuple[GlyphRun, ...]:
    return runs


class _Piece(Struct, frozen=True):
    runs: tuple[GlyphRun, ...]
    written: str
    actual: str = ""
    language: str = ""
    in_order: bool = True  # its codes say what was written, marks that show nothing aside


def _whole(runs: tuple[GlyphRun, ...]) -> Iterator[tuple[GlyphRun, ...]]:
    """Each run that says something, with those that show nothing after it (or before the first)."""
    group: list[GlyphRun] = []
    said = False
    for run in runs:
        if run.written and said:
            yield tuple(group)
            group = []
        said = said or bool(run.written)
        group.append(run)
    if group:
        yield tuple(group)


def _pieces(runs: tuple[GlyphRun, ...], language: str, *, turned: bool) -> Iterator[_Piece]:
    """One run's passages: mostly one. Where lines are turned round, runs are as readers need them, and stay whole."""
    written = "".join(run.written for run in runs)
    run = next((run for run in runs if run.written), runs[0])
    said = "".join([cluster.text for cluster in run.clusters])
    if said.replace(NO_BREAK_SPACE, " ") == written.replace(NO_BREAK_SPACE, " "):
        if turned or len(runs) > 1 or not _keeps_letters(language):
            yield _Piece(runs, written)
        else:
            yield from _by_letters(run, said)
    elif written.endswith(SOFT_HYPHEN) and said.endswith(HYPHEN) and not turned:
        place = len(run.clusters) - 1
        if place:
            yield from _pieces((_part(run, 0, place),), language, turned=turned)
        hyphen = _part(run, place, place + 1)
        yield _Piece((hyphen, *(other for other in runs if other is not run)), HYPHEN, SOFT_HYPHEN)
    else:
        actual = written.translate(UNREAD) or written
        yield _Piece(runs, written, actual, in_order=_heard(said) == _heard(written))


def _by_letters(run: GlyphRun, said: str) -> Iterator[_Piece]:
    """A left-to-right run cut where letters of another script begin and end."""
    edges = {0: ""}  # where a piece begins, and its language
    for match in LEFT_LETTERS.finditer(said):
        edges[match.start()] = LEFT_LANGUAGE
        edges[match.end()] = ""
    places: dict[int, int] = {}  # by the number of characters before it, a cluster's index
    length = 0
    for index, cluster in enumerate(run.clusters):
        places.setdefault(length, index)
        length += len(cluster.text)
    cuts = [(places[edge], language) for edge, language in sorted(edges.items()) if edge in places]
    for (first, language), (last, _) in zip(cuts, [*cuts[1:], (len(run.clusters), "")], strict=True):
        if first < last:
            part = _part(run, first, last)
            yield _Piece((part,), part.written, language=language)


def _part(run: GlyphRun, first: int, last: int) -> GlyphRun:
    """The clusters `first` to `last` of a left-to-right run, where they stand."""
    before = run.clusters[:first]
    units = sum([cluster.width for cluster in before]) + sum(run.adjusts[:first])
    clusters = run.clusters[first:last]
    return replace(
        run,
        x=run.x + units * run.size / run.face.upem,
        clusters=clusters,
        adjusts=run.adjusts[first:last],
        written="".join([cluster.text for cluster in clusters]),
    )


def _joined(pieces: list[_Piece]) -> list[_Piece]:
    """Neighbours in one direction are one passage."""
    joined: list[_Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and before.in_order and piece.in_order and before.language == piece.language:
            actual = before.actual or piece.actual
            joined[-1] = replace(
                before,
                runs=before.runs + piece.runs,
                written=before.written + piece.written,
                actual=(before.actual or before.written) + (piece.actual or piece.written) if actual else "",
            )
        else:
            joined.append(piece)
    return joined


def _has_left(piece: _Piece) -> bool:
    return piece.in_order and bool(LEFT_LETTERS.search(piece.written))


def _heard(text: str) -> str:
    """`text` without what shows and says nothing."""
    return text.translate(SILENT)


@lru_cache(maxsize=64)
def _keeps_letters(language: str) -> bool:
    """Whether Latin letters are foreign to the language."""
    return script(language) != "Latn"
