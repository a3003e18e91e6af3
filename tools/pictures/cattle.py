"""Cattle in profile, facing left; the ground is y = 100, a cow about 170 long."""

from typing import NamedTuple

import skia

from pictures.palette import PAPER, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, join, oval, placed, poly, smooth
from pictures.textures import grain, slope


class Cow(NamedTuple):
    """The parts of a cow, from back to front."""

    far: skia.Path  # legs on the far side
    body: skia.Path
    patches: skia.Path  # what a second colour covers, cut to the body
    horns: skia.Path
    marks: skia.Path  # ear, muzzle, hooves, tail's tuft


LEGS = [
    (44, 60), (46, 72), (47, 84), (46, 100, 1), (55, 100, 1), (56, 84), (60, 66), (72, 68), (90, 70), (108, 66),
    (122, 60), (127, 70), (134, 78), (133, 88), (130, 100, 1), (139, 100, 1), (141, 86), (143, 74), (148, 60),
    (151, 44), (151, 30),
]  # fmt: skip
TAIL = brush([(148, 16), (156, 24), (157, 44), (155, 66)], [6, 4, 3, 3])
TUFT = smooth([(153, 62), (158, 62), (160, 76), (156, 86, 1), (152, 76)])


def far_legs() -> skia.Path:
    fore = poly((58, 56), (70, 58), (68, 80), (68, 100), (60, 100), (60, 80))
    hind = poly((108, 58), (126, 54), (122, 72), (124, 84), (123, 100), (115, 100), (115, 84), (112, 72))
    return join(fore, hind)


def hooves() -> skia.Path:
    return join(poly((46, 94), (55, 94), (55, 100), (46, 100)), poly((131, 94), (140, 94), (139, 100), (130, 100)))


def standing_cow() -> Cow:
    """A dairy cow, head up."""
    head = [
        (28, 10),
        (20, 6),
        (12, 8),
        (6, 18),
        (-2, 32),
        (-4, 39),
        (0, 44),
        (8, 43),
        (16, 36),
        (24, 34),
        (32, 44),
        (38, 56),
    ]
    back = [(146, 17), (132, 14), (112, 17), (84, 18), (60, 14), (44, 12)]
    patches = join(
        smooth([(58, 8), (84, 8), (88, 30), (74, 46), (60, 40), (54, 24)]),
        smooth([(112, 10), (136, 8), (138, 34), (122, 48), (108, 34)]),
        smooth([(24, 4), (40, 8), (44, 24), (30, 30), (18, 20)]),
    )
    horns = join(brush([(18, 8), (12, 2), (13, -6)], [5, 4, 1]), brush([(24, 7), (22, -1), (26, -7)], [5, 4, 1]))
    udder = smooth([(104, 62), (122, 58), (124, 68), (116, 74), (106, 70)])
    return Cow(far_legs(), join(smooth([*head, *LEGS, *back]), udder, TAIL), patches, horns, marks())


def grazing_cow() -> Cow:
    """Head down in the grass."""
    head = [(30, 30), (20, 50), (12, 62), (4, 76), (-1, 90), (3, 97), (11, 96), (18, 86), (26, 80), (32, 70), (40, 62)]
    back = [(146, 17), (132, 14), (112, 17), (84, 18), (60, 15), (44, 18)]
    patches = join(
        smooth([(46, 12), (72, 10), (80, 34), (66, 50), (50, 46), (42, 30)]),
        smooth([(98, 10), (126, 8), (128, 28), (110, 44), (96, 30)]),
    )
    horns = join(brush([(19, 54), (10, 52), (4, 57)], [5, 4, 1]), brush([(22, 50), (15, 45), (8, 47)], [5, 4, 1]))
    ear = smooth([(22, 60), (33, 62), (38, 69), (28, 70)])
    muzzle = smooth([(2, 82), (12, 87), (11, 96), (3, 97), (-1, 90)])
    return Cow(far_legs(), join(smooth([*head, *LEGS, *back]), TAIL), patches, horns, join(ear, muzzle, hooves(), TUFT))


def marks() -> skia.Path:
    ear = smooth([(25, 10), (36, 10), (42, 16), (34, 20), (26, 17)])
    muzzle = smooth([(0, 30), (8, 36), (8, 43), (0, 44), (-4, 39)])
    return join(ear, muzzle, oval(13, 18, 1.8), hooves(), TUFT)


def print_cow(press: Press, cow: Cow, place: tuple[Point, float | Point], coat: tuple[Ink, Ink], dark: Ink) -> None:
    """Print a cow at a place and scale in its coat and the colour of its patches; `dark` shades its belly."""
    parts = Cow(*(placed(part, *place) for part in cow))
    bounds = parts.body.computeTightBounds()
    press.glaze(
        oval(bounds.centerX(), bounds.bottom() - 1, bounds.width() * 0.46, bounds.height() * 0.06),
        mix(dark, PAPER, 0.3),
    )
    press.lay(parts.far, mix(coat[0], dark, 0.65))
    press.lay(parts.body, coat[0])
    press.lay(parts.patches, coat[1], clip=parts.body)
    middle = bounds.top() + bounds.height() * 0.4
    press.lay(parts.body, mix(coat[1], dark, 0.5), grain(slope((0, middle), (0, bounds.bottom()), (0.0, 0.6))))
    press.lay(parts.horns, mix(dark, coat[0], 0.2))
    press.lay(parts.marks, mix(coat[1], dark, 0.6))
