"""A tiled roof with a smoking chimney above birches: first snow, grey afternoon, a lamp already lit inside."""

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, oval, panel, placed, poly, rect, smooth, within
from pictures.textures import dry, even, glow, grain, slope

CLOUD = mix(mix(BLUE, SKY, 0.42), PLUM, 0.12)
LOW_SKY = mix(mix(SKY, SAND, 0.25), CLOUD, 0.22)
SNOW = mix(PAPER, SKY, 0.12)
SNOW_SHADE = mix(SKY, BLUE, 0.28)
FOREST = mix(mix(GREEN, BLUE, 0.3), INK, 0.2)
WALL = mix(GREEN, INK, 0.3)
WALL_DARK = mix(WALL, INK, 0.5)
TILE = mix(BRICK, OCHRE, 0.1)
TILE_DARK = mix(BRICK, INK, 0.4)
TWIG = mix(PLUM, INK, 0.45)
ROOF = ((318.0, 352.0), (1086.0, 314.0), (1322.0, 742.0), (492.0, 816.0))
ROWS, COLUMNS = 12, 24


def draw(press: Press) -> None:
    sky(press)
    smoke(press)
    backdrop(press)
    house(press)
    roof(press)
    chimney(press)
    birches(press)
    snowfall(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 700), CLOUD)
    press.lay(rect(-10, -10, 1620, 700), LOW_SKY, grain(slope((500, 180), (420, 640))))
    for x, y, length, thick in ((320, 120, 900, 46), (1350, 190, 760, 40), (180, 300, 560, 30), (1420, 390, 520, 22)):
        band = smooth(
            [
                (x - length / 2, y),
                (x - length / 5, y - thick * 0.5),
                (x + length / 4, y - thick * 0.3),
                (x + length / 2, y),
                (x, y + thick * 0.5),
            ]
        )
        press.lay(band, mix(CLOUD, BLUE, 0.25), dry(even(0.75)))


def smoke(press: Press) -> None:
    """It rises, then the wind takes it to the left."""
    plume = smooth(
        [
            (806, 196), (790, 170), (796, 146), (758, 128), (716, 138), (680, 116), (616, 108), (560, 124), (506, 106),
            (430, 114), (380, 132), (310, 124), (240, 138), (150, 136, 1), (240, 154), (310, 150), (372, 162),
            (450, 150), (510, 166), (578, 156), (632, 174), (694, 164), (742, 186), (770, 206),
            (790, 226, 1), (838, 226, 1), (822, 212),
        ]
    )  # fmt: skip
    press.lay(plume, SNOW)
    shade = grain(slope((600, 118), (594, 184), (0.0, 0.7)))
    press.lay(plume, mix(SNOW_SHADE, PLUM, 0.12), shade, rect(100, 0, 620, 300))
    press.lay(plume, CLOUD, grain(slope((520, 0), (170, 0), (0.0, 0.92))))


def backdrop(press: Press) -> None:
    """What one sees from roof height: hills, the edge of the forest, a white meadow with more birches."""
    far = ground([(-10, 520), (170, 470), (380, 500), (700, 540), (1000, 520), (1240, 462), (1440, 498), (1610, 470)])
    press.lay(far, mix(SNOW_SHADE, CLOUD, 0.45))
    near = ground([(-10, 566), (220, 540), (500, 580), (900, 590), (1250, 560), (1480, 540), (1610, 560)])
    press.lay(near, mix(SNOW_SHADE, PAPER, 0.25))
    trees = []
    for x in press.rng.uniform(-20, 1620, 230):
        foot = 672 - 18 * press.rng.random() + abs(x - 800) * 0.02
        tall = press.rng.uniform(46, 92)
        wide = tall * 0.18
        trees.append(
            smooth(
                [
                    (x, foot - tall, 1), (x + wide * 0.5, foot - tall * 0.45), (x + wide, foot, 1),
                    (x - wide, foot, 1), (x - wide * 0.5, foot - tall * 0.45),
                ]
            )
        )  # fmt: skip
    press.lay(join(*trees, rect(-10, 644, 1620, 50)), FOREST)
    press.lay(join(*trees), mix(SNOW_SHADE, FOREST, 0.25), grain(slope((0, 580), (0, 660), (0.34, 0.0))))
    meadow = ground([(-10, 690), (300, 680), (800, 690), (1200, 678), (1610, 692)])
    press.lay(meadow, SNOW)
    press.lay(meadow, SNOW_SHADE, dry(slope((0, 680), (0, 1000), (0.1, 0.55))))
    for x, top in ((28, 636), (92, 648), (1372, 640), (1440, 628), (1500, 646), (1572, 632)):
        birch(press, (x, 770), top, 9)


