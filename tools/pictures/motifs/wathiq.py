"""A car under the foam in an open wash bay: the midday sun stands behind, spray hangs in the air."""

import math

import numpy as np

from pictures.lighting import fade, two_tone
from pictures.motorcars import from_front
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

HAZE = mix(SAND, PAPER, 0.35)
SHED = mix(mix(BLUE, GREEN, 0.4), INK, 0.35)
WET = mix(mix(BLUE, SKY, 0.45), PLUM, 0.12)
FOAM = mix(PAPER, SKY, 0.12)
CAR: Point = (800.0, 836.0)


def draw(press: Press) -> None:
    street(press)
    shed(press)
    floor(press)
    spray(press, (-20, 470), (560, 420), 1)
    spray(press, (1620, 520), (1060, 440), -1)
    from_front(press, CAR, 1.22, (mix(BRICK, PLUM, 0.08), mix(SAND, PAPER, 0.3)))
    foam(press)
    bucket(press, (1310, 900))
    hose(press)
    drops(press)


def street(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 800), HAZE)
    press.lay(rect(-10, -10, 1620, 800), mix(SKY, BLUE, 0.12), fade((0, 420), (0, 100)))
    press.lay(rect(-10, -10, 1620, 800), PAPER, grain(glow((1120, 190), (120, 330), (0.95, 0.0))))
    press.lay(oval(1120, 190, 58), PAPER)
    house = mix(OCHRE, SAND, 0.62)
    for x, y, wide in (
        (-20.0, 420.0, 230.0),
        (190, 480, 190),
        (370, 440, 220),
        (980, 470, 240),
        (1200, 400, 220),
        (1400, 452, 240),
    ):
        two_tone(press, rect(x, y, wide, 330), (house, mix(house, PLUM, 0.3)), fade((x + wide, 0), (x, 0), 0.6))
        press.lay(rect(x - 6, y - 10, wide + 12, 14), mix(house, PAPER, 0.4))
        press.lay(
            join(*[rounded((x + 26 + 62 * n, y + 44, 30, 56), 12) for n in range(int(wide / 66))]),
            mix(house, PLUM, 0.55),
        )
    for x, foot, tall in ((300.0, 700.0, 420.0), (520, 690, 340), (1330, 700, 390), (1170, 690, 300)):
        palm(press, x, foot, tall)
    press.lay(rect(-10, 650, 1620, 140), mix(house, PAPER, 0.35))


def palm(press: Press, x: float, foot: float, tall: float) -> None:
    top = (x + tall * 0.05, foot - tall)
    trunk = mix(mix(BRICK, PLUM, 0.5), SAND, 0.3)
    press.lay(brush([(x, foot), (x - 4, foot - tall / 2), top], [20, 15, 12]), trunk)
    fronds = []
    for turn in range(-200, 30, 21):
        angle = math.radians(turn)
        reach = tall * press.rng.uniform(0.3, 0.36)
        middle = top[0] + reach * 0.6 * math.cos(angle), top[1] + reach * 0.6 * math.sin(angle) - 12
        end = top[0] + reach * math.cos(angle), top[1] + reach * math.sin(angle) + reach * 0.42
        fronds.append(brush([top, middle, end], [5, 17, 2]))
    press.lay(join(*fronds), mix(GREEN, SAND, 0.2))
    press.lay(join(*fronds[::2]), mix(GREEN, INK, 0.1))


def shed(press: Press) -> None:
    roof = poly((-10, -10), (1610, -10), (1610, 60), (1500, 118), (100, 118), (-10, 60))
    press.lay(roof, SHED)
    ribs: list[tuple[Point, Point]] = [((800 + (x - 800) * 1.18, -10), (x, 118)) for x in np.arange(100.0, 1520, 44)]
    press.lay(bars(ribs, 7), mix(SHED, INK, 0.5), clip=roof)
    press.lay(rect(90, 108, 1420, 22), mix(SHED, SKY, 0.3))
    for x in (122, 1430):
        post = rect(x, 128, 48, 640)
        two_tone(
            press, post, (mix(BLUE, INK, 0.2), SKY), fade((x + 6, 0), (x + 60, 0) if x < 800 else (x - 30, 0), 0.8)
        )
        press.lay(rect(x, 520, 48, 250), OCHRE)
        bands = [poly((x, y), (x + 48, y - 40), (x + 48, y - 4), (x, y + 36)) for y in range(540, 800, 78)]
        press.lay(join(*bands), INK, clip=rect(x, 520, 48, 250))


def floor(press: Press) -> None:
    ground = rect(-10, 742, 1620, 270)
    press.lay(ground, WET)
    press.mirror(742, ground, dry(even(0.62)), mix(PAPER, SKY, 0.5))
    press.lay(ground, mix(BLUE, INK, 0.3), dry(slope((0, 800), (0, 1010), (0.05, 0.6))))
    press.lay(ground, PAPER, dry(glow((1120, 800), (10, 260), (0.7, 0.0))))


