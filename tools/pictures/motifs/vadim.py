"""Sunflowers bowed before a shuttered cottage: a late-summer storm, one strip of light below it."""

import math

import skia

from pictures.lighting import fade, two_tone
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, oval, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, hatch, slope

STORM = mix(mix(BLUE, PLUM, 0.3), INK, 0.35)
LOW = mix(mix(BLUE, PLUM, 0.35), SKY, 0.3)
STRIP = mix(OCHRE, SAND, 0.6)
STUBBLE = mix(mix(OCHRE, SAND, 0.3), PLUM, 0.15)
FIELD = mix(mix(GREEN, OCHRE, 0.35), INK, 0.2)
PETAL = mix(OCHRE, SAND, 0.12)
HOUSE: Point = (850.0, 588.0)


def draw(press: Press) -> None:
    sky(press)
    plain(press)
    cottage(press)
    path(press)
    for row, count, scale in ((640.0, 46, 0.3), (690.0, 34, 0.45), (760.0, 22, 0.68)):
        rows_of_flowers(press, row, count, scale)
    for x, foot, scale, lean in (
        (110.0, 1040.0, 1.5, 60.0),
        (330, 1060, 1.25, 50),
        (1300, 1060, 1.3, 70),
        (1500, 1040, 1.6, 50),
        (540, 1080, 1.0, 40),
        (1120, 1090, 0.95, 50),
    ):
        sunflower(press, (x, foot), scale, lean)
    leaves_in_wind(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), STRIP)
    cloud = rect(-10, -10, 1620, 436)
    press.lay(cloud, LOW)
    press.lay(rect(-10, 400, 1620, 110), LOW, dry(slope((0, 420), (0, 510), (0.95, 0.0))))
    press.lay(cloud, STORM, fade((0, 330), (0, 110), 1.0))
    for x, y, size in ((260, 170, 1.5), (700, 110, 1.9), (1180, 180, 1.6), (1500, 90, 1.3), (20, 60, 1.2)):
        heap = smooth(
            [
                (x - 190 * size, y + 30 * size),
                (x - 130 * size, y - 24 * size),
                (x - 50 * size, y - 56 * size),
                (x + 40 * size, y - 52 * size),
                (x + 110 * size, y - 20 * size),
                (x + 190 * size, y + 20 * size),
                (x + 60 * size, y + 48 * size),
                (x - 80 * size, y + 46 * size),
            ]
        )
        two_tone(press, heap, (mix(STORM, LOW, 0.35), STORM), fade((x, y - 20 * size), (x + 20, y + 50 * size), 1.0))
        press.lay(
            brush(
                [
                    (x - 150 * size, y - 14 * size),
                    (x - 50 * size, y - 52 * size),
                    (x + 40 * size, y - 50 * size),
                    (x + 104 * size, y - 22 * size),
                ],
                [2, 9, 9, 2],
            ),
            mix(LOW, SKY, 0.5),
            dry(even(0.85)),
        )
    curtain = poly((190, 430), (420, 430), (330, 570), (90, 570))
    press.lay(curtain, LOW, hatch(even(0.5), 14, 112))
    press.lay(curtain, LOW, fade((240, 570), (280, 430), 1.0))


def plain(press: Press) -> None:
    press.lay(ground([(-10, 548), (400, 540), (900, 548), (1610, 536)]), mix(LOW, GREEN, 0.35))
    far = ground([(-10, 568), (500, 558), (1100, 566), (1610, 556)])
    press.lay(far, STUBBLE)
    press.lay(far, PETAL, dry(slope((1500, 560), (300, 640), (0.75, 0.15))))
    poplars = [
        smooth(
            [
                (x, y - tall),
                (x + tall * 0.11, y - tall * 0.4),
                (x + 6, y),
                (x - 6, y),
                (x - tall * 0.09, y - tall * 0.45),
            ]
        )
        for x, y, tall in (
            (1180, 566, 130),
            (1214, 566, 160),
            (1246, 566, 140),
            (1284, 566, 110),
            (150, 566, 80),
            (176, 566, 96),
        )
    ]
    press.lay(join(*poplars), mix(GREEN, INK, 0.45))
    press.lay(ground([(-10, 628), (500, 606), (900, 604), (1300, 612), (1610, 630)]), FIELD)


