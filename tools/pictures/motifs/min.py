"""A wheelbarrow with gravel on a road under construction, terraced hills in the mist: soft light after rain."""

from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, ground, join, line, oval, placed, poly, rect, smooth, stroked
from pictures.textures import dry, even, slope

AIR = mix(mix(SKY, BLUE, 0.1), SAND, 0.1)
MIST = mix(PAPER, SKY, 0.35)
RICE = mix(mix(GREEN, OCHRE, 0.58), SAND, 0.12)
LEAF = mix(GREEN, SKY, 0.14)
DEEP = mix(GREEN, INK, 0.3)
CLAY = mix(mix(BRICK, OCHRE, 0.35), SAND, 0.35)
STONE = mix(mix(BLUE, SKY, 0.55), SAND, 0.3)
BARROW: Point = (770.0, 850.0)


def draw(press: Press) -> None:
    sky(press)
    hills(press)
    terraces(press)
    road(press)
    stones(press)
    barrow(press)
    grasses(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 700), AIR)
    for x, y, long, thick in ((300, 90, 900, 80), (1250, 150, 1000, 90), (620, 210, 800, 50)):
        bank = smooth(
            [
                (x - long / 2, y),
                (x - long / 5, y - thick * 0.6),
                (x + long / 6, y - thick * 0.4),
                (x + long / 2, y - 6),
                (x + long / 5, y + thick * 0.3),
                (x - long / 4, y + thick * 0.25),
            ]
        )
        press.lay(bank, mix(AIR, BLUE, 0.17))
    for reach, share in ((170.0, 0.35), (112.0, 0.5)):
        press.lay(oval(1190, 150, reach), mix(SAND, PAPER, 0.5), veil(share))
    press.lay(oval(1190, 150, 60), PAPER)
    flight = [
        brush([(x - 20, y - 8), (x, y + 2), (x + 20, y - 9)], [1, 6, 1])
        for x, y in ((420, 250), (480, 226), (530, 262))
    ]
    press.lay(join(*flight), mix(BLUE, INK, 0.3))


def hills(press: Press) -> None:
    for points, colour in (
        ([(-10, 330), (220, 210), (470, 320), (760, 190), (1040, 310), (1330, 220), (1610, 300)], mix(AIR, BLUE, 0.25)),
        (
            [(-10, 410), (300, 330), (600, 420), (980, 340), (1320, 400), (1610, 330)],
            mix(mix(BLUE, GREEN, 0.5), AIR, 0.5),
        ),
    ):
        press.lay(ground(points), colour)
    for points in (
        [(-40, 420), (260, 396), (520, 424), (300, 452)],
        [(560, 400), (900, 372), (1300, 404), (940, 440)],
        [(1180, 350), (1420, 330), (1660, 356), (1400, 384)],
    ):
        press.lay(smooth(points), MIST, veil(0.85))


def terraces(press: Press) -> None:
    """Curved steps up a hillside on the right and a lower one on the left; water stands in a few."""
    slopes = (
        ((1610.0, 430.0), (420.0, 700.0), 11, 0),
        ((-10.0, 520.0), (760.0, 720.0), 7, 1),
    )
    for (top_x, top_y), (foot_x, foot_y), count, flip in slopes:
        for n in range(count):
            share = n / count
            rise = top_y + (foot_y + 60 - top_y) * share
            end = top_x + (foot_x - top_x) * (0.35 + 0.65 * share)
            swell = 46 * (1 - share) + 10
            near = 1610.0 if top_x > 800 else -10.0
            points: list[Point] = [
                (near, rise),
                (near + (end - near) * 0.3, rise - swell * 0.3),
                (near + (end - near) * 0.62, rise + swell * 0.2),
                (end, rise + swell),
            ]
            ordered = points if near < 0 else points[::-1]
            step = ground(ordered, 800)
            press.lay(step, (DEEP, mix(DEEP, LEAF, 0.5))[n % 2])
            press.lay(ground([(x, y + 15) for x, y in ordered], 800), RICE if (n + flip) % 4 else mix(SKY, PAPER, 0.4))
            tufts = [
                bars([((x, y), (x, y + 10))], 3)
                for x, y in zip(
                    press.rng.uniform(min(near, end), max(near, end), 30),
                    press.rng.uniform(rise + 18, rise + 34, 30),
                    strict=True,
                )
            ]
            if (n + flip) % 4:
                press.lay(join(*tufts), LEAF, clip=step)
    press.lay(smooth([(300, 560), (620, 520), (980, 560), (1180, 600), (800, 640), (420, 620)]), MIST, veil(0.7))
    house(press, (1280, 520), 1.0)
    house(press, (230, 600), 0.85)


