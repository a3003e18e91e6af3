"""Papers, an envelope and tea on a table by the window: snow falls on the yard's pomegranate tree outside."""

from pictures.forms import clump, scatter, shaded, turned
from pictures.palette import BLUE, BRICK, GREEN, INK, OCHRE, PAPER, PLUM, SAND, SKY, mix
from pictures.press import Press
from pictures.shapes import Point, bars, brush, cut, join, line, oval, placed, poly, rect, rounded, smooth, stroked
from pictures.textures import dry, even, grain, slope

GREY = mix(mix(SKY, BLUE, 0.14), PAPER, 0.15)
YARD_WALL = mix(mix(OCHRE, SAND, 0.5), PLUM, 0.18)
BARK = mix(PLUM, INK, 0.45)
FRUIT = mix(BRICK, OCHRE, 0.08)
CLOTH = mix(BRICK, PLUM, 0.28)
GOLD = mix(OCHRE, SAND, 0.3)
SHADOW = mix(PLUM, INK, 0.25)
FRAME = mix(BLUE, GREEN, 0.45)


def draw(press: Press) -> None:
    yard(press)
    tree(press)
    snow(press)
    frame(press)
    table(press)
    papers(press)
    envelope(press)
    tea(press, (1130, 760))
    bowl(press)


def yard(press: Press) -> None:
    press.lay(rect(-10, -10, 1620, 640), GREY)
    press.lay(rect(-10, 330, 1620, 330), YARD_WALL)
    bricks = [((-10.0, y), (1610.0, y)) for y in range(356, 640, 26)]
    press.lay(bars(bricks, 3), mix(YARD_WALL, PLUM, 0.4), dry(even(0.75)))
    press.lay(
        smooth(
            [
                (-10, 340, 1),
                (-10, 312, 1),
                (400, 306),
                (900, 314),
                (1300, 304),
                (1610, 312, 1),
                (1610, 340, 1),
                (1200, 346),
                (700, 338),
                (300, 348),
            ]
        ),
        PAPER,
    )
    door = rect(1180, 384, 170, 260)
    press.lay(door, mix(BLUE, SKY, 0.25))
    press.lay(join(stroked(door, 10), bars([((1265, 384), (1265, 640))], 5)), mix(BLUE, INK, 0.4))
    press.lay(join(oval(1248, 500, 8), oval(1282, 500, 8)), GOLD)


def tree(press: Press) -> None:
    """Bare but for fruit left on it, a line of snow on every bough."""
    boughs = (
        ([(560, 660), (548, 520), (580, 400), (560, 270), (600, 150)], [50, 36, 28, 18, 5]),
        ([(556, 480), (450, 380), (360, 340), (270, 260)], [26, 18, 12, 4]),
        ([(572, 420), (690, 330), (800, 300), (900, 220)], [26, 18, 12, 4]),
        ([(566, 330), (480, 220), (470, 120)], [16, 10, 4]),
        ([(690, 330), (740, 220), (720, 110)], [14, 9, 3]),
        ([(420, 366), (330, 420), (250, 420)], [11, 7, 3]),
        ([(800, 300), (900, 330), (980, 310)], [10, 7, 3]),
    )
    press.lay(join(*[brush(points, widths) for points, widths in boughs]), BARK)
    for points, widths in boughs[1:]:
        crest = [(x, y - wide * 0.42) for (x, y), wide in zip(points, widths, strict=True)]
        press.lay(brush(crest, [max(3, wide * 0.42) for wide in widths]), PAPER)
    for x, y, size in (
        (300, 330, 30),
        (470, 300, 34),
        (350, 450, 28),
        (650, 430, 36),
        (790, 380, 32),
        (900, 290, 26),
        (720, 200, 28),
        (600, 240, 30),
        (250, 476, 26),
    ):
        press.lay(line([(x, y - size - 26), (x, y - size)], 3), BARK)
        pomegranate(press, (x, y), size)
        press.lay(
            smooth(
                [
                    (x - size * 0.8, y - size * 0.55, 1),
                    (x - size * 0.4, y - size * 1.1),
                    (x + size * 0.4, y - size * 1.1),
                    (x + size * 0.8, y - size * 0.55, 1),
                    (x, y - size * 0.7),
                ]
            ),
            PAPER,
        )


