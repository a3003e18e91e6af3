"""PDF's operators, what each does to the interpreter's state, and what it paints (ISO 32000-1, annex A)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec.structs import replace

from postcards.preflight.boxes import Box, Matrix
from postcards.preflight.content import INLINE_IMAGE, PATH
from postcards.preflight.marks import Area, Photo, Picture
from postcards.preflight.objects import entry, has, items, name, number
from postcards.preflight.sequences import begin, end
from postcards.preflight.showing import SHOWING, floats
from postcards.preflight.spaces import CMYK, GRAY, RGB, Paint, first_colour

if TYPE_CHECKING:
    from postcards.preflight.interpreter import Interpreter

Operator = Callable[["Interpreter", list[Any]], None]

#: The box that every picture fills before the matrix (8.9.5).
UNIT = Box(0, 0, 1, 1)


def keep(page: Interpreter, _: list[Any]) -> None:
    page.kept.append(page.state.copy())


def bring_back(page: Interpreter, _: list[Any]) -> None:
    if page.kept:
        page.state = page.kept.pop()
    else:
        page.seen.strange["a graphics state that is brought back and was never kept"] += 1


def transform(page: Interpreter, operands: list[Any]) -> None:
    page.state.matrix = Matrix(*floats(operands, 6)).before(page.state.matrix)


def line_width(page: Interpreter, operands: list[Any]) -> None:
    (page.state.width,) = floats(operands, 1)


def rendering_intent(page: Interpreter, operands: list[Any]) -> None:
    page.seen.intents.add(name(operands[0]))


def graphics_state(page: Interpreter, operands: list[Any]) -> None:
    """Take over the parameters of an ExtGState dictionary (8.4.5)."""
    found = page.resource("ExtGState", name(operands[0]))
    if not isinstance(found, pikepdf.Dictionary):
        raise KeyError("ExtGState")
    page.note_state(found)
    said = page.entries(found)
    state, look = page.state, page.state.look
    width, blend, intent = number(said.get("LW")), items(said.get("BM")), said.get("RI")
    if width is not None:
        state.width = width
    if blend:
        look = replace(look, blend=name(blend[0]))
        page.seen.blends.update(map(name, blend))
    if intent is not None:
        page.seen.intents.add(name(intent))
    strokes, fills = said.get("OP"), said.get("op")
    if isinstance(strokes, bool):
        look = replace(look, overprints_strokes=strokes, overprints_fills=strokes)
    if isinstance(fills, bool):
        look = replace(look, overprints_fills=fills)
    mode, opacity, line_opacity = (number(said.get(key)) for key in ("OPM", "ca", "CA"))
    state.look = replace(
        look,
        overprint_mode=look.overprint_mode if mode is None else int(mode),
        opacity=look.opacity if opacity is None else opacity,
        line_opacity=look.line_opacity if line_opacity is None else line_opacity,
    )
    _mask(page, said.get("SMask"))
    font = items(said.get("Font"))
    if len(font) == 2:
        state.size = number(font[1]) or 0.0


def _mask(page: Interpreter, mask: object) -> None:
    if mask is None:
        return
    page.state.look = replace(page.state.look, is_masked=isinstance(mask, pikepdf.Dictionary))
    form = entry(mask, "G")
    if isinstance(form, pikepdf.Stream):
        group = entry(form, "Group")
        if group is not None:
            page.group("mask", group, luminosity=name(entry(mask, "S")) == "Luminosity")
        page.look_into(form)


def _steps(count: int) -> Operator:
    """A path operator that goes to the last of `count` points, past the others."""

    def go(page: Interpreter, operands: list[Any]) -> None:
        found, matrix = floats(operands, 2 * count), page.state.matrix
        page.points += [matrix.point(found[place], found[place + 1]) for place in range(0, 2 * count, 2)]
        page.rectangles = -1

    return go


def path(page: Interpreter, operands: list[float]) -> None:
    """Many steps at once: of points that stay as upright as they are, those farthest out say how far all reach."""
    across, up, matrix = operands[::2], operands[1::2], page.state.matrix
    if across:
        if matrix.b == matrix.c == 0:
            across, up = [min(across), max(across)], [min(up), max(up)]
        page.points += map(matrix.point, across, up)
        page.rectangles = -1


def rectangle(page: Interpreter, operands: list[Any]) -> None:
    x, y, width, height = floats(operands, 4)
    matrix = page.state.matrix
    corners = ((x, y), (x + width, y), (x, y + height), (x + width, y + height))
    page.points += [matrix.point(*corner) for corner in corners]
    stands = matrix.b == matrix.c == 0 or matrix.a == matrix.d == 0
    page.rectangles = page.rectangles + 1 if stands and page.rectangles >= 0 else -1


def clip(page: Interpreter, _: list[Any]) -> None:
    page.clips = True


def _painting(fills: bool, strokes: bool) -> Operator:
    return lambda page, _: page.paint(fills, strokes)


def _device(which: str, space: Any) -> Operator:
    """An operator that sets a colour in a device's space."""

    def set_colour(page: Interpreter, operands: list[Any]) -> None:
        setattr(page.state, which, Paint(space, tuple(floats(operands, space.components))))
        page.use(space, which)

    return set_colour


