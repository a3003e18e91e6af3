"""A tray of sweets on a kitchen table: the light comes in at the window and everything throws its shadow towards us."""

import math

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.sweets import baklava, cookie
from pictures.textures import dry, even, glow, grain, slope

WALL = mix(mix(PLUM, BRICK, 0.45), SAND, 0.22)
LIGHT = mix(PAPER, SAND, 0.18)
FRAME = mix(GREEN, SKY, 0.18)
CLOTH = mix(GREEN, INK, 0.12)
TABLE = mix(BRICK, OCHRE, 0.32)
SUNNY = mix(SAND, OCHRE, 0.3)
SHADOW = mix(mix(PLUM, BRICK, 0.3), SAND, 0.12)
CLAY = mix(BRICK, OCHRE, 0.4)
BRASS = mix(OCHRE, SAND, 0.3)
TRAY = (775.0, 716.0, 376.0, 190.0)  # centre x, centre y, radii
TABLE_EDGE = 470


def draw(press: Press) -> None:
    window(press)
    curtains(press)
    table(press)
    plate(press)
    tray(press)
    tea(press)


def window(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 520), WALL)
    press.lay(rect(-10, -10, 1620, 520), mix(SAND, PAPER, 0.3), grain(glow((780, 180), (330, 800), (0.6, 0.0))))
    press.lay(rect(390, -10, 800, 452), LIGHT)
    press.lay(rect(390, -10, 800, 452), mix(SKY, PAPER, 0.2), grain(slope((0, 330), (0, -40), (0.0, 0.85))))
    roofs = poly(
        (390, 360),
        (470, 360),
        (470, 330),
        (560, 330),
        (560, 372),
        (690, 372),
        (690, 340),
        (800, 340),
        (800, 384),
        (960, 384),
        (960, 352),
        (1080, 352),
        (1080, 322),
        (1190, 322),
        (1190, 440),
        (390, 440),
    )
    press.lay(roofs, mix(SAND, OCHRE, 0.14))
    press.lay(roofs, mix(SAND, PLUM, 0.2), grain(slope((0, 330), (0, 450), (0.1, 0.6))))
    palm(press, (980, 400))
    palm(press, (560, 410), 0.72)
    frame = [
        ((390.0, 215.0), (1190.0, 215.0)),
        ((790.0, -10.0), (790.0, 440.0)),
        ((394.0, -10.0), (394.0, 440.0)),
        ((1186.0, -10.0), (1186.0, 440.0)),
    ]
    press.lay(bars(frame, 20), FRAME)
    press.lay(rect(350, 424, 880, 30), mix(FRAME, PAPER, 0.25))
    press.lay(rect(350, 450, 880, 10), mix(FRAME, INK, 0.5))
    sill_pot(press, (1096, 426))


def palm(press: Press, at: Point, scale: float = 1.0) -> None:
    x, y = at
    crown = (x + 8 * scale, y - 176 * scale)
    fronds = []
    for angle in (-168, -146, -122, -96, -72, -48, -24, -4, 14, 172):
        turn, reach = math.radians(angle), 84 * scale
        tip = (crown[0] + reach * math.cos(turn), crown[1] + reach * 0.72 * math.sin(turn) + 34 * scale)
        bend = (crown[0] + reach * 0.55 * math.cos(turn), crown[1] + reach * 0.62 * math.sin(turn))
        fronds.append(brush([crown, bend, tip], [5 * scale, 13 * scale, 1]))
    press.lay(
        join(brush([(x, y), (x + 2, y - 90 * scale), crown], [12 * scale, 9 * scale, 8 * scale]), *fronds),
        mix(mix(GREEN, OCHRE, 0.3), SAND, 0.42),
    )


def sill_pot(press: Press, at: Point) -> None:
    x, y = at
    leaves = [
        oval(x + dx, y - 62 + dy, 17, 13)
        for dx, dy in (
            (-34, -6),
            (-14, -22),
            (8, -14),
            (30, -4),
            (-22, -44),
            (4, -50),
            (24, -34),
            (-2, 4),
            (-46, -28),
            (44, -26),
        )
    ]
    press.lay(join(*leaves), mix(GREEN, INK, 0.2))
    blooms = [oval(x + dx, y - 100 + dy, 9) for dx, dy in ((-30, 4), (-4, -18), (22, 0), (8, -6), (38, 26), (-44, 30))]
    press.lay(join(*blooms), BRICK)
    press.lay(poly((x - 34, y - 52), (x + 34, y - 52), (x + 26, y), (x - 26, y)), CLAY)
    press.lay(
        poly((x - 34, y - 52), (x + 34, y - 52), (x + 26, y), (x - 26, y)),
        mix(PLUM, INK, 0.3),
        grain(slope((0, y - 60), (0, y), (0.1, 0.7))),
    )


