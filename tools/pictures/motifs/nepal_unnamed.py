"""Clear bottles and a rolled plan on a rock before a waterfall: green shade, one patch of sun on the water."""

import skia

from pictures.lighting import fade, two_tone, veil
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, join, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, hatch, slope

GORGE = mix(mix(GREEN, BLUE, 0.3), INK, 0.45)
MOSS = mix(mix(GREEN, OCHRE, 0.35), INK, 0.08)
SUNLIT = mix(mix(GREEN, OCHRE, 0.55), SAND, 0.4)
ROCK = mix(mix(BLUE, GREEN, 0.3), SKY, 0.2)
WATER = mix(SKY, PAPER, 0.45)
POOL = mix(mix(GREEN, BLUE, 0.5), SKY, 0.32)
SLAB = mix(mix(SAND, BLUE, 0.32), PLUM, 0.1)
TOP = 826.0


def draw(press: Press) -> None:
    gorge(press)
    fall(press)
    cliffs(press)
    pool(press)
    ferns(press)
    slab(press)
    bottles(press)
    plan(press)


def gorge(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 1020), GORGE)
    gap = smooth([(520, -20, 1), (1130, -20, 1), (1090, 120), (1000, 260), (620, 260), (560, 100)])
    press.lay(gap, mix(SUNLIT, PAPER, 0.45))
    for x, y, size in (
        (560, 60, 1.0),
        (650, 130, 0.9),
        (1060, 80, 1.1),
        (990, 150, 0.9),
        (600, 190, 0.8),
        (1100, 170, 0.8),
    ):
        crown = join(
            *[
                oval(x + dx * size, y + dy * size, 58 * size, 46 * size)
                for dx, dy in ((0, 0), (-48, 22), (44, 26), (0, 40))
            ]
        )
        two_tone(press, crown, (MOSS, SUNLIT), fade((x, y + 30 * size), (x + 10, y - 44 * size), 0.8))


def fall(press: Press) -> None:
    cliff = smooth([(560, 200, 1), (700, 220), (780, 200), (900, 214), (1080, 190, 1), (1120, 700, 1), (520, 700, 1)])
    two_tone(press, cliff, (ROCK, mix(GORGE, BLUE, 0.3)), hatch(slope((800, 0), (1180, 0), (0.1, 0.55)), 34, 78))
    stream = smooth(
        [(748, 200, 1), (880, 204, 1), (878, 320), (902, 400), (924, 660, 1), (690, 660, 1), (716, 420), (742, 330)]
    )
    press.lay(stream, WATER)
    strands = []
    for x in press.rng.uniform(756, 872, 34):
        start, long = press.rng.uniform(205, 520), press.rng.uniform(70, 200)
        drift = (x - 812) * 0.55
        strands.append(
            brush(
                [
                    (x + drift * (start - 200) / 460, start),
                    (x + drift * (start + long / 2 - 200) / 460, start + long / 2),
                    (x + drift * (start + long - 200) / 460, min(658, start + long)),
                ],
                [1, 7, 2],
            )
        )
    press.lay(join(*strands[::2]), mix(SKY, BLUE, 0.35), clip=stream)
    press.lay(join(*strands[1::2]), PAPER, clip=stream)
    for points in (
        [(700, 420), (742, 372), (776, 410), (762, 452), (716, 456)],
        [(860, 500), (906, 468), (938, 510), (914, 546), (868, 544)],
    ):
        two_tone(
            press, smooth(points), (mix(ROCK, INK, 0.25), MOSS), fade((0, points[1][1] + 50), (0, points[1][1] - 10))
        )
    press.lay(poly((1010, -20), (1120, -20), (900, 660), (690, 660)), PAPER, veil(0.2))


