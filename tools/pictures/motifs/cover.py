"""A road home: through fields to a village under the mountains, the sun just up, birds on the way."""

import math

from pictures.mountains import snowfields
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, Ink, mix
from pictures.press import Press
from pictures.shapes import Point, brush, ground, join, line, oval, placed, poly, rect, smooth
from pictures.textures import dry, even, glow, grain, hatch, slope
from pictures.village import village

HIGH = mix(SKY, BLUE, 0.14)
DAWN = mix(SAND, PAPER, 0.45)
SUN: Point = (960.0, 452.0)
FAR = mix(mix(BLUE, PLUM, 0.25), SKY, 0.58)
RANGE = mix(mix(BLUE, PLUM, 0.2), SKY, 0.3)
FOOT = mix(mix(GREEN, BLUE, 0.45), SKY, 0.25)
CORN = mix(OCHRE, SAND, 0.42)
STUBBLE = mix(SAND, PAPER, 0.2)
MEADOW = mix(mix(GREEN, OCHRE, 0.32), SKY, 0.12)
DEEP = mix(GREEN, INK, 0.22)
EARTH = mix(mix(BRICK, PLUM, 0.4), SAND, 0.3)
ROAD = mix(PAPER, SAND, 0.28)
COURSE = (
    (560, 1015, 350),
    (700, 930, 236),
    (908, 862, 150),
    (930, 806, 100),
    (800, 762, 70),
    (664, 726, 50),
    (640, 696, 36),
    (716, 668, 25),
    (806, 644, 17),
    (838, 622, 11),
)


def draw(press: Press) -> None:
    sky(press)
    mountains(press)
    fields(press)
    village(press)
    road(press)
    wayside(press)
    birds(press)


def sky(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), HIGH)
    press.lay(rect(-10, -10, 1620, 640), DAWN, grain(slope((0, 60), (0, 460))))
    press.lay(rect(-10, -10, 1620, 630), mix(OCHRE, SAND, 0.55), grain(glow(SUN, (70, 440), (0.8, 0.0))))
    press.lay(oval(*SUN, 92), PAPER)
    for x, y, length, thick in ((1260, 356, 620, 14), (480, 392, 520, 12), (1010, 300, 380, 9)):
        streak = brush(
            [(x - length / 2, y), (x - length / 5, y - thick * 0.4), (x + length / 5, y), (x + length / 2, y - 4)],
            [1, thick, thick * 0.8, 1],
        )
        press.lay(streak, mix(PAPER, SAND, 0.2), dry(even(0.9)))


def mountains(press: Press) -> None:
    press.lay(
        poly(
            (-10, 470),
            (110, 424),
            (220, 450),
            (370, 372),
            (450, 410),
            (560, 366),
            (690, 440),
            (800, 462),
            (930, 492),
            (1080, 470),
            (1220, 400),
            (1300, 432),
            (1430, 352),
            (1520, 400),
            (1610, 372),
            (1610, 620),
            (-10, 620),
        ),
        FAR,
    )
    skyline = [
        (-10, 430),
        (60, 372),
        (150, 440),
        (250, 412),
        (360, 476),
        (480, 452),
        (600, 516),
        (740, 540),
        (900, 548),
        (1060, 536),
        (1180, 484),
        (1270, 508),
        (1390, 440),
        (1470, 474),
        (1590, 404),
        (1640, 440),
    ]
    ridge = poly(*skyline, (1640, 640), (-10, 640))
    press.lay(ridge, RANGE)
    left, right = snowfields(press.rng, skyline, 48)
    press.lay(left, PAPER, clip=poly((800, 300), (1640, 300), (1640, 640), (800, 640)))
    press.lay(right, PAPER, clip=poly((-10, 300), (800, 300), (800, 640), (-10, 640)))
    press.lay(ridge, mix(DAWN, RANGE, 0.45), grain(slope((0, 450), (0, 560), (0.0, 1.0))))
    foot = ground([(-10, 540), (180, 560), (420, 584), (700, 596), (1000, 590), (1250, 560), (1460, 540), (1610, 520)])
    press.lay(foot, FOOT)
    press.lay(foot, mix(FOOT, SAND, 0.6), grain(slope((960, 560), (500, 640), (0.6, 0.0))))


def fields(press: Press) -> None:
    plain = ground([(-10, 620), (400, 612), (840, 616), (1250, 606), (1610, 600)])
    press.lay(plain, MEADOW)
    strips: tuple[tuple[list[tuple[float, ...]], Ink, Ink, float], ...] = (
        ([(-10, 634, 1), (300, 626), (620, 634, 1), (540, 668), (-10, 690, 1)], CORN, EARTH, 4),
        (
            [(880, 632, 1), (1250, 620), (1610, 612, 1), (1610, 662, 1), (1250, 668), (850, 664, 1)],
            STUBBLE, CORN, -4,
        ),
        ([(-10, 704, 1), (350, 686), (590, 676, 1), (600, 744), (420, 776), (-10, 812, 1)], STUBBLE, CORN, -11),
        ([(800, 690, 1), (1200, 682), (1610, 680, 1), (1610, 766, 1), (1250, 758), (900, 748, 1)], CORN, EARTH, 9),
        (
            [(-10, 834, 1), (380, 792), (690, 766, 1), (830, 812), (790, 868), (480, 940), (-10, 1015, 1)],
            CORN, EARTH, -24,
        ),
        (
            [
                (1030, 778, 1), (1300, 776), (1610, 790, 1), (1610, 1015, 1), (900, 1015, 1), (860, 960), (1030, 880),
            ],
            MEADOW, DEEP, 28,
        ),
    )  # fmt: skip
    for rim, colour, rows, angle in strips:
        shape = smooth(rim)
        press.lay(shape, colour)
        box = shape.computeTightBounds()
        pitch = 9 + (box.centerY() - 620) * 0.06
        press.lay(
            shape,
            rows,
            hatch(slope(SUN, (SUN[0] + (500 if box.centerX() > 800 else -700), 1000), (0.22, 0.46)), pitch, angle),
        )
    press.lay(plain, mix(PAPER, SAND, 0.3), grain(slope((0, 612), (0, 680), (0.4, 0.0))))


