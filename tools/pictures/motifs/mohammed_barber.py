"""An empty barber's chair before the mirror, brushes and bottles on the shelf: afternoon light from the left."""

import itertools

import numpy as np
import skia

from pictures.lighting import beam, fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even

PLASTER = mix(SAND, PAPER, 0.45)
TILE = mix(GREEN, SKY, 0.62)
GROUT = mix(TILE, PAPER, 0.55)
LEATHER = mix(BRICK, PLUM, 0.12)
STEEL = mix(SKY, BLUE, 0.25)
DARK = mix(PLUM, INK, 0.55)
SUN = mix(SAND, PAPER, 0.7)
MIRROR = (560.0, 96.0, 620.0, 400.0)  # x, y, width, height
FLOOR = 742.0


def draw(press: Press) -> None:
    wall(press)
    floor(press)
    mirror(press)
    shelf(press)
    towels(press)
    beam(press, [(-10, 20), (-10, 430), (1010, 1010), (1250, 620)], SUN, (0.55, 0.05))
    chair(press, (640, 930))


def wall(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 500), PLASTER)
    press.lay(rect(-10, -10, 1620, 500), mix(SAND, PLUM, 0.3), fade((1150, 100), (1650, 240)))
    tiles = rect(-10, 440, 1620, 310)
    press.lay(tiles, TILE)
    lines: list[tuple[Point, Point]] = [((-10, y), (1610, y)) for y in np.arange(470.0, 750, 60)]
    lines += [((float(x), 440), (float(x), 750)) for x in np.arange(20.0, 1610, 60)]
    press.lay(bars(lines, 3), GROUT)
    press.lay(tiles, mix(GREEN, BLUE, 0.3), fade((1000, 560), (1640, 640)))
    press.lay(rect(-10, 428, 1620, 18), mix(GREEN, INK, 0.1))


def floor(press: Press) -> None:
    press.lay(rect(-10, FLOOR, 1620, 270), mix(PAPER, SAND, 0.4))
    checks = []
    rows = (FLOOR, 772.0, 812.0, 864.0, 930.0, 1012.0)
    for row, (top, low) in enumerate(itertools.pairwise(rows)):
        for column in range(-14, 15):
            if (row + column) % 2:
                a, b = 800 + column * (top - 560) * 0.62, 800 + (column + 1) * (top - 560) * 0.62
                c, d = 800 + (column + 1) * (low - 560) * 0.62, 800 + column * (low - 560) * 0.62
                checks.append(poly((a, top), (b, top), (c, low), (d, low)))
    press.lay(join(*checks), mix(PLUM, INK, 0.35))
    press.lay(rect(-10, FLOOR, 1620, 270), mix(PLUM, SAND, 0.3), fade((1000, 830), (1640, 930)))
    press.lay(rect(-10, FLOOR - 8, 1620, 18), mix(GREEN, INK, 0.3))


def mirror(press: Press) -> None:
    """It shows what lies behind us: the bright window, a street with a palm, a fan on the ceiling."""
    x, y, wide, tall = MIRROR
    press.glaze(rounded((x - 18, y + 6, wide + 70, tall + 36), 20), mix(PLUM, SAND, 0.45), dry(even(0.85)))
    press.lay(rounded((x - 34, y - 34, wide + 68, tall + 68), 26), mix(OCHRE, BRICK, 0.12))
    press.lay(stroked(rounded((x - 22, y - 22, wide + 44, tall + 44), 18), 6), mix(SAND, PAPER, 0.3))
    glass = rounded(MIRROR, 10)
    press.lay(glass, mix(PLASTER, SKY, 0.55))
    press.lay(glass, mix(BLUE, PLUM, 0.35), fade((x + 250, y), (x + wide + 60, y + tall)))
    view = rect(x + 60, y + 66, 250, 290)
    press.lay(view, PAPER, clip=glass)
    press.lay(view, SKY, fade((0, y + 250), (0, y + 60)), glass)
    press.lay(join(rect(x + 60, y + 250, 110, 110), rect(x + 210, y + 220, 100, 140)), mix(OCHRE, SAND, 0.55))
    trunk = brush([(x + 186, y + 356), (x + 180, y + 260), (x + 190, y + 150)], [14, 10, 8])
    crown = [
        brush(
            [(x + 190, y + 150), (x + 190 + dx * 0.6, y + 150 + dy), (x + 190 + dx, y + 150 + dy * 0.2 + 34)],
            [4, 13, 2],
        )
        for dx, dy in ((-74, -26), (-50, -50), (0, -60), (46, -52), (76, -24), (-62, 8), (64, 10))
    ]
    press.lay(trunk, mix(BRICK, PLUM, 0.4), clip=view)
    press.lay(join(*crown), GREEN, clip=view)
    press.lay(stroked(view, 14, False), mix(BRICK, PLUM, 0.3), clip=glass)
    press.lay(rect(x + 180, y + 66, 9, 290), mix(BRICK, PLUM, 0.3), clip=glass)
    clock = (x + 470, y + 150)
    press.lay(oval(*clock, 56), BRICK)
    press.lay(oval(*clock, 46), PAPER)
    press.lay(bars([(clock, (clock[0] + 24, clock[1] + 10)), (clock, (clock[0] - 8, clock[1] - 36))], 6), INK)
    glint = join(
        poly((x + 360, y + tall), (x + 560, y), (x + 600, y), (x + 400, y + tall)),
        poly((x + 420, y + tall), (x + 620, y), (x + 634, y), (x + 434, y + tall)),
    )
    press.lay(glint, PAPER, veil(0.4), glass)


