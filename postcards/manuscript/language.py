"""What a language tag says: its script, hand and direction, its plural categories; `words.py` holds a language's words.

Tags are BCP 47 (RFC 5646), scripts ISO 15924, plural categories CLDR's. Babel is imported when first asked for: it is
a third of the stage's time, and reading the files needs none of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from babel import Locale

Direction: TypeAlias = Literal["ltr", "rtl"]

#: CLDR's plural categories (Unicode LDML, part 3).
PluralCategory: TypeAlias = Literal["zero", "one", "two", "few", "many", "other"]
PLURAL_CATEGORIES: tuple[PluralCategory, ...] = get_args(PluralCategory)

#: The categories of languages that a booklet may well be in. Babel knows them all, but takes 5 ms to load each.
PLURALS = {
    "other": "id ja km ko lo ms my th zh",
    "one other": "am bn ckb da de el en et fa fi fil hi hu hy ka kk ku ky mn nb ne nl nn om pa ps si so sq sv sw ta ti "
    "tr ur uz vi",
    "one two other": "he",
    "one few other": "bs hr ro sr",
    "one many other": "ca es fr it pt",
    "one few many other": "be cs lt pl ru sk uk",
    "zero one other": "lv",
    "zero one two few many other": "ar",
}

#: Scripts written from the right (UAX #24, UAX #9).
RIGHT_TO_LEFT = frozenset({"Arab", "Aran", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"})

#: Variants of a script that ISO 15924 names and Unicode does not tell apart from it: Nastaliq is an Arabic hand.
VARIANTS = {"Aran": "Arab"}

#: Languages whose readers expect such a variant. Urdu is in Nastaliq from the schoolbook to the road sign, and Naskh
#: reads as Arabic; Persian and Dari keep Nastaliq for poetry.
EXPECTED_VARIANTS = {"ur": "Aran"}

#: Length of a script subtag such as “Cyrl” (RFC 5646, 2.2.3).
SCRIPT_LENGTH = 4


@cache
def script(tag: str) -> str:
    """The ISO 15924 code of the script that `tag` is written in: `sr-Latn` -> `Latn`, `ti` -> `Ethi` (CLDR)."""
    from babel.core import get_global

    if named := _named_script(tag):
        return VARIANTS.get(named, named)
    primary = tag.split("-")[0]
    likely = get_global("likely_subtags")
    full = str(likely.get(tag.replace("-", "_")) or likely.get(primary) or f"{primary}_Latn")
    return full.split("_")[1]


@cache
def hand(tag: str) -> str:
    """The ISO 15924 code of what `tag` is set in: its script, or the variant its readers expect, `ur` -> `Aran`."""
    letters = script(tag)
    variant = EXPECTED_VARIANTS.get(tag.split("-")[0], "")
    return next((code for code in (_named_script(tag), variant) if VARIANTS.get(code) == letters), letters)


@cache
def direction(tag: str) -> Direction:
    """The direction that `tag` is written in."""
    return "rtl" if script(tag) in RIGHT_TO_LEFT else "ltr"


@cache
def babel_locale(tag: str) -> Locale:
    """Babel's locale of `tag`; raises ValueError or babel.UnknownLocaleError for a tag that CLDR does not know."""
    from babel import Locale

    return Locale.parse(tag, sep="-")


@cache
def language_name(tag: str, teller: str = "en") -> str:
    """What another language calls it: `Dari` for fa-AF; the tag itself where CLDR has no name for it."""
    names: Mapping[str, str] = babel_locale(teller).languages
    return names.get(tag.replace("-", "_")) or names.get(tag.split("-")[0], tag)


@cache
def script_name(tag: str, teller: str = "en") -> str:
    """What another language calls the script that `tag` is set in: `Ethiopic` for ti, `Nastaliq` for ur."""
    names: Mapping[str, str] = babel_locale(teller).scripts
    return names.get(hand(tag)) or names.get(script(tag), script(tag))


@cache
def plural_categories(tag: str) -> tuple[str, ...]:
    """The plural categories that `tag` distinguishes, in CLDR's order: `ar` has all six, `ru` one, few, many, other."""
    primary = tag.split("-")[0]
    for categories, languages in PLURALS.items():
        if primary in languages.split():
            return tuple(categories.split())
    named = {*babel_locale(tag).plural_form.tags, "other"}
    return tuple(category for category in PLURAL_CATEGORIES if category in named)


def _named_script(tag: str) -> str:
    """The script subtag of `tag`, if it has one."""
    return next((part for part in tag.split("-")[1:] if len(part) == SCRIPT_LENGTH and part.isalpha()), "")
