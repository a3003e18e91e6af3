"""Flat roofs with aerials, dishes and cables in a dust haze: a pale sun, the near mast dark against it."""

import itertools

import numpy as np

from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, rect, rounded, stroked
from pictures.textures import dry, even

DUST = mix(OCHRE, SAND, 0.5)
PALE = mix(SAND, PAPER, 0.35)
SUN: Point = (560.0, 330.0)
FAR = mix(DUST, BRICK, 0.16)
MIDDLE = mix(mix(OCHRE, BRICK, 0.4), PLUM, 0.2)
NEAR = mix(mix(BRICK, PLUM, 0.55), INK, 0.15)
IRON = mix(PLUM, INK, 0.6)
MAST: Point = (1010.0, 812.0)


def draw(press: Press) -> None:
    sky(press)
    roofs(press, 560, FAR, (70, 150))
    roofs(press, 660, mix(FAR, MIDDLE, 0.55), (90, 190))
    cables(press)
    roofs(press, 790, MIDDLE, (150, 260))
    terrace(press)
    tanks(press)
    mast(press)
    birds(press)


def sky(press: Press) -> None:
    whole = rect(-10, -10, 1620, 1020)
    press.lay(whole, DUST)
    press.lay(whole, mix(OCHRE, BRICK, 0.35), fade((0, 330), (0, -60)))
    for reach, share in ((250.0, 0.3), (160.0, 0.4)):
        press.lay(oval(*SUN, reach), PALE, veil(share))
    press.lay(oval(*SUN, 84), PAPER)
    for x, y, long in ((300, 250, 640), (900, 410, 760), (1300, 230, 560), (180, 470, 480)):
        stroke = brush([(x - long / 2, y), (x, y - 9), (x + long / 2, y + 3)], [1, 20, 1])
        press.lay(stroke, mix(DUST, PALE, 0.6), dry(even(0.8)))


def roofs(press: Press, foot: float, colour: Ink, sizes: tuple[int, int]) -> None:
    """A row of flat-roofed houses, each with a parapet, some with an aerial or a dish."""
    x = -40.0
    while x < 1620:
        wide, tall = press.rng.uniform(sizes[0], sizes[1]), press.rng.uniform(0.3, 0.85) * sizes[1]
        top = foot - tall
        shade = mix(colour, INK, press.rng.uniform(0.0, 0.1))
        press.lay(rect(x, top, wide, 500), shade)
        press.lay(rect(x, top, wide * 0.3, 500), mix(shade, PALE, 0.28))
        press.lay(rect(x - 4, top - 7, wide + 8, 11), mix(shade, PALE, 0.4))
        for column in range(int(wide / 48)):
            if press.rng.random() < 0.75:
                press.lay(rect(x + 20 + 46 * column, top + 32, 17, 28), mix(shade, INK, 0.35))
        kind = press.rng.random()
        if kind < 0.5:
            aerial(press, (x + wide * 0.6, top), sizes[1] * 0.42, mix(shade, INK, 0.45))
        elif kind < 0.8:
            dish(press, (x + wide * 0.5, top), sizes[1] * 0.13, (mix(shade, INK, 0.4), mix(shade, PALE, 0.55)))
        x += wide + press.rng.uniform(-4, 16)


def aerial(press: Press, at: Point, tall: float, colour: Ink) -> None:
    x, y = at
    arms: list[tuple[Point, Point]] = [
        ((x, y), (x, y - tall)),
        ((x - tall * 0.4, y - tall * 0.86), (x + tall * 0.42, y - tall * 0.95)),
    ]
    arms += [
        ((x + tall * 0.13 * n, y - tall * (1.02 + 0.015 * n)), (x + tall * 0.13 * n, y - tall * (0.78 + 0.015 * n)))
        for n in (-3, -2, -1, 1, 2, 3)
    ]
    press.lay(bars(arms, max(2.5, tall * 0.035)), colour)


def dish(press: Press, at: Point, size: float, inks: tuple[Ink, Ink]) -> None:
    x, y = at
    press.lay(
        bars([((x, y), (x, y - size * 1.1)), ((x - size * 0.5, y), (x, y - size * 0.8))], max(3, size * 0.14)), inks[0]
    )
    bowl = placed(oval(0, 0, size, size * 0.72), (x, y - size * 1.5), 1.0, -38)
    two_tone(press, bowl, (inks[1], inks[0]), fade((x - size * 0.3, y - size * 2), (x + size * 0.8, y - size), 0.9))
    press.lay(bars([((x, y - size * 1.5), (x - size * 0.9, y - size * 2.3))], max(2, size * 0.1)), inks[0])


