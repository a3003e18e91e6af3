"""A desk with an open computer at a window: the screen's light inside, a valley town's lights below the snows."""

import itertools

import numpy as np
import skia

from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

NIGHT = mix(BLUE, INK, 0.45)
MOONLIT = mix(BLUE, SKY, 0.35)
SNOW = mix(SKY, PAPER, 0.3)
ROCK = mix(mix(BLUE, PLUM, 0.25), INK, 0.15)
FOOTHILL = mix(BLUE, INK, 0.62)
VALLEY = mix(mix(BLUE, PLUM, 0.45), INK, 0.5)
ROOM = mix(PLUM, INK, 0.5)
FRAME = mix(mix(PLUM, BRICK, 0.3), INK, 0.25)
DESK = mix(BRICK, PLUM, 0.5)
SCREEN = mix(SKY, PAPER, 0.55)
LIGHT = mix(OCHRE, SAND, 0.35)
WINDOW = (190.0, 60.0, 1220.0, 590.0)  # x, y, width, height
GLOW_AT: Point = (800.0, 640.0)


def draw(press: Press) -> None:
    view = rect(*WINDOW)
    sky(press, view)
    town(press, view)
    room(press)
    desk(press)
    books(press)
    laptop(press)
    mug(press)
    plant(press)


def sky(press: Press, view: skia.Path) -> None:
    press.lay(view, NIGHT)
    press.lay(view, MOONLIT, grain(slope((0, 80), (0, 430), (0.0, 0.85))), view)
    stars = [
        oval(x, y, r)
        for x, y, r in zip(
            press.rng.uniform(200, 1400, 70),
            press.rng.uniform(70, 260, 70),
            press.rng.uniform(1.3, 3.2, 70),
            strict=True,
        )
    ]
    press.lay(join(*stars), PAPER)
    press.lay(oval(1236, 208, 34), mix(SAND, PAPER, 0.6))
    press.lay(oval(1236, 208, 34), mix(SAND, BLUE, 0.35), grain(slope((1226, 192), (1266, 240), (0.0, 0.7))))
    peaks = [
        (180, 340),
        (262, 270),
        (330, 318),
        (500, 140),
        (650, 276),
        (716, 236),
        (800, 300),
        (926, 168),
        (1066, 286),
        (1140, 238),
        (1220, 306),
        (1320, 254),
        (1420, 320),
    ]
    massif = poly(*peaks, (1420, 560), (180, 560))
    press.lay(massif, ROCK, clip=view)
    shaded, moonlit = snowfields(press.rng, peaks, 120)
    press.lay(shaded, mix(MOONLIT, BLUE, 0.2), clip=massif)
    press.lay(moonlit, SNOW, clip=massif)
    press.lay(massif, MOONLIT, grain(slope((0, 330), (0, 450), (0.0, 0.8))), view)