def road(press: Press) -> None:
    left = [(x - wide / 2, y) for x, y, wide in COURSE]
    right = [(x + wide / 2, y) for x, y, wide in COURSE]
    lane = smooth([*left, *reversed(right)])
    press.lay(
        smooth(
            [
                *[(x - wide * 0.58 - 2, y + 2) for x, y, wide in COURSE],
                *[(x + wide * 0.56 + 2, y + 2) for x, y, wide in reversed(COURSE)],
            ]
        ),
        mix(MEADOW, INK, 0.2),
    )
    press.lay(lane, ROAD)
    press.lay(lane, mix(EARTH, SAND, 0.35), dry(slope((0, 700), (0, 1010), (0.05, 0.5))))
    for share in (-0.2, 0.2):
        rut = [(x + wide * share, y) for x, y, wide in COURSE[:7]]
        press.lay(brush(rut, [wide * 0.09 for _, _, wide in COURSE[:7]]), mix(EARTH, SAND, 0.35), dry(even(0.8)))


def wayside(press: Press) -> None:
    posts = ((1180, 1000, 120), (1130, 934, 88), (1084, 884, 64), (1058, 846, 48), (1040, 816, 36), (1002, 792, 27))
    shadows = [
        brush([(x, y), (x + 40 * tall / 100, y + 26 * tall / 100)], [tall * 0.1, tall * 0.04]) for x, y, tall in posts
    ]
    press.glaze(join(*shadows), mix(PLUM, SKY, 0.35))
    press.lay(
        join(*[brush([(x, y), (x + 2, y - tall)], [tall * 0.12, tall * 0.1]) for x, y, tall in posts]),
        mix(PLUM, INK, 0.5),
    )
    for up in (0.86, 0.5):
        press.lay(line([(x, y - tall * up) for x, y, tall in posts], 3.4), mix(PLUM, INK, 0.5))
    tree(press)
    blades = []
    for _ in range(150):
        x = press.rng.uniform(-10, 330) if press.rng.random() < 0.55 else press.rng.uniform(1180, 1610)
        tall, lean = press.rng.uniform(30, 84), press.rng.uniform(-20, 20)
        blades.append(brush([(x, 1010), (x + lean * 0.3, 1010 - tall * 0.6), (x + lean, 1010 - tall)], [7, 5, 1]))
    press.lay(join(*blades), DEEP)
    press.lay(
        join(
            *[
                oval(x, y, 6)
                for x, y in zip(press.rng.uniform(0, 320, 16), press.rng.uniform(920, 985, 16), strict=True)
            ]
        ),
        BRICK,
    )


def tree(press: Press) -> None:
    """An old walnut on the left; the light catches its right side."""
    x, y = 205.0, 880.0
    press.glaze(
        smooth(
            [(x - 10, y - 8), (x + 30, y), (x - 40, y + 44), (x - 190, y + 80), (x - 260, y + 60), (x - 120, y + 20)]
        ),
        mix(PLUM, SKY, 0.3),
        dry(even(0.9)),
    )
    press.lay(
        join(
            brush([(x, y + 6), (x + 4, y - 80), (x - 4, y - 180)], [44, 24, 18]),
            brush([(x, y - 120), (x + 50, y - 190)], [16, 10]),
            brush([(x, y - 100), (x - 56, y - 180)], [16, 10]),
        ),
        mix(PLUM, INK, 0.5),
    )
    for dx, dy, size in (
        (-88, -186, 72),
        (84, -190, 70),
        (-10, -214, 100),
        (-60, -268, 66),
        (44, -280, 72),
        (-120, -236, 44),
        (118, -240, 46),
        (0, -330, 46),
    ):
        rim = [step * math.tau / 22 for step in range(22)]
        reach = [size * press.rng.uniform(0.84, 1.1) for _ in rim]
        leaves = smooth(
            [(x + dx + r * math.cos(a), y + dy + r * 0.8 * math.sin(a)) for a, r in zip(rim, reach, strict=True)]
        )
        press.lay(leaves, DEEP)
        press.lay(
            leaves,
            mix(OCHRE, GREEN, 0.3),
            grain(slope((x + dx + size, y + dy - size * 0.5), (x + dx - size * 0.1, y + dy + size * 0.3), (0.8, 0.0))),
        )


def birds(press: Press) -> None:
    flock = (
        (516, 214, 1.0),
        (566, 192, 0.9),
        (612, 176, 0.82),
        (660, 160, 0.78),
        (478, 186, 0.9),
        (440, 162, 0.8),
        (404, 142, 0.75),
        (720, 250, 0.6),
    )
    wings = [
        placed(
            smooth([(-40, -14, 1), (-18, -15), (0, 2), (19, -17), (42, -19, 1), (21, -8), (2, 11), (-17, -6)]),
            (x, y),
            size,
            -6,
        )
        for x, y, size in flock
    ]
    press.lay(join(*wings), mix(PLUM, INK, 0.5))
