"""Any text that the checks of characters let through, in many languages and styles: set, and every letter is there.

The first three bytes say how it is set, the rest is the text (UTF-8; what is none is passed over).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from postcards.composition import FontShelf, Galley, Line, TextStyle, Typesetter, read_fonts, voice_of
from postcards.composition.graphemes import grapheme_clusters
from postcards.composition.itemize import INVISIBLE
from postcards.composition.keyboard import typeset
from postcards.geometry import TOLERANCE, fits
from postcards.manuscript.characters import check_characters, is_blank
from postcards.manuscript.faults import any_error
from postcards.manuscript.texts import check_mojibake, check_privacy, check_script, normalised

FONTS = Path(__file__).parents[2] / "fonts"

#: One or two of every script that we set, and of every rule that a language has for itself.
LANGUAGES = (
    *("en", "nb", "fr", "de", "tr", "ar", "fa-AF", "ur", "ckb", "he", "ti", "am", "ne", "hi", "bn", "pa", "si", "ta"),
    *("th", "ru", "el", "hy", "ka", "mn", "vi", "ps", "so", "zh-Hans"),
)
ALIGNS = ("start", "center", "end", "justify")
SIZE, LEADING = 10.0, 14.0

#: Measures are this and as many points more as the third byte says.
NARROWEST = 8

HEAD_BYTES = 3

SOFT_HYPHEN = "\u00ad"

#: What a line end stands for, adds or takes away.
_AT_ENDS = re.compile("[\\s\u00ad]")

#: What shows nothing need not be read back; the program's own marks tell readers of the file where to go on, a hyphen
#: says what they need to join a word (`readback`).
_MARKS = re.compile(rf"[\s{''.join(sorted(INVISIBLE))}\u2010-]")

#: Joiners are spelling where letters stand on both sides.
_JOINING = re.compile(r"(?<=\w)[\u200c\u200d](?=\w)")


def check(data: bytes) -> None:
    """Set the text in `data`."""
    if len(data) <= HEAD_BYTES:
        return
    which, how, wide = data[:HEAD_BYTES]
    language = LANGUAGES[which % len(LANGUAGES)]
    text = normalised(data[HEAD_BYTES:].decode("utf-8", "ignore"))
    if is_blank(text) or not _passes(text, language):
        return
    printed = typeset(text, language)
    assert typeset(printed, language) == printed
    assert _letters(printed) == _letters(text)
    role, weight = "sans" if how & 1 else "serif", "bold" if how & 2 else "regular"
    style = TextStyle(
        voice_of(role, weight, language),
        SIZE,
        LEADING,
        align=ALIGNS[how >> 2 & 3],
        balanced=bool(how & 16),
        tight=bool(how & 32),
        divided=bool(how & 64),
        booklet_direction="rtl" if how & 128 else "",
    )
    typesetter = Typesetter(_shelf())
    if typesetter.missing(printed, style.voice):
        return
    galley = typesetter.compose(printed, style, NARROWEST + wide)
    _is_whole(galley, printed)
    for line in galley.lines:
        # What is wider than its line is one piece, and is told as torn.
        assert fits(line.width, galley.measure) or (galley.torn and _is_one_piece(line, typesetter, style)), line


def _passes(text: str, language: str) -> bool:
    """Whether the text would be printed; every check answers, whatever the text."""
    faults = [*check_characters(text, language)]
    for look in (check_mojibake, check_script, check_privacy):
        faults += look(text, language)
    assert all(fault.message and fault.remedy for fault in faults)
    return not any_error(faults)


def _is_whole(galley: Galley, text: str) -> None:
    """Every word is on its line, and every letter is painted."""
    assert _AT_ENDS.sub("", "".join(line.text for line in galley.lines)) == _AT_ENDS.sub("", text)
    assert _words(galley) == text.replace(SOFT_HYPHEN, "").split()
    for line in galley.lines:
        painted = "".join(cluster.text for run in line.runs for cluster in run.clusters)
        assert Counter(_MARKS.sub("", painted)) == Counter(_MARKS.sub("", line.text)), (line.text, line.runs)
        assert Counter(_JOINING.findall(line.text)) <= Counter(painted), (line.text, line.runs)
        assert line.width >= -TOLERANCE


def _is_one_piece(line: Line, typesetter: Typesetter, style: TextStyle) -> bool:
    """Whether a line may be divided nowhere: neither in a letter with its marks, nor in letters of one shape."""
    text = line.text.rstrip(SOFT_HYPHEN)
    whole = typesetter.shape_text(text, style.voice)
    return not any(start and whole.splits_at(start) for start, _ in grapheme_clusters(text))


def _words(galley: Galley) -> list[str]:
    """The words of the text as its lines have them."""
    joined = "".join(line.text + " " * line.spaced for line in galley.lines)
    return joined.replace(SOFT_HYPHEN, "").split()


def _letters(text: str) -> str:
    return "".join(char for char in text if unicodedata.category(char)[0] in "LMN")


@cache
def _shelf() -> FontShelf:
    return read_fonts(FONTS)