def house(press: Press) -> None:
    gable = poly((160, 745), (332, 366), (504, 808), (504, 1010), (160, 1010))
    side = poly((504, 800), (1296, 730), (1296, 1010), (504, 1010))
    press.lay(gable, mix(WALL, SAND, 0.22))
    press.lay(bars([((160, y), (504, y + 34)) for y in range(400, 1010, 34)], 4), WALL, clip=gable)
    press.lay(side, WALL)
    press.lay(bars([((504, y), (1296, y - 66)) for y in range(830, 1090, 34)], 4), WALL_DARK, clip=side)
    press.lay(side, WALL_DARK, grain(slope((0, 770), (0, 900), (0.95, 0.0))))
    for left in (640, 866, 1092):
        top = 872 - (left - 640) * 0.085
        lit_window(press, ((left, top), (left + 110, top - 9), (left + 110, 1010), (left, 1010)))
    lit_window(press, ((272, 556), (388, 566), (388, 690), (272, 680)))
    press.lay(bars([((138, 762), (332, 338)), ((332, 338), (516, 826))], 24), mix(SNOW, SAND, 0.3))


def lit_window(press: Press, pane: tuple[Point, Point, Point, Point]) -> None:
    """Someone is at home."""
    press.lay(panel(pane, (-0.14, -0.12, 1.14, 1.1)), SNOW)
    press.lay(panel(pane, (0, 0, 1, 1)), OCHRE)
    light = grain(glow(within(pane, 0.5, 0.55), (8, 74), (0.9, 0.1)))
    press.lay(panel(pane, (0, 0, 1, 1)), mix(SAND, PAPER, 0.5), light)
    cross = [(within(pane, 0.5, 0), within(pane, 0.5, 1)), (within(pane, 0, 0.4), within(pane, 1, 0.4))]
    press.lay(bars(cross, 8), SNOW)
    press.lay(bars([(within(pane, -0.2, 1.13), within(pane, 1.2, 1.13))], 13), PAPER)


def roof(press: Press) -> None:
    press.lay(poly(*ROOF), TILE_DARK)
    warm, cold, capped = [], [], []
    for row in range(ROWS):
        for column in range(COLUMNS):
            across, down = (column + 0.5 * (row % 2)) / COLUMNS, row / ROWS
            tile = one_tile(across, down)
            (warm if press.rng.random() < 0.72 else cold).append(tile)
            drift = 0.5 + 0.5 * press.rng.random() - 0.75 * down + 0.25 * abs(across - 0.45)
            if drift > 0.6:
                capped.append(one_tile(across, down - 0.012, 0.78))
    press.lay(join(*warm), TILE, clip=poly(*ROOF))
    press.lay(join(*cold), mix(TILE, SAND, 0.3), clip=poly(*ROOF))
    press.lay(poly(*ROOF), mix(BRICK, PLUM, 0.6), grain(slope((800, 400), (900, 800), (0.0, 0.5))))
    press.lay(join(*capped), SNOW)
    ridge = smooth(
        [
            (304, 350), (400, 334), (560, 330), (760, 312), (930, 308), (1084, 300), (1106, 312), (1082, 330),
            (920, 336), (700, 350), (500, 356), (400, 366), (322, 372),
        ]
    )  # fmt: skip
    press.lay(ridge, PAPER)
    press.lay(ridge, SNOW_SHADE, grain(slope((0, 326), (0, 372), (0.0, 0.8))))
    eave = [within(ROOF, step / 12, 1.0) for step in range(13)]
    press.lay(brush([(x, y + 3) for x, y in eave], [9 + 11 * press.rng.random() for _ in eave]), PAPER)


def one_tile(across: float, down: float, size: float = 1.0) -> skia.Path:
    """A beaver-tail tile: straight above, round below."""
    width, depth = 0.93 / COLUMNS * size, 1.0 / ROWS * size
    corners = [
        (across, down),
        (across + width, down),
        (across + width, down + depth * 0.6),
        (across + width / 2, down + depth),
        (across, down + depth * 0.6),
    ]
    (a, b, c, d, e) = (within(ROOF, u, v) for u, v in corners)
    return smooth([(*a, 1), (*b, 1), c, d, e])


