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
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from postcards.composition.galley import SOFT_HYPHEN

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

#: Clusters whose properties are kept: more than the letters of every script, with what stands on them.
KEPT = 1 << 14

#: A line that ends in this is taken for one that ends in a divided word: pdfium and poppler give the word whole, pdf.js
#: finds it whole. U+00AD, which ISO 32000-1 (14.8.2.2.3) has for it, only pdfium knows, and newer versions of poppler.
HYPHEN = "-"


class Said(Struct, frozen=True):
    """The clusters of a line as they stand from left to right: columns of one length."""

    texts: Sequence[str]  # each in logical order
    levels: Sequence[int]  # UAX #9
    runs: Sequence[int]  # clusters of one run are painted in one go


class Spoken(NamedTuple):
    """What a line's codes say, and what invisible codes on the left and right of each say; empty for none."""

    befores: Sequence[str]
    codes: Sequence[str]
    afters: Sequence[str]


class Directions(NamedTuple):
    """Which ways the line and what is around it run: ltr or rtl."""

    paragraph: str
    booklet: str  # the file, as it says itself (ISO 32000-1, table 150, Direction)


def spoken(line: Said, directions: Directions) -> Spoken:
    """What the codes of a line say."""
    texts, turning = line.texts, "rtl" in directions
    nothing = [""] * len(texts)
    if not turning and not any(line.levels) and all(map(_is_plain, set(texts))) and texts[-1] != HYPHEN:
        return Spoken(nothing, texts, nothing)
    natures = list(map(_nature, texts))
    spaces = (" ", NO_BREAK_SPACE) if turning else (NO_BREAK_SPACE, " ")
    befores, codes, afters = nothing, [], []
    nexts = (*line.levels[1:], 0)
    for place, (nature, level) in enumerate(zip(natures, line.levels, strict=True)):
        if level % 2:
            if nature.is_simple and nexts[place] % 2:
                codes.append(nature.backwards)
                afters.append("")
                continue
            mark, after = _mark_before(line, natures, place), _mark_after(line, natures, place, directions)
            code = nature.backwards
            if nature.combining:
                befores[place] = mark + nature.combining[::-1]
            else:
                code = mark + code
        else:
            # Where pdfium turns lines round, a number stays in order only where no plain space divides it.
            code = HYPHEN if nature.letters == SOFT_HYPHEN else nature.letters.replace(*spaces)
            after = nature.combining + _mark_after_even(line, natures, place, turning)
        codes.append(code)
        afters.append(after)
    return Spoken(befores, codes, afters)


@lru_cache(maxsize=KEPT)
def kind(text: str) -> str:
    """What pdfium takes a cluster of a left-to-right passage for; it keeps only clusters of one kind in order."""
    first = _class(text[:1])
    return first if first == "L" else "weak" if first in UNTURNED or text.isspace() else "neutral"


class _Nature(Struct, frozen=True):
    """What matters of a cluster's text."""

    letters: str  # up to its first combining mark
    combining: str  # the rest
    backwards: str  # the letters as they stand in a right-to-left run
    is_blank: bool
    is_letter: bool  # that runs to the left
    is_turned: bool  # in a right-to-left run pdfium would show another character
    unturned: tuple[bool, bool]  # whether its first and its last character are of the classes that pdfium leaves
    is_left: bool  # it begins with a letter that runs to the right
    is_simple: bool  # among others that run to the left it needs no mark


@lru_cache(maxsize=KEPT)
def _nature(text: str) -> _Nature:
    letters, combining = text, ""
    for place in range(1, len(text)):
        if unicodedata.category(text[place]) == "Mn":
            letters, combining = text[:place], text[place:]
            break
    is_blank, first = text.isspace(), _class(text[:1])
    is_letter, is_turned = first in TO_THE_LEFT, not is_blank and any(map(_is_turned, text))
    unturned = (first in UNTURNED, _class(text[-1:]) in UNTURNED)
    return _Nature(
        letters,
        combining,
        letters[::-1].replace(NO_BREAK_SPACE, " "),
        is_blank,
        is_letter,
        is_turned,
        unturned,
        first == "L",
        is_simple=is_letter and not is_turned and not combining and not unturned[1],
    )


@lru_cache(maxsize=KEPT)
def _is_plain(text: str) -> bool:
    """Whether a left-to-right cluster's code says what the cluster does, where nothing runs to the left."""
    return not _nature(text).combining and NO_BREAK_SPACE not in text and text != SOFT_HYPHEN


def _is_turned(character: str) -> bool:
    return bool(
        unicodedata.mirrored(character)
        or character in QUOTES
        or (_class(character) not in TO_THE_LEFT and unicodedata.normalize("NFKC", character) != character)
    )


def _mark_before(line: Said, natures: Sequence[_Nature], place: int) -> str:
    """The mark on the left of a right-to-left cluster: after it, as it is read."""
    nature, runs = natures[place], line.runs
    if nature.is_blank:
        if not 0 < place < len(runs) - 1 or not runs[place - 1] == runs[place] == runs[place + 1]:
            return ARABIC_LETTER_MARK
        return ARABIC_LETTER_MARK if natures[place + 1].combining else ""
    if not nature.is_letter:
        return ARABIC_LETTER_MARK
    if not nature.unturned[1] or not place:
        return ""
    nearer = 0 if line.levels[place - 1] % 2 else 1
    return ARABIC_LETTER_MARK if natures[place - 1].unturned[nearer] else ""


def _mark_after(line: Said, natures: Sequence[_Nature], place: int, directions: Directions) -> str:
    """The marks on the right of a right-to-left cluster: where a passage or the line ends, and where pdfium would
    change a sign."""
    nature = natures[place]
    turned = LEFT_TO_RIGHT_MARK if nature.is_turned else ""
    if place == len(natures) - 1:
        return turned or (ARABIC_LETTER_MARK if line.texts[place] == HYPHEN else "")
    if line.levels[place + 1] % 2:
        return turned
    if directions.paragraph == "rtl":
        return turned + ("" if nature.is_letter else ARABIC_LETTER_MARK)
    return turned or ("" if natures[place + 1].is_left else LEFT_TO_RIGHT_MARK)


def _mark_after_even(line: Said, natures: Sequence[_Nature], place: int, turning: bool) -> str:
    """The mark on the right of a left-to-right cluster."""
    runs, last = line.runs, len(natures) - 1
    if not turning:
        return LEFT_TO_RIGHT_MARK if place == last and line.texts[place] == HYPHEN else ""
    if not natures[place].is_blank:
        return ""
    # pdfium passes over a run of nothing but one space, and the number around it falls in two.
    alone = (not place or runs[place - 1] != runs[place]) and (place == last or runs[place + 1] != runs[place])
    return WORD_JOINER if alone else ""


def _class(character: str) -> str:
    return unicodedata.bidirectional(character) if character else ""
