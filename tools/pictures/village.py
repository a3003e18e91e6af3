"""A few houses between poplars, seen from far off against the light."""

from pictures.palette import BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, join, oval, poly, rect, smooth
from pictures.textures import dry, even

DEEP = mix(GREEN, INK, 0.22)


def village(press: Press) -> None:
    houses = (
        (676, 622, 46, 0),
        (1000, 618, 52, 2),
        (742, 612, 40, 1),
        (920, 610, 44, 0),
        (804, 606, 46, 2),
        (866, 616, 52, 1),
        (958, 628, 48, 0),
        (716, 634, 50, 2),
    )
    trees = [
        smooth([(x, y - tall), (x + 9, y - tall * 0.5), (x + 7, y), (x - 7, y), (x - 9, y - tall * 0.5)])
        for x, y, tall in (
            (650, 628, 84),
            (632, 630, 66),
            (778, 612, 92),
            (896, 612, 78),
            (1046, 622, 96),
            (1064, 624, 72),
            (836, 604, 70),
        )
    ]
    press.lay(join(*trees), DEEP)
    for x, foot, wide, kind in houses:
        cottage(press, (x, foot), wide, (BRICK, mix(BRICK, OCHRE, 0.4), mix(PLUM, BRICK, 0.4))[kind])
    shrubs = [
        oval(x, y, 17, 10)
        for x, y in ((640, 634), (690, 642), (770, 630), (900, 636), (1010, 634), (1040, 630), (930, 646), (980, 642))
    ]
    press.lay(join(*shrubs), DEEP)


def cottage(press: Press, at: Point, wide: float, tiles: Ink) -> None:
    """A small house, its sunny gable towards the light behind on the right."""
    x, y = at
    tall = wide * 0.5
    press.glaze(
        poly((x, y), (x + wide, y), (x + wide * 0.4, y + 16), (x - wide * 0.7, y + 16)),
        mix(PLUM, SKY, 0.4),
        dry(even(0.85)),
    )
    press.lay(rect(x, y - tall, wide * 0.66, tall), mix(mix(SAND, PLUM, 0.3), SKY, 0.2))
    press.lay(
        poly(
            (x + wide * 0.66, y),
            (x + wide * 0.66, y - tall),
            (x + wide * 0.84, y - tall * 1.72),
            (x + wide, y - tall),
            (x + wide, y),
        ),
        PAPER,
    )
    press.lay(
        poly(
            (x - 4, y - tall + 2),
            (x + wide * 0.16, y - tall * 1.76),
            (x + wide * 0.84, y - tall * 1.76),
            (x + wide * 0.68, y - tall + 2),
        ),
        tiles,
    )
    press.lay(rect(x + wide * 0.28, y - tall * 2.05, wide * 0.12, tall * 0.5), mix(tiles, INK, 0.4))
    press.lay(
        join(
            rect(x + wide * 0.14, y - tall * 0.7, wide * 0.13, tall * 0.36),
            rect(x + wide * 0.4, y - tall * 0.7, wide * 0.13, tall * 0.36),
        ),
        OCHRE,
    )
