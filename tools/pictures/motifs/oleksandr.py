"""A wall of painted tiles not yet finished, glaze pots before it: window light falls across from the left."""

import math

import skia

from pictures.lighting import fade, thrown, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, slope

SIDE = 176.0  # of a tile
GAP = 8.0
LEFT, TOP = 164.0, -60.0
MORTAR = mix(mix(SAND, PLUM, 0.25), BLUE, 0.12)
CREAM = mix(PAPER, SAND, 0.3)
LEAF = mix(GREEN, OCHRE, 0.14)
BROWN = mix(mix(BRICK, PLUM, 0.4), INK, 0.3)
SHADE = mix(PLUM, BLUE, 0.35)
SHELF = 824.0
BARE = {(4, 4), (5, 4), (6, 4), (5, 3), (6, 3), (6, 2)}


def draw(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), MORTAR)
    combed(press)
    for row in range(5):
        for column in range(-1, 8):
            if (column, row) not in BARE and column < 7:
                tile(press, (LEFT + (SIDE + GAP) * column, TOP + (SIDE + GAP) * row), (column + row) % 4)
    wall_light(press)
    shelf(press)
    pots(press)
    loose_tiles(press)


def combed(press: Press) -> None:
    """Fresh mortar where tiles are still to come, drawn through with a notched trowel."""
    area = join(
        *[
            rect(LEFT + (SIDE + GAP) * c - GAP, TOP + (SIDE + GAP) * r - GAP, SIDE + 2 * GAP, SIDE + 2 * GAP)
            for c, r in sorted(BARE)
        ]
    )
    press.lay(area, mix(MORTAR, INK, 0.16))
    grooves = [
        line(
            [
                (LEFT + 620, 380 + 17.0 * n),
                (LEFT + 860, 330 + 17.0 * n),
                (LEFT + 1100, 370 + 17.0 * n),
                (LEFT + 1330, 320 + 17.0 * n),
            ],
            5,
        )
        for n in range(34)
    ]
    press.lay(join(*grooves), mix(MORTAR, PAPER, 0.35), clip=area)
    press.lay(rect(LEFT + 7 * (SIDE + GAP) - GAP, -10, 500, 1020), mix(MORTAR, PAPER, 0.25))


def tile(press: Press, at: Point, kind: int, turn: float = 0.0, size: float = 1.0) -> None:
    """One of four designs in green, ochre and brown on cream."""
    middle = (at[0] + SIDE * size / 2, at[1] + SIDE * size / 2)

    def lay(path: skia.Path, colour: Ink) -> None:
        press.lay(placed(path, middle, size, turn), colour)

    half = SIDE / 2
    lay(placed(rounded((-half, -half, SIDE, SIDE), 7), (4, 5)), mix(SHADE, MORTAR, 0.3))
    lay(rounded((-half, -half, SIDE, SIDE), 7), CREAM)
    corners = [
        placed(
            brush([(half - 4, half - 34), (half - 26, half - 26), (half - 34, half - 4)], [4, 15, 4]),
            (0, 0),
            1.0,
            90.0 * n,
        )
        for n in range(4)
    ]
    if kind == 0:
        petals = [
            placed(smooth([(0, -14, 1), (-21, -42), (0, -68, 1), (21, -42)]), (0, 0), 1.0, 45.0 * n) for n in range(8)
        ]
        lay(join(*petals[::2]), LEAF)
        lay(join(*petals[1::2]), OCHRE)
        lay(oval(0, 0, 17), BROWN)
        lay(oval(0, 0, 8), OCHRE)
        lay(join(*corners), BROWN)
    elif kind == 1:
        lay(brush([(-58, 66), (-10, 20), (8, -60)], [6, 9, 4]), BROWN)
        blades = [
            (-44, 52, -60, 14),
            (-24, 34, 22, 40),
            (-8, 14, -50, -30),
            (0, -8, 46, -10),
            (4, -34, -30, -66),
            (8, -52, 44, -60),
        ]
        leaves = [
            brush([(ax, ay), ((ax + bx) / 2, (ay + by) / 2 - 8), (bx, by)], [4, 24, 2]) for ax, ay, bx, by in blades
        ]
        lay(join(*leaves), LEAF)
        lay(join(*[oval(x, y, 10) for x, y in ((52, 34), (-24, -62), (60, -36), (34, 62))]), mix(BRICK, OCHRE, 0.25))
        lay(join(*corners), OCHRE)
    elif kind == 2:
        lay(stroked(oval(0, 0, 62), 9), BROWN)
        star = [
            (
                math.cos(n * math.pi / 8) * (52 if n % 2 == 0 else 23),
                math.sin(n * math.pi / 8) * (52 if n % 2 == 0 else 23),
            )
            for n in range(16)
        ]
        lay(poly(*star), LEAF)
        lay(oval(0, 0, 15), CREAM)
        lay(oval(0, 0, 8), OCHRE)
        lay(join(*[oval(68 * math.cos(t), 68 * math.sin(t), 7) for t in (0.785, 2.356, 3.927, 5.498)]), OCHRE)
    else:
        waves = [
            placed(line([(-half + 6, -60), (-44, -42), (0, -62), (44, -42), (half - 6, -60)], 8), (0, 0), 1.0, 90.0 * n)
            for n in range(4)
        ]
        lay(join(*waves), LEAF)
        lay(
            join(
                *[
                    placed(smooth([(0, -4, 1), (-15, -22), (0, -42, 1), (15, -22)]), (0, 0), 1.0, 90.0 * n)
                    for n in range(4)
                ]
            ),
            mix(BRICK, OCHRE, 0.25),
        )
        lay(join(*[placed(oval(26, 26, 6), (0, 0), 1.0, 90.0 * n) for n in range(4)]), BROWN)
        lay(oval(0, 0, 9), BROWN)