def curtains(press: Press) -> None:
    """Two lengths of cloth with a woven pattern of leaves and lozenges."""
    for side in (-1, 1):
        inner, outer = 790 + side * 330, 790 + side * 600
        cloth = smooth(
            [
                (outer, -20, 1),
                (inner, -20, 1),
                (inner + side * 16, 120),
                (inner + side * 66, 270),
                (inner + side * 130, 352, 1),
                (inner + side * 104, 420),
                (inner + side * 96, 492, 1),
                (outer, 492, 1),
            ]
        )
        press.lay(cloth, CLOTH)
        motifs, dots = [], []
        for row in range(8):
            for column in range(6):
                x = inner + side * (24 + 56 * column + 28 * (row % 2)) + side * 11 * min(row, 5)
                y = 10 + 66 * row
                motifs.append(placed(lozenge(), (x, y), 1.0, 6.0 * side))
                dots.append(oval(x + 28 * side, y + 33, 4.5))
        press.lay(join(*motifs), mix(SAND, OCHRE, 0.2), clip=cloth)
        press.lay(join(*dots), BRICK, clip=cloth)
        folds = [
            brush(
                [
                    (inner + side * (26 + 52 * n), -20),
                    (inner + side * (60 + 48 * n), 180),
                    (inner + side * (136 + 30 * n), 350),
                    (inner + side * (118 + 36 * n), 492),
                ],
                [9, 17, 7, 18],
            )
            for n in range(5)
        ]
        press.glaze(join(*folds), mix(GREEN, SKY, 0.3), dry(even(0.92)), cloth)
        press.lay(
            cloth, mix(SAND, PAPER, 0.4), grain(slope((inner + side * 10, 0), (inner + side * 130, 0), (0.5, 0.0)))
        )
        press.lay(line([(inner + side * 122, 350), (inner + side * 190, 372), (outer, 360)], 14), OCHRE)


def lozenge() -> skia.Path:
    """A lozenge with four leaves around it."""
    leaf = smooth([(0, -11, 1), (6, -19), (0, -28, 1), (-6, -19)])
    return join(
        poly((0, -9), (7, 0), (0, 9), (-7, 0)), *(placed(leaf, (0, 0), 0.8, turn) for turn in (45, 135, 225, 315))
    )


def table(press: Press) -> None:
    board = rect(-10, TABLE_EDGE, 1620, 560)
    press.lay(board, TABLE)
    press.lay(board, mix(BRICK, PLUM, 0.5), dry(slope((800, 620), (800, 1020), (0.05, 0.62))))
    press.lay(bars([((-10, y), (1610, y)) for y in (548, 664, 838)], 4), mix(BRICK, PLUM, 0.6))
    for left, right in ((430, 760), (820, 1150)):
        pool = poly(
            (left, TABLE_EDGE),
            (right, TABLE_EDGE),
            (right + (right - 790) * 0.75, 1010),
            (left + (left - 790) * 0.75, 1010),
        )
        press.lay(pool, SUNNY, dry(slope((0, TABLE_EDGE), (0, 1010), (0.95, 0.6))))
    press.lay(rect(-10, TABLE_EDGE - 3, 1620, 6), mix(SAND, OCHRE, 0.3), dry(even(0.9)))


def tray(press: Press) -> None:
    cx, cy, rx, ry = TRAY
    press.glaze(oval(cx + 6, cy + 52, rx * 1.02, ry * 1.04), mix(PLUM, SAND, 0.35))
    press.lay(oval(cx, cy + 14, rx, ry), mix(BRASS, PLUM, 0.55))
    press.lay(oval(cx, cy, rx, ry), BRASS)
    press.lay(oval(cx, cy, rx, ry), mix(PAPER, SAND, 0.3), grain(glow((cx, cy - ry), (40, 420), (0.9, 0.0))))
    press.lay(oval(cx, cy + 8, rx * 0.92, ry * 0.9), mix(BRASS, PLUM, 0.5))
    press.lay(oval(cx, cy + 12, rx * 0.9, ry * 0.87), mix(mix(PLUM, BRICK, 0.5), INK, 0.2))
    press.lay(
        oval(cx, cy + 12, rx * 0.9, ry * 0.87), mix(BRASS, BRICK, 0.4), grain(slope((0, cy), (0, cy + ry), (0.0, 0.3)))
    )
    nicks = []
    for step in range(64):
        turn = math.radians(step * 360 / 64)
        nicks.append(oval(cx + rx * 0.96 * math.cos(turn), cy + 2 + ry * 0.955 * math.sin(turn), 5, 3))
    press.lay(join(*nicks), mix(BRASS, PLUM, 0.6))
    baklava(press, TRAY)