def shelf(press: Press) -> None:
    x, y = 500.0, 590.0
    press.glaze(
        poly((x + 40, y + 26), (x + 800, y + 26), (x + 830, y + 74), (x + 90, y + 74)),
        mix(BLUE, SKY, 0.35),
        dry(even(0.85)),
    )
    things: list[tuple[skia.Path, Ink]] = []

    def bottle(at: float, tall: float, wide: float, colour: Ink) -> None:
        neck = wide * 0.3
        body = smooth(
            [
                (at - wide / 2, y, 1),
                (at - wide / 2, y - tall * 0.55),
                (at - neck / 2, y - tall * 0.75),
                (at - neck / 2, y - tall, 1),
                (at + neck / 2, y - tall, 1),
                (at + neck / 2, y - tall * 0.75),
                (at + wide / 2, y - tall * 0.55),
                (at + wide / 2, y, 1),
            ]
        )
        things.append((body, colour))
        things.append((rect(at - neck / 2 - 3, y - tall - 16, neck + 6, 18), mix(colour, INK, 0.5)))

    for at, tall, wide, colour in (
        (915.0, 128.0, 52.0, OCHRE),
        (976, 104, 44, BLUE),
        (1034, 140, 46, mix(GREEN, OCHRE, 0.35)),
        (1092, 96, 56, mix(PLUM, BRICK, 0.3)),
    ):
        bottle(at, tall, wide, colour)
    jar = rounded((1146, y - 92, 66, 92), 8)
    press.lay(bars([((1160 + 13 * n, y - 80), (1146 + 22.0 * n, y - 158 - 10 * (n % 2))) for n in range(4)], 8), DARK)
    things.append((jar, mix(SKY, BLUE, 0.25)))
    for path, colour in things:
        box = path.computeTightBounds()
        two_tone(press, path, (colour, mix(colour, PAPER, 0.65)), fade((box.right(), 0), (box.left(), 0), 0.8))
    press.lay(join(oval(860, y - 12, 30, 12)), mix(SAND, PAPER, 0.6))
    press.lay(brush([(846, y - 20), (838, y - 60), (846, y - 92)], [30, 38, 14]), mix(SAND, OCHRE, 0.3))
    press.lay(rounded((830, y - 128, 32, 44), 12), DARK)
    board = rect(x, y, 760, 24)
    two_tone(press, board, (mix(PAPER, SKY, 0.4), mix(BLUE, PLUM, 0.4)), fade((x + 200, 0), (x + 900, 0), 0.6))
    press.lay(bars([((x + 60, y + 24), (x + 60, y + 64)), ((x + 700, y + 24), (x + 700, y + 64))], 14), STEEL)


def towels(press: Press) -> None:
    press.lay(bars([((1270, 498), (1530, 498))], 9), STEEL)
    for n, colour in enumerate((PAPER, OCHRE, mix(BLUE, SKY, 0.3))):
        x = 1284.0 + 84 * n
        cloth = smooth(
            [
                (x, 494, 1),
                (x + 70, 494, 1),
                (x + 74, 590),
                (x + 68, 656 - 24 * (n % 2), 1),
                (x - 2, 660 - 24 * (n % 2), 1),
                (x - 5, 580),
            ]
        )
        press.glaze(placed(cloth, (18, 12)), mix(BLUE, GREEN, 0.5), dry(even(0.6)))
        two_tone(press, cloth, (colour, mix(colour, PLUM, 0.4)), fade((x + 10, 0), (x + 76, 0), 0.8))
        press.lay(rect(x - 6, 618 - 24 * (n % 2), 84, 8), mix(colour, BRICK, 0.7), clip=cloth)