def cottage(press: Press) -> None:
    """Whitewashed, thatched, its shutters closed."""
    x, y = HOUSE
    press.glaze(
        poly((x - 150, y + 22), (x + 170, y + 22), (x + 60, y + 48), (x - 290, y + 48)),
        mix(STORM, FIELD, 0.4),
        dry(even(0.9)),
    )
    wall = rect(x - 150, y - 88, 300, 114)
    two_tone(press, wall, (PAPER, mix(LOW, PLUM, 0.2)), fade((x + 60, 0), (x - 170, 0)))
    press.lay(rect(x - 150, y + 8, 300, 20), mix(BLUE, SKY, 0.2))
    roof = smooth(
        [
            (x - 196, y - 74, 1),
            (x - 130, y - 170),
            (x - 80, y - 206, 1),
            (x + 90, y - 206, 1),
            (x + 140, y - 170),
            (x + 196, y - 74, 1),
            (x, y - 84),
        ]
    )
    two_tone(press, roof, (mix(OCHRE, PLUM, 0.3), mix(PLUM, INK, 0.4)), fade((x + 40, y - 120), (x - 190, y - 100)))
    straws: list[tuple[Point, Point]] = [
        ((x - 84 + 17.0 * n, y - 200), (x - 186 + 37.0 * n, y - 82)) for n in range(11)
    ]
    press.lay(bars(straws, 3.5), mix(OCHRE, SAND, 0.3), clip=roof)
    press.lay(brush([(x - 90, y - 206), (x, y - 212), (x + 96, y - 206)], [12, 16, 12]), mix(OCHRE, PLUM, 0.5))
    press.lay(rect(x + 44, y - 250, 30, 52), mix(BRICK, PLUM, 0.2))
    for dx in (-106, 62):
        shutter = rect(x + dx, y - 68, 54, 60)
        press.lay(shutter, mix(GREEN, BLUE, 0.4))
        press.lay(join(rect(x + dx + 25, y - 68, 4, 60), rect(x + dx, y - 42, 54, 5)), mix(GREEN, INK, 0.5))
        press.lay(stroked(rect(x + dx - 5, y - 73, 64, 70), 6, False), mix(SKY, PAPER, 0.4))
    press.lay(rect(x - 24, y - 70, 54, 96), mix(BRICK, PLUM, 0.35))
    press.lay(bars([((x - 26, y - 22), (x + 32, y - 44))], 7), mix(OCHRE, PLUM, 0.4))
    pales = [
        poly(
            (x + 160 + 21 * n, y + 34),
            (x + 160 + 21 * n, y - 18),
            (x + 166 + 21 * n, y - 26),
            (x + 172 + 21 * n, y - 18),
            (x + 172 + 21 * n, y + 34),
        )
        for n in range(10)
    ]
    press.lay(join(*pales, rect(x + 156, y - 4, 210, 6)), mix(PLUM, SAND, 0.45))
    press.lay(
        join(*[placed(pale, (-560, 0)) for pale in pales[:9]], rect(x - 404, y - 4, 200, 6)), mix(PLUM, SAND, 0.35)
    )


def path(press: Press) -> None:
    track = smooth(
        [(828, 612, 1), (862, 612, 1), (852, 680), (900, 780), (1010, 1020, 1), (660, 1020, 1), (756, 780), (812, 680)]
    )
    press.lay(track, STUBBLE)
    press.lay(track, mix(STORM, STUBBLE, 0.35), dry(slope((0, 640), (0, 1010), (0.1, 0.6))))


def rows_of_flowers(press: Press, row: float, count: int, scale: float) -> None:
    """Far plants, heads only, leaning one way; the path stays free."""
    stems, petals, hearts = [], [], []
    band = [ground([(-10, row + 14 * scale), (800, row + 4), (1610, row + 14 * scale)], row + 130 * scale)]
    press.lay(
        skia.Op(
            band[0],
            poly(
                (860 - 140 * scale, row - 60),
                (860 + 150 * scale, row - 60),
                (860 + 220 * scale, row + 200),
                (840 - 220 * scale, row + 200),
            ),
            skia.kDifference_PathOp,
        ),
        mix(FIELD, INK, 0.2 * scale),
    )
    for n in range(count):
        x = -10 + 1630 * (n + press.rng.uniform(0.1, 0.9)) / count
        if abs(x - 850 - 20 * scale) < 70 + 190 * scale:
            continue
        y = row - press.rng.uniform(10, 60) * scale
        stems.append(
            brush(
                [(x - 30 * scale, y + 150 * scale), (x - 10 * scale, y + 60 * scale), (x, y)],
                [14 * scale, 12 * scale, 10 * scale],
            )
        )
        stems.append(
            brush(
                [(x - 16 * scale, y + 90 * scale), (x + 24 * scale, y + 60 * scale), (x + 64 * scale, y + 84 * scale)],
                [4, 30 * scale, 2],
            )
        )
        petals.append(placed(oval(0, 0, 50 * scale, 36 * scale), (x + 8 * scale, y), 1.0, 30))
        hearts.append(placed(oval(0, 0, 27 * scale, 20 * scale), (x + 13 * scale, y + 6 * scale), 1.0, 30))
    press.lay(join(*stems), mix(GREEN, OCHRE, 0.2))
    press.lay(join(*petals), mix(PETAL, STORM, 0.25 - 0.3 * scale * 0.5))
    press.lay(join(*hearts), mix(PLUM, INK, 0.5))


