"""A large family's washing between tin-roofed houses, a white uniform among it: sun and wind from the right."""

import skia

from pictures.laundry import DRESS, SHIRT, SHORTS, SOCK, TOWEL, TROUSERS, hung
from pictures.lighting import fade, two_tone
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, slope

AIR = mix(SKY, BLUE, 0.22)
TIN = mix(mix(SKY, BLUE, 0.3), PLUM, 0.15)
RUST = mix(BRICK, OCHRE, 0.35)
YARD = mix(mix(SAND, BRICK, 0.22), PAPER, 0.1)
SHADOW = mix(PLUM, BLUE, 0.3)


def draw(press: Press) -> None:
    sky(press)
    houses(press)
    yard(press)
    back_line(press)
    front_line(press)
    basin(press, (560, 905))
    leaves(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 700), AIR)
    for x, y, size in ((620, 130, 1.2), (1080, 70, 0.9), (900, 260, 0.8)):
        cloud = smooth(
            [
                (x - 150 * size, y + 24 * size, 1),
                (x - 90 * size, y - 12 * size),
                (x - 30 * size, y - 50 * size),
                (x + 30 * size, y - 40 * size),
                (x + 80 * size, y - 14 * size),
                (x + 150 * size, y + 24 * size, 1),
            ]
        )
        two_tone(press, cloud, (PAPER, mix(SKY, PLUM, 0.15)), fade((x, y - 10 * size), (x - 110 * size, y + 30 * size)))


def houses(press: Press) -> None:
    """Two rows of them draw together down the yard."""
    rows: tuple[tuple[float, float, float, float, Ink], ...] = (
        (560.0, 330.0, 130.0, 470.0, mix(SAND, SKY, 0.4)),
        (950.0, 350.0, 160.0, 440.0, mix(BRICK, SAND, 0.5)),
        (700.0, 410.0, 260.0, 330.0, mix(GREEN, SKY, 0.55)),
        (-20.0, 150.0, 330.0, 760.0, mix(GREEN, SKY, 0.4)),
        (300.0, 260.0, 270.0, 560.0, mix(OCHRE, SAND, 0.45)),
        (1090.0, 280.0, 250.0, 540.0, mix(BLUE, SKY, 0.5)),
        (1310.0, 120.0, 320.0, 790.0, mix(SAND, PLUM, 0.2)),
    )
    for n, (x, top, wide, tall, colour) in enumerate(rows):
        wall = rect(x, top, wide, tall)
        press.lay(wall, colour)
        if x > 1000:
            press.glaze(wall, mix(SHADOW, PAPER, 0.55))
        boards: list[tuple[Point, Point]] = [
            ((x, top + 40 + 34.0 * k), (x + wide, top + 40 + 34.0 * k)) for k in range(int(tall / 34))
        ]
        if n in (3, 5):
            press.lay(bars(boards, 3), mix(colour, SHADOW, 0.4), clip=wall)
        for k in range(max(1, int(wide / 150))):
            pane = rect(x + 46 + 140 * k, top + 90, 68, 84)
            press.lay(pane, mix(SHADOW, INK, 0.4))
            slats = [rect(x + 46 + 140 * k, top + 94 + 14 * s, 68, 7) for s in range(6)]
            press.lay(join(*slats), mix(colour, PAPER, 0.4))
            press.lay(rect(x + 38 + 140 * k, top + 174, 84, 9), mix(colour, PAPER, 0.5))
        roof = poly((x - 26, top + 34), (x + 18, top - 44), (x + wide - 14, top - 44), (x + wide + 28, top + 34))
        two_tone(press, roof, (TIN if n % 2 else RUST, mix(SKY, PAPER, 0.3)), fade((x, 0), (x + wide + 60, 0), 0.55))
        ribs: list[tuple[Point, Point]] = [
            ((x + 14 + (wide - 24) * k / 9, top - 44), (x - 26 + (wide + 54) * k / 9, top + 34)) for k in range(10)
        ]
        press.lay(bars(ribs, 4), mix(TIN, INK, 0.35) if n % 2 else mix(RUST, INK, 0.35), clip=roof)
        press.glaze(rect(x, top + 34, wide, 22), mix(SHADOW, PAPER, 0.4))