def plate(press: Press) -> None:
    """Round date cookies, cut from a roll, so that the filling makes a spiral."""
    cx, cy = 1320, 742
    press.glaze(oval(cx + 20, cy + 34, 214, 92), mix(PLUM, SAND, 0.4))
    press.lay(oval(cx, cy + 6, 208, 90), mix(BLUE, SKY, 0.35))
    press.lay(oval(cx, cy, 208, 88), PAPER)
    press.lay(stroked(oval(cx, cy, 188, 77), 7), mix(BLUE, SKY, 0.12))
    press.lay(oval(cx, cy + 4, 150, 60), mix(SKY, PAPER, 0.4))
    for dx, dy in ((-70, -38), (20, -48), (96, -22), (-104, 2), (-16, -4), (70, 22), (-54, 36), (8, -40 - 18)):
        cookie(press, (cx + dx, cy + dy - (34 if (dx, dy) == (8, -58) else 8)))


def tea(press: Press) -> None:
    """A waisted tea glass on its saucer."""
    x, y = 235.0, 838.0
    press.glaze(oval(x - 16, y + 40, 150, 48), mix(PLUM, SAND, 0.35))
    press.lay(oval(x, y + 6, 142, 50), mix(BLUE, SKY, 0.3))
    press.lay(oval(x, y, 142, 48), PAPER)
    press.lay(stroked(oval(x, y, 122, 40), 6), BRICK)
    press.lay(oval(x, y + 4, 62, 20), mix(BRICK, SAND, 0.5))
    glass = smooth(
        [
            (x - 66, y - 216, 1),
            (x - 60, y - 160),
            (x - 40, y - 112),
            (x - 54, y - 52),
            (x - 40, y + 2, 1),
            (x, y + 12),
            (x + 40, y + 2, 1),
            (x + 54, y - 52),
            (x + 40, y - 112),
            (x + 60, y - 160),
            (x + 66, y - 216, 1),
            (x, y - 204),
        ]
    )
    drink = smooth(
        [
            (x - 62, y - 178, 1),
            (x - 58, y - 158),
            (x - 36, y - 112),
            (x - 49, y - 52),
            (x - 38, y - 2, 1),
            (x, y + 6),
            (x + 38, y - 2, 1),
            (x + 49, y - 52),
            (x + 36, y - 112),
            (x + 58, y - 158),
            (x + 62, y - 178, 1),
            (x, y - 168),
        ]
    )
    press.lay(glass, mix(SKY, PAPER, 0.45), grain(even(0.8)))
    press.lay(drink, mix(BRICK, INK, 0.12))
    press.lay(drink, mix(OCHRE, BRICK, 0.25), grain(slope((x - 20, y - 170), (x + 60, y - 20), (0.1, 0.85))))
    press.lay(oval(x, y - 178, 62, 13), mix(BRICK, OCHRE, 0.35))
    press.lay(stroked(oval(x, y - 216, 66, 14), 5), PAPER)
    press.lay(
        join(
            brush([(x + 50, y - 190), (x + 40, y - 140), (x + 28, y - 110)], [4, 9, 3]),
            brush([(x + 36, y - 84), (x + 40, y - 50), (x + 30, y - 16)], [3, 10, 4]),
        ),
        PAPER,
    )
    press.lay(brush([(x + 24, y - 262), (x + 6, y - 180), (x - 12, y - 110)], [13, 6, 5]), mix(SKY, BLUE, 0.3))
    press.lay(rounded((x + 74, y - 18, 26, 20), 4), PAPER)
    press.lay(rounded((x + 92, y - 6, 26, 20), 4), mix(PAPER, SKY, 0.5))
    wisp = brush([(x - 14, y - 236), (x - 40, y - 290), (x - 2, y - 340), (x - 32, y - 400)], [3, 14, 13, 2])
    press.lay(wisp, PAPER, grain(slope((0, y - 230), (0, y - 400), (0.8, 0.2))))
