"""What a translation keeps of its source, as far as a program can tell: its figures, about its length, its own words.

Figures are compared as numbers, whatever digits and separators a language writes them with. One that is only missing
may have been put into words, and one that is only new may have been words before: what is told is one that has changed.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from postcards.expressions import expression
from postcards.manuscript.story import StoryText

#: Fewer digits are a small number, which may stand in words.
FEWEST_DIGITS = 2

#: What the word “thousand” may stand for.
THOUSAND = "000"

#: A translation that is longer than its source by more than this (times) holds something else.
MOST_TIMES_LONGER = 3

#: Shorter texts (characters) may be longer by any factor, or the same in two languages.
SHORTEST_COMPARED = 40

# Digits of any script (Nd), and between them what languages group and divide them by; a space only before three.
_NUMBER = expression(r"\d(?:[ \xa0\u202f'’.,٫٬](?=\d{3}(?!\d))|\d)*")


def unfaithful(text: StoryText, source: StoryText) -> Iterator[tuple[str, str, str, str]]:
    """Code, message, remedy and field of what somebody should look at in `text`, a translation of `source`."""
    ours, theirs = _by_field(text), _by_field(source)
    for field in ours:
        one, other = _numbers(theirs[field]), _numbers(ours[field])
        lost, new = _without(one, other), _without(other, one)
        if lost and new:
            message = f"The source has {', '.join(lost)} here, the translation {', '.join(new)}."
            yield "translation.number", message, "Look whether the number is right.", field
    if len(theirs["summary"]) < SHORTEST_COMPARED:
        return
    if ours["summary"] == theirs["summary"]:
        message = f"The text is the same as in {source.language}.yaml."
        yield "translation.same", message, "Translate it, or delete the file until somebody does.", "summary"
    if len(ours["summary"]) > MOST_TIMES_LONGER * len(theirs["summary"]):
        message = f"The text is more than {MOST_TIMES_LONGER} times as long as in {source.language}.yaml."
        yield "translation.length", message, "Look whether something was added.", "summary"


def _by_field(text: StoryText) -> dict[str, str]:
    return {"title": text.title, "quote.text": text.quote.text, "summary": " ".join(text.summary)}


def _without(numbers: frozenset[str], others: frozenset[str]) -> list[str]:
    """Those that are not among the others, with or without the word “thousand” in place of noughts."""
    alike = (others, {f"{other}{THOUSAND}" for other in others}, {other.removesuffix(THOUSAND) for other in others})
    return sorted(numbers.difference(*alike))


def _numbers(text: str) -> frozenset[str]:
    """The numbers in a text, in European digits without separators."""
    found = (
        "".join(str(unicodedata.digit(sign)) for sign in match[0] if sign.isdecimal())
        for match in _NUMBER.finditer(text)
    )
    return frozenset(number for number in found if len(number) >= FEWEST_DIGITS)
