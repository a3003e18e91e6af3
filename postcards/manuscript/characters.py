"""Characters that no reader should meet: hidden, damaged, or of no use in print.

Categories are Unicode's (UAX #44) as the running Python knows them: a character of a later version counts as unknown.
Joiners (U+200C, U+200D) and variation selectors are needed by Persian and by emoji, and pass.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from msgspec import Struct

from postcards.expressions import expression
from postcards.manuscript.faults import Fault, warning
from postcards.manuscript.language import script
from postcards.problems import Severity, character_name

#: Order the letters about, past the end of the paragraph too (UAX #9, 2.1 and 2.2).
EMBEDDINGS = frozenset("\u202a\u202b\u202c\u202d\u202e")
#: Legitimate, but the composer sets direction itself, and in staff's files they come from copying.
ISOLATES_AND_MARKS = frozenset("\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
#: Nothing to see.
INVISIBLE = frozenset("\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\ufeff\u3164\uffa0")
JOINERS = frozenset("\u200c\u200d")
#: Letters that hide text from the reader (Unicode, 23.9).
HIDDEN_LETTERS = range(0xE0000, 0xE0080)
#: Format characters before this one are Arabic number signs, which are printed.
FIRST_UNSEEN_FORMAT = 0x2000
#: Arabic shapes of old typesetting programs; the letters themselves join and can be searched (Unicode, 9.2).
PRESENTATION_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFEFF))
#: Inside these ranges, but signs of their own: ornate brackets, ﷺ, ﷻ, the rial sign and the basmala.
SIGNS_OF_THEIR_OWN = frozenset("\ufd3e\ufd3f\ufdfa\ufdfb\ufdfc\ufdfd")
#: Languages that write without spaces mark word ends with U+200B.
WORD_END_SCRIPTS = frozenset({"Thai", "Laoo", "Khmr", "Mymr"})

#: Arabic letters that look right and are wrong, by primary language: what stands there -> what should.
LETTERS_NOT_OURS: Mapping[str, Mapping[str, str]] = {
    "fa": {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9"},
    "ckb": {"\u064a": "\u06cc", "\u0649": "\u06cc", "\u0643": "\u06a9"},
    "ur": {"\u064a": "\u06cc", "\u0643": "\u06a9"},
    "ps": {"\u0643": "\u06a9"},  # Pashto has U+064A as a letter of its own
}

#: More marks on one letter are no spelling (UAX #15's stream-safe format allows 30), and go beyond what a glyph can be:
#: a pile of 140 is taller than TrueType's 16 bits can say.
MOST_MARKS = 40

# What Python counts as printable and we look at all the same.
_ODD_AND_PRINTABLE = expression("[\u0640\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\ufffd\ufb50-\ufdff\ufe70-\ufefe]")


class _Kind(Struct, frozen=True):
    """What is wrong with a character."""

    code: str
    found: str
    remedy: str
    severity: Severity = Severity.ERROR


_EMBEDDING = _Kind(
    "text.bidi-control",
    "a sign that turns the order of the letters about",
    "Delete it: the direction is set by the program.",
)
_DIRECTION_MARK = _Kind(
    "text.bidi-control", "an invisible sign", "Delete it: the direction is set by the program.", Severity.WARNING
)
_HIDDEN = _Kind("text.hidden-letter", "hidden text", "Delete it, or type the sentence again.")
_INVISIBLE = _Kind("text.invisible", "an invisible character", "Delete it.", Severity.WARNING)
_UNKNOWN = _Kind(
    "text.unknown-character",
    "a character that no typeface has",
    "Replace it by the character that was meant.",
)
_DAMAGED = _Kind("text.damaged", "a damaged letter", "Copy the text again from where it came.")
_TATWEEL = _Kind("text.tatweel", "a stretching stroke", "Delete it: it breaks searching.", Severity.WARNING)
_PRESENTATION = _Kind(
    "text.presentation-form",
    "a letter shape out of a PDF or an old program",
    "Type the text again, or get it as a document.",
)


def check_characters(text: str, tag: str) -> Iterator[Fault]:
    """Faults of single characters of `text` in the language `tag`; each character is reported once."""
    if text.isascii():
        return
    if not _surely_fine(text):
        odd = [char for char in characters(text) if _kind_of(char)]
        for char in sorted(odd, key=text.index):
            kind = _kind_of(char)
            if kind and not (char == "\u200b" and script(tag) in WORD_END_SCRIPTS):
                message = f"There is {kind.found}: {character_name(char)}{_times(text, char)}."
                yield Fault(kind.code, message, kind.remedy, kind.severity)
    for wrong, right in LETTERS_NOT_OURS.get(tag.partition("-")[0], {}).items():
        if wrong in text:
            message = f"There is a letter of another language: {character_name(wrong)}{_times(text, wrong)}."
            yield warning("text.arabic-letter", message, f"Replace it by {character_name(right)}.")
    yield from _check_marks(text)


@lru_cache(maxsize=1)
def characters(text: str) -> frozenset[str]:
    """The characters of `text`, each once; several checks ask for those of one text in a row."""
    return frozenset(text)


def is_blank(text: str) -> bool:
    """Whether a reader would see nothing."""
    return all(char.isspace() or char in INVISIBLE or unicodedata.category(char) == "Cf" for char in text)


def _times(text: str, char: str) -> str:
    times = text.count(char)
    return f", {times} times" if times > 1 else ""


def _surely_fine(text: str) -> bool:
    """A quick look before each character is looked at: true only if `_kind_of` would find nothing."""
    return text.replace("\xa0", "").replace("\u200c", "").isprintable() and not _ODD_AND_PRINTABLE.search(text)


@cache
def _kind_of(char: str) -> _Kind | None:
    category = unicodedata.category(char)
    if char in EMBEDDINGS:
        return _EMBEDDING
    if char in ISOLATES_AND_MARKS:
        return _DIRECTION_MARK
    if ord(char) in HIDDEN_LETTERS:
        return _HIDDEN
    if char in INVISIBLE or (category == "Cf" and ord(char) >= FIRST_UNSEEN_FORMAT and char not in JOINERS):
        return _INVISIBLE
    if category in ("Cn", "Co", "Cs", "Cc"):
        return _UNKNOWN
    if char == "\ufffd":
        return _DAMAGED
    if char == "\u0640":
        return _TATWEEL
    if any(ord(char) in forms for forms in PRESENTATION_FORMS) and char not in SIGNS_OF_THEIR_OWN:
        return _PRESENTATION
    return None


def _check_marks(text: str) -> Iterator[Fault]:
    marks = {char for char in characters(text) if _is_mark(char)}
    if text[0] in marks:
        message = f"The text begins with a mark that has no letter: {character_name(text[0])}."
        yield warning("text.loose-mark", message, "Delete the mark, or put its letter before it.")
    if sum(map(text.count, marks)) <= MOST_MARKS:
        return
    letters_and_marks = text.replace("x", " ").translate(dict.fromkeys(map(ord, marks), "x"))
    if "x" * (MOST_MARKS + 1) in letters_and_marks:
        message = f"More than {MOST_MARKS} marks stand on one letter."
        yield Fault("text.stacked-marks", message, "Keep the marks that the spelling needs.")


@cache
def _is_mark(char: str) -> bool:
    return unicodedata.category(char)[0] == "M"
