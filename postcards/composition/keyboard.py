"""What a keyboard gives, as it is printed: quotation marks, dashes, ellipses, the spaces before French marks.

`typeset` is a pure function of a text in logical order. It changes none but these signs, and the blanks beside them:

    "  '  ''      quotation marks, apostrophes, primes (see `quotation`)
    --  ---       the dash that interrupts a sentence, with its spaces; between numbers that of a range
    -             the same where blanks stand around it, or a line begins with it and a blank follows
    2010-2012     a range, if it can be nothing else: two numbers, the second greater, neither part of anything longer
    ...           … ; four full stops are …. ; more are left
    mot!  «mot»   the spaces of French, put in or in the place of typed blanks

What is typed as it is printed stays, and so do web and e-mail addresses, names of files, dates such as 2012-11-22,
months such as 2012-11, issues such as 2026-1, and phone numbers. Letters and digits never change, nor do marks that
show nothing (UAX #9, joiners); typesetting twice is the same as once.
"""

from __future__ import annotations

import re
from functools import cache

from postcards.composition.orthographies import Orthography, orthography
from postcards.composition.quotation import Quotation, ends
from postcards.expressions import expression

_NO_BREAK = "\u00a0"
_BLANKS = " \u00a0"
_DASHES = frozenset("-‐‑–—")
_BRACKETS = frozenset("([{¿¡")
_QUOTES = frozenset("\"'")
_HYPHEN = "-"
#: Three hyphens are a dash, more are a line to write on.
_MOST_HYPHENS = 3
_SENTENCE_END = expression(r"[.!?…]\s")
_DOTS, _ELLIPSIS = "...", "…"
_MOST_DOTS = 4

#: Without any of these nothing is to be done; a hyphen inside a word is none of them.
_WORTH_A_LOOK = expression(r"[\"']|-[- \xa0\d]|\.\.\.")

#: What may have to be changed. The look ahead does nothing but pass over letters fast.
_SIGNS = expression(
    r"(?=[-.\"'“”„«»‘’‹›\d]|[ \xa0]{1,8}-)(?:"
    r"(?P<quote>''|[\"'])"
    r"|(?P<mark>[“”„«»‘’‹›])"
    r"|(?P<numbers>(?<!\d)\d++(?:(?:[ \xa0\u202f./:]|--?| - )\d++)+)"
    r"|(?P<dash>[ \xa0]{0,8}-+[ \xa0]*)"
    r"|(?P<dots>\.{3,}))"
)

#: Figures in groups of three, a time of day or a date without its year, a plain number.
_NUMBER = r"\d{1,3}(?:[ \xa0\u202f]\d{3})+|\d{1,2}[.:]\d\d|\d+"
_RANGE = expression(rf"({_NUMBER})( - |--?)({_NUMBER})")
_GROUPING = expression(r"[ \xa0\u202f]")
#: Beside these, numbers are part of something longer; a second hyphen makes a dash of the first.
_BOUND_BEFORE = expression(r".?[\w.…,:/\\@#+]|[^-]?-", re.DOTALL)
_BOUND_AFTER = expression(r"[\w/\\@]|[.,:]\w|-(?!-)")
#: From so many figures on, two numbers with a hyphen are a phone number.
_PHONE = 7
_YEAR, _SHORT_YEAR, _MONTHS = 4, 2, 12

#: Names of files are known by how they end.
_ENDINGS = "csv|docx?|gif|html?|jpe?g|mp[34]|odt|pdf|php|png|pptx?|rtf|svg|tiff?|txt|webp|xlsx?|ya?ml|zip"
_HINT_OF_ADDRESS = expression(rf"@|://|www\.|mailto:|&|<|\.(?:{_ENDINGS})\b", re.IGNORECASE)
_ADDRESS = expression(
    r"(?:(?:https?|ftp)://|mailto:|www\.)[^\s\"“”„«»<>]*[^\s\"“”„«»<>.,;:!?'’)\]…]"
    r"|(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w./\\~-])[\w./\\~-]+\.(?:{_ENDINGS})\b"
    r"|&\#?\w+;"
    r"|<[!/?\w][^<>]*>",
    re.IGNORECASE,
)


def typeset(text: str, tag: str, depth: int = 0) -> str:
    """`text` as the language prints it. `depth` is how many quotations it already stands in."""
    entry = orthography(tag)
    if _WORTH_A_LOOK.search(text):
        text = _Compositor(text, entry, depth).printed()
    return _spaced(text, entry) if entry.gaps else text


