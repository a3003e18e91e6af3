"""A text in capitals, by the language's own rule, where its script has any.

Unicode's full case mappings (SpecialCasing.txt; ß becomes SS, so the text may grow), with these of our own:

    Turkish, Azerbaijani   i becomes İ, ı becomes I
    Armenian               և becomes ԵՎ, as it is spelt today; Western Armenian (`hyw`) keeps Unicode's ԵՒ
    Greek                  capitals stand without accents; where the accent parted two vowels, a dialytika does

Georgian letters stay as they are in every language, and so does all of a text in a language without capitals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from types import MappingProxyType

from postcards.composition.orthographies import WITH_CAPITALS
from postcards.expressions import expression
from postcards.manuscript.language import script

#: Everything but Mkhedruli, which Unicode would turn into Mtavruli.
_NOT_GEORGIAN = expression("[^\u10d0-\u10ff]+")

#: Greek accents and breathings as combining marks: grave, acute, smooth, rough, circumflex; and what stays.
_GREEK_ACCENTS = "\u0300\u0301\u0313\u0314\u0342"
_DIALYTIKA = "\u0308"
_ACCENTED = expression(rf"([ΑαΕεΗηΙιΟοΥυΩω])([{_DIALYTIKA}\u0345]*)[{_GREEK_ACCENTS}]+([{_DIALYTIKA}\u0345]*)")
#: ά and ι in Μάιος are two vowels; without the accent they would read as one.
_PARTED = expression(rf"(?<=[ΑαΕεΟοΥυ][\u0300\u0301])([ΙιΥυ])(?![{_DIALYTIKA}{_GREEK_ACCENTS}])")
#: The word for “or” keeps its accent: without it, it is the article.
_GREEK_OR = expression(r"(?<!\w)[ήΉ](?!\w)")


def capitals(text: str, tag: str) -> str:
    """`text` in capitals; as it is where the language's script has none."""
    if script(tag) not in WITH_CAPITALS:
        return text
    prepared = _OWN_RULES.get(tag.split("-")[0], str)(text)
    return _NOT_GEORGIAN.sub(lambda match: match[0].upper(), prepared)


def _turkic(text: str) -> str:
    return text.replace("i\u0307", "i").replace("i", "İ")


def _armenian(text: str) -> str:
    return text.replace("և", "ԵՎ")


def _greek(text: str) -> str:
    """`text` without what its capitals do not bear."""
    return "Ή".join(map(_bare, _GREEK_OR.split(unicodedata.normalize("NFC", text))))


def _bare(text: str) -> str:
    parts = _PARTED.sub(rf"\1{_DIALYTIKA}", unicodedata.normalize("NFD", text))
    return unicodedata.normalize("NFC", _ACCENTED.sub(r"\1\2\3", parts))


_OWN_RULES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {"tr": _turkic, "az": _turkic, "hy": _armenian, "el": _greek}
)
