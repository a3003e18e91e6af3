"""A house frame of fresh timber on dunes by the ocean: bright wind, surf, a saw horse in the sand."""

import skia

from pictures.forms import shaded
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, placed, poly, rect, smooth
from pictures.textures import dry, even, grain, slope

HIGH = mix(SKY, BLUE, 0.2)
SEA = mix(mix(BLUE, GREEN, 0.35), SKY, 0.22)
SHALLOW = mix(mix(SKY, GREEN, 0.28), PAPER, 0.1)
DUNE = mix(SAND, PAPER, 0.45)
DUNE_SHADE = mix(mix(SAND, OCHRE, 0.35), PLUM, 0.12)
TIMBER = mix(OCHRE, SAND, 0.25)
TIMBER_SHADE = mix(BRICK, OCHRE, 0.35)
GRASS = mix(mix(GREEN, OCHRE, 0.35), SAND, 0.1)
SHADOW = mix(mix(PLUM, BLUE, 0.5), SAND, 0.35)


def draw(press: Press) -> None:
    sky(press)
    sea(press)
    dunes(press)
    frame(press)
    sawing_place(press)
    reeds(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 560), HIGH)
    press.lay(rect(-10, 260, 1620, 300), mix(SKY, PAPER, 0.4), grain(slope((0, 270), (0, 500), (0.0, 0.95))))
    for x, y, size in ((250, 170, 1.25), (1380, 110, 0.9), (1120, 300, 0.55)):
        heap = [
            (-170, 30, 1),
            (-150, -4),
            (-104, -14),
            (-84, -58),
            (-20, -76),
            (30, -46),
            (84, -56),
            (118, -10),
            (190, 30, 1),
        ]
        cloud = placed(smooth(heap), (x, y), size)
        press.lay(cloud, PAPER)
        press.lay(
            cloud, mix(SKY, BLUE, 0.16), grain(slope((x + 60, y - 30 * size), (x - 40, y + 40 * size), (0.0, 0.8)))
        )
    wing = smooth([(-40, -14, 1), (-18, -15), (0, 2), (19, -17), (42, -19, 1), (21, -8), (2, 11), (-17, -6)])
    press.lay(
        join(*[placed(wing, at, size, turn) for at, size, turn in (((470, 330), 0.7, -8), ((550, 290), 0.5, 6))]), PAPER
    )


