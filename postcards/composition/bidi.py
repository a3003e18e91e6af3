"""The Unicode Bidirectional Algorithm (UAX #9): which way every character runs, and the order of a line from the left.

    levels        P1-P3, X1-X10, W1-W7, N0-N2, I1-I2: an embedding level for every character of a text
    line_levels   L1: the same for the characters of one line, with white space at its end set back
    visual_order  L2: indices as they stand from left to right

Even levels run to the right, odd ones to the left. Mirroring (L4) and joining are the shaper's. Characters that rule X9
removes (embeddings, overrides, boundary neutrals such as ZWNJ) are kept in place: each has the level of the character
before it, at the beginning of a paragraph the paragraph's, so that none of them ever splits a run.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from msgspec import Struct

from postcards.composition.bidi_classes import EMBEDDINGS, ISOLATES, PDF, PDI, REMOVED, class_letters
from postcards.composition.bidi_resolve import implicit_levels
from postcards.expressions import expression

#: BD2: no embedding goes deeper.
MAX_DEPTH = 125

#: BD1 and P1: a text up to and with its separator; CR LF is one.
_SEPARATORS = "\n\r\x1c-\x1e\x85\u2029"
_PARAGRAPH = expression(f"[^{_SEPARATORS}]*(?:\r\n|[{_SEPARATORS}])|[^{_SEPARATORS}]+")
#: Without any of these a text in a left-to-right paragraph stays at level 0.
_TURNING = re.compile(rb"[RANlrvwijf]")
_EXPLICIT = re.compile(rb"[lrvwpijfd]")
_FIRST_STRONG = re.compile(rb"[LRAPijfd]")
#: L1: white space and isolate controls; what X9 removed does not end the stretch.
_BLANK = re.compile(rb"[Wijfd][Wijfdlrvwpx]*")
_SEPARATOR = re.compile(rb"[PS]")

_RIGHTWARD = b"lvi"  # LRE, LRO, LRI
_OVERRIDES = {ord("v"): ord("L"), ord("w"): ord("R")}
_LETTERS_R = b"RA"
_FSI = ord("f")


class _Status(Struct, frozen=True):
    """An entry of the directional status stack (X1)."""

    level: int
    override: int  # the letter that characters take, 0 for none
    isolate: bool


def base_level(text: str) -> int:
    """P2 and P3: 0 or 1 for the first paragraph of `text`, after its first strong character; 0 without one."""
    return _first_strong(class_letters(text))


def levels(text: str, base: int | None = None) -> tuple[int, ...]:
    """The resolved embedding level of every character of `text`, before lines are broken.

    `base` is the level of its paragraphs, 0 for left to right, 1 for right to left; None finds it for each paragraph.
    """
    if not base and text.isascii():
        return (0,) * len(text)
    letters = class_letters(text)
    if not base and not _TURNING.search(letters):
        return (0,) * len(text)
    if b"P" not in letters:
        return tuple(_paragraph_levels(text, letters, base))
    resolved: list[int] = []
    for match in _PARAGRAPH.finditer(text):
        resolved += _paragraph_levels(match[0], letters[match.start() : match.end()], base)
    return tuple(resolved)


def line_levels(text: str, levels: Sequence[int], base: int) -> tuple[int, ...]:
    """L1: `levels` of one line, with tabs, separators and the white space before them or at the end set to `base`.

    `text` and `levels` are the same stretch of a paragraph and its levels; `base` is the paragraph's level.
    """
    letters = class_letters(text)
    changed = list(levels)
    for match in _SEPARATOR.finditer(letters):
        changed[match.start()] = base
    for match in _BLANK.finditer(letters):
        start, end = match.span()
        if end == len(letters) or letters[end] in b"PS":
            changed[start:end] = [base] * (end - start)
    return tuple(changed)


def visual_order(levels: Sequence[int]) -> list[int]:
    """L2: the indices of a line's characters as they stand from left to right, from their levels after L1."""
    order = list(range(len(levels)))
    highest = max(levels, default=0)
    lowest_odd = min((level for level in levels if level % 2), default=highest + 1)
    for threshold in range(highest, lowest_odd - 1, -1):
        start = 0
        for turned, stretch in groupby(levels, threshold.__le__):
            end = start + sum(1 for _ in stretch)
            if turned:
                order[start:end] = order[start:end][::-1]
            start = end
    return order


def _paragraph_levels(text: str, letters: bytes, base: int | None) -> Sequence[int]:
    level = _first_strong(letters) if base is None else base
    kept = letters.translate(None, REMOVED)
    if len(kept) < len(letters):
        text = "".join([character for character, letter in zip(text, letters, strict=True) if letter not in REMOVED])
    if _EXPLICIT.search(letters):
        resolved = _isolated_levels(text, letters, kept, level)
    else:
        edge = _direction(level)
        resolved = implicit_levels(kept, text, level, (edge, edge))
    return resolved if len(kept) == len(letters) else _with_removed(letters, resolved, level)