def pomegranate(press: Press, at: Point, size: float) -> None:
    x, y = at
    crown = poly(
        (x - size * 0.3, y + size * 1.3),
        (x - size * 0.2, y + size * 0.8),
        (x + size * 0.2, y + size * 0.8),
        (x + size * 0.3, y + size * 1.3),
        (x, y + size * 1.08),
    )
    press.lay(crown, mix(FRUIT, INK, 0.2))
    shaded(
        press,
        oval(x, y, size),
        FRUIT,
        mix(PLUM, INK, 0.2),
        slope((x, y - size * 0.2), (x + size, y + size), (0.0, 0.9)),
    )


def snow(press: Press) -> None:
    flakes = [oval(x, y, *press.rng.uniform(3.5, 8, 2)) for x, y in scatter(press.rng, (0, 0, 1600, 640), 130)]
    press.lay(join(*flakes), PAPER)


def frame(press: Press) -> None:
    """Two sashes of painted iron; the sill has caught some snow."""
    press.lay(
        join(rect(-10, -10, 60, 660), rect(1550, -10, 60, 660), rect(-10, -10, 1620, 40), rect(1040, -10, 34, 660)),
        FRAME,
    )
    press.lay(bars([((1040, 200), (1560, 200))], 20), FRAME)
    press.lay(join(rect(50, 30, 7, 610), rect(1074, 30, 7, 610), rect(50, 30, 990, 7)), mix(FRAME, SKY, 0.35))
    press.lay(smooth([(50, 640, 1), (50, 622, 1), (300, 606), (620, 618), (1040, 604, 1), (1040, 640, 1)]), PAPER)
    press.lay(rect(-10, 634, 1620, 26), mix(FRAME, INK, 0.35))


def table(press: Press) -> None:
    """A woven cloth with a border of lozenges."""
    press.lay(rect(-10, 660, 1620, 360), CLOTH)
    press.lay(rect(-10, 660, 1620, 360), mix(CLOTH, INK, 0.5), grain(slope((800, 760), (1700, 1000), (0.0, 0.8))))
    for y, tall, colour in ((672, 10, GOLD), (690, 44, mix(BLUE, INK, 0.2)), (742, 10, GOLD)):
        press.lay(rect(-10, y, 1620, tall), colour)
    lozenges, hearts = [], []
    for n in range(17):
        x = 20.0 + 98 * n
        lozenges.append(poly((x, 692), (x + 36, 712), (x, 732), (x - 36, 712)))
        hearts.append(poly((x, 702), (x + 17, 712), (x, 722), (x - 17, 712)))
    press.lay(join(*lozenges), mix(SAND, PAPER, 0.3))
    press.lay(join(*hearts), BRICK)
    stars = [
        placed(
            poly((0, -24), (7, -7), (24, 0), (7, 7), (0, 24), (-7, 7), (-24, 0), (-7, -7)),
            (60 + 165 * n, 830 + 110 * (n % 2)),
            (1, 0.7),
        )
        for n in range(10)
    ]
    press.lay(join(*stars), GOLD)


def papers(press: Press) -> None:
    """A stack not yet complete; lines only, a stamp, a pen across it."""
    for n in range(4):
        sheet = poly(
            (430 + 6 * n, 770 - 8 * n),
            (800 + 4 * n, 760 - 9 * n),
            (860 + 5 * n, 950 - 9 * n),
            (390 + 6 * n, 964 - 8 * n),
        )
        press.glaze(placed(sheet, (12, 10)), SHADOW)
        press.lay(sheet, mix(PAPER, SKY, 0.12 * (3 - n)))
    lines = [((480.0 - 7 * n, 776.0 + 25 * n), (716.0 + (5 if n != 4 else -34) * n, 769.0 + 25 * n)) for n in range(6)]
    press.lay(bars(lines, 6), mix(BLUE, SKY, 0.35))
    press.lay(poly((742, 752), (800, 750), (818, 806), (756, 809)), mix(SKY, BLUE, 0.3))
    press.lay(bars([((757, 804), (804, 756))], 4), PAPER)
    press.lay(stroked(oval(760, 878, 52, 30), 6), BRICK, grain(even(0.8)))
    pen = placed(join(rounded((-9, -150, 18, 230), 8), poly((-9, 78), (9, 78), (0, 112))), (590, 880), 1, 64)
    press.glaze(placed(pen, (10, 16)), mix(SHADOW, PAPER, 0.3))
    press.lay(pen, GREEN)
    press.lay(placed(rect(-9, -84, 18, 12), (590, 880), 1, 64), GOLD)