def sunflower(press: Press, at: Point, scale: float, lean: float) -> None:
    """A tall one near us, its heavy head hanging down on the wind's side."""
    x, foot = at
    top = (x + lean, foot - 400 * scale)
    neck = [
        (x, foot),
        (x + lean * 0.2, foot - 220 * scale),
        (top[0] - 10, top[1]),
        (top[0] + 34 * scale, top[1] - 4 * scale),
        (top[0] + 66 * scale, top[1] + 40 * scale),
    ]
    press.lay(brush(neck, [20 * scale, 15 * scale, 12 * scale, 11 * scale, 12 * scale]), mix(GREEN, OCHRE, 0.25))
    for t, side, reach in ((0.25, 1, 130), (0.4, -1, 120), (0.58, 1, 110), (0.72, -1, 84)):
        root = (x + lean * t * 0.6, foot - 400 * scale * t)
        tip = (root[0] + side * reach * scale + 34, root[1] + 40 * scale)
        leaf = brush([root, ((root[0] + tip[0]) / 2, root[1] - 26 * scale), tip], [6, 74 * scale, 2])
        two_tone(
            press,
            leaf,
            (mix(GREEN, INK, 0.2), mix(GREEN, OCHRE, 0.45)),
            fade((root[0], root[1] + 40 * scale), (root[0] + 20, root[1] - 40 * scale), 0.7),
        )
        press.lay(brush([root, ((root[0] + tip[0]) / 2, root[1] - 22 * scale), tip], [5, 4, 1]), mix(GREEN, SAND, 0.4))
    centre = (top[0] + 72 * scale, top[1] + 52 * scale)
    petals = []
    for n in range(20):
        turn = 18.0 * n + press.rng.uniform(-5, 5)
        away = math.radians(turn)
        long = press.rng.uniform(88, 108) * scale
        petals.append(
            brush(
                [
                    (0, 0),
                    (long * 0.62 * math.cos(away), long * 0.62 * math.sin(away)),
                    (long * math.cos(away), long * math.sin(away) + 6 * scale),
                ],
                [10 * scale, 30 * scale, 3],
            )
        )
    flat = (1.0, 0.82)
    press.lay(placed(placed(join(*petals[::2]), (0, 0), flat), centre, 1.0, 26), mix(PETAL, BRICK, 0.35))
    press.lay(placed(placed(join(*petals[1::2]), (0, 0), flat), centre, 1.0, 26), PETAL)
    disc = placed(oval(0, 0, 56 * scale, 46 * scale), centre, 1.0, 26)
    two_tone(
        press,
        disc,
        (mix(mix(BRICK, PLUM, 0.5), INK, 0.35), INK),
        fade((centre[0], centre[1]), (centre[0] + 40 * scale, centre[1] + 40 * scale)),
    )
    seeds = [
        oval(r * math.cos(2.4 * k), r * 0.82 * math.sin(2.4 * k), 2.6 * scale)
        for k, r in ((k, 6.6 * scale * math.sqrt(k)) for k in range(1, 60))
    ]
    press.lay(placed(join(*seeds), centre, 1.0, 26), mix(OCHRE, PLUM, 0.3), clip=disc)


def leaves_in_wind(press: Press) -> None:
    bits = [
        placed(brush([(-12, 0), (0, -5), (14, 2)], [2, 9, 1]), (x, y), press.rng.uniform(0.8, 1.5), turn)
        for x, y, turn in zip(
            press.rng.uniform(60, 1540, 16),
            press.rng.uniform(330, 600, 16),
            press.rng.uniform(-60, 30, 16),
            strict=True,
        )
    ]
    press.lay(join(*bits), mix(PETAL, BRICK, 0.2))