def yard(press: Press) -> None:
    ground = poly(
        (-20, 862),
        (300, 790),
        (570, 728),
        (700, 712),
        (960, 712),
        (1100, 734),
        (1340, 792),
        (1620, 868),
        (1620, 1020),
        (-20, 1020),
    )
    press.lay(ground, YARD)
    press.lay(ground, mix(YARD, PLUM, 0.35), dry(slope((1100, 800), (100, 950), (0.05, 0.6))))
    for x, y, wide, tall in (
        (560, 812, 60, 60),
        (690, 806, 90, 80),
        (820, 812, 70, 110),
        (960, 810, 90, 70),
        (1100, 822, 60, 60),
    ):
        press.glaze(
            poly((x, y), (x + wide, y - 6), (x + wide - tall, y + 36), (x - tall, y + 42)),
            mix(SHADOW, SAND, 0.45),
            dry(even(0.85)),
        )


def back_line(press: Press) -> None:
    cord: list[Point] = [(420, 372), (640, 412), (860, 420), (1130, 368)]
    press.lay(line(cord, 3), INK)
    things: tuple[tuple[skia.Path, float, float, Ink], ...] = (
        (SOCK, 500.0, 394.0, BRICK),
        (SOCK, 540, 400, BRICK),
        (SHORTS, 606, 410, mix(BLUE, SKY, 0.3)),
        (SHIRT, 700, 417, mix(OCHRE, SAND, 0.3)),
    )
    things += (
        (TOWEL, 792, 420, mix(GREEN, SKY, 0.5)),
        (SHORTS, 1004, 400, BRICK),
        (SHIRT, 1080, 384, mix(SAND, PAPER, 0.4)),
    )
    for cloth, x, y, colour in things:
        hung(press, cloth, (x, y), (0.62, 7), colour)


def front_line(press: Press) -> None:
    cord: list[Point] = [(-20, 268), (300, 336), (620, 370), (800, 376), (980, 370), (1300, 334), (1620, 262)]
    press.lay(rect(1262, 250, 18, 620), mix(BRICK, PLUM, 0.5))
    press.lay(rect(318, 250, 18, 640), mix(BRICK, PLUM, 0.5))
    press.lay(line(cord, 5), INK)
    items = (
        (TROUSERS, 96.0, 296.0, 1.3, BLUE),
        (SHIRT, 246, 326, 1.15, BRICK),
        (SHIRT, 430, 354, 0.72, OCHRE),
        (SHORTS, 540, 362, 0.9, mix(GREEN, INK, 0.05)),
        (SHIRT, 1006, 368, 1.2, mix(BLUE, SKY, 0.45)),
        (SOCK, 1112, 358, 0.8, mix(PLUM, SAND, 0.2)),
        (SOCK, 1152, 354, 0.8, mix(PLUM, SAND, 0.2)),
        (TROUSERS, 1226, 346, 0.8, mix(OCHRE, BRICK, 0.3)),
        (TOWEL, 1390, 318, 1.3, mix(SAND, PAPER, 0.2)),
        (SHIRT, 1534, 286, 0.8, mix(GREEN, SKY, 0.3)),
    )
    for cloth, x, y, scale, colour in items:
        shape = hung(press, cloth, (x, y), (scale, 6), colour)
        if cloth is TOWEL:
            press.lay(
                join(*[placed(rect(-80, level, 170, 12), (x, y), scale, 6) for level in (24, 46, 124, 146)]),
                BRICK,
                clip=shape,
            )
        if cloth is SHIRT and x == 1006:
            checks: list[tuple[Point, Point]] = [((-80 + 22.0 * k, 0), (-80 + 22.0 * k, 170)) for k in range(8)]
            checks += [((-90, 16.0 + 22 * k), (90, 16.0 + 22 * k)) for k in range(7)]
            press.lay(placed(bars(checks, 4), (x, y), scale, 6), mix(BLUE, INK, 0.1), clip=shape)
    uniform(press, (772, 376))


