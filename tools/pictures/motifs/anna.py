"""Books and a bag on a bamboo bench under eaves, palms and a lagoon beyond: rain draws off, the sun breaks through."""

import itertools
import math

from pictures.bamboo import cane
from pictures.lighting import fade, thrown, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, slope

LAGOON = mix(mix(GREEN, SKY, 0.62), BLUE, 0.1)
CLOUD = mix(mix(BLUE, PLUM, 0.3), SKY, 0.35)
BRIGHT = mix(mix(OCHRE, SAND, 0.6), PAPER, 0.4)
BAMBOO = mix(OCHRE, SAND, 0.35)
SHADE = mix(mix(PLUM, INK, 0.4), BRICK, 0.2)
SEAT = 748.0


def draw(press: Press) -> None:
    sky(press)
    sea(press)
    for x, foot, tall, lean in ((1210.0, 640.0, 430.0, 70.0), (1390, 660, 520, -40), (240, 650, 400, -60)):
        palm(press, (x, foot), tall, lean)
    rain(press)
    porch(press)
    bench(press)
    books(press)
    bag(press)
    eaves(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 560), BRIGHT)
    press.lay(rect(-10, -10, 1620, 560), mix(SKY, PAPER, 0.1), fade((0, 430), (0, 260)))
    bumps = [(1620.0, 120.0), (1480, 176), (1330, 150), (1180, 214), (1000, 216), (860, 300), (690, 306), (560, 392)]
    bumps += [(390, 402), (270, 470), (110, 470), (-20, 510)]
    dark = poly((-20, -20), (1620, -20), *bumps)
    heaps = [oval((ax + bx) / 2, (ay + by) / 2 - 14, 108, 52) for (ax, ay), (bx, by) in itertools.pairwise(bumps)]
    press.lay(join(*[placed(heap, (6, 10)) for heap in heaps]), PAPER)
    press.lay(join(*heaps), CLOUD)
    press.lay(dark, CLOUD)
    press.lay(dark, mix(CLOUD, INK, 0.4), fade((560, 240), (240, 20)))
    for x in (980.0, 1090, 1210):
        press.lay(poly((x, 200), (x + 50, 190), (x - 40, 540), (x - 170, 540)), PAPER, veil(0.4))
    press.lay(
        ground([(560, 520), (700, 470), (820, 492), (960, 452), (1100, 500), (1300, 516)], 530), mix(CLOUD, GREEN, 0.3)
    )


def sea(press: Press) -> None:
    press.lay(rect(-10, 518, 1620, 200), LAGOON)
    press.lay(rect(-10, 518, 1620, 200), mix(BLUE, GREEN, 0.4), dry(slope((1000, 0), (100, 0), (0.1, 0.8))))
    press.lay(rect(-10, 518, 1620, 200), PAPER, dry(slope((1020, 540), (1500, 640), (0.5, 0.05))))
    hull = smooth([(-120, -14, 1), (-60, 4), (60, 4), (124, -20, 1), (70, 20), (-60, 20)])
    outrigger = join(
        bars([((-110, 34), (120, 30))], 6),
        line([(-50, 2), (-40, -22), (-30, 30)], 5),
        line([(50, 2), (56, -24), (66, 28)], 5),
    )
    press.lay(placed(outrigger, (430, 594), 0.85), mix(OCHRE, SAND, 0.2))
    press.lay(placed(hull, (430, 594), 0.85), BRICK)
    press.lay(placed(bars([((-60, -2), (70, -4))], 5), (430, 594), 0.85), PAPER)
    press.lay(placed(join(bars([((0, 0), (0, -120))], 5), bars([((0, -112), (66, -10))], 3)), (430, 594), 0.85), SHADE)
    beach = smooth([(-20, 648, 1), (300, 640), (640, 668), (1000, 640), (1620, 630, 1), (1620, 880, 1), (-20, 880, 1)])
    press.lay(beach, mix(SAND, OCHRE, 0.12))
    press.lay(beach, mix(OCHRE, PLUM, 0.3), dry(slope((0, 680), (0, 880), (0.0, 0.6))))
    press.lay(brush([(0, 644), (300, 634), (640, 662), (1000, 634), (1600, 624)], [6, 10, 8, 10, 6]), PAPER)


