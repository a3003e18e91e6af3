"""A shoe shop's lit window in the evening, women's shoes on its shelves: the light falls out onto the pavement."""

import numpy as np

from pictures.footwear import ANKLE_BOOT, FLAT, HIGH_HEEL, SANDAL, pair
from pictures.lighting import beam, fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, oval, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

NIGHT = mix(BLUE, INK, 0.5)
HOUSE = mix(mix(PLUM, BLUE, 0.45), INK, 0.25)
FRAME = mix(mix(BRICK, PLUM, 0.5), INK, 0.3)
LIT = mix(SAND, PAPER, 0.35)
WARM = mix(OCHRE, SAND, 0.35)
PAVEMENT = mix(mix(BLUE, PLUM, 0.5), INK, 0.4)
SHOP = (330.0, 270.0, 700.0, 520.0)  # x, y, width, height of the window
FLOOR = 838.0


def draw(press: Press) -> None:
    street(press)
    house(press)
    window(press)
    shoes(press)
    door(press)
    awning(press)
    pavement(press)
    flowerpots(press)


def street(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 900), NIGHT)
    press.lay(rect(-10, -10, 1620, 900), mix(BLUE, SKY, 0.3), grain(slope((0, 40), (0, 700), (0.0, 0.75))))
    stars = [
        oval(x, y, r)
        for x, y, r in zip(
            press.rng.uniform(0, 1600, 40), press.rng.uniform(0, 200, 40), press.rng.uniform(1.2, 3, 40), strict=True
        )
    ]
    press.lay(join(*stars), PAPER)
    for x, y, wide in ((-20.0, 420.0, 130.0), (1440, 380, 190), (90, 500, 120)):
        press.lay(rect(x, y, wide, 460), mix(HOUSE, NIGHT, 0.5))
        press.lay(join(*[rect(x + 24 + 44 * n, y + 50, 20, 34) for n in range(int(wide / 50))]), mix(WARM, HOUSE, 0.3))


def house(press: Press) -> None:
    front = rect(206, 40, 1200, 800)
    two_tone(press, front, (HOUSE, mix(HOUSE, INK, 0.6)), grain(glow((680, 520), (520, 800), (0.0, 0.9))))
    press.lay(join(rect(190, 28, 1232, 26), rect(190, 64, 1232, 8)), mix(HOUSE, SAND, 0.25))
    courses = [
        ((216.0 + 94 * n + 47 * (row % 2), 560.0 + 40 * row), (290.0 + 94 * n + 47 * (row % 2), 560.0 + 40 * row))
        for row in range(7)
        for n in range(12)
    ]
    press.lay(bars(courses, 3), mix(HOUSE, INK, 0.5), clip=front)


def window(press: Press) -> None:
    x, y, wide, tall = SHOP
    press.lay(rect(x - 26, y - 20, wide + 52, tall + 70), FRAME)
    pane = rect(*SHOP)
    press.lay(pane, LIT)
    press.lay(pane, WARM, grain(glow((x + wide / 2, y + 160), (330, 520), (0.0, 0.95))))
    for n in range(4):
        lamp = x + 88 + 175 * n
        beam(
            press,
            [(lamp - 20, y + 44), (lamp + 20, y + 44), (lamp + 90, y + 300), (lamp - 90, y + 300)],
            PAPER,
            (0.9, 0.0),
        )
        press.lay(bars([((lamp, y), (lamp, y + 24))], 4), INK)
        press.lay(
            smooth([(lamp - 30, y + 46, 1), (lamp - 12, y + 20), (lamp + 12, y + 20), (lamp + 30, y + 46, 1)]), BRICK
        )


def shoes(press: Press) -> None:
    x, y, wide, _tall = SHOP
    inks = {
        "red": (BRICK, mix(BRICK, SAND, 0.45)),
        "black": (mix(INK, PLUM, 0.3), mix(PLUM, SAND, 0.4)),
        "blue": (BLUE, mix(BLUE, SKY, 0.6)),
        "green": (GREEN, mix(GREEN, SAND, 0.5)),
        "gold": (OCHRE, mix(SAND, PAPER, 0.3)),
        "plum": (PLUM, mix(PLUM, SAND, 0.5)),
    }
    rows = (
        (186.0, 0.72, ((FLAT, "plum"), (HIGH_HEEL, "blue"), (SANDAL, "red"), (FLAT, "green"))),
        (332.0, 0.78, ((SANDAL, "black"), (FLAT, "gold"), (HIGH_HEEL, "plum"), (SANDAL, "blue"))),
        (506.0, 0.84, ((ANKLE_BOOT, "black"), (HIGH_HEEL, "red"), (HIGH_HEEL, "green"), (ANKLE_BOOT, "plum"))),
    )
    for level, size, row in rows:
        shelf = y + level
        press.glaze(rect(x, shelf + 10, wide, 16), mix(WARM, BRICK, 0.4), fade((0, shelf + 30), (0, shelf + 8)))
        press.lay(rect(x, shelf, wide, 11), mix(SKY, PAPER, 0.4) if level < 500 else mix(BRICK, PLUM, 0.4))
        for n, (shoe, colour) in enumerate(row):
            at = (x + 104 + 172 * n, shelf - 2)
            pair(press, shoe, at, (size if n < 2 else -size, size), inks[colour])
    front_glass(press)


