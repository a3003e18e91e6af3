"""What a YAML syntax error means for somebody who does not know YAML: which line to mend, and how.

libyaml says where it gave up; the slip itself often stands earlier (an open quotation mark, a text cut off by #). Each
adviser below knows one kind of slip; the first that recognises its own answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import yaml
from msgspec import Struct

from postcards.problems import Problem, Where, brief, character_name, printable

#: What to do when text is cut off at a #.
LOST_TEXT = "Put the whole value in quotation marks; before a note of your own put two spaces and # and a space."

#: Signs that mean something to YAML where a value begins, and what.
SIGNS = {
    "@": "is kept for later versions of YAML",
    "`": "is kept for later versions of YAML",
    "%": "begins an order to the YAML parser",
    "|": "begins a text on the lines below",
    ">": "begins a text on the lines below",
    "!": "says what kind of value follows",
    "&": "gives a name to what follows",
    "*": "repeats something that has a name",
    "[": "begins a list",
    "]": "ends a list",
    "{": "begins a group of keys",
    "}": "ends a group of keys",
    "-": "begins a list",
    "?": "begins a key",
    ",": "stands between the items of a list",
}

_VALUE = re.compile(r"^\s*(?:- +)*[^\s:#]+: +(?P<value>\S.*)$")
_KEY = re.compile(r"^\s*(?:- +)*[^\s:#]+:(?: |$)")
_WIDE_COLON = re.compile("^\\s*(?:- +)?[\\w.-]+\\s*(?P<colon>[\uff1a\ufe55\ufe13\ua789])")
_TIGHT_COLON = re.compile(r"^\s*(?:- +)?[A-Za-z_-]+(?P<colon>:)[^\s:/]")

#: What libyaml names as context where the slip is at the context's place, not at the place where it gave up.
_OPENING = ("flow", "scalar", "alias", "anchor", "tag", "simple key")

#: How libyaml says that it looked for a line of another kind.
_LINE_EXPECTED = (
    "could not find expected ':'",
    "did not find expected key",
    "did not find expected <document start>",
    "did not find expected '-' indicator",
    "did not find expected alphabetic or numeric character",
)


class _Slip(Struct, frozen=True):
    """What is known of an error: the file's lines, libyaml's words and marks, the value read last."""

    path: str
    lines: list[str]
    error: yaml.MarkedYAMLError
    last: yaml.ScalarEvent | None

    @property
    def problem(self) -> str:
        return str(self.error.problem or "")

    @property
    def mark(self) -> tuple[int, int]:
        """Line and column (from 0) of the slip, as far as libyaml tells."""
        mark = self.error.problem_mark
        context = str(self.error.context or "")
        if self.error.context_mark is not None and any(word in context for word in _OPENING):
            mark = self.error.context_mark
        return (min(mark.line, len(self.lines) - 1), mark.column) if mark is not None else (0, 0)

    def line(self, index: int) -> str:
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def found(self, code: str, at: tuple[int, int], message: str, remedy: str) -> Problem:
        return Problem(code, printable(message), remedy, Where(self.path, at[0] + 1, at[1] + 1))


def quote_it(sign: str) -> str:
    """What to do with a value that begins with `sign`, or holds it where YAML reads it."""
    return f"If {sign} belongs to the text, put the whole value in double quotation marks."


def syntax_problem(path: str, lines: list[str], error: yaml.MarkedYAMLError, last: yaml.ScalarEvent | None) -> Problem:
    """The finding for `error` in the file `path` with these `lines`; `last` is the value that was read before it."""
    slip = _Slip(path, lines, error, last)
    for advise in _ADVISERS:
        if problem := advise(slip):
            return problem
    message = f"The file cannot be understood from here on ({slip.problem})."
    remedy = "Compare the line with the ones above it: keys stand in one column, a colon and a space follow them."
    return slip.found("yaml.syntax", slip.mark, message, remedy)


def colon_problem(path: str, lines: list[str], number: int) -> Problem | None:
    """The finding if the line `number` (from 1) has a colon after its key, but not one that YAML knows as such."""
    if problem := _wide_colon_in(path, lines, number - 1):
        return problem
    match = _TIGHT_COLON.match(lines[number - 1])
    if match is None:
        return None
    where = Where(path, number, match.start("colon") + 1)
    return Problem("yaml.colon", "There is no space after the colon.", "Put one space there.", where)


def _wide_colon_in(path: str, lines: list[str], index: int) -> Problem | None:
    match = _WIDE_COLON.match(lines[index]) if 0 <= index < len(lines) else None
    if match is None:
        return None
    message = f"After the key stands {character_name(match['colon'])}, not an ordinary colon."
    where = Where(path, index + 1, match.start("colon") + 1)
    return Problem("yaml.colon", message, "Write “:” and a space.", where)


def start_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 0, where what `event` tells of begins."""
    mark = event.start_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)