def house(press: Press, at: Point, size: float) -> None:
    x, y = at

    press.lay(placed(rect(-46, -54, 92, 56), (x, y), size), mix(BRICK, SAND, 0.35))
    press.lay(placed(rect(-46, -20, 92, 22), (x, y), size), mix(PAPER, SAND, 0.3))
    press.lay(placed(poly((-62, -50), (-40, -94), (40, -94), (62, -50)), (x, y), size), mix(BLUE, INK, 0.2))
    press.lay(placed(join(rect(-28, -44, 14, 18), rect(14, -44, 14, 18)), (x, y), size), INK)
    trees = [oval(70, -22, 26, 32), oval(96, -10, 20, 24), oval(-74, -14, 22, 26)]
    press.lay(placed(join(*trees), (x, y), size), DEEP)


def road(press: Press) -> None:
    """It comes from behind the hill and is open clay and gravel in front of us."""
    bed = smooth(
        [
            (1010, 640, 1),
            (900, 668),
            (620, 700),
            (260, 790),
            (-20, 900, 1),
            (-20, 1020, 1),
            (1620, 1020, 1),
            (1620, 820, 1),
            (1380, 760),
            (1170, 706),
            (1120, 660),
            (1060, 640, 1),
        ]
    )
    press.lay(bed, CLAY)
    press.lay(bed, mix(CLAY, PLUM, 0.4), dry(slope((700, 700), (1100, 1010), (0.05, 0.62))))
    gravel = smooth(
        [
            (1020, 644, 1),
            (940, 672),
            (760, 716),
            (520, 800),
            (300, 1020, 1),
            (1340, 1020, 1),
            (1220, 800),
            (1090, 700),
            (1056, 644, 1),
        ]
    )
    press.lay(gravel, mix(STONE, SAND, 0.35))
    chips = []
    for share in press.rng.uniform(0, 1, 420) ** 0.7:
        y = 660 + 350 * share
        half = 30 + 480 * share
        chips.append(oval(930 - 110 * share + press.rng.uniform(-half, half), y, 2 + 7 * share, 1.4 + 4 * share))
    press.lay(join(*chips[::2]), mix(STONE, PLUM, 0.4), clip=gravel)
    press.lay(join(*chips[1::2]), mix(PAPER, STONE, 0.3), clip=gravel)
    puddle = smooth([(1130, 930), (1240, 906), (1400, 916), (1450, 944), (1330, 966), (1180, 960)])
    press.lay(puddle, AIR)
    press.lay(puddle, mix(AIR, BLUE, 0.25), dry(slope((0, 900), (0, 970), (0.6, 0.0))), puddle)


def stones(press: Press) -> None:
    """A low retaining wall on the right, a heap of broken stone on the left."""
    for row in range(4):
        for n in range(9):
            x = 1204 + 52 * n + 22 * (row % 2)
            y = 846 - 40 * row - (n * 13) + 70
            if n * 52 < 30 * row:
                continue
            block = smooth(
                [(x - 24, y - 12), (x, y - 18), (x + 24, y - 14), (x + 26, y + 8), (x + 2, y + 17), (x - 25, y + 12)]
            )
            two_tone(
                press,
                block,
                ((STONE, mix(STONE, PLUM, 0.3), mix(STONE, SAND, 0.4))[(n + 2 * row) % 3], mix(BLUE, INK, 0.4)),
                fade((x, y - 4), (x + 30, y + 24), 0.8),
            )
    for x, y, size in (
        (150, 880, 1.2),
        (236, 892, 1.4),
        (330, 890, 1.1),
        (194, 838, 1.1),
        (282, 840, 1.0),
        (236, 796, 0.9),
    ):
        rock = smooth(
            [
                (x - 44 * size, y + 6 * size),
                (x - 24 * size, y - 28 * size),
                (x + 16 * size, y - 32 * size),
                (x + 44 * size, y - 4 * size),
                (x + 30 * size, y + 24 * size),
                (x - 26 * size, y + 24 * size),
            ]
        )
        two_tone(press, rock, (STONE, mix(BLUE, INK, 0.35)), fade((x, y - 10), (x + 40 * size, y + 40 * size), 0.85))
        press.lay(
            brush(
                [(x - 26 * size, y - 20 * size), (x - 4 * size, y - 28 * size), (x + 16 * size, y - 26 * size)],
                [1, 6, 1],
            ),
            PAPER,
        )


