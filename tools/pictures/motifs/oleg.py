"""An empty street with tram rails and old houses in the evening rain: one lamp, and its light on the wet stones."""

import math
from collections.abc import Iterable

import skia

from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, poly, rect, smooth, stroked
from pictures.textures import dry, even, glow, grain, slope

EYE: Point = (790.0, 560.0)  # vanishing point
FOCAL = 560.0  # board units a metre measures at one metre
EYE_HEIGHT = 1.75  # m
HALF_STREET = 6.6  # m from the middle to the houses
KERB = 4.7  # m from the middle
END = 46.0  # m: where the street bends away

NIGHT = mix(mix(BLUE, PLUM, 0.45), INK, 0.1)
AFTERGLOW = mix(mix(OCHRE, BRICK, 0.25), SAND, 0.55)
STONE = mix(mix(BLUE, PLUM, 0.4), INK, 0.45)
WET = mix(SKY, PLUM, 0.35)
LAMP_LIGHT = mix(OCHRE, SAND, 0.45)
BLIND = mix(BLUE, INK, 0.55)
ARC = [step * math.pi / 6 for step in range(7)]
LAMP_AT = (3.6, 12.0)  # m from the middle, m away


def at(across: float, height: float, away: float) -> Point:
    """A place in the street on the board: metres from the middle, above the ground, from the eye."""
    return EYE[0] + FOCAL * across / away, EYE[1] - FOCAL * (height - EYE_HEIGHT) / away


def draw(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 700), NIGHT)
    press.lay(rect(-10, -10, 1620, 700), mix(AFTERGLOW, NIGHT, 0.35), grain(glow(EYE, (60, 560), (1.0, 0.0))))
    press.lay(rect(-10, -10, 1620, 700), AFTERGLOW, grain(glow(EYE, (60, 330), (0.9, 0.0))))
    far_end(press)
    left = ((46, 37, 12.0), (37, 29, 14.5), (29, 22, 12.8), (22, 15.2, 15.0), (15.2, 8.6, 13.0), (8.6, 2.4, 15.0))
    right = ((46, 38, 14.0), (38, 31, 12.2), (31, 23, 15.0), (23, 16, 13.2), (16, 9.0, 14.6), (9.0, 2.4, 13.4))
    fronts = (
        mix(PLUM, SAND, 0.42),
        mix(BRICK, PLUM, 0.35),
        mix(BLUE, SAND, 0.38),
        mix(OCHRE, PLUM, 0.42),
        mix(GREEN, BLUE, 0.4),
        mix(PLUM, INK, 0.25),
    )
    for (far, near, tall), colour in zip(left, fronts, strict=True):
        facade(press, -HALF_STREET, (far, near, tall), colour)
    for (far, near, tall), colour in zip(
        right, (fronts[3], fronts[2], fronts[1], fronts[0], fronts[4], fronts[5]), strict=True
    ):
        facade(press, HALF_STREET, (far, near, tall), colour)
    street(press)
    wires(press)
    lamp(press)
    rain(press)


def far_end(press: Press) -> None:
    block = poly(
        at(-9, 0, END),
        at(-9, 10.5, END),
        at(-6, 13, END),
        at(2, 13, END),
        at(4.2, 10.5, END),
        at(9, 10.5, END),
        at(9, 0, END),
    )
    press.lay(block, mix(mix(PLUM, SAND, 0.45), AFTERGLOW, 0.25))
    panes = [
        poly(at(x, h, END), at(x + 1, h, END), at(x + 1, h + 1.8, END), at(x, h + 1.8, END))
        for x in (-5, -2.6, -0.2, 2.2, 4.6)
        for h in (4.2, 7.4)
    ]
    press.lay(join(*panes), mix(PLUM, INK, 0.2))