def cliffs(press: Press) -> None:
    left = smooth(
        [
            (-20, -20, 1),
            (560, -20, 1),
            (540, 110),
            (610, 230),
            (560, 350),
            (640, 470),
            (600, 600),
            (660, 720, 1),
            (-20, 760, 1),
        ]
    )
    right = smooth(
        [
            (1620, -20, 1),
            (1120, -20, 1),
            (1150, 120),
            (1060, 240),
            (1110, 380),
            (1030, 500),
            (1070, 610),
            (990, 720, 1),
            (1620, 770, 1),
        ]
    )
    for side, edge in ((left, 600.0), (right, 1080.0)):
        press.lay(side, GORGE)
        away = -300 if edge < 800 else 300
        press.lay(side, mix(ROCK, GREEN, 0.3), fade((edge + away * 0.8, 0), (edge, 0), 0.75))
    ledges = [
        [(330, 250), (480, 226), (604, 244)],
        [(260, 480), (470, 452), (634, 480)],
        [(1068, 250), (1210, 232), (1400, 262)],
        [(1044, 506), (1200, 480), (1420, 512)],
    ]
    for ledge in ledges:
        (ax, ay), (bx, by), (cx, cy) = ledge
        press.lay(smooth([(ax, ay, 1), (bx, by - 12), (cx, cy, 1), (bx + 20, by + 26)]), MOSS)
        press.lay(brush([(ax + 30, ay - 6), (bx, by - 8), (cx - 20, cy - 6)], [2, 11, 2]), SUNLIT, dry(even(0.8)))


def pool(press: Press) -> None:
    water = smooth([(-20, 700, 1), (420, 668), (800, 652), (1200, 668), (1620, 706, 1), (1620, 900, 1), (-20, 900, 1)])
    press.lay(water, POOL)
    press.lay(water, mix(GORGE, POOL, 0.2), dry(slope((800, 0), (1500, 0), (0.0, 0.85))))
    press.lay(water, mix(GORGE, POOL, 0.2), dry(slope((740, 0), (60, 0), (0.0, 0.85))))
    rings = [
        stroked(
            smooth([(806 - r, 690 + r * 0.1), (806, 676 - r * 0.02), (806 + r, 690 + r * 0.1), (806, 704 + r * 0.26)]),
            4,
        )
        for r in (150, 230, 330)
    ]
    press.lay(join(*rings), WATER)
    froth = [
        oval(a, b, r, r * 0.6)
        for a, b, r in zip(
            press.rng.normal(806, 66, 80), press.rng.normal(664, 11, 80), press.rng.uniform(6, 20, 80), strict=True
        )
    ]
    press.lay(join(*froth), PAPER)


def ferns(press: Press) -> None:
    for x, y, size, lean, colour in (
        (150, 740, 1.5, 60, MOSS),
        (330, 720, 1.15, 40, mix(MOSS, SUNLIT, 0.4)),
        (1310, 730, 1.3, -50, mix(MOSS, SUNLIT, 0.25)),
        (1480, 750, 1.6, -60, MOSS),
        (480, 456, 0.75, 50, mix(MOSS, SUNLIT, 0.5)),
        (1180, 486, 0.75, -50, mix(MOSS, SUNLIT, 0.5)),
    ):
        for n in range(5):
            frond(
                press,
                (x, y),
                (lean + (n - 2) * 74 * size, -150 * size + abs(n - 2) * 34),
                size,
                mix(colour, INK, 0.1 * (n % 2)),
            )


def frond(press: Press, at: Point, reach: Point, size: float, colour: tuple[float, float, float]) -> None:
    """One arched stem with leaflets that shorten to the tip."""
    (x, y), (dx, dy) = at, reach
    spine = [(x + dx * t, y + dy * (1.6 * t - 0.6 * t * t) + 40 * size * t**3) for t in (0, 0.25, 0.5, 0.75, 1.0)]
    leaves = [brush(spine, [5, 4, 3, 2, 1])]
    for step in range(2, 22):
        t = step / 22
        px, py = x + dx * t, y + dy * (1.6 * t - 0.6 * t * t) + 40 * size * t**3
        long = 40 * size * (1 - t) + 7
        tilt = 1 if dx >= 0 else -1
        leaves += [
            brush(
                [
                    (px, py),
                    (px + tilt * long * 0.35, py + side * long * 0.5),
                    (px + tilt * long * 0.6, py + side * long),
                ],
                [3, 8 * size, 1],
            )
            for side in (-1, 1)
        ]
    press.lay(join(*leaves), colour)