class _Compositor:
    """Goes through one text from its start to its end, sign by sign."""

    def __init__(self, text: str, entry: Orthography, depth: int) -> None:
        self._text = text
        self._entry = entry
        self._quotation = Quotation(text, entry, depth)
        self._addresses = _Addresses(text)
        self._interrupted = False
        self._last_dash = 0

    def printed(self) -> str:
        return _SIGNS.sub(self._sign, self._text)

    def _sign(self, match: re.Match[str]) -> str:
        start, end = match.span()
        if self._addresses.reach_into(start, end):
            return match[0]
        match match.lastgroup:
            case "quote":
                return self._quotation.typed(start, end)
            case "mark":
                self._quotation.seen(start, end)
            case "dots" if end - start <= _MOST_DOTS:
                return match[0].replace(_DOTS, _ELLIPSIS)
            case "numbers":
                return self._numbers(match)
            case "dash":
                return self._hyphens(match)
        return match[0]

    def _numbers(self, match: re.Match[str]) -> str:
        start, end = match.span()
        found = _RANGE.fullmatch(match[0])
        bound = _BOUND_BEFORE.fullmatch(self._text[max(start - 2, 0) : start]) or _BOUND_AFTER.match(self._text, end)
        if not found or bound:
            return match[0]
        first, hyphens, second = found.groups()
        if hyphens[0] in _BLANKS:
            return first + self._dash(start) + second
        is_range = hyphens != _HYPHEN or _is_range(first, second)
        return first + self._entry.span + second if is_range else match[0]

    def _hyphens(self, match: re.Match[str]) -> str:
        """A dash, if that is what the hyphens are."""
        start, end = match.span()
        typed, hyphens = match[0], match[0].strip(_BLANKS)
        before, after = self._before(start), self._text[end : end + 1]
        begins, stops = before in ("", "\n"), after in ("", "\n")
        if len(hyphens) > _MOST_HYPHENS or before in _DASHES or after in _DASHES:
            return typed
        blank_before, blank_after = typed[0] in _BLANKS, typed[-1] in _BLANKS
        if hyphens == _HYPHEN and not (blank_after and not stops and (blank_before or begins)):
            return typed
        closes = stops or ends(after) or self._closes(end)
        if begins or before in _BRACKETS or self._quotation.opened_at(start):
            dash = self._entry.dash
            return dash.strip(_BLANKS) + (_NO_BREAK if dash[-1] in _BLANKS and not closes else "")
        dash = self._dash(start)
        return dash.rstrip(_BLANKS) if closes else dash

    def _before(self, place: int) -> str:
        """The character before `place`, blanks aside."""
        while place and self._text[place - 1] in _BLANKS:
            place -= 1
        return self._text[place - 1 : place]

    def _closes(self, place: int) -> bool:
        """Whether a quotation mark is typed at `place` that must close something."""
        after = self._text[place + 1 : place + 2]
        return self._text[place] in _QUOTES and (not after or after.isspace() or ends(after))

    def _dash(self, start: int) -> str:
        """The dash for what is at `start`: one that closes an interruption, if the sentence has an open one."""
        entry = self._entry
        if not entry.closing_dash:
            return entry.dash
        dash = entry.dash.strip(_BLANKS)
        *sentences, since = _SENTENCE_END.split(self._text[self._last_dash : start])
        dashes = since.lstrip(_BLANKS + dash).count(dash) + (self._interrupted and not sentences)
        self._interrupted = not dashes % 2
        self._last_dash = start
        return entry.dash if self._interrupted else entry.closing_dash


class _Addresses:
    """The places of what is left as it is typed, for one way through the text."""

    def __init__(self, text: str) -> None:
        found = _ADDRESS.finditer(text) if _HINT_OF_ADDRESS.search(text) else ()
        self._ahead = [match.span() for match in found][::-1]

    def reach_into(self, start: int, end: int) -> bool:
        """Whether one of them has characters between the two places; to be asked from the text's start on."""
        while self._ahead and self._ahead[-1][1] <= start:
            self._ahead.pop()
        return bool(self._ahead) and self._ahead[-1][0] < end


def _is_range(first: str, second: str) -> bool:
    """Whether two numbers with a hyphen between them are a range and nothing else."""
    times = [any(sign in number for sign in ".:") for number in (first, second)]
    if any(times):
        return all(times)
    groups = _GROUPING.split(second)
    if len(groups) > 1 and not _GROUPING.search(first):  # 10-15 000
        groups = groups[:1]
    low, high = _GROUPING.sub("", first), "".join(groups)
    lengths = len(low), len(high)
    if any(len(number) > 1 and not int(number[0]) for number in (low, high)):  # 01-02
        return False
    if lengths == (_YEAR, _SHORT_YEAR):  # 1998-99; 2012-11 may be a month
        return int(high) > max(int(low[-_SHORT_YEAR:]), _MONTHS)
    if sum(lengths) >= _PHONE and lengths != (_YEAR, _YEAR) and len(groups) == 1:
        return False
    return int(low) < int(high) and lengths[1] - lengths[0] <= 1


def _spaced(text: str, entry: Orthography) -> str:
    """`text` with the language's spaces inside quotation marks and before other marks."""
    addresses = _Addresses(text)
    gaps = dict(zip(entry.gaps[::2], entry.gaps[1::2], strict=True))

    def spaced(match: re.Match[str]) -> str:
        mark = match[0].strip(" ")
        if addresses.reach_into(*match.span()):
            return match[0]
        if match.lastgroup == "opening":
            return mark + entry.inset
        return gaps.get(mark, entry.inset) + mark

    return _gaps(entry).sub(spaced, text)


@cache
def _gaps(entry: Orthography) -> re.Pattern[str]:
    """Where the language has a space that is not typed, or is typed as one at which a line may end."""
    opening, closing, others = (re.escape(signs) for signs in (entry.marks[::2], entry.marks[1::2], entry.gaps[::2]))
    return re.compile(
        rf"(?P<opening>[{opening}]) *(?=[^\s{closing}-])"
        rf"|(?<=[^\s{opening}-]) *[{closing}]"
        # Not in 8:30, (!), ?! and :)
        rf"|(?<=[^\s{opening}{others}(\[{{¿¡-]) *[{others}](?=$|[\s{closing}”’…!?]|(?<![:;])[)\]])"
    )