def facade(press: Press, side: float, extent: tuple[float, float, float], colour: Ink) -> None:
    """One house front seen along the street: far edge, near edge, height."""
    far, near, tall = extent

    def patch(start: float, stop: float, low: float, high: float) -> skia.Path:
        a, b = far + (near - far) * start, far + (near - far) * stop
        return poly(at(side, low, a), at(side, high, a), at(side, high, b), at(side, low, b))

    def arch(start: float, stop: float, low: float, high: float) -> skia.Path:
        rim = [
            (start + (stop - start) * (0.5 - 0.5 * math.cos(turn)), high - 0.4 + 0.4 * math.sin(turn)) for turn in ARC
        ]
        return poly(*(at(side, h, far + (near - far) * s) for s, h in ((start, low), *rim, (stop, low))))

    front = patch(0, 1, 0, tall)
    eaves = side * 0.93
    press.lay(front, mix(colour, INK, 0.18 if side < 0 else 0.3))
    press.lay(
        front, mix(colour, INK, 0.6), grain(slope(at(side, tall * 0.35, near), at(side, tall, near), (0.15, 0.6)))
    )
    source = at(LAMP_AT[0], 4.4, LAMP_AT[1])
    press.lay(front, mix(colour, LAMP_LIGHT, 0.32), grain(glow(source, (30, 360), (0.9, 0.0))))
    press.lay(patch(0, 1, 0, 0.9), mix(colour, INK, 0.55))
    roof = poly(at(eaves, tall, far), at(eaves, tall + 0.5, far), at(eaves, tall + 0.5, near), at(eaves, tall, near))
    press.lay(join(roof, patch(0, 1, 4.15, 4.45)), mix(colour, SAND, 0.28))
    press.lay(patch(0.97, 1, 0, tall), mix(colour, INK, 0.6))
    columns = 4 if far - near > 6.8 else 3
    bars_here: list[skia.Path] = []
    lit, dark, sheen, frames, sills = [], [], [], [], []
    for column in range(columns):
        middle = (column + 0.5) / columns
        wide = 0.23 / columns * 1.15
        for low in (5.2, 8.6, 11.4):
            if low + 2.0 > tall:
                continue
            frames.append(arch(middle - wide * 1.35, middle + wide * 1.35, low - 0.12, low + 2.35))
            sills.append(patch(middle - wide * 1.6, middle + wide * 1.6, low - 0.35, low - 0.1))
            sills.append(patch(middle - wide * 1.5, middle + wide * 1.5, low + 2.5, low + 2.62))
            (lit if press.rng.random() < 0.14 else dark).append(arch(middle - wide, middle + wide, low, low + 2.15))
            sheen.append(patch(middle - wide * 0.86, middle - wide * 0.1, low + 1.3, low + 1.75))
            sheen.append(patch(middle + wide * 0.1, middle + wide * 0.86, low + 0.1, low + 1.15))
            bars_here.append(patch(middle - wide * 0.07, middle + wide * 0.07, low, low + 2.1))
            bars_here.append(patch(middle - wide, middle + wide, low + 1.2, low + 1.3))
        base = 0.25 if column == 1 else 1.1
        frames.append(arch(middle - wide * 1.8, middle + wide * 1.8, base - 0.1, 3.75))
        dark.append(arch(middle - wide * 1.5, middle + wide * 1.5, base, 3.5))
        bars_here.append(patch(middle - wide * 0.07, middle + wide * 0.07, base, 3.45))
        bars_here.append(patch(middle - wide * 1.5, middle + wide * 1.5, 2.7, 2.8))
    press.lay(join(*frames), mix(colour, SAND, 0.34))
    press.lay(join(*sills), mix(colour, INK, 0.5))
    press.lay(join(*dark), BLIND)
    press.lay(join(*sheen), mix(BLIND, SKY, 0.2))
    press.lay(join(*lit), LAMP_LIGHT)
    press.lay(join(*bars_here), mix(colour, INK, 0.55))


def street(press: Press) -> None:
    road = poly(at(-HALF_STREET, 0, 2), at(-HALF_STREET, 0, END), at(HALF_STREET, 0, END), at(HALF_STREET, 0, 2))
    press.lay(road, STONE)
    foot = at(0, 0, END)[1]
    press.mirror(foot, road, dry(slope((0, foot), (0, 1000), (0.72, 0.3))), mix(PAPER, BLUE, 0.35))
    press.lay(
        road,
        AFTERGLOW,
        dry(glow((EYE[0], foot), (30, 380), (0.75, 0.0))),
        poly(at(-2.4, 0, 2), at(-3, 0, END), at(3, 0, END), at(2.4, 0, 2)),
    )
    cobbles(press)
    for side in (-1, 1):
        walk = poly(
            at(side * KERB, 0.12, 2),
            at(side * KERB, 0.12, END),
            at(side * HALF_STREET, 0.12, END),
            at(side * HALF_STREET, 0.12, 2),
        )
        press.lay(walk, mix(STONE, SKY, 0.2))
        press.mirror(EYE[1] + 22, walk, dry(even(0.35)), mix(PAPER, BLUE, 0.4))
        press.lay(
            poly(at(side * KERB, 0, 2), at(side * KERB, 0.14, 2), at(side * KERB, 0.14, END), at(side * KERB, 0, END)),
            WET,
            dry(even(0.7)),
        )
    for middle in (-1.75, 1.75):
        for rail in (middle - 0.72, middle + 0.72):
            press.lay(
                poly(at(rail - 0.1, 0, 2), at(rail - 0.1, 0, END), at(rail + 0.1, 0, END), at(rail + 0.1, 0, 2)),
                mix(STONE, INK, 0.6),
            )
            press.lay(
                poly(
                    at(rail - 0.045, 0, 2), at(rail - 0.045, 0, END), at(rail + 0.045, 0, END), at(rail + 0.045, 0, 2)
                ),
                mix(AFTERGLOW, SKY, 0.35),
            )


