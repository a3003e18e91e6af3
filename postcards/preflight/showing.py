"""PDF's text operators: where strings stand, and how large (ISO 32000-1, 9.3 and 9.4)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pikepdf

from postcards.preflight.boxes import AS_IT_IS, Box, Matrix
from postcards.preflight.marks import Words
from postcards.preflight.objects import LARGEST, NUMBERS, entry, name, number, numbers
from postcards.preflight.sequences import TEXT
from postcards.preflight.state import FILLS, STROKES

if TYPE_CHECKING:
    from postcards.preflight.interpreter import Interpreter
    from postcards.preflight.typefaces import Typeface

Operator = Callable[["Interpreter", list[Any]], None]

#: From where to where letters reach, in parts of their size: marks above and below are not waited for.
ASCENT, DESCENT = 0.7, -0.2

SPACE = 32  # the code that word spacing is added to


def floats(operands: list[Any], count: int) -> list[float]:
    """Exactly `count` numbers; raises ValueError for anything else."""
    found = [float(part) for part in operands if type(part) in NUMBERS]
    if not len(found) == len(operands) == count or not -LARGEST <= min(found) <= max(found) <= LARGEST:
        raise ValueError(f"{count} numbers are needed")
    return found


def begin(page: Interpreter, _: list[Any]) -> None:
    page.line = page.word = AS_IT_IS


def place(page: Interpreter, operands: list[Any]) -> None:
    page.line = page.word = Matrix(*floats(operands, 6))


def move(page: Interpreter, operands: list[Any]) -> None:
    x, y = floats(operands, 2)
    page.line = page.word = Matrix(1, 0, 0, 1, x, y).before(page.line)


def move_and_lead(page: Interpreter, operands: list[Any]) -> None:
    page.state.leading = -floats(operands, 2)[1]
    move(page, operands)


def next_line(page: Interpreter, _: list[Any]) -> None:
    page.line = page.word = Matrix(1, 0, 0, 1, 0, -page.state.leading).before(page.line)


def choose_font(page: Interpreter, operands: list[Any]) -> None:
    page.state.size = number(operands[1]) or 0.0
    page.state.typeface = page.typeface(name(operands[0]))
    if page.state.typeface is None:
        raise KeyError("Font")


def _setting(which: str, scale: float = 1.0) -> Operator:
    def set_parameter(page: Interpreter, operands: list[Any]) -> None:
        setattr(page.state, which, floats(operands, 1)[0] * scale)

    return set_parameter


def mode(page: Interpreter, operands: list[Any]) -> None:
    page.state.mode = int(floats(operands, 1)[0])


def show(page: Interpreter, operands: list[Any]) -> None:
    _show(page, operands)


def show_spaced(page: Interpreter, operands: list[Any]) -> None:
    (parts,) = operands
    _show(page, parts if isinstance(parts, list) else list(parts.as_list()))


def show_on_next_line(page: Interpreter, operands: list[Any]) -> None:
    next_line(page, [])
    _show(page, operands)


def show_with_spacing(page: Interpreter, operands: list[Any]) -> None:
    page.state.word_space, page.state.letter_space = floats(operands[:2], 2)
    show_on_next_line(page, operands[2:])


def _show(page: Interpreter, parts: list[Any]) -> None:
    """Strings, and numbers that move the pen back by thousandths of the size."""
    state, typeface = page.state, page.state.typeface
    if typeface is None:
        page.seen.strange["text without a font"] += 1
        return
    shown: list[int] = []
    pen = 0.0
    for part in parts:
        if type(part) is bytes or isinstance(part, pikepdf.String):
            codes = typeface.codes(bytes(part))
            shown += codes
            pen += typeface.advance(codes) * state.size + len(codes) * state.letter_space
            pen += codes.count(SPACE) * state.word_space if typeface.bytes_per_code == 1 else 0.0
        else:
            pen -= (number(part) or 0.0) / 1000 * state.size
    pen *= state.stretch
    matrix = page.word.before(state.matrix)
    bottom, top = state.rise + DESCENT * state.size, state.rise + ASCENT * state.size
    box = matrix.box(Box(min(0.0, pen), min(bottom, top), max(0.0, pen), max(bottom, top))).shared(state.clip)
    page.word = page.word.moved(pen)
    if typeface.kind == "Type3":
        page.look_at_letters(typeface)
    if shown:
        page.paints(TEXT)
    if shown and box:
        fill = state.fill if state.mode in FILLS else None
        stroke = state.stroke if state.mode in STROKES else None
        size = abs(state.size) * matrix.upwards * _unit(typeface)
        page.mark(Words(typeface, tuple(shown), size, box, fill, stroke, state.look))


def _unit(typeface: Typeface) -> float:
    """What the letters' own coordinates are multiplied by, beside a thousandth: a Type 3 font may say otherwise."""
    matrix = numbers(entry(typeface.source, "FontMatrix")) if typeface.kind == "Type3" else ()
    return 1000 * abs(matrix[3]) if len(matrix) == 6 else 1.0


SHOWING: dict[str, Operator] = {
    "BT": begin,
    "ET": lambda _page, _operands: None,
    "Tm": place,
    "Td": move,
    "TD": move_and_lead,
    "T*": next_line,
    "Tf": choose_font,
    "TL": _setting("leading"),
    "Tc": _setting("letter_space"),
    "Tw": _setting("word_space"),
    "Tz": _setting("stretch", 0.01),
    "Ts": _setting("rise"),
    "Tr": mode,
    "Tj": show,
    "TJ": show_spaced,
    "'": show_on_next_line,
    '"': show_with_spacing,
}