def chair(press: Press, at: Point) -> None:
    """In profile, facing right; its round foot stands at `at`."""
    x, y = at
    press.glaze(
        smooth(
            [
                (x - 160, y - 6),
                (x + 80, y - 26),
                (x + 470, y - 4),
                (x + 430, y + 26),
                (x + 60, y + 30),
                (x - 120, y + 20),
            ]
        ),
        mix(PLUM, INK, 0.25),
        dry(even(0.9)),
    )
    foot = smooth(
        [
            (x - 130, y + 6, 1),
            (x - 120, y - 22),
            (x - 40, y - 36),
            (x + 50, y - 36),
            (x + 130, y - 22),
            (x + 140, y + 6, 1),
            (x, y + 22),
        ]
    )
    column = rect(x - 34, y - 190, 76, 170)
    rest = join(
        line([(x + 60, y - 190), (x + 190, y - 110), (x + 250, y - 60)], 20),
        line([(x + 196, y - 50), (x + 330, y - 84)], 26),
    )
    two_tone(press, join(foot, column), (mix(STEEL, BLUE, 0.2), PAPER), fade((x + 40, 0), (x - 90, 0), 0.9))
    press.lay(rest, mix(STEEL, INK, 0.35))
    press.lay(brush([(x - 30, y - 120), (x - 90, y - 110), (x - 150, y - 130)], [10, 10, 16]), mix(STEEL, INK, 0.4))
    seat = smooth(
        [
            (x - 136, y - 300, 1),
            (x + 120, y - 306),
            (x + 196, y - 288),
            (x + 206, y - 236),
            (x + 180, y - 196),
            (x - 130, y - 190, 1),
            (x - 156, y - 240),
        ]
    )
    back = smooth(
        [
            (x - 112, y - 296, 1),
            (x - 186, y - 470),
            (x - 216, y - 570),
            (x - 190, y - 592),
            (x - 136, y - 584),
            (x - 108, y - 520),
            (x - 40, y - 320),
            (x - 50, y - 290, 1),
        ]
    )
    head = smooth(
        [
            (x - 238, y - 620),
            (x - 232, y - 690),
            (x - 200, y - 700),
            (x - 166, y - 676),
            (x - 156, y - 620),
            (x - 190, y - 604),
        ]
    )
    press.lay(line([(x - 196, y - 560), (x - 204, y - 620)], 16), STEEL)
    for part in (head, back, seat):
        box = part.computeTightBounds()
        press.lay(placed(part, (-10, 8)), mix(LEATHER, INK, 0.45))
        two_tone(
            press,
            part,
            (LEATHER, mix(OCHRE, SAND, 0.3)),
            fade((box.right(), box.bottom()), (box.left(), box.top()), 0.6),
        )
    creases = [line([(x - 170 + 26 * n, y - 500 + 62 * n), (x - 118 + 24 * n, y - 520 + 62 * n)], 4) for n in range(4)]
    creases += [
        line([(x - 60 + 66 * n, y - 300), (x - 66 + 66 * n, y - 250), (x - 60 + 66 * n, y - 200)], 4) for n in range(4)
    ]
    press.lay(join(*creases), mix(LEATHER, INK, 0.5))
    arm = join(
        line([(x - 96, y - 380), (x + 20, y - 396), (x + 124, y - 390)], 34),
        line([(x + 104, y - 384), (x + 120, y - 300)], 20),
    )
    press.lay(arm, mix(STEEL, INK, 0.3))
    press.lay(line([(x - 90, y - 384), (x + 20, y - 402), (x + 126, y - 398)], 22), mix(LEATHER, INK, 0.3))
    press.lay(line([(x - 88, y - 392), (x + 20, y - 409), (x + 122, y - 405)], 6), mix(OCHRE, SAND, 0.4))
    sheet = smooth(
        [
            (x + 10, y - 402, 1),
            (x + 110, y - 404, 1),
            (x + 122, y - 300),
            (x + 112, y - 196, 1),
            (x + 60, y - 214),
            (x - 2, y - 200, 1),
            (x + 2, y - 310),
        ]
    )
    two_tone(press, sheet, (PAPER, mix(SKY, BLUE, 0.25)), fade((x + 10, 0), (x + 130, 0), 0.7))
    press.lay(
        join(
            *[
                brush([(x + 28 + 30 * n, y - 390), (x + 24 + 30 * n, y - 300), (x + 30 + 28 * n, y - 214)], [1, 6, 2])
                for n in range(3)
            ]
        ),
        mix(SKY, BLUE, 0.3),
    )