def cables(press: Press) -> None:
    """They run from the near mast to every roof."""
    for end, slack in (
        ((-20, 300), 90),
        ((-20, 520), 70),
        ((180, 600), 50),
        ((430, 640), 40),
        ((1620, 330), 60),
        ((1620, 480), 70),
        ((1400, 620), 40),
    ):
        start = (MAST[0], MAST[1] - 600)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2 + slack)
        quarter = ((start[0] * 3 + end[0]) / 4, (start[1] * 3 + end[1]) / 4 + slack * 0.7)
        rest = ((start[0] + end[0] * 3) / 4, (start[1] + end[1] * 3) / 4 + slack * 0.75)
        press.lay(line([start, quarter, middle, rest, end], 4), IRON)


def terrace(press: Press) -> None:
    """The roof we stand on."""
    press.lay(rect(-10, 800, 1620, 210), NEAR)
    press.lay(rect(-10, 800, 1620, 22), mix(NEAR, PALE, 0.35))
    press.lay(rect(-10, 822, 1620, 12), mix(NEAR, INK, 0.4))
    bricks = [rect(-30 + 120 * n + 60 * (row % 2), 838 + 44 * row, 112, 38) for row in range(4) for n in range(14)]
    press.lay(join(*bricks), mix(NEAR, PLUM, 0.35))
    lit = [brick for n, brick in enumerate(bricks) if n % 5 == 1]
    press.lay(join(*lit), mix(NEAR, BRICK, 0.5))
    press.glaze(rect(-10, 800, 1620, 210), mix(PLUM, INK, 0.2), fade((800, 0), (1600, 0)))


def tanks(press: Press) -> None:
    x, y = 210.0, 804.0
    press.lay(
        bars(
            [((x - 60, y), (x - 60, y - 70)), ((x + 70, y), (x + 70, y - 70)), ((x - 90, y - 66), (x + 110, y - 66))],
            12,
        ),
        IRON,
    )
    tank = rounded((x - 100, y - 240, 216, 172), 26)
    two_tone(press, tank, (mix(BLUE, PLUM, 0.3), mix(SKY, SAND, 0.4)), fade((x - 30, 0), (x + 120, 0)))
    press.lay(join(rect(x - 100, y - 196, 216, 7), rect(x - 100, y - 120, 216, 7)), mix(BLUE, INK, 0.4))
    press.lay(rounded((x - 36, y - 258, 84, 22), 8), mix(BLUE, INK, 0.3))
    dish(press, (430, 804), 92, (IRON, mix(PALE, PAPER, 0.4)))
    dish(press, (1420, 806), 70, (IRON, PALE))


def mast(press: Press) -> None:
    """A lattice mast with drums and panels for carrying calls."""
    x, y = MAST
    top, half = y - 690, 52.0
    legs: list[tuple[Point, Point]] = [((x - half, y), (x - 9, top)), ((x + half, y), (x + 9, top))]
    braces: list[tuple[Point, Point]] = []
    levels = np.linspace(0, 0.94, 13)
    for low, high in itertools.pairwise(levels):
        a, b = half + (9 - half) * low, half + (9 - half) * high
        ya, yb = y + (top - y) * low, y + (top - y) * high
        braces += [((x - a, ya), (x + b, yb)), ((x + a, ya), (x - b, yb)), ((x - b, yb), (x + b, yb))]
    press.lay(bars(braces, 5), IRON)
    press.lay(bars(legs, 9), IRON)
    press.lay(bars([((x, top), (x, top - 76))], 6), IRON)
    press.lay(oval(x, top - 80, 10), BRICK)
    for dx, dy, size in ((-62, -520, 54.0), (60, -430, 44), (-60, -330, 40)):
        press.lay(bars([((x, y + dy), (x + dx, y + dy))], 9), IRON)
        drum = oval(x + dx, y + dy, size * 0.86, size)
        two_tone(press, drum, (PALE, mix(MIDDLE, PLUM, 0.4)), fade((x + dx - size * 0.4, y), (x + dx + size, y)))
        press.lay(stroked(drum, 5), IRON)
    for dx in (-44, 28):
        press.lay(rounded((x + dx, y - 690, 18, 104), 5), mix(PALE, SAND, 0.5))
        press.lay(rect(x + dx + 11, y - 688, 7, 100), mix(MIDDLE, PLUM, 0.3))
    press.lay(rounded((x - 62, y - 116, 124, 116), 6), mix(GREEN, INK, 0.35))
    press.lay(join(*[rect(x - 44, y - 96 + 16 * n, 88, 6) for n in range(4)]), mix(GREEN, SAND, 0.3))


def birds(press: Press) -> None:
    flight = [
        brush([(x - 22, y - 8), (x, y + 3), (x + 22, y - 11)], [1, 7, 1])
        for x, y in ((340, 150), (410, 120), (300, 200), (470, 170), (520, 108), (390, 214))
    ]
    press.lay(join(*flight), IRON)
