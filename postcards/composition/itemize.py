"""From a text to runs that one face can shape: one bidi level, one script, one face each.

Levels come from UAX #9, scripts from the Unicode Script property (UAX #24; Common and Inherited take the script of what
stands before them), faces from the shelf, chosen by grapheme cluster (UAX #29) so that no cluster is ever split.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from fontTools import unicodedata as scripts
from icu4py.breakers import CharacterBreaker

from postcards.composition import bidi
from postcards.composition.fonts import Face, FontShelf
from postcards.manuscript.language import VARIANTS, direction, hand

#: Characters without a glyph of their own; shaping takes them in and shows nothing for them.
INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufe0e\ufe0f"
)

#: A word with the space after it.
WORD = re.compile(r"\S+\s*|\s+")

#: Unicode's names for “no script of its own”.
SHARED = ("Zyyy", "Zinh", "Zzzz")


class Voice(NamedTuple):
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


class Run(NamedTuple):
    """Characters `start` to `end` of a text that are shaped in one go."""

    start: int
    end: int
    level: int  # UAX #9; odd is right to left
    script: str  # ISO 15924
    face: Face


def itemize(text: str, voice: Voice, shelf: FontShelf) -> tuple[tuple[Run, ...], tuple[int, ...]]:
    """The runs of `text` in logical order, and the places of characters that no face has."""
    base = 1 if voice.direction == "rtl" else 0
    levels = bidi.levels(text, base)
    choice = _choice(voice, shelf)
    if choice.is_plain(text) and levels.count(levels[0]) == len(text):
        return (Run(0, len(text), levels[0], voice.letters, choice.first),), ()
    missing: list[int] = []
    ends: list[tuple[int, int, str, Face]] = []  # where each run ends, its level, script and face
    script = voice.letters
    level = base
    for start, end in _pieces(text, levels, choice):
        piece = text[start:end]
        if levels[start] != level:
            level, script = levels[start], voice.letters
        script = _own_script(piece) or script
        face = choice.face(piece, script)
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


def _pieces(text: str, levels: Sequence[int], choice: _Choice) -> Iterator[tuple[int, int]]:
    """Stretches of `text` that are of one level, script and face: words with the space after them where they can be,
    else grapheme clusters.
    """
    words = [match.span() for match in WORD.finditer(text)]
    if any(_extends(text[start]) for start, _ in words):
        words = [(0, len(text))]  # a mark on a space belongs to it
    for start, end in words:
        word = text[start:end]
        if choice.is_plain(word) and levels[start:end].count(levels[start]) == end - start:
            yield start, end
        else:
            yield from ((start + left, start + right) for left, right in grapheme_clusters(word))


@lru_cache(maxsize=4096)
def _extends(character: str) -> bool:
    """Whether a character may belong to the cluster of the one before it."""
    return unicodedata.category(character)[0] in "MC"


def grapheme_clusters(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each extended grapheme cluster."""
    if text.isascii() and "\r" not in text:  # CR LF is one cluster
        yield from ((place, place + 1) for place in range(len(text)))
        return
    yield from stretches(CharacterBreaker(text, "en"))


def stretches(pieces: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The (start, end) in characters of pieces in a row; ICU's own places count UTF-16 units."""
    return pairwise(accumulate(map(len, pieces), initial=0))


@lru_cache(maxsize=4096)
def _own_script(cluster: str) -> str:
    """The script of the cluster's first character that has one; empty if none has."""
    for character in cluster:
        own = str(scripts.script(character))
        if own not in SHARED:
            return own
    return ""


class _Choice:
    """The face for each piece of a voice's texts, looked up once."""

    def __init__(self, voice: Voice, shelf: FontShelf) -> None:
        self._voice = voice
        self._shelf = shelf
        self._plain: dict[str, bool] = {}
        self._known: dict[tuple[str, str], Face | None] = {}

    @cached_property
    def first(self) -> Face:
        """The face that is asked first."""
        return self._shelf.faces(self._voice.role, self._voice.weight, self._voice.script)[0]

    def is_plain(self, text: str) -> bool:
        """Whether a text is of the voice's own script, begins with a letter of it, and its first face has all of it."""
        letters = self._voice.letters
        if not text or _own_script(text[0]) != letters:
            return False
        plain = self._plain
        for character in set(text).difference(plain):
            plain[character] = _own_script(character) in (letters, "") and _shows(self.first, character)
        return all(map(plain.__getitem__, set(text)))

    def face(self, piece: str, script: str) -> Face | None:
        """The first face that has every visible character of the piece; the run's script is asked first."""
        key = (piece, script)
        if key not in self._known:
            voice, shelf = self._voice, self._shelf
            faces = shelf.faces(voice.role, voice.weight, voice.script)
            if script != voice.letters:
                faces = shelf.faces(voice.role, voice.weight, script) + faces
            self._known[key] = next((face for face in faces if all(_shows(face, each) for each in piece)), None)
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