def palm(press: Press, at: Point, tall: float, lean: float) -> None:
    (x, y), top = at, (at[0] + lean, at[1] - tall)
    press.glaze(oval(x - 50, y + 4, 92, 9), mix(SAND, PLUM, 0.5), dry(even(0.8)))
    trunk = brush([(x, y), (x + lean * 0.1, y - tall * 0.4), top], [30, 20, 15])
    two_tone(press, trunk, (mix(SHADE, SAND, 0.35), mix(SAND, OCHRE, 0.3)), fade((x, 0), (x + 60, 0), 0.6))
    blades = [
        brush([(x + dx * 0.4, y + 10), (x + dx, y - 22 + abs(dx) * 0.4)], [9, 2]) for dx in (-34, -20, -7, 7, 20, 34)
    ]
    press.lay(join(*blades), mix(GREEN, OCHRE, 0.25))
    fronds: list[tuple[int, list[Point]]] = []
    for n, turn in enumerate(range(-205, 40, 27)):
        angle, reach = math.radians(turn), tall * 0.42 * press.rng.uniform(0.9, 1.1)
        spine = [
            (top[0] + reach * t * math.cos(angle), top[1] + reach * t * math.sin(angle) + reach * 0.6 * t * t)
            for t in (0.0, 0.3, 0.6, 0.85, 1.0)
        ]
        fronds.append((n, spine))
    for n, spine in fronds:
        leaf = [brush(spine, [6, 8, 7, 4, 1])]
        for (ax, ay), (bx, by) in itertools.pairwise(spine):
            for t in (0.0, 0.25, 0.5, 0.75):
                px, py = ax + (bx - ax) * t, ay + (by - ay) * t
                leaf.append(
                    brush(
                        [(px, py), (px + (bx - ax) * 0.3, py + tall * 0.06), (px + (bx - ax) * 0.42, py + tall * 0.12)],
                        [3, 9, 1],
                    )
                )
        press.lay(join(*leaf), mix(GREEN, INK, 0.3) if n % 2 else mix(GREEN, OCHRE, 0.22))
    press.lay(
        join(*[oval(top[0] + dx, top[1] + dy, 14) for dx, dy in ((-14, 16), (10, 20), (0, 30))]), mix(OCHRE, BRICK, 0.4)
    )


def rain(press: Press) -> None:
    """The last of it, on the far side only."""
    drops: list[tuple[Point, Point]] = []
    for x, y in zip(press.rng.uniform(130, 640, 90), press.rng.uniform(150, 640, 90), strict=True):
        drops.append(((x, y), (x - 9, y + 34)))
    press.lay(bars(drops, 2.6), mix(SKY, PAPER, 0.4))


def porch(press: Press) -> None:
    floor = rect(-10, 862, 1620, 160)
    press.lay(floor, mix(SHADE, BRICK, 0.4))
    press.lay(floor, mix(OCHRE, SAND, 0.4), dry(slope((1500, 870), (200, 1000), (0.7, 0.1))))
    slats: list[tuple[Point, Point]] = [((-10, y), (1610, y)) for y in (884.0, 918, 962)]
    press.lay(bars(slats, 5), mix(SHADE, INK, 0.4))
    rails = (566.0, 792.0)
    for y in rails:
        cane(press, (-20, y), (1620, y), 26)
    for x in (56.0, 1500.0):
        cane(press, (x, 60), (x, 880), 44)


