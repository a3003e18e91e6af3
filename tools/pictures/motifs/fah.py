"""A lotus pond in the first light of morning, seen from its bank: round leaves, a few flowers, still water."""

import math

import skia

from pictures.forms import scatter
from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, cut, join, line, oval, placed, poly, rect, smooth
from pictures.textures import dry, glow, grain, slope

WATER = mix(mix(GREEN, BLUE, 0.55), INK, 0.3)
DEEP = mix(WATER, INK, 0.4)
DAWN = mix(mix(SAND, OCHRE, 0.2), PAPER, 0.3)
LEAF = mix(mix(GREEN, OCHRE, 0.2), SKY, 0.1)
LIT_LEAF = mix(mix(GREEN, OCHRE, 0.5), SAND, 0.3)
VEIN = mix(LEAF, INK, 0.3)
PETAL = mix(mix(BRICK, PLUM, 0.25), PAPER, 0.45)
PALE = mix(PETAL, PAPER, 0.65)
TIP = mix(BRICK, PLUM, 0.3)
FLAT = 0.34  # how much a leaf on the water is foreshortened
#: Leaves on the water, far to near: centre and half width.
LEAVES = (
    ((120.0, 150.0), 60.0),
    ((300.0, 118.0), 48.0),
    ((520.0, 160.0), 66.0),
    ((1180.0, 128.0), 54.0),
    ((1400.0, 170.0), 72.0),
    ((1530.0, 120.0), 50.0),
    ((250.0, 262.0), 96.0),
    ((470.0, 300.0), 84.0),
    ((1290.0, 290.0), 104.0),
    ((1510.0, 320.0), 96.0),
    ((60.0, 392.0), 120.0),
    ((330.0, 438.0), 132.0),
    ((1130.0, 430.0), 116.0),
    ((1420.0, 486.0), 146.0),
    ((150.0, 620.0), 178.0),
    ((1210.0, 640.0), 176.0),
    ((1560.0, 700.0), 170.0),
    ((470.0, 700.0), 160.0),
    ((40.0, 860.0), 200.0),
    ((1350.0, 890.0), 226.0),
)


def draw(press: Press) -> None:
    water(press)
    for at, half in LEAVES:
        leaf(press, at, half)
    for at, size in (((392, 292), 0.42), ((1228, 276), 0.46)):
        flower(press, at, size)
    bud(press, (1362, 250), 0.56)
    flower(press, (1034, 560), 0.86)
    bud(press, (250, 500), 0.9)
    raised(press)
    flower(press, (640, 690), 1.5)
    drops(press)


def water(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1030), WATER)
    press.lay(rect(-10, -10, 1620, 700), mix(SKY, WATER, 0.3), dry(slope((0, 0), (0, 460), (0.75, 0.0))))
    press.lay(rect(-10, -10, 1620, 800), DAWN, dry(glow((790, 20), (60, 620), (1.0, 0.0))))
    press.lay(rect(-10, 500, 1620, 520), DEEP, dry(slope((0, 560), (0, 1000), (0.0, 0.9))))
    for (x, y), half in (((840, 400), 60.0), ((890, 800), 110.0)):
        for share in (1.0, 0.6):
            ring = cut(
                oval(x, y, half * share, half * share * FLAT), oval(x, y, half * share - 4, half * share * FLAT - 3)
            )
            press.lay(ring, mix(SKY, WATER, 0.3))


def leaf(press: Press, at: Point, half: float) -> None:
    """A round leaf on the water with its notch turned some way, veins running out from the middle."""
    turn = float(press.rng.uniform(0, math.tau))
    rim = []
    for step in range(1, 30):
        angle = turn + math.tau * step / 30
        reach = 1 + press.rng.uniform(-0.03, 0.03)
        rim.append((half * reach * math.cos(angle), half * reach * math.sin(angle)))
    pad = placed(smooth([(0.0, 0.0, 1.0), *rim]), at, (1.0, FLAT))
    press.lay(placed(pad, (half * 0.04, half * 0.1 + 3)), mix(DEEP, INK, 0.35))
    tone = mix(LEAF, WATER, max(0.0, 0.45 - half / 300))
    two_tone(
        press,
        pad,
        (tone, LIT_LEAF),
        fade((at[0], at[1] + half * 0.2), (at[0] + (790 - at[0]) * 0.1, at[1] - half * 0.5), 0.85),
    )
    veins = [
        line([(0, 0), (half * 0.86 * math.cos(a), half * 0.86 * math.sin(a))], 1.5 + half * 0.018)
        for a in (turn + math.tau * n / 9 for n in range(1, 9))
    ]
    press.lay(placed(join(*veins), at, (1.0, FLAT)), mix(tone, INK, 0.28))