def uniform(press: Press, at: Point) -> None:
    """White, with a collar, a belt and a row of buttons; the cap hangs beside it."""

    shape = hung(press, DRESS, at, (1.36, 6), PAPER)
    press.lay(placed(poly((-22, 2), (0, 22), (-14, 40), (-34, 12)), at, 1.36, 6), mix(BLUE, SKY, 0.4))
    press.lay(placed(poly((22, 2), (0, 22), (14, 40), (34, 12)), at, 1.36, 6), mix(BLUE, SKY, 0.4))
    press.lay(placed(rect(-50, 106, 100, 11), at, 1.36, 6), mix(BLUE, SKY, 0.4), clip=shape)
    press.lay(placed(join(*[oval(0, 48 + 17 * n, 3.2) for n in range(11)]), at, 1.36, 6), mix(BLUE, INK, 0.1))
    press.lay(placed(bars([((0, 40), (0, 250))], 1.6), at, 1.36, 6), mix(SKY, BLUE, 0.3))
    pocket = stroked(rect(14, 142, 26, 30), 2.2)
    press.lay(placed(pocket, at, 1.36, 6), mix(SKY, BLUE, 0.4))
    cap = smooth([(-44, 26, 1), (-34, -4), (0, -14), (34, -4), (44, 26, 1), (0, 14)])
    spot = (at[0] + 128, at[1] + 14)
    two_tone(press, placed(cap, spot, 0.9, 6), (PAPER, mix(SKY, PLUM, 0.3)), fade((spot[0], 0), (spot[0] - 46, 0)))
    press.lay(placed(line([(-38, 20), (0, 8), (38, 20)], 4), spot, 0.9, 6), mix(BLUE, SKY, 0.4))


def basin(press: Press, at: Point) -> None:
    x, y = at
    press.glaze(oval(x - 50, y + 4, 190, 20), SHADOW, dry(even(0.85)))
    heap = smooth([(x - 124, y - 84, 1), (x - 80, y - 130), (x - 20, y - 112), (x + 50, y - 142), (x + 116, y - 84, 1)])
    two_tone(press, heap, (mix(SAND, PAPER, 0.4), mix(PLUM, BLUE, 0.3)), fade((x, y - 100), (x - 120, y - 100), 0.7))
    press.lay(smooth([(x - 60, y - 84, 1), (x - 20, y - 112), (x + 30, y - 84, 1)]), BRICK)
    tub = smooth([(x - 150, y - 88, 1), (x + 150, y - 88, 1), (x + 118, y), (x - 118, y)])
    two_tone(press, tub, (mix(BLUE, SKY, 0.2), mix(BLUE, INK, 0.35)), fade((x + 60, 0), (x - 130, 0)))
    press.lay(rounded((x - 158, y - 96, 316, 18), 8), mix(BLUE, SKY, 0.5))


def leaves(press: Press) -> None:
    """A banana plant at the right edge, close to us."""
    for root, tip, bend in (
        ((1590, 1010), (1330, 700), -60),
        ((1600, 1000), (1450, 590), -40),
        ((1620, 1010), (1600, 560), 20),
        ((1600, 1020), (1290, 860), -30),
    ):
        middle = ((root[0] + tip[0]) / 2 + 10, (root[1] + tip[1]) / 2 + bend)
        blade = brush([root, middle, tip], [16, 96, 4])
        two_tone(press, blade, (mix(GREEN, INK, 0.1), mix(GREEN, OCHRE, 0.5)), fade((root[0], root[1]), tip, 0.7))
        press.lay(brush([root, middle, tip], [8, 6, 2]), mix(GREEN, SAND, 0.5))
        cuts = [
            brush(
                [
                    (root[0] + (tip[0] - root[0]) * t, root[1] + (tip[1] - root[1]) * t + bend * 4 * t * (1 - t)),
                    (root[0] + (tip[0] - root[0]) * t - 34, root[1] + (tip[1] - root[1]) * t - 10),
                ],
                [2, 5],
            )
            for t in (0.35, 0.5, 0.65, 0.8)
        ]
        press.lay(join(*cuts), mix(GREEN, INK, 0.45), clip=blade)
