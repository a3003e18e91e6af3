"""A vaulted bazaar before it fills: shafts of light from the openings in the roof, sacks of spice, rolls of cloth."""

import skia

from pictures.forms import scatter, shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, cut, join, line, oval, poly, rect, rounded, smooth
from pictures.textures import dry, even, grain, slope

CLAY = mix(mix(OCHRE, BRICK, 0.35), SAND, 0.25)
DARK = mix(mix(PLUM, INK, 0.45), BRICK, 0.1)
LIGHT = mix(SAND, PAPER, 0.4)
STONE = mix(mix(SAND, PLUM, 0.4), OCHRE, 0.15)
MIDDLE = 800.0
SPICES = (OCHRE, BRICK, mix(BRICK, OCHRE, 0.5), mix(GREEN, OCHRE, 0.4), mix(PLUM, BRICK, 0.4), mix(SAND, OCHRE, 0.35))
#: half the width of an arch, its spring, its crown, its foot; from the nearest to the farthest
ARCHES = (
    (700.0, 330.0, -190.0, 900.0),
    (430.0, 390.0, 60.0, 740.0),
    (270.0, 426.0, 218.0, 650.0),
    (172.0, 448.0, 316.0, 592.0),
    (106.0, 464.0, 384.0, 556.0),
)


def draw(press: Press) -> None:
    vaults(press)
    floor(press)
    shafts(press)
    for side in (-1, 1):
        stalls(press, side)
    lamps(press)


def arch(half: float, spring: float, crown: float, foot: float) -> skia.Path:
    """A pointed arch standing on its feet."""
    side = [
        (MIDDLE - half, foot, 1),
        (MIDDLE - half, spring, 1),
        (MIDDLE - half * 0.9, spring - (spring - crown) * 0.42),
        (MIDDLE - half * 0.5, spring - (spring - crown) * 0.8),
    ]
    other = [(2 * MIDDLE - x, y, *corner) for x, y, *corner in reversed(side)]
    return smooth([*side, (MIDDLE, crown, 1), *other])


def vaults(press: Press) -> None:
    """Arch within arch, each band of wall lighter than the one before it, the last open to the day."""
    press.lay(rect(-10, -10, 1620, 1020), mix(DARK, CLAY, 0.12))
    for index, measure in enumerate(ARCHES):
        half, spring, crown, foot = measure
        tone = mix(DARK, CLAY, 0.3 + 0.17 * index)
        inner = arch(*measure)
        press.lay(inner, tone)
        rim = cut(arch(half * 1.07, spring, crown - half * 0.07, foot), inner)
        press.lay(rim, mix(mix(CLAY, SAND, 0.35), DARK, 0.3 - 0.06 * index))
        if index < 4:
            deep = ARCHES[index + 1]
            ribs = []
            for share in (0.2, 0.5, 0.8):
                near, far = (
                    (MIDDLE - half * (1 - share * 0.62), spring - (spring - crown) * share * 0.86),
                    (MIDDLE - deep[0] * (1 - share * 0.62), deep[1] - (deep[1] - deep[2]) * share * 0.86),
                )
                ribs += [(near, far), ((2 * MIDDLE - near[0], near[1]), (2 * MIDDLE - far[0], far[1]))]
            press.lay(bars(ribs, 8 - 1.5 * index), mix(tone, INK, 0.35))
            press.lay(
                inner, mix(tone, INK, 0.5), grain(slope((MIDDLE + half * 0.3, 0), (MIDDLE + half, 0), (0.0, 0.75)))
            )
    half, spring, crown, foot = ARCHES[-1]
    day = arch(half * 0.74, spring + 4, crown + 22, foot)
    press.lay(day, mix(SKY, PAPER, 0.4))
    press.lay(
        poly((MIDDLE - 80, 520), (MIDDLE - 20, 494), (MIDDLE + 80, 516), (MIDDLE + 80, 560), (MIDDLE - 80, 560)),
        mix(GREEN, SKY, 0.35),
        clip=day,
    )
    for n, y in enumerate((64.0, 190.0, 296.0)):
        size = 60 / (1 + 0.8 * n)
        press.lay(oval(MIDDLE, y - 30 + 24 * n, size, size * 0.4), LIGHT)


def floor(press: Press) -> None:
    ground = poly((MIDDLE - 106, 556), (MIDDLE + 106, 556), (1640, 930), (1640, 1020), (-40, 1020), (-40, 930))
    press.lay(ground, STONE)
    press.lay(ground, DARK, dry(slope((0, 600), (0, 1000), (0.1, 0.5))))
    joints: list[tuple[Point, Point]] = [
        ((MIDDLE + 40.0 * n, 556.0), (MIDDLE + 330.0 * n, 1020.0)) for n in range(-3, 4)
    ]
    press.lay(bars(joints, 3.5), mix(STONE, INK, 0.4), clip=ground)


