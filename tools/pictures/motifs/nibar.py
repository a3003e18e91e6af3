"""Cars in a row before a dealer's low hall, green spring hills and snow behind: morning light from the left."""

import itertools

from pictures.lighting import fade, two_tone
from pictures.motorcars import from_front
from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, brush, ground, join, line, oval, poly, rect, smooth
from pictures.textures import dry, even, hatch, slope

AIR = mix(SKY, PAPER, 0.25)
RANGE = mix(mix(BLUE, PLUM, 0.25), SKY, 0.45)
SPRING = mix(mix(GREEN, OCHRE, 0.42), SAND, 0.2)
FRESH = mix(mix(GREEN, OCHRE, 0.55), PAPER, 0.3)
GRAVEL = mix(mix(SAND, PLUM, 0.18), PAPER, 0.25)


def draw(press: Press) -> None:
    sky(press)
    hills(press)
    hall(press)
    yard(press)
    lamps(press)
    for x, scale, colour in ((520.0, 0.47, OCHRE), (800.0, 0.55, mix(BLUE, SKY, 0.2)), (1112.0, 0.63, BRICK)):
        from_front(press, (x, 742 + (scale - 0.47) * 260), scale, (colour, mix(colour, PAPER, 0.6)))
    for x, scale, colour in ((270.0, 0.4, mix(PAPER, SAND, 0.4)), (1470.0, 0.72, mix(GREEN, INK, 0.15))):
        from_front(press, (x, 742 + (scale - 0.47) * 260), scale, (colour, mix(colour, PAPER, 0.55)))
    poppies(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 620), AIR)
    press.lay(rect(-10, -10, 1620, 620), mix(SKY, BLUE, 0.28), fade((0, 250), (0, -40)))
    for x, y, size in ((330, 130, 1.2), (1060, 92, 1.6), (1500, 196, 0.9)):
        cloud = smooth(
            [
                (x - 170 * size, y + 30 * size, 1),
                (x - 110 * size, y - 6 * size),
                (x - 60 * size, y - 34 * size),
                (x, y - 30 * size),
                (x + 40 * size, y - 58 * size),
                (x + 96 * size, y - 22 * size),
                (x + 170 * size, y + 30 * size, 1),
            ]
        )
        two_tone(
            press,
            cloud,
            (PAPER, mix(SKY, PLUM, 0.2)),
            fade((x - 20 * size, y - 10 * size), (x + 90 * size, y + 36 * size)),
        )


def hills(press: Press) -> None:
    peaks = [
        (-10.0, 380.0),
        (120, 320),
        (200, 352),
        (340, 246),
        (450, 330),
        (560, 290),
        (650, 342),
        (820, 214),
        (960, 318),
    ]
    peaks += [(1060, 270), (1180, 340), (1320, 262), (1440, 336), (1540, 292), (1610, 330)]
    massif = poly(*peaks, (1610, 560), (-10, 560))
    press.lay(massif, RANGE)
    lit, shaded = snowfields(press.rng, peaks, 74)
    press.lay(lit, PAPER, clip=massif)
    press.lay(shaded, mix(SKY, BLUE, 0.22), clip=massif)
    back = ground([(-10, 470), (200, 412), (420, 452), (700, 396), (980, 448), (1260, 400), (1610, 456)])
    two_tone(
        press,
        back,
        (mix(SPRING, SKY, 0.3), mix(GREEN, BLUE, 0.3)),
        hatch(slope((500, 0), (1700, 0), (0.1, 0.5)), 22, 24),
    )
    near = ground([(-10, 520), (300, 500), (620, 470), (1000, 512), (1300, 478), (1610, 500)])
    two_tone(press, near, (SPRING, mix(GREEN, INK, 0.05)), hatch(slope((300, 0), (1700, 0), (0.05, 0.5)), 26, -12))
    trees = [
        oval(x, y - 14, 17 * s, 22 * s)
        for x, y, s in (
            (90, 512, 1.1),
            (132, 516, 0.8),
            (360, 500, 0.9),
            (1400, 496, 1.2),
            (1436, 500, 0.9),
            (1474, 502, 1.1),
            (1210, 500, 0.8),
        )
    ]
    press.lay(join(*trees), mix(GREEN, INK, 0.15))