def cobbles(press: Press) -> None:
    stones = []
    away = 2.1
    while away < 13:
        step = 0.26 + 0.028 * away
        for index in range(-18, 19):
            across = (index + 0.5 * press.rng.random()) * 0.27
            if abs(across) < KERB and press.rng.random() < 0.62:
                x, y = at(across, 0, away)
                width = FOCAL * 0.115 / away
                stones.append(
                    smooth(
                        [
                            (x - width, y),
                            (x - width * 0.4, y - width * 0.34),
                            (x + width * 0.5, y - width * 0.34),
                            (x + width, y),
                            (x, y + width * 0.05),
                        ]
                    )
                )
        away += step
    press.lay(join(*stones), mix(WET, STONE, 0.25), grain(even(0.62)))
    source = at(LAMP_AT[0], 0, LAMP_AT[1])
    press.lay(join(*stones), LAMP_LIGHT, grain(glow(source, (40, 420), (1.0, 0.0))))


def wires(press: Press) -> None:
    runs: Iterable[list[Point]] = ([at(x, 5.9, 2.2), at(x, 5.7, END)] for x in (-1.75, 1.75))
    spans = [
        [at(-HALF_STREET, 7.6, z), at(-1.75, 6.1, z), at(1.75, 6.1, z), at(HALF_STREET, 7.6, z)] for z in (9, 17, 27)
    ]
    press.lay(join(*(line(run, 3.6) for run in (*runs, *spans))), INK)


def lamp(press: Press) -> None:
    across, away = LAMP_AT
    foot, head = at(across, 0, away), at(across, 4.5, away)
    press.lay(oval(*head, 150), LAMP_LIGHT, grain(glow(head, (34, 150), (0.8, 0.0))))
    beam = smooth(
        [
            (foot[0], foot[1], 1),
            (foot[0] + 24, 720),
            (foot[0] + 44, 840),
            (foot[0] + 30, 1010),
            (foot[0] - 10, 1010),
            (foot[0] - 42, 840),
            (foot[0] - 24, 720),
        ]
    )
    press.lay(beam, LAMP_LIGHT, dry(slope((0, foot[1]), (0, 1000), (0.8, 0.28))))
    post = brush([foot, (foot[0], foot[1] - 40), (head[0], head[1] + 60), (head[0], head[1] + 24)], [19, 11, 8, 8])
    press.lay(join(post, oval(foot[0], foot[1] + 1, 17, 5)), INK)
    press.lay(bars([((head[0] - 20, head[1] + 62), (head[0] + 20, head[1] + 62))], 5), INK)
    x, y = head
    press.lay(poly((x - 25, y - 26), (x + 25, y - 26), (x + 16, y + 26), (x - 16, y + 26)), mix(PAPER, SAND, 0.25))
    press.lay(
        smooth([(x - 33, y - 24, 1), (x - 16, y - 44), (x, y - 60, 1), (x + 16, y - 44), (x + 33, y - 24, 1)]), INK
    )
    press.lay(bars([((x, y - 26), (x, y + 26)), ((x - 17, y + 28), (x + 17, y + 28))], 4), INK)


def rain(press: Press) -> None:
    drops = []
    for x, y in zip(press.rng.uniform(-20, 1660, 250), press.rng.uniform(-20, 960, 250), strict=True):
        long = press.rng.uniform(26, 70)
        drops.append(brush([(x, y), (x - long * 0.1, y + long * 0.5), (x - long * 0.2, y + long)], [0.8, 2.6, 0.8]))
    press.lay(join(*drops), mix(SKY, PAPER, 0.4), grain(even(0.85)))
    rings = [
        stroked(oval(x, y, w, w * 0.22), 2.4)
        for x, y, w in (
            (330, 900, 32),
            (560, 838, 20),
            (690, 930, 34),
            (1240, 905, 30),
            (470, 760, 14),
            (1130, 800, 18),
        )
    ]
    press.lay(join(*rings), mix(SKY, PAPER, 0.4))