def bench(press: Press) -> None:
    press.glaze(poly((330, 950), (1240, 950), (1160, 984), (240, 984)), SHADE, dry(even(0.9)))
    for x in (380.0, 1190.0):
        cane(press, (x, SEAT + 20), (x, 956), 34)
    cane(press, (380, 880), (1190, 880), 20)
    for n in range(4):
        cane(press, (330, SEAT + 6 + 15 * n), (1246, SEAT + 6 + 15 * n), 16)


def books(press: Press) -> None:
    pile: tuple[tuple[float, float, float, Ink], ...] = (
        (560.0, 330.0, 52.0, mix(BLUE, SKY, 0.15)),
        (584, 296, 40, BRICK),
        (566, 312, 60, mix(GREEN, SKY, 0.1)),
        (600, 262, 36, OCHRE),
    )
    y = SEAT
    for x, wide, tall, colour in pile:
        y -= tall
        press.lay(rounded((x, y, wide, tall), 5), colour)
        press.lay(rect(x + wide - 40, y + 6, 42, tall - 12), mix(PAPER, SAND, 0.3))
        press.lay(
            bars([((x + wide - 40, y + 12 + 8 * n), (x + wide + 2, y + 12 + 8 * n)) for n in range(int(tall / 10))], 2),
            mix(SAND, PLUM, 0.3),
        )
        press.lay(rounded((x, y, wide, tall), 5), SHADE, fade((x + wide * 0.4, y), (x - 20, y + tall), 0.85))
        press.lay(join(rect(x + 24, y, 7, tall), rect(x + 40, y, 7, tall)), mix(colour, SAND, 0.6))
    press.lay(placed(rect(-100, -6, 200, 12), (720, y - 8), 1.0, -4), OCHRE)
    press.lay(placed(poly((100, -6), (124, 0), (100, 6)), (720, y - 8), 1.0, -4), INK)
    ribbon = brush([(700, SEAT - 52), (706, SEAT - 20), (698, SEAT + 26)], [10, 12, 14])
    press.lay(ribbon, BRICK)
    thrown(press, rect(560, SEAT, 330, 14), (-40, 0), SHADE)


def bag(press: Press) -> None:
    """A woven shoulder bag leaning beside the books."""
    press.lay(
        stroked(smooth([(990, 590), (1010, 440), (1090, 430), (1120, 590)], closed=False), 15), mix(BRICK, PLUM, 0.3)
    )
    body = smooth(
        [(956, 570, 1), (1050, 560), (1150, 574, 1), (1170, 660), (1160, SEAT, 1), (950, SEAT, 1), (944, 660)]
    )
    press.lay(body, mix(SAND, OCHRE, 0.25))
    for level, colour in ((590.0, BRICK), (626, BLUE), (676, BRICK), (712, GREEN)):
        press.lay(rect(930, level, 260, 14), colour, clip=body)
    teeth = [poly((944 + 26 * n, 664), (957 + 26 * n, 644), (970 + 26 * n, 664)) for n in range(10)]
    press.lay(join(*teeth), mix(PLUM, INK, 0.2), clip=body)
    press.lay(body, SHADE, fade((1030, 640), (930, 760), 0.85), body)


def eaves(press: Press) -> None:
    """Palm thatch above, a few drops falling from it."""
    fringe: list[Point] = [(-10.0, -10.0)]
    for step in range(66):
        x = -10 + step * 25
        fringe += [(x, 96 + press.rng.uniform(-16, 26)), (x + 12, 66 + press.rng.uniform(-8, 10))]
    press.lay(poly(*fringe, (1640, -10)), mix(SHADE, INK, 0.4))
    press.lay(poly(*[(x, y - 44) for x, y in fringe], (1640, -60)), mix(SHADE, OCHRE, 0.4))
    drops = [
        oval(x, y, 3.4, 6)
        for x, y in zip(press.rng.uniform(60, 1560, 24), press.rng.uniform(130, 420, 24), strict=True)
    ]
    press.lay(join(*drops), mix(SKY, PAPER, 0.5))