def town(press: Press, view: skia.Path) -> None:
    for points, colour in (
        (
            [(180, 420), (330, 372), (520, 420), (700, 392), (900, 430), (1120, 380), (1420, 424)],
            mix(FOOTHILL, MOONLIT, 0.2),
        ),
        ([(180, 470), (400, 440), (620, 478), (820, 462), (1050, 480), (1250, 436), (1420, 470)], FOOTHILL),
        ([(180, 520), (500, 506), (800, 516), (1100, 508), (1420, 522)], VALLEY),
    ):
        press.lay(ground(points, 660), colour, clip=view)
    houses = []
    for y in np.arange(512, 650, 15):
        for x in np.arange(185, 1420, 26):
            if press.rng.random() < 0.6:
                size = 0.5 + (y - 500) / 150
                houses.append(
                    rect(x + press.rng.uniform(-9, 9), y - 14 * size, press.rng.uniform(16, 30) * size, 22 * size)
                )
    press.lay(join(*houses[::2]), mix(VALLEY, BLUE, 0.5), clip=view)
    press.lay(join(*houses[1::2]), mix(VALLEY, INK, 0.35), clip=view)
    warm, bright, hill = [], [], []
    for _ in range(460):
        x, depth = press.rng.uniform(190, 1410), press.rng.uniform(0, 1) ** 1.3
        y = 502 + depth * 150
        (bright if press.rng.random() < 0.25 else warm).append(
            oval(x, y, 1.8 + 2.8 * depth * press.rng.uniform(0.6, 1.2))
        )
    for _ in range(70):
        hill.append(oval(press.rng.uniform(190, 1410), 494 - 70 * press.rng.random() ** 2, 1.9))
    press.lay(rect(180, 480, 1240, 180), LIGHT, grain(slope((0, 480), (0, 640), (0.2, 0.0))), view)
    press.lay(join(*warm, *hill), LIGHT, clip=view)
    press.lay(join(*bright), PAPER, clip=view)
    road = [(260, 650), (470, 590), (700, 566), (860, 532), (1010, 520), (1100, 500), (1190, 470)]
    lamps = [
        oval(x, y, 3.4)
        for start, end in itertools.pairwise(road)
        for x, y in (
            (start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in np.linspace(0, 1, 9)
        )
    ]
    press.lay(join(*lamps), mix(OCHRE, BRICK, 0.25), clip=view)


def room(press: Press) -> None:
    x, y, wide, tall = WINDOW
    wall = skia.Op(rect(-10, -10, 1620, 800), rect(*WINDOW), skia.kDifference_PathOp)
    press.lay(wall, ROOM)
    press.lay(wall, mix(ROOM, SKY, 0.45), grain(glow(GLOW_AT, (250, 900), (0.55, 0.0))))
    frame = skia.Op(rect(x - 26, y - 26, wide + 52, tall + 40), rect(*WINDOW), skia.kDifference_PathOp)
    press.lay(frame, FRAME)
    press.lay(
        bars(
            [
                ((x + wide * 0.335, y), (x + wide * 0.335, y + tall)),
                ((x + wide * 0.665, y), (x + wide * 0.665, y + tall)),
            ],
            20,
        ),
        FRAME,
    )
    press.lay(
        bars([((x, y + 4), (x + wide, y + 4)), ((x + wide * 0.335 + 12, y), (x + wide * 0.335 + 12, y + tall))], 5),
        mix(FRAME, INK, 0.6),
    )
    press.lay(rect(x - 46, y + tall, wide + 92, 24), mix(FRAME, SAND, 0.25))
    for side in (-1, 1):
        edge = 800 + side * 800
        inner = 800 + side * 596
        curtain = smooth(
            [
                (edge + side * 20, -20, 1),
                (inner, -20, 1),
                (inner + side * 26, 200),
                (inner + side * 92, 400, 1),
                (inner + side * 40, 560),
                (inner + side * 36, 730, 1),
                (edge + side * 20, 730, 1),
            ]
        )
        press.lay(curtain, mix(BRICK, PLUM, 0.55))
        folds = [
            brush(
                [
                    (inner + side * (30 + 40 * n), -20),
                    (inner + side * (60 + 34 * n), 240),
                    (inner + side * (100 + 22 * n), 400),
                    (inner + side * (60 + 34 * n), 730),
                ],
                [5, 15, 7, 18],
            )
            for n in range(5)
        ]
        press.lay(join(*folds), mix(PLUM, INK, 0.5), dry(even(0.9)), curtain)
        press.lay(line([(inner + side * 84, 396), (inner + side * 150, 414), (edge, 408)], 15), OCHRE)


def desk(press: Press) -> None:
    board = poly((-10, 748), (1610, 748), (1610, 1010), (-10, 1010))
    press.lay(board, DESK)
    press.lay(board, mix(DESK, INK, 0.55), dry(glow((800, 800), (220, 900), (0.0, 0.9))))
    press.lay(board, mix(SCREEN, DESK, 0.35), dry(glow((800, 830), (120, 520), (0.5, 0.0))))
    press.lay(rect(-10, 744, 1620, 8), mix(DESK, SKY, 0.5), dry(even(0.8)))


def laptop(press: Press) -> None:
    lid, screen = rounded((556, 436, 488, 338), 16), rounded((576, 456, 448, 290), 5)
    press.lay(lid, mix(INK, BLUE, 0.3))
    press.lay(screen, SCREEN)
    press.lay(screen, mix(BLUE, SKY, 0.55), grain(slope((620, 460), (1040, 760), (0.0, 0.2))))
    press.lay(rect(576, 456, 448, 26), mix(BLUE, SKY, 0.45))
    press.lay(join(*[oval(594 + 18 * n, 469, 4.5) for n in range(3)]), PAPER)
    press.lay(rounded((600, 506, 180, 112), 4), mix(BLUE, SKY, 0.3))
    press.lay(
        smooth(
            [(600, 600, 1), (634, 572), (668, 588), (706, 546), (748, 562), (780, 530, 1), (780, 618, 1), (600, 618, 1)]
        ),
        OCHRE,
    )
    rows = [((804.0, 516.0 + 22 * n), (804.0 + w, 516.0 + 22 * n)) for n, w in enumerate((190, 164, 182, 120, 176))]
    rows += [((600.0, 648.0 + 22 * n), (600.0 + w, 648.0 + 22 * n)) for n, w in enumerate((394, 360, 380, 210))]
    press.lay(bars(rows, 8), mix(BLUE, SKY, 0.25))
    press.lay(rounded((876, 698, 118, 30), 6), BRICK)
    base = poly((548, 776), (1052, 776), (1124, 878), (476, 878))
    press.lay(poly((476, 878), (1124, 878), (1118, 894), (482, 894)), INK)
    press.lay(base, mix(BLUE, SKY, 0.32))
    press.lay(base, mix(SKY, PAPER, 0.4), grain(slope((0, 776), (0, 850), (0.85, 0.0))))
    keys = []
    for row in range(4):
        y, inset = 788 + row * 14, 556 - row * 9.5
        wide = (1600 - 2 * inset - 36) / 14
        keys += [rounded((inset + 18 + wide * n, y, wide - 5, 10), 2) for n in range(14)]
    press.lay(join(*keys), mix(INK, BLUE, 0.25))
    press.lay(poly((724, 848), (876, 848), (884, 872), (716, 872)), mix(BLUE, SKY, 0.5))


def books(press: Press) -> None:
    shelf: tuple[tuple[float, float, float, float, Ink], ...] = (
        (196, 812, 262, 36, mix(GREEN, INK, 0.15)),
        (214, 778, 232, 34, mix(OCHRE, PLUM, 0.25)),
        (204, 738, 250, 40, mix(BLUE, SKY, 0.15)),
        (232, 708, 196, 30, BRICK),
    )
    press.glaze(oval(310, 850, 190, 16), mix(INK, PLUM, 0.3))
    for x, y, wide, tall, colour in shelf:
        press.lay(rounded((x, y, wide, tall), 4), colour)
        press.lay(rect(x + wide - 30, y + 5, 30, tall - 10), mix(PAPER, SAND, 0.5))
        press.lay(rounded((x, y, wide, tall), 4), mix(INK, PLUM, 0.4), grain(slope((x + wide, 0), (x, 0), (0.0, 0.85))))
        press.lay(
            bars([((x + 22, y + 3), (x + 22, y + tall - 3)), ((x + 34, y + 3), (x + 34, y + tall - 3))], 4),
            mix(colour, SAND, 0.5),
        )


def mug(press: Press) -> None:
    press.glaze(oval(1230, 874, 92, 13), mix(INK, PLUM, 0.3))
    press.lay(stroked(oval(1262, 822, 33, 29), 12), mix(SAND, PLUM, 0.45))
    cup = smooth([(1160, 776, 1), (1166, 850), (1182, 874, 1), (1248, 874, 1), (1262, 850), (1268, 776, 1)])
    press.lay(cup, mix(SAND, PAPER, 0.3))
    press.lay(cup, mix(PLUM, INK, 0.25), grain(slope((1180, 0), (1268, 0), (0.0, 0.95))))
    press.lay(oval(1214, 776, 54, 10), mix(BRICK, INK, 0.45))
    press.lay(
        brush([(1206, 764), (1188, 730), (1214, 700), (1194, 664)], [3, 11, 10, 2]),
        SCREEN,
        grain(slope((0, 764), (0, 664), (0.75, 0.15))),
    )


def plant(press: Press) -> None:
    leaves = [
        ((1330, 690), (1290, 620), (1302, 548)),
        ((1346, 690), (1352, 600), (1340, 520)),
        ((1360, 690), (1404, 610), (1398, 552)),
        ((1336, 690), (1272, 660), (1246, 606)),
        ((1366, 690), (1430, 670), (1454, 620)),
    ]
    press.lay(join(*[brush(list(leaf), [8, 36, 2]) for leaf in leaves]), mix(GREEN, INK, 0.3))
    press.lay(join(*[brush(list(leaf), [2, 4, 1]) for leaf in leaves]), mix(GREEN, SKY, 0.5))
    pot = poly((1298, 686), (1402, 686), (1386, 782), (1314, 782))
    press.lay(pot, BRICK)
    press.lay(pot, mix(PLUM, INK, 0.6), grain(slope((1310, 0), (1400, 0), (0.1, 0.95))))