def spray(press: Press, start: Point, end: Point, side: int) -> None:
    """A fan of water from beyond the edge."""
    fan = poly(start, (end[0], end[1] - 170), (end[0] + side * 60, end[1] + 20), (end[0], end[1] + 200))
    press.lay(fan, PAPER, grain(slope(start, end, (0.25, 0.75))))
    streaks: list[tuple[Point, Point]] = []
    for _ in range(46):
        share, lean = press.rng.uniform(0.05, 0.85), press.rng.uniform(-0.95, 0.95)
        goal = end[0] + side * 20, end[1] + lean * 175
        a = start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share
        long = press.rng.uniform(0.05, 0.13)
        streaks.append((a, (a[0] + (goal[0] - start[0]) * long, a[1] + (goal[1] - start[1]) * long)))
    press.lay(bars(streaks, 4), PAPER)
    bursts = [
        oval(end[0] + press.rng.normal(0, 44), end[1] + press.rng.normal(0, 90), press.rng.uniform(3, 12))
        for _ in range(60)
    ]
    press.lay(join(*bursts), FOAM)


def foam(press: Press) -> None:
    """Heaps of suds on roof and bonnet, runs of them down the front."""
    x, y = CAR
    heaps = []
    for centre, level, reach, depth, count in (
        (0, -536, 150, 24, 34),
        (-40, -380, 190, 30, 46),
        (150, -352, 100, 34, 26),
        (-230, -300, 46, 60, 22),
    ):
        for _ in range(count):
            across = press.rng.uniform(-1, 1)
            down = press.rng.normal(0, 0.4) * depth + across * across * depth * 0.7
            heaps.append((x + centre + across * reach, y + level + down, press.rng.uniform(13, 30)))
    for start, drop in ((-150, 150), (-96, 80), (-10, 60), (60, 130), (176, 120), (214, 190), (-246, 130)):
        for n in range(int(drop / 11)):
            heaps.append((x + start + press.rng.normal(0, 3), y - 372 + 11.0 * n, 15 - n * 0.5))
    press.lay(join(*[oval(a + 3, b + 7, r) for a, b, r in heaps]), mix(SKY, BLUE, 0.35))
    press.lay(join(*[oval(a, b, r) for a, b, r in heaps]), FOAM)
    shades = [oval(a + r * 0.25, b + r * 0.3, r * 0.6) for a, b, r in heaps[::2] if r > 14]
    press.lay(join(*shades), SKY, grain(even(0.6)))
    suds = [
        oval(a, b, r, r * 0.5)
        for a, b, r in zip(
            press.rng.normal(800, 270, 70), press.rng.uniform(846, 900, 70), press.rng.uniform(7, 22, 70), strict=True
        )
    ]
    press.lay(join(*suds), FOAM)


def bucket(press: Press, at: Point) -> None:
    x, y = at
    press.glaze(oval(x - 30, y + 4, 110, 16), mix(INK, BLUE, 0.4), dry(even(0.9)))
    press.lay(
        stroked(smooth([(x - 82, y - 138), (x - 40, y - 214), (x + 40, y - 214), (x + 82, y - 138)], closed=False), 6),
        INK,
    )
    pail = poly((x - 86, y - 138), (x + 86, y - 138), (x + 64, y), (x - 64, y))
    two_tone(press, pail, (OCHRE, mix(BRICK, PLUM, 0.3)), fade((x + 20, 0), (x - 90, 0), 0.8))
    lather = [oval(x - 74 + 21 * n, y - 142 - 10 * (n % 3), 24) for n in range(8)]
    press.lay(join(*lather), FOAM)
    press.lay(rounded((x - 34, y - 192, 84, 46), 16), mix(OCHRE, SAND, 0.5))
    press.lay(join(*[oval(x - 20 + 16 * n, y - 176 + 9 * (n % 2), 4, 3) for n in range(5)]), mix(OCHRE, PLUM, 0.4))
    press.lay(join(oval(x - 30, y - 140, 26, 16), oval(x + 40, y - 138, 24, 15)), FOAM)


def hose(press: Press) -> None:
    loops = [
        (40.0, 1020.0),
        (150, 930),
        (330, 900),
        (430, 930),
        (380, 966),
        (240, 962),
        (190, 930),
        (270, 888),
        (420, 880),
    ]
    press.glaze(placed(line(loops, 18), (-4, 10)), mix(INK, BLUE, 0.4))
    press.lay(line(loops, 17), mix(GREEN, INK, 0.2))
    press.lay(placed(line(loops, 4), (-2, -5)), mix(GREEN, SKY, 0.55))
    press.lay(placed(join(rect(0, -9, 56, 18), rect(52, -6, 26, 12)), (416, 878), 1.0, -6), OCHRE)


def drops(press: Press) -> None:
    dots = [
        oval(a, b, r)
        for a, b, r in zip(
            press.rng.uniform(200, 1400, 110),
            press.rng.uniform(200, 760, 110),
            press.rng.uniform(1.5, 4.5, 110),
            strict=True,
        )
    ]
    press.lay(join(*dots), PAPER)
