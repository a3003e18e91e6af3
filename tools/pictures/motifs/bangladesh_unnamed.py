"""A kettle and glasses of tea on a stall beside a wide river: the sun goes down behind, light from the right."""

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

EVENING = mix(OCHRE, SAND, 0.55)
FIRE = mix(OCHRE, BRICK, 0.35)
BRIGHT = mix(SAND, PAPER, 0.6)
MAUVE = mix(PLUM, SAND, 0.45)
WATER = mix(SAND, MAUVE, 0.28)
BANK = mix(mix(BLUE, PLUM, 0.5), SAND, 0.25)
IRON = mix(BLUE, INK, 0.68)
WOOD = mix(mix(BRICK, PLUM, 0.5), SAND, 0.26)
DARK_WOOD = mix(mix(BRICK, PLUM, 0.6), INK, 0.55)
TEA = mix(BRICK, OCHRE, 0.45)
SUN: Point = (1065.0, 372.0)
HORIZON = 430


def draw(press: Press) -> None:
    sky(press)
    river(press)
    boats(press)
    counter(press)
    for x, foot, size in ((1330, 842, 0.86), (1215, 872, 0.98)):
        glass(press, x, foot, size)
    kettle(press)
    for x, foot, size in ((1080, 905, 1.12), (395, 893, 1.08)):
        glass(press, x, foot, size)
    awning(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 460), EVENING)
    press.lay(rect(-10, -10, 1620, 460), MAUVE, grain(slope((300, -40), (460, 380), (1.0, 0.0))))
    press.lay(rect(-10, -10, 1620, 460), BRIGHT, grain(glow(SUN, (100, 480), (0.8, 0.0))))
    press.lay(oval(*SUN, 98), mix(FIRE, BRICK, 0.35))
    press.lay(oval(*SUN, 98), OCHRE, grain(slope((0, 270), (0, 400), (0.9, 0.0))))
    for x, y, length, thick in (
        (1180, 336, 620, 13),
        (960, 398, 760, 11),
        (520, 214, 560, 16),
        (1380, 196, 420, 13),
        (350, 300, 420, 9),
    ):
        press.lay(
            brush(
                [(x - length / 2, y), (x - length / 6, y - thick * 0.4), (x + length / 5, y), (x + length / 2, y - 3)],
                [1, thick, thick * 0.8, 1],
            ),
            mix(MAUVE, PLUM, 0.25),
            dry(even(0.86)),
        )


def river(press: Press) -> None:
    water = rect(-10, HORIZON, 1620, 330)
    press.lay(water, WATER)
    press.lay(water, mix(BLUE, PLUM, 0.3), dry(slope((0, HORIZON), (0, 800), (0.1, 0.72))))
    for colour, spread, count in ((FIRE, 1.0, 120), (BRIGHT, 0.55, 90)):
        glints = []
        for depth in press.rng.uniform(0, 1, count) ** 1.2:
            half = (78 + 120 * depth) * spread
            x, y = SUN[0] + press.rng.uniform(-half, half) * 0.8, HORIZON + 4 + 285 * depth
            long = press.rng.uniform(0.25, 0.75) * half
            glints.append(brush([(x - long, y), (x, y - 1), (x + long, y)], [1, 4 + 8 * depth, 1]))
        press.lay(join(*glints), colour, dry(even(0.95)))
    bank = ground(
        [
            (-10, 408),
            (90, 396),
            (180, 404),
            (300, 392),
            (420, 410),
            (560, 418),
            (800, 425),
            (1150, 427),
            (1330, 414),
            (1440, 402),
            (1530, 410),
            (1610, 398),
        ],
        HORIZON + 5,
    )
    press.lay(bank, BANK)


def boats(press: Press) -> None:
    boat(press, (330, 505), 1.0, sail=True)
    boat(press, (1440, 540), -0.9, sail=False)
    boat(press, (1265, 462), 0.42, sail=True)
    boat(press, (585, 452), -0.36, sail=False)


