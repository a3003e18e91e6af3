"""Goats in the shade of an acacia at noon: light from straight above, white heat, one cool place."""

import math

import skia

from pictures.goats import Goat, kid, lying_goat, rearing_goat, standing_goat
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, ground, join, oval, placed, poly, rect, smooth
from pictures.textures import dry, even, grain, halftone, slope

HEAT = mix(SKY, PAPER, 0.4)
HAZE = mix(SAND, PAPER, 0.5)
PLAIN = mix(SAND, OCHRE, 0.38)
DUST = mix(SAND, PAPER, 0.35)
EARTH = mix(OCHRE, BRICK, 0.45)
MESA = mix(mix(BLUE, PLUM, 0.35), SAND, 0.5)
SHADE = mix(mix(PLUM, BLUE, 0.6), SAND, 0.36)
BARK = mix(PLUM, INK, 0.6)
LEAF = mix(GREEN, OCHRE, 0.16)
LIT_LEAF = mix(mix(GREEN, OCHRE, 0.55), SAND, 0.15)
WHITE = mix(PAPER, SAND, 0.12)
LOBES = (
    (872, 498, 104, 30),
    (430, 402, 200, 46),
    (1180, 384, 220, 54),
    (610, 362, 240, 64),
    (985, 350, 250, 66),
    (800, 384, 250, 50),
    (500, 292, 210, 48),
    (1070, 268, 220, 50),
    (790, 240, 300, 60),
)


def draw(press: Press) -> None:
    plain(press)
    shade(press)
    trunk(press)
    crown(press)
    goat(press, moved(lying_goat(), (1352, 668), (-1.72, 1.72)), (mix(BRICK, SAND, 0.5), BARK))
    goat(press, moved(rearing_goat(), (872, 596), 2.4), (WHITE, BRICK))
    goat(press, moved(standing_goat(), (310, 606), 2.15), (WHITE, BARK))
    goat(press, moved(standing_goat(), (735, 646), (-2.0, 2.0)), (mix(OCHRE, SAND, 0.6), BARK))
    goat(press, moved(kid(), (792, 768), 1.12), (WHITE, BARK))
    foreground(press)


def plain(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), HEAT)
    press.lay(rect(-10, -10, 1620, 640), mix(SKY, BLUE, 0.1), grain(slope((0, -200), (0, 430), (0.95, 0.0))))
    press.lay(rect(-10, 300, 1620, 330), HAZE, grain(slope((0, 330), (0, 600))))
    press.lay(poly((-10, 560), (60, 505), (210, 498), (290, 548), (420, 566), (520, 600), (-10, 610)), MESA)
    press.lay(poly((1030, 602), (1140, 566), (1250, 556), (1330, 520), (1500, 512), (1610, 540), (1610, 612)), MESA)
    land = ground([(-10, 600), (500, 590), (900, 596), (1610, 592)])
    press.lay(land, PLAIN)
    press.lay(land, DUST, dry(slope((0, 580), (0, 800), (0.85, 0.15))))
    press.lay(land, EARTH, dry(slope((0, 860), (0, 1010), (0.0, 0.6))))
    for x, y, size in (
        (120, 640, 1.0),
        (300, 622, 0.6),
        (1420, 634, 0.9),
        (1275, 618, 0.5),
        (1560, 660, 1.2),
        (210, 690, 1.1),
    ):
        bush = smooth(
            [
                (x - 40 * size, y),
                (x - 26 * size, y - 24 * size),
                (x, y - 34 * size),
                (x + 30 * size, y - 22 * size),
                (x + 42 * size, y),
            ]
        )
        press.glaze(oval(x, y + 2, 46 * size, 7 * size), SHADE)
        press.lay(bush, mix(LEAF, SAND, 0.35))
        press.lay(bush, LIT_LEAF, grain(slope((0, y - 34 * size), (0, y), (0.8, 0.0))))


def shade(press: Press) -> None:
    """The one dark place, its rim broken up by the leaves above."""
    spot = smooth(
        [(215, 806), (420, 750), (800, 732), (1190, 746), (1410, 800), (1310, 866), (980, 896), (560, 892), (300, 862)]
    )
    flecks = []
    for turn in press.rng.uniform(0, 2 * math.pi, 170):
        reach = press.rng.uniform(0.88, 1.1)
        x, y, half = 812 + 598 * reach * math.cos(turn), 815 + 84 * reach * math.sin(turn), press.rng.uniform(14, 52)
        flecks.append(brush([(x - half, y), (x, y + 1), (x + half, y)], [1, press.rng.uniform(5, 11), 1]))
    rough = skia.Op(join(spot, *flecks[::2]), join(*flecks[1::2]), skia.kDifference_PathOp)
    press.glaze(rough, SHADE)


