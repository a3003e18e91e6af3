"""A feast in a courtyard in the evening: a woven basket table and low stools under a tree hung with lights."""

import itertools
import math

import skia

from pictures.forms import clump, scatter, shaded, turned
from pictures.lighting import two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth
from pictures.textures import dry, glow, grain, slope

NIGHT = mix(mix(BLUE, PLUM, 0.45), INK, 0.12)
DUSK = mix(mix(OCHRE, BRICK, 0.45), SAND, 0.2)
WALL = mix(mix(SAND, PLUM, 0.5), BRICK, 0.2)
EARTH = mix(mix(BRICK, PLUM, 0.5), SAND, 0.12)
SHADOW = mix(PLUM, INK, 0.5)
LEAF = mix(GREEN, INK, 0.32)
LIT_LEAF = mix(mix(GREEN, OCHRE, 0.5), SAND, 0.1)
LAMP = mix(OCHRE, SAND, 0.5)
WOOD = mix(mix(BRICK, INK, 0.4), OCHRE, 0.12)
STRAW = mix(SAND, OCHRE, 0.18)
TABLE: Point = (770.0, 790.0)


def draw(press: Press) -> None:
    sky(press)
    house(press)
    floor(press)
    tree(press)
    for at in ((520, 734), (1016, 728)):
        stool(press, at, 0.84)
    table(press)
    for at in ((350, 822), (556, 884), (990, 880), (1200, 812)):
        stool(press, at, 1.14)
    lights(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 700), NIGHT)
    press.lay(rect(-10, -10, 1620, 600), DUSK, grain(slope((0, 190), (0, 520), (0.0, 0.95))))
    stars = [oval(x, y, 2.6) for x, y in scatter(press.rng, (430, 20, 520, 220), 30)]
    press.lay(join(*stars), PAPER)
    hills = ground([(-10, 452), (300, 470), (560, 430), (760, 456), (980, 402), (1240, 440), (1610, 396)], 640)
    press.lay(hills, mix(mix(PLUM, BLUE, 0.4), DUSK, 0.15))
    press.lay(rect(-10, 492, 1620, 190), WALL)
    press.lay(rect(-10, 492, 1620, 190), mix(SHADOW, WALL, 0.25), grain(slope((980, 0), (1700, 0), (0.0, 0.9))))
    press.lay(rect(-10, 482, 1620, 16), mix(WALL, SAND, 0.4))


def house(press: Press) -> None:
    """The open door is the one lamp that lies lower than the tree."""
    front = rect(-10, 240, 430, 450)
    shaded(press, front, mix(mix(BRICK, SAND, 0.35), PLUM, 0.3), SHADOW, slope((330, 0), (-40, 0), (0.0, 0.85)))
    press.lay(rect(-10, 640, 430, 50), mix(GREEN, INK, 0.2))
    press.lay(poly((-10, 150), (392, 168), (486, 262), (-10, 262)), mix(BRICK, INK, 0.28))
    ribs = [((x, 152 + x * 0.045), (x * 1.21 + 8, 262.0)) for x in range(20, 400, 30)]
    press.lay(bars(ribs, 4), mix(BRICK, INK, 0.6))
    press.lay(rect(-10, 258, 498, 12), SHADOW)
    door = rect(240, 380, 122, 310)
    press.lay(rect(226, 366, 150, 324), WOOD)
    press.lay(door, LAMP)
    press.lay(door, PAPER, grain(glow((300, 470), (20, 220), (0.8, 0.0))))
    press.lay(poly((240, 380), (196, 398), (196, 716), (240, 690)), mix(GREEN, SKY, 0.12))
    press.lay(rect(46, 400, 116, 120), WOOD)
    press.lay(join(rect(56, 410, 44, 100), rect(108, 410, 44, 100)), LAMP)


def floor(press: Press) -> None:
    yard = ground([(-10, 682), (500, 668), (1100, 668), (1610, 680)])
    press.lay(yard, EARTH)
    press.lay(yard, SHADOW, dry(slope((0, 800), (0, 1010), (0.0, 0.8))))
    press.lay(
        poly((240, 690), (362, 690), (520, 1010), (180, 1010)), LAMP, grain(slope((0, 680), (0, 940), (0.8, 0.0)))
    )
    press.lay(oval(770, 850, 640, 150), mix(OCHRE, BRICK, 0.3), grain(glow((770, 840), (80, 560), (0.7, 0.0))))
    blades = []
    for x, y in scatter(press.rng, (250, 700, 1050, 290), 170):
        lean = press.rng.uniform(-30, 30)
        blades.append(brush([(x, y), (x + lean * 0.5, y - 6), (x + lean, y + press.rng.uniform(-7, 7))], [1, 6, 1]))
    press.lay(join(*blades[::2]), mix(mix(GREEN, OCHRE, 0.45), SAND, 0.1))
    press.lay(join(*blades[1::2]), mix(GREEN, INK, 0.25))


