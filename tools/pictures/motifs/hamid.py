"""A taxi on a city street at dusk: plane trees, flat roofs up the slope, the last light on the snow above."""

import skia

from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, line, oval, placed, poly, rect, rounded, smooth
from pictures.taxi import taxi
from pictures.textures import dry, even, glow, grain, slope

DUSK = mix(mix(BLUE, PLUM, 0.3), SKY, 0.3)
AFTERGLOW = mix(mix(OCHRE, BRICK, 0.25), SAND, 0.55)
ROCK = mix(mix(BLUE, PLUM, 0.45), SKY, 0.12)
ALPENGLOW = mix(mix(BRICK, SAND, 0.62), PAPER, 0.3)
SNOW_BLUE = mix(BLUE, SKY, 0.55)
HOUSE = mix(mix(PLUM, BLUE, 0.4), SAND, 0.28)
HOUSE_LIGHT = mix(HOUSE, SAND, 0.3)
HOUSE_DARK = mix(mix(PLUM, BLUE, 0.5), INK, 0.35)
LAMP_LIGHT = mix(OCHRE, SAND, 0.5)
ASPHALT = mix(mix(BLUE, INK, 0.5), PLUM, 0.25)
LEAF = mix(GREEN, INK, 0.35)
LIT_SHOPS = ((-10, 0), (210, 1), (470, 0), (1010, 0), (1240, 0), (1240, 1))  # left edge of the house, which window
TAXI_AT: Point = (478.0, 872.0)


def draw(press: Press) -> None:
    sky(press)
    mountains(press)
    slope_of_houses(press)
    shops(press)
    pavement(press)
    for x, y in ((330, 752), (1262, 752)):
        lamp(press, x, y)
    for x, foot in ((150, 800), (1440, 806)):
        plane_tree(press, x, foot)
    taxi(press, TAXI_AT)
    foliage(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), DUSK)
    press.lay(rect(-10, -10, 1620, 640), mix(AFTERGLOW, DUSK, 0.25), grain(slope((0, 60), (0, 400), (0.0, 1.0))))
    press.lay(oval(1010, 158, 25), mix(PAPER, SAND, 0.3))
    press.lay(oval(1010, 158, 25), DUSK, grain(slope((1004, 150), (1034, 184), (0.0, 0.6))))


def mountains(press: Press) -> None:
    peaks = [
        (-10, 360),
        (90, 326),
        (150, 348),
        (330, 268),
        (392, 292),
        (470, 250),
        (540, 276),
        (704, 142),
        (862, 248),
        (926, 222),
        (1040, 296),
        (1250, 228),
        (1350, 292),
        (1410, 276),
        (1500, 330),
        (1610, 300),
    ]
    massif = poly(*peaks, (1610, 600), (-10, 600))
    press.lay(massif, ROCK)
    lit, cold = snowfields(press.rng, peaks, 92)
    press.lay(cold, SNOW_BLUE, clip=massif)
    press.lay(lit, ALPENGLOW, clip=massif)
    press.lay(massif, mix(ROCK, INK, 0.35), grain(slope((0, 250), (0, 420), (0.0, 0.35))))
    press.lay(massif, mix(PLUM, AFTERGLOW, 0.45), grain(slope((0, 330), (0, 520), (0.0, 0.85))))


def slope_of_houses(press: Press) -> None:
    for base, scale in ((430, 0.5), (486, 0.68), (556, 0.9), (640, 1.15)):
        x = press.rng.uniform(-80, -20)
        while x < 1620:
            wide, tall = press.rng.uniform(70, 140) * scale, press.rng.uniform(60, 112) * scale
            block(press, (x, base - tall, wide, 190 * scale + tall), scale)
            x += wide * press.rng.uniform(0.85, 1.06)