def envelope(press: Press) -> None:
    at, turn = (180.0, 870.0), -9
    whole = placed(rect(-150, -84, 330, 190), at, 1, turn)
    press.glaze(placed(whole, (14, 14)), SHADOW)
    press.lay(whole, mix(SAND, PAPER, 0.3))
    press.lay(placed(line([(-148, -82), (14, 30), (178, -82)], 5), at, 1, turn), mix(OCHRE, PLUM, 0.35))
    edge = [((-140.0 + 44 * n, -80.0), (-124.0 + 44 * n, -80.0)) for n in range(8)]
    press.lay(placed(bars(edge, 10), at, 1, turn), BRICK)
    press.lay(placed(bars([((x + 22, y), (z + 22, y)) for (x, y), (z, _) in edge[:7]], 10), at, 1, turn), BLUE)


def tea(press: Press, at: Point) -> None:
    x, y = at
    press.glaze(oval(x + 24, y + 130, 130, 24), SHADOW)
    press.lay(oval(x, y + 120, 118, 28), PAPER)
    press.lay(stroked(oval(x, y + 120, 94, 20), 5), BLUE)
    profile = [(46, y - 70, 1), (38, y - 20), (30, y + 10), (42, y + 60), (38, y + 96), (24, y + 112, 1)]
    press.lay(turned(x, profile), mix(BRICK, OCHRE, 0.35))
    press.lay(turned(x, profile), mix(OCHRE, SAND, 0.4), grain(slope((x - 46, y), (x + 6, y), (0.95, 0.0))))
    press.lay(cut(turned(x, profile), rect(x - 80, y - 36, 160, 200)), mix(SKY, PAPER, 0.5))
    press.lay(stroked(turned(x, profile), 5), PAPER)
    press.lay(stroked(oval(x, y - 70, 46, 10), 5), PAPER)
    press.lay(
        brush([(x - 4, y - 86), (x - 24, y - 140), (x + 14, y - 200), (x - 8, y - 270)], [3, 14, 16, 4]),
        PAPER,
        grain(even(0.7)),
    )
    for dx in (70, 88):
        press.lay(placed(rect(-13, -11, 26, 22), (x + dx, y + 104 + (dx - 70) * 0.7), 1, dx), PAPER)


def bowl(press: Press) -> None:
    x, y = 1400.0, 850.0
    press.glaze(oval(x + 26, y + 76, 170, 26), SHADOW)
    for dx, dy, size in ((0, -58, 56), (-70, -22, 54), (66, -20, 58)):
        press.lay(oval(x + dx + 3, y + dy, size + 4), mix(PLUM, INK, 0.3))
        pomegranate(press, (x + dx, y + dy), size)
        press.lay(oval(x + dx - size * 0.36, y + dy - size * 0.4, size * 0.2, size * 0.14), mix(FRUIT, PAPER, 0.6))
    press.lay(turned(x, [(156, y, 1), (126, y + 56), (64, y + 84, 1)]), mix(SKY, PAPER, 0.4))
    press.lay(
        turned(x, [(156, y, 1), (126, y + 56), (64, y + 84, 1)]),
        mix(BLUE, PLUM, 0.3),
        grain(slope((x - 20, 0), (x + 156, 0), (0.0, 0.85))),
    )
    press.lay(
        join(
            *[clump(press.rng, (x - 120 + 60 * n, y + 30 + 9 * (2 - abs(n - 2))), (17, 12), 0.3, 8) for n in range(5)]
        ),
        BLUE,
    )
    press.lay(stroked(smooth([(x - 156, y), (x, y + 20), (x + 156, y)], closed=False), 7), PAPER)