def barrow(press: Press) -> None:
    x, y = BARROW
    press.glaze(oval(x + 20, y + 6, 280, 22), mix(PLUM, BLUE, 0.3), dry(even(0.92)))
    press.lay(
        line([(x - 150, y - 84), (x + 60, y - 96), (x + 180, y - 128), (x + 292, y - 150)], 15), mix(BRICK, PLUM, 0.3)
    )
    press.lay(line([(x + 236, y - 141), (x + 296, y - 151)], 24), INK)
    press.lay(
        bars(
            [
                ((x + 96, y - 108), (x + 128, y + 4)),
                ((x + 60, y - 100), (x + 116, y - 40)),
                ((x - 150, y - 78), (x - 60, y - 110)),
            ],
            11,
        ),
        mix(BLUE, INK, 0.5),
    )
    heap = smooth(
        [(x - 156, y - 204, 1), (x - 90, y - 246), (x - 10, y - 268), (x + 60, y - 244), (x + 122, y - 206, 1)]
    )
    two_tone(press, heap, (STONE, mix(PAPER, STONE, 0.2)), fade((x + 30, y - 210), (x - 60, y - 262)))
    press.lay(
        join(
            *[
                oval(a, b, 7, 5)
                for a, b in zip(
                    press.rng.uniform(x - 120, x + 90, 26), press.rng.uniform(y - 240, y - 206, 26), strict=True
                )
            ]
        ),
        mix(STONE, PLUM, 0.45),
        clip=heap,
    )
    press.lay(bars([((x + 26, y - 240), (x + 182, y - 420))], 12), mix(OCHRE, SAND, 0.3))
    press.lay(
        placed(stroked(smooth([(-22, 0), (0, -34), (22, 0)]), 10), (x + 190, y - 424), 1.0, 40), mix(OCHRE, PLUM, 0.3)
    )
    tray = smooth([(x - 186, y - 210, 1), (x + 146, y - 210, 1), (x + 84, y - 106, 1), (x - 96, y - 92, 1)])
    two_tone(press, tray, (mix(GREEN, BLUE, 0.35), mix(BLUE, INK, 0.4)), fade((x - 60, y - 190), (x + 120, y - 90)))
    press.lay(tray, mix(SKY, GREEN, 0.3), fade((x - 120, y - 170), (x - 190, y - 220)))
    press.lay(rect(x - 190, y - 216, 340, 12), mix(GREEN, SKY, 0.45))
    wheel = (x - 160, y - 58)
    press.lay(stroked(oval(*wheel, 48), 22), INK)
    press.lay(oval(*wheel, 36), mix(BRICK, OCHRE, 0.3))
    press.lay(join(*[placed(rect(-34, -3, 68, 6), wheel, 1.0, 45.0 * n) for n in range(4)]), INK)
    press.lay(oval(*wheel, 9), PAPER)


def grasses(press: Press) -> None:
    blades = []
    for x in [*press.rng.uniform(-10, 420, 44), *press.rng.uniform(1400, 1620, 26)]:
        tall, lean = press.rng.uniform(50, 120), press.rng.uniform(-26, 26)
        blades.append(brush([(x, 1012), (x + lean * 0.3, 1012 - tall * 0.6), (x + lean, 1012 - tall)], [9, 7, 1]))
    press.lay(join(*blades[::2]), DEEP)
    press.lay(join(*blades[1::2]), mix(LEAF, RICE, 0.4))
