"""Words that no line tears: where a script sets no spaces between words, and where a word is written with one inside.

Thai, Lao, Khmer and Burmese (UAX #14, class SA) end lines where ICU's dictionaries find words, and those are the parts
of many words: ที่|ปรึกษา. `Kept` is what a language keeps whole besides. Such a word counts where the text has fewer words
with it than without, so that letters which only happen to stand together tear no other word; ICU looks at what is left
and right of it anew, as it may have cut through it. What is wider than its line falls apart into shorter words that are
kept, at last into ICU's.

Between words without a space a line may end, at a price; at a space it may for nothing. The prices are penalties of
`items`, as demerits their squares: against them stands what a line falls short by.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from icu4py.breakers import LineBreaker
from msgspec import Struct

from postcards.composition.small_words import SmallWords, small_words
from postcards.expressions import expression

#: Letters and marks of line breaking class SA: Thai, Lao, Burmese, Khmer.
_LETTERS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109f\u1780-\u17d3\u17dc"
)
_PHRASE = expression(f"[{_LETTERS}]+")

#: What it costs to end a line between two words without a space: as much as a line that falls three ems short.
BETWEEN = 300

#: The same beside a small word that leans on its neighbour, or where a word that `SHORT` would stand at the line's end
#: or beginning with no more of its phrase: as much as one that falls four ems short.
LEANING, SHORT = 800, 4

#: Inside a word that is wider than its line. Nothing else is.
INSIDE = 9_000

#: A prefix joins no word that would make so many characters together: about half a line of a narrow frame.
LONGEST = 20


class Kept(Struct, frozen=True):
    """What a language keeps whole."""

    words: tuple[str, ...] = ()  # the longest first
    joined: re.Pattern[str] | None = None  # those without a space inside
    spaced: re.Pattern[str] | None = None  # those with one

    def shorter(self, length: int) -> Kept:
        """Those of fewer characters."""
        return kept(tuple(word for word in self.words if len(word) < length))


NOTHING_KEPT = Kept()


@lru_cache(maxsize=64)
def kept(words: tuple[str, ...]) -> Kept:
    """The patterns for `words`; of two that begin at one place the longer is meant."""
    longest = sorted({*words}, key=lambda word: (-len(word), word))
    joined = "|".join(word for word in longest if _PHRASE.fullmatch(word))
    spaced = "|".join(re.escape(word) for word in longest if " " in word)
    return Kept(
        tuple(longest),
        re.compile(joined) if joined else None,
        re.compile(rf"(?<![^\W_])(?:{spaced})(?![^\W_])") if spaced else None,
    )


def is_unspaced(text: str) -> bool:
    """Whether there are letters in it of a script without spaces between words."""
    return _PHRASE.search(text) is not None


def whole_words(text: str, ends: Sequence[int], language: str, words: Kept) -> list[int]:
    """`ends` of ICU's segments of `text` as the language's words have them."""
    small = small_words(language)
    found = {*ends}
    for phrase in _PHRASE.finditer(text):
        start, end = phrase.span()
        if words.joined:
            inner = {*accumulate(_words(phrase[0], language, words.joined)[:-1], initial=start)} - {start}
            found = {place for place in found if not start < place < end} | inner
        if small.prefixes:
            here = [start, *sorted(place for place in found if start < place < end), end]
            found.difference_update(_prefixed(text, here, small.prefixes))
    return sorted(found)


def priced(
    text: str,
    segments: Sequence[tuple[int, int]],
    asked: tuple[str, Kept],
    wide: Callable[[int, int], bool],
    joined: Callable[[Iterable[tuple[int, int]]], Iterable[tuple[int, int]]],
) -> Iterator[tuple[int, int, int]]:
    """The segments, and what it costs to end a line after each; those that are too `wide` for one in their parts, as
    they are `joined` where they cannot be parted.

    `asked` are the language and what it keeps whole.
    """
    if not is_unspaced(text):
        yield from ((start, end, 0) for start, end in segments)
        return
    small = small_words(asked[0])
    for (start, end), (_, after) in pairwise([*segments, (len(text), len(text))]):
        *inner, last = joined(_parts(text, (start, end), asked, wide))
        yield from ((*part, INSIDE) for part in inner)
        yield *last, _price(text, (start, end, after), small)


def _parts(
    text: str, whole: tuple[int, int], asked: tuple[str, Kept], wide: Callable[[int, int], bool]
) -> list[tuple[int, int]]:
    """The parts of a segment, or that alone if it is not too wide: shorter words that are kept, at last ICU's."""
    (start, end), (language, words) = whole, asked
    piece = text[start:end]
    if not wide(start, end) or not is_unspaced(piece):
        return [whole]
    # Soft hyphens that begin a piece are no part of it.
    ends = [end for end in accumulate(_pieces(piece, language)) if piece[:end].strip("\u00ad")]
    if words.words:
        words = words.shorter(len(piece.rstrip()))
        ends = whole_words(piece, ends, language, words)
        if len(ends) == 1:
            return _parts(text, whole, (language, NOTHING_KEPT), wide)
    if len(ends) == 1:
        return [whole]
    parts = pairwise([start, *(start + place for place in ends)])
    return [smaller for part in parts for smaller in _parts(text, part, (language, words), wide)]


def _price(text: str, places: tuple[int, int, int], small: SmallWords) -> int:
    """What it costs to end a line between two words, the second place of three."""
    start, end, after = places
    if not _goes_on(text, end):
        return 0
    last, first = text[start:end], text[end:after].rstrip()
    left_alone = len(last) <= SHORT and not _goes_on(text, start)
    right_alone = len(first) <= SHORT and not _goes_on(text, after)
    leaning = last in small.forward or first in small.backward
    return LEANING if leaning or left_alone or right_alone else BETWEEN


def _goes_on(text: str, place: int) -> bool:
    """Whether a phrase goes on there, without a space."""
    return 0 < place < len(text) and _PHRASE.fullmatch(text, place - 1, place + 1) is not None


@lru_cache(maxsize=1024)
def _words(phrase: str, language: str, words: re.Pattern[str]) -> tuple[int, ...]:
    """Lengths of the words of a phrase without spaces."""
    found: list[int] = []
    rest, at = phrase, 0
    without = _pieces(rest, language)
    while match := words.search(rest, at):
        before, after = (_pieces(side, language) for side in (rest[: match.start()], rest[match.end() :]))
        if len(before) + 1 + len(after) < len(without):
            found += [*before, len(match[0])]
            rest, at, without = rest[match.end() :], 0, after
        else:
            at = match.start() + 1
    return *found, *without


@lru_cache(maxsize=1024)
def _pieces(phrase: str, language: str) -> tuple[int, ...]:
    """Lengths of what ICU takes for words."""
    return tuple(map(len, LineBreaker(phrase, language)))


def _prefixed(text: str, places: Sequence[int], prefixes: frozenset[str]) -> Iterator[int]:
    """Ends of the prefixes among the words between `places` that join the next word."""
    for start, end, after in zip(places, places[1:], places[2:], strict=False):
        if text[start:end] in prefixes and after - start <= LONGEST:
            yield end