def boat(press: Press, at: Point, scale: float, sail: bool) -> None:
    """A country boat with its raised ends, a hood of mats, and perhaps a square sail."""
    size = (scale, abs(scale))
    hull = smooth(
        [
            (-135, -38, 1),
            (-90, -8),
            (-30, 6),
            (40, 6),
            (95, -10),
            (150, -56, 1),
            (116, 4),
            (60, 30),
            (-40, 30),
            (-100, 10),
        ]
    )
    hood = smooth([(-52, 6, 1), (-48, -24), (-20, -38), (20, -36), (38, -20), (42, 6, 1)])
    colour = mix(PLUM, INK, 0.5)
    press.glaze(placed(oval(0, 36, 130, 9), at, size), mix(BANK, PAPER, 0.2), dry(even(0.8)))
    if sail:
        cloth = smooth([(-18, -50, 1), (-30, -120), (-14, -205, 1), (70, -196, 1), (92, -120), (76, -48, 1)])
        press.lay(placed(cloth, at, size), mix(BRICK, PLUM, 0.25))
        press.lay(
            placed(cloth, at, size), OCHRE, grain(slope((at[0] - 10, 0), (at[0] + 95 * abs(scale), 0), (0.0, 0.75)))
        )
        press.lay(placed(bars([((24, -218), (24, 0)), ((-20, -204), (76, -198))], 5), at, size), colour)
    press.lay(placed(join(hull, hood), at, size), colour)
    press.lay(placed(line([(-30, -30), (4, -37), (30, -26)], 5), at, size), FIRE)


def counter(press: Press) -> None:
    board = rect(-10, 724, 1620, 300)
    press.lay(board, WOOD)
    press.lay(board, mix(OCHRE, SAND, 0.4), dry(slope((1500, 720), (200, 900), (0.75, 0.16))))
    press.lay(bars([((-10, y), (1610, y + 3)) for y in (770, 832, 912)], 4), DARK_WOOD)
    press.lay(rect(-10, 720, 1620, 9), mix(OCHRE, SAND, 0.4), dry(even(0.85)))
    press.lay(rect(-10, 960, 1620, 50), DARK_WOOD)


def kettle(press: Press) -> None:
    press.glaze(
        smooth([(560, 888), (760, 862), (960, 880), (900, 912), (560, 946), (330, 950), (250, 936)]),
        mix(PLUM, INK, 0.4),
        dry(even(0.92)),
    )
    body = smooth(
        [
            (636, 648, 1),
            (606, 700),
            (576, 768),
            (570, 828),
            (596, 884),
            (650, 900),
            (760, 904),
            (880, 900),
            (934, 884),
            (956, 828),
            (948, 768),
            (918, 700),
            (886, 648, 1),
            (760, 640),
        ]
    )
    spout = smooth(
        [
            (606, 724, 1),
            (556, 700),
            (524, 640),
            (508, 576),
            (484, 540, 1),
            (530, 528, 1),
            (548, 560),
            (568, 620),
            (606, 668),
            (640, 690, 1),
            (640, 800, 1),
            (586, 812, 1),
        ]
    )
    lid = smooth([(642, 650, 1), (664, 614), (710, 592), (760, 586), (812, 592), (858, 614), (880, 650, 1), (760, 664)])
    knob = join(oval(761, 566, 21, 17), rect(752, 574, 18, 20))
    handle = stroked(
        smooth([(622, 690), (596, 590), (632, 478), (762, 432), (892, 478), (928, 590), (902, 690)], closed=False), 20
    )
    grip = stroked(smooth([(668, 455), (762, 431), (856, 455)], closed=False), 34)
    press.lay(join(spout, handle), IRON)
    press.lay(grip, mix(BRICK, PLUM, 0.45))
    press.lay(body, IRON)
    press.lay(lid, mix(IRON, BLUE, 0.3))
    press.lay(knob, DARK_WOOD)
    metal = mix(BLUE, SAND, 0.38)
    press.lay(body, metal, grain(slope((700, 760), (960, 700), (0.0, 0.72))))
    press.lay(lid, metal, grain(slope((720, 0), (880, 0), (0.0, 0.75))))
    press.lay(spout, metal, grain(slope((0, 520), (0, 700), (0.6, 0.0))))
    press.lay(brush([(900, 690), (932, 760), (940, 830), (918, 874)], [3, 15, 15, 3]), OCHRE)
    press.lay(brush([(800, 602), (846, 622), (864, 644)], [2, 8, 3]), OCHRE)
    press.lay(brush([(858, 462), (904, 520), (917, 590), (902, 660)], [2, 7, 8, 3]), OCHRE)
    press.lay(brush([(648, 668), (760, 680), (874, 668)], [3, 5, 3]), mix(IRON, INK, 0.6))
    steam(press, (506, 520))