def petal(tall: float, wide: float) -> skia.Path:
    """One petal, standing on the origin."""
    return smooth([(0, 0), (-wide, -tall * 0.52), (0, -tall, 1), (wide, -tall * 0.52)])


def flower(press: Press, at: Point, size: float) -> None:
    """An open lotus from the side; `at` is where its petals meet."""
    stalk = brush([(0, 0), (6, 60), (2, 130)], [13, 12, 12])
    press.lay(placed(stalk, at, size), mix(VEIN, OCHRE, 0.2))
    press.lay(placed(oval(4, 130, 60, 10), at, size), mix(DEEP, INK, 0.2))
    for turn, tall, wide, shade in (
        (-34, 150, 34, 0.35),
        (34, 150, 34, 0.35),
        (0, 168, 40, 0.25),
        (-62, 140, 32, 0.1),
        (62, 140, 32, 0.1),
    ):
        blade(press, placed(placed(petal(tall, wide), (0, 0), 1.0, turn), at, size), mix(PETAL, TIP, shade))
    hearts = [placed(rect(-5, -70, 6, 30), (0, 0), 1.0, turn) for turn in (-30, -18, -6, 6, 18, 30)]
    press.lay(placed(join(*hearts, oval(0, -46, 26, 14)), at, size), OCHRE)
    for turn, tall, wide, shade in (
        (-88, 118, 26, 0.25),
        (88, 118, 26, 0.25),
        (-44, 104, 34, 0.0),
        (44, 104, 34, 0.0),
        (0, 92, 40, 0.0),
    ):
        blade(press, placed(placed(petal(tall, wide), (0, 0), 1.0, turn), at, size), mix(PETAL, TIP, shade))


def blade(press: Press, shape: skia.Path, colour: Ink) -> None:
    """A petal, pale at its foot and deep at its tip, with a thin dark rim where it lies on another."""
    box = shape.computeTightBounds()
    press.lay(placed(shape, (3, 3)), mix(TIP, INK, 0.25), veil(0.6))
    two_tone(press, shape, (colour, PALE), fade((box.right(), box.bottom()), (box.left() - 12, box.top()), 0.95))


def bud(press: Press, at: Point, size: float) -> None:
    press.lay(placed(brush([(0, 0), (8, 90), (2, 180)], [12, 12, 12]), at, size), mix(VEIN, OCHRE, 0.2))
    for turn, shade in ((-14, 0.4), (14, 0.3), (0, 0.0)):
        blade(press, placed(placed(petal(140, 34), (0, 0), 1.0, turn), at, size), mix(PETAL, TIP, shade))
    press.lay(placed(poly((-22, -34), (0, 12), (22, -34), (0, -20)), at, size), LEAF)


def raised(press: Press) -> None:
    """A leaf that stands above the water on its stalk, cupped, near the large flower."""
    x, y = 842.0, 620.0
    press.lay(brush([(x, y), (x - 16, y + 150), (x - 6, 1010)], [14, 15, 18]), VEIN)
    under = smooth(
        [(x - 150, y - 46), (x - 60, y - 2), (x + 70, y + 6), (x + 168, y - 40), (x + 60, y + 40), (x - 60, y + 34)]
    )
    press.lay(under, mix(VEIN, INK, 0.25))
    face = placed(smooth([(-154, -8), (-70, -52), (60, -60), (170, -4), (80, 40), (-60, 42)]), (x, y - 38))
    two_tone(press, face, (LEAF, LIT_LEAF), fade((x, y + 10), (x - 40, y - 110), 0.9))
    veins = [
        line([(x, y - 40), (x + 130 * math.cos(a), y - 40 + 38 * math.sin(a))], 4)
        for a in (0.2, 0.9, 1.9, 2.7, 3.5, 4.3, 5.0, 5.8)
    ]
    press.lay(join(*veins), VEIN, clip=face)


def drops(press: Press) -> None:
    """Dew rolled together on the leaves, each with its light."""
    beads = [
        *scatter(press.rng, (60, 590, 180, 50), 5),
        *scatter(press.rng, (1370, 892, 130, 50), 6),
        (820, 574),
        (880, 588),
        (420, 706),
    ]
    press.lay(join(*[oval(x, y, 9, 6.5) for x, y in beads]), mix(SKY, LEAF, 0.25))
    press.lay(join(*[oval(x - 2.5, y - 2, 3, 2.2) for x, y in beads]), PAPER, grain(slope((0, 0), (1, 0), (1.0, 1.0))))
