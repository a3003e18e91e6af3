"""What light does to a thing: a second tint on its lit or shaded side, a shadow thrown on a table, a beam in dust."""

from collections.abc import Sequence

import skia

from pictures.palette import Ink
from pictures.press import Press
from pictures.shapes import Point, placed, poly
from pictures.textures import Texture, dry, even, flat, grain, slope

SHADOW = 0.9  # how much of a thrown shadow's ink the paper takes


def two_tone(press: Press, shape: skia.Path, inks: tuple[Ink, Ink], texture: Texture) -> None:
    """A solid form and, within it, a second ink where the texture wants it."""
    press.lay(shape, inks[0])
    press.lay(shape, inks[1], texture, shape)


def fade(start: Point, end: Point, deepest: float = 0.9) -> Texture:
    """Crayon that is bare at the first point and strongest at the second."""
    return grain(slope(start, end, (0.0, deepest)))


def veil(share: float) -> Texture:
    """A thin, even wash that lets what lies below show through: mist, glass, a beam."""
    return lambda x, y, noise: flat(x, y, noise) * share


def thrown(press: Press, shape: skia.Path, by: Point, colour: Ink) -> None:
    """The shadow of a thing that lies on a table, moved away from the light."""
    press.glaze(placed(shape, by), colour, dry(even(SHADOW)))


def beam(
    press: Press, corners: Sequence[Point], colour: Ink, tones: tuple[float, float], clip: skia.Path | None = None
) -> None:
    """A shaft of light in dusty air, thinning from the first side of a four-cornered field to the opposite one."""
    start = (corners[0][0] + corners[1][0]) / 2, (corners[0][1] + corners[1][1]) / 2
    end = (corners[2][0] + corners[3][0]) / 2, (corners[2][1] + corners[3][1]) / 2
    thinning = slope(start, end, tones)
    press.lay(poly(*corners), colour, lambda x, y, noise: flat(x, y, noise) * thinning(x, y), clip)