def steam(press: Press, start: Point) -> None:
    x, y = start
    for offset, reach, width in ((0, 250, 26), (26, 190, 16)):
        wisp = brush(
            [
                (x + offset, y),
                (x + offset - 22, y - reach * 0.25),
                (x + offset + 14, y - reach * 0.5),
                (x + offset - 18, y - reach * 0.78),
                (x + offset + 10, y - reach),
            ],
            [4, width * 0.7, width, width * 0.8, 2],
        )
        press.lay(wisp, BRIGHT, grain(slope((0, y), (0, y - reach), (0.85, 0.25))))


def glass(press: Press, x: float, foot: float, size: float) -> None:
    """A small tapered tumbler, tea to below the rim, lit from the right."""

    def part(path: skia.Path) -> skia.Path:
        return placed(path, (x, foot), size)

    press.glaze(
        part(smooth([(-30, -8), (30, -12), (20, 8), (-90, 34), (-190, 40), (-160, 22)])),
        mix(PLUM, SAND, 0.15),
        dry(even(0.9)),
    )
    wall = smooth([(-54, -150, 1), (-36, 0, 1), (0, 8), (36, 0, 1), (54, -150, 1), (0, -142)])
    tea = smooth([(-49, -112, 1), (-36, -4, 1), (0, 4), (36, -4, 1), (49, -112, 1), (0, -104)])
    press.lay(part(wall), mix(SAND, MAUVE, 0.2), grain(even(0.8)))
    press.lay(part(tea), TEA)
    press.lay(part(tea), mix(OCHRE, SAND, 0.35), grain(slope((x - 10 * size, 0), (x + 46 * size, 0), (0.05, 0.85))))
    press.lay(part(oval(0, -112, 49, 9)), mix(TEA, SAND, 0.35))
    press.lay(part(stroked(oval(0, -150, 54, 10), 4)), BRIGHT)
    press.lay(part(brush([(43, -140), (37, -80), (29, -14)], [3, 9, 4])), PAPER)
    press.lay(part(brush([(-45, -138), (-38, -80)], [3, 4])), BRIGHT)
    press.lay(part(stroked(smooth([(-36, -2), (0, 6), (36, -2)], closed=False), 5)), BRIGHT)


def awning(press: Press) -> None:
    fringe = [(-10.0, -10.0)]
    for step in range(55):
        x = -10 + step * 30
        fringe += [(x, 112 + press.rng.uniform(-14, 26)), (x + 15, 84 + press.rng.uniform(-8, 10))]
    press.lay(poly(*fringe, (1640, -10)), mix(PLUM, INK, 0.62))
    press.lay(
        rect(-10, -10, 1650, 118),
        mix(WOOD, OCHRE, 0.25),
        dry(slope((0, 0), (0, 120), (0.1, 0.5))),
        poly(*fringe, (1640, -10)),
    )
    pole = poly((118, -10), (156, -10), (160, 740), (120, 740))
    press.lay(pole, DARK_WOOD)
    press.lay(pole, mix(OCHRE, WOOD, 0.35), grain(slope((125, 0), (160, 0), (0.0, 0.8))))
    press.lay(bars([((112, y), (166, y + 4)) for y in (196, 372, 560)], 8), mix(PLUM, INK, 0.6))
    bananas(press, (1475, 96))


def bananas(press: Press, at: Point) -> None:
    x, y = at
    press.lay(bars([((x, y - 30), (x, y + 60))], 6), mix(GREEN, INK, 0.5))
    for row in range(3):
        for side in (-3, -2, -1, 1, 2, 3):
            dx, top = side * 17, y + 46 + row * 52
            spine = [
                (x + dx * 0.3, top),
                (x + dx * 1.5, top + 24),
                (x + dx * 1.85, top + 62),
                (x + dx * 1.55, top + 88),
            ]
            finger = brush(spine, [8, 24, 24, 6])
            colour: Ink = mix(OCHRE, SAND, 0.1) if side < 0 else mix(OCHRE, BRICK, 0.4)
            press.lay(stroked(finger, 7), mix(PLUM, INK, 0.55))
            press.lay(finger, colour)
            press.lay(brush([(px - 5, py) for px, py in spine], [1, 6, 6, 1]), mix(SAND, OCHRE, 0.2))
