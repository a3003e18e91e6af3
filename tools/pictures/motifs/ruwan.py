"""Three pairs of sandals on a red doorstep, one large and two small, seen from above: sun through a palm after rain."""

import math

import skia

from pictures.lighting import fade, thrown, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, glow, slope

FLOOR = mix(BRICK, PLUM, 0.1)
STEP = mix(BRICK, OCHRE, 0.12)
RISER = mix(mix(BRICK, PLUM, 0.45), INK, 0.25)
SHADE = mix(PLUM, BLUE, 0.35)
SAND_WET = mix(mix(SAND, OCHRE, 0.3), PLUM, 0.2)
SUN = mix(SAND, PAPER, 0.5)


def draw(press: Press) -> None:
    floor(press)
    mat(press)
    garden(press)
    sandals(press)
    palm_shadow(press)
    blossoms(press)
    pot(press, (1390, 300))


def floor(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 420), FLOOR)
    press.lay(rect(-10, -10, 1620, 420), mix(FLOOR, INK, 0.5), fade((0, 190), (0, -60), 1.0))
    press.lay(rect(-10, 396, 1620, 22), RISER)
    press.lay(rect(-10, 388, 1620, 9), mix(STEP, SAND, 0.45))
    step = rect(-10, 418, 1620, 290)
    two_tone(press, step, (STEP, SUN), dry(glow((760, 560), (80, 700), (0.34, 0.0))))
    press.lay(rect(-10, 700, 1620, 10), mix(STEP, SAND, 0.5))
    press.lay(rect(-10, 710, 1620, 30), RISER)
    press.lay(bars([((420, 418), (416, 704)), ((1240, 418), (1246, 704))], 3), mix(STEP, PLUM, 0.4))


def mat(press: Press) -> None:
    """A coir mat lies inside, before the door."""
    shape = poly((520, 60), (1120, 60), (1120, 330), (520, 330))
    thrown(press, shape, (-12, 14), SHADE)
    press.lay(shape, mix(OCHRE, PLUM, 0.25))
    press.lay(shape, mix(OCHRE, SAND, 0.4), dry(even(0.5)))
    press.lay(stroked(rect(552, 92, 536, 206), 10, False), mix(BRICK, INK, 0.3))
    lozenges = [poly((x, 156), (x + 40, 195), (x, 234), (x - 40, 195)) for x in (660, 820, 980)]
    press.lay(join(*[stroked(shape, 9) for shape in lozenges]), mix(GREEN, INK, 0.2))
    fringe: list[tuple[Point, Point]] = [((520, y), (498, y + 4)) for y in range(64, 330, 12)]
    fringe += [((1120, y), (1142, y + 4)) for y in range(64, 330, 12)]
    press.lay(bars(fringe, 4), mix(OCHRE, PLUM, 0.2))


def garden(press: Press) -> None:
    """Wet sand at the foot of the step, a puddle with the sky in it, small plants at the edges."""
    press.lay(rect(-10, 740, 1620, 270), SAND_WET)
    press.lay(rect(-10, 740, 1620, 270), mix(SAND, PAPER, 0.2), dry(slope((800, 1010), (800, 740), (0.6, 0.1))))
    dots = [
        oval(x, y, 3, 2)
        for x, y in zip(press.rng.uniform(0, 1600, 160), press.rng.uniform(760, 1000, 160), strict=True)
    ]
    press.lay(join(*dots), mix(SAND_WET, PLUM, 0.4))
    puddle = smooth([(560, 880), (720, 826), (980, 820), (1180, 856), (1210, 914), (1020, 964), (760, 970), (600, 940)])
    press.lay(puddle, mix(SKY, BLUE, 0.12))
    press.lay(smooth([(700, 900), (860, 856), (1020, 862), (1100, 900), (900, 926)]), mix(SKY, PAPER, 0.6), clip=puddle)
    press.lay(
        join(
            stroked(oval(820, 890, 46, 20), 4), stroked(oval(820, 890, 20, 9), 4), stroked(oval(1040, 912, 34, 14), 4)
        ),
        PAPER,
        clip=puddle,
    )
    blades = []
    for x in [*press.rng.uniform(-10, 330, 34), *press.rng.uniform(1330, 1620, 30)]:
        y, lean, tall = press.rng.uniform(830, 1030), press.rng.uniform(-40, 40), press.rng.uniform(50, 110)
        blades.append(brush([(x, y), (x + lean * 0.4, y - tall * 0.6), (x + lean, y - tall)], [10, 13, 1]))
    press.lay(join(*blades[::2]), mix(GREEN, INK, 0.15))
    press.lay(join(*blades[1::2]), mix(GREEN, OCHRE, 0.4))


def sandals(press: Press) -> None:
    for at, size, turn, inks in (
        ((700.0, 560.0), 1.0, -4.0, (mix(PLUM, INK, 0.35), mix(OCHRE, BRICK, 0.3))),
        ((905.0, 580.0), 0.66, 5.0, (mix(BLUE, SKY, 0.2), mix(OCHRE, SAND, 0.2))),
        ((1054.0, 596.0), 0.54, -7.0, (mix(GREEN, SKY, 0.15), PAPER)),
    ):
        for side in (-1, 1):
            tilt = turn + side * 4 + (16 if size < 0.6 and side > 0 else 0)
            sandal(
                press,
                (at[0] + side * 62 * size, at[1] + (12 if side > 0 else 0) * size),
                (side * size, size),
                (tilt, inks),
            )


