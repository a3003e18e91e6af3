"""How a language writes what the booklet itself puts in: quotation marks, digits, commas, dates, the order of lists.

Quotation marks and native digits are a table of ours, pinned from CLDR 48 (`delimiters.json`, `numbers.json`), because
Babel has neither. Dates are Babel's, Gregorian, with Latin digits: `native_digits` is for callers who want them.
A tag is BCP 47; one that is not in the table counts as the longest beginning that is (`ar-IQ` as `ar`), else as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from postcards.composition.alphabets import ALPHABETS, Weight, weights

if TYPE_CHECKING:
    from datetime import date

    from babel import Locale

#: UAX #9, X5a to X6a: what begins an isolate of each direction (auto: that of its first strong letter) and ends it.
_ISOLATES = {"ltr": "\u2066", "rtl": "\u2067", "auto": "\u2068"}
_POP_ISOLATE = "\u2069"

#: What CLDR writes into dates and few fonts have: direction marks, the narrow no-break space, Armenian's dot leader.
_CLEANED = {0x200E: None, 0x200F: None, 0x202F: "\u00a0", 0x2024: "."}

#: The commas of the Arabic and the Ethiopic script; Thai has none and leaves a space.
_ARABIC_COMMA = "، "
_ETHIOPIC_COMMA = "፣ "
_THAI_SPACE = " "

#: English is written the British way: 5 November 2012.
_CLDR_NAMES = {"en": "en-GB"}


@dataclass(frozen=True, slots=True)
class Orthography:
    """What one language needs beyond its translated words."""

    marks: str = "“”‘’"  # quotation marks: outer pair, inner pair
    zero: str = ""  # the first of ten native digits; empty where Latin digits are the only ones in use
    inset: str = ""  # what stands between the outer marks and the text
    comma: str = ", "  # what stands between the items of a list
    alphabet: str = ""  # see `alphabets`; empty where code points are in the reader's order

    @property
    def outer(self) -> tuple[str, str]:
        return self.marks[0] + self.inset, self.inset + self.marks[1]

    @property
    def inner(self) -> tuple[str, str]:
        return self.marks[2], self.marks[3]


def _language(tag: str, marks: str = "“”‘’", zero: str = "", **others: str) -> tuple[str, Orthography]:
    return tag, Orthography(marks, zero, alphabet=ALPHABETS.get(tag, ""), **others)


#: Every language the booklets are made for, by tag.
ORTHOGRAPHIES: Mapping[str, Orthography] = MappingProxyType(
    dict(
        (
            _language("en"),
            _language("nb", "«»‘’"),
            _language("ar", "”“’‘", zero="٠", comma=_ARABIC_COMMA),
            _language("fa-AF", "«»‹›", zero="۰", comma=_ARABIC_COMMA),
            _language("fa", "«»‹›", zero="۰", comma=_ARABIC_COMMA),
            _language("ps", zero="۰", comma=_ARABIC_COMMA),
            _language("ckb", zero="٠", comma=_ARABIC_COMMA),
            _language("so"),
            _language("ti", "«»“”", comma=_ETHIOPIC_COMMA),
            _language("am", "«»‹›", comma=_ETHIOPIC_COMMA),
            _language("ru", "«»„“"),
            _language("uk", "«»„“"),
            _language("sq"),
            _language("om"),
            _language("ku"),
            _language("es"),
            _language("fr", "«»«»", inset="\u00a0"),
            _language("tr"),
            _language("pt"),
            _language("bn", zero="০"),
            _language("ne", zero="०"),
            _language("hi", zero="०"),
            _language("pa", zero="੦"),
            _language("si"),
            _language("ta", zero="௦"),
            _language("th", zero="๐", comma=_THAI_SPACE),
            _language("vi"),
            _language("mn"),
            _language("fil"),
            _language("kk", "«»“”"),
            _language("ky", "«»„“"),
            _language("hy", "«»«»"),
            _language("ka", "„“«»"),
            _language("ur", "”“’‘", zero="۰", comma=_ARABIC_COMMA),
            _language("sr-Cyrl", "„”’’"),
            _language("sr-Latn", "„”’’"),
        )
    )
)
_DEFAULT = Orthography()


def orthography(tag: str) -> Orthography:
    """The orthography of a language; a default (“ ”, Latin digits, order of code points) for an unknown one."""
    while tag and tag not in ORTHOGRAPHIES:
        tag = tag.rpartition("-")[0]
    return ORTHOGRAPHIES.get(tag, _DEFAULT)


def native_digits(text: str, tag: str) -> str:
    """`text` with 0 to 9 as the language's own digits, where it has any."""
    return text.translate(_digits(orthography(tag).zero))


def quoted(text: str, tag: str) -> str:
    """`text` between the language's outer quotation marks."""
    opening, closing = orthography(tag).outer
    return f"{opening}{text}{closing}"


def list_separator(tag: str) -> str:
    """What stands between the items of a list, its space included: `, ` or `، `."""
    return orthography(tag).comma


def sort_key(text: str, tag: str) -> tuple[tuple[Weight, ...], str, str]:
    """A key that puts names into the order in which readers of the language look them up."""
    return weights(text, orthography(tag).alphabet), text.casefold(), text


def isolate(text: str, direction: str) -> str:
    """`text` as an isolate, so that it and its surroundings do not move each other; phone numbers are always ltr.

    `direction` is ltr, rtl or auto (KeyError otherwise).
    """
    return f"{_ISOLATES[direction]}{text}{_POP_ISOLATE}"


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


def full_date(day: date, tag: str) -> str:
    """`5 November 2012`; `2012-11-05` for a language whose month names CLDR does not have."""
    locale = cldr_locale(tag)
    if locale is None:
        return day.isoformat()
    from babel.dates import format_date

    return format_date(day, "long", locale=locale).translate(_CLEANED)


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