def shafts(press: Press) -> None:
    """Three beams fall to the left; dust hangs in the nearest."""
    for x, top, wide, foot, drift, tone in (
        (MIDDLE + 30, 60.0, 60.0, 860.0, -300.0, 0.6),
        (MIDDLE + 16, 190.0, 34.0, 700.0, -130.0, 0.55),
        (MIDDLE + 8, 296.0, 20.0, 622.0, -60.0, 0.5),
    ):
        beam = poly((x - wide, top), (x + wide, top), (x + wide * 1.7 + drift, foot), (x - wide * 1.7 + drift, foot))
        press.lay(beam, LIGHT, grain(slope((0, top), (0, foot), (tone, tone * 0.5))))
        press.lay(oval(x + drift, foot, wide * 1.9, wide * 0.42), LIGHT, dry(even(0.9)))
    motes = [oval(x, y, 3.5) for x, y in scatter(press.rng, (640, 240, 150, 460), 16)]
    press.lay(join(*motes), PAPER)


def stalls(press: Press, side: int) -> None:
    """Cloth at the back, sacks before it, copper on the nearest corner; the left side stands in the light."""

    def x(away: float) -> float:
        return MIDDLE + side * away

    lit = side < 0
    cloths: tuple[Ink, ...] = (BRICK, GREEN, OCHRE, PLUM, BLUE)
    for n in range(5):
        away, wide = 250 + 46 * n, 40
        top, foot = 470 - 16 * n, 650 + 22 * n
        colour = cloths[(n + (0 if lit else 2)) % 5] if lit else mix(cloths[(n + 2) % 5], INK, 0.3)
        roll = rounded((x(away) - wide / 2, top, wide, foot - top), 12)
        shaded(press, roll, colour, mix(colour, INK, 0.6), slope((x(away) + 2, 0), (x(away) + 22, 0), (0.0, 0.9)))
        press.lay(oval(x(away), top + 6, wide / 2, 9), mix(colour, PAPER, 0.3))
    cover = poly(
        (x(190), 590), (x(470), 690), (x(760), 840), (x(900), 940), (x(900), 1020), (x(520), 1020), (x(360), 800)
    )
    press.lay(cover, mix(DARK, BRICK, 0.3) if lit else mix(DARK, INK, 0.2))
    for away, y, size, kind in (
        (300, 690, 50, 0),
        (386, 732, 62, 1),
        (300, 742, 52, 4),
        (500, 800, 82, 2),
        (384, 810, 70, 3),
        (640, 880, 108, 5),
        (480, 906, 96, 0),
    ):
        sack(press, (x(away), y), size, (SPICES[(kind + (0 if lit else 1)) % 6], lit))


def sack(press: Press, at: Point, size: float, of: tuple[Ink, bool]) -> None:
    """An open sack, its rim rolled, heaped to a cone."""
    x, y = at
    spice, lit = of
    jute = mix(SAND, PLUM, 0.25 if lit else 0.5)
    body = turned(
        x, [(size * 0.86, y, 1), (size, y + size * 0.5), (size * 0.9, y + size * 1.05), (size * 0.3, y + size * 1.12)]
    )
    shaded(press, body, jute, mix(PLUM, INK, 0.3), slope((x - size * 0.2, 0), (x + size, 0), (0.0, 0.95)))
    press.lay(oval(x, y, size * 0.96, size * 0.3), mix(jute, PAPER, 0.25))
    heap = smooth(
        [
            (x - size * 0.8, y, 1),
            (x - size * 0.36, y - size * 0.34),
            (x, y - size * 0.62, 1),
            (x + size * 0.36, y - size * 0.34),
            (x + size * 0.8, y, 1),
            (x, y + size * 0.2),
        ]
    )
    shaded(press, heap, spice, mix(spice, INK, 0.55), slope((x, 0), (x + size * 0.7, 0), (0.0, 1.0)))
    if lit:
        press.lay(
            poly((x, y - size * 0.6), (x - size * 0.36, y - size * 0.3), (x - size * 0.2, y - size * 0.1)),
            mix(spice, PAPER, 0.4),
        )


def lamps(press: Press) -> None:
    """Brass lamps, not lit yet."""
    for x, long, size in ((470, 210, 1.0), (1130, 210, 1.0), (640, 310, 0.55), (960, 310, 0.55)):
        press.lay(line([(x, -10), (x, long)], 3), INK)
        cap = turned(x, [(5 * size, long - 8 * size, 1), (34 * size, long + 26 * size, 1)])
        press.lay(cap, mix(BRICK, INK, 0.3))
        shape = turned(
            x, [(34 * size, long + 26 * size, 1), (42 * size, long + 60 * size), (26 * size, long + 92 * size, 1)]
        )
        shaded(
            press, shape, mix(OCHRE, SAND, 0.35), mix(BRICK, INK, 0.3), slope((x, 0), (x + 36 * size, 0), (0.0, 1.0))
        )
        press.lay(
            join(rect(x - 30 * size, long + 90 * size, 60 * size, 9 * size), oval(x, long + 108 * size, 8 * size)),
            mix(BRICK, INK, 0.4),
        )