def sandal(press: Press, at: Point, size: tuple[float, float], look: tuple[float, tuple[Ink, Ink]]) -> None:
    """A flat sandal with a forked strap, toes to the door; negative width makes a left one."""
    turn, inks = look
    sole = smooth(
        [
            (-8, -128),
            (34, -112),
            (46, -60),
            (36, 10),
            (38, 80),
            (20, 122),
            (-18, 124),
            (-38, 84),
            (-32, 10),
            (-42, -50),
            (-40, -104),
        ]
    )
    shape = placed(sole, at, size, turn)
    thrown(press, shape, (-16 * size[1], 20 * size[1]), SHADE)
    press.lay(placed(shape, (-3, 5)), mix(inks[0], INK, 0.5))
    two_tone(
        press,
        shape,
        (inks[0], mix(inks[0], SAND, 0.5)),
        fade((at[0], at[1] + 20), (at[0] + 20, at[1] - 150 * size[1]), 0.6),
    )
    worn = join(oval(0, -68, 25, 34), oval(2, 78, 22, 28))
    press.lay(placed(worn, at, size, turn), mix(inks[0], INK, 0.4), veil(0.55))
    strap = join(line([(-3, -74), (-26, -40), (-40, -4)], 15), line([(-3, -74), (24, -44), (40, -10)], 15))
    thrown(press, placed(strap, at, size, turn), (-6 * size[1], 8 * size[1]), SHADE)
    press.lay(placed(strap, at, size, turn), inks[1])
    press.lay(placed(oval(-3, -76, 9), at, size, turn), mix(inks[1], PAPER, 0.4))


def palm_shadow(press: Press) -> None:
    """Two fronds throw their shadow over steps and sand."""
    for root, tip, drop in (((-60.0, 690.0), (690.0, 300.0), 80.0), ((1640.0, 420.0), (980.0, 820.0), -60.0)):
        parts: list[skia.Path] = []
        dx, dy = tip[0] - root[0], tip[1] - root[1]
        length = math.hypot(dx, dy)
        for n in range(4, 27):
            t = n / 27
            spot = (root[0] + dx * t, root[1] + dy * t - drop * 4 * t * (1 - t))
            reach = 250 * (1 - 0.62 * t)
            for side in (-1, 1):
                lean = math.atan2(dy, dx) + side * (1.0 - 0.3 * t)
                end = (spot[0] + reach * math.cos(lean), spot[1] + reach * math.sin(lean) + 12)
                parts.append(brush([spot, ((spot[0] + end[0]) / 2, (spot[1] + end[1]) / 2 - 6), end], [5, 17, 1]))
        stem = [(root[0] + dx * t, root[1] + dy * t - drop * 4 * t * (1 - t)) for t in (0.0, 0.25, 0.5, 0.75, 1.0)]
        parts.append(brush(stem, [length * 0.022, 14, 11, 8, 3]))
        whole = parts[0]
        for part in parts[1:]:
            whole = skia.Op(whole, part, skia.kUnion_PathOp)
        press.glaze(whole, mix(SHADE, SAND, 0.22), veil(0.8))


def blossoms(press: Press) -> None:
    """White frangipani flowers, fallen."""
    for x, y, size, turn in (
        (330, 640, 1.0, 10),
        (486, 800, 1.2, 40),
        (1190, 520, 0.95, 80),
        (1290, 790, 1.2, 20),
        (940, 350, 0.85, 60),
        (250, 480, 0.8, 30),
    ):
        petals = [
            placed(smooth([(0, 0, 1), (-18, -20), (-8, -46), (14, -44), (18, -18)]), (x, y), size, turn + 72.0 * n)
            for n in range(5)
        ]
        thrown(press, join(*petals), (-7, 9), SHADE)
        press.lay(join(*petals), PAPER)
        press.lay(oval(x, y, 13 * size), OCHRE)
        press.lay(oval(x, y, 20 * size), mix(OCHRE, SAND, 0.4), veil(0.5))
        press.lay(
            join(*[placed(line([(0, -6), (6, -38)], 2), (x, y), size, turn + 72.0 * n) for n in range(5)]),
            mix(SAND, PLUM, 0.2),
        )


def pot(press: Press, at: Point) -> None:
    """A clay pot of water by the door, from above."""
    x, y = at
    thrown(press, oval(x, y, 112), (-24, 28), SHADE)
    two_tone(press, oval(x, y, 112), (mix(BRICK, OCHRE, 0.4), mix(PLUM, INK, 0.2)), fade((x, y), (x - 100, y + 90)))
    press.lay(oval(x, y, 82), mix(OCHRE, SAND, 0.3))
    press.lay(oval(x, y, 70), mix(BLUE, INK, 0.3))
    press.lay(
        smooth([(x - 50, y - 20), (x + 10, y - 56), (x + 52, y - 24), (x + 10, y - 20)]),
        mix(SKY, BLUE, 0.2),
        clip=oval(x, y, 70),
    )
    for dx, dy, size in ((-18, 22, 1.0), (30, 16, 0.8)):
        petals = [placed(oval(0, -13, 8, 14), (x + dx, y + dy), size, 60.0 * n) for n in range(6)]
        press.lay(join(*petals), mix(PLUM, SAND, 0.5))
        press.lay(oval(x + dx, y + dy, 6), OCHRE)