def trunk(press: Press) -> None:
    press.lay(
        join(
            brush([(770, 800), (782, 740), (776, 640), (802, 540), (810, 440), (800, 330)], [64, 40, 34, 32, 26, 18]),
            brush([(778, 640), (720, 540), (640, 450), (560, 370)], [26, 22, 18, 10]),
            brush([(690, 505), (600, 440), (480, 390), (420, 370)], [14, 14, 10, 6]),
            brush([(800, 560), (880, 470), (980, 400), (1060, 340)], [24, 22, 16, 8]),
            brush([(920, 440), (1040, 400), (1180, 360)], [13, 12, 6]),
            brush([(808, 480), (740, 410), (690, 330)], [14, 12, 8]),
            brush([(860, 490), (890, 410), (930, 330)], [13, 11, 7]),
            brush([(830, 530), (866, 512), (905, 500)], [11, 8, 5]),
        ),
        BARK,
    )
    press.lay(
        brush([(764, 790), (775, 730), (768, 640), (794, 540), (800, 440)], [12, 8, 7, 6, 4]),
        mix(BRICK, SAND, 0.35),
        grain(even(0.55)),
    )


def lobe(press: Press, cx: float, cy: float, rx: float, ry: float) -> skia.Path:
    """One level tuft of the crown, ragged along its edge."""
    rim: list[Point] = []
    for step in range(-10, 11):
        u = step / 10
        rim.append((cx + rx * u, cy - ry * (1 - u * u) ** 0.6 + press.rng.uniform(-9, 9)))
    for step in range(9, -10, -1):
        u = step / 10
        rim.append((cx + rx * u, cy + ry * 0.42 * (1 - u * u) ** 0.5 + press.rng.uniform(-8, 8)))
    return smooth(rim)


def crown(press: Press) -> None:
    for cx, cy, rx, ry in LOBES:
        tuft = lobe(press, cx, cy, rx, ry)
        press.lay(tuft, LEAF)
        press.lay(tuft, mix(LEAF, INK, 0.55), halftone(slope((0, cy - ry * 0.1), (0, cy + ry * 0.5), (0.0, 0.8)), 8))
        press.lay(tuft, LIT_LEAF, grain(slope((0, cy - ry), (0, cy + ry * 0.1), (0.95, 0.0))))


def moved(goat: Goat, at: Point, scale: float | Point) -> Goat:
    return Goat(*(placed(part, at, scale) for part in goat))


def goat(press: Press, parts: Goat, coat: tuple[Ink, Ink]) -> None:
    """Print a goat in its coat and the colour of its patches."""
    bounds = parts.body.computeTightBounds()
    middle, feet, half = bounds.centerX(), bounds.bottom(), bounds.width() / 2
    press.glaze(oval(middle, feet - 2, half * 0.9, 9), mix(SHADE, INK, 0.3))
    press.lay(parts.far, mix(coat[0], mix(SHADE, INK, 0.4), 0.6))
    press.lay(parts.body, coat[0])
    blots = []
    for across, down, size in ((0.42, 0.52, 0.3), (0.72, 0.62, 0.2), (-0.1, 0.44, 0.17)):
        turns = [step * math.pi / 4 for step in range(8)]
        reach = [half * size * press.rng.uniform(0.65, 1.2) for _ in turns]
        x, y = middle + half * across, bounds.top() + bounds.height() * down
        blots.append(smooth([(x + r * math.cos(a), y + r * math.sin(a)) for a, r in zip(turns, reach, strict=True)]))
    press.lay(join(*blots), coat[1], clip=parts.body)
    top = bounds.top() + bounds.height() * 0.45
    press.lay(parts.body, mix(SHADE, INK, 0.1), grain(slope((0, top), (0, feet), (0.0, 0.5))))
    press.lay(parts.horns, mix(INK, PLUM, 0.2))
    press.lay(parts.marks, mix(BARK, coat[1], 0.3))


def foreground(press: Press) -> None:
    for x, y, size in (
        (90, 930, 60),
        (190, 950, 34),
        (1450, 920, 52),
        (1540, 946, 30),
        (700, 960, 24),
        (1000, 948, 18),
    ):
        stone = smooth(
            [
                (x - size, y),
                (x - size * 0.7, y - size * 0.5),
                (x - size * 0.1, y - size * 0.66),
                (x + size * 0.6, y - size * 0.44),
                (x + size, y),
            ]
        )
        press.lay(stone, EARTH)
        press.lay(stone, DUST, grain(slope((0, y - size * 0.7), (0, y - size * 0.1), (1.0, 0.0))))
    blades = []
    for x in (30, 270, 330, 560, 840, 1130, 1340, 1400, 1585):
        for lean in (-22, -12, -3, 7, 16, 26):
            tall = press.rng.uniform(30, 62)
            blades.append(brush([(x, 985), (x + lean * 0.4, 985 - tall * 0.6), (x + lean, 985 - tall)], [4, 3, 1]))
    press.lay(join(*blades), mix(BRICK, PLUM, 0.5))
