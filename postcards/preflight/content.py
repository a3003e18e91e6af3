"""The instructions of a content stream (ISO 32000-1, 7.8.2), read at one go where it is written plainly.

Most streams hold numbers, names, strings in hexadecimal, arrays of them and the properties of marked content. Such a
one is cut into words at once, five times as fast as qpdf hands it over object by object, and the points of a path,
which are half of what a drawing consists of, are read as one. Wherever there is anything else (a comment, a string in
brackets, a picture between the operators, a number like `1-2`), qpdf reads the stream, which knows all of PDF and tells
of damages.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

import pikepdf

from postcards.preflight.objects import UNREADABLE

#: What a picture between the operators is called as one.
INLINE_IMAGE = "INLINE IMAGE"

#: What a path's making (m, l, c, h: 8.5.2) is called as one: its points' numbers, x and y in turns.
PATH = "PATH"

#: An operator's name and its operands. Strings are bytes and numbers floats where the stream is plain.
Instruction = tuple[str, list[Any]]

#: Words that stand for `<<` and `>>` while a stream is cut up.
_BEGIN, _END = b"\1", b"\2"

#: What no plain stream has: strings in brackets, procedures, comments, names with codes in them; a space of Python's
#: that is none of PDF's.
_NOT_PLAIN = b"(){}%#\v" + _BEGIN + _END

#: What is set apart from what stands beside it, and how.
_APART = (
    *((b"\0", b" "), (b"/", b" /"), (b"[", b" [ "), (b"]", b" ] ")),
    *((b"<<", b" \1 "), (b">>", b" \2 "), (b"<", b" <"), (b">", b"> ")),
)

#: Every space of PDF's as the usual one.
_SPACED = bytes.maketrans(b"\t\n\f\r", b" " * 4)

#: What numbers are made of: Python's may have letters and underscores in them too.
_DIGITS = b"+-.0123456789"

#: What a number begins with, by its byte.
_NUMERIC = frozenset(_DIGITS)
_NAME, _STRING, _OPEN, _CLOSE = b"/<[]"

#: A number that is some place on paper, with what sets it apart from the next word.
_PLACE = rb"[-+]?(?:\d{1,9}(?:\.\d*)?|\.\d+) "

#: A path's making, and its letters.
_MAKING = re.compile(rb"(?:(?:(?:%b){2}[ml]|(?:%b){6}c|h) )+" % (_PLACE, _PLACE))
_MADE_BY = b"mlch"

#: Paths whose numbers are kept, and the longest of them, bytes.
PATHS_KEPT, LONGEST_KEPT = 1 << 9, 1 << 12


def instructions(
    holder: pikepdf.Object, content: bytes, operators: Mapping[bytes, str]
) -> tuple[list[Instruction], list[str]]:
    """What a page or a form does, whose streams together hold `content`; and the damages that qpdf has found in it.

    `operators` are those of a plain stream. Raises what qpdf does where it cannot be read.
    """
    plain = plain_instructions(content, operators)
    if plain is not None:
        return plain, []
    with warnings.catch_warnings(record=True) as damages:
        warnings.simplefilter("always")
        parsed = [_unpacked(instruction) for instruction in pikepdf.parse_content_stream(holder)]
    return parsed, [str(damage.message) for damage in damages]


def plain_instructions(content: bytes, operators: Mapping[bytes, str]) -> list[Instruction] | None:
    """The instructions of a plain stream with none but these operators; nothing if it is not plain."""
    if len(content.translate(None, _NOT_PLAIN)) < len(content):
        return None
    for mark, apart in _APART:
        content = content.replace(mark, apart)
    try:
        return _with_paths(content, operators) or _instructions(content.split(), operators)
    except UNREADABLE:
        return None


def _with_paths(content: bytes, operators: Mapping[bytes, str]) -> list[Instruction] | None:
    """What plain words say, paths in one; nothing where something is not as it should be, be it with a path."""
    found: list[Instruction] = []
    content, at = b" %b " % content.translate(_SPACED), 0
    for path in _makings(content):
        between = _instructions(content[at : path.start()].split(), operators)
        if between is None:
            return None
        found += between
        found.append((PATH, [*(_points(path[0]) if len(path[0]) <= LONGEST_KEPT else _read_points(path[0]))]))
        at = path.end()
    rest = _instructions(content[at:].split(), operators)
    return None if rest is None else found + rest


def _read_points(path: bytes) -> tuple[float, ...]:
    return tuple(map(float, path.translate(None, _MADE_BY).split()))


#: The same drawing stands on many pages.
_points = lru_cache(maxsize=PATHS_KEPT)(_read_points)


def _makings(content: bytes) -> Iterator[re.Match[bytes]]:
    """Where paths are made that begin as they should; found by that, ten times as fast as by looking everywhere."""
    at = 0
    while (begun := content.find(b" m ", at)) >= 0:
        start = content.rfind(b" ", 0, max(0, content.rfind(b" ", 0, begun))) + 1
        path = _MAKING.match(content, start)
        at = path.end() - 1 if path and path.end() > begun else begun + 1
        if path and path.end() > begun:
            yield path


def _instructions(words: list[bytes], operators: Mapping[bytes, str]) -> list[Instruction] | None:
    """What plain words say. Raises ValueError for what is no number and no string."""
    found: list[Instruction] = []
    operands: list[Any] = []
    outside: list[Any] | None = None  # what stands before an array that is open
    ahead = iter(words)
    numbers: list[bytes] = []
    for word in ahead:
        begin = word[0]
        if begin in _NUMERIC:
            numbers.append(word)
            operands.append(float(word))
        elif begin == _NAME:
            operands.append(_name(word))
        elif begin == _STRING:
            operands.append(_string(word))
        elif word == _BEGIN:
            operands.append(_properties(ahead))
        elif begin == _OPEN and outside is None:
            outside, operands = operands, []
        elif begin == _CLOSE and outside is not None:
            outside.append(operands)
            operands, outside = outside, None
        elif outside is None and (operator := operators.get(word)):
            found.append((operator, operands))
            operands = []
        else:
            return None
    if operands or outside is not None or b"".join(numbers).translate(None, _DIGITS):
        return None
    return found


def _string(word: bytes) -> bytes:
    if not word.endswith(b">"):
        raise ValueError("a string that does not end")
    return bytes.fromhex(word[1:-1].decode())


def _properties(ahead: Iterator[bytes]) -> pikepdf.Object:
    """A dictionary that has begun, without another in it; raises ValueError for anything else."""
    words: list[bytes] = []
    for word in ahead:
        if word == _END:
            return pikepdf.Object.parse(b" ".join((b"<<", *words, b">>")))
        if word == _BEGIN:
            break
        words.append(word)
    raise ValueError("a dictionary that does not end, or has another in it")


@lru_cache(maxsize=1 << 12)
def _name(written: bytes) -> pikepdf.Name:
    if b">" in written:
        raise ValueError("a name that ends in a mark")
    return pikepdf.Name(written.decode())


def _unpacked(instruction: object) -> Instruction:
    """An operator's name and its operands; a picture between the operators (8.9.7) is the operand of one."""
    if isinstance(instruction, pikepdf.ContentStreamInlineImage):
        return INLINE_IMAGE, [instruction.iimage]
    assert isinstance(instruction, pikepdf.ContentStreamInstruction)
    try:
        return str(instruction.operator), list(instruction.operands)
    except UNREADABLE:
        return "?", []