def sea(press: Press) -> None:
    press.lay(rect(-10, 470, 1620, 300), SEA)
    press.lay(rect(-10, 470, 1620, 300), mix(SEA, INK, 0.3), dry(slope((0, 470), (0, 620), (0.5, 0.1))))
    press.lay(ground([(-10, 640), (400, 610), (900, 650), (1300, 600), (1610, 640)]), SHALLOW)
    for y, wide in ((560, 13), (604, 20), (668, 30)):
        crest: list[Point] = [(float(x), y + 9 * ((x // 100) % 3) - 6) for x in range(-100, 1800, 100)]
        press.lay(brush(crest, [wide * (0.4 + 0.6 * ((n * 7) % 5) / 4) for n in range(len(crest))]), PAPER)
    press.lay(poly((-10, 470), (-10, 440), (120, 436), (240, 452), (330, 470)), mix(BLUE, SKY, 0.35))
    tower = poly((92, 440), (97, 366), (117, 366), (122, 440))
    press.lay(tower, PAPER)
    press.lay(join(rect(95, 392, 24, 14), rect(97, 348, 20, 18)), BRICK)


def dunes(press: Press) -> None:
    back = ground([(-10, 690), (200, 660), (460, 720), (800, 705), (1150, 640), (1400, 600), (1610, 590)])
    shaded(press, back, DUNE, DUNE_SHADE, slope((1300, 640), (700, 900), (0.0, 0.55)))
    near = ground([(-10, 800), (260, 842), (620, 850), (1000, 810), (1320, 850), (1610, 800)])
    press.lay(near, mix(DUNE, PAPER, 0.3))
    press.lay(near, DUNE_SHADE, dry(slope((0, 840), (0, 1040), (0.1, 0.8))))


def frame(press: Press) -> None:
    """Posts on a floor, plates, rafters; the gable end is half boarded, the light comes from the right."""
    press.glaze(poly((470, 838), (1120, 838), (880, 916), (200, 906)), SHADOW, dry(even(0.96)))
    press.lay(poly((470, 800), (1130, 800), (1130, 838), (470, 838)), TIMBER_SHADE)
    back = [((570.0 + 120 * n, 786.0), (570.0 + 120 * n, 500.0)) for n in range(5)]
    press.lay(bars([*back, ((550.0, 500.0), (1080.0, 500.0))], 15), mix(TIMBER_SHADE, PLUM, 0.3))
    gable = poly((860, 540), (1000, 330), (1140, 540))
    boards = poly((868, 800), (868, 648), (1132, 648), (1132, 800))
    press.lay(boards, mix(TIMBER, SAND, 0.5))
    press.lay(bars([((868.0, y), (1132.0, y)) for y in (678.0, 708.0, 738.0, 768.0)], 4), TIMBER_SHADE)
    for n in range(4, -1, -1):
        x = 460.0 + 100 * n
        press.lay(bars([((x, 540.0), (x + 140, 330.0)), ((x + 140, 330.0), (x + 280, 540.0))], 17), TIMBER_SHADE)
        press.lay(bars([((x + 144, 334.0), (x + 284, 544.0))], 10), mix(TIMBER, PAPER, 0.25))
    press.lay(bars([((590.0, 330.0), (1012.0, 330.0))], 16), TIMBER)
    front = [((480.0 + 97 * n, 800.0), (480.0 + 97 * n, 540.0)) for n in range(5)]
    press.lay(bars([*front, ((1132.0, 800.0), (1132.0, 540.0)), ((1000.0, 648.0), (1000.0, 540.0))], 19), TIMBER)
    press.lay(bars([((x + 6, y), (x + 6, z)) for (x, y), (_, z) in front], 5), mix(SAND, PAPER, 0.4))
    press.lay(bars([((452.0, 540.0), (1150.0, 540.0))], 20), TIMBER)
    press.lay(bars([((480.0, 790.0), (577.0, 556.0)), ((771.0, 556.0), (868.0, 790.0))], 12), TIMBER_SHADE)
    press.lay(
        skia.Path(bars([((930.0, 540.0), (930.0, 436.0)), ((1070.0, 540.0), (1070.0, 436.0))], 12)), TIMBER, clip=gable
    )
    press.lay(bars([((868.0, 534.0), (1000.0, 336.0)), ((1000.0, 336.0), (1132.0, 534.0))], 20), mix(TIMBER, SAND, 0.3))
    ladder = [((700.0, 838.0), (764.0, 470.0)), ((752.0, 838.0), (806.0, 470.0))]
    rungs = [((706.0 + 9.6 * n, 806.0 - 56 * n), (756.0 + 8.4 * n, 806.0 - 56 * n)) for n in range(6)]
    press.lay(bars([*ladder, *rungs], 9), mix(PLUM, INK, 0.35))


def sawing_place(press: Press) -> None:
    for x in (1270, 1420):
        press.glaze(poly((x - 30, 900), (x + 30, 900), (x - 90, 930), (x - 140, 926)), SHADOW)
        press.lay(
            bars([((x - 36, 904), (x + 26, 780)), ((x + 36, 904), (x - 26, 780)), ((x - 22, 868), (x + 22, 868))], 13),
            TIMBER_SHADE,
        )
    press.lay(poly((1180, 772), (1520, 762), (1520, 790), (1180, 800)), mix(TIMBER, SAND, 0.3))
    press.lay(poly((1180, 796), (1520, 786), (1520, 796), (1180, 808)), TIMBER_SHADE)
    blade = poly((1286, 756), (1416, 690), (1424, 726), (1292, 770))
    press.lay(blade, mix(SKY, PAPER, 0.4))
    press.lay(smooth([(1410, 686), (1452, 664), (1474, 690), (1440, 732), (1418, 730)]), BRICK)
    press.lay(smooth([(1430, 692), (1450, 684), (1452, 700), (1434, 714)]), mix(SKY, PAPER, 0.4))
    for n in range(4):
        press.lay(
            poly((1190, 900 + 17 * n), (1560, 884 + 17 * n), (1570, 896 + 17 * n), (1196, 912 + 17 * n)),
            mix(TIMBER, (SAND, BRICK)[n % 2], 0.35),
        )


def reeds(press: Press) -> None:
    """Grass on the dunes, all bent the same way by the wind off the sea."""
    blades = []
    for foot_x, foot_y, count in (
        (60, 860, 22),
        (180, 900, 26),
        (330, 940, 20),
        (20, 970, 24),
        (1560, 640, 14),
        (1470, 1000, 16),
        (420, 720, 9),
        (250, 690, 12),
    ):
        for _ in range(count):
            x, tall = foot_x + press.rng.uniform(-60, 60), press.rng.uniform(40, 110)
            blades.append(
                brush(
                    [(x, foot_y), (x + tall * 0.16, foot_y - tall * 0.6), (x + tall * 0.55, foot_y - tall * 0.9)],
                    [6, 5, 1],
                )
            )
    press.lay(join(*blades), GRASS)
    press.lay(join(*[placed(blade, (8, 6)) for blade in blades[::4]]), mix(GREEN, INK, 0.2))
