"""Horses in profile, facing left; the ground is y = 200, a metre 100 units."""

from typing import NamedTuple

import skia

from pictures.shapes import join, smooth


class Horse(NamedTuple):
    """The parts of a horse, from back to front."""

    far: skia.Path  # legs on the far side
    body: skia.Path
    hair: skia.Path  # mane, forelock and tail
    socks: skia.Path  # dark lower legs and muzzle


FORE_LEG = [
    (45, 116),
    (46, 134),
    (45, 151),
    (47, 158),
    (47, 180),
    (45, 186),
    (41, 192),
    (37, 200, 1),
    (52, 200, 1),
    (52, 193),
    (55, 186),
    (54, 178),
    (54, 160),
    (57, 151),
    (60, 136),
    (66, 124),
]
HIND_LEG = [
    (143, 122),
    (146, 134),
    (152, 147),
    (161, 157),
    (162, 166),
    (160, 180),
    (158, 187),
    (153, 193),
    (150, 200, 1),
    (165, 200, 1),
    (165, 193),
    (168, 187),
    (169, 168),
    (173, 156),
    (172, 146),
    (176, 132),
    (184, 114),
    (184, 100),
]
TRUNK_BELOW = [(68, 133), (90, 140), (112, 140), (130, 134)]
TRUNK_ABOVE = [(181, 86), (174, 75), (160, 69), (142, 72), (116, 77), (92, 74), (76, 68)]
TAIL = smooth(
    [
        (176, 77),
        (184, 77),
        (191, 86),
        (195, 108),
        (195, 134),
        (191, 160),
        (185, 172, 1),
        (184, 156),
        (180, 164, 1),
        (181, 134),
        (182, 110),
        (179, 92),
    ]
)


def far_legs() -> skia.Path:
    fore = smooth([(x + 15, y) if len(corner) == 0 else (x + 15, y, 1) for x, y, *corner in FORE_LEG])
    hind = smooth([(x - 17, y) if len(corner) == 0 else (x - 17, y, 1) for x, y, *corner in HIND_LEG])
    return join(fore, hind)


def socks() -> skia.Path:
    near_fore = smooth([(46, 168), (45, 186), (41, 192), (37, 200, 1), (52, 200, 1), (52, 193), (55, 186), (54, 168)])
    near_hind = smooth(
        [(161, 170), (158, 187), (153, 193), (150, 200, 1), (165, 200, 1), (165, 193), (168, 187), (169, 170)]
    )
    return join(near_fore, near_hind)


def standing_horse() -> Horse:
    """Head up, ears forward."""
    head = [
        (31, 28),
        (27, 24),
        (25, 11, 1),
        (17, 22),
        (10, 31),
        (1, 45),
        (-8, 58),
        (-15, 68),
        (-16, 75),
        (-11, 80),
        (-3, 77),
        (5, 72),
        (13, 70),
        (22, 66),
        (28, 60),
        (32, 70),
        (35, 84),
        (37, 97),
        (40, 108),
    ]
    crest = [(62, 57), (48, 42), (39, 33)]
    mane = smooth(
        [
            (23, 20),
            (31, 22),
            (42, 31),
            (54, 42),
            (66, 54),
            (78, 67, 1),
            (70, 74, 1),
            (66, 68),
            (61, 78, 1),
            (57, 66),
            (51, 72, 1),
            (48, 56),
            (41, 60, 1),
            (39, 46),
            (33, 46, 1),
            (32, 34),
            (25, 32),
            (17, 40, 1),
            (18, 28),
        ]
    )
    body = smooth([*head, *FORE_LEG, *TRUNK_BELOW, *HIND_LEG, *TRUNK_ABOVE, *crest])
    return Horse(far_legs(), body, join(mane, TAIL), socks())


def grazing_horse() -> Horse:
    """Head down in the grass."""
    head = [
        (14, 124),
        (4, 125),
        (-4, 119, 1),
        (-3, 131),
        (-5, 144),
        (-10, 160),
        (-15, 176),
        (-17, 188),
        (-13, 196),
        (-5, 197),
        (1, 190),
        (5, 178),
        (13, 168),
        (21, 160),
        (28, 150),
        (38, 134),
        (43, 122),
    ]
    crest = [(58, 72), (42, 86), (29, 103)]
    mane = smooth(
        [
            (2, 122),
            (12, 116),
            (24, 103),
            (36, 87),
            (52, 72),
            (74, 65, 1),
            (72, 76, 1),
            (60, 82),
            (62, 92, 1),
            (50, 92),
            (52, 106, 1),
            (38, 106),
            (40, 120, 1),
            (28, 118),
            (30, 134, 1),
            (17, 128),
            (8, 134),
            (-2, 148, 1),
            (0, 132),
        ]
    )
    body = smooth([*head, *FORE_LEG, *TRUNK_BELOW, *HIND_LEG, *TRUNK_ABOVE, *crest])
    return Horse(far_legs(), body, join(mane, TAIL), socks())