def end_of(event: yaml.Event) -> tuple[int, int]:
    """Line and column, from 0, where what `event` tells of ends."""
    mark = event.end_mark
    return (mark.line, mark.column) if mark is not None else (0, 0)


def _escape(slip: _Slip) -> Problem | None:
    if "escape" not in slip.problem and "hexdecimal" not in slip.problem:
        return None
    mark = slip.error.problem_mark
    at = (mark.line, mark.column) if mark is not None else slip.mark
    message = "In double quotation marks a backslash begins a code, and this one means no character."
    return slip.found("yaml.escape", at, message, "Use single quotation marks, or write the character itself.")


def _open_quote(slip: _Slip) -> Problem | None:
    if "quoted scalar" not in str(slip.error.context):
        return None
    return slip.found("yaml.quote", slip.mark, "The quotation mark that opens here is never closed.", "Close it.")


def _text_after_quote(slip: _Slip) -> Problem | None:
    last, mark = slip.last, slip.error.problem_mark
    if last is None or last.style not in ("'", '"') or mark is None:
        return None
    start, end = start_of(last), end_of(last)
    if mark.line != end[0] or mark.column < end[1]:
        return None
    message = "The quotation mark that opens here closes before the text ends."
    if start[0] != end[0]:
        message = f"The quotation mark that opens here closes only in line {end[0] + 1}."
    other = "single" if last.style == '"' else "double"
    remedy = f"Put the whole value in {other} quotation marks, or close it where the text ends."
    return slip.found("yaml.quote", start, message, remedy)


def _cut_text(slip: _Slip) -> Problem | None:
    if slip.last is None or slip.last.style:
        return None
    line, column = end_of(slip.last)
    after = slip.line(line)[column:]
    if not after.lstrip().startswith("#"):
        return None
    return slip.found("yaml.lost-text", (line, column), f"“{brief(after.strip())}” would be lost.", LOST_TEXT)


def _wide_colon(slip: _Slip) -> Problem | None:
    line, _ = slip.mark
    return _wide_colon_in(slip.path, slip.lines, line) or _wide_colon_in(slip.path, slip.lines, line - 1)


def _special_sign(slip: _Slip) -> Problem | None:
    line, column = slip.mark
    if "cannot start any token" in slip.problem:
        sign = slip.line(line)[column : column + 1]
    else:
        match = _VALUE.match(slip.line(line))
        # An error before the value is one of the line, whatever the value begins with.
        if match is None or column < match.start("value"):
            return None
        sign, column = match["value"][0], match.start("value")
    if sign not in SIGNS:
        return None
    message = f"The value begins with {sign}, which {SIGNS[sign]}."
    return slip.found("yaml.special-character", (line, column), message, quote_it(sign))


def _second_colon(slip: _Slip) -> Problem | None:
    if "mapping values are not allowed" not in slip.problem:
        return None
    line, column = slip.mark
    match = _VALUE.match(slip.line(line))
    if match and match.start("value") <= column:
        message = "The value holds a colon and a space, which YAML takes for a key of its own."
        return slip.found("yaml.colon", (line, column), message, "Put the whole value in double quotation marks.")
    message = "The line is indented as if it belonged to the value above it."
    return slip.found("yaml.indent", (line, 0), message, "Begin it in the same column as the keys beside it.")


def _nesting(slip: _Slip) -> Problem | None:
    if "nesting depth" not in slip.problem:
        return None
    sign = slip.line(slip.mark[0]).strip()[-1:]
    message = "More levels stand inside each other than any file of ours has."
    return slip.found("yaml.nesting", slip.mark, message, quote_it(sign))


def _misplaced_line(slip: _Slip) -> Problem | None:
    if not any(words in slip.problem for words in _LINE_EXPECTED):
        return None
    line, column = slip.mark
    if problem := colon_problem(slip.path, slip.lines, line + 1):
        return problem
    if _KEY.match(slip.line(line)):
        message = "The line does not begin in the column of the keys around it."
        return slip.found("yaml.indent", (line, column), message, "Move it there; each step inwards is two spaces.")
    message = "The line has no key. Is it the next line of the text above?"
    return slip.found("yaml.indent", (line, column), message, "Then indent it by two spaces more than the text's key.")


_ADVISERS: tuple[Callable[[_Slip], Problem | None], ...] = (
    _nesting,
    _escape,
    _open_quote,
    _text_after_quote,
    _cut_text,
    _wide_colon,
    _special_sign,
    _second_colon,
    _misplaced_line,
)
