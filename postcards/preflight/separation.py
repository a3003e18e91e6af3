"""Copies of a file in which screens show its plates; see `plates.py`.

What overprints takes the darker of two inks (Darken): that is what a press does with black text on a ground, and never
less than the truth. Colours that need a printer's profile to become inks count as none; rules name them anyway.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf
from msgspec import Struct, field
from pikepdf import Array, Dictionary, Name, Operator
from PIL import Image

from postcards.preflight.boxes import Box
from postcards.preflight.limits import DEEPEST
from postcards.preflight.objects import Key, entries, entry, key_of, name, number
from postcards.preflight.pixels import Pixels, plates_of
from postcards.preflight.spaces import (
    CMYK,
    GRAY,
    RGB,
    Inks,
    Paint,
    Space,
    first_colour,
    inks,
    read_space,
)
from postcards.preflight.tree import Source, inherited, opened

#: Operators that set a colour in a device's space, and in which.
DEVICE = {"g": GRAY, "G": GRAY, "rg": RGB, "RG": RGB, "k": CMYK, "K": CMYK}

#: Operators that choose a space, and that set a colour in it.
CHOOSE, SET = ("cs", "CS"), ("sc", "SC", "scn", "SCN")

#: How a shading's colours become plates, as PostScript (7.10.5): by the number of its components, for the colours'
#: copy and for the black one.
CALCULATED = {
    1: (b"{pop 1 1 1}", b"{dup dup}"),
    3: (b"{}", b"{pop pop pop 1 1 1}"),
    4: (
        b"{pop 1 exch sub 3 1 roll 1 exch sub 3 1 roll 1 exch sub 3 1 roll}",
        b"{4 1 roll pop pop pop 1 exch sub dup dup}",
    ),
}


class UnreadablePictureError(ValueError):
    """There is a picture whose plates nobody knows, so that no sum can be right."""


Drawn = list[tuple[list[Any], Any]]  # operands and operators


class _Plan(Struct):
    """What becomes of the file's parts in the second copy, once the first is written."""

    contents: list[tuple[pikepdf.Stream, bytes]] = field(default_factory=list)
    pictures: list[tuple[pikepdf.Stream, Pixels | None]] = field(default_factory=list)
    shadings: list[tuple[pikepdf.Object, Space]] = field(default_factory=list)
    done: set[Key] = field(default_factory=set)

    def is_new(self, thing: pikepdf.Object) -> bool:
        key = key_of(thing)
        if key is None:
            return True
        if key in self.done:
            return False
        self.done.add(key)
        return True