def chimney(press: Press) -> None:
    press.lay(poly((764, 244), (846, 239), (850, 402), (768, 416)), mix(BRICK, SAND, 0.2))
    press.lay(poly((846, 239), (884, 246), (888, 382), (850, 402)), TILE_DARK)
    courses = [((764.0, y), (847.0, y - 5.0)) for y in range(266, 412, 19)]
    joints = [
        ((782.0 + 34 * k + 17 * (n % 2), y), (782.0 + 34 * k + 17 * (n % 2), y + 18.0))
        for n, y in enumerate(range(264, 402, 19))
        for k in range(2)
    ]
    press.lay(bars(courses + joints, 3.5), TILE_DARK)
    cap = poly((752, 226), (852, 220), (896, 228), (896, 250), (852, 246), (752, 251))
    press.lay(cap, mix(TILE_DARK, INK, 0.3))
    press.lay(oval(822, 227, 42, 7), INK)
    press.lay(poly((760, 414), (850, 398), (892, 378), (896, 388), (852, 412), (762, 428)), PAPER)


def birches(press: Press) -> None:
    """The tops of the trees in front; none reaches the ridge."""
    near = (
        (18, 566, 27), (108, 640, 20), (448, 752, 23), (1256, 772, 21),
        (1350, 610, 24), (1436, 560, 29), (1528, 632, 21), (1596, 590, 25),
    )  # fmt: skip
    for x, top, width in near:
        birch(press, (x, 1060), top, width)


def birch(press: Press, root: Point, top: float, width: float) -> None:
    """White stem, dark strokes, fine hanging twigs with the last leaves."""
    (x, foot), lean = root, press.rng.uniform(-18, 18)
    twigs, leaves = [], []
    for step in range(26):
        up = 0.4 + 0.58 * step / 25 + press.rng.uniform(-0.03, 0.02)
        side = 1 if press.rng.random() < 0.5 else -1
        reach = (foot - top) * 0.22 * (1.2 - up) ** 0.6 * press.rng.uniform(0.45, 1.3)
        sx, sy = x + lean * up, foot - (foot - top) * up
        tip = (sx + side * reach * press.rng.uniform(0.35, 0.62), sy - reach * press.rng.uniform(0.8, 1.05))
        hang = (tip[0] + side * reach * 0.22, tip[1] + reach * press.rng.uniform(0.05, 0.4))
        twigs.append(brush([(sx, sy), (sx + side * reach * 0.22, sy - reach * 0.55), tip, hang], [5, 3.4, 2.4, 1.2]))
        for along in press.rng.uniform(0, 1, 3):
            leaves.append(
                oval(
                    tip[0] + (hang[0] - tip[0]) * along + press.rng.uniform(-10, 10),
                    tip[1] + (hang[1] - tip[1]) * along + press.rng.uniform(-6, 16),
                    3.6,
                    4.8,
                )
            )
    press.lay(join(*twigs), TWIG)
    press.lay(join(*leaves), OCHRE)
    trunk = brush(
        [(x + lean * t, foot - (foot - top) * t) for t in (0.0, 0.35, 0.7, 1.0)], [width, width * 0.86, width * 0.6, 4]
    )
    press.lay(trunk, PAPER)
    press.lay(trunk, mix(SNOW_SHADE, BLUE, 0.25), grain(slope((x - width * 0.1, 0), (x + width * 0.6, 0), (0.1, 0.85))))
    marks = []
    for _ in range(18):
        up = press.rng.uniform(0.02, 0.9)
        mx, my = x + lean * up + press.rng.uniform(-0.5, 0.4) * width * (1 - up * 0.5), foot - (foot - top) * up
        marks.append(brush([(mx - 7, my), (mx, my + 2), (mx + 8, my - 1)], [1, 5.5, 1]))
    press.lay(join(*marks), INK, clip=trunk)


def snowfall(press: Press) -> None:
    flakes = [
        oval(x, y, r)
        for x, y, r in zip(
            press.rng.uniform(0, 1600, 210), press.rng.uniform(0, 900, 210), press.rng.uniform(2, 5, 210), strict=True
        )
    ]
    press.lay(join(*flakes), PAPER)
    press.lay(join(*[placed(flake, (7, -5)) for flake in flakes[:0:-9]]), SNOW)
