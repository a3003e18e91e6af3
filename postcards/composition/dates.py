"""Where dates with the name of a month stand in a text, such as 5 November 2012.

What they look like is CLDR's, through Babel: the patterns of a language (UTS #35, part 4) and its month names, long and
short, inflected and alone. Beside them stand the orders that people use in any language. Digits are Latin or native.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct

from postcards.composition.orthography import cldr_locale
from postcards.expressions import expression

if TYPE_CHECKING:
    from babel import Locale

#: What may stand between the parts of a date or a number: a space, held already or not.
BLANK = "[ \u00a0\u202f]"

#: Orders that are used beside CLDR's own, such as those of another variety of the language.
ORDERS = ("d MMMM y", "d MMMM", "MMMM y", "MMMM d, y", "y MMMM d", "y MMMM")

#: The patterns of CLDR that have a month's name in them, by what they show.
SKELETONS = ("yMMMM", "MMMMd", "yMMM", "MMMd", "yMMMd")

#: Where the months have other names too, or dates another order: the Levant, the Maghreb, Iran, the United States.
VARIETIES = {"ar": ("ar-IQ", "ar-DZ", "ar-MA"), "fa-AF": ("fa",), "en": ("en-US",)}

#: Cases that CLDR does not have: what follows "in" (в ноябре 2012), and Serbian dates as they are spoken.
OTHER_CASES = {
    "ru": "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "uk": "січні лютому березні квітні травні червні липні серпні вересні жовтні листопаді грудні",
    "sr-Cyrl": "јануару фебруару марту априлу мају јуну јулу августу септембру октобру новембру децембру "
    "јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
    "sr-Latn": "januaru februaru martu aprilu maju junu julu avgustu septembru oktobru novembru decembru "
    "januara februara marta aprila maja juna jula avgusta septembra oktobra novembra decembra",
}

#: Prepositions and conjunctions that are written as one with the next word.
PROCLITICS = {"ar": "[وف]?[بكل]?", "am": "[በለከየ]?", "ti": "[ብንካይ]?", "he": "ו?[בלמהש]?"}

#: A name of so many letters may take an ending; a shorter one is too easily the beginning of another word.
INFLECTED = 5

#: Stands for each character of a month's name once it is found: a private-use character, which no story has.
_MONTH = "\ue000"

#: What CLDR calls a month in a language whose names it does not have.
_NUMBERED = expression(r"M?\d+")

#: A case ending that a pattern puts onto the month's name: MMMM'ын'.
_CASE = expression(r"([ML]+)'?([^\W\d_ML]+)'?")

_ENDING = r"[^\W\d_]{0,2}"

#: The fields of a pattern; a day may be an ordinal number (5., 5th, 1er).
_FIELDS = {
    "d": rf"\d{{1,2}}{_ENDING}\.?",
    "M": rf"{_MONTH}+{_ENDING}\.?",
    "L": rf"{_MONTH}+{_ENDING}\.?",
    "y": r"\d{4}",
    "G": r"\S{1,6}",
}

#: Invisible marks in CLDR's patterns, and the dot leader that Armenian has for a full stop there.
_CLEANED = {0x200E: None, 0x200F: None, 0x2024: "."}


class _Calendar(Struct, frozen=True):
    months: re.Pattern[str]
    shapes: re.Pattern[str]


def find_dates(text: str, language: str) -> Iterator[tuple[int, int]]:
    """The (start, end) of each date; none in a language whose month names CLDR does not have."""
    calendar = _calendar(language)
    if calendar is None:
        return
    marked, found = calendar.months.subn(_marked, text)
    if found:
        yield from (match.span() for match in calendar.shapes.finditer(marked))


def _marked(match: re.Match[str]) -> str:
    return _MONTH * len(match[0])


@cache
def _calendar(language: str) -> _Calendar | None:
    locale = cldr_locale(language)
    if locale is None:
        return None
    locales = [locale, *(other for tag in VARIETIES.get(language, ()) if (other := cldr_locale(tag)))]
    patterns = {*ORDERS, *(pattern for each in locales for pattern in _patterns(each))}
    endings = {"", *(ending for pattern in patterns for _, ending in _CASE.findall(pattern))}
    written = {name + ending for each in locales for name in _names(each) for ending in endings}
    names = sorted(written | {*OTHER_CASES.get(language, "").split()}, key=lambda name: (-len(name), name))
    before = PROCLITICS.get(language.partition("-")[0], "")
    long, short = (_any(name for name in names if (len(name) >= INFLECTED) == inflected) for inflected in (True, False))
    months = rf"(?<!\w){before}(?:{long}(?!\w{{3}}|\d)|{short}(?!\w))"
    shapes = sorted({_shape(pattern) for pattern in patterns} - {""}, key=lambda shape: (-len(shape), shape))
    return _Calendar(re.compile(months), re.compile(rf"(?<!\d)(?:{'|'.join(shapes)})(?!\d)"))


def _any(names: Iterable[str]) -> str:
    """A pattern for any of the names; for nothing at all if there are none."""
    return rf"(?:{'|'.join(map(_literal, names)) or '(?!)'})"


def _names(locale: Locale) -> Iterator[str]:
    """The month names of a locale as they may be written: as CLDR has them, and with capitals."""
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for name in locale.months[context][width].values():
                if not _NUMBERED.fullmatch(name):
                    name = name.rstrip(".")
                    yield from (name, name[:1].upper() + name[1:], name.upper())


def _patterns(locale: Locale) -> Iterator[str]:
    yield locale.date_formats["long"].pattern
    for name in SKELETONS:
        if name in locale.datetime_skeletons:
            pattern = locale.datetime_skeletons[name].pattern
            yield from (pattern, f"d {pattern}") if pattern[0] in "ML" and "d" not in name else (pattern,)


def _shape(pattern: str) -> str:
    """A pattern of CLDR as a regular expression for a text whose months are marked; empty for one with other fields."""
    from babel.dates import tokenize_pattern

    parts = []
    for _, content in tokenize_pattern(_CASE.sub(r"\1", pattern)):
        if isinstance(content, str):
            parts.append(_literal(content))
        elif content[0] in _FIELDS:
            parts.append(_FIELDS[content[0]])
        else:
            return ""
    return "".join(parts)


def _literal(content: str) -> str:
    """What a pattern or a name says word for word; its spaces may be held already."""
    return re.sub(r"(?:\\?[ \u00a0\u202f])+", BLANK, re.escape(content.translate(_CLEANED)))