def separated(source: Source, rooms: Sequence[Box]) -> Iterator[bytes]:
    """The file twice: with its coloured plates, and with the black one; each page is its room.

    Raises UnreadablePictureError where a picture cannot be unpacked, or is too large to be.
    """
    with opened(source) as pdf:
        plan = _Plan()
        # What is no page is not looked at again; damaged metadata would be mended, and said so on the terminal.
        _forget(pdf.Root, "Metadata", "Outlines", "StructTreeRoot", "OutputIntents", "Names", "AcroForm", "OpenAction")
        for page, room in zip(pdf.pages, rooms, strict=False):
            sheet = page.obj
            resources = inherited(sheet, "Resources")
            coloured, black = _separate(pikepdf.parse_content_stream(page), resources)
            sheet.Contents = pdf.make_stream(coloured)
            plan.contents.append((sheet.Contents, black))
            sheet.MediaBox = Array([room.left, room.bottom, room.right, room.top])
            _forget(sheet, "CropBox", "BleedBox", "TrimBox", "ArtBox", "UserUnit", "Annots")
            sheet.Rotate = 0
            _group(sheet)
            _resources(plan, resources, 0)
        if any(pixels is None for _, pixels in plan.pictures):
            raise UnreadablePictureError("a picture cannot be unpacked")
        for count in (0, 1):
            for shading, space in plan.shadings:
                shading.ColorSpace = _calculated(pdf, space, count)
            for picture, pixels in plan.pictures:
                if pixels:
                    _put(picture, pixels[count])
            if count:
                for stream, black in plan.contents:
                    stream.write(black)
            file = io.BytesIO()
            pdf.save(file, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
            yield file.getvalue()


def _resources(plan: _Plan, resources: object, depth: int) -> None:
    """Everything that content may call by name."""
    if depth > DEEPEST:
        return
    for _, state in entries(entry(resources, "ExtGState")):
        _overprint(state)
    for _, thing in entries(entry(resources, "XObject")):
        if isinstance(thing, pikepdf.Stream) and plan.is_new(thing):
            if name(entry(thing, "Subtype")) == "Form":
                _content(plan, thing, resources, depth)
            elif name(entry(thing, "Subtype")) == "Image" and entry(thing, "ImageMask") is not True:
                space = entry(thing, "ColorSpace")
                known = GRAY if space is None else read_space(space, resources)
                plan.pictures.append((thing, plates_of(thing, known)))
    for _, pattern in entries(entry(resources, "Pattern")):
        if isinstance(pattern, pikepdf.Stream) and plan.is_new(pattern):
            _content(plan, pattern, resources, depth)
        elif (shading := entry(pattern, "Shading")) is not None:
            _shading(plan, shading, resources)
    for _, shading in entries(entry(resources, "Shading")):
        _shading(plan, shading, resources)


def _content(plan: _Plan, stream: pikepdf.Stream, outer: object, depth: int) -> None:
    resources = entry(stream, "Resources") or outer
    coloured, black = _separate(pikepdf.parse_content_stream(stream), resources)
    stream.write(coloured)
    plan.contents.append((stream, black))
    _group(stream)
    _resources(plan, resources, depth + 1)


def _shading(plan: _Plan, shading: pikepdf.Object, resources: object) -> None:
    space = read_space(entry(shading, "ColorSpace"), resources)
    if plan.is_new(shading) and space.components in CALCULATED and not space.colorants:
        plan.shadings.append((shading, space))


def _separate(instructions: Sequence[Any], resources: object) -> tuple[bytes, bytes]:
    """The same content twice, in the colours' and in the black copy's colours."""
    coloured: Drawn = []
    black: Drawn = []
    spaces = {"f": GRAY, "s": GRAY}
    kept: list[dict[str, Space]] = []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "q":
            kept.append(dict(spaces))
        elif operator == "Q" and kept:
            spaces = kept.pop()
        paint = _colour_set(operator, instruction, spaces, resources)
        if paint is None:
            coloured.append(instruction)
            black.append(instruction)
        else:
            found = inks(paint) or Inks(0, 0, 0, 0)
            fills = operator[0].islower()
            coloured.append(([1 - found.cyan, 1 - found.magenta, 1 - found.yellow], _RGB[fills]))
            black.append(([max(0.0, 1 - found.black - found.spot)], _GRAY[fills]))
    return pikepdf.unparse_content_stream(coloured), pikepdf.unparse_content_stream(black)


_RGB = (Operator("RG"), Operator("rg"))
_GRAY = (Operator("G"), Operator("g"))


def _colour_set(operator: str, instruction: Any, spaces: dict[str, Space], resources: object) -> Paint | None:
    """The colour that an operator sets; nothing for patterns and for all other operators."""
    which = "f" if operator[:1].islower() else "s"
    if operator in DEVICE:
        spaces[which] = DEVICE[operator]
        return Paint(DEVICE[operator], _values(instruction))
    if operator in CHOOSE:
        spaces[which] = read_space(instruction.operands[0], resources)
        return None if spaces[which].family == "Pattern" else first_colour(spaces[which])
    if operator in SET and spaces[which].family != "Pattern":
        return Paint(spaces[which], _values(instruction))
    return None


def _values(instruction: Any) -> tuple[float, ...]:
    return tuple(number(part) or 0.0 for part in instruction.operands)


def _overprint(state: pikepdf.Object) -> None:
    said = [entry(state, key) for key in ("op", "OP")]
    if isinstance(state, Dictionary) and entry(state, "BM") is None and any(part is not None for part in said):
        state.BM = Name.Darken if True in said else Name.Normal


def _group(holder: pikepdf.Object) -> None:
    if entry(holder, "Group", "CS") is not None:
        holder.Group.CS = Name.DeviceRGB


def _calculated(pdf: pikepdf.Pdf, space: Space, copy: int) -> Array:
    """A space of as many components, which a screen shows as plates."""
    limits = [0, 1]
    function = pdf.make_stream(
        CALCULATED[space.components][copy],
        FunctionType=4,
        Domain=Array(limits * space.components),
        Range=Array(limits * 3),
    )
    colorants = Array([Name(f"/Plate{place}") for place in range(space.components)])
    return Array([Name.DeviceN, colorants, Name.DeviceRGB, function])


def _put(picture: pikepdf.Stream, image: Image.Image) -> None:
    """Let a picture show plates."""
    _forget(picture, "Decode", "DecodeParms", "Filter", "Intent", "Alternates", "OPI")
    if not isinstance(entry(picture, "Mask"), pikepdf.Stream):
        _forget(picture, "Mask")
    picture.write(image.tobytes())
    picture.Width, picture.Height, picture.BitsPerComponent = image.width, image.height, 8
    picture.ColorSpace = Name.DeviceGray if image.mode == "L" else Name.DeviceRGB


def _forget(thing: pikepdf.Object, *keys: str) -> None:
    for key in keys:
        if entry(thing, key) is not None:
            del thing[f"/{key}"]
