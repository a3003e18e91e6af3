"""Goats in profile, facing left; the ground is y = 100."""

from typing import NamedTuple

import skia

from pictures.shapes import brush, join, line, poly, smooth


class Goat(NamedTuple):
    """The parts of a goat, from back to front."""

    far: skia.Path
    body: skia.Path
    horns: skia.Path
    marks: skia.Path  # ear, beard, hooves


GOAT_TRUNK = [(97, 43), (90, 39), (76, 39), (58, 41), (44, 37)]
GOAT_LEGS = [
    (25, 66),
    (27, 80),
    (27, 93),
    (25, 100, 1),
    (32, 100, 1),
    (32, 92),
    (33, 80),
    (37, 69),
    (46, 72),
    (62, 73),
    (75, 68),
    (79, 72),
    (85, 79),
    (87, 85),
    (86, 93),
    (83, 100, 1),
    (91, 100, 1),
    (91, 92),
    (93, 82),
    (94, 72),
    (99, 60),
    (100, 50),
]
GOAT_TAIL = [(98, 46), (104, 40), (107, 31, 1), (101, 34)]


def goat_far_legs() -> skia.Path:
    fore = poly((32, 66), (40, 66), (38, 82), (39, 100), (33, 100), (33, 84))
    hind = poly((76, 66), (90, 62), (86, 80), (82, 86), (82, 100), (76, 100), (78, 84), (77, 78))
    return join(fore, hind)


def standing_goat() -> Goat:
    """Head up, looking out."""
    head = [
        (24, 14),
        (18, 10),
        (11, 13),
        (3, 21),
        (-5, 29),
        (-7, 34),
        (-3, 38),
        (5, 37),
        (12, 35),
        (17, 36),
        (19, 46),
        (21, 56),
    ]
    body = smooth([*head, *GOAT_LEGS, *GOAT_TAIL, *GOAT_TRUNK, (34, 28)])
    horns = join(
        brush([(19, 14), (21, 4), (29, -5), (40, -8), (46, -5)], [5, 5, 4, 3, 1]),
        brush([(14, 13), (15, 2), (22, -8), (33, -12), (40, -10)], [5, 5, 4, 3, 1]),
    )
    marks = join(
        smooth([(20, 17), (29, 20), (37, 27), (33, 30), (25, 26)]),
        smooth([(-2, 37), (7, 36), (6, 46), (1, 55, 1), (0, 46)]),
        hooves(),
    )
    return Goat(goat_far_legs(), body, horns, marks)


def kid() -> Goat:
    """A young one: short horns, no beard yet."""
    grown = standing_goat()
    ear = smooth([(20, 15), (30, 15), (39, 21), (36, 26), (26, 24)])
    horns = brush([(17, 14), (19, 6), (24, 1)], [5, 4, 1])
    return grown._replace(horns=horns, marks=join(ear, hooves()))


def hooves() -> skia.Path:
    return join(poly((26, 95), (32, 95), (32, 100), (25, 100)), poly((85, 95), (91, 95), (91, 100), (83, 100)))


def rearing_goat() -> Goat:
    """On its hind legs, after leaves."""
    body = smooth(
        [
            (1, -31),
            (7, -37),
            (18, -35),
            (28, -29),
            (37, -15),
            (52, 2),
            (67, 20),
            (81, 40),
            (91, 54),
            (100, 47, 1),
            (95, 62),
            (94, 74),
            (96, 83),
            (92, 92),
            (92, 100, 1),
            (84, 100, 1),
            (85, 91),
            (86, 83),
            (79, 77),
            (70, 74),
            (58, 62),
            (46, 48),
            (37, 44),
            (27, 40),
            (24, 52, 1),
            (18, 51, 1),
            (18, 36),
            (24, 31),
            (33, 30),
            (28, 14),
            (22, -2),
            (18, -14),
            (10, -20),
            (2, -24),
            (-1, -27),
        ]
    )
    far = join(
        smooth([(70, 66), (80, 70), (76, 82), (77, 100, 1), (69, 100, 1), (70, 84), (66, 74)]),
        smooth([(36, 26), (22, 24), (11, 25), (9, 37, 1), (15, 38, 1), (16, 31), (34, 36)]),
    )
    horns = join(
        brush([(28, -29), (35, -38), (46, -41), (56, -35), (60, -30)], [5, 5, 4, 3, 1]),
        brush([(23, -32), (29, -43), (40, -47), (51, -43), (56, -38)], [5, 5, 4, 3, 1]),
    )
    marks = join(
        smooth([(27, -24), (35, -20), (41, -11), (36, -9), (30, -15)]),
        smooth([(4, -24), (11, -20), (7, -12), (2, -7, 1), (3, -16)]),
        poly((85, 95), (92, 95), (92, 100), (84, 100)),
        poly((18, 47), (24, 48), (24, 52), (18, 51)),
    )
    return Goat(far, body, horns, marks)


def lying_goat() -> Goat:
    """Legs folded, chewing the cud."""
    up = standing_goat()
    body = smooth(
        [
            (24, 50),
            (18, 46),
            (11, 49),
            (3, 57),
            (-5, 65),
            (-7, 70),
            (-3, 74),
            (5, 73),
            (12, 71),
            (17, 72),
            (17, 82),
            (14, 90),
            (6, 95),
            (8, 100, 1),
            (52, 100),
            (96, 100, 1),
            (103, 94),
            (103, 80),
            (97, 72),
            (84, 67),
            (66, 68),
            (48, 70),
            (36, 62),
        ]
    )
    marks = join(
        smooth([(20, 53), (29, 56), (37, 63), (33, 66), (25, 62)]),
        smooth([(-2, 73), (7, 72), (6, 82), (1, 91, 1), (0, 82)]),
        line([(60, 84), (74, 78), (90, 84), (80, 97)], 2),
    )
    horns = skia.Path(up.horns)
    horns.offset(0, 36)
    return Goat(skia.Path(), body, horns, marks)
