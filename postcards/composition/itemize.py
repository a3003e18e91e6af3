"""From a text to runs that one face can shape: one bidi level, one script, one face each.

Levels come from UAX #9, scripts from the Unicode Script property (UAX #24; Common and Inherited take the script of what
stands before them), faces from the shelf, chosen by grapheme cluster (UAX #29) so that no cluster is ever split.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import compress, pairwise
from operator import ne

from fontTools import unicodedata as scripts
from msgspec import Struct

from postcards.composition import bidi
from postcards.composition.fonts import Face, FontShelf
from postcards.composition.graphemes import grapheme_clusters, may_join
from postcards.manuscript.language import VARIANTS, direction, hand

#: Characters without a glyph of their own; shaping takes them in and shows nothing for them.
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069"
    "\u206a\u206b\u206c\u206d\u206e\u206f\ufe0e\ufe0f"
)

#: Characters that a voice's first face has, letters of the voice's script and those of none, and all others.
LETTER, COMMON, FOREIGN = "lcf"

#: What the first face shows as it stands: from a letter on, whatever script stood before it.
PLAIN = re.compile("l[lc]*|.")

#: Unicode's names for “no script of its own”.
SHARED = ("Zyyy", "Zinh", "Zzzz")


class Voice(Struct, frozen=True, cache_hash=True):
    """What a text is set in, size and measure aside: everything that shaping depends on."""

    role: str  # serif or sans
    weight: str  # regular or bold
    language: str  # BCP 47
    script: str  # ISO 15924, what the language is set in; may be a variant of its script, such as Aran
    direction: str  # ltr or rtl, of the paragraph
    tracking: float = 0.0  # space added after every letter, ems; letters that join are never parted

    @property
    def letters(self) -> str:
        """The script that Unicode gives the language's letters: Arab, also where they are set in Aran."""
        return VARIANTS.get(self.script, self.script)


def voice_of(role: str, weight: str, language: str) -> Voice:
    """The voice of a text in `language` (BCP 47), running in the language's own direction."""
    return Voice(role, weight, language, hand(language), direction(language))


class Run(Struct, frozen=True):
    """Characters `start` to `end` of a text that are shaped in one go."""

    start: int
    end: int
    level: int  # UAX #9; odd is right to left
    script: str  # ISO 15924
    face: Face


#: The runs of a text in logical order, and the places of characters that no face has.
Itemized = tuple[tuple[Run, ...], tuple[int, ...]]


def itemize(text: str, voice: Voice, shelf: FontShelf) -> Itemized:
    """The runs of `text` in logical order, and the places of characters that no face has."""
    base = 1 if voice.direction == "rtl" else 0
    levels = bidi.levels(text, base)
    choice = _choice(voice, shelf)
    missing: list[int] = []
    ends: list[tuple[int, int, str, Face]] = []  # where each run ends, its level, script and face
    script = voice.letters
    level = base
    for start, end, plain in _pieces(text, levels, choice):
        if levels[start] != level:
            level, script = levels[start], voice.letters
        face: Face | None = choice.first
        if plain:
            script = voice.letters
        elif ends and ends[-1][1] == level and INVISIBLE.issuperset(text[start:end]):
            script, face = ends[-1][2:]  # of what stands before it: a line may end after it
        else:
            script = _own_script(text[start:end]) or _of_its_word(text, levels, start) or script
            face = choice.face(text[start:end], script)
        if face is None:
            face = choice.first
            lacking = [place for place in range(start, end) if choice.face(text[place], script) is None]
            # Every part may stand in some face and still none has all of them, such as a letter and a foreign accent.
            missing += lacking or (place for place in range(start, end) if not _shows(face, text[place]))
        if ends and ends[-1][1:] == (level, script, face):
            ends.pop()
        ends.append((end, level, script, face))
    starts = (0, *(end for end, *_ in ends))
    return tuple(Run(start, *rest) for start, rest in zip(starts, ends, strict=False)), tuple(missing)


def _of_its_word(text: str, levels: Sequence[int], start: int) -> str:
    """The script of the letters after the digits that begin at `start`, as in “3D”; empty if there are none."""
    end = start
    while end < len(text) and text[end].isdecimal():
        end += 1
    return _own_script(text[end]) if start < end < len(text) and levels[end] == levels[start] else ""


def _pieces(text: str, levels: Sequence[int], choice: _Choice) -> Iterator[tuple[int, int, bool]]:
    """Stretches of `text` that are of one level, script and face, and whether the voice's first face has them as they
    stand; if not they are single characters. Grapheme clusters where those would be split.
    """
    kinds = text.translate(choice.kinds)
    starts = {match.start() for match in PLAIN.finditer(kinds)}
    if len(set(levels)) > 1:
        starts.update(compress(range(1, len(text)), map(ne, levels, levels[1:])))
    if any(may_join(text[start - 1 : start + 1]) for start in starts if start):
        yield from ((start, end, False) for start, end in grapheme_clusters(text))
    else:
        for start, end in pairwise([*sorted(starts), len(text)]):
            yield start, end, kinds[start] == LETTER


@lru_cache(maxsize=4096)
def _own_script(cluster: str) -> str:
    """The script of the cluster's first character that has one; empty if none has."""
    for character in cluster:
        own = str(scripts.script(character))
        if own not in SHARED:
            return own
    return ""


class _Kinds(dict[int, str]):
    """What each character, by its code point, is to a voice's first face."""

    def __init__(self, face: Face, letters: str) -> None:
        self._face, self._letters = face, letters

    def __missing__(self, code: int) -> str:
        character = chr(code)
        own = _own_script(character)
        kind = FOREIGN
        if own in (self._letters, "") and _shows(self._face, character):
            kind = LETTER if own else COMMON
        self[code] = kind
        return kind


class _Choice:
    """The face for each piece of a voice's texts, looked up once."""

    def __init__(self, voice: Voice, shelf: FontShelf) -> None:
        self._voice = voice
        self._shelf = shelf
        self._known: dict[tuple[str, str], Face | None] = {}

    @cached_property
    def first(self) -> Face:
        """The face that is asked first."""
        return self._shelf.faces(self._voice.role, self._voice.weight, self._voice.script)[0]

    @cached_property
    def kinds(self) -> _Kinds:
        """For every character LETTER, COMMON or FOREIGN, for str.translate."""
        return _Kinds(self.first, self._voice.letters)

    def face(self, piece: str, script: str) -> Face | None:
        """The first face that has every visible character of the piece; the run's script is asked first."""
        key = (piece, script)
        if key not in self._known:
            voice, shelf = self._voice, self._shelf
            faces = shelf.faces(voice.role, voice.weight, voice.script)
            if script != voice.letters:
                faces = shelf.faces(voice.role, voice.weight, script) + faces
            self._known[key] = next((face for face in faces if all(_shows(face, each) for each in set(piece))), None)
        return self._known[key]


@lru_cache(maxsize=64)
def _choice(voice: Voice, shelf: FontShelf) -> _Choice:
    return _Choice(voice, shelf)


@lru_cache(maxsize=1 << 16)
def _shows(face: Face, character: str) -> bool:
    return character in INVISIBLE or _has(face, character)


def _has(face: Face, character: str) -> bool:
    """Whether the face shows the character, if need be by its canonical parts, which shaping puts together."""
    if face.has(character):
        return True
    parts = unicodedata.normalize("NFD", character)
    return parts != character and all(face.has(part) for part in parts)
