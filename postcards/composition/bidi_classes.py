"""Bidi classes of characters, one letter each, and the pairs of brackets (UAX #9, tables 4 and 5; UAX #44).

A text becomes bytes, one a character, so that the rules of the algorithm can be written as patterns over them:

    L R A    strong: left, right, Arabic letter       E N      European and Arabic numbers
    s t c    separators and terminators of numbers    M        marks that do not space (NSM)
    P S W O  paragraph, segment, white space, other   x        boundary neutral (BN)
    l r v w  LRE, RLE, LRO, RLO                       p        PDF
    i j f    LRI, RLI, FSI                            d        PDI

Assigned characters follow the Unicode version of the Python that runs, unassigned ones the defaults of
`DerivedBidiClass.txt`, so that a letter younger than the Python still runs the way of its block.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from postcards.expressions import expression

_NAMES = "L R AL EN AN ES ET CS NSM BN B S WS ON LRE RLE LRO RLO PDF LRI RLI FSI PDI"
LETTERS = dict(zip(_NAMES.split(), "LRAENstcMxPSWOlrvwpijfd", strict=True))

EMBEDDINGS = b"lrvw"
ISOLATES = b"ijf"
PDF = ord("p")
PDI = ord("d")
#: What rule X9 takes out before the rules for weak and neutral characters run.
REMOVED = b"lrvwpx"

#: The last two code points of every plane are no characters.
_IN_PLANE = 0xFFFF
_PLANE_END = 0xFFFE

#: First and last code point, class of what is unassigned there (Unicode 15.0, `@missing` lines; the rest is L).
_UNASSIGNED = (
    (0xFDD0, 0xFDEF, "BN"),
    (0x0590, 0x05FF, "R"),
    (0x0600, 0x07BF, "AL"),
    (0x07C0, 0x085F, "R"),
    (0x0860, 0x08FF, "AL"),
    (0x2065, 0x2065, "BN"),
    (0x20A0, 0x20CF, "ET"),
    (0xFB1D, 0xFB4F, "R"),
    (0xFB50, 0xFDFF, "AL"),
    (0xFE70, 0xFEFF, "AL"),
    (0xFFF0, 0xFFF8, "BN"),
    (0x10D00, 0x10D3F, "AL"),
    (0x10EC0, 0x10EFF, "AL"),
    (0x10F30, 0x10F6F, "AL"),
    (0x10800, 0x10FFF, "R"),
    (0x1EC70, 0x1ECBF, "AL"),
    (0x1ED00, 0x1ED4F, "AL"),
    (0x1EE00, 0x1EEFF, "AL"),
    (0x1E800, 0x1EFFF, "R"),
    (0xE0000, 0xE0FFF, "BN"),
)

#: Opening and closing brackets in turn: `BidiBrackets.txt`, Unicode 15.0, all 128.
_BRACKETS = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c\u2045\u2046\u207d\u207e\u208d\u208e\u2308\u2309\u230a\u230b\u2329\u232a"
    "\u2768\u2769\u276a\u276b\u276c\u276d\u276e\u276f\u2770\u2771\u2772\u2773\u2774\u2775\u27c5\u27c6\u27e6\u27e7"
    "\u27e8\u27e9\u27ea\u27eb\u27ec\u27ed\u27ee\u27ef\u2983\u2984\u2985\u2986\u2987\u2988\u2989\u298a\u298b\u298c"
    "\u298d\u2990\u298f\u298e\u2991\u2992\u2993\u2994\u2995\u2996\u2997\u2998\u29d8\u29d9\u29da\u29db\u29fc\u29fd"
    "\u2e22\u2e23\u2e24\u2e25\u2e26\u2e27\u2e28\u2e29\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "\u3008\u3009\u300a\u300b\u300c\u300d\u300e\u300f\u3010\u3011\u3014\u3015\u3016\u3017\u3018\u3019\u301a\u301b"
    "\ufe59\ufe5a\ufe5b\ufe5c\ufe5d\ufe5e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff5f\uff60\uff62\uff63"
)
#: What closes each opening bracket.
CLOSING = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
#: Closing brackets that are canonically the same character stand for each other (BD16).
SAME_CLOSING = {"\u232a": "\u3009"}
BRACKET = expression(f"[{re.escape(_BRACKETS)}]")


def class_letters(text: str) -> bytes:
    """The bidi class of every character of `text`, one letter (ASCII) each."""
    return bytes(map(_letter, text))


def bidi_class(character: str) -> str:
    """The Bidi_Class of one character by its short name (`AL`), unassigned ones included."""
    return unicodedata.bidirectional(character) or _default_class(ord(character))


@cache
def _letter(character: str) -> int:
    return ord(LETTERS[bidi_class(character)])


def _default_class(code: int) -> str:
    if code & _IN_PLANE >= _PLANE_END:
        return "BN"
    return next((name for first, last, name in _UNASSIGNED if first <= code <= last), "L")
