"""How each language writes: quotation marks, digits, dashes, apostrophes, spaces before marks. One entry a language.

Quotation marks and native digits are pinned from CLDR 48 (`delimiters.json`, `numbers.json`), because Babel has
neither; the apostrophes of Ukrainian, Hebrew and Armenian are those of CLDR's exemplar characters. CLDR does not say
how a sentence is interrupted: a spaced en dash stands for it unless a language is known to do otherwise. Ranges stand
closed in every language, though CLDR parts some by thin spaces. A tag is BCP 47; one that is not in the table counts as
the longest beginning that is (`ar-IQ` as `ar`), else as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from postcards.composition.alphabets import ALPHABETS

#: The commas of the Arabic and the Ethiopic script; Thai has none and leaves a space.
_ARABIC_COMMA = "، "
_ETHIOPIC_COMMA = "፣ "
_THAI_SPACE = " "

#: Dashes hold on to the word before them, so that no line begins with one.
_SPACED_EN = "\u00a0– "
_SPACED_EM = "\u00a0— "
_CLOSED_EM = "—"

#: French: a word's space before the colon, a narrow one before the other three (Imprimerie nationale, Lexique).
_FRENCH_GAPS = ":\u00a0;\u202f!\u202f?\u202f"

#: English words that begin with an apostrophe.
_ENGLISH_ELISIONS = "bout cause cos em n neath round til tis twas tween"


class Orthography(Struct, frozen=True):
    """What one language needs beyond its translated words."""

    marks: str = "“”‘’"  # quotation marks: outer pair, inner pair
    zero: str = ""  # the first of ten native digits; empty where Latin digits are the only ones in use
    inset: str = ""  # what stands between quotation marks and the text
    comma: str = ", "  # what stands between the items of a list
    alphabet: str = ""  # see `alphabets`; empty where code points are in the reader's order
    dash: str = _SPACED_EN  # what interrupts a sentence, with its spaces
    closing_dash: str = ""  # what ends the interruption, where that is not the same
    span: str = "–"  # what stands between the ends of a range of years or numbers
    gaps: str = ""  # marks with a space before them: mark and space in turn
    apostrophe: str = "’"  # after letters of the language's own; after Latin ones it is always ’
    gershayim: str = ""  # what marks an abbreviation before its last letter
    elisions: str = ""  # words that begin with an apostrophe

    @property
    def outer(self) -> tuple[str, str]:
        return self.marks[0] + self.inset, self.inset + self.marks[1]

    @property
    def inner(self) -> tuple[str, str]:
        return self.marks[2] + self.inset, self.inset + self.marks[3]


def _language(tag: str, marks: str = "“”‘’", zero: str = "", **others: str) -> tuple[str, Orthography]:
    return tag, Orthography(marks, zero, alphabet=ALPHABETS.get(tag, ""), **others)


#: Every language the booklets are made for, by tag.
ORTHOGRAPHIES: Mapping[str, Orthography] = MappingProxyType(
    dict(
        (
            _language("en", elisions=_ENGLISH_ELISIONS),  # the British way: dashes spaced
            _language("nb", "«»‘’"),
            _language("ar", "”“’‘", zero="٠", comma=_ARABIC_COMMA),
            _language("fa-AF", "«»‹›", zero="۰", comma=_ARABIC_COMMA),
            _language("fa", "«»‹›", zero="۰", comma=_ARABIC_COMMA),
            _language("ps", zero="۰", comma=_ARABIC_COMMA),
            _language("ckb", zero="٠", comma=_ARABIC_COMMA),
            _language("so"),
            _language("ti", "«»“”", comma=_ETHIOPIC_COMMA),
            _language("am", "«»‹›", comma=_ETHIOPIC_COMMA),
            _language("ru", "«»„“", dash=_SPACED_EM, span="—"),  # CLDR too has 2010—2012
            _language("uk", "«»„“", dash=_SPACED_EM, apostrophe="\u02bc"),
            _language("sq"),
            _language("om"),
            _language("ku"),
            _language("es", dash=" —", closing_dash="— "),  # Real Academia: like brackets
            _language("fr", "«»«»", inset="\u00a0", gaps=_FRENCH_GAPS),
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
            _language("fil", dash=_CLOSED_EM),  # as American English
            _language("kk", "«»“”"),
            _language("ky", "«»„“"),
            _language("hy", "«»«»", apostrophe="՚"),
            _language("ka", "„“«»"),
            _language("ur", "”“’‘", zero="۰", comma=_ARABIC_COMMA),
            _language("sr-Cyrl", "„”’’"),
            _language("sr-Latn", "„”’’"),
            _language("he", "””’’", apostrophe="׳", gershayim="״"),
        )
    )
)
_DEFAULT = Orthography()

#: Scripts (ISO 15924) whose letters join, or hang from one line: never spaced apart, never stretched with tatweel.
JOINING = frozenset({"Adlm", "Arab", "Aran", "Beng", "Deva", "Guru", "Mong", "Nkoo", "Rohg", "Syrc"})

#: Scripts that have capitals. Georgian has some in Unicode (Mtavruli), which readers of Georgian do not use.
WITH_CAPITALS = frozenset({"Armn", "Cyrl", "Grek", "Latn"})


def orthography(tag: str) -> Orthography:
    """The orthography of a language; a default (“ ”, Latin digits, order of code points) for an unknown one."""
    while tag and tag not in ORTHOGRAPHIES:
        tag = tag.rpartition("-")[0]
    return ORTHOGRAPHIES.get(tag, _DEFAULT)