def slab(press: Press) -> None:
    top = smooth(
        [(250, 830, 1), (420, 786), (800, 774), (1180, 788), (1390, 838, 1), (1300, 880), (800, 900), (340, 884)]
    )
    front = smooth(
        [(250, 828, 1), (340, 880), (800, 898), (1300, 878), (1390, 836, 1), (1420, 1020, 1), (200, 1020, 1)]
    )
    two_tone(press, front, (mix(SLAB, BLUE, 0.45), mix(GORGE, INK, 0.3)), fade((700, 880), (1350, 1000)))
    two_tone(press, top, (SLAB, mix(SAND, PAPER, 0.3)), dry(slope((450, 800), (1200, 880), (0.75, 0.1))))
    press.lay(brush([(300, 900), (520, 930), (700, 922)], [2, 20, 3]), MOSS, dry(even(0.85)))
    press.lay(brush([(1050, 930), (1220, 920), (1380, 880)], [3, 22, 4]), MOSS, dry(even(0.85)))


def bottles(press: Press) -> None:
    """Empty ones; the water behind shows through them."""
    shape = smooth(
        [
            (-42, 0, 1),
            (-46, -110),
            (-42, -150),
            (-18, -196),
            (-16, -240, 1),
            (16, -240, 1),
            (18, -196),
            (42, -150),
            (46, -110),
            (42, 0, 1),
            (0, 8),
        ]
    )
    for x, y, size in ((628.0, 846.0, 1.0), (742, 856, 1.08), (862, 858, 1.08), (976, 848, 1.0)):

        def part(path: skia.Path, at: Point = (x, y), scale: float = size) -> skia.Path:
            return placed(path, at, scale)

        press.glaze(
            part(smooth([(-40, -4), (30, -8), (90, 16), (70, 30), (-10, 16)])), mix(BLUE, GREEN, 0.3), dry(even(0.85))
        )
        glass = part(shape)
        press.lay(glass, WATER, veil(0.62))
        press.lay(glass, mix(BLUE, GREEN, 0.5), fade((x + 16, 0), (x + 50 * size, 0), 0.8))
        press.lay(part(stroked(shape, 4)), mix(BLUE, GORGE, 0.4))
        press.lay(
            part(
                join(
                    brush([(-32, -20), (-36, -100), (-32, -148)], [4, 9, 3]), brush([(-11, -196), (-10, -232)], [3, 5])
                )
            ),
            PAPER,
        )
        press.lay(part(rect(-19, -258, 38, 24)), BRICK if x < 900 else BLUE)
        press.lay(part(rect(-19, -258, 12, 24)), mix(SAND, BRICK, 0.3))
        press.lay(part(stroked(smooth([(-43, -14), (0, -4), (43, -14)], closed=False), 4)), mix(BLUE, GREEN, 0.4))


def plan(press: Press) -> None:
    roll = placed(rounded((-130, -22, 260, 44), 20), (1150, 850), 1.0, 9)
    press.glaze(placed(roll, (8, 20)), mix(BLUE, PLUM, 0.3), dry(even(0.85)))
    two_tone(press, roll, (mix(PAPER, SAND, 0.2), mix(SAND, PLUM, 0.4)), fade((0, 850), (0, 886)))
    press.lay(placed(oval(-122, 0, 13, 22), (1150, 850), 1.0, 9), mix(SAND, PLUM, 0.25))
    press.lay(
        placed(join(stroked(oval(-122, 0, 7, 13), 3), oval(-122, 0, 2.5, 5)), (1150, 850), 1.0, 9), mix(PLUM, INK, 0.3)
    )
    press.lay(placed(rect(10, -23, 14, 46), (1150, 850), 1.0, 9), BRICK)
    press.lay(
        placed(bars([((-70, -6), (-20, -6)), ((50, 4), (100, 4))], 3), (1150, 850), 1.0, 9), mix(BLUE, PAPER, 0.4)
    )
