"""What readers of the file get back: the text of every code of a line, as the codes stand from left to right.

PDF keeps codes and places, but neither lines nor logical order (ISO 32000-1, 14.8.2). Programs that copy, search or
read aloud turn right-to-left passages round by rules of their own, which fall short of UAX #9:

    pdfium   turns a line round class by class; in what it turns it mirrors brackets and quotation marks once more and
             takes signs like “…” apart.
    poppler  lets numbers, the signs that may join them (full stop, comma, hyphen) and all signs and spaces after them
             run to the right until the next letter that runs to the left.
    pdf.js   goes through what is painted run by run, drops the spaces at a run's ends, drops every code whose text
             ends in an invisible mark, and takes a code with a combining mark for one without width.

So right-to-left clusters are written backwards, invisible marks stand where a reader would go astray, and combining
marks get a code of their own: with that all three return the logical order. What no writing helps against: poppler
takes a page for a left-to-right one unless most of its letters run to the left, and drops the spaces of a line of
one-letter words; all three misplace numbers and signs inside right-to-left passages of left-to-right text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

#: WJ: between letters it changes nothing (UAX #14), and addresses are the same with it (UTS #46).
WORD_JOINER = "\u2060"

#: The marks of UAX #9, which show nothing. ALM and not RLM: pdf.js takes RLM for a letter that runs to the right.
LEFT_TO_RIGHT_MARK, ARABIC_LETTER_MARK = "\u200e", "\u061c"

NO_BREAK_SPACE = "\u00a0"

#: Quotation marks. pdfium mirrors the curly ones although Unicode does not, and takes a straight one painted alone for
#: a line of its own, high as it stands, if no code beside it touches the baseline.
QUOTES = frozenset("‘’“”\"'")

#: Bidi classes (UAX #9, table 4): letters that run to the left; what pdfium leaves in order although it stands among
#: letters that run to the left.
TO_THE_LEFT = frozenset({"R", "AL"})
UNTURNED = frozenset({"EN", "AN", "ES", "ET", "CS", "NSM", "BN"})

#: A line that ends in this is taken for one that ends in a divided word.
HYPHEN = "-"


class Said(NamedTuple):
    """A cluster of a line."""

    text: str  # in logical order
    level: int  # UAX #9
    run: int  # clusters of one run are painted in one go


class Spoken(NamedTuple):
    """What a cluster's code says, and what invisible codes on its left and right say; empty for none."""

    before: str
    code: str
    after: str


class Directions(NamedTuple):
    """Which ways the line and what is around it run: ltr or rtl."""

    paragraph: str
    booklet: str  # the file, as it says itself (ISO 32000-1, table 150, Direction)


def spoken(line: Sequence[Said], directions: Directions) -> list[Spoken]:
    """What the codes of a line say; `line` stands as it is painted, from left to right."""
    lefts, rights = [None, *line[:-1]], [*line[1:], None]
    codes = []
    for left, here, right in zip(lefts, line, rights, strict=True):
        letters, combining = _parted(here.text)
        after = _mark_after(left, here, right, directions)
        if here.level % 2:
            mark = _mark_before(left, here, right)
            letters, combining = letters[::-1].replace(NO_BREAK_SPACE, " "), combining[::-1]
            before, code = (mark + combining, letters) if combining else ("", mark + letters)
            codes.append(Spoken(before, code, after))
        else:
            # Where pdfium turns lines round, a number stays in order only where no plain space divides it.
            spaces = (" ", NO_BREAK_SPACE) if "rtl" in directions else (NO_BREAK_SPACE, " ")
            codes.append(Spoken("", letters.replace(*spaces), combining + after))
    return codes


def kind(text: str) -> str:
    """What pdfium takes a cluster of a left-to-right passage for; it keeps only clusters of one kind in order."""
    first = _class(text[:1])
    return first if first == "L" else "weak" if first in UNTURNED or text.isspace() else "neutral"


def _parted(text: str) -> tuple[str, str]:
    """The text up to its first combining mark, and the rest."""
    for place in range(1, len(text)):
        if unicodedata.category(text[place]) == "Mn":
            return text[:place], text[place:]
    return text, ""


def _mark_before(left: Said | None, here: Said, right: Said | None) -> str:
    """The mark on the left of a right-to-left cluster: after it, as it is read."""
    if here.text.isspace():
        if left is None or right is None or not left.run == here.run == right.run:
            return ARABIC_LETTER_MARK
        return ARABIC_LETTER_MARK if _parted(right.text)[1] else ""
    beside = "" if left is None else left.text[:1] if left.level % 2 else left.text[-1:]
    torn = _class(here.text[-1:]) in UNTURNED and _class(beside) in UNTURNED
    return ARABIC_LETTER_MARK if torn or not _is_letter(here) else ""


def _mark_after(left: Said | None, here: Said, right: Said | None, directions: Directions) -> str:
    """The marks on the right of a cluster: where a passage or the line ends, and where pdfium would change a sign."""
    if not here.level % 2:
        if "rtl" not in directions:
            return LEFT_TO_RIGHT_MARK if right is None and here.text == HYPHEN else ""
        # pdfium passes over a run of nothing but one space, and the number around it falls in two.
        alone = all(beside is None or beside.run != here.run for beside in (left, right))
        return WORD_JOINER if alone and here.text.isspace() else ""
    turned = LEFT_TO_RIGHT_MARK if _is_turned(here) else ""
    if right is None:
        return turned or (ARABIC_LETTER_MARK if here.text == HYPHEN else "")
    if right.level % 2:
        return turned
    if directions.paragraph == "rtl":
        return turned + ("" if _is_letter(here) else ARABIC_LETTER_MARK)
    return turned or ("" if _class(right.text[:1]) == "L" else LEFT_TO_RIGHT_MARK)


def _is_turned(here: Said) -> bool:
    """Whether pdfium would show another character for this sign of a right-to-left run."""
    return not here.text.isspace() and any(
        unicodedata.mirrored(character)
        or character in QUOTES
        or (_class(character) not in TO_THE_LEFT and unicodedata.normalize("NFKC", character) != character)
        for character in here.text
    )


def _is_letter(here: Said) -> bool:
    """Whether it is a letter that runs to the left."""
    return _class(here.text[:1]) in TO_THE_LEFT


def _class(character: str) -> str:
    return unicodedata.bidirectional(character) if character else ""
