"""How a language writes what the booklet itself puts in: quotation marks, digits, commas, dates, the order of lists.

What a language has is in the table of `orthographies`. Dates are Babel's, Gregorian, with Latin digits: `native_digits`
is for callers who want them. Tags are BCP 47.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal

from postcards.composition.alphabets import Weight, weights
from postcards.composition.bidi_classes import bidi_class
from postcards.composition.keyboard import typeset
from postcards.composition.orthographies import JOINING, orthography
from postcards.manuscript.language import direction, script

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

#: UAX #9, X5a to X6a: what begins an isolate of each direction (auto: that of its first strong letter) and ends it.
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_POP_ISOLATE = "\u2069"

#: Bidi classes (UAX #9) of what may turn its surroundings round in text that runs to the right.
_TURNING = frozenset({"R", "AL", "AN", "LRE", "LRO", "RLE", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
#: Of what keeps its place in text that runs to the left: its letters, their marks, spaces between them, joiners.
_AT_HOME = frozenset({"R", "AL", "NSM", "WS", "BN"})

#: What CLDR writes into dates and few fonts have: direction marks, the narrow no-break space, Armenian's dot leader.
_CLEANED = {0x200E: None, 0x200F: None, 0x202F: "\u00a0", 0x2024: "."}

#: English is written the British way: 5 November 2012.
_CLDR_NAMES = {"en": "en-GB"}


def native_digits(text: str, tag: str) -> str:
    """`text` with 0 to 9 as the language's own digits, where it has any."""
    return text.translate(_digits(orthography(tag).zero))


def quoted(text: str, tag: str) -> str:
    """`text` between the language's outer quotation marks, what is typed in it made right."""
    opening, closing = orthography(tag).outer
    return f"{opening}{typeset(text, tag, depth=1)}{closing}"


def list_separator(tag: str) -> str:
    """What stands between the items of a list, its space included: `, ` or `، `."""
    return orthography(tag).comma


def letters_join(tag: str) -> bool:
    """Whether the language's letters join, so that they are never spaced apart and never stretched."""
    return script(tag) in JOINING


def sort_key(text: str, tag: str) -> tuple[tuple[Weight, ...], str, str]:
    """A key that puts names into the order in which readers of the language look them up."""
    return weights(text, orthography(tag).alphabet), text.casefold(), text


def isolate(text: str, direction: str) -> str:
    """`text` as an isolate, so that it and its surroundings do not move each other; phone numbers are always ltr.

    `direction` is ltr, rtl or auto (KeyError otherwise).
    """
    return f"{_ISOLATES[direction]}{text}{_POP_ISOLATE}"


def inserted(text: str, tag: str) -> str:
    """`text` ready to stand in a sentence of the language: an isolate, if either could change the other's order.

    For names, amounts and other values put into texts that do not know them. In text that runs to the right only
    letters and numbers that run to the left are moved or move others; in text that runs to the left all that is no
    letter of its own does.
    """
    classes = {bidi_class(character) for character in text}
    if direction(tag) == "ltr":
        return isolate(text, "auto") if classes & _TURNING else text
    return text if classes <= _AT_HOME else isolate(text, "auto")


#: How the first of a month is written where it is no plain number.
FIRST_OF_MONTH = {"fr": "1er"}


def month_year(year: int, month: int | None, tag: str, style: Literal["text", "numeric"]) -> str:
    """`November 2012` or `11/2012`; the year alone if the month is None.

    Numeric as well for a language whose month names CLDR does not have. Raises ValueError for a month that is none.
    """
    if month is None:
        return str(year)
    from datetime import date

    first = date(year, month, 1)
    locale = cldr_locale(tag) if style == "text" else None
    if locale is None:
        return f"{month}/{year}"
    from babel.dates import format_skeleton

    return format_skeleton("yMMMM", first, locale=locale).translate(_CLEANED)


def full_date(day: date, tag: str, style: Literal["text", "numeric"] = "text") -> str:
    """`5 November 2012` or `5/11/2012`; `2012-11-05` for a language whose month names CLDR does not have."""
    if style == "numeric":
        return f"{day.day}/{day.month}/{day.year}"
    locale = cldr_locale(tag)
    if locale is None:
        return day.isoformat()
    from babel.dates import format_date

    text = format_date(day, "long", locale=locale).translate(_CLEANED)
    return text.replace("1 ", f"{FIRST_OF_MONTH[tag]} ", 1) if day.day == 1 and tag in FIRST_OF_MONTH else text


@cache
def _digits(zero: str) -> Mapping[int, str]:
    return {ord("0") + value: chr(ord(zero) + value) for value in range(10)} if zero else {}


@cache
def cldr_locale(tag: str) -> Locale | None:
    """Babel's locale, None if it has none. Babel is imported late: it takes ten times as long as all else here."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(_CLDR_NAMES.get(tag, tag), sep="-")
    except (UnknownLocaleError, ValueError):
        return None
