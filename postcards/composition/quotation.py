"""Which quotation mark, apostrophe or prime a typed `"` or `'` stands for, from what is around it and what is open.

The outermost quotation stands in the language's outer marks, a quotation in it in the inner ones, and so on in turn; a
typed `'` is taken at its word where the language's inner marks are single ones. Marks that were typed as they are
printed stay, and count as opened or closed. Between letters and at a word's end `'` is an apostrophe if it closes
nothing, at a word's beginning if nothing closes it; after a number the two are feet and inches if they close nothing.
In Hebrew `"` before a word's last letters is gershayim, unless a prefix stands before it and another `"` closes it.
"""

from __future__ import annotations

import re
import unicodedata
from collections import deque
from functools import cache

from msgspec import Struct

from postcards.composition.orthographies import Orthography
from postcards.expressions import expression

#: What shows nothing itself: joiners, the soft hyphen, marks and isolates of UAX #9.
_UNSEEN = "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\ufeff"
#: What is passed over when a sign looks at what is before and after it, eight of them at most.
_MOST_PASSED = 8
_PASSED_ON = frozenset(f"{_UNSEEN}\"'")

#: Marks that open or close in every language of ours; all others do what their place says.
_ALWAYS_OPEN, _ALWAYS_CLOSE = "«‹„‚", "»›"
_SINGLE = "'‘’‹›‚"
#: As inner marks these mean that `'` was typed on purpose; „ “ or ‹ › do not stand alone.
_PLAIN_SINGLES = "‘’"

#: What ends a sentence or a part of one, in all scripts of ours.
_ENDING = frozenset(".,;:!?…،؛؟۔।॥፡።፣፤፥፦։՝")
#: Unicode categories of brackets and quotation marks.
_OPENING, _CLOSING = ("Ps", "Pi"), ("Pe", "Pf")
_INVERTED = "¿¡"

_APOSTROPHE = "’"
_FEET, _INCHES = "′", "″"
#: 5'10": these inches close nothing, whatever is open. More than three figures before a `"` are a year.
_FEET_AND_INCHES = expression(r"\d['′’]\d{1,2}$")
_LENGTH = expression(r"(?<!\d)\d{1,3}$")
_LONGEST_LENGTH = 4
#: 10'000, as the Swiss write it.
_THOUSANDS = expression(r"\d{3}(?!\d)")
#: '68, '90s.
_YEAR = r"\d\ds?(?![\w'])"

#: Hebrew words that are written onto the next one: and, the, in, as, to, from, that.
_HEBREW_PREFIXES = frozenset("משהוכלב")

_OUTER, _INNER = 0, 1
#: Of more quotations in each other the outermost are forgotten.
_DEEPEST = 16
#: What stands before a sign, as far as it matters, where that is a sign as well.
_LIKE_OPENING, _LIKE_CLOSING, _LIKE_DASH = "(", ")", "-"


class _Open(Struct, frozen=True):
    single: bool  # opened by a single mark
    kind: int