def block(press: Press, box: tuple[float, float, float, float], scale: float) -> None:
    """A flat-roofed house: lit front, dark side, a few windows, perhaps a water tank."""
    x, y, wide, tall = box
    tone = press.rng.uniform(0, 1)
    press.lay(rect(x, y, wide, tall), mix(HOUSE, HOUSE_LIGHT, tone))
    press.lay(rect(x + wide * 0.72, y, wide * 0.28, tall), mix(HOUSE_DARK, HOUSE, 0.25 * tone))
    press.lay(rect(x - 3 * scale, y - 6 * scale, wide + 6 * scale, 8 * scale), mix(HOUSE_LIGHT, AFTERGLOW, 0.35))
    if press.rng.random() < 0.4:
        press.lay(rounded((x + wide * 0.2, y - 22 * scale, 26 * scale, 17 * scale), 5 * scale), HOUSE_DARK)
    lit, dark = [], []
    for row in range(int(tall / (34 * scale))):
        for column in range(max(1, int(wide * 0.7 / (24 * scale)))):
            pane = rect(x + (9 + 24 * column) * scale, y + (14 + 32 * row) * scale, 12 * scale, 17 * scale)
            (lit if press.rng.random() < 0.3 else dark).append(pane)
    press.lay(join(*dark), HOUSE_DARK)
    press.lay(join(*lit), LAMP_LIGHT)


def shops(press: Press) -> None:
    edges = (-10, 210, 470, 742, 1010, 1240, 1610)
    walls = (
        mix(PLUM, SAND, 0.25),
        mix(BRICK, PLUM, 0.5),
        mix(BLUE, SAND, 0.28),
        mix(PLUM, SAND, 0.32),
        mix(BRICK, PLUM, 0.35),
        mix(BLUE, PLUM, 0.4),
    )
    heights = (562, 590, 552, 580, 548, 586)
    for left, right, wall, top in zip(edges, edges[1:], walls, heights, strict=False):
        press.lay(rect(left, top, right - left, 760 - top), wall)
        press.lay(
            rect(left, top, right - left, 760 - top), mix(wall, INK, 0.3), grain(slope((0, top), (0, 760), (0.6, 0.1)))
        )
        press.lay(rect(left - 4, top - 8, right - left + 8, 12), mix(wall, SAND, 0.4))
        wide = (right - left - 60) / 2
        for index in range(2):
            x = left + 24 + index * (wide + 12)
            if (left, index) in LIT_SHOPS:
                press.lay(rect(x, 640, wide, 118), LAMP_LIGHT)
                press.lay(
                    rect(x, 640, wide, 118),
                    mix(PAPER, SAND, 0.3),
                    grain(glow((x + wide / 2, 664), (6, 90), (0.9, 0.0))),
                )
                press.lay(
                    bars([((x + wide * 0.5, 640), (x + wide * 0.5, 758)), ((x, 706), (x + wide, 706))], 5),
                    mix(wall, INK, 0.5),
                )
            else:
                press.lay(rect(x, 640, wide, 118), mix(wall, INK, 0.55))
                press.lay(
                    bars([((x, 648 + 10 * n), (x + wide, 648 + 10 * n)) for n in range(11)], 2.5), mix(wall, INK, 0.25)
                )
            press.lay(
                poly((x - 6, 620), (x + wide + 6, 620), (x + wide + 12, 650), (x - 12, 650)),
                mix(wall, (GREEN, BRICK)[index], 0.75),
            )


def pavement(press: Press) -> None:
    press.lay(rect(-10, 756, 1620, 60), mix(HOUSE_LIGHT, SKY, 0.15))
    press.lay(rect(-10, 756, 1620, 60), LAMP_LIGHT, dry(glow((560, 750), (60, 420), (0.8, 0.0))))
    press.lay(rect(-10, 756, 1620, 60), LAMP_LIGHT, dry(glow((1180, 750), (60, 360), (0.8, 0.0))))
    press.lay(rect(-10, 796, 1620, 14), mix(BLUE, INK, 0.6))
    press.lay(rect(-10, 799, 1620, 5), mix(SKY, BLUE, 0.3), dry(even(0.6)))
    press.lay(rect(-10, 810, 1620, 13), mix(SAND, PLUM, 0.45))
    press.lay(rect(-10, 823, 1620, 200), ASPHALT)
    press.lay(rect(-10, 823, 1620, 200), mix(SKY, PLUM, 0.45), dry(slope((0, 820), (0, 1000), (0.4, 0.08))))
    beam = poly((TAXI_AT[0] + 4, 800), (TAXI_AT[0] - 360, 840), (TAXI_AT[0] - 380, 926), (TAXI_AT[0] - 20, 874))
    press.lay(beam, LAMP_LIGHT, dry(slope((TAXI_AT[0], 0), (TAXI_AT[0] - 380, 0), (0.85, 0.05))))
    press.lay(
        bars([((x, 936), (x + 120, 936)) for x in (-40, 230, 500, 770, 1040, 1310, 1580)], 9),
        mix(PAPER, SAND, 0.4),
        dry(even(0.8)),
    )