def hall(press: Press) -> None:
    x, y, wide, tall = 420.0, 452.0, 640.0, 170.0
    front = rect(x, y, wide, tall)
    press.lay(front, mix(PAPER, SAND, 0.35))
    press.lay(rect(x - 20, y - 30, wide + 40, 40), BRICK)
    press.lay(rect(x - 20, y + 10, wide + 40, 10), mix(BRICK, INK, 0.5))
    for n in range(4):
        pane = rect(x + 26 + 128 * n, y + 42, 112, 116)
        two_tone(
            press,
            pane,
            (mix(BLUE, INK, 0.2), mix(SKY, BLUE, 0.3)),
            fade((x + 100 + 128 * n, y + 150), (x + 30 + 128 * n, y + 40)),
        )
        press.lay(
            poly(
                (x + 40 + 128 * n, y + 158),
                (x + 92 + 128 * n, y + 42),
                (x + 112 + 128 * n, y + 42),
                (x + 60 + 128 * n, y + 158),
            ),
            AIR,
            clip=pane,
        )
    press.lay(rect(x + 552, y + 52, 62, 118), mix(GREEN, INK, 0.2))
    press.glaze(rect(x, y + 20, wide, 18), mix(SAND, PLUM, 0.3))


def yard(press: Press) -> None:
    lot = ground([(-10, 628), (500, 620), (1100, 620), (1610, 632)])
    press.lay(lot, GRAVEL)
    press.lay(lot, mix(SAND, PLUM, 0.35), dry(slope((0, 620), (0, 900), (0.0, 0.55))))
    press.lay(poly((420, 622), (1060, 622), (1180, 664), (520, 664)), mix(SAND, PLUM, 0.4), dry(even(0.9)))
    verge = ground([(-10, 868), (300, 884), (760, 872), (1200, 896), (1610, 880)])
    two_tone(press, verge, (mix(GREEN, INK, 0.05), mix(GREEN, INK, 0.4)), dry(slope((0, 880), (0, 1010), (0.1, 0.9))))


def lamps(press: Press) -> None:
    """Bulbs on a wire from post to post."""
    posts: tuple[tuple[Point, float], ...] = (((120, 700), 260), ((690, 690), 250), ((1290, 760), 380))
    for (x, y), tall in posts:
        press.lay(rect(x - 6, y - tall, 12, tall), mix(BLUE, INK, 0.3))
    ends = [(-20.0, 452.0)] + [(x, y - tall) for (x, y), tall in posts] + [(1620.0, 360.0)]
    for (ax, ay), (bx, by) in itertools.pairwise(ends):
        dip = [
            (ax + (bx - ax) * t / 8, ay + (by - ay) * t / 8 + 0.1 * (bx - ax) * (1 - (t / 4 - 1) ** 2))
            for t in range(9)
        ]
        press.lay(line(dip, 3.5), INK)
        press.lay(join(*[oval(x, y + 11, 8, 10) for x, y in dip[1:-1]]), OCHRE)
        press.lay(join(*[oval(x - 2, y + 8, 3, 4) for x, y in dip[1:-1]]), PAPER)


def poppies(press: Press) -> None:
    blades, heads, hearts = [], [], []
    for x in press.rng.uniform(-10, 1610, 190):
        foot = press.rng.uniform(900, 1010)
        tall = press.rng.uniform(28, 74)
        lean = press.rng.uniform(-16, 16)
        blades.append(brush([(x, foot), (x + lean * 0.4, foot - tall * 0.6), (x + lean, foot - tall)], [6, 5, 1]))
    for _ in range(34):
        x, y = press.rng.uniform(0, 1600), press.rng.uniform(872, 984)
        size = 8 + (y - 860) * 0.09
        blades.append(brush([(x, y + size * 4), (x, y)], [3, 3]))
        heads.append(
            smooth(
                [
                    (x - size, y - size * 0.5),
                    (x, y - size * 0.7),
                    (x + size, y - size * 0.5),
                    (x + size * 0.7, y + size * 0.6),
                    (x - size * 0.7, y + size * 0.6),
                ]
            )
        )
        hearts.append(oval(x, y + size * 0.1, size * 0.28))
    press.lay(join(*blades[::2]), FRESH)
    press.lay(join(*blades[1::2]), mix(GREEN, OCHRE, 0.3))
    press.lay(join(*heads), mix(BRICK, OCHRE, 0.22))
    press.lay(join(*hearts), INK)
