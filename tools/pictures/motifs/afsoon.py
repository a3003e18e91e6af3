"""A tall house in the rain at night, square on: every shutter down or dark, one window lit behind drawn curtains."""

import skia

from pictures.forms import shaded
from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.textures import dry, even, glow, grain, slope

FRONT = mix(mix(BLUE, PLUM, 0.45), INK, 0.3)
LEDGE = mix(FRONT, SKY, 0.24)
DARK = mix(mix(BLUE, INK, 0.62), PLUM, 0.12)
FRAME = mix(FRONT, SAND, 0.2)
SLATS = mix(mix(GREEN, BLUE, 0.5), INK, 0.25)
LAMP = mix(OCHRE, SAND, 0.4)
CURTAIN = mix(mix(OCHRE, BRICK, 0.3), SAND, 0.15)
FOLD = mix(BRICK, PLUM, 0.3)
RAIN = mix(SKY, BLUE, 0.2)
COLUMNS = (36.0, 348.0, 660.0, 972.0, 1284.0)
ROWS = (-110.0, 252.0, 614.0, 976.0)
WINDOW = (280.0, 216.0)  # width and height
LIT = (2, 1)  # column and row of the window with somebody at home


def draw(press: Press) -> None:
    front(press)
    for column, x in enumerate(COLUMNS):
        for row, y in enumerate(ROWS):
            if (column, row) == LIT:
                lit(press, (x, y))
            else:
                shut(press, (x, y), bool(press.rng.uniform() < 0.45))
            balcony(press, (x, y + WINDOW[1]), (column, row) == LIT)
    pots(press)
    pipes(press)
    rain(press)


def front(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1030), FRONT)
    press.lay(rect(-10, -10, 1620, 1030), mix(FRONT, INK, 0.5), grain(glow((800, 380), (420, 1050), (0.0, 0.8))))
    press.lay(rect(-10, -10, 1620, 1030), mix(LAMP, FRONT, 0.4), grain(glow((800, 372), (120, 430), (0.7, 0.0))))
    for y in ROWS:
        press.lay(rect(-10, y - 56, 1620, 12), LEDGE, dry(even(0.8)))


def opening(at: Point) -> skia.Path:
    return rect(at[0], at[1], *WINDOW)


def shut(press: Press, at: Point, lowered: bool) -> None:
    """A window with nobody to be seen: its shutter down, or only dark panes."""
    x, y = at
    wide, tall = WINDOW
    press.lay(rect(x - 12, y - 12, wide + 24, tall + 18), FRAME)
    press.lay(opening(at), DARK)
    if lowered:
        down = tall * float(press.rng.choice((0.72, 1.0)))
        shutter = rect(x, y, wide, down)
        shaded(press, shutter, SLATS, mix(SLATS, INK, 0.5), slope((0, y + down * 0.4), (0, y - 20), (0.0, 0.9)))
        rows = [((x, y + step), (x + wide, y + step)) for step in range(16, int(down), 18)]
        press.lay(bars(rows, 3), mix(SLATS, INK, 0.55))
    else:
        panes = (poly((x + 20, y + tall), (x + 96, y), (x + 132, y), (x + 56, y + tall)), rect(x, y, wide, tall))
        press.lay(panes[0], mix(DARK, SKY, 0.16), clip=panes[1])
        press.lay(poly((x + 150, y), (x + 280, y), (x + 280, y + 216), (x + 262, y + 216)), mix(DARK, INK, 0.4))
    press.lay(rect(x + wide / 2 - 5, y, 10, tall), FRAME)