def _space(which: str) -> Operator:
    def choose(page: Interpreter, operands: list[Any]) -> None:
        setattr(page.state, which, first_colour(page.read_space(operands[0], which)))

    return choose


def _colour(which: str) -> Operator:
    """An operator that sets a colour in the chosen space; a pattern is looked into."""

    def set_colour(page: Interpreter, operands: list[Any]) -> None:
        space = getattr(page.state, which).space
        values = [found for part in operands if (found := number(part)) is not None]
        label = name(operands[-1]) if operands else ""
        setattr(page.state, which, Paint(space, tuple(values), bool(label)))
        if label:
            _pattern(page, page.resource("Pattern", label))

    return set_colour


def _pattern(page: Interpreter, pattern: object) -> None:
    if isinstance(pattern, pikepdf.Stream):
        page.look_into(pattern)
    elif (shading := entry(pattern, "Shading")) is not None:
        page.read_space(entry(shading, "ColorSpace"), "shading")
    else:
        raise KeyError("Pattern")


def shade(page: Interpreter, operands: list[Any]) -> None:
    shading = page.resource("Shading", name(operands[0]))
    space = page.read_space(entry(shading, "ColorSpace"), "shading")
    page.paints("shadings")
    page.mark(Area(page.state.clip, Paint(space, (), True), page.state.look, False))


def draw(page: Interpreter, operands: list[Any]) -> None:
    """A form is gone through, a picture is a mark (8.8); what else there is, a rule names."""
    thing = page.resource("XObject", name(operands[0]))
    kind = name(entry(thing, "Subtype"))
    if not isinstance(thing, pikepdf.Stream):
        raise KeyError("XObject")
    if kind == "Form" and name(entry(thing, "Subtype2")) != "PS":
        page.draw_form(thing)
    elif kind == "Image":
        page.note_picture(thing)
        _picture(page, thing)
    else:
        page.seen.forms.append(thing)


def draw_inline(page: Interpreter, operands: list[Any]) -> None:
    """A picture between the operators (8.9.7)."""
    page.note_picture(operands[0].obj)
    _picture(page, operands[0].obj)


def _picture(page: Interpreter, picture: Any) -> None:
    def said(long: str, short: str) -> Any:
        found = entry(picture, long)
        return entry(picture, short) if found is None else found

    is_stencil, space = said("ImageMask", "IM") is True, said("ColorSpace", "CS")
    facts = Picture(
        int(number(said("Width", "W")) or 0),
        int(number(said("Height", "H")) or 0),
        1 if is_stencil else int(number(said("BitsPerComponent", "BPC")) or 8),
        is_stencil,
        None if is_stencil or space is None else page.read_space(space, "picture"),
        tuple(name(filter_) for filter_ in items(said("Filter", "F"))),
    )
    page.paints("pictures")
    state = page.state
    box = state.matrix.box(UNIT).shared(state.clip)
    if box is None:
        return
    if is_stencil:
        page.mark(Area(box, state.fill, state.look, False))
    page.mark(Photo(facts, box, state.matrix.across, state.matrix.upwards, _looks(picture, state.look)))


def _looks(picture: Any, look: Any) -> Any:
    return replace(look, is_masked=True) if has(picture, "SMask") else look


def _nothing(_page: Interpreter, _operands: list[Any]) -> None:
    """Operators that change nothing a rule looks at."""


def _lenient(step: int) -> Operator:
    def begin_or_end(page: Interpreter, _: list[Any]) -> None:
        page.lenient = max(0, page.lenient + step)

    return begin_or_end


OPERATORS: dict[str, Operator] = {
    **dict.fromkeys(("j", "J", "M", "d", "i", "h", "MP", "DP", "d0", "d1"), _nothing),
    **dict.fromkeys(("BMC", "BDC"), begin),
    "EMC": end,
    "q": keep,
    "Q": bring_back,
    "cm": transform,
    "w": line_width,
    "ri": rendering_intent,
    "gs": graphics_state,
    "m": _steps(1),
    "l": _steps(1),
    "c": _steps(3),
    "v": _steps(2),
    "y": _steps(2),
    PATH: path,
    "re": rectangle,
    "W": clip,
    "W*": clip,
    "n": _painting(False, False),
    **dict.fromkeys(("f", "F", "f*"), _painting(True, False)),
    **dict.fromkeys(("S", "s"), _painting(False, True)),
    **dict.fromkeys(("B", "B*", "b", "b*"), _painting(True, True)),
    "g": _device("fill", GRAY),
    "G": _device("stroke", GRAY),
    "rg": _device("fill", RGB),
    "RG": _device("stroke", RGB),
    "k": _device("fill", CMYK),
    "K": _device("stroke", CMYK),
    "cs": _space("fill"),
    "CS": _space("stroke"),
    **dict.fromkeys(("sc", "scn"), _colour("fill")),
    **dict.fromkeys(("SC", "SCN"), _colour("stroke")),
    "sh": shade,
    "Do": draw,
    INLINE_IMAGE: draw_inline,
    "BX": _lenient(1),
    "EX": _lenient(-1),
    **SHOWING,
}
