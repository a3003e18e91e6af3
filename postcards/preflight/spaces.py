"""Colour spaces, and what a colour in one of them puts onto the plates (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import pikepdf
from msgspec import Struct

from postcards.preflight.objects import entry, items, name, number

#: Spaces within spaces deeper than this are followed no further.
DEEPEST = 8

#: Names that stand for a device's space, the short ones in inline pictures alone (8.9.7, table 93).
DEVICES = {
    "DeviceGray": "DeviceGray",
    "G": "DeviceGray",
    "DeviceRGB": "DeviceRGB",
    "RGB": "DeviceRGB",
    "DeviceCMYK": "DeviceCMYK",
    "CMYK": "DeviceCMYK",
}

COMPONENTS = {"DeviceGray": 1, "CalGray": 1, "Indexed": 1, "DeviceRGB": 3, "CalRGB": 3, "Lab": 3, "DeviceCMYK": 4}

#: Colorants of spot spaces that are plates of the press already (8.6.6.4, 8.6.6.5).
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")

#: Colorants that are on no plate and on every plate.
NO_PLATE, EVERY_PLATE = "None", "All"


class Space(Struct, frozen=True):
    """A colour space, with those it rests on: bases, alternates, uncoloured patterns' colours."""

    family: str  # as PDF names it: DeviceCMYK, ICCBased, Separation …; empty if it cannot be read
    components: int
    under: tuple[Space, ...] = ()
    colorants: tuple[str, ...] = ()
    profile: pikepdf.Object | None = None  # the ICC profile's stream
    table: bytes = b""  # an indexed space's colours

    def all(self) -> Iterator[Space]:
        """This space and every one it rests on."""
        yield self
        for space in self.under:
            yield from space.all()


class Inks(NamedTuple):
    """Shares of ink from 0 to 1; `spot` adds up what lies on plates of its own."""

    cyan: float
    magenta: float
    yellow: float
    black: float
    spot: float = 0.0

    @property
    def total(self) -> float:
        """Area coverage in percent."""
        return 100 * sum(self)

    @property
    def plates(self) -> int:
        """How many plates print."""
        return sum(ink > 0 for ink in self)


class Paint(Struct, frozen=True):
    """A colour: its space and its values there; a pattern has none of its own."""

    space: Space
    values: tuple[float, ...]
    is_pattern: bool = False


GRAY, CMYK = Space("DeviceGray", 1), Space("DeviceCMYK", 4)
RGB = Space("DeviceRGB", 3)
UNKNOWN = Space("", 0)

#: The colour that every page begins with (8.4.1, table 52).
BLACK = Paint(GRAY, (0.0,))


def read_space(thing: object, resources: object, depth: int = 0) -> Space:
    """The space that a name or an array stands for."""
    if depth > DEEPEST:
        return UNKNOWN
    if isinstance(thing, pikepdf.Name):
        plain = name(thing)
        if plain in DEVICES:
            family = DEVICES[plain]
            return Space(family, COMPONENTS[family])
        if plain == "Pattern":
            return Space("Pattern", 0)
        meant = entry(resources, "ColorSpace", plain)
        return UNKNOWN if meant is None else read_space(meant, resources, depth + 1)
    parts = items(thing) if isinstance(thing, pikepdf.Array) else []
    family = name(parts[0]) if parts else ""
    if len(parts) == 1:
        return read_space(parts[0], resources, depth + 1)
    return _array_space(DEVICES.get(family, family), parts, resources, depth)


def _array_space(family: str, parts: list[pikepdf.Object], resources: object, depth: int) -> Space:
    if family in ("CalGray", "CalRGB", "Lab"):
        return Space(family, COMPONENTS[family])
    if family == "ICCBased":
        alternate = entry(parts[1], "Alternate")
        under = () if alternate is None else (read_space(alternate, resources, depth + 1),)
        return Space(family, int(number(entry(parts[1], "N")) or 0), under, profile=parts[1])
    if family in ("Indexed", "I") and len(parts) > 3:
        base, table = read_space(parts[1], resources, depth + 1), parts[3]
        colours = table.read_bytes() if isinstance(table, pikepdf.Stream) else bytes(table)
        return Space("Indexed", 1, (base,), table=colours)
    if family in ("Separation", "DeviceN") and len(parts) > 2:
        colorants = tuple(name(part) for part in items(parts[1]))
        return Space(family, len(colorants), (read_space(parts[2], resources, depth + 1),), colorants)
    if family == "Pattern":
        return Space(family, 0, (read_space(parts[1], resources, depth + 1),))
    return UNKNOWN


def first_colour(space: Space) -> Paint:
    """The colour that a space begins with when it is chosen (8.6.8): black, or all of the ink."""
    if space.family == "DeviceCMYK" or (space.family == "ICCBased" and space.components == 4):
        return Paint(space, (0.0, 0.0, 0.0, 1.0))
    full = 1.0 if space.family in ("Separation", "DeviceN") else 0.0
    return Paint(space, (full,) * space.components, space.family == "Pattern")


def inks(paint: Paint) -> Inks | None:
    """What a colour puts onto the plates; nothing where that cannot be told without the printer's profiles.

    Colours by light count as three inks: that is how much they can become at most without black.
    """
    space, values = paint.space, paint.values
    if paint.is_pattern or len(values) < space.components or not values:
        return None
    if space.colorants:
        return _colorants(space.colorants, values)
    if space.family == "Indexed":
        (base,) = space.under
        place = int(values[0]) * base.components
        shares = [part / 255 for part in space.table[place : place + base.components]]
        return inks(Paint(base, tuple(shares)))
    if space.components == 4:
        return Inks(values[0], values[1], values[2], values[3])
    if space.components == 1:
        return Inks(0.0, 0.0, 0.0, 1 - values[0])
    if space.family in ("DeviceRGB", "CalRGB", "ICCBased") and space.components == 3:
        return Inks(1 - values[0], 1 - values[1], 1 - values[2], 0.0)
    return None


def _colorants(colorants: tuple[str, ...], values: tuple[float, ...]) -> Inks:
    shares, spot = dict.fromkeys(PROCESS, 0.0), 0.0
    for colorant, value in zip(colorants, values, strict=False):
        if colorant == EVERY_PLATE:
            return Inks(value, value, value, value)
        if colorant in shares:
            shares[colorant] += value
        elif colorant != NO_PLATE:
            spot += value
    return Inks(shares["Cyan"], shares["Magenta"], shares["Yellow"], shares["Black"], spot)