def front_glass(press: Press) -> None:
    x, y, _wide, tall = SHOP
    glint = join(
        poly((x + 60, y + tall), (x + 250, y), (x + 296, y), (x + 106, y + tall)),
        poly((x + 120, y + tall), (x + 310, y), (x + 326, y), (x + 136, y + tall)),
    )
    press.lay(glint, PAPER, veil(0.28), rect(*SHOP))
    press.lay(stroked(rect(*SHOP), 9, False), mix(FRAME, SAND, 0.25))


def door(press: Press) -> None:
    press.lay(rect(1090, 262, 232, 580), FRAME)
    glass = rect(1122, 300, 168, 380)
    two_tone(press, glass, (WARM, LIT), grain(glow((1150, 360), (40, 340), (0.9, 0.0))))
    press.lay(rect(1150, 430, 112, 250), mix(WARM, BRICK, 0.35), clip=glass)
    press.lay(
        join(*[rounded((1158 + 34 * (n % 3), 440 + 42 * (n // 3), 28, 34), 2) for n in range(15)]),
        mix(BRICK, SAND, 0.4),
    )
    press.lay(stroked(glass, 8, False), mix(FRAME, SAND, 0.25))
    press.lay(rect(1122, 706, 168, 100), mix(FRAME, INK, 0.3))
    press.lay(join(rounded((1296, 500, 11, 84), 5)), OCHRE)
    press.lay(rect(1078, 826, 256, 18), mix(PAVEMENT, SAND, 0.35))


def awning(press: Press) -> None:
    """A rolled-out cloth in broad stripes above window and door, seen against its own light."""
    left, right, top, low = 286.0, 1360.0, 150.0, 250.0
    count = 22
    for n in range(count):
        a, b = left + (right - left) * n / count, left + (right - left) * (n + 1) / count
        ua, ub = left + 30 + (right - left - 60) * n / count, left + 30 + (right - left - 60) * (n + 1) / count
        strip = poly((ua, top), (ub, top), (b, low), (a, low))
        colour = mix(GREEN, OCHRE, 0.12) if n % 2 else mix(SAND, PLUM, 0.2)
        scallop = smooth(
            [(a, low - 2, 1), (b, low - 2, 1), (b - 4, low + 24), ((a + b) / 2, low + 36), (a + 4, low + 24)]
        )
        press.lay(join(strip, scallop), colour)
    whole = poly((left + 30, top), (right - 30, top), (right, low + 40), (left, low + 40))
    press.glaze(whole, mix(PLUM, BLUE, 0.4), fade((0, low + 40), (0, top - 20), 0.85))


def pavement(press: Press) -> None:
    ground = rect(-10, FLOOR, 1620, 180)
    press.lay(ground, PAVEMENT)
    press.lay(ground, mix(PAVEMENT, INK, 0.6), dry(slope((0, FLOOR), (0, 1010), (0.0, 0.8))))
    beam(press, [(330, FLOOR), (1030, FLOOR), (1180, 1010), (180, 1010)], WARM, (0.95, 0.2))
    beam(press, [(1122, FLOOR + 6), (1290, FLOOR + 6), (1420, 1010), (1130, 1010)], WARM, (0.8, 0.1))
    slabs: list[tuple[Point, Point]] = [
        ((800 + (float(x) - 800) * 0.9, FLOOR), (800 + (float(x) - 800) * 1.35, 1010))
        for x in np.arange(-400, 2100, 150)
    ]
    slabs += [((-10, y), (1610, y)) for y in (FLOOR + 44, FLOOR + 104)]
    press.lay(bars(slabs, 3), mix(PAVEMENT, INK, 0.55))
    press.lay(rect(-10, FLOOR - 4, 1620, 7), mix(PAVEMENT, SAND, 0.3), dry(even(0.7)))


def flowerpots(press: Press) -> None:
    for x, size in ((248.0, 1.0), (1442.0, 1.25)):
        leaves = []
        for n in range(13):
            lean = (n - 6) * 17 * size
            leaves.append(
                brush(
                    [(x, 770), (x + lean * 0.5, 690 - 40 * size), (x + lean, 640 - 70 * size + abs(lean) * 0.7)],
                    [5, 20 * size, 2],
                )
            )
        press.glaze(oval(x - 24, 868, 80 * size, 12), INK)
        press.lay(join(*leaves), mix(GREEN, INK, 0.35))
        press.lay(join(*leaves[::3]), mix(GREEN, OCHRE, 0.3))
        pot = poly((x - 52 * size, 762), (x + 52 * size, 762), (x + 38 * size, 868), (x - 38 * size, 868))
        two_tone(
            press,
            pot,
            (mix(BRICK, PLUM, 0.4), WARM),
            fade((x - 10, 0) if x < 300 else (x + 10, 0), (x + 60, 0) if x < 300 else (x - 80, 0), 0.7),
        )
        press.lay(rect(x - 58 * size, 750, 116 * size, 22), mix(BRICK, PLUM, 0.25))