class Quotation:
    """The quotation marks of one text, asked for one after the other."""

    def __init__(self, text: str, entry: Orthography, depth: int) -> None:
        self._text = text
        self._entry = entry
        self._around = (_INNER, _OUTER)[depth % 2] if depth else None
        self._open: deque[_Open] = deque(maxlen=_DEEPEST)
        self._last = (-1, "")  # where the last sign ended, and what it counts as for the next one
        self._closer: int | None = None

    def typed(self, start: int, end: int) -> str:
        """What is printed for the `"`, `'` or `''` that stands there."""
        single = self._text[start:end] == "'"
        before, after = self._before(start), self._after(end)
        printed_for = self._single if single else self._double
        printed, like = printed_for(before, after, (start, end))
        self._last = (end, like)
        return printed

    def seen(self, start: int, end: int) -> None:
        """Take note of a mark that was typed as it is printed."""
        mark = self._text[start]
        single = mark in _SINGLE
        before, after = self._before(start), self._after(end)
        if mark == _APOSTROPHE and _is_word(before) and _is_word(after):
            self._last = (end, _LIKE_DASH)
            return
        opens = mark in _ALWAYS_OPEN or (mark not in _ALWAYS_CLOSE and _opens(before, after, self._is_open(single)))
        if opens and (mark != _APOSTROPHE or mark in self._entry.marks[::2]):
            kind = self._entry.marks.find(mark) // 2
            self._open.append(_Open(single, kind if kind in (_OUTER, _INNER) else int(single)))
        elif not opens and (not single or (self._open and self._open[-1].single)):
            self._close(single)
        self._last = (end, _LIKE_OPENING if opens else _LIKE_CLOSING)

    def opened_at(self, place: int) -> bool:
        """Whether a mark that opens something ends there."""
        return self._last == (place, _LIKE_OPENING)

    def _double(self, before: str, after: str, span: tuple[int, int]) -> tuple[str, str]:
        start, end = span
        is_open = self._is_open(single=False)
        if self._is_gershayim(start, end, is_open):
            return self._entry.gershayim, _LIKE_DASH
        if before.isdecimal() and not _is_word(after) and self._is_length(start, is_open):
            return _INCHES, _LIKE_CLOSING
        return self._opening(single=False) if _opens(before, after, is_open) else self._closing(single=False)

    def _single(self, before: str, after: str, span: tuple[int, int]) -> tuple[str, str]:
        start, end = span
        if _is_word(before) and _is_word(after) and unicodedata.bidirectional(before) != "AL":
            if before.isdecimal() and after.isdecimal() and not _THOUSANDS.match(self._text, end):
                return _FEET, _LIKE_DASH
            return self._apostrophe(before), _LIKE_DASH
        if before == _LIKE_CLOSING and _is_word(after):  # (IOM)'s, "Kitap"'ta
            return _APOSTROPHE, _LIKE_DASH
        if not _is_word(before) and _elided(self._entry.elisions).match(self._text, end):
            return _APOSTROPHE, _LIKE_DASH
        is_open = self._is_open(single=True)
        if _opens(before, after, is_open):
            return self._opening(single=True) if end <= self._last_closer() else (_APOSTROPHE, _LIKE_DASH)
        if self._open and self._open[-1].single:
            return self._closing(single=True)
        is_length = before.isdecimal() and self._is_length(start, is_open)
        return (_FEET if is_length else self._apostrophe(before)), _LIKE_DASH

    def _is_open(self, single: bool) -> bool:
        return any(each.single == single for each in self._open)

    def _opening(self, single: bool) -> tuple[str, str]:
        kind = self._wanted(single)
        self._open.append(_Open(single, kind))
        return self._entry.marks[2 * kind], _LIKE_OPENING

    def _closing(self, single: bool) -> tuple[str, str]:
        return self._entry.marks[2 * self._close(single) + 1], _LIKE_CLOSING

    def _close(self, single: bool) -> int:
        """Close the last quotation that such a mark opened, with all that is open in it; its kind of marks."""
        if not self._is_open(single):
            return self._wanted(single)
        while (last := self._open.pop()).single != single:
            pass
        return last.kind

    def _wanted(self, single: bool) -> int:
        """The kind of marks for a new quotation: never that of the one around it."""
        around = self._open[-1].kind if self._open else self._around
        kind = _INNER if single and self._entry.marks[_INNER * 2] in _PLAIN_SINGLES else _OUTER
        return 1 - kind if kind == around else kind

    def _apostrophe(self, before: str) -> str:
        """The language's own apostrophe after its own letters: the Latin letters of a name have the Latin one."""
        return self._entry.apostrophe if _is_word(before) and not _is_foreign(before) else _APOSTROPHE

    def _is_length(self, start: int, is_open: bool) -> bool:
        first = max(start - _LONGEST_LENGTH, 0)
        if _FEET_AND_INCHES.search(self._text, first, start):
            return True
        return not is_open and bool(_LENGTH.search(self._text, first, start))

    def _is_gershayim(self, start: int, end: int, is_open: bool) -> bool:
        text = self._text
        if not (self._entry.gershayim and _is_hebrew(text[start - 1 : start]) and _is_hebrew(text[end : end + 1])):
            return False
        first = start
        while _is_hebrew(text[first - 1 : first]):
            first -= 1
        if is_open or not _HEBREW_PREFIXES.issuperset(text[first:start]):
            return True
        closer = text.find('"', end)
        return closer < 0 or text[closer - 1].isspace() or _is_hebrew(text[closer + 1 : closer + 2])

    def _last_closer(self) -> int:
        """The place of the last `'` that can close something, -1 for none."""
        if self._closer is None:
            text = self._text
            place = text.rfind("'")
            while place >= 0 and (_is_blank(text[place - 1 : place]) or _is_word(text[place + 1 : place + 2])):
                place = text.rfind("'", 0, place)
            self._closer = place
        return self._closer

    def _before(self, place: int) -> str:
        """The character before `place`, or what the sign there counts as."""
        farthest = max(place - _MOST_PASSED, 0)
        while place > farthest and self._text[place - 1] in _UNSEEN:
            place -= 1
        return self._last[1] if self._last[0] == place else self._text[place - 1 : place]

    def _after(self, place: int) -> str:
        passed = self._text[place : place + _MOST_PASSED]
        return next((sign for sign in passed if sign not in _PASSED_ON), "")


def _opens(before: str, after: str, is_open: bool) -> bool:
    """Whether a mark between the two opens a quotation; where its place does not say, it closes what is open."""
    if _is_blank(after):
        return _is_blank(before) and not is_open
    if _is_blank(before) or unicodedata.category(before) in _OPENING or before in _INVERTED:
        return not (is_open and ends(after))
    joined = _is_word(before) or ends(before)
    if not joined and (_is_word(after) or unicodedata.category(after) in _OPENING):
        return True
    return not is_open and (not joined or _is_word(after))


def ends(character: str) -> bool:
    """Whether it ends something that stands before it: a full stop, a closing bracket."""
    return character in _ENDING or (bool(character) and unicodedata.category(character) in _CLOSING)


def _is_blank(character: str) -> bool:
    return not character or character.isspace()


@cache
def _is_word(character: str) -> bool:
    """Whether it is part of a word or number: letters, their marks, figures."""
    return bool(character) and unicodedata.category(character)[0] in "LMN"


def _is_hebrew(character: str) -> bool:
    return "\u05d0" <= character <= "\u05ea"


@cache
def _is_foreign(character: str) -> bool:
    return character.isdecimal() or unicodedata.name(character, "").startswith("LATIN")


@cache
def _elided(words: str) -> re.Pattern[str]:
    """What begins with an apostrophe, from behind the apostrophe on."""
    return re.compile("|".join((_YEAR, *(rf"{word}\b" for word in words.split()))), re.IGNORECASE)