def lamp(press: Press, x: float, foot: float) -> None:
    head = (x + 46, foot - 292)
    press.lay(oval(*head, 96), LAMP_LIGHT, grain(glow(head, (14, 96), (0.8, 0.0))))
    press.lay(
        join(
            brush([(x, foot), (x, foot - 150), (x, foot - 260)], [13, 9, 7]),
            line([(x, foot - 255), (x + 6, foot - 300), (x + 44, foot - 306)], 6),
        ),
        INK,
    )
    press.lay(smooth([(head[0] - 24, head[1] - 4, 1), (head[0], head[1] - 20), (head[0] + 24, head[1] - 4, 1)]), INK)
    press.lay(oval(head[0], head[1] + 2, 19, 12), PAPER)


def plane_tree(press: Press, x: float, foot: float) -> None:
    bark = mix(mix(SAND, PLUM, 0.35), BLUE, 0.15)
    trunk = join(
        brush([(x, foot), (x + 4, 640), (x - 6, 480), (x + 8, 330)], [96, 60, 54, 44]),
        brush([(x, 470), (x + 60, 360), (x + 130, 250), (x + 170, 160)], [40, 32, 24, 16]),
        brush([(x - 4, 440), (x - 60, 330), (x - 120, 250)], [36, 28, 16]),
        brush([(x + 6, 350), (x + 4, 250), (x + 40, 130)], [38, 26, 14]),
    )
    press.lay(trunk, bark)
    flakes = []
    for _ in range(34):
        fx, fy, size = x + press.rng.uniform(-34, 34), press.rng.uniform(290, foot), press.rng.uniform(8, 20)
        flakes.append(
            smooth(
                [
                    (fx - size * 0.6, fy - size),
                    (fx + size * 0.5, fy - size * 1.3),
                    (fx + size * 0.7, fy + size * 0.6),
                    (fx - size * 0.2, fy + size * 1.4),
                    (fx - size * 0.8, fy + size * 0.4),
                ]
            )
        )
    press.lay(join(*flakes[::2]), mix(bark, PAPER, 0.4), clip=trunk)
    press.lay(join(*flakes[1::2]), mix(bark, GREEN, 0.6), clip=trunk)
    press.lay(
        trunk,
        mix(PLUM, INK, 0.5),
        grain(slope((x + 40, 0), (x - 34, 0), (0.0, 0.8)) if x > 800 else slope((x - 40, 0), (x + 34, 0), (0.0, 0.8))),
    )


def foliage(press: Press) -> None:
    """The leaves overhead, darkest in front."""
    for tone, count, reach in ((mix(LEAF, BLUE, 0.3), 130, 250), (LEAF, 150, 205), (mix(LEAF, INK, 0.4), 110, 150)):
        leaves = []
        for _ in range(count):
            x = press.rng.uniform(-30, 1630)
            edge = abs(x - 800) / 800
            y = press.rng.uniform(-30, reach) * (0.12 + 1.45 * edge**2.2)
            leaves.append(placed(plane_leaf(), (x, y), press.rng.uniform(0.8, 1.3), press.rng.uniform(0, 360)))
        press.lay(join(*leaves), tone)


def plane_leaf() -> skia.Path:
    return poly(
        (0, 26),
        (-10, 14),
        (-28, 18),
        (-20, 4),
        (-30, -8),
        (-14, -8),
        (-10, -26),
        (0, -16),
        (10, -26),
        (14, -8),
        (30, -8),
        (20, 4),
        (28, 18),
        (10, 14),
    )