def wall_light(press: Press) -> None:
    """The window's four panes on the wall, the rest of it in shade."""
    wall = rect(-10, -10, 1620, SHELF + 10)
    panes = []
    for column in range(2):
        for row in range(2):
            x, y = 330.0 + 330 * column, 60.0 + 300 * row + 60 * column
            panes.append(poly((x, y), (x + 300, y + 55), (x + 390, y + 325), (x + 90, y + 270)))
    dark = wall
    for pane in panes:
        dark = skia.Op(dark, pane, skia.kDifference_PathOp)
    press.glaze(dark, mix(SHADE, PAPER, 0.28), veil(0.72))
    press.lay(join(*panes), mix(OCHRE, PAPER, 0.7), veil(0.13))


def shelf(press: Press) -> None:
    board = rect(-10, SHELF, 1620, 190)
    wood = mix(mix(BRICK, OCHRE, 0.45), PLUM, 0.2)
    two_tone(press, board, (wood, mix(OCHRE, SAND, 0.5)), dry(slope((700, SHELF), (1600, 960), (0.7, 0.08))))
    press.lay(rect(-10, SHELF - 6, 1620, 10), mix(wood, SAND, 0.5))
    press.lay(rect(-10, 966, 1620, 50), mix(wood, INK, 0.5))
    drips = [
        oval(x, y, r, r * 0.4)
        for x, y, r in ((520, 930, 16), (556, 940, 7), (900, 944, 12), (980, 930, 6), (420, 950, 9))
    ]
    press.lay(join(*drips[::2]), LEAF)
    press.lay(join(*drips[1::2]), CREAM)


def pots(press: Press) -> None:
    for x, y, size, glaze, tall in (
        (470.0, 900.0, 1.0, LEAF, 96.0),
        (612, 912, 1.1, OCHRE, 84),
        (762, 904, 1.0, BROWN, 100),
    ):
        press.glaze(
            smooth([(x - 40, y - 6), (x + 60, y - 8), (x + 190 * size, y + 14), (x + 120, y + 26), (x - 20, y + 18)]),
            mix(SHADE, BRICK, 0.2),
            dry(even(0.88)),
        )
        body = smooth(
            [
                (x - 56 * size, y - tall, 1),
                (x - 62 * size, y - tall * 0.45),
                (x - 40 * size, y, 1),
                (x + 40 * size, y, 1),
                (x + 62 * size, y - tall * 0.45),
                (x + 56 * size, y - tall, 1),
            ]
        )
        two_tone(press, body, (mix(SAND, OCHRE, 0.25), mix(BRICK, PLUM, 0.4)), fade((x, 0), (x + 70 * size, 0)))
        press.lay(rect(x - 60 * size, y - tall * 0.62, 120 * size, 15), glaze, clip=body)
        press.lay(oval(x, y - tall, 57 * size, 13), mix(SAND, PAPER, 0.3))
        press.lay(oval(x, y - tall + 2, 48 * size, 10), glaze)
        runs = [
            brush([(x + dx, y - tall), (x + dx, y - tall + 22), (x + dx, y - tall + 30 + abs(dx) * 0.3)], [12, 10, 6])
            for dx in (-40 * size, -18 * size, 30 * size)
        ]
        press.lay(join(*runs), glaze)
    for start, end, colour in (
        ((752.0, 808.0), (700.0, 640.0), BRICK),
        ((770, 806), (790, 626), GREEN),
        ((784, 808), (846, 660), OCHRE),
    ):
        press.lay(bars([(start, end)], 10), mix(SAND, PLUM, 0.2))
        dx, dy = end[0] - start[0], end[1] - start[1]
        reach = math.hypot(dx, dy)
        tip = (end[0] + dx / reach * 54, end[1] + dy / reach * 54)
        press.lay(bars([(end, (end[0] + dx / reach * 16, end[1] + dy / reach * 16))], 14), mix(BLUE, SAND, 0.5))
        press.lay(
            brush(
                [
                    (end[0] + dx / reach * 14, end[1] + dy / reach * 14),
                    ((end[0] * 0.45 + tip[0] * 0.55), (end[1] * 0.45 + tip[1] * 0.55)),
                    tip,
                ],
                [12, 20, 2],
            ),
            mix(colour, INK, 0.2),
        )


def loose_tiles(press: Press) -> None:
    """A stack waits, one tile leans on it; the trowel lies by."""
    for n in range(6):
        x = 1010 + press.rng.uniform(-8, 8)
        press.lay(rounded((x, 894 - 25 * n, 196, 21), 3), CREAM)
        press.lay(rect(x, 908 - 25 * n, 196, 7), mix(BRICK, OCHRE, 0.35))
        press.lay(rect(x + 120, 894 - 25 * n, 76, 21), SHADE, veil(0.35))
    thrown(press, rect(1010, 914, 260, 20), (10, 0), SHADE)
    tile(press, (1228, 738), 0, 12.0)
    blade = poly((180, 946), (350, 900), (372, 934))
    thrown(press, blade, (6, 12), SHADE)
    two_tone(press, blade, (mix(BLUE, SAND, 0.55), PAPER), fade((0, 946), (0, 900)))
    press.lay(line([(356, 916), (392, 890), (408, 900)], 9), mix(BLUE, INK, 0.3))
    press.lay(rounded((398, 886, 96, 26), 12), BRICK)