def lit(press: Press, at: Point) -> None:
    """The one window with light: curtains drawn across all of it, a gap no wider than a hand at the top."""
    x, y = at
    wide, tall = WINDOW
    press.lay(rect(x - 12, y - 12, wide + 24, tall + 18), mix(FRAME, LAMP, 0.4))
    press.lay(opening(at), mix(LAMP, PAPER, 0.55))
    for side in (-1, 1):
        edge = x if side < 0 else x + wide
        middle = x + wide / 2
        cloth = smooth(
            [
                (edge, y, 1),
                (middle + 9 * side, y, 1),
                (middle + 5 * side, y + tall * 0.4),
                (middle - 1 * side, y + tall, 1),
                (edge, y + tall, 1),
            ]
        )
        two_tone(press, cloth, (CURTAIN, LAMP), grain(glow((middle + 20 * side, y + 80), (10, 130), (0.95, 0.0))))
        folds = [
            brush(
                [(middle + side * out, y), (middle + side * (out + 3), y + 110), (middle + side * out, y + tall)],
                [2, 8, 5],
            )
            for out in range(26, 140, 26)
        ]
        press.lay(join(*folds), FOLD, grain(even(0.8)), cloth)
    press.lay(rect(x - 4, y - 2, wide + 8, 9), mix(BRICK, INK, 0.5))
    press.lay(rect(x + wide / 2 - 4, y + 7, 8, tall - 7), mix(FRAME, INK, 0.2), veil(0.8))


def balcony(press: Press, at: Point, lighted: bool) -> None:
    x, y = at
    wide = WINDOW[0]
    iron = mix(FRONT, INK, 0.55)
    press.lay(rect(x - 6, y + 66, wide + 12, 20), LEDGE)
    press.lay(rect(x - 6, y + 80, wide + 12, 10), mix(FRONT, INK, 0.5))
    staves = [((x + 4 + step, y - 26), (x + 4 + step, y + 68)) for step in range(0, int(wide), 17)]
    press.lay(bars(staves, 4), iron)
    press.lay(rounded((x - 8, y - 34, wide + 16, 11), 5), iron)
    if lighted:
        press.lay(rect(x - 6, y + 66, wide + 12, 9), LAMP, dry(even(0.8)))


def pots(press: Press) -> None:
    """Geraniums on two balconies, a few leaves left."""
    for x, y, flowers in ((700, 534, True), (880, 534, True), (1056, 896, False), (196, 534, False)):
        pot = poly((x - 24, y - 44), (x + 24, y - 44), (x + 17, y), (x - 17, y))
        two_tone(press, pot, (mix(BRICK, INK, 0.3), BRICK), fade((x - 16, 0), (x + 16, 0)))
        press.lay(rect(x - 28, y - 52, 56, 12), mix(BRICK, INK, 0.2))
        stems = [
            brush([(x, y - 50), (x + lean * 0.5, y - 84), (x + lean, y - 104)], [6, 5, 3])
            for lean in (-34, -12, 14, 36)
        ]
        leaves = [
            placed(oval(0, 0, 14, 9), (x + dx, y - dy), 1, turn)
            for dx, dy, turn in (
                (-34, 98, 20),
                (-14, 106, -30),
                (14, 100, 10),
                (36, 104, -20),
                (0, 76, 0),
                (-22, 70, 30),
                (26, 72, -30),
            )
        ]
        press.lay(join(*stems, *leaves), mix(GREEN, INK, 0.12))
        if flowers:
            press.lay(
                join(*[oval(x + dx, y - dy, 11, 9) for dx, dy in ((-30, 112), (16, 118), (38, 112))]),
                mix(BRICK, OCHRE, 0.15),
            )


def pipes(press: Press) -> None:
    """Rain runs down the house in a pipe and off one sill."""
    press.lay(rect(1258, -10, 16, 1030), mix(FRONT, INK, 0.45))
    press.lay(rect(1260, -10, 5, 1030), LEDGE, dry(even(0.9)))
    press.lay(join(*[rect(1252, y, 28, 14) for y in (180, 540, 900)]), mix(FRONT, INK, 0.6))
    wire = [(-10, 188), (200, 204), (420, 196), (652, 214), (980, 200), (1258, 216)]
    press.lay(line(wire, 4), mix(FRONT, INK, 0.6))


def rain(press: Press) -> None:
    drops = []
    for x, y in zip(press.rng.uniform(-20, 1640, 210), press.rng.uniform(-40, 1000, 210), strict=True):
        tall = press.rng.uniform(26, 62)
        drops.append(brush([(x, y), (x - tall * 0.1, y + tall * 0.5), (x - tall * 0.2, y + tall)], [1, 3, 2]))
    press.lay(join(*drops[::2]), RAIN, veil(0.8))
    press.lay(join(*drops[1::2]), mix(RAIN, FRONT, 0.4), veil(0.8))
