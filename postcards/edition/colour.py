"""Colours as an edition builds them: CMYK for presses, sRGB for screens.

The palette names each colour once with both builds; nothing else in the program knows a colour's numbers.
"""

from __future__ import annotations

from typing import Literal

from postcards.pages.colours import Colour, Palette

Space = Literal["cmyk", "srgb"]

#: The colour of printer's marks: on every plate there is. In brackets, for no palette to name a colour so.
REGISTRATION = "(registration)"

#: The name of that colour space among a page's resources.
ALL_PLATES = "All"
#: Per cent of each ink: what text is printed in.
BLACK = (0, 0, 0, 100)


def fill_operator(palette: Palette, name: str, space: Space) -> str:
    """PDF's operator that sets the fill colour (ISO 32000-1, 8.6.8)."""
    if name == REGISTRATION:
        return f"/{ALL_PLATES} cs 1 scn" if space == "cmyk" else "0 0 0 rg"
    return _components(palette.colours[name], space) + (" k" if space == "cmyk" else " rg")


def stroke_operator(palette: Palette, name: str, space: Space) -> str:
    """PDF's operator that sets the stroke colour."""
    if name == REGISTRATION:
        return f"/{ALL_PLATES} CS 1 SCN" if space == "cmyk" else "0 0 0 RG"
    return _components(palette.colours[name], space) + (" K" if space == "cmyk" else " RG")


def is_black(palette: Palette, name: str) -> bool:
    """Whether a press prints the colour with all of its black ink and nothing else."""
    return name != REGISTRATION and palette.colours[name].cmyk == BLACK


def _components(colour: Colour, space: Space) -> str:
    if space == "cmyk":
        return " ".join(f"{part / 100:g}" for part in colour.cmyk)
    return " ".join(f"{int(colour.rgb[place : place + 2], 16) / 255:.4g}" for place in (1, 3, 5))