def _isolated_levels(text: str, letters: bytes, kept: bytes, base: int) -> bytes:
    """X10: every isolating run sequence resolved for itself; `text` and `kept` are without what X9 removes."""
    types, depths = _explicit(letters, base)
    resolved = bytearray(len(kept))
    for sequence in _sequences(kept, depths):
        first, last = sequence[0], sequence[-1]
        level = depths[first]
        before = depths[first - 1] if first else base
        after = base if last + 1 == len(kept) or kept[last] in ISOLATES else depths[last + 1]
        edges = (_direction(max(before, level)), _direction(max(after, level)))
        run = bytes([types[place] for place in sequence])
        characters = "".join([text[place] for place in sequence])
        for place, implicit in zip(sequence, implicit_levels(run, characters, level, edges), strict=True):
            resolved[place] = implicit
    return bytes(resolved)


def _explicit(letters: bytes, base: int) -> tuple[bytes, bytes]:
    """X1 to X8: classes after overrides and embedding levels, of the characters that X9 keeps."""
    types, depths = bytearray(), bytearray()
    stack = [_Status(base, 0, False)]
    isolates = lost_isolates = lost_embeddings = 0
    for place, letter in enumerate(letters):
        if letter in EMBEDDINGS:  # X2-X5
            level = _deeper(stack[-1].level, letter in _RIGHTWARD)
            if level <= MAX_DEPTH and not lost_isolates and not lost_embeddings:
                stack.append(_Status(level, _OVERRIDES.get(letter, 0), False))
            elif not lost_isolates:
                lost_embeddings += 1
            continue
        if letter == PDF:  # X7
            if not lost_isolates and lost_embeddings:
                lost_embeddings -= 1
            elif not lost_isolates and len(stack) > 1 and not stack[-1].isolate:
                stack.pop()
            continue
        if letter in REMOVED:
            continue
        if letter == PDI and lost_isolates:  # X6a
            lost_isolates -= 1
        elif letter == PDI and isolates:
            isolates -= 1
            lost_embeddings = 0
            while not stack.pop().isolate:
                pass
        status = stack[0] if letter == ord("P") else stack[-1]  # X8, X6
        types.append(status.override or letter)
        depths.append(status.level)
        if letter in ISOLATES:  # X5a-X5c
            rightward = not _first_strong(letters, place + 1) if letter == _FSI else letter in _RIGHTWARD
            level = _deeper(status.level, rightward)
            if level <= MAX_DEPTH and not lost_isolates and not lost_embeddings:
                isolates += 1
                stack.append(_Status(level, 0, True))
            else:
                lost_isolates += 1
    return bytes(types), bytes(depths)


def _deeper(level: int, rightward: bool) -> int:
    """The next even level for what runs to the right, the next odd one for what runs to the left."""
    return level + 2 - level % 2 if rightward else level + 1 + level % 2


def _sequences(kept: bytes, depths: bytes) -> list[list[int]]:
    """BD13: places of each isolating run sequence, level runs joined from an isolate's beginning to its PDI."""
    sequences: list[list[int]] = []
    waiting: list[list[int]] = []
    current: list[int] = []
    for place, letter in enumerate(kept):
        if letter == PDI and waiting:
            current = waiting.pop()
        elif not place or depths[place] != depths[place - 1]:
            current = []
            sequences.append(current)
        current.append(place)
        if letter in ISOLATES:
            waiting.append(current)
    return sequences


def _first_strong(letters: bytes, start: int = 0) -> int:
    """P2, P3, X5c: 1 if the first strong letter from `start` runs to the left; isolates are passed over.

    The search ends with the paragraph, and after an isolate's beginning (`start` is not 0) with its PDI.
    """
    depth = 0
    for match in _FIRST_STRONG.finditer(letters, start):
        letter = letters[match.start()]
        if letter in ISOLATES:
            depth += 1
        elif letter == PDI and depth:
            depth -= 1
        elif letter == ord("P") or (letter == PDI and start):
            return 0
        elif letter != PDI and not depth:
            return int(letter in _LETTERS_R)
    return 0


def _direction(level: int) -> bytes:
    return b"R" if level % 2 else b"L"


def _with_removed(letters: bytes, resolved: bytes, base: int) -> list[int]:
    """`resolved` with levels for what X9 removed: that of the character before, at the beginning `base`."""
    supply = iter(resolved)
    level = base
    complete = []
    for letter in letters:
        if letter not in REMOVED:
            level = next(supply)
        complete.append(level)
    return complete
