"""Clothes on a line, hung from the origin downwards, about a hundred units wide: cut once, printed in any colour."""

import skia

from pictures.lighting import fade, two_tone
from pictures.palette import INK, PAPER, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, join, placed, poly, rect, smooth

SHIRT = smooth(
    [
        (-34, 0, 1),
        (-14, 4),
        (0, 12),
        (14, 4),
        (34, 0, 1),
        (78, 46, 1),
        (58, 66, 1),
        (42, 50, 1),
        (44, 100),
        (50, 150, 1),
        (0, 154),
        (-46, 148, 1),
        (-42, 100),
        (-42, 50, 1),
        (-58, 66, 1),
        (-78, 46, 1),
    ]
)
DRESS = smooth(
    [
        (-32, 0, 1),
        (-14, 6),
        (0, 20),
        (14, 6),
        (32, 0, 1),
        (68, 44, 1),
        (48, 62, 1),
        (36, 50, 1),
        (34, 110, 1),
        (62, 250, 1),
        (4, 258),
        (-58, 250, 1),
        (-34, 110, 1),
        (-36, 50, 1),
        (-48, 62, 1),
        (-68, 44, 1),
    ]
)
TROUSERS = poly((-40, 0), (40, 0), (48, 190), (10, 192), (0, 60), (-12, 192), (-48, 188))
SHORTS = poly((-42, 0), (42, 0), (52, 84), (8, 88), (0, 46), (-8, 88), (-52, 84))
TOWEL = smooth([(-52, 0, 1), (52, 0, 1), (56, 80), (50, 170, 1), (0, 176), (-50, 168, 1), (-47, 80)])
SOCK = smooth([(-12, 0, 1), (12, 0, 1), (12, 46), (36, 62), (34, 78), (-4, 78), (-14, 56)])
PEG = rect(-5, -14, 10, 28)


def hung(press: Press, cloth: skia.Path, at: Point, size: tuple[float, float], colour: Ink) -> skia.Path:
    """Print a garment with folds and pegs, and give back its outline; `size` is scale and lean in degrees."""
    scale, lean = size
    shape = placed(cloth, at, scale, lean)
    box = shape.computeTightBounds()
    shade = mix(mix(colour, INK, 0.3), (0.3, 0.3, 0.5), 0.25)
    two_tone(press, shape, (colour, shade), fade(((box.left() + box.right()) / 2, 0), (box.left() - 10, 0), 0.8))
    folds = [brush([(dx, 20), (dx * 1.2 + 4, 70), (dx * 1.3, 140)], [1, 6, 1]) for dx in (-20.0, 14.0)]
    press.lay(placed(join(*folds), at, scale, lean), shade, clip=shape)
    pegs = join(placed(PEG, (-26, 2)), placed(PEG, (26, 2)))
    press.lay(placed(pegs, at, scale, lean), mix(PAPER, INK, 0.25))
    return shape
