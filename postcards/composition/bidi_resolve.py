"""Weak, bracketed and neutral characters of one isolating run sequence (UAX #9, rules W1-W7, N0-N2, I1-I2).

A sequence is given as letters (`bidi_classes`) without what rule X9 removes. While the rules run it is framed by the
directions of what stands before it (sos) and after it (eos), so that each rule is one pattern over bytes.
"""

from __future__ import annotations

import re

from postcards.composition.bidi_classes import BRACKET, CLOSING, ISOLATES, PDI, SAME_CLOSING

#: More brackets open at once than this, and none of the sequence is paired (BD16).
DEEPEST_BRACKETS = 63

_MARKED = re.compile(rb"([^M])(M+)")
_AFTER_ARABIC = re.compile(rb"A[^LR]*")
_BETWEEN_EUROPEAN = re.compile(rb"(?<=E)[sc](?=E)")
_BETWEEN_ARABIC = re.compile(rb"(?<=N)c(?=N)")
_TERMINATED = re.compile(rb"[Et]+")
_AFTER_LEFT = re.compile(rb"L[^R]*")
_BETWEEN_LEFT = re.compile(rb"(?<=L)O+(?=L)")
_BETWEEN_RIGHT = re.compile(rb"(?<=[REN])O+(?=[REN])")

#: W6, and what N1 calls NI: once W1 is past, all these are neutral alike.
_NEUTRAL = bytes.maketrans(b"stcPSWijfd", b"OOOOOOOOOO")
_NUMBERS_RIGHT = bytes.maketrans(b"EN", b"RR")
_ALONE = {0: bytes.maketrans(b"O", b"L"), 1: bytes.maketrans(b"O", b"R")}
_OTHER = ord("O")
_ISOLATING = ISOLATES + bytes([PDI])


def implicit_levels(letters: bytes, text: str, level: int, edges: tuple[bytes, bytes]) -> bytes:
    """The resolved level of each character of a sequence that is embedded at `level`.

    `text` are the characters of the same sequence; `edges` the directions before and after it, each `L` or `R`.
    """
    run = _weak(edges[0] + letters)
    pairs = _bracket_pairs(text, run)
    if pairs:
        run = _with_brackets(run, letters, pairs, level)
    run = _neutral(run + edges[1], level)
    high = level + 1
    steps = bytes([high, level, high, high] if level % 2 else [level, high, level + 2, level + 2])
    return run[1:-1].translate(bytes.maketrans(b"LREN", steps))


def _weak(run: bytes) -> bytes:
    """W1 to W7; what stays weak without a number to lean on becomes neutral."""
    if b"M" in run:
        run = _MARKED.sub(_as_before, run)  # W1
    european = b"E" in run
    if european and b"A" in run:
        run = _AFTER_ARABIC.sub(lambda match: match[0].replace(b"E", b"N"), run)  # W2
    run = run.replace(b"A", b"R")  # W3
    if b"N" in run:
        run = _BETWEEN_ARABIC.sub(b"N", run)  # W4
    if european:
        run = _BETWEEN_EUROPEAN.sub(b"E", run)  # W4
        run = _TERMINATED.sub(lambda match: match[0].replace(b"t", b"E") if b"E" in match[0] else match[0], run)  # W5
        run = _AFTER_LEFT.sub(lambda match: match[0].replace(b"E", b"L"), run)  # W7, which W6 does not touch
    return run.translate(_NEUTRAL)  # W6


def _as_before(match: re.Match[bytes]) -> bytes:
    """Marks take the class of what bears them; what begins or ends an isolate bears none."""
    bearer, marks = match.groups()
    return bytes(bearer + (b"O" if bearer in _ISOLATING else bearer) * len(marks))


def _bracket_pairs(text: str, run: bytes) -> list[tuple[int, int]]:
    """BD16: where the brackets of each pair stand in `run` (sos is 0), by the opening one."""
    opened: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for match in BRACKET.finditer(text):
        place = match.end()
        if run[place] != _OTHER:
            continue
        bracket = match[0]
        if bracket in CLOSING:
            if len(opened) == DEEPEST_BRACKETS:
                return []
            opened.append((_canonical(CLOSING[bracket]), place))
            continue
        wanted = _canonical(bracket)
        depth = next((depth for depth in reversed(range(len(opened))) if opened[depth][0] == wanted), None)
        if depth is not None:
            pairs.append((opened[depth][1], place))
            del opened[depth:]
    return sorted(pairs)


def _canonical(closing: str) -> str:
    return SAME_CLOSING.get(closing, closing)


def _with_brackets(run: bytes, letters: bytes, pairs: list[tuple[int, int]], level: int) -> bytes:
    """N0: both brackets of a pair take the direction of what they enclose, in its context."""
    own, opposite = (b"R", b"L") if level % 2 else (b"L", b"R")
    turned = bytearray(run)
    strong = bytearray(run.translate(_NUMBERS_RIGHT))
    for pair in pairs:
        inside = strong[pair[0] + 1 : pair[1]]
        if own in inside:
            direction = own
        elif opposite in inside:
            nearest = strong.rfind(opposite, 0, pair[0]) > strong.rfind(own, 0, pair[0])
            direction = opposite if nearest else own
        else:
            continue
        for place in pair:
            behind = letters[place:]  # `letters` has no sos, so this begins after the bracket
            end = place + 1 + len(behind) - len(behind.lstrip(b"M"))
            turned[place:end] = strong[place:end] = direction * (end - place)
    return bytes(turned)


def _neutral(run: bytes, level: int) -> bytes:
    """N1 and N2: neutrals follow their neighbours where both agree, else the embedding."""
    if level % 2:
        run = _BETWEEN_LEFT.sub(lambda match: b"L" * len(match[0]), run)
    else:
        run = _BETWEEN_RIGHT.sub(lambda match: b"R" * len(match[0]), run)
    return run.translate(_ALONE[level % 2])
