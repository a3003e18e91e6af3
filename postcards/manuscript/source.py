"""The bytes of a YAML file become text, or findings that say which line to mend.

Accepted: UTF-8 with or without byte order mark, UTF-16 with one (Notepad's “Unicode”); CRLF, CR and LF. The text that
comes out has LF only, no byte order mark, no control characters but tab, and no other line end (YAML 1.1 counts U+0085,
U+2028 and U+2029 as such, editors do not: lines would be counted wrongly and text split in silence).
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from itertools import islice

from msgspec import Struct

from postcards.problems import Problem, Where, character_name

#: Longest file that is read (bytes). A story is 2 kB; parsing time grows with what somebody drops into the folder.
LONGEST_FILE = 1_000_000

#: So many findings of one file are told at one stage of reading it: more would hide those of other files.
MOST_TOLD = 40

#: How other kinds of files begin, and what they are.
OTHER_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"%PDF", "a PDF"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"{\\rtf", "an RTF document"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
    (b"<?xml", "an XML file"),
    (b"version https://git-lfs", "a place-holder of Git LFS, not the file itself"),
    (b"```", "a passage out of a chat or a Markdown file (```)"),
)

#: Enough of a file's beginning to know its kind (bytes).
BEGINNING = 64

SAVE_AS_UTF8 = "Open it in a text editor and save it with the encoding UTF-8."

_SPACES = "\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


class _Slip(Struct, frozen=True):
    """Something that must not stand in a file's text."""

    code: str
    signs: str | tuple[str, ...]  # without one of these the pattern cannot match; most files have none
    pattern: re.Pattern[str]
    message: str  # {name} and {text} stand for what was found
    remedy: str


SLIPS = (
    _Slip(
        "yaml.control-character",
        (),
        re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]"),
        "There is a control character {name} that nobody can see.",
        "Delete it, or type the line again.",
    ),
    _Slip(
        "yaml.line-separator",
        "\x85\u2028\u2029",
        re.compile("[\x85\u2028\u2029]"),
        "There is a line separator {name}; it would split the text without a word.",
        "Delete it and press Enter instead.",
    ),
    _Slip(
        "yaml.byte-order-mark",
        "\ufeff",
        re.compile("^\ufeff", re.MULTILINE),
        "There is an invisible {name} at the start of the line: two files were joined.",
        "Delete the line and type it again.",
    ),
    _Slip(
        "yaml.conflict",
        ("<" * 7, "=" * 7, ">" * 7),
        re.compile(r"^(?:<{7}|={7}|>{7})(?= |$)", re.MULTILINE),
        "This is a mark of two versions that were not merged: {text}",
        "Keep one of the two versions and delete the marks.",
    ),
    _Slip(
        "yaml.fence",
        ("```",),
        re.compile(r"^```", re.MULTILINE),
        "This is a mark of a chat or a Markdown file: {text}",
        "Delete the line.",
    ),
    _Slip(
        "yaml.directive",
        "%",
        re.compile(r"^%", re.MULTILINE),
        "A line that begins with % is an order to the YAML parser, not text.",
        "Delete the line, or indent it if it is part of a text.",
    ),
    _Slip(
        "yaml.tab",
        "\t",
        re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE),
        "The line is indented with a tab.",
        "Indent with spaces, two a step.",
    ),
    _Slip(
        "yaml.tab",
        "\t",
        re.compile(r"^ *(?:- +)?[\w-]+: *\t[ \t]*(?=\S)", re.MULTILINE),
        "There is a tab after the colon.",
        "Put one space there instead.",
    ),
    _Slip(
        "yaml.indent",
        _SPACES,
        # At the margin nothing but a key can stand; further in a text may begin so, as Chinese paragraphs do.
        re.compile(rf"^[{_SPACES}]|^ +[{_SPACES}]+(?=[\w-]+ *:)", re.MULTILINE),
        "The line begins with {name}, which is no ordinary space.",
        "Delete it and indent with ordinary spaces.",
    ),
)


def read_source(path: str, content: bytes) -> tuple[str | None, tuple[Problem, ...]]:
    """The text of `content`, which was read from `path` (relative to the project), and what is wrong with it.

    No text is returned where no parser could make sense of it.
    """
    start = Where(path, 1, 1)
    if len(content) > LONGEST_FILE:
        return None, (too_large(path),)
    beginning = content[:BEGINNING].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    for magic, kind in OTHER_KINDS:
        if beginning.startswith(magic.lower()):
            message = f"This is no YAML text, it looks like {kind}."
            return None, (Problem("file.kind", message, "Put the text itself into the file.", start),)
    text, problem = _decoded(path, content)
    if text is None:
        return None, (problem,) if problem else ()
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    problems = tuple(islice(_raw_faults(path, text), MOST_TOLD))
    if len(problems) == MOST_TOLD:
        return None, (*problems, too_many(path))
    return (None if problems else text), problems


def too_large(path: str) -> Problem:
    """The finding for a file that is not even parsed."""
    message = f"The file is too large: more than {LONGEST_FILE // 1000} kB."
    return Problem("file.too-large", message, "Keep only the story's own text in it.", Where(path, 1))


def too_many(path: str) -> Problem:
    """The finding that stands for all the others of a file."""
    return Problem("file.many-faults", "The file has more faults than these.", "Mend these first.", Where(path, 1))


def where_in(path: str, text: str, offset: int) -> Where:
    """Line and column of the character at `offset` in `text`, whose lines end in LF."""
    return Where(path, text.count("\n", 0, offset) + 1, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def _decoded(path: str, content: bytes) -> tuple[str | None, Problem | None]:
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    widest = content.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE))
    # Of the first two bytes of an ASCII letter, UTF-16 without a mark has one NUL and UTF-32 one or two.
    if widest or (not wide and b"\x00" in content[:2]):
        return None, Problem("file.encoding", "The file is not in UTF-8.", SAVE_AS_UTF8, Where(path, 1))
    encoding = "utf-16" if wide else "utf-8"
    try:
        return content.decode(encoding), None
    except UnicodeDecodeError as error:
        before = content[: error.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
        byte = f"0x{content[error.start]:02X}"
        message = f"The file is not in {encoding.upper()}: there is a byte {byte} that cannot stand here."
        return None, Problem("file.encoding", message, SAVE_AS_UTF8, where_in(path, before, len(before)))


def _raw_faults(path: str, text: str) -> Iterator[Problem]:
    for slip in SLIPS:
        if slip.signs and not any(sign in text for sign in slip.signs):
            continue
        for match in slip.pattern.finditer(text):
            found = match[0].lstrip(" ")
            message = slip.message.format(name=character_name(found[0]), text=found)
            offset = match.end() - len(found)
            yield Problem(slip.code, message, slip.remedy, where_in(path, text, offset))
