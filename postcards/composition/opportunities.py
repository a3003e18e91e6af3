"""Where a line may end: Unicode's line breaking algorithm (UAX #14) as ICU tailors it, and what we forbid beyond it.

`held` turns every space at which a line must never end into a no-break space, which also keeps the parts of a sum in
order in right-to-left text (UAX #9, W4). `segments` are the stretches between break opportunities. ICU's default is the
strict kind (`@lb=strict`); Thai, Lao, Khmer and Burmese words come from its dictionaries, and e-mail addresses and URLs
end where it says. Numbers are never divided, not even after a dash, where UAX #14 would allow it: 2010–2012 is short.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from icu4py.breakers import LineBreaker

from postcards.composition.dates import find_dates
from postcards.composition.graphemes import grapheme_clusters, may_join, stretches
from postcards.composition.passages import CLOSING, HELD_MARKS, HELD_NUMBERS, HELD_PREFIXES
from postcards.composition.whole_words import NOTHING_KEPT, Kept, is_unspaced, whole_words
from postcards.expressions import expression

NO_BREAK_SPACE = "\u00a0"

#: A passage of more characters is not held: about what goes into a narrow frame (60 mm at 11.5 points). Among the dates
#: of our languages only the Mongolian one is longer.
LONGEST = 26

#: After these a line ends, or may end, whatever follows (UAX #14, LB4, LB5, LB8).
_FORCED = "\n\v\f\r\x85\u2028\u2029\u200b"

#: The beginnings that we forbid: a closing mark; a no-break space, which UAX #14 lets stand after a hyphen; an em dash
#: between words; the rest of a number after a dash or, in a date, a danda.
_DASHES = "—⸺⸻"
_BAD_START = expression(
    rf"[{CLOSING}{NO_BREAK_SPACE}{_DASHES}\d](?<![{_FORCED}].)"
    rf"(?:(?<=[{CLOSING}])|(?<=\S[{_DASHES}{NO_BREAK_SPACE}])|(?<=\d[-‐‒–—।]\d))",
    re.DOTALL,
)

#: Most texts have few numbers, so only what is around them is looked through: farther than a passage reaches.
_AROUND = 2 * LONGEST
_NUMBERS = expression(rf"\d(?:\D{{0,{_AROUND}}}\d)*")


#: Soft hyphens that begin a word: there is nothing before them to divide from the rest.
_IDLE = expression("(?<!\\S)\u00ad+(?=[^\\s\u00ad])")


@lru_cache(maxsize=4096)
def held(text: str, language: str, words: Kept = NOTHING_KEPT) -> str:
    """`text` with a no-break space for every space at which a line must never end; as long as before."""
    text = HELD_MARKS.sub(_hold, text)
    if words.spaced:
        text = words.spaced.sub(_hold, text)
    for numbers in _NUMBERS.finditer(text):
        start, end = max(numbers.start() - _AROUND, 0), numbers.end() + _AROUND
        text = text[:start] + _held_figures(text[start:end], language) + text[end:]
    return text


def segments(text: str, language: str, words: Kept = NOTHING_KEPT) -> list[tuple[int, int]]:
    """The (start, end) of the stretches between break opportunities, trailing spaces included."""
    found = list(LineBreaker(text, language).segments())
    if not found or text.isascii():
        return found
    if found[-1][1] != len(text):  # ICU counts UTF-16 units
        found = list(stretches(LineBreaker(text, language)))
    forbidden = {match.start() for match in _BAD_START.finditer(text)} | {match.end() for match in _IDLE.finditer(text)}
    ends = [end for _, end in found]
    if is_unspaced(text):
        ends = whole_words(text, ends, language, words)
        found = list(pairwise([0, *ends]))
    if any(map(may_join, {text[end - 1 : end + 1] for end in ends[:-1]})):
        forbidden |= {*ends} - {end for _, end in grapheme_clusters(text)}
    if forbidden.isdisjoint(ends):
        return found
    return list(pairwise([0, *(end for end in ends if end not in forbidden)]))


def _held_figures(text: str, language: str) -> str:
    text = HELD_PREFIXES.sub(NO_BREAK_SPACE, HELD_NUMBERS.sub(_hold, text))
    for start, end in find_dates(text, language):
        if end - start <= LONGEST:
            text = text[:start] + text[start:end].replace(" ", NO_BREAK_SPACE) + text[end:]
    return text


def _hold(match: re.Match[str]) -> str:
    passage = match[0]
    return passage.replace(" ", NO_BREAK_SPACE) if len(passage) <= LONGEST else passage