def tree(press: Press) -> None:
    trunk = join(
        brush([(1420, 790), (1396, 700), (1392, 560), (1356, 420), (1330, 280)], [130, 84, 72, 60, 40]),
        brush([(1380, 500), (1270, 380), (1130, 290), (960, 220)], [44, 36, 26, 12]),
        brush([(1384, 470), (1470, 340), (1580, 260)], [46, 36, 22]),
        brush([(1400, 720), (1330, 780), (1260, 796)], [50, 30, 4]),
        brush([(1410, 720), (1500, 780), (1590, 800)], [56, 34, 4]),
    )
    press.glaze(oval(1430, 792, 230, 26), SHADOW)
    two_tone(press, trunk, (WOOD, mix(OCHRE, BRICK, 0.4)), grain(slope((1400, 0), (1300, 0), (0.0, 0.9))))
    for x, y, rx, ry in (
        (1480, 40, 330, 170),
        (1560, 190, 200, 110),
        (1150, 60, 300, 130),
        (900, 60, 210, 96),
        (1310, 210, 190, 84),
        (1030, 176, 190, 74),
        (850, 140, 140, 58),
    ):
        leaves = clump(press.rng, (x, y), (rx, ry), 0.1, 30)
        press.lay(leaves, LEAF)
        press.lay(leaves, LIT_LEAF, grain(slope((0, y + ry * 0.1), (0, y + ry * 1.1), (0.0, 0.85))))


def table(press: Press) -> None:
    """A table woven like a basket, its lid still on."""
    x, y = TABLE
    press.glaze(oval(x, y + 126, 200, 26), SHADOW)
    foot = turned(x, [(132, y - 22, 1), (120, y + 10), (64, y + 50), (62, y + 66), (120, y + 118), (128, y + 130, 1)])
    lid = turned(
        x, [(20, y - 226, 1), (46, y - 206), (104, y - 140), (150, y - 60), (176, y - 34, 1), (176, y - 18, 1)]
    )
    for form in (foot, lid):
        press.lay(form, STRAW)
    rows = (
        (-186, BRICK),
        (-150, GREEN),
        (-66, BRICK),
        (-30, mix(GREEN, INK, 0.2)),
        (20, BRICK),
        (92, GREEN),
        (112, BRICK),
    )
    for down, colour in rows:
        form = lid if down < -20 else foot
        press.lay(line([(x - 190, y + down - 12), (x, y + down + 12), (x + 190, y + down - 12)], 13), colour, clip=form)
    points = [(x + 34 * n, y - 108 - 0.006 * (34 * n) ** 2 / 4 + 9) for n in range(-5, 6)]
    diamonds = [poly((px, py - 24), (px + 16, py), (px, py + 24), (px - 16, py)) for px, py in points]
    press.lay(join(*diamonds), mix(PLUM, BRICK, 0.35), clip=lid)
    press.lay(join(*[oval(px, py, 5) for px, py in points]), OCHRE, clip=lid)
    press.lay(join(oval(x, y - 236, 20, 17), rect(x - 26, y - 224, 52, 10)), BRICK)
    for form in (foot, lid):
        press.lay(form, mix(PLUM, INK, 0.25), grain(slope((x + 20, 0), (x + 180, 0), (0.0, 0.85))))


def stool(press: Press, at: Point, size: float) -> None:
    """A seat hollowed from one block, on three legs."""
    legs = join(
        brush([(-52, 6), (-64, 50), (-76, 84)], [22, 18, 14]),
        brush([(52, 6), (64, 50), (76, 84)], [22, 18, 14]),
        brush([(0, 10), (0, 60), (4, 98)], [24, 20, 15]),
    )
    seat = smooth([(-96, -14, 1), (-50, 2), (50, 2), (96, -14, 1), (84, 16), (0, 30), (-84, 16)])
    hollow = smooth([(-96, -14, 1), (-50, -22), (50, -22), (96, -14, 1), (50, 2), (-50, 2)])
    press.glaze(placed(oval(6, 94, 104, 16), at, size), SHADOW)
    press.lay(placed(legs, at, size), mix(WOOD, INK, 0.35))
    press.lay(placed(seat, at, size), mix(WOOD, OCHRE, 0.18))
    press.lay(placed(hollow, at, size), mix(OCHRE, BRICK, 0.35))


def lights(press: Press) -> None:
    """Bulbs on wires from the eaves to the branches and on out of the picture."""
    posts: tuple[Point, ...] = ((470.0, 262.0), (1010.0, 222.0), (1352.0, 330.0), (1640.0, 250.0))
    for wire in itertools.chain(itertools.pairwise(posts), [(posts[0], (1380.0, 420.0))]):
        hang(press, wire, 9 if wire[1][0] - wire[0][0] > 500 else 6)


def hang(press: Press, wire: tuple[Point, Point], count: int) -> None:
    (ax, ay), (bx, by) = wire
    dip = 0.16 * math.hypot(bx - ax, by - ay)
    steps = [step / count for step in range(count + 1)]
    bow = [(ax + (bx - ax) * t, ay + (by - ay) * t + dip * 4 * t * (1 - t)) for t in steps]
    press.lay(line(bow, 3.5), INK)
    halo: skia.Path = join(*[oval(x, y + 14, 34) for x, y in bow[1:-1]])
    soft: Ink = mix(OCHRE, SAND, 0.3)
    press.lay(halo, soft, veil(0.3))
    press.lay(join(*[oval(x, y + 14, 11, 14) for x, y in bow[1:-1]]), mix(OCHRE, SAND, 0.45))
    press.lay(join(*[oval(x, y + 13, 6, 8) for x, y in bow[1:-1]]), PAPER)
    press.lay(join(*[rect(x - 5, y - 5, 10, 9) for x, y in bow[1:-1]]), INK)
