"""Checks of prose: what a reader would see in the wrong letters, and what must not be read by everybody.

Each check takes a text (NFC) and the BCP 47 tag of its language ("" where the text has none) and yields faults. Nothing
is mended here and nothing has meaning as markup: `<b>` and `AT&T` are letters.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from postcards.expressions import expression
from postcards.manuscript.characters import WORD_END_SCRIPTS, characters
from postcards.manuscript.faults import Fault, warning
from postcards.manuscript.language import script
from postcards.problems import brief

Check: TypeAlias = Callable[[str, str], Iterator[Fault]]

#: How Unicode names the letters of a script.
SCRIPT_NAMES: Mapping[str, tuple[str, ...]] = {
    "Arab": ("ARABIC",),
    "Armn": ("ARMENIAN",),
    "Beng": ("BENGALI",),
    "Cyrl": ("CYRILLIC",),
    "Deva": ("DEVANAGARI",),
    "Ethi": ("ETHIOPIC",),
    "Geor": ("GEORGIAN",),
    "Grek": ("GREEK",),
    "Gujr": ("GUJARATI",),
    "Guru": ("GURMUKHI",),
    "Hans": ("CJK",),
    "Hant": ("CJK",),
    "Hebr": ("HEBREW",),
    "Jpan": ("CJK", "HIRAGANA", "KATAKANA"),
    "Khmr": ("KHMER",),
    "Knda": ("KANNADA",),
    "Kore": ("CJK", "HANGUL"),
    "Laoo": ("LAO",),
    "Latn": ("LATIN",),
    "Mlym": ("MALAYALAM",),
    "Mymr": ("MYANMAR",),
    "Orya": ("ORIYA",),
    "Sinh": ("SINHALA",),
    "Taml": ("TAMIL",),
    "Telu": ("TELUGU",),
    "Thaa": ("THAANA",),
    "Thai": ("THAI",),
    "Tibt": ("TIBETAN",),
}

#: Longest text (characters): some ten pages. Whatever is longer was not written for a postcard, and takes long to set.
LONGEST_TEXT = 20_000
#: Longest word (characters): no address that a reader could type is longer.
LONGEST_WORD = 1_000
#: Written without spaces, a sentence is one word here.
WITHOUT_SPACES = WORD_END_SCRIPTS | {"Hans", "Hant", "Jpan"}

#: Fewer letters may be a name or an abbreviation in any language.
FEWEST_LETTERS = 12
#: Fewer digits are a year, an age or a sum.
FEWEST_PHONE_DIGITS = 8

# A single space, by far the most frequent, is no match: there is nothing to do.
_WHITE = expression(r"[ \t\n\r\f\v]{2,}|[\t\n\r\f\v]")
_MOJIBAKE = expression(
    "(?:[\xc2\xc3][\x80-\xbf\u0152-\u2122])|(?:[\xc2-\xf4][\x80-\xbf\u0152-\u2122]{1,3}){2,}|\xe2\u20ac."
)
_LONG_WORD = expression(rf"[^ \u200b-]{{{LONGEST_WORD},}}[^ \u200b-]")
_EMAIL = expression(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_PHONE = expression(r"(?<![\d.,])\+?\(?\d(?:[ \xa0\u202f()./-]{0,2}\d){6,}(?![\d])")
_DATES = expression(r"\d{4}\D+\d{4}|\d{1,2}\D\d{1,2}\D\d{4}|\d{4}\D\d{1,2}\D\d{1,2}")
_GROUPED = expression(r"[1-9]\d{0,2}(?:\D\d{3})+")
_FILE_NAME = expression(r"\.(?:jpe?g|png|heic|heif|tiff?|webp|gif|bmp)$|^(?:IMG|DSC|PXL|DCIM)[_\d]|^\w*_\d+$", re.I)

# A name in braces; full-width ones come from East Asian keyboards and are not replaced.
_PLACEHOLDER = expression("[{\uff5b]([^{}\uff5b\uff5d]*)[}\uff5d]")
_BRACE = expression("[{}\uff5b\uff5d]")


def normalised(value: str) -> str:
    """`value` in NFC, all white space single ASCII spaces, none at the ends; no-break spaces inside are kept."""
    return _WHITE.sub(" ", unicodedata.normalize("NFC", value)).strip()


def paragraphs(value: str) -> tuple[str, ...]:
    """The paragraphs of a value as `marks` reads it, where each ends in a line break."""
    return tuple(text for part in value.split("\n") if (text := normalised(part)))


def check_length(text: str, tag: str) -> Iterator[Fault]:
    """What no page has room for; told before anything else looks at the text, since that takes its time."""
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text)} characters: no page has room for more than {LONGEST_TEXT}."
        yield Fault("text.too-long", message, "Shorten it; look whether a whole document was put here.")
    elif (found := _LONG_WORD.search(text)) and script(tag or "en") not in WITHOUT_SPACES:
        message = (
            f"“{brief(found[0])}” goes on for {len(found[0])} characters without a space: no line has room for it."
        )
        yield Fault("text.long-word", message, "Put spaces between the words.")


def check_mojibake(text: str, _tag: str) -> Iterator[Fault]:
    """UTF-8 that some program took for Windows-1252: “Ã¸” for “ø”."""
    if text.isascii():
        return
    if damaged := next(filter(None, map(_mended, _MOJIBAKE.finditer(text))), None):
        message = f"“{brief(damaged[0])}” looks like damaged letters; it was “{brief(damaged[1])}” once."
        yield warning("text.mojibake", message, "Copy the text again from where it came.")


def check_script(text: str, tag: str) -> Iterator[Fault]:
    """Most letters must be of the script the language is written in."""
    names = SCRIPT_NAMES.get(script(tag)) if tag else None
    if names is None:
        return
    foreign = sum(text.count(char) for char in characters(text) if char.isalpha() and _script_name(char) not in names)
    if not foreign:
        return
    letters = sum(map(str.isalpha, text))
    if letters >= FEWEST_LETTERS and foreign * 2 > letters:
        message = f"Most letters are not of the script that “{tag}” is written in."
        yield warning("translation.script", message, "Look whether this is the text of another language.")


def check_privacy(text: str, _tag: str) -> Iterator[Fault]:
    """A phone number or an e-mail address leads to a person."""
    found = ("@" in text and _EMAIL.search(text)) or next(
        (match for match in _PHONE.finditer(text) if _is_phone(match)), None
    )
    if found:
        message = f"“{brief(found[0].strip())}” looks like a phone number or an e-mail address."
        yield warning("privacy.contact", message, "Take it out: contact details stand in the booklet's file.")


def check_alt(text: str, _tag: str) -> Iterator[Fault]:
    """A description that is a file name tells a blind reader nothing, and perhaps a stranger too much."""
    if _FILE_NAME.search(text.strip()):
        message = f"“{brief(text)}” is a file name, not a description."
        yield Fault("photo.alt-file-name", message, "Say in one sentence what the picture shows.")


def placeholders(*due: str, optional: bool = False) -> Check:
    """A check that a text holds each place-holder of `due` once and no other; `optional` ones may be left out.

    Arabic may say “one story” and “two stories” without the figure.
    """

    def check(text: str, _tag: str) -> Iterator[Fault]:
        known = ", ".join(f"{{{name}}}" for name in due) or "none"
        found = [match[1] for match in _PLACEHOLDER.finditer(text) if match[0] == f"{{{match[1]}}}"]
        for match in _PLACEHOLDER.finditer(text):
            if match[0] != f"{{{match[1]}}}" or match[1] not in due:
                message = f"“{match[0]}” would be printed as it stands; the place-holders known here are: {known}."
                yield Fault("language.placeholder", message, "Write the place-holder as in the English file.")
        if _BRACE.search(_PLACEHOLDER.sub("", text)):
            yield Fault("language.placeholder", "A brace opens or closes alone.", "Write both, or neither.")
        for name in due:
            if name not in found and not optional:
                message = f"The place-holder {{{name}}} is missing: its value would not be printed."
                yield Fault("language.placeholder", message, f"Put {{{name}}} where the value belongs.")
            if found.count(name) > 1:
                message = f"The place-holder {{{name}}} stands {found.count(name)} times."
                yield warning("language.placeholder", message, "Keep one, unless the language needs both.")

    return check


@cache
def _script_name(char: str) -> str:
    return unicodedata.name(char, "").split(" ")[0]


def _mended(match: re.Match[str]) -> tuple[str, str] | None:
    """The damaged letters and what they were, if they are UTF-8 that was read as Windows-1252."""
    try:
        octets = b"".join(_octet(char) for char in match[0])
        return match[0], octets.decode("utf-8")
    except UnicodeError:
        return None


def _octet(char: str) -> bytes:
    """Windows leaves five bytes without a character; they pass as the control of the same number."""
    return char.encode("latin-1" if char <= "\xff" else "cp1252")


def _is_phone(match: re.Match[str]) -> bool:
    text = match[0].strip()
    digits = sum(char.isdigit() for char in text)
    if text.startswith("+"):
        return digits >= FEWEST_PHONE_DIGITS - 1
    return digits >= FEWEST_PHONE_DIGITS and not _DATES.fullmatch(text) and not _GROUPED.fullmatch(text)
